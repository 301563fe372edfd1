"""Each diagnostic code of src/base/codes.def is reported somewhere in src/, has an entry in the manual, and is
produced by a test: a case whose diagnostics.txt shows it, or a unit test that asks for it.
"""

import re

from rules import TREE, code_files, conclude

MANUAL = TREE / "docs/manual/messages.md"
ENTRY = re.compile(r"^#+\s*`?([a-z0-9]+(?:-[a-z0-9]+)+)`?\s*$", re.M)
CODE = re.compile(r'^QUOIN_CODE\((\w+),\s*"([^"]+)"\)', re.M)


def text_of(files):
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def main():
    codes = CODE.findall((TREE / "src/base/codes.def").read_text(encoding="utf-8"))
    entries = set(ENTRY.findall(MANUAL.read_text(encoding="utf-8"))) if MANUAL.exists() else set()
    sources = text_of(code_files("src"))
    unit_tests = text_of(file for file in code_files("tests") if file.name.endswith("_test.cpp"))
    cases = text_of(sorted((TREE / "tests/cases").glob("*/*/diagnostics.txt")))

    findings = []
    for enumerator, name in codes:
        reference = re.compile(rf"\bCode::{enumerator}\b")
        if not reference.search(sources):
            findings.append(f"{name}: nothing in src/ reports it")
        if name not in entries:
            findings.append(f"{name}: no entry in docs/manual/messages.md")
        if f"[{name}]" not in cases and not reference.search(unit_tests):
            findings.append(f"{name}: produced by no case and no unit test")
    for name in sorted(entries - {name for _, name in codes}):
        findings.append(f"docs/manual/messages.md: {name}: there is no such code")
    conclude("codes", len(codes), findings)


main()
