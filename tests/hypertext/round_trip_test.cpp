#include "support.hpp"

#include "base/pool.hpp"
#include "epub/build_package.hpp"
#include "reader/read_markdown.hpp"
#include "transform/prepare.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace quoin;
using namespace quoin::hypertext;

namespace {

char const* const text = R"(---
title: "The *Bed* of the Press"
subtitle: Below it
author: ["Ann Lee"]
byline: "By Ann Lee, 8 July 2023"
date: 2023-07-08
abstract: In short.
---

Words with a note.[^1] And *stress*, **more**, [Caps]{.smallcaps}, x^2^, H~2~O, `code`, a [link](https://a.example/x),
the [Рада]{lang=uk}, and the note again.[^2]

## A heading

12. A numbered thesis

    a) and a letter

    b) and another

- one
- two

> A quotation.
>
> — V. Author, *Work*

::: {.insert title="Books of the house"}
A box.
:::

::: verse
Lines of verse
  keep their indents

Another stanza
:::

::: epigraph
First words.
:::

| A | B |
|:--|--:|
| 1 | 2 |

: Sorts

![Caption with *stress*.](a.png){alt="What it shows" credit="Photo: X"}

Em
:   A measure.

* * *

```
code;
```

[^1]: A note.

    Its second paragraph.

[^2]: Another.
)";

/// A grey square of four by four pixels.
Bytes const square{0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
                   0x52, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00, 0x04, 0x08, 0x00, 0x00, 0x00, 0x00, 0x8c,
                   0x9a, 0xc1, 0xa2, 0x00, 0x00, 0x00, 0x0e, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x38,
                   0x01, 0x04, 0x0c, 0xa8, 0x04, 0x00, 0x7d, 0x14, 0x0c, 0x81, 0xb6, 0xe0, 0xb1, 0x66, 0x00,
                   0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

/// The model as text, without what a package cannot hold: ids that nothing leads to, numbers of transform.
std::string comparable(model::Document const& document) {
    std::string dump = model::dump(document);
    for (char const* pattern : {" #\\d+", " anchor=\\d+", " id=\"[^\"]*\"", " label=\"[^\"]*\"", " name=\"[^\"]*\"",
                                " lang=\"en\"", "running-title .*", "literal(?=\")"})
        dump = std::regex_replace(dump, std::regex(pattern), "");
    std::size_t const begin = dump.find("article ");
    std::string kept;
    // Notes stand in the order of their definitions there and of their calls here.
    for (std::size_t at = dump.find('\n', begin) + 1; at < dump.size();) {
        std::size_t const end = dump.find('\n', at);
        std::string const line = dump.substr(at, end - at);
        at = end + 1;
        bool const made = line.find_first_not_of(' ') == std::string::npos || line.starts_with("asset") ||
                          line.starts_with("contents") || line.starts_with("anchor") || line.starts_with("  line ");
        if (line.starts_with("note ")) {
            kept += "note\n";
        } else if (!made) {
            kept += line + "\n";
        }
    }
    return kept;
}

} // namespace

TEST_CASE("an EPUB of our own comes back to the same model") {
    SourceMap sources;
    Diagnostics diagnostics;
    MemoryFileSystem const files({{"a.png", std::string(as_text(square))}});
    style::Layout layout;
    style::PaletteInk accent;
    accent.name = "accent";
    layout.palette.push_back(accent);
    model::Document document = reader::read_markdown("a.md", text, files, sources, diagnostics);
    document.metadata.title = "The Compositor";
    document = transform::prepare(std::move(document), layout, diagnostics);
    Pool pool(1);
    epub::Package const package =
        epub::build_package({document, layout, files, {}, {}, {}, "", 0, {}}, pool, diagnostics);
    auto const bytes = epub::write_archive(package, 0, pool);
    REQUIRE(bytes);
    Read const back = read_archive(*bytes);
    INFO(back.error);
    REQUIRE(back.ok);
    CHECK(back.proof == "");
    CHECK(comparable(back.imported.document) == comparable(document));
}
