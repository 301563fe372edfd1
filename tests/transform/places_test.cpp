// What a reference without words of its own can say of its place.

#include "transform/documents.hpp"

#include <catch2/catch.hpp>

namespace quoin::transform::test {

TEST_CASE("a place without words is named by the heading above it, before the first one by the title") {
    Division division;
    division.id = "box";
    Document document = document_of({paragraph({text("Words"), place("early")}),
                                     heading(2, "The tides"),
                                     paragraph({text("Words"), place("late")}),
                                     {division, {}}});
    Prepared const made = prepared(std::move(document));
    auto const label_of = [&](std::string const& written) {
        for (Anchor const& anchor : made.document.anchors)
            if (anchor.written == written) return plain_text(anchor.label);
        return std::string("none");
    };
    CHECK(label_of("early") == "Title of storm");
    CHECK(label_of("late") == "The tides");
    CHECK(label_of("box") == "The tides");
}

} // namespace quoin::transform::test
