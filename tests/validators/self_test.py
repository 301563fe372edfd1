"""The validators find the faults that are planted here."""

import tempfile
import unittest
import zipfile
from collections import Counter
from pathlib import Path

import reading_order
from output_text import HYPHEN_AT_END, EpubText
from page_list import compare as compare_pages, letters
from pdfa_check import strange_lines
from publication import Publication
from report_check import report_findings
from source_text import Source, visible_text, words
from words import compare

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' \
            '<rootfile full-path="EPUB/package.opf"/></rootfiles></container>'
PACKAGE = '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest>' \
          '<spine><itemref idref="a"/></spine></package>'
CHAPTER = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'
CALL = '<p>He said 1852<a epub:type="noteref" role="doc-noteref" id="ref-1" href="#note-1">1</a> un<em>believ</em>able.</p>'
NOTE = '<aside epub:type="footnote" id="note-1"><p><a role="doc-backlink" epub:type="backlink" href="#{}">1.</a> A comet.' \
       '</p></aside>'


def counted(text):
    return Counter(words(text))


def epub_text(body):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.epub")
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("META-INF/container.xml", CONTAINER)
            archive.writestr("EPUB/package.opf", PACKAGE)
            archive.writestr("EPUB/a.xhtml", CHAPTER.format(body))
        return EpubText(file)


class SourceWords(unittest.TestCase):
    def test_what_is_markup_is_no_word(self):
        text, notes = visible_text('A *un*real [link](http://a.b/c_(d) "T"){.x}[^n] `code`.^[Inline.]\n\n[^n]: Note.\n')
        self.assertEqual(words(text), ["a", "unreal", "link", "code", "inline", "note"])
        self.assertEqual(notes, 2)

    def test_only_whole_entities_are_characters(self):
        self.assertEqual(words(visible_text("a&nbsp;b ?a=b&notes=c")[0]), ["a", "b", "a", "b", "notes", "c"])

    def test_captions_credits_and_titles_are_words(self):
        text, _ = visible_text('::: {.insert title="Box"}\n![Cap.](p.jpg){alt="Alt" credit="Photo"}\n:::\n')
        self.assertEqual(words(text), ["box", "cap", "photo"])

    def test_front_matter_and_markers(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "a.md")
            file.write_text('---\ntitle: "Storm"\nauthor: [{name: "M. P."}]\nlang: en\n---\n\n12. Thesis\n', encoding="utf-8")
            source = Source(file)
        self.assertEqual(source.must, counted("Storm M P Thesis"))
        self.assertEqual(source.markers, counted("12"))

    def test_an_edition_has_its_own_contents(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "publication.toml").write_text(
                'language = "en"\ncontents = [{article = "a.md"}]\n[[edition]]\nlanguage = "es"\n'
                'contents = [{article = "b.md"}]\n', encoding="utf-8")
            publication = Publication(folder)
            stems = [(edition.stem, [file.name for file in edition.texts]) for edition in publication.editions()]
        self.assertEqual(stems, [(publication.name, ["a.md"]), (f"{publication.name}-es", ["b.md"])])


class Comparison(unittest.TestCase):
    def test_lost_and_doubled(self):
        lost, extra = compare(counted("one two three"), counted("one three three 7"), set())
        self.assertEqual((lost, extra), (Counter(["two"]), Counter(["three"])))

    def test_furniture_is_free(self):
        self.assertEqual(compare(counted("storm"), counted("storm storm 12 xiv"), {"storm"}), (Counter(), Counter()))

    def test_hyphens_at_line_ends(self):
        joins = []

        def join(match):
            joins.append((match[1], match[2]))
            return match[1] + match[2]

        text = HYPHEN_AT_END.sub(join, "exam-\nple well-\nknown")
        self.assertEqual(compare(counted("example well known"), counted(text), set(), joins), (Counter(), Counter()))

    def test_a_word_over_two_pages(self):
        joins = [("exam", "comet")]
        found = counted("examcomet ple")
        self.assertEqual(compare(counted("example comet"), found, set(), joins), (Counter(), Counter()))

    def test_a_broken_word_of_a_running_head(self):
        must = counted("storm over comet")
        self.assertEqual(compare(must, counted("storm over com et comet"), {"comet"}), (Counter(), Counter()))
        self.assertEqual(compare(must, counted("storm over com comet"), {"comet"}), (Counter(), counted("com")))

    def test_a_note_mark_behind_a_year(self):
        self.assertEqual(compare(counted("1852"), counted("185212"), set()), (Counter(), Counter()))


class Notes(unittest.TestCase):
    def test_words_and_a_note_that_leads_back(self):
        epub = epub_text(CALL + NOTE.format("ref-1"))
        self.assertEqual(epub.words, counted("He said 1852 1 unbelievable 1 A comet"))
        self.assertEqual(list(epub.note_findings(1)), [])

    def test_faults(self):
        self.assertEqual(len(list(epub_text(CALL).note_findings(1))), 2)
        self.assertEqual(len(list(epub_text(CALL + NOTE.format("nowhere")).note_findings(1))), 1)
        self.assertEqual(len(list(epub_text(NOTE.format("ref-1")).note_findings(1))), 2)


