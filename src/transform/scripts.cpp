#include "model/walk.hpp"
#include "transform/passes.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unicode/uscript.h>

namespace quoin::transform {

using namespace model;

namespace {

// The scripts a language is written in; languages not named here are not judged.
bool fits(UScriptCode script, Language const& language) {
    static std::map<std::string, std::vector<UScriptCode>> const table{
        {"en", {USCRIPT_LATIN}},
        {"de", {USCRIPT_LATIN}},
        {"fr", {USCRIPT_LATIN}},
        {"es", {USCRIPT_LATIN}},
        {"it", {USCRIPT_LATIN}},
        {"pt", {USCRIPT_LATIN}},
        {"nl", {USCRIPT_LATIN}},
        {"pl", {USCRIPT_LATIN}},
        {"cs", {USCRIPT_LATIN}},
        {"sv", {USCRIPT_LATIN}},
        {"la", {USCRIPT_LATIN}},
        {"tr", {USCRIPT_LATIN}},
        {"ru", {USCRIPT_CYRILLIC, USCRIPT_LATIN}},
        {"uk", {USCRIPT_CYRILLIC, USCRIPT_LATIN}},
        {"bg", {USCRIPT_CYRILLIC, USCRIPT_LATIN}},
        {"be", {USCRIPT_CYRILLIC, USCRIPT_LATIN}},
        {"el", {USCRIPT_GREEK, USCRIPT_LATIN}},
        {"grc", {USCRIPT_GREEK, USCRIPT_LATIN}},
        {"he", {USCRIPT_HEBREW, USCRIPT_LATIN}},
        {"ar", {USCRIPT_ARABIC, USCRIPT_LATIN}},
    };
    auto const found = table.find(language.substr(0, language.find('-')));
    if (found == table.end() || language.find('-') != std::string::npos) return true;
    return std::find(found->second.begin(), found->second.end(), script) != found->second.end();
}

// Single letters of other scripts (α, Δ) are signs; a run of two and more is a word of another language.
struct Stranger {
    std::string word;
    std::uint32_t begin = 0;
};

std::vector<Stranger> strangers(std::string const& text, Language const& language) {
    std::vector<Stranger> found;
    Stranger current;
    std::size_t letters = 0;
    auto const close = [&] {
        if (letters == 0) return;
        if (letters > 1) found.push_back(current);
        current = {};
        letters = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const begin = static_cast<std::uint32_t>(at);
        char32_t const c = next_character(text, at);
        if (c < 0x250) { // Latin and common signs: the frequent case
            close();
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode const script = uscript_getScript(static_cast<UChar32>(c), &status);
        bool const own = script == USCRIPT_COMMON || script == USCRIPT_INHERITED || fits(script, language);
        if (own) {
            close();
            continue;
        }
        if (letters == 0) current.begin = begin;
        append_utf8(current.word, c);
        ++letters;
    }
    close();
    return found;
}

void examine(Inlines& row, Language const& language, Diagnostics& diagnostics) {
    for (Inline& item : row) {
        if (auto const* text = std::get_if<Text>(&item.kind)) {
            auto const found = strangers(text->text, language);
            if (found.empty()) continue;
            Span span = item.span;
            if (span.end - span.begin == text->text.size()) span.begin += found.front().begin;
            diagnostics.advice(
                quoin::Code::script_language, span,
                fmt::format("\"{}\" is not in the script of the language \"{}\"", found.front().word, language),
                {"say its language, so that it is hyphenated, spoken and set rightly: [" + found.front().word +
                 "]{lang=…}"});
            continue;
        }
        auto const* span = std::get_if<LanguageSpan>(&item.kind);
        bool const own = span != nullptr && !span->language.empty();
        if (Inlines* inside = children(item)) examine(*inside, own ? span->language : language, diagnostics);
    }
}

} // namespace

void examine_scripts(Document& document, Diagnostics& diagnostics) {
    visit_texts(document, [&](Inlines& row, Language const& language) { examine(row, language, diagnostics); });
}

} // namespace quoin::transform
