#pragma once
// Which language a text is in: by its script, by letters that one language has, by its small words.

#include "model/metadata.hpp"

#include <string_view>

namespace quoin::manuscript {

struct LanguageGuess {
    model::Language language; // BCP 47; empty when nothing tells
    double confidence = 0;    // 0 … 1; a title of five words rarely gives more than .7
};

LanguageGuess identify_language(std::string_view text);

} // namespace quoin::manuscript
