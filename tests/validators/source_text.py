"""The words and notes of a Markdown source, read without the program: what a reader must find in every output.

A rough reader on purpose: it strips what is no word, and knows nothing of structure.
"""

import html
import re
import unicodedata
from collections import Counter

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.S)
CODE_BLOCK = re.compile(r"^ *(```+|~~~+)[^\n]*\n(.*?)^ *\1[`~]*[ ]*$", re.S | re.M)
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
DIV = re.compile(r"^[ >]*:::+.*$", re.M)
DIV_TITLE = re.compile(r'title="([^"]*)"')
NOTE = re.compile(r"^[ >]*\[\^[^\]\s]+\]:", re.M)
NOTE_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+.*$", re.M)
DESTINATION = r'\((?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+"[^"]*")?\s*\)'
FIGURE = re.compile(rf"^[ >]*!\[((?:[^\[\]]|\[[^\]]*\])*)\]{DESTINATION}(\{{[^}}]*\}})?[ ]*$", re.M)
IMAGE = re.compile(rf"!\[(?:[^\[\]]|\[[^\]]*\])*\]{DESTINATION}(?:\{{[^}}]*\}})?")
LINK_TARGET = re.compile(rf"\](?:{DESTINATION}|\[[^\]]*\])")
ATTRIBUTES = re.compile(r"\{(?:[#.][^{}]*|[\w-]+=[^{}]*)\}")
INDEX_TERM = re.compile(r"\[([^\[\]]*)\]\{\.index(?: +entry=\"([^\"]*)\")?\}")
CREDIT = re.compile(r'credit="([^"]*)"')
ENTITY = re.compile(r"&(?:#\w+|\w+);")
AUTOLINK = re.compile(r"<((?:https?|mailto):[^>]+|[^<>@\s]+@[^<>\s]+)>")
CAPTION_MARK = re.compile(r"^(?:Table)?: ", re.M)
TABLE_HEAD = re.compile(r"^(.*\|.*)\n[ >]*\|?[ ]*:?-+:?[ ]*\|", re.M)
HEADING = re.compile(r"^[ >]*#{1,6} +(.*)$", re.M)
LIST_MARKER = re.compile(r"^([ >]*)(\(?(?:\d+|[ivxlcIVXLC]+|[A-Za-z])[.)]) +(?=\S)", re.M)
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])

# Letters and digits apart: a note's figure behind a word is no part of it.
WORD = re.compile(r"[^\W\d_]+|\d+")

VISIBLE_KEYS = ("title", "subtitle", "abstract")
HEAD_KEYS = VISIBLE_KEYS + ("byline", "author", "running-title", "date")


def words(text):
    """Compatibility forms, case, soft hyphens and joiners do not count."""
    plain = unicodedata.normalize("NFKC", text).translate(INVISIBLE).casefold()
    return WORD.findall(unicodedata.normalize("NFKC", plain))


class Source:
    """One Markdown file: `must` stands in every output, `markers` in print, `heads` may be repeated anywhere."""

    def __init__(self, file, title_shown=True):
        text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
        head = FRONT_MATTER.match(text)
        keys = front_matter(head[1]) if head else {}
        body = text[head.end():] if head else text
        visible, self.notes = visible_text(body)
        without_markers = LIST_MARKER.sub(r"\1", visible)
        shown = [keys.get(key, "") for key in VISIBLE_KEYS if title_shown or key != "title"]
        shown.append(keys.get("byline") or keys.get("author", ""))

        self.must = Counter(words(without_markers))
        for value in shown:
            self.must.update(words(visible_text(value)[0]))
        self.markers = Counter(words(visible)) - Counter(words(without_markers))
        self.heads = set(words(" ".join(keys.get(key, "") for key in HEAD_KEYS)))
        self.heads |= {word for heading in HEADING.findall(visible) for word in words(heading)}
        self.heads |= {word for row in TABLE_HEAD.findall(visible) for word in words(row)}
        self.heads |= set(words(" ".join(DIV_TITLE.findall(body))))
        # The index repeats its terms, below the letters that they begin with.
        terms = [word for term, entry in INDEX_TERM.findall(body) for word in words(entry or term)]
        self.heads |= set(terms) | {term[0] for term in terms}


def front_matter(text):
    """The values by key, as one string each: enough for words."""
    values = {}
    key = None
    for line in text.splitlines():
        match = re.match(r"([\w-]+):\s*(.*)$", line)
        if match:
            key = match[1]
            values[key] = match[2].strip().strip("|>").strip()
        elif key:
            values[key] += " " + line.strip()
    # {name: "A", affiliation: "B"}: the keys are no words of the author.
    return {key: unquoted(re.sub(r"\b(name|affiliation|role|url|orcid):", " ", value)) for key, value in values.items()}


def unquoted(value):
    """A quoted YAML value; other values keep their quotes, which are no words."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return value


def visible_text(text):
    """What a reader sees of the Markdown, and the number of its notes."""
    kept = []

    def keep(literal):
        kept.append(literal)
        return f"\ue000{chr(0xE100 + len(kept) - 1)}\ue001"

    text = COMMENT.sub("", text)
    text = CODE_BLOCK.sub(lambda match: keep(match[2]) + "\n", text)
    text = CODE_SPAN.sub(lambda match: keep(match[2]), text)
    text = ESCAPE.sub(lambda match: chr(0xE000 + 0x80 + ord(match[1])) , text)
    text = DIV.sub(lambda match: "\n" + "\n".join(DIV_TITLE.findall(match[0])), text)

    notes = len(NOTE.findall(text)) + text.count("^[")
    text = NOTE.sub("\n", text)
    text = NOTE_REFERENCE.sub("", text)
    text = text.replace("^[", " [")

    text = LINK_DEFINITION.sub("", text)
    text = FIGURE.sub(lambda match: f"{match[1]}\n{' '.join(CREDIT.findall(match[2] or ''))}", text)
    text = IMAGE.sub("", text)
    text = LINK_TARGET.sub("", text)
    text = ATTRIBUTES.sub("", text)
    text = AUTOLINK.sub(r"\1", text)
    text = CAPTION_MARK.sub("", text)
    text = re.sub(r"[*~^\[\]]", "", text)
    text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = re.sub(r"\ue000(.)\ue001", lambda match: kept[ord(match[1]) - 0xE100], text)
    return re.sub(r"[\ue080-\ue0ff]", lambda match: chr(ord(match[0]) - 0xE080), text), notes
