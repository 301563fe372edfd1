"""epubcheck-ts reports no error and no warning for any EPUB of a build.

Usage: epub_check.py NODE_MODULES OUT
"""

import subprocess
import sys
from pathlib import Path

from publication import conclude

VALIDATOR = "@likecoin/epubcheck-ts/bin/epubcheck.js"


def check(node_modules, out):
    validator = Path(node_modules, VALIDATOR)
    if not validator.exists():
        return 0, ["the validator is not installed: ./dev test does it"]
    files = sorted(Path(out).rglob("*.epub"))
    findings = []
    for file in files:
        command = ["node", str(validator), "--fail-on-warnings", str(file)]
        result = subprocess.run(command, capture_output=True, text=True, errors="replace")
        if result.returncode != 0:
            findings.append(f"{file.name}: {result.stdout}{result.stderr}")
    return len(files), findings


if __name__ == "__main__":
    conclude("epub", *check(*sys.argv[1:3]))
