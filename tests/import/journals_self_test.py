"""Proves that the made-up journals and the score can be trusted, before anything is measured with them.

A result made from what the generator knows must be faultless; a damaged one must not be. The words of each file must be
those of its truth, every line number must point to the line that has the words, and the same seed must give the same
bytes.
"""

import copy
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from journals import make_all  # noqa: E402
from pieces import MARKS  # noqa: E402
from score import score, words  # noqa: E402
from truth import all_pieces, ideal, inserts_of, truth  # noqa: E402

SEEDS = (0, 7)
FAULTS = {"wrong joins", "lost words", "extra words"}


def check(condition, message):
    if not condition:
        sys.exit(message)


def faultless(found):
    return all(value.right == 0 if name in FAULTS else value.right == value.made == value.wanted
               for name, value in found.properties.items())


def check_ideal(journal):
    known, made = truth(journal, "x.txt"), ideal(journal)
    found = score(known, made)
    check(faultless(found), f"{journal.spec.name}: an ideal result is not faultless:\n" + "\n".join(found.misses[:10]))
    return known, made


def check_words(journal):
    """What stands in the file is what the truth has, and furniture, and marks: nothing more, nothing less."""
    shown = Counter(letters(journal.extraction.text()))
    wanted = Counter()
    furniture = {id(piece): piece for piece in journal.extraction.furniture}.values()
    for piece in [*all_pieces(journal), *furniture]:
        wanted.update(letters("".join(piece.source_rows())))
    check(shown == wanted, f"{journal.spec.name}: letters of the file and of the truth differ: {(shown - wanted) + (wanted - shown)}")


def letters(text):
    return "".join(text.split())


def check_lines(journal, known):
    lines = journal.extraction.text().replace("\r\n", "\n").split("\n")
    name = journal.spec.name
    for join in known["joins"]["must"]:
        left, right = words(lines[join["left_line"] - 1]), words(lines[join["right_line"] - 1])
        check(words(join["left"])[-1] in left[-2:], f"{name}: line {join['left_line']} does not end a left half: {join}")
        check(words(join["right"])[0] in right[:3], f"{name}: line {join['right_line']} does not begin a right half: {join}")
    for article in known["articles"]:
        check(words(lines[article["title_lines"][0] - 1])[:2] == words(article["title"])[:2], f"{name}: title of {article['id']}")
        for block in article["blocks"]:
            check(set(words(block["text"])[:1]) <= set(words(lines[block["lines"][0] - 1])), f"{name}: line of {block}")
    for insert in inserts_of(journal):
        if insert.interrupts != "between":
            check(insert.after_line > 0 and lines[insert.after_line - 1].strip(), f"{name}: place of {insert.title}")


def damaged(made):
    """Results with one fault each, and the property that must show it."""
    def change(function):
        result = copy.deepcopy(made)
        function(result["articles"])
        return result

    def first(articles, kind):
        return next(block for article in articles for block in article["blocks"] if block["type"] == kind and len(block["text"]) > 40)

    yield "articles", change(lambda articles: articles.pop())
    yield "articles", change(lambda articles: articles.append({"title": "Nothing of the kind", "blocks": []}))
    yield "fields", change(lambda articles: articles[0].update(lang="xx"))
    yield "lost words", change(lambda articles: first(articles, "paragraph").update(text="lost"))
    yield "extra words", change(lambda articles: first(articles, "paragraph").update(text="invented word " + first(articles, "paragraph")["text"]))
    yield "blocks", change(lambda articles: first(articles, "paragraph").update(text=first(articles, "paragraph")["text"][:60]))
    yield "wrong joins", change(glue_title)
    if any(block["type"] == "heading" for article in made["articles"] for block in article["blocks"]):
        yield "headings", change(lambda articles: next(
            block for article in articles for block in article["blocks"] if block["type"] == "heading").update(type="paragraph"))
    if any(article["notes"] for article in made["articles"]):
        yield "note links", change(lambda articles: [article["notes"].clear() for article in articles])
    if any(block["type"] == "ad" for article in made["articles"] for block in article["blocks"]):
        yield "inserts", change(lambda articles: [block.update(type="paragraph") for article in articles
                                                  for block in article["blocks"] if block["type"] == "ad"])


def glue_title(articles):
    article = articles[0]
    following = article["subtitle"] or article["byline_text"] or article["blocks"][0]["text"]
    article["title"] = f"{article['title']} {following}"


def check_damage(name, known, made):
    for property_name, result in damaged(made):
        value = score(known, result).properties[property_name]
        seen = value.right > 0 if property_name in FAULTS else not value.right == value.made == value.wanted
        check(seen, f"{name}: a result with a fault in its {property_name} is taken for faultless")
    if known["joins"]["must"] and any(join["kind"] == "space" for join in known["joins"]["must"]):
        halves = copy.deepcopy(made)
        for article in halves["articles"]:
            article["blocks"] = [half for block in article["blocks"] for half in cut_in_words(block)]
        check(score(known, halves).properties["joins"].recall < 1, f"{name}: texts in pieces are taken for joined")


def cut_in_words(block):
    return [{"type": "paragraph", "text": word} for word in block["text"].split()]


def check_variety(journals):
    specs = [journal.spec for journal in journals]
    check(len(specs) >= 24 and len({spec.language for spec in specs}) >= 8, "too few journals or languages")
    joins = Counter(join["kind"] for journal in journals for join in truth(journal, "")["joins"]["must"])
    check(all(joins[kind] for kind in ("space", "hyphen", "compound", "nospace")), f"a kind of join is missing: {joins}")
    check({spec.mark_style for spec in specs} == set(MARKS), "a style of note marks is missing")


def main():
    for seed in SEEDS:
        journals = list(make_all(seed))
        check_variety(journals)
        for number, journal in enumerate(journals):
            known, made = check_ideal(journal)
            check_words(journal)
            check_lines(journal, known)
            if seed == 0 and number % 4 == 0:
                check_damage(journal.spec.name, known, made)
    again = [journal.extraction.encoded() for journal in make_all(SEEDS[-1])]
    check(again == [journal.extraction.encoded() for journal in journals], "the same seed gives other bytes")
    json.dumps([truth(journal, "") for journal in journals])
    print(f"{len(journals)} journals in {len({j.spec.language for j in journals})} languages, {len(SEEDS)} seeds: the truths hold")


main()
