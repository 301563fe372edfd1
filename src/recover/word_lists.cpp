#include "recover/word_lists.hpp"

#include <algorithm>
#include <array>

namespace quoin::recover {
namespace {

// Sorted by bytes, for the search.
constexpr auto function_words = [] {
    auto words = std::to_array<std::string_view>({
        "a",     "o",    "an",      "the",     "of",    "to",    "in",    "on",      "at",    "by",    "for",
        "from",  "with", "into",    "and",     "or",    "but",   "that",  "as",      "is",    "are",   "was",
        "were",  "be",   "its",     "his",     "her",   "their", "our",   "this",    "these", "if",    "than",
        "which", "who",  "between", "through", "under", "over",  "about", "against", "de",    "del",   "la",
        "el",    "los",  "las",     "un",      "una",   "en",    "con",   "por",     "para",  "que",   "y",
        "e",     "se",   "su",      "sus",     "al",    "como",  "sin",   "sobre",   "entre", "le",    "les",
        "des",   "du",   "et",      "une",     "dans",  "par",   "pour",  "sur",     "avec",  "ou",    "qui",
        "au",    "aux",  "ce",      "cette",   "ses",   "son",   "der",   "die",     "das",   "des",   "dem",
        "den",   "ein",  "eine",    "einer",   "eines", "einem", "einen", "und",     "oder",  "von",   "vom",
        "zu",    "zum",  "zur",     "im",      "mit",   "für",   "auf",   "aus",     "bei",   "durch", "gegen",
        "als",   "dass", "wie",     "nach",    "über",  "unter", "do",    "da",      "dos",   "das",   "no",
        "na",    "nos",  "nas",     "em",      "com",   "um",    "uma",   "os",      "as",    "ao",    "pelo",
        "pela",  "il",   "lo",      "gli",     "di",    "della", "del",   "dei",     "delle", "che",   "per",
        "tra",   "nel",  "nella",   "i",       "в",     "во",    "и",     "на",      "с",     "со",    "к",
        "ко",    "о",    "об",      "от",      "по",    "из",    "за",    "для",     "что",   "не",    "а",
        "но",    "или",  "у",       "при",     "как",   "до",    "под",   "между",   "их",    "его",   "та",
        "і",     "з",    "із",      "зі",      "від",   "що",    "як",    "чи",      "або",   "w",     "z",
        "ze",    "na",   "do",      "od",      "dla",   "oraz",  "nie",   "że",      "het",   "een",   "van",
        "voor",  "met",  "op",      "te",      "och",   "att",   "av",    "som",     "på",    "og",    "til",
        "ve",    "bir",  "ile",     "için",    "bu",
    });
    std::sort(words.begin(), words.end());
    return words;
}();
constexpr auto conjunctions = [] {
    auto words =
        std::to_array<std::string_view>({"and", "y",  "e",  "et",   "und", "и", "i",   "і",   "та", "en",  "och",
                                         "og",  "ve", "or", "oder", "ou",  "o", "или", "або", "a",  "oraz"});
    std::sort(words.begin(), words.end());
    return words;
}();

} // namespace

bool is_function_word(std::string_view word) {
    return std::binary_search(function_words.begin(), function_words.end(), word);
}
bool is_conjunction(std::string_view word) {
    return std::binary_search(conjunctions.begin(), conjunctions.end(), word);
}

} // namespace quoin::recover
