#pragma once
// The running text of one paragraph, heading, cell or line of verse, letter by letter, each with its place in the sources.

#include "model/document.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoin::lint {

/// Stands for what is no prose: code, pictures, bare addresses, raised and lowered text.
inline constexpr char32_t object = U'\uFFFC';

struct TextRow {
    std::u32string text;              // a line break is a line feed
    std::vector<std::uint32_t> bytes; // of each letter, in the file
    FileId file = FileId::none;
    model::Language language;
    std::vector<std::size_t> calls;                             // notes are called before these letters
    std::vector<std::pair<std::size_t, std::u32string>> raised; // superscripts, by the letter that stands for them

    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    /// The letter at an index that may lie outside: 0 there.
    [[nodiscard]] char32_t at(std::size_t index) const { return index < text.size() ? text[index] : 0; }
    [[nodiscard]] char32_t before(std::size_t index) const { return index == 0 ? 0 : text[index - 1]; }
};

/// A text with its rows in reading order: an article, an insert, the notes of a document.
struct Section {
    std::vector<TextRow> rows;
    Span place;
    model::Article const* article = nullptr;
};

std::vector<Section> sections_of(model::Document const&);

/// A word: letters with apostrophes in them.
struct Word {
    std::size_t begin = 0, end = 0;
    std::u32string folded;
};
std::vector<Word> words_of(TextRow const&);

/// How often each word occurs, in folded case.
using Vocabulary = std::map<std::u32string, std::size_t>;
Vocabulary vocabulary_of(std::vector<Section> const&);
std::size_t count_of(Vocabulary const&, std::u32string const& word);

bool is_letter(char32_t);
bool is_lower(char32_t);
bool is_upper(char32_t);
bool is_digit(char32_t);
std::u32string folded(std::u32string_view);
std::string to_utf8(std::u32string_view);
/// The language without its region: "pt".
std::string_view base_language(model::Language const&);

} // namespace quoin::lint
