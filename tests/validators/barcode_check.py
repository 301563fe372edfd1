"""zbar reads the bar codes of finished covers, as two renderers draw them.

Usage: barcode_check.py PROGRAM WORK

For each number, size and printer a small publication is built. Its cover is drawn with poppler and with mupdf, whole, as a
scanner would see it, and zbar has to find the number and its add-on there and nothing else.
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
DRAWERS = {
    "poppler": ["pdftoppm", "-r", "300", "-png", "-singlefile", "{pdf}", "{stem}"],
    "mupdf": ["mutool", "draw", "-q", "-N", "-r", "300", "-o", "{stem}.png", "{pdf}", "1"],
}


def read_codes(picture):
    """What zbar finds, an add-on behind its number."""
    wanted = ["-Sdisable", "-Sean13.enable", "-Sean2.enable", "-Sean5.enable", "-Scomposite.enable"]
    result = subprocess.run(["zbarimg", "-q", "--raw", *wanted, str(picture)], capture_output=True, text=True)
    return set(re.findall(r"\d+", result.stdout))


def check_case(program, work, name):
    numbers, size, printer, wanted = CASES[name]
    folder = work / name
    folder.mkdir(parents=True)
    (folder / "a.md").write_text('---\ntitle: "One"\n---\n\nWords.\n', encoding="utf-8")
    manifest = MANIFEST.format(printer=printer, numbers=numbers, size=size)
    (folder / "publication.toml").write_text(manifest, encoding="utf-8")
    status, messages = build(program, folder, work / f"{name}-out")
    if status != 0:
        return [f"{name}: the build ended with status {status}\n{messages}"]
    findings = []
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
    conclude("barcode", *check(*sys.argv[1:3]))
