"""Writes the articles of a made-up journal: titles, bylines, blocks, calls and notes, as the editors had them."""

from pieces import MARKS, Article, Piece
from prose import EMPHASIS, call, capitalised

BYLINES = ("by-organisation-date", "organisation-date", "name-organisation", "collective", "date-name", "date", "italic-name",
           "by", "by-date-comma", "none")


class Composer:
    def __init__(self, spec, prose, random):
        self.spec, self.prose, self.random = spec, prose, random

    def gap(self, kind):
        return self.spec.gaps.get(kind, self.spec.gaps["paragraph"])

    def article(self, number, plan):
        prose = self.prose
        title = Piece(self.cased(prose.fresh("titles"), self.spec.title_case), "title", gap=self.gap("title"))
        if plan["title_lines"] == 2:
            self.two_lines(title)
        article = Article(f"a{number}", prose.language, title, self.subtitle(plan["subtitle"]), *self.byline(plan["byline"]))
        article.call_style, article.mark_style = self.spec.call_style, self.spec.mark_style
        self.body(article, plan)
        for piece in article.blocks:
            piece.call_style = article.call_style
        return article

    def cased(self, text, case):
        if case == "upper":
            return text.upper() if self.prose.language != "tr" else text.replace("i", "İ").upper()
        if case == "title":
            return " ".join(word[:1].upper() + word[1:] if len(word) > 3 else word for word in text.split(" "))
        return text

    def two_lines(self, piece):
        spaces = [at for at, character in enumerate(piece.raw) if character == " "]
        if len(spaces) < 3:
            return
        at = min(spaces, key=lambda space: abs(space - len(piece.raw) * 0.6))
        piece.rows, piece.seams = [piece.raw[:at], piece.raw[at + 1:]], ["space"]

    def subtitle(self, kind):
        if kind == "none":
            return None
        lines = sorted(self.prose.lines("subtitles"), key=len)
        line = lines[-1] if kind == "long" else self.random.choice(lines[:-1])
        piece = Piece(capitalised(self.prose.fill(line), self.prose.language), "subtitle", gap=self.gap("subtitle"))
        if kind == "two":
            self.two_lines(piece)
        return piece

    def byline(self, form):
        prose, words = self.prose, self.prose.words
        person, organisation, day = prose.person(), prose.organisation(), prose.day(2023)
        date = prose.date(day, self.random.choice(words["date"]))
        by = words["by"].format(P=person)
        collective = self.random.choice(words["collective"]).format(O=organisation)
        text, author, dated = {
            "by-organisation-date": (f"{by}, {organisation}, {date}", person, True),
            "organisation-date": (f"{person}, {organisation}, {date}", person, True),
            "name-organisation": (f"{person}, {organisation}", person, False),
            "collective": (f"{collective}, {date}", organisation, True),
            "date-name": (f"{date}, {person}", person, True),
            "date": (date, None, True),
            "italic-name": (f"{EMPHASIS}{person}{EMPHASIS}", person, False),
            "by": (by, person, False),
            "by-date-comma": (f"{by}, {date},", person, True),
            "none": (None, None, False),
        }[form]
        piece = Piece(text, "byline", gap=self.gap("byline")) if text else None
        if form == "by-date-comma":
            piece.findings.append("byline-truncated")
        affiliation = organisation if text and organisation in text and author != organisation else None
        return piece, author, affiliation, day if dated else None, date if dated else None

    # the body

    def body(self, article, plan):
        self.thesis = 0
        sections = max(1, plan["headings"] + 1)
        for section in range(sections):
            if section or plan["heading_first"]:
                if section < sections and (section or plan["headings"]):
                    article.blocks.append(self.heading())
            for _ in range(max(1, plan["paragraphs"] // sections)):
                article.blocks.append(self.paragraph(plan))
            for extra in plan["extras"][section::sections]:
                article.blocks += getattr(self, extra)()
        self.calls_and_notes(article, plan["notes"])

    def heading(self):
        return Piece(self.cased(self.prose.fresh("headings"), self.spec.heading_case), "heading", gap=self.gap("heading"))

    def paragraph(self, plan):
        sentences = self.prose.sentences(self.random.randrange(300, 900))
        if self.random.random() < 0.3:
            sentences.insert(1, self.with_emphasis())
        if self.random.random() < 0.2:
            sentences[0] = sentences[0][:-1] + " " + self.prose.fill(self.prose.words["paren"]) + "."
        if self.random.random() < 0.25:
            at = self.random.randrange(len(sentences))
            sentences[at] = self.prose.quoted(sentences[at])
        if self.prose.words["compounds"] and self.random.random() < 0.15:
            sentences.append(self.with_compound())
        piece = Piece(" ".join(sentences), "paragraph", gap=self.gap("paragraph"))
        if plan["theses"]:
            self.thesis += 1
            piece.marker, piece.prefix = f"{self.thesis}.", f"{self.thesis}. "
        return piece

    def with_emphasis(self):
        theme = capitalised(self.prose.theme(), self.prose.language)
        return self.prose.fill(self.prose.words["mixed"].replace("*{X}*", EMPHASIS + theme + EMPHASIS))

    def with_compound(self):
        compound = self.random.choice(self.prose.words["compounds"].split("|"))
        return self.prose.sentence()[:-1] + f" ({compound})."

    def unnumbered(self):
        """A paragraph that belongs to the thesis before it."""
        return [Piece(" ".join(self.prose.sentences(220)), "paragraph", gap=self.gap("paragraph"))]

    def lettered(self):
        return self.items("a b c d".split(), "{})", "{}) ")

    def numbered(self):
        return self.items("1 2 3".split(), "{}.", "{}. ")

    def bullets(self):
        mark = self.spec.bullet
        return self.items(["•"] * 4, "•", {"•": "  •\u00a0", "-": "- ", "–": "– "}[mark])

    def items(self, markers, form, prefix):
        found = [Piece(self.prose.fill(self.prose.words["calls_for"]), "paragraph", gap=self.gap("paragraph"))]
        texts = {self.prose.fresh("items") for _ in markers}
        for marker, text in zip(markers, sorted(texts)):
            text += self.random.choice(["", ".", ". " + self.prose.sentence()])
            if text in self.prose.used:
                text += " " + self.prose.sentence()
            self.prose.used.add(text)
            found.append(Piece(text, "list", form.format(marker), prefix.format(marker), gap=self.gap("item")))
        closing = Piece(" ".join(self.prose.sentences(200)), "paragraph", gap=self.gap("paragraph"))
        return [*found, closing]

    def in_a_sentence(self):
        """An enumeration that is no list."""
        return [Piece(f"{self.prose.fill(self.prose.words['such_as'])} {' '.join(self.prose.sentences(250))}", "paragraph",
                      gap=self.gap("paragraph"))]

    def quotation(self):
        leading = Piece(" ".join(self.prose.sentences(150))[:-1] + ":", "paragraph", gap=self.gap("paragraph"))
        text = self.prose.quoted(" ".join(self.prose.sentences(300)))
        return [leading, Piece(text, "quote", gap=self.gap("paragraph")), *self.unnumbered()]

    def verse(self):
        rows = self.prose.lines("verse")
        piece = Piece(" ".join(rows), "verse", gap=self.gap("paragraph"))
        piece.rows, piece.seams = rows, ["verse"] * (len(rows) - 1)
        return [piece, *self.unnumbered()]

    def separator(self):
        return [Piece(self.random.choice(["* * *", "* * * * *", "***"]), "separator", gap=self.gap("paragraph")),
                *self.unnumbered()]

    # notes

    def calls_and_notes(self, article, count):
        long = [piece for piece in article.blocks if piece.role == "paragraph" and ". " in piece.raw]
        places = sorted((self.random.randrange(len(long)) for _ in range(count)))
        for number, place in enumerate(places, start=1):
            self.add_call(long[place], number)
            article.refs.append((number, long[place]))
            article.notes.append(self.note(number, article, article.notes))
        if count > 2:
            self.odd_notes(article, long[-1], count + 1)

    def odd_notes(self, article, last, number):
        if "call" in self.spec.odd_notes:
            self.add_call(last, number)
            last.unlinked.add(number)
            last.findings.append("call-without-note")
        elif "note" in self.spec.odd_notes:
            article.notes.append(self.note(number, article, article.notes))
            article.notes[-1].findings.append("note-without-call")

    def add_call(self, piece, number):
        """After the sentence that follows the last call, so that calls stay in order."""
        start = max((at for at, c in enumerate(piece.raw) if ord(c) >= 0xE100 and ord(c) < 0xE200), default=-1) + 1
        ends = [at for at in range(start, len(piece.raw)) if piece.raw[at] == "." and piece.raw[at + 1:at + 2] in (" ", "")
                and piece.raw[at - 1:at].isalpha()]
        if not ends:
            piece.raw += call(number)
            return
        at = self.random.choice(ends[:2])
        before = self.spec.call_place == "before"
        piece.raw = piece.raw[:at] + call(number) + piece.raw[at:] if before else piece.raw[:at + 1] + call(number) + piece.raw[at + 1:]

    def note(self, number, article, earlier):
        words = self.prose.words
        text = words["ibid"] if earlier and self.random.random() < 0.2 else self.prose.note()
        if earlier and self.random.random() < 0.1:
            text = earlier[-1].raw
        return Piece(text, "note", str(number), MARKS[article.mark_style](number), gap=self.gap("note"))
