#include "base/xml_text.hpp"

#include <catch2/catch.hpp>

using namespace quoin;

TEST_CASE("what XML reads as markup is escaped") {
    CHECK(escape_xml("<b>\"R&D\"</b>") == "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;");
    CHECK(escape_xml("a\tb\nc\x01\x1f") == "a\tb\nc");
    CHECK(escape_xml("Łódź – 中") == "Łódź – 中");
}
