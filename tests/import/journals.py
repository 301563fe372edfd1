"""Writes made-up messy journals with known truth: NAME.txt, NAME.json (the truth) and NAME.ideal.json.

Usage: journals.py FOLDER [--seed N] [--only NAME]

Rules for recovering structure must hold for texts that nobody has seen. These journals are invented, in many
languages and from many houses; another seed makes other texts with the same kinds of trouble. The same seed gives the
same bytes. What is varied stands in specs.py, how in compose.py and extract.py.
"""

import argparse
import dataclasses
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from journal import Journal  # noqa: E402
from specs import JOURNALS  # noqa: E402
from truth import ideal, truth  # noqa: E402


def make_all(seed=0, only=""):
    for spec in JOURNALS:
        if not only or only == spec.name:
            yield Journal(dataclasses.replace(spec, seed=seed))


def write(journal, folder):
    name = journal.spec.name
    (folder / f"{name}.txt").write_bytes(journal.extraction.encoded())
    for suffix, content in ((".json", truth(journal, f"{name}.txt")), (".ideal.json", ideal(journal))):
        (folder / f"{name}{suffix}").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--only", default="")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for journal in make_all(given.seed, given.only):
        write(journal, given.folder)


if __name__ == "__main__":
    main()
