"""What the checks share: where the tree is, and how a check ends."""

import sys
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]


def code_files(*folders, suffixes=(".cpp", ".hpp")):
    """The C++ files below the folders of the tree, in a fixed order."""
    found = (file for folder in folders for file in (TREE / folder).rglob("*"))
    return sorted(file for file in found if file.suffix in suffixes and file.is_file())


def place(file, line=None):
    relative = Path(file).relative_to(TREE).as_posix()
    return relative if line is None else f"{relative}:{line}"


def conclude(name, checked, findings):
    """Prints the findings and ends the program. A check that looked at nothing has failed."""
    for finding in findings:
        print(finding)
    if checked == 0:
        print(f"{name}: there was nothing to check")
        sys.exit(1)
    print(f"{name}: {checked} checked, {len(findings)} found")
    sys.exit(1 if findings else 0)
