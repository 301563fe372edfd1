"""Judges finished EPUBs as their readers would: accessibility by Ace, and a reading system in a browser without a window.

Usage: run.py NODE_MODULES PICTURES BOOK.epub...
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def violations(report):
    """What Ace found, one line each."""
    for document in json.loads(report.read_text(encoding="utf-8"))["assertions"]:
        where = document["earl:testSubject"]["url"]
        for found in document["assertions"]:
            test, result = found["earl:test"], found["earl:result"]
            yield f'{where}: {test["earl:impact"]}: {result["dct:description"].splitlines()[0]} [{test["dct:title"]}]'


def judge_accessibility(node_modules, chromium, book):
    with tempfile.TemporaryDirectory() as folder:
        program = node_modules / "@daisy/ace-cli/bin/ace.js"
        environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium}
        command = ["node", str(program), "-E", "-f", "-s", "-o", folder, str(book)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
        report = Path(folder) / "report.json"
        if not report.exists():
            return [f"Ace gives no report: {done.stdout}{done.stderr}"]
        found = list(violations(report))
        return found or ([] if done.returncode == 0 else [f"Ace ends with {done.returncode}"])


def judge_reading(node_modules, chromium, book, pictures, quiet=False):
    command = ["node", str(HERE / "reader.mjs"), str(node_modules), chromium, str(book), str(pictures)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    if not quiet:
        print(done.stdout, end="")
    return [] if done.returncode == 0 else [done.stderr.strip() or "the reading system finds faults"]


def plant_faults(book, to):
    """A copy whose notes have lost their places and whose pictures have lost their words."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(to, "w") as copy:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith(".xhtml"):
                content = re.sub(rb'\bid="note-', b'id="lost-', content)
                content = re.sub(rb'\balt="[^"]*"', b"", content)
            copy.writestr(entry, content)


def judge_judges(node_modules, chromium, book):
    """Both must see what is wrong with a book, or their silence says nothing."""
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / book.name
        plant_faults(book, broken)
        blind = []
        if not judge_accessibility(node_modules, chromium, broken):
            blind.append("Ace says nothing of pictures without words")
        if not judge_reading(node_modules, chromium, broken, Path(folder) / "pictures", quiet=True):
            blind.append("the reading system says nothing of lost notes")
        return blind


def main():
    node_modules, pictures = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium or len(sys.argv) < 4:
        sys.exit("usage: run.py NODE_MODULES PICTURES BOOK.epub..., and a chromium")
    books = list(map(Path, sys.argv[3:]))
    largest = max(books, key=lambda book: book.stat().st_size)
    blind = judge_judges(node_modules, chromium, largest)
    print(*blind, sep="\n", end="\n" if blind else "")
    faults = len(blind)
    for book in books:
        found = judge_accessibility(node_modules, chromium, book)
        found += judge_reading(node_modules, chromium, book, pictures / book.stem)
        print(f"{book.name}: {len(found)} faults")
        for fault in found:
            print(f"  {fault}")
        faults += len(found)
    sys.exit(1 if faults else 0)


main()
