"""How well an import recovered a journal whose truth is known.

Usage: score.py TRUTH.json RESULT.json [-v]       RESULT is the import-result.json that `quoin import` writes

Compared are words: case, quotation marks, dashes and marks of notes do not count. Every property is told as what was
found, what of it was right, and what there was to find, so that figures of several texts can be added up.
"""

import difflib
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

CALL = re.compile(r"\[\^([^\]\s]+)\]")
SHOWN_MARK = re.compile(r"[¹²³⁰⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\]")
FORMAT_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff'’‘‛"))
AROUND = 4  # words on each side of a seam or before a call
SAME_TITLE, SAME_SUBTITLE, WHOLE_INSERT = 0.85, 0.9, 0.9


def words(text):
    text = SHOWN_MARK.sub("", CALL.sub("", text or ""))
    folded = unicodedata.normalize("NFKC", text.translate(FORMAT_CHARACTERS)).casefold()
    return re.findall(r"[^\W_]+", folded)


def key(text):
    return " ".join(words(text))


def likeness(one, other):
    return difflib.SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


@dataclass
class Property:
    """`right` of `made` are right; `wanted` there were."""

    right: int = 0
    made: int = 0
    wanted: int = 0

    def __iadd__(self, other):
        self.right, self.made, self.wanted = self.right + other.right, self.made + other.made, self.wanted + other.wanted
        return self

    @property
    def precision(self):
        return self.right / self.made if self.made else float(not self.wanted)

    @property
    def recall(self):
        return self.right / self.wanted if self.wanted else 1.0


@dataclass
class Score:
    properties: dict = field(default_factory=dict)
    misses: list = field(default_factory=list)

    def put(self, name, right, made, wanted):
        self.properties[name] = Property(right, made, wanted)

    def miss(self, text):
        self.misses.append(text)


class Texts:
    """All texts of a truth or a result, each whole, so that a seam can be looked for in them."""

    def __init__(self, texts):
        self.raw = [re.sub(r"\s+", " ", CALL.sub("", text)) for text in texts]
        self.folded = [f" {' '.join(words(text))} " for text in texts]

    def has(self, sequence):
        wanted = f" {' '.join(sequence)} "
        return any(wanted in text for text in self.folded)

    def has_raw(self, text):
        return any(text in raw for raw in self.raw)


def items_of(block):
    items = block.get("items")
    if not items:
        return [(block.get("text", ""), block.get("marker"))]
    return [(item["text"], item.get("marker")) if isinstance(item, dict) else (item, None) for item in items]


def blocks_of(article):
    return [(block.get("type", "paragraph"), text, marker) for block in article.get("blocks", [])
            for text, marker in items_of(block)]


def texts_of_result(result):
    found = []
    for article in result.get("articles", []):
        found += [article.get("title"), article.get("subtitle"), article.get("byline_text") or article.get("byline")]
        for kind, text, _ in blocks_of(article):
            found += text.split("\n") if kind == "ad" else [text]
        found += [note["text"] for note in article.get("notes", [])]
    found += [block.get("text", "") for part in ("front", "back") for block in result.get(part, [])]
    return [text for text in found if text]


def texts_of_truth(truth):
    found = []
    for article in truth["articles"]:
        found += [article["title"], article["subtitle"], article["byline_line"]]
        found += [block["text"] for block in [*article["blocks"], *article["notes"]]]
    found += [block["text"] for insert in truth["inserts"] for block in insert["blocks"]]
    found += [block["text"] for block in truth["front"]]
    return [text for text in found if text]


def score(truth, result):
    found = Score()
    pairs = match_articles(truth, result, found)
    score_fields(pairs, found)
    score_blocks(truth, result, found)
    score_headings(truth, result, found)
    score_links(truth, result, found)
    score_inserts(truth, result, found)
    score_joins(truth, result, found)
    score_words(truth, result, found)
    score_review(truth, result, found)
    return found


def match_articles(truth, result, found):
    free, pairs = list(result.get("articles", [])), []
    for article in truth["articles"]:
        best = max(free, key=lambda other: likeness(article["title"], other.get("title")), default=None)
        if best is not None and likeness(article["title"], best.get("title")) >= SAME_TITLE:
            free.remove(best)
            pairs.append((article, best))
        else:
            found.miss(f"article missed: {article['title']}")
            pairs.append((article, None))
    for other in free:
        found.miss(f"article invented: {other.get('title')}")
    right = sum(other is not None for _, other in pairs)
    found.put("articles", right, len(result.get("articles", [])), len(truth["articles"]))
    return pairs


