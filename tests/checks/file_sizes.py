"""No C++ file has more than 800 lines: one subject, one file."""

from rules import code_files, conclude, place

MOST_LINES = 800


def main():
    files = code_files("src", "tests")
    findings = []
    for file in files:
        lines = file.read_bytes().count(b"\n")
        if lines > MOST_LINES:
            findings.append(f"{place(file)}: {lines} lines, {MOST_LINES} at most")
    conclude("file-sizes", len(files), findings)


main()
