// Words: in pieces, glued to one another or to a year, written twice.

#include "lint/findings.hpp"

#include <algorithm>
#include <array>

namespace quoin::lint {

namespace {

/// Small words that no sentence has twice side by side, by language. "That", "had", "die", "nous" may well stand twice.
struct SmallWords {
    std::string_view language;
    std::u32string_view words; // with a space around each
};
constexpr std::array small_words{
    SmallWords{"en", U" the a an of and to with from for at by this these those or but as are was were be been it they "
                     U"we he she our their his its which who not "},
    SmallWords{"de", U" und mit von zu auf für bei nach aus oder aber ist sind war ein eine einer eines einem einen im "
                     U"am zum zur dem des nicht auch wird "},
    SmallWords{"es", U" el la los las de del y en un una que con por para al es son su sus lo como más pero "},
    SmallWords{"fr",
               U" le la les de des du et en un une que qui dans pour par au aux sur est sont ce cette ces ou avec "},
    SmallWords{"it", U" il lo la gli le di del della dei delle e un una che con per al alla è sono "},
    SmallWords{"pt", U" o os as de do da dos das e em um uma que com por para ao é são "},
    SmallWords{"ru", U" и в на с по для от из к у о об не что это как за а но или при до "},
    SmallWords{"uk", U" і й та в у на з по для від із до не що це як за а але або при "},
};

bool is_small_word(std::u32string const& word, model::Language const& language) {
    std::string_view const base = base_language(language);
    return std::any_of(small_words.begin(), small_words.end(), [&](SmallWords const& each) {
        return each.language == base && each.words.find(U" " + word + U" ") != std::u32string_view::npos;
    });
}

bool is_small(TextRow const& row, Word const& word) {
    return std::all_of(row.text.begin() + static_cast<std::ptrdiff_t>(word.begin),
                       row.text.begin() + static_cast<std::ptrdiff_t>(word.end),
                       [](char32_t letter) { return !is_upper(letter); });
}

void doubled(TextRow const& row, std::vector<Word> const& words, Findings& to) {
    constexpr std::size_t long_word = 7;
    for (std::size_t at = 1; at < words.size(); ++at) {
        Word const &left = words[at - 1], &right = words[at];
        bool const side_by_side =
            right.begin == left.end + 1 && (row.text[left.end] == U' ' || row.text[left.end] == U'\n');
        if (!side_by_side || left.folded != right.folded || !is_small(row, right)) continue;
        bool const called = std::find(row.calls.begin(), row.calls.end(), right.begin) != row.calls.end();
        if (called || (!is_small_word(right.folded, row.language) && right.folded.size() < long_word)) continue;
        to.add(Code::word_doubled, row.span(left.begin, right.end),
               fmt::format("\"{}\" stands here twice", to_utf8(right.folded)));
    }
}

/// "in1917": a small word of letters and a year.
void glued_year(TextRow const& row, Word const& word, Findings& to) {
    std::size_t end = word.end;
    while (is_digit(row.at(end))) ++end;
    std::u32string const digits = row.text.substr(word.end, end - word.end);
    bool const year = digits.size() == 4 && (digits.starts_with(U"20") || (digits[0] == U'1' && digits[1] >= U'4')) &&
                      !is_letter(row.at(end));
    bool const free = word.begin == 0 || row.text[word.begin - 1] == U' ' || row.text[word.begin - 1] == U'(';
    if (year && free && word.end - word.begin >= 2 && is_small(row, word))
        to.add(Code::words_glued, row.span(word.begin, end),
               fmt::format("a space is missing in \"{}\"",
                           to_utf8(std::u32string_view(row.text).substr(word.begin, end - word.begin))));
}

/// "theCommittee": a small word and a large one that the text has both, and never together elsewhere.
void glued_words(TextRow const& row, Word const& word, Vocabulary const& vocabulary, Findings& to) {
    std::size_t seam = 0;
    for (std::size_t at = word.begin + 1; at < word.end; ++at) {
        if (!is_upper(row.text[at])) continue;
        if (seam != 0 || !is_lower(row.text[at - 1])) return;
        seam = at;
    }
    if (seam < word.begin + 2 || word.end < seam + 3 || is_upper(row.text[word.begin])) return;
    std::u32string const whole = word.folded;
    std::u32string const left = folded(std::u32string_view(row.text).substr(word.begin, seam - word.begin));
    std::u32string const right = folded(std::u32string_view(row.text).substr(seam, word.end - seam));
    if (count_of(vocabulary, whole) > 1 || count_of(vocabulary, left) < 2 || count_of(vocabulary, right) < 1) return;
    to.add(Code::words_glued, row.span(word.begin, word.end),
           fmt::format("a space is missing in \"{}\"",
                       to_utf8(std::u32string_view(row.text).substr(word.begin, word.end - word.begin))));
}

} // namespace

void check_words(TextRow const& row, Vocabulary const& vocabulary, Findings& to) {
    std::vector<Word> const words = words_of(row);
    doubled(row, words, to);
    for (Word const& word : words) {
        glued_year(row, word, to);
        glued_words(row, word, vocabulary, to);
    }
}

/// "in-terests" where the text has "interests", and has no "terests".
void check_hyphens(TextRow const& row, Vocabulary const& vocabulary, Findings& to) {
    std::vector<Word> const words = words_of(row);
    for (std::size_t at = 1; at < words.size(); ++at) {
        Word const &left = words[at - 1], &right = words[at];
        bool const hyphen = right.begin == left.end + 1 && row.text[left.end] == U'-';
        bool const broken = right.begin == left.end + 2 && row.text[left.end] == U'-' && row.text[left.end + 1] == U' ';
        if ((!hyphen && !broken) || !is_small(row, right) || left.folded.size() < 2 || right.folded.size() < 2)
            continue;
        bool const chain = row.before(left.begin) == U'-' || row.at(right.end) == U'-';
        std::u32string const joined = left.folded + right.folded;
        bool const known_right = count_of(vocabulary, right.folded) > 1,
                   known_left = count_of(vocabulary, left.folded) > 1;
        if (chain || count_of(vocabulary, joined) == 0 || known_right ||
            (hyphen && known_left && right.folded.size() < 3))
            continue;
        to.add(Code::hyphen_remnant, row.span(left.begin, right.end),
               fmt::format("\"{}\" looks like a word that was divided at a line's end: elsewhere it is \"{}\"",
                           to_utf8(std::u32string_view(row.text).substr(left.begin, right.end - left.begin)),
                           to_utf8(joined)));
    }
}

} // namespace quoin::lint
