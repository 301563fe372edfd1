"""The words of a finished EPUB or PDF."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from pathlib import PurePosixPath

from source_text import words

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS_TYPE = "{http://www.idpf.org/2007/ops}type"
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
          "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
NOTE_LINKS = {"noteref", "backlink"}


class EpubText:
    def __init__(self, file):
        self.words = Counter()
        self.note_references = []  # (document, id, target)
        self.notes = {}  # (document, id) -> targets of its links back
        with zipfile.ZipFile(file) as archive:
            for document in spine_documents(archive):
                self.read(document, ElementTree.fromstring(archive.read(document)))

    def read(self, document, root):
        pieces = []
        collect(root.find(f"{XHTML}body"), pieces)
        self.words.update(words("".join(pieces)))
        for element in root.iter():
            types = (element.get(OPS_TYPE) or "").split()
            if "noteref" in types:
                self.note_references.append((document, element.get("id"), resolved(document, element.get("href", ""))))
            if "footnote" in types or "endnote" in types:
                links = [resolved(document, link.get("href", "")) for link in element.iter(f"{XHTML}a")
                         if link.get("role") == "doc-backlink"]
                self.notes[(document, element.get("id"))] = links

    def note_findings(self, expected):
        """Every note stands there once, is called, and leads back to its call."""
        if len(self.notes) != expected:
            yield f"{len(self.notes)} notes, {expected} in the sources"
        called = {target for _, _, target in self.note_references}
        calls = {(document, name) for document, name, _ in self.note_references}
        for document, name, target in self.note_references:
            if target not in self.notes:
                yield f"{document}#{name}: leads to {target}, which is no note"
        for note, links in self.notes.items():
            if note not in called:
                yield f"{note}: a note that nothing calls"
            if not links or any(link not in calls for link in links):
                yield f"{note}: leads back to {links}, which is no call"


def resolved(document, target):
    path, _, fragment = target.partition("#")
    return (str(PurePosixPath(document).parent / path) if path else document, fragment)


def spine_documents(archive, with_navigation=False):
    container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
    package_name = next(element.get("full-path") for element in container.iter() if element.tag.endswith("}rootfile"))
    package = ElementTree.fromstring(archive.read(package_name))
    items = {item.get("id"): item for item in package.iter() if item.tag.endswith("}item")}
    for reference in (element for element in package.iter() if element.tag.endswith("}itemref")):
        item = items[reference.get("idref")]
        if with_navigation or "nav" not in (item.get("properties") or "").split():
            yield str(PurePosixPath(package_name).parent / item.get("href"))


def collect(element, pieces):
    """Text of an element; everything but inline markup separates words."""
    tag = element.tag.removeprefix(XHTML) if isinstance(element.tag, str) else ""
    types = set((element.get(OPS_TYPE) or "").split()) if tag else set()
    separator = "" if tag in INLINE and not types & NOTE_LINKS else "\n"
    pieces.append(separator)
    pieces.append(element.text or "")
    for child in element:
        collect(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(separator)


HYPHEN_AT_END = re.compile(r"([^\W\d_]+)[-\u2010\u2011\u00ad]\s*\n\s*([^\W\d_]+)")
# Outside of the trim, for the print shop.
SLUG_LINE = re.compile(r"^page \d+ of \d+ .*\bbuild [0-9a-f]{8}$", re.M)


class PdfText:
    """Words hyphenated at a line's end are put together; `joins` remembers them, for those that had a hyphen anyway.

    mutool takes the spaces of the file; pdftotext guesses from gaps, and glues the words of a tight line.
    """

    def __init__(self, file):
        command = ["mutool", "draw", "-q", "-F", "txt", str(file)]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", errors="replace")
        text = SLUG_LINE.sub("", text)
        self.joins = []
        self.words = Counter(words(HYPHEN_AT_END.sub(self.join, text.replace("\f", "\n"))))

    def join(self, match):
        self.joins.append((match[1], match[2]))
        return match[1] + match[2]
