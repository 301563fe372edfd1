"""The known truth of a made-up journal, and the result that an importer without faults would give.

The form is that of hand-annotated texts: articles with blocks, notes and calls; inserts; furniture; joins to make
and pairs that must stay apart; what a reviewer should see. Lines are counted from 1, by line feeds.
"""

import re

FINDING_PATTERNS = {"glued-words": r"[^\W\d_](?:19|20)\d\d", "quote-unclosed": r"(?<= )[“„«‘]\w+ \w+\.", "word-doubled": r"\b(\w{2,3}) \1\b",
                    "punctuation-doubled": r"\.\.", "spaces-normalised": r" ,", "emphasis-unbalanced": r"-$"}


def join_rows(rows, seams):
    """The text of the rows as one; the last row's hyphen stays."""
    text = rows[0]
    for seam, row in zip(seams, rows[1:]):
        if seam == "hyphen":
            text = text.removesuffix("-") + row
        else:
            text += row if seam in ("compound", "nospace") else " " + row
    return text


def rows_of(piece):
    return piece.rows or [piece.raw]


def left_of(piece, seam):
    return piece.plain(join_rows(rows_of(piece)[:seam + 1], piece.seams[:seam]))


def right_of(piece, seam):
    return piece.plain(join_rows(rows_of(piece)[seam + 1:], piece.seams[seam + 1:]))


def last_words(text):
    return " ".join(text.split()[-6:])


def first_words(text):
    return " ".join(text.split()[:6])


def all_pieces(journal):
    """Every piece with words of the text, in no particular order; furniture is told apart."""
    for article in journal.articles:
        yield from (piece for piece in (article.title, article.subtitle, article.byline) if piece)
        yield from article.blocks
        yield from article.notes
        for insert in [*article.inserts, *article.trailing]:
            yield from insert.pieces
    yield from journal.front


def block(piece):
    found = {"type": piece.role, "lines": piece.lines, "text": piece.truth()}
    if piece.role == "insert":
        found["type"] = "paragraph"
    if piece.marker and piece.role != "note":
        found["marker"] = piece.marker
        if piece.role == "paragraph":
            found["numbered"] = True
    return found


def article_truth(article):
    texts = [piece for piece in article.blocks if piece.role not in ("heading", "separator")]
    return {
        "id": article.name, "lang": article.language, "title": article.title.truth(), "title_lines": article.title.lines,
        "subtitle": article.subtitle.truth() if article.subtitle else None,
        "byline_line": article.byline.truth() if article.byline else None,
        "byline": article.author, "affiliation": article.organisation, "date": article.iso_date,
        "date_text": article.date_text,
        "blocks": [block(piece) for piece in article.blocks],
        "notes": [{"marker": piece.marker, "text": piece.truth(), "lines": piece.lines} for piece in article.notes],
        "refs": [reference(number, piece) for number, piece in article.refs],
        "first8": " ".join(texts[0].plain().split()[:8]), "last8": " ".join(texts[-1].plain().split()[-8:]),
    }


def reference(number, piece):
    before = piece.truth().split(f"[^{number}]")[0]
    row = next(at for at, text in enumerate(rows_of(piece)) if chr(0xE100 + number) in text)
    return {"marker": str(number), "line": piece.lines[row], "before": last_words(re.sub(r"\[\^\d+\]", "", before))}


def insert_truth(insert):
    return {"type": "ad", "kind": insert.kind, "title": insert.title, "label": insert.label,
            "lines": [line for piece in insert.pieces for line in piece.lines], "after_line": insert.after_line,
            "interrupts": insert.interrupts, "article": insert.article, "blocks": [block(piece) for piece in insert.pieces]}


def joins_to_make(journal):
    found = []
    for piece in all_pieces(journal):
        for seam, kind in enumerate(piece.seams):
            if kind != "verse":
                found.append({"left_line": piece.lines[seam], "right_line": piece.lines[seam + 1], "kind": kind,
                              "left": last_words(left_of(piece, seam)), "right": first_words(right_of(piece, seam))})
    return sorted(found, key=lambda join: (join["left_line"], join["right_line"]))


