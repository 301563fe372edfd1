// Texts of real words in real fonts, the whole way through the stage.

#include "layout/layout_document.hpp"

#include "reader/read_publication.hpp"
#include "synthetic_flow.hpp"
#include "transform/prepare.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

using namespace quoin;

namespace {

/// Sentences of a fixed stock of words; every `note_every`th word calls a note.
std::string prose(layout::test::Dice& dice, int words, int note_every, int& note) {
    static constexpr std::array<char const*, 24> stock{
        "the",    "press", "of",     "a",         "compositor", "sets",       "letters",  "into",
        "lines",  "and",   "pages",  "while",     "his",        "apprentice", "carries",  "formes",
        "across", "the",   "narrow", "courtyard", "under",      "unfinished", "ceilings", "quietly"};
    std::string text;
    for (int index = 1; index <= words; ++index) {
        text += stock[static_cast<std::size_t>(dice.roll(0, 23))];
        if (note_every > 0 && index % note_every == 0) text += ".[^" + std::to_string(++note) + "] Then";
        text += index == words ? "." : " ";
    }
    return text;
}

std::string article(int seed, int paragraphs, int note_every) {
    layout::test::Dice dice(static_cast<std::uint64_t>(seed));
    int note = 0;
    std::string text = "---\ntitle: \"Article number " + std::to_string(seed) + "\"\nauthor: [\"A. Writer\"]\n---\n\n";
    for (int index = 0; index < paragraphs; ++index) {
        if (index > 0 && index % 6 == 0) text += "## Heading " + std::to_string(index) + "\n\n";
        text += prose(dice, dice.roll(30, 120), note_every, note) + "\n\n";
    }
    for (int index = 1; index <= note; ++index) {
        int none = 0;
        text += "[^" + std::to_string(index) + "]: Note " + prose(dice, dice.roll(5, 40), 0, none) + "\n\n";
    }
    return text;
}

struct Laid {
    model::Document document;
    layout::Result result;
    Diagnostics diagnostics;
};

Laid lay_out(std::map<std::string, std::string> const& files, std::string const& layout_name, std::size_t threads = 1) {
    DiskFileSystem const disk;
    MemoryFileSystem const memory(files);
    SourceMap sources;
    Laid laid;
    auto publication = reader::read_publication("pub", memory, sources, laid.diagnostics);
    REQUIRE(publication);
    std::string const root = QUOIN_SOURCE_DIR;
    auto const layout =
        style::load_layout({layout_name, root + "/layouts", root, {}, {}}, disk, sources, laid.diagnostics);
    REQUIRE(layout);
    laid.document = transform::prepare(std::move(publication->editions.front()), *layout, laid.diagnostics);
    auto const fonts = text::FontBook::load({root + "/fonts/fonts.toml", {root + "/fonts"}, layout->fonts}, disk,
                                            sources, laid.diagnostics);
    REQUIRE(fonts);
    Pool pool(threads);
    laid.result = layout::layout_document({laid.document, *layout, *fonts, memory, false}, pool, laid.diagnostics);
    return laid;
}

std::map<std::string, std::string> journal() {
    std::string manifest =
        "kind = \"journal\"\ntitle = \"The Forme\"\nlanguage = \"en\"\nlayout = \"x\"\ndate = \"2023-08-01\"\n"
        "[issue]\nnumber = \"7\"\ndate = \"2023-08\"\n";
    std::map<std::string, std::string> files;
    for (int index = 1; index <= 4; ++index) {
        auto const name = "articles/" + std::to_string(index) + ".md";
        manifest += "[[contents]]\narticle = \"" + name + "\"\n";
        files["pub/" + name] = article(index, 8 + 4 * index, 60);
    }
    files["pub/publication.toml"] = manifest;
    return files;
}

std::map<std::string, std::string> book() {
    auto files = journal();
    auto& manifest = files["pub/publication.toml"];
    manifest.replace(manifest.find("\"journal\""), 9, "\"book\"");
    return files;
}

/// Pages of all named destinations.
std::map<std::string, std::set<std::size_t>> anchors(page::PageList const& list) {
    std::map<std::string, std::set<std::size_t>> found;
    for (std::size_t index = 0; index < list.pages.size(); ++index) {
        for (auto const& item : list.pages[index].items) {
            if (auto const* const anchor = std::get_if<page::Anchor>(&item.kind)) found[anchor->name].insert(index);
        }
    }
    return found;
}

std::size_t count_anchors(page::PageList const& list, std::string const& name) {
    std::size_t count = 0;
    for (auto const& page : list.pages) {
        for (auto const& item : page.items) {
            auto const* const anchor = std::get_if<page::Anchor>(&item.kind);
            count += anchor != nullptr && anchor->name == name;
        }
    }
    return count;
}

} // namespace

TEST_CASE("the same pages at any number of threads") {
    for (auto const* const name : {"journal-a4", "journal-a4-3col"}) {
        auto const one = lay_out(journal(), name, 1);
        auto const four = lay_out(journal(), name, 4);
        CHECK(page::dump(one.result.pages) == page::dump(four.result.pages));
        CHECK(one.result.notices == four.result.notices);
    }
}

