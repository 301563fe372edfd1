"""zbar reads the bar codes of finished covers, as two renderers draw them, and their spines are as wide as the shops say.

Usage: cover_check.py PROGRAM WORK

For each number, size and printer a book is built. Its cover is drawn with poppler and with mupdf, whole, as a scanner would see it,
and zbar has to find the number and its add-on there and nothing else. The spine is what the trimmed sheet has more than two pages;
it is compared with the shop's published formula for the pages of the finished interior.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from publication import build, conclude

CASES = {
    # name: (manifest lines, bar code size, printer, what zbar has to read)
    "isbn": ('[book]\nisbn = "978-3-16-148410-0"', 100, "offset-x4", {"9783161484100"}),
    "isbn-price": ('[book]\nisbn = "978-3-16-148410-0"\n[cover]\nbarcode-addon = "51299"', 100, "offset-x4",
                   {"978316148410051299"}),
    "smallest": ('[book]\nisbn = "979-10-90636-07-1"', 80, "offset-x1a", {"9791090636071"}),
    "largest": ('[book]\nisbn = "978-0-306-40615-7"', 200, "ingramspark", {"9780306406157"}),
    "shop": ('[book]\nisbn = "978-3-16-148410-0"', 0, "kdp", {"9783161484100"}),
    "screen-colours": ('[book]\nisbn = "978-3-16-148410-0"', 0, "lulu", {"9783161484100"}),
    "issn": ('[issue]\nissn = "2049-3630"\nnumber = "93"', 100, "digital", {"977204936300293"}),
    "issn-variant": ('[issue]\nissn = "2049-3630"\nvariant = "05"\nnumber = "7"\n[cover]\nform = "separate"', 90,
                     "office", {"977204936305707"}),
}
MANIFEST = """kind = "book"
title = "The Bars"
language = "en"
date = "2020-01-01"
layout = "book-a5"
profile = "{printer}"

{numbers}

[style]
cover.barcode-size = {size}

[[contents]]
article = "a.md"
"""
TEXT = (("A candle stood in the upper case and nobody wanted it. " * 12 + "\n\n") * 200)  # a spine to measure
INCH = 25.4
PAGE_WIDTH = 148.0
BULKY = 0.140  # caliper of the layout's paper, mm
SPINES = {
    # printer: from pages to millimetres
    "offset-x4": lambda pages: (pages + 1) // 2 * BULKY,
    "offset-x1a": lambda pages: (pages + 1) // 2 * BULKY,
    "digital": lambda pages: (pages + 1) // 2 * BULKY,
    "office": lambda pages: (pages + 1) // 2 * BULKY,
    "kdp": lambda pages: pages * 0.002252 * INCH,
    "ingramspark": lambda pages: pages / 444 * INCH,
    "lulu": lambda pages: pages / 444 * INCH + 0.06 * INCH,
}
DRAWERS = {
    "poppler": ["pdftoppm", "-r", "300", "-png", "-singlefile", "{pdf}", "{stem}"],
    "mupdf": ["mutool", "draw", "-q", "-N", "-r", "300", "-o", "{stem}.png", "{pdf}", "1"],
}


def read_codes(picture):
    """What zbar finds, an add-on behind its number."""
    wanted = ["-Sdisable", "-Sean13.enable", "-Sean2.enable", "-Sean5.enable", "-Scomposite.enable"]
    result = subprocess.run(["zbarimg", "-q", "--raw", *wanted, str(picture)], capture_output=True, text=True)
    return set(re.findall(r"\d+", result.stdout))


def check_spine(name, printer, out):
    pages = int(subprocess.run(["qpdf", "--show-npages", out / f"{name}-print.pdf"], capture_output=True, text=True).stdout)
    boxes = subprocess.run(["pdfinfo", "-box", out / f"{name}-cover.pdf"], capture_output=True, text=True).stdout
    left, _, right, _ = (float(each) for each in re.search(r"TrimBox:\s+(.*)", boxes).group(1).split())
    spine = (right - left) * INCH / 72 - 2 * PAGE_WIDTH
    wanted = SPINES[printer](pages)
    if pages >= 40 and abs(spine - wanted) <= 0.1:
        return []
    return [f"{name}: the spine of {pages} pages is {spine:.3f} mm wide, not {wanted:.3f} ({printer})"]


def check_case(program, work, name):
    numbers, size, printer, wanted = CASES[name]
    folder = work / name
    folder.mkdir(parents=True)
    (folder / "a.md").write_text('---\ntitle: "One"\n---\n\n' + TEXT, encoding="utf-8")
    manifest = MANIFEST.format(printer=printer, numbers=numbers, size=size)
    (folder / "publication.toml").write_text(manifest, encoding="utf-8")
    status, messages = build(program, folder, work / f"{name}-out")
    if status != 0:
        return [f"{name}: the build ended with status {status}\n{messages}"]
    findings = check_spine(name, printer, work / f"{name}-out")
    for drawer, command in DRAWERS.items():
        stem = work / f"{name}-{drawer}"
        places = {"pdf": work / f"{name}-out" / f"{name}-cover.pdf", "stem": stem}
        drawn = subprocess.run([part.format(**places) for part in command], capture_output=True, text=True)
        if drawn.returncode != 0 or drawn.stderr.strip():
            findings.append(f"{name}: {drawer}: {drawn.stderr}")
        found = read_codes(f"{stem}.png")
        if found != wanted:
            findings.append(f"{name}: zbar reads {sorted(found)} in {drawer}'s picture, not {sorted(wanted)}")
    return findings


def check(program, work):
    work = Path(work)
    shutil.rmtree(work, ignore_errors=True)
    findings = [finding for name in CASES for finding in check_case(program, work, name)]
    return len(CASES), findings


if __name__ == "__main__":
    conclude("cover", *check(*sys.argv[1:3]))
