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

/// The weight in a column of so many words, in hundredths.
std::int64_t at(style::ByMeasure const& weight, std::int64_t words) {
    constexpr std::int64_t narrow = 600, middle = 900, wide = 1200;
    if (words < middle) {
        std::int64_t const beyond = std::max(words - narrow, std::int64_t{0});
        return weight.narrow + (weight.middle - weight.narrow) * beyond / (middle - narrow);
    }
    std::int64_t const beyond = std::min(words - middle, wide - middle);
    return weight.middle + (weight.wide - weight.middle) * beyond / (wide - middle);
}

style::LineWeights const& weights_of(style::LineBreaking const& rules, Pieces const& pieces) {
    if (pieces.styles.empty() || pieces.styles.front().context == nullptr) return rules.weights;
    Language const& language = *pieces.styles.front().context->language;
    auto found = rules.language_weights.find(language.tag);
    if (found == rules.language_weights.end()) found = rules.language_weights.find(language.primary);
    return found == rules.language_weights.end() ? rules.weights : found->second;
}

} // namespace

Weights weights_for(ParagraphText const& text, ParagraphShape const& shape, style::LineBreaking const& rules,
                    Pieces const& pieces) {
    std::int64_t const words = words_per_line(text, shape, pieces);
    style::LineWeights const& weights = weights_of(rules, pieces);
    return {at(weights.badness, words), at(weights.contrast, words), at(weights.hyphen_penalty, words)};
}

} // namespace quoin::text
