"""PDFBox finds in a screen PDF only what PDF/A-1b alone forbids: the file is PDF/A-2u.

Usage: pdfa_check.py OUT

PDFBox's preflight is the one validator of an ISO standard in Debian; it knows PDF/A-1b and no other. It judges fonts and their
widths, colours, metadata, actions and annotations, for which both parts ask the same. Without Java or PDFBox the test is skipped (77).
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from publication import conclude

JARS = ["pdfbox2", "fontbox2", "preflight", "xmpbox", "commons-logging", "jaxb-api", "javax.activation"]
FOLDER = Path("/usr/share/java")

# ISO 19005-2 takes back what ISO 19005-1 asked for here.
OF_PART_ONE = [
    r"3\.1\.11 : Invalid Font definition, .*: The CIDSet entry is missing",  # 6.2.11.4.2: optional
    r"7\.11\.2 : Error on MetaData, part must be 1",
    r"7\.11\.1 : Error on MetaData, conformance level must be A or B",  # part 2 has a level U
    r"1\.4 : Trailer Syntax error, /XRef cross reference streams",  # 6.1.4 allows them
    r"1\.2\.\d+ : .*object stream",
    r"2\.2\.[12] : .*(transparency|SMask|soft mask)",  # 6.2.10 allows it with a blending space
]
KNOWN = re.compile("|".join(OF_PART_ONE), re.I)


def is_there():
    return bool(shutil.which("java")) and all((FOLDER / f"{jar}.jar").exists() for jar in JARS)


def class_path():
    return ":".join(str(FOLDER / f"{jar}.jar") for jar in JARS)


def strange_lines(output):
    """What PDFBox says of a file beyond the differences between the parts."""
    findings = [line.strip() for line in output.splitlines() if re.match(r"\s*\d+(\.\d+)* : ", line)]
    if not findings and "is a valid PDF/A-1b file" not in output:
        return ["PDFBox said nothing that is understood: " + output[:400]]
    return [line for line in findings if not KNOWN.match(line)]


def check(out):
    files = sorted(Path(out).rglob("*-screen.pdf"))
    path = class_path()
    findings = []
    for file in files:
        command = ["java", "-Xshare:auto", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
        result = subprocess.run(command, capture_output=True, text=True, errors="replace")
        findings += [f"{file.name}: {line}" for line in strange_lines(result.stdout + result.stderr)]
    return len(files), findings


if __name__ == "__main__":
    if not is_there():
        print("java or PDFBox is not there")
        sys.exit(77)
    conclude("pdfa", *check(sys.argv[1]))
