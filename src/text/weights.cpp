#include "text/weights.hpp"

#include <algorithm>

namespace quoin::text {

namespace {

// Mean advance of a letter in running text, in per mille of the size: book faces lie between 410 and 440.
constexpr std::int64_t letter_advance = 420;

/// Words a line holds in this language and size, in hundredths. From the language, not from the paragraph's own words:
/// neighbours in one column are set by one rule.
std::int64_t words_per_line(ParagraphText const& text, ParagraphShape const& shape, Pieces const& pieces) {
    if (text.runs.empty() || pieces.styles.empty() || pieces.styles.front().context == nullptr) return 900;
    std::int64_t const letters = pieces.styles.front().context->language->letters_per_word; // tenths
    std::int64_t const size = std::max<std::int64_t>(text.runs.front().style.size.units, 1);
    std::int64_t const word = size * letter_advance / 1000 * letters / 10;
    return std::max<std::int64_t>(shape.measure.units, 0) * 100 / std::max<std::int64_t>(word, 1);
}

} // namespace

Weights weights_for(ParagraphText const& text, ParagraphShape const& shape, style::LineBreaking const& rules,
                    Pieces const& pieces) {
    std::int64_t const words = words_per_line(text, shape, pieces);
    Weights weights;
    // Few words a line: hyphens are what keeps it even, so they are cheap. Many: evenness is what the eye sees.
    std::int64_t const share = std::clamp<std::int64_t>(words * 1000 / 900, 300, 1000);
    std::int64_t const spacing = 1000 + std::clamp<std::int64_t>((words - 900) / 2, 0, 300);
    weights.hyphen = rules.hyphen_penalty * share / 1000;
    weights.badness = rules.badness * spacing / 1000;
    weights.contrast = rules.contrast * spacing / 1000;
    return weights;
}

} // namespace quoin::text
