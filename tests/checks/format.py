"""clang-format is applied whole. Without clang-format the check is skipped (status 77)."""

import shutil
import subprocess
import sys

from rules import code_files, conclude


def main():
    if not shutil.which("clang-format"):
        sys.exit(77)
    files = code_files("src", "tests")
    result = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, files)], capture_output=True, text=True)
    conclude("format", len(files), [line for line in result.stderr.splitlines() if "error:" in line])


main()
