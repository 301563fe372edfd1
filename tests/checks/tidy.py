"""Runs clang-tidy on every .cpp file of src/ and tests/ that the build compiles.

Usage: tidy.py BUILD_FOLDER JOBS
"""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rules import code_files, conclude, place

# The build is one of GCC: clang does not know all of its warnings.
ARGUMENTS = ["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option"]


def examine(build, file):
    result = subprocess.run([*ARGUMENTS, "-p", build, str(file)], capture_output=True, text=True)
    return place(file), result.returncode, result.stdout


def main():
    build, jobs = sys.argv[1], int(sys.argv[2])
    with open(Path(build, "compile_commands.json"), encoding="utf-8") as commands:
        built = {Path(entry["file"]).resolve() for entry in json.load(commands)}
    files = [file for file in code_files("src", "tests", suffixes=(".cpp",)) if file in built]
    findings = []
    with ThreadPoolExecutor(jobs) as pool:
        for name, status, output in pool.map(lambda file: examine(build, file), files):
            if status != 0:
                findings.append(f"{name}:\n{output.strip()}")
    conclude("clang-tidy", len(files), findings)


main()
