#include "manuscript/identify_language.hpp"

#include "base/utf8.hpp"
#include "manuscript/language_words.hpp"
#include "manuscript/letters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unicode/uscript.h>
#include <unordered_map>
#include <vector>

namespace quoin::manuscript {

namespace {

enum class Script { none, latin, cyrillic, greek, arabic, hebrew, devanagari, han, kana, hangul, other };

Script script_of(char32_t c) {
    if (c < 0x250) return is_word_character(c) && !is_digit(c) ? Script::latin : Script::none;
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &error)) {
    case USCRIPT_LATIN: return Script::latin;
    case USCRIPT_CYRILLIC: return Script::cyrillic;
    case USCRIPT_GREEK: return Script::greek;
    case USCRIPT_ARABIC: return Script::arabic;
    case USCRIPT_HEBREW: return Script::hebrew;
    case USCRIPT_DEVANAGARI: return Script::devanagari;
    case USCRIPT_HAN: return Script::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return Script::kana;
    case USCRIPT_HANGUL: return Script::hangul;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: return Script::none;
    default: return Script::other;
    }
}

constexpr std::size_t script_count = 11;

bool is_of_script(std::string_view language, Script script) {
    using namespace std::string_view_literals;
    static constexpr std::array cyrillic{"sr"sv, "bg"sv, "mk"sv, "ru"sv, "uk"sv, "be"sv};
    static constexpr std::array arabic{"ar"sv, "fa"sv, "ur"sv};
    static constexpr std::array devanagari{"hi"sv, "mr"sv, "ne"sv};
    auto const among = [&](auto const& list) { return std::find(list.begin(), list.end(), language) != list.end(); };
    switch (script) {
    case Script::cyrillic: return among(cyrillic);
    case Script::arabic: return among(arabic);
    case Script::devanagari: return among(devanagari);
    case Script::greek: return language == "el";
    case Script::hebrew: return language == "he";
    case Script::latin:
        return !among(cyrillic) && !among(arabic) && !among(devanagari) && language != "el" && language != "he";
    default: return false;
    }
}

/// Which languages (places in language_words()) have the word.
using WordIndex = std::unordered_map<std::string, std::vector<std::size_t>>;

WordIndex make_word_index() {
    WordIndex index;
    auto const all = language_words();
    for (std::size_t language = 0; language < all.size(); ++language) {
        std::string_view const words = all[language].words;
        for (std::size_t at = 0; at < words.size();) {
            std::size_t const end = std::min(words.find(' ', at), words.size());
            std::vector<std::size_t>& list = index[fold_case(words.substr(at, end - at))];
            if (list.empty() || list.back() != language) list.push_back(language);
            at = end + 1;
        }
    }
    return index;
}

WordIndex const& word_index() {
    static WordIndex const index = make_word_index();
    return index;
}

struct LetterWeight {
    std::size_t language = 0;
    double weight = 0;
};
using LetterIndex = std::unordered_map<char32_t, std::vector<LetterWeight>>;

std::size_t place_of(std::string_view language) {
    auto const all = language_words();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](LanguageWords const& each) { return each.language == language; });
    return static_cast<std::size_t>(found - all.begin());
}

LetterIndex const& letter_index() {
    static LetterIndex const index = [] {
        LetterIndex result;
        for (TellingLetters const& each : telling_letters())
            for (char32_t const letter : each.letters) result[letter].push_back({place_of(each.language), each.weight});
        return result;
    }();
    return index;
}

struct Census {
    std::array<std::size_t, script_count> letters{};
    std::vector<double> score = std::vector<double>(language_words().size(), 0.0);
    std::size_t words = 0;

    [[nodiscard]] std::size_t count(Script script) const { return letters[static_cast<std::size_t>(script)]; }
    [[nodiscard]] std::size_t total() const {
        std::size_t sum = 0;
        for (std::size_t script = 1; script < script_count; ++script) sum += letters[script];
        return sum;
    }
};

/// A text's first so many bytes tell its language as well as all of it.
constexpr std::size_t enough_bytes = 20000;

class Counter {
  public:
    Census count(std::string_view text) {
        std::string word;
        std::size_t const end = std::min(text.size(), enough_bytes);
        for (std::size_t at = 0; at < end;) {
            char32_t const c = next_character(text, at);
            if (is_word_character(c) && !is_digit(c)) {
                ++census_.letters[static_cast<std::size_t>(script_of(c))];
                append_utf8(word, fold(c));
            } else {
                finish(word);
            }
        }
        finish(word);
        return std::move(census_);
    }

