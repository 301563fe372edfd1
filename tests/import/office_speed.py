"""Prints what `quoin import` takes for a long manuscript: 150,000 words on some 300 pages with 900 notes, as DOCX and as ODT.

    python3 -B tests/import/office_speed.py out/build/release/bin/quoin

Nothing is asserted: times belong to a machine. It fails only when an import does."""

import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

WORDS = 150_000
WORDS_OF_PARAGRAPH = 100
WORDS_OF_NOTE = 12
NOTE_EVERY = 150
SYLLABLES = "ka lo mi tur ven ras ol pe din sta for wen gri hal tos nu bel".split()


def words(chance, count):
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)]


def manuscript():
    """Paragraphs as lists of (words, note), with a heading before every thirtieth."""
    chance = random.Random(93)
    paragraphs = []
    written = since_note = 0
    while written < WORDS:
        heading = " ".join(words(chance, 4)).capitalize() if len(paragraphs) % 30 == 0 else ""
        pieces, rest = [], WORDS_OF_PARAGRAPH
        while rest > 0:
            count = min(rest, chance.randint(8, 25))
            rest -= count
            since_note += count
            written += count
            note = ""
            if since_note >= NOTE_EVERY:
                since_note = 0
                written += WORDS_OF_NOTE
                note = " ".join(words(chance, WORDS_OF_NOTE)).capitalize() + "."
            pieces.append((" ".join(words(chance, count)).capitalize() + ".", note))
        paragraphs.append((heading, pieces))
    return paragraphs


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def run(text, look=""):
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(paragraphs, path):
    body, notes = [], []
    for heading, pieces in paragraphs:
        if heading:
            body.append(f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run(heading)}</w:p>')
        runs = []
        for at, (text, note) in enumerate(pieces):
            runs.append(run(text + " ", "<w:rPr><w:i/></w:rPr>" if at == 1 else ""))
            if note:
                notes.append(f'<w:footnote w:id="{len(notes) + 2}"><w:p>{run(note)}</w:p></w:footnote>')
                runs.append(f'<w:r><w:footnoteReference w:id="{len(notes) + 1}"/></w:r>')
        body.append(f'<w:p>{"".join(runs)}</w:p>')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{TYPES}styles+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{TYPES}footnotes+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels":
        f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"{head}<w:styles {W}>{style}</w:styles>",
        "word/footnotes.xml": f"{head}<w:footnotes {W}>{''.join(notes)}</w:footnotes>",
    }
    archive(path, parts)


ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(paragraphs, path):
    body, count = [], 0
    for heading, pieces in paragraphs:
        if heading:
            body.append(f'<text:h text:outline-level="1">{escape(heading)}</text:h>')
        runs = []
        for at, (text, note) in enumerate(pieces):
            runs.append(f'<text:span text:style-name="T1">{escape(text)}</text:span> ' if at == 1 else escape(text) + " ")
            if note:
                count += 1
                runs.append(f'<text:note text:id="ftn{count}" text:note-class="footnote"><text:note-citation>{count}'
                            f'</text:note-citation><text:note-body><text:p>{escape(note)}</text:p></text:note-body></text:note>')
        body.append(f'<text:p>{"".join(runs)}</text:p>')
    names = " ".join(f'xmlns:{each}="{ODF}{each}:1.0"' for each in ("office", "text", "style"))
    look = ('<style:style style:name="T1" style:family="text"><style:text-properties '
            f'xmlns:fo="{ODF}xsl-fo-compatible:1.0" fo:font-style="italic"/></style:style>')
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        f"<office:automatic-styles>{look}</office:automatic-styles>"
        f'<office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>',
    }
    archive(path, parts)


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def user_seconds(quoin, manuscript_path, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    status = subprocess.run([quoin, "import", manuscript_path, "-o", folder], capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    if status.returncode not in (0, 5):  # 5: decisions need a look
        sys.exit(f"{manuscript_path.name}: status {status.returncode}\n{status.stdout}{status.stderr}")
    return after - before


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    paragraphs = manuscript()
    with tempfile.TemporaryDirectory() as folder:
        for write in (docx, odt):
            path = Path(folder) / f"long.{write.__name__}"
            write(paragraphs, path)
            seconds = user_seconds(sys.argv[1], path, Path(folder) / write.__name__)
            print(f"{write.__name__}: {path.stat().st_size / 1024:.0f} KB, {seconds:.2f} s of user time")


main()