def pairs_apart(journal):
    """What stands one after the other in the file and does not belong together."""
    found = []
    runs = journal.extraction.runs
    for (left, left_row, _, left_line), (right, right_row, right_line, _) in zip(runs, runs[1:]):
        if left is right or "furniture" in (left.role, right.role):
            continue
        last = max(at for at, line in enumerate(left.lines) if line <= left_line)
        pair = {"left_line": left_line, "right_line": right_line,
                "left": last_words(left.plain(join_rows(rows_of(left)[left_row:last + 1], left.seams[left_row:last]))),
                "right": first_words(right.plain(join_rows(rows_of(right)[right_row:], right.seams[right_row:])))}
        trap = trap_of(left, right, last + 1 < len(rows_of(left)), right_row > 0)
        found.append(pair | ({"trap": trap} if trap else {}))
    return found


def trap_of(left, right, left_open, right_continues):
    if left_open:
        return "a sentence or word is interrupted by an insert"
    if right_continues:
        return "the end of an insert, then the rest of a sentence"
    names = {("note", "insert"): "note / insert", ("insert", "title"): "insert / title", ("note", "title"): "note / title",
             ("title", "subtitle"): "title / subtitle", ("subtitle", "byline"): "subtitle / byline",
             ("title", "byline"): "title / byline"}
    if left.plain().endswith(":") and right.role in ("list", "quote"):
        return "colon, then a list or a quotation"
    return names.get((left.role, right.role), "heading" if "heading" in (left.role, right.role) else "")


def review_items(journal):
    found = []
    for piece in all_pieces(journal):
        for code in piece.findings:
            found.append({"line": finding_line(piece, code), "code": code})
        for seam, kind in enumerate(piece.seams):
            if kind == "nospace":
                found.append({"line": piece.lines[seam], "code": "url-split"})
            elif seam in piece.cuts and piece.role == "note":
                found.append({"line": piece.lines[seam], "code": "note-joined"})
    return sorted(found, key=lambda item: (item["line"], item["code"]))


def finding_line(piece, code):
    pattern = FINDING_PATTERNS.get(code)
    for line, row in zip(piece.lines, rows_of(piece)):
        if pattern and re.search(pattern, row):
            return line
    return piece.lines[0]


def issue_truth(journal):
    spec = journal.spec
    return {"kind": "journal issue", "title": spec.title, "number": str(journal.number), "language": spec.language,
            "date": "%04d-%02d" % journal.day[:2], "website": journal.site, "cover_lines": journal.cover_lines,
            "contents": journal.contents}


def inserts_of(journal):
    return [insert for article in journal.articles for insert in [*article.inserts, *article.trailing]]


def truth(journal, source):
    furniture = [*journal.extraction.furniture, *(a.notes_heading for a in journal.articles if a.notes_heading and a.notes_heading.lines)]
    unique = {id(piece): piece for piece in furniture}.values()
    return {
        "schema": "seed-import/1", "source": source, "issue": issue_truth(journal),
        "articles": [article_truth(article) for article in journal.articles],
        "front": [block(piece) | {"type": "paragraph"} for piece in journal.front],
        "furniture": [{"text": piece.truth(), "lines": piece.lines} for piece in unique],
        "inserts": [insert_truth(insert) for insert in inserts_of(journal)],
        "diagnostics": review_items(journal),
        "joins": {"must": joins_to_make(journal), "must_not": pairs_apart(journal)},
    }


# what an importer without faults would write


def ideal_article(article):
    blocks = []
    for piece in article.blocks:
        made = {"type": "quote" if piece.role == "verse" else piece.role, "text": piece.truth()}
        blocks.append(made | ({"marker": piece.marker} if piece.marker else {}))
    for insert in [*article.inserts, *article.trailing]:
        blocks += [{"type": "ad", "text": piece.truth()} for piece in insert.pieces]
    return {"title": article.title.truth(), "subtitle": article.subtitle.truth() if article.subtitle else None,
            "byline": article.author, "byline_text": article.byline.truth() if article.byline else None,
            "date": article.iso_date, "lang": article.language, "blocks": blocks,
            "notes": [{"marker": piece.marker, "text": piece.truth()} for piece in article.notes]}


def ideal(journal):
    return {"schema": "seed-import/1", "issue": issue_truth(journal),
            "articles": [ideal_article(article) for article in journal.articles],
            "front": [{"type": "paragraph", "text": piece.truth()} for piece in journal.front], "back": [],
            "diagnostics": [{"code": item["code"], "line": item["line"], "confidence": 0.5} for item in review_items(journal)]}
