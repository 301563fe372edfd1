"""Processor time and peak memory of whole builds, best of three.

Usage: bench.py PROGRAM FOLDER...
"""

import os
import sys
import tempfile
from pathlib import Path

RUNS = 3
KINDS = [
    ("all outputs", []),
    ("--only print", ["--only", "print"]),
    ("--only epub --no-page-list", ["--only", "epub", "--no-page-list"]),
]


def run(arguments):
    """Returns the status, the processor seconds (user, system) and the peak memory in MB."""
    child = os.posix_spawn(arguments[0], arguments, os.environ)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program = str(Path(sys.argv[1]).resolve())
    failed = False
    print(f"{'publication':32} {'what':28} {'user s':>8} {'system s':>9} {'peak MB':>8}")
    for folder in sys.argv[2:]:
        for what, options in KINDS:
            with tempfile.TemporaryDirectory() as out:
                runs = [run([program, "build", folder, "-o", out, *options]) for _ in range(RUNS)]
            status, user, system, peak = min(runs, key=lambda one: one[1] + one[2])
            failed = failed or status != 0
            note = "" if status == 0 else f"   status {status}"
            print(f"{Path(folder).name:32} {what:28} {user:8.2f} {system:9.2f} {peak:8.0f}{note}")
    sys.exit(1 if failed or len(sys.argv) < 3 else 0)


main()
