"""Every word and every note of the sources stands in the EPUB, the print PDF and the screen PDF, exactly once.

Usage: words.py FOLDER OUT

Words are compared as multisets. What may be there more often than in the sources is derived from them: words of titles,
bylines and headings (running heads, contents), of the manifest (title pages, cover, imprint), of drawings, figures
(folios, note numbers), and the few labels that the program writes by itself.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from output_text import EpubText, PdfText
from publication import Publication, conclude
from source_text import DIV_TITLE, Source, words

# Labels of the program, for every language it knows.
LABELS = set(words("""
    contents index notes note page pages figure table issn isbn no number vol volume issue part chapter appendix price cover
    continued printed published by and edition date website email phone telephone photo imprint contact rights
    january february march april may june july august september october november december
    contenido índice sumario notas nota página páginas número volumen precio portada edición parte capítulo teléfono
    correo electrónico web por y de
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    содержание примечания примечание страница страницы номер том выпуск цена часть глава приложение телефон сайт
    электронная почта и с стр г
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
"""))
FREE = re.compile(r"\d+|[ivxlc]+")
MOST_PIECES = 4
SHOWN = 40


def strings_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_of(item)


def drawing_words(folder):
    for file in folder.rglob("*.svg"):
        yield from words(re.sub(r"<[^>]*>", " ", file.read_text(encoding="utf-8")))


class Expected:
    """What the sources of one edition ask of every output."""

    def __init__(self, publication, edition):
        self.must = Counter()
        self.markers = Counter()
        self.free = set(LABELS)
        self.notes = 0
        for file in edition.texts:
            source = Source(file, file not in edition.untitled)
            self.must += source.must
            self.markers += source.markers
            self.free |= source.heads
            self.notes += source.notes
        self.free |= {word for text in strings_of(edition.manifest) for word in words(text)}
        self.free |= set(drawing_words(publication.folder))
        back = edition.manifest.get("cover", {}).get("back")
        if back and (publication.folder / back).is_file():
            self.free |= set(Source(publication.folder / back).must)


def segmented(word, available):
    """The word as a row of words that are left over, or None: a break inside it, without a hyphen or over a page."""
    rows = (row_of(word, available, pieces) for pieces in range(1, MOST_PIECES + 1))
    return next((row for row in rows if row), None)


def row_of(word, available, pieces):
    if available[word] > 0:
        return [word]
    if pieces == 1:
        return None
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        if available[head] > 0:
            rest = row_of(tail, available - Counter([head]), pieces - 1)
            if rest:
                return [head, *rest]
    return None


def undo_joins(found, must, joins):
    """well- / known at a line's end is two words when the sources have no "wellknown"."""
    for left, right in ((words(a), words(b)) for a, b in joins):
        joined = "".join(left + right)
        one_is_lost = any(found[word] < must[word] for word in left + right)
        if found[joined] > must[joined] and (must[joined] == 0 or one_is_lost):
            found[joined] -= 1
            found.update(left + right)


def reconcile(lost, extra):
    """Takes out what is lost and extra at once: words in pieces, and figures with a note's figure behind them."""
    for word in list(lost):
        for _ in range(lost[word]):
            pieces = segmented(word, extra)
            if not pieces and word.isdigit():
                pieces = next(([other] for other in extra if other.isdigit() and extra[other] > 0
                               and other.startswith(word)), None)
            if pieces:
                lost[word] -= 1
                extra.subtract(pieces)
    return +lost, +extra


def without_pieces(strange, extra, must):
    """Takes out what makes a word of the sources together with another word that is there too often: one broken over a
    column's end, or behind a drop initial, that a running head or the contents show once more as a whole.
    """
    for word in sorted(strange, key=len, reverse=True):
        for other in sorted(extra, key=lambda other: (other not in strange, other)):
            fits = must[word + other] > 0 or must[other + word] > 0
            while fits and strange[word] > 0 and extra[other] > (word == other):
                for one in (word, other):
                    extra[one] -= 1
                    strange[one] -= one in strange
    return +strange


def compare(must, found, free, joins=()):
    found = Counter(found)
    undo_joins(found, must, joins)
    lost, extra = reconcile(must - found, found - must)
    strange = Counter({word: count for word, count in extra.items() if word not in free and not FREE.fullmatch(word)})
    return lost, without_pieces(strange, extra, must)


def report(name, lost, extra):
    for what, counter in (("lost", lost), ("added", extra)):
        if counter:
            shown = ", ".join(f"{word} ×{count}" if count > 1 else word for word, count in sorted(counter.items())[:SHOWN])
            yield f"{name}: {sum(counter.values())} words {what}: {shown}"


def check_edition(publication, edition, out):
    expected = Expected(publication, edition)
    epub = EpubText(out / f"{edition.stem}.epub")
    marker_words = set(expected.markers)
    yield from report(f"{edition.stem}.epub", *compare(expected.must, epub.words, expected.free | marker_words))
    yield from (f"{edition.stem}.epub: {finding}" for finding in epub.note_findings(expected.notes))
    for ending in ("-print.pdf", "-screen.pdf"):
        pdf = PdfText(out / f"{edition.stem}{ending}")
        must = expected.must + expected.markers
        yield from report(f"{edition.stem}{ending}", *compare(must, pdf.words, expected.free, pdf.joins))


def check(folder, out):
    publication = Publication(folder)
    checked = 0
    findings = []
    for edition in publication.editions():
        checked += sum(Expected(publication, edition).must.values())
        findings += check_edition(publication, edition, Path(out))
    return checked, findings


if __name__ == "__main__":
    conclude("words", *check(*sys.argv[1:3]))
