"""Nothing in the tree or in the program knows where the tree stands on a machine.

Usage: absolute_paths.py PROGRAM
"""

import re
import sys
from pathlib import Path

from rules import TREE, conclude, place

TEXT = {".cpp", ".hpp", ".def", ".cmake", ".txt", ".json", ".toml", ".md", ".py", ".sh", ".svg", ".1", ""}
FOLDERS = ["src", "layouts", "fonts", "sources", "tests", "docs", ".ci"]
PLACE_OF_SOMEONE = re.compile(r"(?<![\w.:/])/(home|root|work|Users|tmp|mnt|srv)/\w")
# Fonts and hyphenation patterns are files of Debian packages: these files say which.
SYSTEM_DATA = re.compile(r"/usr/share/")
KNOWS_SYSTEM_DATA = re.compile(r"^(fonts/fonts\.toml|src/(text|app)/|tests/|docs/|README\.md)")


def text_files():
    for folder in FOLDERS:
        yield from (file for file in sorted((TREE / folder).rglob("*")) if file.is_file() and file.suffix in TEXT)
    yield from (file for file in sorted(TREE.iterdir()) if file.is_file() and file.suffix in TEXT and file.name != ".git")


def check_text(file):
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return
    name = place(file)
    for number, line in enumerate(lines, 1):
        if PLACE_OF_SOMEONE.search(line):
            yield f"{name}:{number}: a path of one machine: {line.strip()[:100]}"
        elif SYSTEM_DATA.search(line) and not KNOWS_SYSTEM_DATA.match(name) and name != "dev":
            yield f"{name}:{number}: only fonts/fonts.toml and src/text know /usr/share: {line.strip()[:100]}"


def main():
    own = Path(__file__).resolve()
    files = [file for file in text_files() if file != own]
    findings = [finding for file in files for finding in check_text(file)]
    program = Path(sys.argv[1])
    if not program.exists():
        findings.append(f"{program.name}: not built")
    elif str(TREE).encode() in program.read_bytes():
        findings.append(f"{program.name}: the program contains the path of the tree it was built in")
    conclude("absolute-paths", len(files), findings)


main()
