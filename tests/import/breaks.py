"""Cuts paragraphs as column ends, page ends and boxes do, and wraps them where the extraction is hard-wrapped."""

from prose import EMPHASIS, is_call

VOWELS = set("aeiouyäöüáéíóúàèìòùâêîôûãõåąęаеёиоуыэюяіїєαεηιουωάέήίόύώıİ")
SHORTEST_LEFT, SHORTEST_RIGHT = 140, 50


def hyphenation_points(word):
    """Between a vowel and a consonant that has another vowel after it: good enough in every language here."""
    return [at for at in range(2, len(word) - 2)
            if word[at - 1] in VOWELS and word[at] not in VOWELS and word[at + 1] in VOWELS]


def is_plain_word(word):
    return len(word) >= 7 and word.isalpha() and word.islower()


def finder_of(kind):
    return {"lower": lower_places, "capital": capital_places, "hyphen": hyphen_places, "call": call_places,
            "compound": compound_places, "short": short_places, "emphasis": emphasis_places, "address": address_places}[kind]


def allows(piece, kind):
    return bool(finder_of(kind)(piece.raw))


def cut(piece, kind, random):
    """Makes two rows of the piece; another kind of cut when there is no place for this one. False: too short."""
    for finder in (finder_of(kind), lower_places, caseless_places):
        places = finder(piece.raw)
        if places:
            left, right, seam = random.choice(places)
            piece.rows, piece.seams, piece.cuts = [left, right], [seam], {0}
            return True
    return False


def cut_before_last_star(piece):
    at = piece.raw.rfind(" * ")
    piece.rows, piece.seams, piece.cuts = [piece.raw[:at], piece.raw[at + 1:]], ["space"], {0}


def spaces(text, least_right=SHORTEST_RIGHT):
    for at in range(SHORTEST_LEFT, len(text) - least_right):
        if text[at] == " " and (text[at - 1].isalpha() or text[at - 1] == ","):
            yield at


def lower_places(text):
    return [(text[:at], text[at + 1:], "space") for at in spaces(text) if text[at + 1].islower()]


def caseless_places(text):
    return [(text[:at], text[at + 1:], "space") for at in spaces(text)
            if text[at + 1].isalpha() and not text[at + 1].isupper() and not text[at + 1].islower()]


def capital_places(text):
    return [(text[:at], text[at + 1:], "space") for at in spaces(text) if text[at + 1].isupper() and text[at - 1] != ","]


def short_places(text):
    """The right half is a few words that begin with a capital: it looks like a heading."""
    return [(text[:at], text[at + 1:], "space") for at in spaces(text, 12)
            if text[at + 1].isupper() and len(text) - at < 40 and text[at - 1] != ","]


def hyphen_places(text):
    found = []
    for start, word in words_of(text):
        if is_plain_word(word) and SHORTEST_LEFT <= start < len(text) - SHORTEST_RIGHT:
            for point in hyphenation_points(word):
                found.append((text[:start + point] + "-", text[start + point:], "hyphen"))
    return found


def emphasis_places(text):
    """Inside the last word of an emphasis: its closing mark then stands after the hyphen."""
    found = []
    for start, word in words_of(text):
        bare = word.rstrip(EMPHASIS)
        if word != bare and is_plain_word(bare.lstrip(EMPHASIS)) and EMPHASIS not in bare and start > 60:
            for point in hyphenation_points(bare):
                found.append((text[:start + point] + "-", text[start + point:], "hyphen"))
    return found


def compound_places(text):
    found = []
    for at in range(SHORTEST_LEFT, len(text) - 20):
        if text[at] == "-" and text[at - 1].isalpha() and text[at + 1].isalpha() and "/" not in text[at - 60:at + 60]:
            found.append((text[:at + 1], text[at + 1:], "compound"))
    return found


def call_places(text):
    """Before a call that ends a sentence: the right half begins with the call."""
    return [(text[:at], text[at:], "space") for at in range(90, len(text) - SHORTEST_RIGHT)
            if is_call(text[at]) and text[at - 1] == "." and text[at + 1:at + 2] == " "]


def address_places(text):
    start = text.find("https://")
    if start < 0:
        return []
    end = next((at for at in range(start, len(text)) if text[at] in " ,>"), len(text))
    return [(text[:at + 1], text[at + 1:], "nospace") for at in range(start + 24, end - 6) if text[at] in "-/"]


def words_of(text):
    start = 0
    for word in text.split(" "):
        yield start, word
        start += len(word) + 1


def wrap(piece, width, random, hyphenate):
    """Fills lines of the width. The prefix counts; addresses stay whole."""
    rows, seams, line = [], [], ""
    room = width - len(piece.prefix)
    for _, word in words_of(piece.raw):
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= room:
            line += " " + word
        else:
            left, right, seam = last_word(word, room - len(line) - 1, random, hyphenate)
            rows.append(f"{line} {left}" if left else line)
            seams.append(seam)
            line, room = right, width
    piece.rows, piece.seams = [*rows, line], seams


def last_word(word, room, random, hyphenate):
    if not word.startswith("http") and "-" in word[1:room] and word.replace("-", "").isalpha():
        at = word[:room].rfind("-") + 1
        if 1 < at < len(word):
            return word[:at], word[at:], "compound"
    if hyphenate and is_plain_word(word):
        points = [point for point in hyphenation_points(word) if point < room]
        if points and random.random() < hyphenate:
            return word[:points[-1]] + "-", word[points[-1]:], "hyphen"
    return "", word, "space"


def cut_wrapped(piece, random):
    """A page ends between two lines of a wrapped paragraph; not after a full stop, where nobody could tell."""
    places = [at for at in range(2, len(piece.seams) - 2) if piece.rows[at][-1] not in ".!?:”\"»“’"]
    if not places:
        return False
    piece.cuts = {random.choice(places)}
    return True
