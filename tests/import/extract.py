"""Lays a made-up journal out as the file that an extraction leaves: order, cuts, inserts, running heads, blank lines."""

import breaks
from pieces import Insert, Piece
from prose import capitalised


class Extraction:
    """The file and, in every piece, the lines on which it stands."""

    def __init__(self, spec, prose, random):
        self.spec, self.prose, self.random = spec, prose, random
        self.lines, self.runs, self.furniture = [], [], []
        self.folio, self.cut_count = 2, 0

    # inserts

    def make_insert(self):
        kind = self.random.choice(self.spec.insert_kinds)
        prose, words, gap = self.prose, self.prose.words, self.spec.gaps.get("insert", 1)
        if kind == "subscription":
            title, *rest = (prose.fill(line) for line in words["subscribe"])
            texts, label = [title, *rest], title
        elif kind == "event":
            title = capitalised(prose.theme(), prose.language)
            texts, label = [title, f"{prose.date()}, {self.random.choice(prose.places)}", words["ad_order"].format(w=prose.site)], title
        else:
            title = prose.fresh("titles")
            label = capitalised(prose.fill(self.random.choice(words["ad_label"])), prose.language)
            byline = words["by"].format(P=prose.person()) + ", " + prose.month_date(prose.day(2022))
            texts = [label, title, byline, " ".join(prose.sentences(260)), prose.fill(words["ad_sale"])]
            texts += [words["ad_order"].format(w=prose.site)] if self.random.random() < 0.6 else []
            if self.random.random() < 0.4:
                texts.insert(3, self.chapters())
            if self.random.random() < 0.4:
                texts.insert(2, capitalised(prose.fill(self.random.choice(prose.lines("subtitles")[:2])), prose.language))
        insert = Insert(kind, title, label, [Piece(text, "insert", gap=gap) for text in texts])
        for piece in insert.pieces:
            piece.insert = insert
            if piece.raw.endswith(f" * {words['notes'][0]}"):
                breaks.cut_before_last_star(piece)
            elif self.spec.wrap and len(piece.raw) > self.spec.wrap:
                breaks.wrap(piece, self.spec.wrap, self.random, 0)
        return insert

    def chapters(self):
        """The chapter list of an advertised book: it ends in the heading of its notes."""
        titles = [self.prose.fresh("headings") for _ in range(4)]
        return " * ".join([*titles, self.prose.words["notes"][0]])

    # cuts

    def cut_blocks(self, article):
        """Wraps or cuts some paragraphs and notes of the article, and puts inserts into some of the cuts."""
        if self.spec.wrap:
            for piece in [*article.blocks, *article.notes]:
                if piece.role not in ("verse", "separator", "heading") and len(piece.raw) > self.spec.wrap:
                    breaks.wrap(piece, self.spec.wrap, self.random, self.spec.hyphenate)
        long = [piece for piece in article.blocks if piece.role in ("paragraph", "list", "quote") and len(piece.raw) > 330]
        self.random.shuffle(long)
        for number in range(min(len(long), self.spec.cuts)):
            kind = self.spec.cut_kinds[self.cut_count % len(self.spec.cut_kinds)]
            self.cut_count += 1
            piece = next((piece for piece in long if breaks.allows(piece, kind)), long[0])
            long.remove(piece)
            made = breaks.cut_wrapped(piece, self.random) if self.spec.wrap else breaks.cut(piece, kind, self.random)
            if made and number < self.spec.inserts_inside:
                self.insert_into(piece, article)
            elif made and self.spec.head_at_cuts:
                piece.between[min(piece.cuts)] = self.page_turn()
        for note in article.notes:
            if not self.spec.wrap and self.random.random() < self.spec.note_cuts:
                breaks.cut(note, "address" if "https" in note.raw else "lower", self.random)

    def insert_into(self, piece, article):
        insert = self.make_insert()
        seam = min(piece.cuts)
        insert.interrupts = "mid-word" if piece.seams[seam] in ("hyphen", "compound") else "mid-sentence"
        insert.article = article.name
        article.inserts.append(insert)
        piece.between[seam] = insert.pieces

    # running heads

    def page_turn(self):
        """The folio and the running head of a page, as the spec has them."""
        self.folio += 1
        style = self.spec.running_head
        head = f"{self.prose.name}  {self.spec.issue_label}"
        texts = {"none": [], "folio": [str(self.folio)], "dashes": [f"— {self.folio} —"], "head": [head, str(self.folio)],
                 "line": [f"{self.folio}   {head}"]}[style]
        pieces = [Piece(text, "furniture", gap=self.spec.gaps["paragraph"]) for text in texts]
        if pieces and self.spec.form_feed:
            pieces[-1].prefix = "\f"
        return pieces

    # the file

    def emit(self, piece):
        for number, row in enumerate(piece.source_rows()):
            if number == 0:
                self.blank(piece.gap)
                self.start_run(piece)
            self.lines += [self.spec.indent.get(piece.role, "") + row]
            piece.lines.append(len(self.lines))
            if piece.role == "furniture" and number == 0:
                self.furniture.append(piece)
            self.runs[-1][3] = len(self.lines)
            if number in piece.cuts:
                for inner in piece.between.get(number, []):
                    self.emit(inner)
                self.note_insert(piece, number)
                self.blank(piece.gap)
                self.start_run(piece, number + 1)

    def start_run(self, piece, row=0):
        self.runs.append([piece, row, len(self.lines) + 1, len(self.lines) + 1])

    def note_insert(self, piece, number):
        inner = piece.between.get(number, [])
        if inner and inner[0].insert:
            inner[0].insert.after_line = piece.lines[number]

    def blank(self, count):
        for _ in range(count if self.lines else 0):
            self.lines.append(self.spec.blank)

    def emit_all(self, pieces):
        for piece in pieces:
            self.emit(piece)
            if piece.role in ("paragraph", "list") and not piece.cuts and self.spec.running_head != "none":
                if self.random.random() < self.spec.head_share:
                    for furniture in self.page_turn():
                        self.emit(furniture)

    def text(self):
        joined = self.spec.newline.join(self.lines) + self.spec.newline
        return joined

    def encoded(self):
        text = self.text()
        if self.spec.no_break_spaces:
            text = scatter_no_break_spaces(text, self.random, self.spec.no_break_spaces)
        return text.encode(self.spec.encoding)


def scatter_no_break_spaces(text, random, share):
    return "".join("\u00a0" if character == " " and random.random() < share else character for character in text)
