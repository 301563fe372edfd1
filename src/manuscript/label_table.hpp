#pragma once
// The words behind find_label, in many languages.

#include "manuscript/label_words.hpp"

#include <span>
#include <string_view>

namespace quoin::manuscript {

struct LabelWords {
    Label label{};
    std::string_view words; // in lower case, with '|' between
};

std::span<LabelWords const> label_table();
/// Words for money, and for pages, that stand with a number: "€", "pages".
std::string_view currency_words();
std::string_view page_count_words();
/// Words for a price: with a colon or a number behind.
std::string_view price_words();
/// "one", "the first": numbers of chapters.
std::string_view numbers_in_words();
/// What makes a sum too large for a price: "million|billion".
std::string_view large_numbers();

} // namespace quoin::manuscript
