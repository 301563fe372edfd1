"""Sentences, names and dates of a made-up journal in one language, from the words of languages/."""

import importlib
import re

# Inside a text: the place of a note's call is one character, emphasis is switched by another. Neither occurs in prose.
FIRST_CALL = 0xE100
EMPHASIS = "\ue001"
SLUG_WORDS = "archive letters report meeting history county river summer winter harvest press school island garden council " \
             "printer minutes yearbook debate answer".split()


def call(number):
    return chr(FIRST_CALL + number)


def is_call(character):
    return FIRST_CALL <= ord(character) < FIRST_CALL + 200


def capitalised(text, language):
    for at, character in enumerate(text):
        if character.isalpha():
            upper = "İ" if language == "tr" and character == "i" else character.upper()
            return text[:at] + upper + text[at + 1:]
    return text


class Prose:
    def __init__(self, language, house, random, site, name):
        self.language = language
        self.words = importlib.import_module(f"languages.{language}").WORDS
        self.random = random
        self.site = site
        self.name = name
        themes = self.words["themes"]
        self.house = house if house in themes else next(iter(themes))
        self.themes = themes[self.house].split("|")
        self.organisations = self.words["organisations"][self.house].split("|")
        self.people = self.words["people"].split("|")
        self.places = self.words["places"].split("|")
        self.used = set()

    def lines(self, key):
        return [line.rstrip("\n") for line in self.words[key].split("\n") if line.strip()]

    def person(self):
        return self.random.choice(self.people)

    def organisation(self):
        return self.random.choice(self.organisations)

    def theme(self):
        return self.random.choice(self.themes)

    def day(self, year=None):
        return (year or self.random.randrange(1987, 2024), self.random.randrange(1, 13), self.random.randrange(1, 29))

    def date(self, day=None, form=None):
        year, month, day_of_month = day or self.day()
        months = self.words["months"].split()
        form = form or self.words["date"][0]
        return form.format(d=day_of_month, m=months[month - 1], y=year)

    def month_date(self, day):
        """Month and year alone, as advertisements and covers have them."""
        months = self.words.get("months_alone", self.words["months"]).split()
        return self.words["month_date"].format(m=months[day[1] - 1], y=day[0])

    def fill(self, template, **given):
        people = self.random.sample(self.people, 3)
        places = self.random.sample(self.places, 3)

        def value(match):
            key = match.group(1)
            if key in given:
                return str(given[key])
            makers = {
                "A": self.theme, "P": people.pop, "L": places.pop, "O": self.organisation,
                "Y": lambda: str(self.random.randrange(1911, 2022)), "N": lambda: str(self.random.randrange(11, 480)),
                "n": lambda: str(self.random.randrange(12, 390)), "k": lambda: str(self.random.randrange(3, 29)),
                "D": self.date, "w": lambda: self.site, "T": lambda: self.name,
                "X": lambda: capitalised(self.theme(), self.language),
            }
            return makers[key]()

        return re.sub(r"\{(\w)\}", value, template)

    def clause(self):
        return self.fill(self.random.choice(self.lines("clauses")))

    def sentence(self):
        text = self.clause()
        if self.random.random() < 0.35:
            opener = self.fill(self.random.choice(self.lines("openers"))).rstrip()
            text = f"{opener} {text}"
        if self.random.random() < 0.55:
            link = self.random.choice(self.words["links"].strip("\n").split("|"))
            space = "" if link.endswith((" و", "و")) else " "
            text = text + link.rstrip() + space + self.clause()
        return capitalised(text, self.language) + "."

    def sentences(self, length):
        found = []
        while sum(map(len, found)) < length:
            found.append(self.sentence())
        return found

    def fresh(self, key):
        """A filled line of the bank that this journal has not had yet, where there is one."""
        for _ in range(40):
            text = capitalised(self.fill(self.random.choice(self.lines(key))), self.language)
            if text not in self.used:
                break
        self.used.add(text)
        return text

    def quoted(self, text):
        opening, closing = self.words["quote_marks"].split(" ")
        inner = "\u00a0" if self.language == "fr" else ""
        return opening + inner + text + inner + closing

    def address(self):
        slug = "-".join(self.random.sample(SLUG_WORDS, 5))
        return f"https://www.{self.site}/{self.random.choice(SLUG_WORDS)}/{slug}/"

    def note(self):
        text = capitalised(self.fill(self.random.choice(self.words["note"])), self.language)
        if self.random.random() < 0.4:
            text += f", {self.address()}"
            return text
        if self.random.random() < 0.4:
            text += ". " + self.fill(self.words["note_more"])
        return text if text.endswith(".") else text + "."
