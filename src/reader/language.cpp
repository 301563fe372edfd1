#include "reader/language.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

namespace quoin::reader {

namespace {

constexpr std::int32_t longest_tag = 80;

bool is_in(char const* const* list, std::string_view code) {
    for (; *list != nullptr; ++list) {
        if (code == *list) return true;
    }
    return false;
}

bool is_language(std::string const& code) {
    // ICU lists the two-letter codes and the three-letter ones of languages that have no shorter one.
    if (is_in(uloc_getISOLanguages(), code)) return true;
    return code == "und" || code == "mul" || code == "zxx";
}

bool is_script(std::string const& code) {
    if (code.empty()) return true;
    UErrorCode status = U_ZERO_ERROR;
    std::array<UScriptCode, 4> found{};
    return uscript_getCode(code.c_str(), found.data(), static_cast<int32_t>(found.size()), &status) > 0 &&
           U_SUCCESS(status);
}

bool is_region(std::string const& code) {
    bool const number =
        code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    return code.empty() || number || is_in(uloc_getISOCountries(), code);
}

template <typename Getter>
std::string part_of(std::string const& locale, Getter const& getter) {
    std::array<char, longest_tag> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    int32_t const length = getter(locale.c_str(), buffer.data(), static_cast<int32_t>(buffer.size()), &status);
    return U_SUCCESS(status) && length > 0 ? std::string(buffer.data(), static_cast<std::size_t>(length))
                                           : std::string();
}

} // namespace

model::Language canonical_language(std::string_view tag) {
    if (tag.empty() || tag.size() >= longest_tag) return {};
    std::string const text(tag);
    bool const well_formed = std::all_of(text.begin(), text.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (!well_formed) return {};
    std::array<char, longest_tag> locale{};
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(text.c_str(), locale.data(), static_cast<int32_t>(locale.size()), &parsed, &status);
    if (U_FAILURE(status) || parsed != static_cast<int32_t>(text.size())) return {};
    std::string const id = locale.data();
    if (!is_language(part_of(id, uloc_getLanguage))) return {};
    if (!is_script(part_of(id, uloc_getScript)) || !is_region(part_of(id, uloc_getCountry))) return {};
    std::array<char, longest_tag> canonical{};
    status = U_ZERO_ERROR;
    uloc_toLanguageTag(id.c_str(), canonical.data(), static_cast<int32_t>(canonical.size()), true, &status);
    return U_SUCCESS(status) ? std::string(canonical.data()) : std::string();
}

model::Language read_language(std::string_view tag, Span span, Diagnostics& diagnostics) {
    model::Language language = canonical_language(tag);
    if (language.empty()) {
        diagnostics.error(Code::language_unknown, span, fmt::format("\"{}\" is no known language", tag),
                          {"write a tag of BCP 47: \"en\", \"es\", \"pt-BR\", \"uk\", \"sr-Latn\""});
    }
    return language;
}

bool is_right_to_left(model::Language const& language) {
    return !language.empty() && uloc_isRightToLeft(language.c_str()) != 0;
}

} // namespace quoin::reader
