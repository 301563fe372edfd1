#include "review/neutral_result.hpp"
#include "review/sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace quoin;
using namespace quoin::review;

TEST_CASE("the neutral result has theses with their markers, calls in their places, inserts and notes") {
    test::Sample sample;
    sample.imported.document.metadata.title = "The Issue";
    manuscript::Decision decision;
    decision.code = manuscript::DecisionCode::hyphen_joined;
    decision.left = {sample.imported.view, 8, 12};
    decision.confidence = .9;
    auto const result = nlohmann::json::parse(neutral_result({sample.imported.document}, {decision}, sample.sources));
    CHECK(result["issue"]["title"] == "The Issue");
    auto const& article = result["articles"][0];
    CHECK(article["title"] == "A Title");
    CHECK(article["byline_text"].is_null());
    REQUIRE(article["blocks"].size() == 2);
    CHECK(article["blocks"][0]["type"] == "paragraph");
    CHECK(article["blocks"][0]["marker"] == "12.");
    CHECK(article["blocks"][0]["text"] == "The mention of war.[^1] He said");
    CHECK(article["blocks"][1]["type"] == "ad");
    CHECK(article["notes"][0]["text"] == "A note.");
    CHECK(result["diagnostics"][0]["code"] == "hyphen-joined");
    CHECK(result["diagnostics"][0]["line"] == 2);
}