TEST_CASE("every note stands once, on the page of its mark") {
    for (auto const* const name : {"journal-a4", "journal-a4-3col"}) {
        auto const laid = lay_out(journal(), name);
        auto const places = anchors(laid.result.pages);
        REQUIRE(laid.document.notes.size() > 20);
        for (auto const& note : laid.document.notes) {
            INFO(note.anchor);
            REQUIRE(count_anchors(laid.result.pages, "note-" + note.anchor) == 1);
            REQUIRE(places.count("ref-" + note.anchor) == 1);
            CHECK(places.at("note-" + note.anchor) == places.at("ref-" + note.anchor));
        }
    }
}

TEST_CASE("contents and outline lead to pages that there are, and tell their true numbers") {
    auto const laid = lay_out(journal(), "journal-a4");
    auto const& list = laid.result.pages;
    auto const places = anchors(list);
    REQUIRE(list.outline.size() >= 4);
    std::set<std::string> printed;
    std::set<std::string> linked;
    for (auto const& page : list.pages) {
        for (auto const& item : page.items) {
            if (auto const* const run = std::get_if<page::GlyphRun>(&item.kind)) printed.insert(run->text);
            if (auto const* const link = std::get_if<page::LinkArea>(&item.kind)) linked.insert(link->destination);
        }
    }
    for (auto const& entry : list.outline) {
        INFO(entry.destination);
        REQUIRE(places.count(entry.destination) == 1);
        if (entry.depth == 0) CHECK(printed.count(list.pages[*places.at(entry.destination).begin()].label) == 1);
    }
    for (auto const& destination : linked) {
        INFO(destination);
        CHECK((destination.empty() || places.count(destination) == 1));
    }
    for (auto const& one : laid.diagnostics.all()) CHECK(one.code != Code::page_numbers_unstable);
}

TEST_CASE("lines of text stand on the grid") {
    auto const laid = lay_out(journal(), "journal-a4");
    SourceMap sources;
    Diagnostics diagnostics;
    DiskFileSystem const disk;
    std::string const root = QUOIN_SOURCE_DIR;
    auto const layout = style::load_layout({"journal-a4", root + "/layouts", root, {}, {}}, disk, sources, diagnostics);
    REQUIRE(layout);
    auto const& print = layout->print;
    std::set<std::int64_t> phases;
    int lines = 0;
    for (auto const& page : laid.result.pages.pages) {
        for (auto const& item : page.items) {
            auto const* const run = std::get_if<page::GlyphRun>(&item.kind);
            if (run == nullptr || item.tag == page::TagId::artifact) continue;
            auto const index = static_cast<std::size_t>(item.tag);
            auto const role = laid.result.pages.tags.nodes[index].role;
            bool const in_article =
                role == page::TagRole::Paragraph && run->size == print.type[style::TypeRole::body].size;
            if (!in_article || run->text.size() < 30) continue;
            phases.insert((item.at.y - print.page.head).units % print.page.grid.units);
            ++lines;
        }
    }
    CHECK(lines > 300);
    CHECK(phases.size() == 1);
}

TEST_CASE("a book: roman front matter, page 1 at the right, blank pages without anything") {
    auto const laid = lay_out(book(), "book-a5");
    auto const& pages = laid.result.pages.pages;
    bool text_seen = false;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        CHECK(pages[index].recto == (index % 2 == 0));
        if (pages[index].blank) CHECK(pages[index].items.empty());
        if (pages[index].label == "1") {
            text_seen = true;
            CHECK(pages[index].recto);
        }
    }
    CHECK(text_seen);
    CHECK(pages.front().label == "i");
}

TEST_CASE("page marks go forward through the text") {
    auto const laid = lay_out(book(), "book-a5");
    auto marks = laid.result.marks;
    // Title page and contents have no place in the text.
    std::erase_if(marks, [](model::PageMark const& mark) { return mark.matter != model::Matter::text; });
    REQUIRE(marks.size() > 10);
    for (std::size_t index = 1; index < marks.size(); ++index) {
        auto const& before = marks[index - 1].place;
        auto const& here = marks[index].place;
        INFO("mark " << index << " label " << marks[index].label);
        CHECK((here.serial > before.serial || (here.serial == before.serial && here.offset > before.offset)));
    }
    CHECK(marks.front().label == "1");
}

TEST_CASE("journal pages come in fours and carry running heads") {
    auto const laid = lay_out(journal(), "journal-a4");
    auto const& list = laid.result.pages;
    CHECK(list.trim.width > Length::zero());
    CHECK(list.info.title == "The Forme");
    int heads = 0;
    for (auto const& page : list.pages) {
        if (page.blank) CHECK(page.items.empty());
        for (auto const& item : page.items) {
            auto const* const run = std::get_if<page::GlyphRun>(&item.kind);
            if (run != nullptr && item.tag == page::TagId::artifact && run->text.find("Forme") != std::string::npos)
                ++heads;
        }
    }
    CHECK(heads > 0);
}
