"""Input of a size or a depth that no author writes ends with a status and its message: no fault, no hang, no half a file.

Usage: bad_input.py PROGRAM WORK [SECONDS]

Each publication is written here, built with a limit on time and memory, and looked at. A build that ends with status 1
leaves nothing but its report behind.
"""

import os
import random
import resource
import shutil
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

MANIFEST = """\
kind = "book"
title = "Case"
language = "en"
date = "2020-01-01"
layout = "book-a5"

[[contents]]
article = "book.md"
"""
HEAD = '---\ntitle: "Case"\n---\n\n'
MEGABYTE = 1_000_000
# With sanitizers everything takes ten times as long: the depths are tried there, the sizes are not.
SIZES = {"paragraph-of-10-mb", "word-of-10-mb", "line-of-1-mb-of-stars", "5000-pipes", "10000-notes-in-a-line",
         "50000-headings", "article-junk", "5000-notes-of-one-mark"}
MOST_MEMORY = 6 << 30
REPORT = {"report.html", "report.json"}


def article(text, **files):
    data = text if isinstance(text, bytes) else text.encode()
    return {"publication.toml": MANIFEST.encode(), "book.md": HEAD.encode() + data, **files}


def junk(size):
    return random.Random(93).randbytes(size)


def png(width, height, data=b""):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def picture(name, content):
    return article(f'![Caption.]({name}){{alt="A picture"}}\n', **{name: content})


def svg(attributes):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path d="M0 0H60V20Z"/></svg>'.encode()


def nested_divs(depth):
    return "".join(":" * 3 + " {.box}\n" for _ in range(depth)) + "deep\n" + ":::\n" * depth


