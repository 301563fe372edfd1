"""Every .cpp file of src/ and tests/ is compiled by the build.

Usage: built_files.py compile_commands.json
"""

import json
import sys
from pathlib import Path

from rules import code_files, conclude, place


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        built = {Path(entry["file"]).resolve() for entry in json.load(file)}
    files = code_files("src", "tests", suffixes=(".cpp",))
    conclude("built-files", len(files), [f"{place(file)}: not built" for file in files if file not in built])


main()
