"""Builds a publication a second time, with other threads, another time zone, another language and from another place,
and compares every byte with the first build.

Usage: same_bytes.py PROGRAM FOLDER FIRST_OUT
"""

import shutil
import sys
from pathlib import Path

from publication import Publication, build, conclude, written_files

OTHER_SURROUNDINGS = {"TZ": "Asia/Kolkata", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
OTHER_JOBS = 4


def first_difference(a, b):
    for at, (left, right) in enumerate(zip(a, b)):
        if left != right:
            return at
    return min(len(a), len(b))


def check(program, folder, first_out):
    publication = Publication(folder)
    first_out = Path(first_out)
    work = first_out.with_name(first_out.name + "-again")
    shutil.rmtree(work, ignore_errors=True)
    moved = work / "moved" / publication.name
    shutil.copytree(publication.folder, moved, copy_function=shutil.copyfile)
    again = work / "out"
    status, messages = build(program, publication.name, again.resolve(), OTHER_JOBS, OTHER_SURROUNDINGS, moved.parent)
    findings = []
    if status != 0:
        findings.append(f"the second build ended with status {status}\n{messages[-4000:]}")
    names = written_files(first_out) | written_files(again)
    for name in sorted(names):
        sides = [out / name for out in (first_out, again)]
        if not all(side.exists() for side in sides):
            findings.append(f"{name}: written by one of two builds")
            continue
        first, second = (side.read_bytes() for side in sides)
        if first != second:
            findings.append(f"{name}: differs from byte {first_difference(first, second)}")
    if not findings:
        shutil.rmtree(work)
    return len(names), findings


if __name__ == "__main__":
    conclude("same-bytes", *check(*sys.argv[1:4]))
