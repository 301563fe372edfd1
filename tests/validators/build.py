"""Builds a publication and looks whether every file of it is there, and no other.

Usage: build.py PROGRAM FOLDER OUT
"""

import shutil
import sys

from publication import Publication, build, conclude, written_files


def check(program, folder, out):
    shutil.rmtree(out, ignore_errors=True)
    publication = Publication(folder)
    status, messages = build(program, publication.folder, out)
    findings = []
    if status != 0:
        findings.append(f"{publication.name}: the build ended with status {status}\n{messages[-8000:]}")
    written = written_files(out)
    findings += [f"{name}: not written" for name in sorted(publication.expected_files() - written)]
    strangers = written - publication.expected_files() - publication.optional_files()
    findings += [f"{name}: nobody asked for this file" for name in sorted(strangers)]
    return len(written), findings


if __name__ == "__main__":
    conclude("build", *check(*sys.argv[1:4]))
