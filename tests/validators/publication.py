"""What the validators know of a publication folder without asking the program: its manifest, the texts of each
edition, the files that a build of it writes, and how to build it.
"""

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path


ROLES_WITHOUT_TITLE = {"dedication", "epigraph"}


@dataclass
class Edition:
    language: str
    stem: str
    manifest: dict  # the main manifest with this edition's own values over it
    texts: list  # the Markdown files of the contents, in order, and the imprint
    untitled: set  # those whose title print does not show: a dedication, an epigraph


class Publication:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.name = self.folder.name
        with open(self.folder / "publication.toml", "rb") as file:
            self.manifest = tomllib.load(file)

    def editions(self):
        main = {key: value for key, value in self.manifest.items() if key != "edition"}
        yield self._edition(main, self.name)
        for own in self.manifest.get("edition", []):
            yield self._edition(merged(main, own), f"{self.name}-{own['language']}")

    def _edition(self, manifest, stem):
        entries = manifest.get("contents", [])
        names = [entry.get("article") or entry.get("insert") for entry in entries]
        names.append(manifest.get("imprint", {}).get("text"))
        texts = [self.folder / name for name in names if name]
        untitled = {self.folder / entry["article"] for entry in entries if entry.get("role") in ROLES_WITHOUT_TITLE}
        return Edition(manifest.get("language", "und"), stem, manifest, texts, untitled)

    def expected_files(self):
        files = {"report.html", "report.json"}
        for edition in self.editions():
            files |= {f"{edition.stem}{ending}" for ending in (".epub", "-print.pdf", "-screen.pdf", "-cover.jpg")}
        return files

    def optional_files(self):
        """A cover of its own, or not: the manifest and the layout say."""
        return {f"{edition.stem}-cover.pdf" for edition in self.editions()}


def merged(main, own):
    result = dict(main)
    for key, value in own.items():
        result[key] = merged(result[key], value) if isinstance(value, dict) and key in result else value
    return result


def publications_below(folder):
    """Every folder with a publication.toml, in a fixed order."""
    return [manifest.parent for manifest in sorted(Path(folder).rglob("publication.toml"))]


def build(program, folder, out, jobs=1, environment=None, cwd=None):
    """Builds and returns the status and what was said on standard error."""
    variables = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    variables.update(environment or {"TZ": "UTC", "LC_ALL": "C", "LANG": "C"})
    Path(out).mkdir(parents=True, exist_ok=True)
    command = [str(Path(program).resolve()), "build", str(folder), "-o", str(out), "-j", str(jobs)]
    result = subprocess.run(command, env=variables, cwd=cwd, capture_output=True, text=True, errors="replace")
    return result.returncode, result.stderr


def written_files(out):
    return {file.relative_to(out).as_posix() for file in Path(out).rglob("*") if file.is_file()}


def conclude(name, checked, findings):
    """Ends a validator. One that looked at nothing has failed."""
    for finding in findings:
        print(finding)
    if checked == 0:
        findings = findings + [f"{name}: there was nothing to check"]
        print(findings[-1])
    print(f"{name}: {checked} checked, {len(findings)} found")
    sys.exit(1 if findings else 0)