def score_fields(pairs, found):
    right = wanted = 0
    for article, other in pairs:
        for name in ("subtitle", "byline", "date", "lang"):
            if not article.get(name):
                continue
            wanted += 1
            if field_is_right(name, article, (other or {}).get(name) or ""):
                right += 1
            else:
                found.miss(f"{name} of {article['id']}: {(other or {}).get(name)!r}, not {article[name]!r}")
    found.put("fields", right, wanted, wanted)


def field_is_right(name, article, given):
    wanted = article[name]
    if name == "subtitle":
        return likeness(wanted, given) > SAME_SUBTITLE
    if name == "byline":
        return set(words(wanted)) <= set(words(given)) and len(words(given)) <= len(words(article["byline_line"])) + 2
    if name == "date":
        return given[:10] == wanted
    return given.split("-")[0].lower() == wanted


def common(one, other):
    return sum((Counter(one) & Counter(other)).values())


def text_of_block(text):
    """Without a marker that stands in the text."""
    return key(re.sub(r"^\s*(?:\(?(?:\d{1,3}|\w|[ivx]{1,4})(?:\.\)|[.)])\s*|[•·–*-]\s+)(?=\S)", "", text.replace("\xa0", " ")))


def score_blocks(truth, result, found):
    wanted = [text_of_block(block["text"]) for article in truth["articles"] for block in article["blocks"] if block["type"] != "separator"]
    made = [(text_of_block(text), text, marker) for article in result.get("articles", []) for kind, text, marker in blocks_of(article)
            if kind not in ("ad", "separator") and words(text)]
    found.put("blocks", common(wanted, [text for text, _, _ in made]), len(made), len(wanted))
    for text in Counter(wanted) - Counter(text for text, _, _ in made):
        found.miss(f"block not found whole: {text[:90]}")
    markers = {}
    for text, whole, marker in made:
        shown = re.match(r"\s*(\(?(?:\d{1,3}|\w)[.)]+|[•·–*-])\s", whole)
        markers.setdefault(text, set()).add(bare_marker(marker or (shown.group(1) if shown else "")))
    numbered = [block for article in truth["articles"] for block in article["blocks"] if block.get("marker")]
    right = 0
    for block in numbered:
        if bare_marker(block["marker"]) in markers.get(text_of_block(block["text"]), ()):
            right += 1
        else:
            found.miss(f"number {block['marker']} lost: {block['text'][:60]}")
    found.put("numbering", right, len(numbered), len(numbered))


def bare_marker(marker):
    return re.sub(r"[^\w•]", "", re.sub("[*·–-]", "•", str(marker).lower()))


def score_headings(truth, result, found):
    wanted = [key(block["text"]) for article in truth["articles"] for block in article["blocks"] if block["type"] == "heading"]
    made = [key(text) for article in result.get("articles", []) for kind, text, _ in blocks_of(article) if kind == "heading"]
    made += [key(block.get("text")) for part in ("front", "back") for block in result.get(part, []) if block.get("type") == "heading"]
    found.put("headings", common(wanted, made), len(made), len(wanted))
    for text in Counter(wanted) - Counter(made):
        found.miss(f"heading missed: {text}")
    for text in Counter(made) - Counter(wanted):
        found.miss(f"heading invented: {text}")


def links_of(article, blocks):
    """Every call: the words before it in its block and the beginning of its note."""
    notes = {str(note["marker"]): note["text"] for note in article.get("notes", [])}
    found = []
    for _, text, _ in blocks:
        for match in CALL.finditer(text):
            note = notes.get(match.group(1))
            found.append((" ".join(words(text[:match.start()])[-AROUND:]), " ".join(words(note)) if note else None))
    return found


def score_links(truth, result, found):
    wanted = [link for article in truth["articles"] for link in links_of(article, blocks_of(article))]
    made = [link for article in result.get("articles", []) for link in links_of(article, blocks_of(article))]
    found.put("note links", common(wanted, made), len(made), len(wanted))
    for before, note in Counter(wanted) - Counter(made):
        found.miss(f"note link missed: …{before} → {str(note)[:50]}")
    for before, note in Counter(made) - Counter(wanted):
        found.miss(f"note link invented: …{before} → {str(note)[:50]}")


