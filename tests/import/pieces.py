"""What a made-up journal is made of: pieces of text, each with the lines of the extracted file it came to stand on."""

from dataclasses import dataclass, field

from prose import EMPHASIS, FIRST_CALL, is_call

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CALLS = {
    "superscript": lambda n: str(n).translate(SUPERSCRIPTS),
    "bracket": lambda n: f"[{n}]",
    "paren": lambda n: f"({n})",
    "star": lambda n: "*" * n,
}
MARKS = {
    "1)": lambda n: f"{n}) ",
    "[1]": lambda n: f"[{n}] ",
    "1.": lambda n: f"{n}. ",
    "1": lambda n: f"{n} ",
    "(1)": lambda n: f"({n}) ",
    "superscript": lambda n: str(n).translate(SUPERSCRIPTS) + " ",
    "star": lambda n: "*" * n + " ",
}


@dataclass
class Piece:
    """A paragraph, title, note, line of the contents …: one whole for the reader, often several lines of the file."""

    raw: str
    role: str  # title subtitle byline heading paragraph list quote verse separator note insert furniture front
    marker: str = ""  # as the truth has it: "12.", "a)", "•", a note's number
    prefix: str = ""  # as the file has it
    call_style: str = "superscript"
    gap: int = 1  # blank lines before
    rows: list = field(default_factory=list)  # lines of the file; empty: the whole text is one
    seams: list = field(default_factory=list)  # between two rows: space hyphen compound nospace
    between: dict = field(default_factory=dict)  # seam number → pieces that stand there
    cuts: set = field(default_factory=set)  # seams with blank lines, whether or not something stands there
    lines: list = field(default_factory=list)
    findings: list = field(default_factory=list)  # codes of what a reviewer should see
    unlinked: set = field(default_factory=set)  # numbers of calls that have no note
    insert: object = None

    def truth(self, raw=None):
        """As the truth has it: calls as [^n], no emphasis marks."""
        text = self.raw if raw is None else raw
        shown = [f"[^{ord(c) - FIRST_CALL}]" if is_call(c) and ord(c) - FIRST_CALL not in self.unlinked
                 else self.marked(c) for c in text if c != EMPHASIS]
        return " ".join("".join(shown).split())

    def marked(self, character):
        return CALLS[self.call_style](ord(character) - FIRST_CALL) if is_call(character) else character

    def plain(self, raw=None):
        """Words alone, for the ends of joins."""
        text = self.raw if raw is None else raw
        return " ".join("".join(c for c in text if c != EMPHASIS and not is_call(c)).split())

    def source(self, row):
        return "".join("*" if c == EMPHASIS else self.marked(c) for c in row)

    def source_rows(self):
        """The lines of the file. Emphasis that a cut goes through is closed and opened again, or forgotten."""
        rows = list(self.rows or [self.raw])
        shown, is_open, carry = [], False, ""
        for number, row in enumerate(rows):
            row = carry + row
            is_open = is_open != (row.count(EMPHASIS) % 2 == 1)
            carry = ""
            if is_open and number in self.cuts:
                row, is_open = row + EMPHASIS, False
                carry = self.reopened(rows, number)
            shown.append(self.source(row))
        shown[0] = self.prefix + shown[0]
        return shown

    def reopened(self, rows, number):
        """After a cut inside a word the second mark is lost, and so is the one that would have closed it."""
        if self.seams[number] == "hyphen" and EMPHASIS in rows[number + 1]:
            rows[number + 1] = rows[number + 1].replace(EMPHASIS, "", 1)
            if "emphasis-unbalanced" not in self.findings:
                self.findings.append("emphasis-unbalanced")
            return ""
        return EMPHASIS


@dataclass
class Insert:
    kind: str
    title: str
    label: str
    pieces: list
    interrupts: str = "between"
    after_line: int = 0
    article: str = ""


@dataclass
class Article:
    name: str
    language: str
    title: Piece
    subtitle: Piece | None
    byline: Piece | None
    author: str | None
    organisation: str | None
    date: tuple | None
    date_text: str | None
    blocks: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    notes_heading: Piece | None = None
    refs: list = field(default_factory=list)  # (number, piece)
    call_style: str = "superscript"
    mark_style: str = "1)"
    page: int = 0
    inserts: list = field(default_factory=list)
    trailing: list = field(default_factory=list)  # inserts after the notes

    @property
    def iso_date(self):
        return "%04d-%02d-%02d" % self.date if self.date else None
