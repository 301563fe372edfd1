#include "manuscript/words.hpp"

#include <catch2/catch.hpp>

using quoin::manuscript::folded;

TEST_CASE("words are compared folded, without signs that stand inside them") {
    CHECK(folded("Don’t, DON'T: the in\u00ADterest—its “price”") == "dont dont the interest its price");
    CHECK(folded("ﬁne Straße ½ war.”¹² x²") == "fine strasse 1 2 war 12 x 2");
    CHECK(folded("κόσμος ΚΌΣΜΟΣ") == "κόσμοσ κόσμοσ");
    CHECK(folded(" — … ") == "");
    CHECK(folded("हिन्दी 中文") == "हिन्दी 中文");
}
