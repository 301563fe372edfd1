"""One made-up journal: its front, contents, articles, inserts and notes, in the order of the file."""

import random as randomness
from dataclasses import dataclass, field

from breaks import wrap
from compose import Composer
from dirt import soil
from extract import Extraction
from pieces import Piece
from prose import Prose, capitalised


@dataclass
class Spec:
    """How a journal is made and what its extraction did to it."""

    name: str
    language: str
    house: str
    title: str
    articles: int = 4
    second_language: str = ""  # the first article again, in this language
    # the extraction
    wrap: int = 0
    hyphenate: float = 0.5
    gaps: dict = field(default_factory=lambda: {"paragraph": 1})
    blank: str = ""
    newline: str = "\n"
    encoding: str = "utf-8"
    form_feed: bool = False
    running_head: str = "none"  # none folio dashes head line
    head_share: float = 0.12
    head_at_cuts: bool = False
    no_break_spaces: float = 0.0
    indent: dict = field(default_factory=dict)
    cuts: int = 2  # an article
    cut_kinds: tuple = ("lower", "hyphen", "capital", "call", "short", "compound", "emphasis")
    note_cuts: float = 0.15
    inserts_inside: int = 0  # an article
    inserts_between: int = 0
    insert_kinds: tuple = ("book", "subscription", "event")
    # the house
    masthead: str = "full"  # full short none
    contents: str = "dash"  # dash dots spaces slash none
    contents_missing: int = 0  # articles that the contents leave out
    contents_reworded: bool = False
    contents_subtitles: bool = False
    title_case: str = "sentence"
    heading_case: str = "sentence"
    title_lines: tuple = (1,)
    subtitles: tuple = ("none", "short")
    bylines: tuple = ("by-organisation-date",)
    headings: int = 2
    heading_first: bool = False
    paragraphs: int = 8
    theses: tuple = (False,)
    extras: tuple = ()
    bullet: str = "•"
    call_style: str = "superscript"
    call_place: str = "after"
    mark_style: str = "1)"
    notes: tuple = (4,)  # cycled over the articles
    notes_heading: bool = True
    notes_place: str = "article"  # article, issue
    odd_notes: tuple = ()  # "call" without a note, "note" without a call, in the articles that have notes
    dirt: tuple = ()
    issue_label: str = ""
    seed: int = 0


