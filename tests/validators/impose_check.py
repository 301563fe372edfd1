"""Sheets of a finished interior are whole PDFs with every letter of it.

Usage: impose_check.py PROGRAM OUT
"""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from publication import conclude

SCHEMES = {"saddle": 2, "signature-4": 2, "signature-16": 8, "signature-32": 16, "4-up": 4}  # pages on a side


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")
    return result.returncode, result.stdout, result.stderr


def letters_of(pdf):
    """Without spaces: of pages that stand on their heads pdftotext loses them."""
    return Counter(letter for letter in run("pdftotext", "-raw", pdf, "-")[1] if letter.isalnum())


def page_count(pdf):
    return int(run("qpdf", "--show-npages", pdf)[1])


def check_scheme(program, interior, scheme, on_a_side, folder):
    sheets = folder / f"{interior.stem}-{scheme}.pdf"
    status, _, said = run(program, "impose", interior, "--scheme", scheme, "-o", sheets)
    if status != 0:
        return [f"{scheme}: status {status}: {said}"]
    findings = []
    for command in (["qpdf", "--check"], ["mutool", "draw", "-q", "-N", "-r", "20", "-o", "/dev/null"]):
        arguments = command + [sheets]
        status, _, errors = run(*arguments)
        if status != 0 or errors.strip():
            findings.append(f"{scheme}: {command[0]}: {errors}")
    pages = page_count(interior)
    sides = page_count(sheets)
    least = -(-pages // on_a_side)
    if not least <= sides < least + 4:
        findings.append(f"{scheme}: {pages} pages became {sides} sides")
    lost = letters_of(interior) - letters_of(sheets)
    if lost:
        findings.append(f"{scheme}: letters are lost: {lost.most_common(5)}")
    return findings


def check(program, out):
    interiors = sorted(Path(out).glob("*-print.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        findings = [finding for interior in interiors for scheme, count in SCHEMES.items()
                    for finding in check_scheme(program, interior, scheme, count, Path(folder))]
    return len(interiors), findings


if __name__ == "__main__":
    conclude("impose", *check(*sys.argv[1:3]))
