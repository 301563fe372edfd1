// The index: which terms, in which order, under which letters.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

namespace {

Inline term(std::string words, std::string entry = "") {
    return {IndexTerm{{text(std::move(words))}, std::move(entry)}, {}};
}

Inline pointer(std::string entry, std::string see, std::string see_also = "") {
    return {IndexTerm{{}, std::move(entry), std::move(see), std::move(see_also)}, {}};
}

Document book_of(Inlines terms, Language language = "en") {
    Document document = document_of({paragraph(std::move(terms))}, std::move(language));
    document.metadata.kind = PublicationKind::book;
    return document;
}

void add_lines(std::vector<IndexEntry> const& entries, std::string const& indent, std::vector<std::string>& lines) {
    for (IndexEntry const& entry : entries) {
        lines.push_back(indent + entry.term + " " + std::to_string(entry.places.size()));
        for (std::string const& other : entry.see) lines.push_back(indent + "  see " + other);
        for (std::string const& other : entry.see_also) lines.push_back(indent + "  see also " + other);
        add_lines(entry.below, indent + "  ", lines);
    }
}

/// "letter:", then "term places", sub-entries indented.
std::vector<std::string> lines(Document const& document) {
    std::vector<std::string> list;
    for (IndexGroup const& group : document.index.groups) {
        list.push_back(group.letter + ":");
        add_lines(group.entries, "", list);
    }
    return list;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("terms stand under their letters, each with all its places") {
    Prepared const made =
        prepared(book_of({term("press"), term("mould"), term("Moxon", "Moxon, Joseph"), term("press")}));
    CHECK(lines(made.document) == Lines{"M:", "mould 1", "Moxon, Joseph 1", "P:", "press 2"});
    CHECK(made.document.index.title == "Index");
}

TEST_CASE("what stands behind an exclamation mark is a sub-entry") {
    Prepared const made =
        prepared(book_of({term("moulds", "type ! mould"), term("type"), term("cast", "type!casting!by hand")}));
    CHECK(lines(made.document) == Lines{"T:", "type 1", "  casting 0", "    by hand 1", "  mould 1"});
}

TEST_CASE("a reference sends the reader to other entries and is no place") {
    Prepared const made = prepared(book_of({term("mould", "type!mould"), term("matrix"), term("punch"),
                                            pointer("cast", "punch; type!mould"), pointer("matrix", "", "punch")}));
    CHECK(lines(made.document) == Lines{"C:", "cast 0", "  see punch", "  see type, mould", "M:", "matrix 1",
                                        "  see also punch", "P:", "punch 1", "T:", "type 0", "  mould 1"});
    CHECK(made.document.index.see == "see");
    CHECK(made.document.index.continued == "continued");
    CHECK(made.codes().empty());
}

TEST_CASE("a reference to an entry that there is not is told") {
    Prepared const made = prepared(book_of({term("punch"), pointer("cast", "pnuch")}));
    CHECK(made.codes() == std::vector<quoin::Code>{quoin::Code::index_see_unknown});
}

TEST_CASE("a term at the beginning of a sentence joins the same word with a small letter") {
    Prepared const made = prepared(book_of({term("Tallow", "Tallow"), term("tallow"), term("Wax")}));
    CHECK(lines(made.document) == Lines{"T:", "tallow 2", "W:", "Wax 1"});
}

TEST_CASE("the order is that of the language, signs before a term do not count, and figures stand first") {
    Prepared const swedish = prepared(book_of({term("ärla"), term("zon"), term("ål"), term("alm")}, "sv"));
    CHECK(lines(swedish.document) == Lines{"A:", "alm 1", "Z:", "zon 1", "Å:", "ål 1", "Ä:", "ärla 1"});
    Prepared const german = prepared(book_of({term("Zange"), term("Äther"), term("(Atlas)"), term("1848")}, "de"));
    CHECK(lines(german.document) == Lines{":", "1848 1", "A:", "Äther 1", "(Atlas) 1", "Z:", "Zange 1"});
    Prepared const russian = prepared(book_of({term("Ёлка"), term("London"), term("Елец")}, "ru"));
    CHECK(lines(russian.document) == Lines{"Е:", "Елец 1", "Ёлка 1", "L:", "London 1"});
}

TEST_CASE("places are in reading order, those of a note behind its article") {
    Document document = book_of({term("ink"), mark(0)});
    static_cast<void>(add_note(document, "n", {paragraph({term("ink")})}));
    Article second = article("second", {paragraph({term("ink")})});
    add(document, std::move(second));
    Prepared const made = prepared(std::move(document));
    auto const& places = made.document.index.groups.at(0).entries.at(0).places;
    REQUIRE(places.size() == 3);
    CHECK(made.anchor(places[0]).name == "storm-term-1");
    CHECK(made.anchor(places[1]).name == "storm-term-2");
    CHECK(made.anchor(places[2]).name == "second-term-1");
}

TEST_CASE("whether there is an index is the layout's decision, and of itself only a book has one") {
    style::Layout layout;
    Document journal = document_of({paragraph({term("ink")})});
    CHECK(prepared(journal, layout).document.index.groups.empty());
    CHECK(prepared(journal, layout).document.anchors.size() == 1);
    layout.print.index.show = "always";
    CHECK(prepared(journal, layout).document.index.groups.size() == 1);
    layout.print.index.show = "never";
    CHECK(prepared(book_of({term("ink")}), layout).document.index.groups.empty());
    layout.print.index = {"auto", "Names"};
    CHECK(prepared(book_of({term("ink")}), layout).document.index.title == "Names");
    CHECK(prepared(book_of({text("ink")}), layout).document.index.groups.empty());
}

} // namespace quoin::transform::test
