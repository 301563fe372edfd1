#include "manuscript/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace quoin::manuscript {

namespace {

bool is_raised_figure(char16_t unit) {
    return unit == 0xB9 || unit == 0xB2 || unit == 0xB3 || unit == 0x2070 || (unit >= 0x2074 && unit <= 0x2079);
}

// Raised figures are mostly marks of notes: they never belong to the word before them.
icu::UnicodeString with_figures_apart(icu::UnicodeString const& text) {
    icu::UnicodeString apart;
    for (int32_t at = 0; at < text.length(); ++at) {
        bool const raised = is_raised_figure(text[at]);
        if (at > 0 && raised != is_raised_figure(text[at - 1])) apart.append(u' ');
        apart.append(text[at]);
    }
    return apart;
}

icu::UnicodeString normal(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2 const* const normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    if (std::any_of(source.getBuffer(), source.getBuffer() + source.length(), is_raised_figure))
        source = with_figures_apart(source);
    if (U_FAILURE(status)) return source;
    icu::UnicodeString result = normalizer->normalize(source, status);
    return U_SUCCESS(status) ? result : source;
}

bool belongs_to_word(UChar32 character) {
    switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER: return true;
    default: return u_isalnum(character) != 0;
    }
}

// Signs that stand inside words and tell nothing: apostrophes of every kind; soft hyphens and zero-width characters are
// gone with NFKC_Casefold.
bool is_passed_over(UChar32 character) {
    return character == '\'' || character == 0x2019 || character == 0x2018 || character == 0x02BC || character == '`' ||
           character == 0xB4;
}

} // namespace

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    icu::UnicodeString const source = normal(text);
    icu::UnicodeString word;
    auto const end_word = [&] {
        if (word.isEmpty()) return;
        word.toUTF8String(found.emplace_back());
        word.remove();
    };
    for (int32_t at = 0; at < source.length();) {
        UChar32 const character = source.char32At(at);
        at += U16_LENGTH(character);
        if (belongs_to_word(character)) {
            word.append(character);
        } else if (!is_passed_over(character)) {
            end_word();
        }
    }
    end_word();
    return found;
}

std::string folded(std::string_view text) { return fmt::format("{}", fmt::join(words(text), " ")); }

} // namespace quoin::manuscript
