#include "base/bare_addresses.hpp"

#include <catch2/catch.hpp>

using namespace quoin;

TEST_CASE("bare addresses end before the punctuation of their sentence") {
    std::string_view const text = "See https://a.org/b_(c)_d.html, www.e.net; or write to f.g@h.com.";
    auto const found = find_addresses(text);
    REQUIRE(found.size() == 3);
    CHECK(found[0].target == "https://a.org/b_(c)_d.html");
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == found[0].target);
    CHECK(found[1].target == "http://www.e.net");
    CHECK(found[2].target == "mailto:f.g@h.com");
}

TEST_CASE("what only looks like an address is none") {
    CHECK(find_addresses("http:// nothing, www. nothing, a @ b, 12:30").empty());
}
