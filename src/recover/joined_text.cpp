#include "recover/joined_text.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"

#include <algorithm>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::is_digit;
using manuscript::is_space;
using manuscript::is_word_character;
using manuscript::previous_character;

namespace {

constexpr char32_t no_break_space = 0xA0;
constexpr char32_t narrow_no_break_space = 0x202F;
constexpr char32_t byte_order_mark = 0xFEFF;

bool is_no_break(char32_t c) { return c == no_break_space || c == narrow_no_break_space; }

/// One letter alone before `at`: a preposition ("v Praze"), or an initial with its full stop ("V. I. Lenin").
bool ends_in_single_letter(std::string_view text, std::size_t at) {
    char32_t letter = previous_character(text, at);
    if (letter == U'.') letter = previous_character(text, at);
    return is_word_character(letter) && !is_digit(letter) && !is_word_character(character_before(text, at));
}

/// Whether a single no-break space between the two has a reason: a number and what it counts, a sign and its number, an
/// initial, French punctuation, a dash that must not begin a line.
bool holds_a_pair(std::string_view text, std::size_t before, std::size_t after) {
    char32_t const left = character_before(text, before);
    char32_t const right = character_at(text, after);
    if (is_space(left) || is_space(right)) return false;
    constexpr std::u32string_view held_right = U":;?!»›%‰°€$£₽₴–—";
    constexpr std::u32string_view held_left = U"«‹№§¶—";
    if (held_right.find(right) != std::u32string_view::npos) return true;
    if (held_left.find(left) != std::u32string_view::npos) return true;
    if (is_digit(left)) return is_word_character(right);
    if (is_digit(right)) return is_word_character(left) || left == U'.';
    return is_word_character(right) && ends_in_single_letter(text, before);
}

} // namespace

JoinedText::JoinedText(std::string_view view, std::vector<Piece> const& pieces) : view_(view) {
    for (Piece const& piece : pieces) {
        if (!text_.empty()) {
            std::size_t const left = text_.size();
            std::uint32_t const end = ends_.back();
            text_ += piece.glue;
            offsets_.resize(text_.size(), end);
            ends_.resize(text_.size(), end);
            seams_.push_back({left, text_.size()});
        }
        add_piece(piece.span);
    }
    while (!text_.empty() && text_.back() == ' ') {
        text_.pop_back();
        offsets_.pop_back();
        ends_.pop_back();
    }
    for (Seam& seam : seams_) {
        seam.left = std::min(seam.left, text_.size());
        seam.right = std::min(seam.right, text_.size());
    }
    if (!pieces.empty()) whole_ = {pieces.front().span.file, pieces.front().span.begin, pieces.back().span.end};
}

void JoinedText::add_piece(Span span) {
    std::string_view const piece = view_.substr(span.begin, span.end - span.begin);
    for (std::size_t at = 0; at < piece.size();) {
        std::size_t next = at;
        char32_t const letter = next_character(piece, next);
        if (letter == byte_order_mark) {
            at = next;
        } else if (is_space(letter)) {
            add_spaces(piece, at, span.begin);
        } else {
            text_.append(piece.substr(at, next - at));
            for (; at < next; ++at) {
                offsets_.push_back(span.begin + static_cast<std::uint32_t>(at));
                ends_.push_back(offsets_.back() + 1);
            }
        }
    }
}

void JoinedText::add_spaces(std::string_view piece, std::size_t& at, std::uint32_t offset) {
    std::size_t const begin = at;
    char32_t const first = character_at(piece, at);
    while (at < piece.size() && is_space(character_at(piece, at))) (void)next_character(piece, at);
    std::string_view const run = piece.substr(begin, at - begin);
    std::size_t single = 0;
    (void)next_character(run, single);
    bool const keeps = is_no_break(first) && single == run.size() && holds_a_pair(piece, begin, at);
    // Spaces at the ends of a line are its layout, not its text.
    bool const inside = begin > 0 && at < piece.size();
    if (inside && !keeps && run != " ") ++spaces_changed_;
    if (text_.empty() || text_.back() == ' ' || text_.back() == '\n') return;
    text_ += keeps ? run : " ";
    for (std::size_t i = 0; offsets_.size() < text_.size(); ++i) {
        offsets_.push_back(offset + static_cast<std::uint32_t>(keeps ? begin + i : begin));
        ends_.push_back(offset + static_cast<std::uint32_t>(keeps ? begin + i + 1 : at));
    }
}

Span JoinedText::span(std::size_t begin, std::size_t end) const {
    if (text_.empty()) return whole_;
    if (begin >= end) {
        std::uint32_t const at = begin < text_.size() ? offsets_[begin] : ends_.back();
        return {whole_.file, at, at};
    }
    return {whole_.file, offsets_[begin], std::max(offsets_[begin], ends_[end - 1])};
}

std::string_view JoinedText::written(std::size_t begin, std::size_t end) const {
    Span const place = span(begin, end);
    return view_.substr(place.begin, place.end - place.begin);
}

} // namespace quoin::recover
