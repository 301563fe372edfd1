"""What is wrong in the author's text and has to stay as it is, to be told to a reviewer."""

import re


def soil(article, spec, opening, random):
    paragraphs = [piece for piece in article.blocks if piece.role == "paragraph" and len(piece.raw) > 250]
    for kind, piece in zip(spec.dirt, random.sample(paragraphs, min(len(paragraphs), len(spec.dirt)))):
        changed = CHANGES[kind](piece.raw, opening) if kind == "quote-unclosed" else CHANGES[kind](piece.raw)
        if changed != piece.raw:
            piece.raw = changed
            piece.findings.append(kind)


def quote_unclosed(text, opening):
    """An opening mark whose closing one went with a link."""
    return re.sub(r" (\w+) (\w+)\.", rf" {opening}\1 \2.", text, count=1)


def glued_words(text):
    return re.sub(r"(\w) ((?:19|20)\d\d)\b", r"\1\2", text, count=1)


def word_doubled(text):
    return re.sub(r" (\w{2,3}) (?=\w)", r" \1 \1 ", text, count=1)


def punctuation_doubled(text):
    return re.sub(r"(\w)\. ", r"\1.. ", text, count=1)


def space_before_comma(text):
    return re.sub(r"(\w), ", r"\1 , ", text, count=1)


CHANGES = {"quote-unclosed": quote_unclosed, "glued-words": glued_words, "word-doubled": word_doubled,
           "punctuation-doubled": punctuation_doubled, "spaces-normalised": space_before_comma}
