"""The page-list of an EPUB is the print PDF's real page breaks: what stands behind the mark of a page begins that page,
and what stands before it does not.

Usage: page_list.py OUT
"""

import json
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from output_text import OPS_TYPE, XHTML, spine_documents
from publication import conclude

APART = {"aside", "figure", "table"}  # stands elsewhere on the page than in the text
NOTES = {"footnote", "endnote", "backlink"}
WINDOW = 16  # letters
SLUG_LINE = 200  # letters that a printer's marks may put on a blank page, at most
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


def letters(text):
    """Letters and figures alone: what both files have, however lines are broken and hyphenated."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


class Marks:
    """The text of an EPUB in streams, one for each document and for each thing that floats, and the marks in them."""

    def __init__(self, file):
        self.marks = []  # (label, stream, offset)
        self.streams = []
        self.listed = []
        with zipfile.ZipFile(file) as archive:
            for document in spine_documents(archive, with_navigation=True):
                root = ElementTree.fromstring(archive.read(document))
                self.read_list(root)
                self.read(root.find(f"{XHTML}body"), self.new_stream())

    def new_stream(self):
        self.streams.append("")
        return len(self.streams) - 1

    def read_list(self, root):
        for nav in root.iter(f"{XHTML}nav"):
            if nav.get(OPS_TYPE) == "page-list":
                self.listed = ["".join(link.itertext()) for link in nav.iter(f"{XHTML}a")]

    def read(self, element, stream):
        types = set((element.get(OPS_TYPE) or "").split())
        if types & NOTES:
            return
        if element.tag.removeprefix(XHTML) in APART:
            stream = self.new_stream()
        if "pagebreak" in types:
            self.marks.append((element.get("aria-label"), stream, len(self.streams[stream])))
        self.streams[stream] += letters(element.text or "")
        for child in element:
            self.read(child, stream)
            self.streams[stream] += letters(child.tail or "")


def roman(number):
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def page_labels(file, count):
    described = subprocess.run(["qpdf", "--json", "--json-key=pagelabels", str(file)], check=True, capture_output=True)
    ranges = {entry["index"]: entry["label"] for entry in json.loads(described.stdout)["pagelabels"]}
    labels, current, number = [], {}, 1
    for page in range(count):
        if page in ranges:
            current, number = ranges[page], ranges[page].get("/St", 1)
        prefix = re.sub("^u:", "", current.get("/P", ""))
        style = current.get("/S", "")
        labels.append(prefix + {"/D": str(number), "/r": roman(number), "/R": roman(number).upper()}.get(style, ""))
        number += 1
    return labels


def pages_of(file):
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True).stdout.decode("utf-8")
    return [letters(page) for page in text.split("\f")[:-1]]


def stands_on(page, text):
    """A drop initial may stand apart from its word."""
    if not text:
        return True
    windows = [text[start:start + WINDOW] for start in (0, 4, 8)]
    return any(window in page for window in windows if len(window) >= min(WINDOW, len(text)))


def compare(marks, pages, labels):
    for (label, stream, offset), following in zip(marks.marks, marks.marks[1:] + [None]):
        if following and following[1:] == (stream, offset):
            continue  # a blank page, or one that an insert fills: its mark stands where the text goes on
        if label not in labels:
            yield f"page {label}: no page of the PDF is called so"
            continue
        page = labels.index(label)
        after, before = marks.streams[stream][offset:offset + 2 * WINDOW], marks.streams[stream][:offset][-WINDOW:]
        if not stands_on(pages[page], after):
            yield f"page {label}: begins with \"{after}\" in the EPUB, which is not on that page"
        on_earlier = any(before in earlier for earlier in pages[:page])
        if len(before) == WINDOW and before in pages[page] and not on_earlier:
            yield f"page {label}: \"{before}\" stands before it in the EPUB, and on it in print"


def check(out):
    findings, checked = [], 0
    for file in sorted(Path(out).glob("*.epub")):
        print_file = file.with_name(f"{file.stem}-print.pdf")
        if not print_file.exists():
            continue
        marks, pages = Marks(file), pages_of(print_file)
        labels = page_labels(print_file, len(pages))
        found = list(compare(marks, pages, labels))
        if [label for label, _, _ in marks.marks] != marks.listed:
            found.append("the page-list is not the row of the marks")
        text_pages = sum(1 for page, label in zip(pages, labels) if label and len(page) > SLUG_LINE)
        if len(marks.marks) < text_pages * 9 // 10:
            found.append(f"{len(marks.marks)} marks for {text_pages} pages")
        findings += [f"{file.name}: {each}" for each in found]
        checked += len(marks.marks)
    return checked, findings


if __name__ == "__main__":
    conclude("page-list", *check(sys.argv[1]))