  private:
    void finish(std::string& word) {
        if (word.empty()) return;
        ++census_.words;
        WordIndex const& index = word_index();
        if (auto const found = index.find(word); found != index.end())
            for (std::size_t const language : found->second)
                census_.score[language] += 1.0 / static_cast<double>(found->second.size());
        count_letters(word);
        word.clear();
    }

    /// A letter counts once in a word.
    void count_letters(std::string const& word) {
        constexpr double least = 0.15; // of a letter seen before in this word
        std::u32string seen;
        for (std::size_t at = 0; at < word.size();) {
            char32_t const c = next_character(word, at);
            if (c < 0x80 || seen.find(c) != std::u32string::npos) continue;
            seen += c;
            auto const found = letter_index().find(c);
            if (found == letter_index().end()) continue;
            for (LetterWeight const& each : found->second)
                census_.score[each.language] += seen.size() > 1 ? each.weight * least : each.weight;
        }
    }

    Census census_;
};

/// The language with the most evidence among those of the script.
LanguageGuess by_words(Census const& census, Script script) {
    auto const all = language_words();
    std::size_t best = all.size();
    double second = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_of_script(all[i].language, script) || census.score[i] <= 0) continue;
        if (best == all.size() || census.score[i] > census.score[best]) {
            if (best != all.size()) second = census.score[best];
            best = i;
        } else {
            second = std::max(second, census.score[i]);
        }
    }
    if (best == all.size()) return {};
    // How far ahead the first is, how much there is to go by, and whether it is much for so many words.
    double const evidence = census.score[best];
    double const lead = (evidence - second) / evidence;
    constexpr double usual_evidence = 0.12; // a word in running text gives about this much or more
    double const density = evidence / (usual_evidence * static_cast<double>(std::max<std::size_t>(census.words, 1)));
    constexpr double enough_evidence = 2.2;
    double const confidence =
        std::min(1.0, 0.35 + 1.3 * lead) * (1 - std::exp(-evidence / enough_evidence)) * std::min(1.0, density);
    return {std::string(all[best].language), std::min(confidence, 0.99)};
}

/// The language of a script that stands for one, with more confidence the more letters there are.
LanguageGuess by_script(std::string_view language, std::size_t letters) {
    return {std::string(language), std::min(0.98, 0.75 + 0.02 * static_cast<double>(letters))};
}

LanguageGuess east_asian(Census const& census) {
    std::size_t const han = census.count(Script::han);
    std::size_t const kana = census.count(Script::kana);
    constexpr std::size_t kana_share = 20; // Japanese has far more than one kana in twenty signs
    if (kana * kana_share > han) return by_script("ja", han + kana);
    LanguageGuess guess = by_script("zh", han);
    if (han < 8) guess.confidence = 0.6; // a Japanese title may do without kana
    return guess;
}

} // namespace

LanguageGuess identify_language(std::string_view text) {
    Census const census = Counter().count(text);
    std::size_t const total = census.total();
    if (total == 0) return {};
    auto const share = [&](std::size_t letters) { return static_cast<double>(letters) / static_cast<double>(total); };
    std::size_t const asian = census.count(Script::han) + census.count(Script::kana);
    constexpr double some =
        0.3; // signs of East Asia say more than letters do: a third of them is a text with names in it
    LanguageGuess guess;
    if (share(census.count(Script::hangul)) > some) return by_script("ko", census.count(Script::hangul));
    if (share(asian) > some) return east_asian(census);
    Script main = Script::latin;
    for (Script const script : {Script::cyrillic, Script::greek, Script::arabic, Script::hebrew, Script::devanagari})
        if (census.count(script) > census.count(main)) main = script;
    if (census.count(Script::other) > census.count(main)) return {};
    guess = by_words(census, main);
    if (main == Script::greek) guess = by_script("el", census.count(main));
    if (main == Script::hebrew) guess = by_script("he", census.count(main));
    if (main == Script::arabic && guess.language.empty()) guess = {"ar", 0.5};
    if (main == Script::devanagari && guess.language.empty()) guess = {"hi", 0.5};
    if (main == Script::cyrillic && guess.language.empty()) guess = {"ru", 0.4};
    guess.confidence *= std::min(1.0, 0.2 + share(census.count(main)));
    return guess;
}

} // namespace quoin::manuscript