class PageMarks(unittest.TestCase):
    """Two pages; the mark of the second one at each word of the text."""

    pages = ["Running head 1 The comet was seen by everyone in the town before",
             "it was ever seen by those who had looked for it"]
    text = "The comet was seen by everyone in the town before it was ever seen by those who had looked for it"

    def findings(self, before):
        class Found:
            streams = [letters(self.text)]
            marks = [("2", 0, len(letters(before)))]

        return list(compare_pages(Found, [letters(page) for page in self.pages], ["1", "2"]))

    def test_the_break_itself(self):
        self.assertEqual(self.findings("The comet was seen by everyone in the town before"), [])

    def test_too_early(self):
        self.assertIn("not on that page", self.findings("The comet was seen by everyone")[0])

    def test_too_late(self):
        before = "The comet was seen by everyone in the town before it was ever seen by those"
        self.assertIn("on it in print", self.findings(before)[0])


REPORT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>Report</title>
<style>:root { --ground: #ffffff; --text: #111111; --quiet: #555555; --band: #f2f2f2; --error: #b3261e; --warning: #8a4b00;
--advice: #2b5a94; } @media (prefers-color-scheme: dark) { :root { --ground: #161616; --text: #ececec; --quiet: #b4b4b4;
--band: #242424; --error: #ff9a92; --warning: #ffb960; --advice: #9cc4f5; } }
body { overflow-wrap: anywhere; } img { max-width: 100%; } .wide { overflow-x: auto; }</style></head>
<body><header><h1>Report</h1></header><main><section aria-labelledby="found"><h2 id="found">Found</h2>
<img src="data:image/jpeg;base64,AA" alt="Page 1"/>
<div class="wide" role="region" aria-label="Pages" tabindex="0"><table><tr><th scope="col">page</th></tr></table></div>
</section></main></body></html>"""
REPORT_FAULTS = [(' lang="en"', ""), ('<meta name="viewport" content="width=device-width"/>', ""), ("Report</title>", "</title>"),
                 (' alt="Page 1"', ""), ("data:image/jpeg;base64,AA", "https://a.b/c.jpg"), (' scope="col"', ""),
                 (' aria-label="Pages"', ""), ('<div class="wide" role="region" aria-label="Pages" tabindex="0">', "<p>"),
                 ("h2", "h3"), ('id="found"', 'id="lost"'), ("<main>", "<main><script>1</script>"), ("--quiet: #555555", "--quiet: #999999"),
                 ("max-width: 100%", "width: 600px"), ("body {", "body { color: #777;"), ("<main>", "<div>")]


class Reports(unittest.TestCase):
    def test_a_good_one(self):
        self.assertEqual(list(report_findings(REPORT)), [])

    def test_each_fault_is_found(self):
        for good, bad in REPORT_FAULTS:
            with self.subTest(good):
                self.assertIn(good, REPORT)
                self.assertTrue(list(report_findings(REPORT.replace(good, bad))))


class ReadingOrder(unittest.TestCase):
    LINES = [f"{word} is a line that is long enough" for word in ("one", "two", "three", "four")]

    def letters(self, order):
        return "".join(reading_order.letters(self.LINES[at]) for at in order)

    def test_lost_and_moved(self):
        lines = [reading_order.letters(line) for line in self.LINES]
        self.assertEqual(reading_order.compare(lines, [], self.letters([0, 1, 2, 3])), ([], 1))
        self.assertEqual(reading_order.compare(lines, [], self.letters([0, 3, 1, 2]))[1], 0.75)
        self.assertEqual(reading_order.compare(lines, ["anote"], self.letters([0, 1, 2]))[0], [lines[3], "anote"])

    def test_what_a_source_shows(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "a.md")
            file.write_text("---\ntitle: Storm\n---\n\nHe swore[^n] it, see [](#x) there.\n\n| a | b |\n|---|---|\n\n: Caption\n\n"
                            "::: {.insert}\nBox\n:::\n\n[^n]: Note.\n", encoding="utf-8")
            found = reading_order.lines_of(file, True)
        self.assertEqual([line for where, line in found if where == "text"], ["storm", "heswore", "itsee", "there", "a", "b"])
        self.assertEqual({line for where, line in found if where == "moved"}, {"note", "box", "caption"})


class PdfA(unittest.TestCase):
    def test_only_what_part_one_alone_forbids_is_let_through(self):
        known = "7.11.2 : Error on MetaData, part must be 1\n3.1.11 : Invalid Font definition, A: The CIDSet entry is missing for the"
        self.assertEqual(strange_lines(known), [])
        self.assertEqual(strange_lines(known + "\n2.4.3 : Invalid Color space"), ["2.4.3 : Invalid Color space"])
        self.assertEqual(strange_lines("The file a.pdf is a valid PDF/A-1b file"), [])
        self.assertTrue(strange_lines("Exception in thread"))


unittest.main()
