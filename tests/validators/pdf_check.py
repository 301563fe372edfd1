"""qpdf finds nothing wrong with any PDF of a build.

Usage: pdf_check.py OUT
"""

import subprocess
import sys
from pathlib import Path

from publication import conclude


def check(out):
    files = sorted(Path(out).rglob("*.pdf"))
    findings = []
    for file in files:
        result = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, errors="replace")
        if result.returncode != 0:
            findings.append(f"{file.name}: {result.stdout}{result.stderr}")
    return len(files), findings


if __name__ == "__main__":
    conclude("pdf", *check(sys.argv[1]))
