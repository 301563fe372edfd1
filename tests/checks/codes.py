"""Each diagnostic code of src/base/codes.def is reported somewhere in src/, has an entry in the manual, and is
produced by a test: a case whose diagnostics.txt shows it, or a unit test that asks for it.

Each decision of src/manuscript/decision_codes.def is made somewhere in src/, and stands in docs/manual/import.md.
"""

import re

from rules import TREE, code_files, conclude

MANUAL = TREE / "docs/manual/messages.md"
IMPORT_MANUAL = TREE / "docs/manual/import.md"
REFERENCE = re.compile(r"\bCode::(\w+)")
DECISION = re.compile(r'^QUOIN_DECISION\((\w+),\s*"([^"]+)"\)', re.M)
ENTRY = re.compile(r"^#+\s*`?([a-z0-9]+(?:-[a-z0-9]+)+)`?\s*$", re.M)
CODE = re.compile(r'^QUOIN_CODE\((\w+),\s*"([^"]+)"\)', re.M)


def text_of(files):
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def decision_findings(decisions, sources):
    decided = set(re.findall(r"\bDecisionCode::(\w+)", sources))
    manual = set(re.findall(r"`([a-z-]+)`", IMPORT_MANUAL.read_text(encoding="utf-8")))
    for enumerator, name in decisions:
        if enumerator not in decided:
            yield f"{name}: no importer decides it"
        if name not in manual:
            yield f"{name}: docs/manual/import.md does not know it"


def main():
    codes = CODE.findall((TREE / "src/base/codes.def").read_text(encoding="utf-8"))
    entries = set(ENTRY.findall(MANUAL.read_text(encoding="utf-8"))) if MANUAL.exists() else set()
    sources = text_of(code_files("src"))
    reported = set(REFERENCE.findall(sources))
    asked_for = set(REFERENCE.findall(text_of(file for file in code_files("tests") if file.name.endswith("_test.cpp"))))
    cases = text_of(sorted((TREE / "tests/cases").glob("*/*/diagnostics.txt")))

    findings = []
    for enumerator, name in codes:
        if enumerator not in reported:
            findings.append(f"{name}: nothing in src/ reports it")
        if name not in entries:
            findings.append(f"{name}: no entry in docs/manual/messages.md")
        if f"[{name}]" not in cases and enumerator not in asked_for:
            findings.append(f"{name}: produced by no case and no unit test")
    for name in sorted(entries - {name for _, name in codes}):
        findings.append(f"docs/manual/messages.md: {name}: there is no such code")
    decisions = DECISION.findall((TREE / "src/manuscript/decision_codes.def").read_text(encoding="utf-8"))
    findings += decision_findings(decisions, sources)
    conclude("codes", len(codes) + len(decisions), findings)


main()
