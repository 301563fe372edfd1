"""Compares every #include of src/ with what the folder declares in its quoin_stage(…).

Usage: layers.py LAYERS.json     (the file that the build writes)

- A folder includes only the PUBLIC_HEADERS of folders that it names in USES, and any header of its own.
- A header of another library is included only in folders that name the library in EXTERNAL, and never in a public
  header; fmt and tl::expected are everyone's.
- What is declared is also used.
"""

import json
import re
import sys
from collections import defaultdict

from rules import TREE, code_files, conclude, place

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
INCLUDE_MACRO = re.compile(r"^\s*#\s*include\s+(FT_\w+)")

EVERYONES = {"fmt", "expected"}

# The first pattern that matches a header names its library.
LIBRARIES = [
    (r"fmt/", "fmt"),
    (r"tl/expected\.hpp$", "expected"),
    (r"toml\+\+/", "tomlplusplus"),
    (r"yaml-cpp/", "yaml-cpp"),
    (r"cmark-gfm", "cmark-gfm"),
    (r"unicode/", "icu"),
    (r"hb-subset\.h$", "harfbuzz-subset"),
    (r"hb(-\w+)?\.h$", "harfbuzz"),
    (r"hyphen\.h$", "hyphen"),
    (r"ft2build\.h$|freetype/|FT_", "freetype"),
    (r"cairo(-\w+)?\.h$", "cairo"),
    (r"librsvg/", "rsvg"),
    (r"vips/", "vips"),
    (r"qpdf/", "qpdf"),
    (r"lcms2(_plugin)?\.h$", "lcms2"),
    (r"zint\.h$", "zint"),
    (r"libdeflate\.h$", "deflate"),
    (r"zip(conf)?\.h$", "zip"),
    (r"pugi(xml|config)\.hpp$", "pugixml"),
    (r"nlohmann/", "nlohmann_json"),
    (r"CLI/", "cli11"),
    (r"jpeglib\.h$|jerror\.h$", "jpeg"),
    (r"png\.h$", "png"),
    (r"glib(-\w+)?\.h$|gio/|glib/", "glib"),
]

# A library whose headers come with another one.
BROUGHT_BY = {"harfbuzz": {"harfbuzz-subset"}, "glib": {"vips", "rsvg"}, "cairo": {"rsvg"}}

# Calls of the operating system: files, processes and terminals are known to these folders alone.
SYSTEM = re.compile(r"(sys|linux)/\w+\.h$|(unistd|fcntl|signal|termios|pthread|poll)\.h$")
SYSTEM_FOLDERS = {"base", "app", "cli"}
# media loads libvips when the first picture needs it: starting it costs more than a page without pictures.
LOADER = {"dlfcn.h": {"media"}}


def library_of(header):
    for pattern, library in LIBRARIES:
        if re.match(pattern, header):
            return library
    return None


def is_standard(header):
    return "/" not in header and "." not in header


class Layers:
    def __init__(self, stages):
        self.stages = stages
        self.findings = []
        self.used_stages = defaultdict(set)
        self.used_libraries = defaultdict(set)

    def check_own(self, folder, where, header):
        target, _, name = header.partition("/")
        if not name:
            self.findings.append(f'{where}: "{header}": write the folder too: "{folder}/{header}"')
        elif target == folder:
            if not (TREE / "src" / header).is_file():
                self.findings.append(f'{where}: "{header}": there is no such file')
        elif target not in self.stages:
            self.findings.append(f'{where}: "{header}": {target} is no folder of src with a quoin_stage')
        elif target not in self.stages[folder]["uses"]:
            self.findings.append(f'{where}: "{header}": {folder} does not name {target} in USES')
        elif name not in self.stages[target]["public_headers"]:
            self.findings.append(f'{where}: "{header}": not one of the PUBLIC_HEADERS of {target}')
        self.used_stages[folder].add(target)

    def check_foreign(self, folder, where, header, is_public_header):
        library = library_of(header)
        if library is None:
            if SYSTEM.match(header):
                if folder not in SYSTEM_FOLDERS:
                    self.findings.append(f"{where}: <{header}>: the system is called in {sorted(SYSTEM_FOLDERS)} only")
            elif not is_standard(header) and folder not in LOADER.get(header, ()):
                self.findings.append(f"{where}: <{header}>: no library of tests/checks/layers.py has this header")
            return
        declared = set(self.stages[folder]["external"])
        self.used_libraries[folder] |= {library} | BROUGHT_BY.get(library, set())
        if library in EVERYONES:
            return
        if not declared & ({library} | BROUGHT_BY.get(library, set())):
            self.findings.append(f"{where}: <{header}>: {folder} does not name {library} in EXTERNAL")
        elif is_public_header:
            self.findings.append(f"{where}: <{header}>: a public header shows nothing of {library}")

    def check_file(self, file):
        folder = file.relative_to(TREE / "src").parts[0]
        if folder not in self.stages:
            self.findings.append(f"{place(file)}: src/{folder} has no quoin_stage")
            return 0
        is_public = file.name in self.stages[folder]["public_headers"]
        count = 0
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            where = place(file, number)
            if match := INCLUDE.match(line):
                count += 1
                if match[1] == '"':
                    self.check_own(folder, where, match[2])
                else:
                    self.check_foreign(folder, where, match[2], is_public)
            elif match := INCLUDE_MACRO.match(line):
                self.check_foreign(folder, where, match[1], is_public)
        return count

    def check_unused(self):
        for folder, stage in self.stages.items():
            for used in stage["uses"]:
                if used not in self.used_stages[folder]:
                    self.findings.append(f"src/{folder}/CMakeLists.txt: USES {used}, but includes nothing of it")
            for library in stage["external"]:
                if library not in EVERYONES and library not in self.used_libraries[folder]:
                    self.findings.append(f"src/{folder}/CMakeLists.txt: EXTERNAL {library}, but includes nothing of it")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        layers = Layers(json.load(file))
    checked = sum(layers.check_file(file) for file in code_files("src"))
    layers.check_unused()
    conclude("layers", checked, layers.findings)


main()
