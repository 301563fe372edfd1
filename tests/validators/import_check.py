"""What `quoin import` promises beyond the texts themselves.

Usage: import_check.py PROGRAM SOURCES WORK [round-trip] [status] [hostile] [again] [decisions]

round-trip   a publication of ours, built as EPUB, imported and built again: the same words, notes, headings, pictures
status       0 when nothing needs a look, 5 when something does, 1 when the file cannot be imported, 2 for a wrong command
hostile      a file that was made to harm ends with a clear error within bounds of time and memory, and leaves nothing
again        the same source gives the same bytes, in another folder and over the first result
decisions    import.toml finds its places by their words; one that fits nothing, or two places, is an error
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from pathlib import Path

import hostile_files
from output_text import EpubText, XHTML, spine_documents
from publication import conclude, publications_below
from source_text import words

MOST_SECONDS, MOST_MEMORY = 20, 3 << 30
FAULTS = {70, 134, 139, -6, -9, -11, -24}
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".svg", ".webp")

PARAGRAPHS = [
    "The weir above the old mill at Tarnbeck has been out of order since the floods of last winter, and the people who live "
    "along the lower bank have had water in their cellars three times since then.",
    "Nobody in the council seems to know who has to pay for the repair. The keeper, whom everybody knows as a patient and "
    "careful man, wrote a long letter about it to",
    "Her Majesty and received an answer after four years. It was the only answer that anybody in the valley ever saw.",
    "A meeting in the schoolhouse brought together more than two hundred neighbours, who agreed to measure the height of the "
    "water every morning and to send the figures to the newspaper.",
]
ARTICLE = "The Weir at Tarnbeck\n\nBy Ada Finchley, Brenton, 3 May 2021\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
GUESSES = ("Contents\n\n- The Weir at Tarnbeck p. 3\n- The Lock p. 5\n- The Mill p. 9\n\n" + ARTICLE + "\nThe Lock\n\n" + PARAGRAPHS[0]
           + "[4]\n\nA Tale that Nobody Named\n\nBy Nora Quillfeather, 4 May 2021\n\n" + PARAGRAPHS[3] + "\n")
PLAIN_MARKDOWN = "---\ntitle: The Weir\nauthor: Ada Finchley\nlang: en\n---\n\n# A heading\n\nOne paragraph of text.\n"
DECISION = '[[decision]]\ndo = "apart"\nat = "a long letter about it to"\nwith = "Her Majesty and received"\nline = {line}\n'


class Checker:
    def __init__(self, program, sources, work):
        self.program, self.sources, self.work = Path(program).resolve(), Path(sources), Path(work).resolve()
        self.sanitized = b"__asan_init" in self.program.read_bytes()
        self.findings, self.checked = [], 0
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def expect(self, condition, message):
        self.checked += 1
        if not condition:
            self.findings.append(message)

    def run(self, *arguments, cwd=None, limits=False):
        variables = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        variables |= {"TZ": "UTC", "LC_ALL": "C", "NO_COLOR": "1"}

        def limit():
            if not self.sanitized:  # the address sanitizer reserves terabytes of addresses for itself
                resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))

        command = [str(self.program), *(str(part) for part in arguments)]
        done = subprocess.run(command, env=variables, cwd=cwd, capture_output=True, preexec_fn=limit if limits else None)
        return done.returncode, done.stderr.decode("utf-8", errors="replace")

    def folder(self, name):
        folder = self.work / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    # round trip

    def round_trip(self):
        for publication in publications_below(self.sources):
            name = publication.name
            folder = self.folder(f"round-trip-{name}")
            for index, edition in enumerate(self.build_epubs(publication, folder / "first")):
                back = folder / f"back-{index}"
                status, said = self.run("import", edition, "-o", back)
                self.expect(status in (0, 5), f"{edition.name}: import ends with {status}: {said[:300]}")
                again = self.build_epubs(back, folder / f"second-{index}") if status in (0, 5) else []
                self.expect(len(again) == 1, f"{edition.name}: the imported folder makes {len(again)} EPUBs")
                if again:
                    self.compare(edition, again[0])

    def build_epubs(self, folder, out):
        status, said = self.run("build", folder, "-o", out, "--only", "epub")
        self.expect(status == 0, f"{folder}: build ends with {status}: {said[:300]}")
        return sorted(out.glob("*.epub"))

    def compare(self, first, second):
        one, other = EpubText(first), EpubText(second)
        lost, extra = one.words - other.words, other.words - one.words
        self.expect(not lost and not extra, f"{first.name}: lost {list(lost.items())[:12]}, extra {list(extra.items())[:12]}")
        self.expect(len(one.notes) == len(other.notes), f"{first.name}: {len(one.notes)} notes became {len(other.notes)}")
        before, after = headings(first), headings(second)
        self.expect(before == after, f"{first.name}: headings lost {list((before - after))[:5]}, new {list((after - before))[:5]}")
        before, after = pictures(first), pictures(second)
        self.expect(before == after, f"{first.name}: {before.total()} pictures, {after.total()} after the round trip")

    # status

    def status(self):
        folder = self.folder("status")
        self.wants(folder, "clean.md", PLAIN_MARKDOWN, 0)
        self.wants(folder, "guesses.txt", GUESSES, 5)
        status, said = self.run("import", folder / "nowhere.txt", "-o", folder / "nowhere")
        self.expect(status == 1 and "error" in said, f"a file that is not there: status {status}: {said[:200]}")
        status, said = self.run("import", folder / "clean.md")
        self.expect(status == 2, f"import without -o: status {status}: {said[:200]}")
        status, said = self.run("import", "-o", folder / "x", "--no-such-option", folder / "clean.md")
        self.expect(status == 2, f"an unknown option: status {status}: {said[:200]}")
        status, said = self.run("import", folder / "clean.md", "-o", "/proc/no/such/folder")
        self.expect(status == 1, f"a folder that cannot be made: status {status}: {said[:200]}")

    def wants(self, folder, name, text, wanted):
        (folder / name).write_text(text, encoding="utf-8")
        out = folder / Path(name).stem
        status, said = self.run("import", folder / name, "-o", out)
        self.expect(status == wanted, f"{name}: status {status}, not {wanted}: {said[:300]}")
        for file in ("publication.toml", "import-report.html", "import-report.json", "import-report.txt", "import-result.json"):
            self.expect((out / file).exists(), f"{name}: no {file} was written")

    # hostile files

    def hostile(self):
        for name, maker in (hostile_files.REFUSED | hostile_files.SURVIVED).items():
            folder = self.folder(f"hostile/{name}")
            file_name, content = maker()
            (folder / file_name).write_bytes(content)
            before = cpu_seconds()
            status, said = self.run("import", file_name, "-o", "out", cwd=folder, limits=True)
            seconds = cpu_seconds() - before
            self.expect(status not in FAULTS and "Sanitizer" not in said and "bad_alloc" not in said,
                        f"{name}: status {status}: {said[:300]}")
            self.expect(seconds < MOST_SECONDS, f"{name}: {seconds:.0f} s of work")
            allowed = (1,) if name in hostile_files.REFUSED else (0, 1, 5)
            self.expect(status in allowed, f"{name}: status {status}, not one of {allowed}: {said[:200]}")
            if status == 1:
                self.expect("error" in said and file_name in said, f"{name}: the error does not name the file: {said[:200]}")
                kept = {"out"} if "[import-words-lost]" in said else set()  # then it is written, so that the place can be seen
                self.expect(left_behind(folder) <= {file_name} | kept, f"{name}: an error, and yet it wrote {left_behind(folder)}")
            self.expect(len(said) < 100_000, f"{name}: {len(said)} bytes of messages")
            self.expect("etc/hostname" not in told_content(folder), f"{name}: something outside was read")
            shutil.rmtree(folder)

    # the same again

    def again(self):
        texts = {"text.txt": ARTICLE, "page.html": html_page(), "words.docx": None}
        for name, text in texts.items():
            folder = self.folder(f"again-{Path(name).stem}")
            content = hostile_files.docx() if text is None else text.encode()
            (folder / name).write_bytes(content)
            for out in ("one", "other"):
                self.run("import", name, "-o", out, cwd=folder)
            one, other = tree(folder / "one"), tree(folder / "other")
            self.expect(one and differing(one, other) <= set(), f"{name}: another folder, other bytes: {differing(one, other)}")
            status, said = self.run("import", name, "-o", "one", cwd=folder)
            self.expect(status in (0, 5), f"{name}: importing again ends with {status}: {said[:300]}")
            self.expect(tree(folder / "one") == one, f"{name}: importing again changes {differing(one, tree(folder / 'one'))}")

        self.changed_by_hand(self.folder("again-text"), "one")

    def changed_by_hand(self, folder, out):
        """Work of an editor is not written over, unless that is asked for."""
        article = next(iter(sorted((folder / out).rglob("articles/*.md"))), None)
        if article is None:
            self.expect(False, "importing again: there is no article")
            return
        article.write_text(article.read_text(encoding="utf-8") + "\nAdded by hand.\n", encoding="utf-8")
        before = tree(folder / out)
        status, said = self.run("import", "text.txt", "-o", out, cwd=folder)
        self.expect(status == 1 and article.name in said, f"a file changed by hand: status {status}: {said[:300]}")
        self.expect(tree(folder / out) == before, "a file changed by hand: something was written all the same")
        status, said = self.run("import", "text.txt", "-o", out, "--force", cwd=folder)
        self.expect(status in (0, 5) and "Added by hand" not in article.read_text(encoding="utf-8"), f"--force: status {status}")

    # decisions

    def decisions(self):
        before = self.with_decisions("plain", ARTICLE, None)
        self.expect(before and any("to Her Majesty" in text for text in before.values()), "decisions: the halves were not joined")
        decided = self.with_decisions("decided", ARTICLE, DECISION.format(line="[7, 9]"))
        self.expect(decided and apart(decided), "decisions: apart has no effect")
        moved = "A line before it.\n\n" * 40 + ARTICLE
        later = self.with_decisions("moved", moved, DECISION.format(line="[7, 9]"))
        self.expect(later and apart(later), "decisions: forty lines before the place, and the decision is lost")
        self.refused("fits-nothing", ARTICLE, DECISION.replace("a long letter", "a short telegram").format(line="[7, 9]"))
        self.refused("fits-two", ARTICLE + "\n" + ARTICLE.split("2021\n\n")[1], re.sub("line = .*", "", DECISION))
        self.refused("unknown-action", ARTICLE, DECISION.replace('"apart"', '"appart"').format(line=7))
        self.refused("no-toml", ARTICLE, "[[decision]\n")

    def with_decisions(self, name, text, decisions):
        folder = self.folder(f"decisions/{name}")
        (folder / "source.txt").write_text(text, encoding="utf-8")
        if decisions:
            (folder / "import.toml").write_text(decisions, encoding="utf-8")
        status, said = self.run("import", "source.txt", "-o", "out", cwd=folder)
        self.expect(status in (0, 5), f"decisions {name}: status {status}: {said[:300]}")
        return {file: content.decode() for file, content in tree(folder / "out").items() if file.endswith(".md")}

    def refused(self, name, text, decisions):
        folder = self.folder(f"decisions/{name}")
        (folder / "source.txt").write_text(text, encoding="utf-8")
        (folder / "import.toml").write_text(decisions, encoding="utf-8")
        status, said = self.run("import", "source.txt", "-o", "out", cwd=folder)
        self.expect(status == 1 and "import.toml:" in said, f"decisions {name}: status {status}, no place in import.toml: {said[:300]}")
        self.expect(left_behind(folder) <= {"source.txt", "import.toml"}, f"decisions {name}: an error, and yet a folder was written")


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def apart(files):
    return any(re.search(r"about it to\s*\n\s*\nHer Majesty", text) for text in files.values())


def headings(file):
    found = Counter()
    with zipfile.ZipFile(file) as archive:
        for document in spine_documents(archive):
            for element in ElementTree.fromstring(archive.read(document)).iter():
                if re.fullmatch(re.escape(XHTML) + "h[1-6]", str(element.tag)):
                    found[" ".join(words("".join(element.itertext())))] += 1
    return found


def pictures(file):
    with zipfile.ZipFile(file) as archive:
        return Counter(archive.read(name) for name in archive.namelist()
                       if name.lower().endswith(PICTURE_ENDINGS) and "cover" not in name)


def html_page():
    return ('<html lang="en"><head><title>The Weir</title></head><body><h1>The Weir</h1>'
            + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</body></html>")


def tree(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(Path(folder).rglob("*")) if file.is_file()}


def differing(one, other):
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def left_behind(folder):
    return {file.name for file in folder.iterdir()}


def told_content(folder):
    """The name of this machine in something that was written would show that a file outside was read."""
    host = Path("/etc/hostname").read_text(encoding="utf-8").strip() if Path("/etc/hostname").exists() else ""
    out = folder / "out"
    found = host and out.exists() and any(f"{host}".encode() in content for name, content in tree(out).items() if name.endswith(".md"))
    return "etc/hostname" if found and len(host) > 6 else ""


def main():
    checker = Checker(*sys.argv[1:4])
    parts = {"round-trip": checker.round_trip, "status": checker.status, "hostile": checker.hostile, "again": checker.again,
             "decisions": checker.decisions}
    for part in sys.argv[4:] or parts:
        parts[part]()
    conclude("import", checker.checked, checker.findings)


main()
