#include "review/report.hpp"
#include "review/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::review;
using manuscript::DecisionCode;

namespace {

manuscript::Decision join(test::Sample const& sample, double confidence) {
    manuscript::Decision decision;
    decision.code = DecisionCode::joined;
    decision.left = {sample.imported.view, 8, 20};   // "12. The men-"
    decision.right = {sample.imported.view, 21, 44}; // "tion of war.¹ He said"
    decision.choice = "joined into one word";
    decision.reason = "\"mention\" stands elsewhere";
    decision.confidence = confidence;
    return decision;
}

} // namespace

TEST_CASE("the riskiest decision comes first, what is confirmed last") {
    test::Sample sample;
    sample.imported.decisions = {join(sample, .95), join(sample, .3), join(sample, .5)};
    sample.imported.decisions[1].confirmed = true;
    Report const report = gather({"issue.txt"}, {sample.imported});
    REQUIRE(report.decisions.size() == 3);
    CHECK(report.decisions[0].confidence == .5);
    CHECK(report.decisions[2].confirmed);
    CHECK(report.to_review() == 1);
}

TEST_CASE("a decision becomes an entry of import.toml that turns or confirms it") {
    test::Sample const sample;
    CHECK(instruction_for(join(sample, .5), sample.sources, true) ==
          "[[decision]]\ndo   = \"apart\"\nat   = \"12. The men-\"\nwith = \"tion of war.¹ He said\"\nline = [2, "
          "3]\nwhy  = "
          "\"joined into one word\"\n");
    CHECK(instruction_for(join(sample, .5), sample.sources, false).find("do   = \"confirm\"") != std::string::npos);
    manuscript::Decision formula = join(sample, .5);
    formula.code = DecisionCode::formula_linear;
    CHECK(instruction_for(formula, sample.sources, true).empty());
}

TEST_CASE("the page escapes what the source says, and shows both halves with their lines") {
    test::Sample sample;
    sample.imported.view = sample.sources.add("b.txt", "a <b> & \"c\"\nnext\n");
    manuscript::Decision decision = join(sample, .5);
    decision.left = {sample.imported.view, 0, 11};
    decision.right = {sample.imported.view, 12, 16};
    sample.imported.decisions = {decision};
    std::string const page = report_html(gather({"b.txt"}, {sample.imported}), sample.sources);
    CHECK(page.find("<span class=\"line\">1</span> a &lt;b&gt; &amp; &quot;c&quot;") != std::string::npos);
    CHECK(page.find("<span class=\"line\">2</span> next") != std::string::npos);
    CHECK(page.find("<b> &") == std::string::npos);
}

TEST_CASE("the text names places, reasons and what was dropped") {
    test::Sample sample;
    sample.imported.decisions = {join(sample, .5)};
    std::string const text = report_text(gather({"issue.txt"}, {sample.imported}), sample.sources);
    CHECK(text.find("issue.txt:2:1: joined into one word [joined] 50 %") != std::string::npos);
    CHECK(text.find("because \"mention\" stands elsewhere") != std::string::npos);
    CHECK(text.find("note call: ¹") != std::string::npos);
}
