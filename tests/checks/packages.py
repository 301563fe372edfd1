"""The Debian packages that fonts/fonts.toml names are installed by ./dev."""

import re

from rules import TREE, conclude


def main():
    fonts = TREE / "fonts/fonts.toml"
    text = fonts.read_text(encoding="utf-8") if fonts.exists() else ""
    packages = sorted(set(re.findall(r'\bpackage\s*=\s*"([^"]+)"', text)))
    script = (TREE / "dev").read_text(encoding="utf-8")
    findings = [f"{package}: ./dev does not install it" for package in packages
                if not re.search(rf" {re.escape(package)}$", script, re.M)]
    conclude("packages", len(packages), findings)


main()