# name: (files, status, code that has to be told or None). A status of None: 0 and 1 are both right.
CASES = {
    "paragraph-of-10-mb": lambda: (article("The quick brown fox jumps over it. " * (10 * MEGABYTE // 35)), 0,
                                   "paragraph-long"),
    "word-of-10-mb": lambda: (article("x" * (10 * MEGABYTE)), None, None),
    "line-of-1-mb-of-stars": lambda: (article("*a **b " * (MEGABYTE // 7)), None, None),
    "10000-quotes": lambda: (article(">" * 10_000 + " deep\n"), 1, "nesting-deep"),
    "10000-quotes-spaced": lambda: (article("> " * 10_000 + "deep\n"), 1, "nesting-deep"),
    "10000-divs": lambda: (article(nested_divs(10_000)), 1, "nesting-deep"),
    "10000-unclosed-divs": lambda: (article("::: {.box}\n" * 10_000), 1, "div-unclosed"),
    "1000-nested-lists": lambda: (article("".join("  " * depth + "- a\n" for depth in range(1000))), 1, "nesting-deep"),
    "50000-brackets": lambda: (article("[" * 50_000 + "\n"), None, None),
    "50000-bracket-pairs": lambda: (article("[" * 50_000 + "a" + "]" * 50_000 + "\n"), None, None),
    "50000-emphases": lambda: (article("*a _b " * 25_000 + "\n"), None, None),
    "5000-pipes": lambda: (article("|a" * 5000 + "|\n" + "|-" * 5000 + "|\n" + "|b" * 5000 + "|\n"), None, None),
    "10000-notes-in-a-line": lambda: (
        article("".join(f"w[^{n}] " for n in range(10_000)) + "\n\n" + "".join(f"[^{n}]: N.\n\n" for n in range(10_000))),
        None, None),
    "5000-notes-of-one-mark": lambda: (article("w[^a] " * 5000 + "\n\n[^a]: N.\n"), None, None),
    "50000-headings": lambda: (article("## A\n\n" * 50_000), None, None),
    "long-lines-of-verse": lambda: (article("::: verse\n" + "a line " * 20_000 + "\n:::\n"), 0, None),
    "front-matter-deep": lambda: (
        {"publication.toml": MANIFEST.encode(), "book.md": b"---\ntitle: " + b"[" * 20_000 + b"\n---\n\nWords.\n"},
        1, "yaml-malformed"),
    "front-matter-bomb": lambda: (
        {"publication.toml": MANIFEST.encode(),
         "book.md": ("---\na: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*{'a' if n == 0 else f'k{n - 1}'}, *"
                     f"{'a' if n == 0 else f'k{n - 1}'}]\n" for n in range(40)) + "title: x\n---\n\nWords.\n").encode()},
        1, "key-unknown"),
    "manifest-deep": lambda: ({"publication.toml": b"a = " + b"[" * 20_000, "book.md": b"Words.\n"}, 1, "toml-malformed"),
    "manifest-junk": lambda: ({"publication.toml": junk(MEGABYTE), "book.md": b"Words.\n"}, 1, "utf8-invalid"),
    "manifest-empty": lambda: ({"publication.toml": b"", "book.md": b"Words.\n"}, 1, "key-missing"),
    "article-junk": lambda: (article(junk(MEGABYTE)), 1, "utf8-invalid"),
    "article-empty": lambda: ({"publication.toml": MANIFEST.encode(), "book.md": b""}, 1, "title-missing"),
    "article-is-a-picture": lambda: (article(png(8, 8, zlib.compress(bytes(8 * 25)))), 1, "utf8-invalid"),
    "picture-cut-off": lambda: (picture("p.png", png(600, 600, zlib.compress(junk(9000))[:400])), 1, "image-unreadable"),
    "picture-header-only": lambda: (picture("p.png", png(8, 8)[:20]), 1, "image-unreadable"),
    "picture-huge": lambda: (picture("p.png", png(200_000, 200_000)), 1, "image-unreadable"),
    "picture-junk": lambda: (picture("p.jpg", b"\xff\xd8\xff\xe0" + junk(10_000)), 1, "image-unreadable"),
    "drawing-huge": lambda: (picture("p.svg", svg('width="9e9" height="9e9"')), 1, "image-unreadable"),
    "drawing-very-high": lambda: (picture("p.svg", svg('width="6" height="200000" viewBox="0 0 6 200000"')), None, None),
    "drawing-very-wide": lambda: (picture("p.svg", svg('width="200000" height="6" viewBox="0 0 200000 6"')), None, None),
    "drawing-deep": lambda: (
        picture("p.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="6" height="6">' + b"<g>" * 20_000
                + b"</g>" * 20_000 + b"</svg>"), None, None),
}


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(program, folder, out, seconds, status, code, sanitized):
    """What is wrong with a build, as lines."""
    variables = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    command = [program, "build", str(folder), "-o", str(out), "-j", "2"]
    began = time.monotonic()
    try:
        result = subprocess.run(command, env=variables | {"LC_ALL": "C"}, capture_output=True, timeout=seconds,
                                preexec_fn=None if sanitized else limit_memory)
    except subprocess.TimeoutExpired:
        yield f"not done after {seconds} seconds"
        return
    said = result.stderr.decode("utf-8", errors="replace")
    print(f"{folder.name}: status {result.returncode}, {time.monotonic() - began:.1f} s", flush=True)
    if result.returncode not in ({0, 1} if status is None else {status}):
        yield f"status {result.returncode}, not {'0 or 1' if status is None else status}: {said[-600:]}"
    if "Sanitizer" in said:
        yield said[-4000:]
    if code and f"[{code}]" not in said:
        yield f"no [{code}] is told, but: {said[:600]}"
    if len(said) > 10 * MEGABYTE:
        yield f"{len(said)} bytes of messages"
    written = {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()} if out.exists() else set()
    if result.returncode == 1 and not written <= REPORT:
        yield f"a build with errors left {sorted(written - REPORT)} behind"
    if result.returncode == 0 and len(written - REPORT) < 4:
        yield f"a build without errors wrote nothing but {sorted(written)}"


def main():
    program, work = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
    # Sanitizers reserve terabytes of addresses.
    sanitized = b"__asan_init" in Path(program).read_bytes()
    chosen = sys.argv[4:] or [name for name in CASES if not sanitized or name not in SIZES]
    findings = []
    for name in chosen:
        files, status, code = CASES[name]()
        folder, out = work / name, work / f"{name}-out"
        for old in (folder, out):
            shutil.rmtree(old, ignore_errors=True)
        for file, content in files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)
        found = list(look(program, folder, out, seconds, status, code, sanitized))
        findings += [f"{name}: {finding}" for finding in found]
        if not found:
            shutil.rmtree(folder)
            shutil.rmtree(out, ignore_errors=True)
    for finding in findings:
        print(finding)
    print(f"bad-input: {len(chosen)} built, {len(findings)} found")
    sys.exit(1 if findings or not chosen else 0)


main()
