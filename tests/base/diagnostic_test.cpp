// Messages: stable names, counting, and the word that was probably meant.

#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace quoin::test {

TEST_CASE("every code has a name of its own in small letters and hyphens") {
    std::set<std::string_view> names;
    std::size_t count = 0;
#define QUOIN_CODE(enumerator, text)                                                                                   \
    CHECK(name(Code::enumerator) == text);                                                                             \
    names.insert(text);                                                                                                \
    ++count;
#include "base/codes.def"
#undef QUOIN_CODE
    CHECK(names.size() == count);
    for (std::string_view const each : names)
        CHECK(each.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
}

TEST_CASE("diagnostics are kept in order and counted by severity") {
    Diagnostics found;
    found.advice(Code::date_absent, {}, "no date");
    found.error(Code::note_undefined, {}, "no note is called \"a\"", {"write one"});
    found.warning(Code::note_unused, {}, "never called");
    CHECK(found.has_errors());
    CHECK(found.count(Severity::warning) == 1);
    Diagnostics all;
    CHECK_FALSE(all.has_errors());
    all.append(found);
    all.append(found);
    CHECK(all.all().size() == 6);
    CHECK(all.all()[1].code == Code::note_undefined);
    CHECK(all.all()[1].hints == std::vector<std::string>{"write one"});
    CHECK(all.all()[4] == found.all()[1]);
}

TEST_CASE("the nearest word is found, and none when none is near") {
    std::vector<std::string_view> const words{"language", "layout", "title", "subtitle"};
    CHECK(nearest("langauge", words) == "language");
    CHECK(nearest("Title", words) == "title");
    CHECK(nearest("subtitel", words) == "subtitle");
    CHECK(nearest("qqqqqq", words).empty());
    CHECK(nearest("x", {}).empty());
    CHECK(nearest("", words).empty());
}

TEST_CASE("of two words equally near the first is taken") { CHECK(nearest("cat", {"bat", "hat"}) == "bat"); }

TEST_CASE("a word of absurd length is not compared") { CHECK(nearest(std::string(100000, 'a'), {"a"}).empty()); }

} // namespace quoin::test
