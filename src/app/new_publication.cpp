#include "app/new_publication.hpp"

#include "base/file_system.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace quoin::app {

namespace {

struct Starter {
    char const* kind;
    char const* layout;
    char const* title;
    char const* particulars; // TOML between the common keys and the contents
    char const* folder;      // of the texts
};

Starter const& starter(model::PublicationKind kind) {
    static Starter const journal{
        "journal", "journal-a4", "The First Issue",
        "[issue]\nnumber = \"1\"\ndate   = \"2024-01\"\n\n[cover]\nlines = [\"What this issue is about\"]\n",
        "articles"};
    static Starter const pamphlet{"pamphlet", "pamphlet-a5", "A Short Pamphlet", "[issue]\ndate = \"2024-01-01\"\n",
                                  "articles"};
    static Starter const book{"book", "book-a5", "A Short Book",
                              "[book]\nauthors   = [\"The Author\"]\ncopyright = \"© 2024 The Author\"\n", "chapters"};
    static Starter const leaflet{"leaflet", "leaflet-a4", "One Sheet", "[issue]\ndate = \"2024-01-01\"\n", "articles"};
    switch (kind) {
    case model::PublicationKind::journal: return journal;
    case model::PublicationKind::pamphlet: return pamphlet;
    case model::PublicationKind::book: return book;
    case model::PublicationKind::leaflet: return leaflet;
    }
    return journal;
}

std::string manifest(Starter const& of) {
    return fmt::format(
        "# What this publication is, what is in it, and in which order. docs/manual/sources.md tells every key.\n\n"
        "kind      = \"{0}\"\ntitle     = \"{2}\"\nlanguage  = \"en\"\npublisher = \"Your Press\"\nlayout    = "
        "\"{1}\"\n"
        "date      = \"2024-01-01\"\n\n{3}\n[[contents]]\narticle = \"{4}/01-beginning.md\"\n\n"
        "[[contents]]\narticle = \"{4}/02-second.md\"\n\n[[contents]]\ninsert = \"inserts/notice.md\"\nsize   = "
        "\"column\"\n",
        of.kind, of.layout, of.title, of.particulars, of.folder);
}

constexpr char const* beginning = R"(---
title: "A beginning"
subtitle: "Write over this text"
author: ["The Author"]
date: 2024-01-01
---

Every text is a file like this one. Its first lines say what it is called and who wrote it; the rest is Markdown.[^1] A word
may be *stressed*, a passage in another language says so: [ein Wort]{lang=de}.

## A heading {#heading}

A second paragraph. It refers to a place by its name: see [](#heading).

> A quotation stands by itself.
>
> — Its author

[^1]: Notes stand at the foot of the page in print, and open in a small window in the e-book.
)";

constexpr char const* second = R"(---
title: "A second text"
author: ["The Author"]
date: 2024-01-01
---

1. A numbered thesis keeps its number.

2. So does this one.

The manifest, publication.toml, says in which order the texts stand.
)";

constexpr char const* notice = R"(---
title: "A notice"
---

A boxed notice that finds its own place on the page.
)";

} // namespace

std::vector<OutputFile> starter_files(model::PublicationKind kind) {
    Starter const& of = starter(kind);
    std::string const texts = std::string(of.folder) + "/";
    return {{"publication.toml", to_bytes(manifest(of))},
            {texts + "01-beginning.md", to_bytes(beginning)},
            {texts + "02-second.md", to_bytes(second)},
            {"inserts/notice.md", to_bytes(notice)}};
}

Result<std::vector<std::string>> new_publication(model::PublicationKind kind, std::string const& folder) {
    std::error_code code;
    if (std::filesystem::exists(folder, code) && !std::filesystem::is_empty(folder, code))
        return failure(Code::output_unwritable, {}, fmt::format("\"{}\" is there already and not empty", folder),
                       {"name a new folder"});
    return write_files(folder, starter_files(kind));
}

} // namespace quoin::app