def triples(texts):
    return Counter(triple for text in texts for triple in zip(*(words(text)[at:] for at in range(3))))


def score_inserts(truth, result, found):
    set_apart = [text for article in result.get("articles", []) for kind, whole, _ in blocks_of(article) if kind == "ad"
                 for text in whole.split("\n")]
    set_apart += [text for part in ("front", "back") for block in result.get(part, []) if block.get("type") == "ad"
                  for text in block["text"].split("\n")]
    made, right = triples(set_apart), 0
    for insert in truth["inserts"]:
        wanted = triples(block["text"] for block in insert["blocks"])
        if (wanted & made).total() >= WHOLE_INSERT * wanted.total():
            right += 1
        else:
            found.miss(f"insert not set apart ({(wanted & made).total()} of {wanted.total()}): {insert['title']}")
    found.put("inserts", right, right, len(truth["inserts"]))
    every = triples(block["text"] for insert in truth["inserts"] for block in insert["blocks"])
    found.put("insert words", (every & made).total(), made.total(), every.total())
    for triple in list(made - every)[:5]:
        found.miss(f"taken for an insert: {' '.join(triple)}")


def seam(join, kind):
    left, right = words(join["left"])[-AROUND:], words(join["right"])[:AROUND]
    if not left or not right:
        return []
    forms = [] if kind == "hyphen" else [left + right]
    if kind in ("hyphen", "any") and join["left"].rstrip("*").endswith("-"):
        forms.append([*left[:-1], left[-1] + right[0], *right[1:]])
    return forms


def score_joins(truth, result, found):
    made, known = Texts(texts_of_result(result)), Texts(texts_of_truth(truth))
    right = 0
    for join in truth["joins"]["must"]:
        if join["kind"] == "nospace":
            good = made.has_raw(join["left"][-12:] + join["right"][:12])
        else:
            good = any(made.has(form) for form in seam(join, join["kind"]))
        right += good
        if not good:
            found.miss(f"not joined ({join['kind']}) {join['left_line']} > {join['right_line']}: …{join['left']} | {join['right']}…")
    wrong = 0
    for pair in truth["joins"]["must_not"]:
        if any(made.has(form) and not known.has(form) for form in seam(pair, "any")):
            wrong += 1
            found.miss(f"WRONGLY joined {pair['left_line']} > {pair['right_line']}: …{pair['left']} | {pair['right']}…")
    wanted = len(truth["joins"]["must"])
    found.put("joins", right, right, wanted)
    found.put("wrong joins", wrong, wrong, 0)


def score_words(truth, result, found):
    wanted = Counter(word for text in texts_of_truth(truth) for word in words(text))
    furniture = Counter(word for item in truth["furniture"] for word in words(item["text"]))
    shown = texts_of_result(result)
    bare = Counter(word for text in shown for word in text_of_block(text).split())
    whole = Counter(word for text in shown for word in words(text))
    lost, extra = wanted - (bare | whole), bare - wanted - furniture
    found.put("lost words", lost.total(), lost.total(), 0)
    found.put("extra words", extra.total(), extra.total(), 0)
    if lost or extra:
        found.miss(f"lost: {' '.join(list(lost)[:20])}; extra: {' '.join(list(extra)[:20])}")


def score_review(truth, result, found):
    told = {item.get("line") for item in result.get("diagnostics") or []}
    wanted = truth["diagnostics"]
    for item in wanted:
        if item["line"] not in told:
            found.miss(f"not told: {item['code']} on line {item['line']}")
    found.put("review", sum(item["line"] in told for item in wanted), len(wanted), len(wanted))


def summary(found):
    return " | ".join(f"{name} {value.right}/{value.made}/{value.wanted}" for name, value in found.properties.items())


def main():
    truth, result = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    found = score(truth, result)
    print(f"{Path(sys.argv[1]).stem}: {summary(found)}")
    if "-v" in sys.argv[3:]:
        print("\n".join(f"    {line}" for line in found.misses))


if __name__ == "__main__":
    main()
