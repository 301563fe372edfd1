"""What an import made of a text, as lines that one can read: the neutral result without the form of the written files.

One line an article's title, block and note. Inserts come last, since their place in the text is free; the lines of a
verse and of an insert are parted by " / ".
"""


def outline(result):
    lines = [f"cover {text}" for text in result["issue"].get("cover_lines") or []]
    lines += [f"issue {key}: {result['issue'][key]}" for key in ("series", "number", "date", "website", "email", "phone")
              if result["issue"].get(key)]
    lines += [line for block in result.get("front", []) for line in shown("front", block)]
    for article in result["articles"]:
        lines += ["", *article_lines(article)]
    lines += [line for block in result.get("back", []) for line in shown("back", block)]
    return "\n".join(lines).strip("\n") + "\n"


def article_lines(article):
    yield f"article {article['lang']} {article['date'] or '-'}: {article['title']}"
    yield from (f"{name}: {article[key]}" for name, key in (("subtitle", "subtitle"), ("byline", "byline_text"), ("author", "byline"))
                if article.get(key))
    inserts = [block for block in article["blocks"] if block["type"] == "ad"]
    for block in article["blocks"]:
        if block["type"] != "ad":
            yield from shown(block["type"], block)
    yield from (f"note {note['marker']}: {one_line(note['text'])}" for note in article["notes"])
    for insert in inserts:
        yield from shown("insert", insert)


def shown(kind, block):
    marker = f" {block['marker']}" if block.get("marker") else ""
    yield kind if kind == "separator" else f"{kind}{marker}: {one_line(block.get('text', ''))}"


def one_line(text):
    return " / ".join(line.strip() for line in text.split("\n"))
