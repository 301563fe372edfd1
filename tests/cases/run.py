"""Runs one case folder through the program and compares text with text.

Usage: run.py PROGRAM CASE WORK

The case is a publication folder, or a book.md alone (with layout.toml, images/ and fonts/ if it needs them), for which
the shortest manifest is written. Without a layout.toml of its own it has that of its topic, or book-a5. The expected files present decide which stages run:

    model.txt         quoin dump model
    pages.txt         quoin dump pages
    epub.txt          quoin dump epub
    diagnostics.txt   what quoin check says on standard error, and its exit status
    NAME.xhtml        EPUB/text/NAME.xhtml of the built EPUB

A case may also be a text to import, source.txt or source.docx … with import.toml beside it if it needs one:

    result.txt        what quoin import makes of it, as an outline of import-result.json
    import-report.txt the report that it writes

Words in a file arguments.txt are further arguments of these commands.

A file gap.txt says what the program cannot do yet: then the difference is expected, and its end is a failure, so that the
file is taken away.

QUOIN_UPDATE_GOLDEN=1 rewrites them. For a new case, make the files that it is to have, empty.
"""

import difflib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from import_outline import outline

DUMPS = {"model.txt": "model", "pages.txt": "pages", "epub.txt": "epub"}
MANIFEST = """\
kind = "book"
title = "Case"
language = "en"
date = "2020-01-01"
layout = "{layout}"

[[contents]]
article = "book.md"
"""
DEFAULT_LAYOUT = "book-a5"
# A sanitizer's report or a fault of ours is never an expected result.
FAULTS = {70, 134, 139, -6, -11}


class Case:
    def __init__(self, program, folder, work):
        self.program = str(Path(program).resolve())
        self.folder = folder
        self.work = work
        self.source = next(iter(sorted(folder.glob("source.*"))), None)
        if not self.source:
            self.publication = folder if (folder / "publication.toml").exists() else self.make_publication()

    def make_publication(self):
        publication = self.work / self.folder.name
        shutil.rmtree(publication, ignore_errors=True)
        publication.mkdir(parents=True)
        for item in self.folder.iterdir():
            if item.is_dir():
                shutil.copytree(item, publication / item.name)
            elif item.suffix in (".md", ".toml"):
                shutil.copyfile(item, publication / item.name)
        shared_layout = self.folder.parent / "layout.toml"
        if shared_layout.exists() and not (publication / "layout.toml").exists():
            shutil.copyfile(shared_layout, publication / "layout.toml")
        layout = "layout.toml" if (publication / "layout.toml").exists() else DEFAULT_LAYOUT
        (publication / "publication.toml").write_text(MANIFEST.format(layout=layout), encoding="utf-8")
        return publication

    def run(self, *arguments):
        variables = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        variables |= {"TZ": "UTC", "LC_ALL": "C", "NO_COLOR": "1"}
        result = subprocess.run([self.program, *arguments], env=variables, capture_output=True)
        said = result.stderr.decode("utf-8", errors="replace")
        if result.returncode in FAULTS or "Sanitizer" in said:
            sys.exit(f"quoin {' '.join(arguments)}: status {result.returncode}\n{said}")
        return result.returncode, result.stdout.decode("utf-8", errors="replace"), said

    def actual(self, name):
        if name in DUMPS:
            status, text, said = self.run("dump", DUMPS[name], str(self.publication), *self.arguments())
            return text if text else f"status {status}\n{said}"
        if self.source:
            return self.imported(name)
        if name == "diagnostics.txt":
            status, _, said = self.run("check", str(self.publication), *self.arguments())
            return said.replace(f"{self.publication}/", "").replace(str(self.publication), "FOLDER") + f"status {status}\n"
        return self.chapter(name)

    def imported(self, name):
        """Imports a copy, since the decisions stand beside the source, and builds what was written: it always must."""
        work = self.work / self.folder.name
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        for file in (self.source, self.folder / "import.toml"):
            if file.exists():
                shutil.copyfile(file, work / file.name)
        out = work / "imported"
        status, _, said = self.run("import", str(work / self.source.name), "-o", str(out), *self.arguments())
        told = said.replace(f"{work}/", "")
        if not out.exists():
            return f"status {status}\n{told}"
        built, _, why = self.run("build", str(out), "-o", str(work / "built"), "--only", "epub")
        if built != 0:
            return f"the imported folder does not build: status {built}\n{why}"
        if name == "import-report.txt":
            return (out / name).read_text(encoding="utf-8").replace(f"{work}/", "")
        shown = outline(json.loads((out / "import-result.json").read_text(encoding="utf-8")))
        return shown if status in (0, 5) else f"status {status}\n{told}\n{shown}"

    def arguments(self):
        file = self.folder / "arguments.txt"
        return file.read_text(encoding="utf-8").split() if file.exists() else []

    def chapter(self, name):
        out = self.work / f"{self.folder.name}-out"
        shutil.rmtree(out, ignore_errors=True)
        status, _, said = self.run("build", str(self.publication), "-o", str(out), "--only", "epub", *self.arguments())
        books = sorted(out.glob("*.epub"))
        if not books:
            return f"status {status}\n{said}"
        with zipfile.ZipFile(books[0]) as archive:
            names = [member for member in archive.namelist() if member.endswith(".xhtml")]
            member = next((member for member in names if Path(member).name == name), None)
            return archive.read(member).decode("utf-8") if member else "there is: " + " ".join(names) + "\n"


def expected_files(folder):
    names = [*DUMPS, "diagnostics.txt", "result.txt", "import-report.txt", *sorted(file.name for file in folder.glob("*.xhtml"))]
    return [folder / name for name in names if (folder / name).exists()]


def main():
    program, folder, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    case = Case(program, folder, work)
    files = expected_files(folder)
    if not files:
        sys.exit(f"{folder.name}: no expected file, so nothing is checked")
    update = os.environ.get("QUOIN_UPDATE_GOLDEN") == "1"
    failed = False
    for file in files:
        actual = case.actual(file.name)
        if update:
            file.write_text(actual, encoding="utf-8")
            continue
        expected = file.read_text(encoding="utf-8")
        if actual != expected:
            failed = True
            lines = difflib.unified_diff(expected.splitlines(True), actual.splitlines(True),
                                         f"{folder.name}/{file.name} expected", f"{folder.name}/{file.name} actual")
            sys.stdout.writelines(line if line.endswith("\n") else line + "\n" for line in lines)
    gap = folder / "gap.txt"
    if gap.exists() and not update:
        print(f"known gap: {gap.read_text(encoding='utf-8')}" if failed else "the gap is closed: take gap.txt away")
        failed = not failed
    sys.exit(1 if failed else 0)


main()
