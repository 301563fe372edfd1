#include "recover/foreign_runs.hpp"

#include "base/utf8.hpp"
#include "manuscript/identify_language.hpp"
#include "recover/letters.hpp"

#include <unicode/uscript.h>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

enum class Script { none, latin, cyrillic, other };

Script script_of(char32_t c) {
    if (!is_word_character(c) || is_digit(c)) return Script::none;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode const code = uscript_getScript(static_cast<UChar32>(c), &status);
    if (U_FAILURE(status) != 0 || code == USCRIPT_COMMON || code == USCRIPT_INHERITED) return Script::none;
    return code == USCRIPT_LATIN ? Script::latin : code == USCRIPT_CYRILLIC ? Script::cyrillic : Script::other;
}

Script main_script(std::string_view text) {
    int latin = 0, cyrillic = 0, other = 0;
    for (std::size_t at = 0; at < text.size();) {
        Script const script = script_of(next_character(text, at));
        latin += script == Script::latin ? 1 : 0;
        cyrillic += script == Script::cyrillic ? 1 : 0;
        other += script == Script::other ? 1 : 0;
    }
    return cyrillic > latin && cyrillic >= other ? Script::cyrillic
           : other > latin                       ? Script::other
           : latin > 0                           ? Script::latin
                                                 : Script::none;
}

struct Run {
    std::size_t begin = 0, end = 0, words = 0;
};

/// Latin words in a text of another script: at least four, with nothing of the text's own script between.
std::vector<Run> latin_runs(std::string_view text) {
    std::vector<Run> runs;
    Run run;
    bool within = false;
    auto close = [&] {
        if (run.words >= 4) runs.push_back(run);
        run = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        char32_t const c = next_character(text, at);
        Script const script = script_of(c);
        if (script == Script::latin) {
            if (run.words == 0) run.begin = begin;
            if (!within) ++run.words;
            run.end = at;
        } else if (script != Script::none) {
            close();
        }
        within = is_word_character(c);
    }
    close();
    return runs;
}

Span part(model::Inline const& each, std::size_t size, std::size_t begin, std::size_t end) {
    Span span = each.span;
    if (span.end - span.begin != size) return span;
    span.end = span.begin + static_cast<std::uint32_t>(end);
    span.begin += static_cast<std::uint32_t>(begin);
    return span;
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

void split(Recovery& recovery, model::Inlines& content, model::Language const& language) {
    model::Inlines result;
    for (model::Inline& each : content) {
        if (std::holds_alternative<model::Link>(each.kind)) {
            result.push_back(std::move(each));
            continue;
        }
        if (model::Inlines* inner = model::children(each)) split(recovery, *inner, language);
        auto* text = std::get_if<model::Text>(&each.kind);
        std::vector<Run> const runs =
            text == nullptr || is_address(text->text) ? std::vector<Run>{} : latin_runs(text->text);
        std::size_t at = 0;
        for (Run const& run : runs) {
            auto const guess =
                manuscript::identify_language(std::string_view(text->text).substr(run.begin, run.end - run.begin));
            if (guess.language.empty() || guess.language == language || guess.confidence < 0.5) continue;
            std::size_t const size = text->text.size();
            if (run.begin > at)
                result.push_back({model::Text{text->text.substr(at, run.begin - at)}, part(each, size, at, run.begin)});
            Span const span = part(each, size, run.begin, run.end);
            model::LanguageSpan foreign;
            foreign.language = guess.language;
            foreign.content.push_back({model::Text{text->text.substr(run.begin, run.end - run.begin)}, span});
            result.push_back({std::move(foreign), span});
            recovery.decide(DecisionCode::language_guessed, span, {}, "marked as " + guess.language,
                            "words of another script", 0.85, "the article's language");
            at = run.end;
        }
        if (at == 0) {
            result.push_back(std::move(each));
        } else if (at < text->text.size()) {
            std::size_t const size = text->text.size();
            result.push_back({model::Text{text->text.substr(at)}, part(each, size, at, size)});
        }
    }
    content = std::move(result);
}

} // namespace

void mark_foreign(Recovery& recovery, model::Inlines& content, model::Language const& language, Span span, bool whole) {
    if (language.empty() || content.empty()) return;
    std::string const text = model::plain_text(content);
    if (text.size() >= 60) {
        auto const guess = manuscript::identify_language(std::string_view(text).substr(0, 1500));
        std::string_view const base = std::string_view(language).substr(0, language.find('-'));
        if (!guess.language.empty() && guess.language != base && guess.confidence >= (whole ? 0.8 : 0.9)) {
            recovery.decide(DecisionCode::language_guessed, span, {}, "marked as " + guess.language,
                            "its words are not those of the article's language", 0.85, "the article's language");
            model::LanguageSpan foreign;
            foreign.language = guess.language;
            foreign.content = std::move(content);
            content.clear();
            content.push_back({std::move(foreign), span});
            return;
        }
    }
    if (Script const main = main_script(text); main == Script::cyrillic || main == Script::other)
        split(recovery, content, language);
}

} // namespace quoin::recover
