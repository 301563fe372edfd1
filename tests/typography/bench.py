"""Sets the comparison texts on the comparison pages and prints what a meter says of them, beside the best of other engines.

Usage: bench.py PROGRAM CORPUS OUT

CORPUS/typography/<text> are publications; CORPUS/typography/targets holds, for a page and a text, the best value that any other
engine reached for each figure. The meter is $QUOIN_TYPO_METER, else `typo-meter` in the folder `tools` beside CORPUS or on the
path; without one the pages are only set. The pages are the layouts in this folder.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PAIRS = [("L58", "long"), ("L100", "long"), ("J2", "long"), ("J3", "long"), ("L58", "en"), ("L58", "es"), ("L58", "ru")]
NATURAL_SPACE = "0.2"  # of EB Garamond, in em
HERE = Path(__file__).resolve().parent
FIGURES = {
    "total.space.sd": "sd", "total.space.p95": "p95", "total.space.max": "max",
    "total.space.over_1_5_pct": "% >1.5x", "total.space.over_2_pct": "% >2x",
    "total.space.neighbour_diff_mean": "contrast", "total.hyphen.lines_pct": "hyph %",
    "total.hyphen.ladders3": "ladders", "total.hyphen.across_column": "hyph across col",
    "total.paragraph.runts3": "last <3em", "total.river.ge3_per_100_lines": "rivers/100",
    "total.micro.tracking_sd": "track ‰", "total.micro.glyph_scale_sd_pct": "scale %",
    "total.break.widows": "widows", "total.break.orphans": "orphans", "total.break.stranded_heads": "stranded heads",
    "total.page.bottom_max_lines": "worst bottom", "total.page.holes": "holes", "total.grid.on_document_grid_pct": "grid %",
    "total.footnote.same_page_pct": "notes same page %", "total.footnote.split_continuations": "split notes",
    "total.overfull.lines": "overfull", "total.space.underfull_lines": "underfull",
    "total.index.line": "LINE", "total.index.page": "PAGE",
}
MORE_IS_BETTER = {"total.grid.on_document_grid_pct", "total.footnote.same_page_pct"}


def set_page(program, corpus, layout, text, out):
    """Builds a copy of the publication whose manifest names the page; returns the PDF and the processor time."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "publication"
        shutil.copytree(corpus / "typography" / text, folder)
        for name in ("common.toml", f"{layout}.toml"):
            shutil.copy(HERE / name, folder / name)
        manifest = folder / "publication.toml"
        manifest.write_text(re.sub(r'(?m)^layout\s*=.*$', f'layout = "{layout}.toml"', manifest.read_text()))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "build", folder, "-o", work + "/out", "--only", "print", "--no-report",
                        "--profile", "office"], # nothing on the page but the text
                       check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        pdf = out / f"{layout}-{text}-quoin.pdf"
        shutil.copy(next(Path(work, "out").glob("*-print.pdf")), pdf)
    return pdf, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def find_meter(corpus):
    beside = corpus.parent / "tools" / "typo-meter"
    return os.environ.get("QUOIN_TYPO_METER") or (str(beside) if beside.exists() else shutil.which("typo-meter"))


def measure(meter, pdf):
    figures = pdf.with_suffix(".json")
    subprocess.run([meter, "--nominal-em", NATURAL_SPACE, "--name", pdf.stem, "--json", figures, pdf], check=True,
                   stdout=subprocess.DEVNULL)
    return json.loads(figures.read_text())


def value_at(tree, path):
    for part in path.split("."):
        if not isinstance(tree, dict) or part not in tree:
            return None
        tree = tree[part]
    return tree


def others(corpus, name):
    targets = corpus / "typography" / "targets" / f"{name}.best-of-others.json"
    return json.loads(targets.read_text()) if targets.exists() else {}


def table(corpus, measured):
    print("| figure | " + " | ".join(measured) + " |\n|---|" + "---:|" * len(measured))
    worse = 0
    for path, name in FIGURES.items():
        cells = []
        for pair, figures in measured.items():
            ours, best = value_at(figures, path), others(corpus, pair).get(path)
            is_worse = best is not None and ours is not None and (ours < best if path in MORE_IS_BETTER else ours > best)
            worse += is_worse
            mark = "**" if is_worse else ""
            cells.append(f"{mark}{'–' if ours is None else ours}{mark}" + ("" if best is None else f" ({best})"))
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(f"\nIn brackets the best of the other engines, figure by figure; bold: worse than it. Worse in {worse} of them.")


def main():
    program, corpus, out = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    meter = find_meter(corpus)
    measured = {}
    for layout, text in PAIRS:
        pdf, seconds = set_page(Path(program).resolve(), corpus, layout, text, out)
        print(f"{pdf}: {seconds:.2f} s", file=sys.stderr)
        if meter:
            measured[f"{layout}-{text}"] = measure(meter, pdf)
    if measured:
        table(corpus, measured)
    else:
        print("no typo-meter was found: set QUOIN_TYPO_METER", file=sys.stderr)


main()
