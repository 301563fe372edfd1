"""Builds every publication below the folder that QUOIN_CORPUS names and examines it as the samples are.

Usage: corpus.py PROGRAM NODE_MODULES STRUCTURE_TEXT WORK [--build-only]

Without QUOIN_CORPUS the test is skipped (status 77).
"""

import os
import sys
from pathlib import Path

import build
import epub_check
import page_list
import pdf_check
import pdfa_check
import reading_order
import report_check
import same_bytes
import words
from publication import conclude, publications_below


def examine(program, node_modules, reader, folder, out):
    yield "same-bytes", same_bytes.check(program, folder, out)
    yield "pdf", pdf_check.check(out)
    yield "epub", epub_check.check(node_modules, out)
    yield "words", words.check(folder, out)
    yield "page-list", page_list.check(out)
    yield "order", reading_order.check(reader, folder, out)
    yield "report", report_check.check(out)
    if pdfa_check.is_there():
        yield "pdfa", pdfa_check.check(out)


def main():
    program, node_modules, reader, work = sys.argv[1:5]
    build_only = "--build-only" in sys.argv
    corpus = os.environ.get("QUOIN_CORPUS")
    if not corpus:
        print("QUOIN_CORPUS is not set")
        sys.exit(77)
    folders = publications_below(corpus)
    findings = []
    for folder in folders:
        name = folder.relative_to(corpus).as_posix()
        out = Path(work, name)
        _, found = build.check(program, folder, out)
        results = [("build", (1, found))]
        if not found and not build_only:
            results += examine(program, node_modules, reader, folder, out)
        for what, (checked, found) in results:
            print(f"{name}: {what}: {checked} checked, {len(found)} found", flush=True)
            findings += [f"{name}: {what}: {finding}" for finding in found]
            if checked == 0:
                findings.append(f"{name}: {what}: there was nothing to check")
    conclude("corpus", len(folders), findings)


main()
