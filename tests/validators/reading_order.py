"""The structure tree of a screen PDF reads as the sources do: every line of them stands in it in one piece, and in their order.

Usage: reading_order.py STRUCTURE_TEXT FOLDER OUT

STRUCTURE_TEXT is the program that reads the tree, which shares no code with the writer. Letters are compared, without marks, spaces and figures: what an edition may change. Notes stand behind the
paragraph that calls them, inserts behind their article's text, captions before their tables and the imprint where the layout puts it: they have
to be there, and the order is that of all other lines.
"""

import bisect
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

from publication import Publication, conclude
from source_text import FRONT_MATTER, VISIBLE_KEYS, front_matter, visible_text

LEAST_IN_ORDER = 0.99  # a float's caption may stand before or behind its neighbours
LONG_ENOUGH = 25  # shorter lines are repeated by chance
TABLE_CAPTION = re.compile(r"^(?:Table)?: \S.*\n(?:\S.*\n)*", re.M)
INSERT = re.compile(r"^(:{3,}) *\{[^}\n]*\.insert\b[^\n]*\n.*?^\1 *$", re.M | re.S)
CROSS_REFERENCE = re.compile(r"\[([^\[\]]*)\]\((?:[\w./-]*\.md)?#[^)]*\)")
INLINE_NOTE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
NOTE_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
NOTE_BODY = re.compile(r"^[ >]*\[\^[^\]\s]+\]:", re.M)
NOTE_DEFINITION = re.compile(r"^\[\^[^\]\s]+\]:.*\n(?:(?:[ \t]*\n)*[ \t]+\S.*\n|\S.*\n)*", re.M)
TABLE_RULE = re.compile(r"^[ >|:+=-]+$", re.M)


def letters(text):
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFKC", plain) if c.isalpha())


def lines_of(file, title_shown):
    """The lines of a source that a reader reads, each as its letters."""
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    head = FRONT_MATTER.match(text)
    keys = front_matter(head[1]) if head else {}
    shown = [keys.get(key, "") for key in VISIBLE_KEYS if title_shown or key != "title"]
    body = text[head.end():] if head else text
    found = [("text", line) for line in map(letters, shown)]
    moved = [match[0] for pattern in (NOTE_DEFINITION, INSERT, TABLE_CAPTION) for match in pattern.finditer(body)]
    for where, part in (("text", TABLE_CAPTION.sub("", INSERT.sub("", NOTE_DEFINITION.sub("", body)))), ("moved", "\n".join(moved))):
        part = TABLE_RULE.sub("", part)
        part = NOTE_BODY.sub("", part)
        for pattern, by in ((INLINE_NOTE, r"\n\1\n"), (CROSS_REFERENCE, r"\n\1\n"), (NOTE_MARK, "\n")):
            part = pattern.sub(by, part)
        part = re.sub(r" *\|", "\n", part)  # cells
        found += [(where, letters(line)) for line in visible_text(part)[0].splitlines()]
    return [(where, line) for where, line in found if line]


def structure_letters(program, file):
    output = subprocess.run([program, str(file)], check=True, capture_output=True).stdout
    return letters(output.decode("utf-8"))


def longest_rise(numbers):
    """How many of them can stay so that they rise."""
    ends = []
    for number in numbers:
        at = bisect.bisect_left(ends, number)
        ends[at:at + 1] = [number]
    return len(ends)


def compare(lines, moved, found):
    """Lines that stand nowhere, and the share of those that stand once that stand in the order of the sources."""
    lost = [line for line in lines + moved if line not in found]
    places = [found.find(line) for line in lines if len(line) >= LONG_ENOUGH and found.count(line) == 1]
    return lost, longest_rise(places) / len(places) if places else 1


def check(program, folder, out):
    publication = Publication(folder)
    checked, findings = 0, []
    for edition in publication.editions():
        file = Path(out, f"{edition.stem}-screen.pdf")
        lines, moved = [], []
        imprint = publication.folder / edition.manifest.get("imprint", {}).get("text", "-")
        for text in edition.texts:
            for where, line in lines_of(text, text not in edition.untitled):
                (moved if where == "moved" or text == imprint else lines).append(line)
        lost, share = compare(lines, moved, structure_letters(program, file))
        checked += len(lines) + len(moved)
        findings += [f"{file.name}: not in its structure: {line[:60]}" for line in lost[:20]]
        if share < LEAST_IN_ORDER:
            findings.append(f"{file.name}: {share:.3f} of its lines stand in the order of the sources")
    return checked, findings


if __name__ == "__main__":
    conclude("reading-order", *check(*sys.argv[1:4]))
