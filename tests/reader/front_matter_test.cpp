#include "reader/front_matter.hpp"
#include "reader/read_markdown.hpp"
#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

/// A whole file, front matter and all.
Reading read_file(std::string const& text) {
    Reading it;
    MemoryFileSystem const files({});
    it.document = reader::read_markdown("text.md", text, files, it.sources, it.diagnostics);
    return it;
}

Findings findings(std::string const& text) {
    Reading const it = read_file(text);
    return findings_with_paths(it.sources, it.diagnostics);
}

} // namespace

TEST_CASE("every key of an article") {
    Reading const it =
        read_file("---\ntitle: \"Secret *Talks*[^1]\"\nsubtitle: 'It''s so'\nauthor: [\"Michael P.\", {name: Ana, "
                  "affiliation: X}]\n"
                  "byline: By M.\ndate: 2023-07-08\nlang: pt-br\nabstract: |\n  First.\n\n  Second [b]{lang=uk}.\n"
                  "running-title: Talks\n---\n\nText.\n\n[^1]: Note.\n");
    CHECK(it.findings().empty());
    CHECK(model::dump(it.document) == R"--(publication journal en
  date 1980 (not stated)
article "text.md" name="text" lang="pt-BR"
  title "Secret " emphasis["Talks"] note[0]
  subtitle "It's so"
  author "Michael P."
  author "Ana" affiliation="X"
  byline "By M."
  date 2023-07-08
  running-title "Talks"
  abstract
    paragraph "First."
    paragraph "Second " span:uk["b"] "."
  paragraph "Text."
note 0 label="1"
  paragraph "Note."
)--");
}

TEST_CASE("authors may be one name or one map, and lines may be folded") {
    Reading const it = read_file("---\ntitle: Long\n  title\nauthor: {name: A}\nabstract: >\n  b\n  c\n---\nd");
    CHECK(it.findings().empty());
    CHECK(it.article().authors.front().name == "A");
    CHECK(model::plain_text(it.article().title) == "Long title");
    CHECK(it.article().abstract.size() == 1);
}

TEST_CASE("places in the front matter") {
    CHECK(findings("---\ntitle: \"A [b]{lang=qqq}\"\n---\nc") == Findings{"text.md:2:20 error language-unknown"});
    CHECK(findings("---\ntitle: A [^b]\n---\nc") == Findings{"text.md:2:10 error note-undefined"});
    CHECK(findings("---\ntitle: t\nabstract: |\n  a\n  [b](c)\n---\nd") == Findings{"text.md:5:3 error link-invalid"});
}

TEST_CASE("an unknown key names the nearest known one") {
    Reading const it = read_file("---\ntitle: t\ndat: 2023\n---\na");
    CHECK(findings_with_paths(it.sources, it.diagnostics) == Findings{"text.md:3:1 error key-unknown"});
    CHECK(it.diagnostics.all().front().hints.front() == "did you mean \"date\"?");
    CHECK(findings("---\ntitle: t\nauthor: {nam: x}\n---\na") ==
          Findings{"text.md:3:10 error key-unknown", "text.md:3:9 error value-invalid"});
}

TEST_CASE("values that are wrong") {
    CHECK(findings("---\ntitle: t\ndate: July\n---\na") == Findings{"text.md:3:7 error date-invalid"});
    CHECK(findings("---\ntitle: t\ndate: 2023-02-30\n---\na") == Findings{"text.md:3:7 error date-invalid"});
    CHECK(findings("---\ntitle: t\nlang: english\n---\na") == Findings{"text.md:3:7 error language-unknown"});
    CHECK(findings("---\ntitle: [a]\n---\na") ==
          Findings{"text.md:2:8 error value-invalid", "text.md:1:1 error title-missing"});
    CHECK(findings("---\ntitle: t\ntitle: u\n---\na") == Findings{"text.md:3:1 error yaml-malformed"});
}

TEST_CASE("malformed YAML") {
    CHECK(findings("---\ntitle: a: b\n---\nc") == Findings{"text.md:2:9 error yaml-malformed"});
    CHECK(findings("---\n- a\n---\nc") == Findings{"text.md:2:1 error yaml-malformed"});
    Reading const open = read_file("---\ntitle: a\n\nb");
    CHECK(findings_with_paths(open.sources, open.diagnostics) == Findings{"text.md:1:1 error yaml-malformed"});
}

TEST_CASE("a quotation mark that is never closed") {
    CHECK(findings("---\nauthor: A\ntitle: \"t\n---\nc") == Findings{"text.md:3:8 error yaml-malformed"});
    CHECK(findings("---\ntitle: 'it''s\n---\nc").size() == 1);
    CHECK(findings("---\ntitle: t\nauthor: [\"A \\\" B\", {name: 'C'}]\n---\nc").empty());
}

TEST_CASE("an article without a title, or without text") {
    Reading const it = read_file("# A\n\nb");
    CHECK(findings_with_paths(it.sources, it.diagnostics) == Findings{"text.md:1:1 error title-missing"});
    CHECK(findings("---\ntitle: t\n---\n") == Findings{"text.md:1:1 warning article-empty"});
    CHECK(findings("---\ntitle: t\n---\n<!-- a -->\n") ==
          Findings{"text.md:4:1 advice comments-dropped", "text.md:1:1 warning article-empty"});
    CHECK(findings("").size() == 2);
}

TEST_CASE("an insert knows only its title and language") {
    SourceMap sources;
    Diagnostics diagnostics;
    std::string const text = "---\ntitle: a\nauthor: b\n---\n";
    FileId const file = sources.add("i.md", text);
    reader::FrontMatter const front = reader::read_front_matter(file, text, reader::TextKind::insert, diagnostics);
    CHECK(front.title->text == "a");
    CHECK(front.body == text.size());
    CHECK(findings_with_paths(sources, diagnostics) == Findings{"i.md:3:1 error key-unknown"});
}