class Journal:
    def __init__(self, spec):
        self.spec = spec
        self.random = randomness.Random(f"{spec.name}:{spec.seed}")
        self.site = f"www.{spec.name.replace('_', '-')}.example.org"
        self.prose = self.make_prose(spec.language)
        self.number = self.random.randrange(2, 140)
        self.day = self.prose.day(2023)
        spec.issue_label = self.prose.words["number"].format(n=self.number)
        self.extraction = Extraction(spec, self.prose, self.random)
        self.articles = [self.make_article(number) for number in range(spec.articles)]
        if spec.second_language:
            self.articles.insert(1, self.translation())
        self.front, self.contents, self.cover_lines = [], [], []
        self.arrange()

    def make_prose(self, language):
        return Prose(language, self.spec.house, self.random, self.site.removeprefix("www."), self.spec.title)

    def plan(self, number):
        def nth(values):
            return values[number % len(values)]

        spec = self.spec
        return {"title_lines": nth(spec.title_lines), "subtitle": nth(spec.subtitles), "byline": nth(spec.bylines),
                "notes": nth(spec.notes), "headings": spec.headings, "heading_first": spec.heading_first,
                "paragraphs": spec.paragraphs + self.random.randrange(3), "theses": nth(spec.theses),
                "extras": [name for at, name in enumerate(spec.extras) if at % spec.articles == number % spec.articles]}

    def make_article(self, number):
        return Composer(self.spec, self.prose, self.random).article(number + 1, self.plan(number))

    def translation(self):
        return Composer(self.spec, self.make_prose(self.spec.second_language), self.random).article(len(self.articles) + 1, self.plan(0))

    # the order of the file

    def arrange(self):
        extraction, spec = self.extraction, self.spec
        for article in self.articles:
            soil(article, spec, self.words_of(article)["quote_marks"][0], self.random)
            if article.notes and spec.notes_heading:
                heading = self.random.choice(self.words_of(article)["notes"])
                article.notes_heading = Piece(heading, "furniture", gap=spec.gaps.get("notes", spec.gaps["paragraph"]))
            extraction.cut_blocks(article)
        page = 3
        for article in self.articles:
            article.page = page
            page += self.random.randrange(2, 7)
        extraction.emit_all(self.front_pieces())
        for number, article in enumerate(self.articles):
            self.emit_article(article)
            if number < spec.inserts_between:
                article.trailing.append(extraction.make_insert())
                extraction.emit_all(article.trailing[-1].pieces)
        if spec.notes_place == "issue":
            self.emit_notes_of_the_issue()

    def words_of(self, article):
        return self.prose.words if article.language == self.spec.language else self.make_prose(article.language).words

    def emit_article(self, article):
        extraction = self.extraction
        if extraction.folio > 2 or self.spec.running_head in ("head", "line"):
            extraction.emit_all(extraction.page_turn() if self.random.random() < 0.5 else [])
        extraction.emit_all([piece for piece in (article.title, article.subtitle, article.byline) if piece])
        extraction.emit_all(article.blocks)
        if self.spec.notes_place == "article":
            extraction.emit_all([piece for piece in [article.notes_heading] if piece and article.notes])
            extraction.emit_all(article.notes)

    def emit_notes_of_the_issue(self):
        gap = self.spec.gaps.get("title", 2)
        self.extraction.emit(Piece(self.prose.words["notes"][0], "furniture", gap=gap))
        for article in self.articles:
            if article.notes:
                self.extraction.emit(Piece(article.title.raw, "furniture", gap=gap))
                self.extraction.emit_all(article.notes)

    # the front

    def front_pieces(self):
        spec, prose, words = self.spec, self.prose, self.prose.words
        if spec.masthead == "none":
            return []
        cased = spec.title.upper() if spec.language != "tr" else spec.title
        lines = [cased, spec.issue_label, prose.month_date(self.day)]
        if spec.masthead == "full":
            lines += [self.site]
            self.cover_lines = [article.title.raw for article in self.articles[1:3]]
            lines += self.cover_lines
        pieces = [Piece(text, "furniture", gap=1 if at else 0) for at, text in enumerate(lines)]
        pieces += self.contents_pieces()
        if spec.masthead == "full":
            texts = [prose.fill(words["cover_picture"]), prose.fill(words["masthead"]), f"{self.site} - office@{prose.site}"]
            self.front = [Piece(text, "front", gap=1) for text in texts]
            for piece in self.front:
                if spec.wrap and len(piece.raw) > spec.wrap:
                    wrap(piece, spec.wrap, self.random, 0)
        return pieces + self.front

    def contents_pieces(self):
        spec, words = self.spec, self.prose.words
        missing = set(range(1, 1 + spec.contents_missing))
        listed = [article for at, article in enumerate(self.articles) if at not in missing]
        if spec.contents == "none":
            return []
        for at, article in enumerate(self.articles):
            if at in missing:
                article.title.findings.append("toc-missing-article")
        titles = [self.reworded(article.title.raw) if spec.contents_reworded and at == 0 else article.title.raw
                  for at, article in enumerate(listed)]
        self.contents = [{"title": title, "page": article.page, "article": article.name}
                         for title, article in zip(titles, listed)]
        heading = [] if spec.contents == "dash" and self.random.random() < 0.5 else [Piece(words["contents"][0], "furniture", gap=2)]
        if spec.contents == "slash":
            return [*heading, Piece(" / ".join(titles), "furniture")]
        return heading + [self.contents_line(title, article, at) for at, (title, article) in enumerate(zip(titles, listed))]

    def contents_line(self, title, article, at):
        page = self.prose.words["page"].format(n=article.page)
        subtitle = article.subtitle.raw if article.subtitle and self.spec.contents_subtitles else ""
        body = f"{title}\n{subtitle}" if subtitle else title
        width = max(60, len(title) + 6)
        line = {"dash": f"- {body} {page}", "dots": title + " " + "." * (width - len(title)) + f" {article.page}",
                "spaces": f"{article.page:>3}   {title}"}[self.spec.contents]
        piece = Piece(line.replace("\n", " "), "furniture", gap=0 if at else 1)
        if "\n" in line:
            piece.rows, piece.seams = line.split("\n"), ["space"]
        return piece

    def reworded(self, title):
        words = [word for word in title.split(" ") if word]
        return capitalised(" ".join(words[:-1] if len(words) > 4 else words), self.spec.language).rstrip("?:,. ") + "!"
