#include "reader/attributes.hpp"

#include <catch2/catch.hpp>

using namespace quoin::reader;

TEST_CASE("attributes: id, classes, values with and without quotes") {
    auto const found = parse_attributes("{#a_b .c d=e f=\"g \\\"h\\\" \\\\\" i='j k' -}");
    REQUIRE(found);
    CHECK(id_of(*found) == "a_b");
    CHECK(has_class(*found, "c"));
    CHECK_FALSE(has_class(*found, "d"));
    CHECK(find_pair(*found, "d")->value == "e");
    CHECK(find_pair(*found, "f")->value == "g \"h\" \\");
    CHECK(find_pair(*found, "i")->value == "j k");
    CHECK(find_pair(*found, "x") == nullptr);
}

TEST_CASE("what is no attributes") {
    for (char const* text :
         {"{}", "{ }", "{a}", "{.a", "{.a b}", "{=a}", "{a=}", "{a=\"b}", "{.}", "{#}", ".a", "{.a}x", ""}) {
        INFO(text);
        CHECK_FALSE(parse_attributes(text));
    }
    CHECK(attributes_length("{.a} b}") == 4);
    CHECK(attributes_length("{a b}") == 0);
}
