"""report.html can be read without a network, on a telephone and by a screen reader.

Usage: report_check.py OUT

Own rules after WCAG 2.2, level AA: language, title, landmarks, headings without gaps, descriptions of pictures, heads of tables, names of
regions, contrast of every colour against its ground in the light and in the dark; nothing fetched, no script, nothing wider than a telephone.
"""

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from publication import conclude

LEAST_CONTRAST = 4.5  # WCAG 1.4.3
MOST_PICTURES = 24
VOID = {"meta", "img", "br", "hr", "link", "input"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.findings, self.open, self.counts = [], [], {}
        self.ids, self.named_by, self.headings = set(), [], []
        self.title = self.style = ""
        self.pictures = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in VOID:
            self.open.append(tag)
        if "id" in values:
            if values["id"] in self.ids:
                self.findings.append(f"the id {values['id']} stands twice")
            self.ids.add(values["id"])
        self.named_by += values.get("aria-labelledby", "").split()
        self.look(tag, values)
        for name, value in attributes:
            if name in ("src", "href") and not value.startswith(("data:", "#")):
                self.findings.append(f"<{tag}> fetches {value[:60]}")
            if name.startswith("on"):
                self.findings.append(f"<{tag}> runs a script")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def look(self, tag, values):
        if tag == "html" and not values.get("lang"):
            self.findings.append("<html> has no language")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.pictures += 1
            if not values.get("alt"):
                self.findings.append("a picture has no description")
        if tag == "th" and values.get("scope") not in ("row", "col"):
            self.findings.append("a table's head does not say what it heads")
        if tag == "table" and "div" not in self.open:
            self.findings.append("a table does not scroll in a box of its own")
        if values.get("role") == "region" and not (values.get("aria-label") and values.get("tabindex") == "0"):
            self.findings.append("a region that scrolls has no name, or no key reaches it")
        if tag == "meta" and values.get("name") == "viewport" and "width=device-width" in values.get("content", ""):
            self.counts["viewport"] = 1

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.findings.append(f"</{tag}> closes what is not open")

    def handle_data(self, data):
        if self.open and self.open[-1] == "title":
            self.title += data
        if self.open and self.open[-1] == "style":
            self.style += data


def luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def style_findings(style):
    themes = re.findall(r":root \{([^}]*)\}", style)
    if len(themes) != 2:
        yield "the style sheet has not a light and a dark set of colours"
    for theme in themes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", theme))
        for name in ("text", "quiet", "error", "warning", "advice"):
            for ground in ("ground", "band"):
                found = contrast(colours[name], colours[ground])
                if found < LEAST_CONTRAST:
                    yield f"--{name} on --{ground} has a contrast of {found:.2f}"
    outside = re.sub(r":root \{[^}]*\}", "", style)
    if re.search(r"#[0-9a-fA-F]{3,8}\b|opacity", outside):
        yield "a colour stands outside of the two sets"
    if "url(" in style or "@import" in style:
        yield "the style sheet fetches something"
    for width in re.findall(r"(?:^|[;{\s])(?:min-)?width: *(\d+)(px|rem)", outside):
        if int(width[0]) * (16 if width[1] == "rem" else 1) > 320:
            yield f"something is {width[0]}{width[1]} wide, more than a telephone"
    for rule in ("img { max-width: 100%", ".wide { overflow-x: auto", "overflow-wrap: anywhere"):
        if rule not in style:
            yield f"the style sheet lacks: {rule}"


def report_findings(text):
    page = Page(text)
    yield from page.findings
    for tag, count in (("h1", 1), ("main", 1), ("header", 1), ("title", 1), ("viewport", 1)):
        if page.counts.get(tag, 0) != count:
            yield f"{tag}: {page.counts.get(tag, 0)} instead of {count}"
    if not page.title.strip():
        yield "the title is empty"
    if page.counts.get("script") or page.counts.get("iframe"):
        yield "there is a script or a frame"
    if page.headings[:1] != [1] or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:])):
        yield f"headings leave levels out: {page.headings[:20]}"
    for name in page.named_by:
        if name not in page.ids:
            yield f"a section is named by {name}, which is not there"
    if page.pictures > MOST_PICTURES:
        yield f"{page.pictures} pictures of pages"
    if page.open:
        yield f"not closed: {page.open}"
    yield from style_findings(page.style)


def size_findings(folder):
    """The report tells what each EPUB weighs, and its fonts."""
    notices = json.loads((folder / "report.json").read_text(encoding="utf-8"))["notices"]
    for book in sorted(folder.glob("*.epub")):
        wanted = f"{book.name}: {book.stat().st_size // 1000} kB; "
        if not any(notice.startswith(wanted) and " fonts of " in notice for notice in notices):
            yield f"report.json: does not say \"{wanted}… fonts of …\""


def check(out):
    files = sorted(Path(out).rglob("report.html"))
    findings = []
    for file in files:
        found = [*report_findings(file.read_text(encoding="utf-8")), *size_findings(file.parent)]
        findings += [f"{file.name}: {finding}" for finding in found]
    return len(files), findings


if __name__ == "__main__":
    conclude("report", *check(sys.argv[1]))
