// Whatever a model says comes back: documents made up by chance, a few thousand of them, always the same ones.

#include "random_document.hpp"
#include "support.hpp"

#include "writer/canonical.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::tests;

namespace {

/// A heading that leaves out a level and a text without words are the author's, here as in the model.
bool is_expected(std::string const& finding) {
    return finding.ends_with(" heading-skipped") || finding.ends_with(" article-empty");
}

/// The lines in which two dumps differ first.
std::string first_difference(std::string const& before, std::string const& after) {
    std::size_t at = 0;
    while (at < before.size() && at < after.size() && before[at] == after[at]) ++at;
    std::size_t const begin = at == 0 ? 0 : before.rfind('\n', at - 1) + 1;
    auto const line = [begin](std::string const& text) { return text.substr(begin, text.find('\n', begin) - begin); };
    return before == after ? "" : line(before) + "\n" + line(after);
}

} // namespace

TEST_CASE("a document made up by chance is read as it was written") {
    constexpr std::uint64_t documents = 2000;
    std::uint64_t failed = 0;
    for (std::uint64_t seed = 1; seed <= documents && failed < 3; ++seed) {
        RoundTrip const trip = round_trip(random_publication(seed));
        std::string unexpected;
        for (std::string const& finding : trip.findings) {
            if (!is_expected(finding)) unexpected += finding + "\n";
        }
        bool const same = trip.before == trip.after;
        failed += same && unexpected.empty() ? 0 : 1;
        INFO("seed " << seed << "\n" << trip.all_files());
        CHECK(unexpected == "");
        CHECK(first_difference(trip.before, trip.after) == "");
    }
}

TEST_CASE("what is in canonical form stays as it is") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        model::Publication const once = writer::canonical(random_publication(seed));
        CHECK(first_difference(model::dump(once.editions.front()), dump_of(once)) == "");
    }
}
