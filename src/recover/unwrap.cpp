#include "recover/unwrap.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"
#include "recover/line_seams.hpp"
#include "recover/text_lines.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::DecisionCode;
using manuscript::is_digit;
using manuscript::is_lower;
using manuscript::is_upper;
using manuscript::is_word_character;
using manuscript::previous_character;

namespace {

using Lines = std::vector<TextLine>;
using Kind = LineGroup::Kind;

std::string_view text_of(std::string_view view, Span span) { return view.substr(span.begin, span.end - span.begin); }

/// The indent that most of the long lines have.
int usual_indent(Lines const& lines, int width) {
    std::map<int, int> counts;
    for (TextLine const& each : lines)
        if (!each.blank() && each.right() * 5 > width * 4) ++counts[each.indent];
    auto const most = std::max_element(counts.begin(), counts.end(),
                                       [](auto const& a, auto const& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

bool begins_upper(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        char32_t const c = next_character(line, at);
        if (is_word_character(c)) return !is_lower(c);
    }
    return false;
}

bool is_all_capitals(std::string_view line) {
    bool some = false;
    for (std::size_t at = 0; at < line.size();) {
        char32_t const c = next_character(line, at);
        if (is_lower(c)) return false;
        some = some || is_upper(c);
    }
    return some;
}

/// The line ends as a sentence does; closing quotation marks and brackets left aside.
bool ends_sentence(std::string_view line) {
    constexpr std::u32string_view closers = U"\"'”’»«“)]*_";
    constexpr std::u32string_view ends = U".!?:…。！？؟।";
    std::size_t at = line.size();
    while (at > 0 && closers.find(character_before(line, at)) != closers.npos) (void)previous_character(line, at);
    return at > 0 && ends.find(character_before(line, at)) != ends.npos;
}

/// "1. ", "12) ", "a) ", "• ", "- ", "— ", "[1] ", "IV. ": the start of an item, a note or of direct speech.
bool begins_item(std::string_view line) {
    std::size_t at = 0;
    char32_t const first = character_at(line, 0);
    constexpr std::u32string_view bullets = U"•·*-–—▪◦‣●";
    if (bullets.find(first) != bullets.npos && first != 0) {
        (void)next_character(line, at);
        return at < line.size() && line[at] == ' ';
    }
    bool const opened = first == U'[' || first == U'(';
    if (opened) ++at;
    std::size_t const begin = at;
    while (at < line.size() && at - begin < 5 && is_digit(character_at(line, at))) (void)next_character(line, at);
    if (at == begin)
        while (at < line.size() && at - begin < 6 &&
               std::string_view("IVXLCivxlc").find(line[at]) != std::string_view::npos)
            ++at;
    if (at == begin && at < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
    if (at == begin || at >= line.size()) return false;
    bool const closed = line[at] == '.' || line[at] == ')' || line[at] == ']';
    return closed && at + 1 < line.size() && line[at + 1] == ' ' && (!opened || line[at] != '.');
}

/// Where the bracket that opens at the block's start closes; the text's end when it does not.
std::size_t closing_bracket(std::string_view view, std::size_t begin, std::size_t limit) {
    constexpr std::size_t longest_note = 20000; // bytes; an author who forgets the bracket does not lose the book
    int depth = 0;
    for (std::size_t at = begin; at < std::min(limit, begin + longest_note); ++at) {
        if (view[at] == '[') ++depth;
        if (view[at] == ']' && --depth == 0) return at;
    }
    return view.size();
}

class Unwrapping {
  public:
    Unwrapping(std::string_view view, TextShape const& shape)
        : view_(view), shape_(shape), seams_(text_of(view, shape.body)) {
        for (TextLine const& each : split_lines(shape.body.file, view))
            if (each.span.begin >= shape.body.begin && each.span.end <= shape.body.end) lines_.push_back(each);
        base_ = usual_indent(lines_, shape.width);
    }

    Unwrapped run() {
        int gap = 0;
        for (std::size_t i = 0; i < lines_.size();) {
            if (lines_[i].blank()) {
                ++gap;
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (shape_.hard_wrapped && end < lines_.size() && !lines_[end].blank()) ++end;
            gap_ = gap;
            gap = 0;
            block(i, end);
            i = end;
        }
        level_verse();
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::string_view text(std::size_t line) const { return text_of(view_, lines_[line].span); }
    [[nodiscard]] int indent(std::size_t line) const { return std::max(0, lines_[line].indent - base_); }

    /// Whether the next line's first word would not have fitted within the columns.
    [[nodiscard]] bool is_filled(std::size_t line, int width) const {
        return lines_[line].right() + 1 + lines_[line + 1].first_word > width - std::max(2, width / 12);
    }

    void block(std::size_t begin, std::size_t end) {
        if (shape_.dialect == manuscript::Dialect::gutenberg && bracketed(begin, end)) return;
        if (!shape_.hard_wrapped || end - begin == 1) {
            for (std::size_t i = begin; i < end; ++i) group(kind_of_line(i), i, i + 1);
        } else if (count(begin, end, [&](std::size_t i) { return has_columns(text(i)); }) * 10 >= (end - begin) * 6) {
            each_line(Kind::row, begin, end);
        } else if (is_centred_block(begin, end)) {
            group(Kind::heading, begin, end);
        } else if (is_unfilled(begin, end)) {
            unfilled(begin, end);
        } else {
            paragraphs(begin, end);
        }
    }

    template <typename Test>
    std::size_t count(std::size_t begin, std::size_t end, Test test) const {
        std::size_t found = 0;
        for (std::size_t i = begin; i < end; ++i) found += test(i) ? 1 : 0;
        return found;
    }

    [[nodiscard]] Kind kind_of_line(std::size_t i) const {
        if (!shape_.hard_wrapped) return Kind::paragraph;
        if (has_columns(text(i))) return Kind::row;
        return is_centred(i) ? Kind::heading : Kind::paragraph;
    }

    [[nodiscard]] bool is_centred(std::size_t i) const {
        constexpr int least_indent = 6, tolerance = 4;
        int const middle = (shape_.width - lines_[i].length) / 2;
        return lines_[i].indent >= least_indent && std::abs(lines_[i].indent - middle) <= tolerance;
    }
    [[nodiscard]] bool is_centred_block(std::size_t begin, std::size_t end) const {
        return count(begin, end, [&](std::size_t i) { return is_centred(i); }) == end - begin && end - begin <= 4 &&
               is_unfilled(begin, end);
    }

    [[nodiscard]] bool is_unfilled(std::size_t begin, std::size_t end) const {
        std::size_t const filled = count(begin, end - 1, [&](std::size_t i) { return is_filled(i, shape_.width); });
        if (filled * 3 > end - begin - 1) return false;
        // A quotation may be narrower on both sides: its lines are filled for themselves.
        int edge = 0;
        for (std::size_t i = begin; i < end; ++i) edge = std::max(edge, lines_[i].right());
        std::size_t const filled_within = count(begin, end - 1, [&](std::size_t i) { return is_filled(i, edge); });
        bool const narrow_prose =
            end - begin > 3 && filled_within * 10 >= (end - begin - 1) * 8 &&
            count(begin + 1, end, [&](std::size_t i) { return begins_upper(text(i)); }) * 2 < end - begin;
        return !narrow_prose || breaks_at_phrases(begin, end, edge);
    }

    /// Lines that end far from the measure, and more often than not where a phrase ends: a poem in even lines.
    [[nodiscard]] bool breaks_at_phrases(std::size_t begin, std::size_t end, int edge) const {
        constexpr std::size_t longest_stanza = 14;
        if (end - begin > longest_stanza || edge * 4 >= shape_.width * 3) return false;
        std::size_t const phrases = count(begin, end - 1, [&](std::size_t i) {
            return ends_sentence(text(i)) || text(i).ends_with(',') || text(i).ends_with(';');
        });
        return phrases * 2 > end - begin - 1;
    }

    /// Lines that end of their own will: verse, items, headings over two lines.
    void unfilled(std::size_t begin, std::size_t end) {
        std::size_t const lines = end - begin;
        std::size_t const items = count(begin, end, [&](std::size_t i) { return begins_item(text(i)); });
        std::size_t const capitals = count(begin, end, [&](std::size_t i) { return is_all_capitals(text(i)); });
        std::size_t const upper = count(begin, end, [&](std::size_t i) { return begins_upper(text(i)); });
        bool const indented = count(begin, end, [&](std::size_t i) { return indent(i) >= 2; }) == lines;
        if (items * 2 >= lines && items > 0) {
            paragraphs(begin, end);
        } else if (capitals == lines && lines <= 3) {
            group(Kind::heading, begin, end);
        } else if ((indented && lines >= 2) || (lines >= 3 && upper * 10 >= lines * 7)) {
            each_line(Kind::verse, begin, end);
        } else {
            each_line(Kind::paragraph, begin, end);
        }
    }

    void each_line(Kind kind, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) group(kind, i, i + 1);
    }

    void paragraphs(std::size_t begin, std::size_t end) {
        std::size_t start = begin;
        int const margin = left_margin(begin, end);
        for (std::size_t i = begin + 1; i <= end; ++i) {
            if (i < end && !begins_paragraph(i, margin)) continue;
            bool const quoted = margin - base_ >= 2 && !begins_item(text(start));
            group(quoted ? Kind::quotation : Kind::paragraph, start, i);
            start = i;
        }
    }

    /// The indent that the block's lines have beside the first line of each paragraph.
    [[nodiscard]] int left_margin(std::size_t begin, std::size_t end) const {
        std::map<int, int> counts;
        for (std::size_t i = begin; i < end; ++i) ++counts[lines_[i].indent];
        if (end - begin == 2) return std::min(lines_[begin].indent, lines_[begin + 1].indent);
        return std::max_element(counts.begin(), counts.end(),
                                [](auto const& a, auto const& b) { return a.second < b.second; })
            ->first;
    }

    [[nodiscard]] bool begins_paragraph(std::size_t i, int margin) const {
        std::string_view const before = text(i - 1);
        bool const full = is_filled(i - 1, shape_.width);
        int const by = lines_[i].indent - margin;
        constexpr int most_indent = 10;
        bool const indented = by >= 1 && by <= most_indent && lines_[i - 1].indent <= margin + (by > 0 ? by : 0);
        if (indented && lines_[i - 1].indent < lines_[i].indent && (ends_sentence(before) || !full)) return true;
        if (begins_item(text(i)) && (!full || ends_sentence(before))) return true;
        return !full && ends_sentence(before) && begins_upper(text(i));
    }

    /// "[Footnote 1: …]", "[Illustration: …]".
    bool bracketed(std::size_t begin, std::size_t end) {
        std::string_view const first = text(begin);
        bool const note = first.starts_with("[Footnote") || first.starts_with("[Note");
        bool const picture = first.starts_with("[Illustration");
        if (!note && !picture) return false;
        std::size_t const open = lines_[begin].span.begin;
        std::size_t const close = closing_bracket(view_, open, shape_.body.end);
        std::size_t const colon = first.find(':');
        if (close == view_.size()) return false;
        if (picture && (colon == std::string_view::npos || open + colon > close))
            return lone_picture(begin, end, close);
        if (colon == std::string_view::npos || colon > 24) return false;
        return note ? footnote(begin, end, open + colon + 1, close) : caption(begin, end, open + colon + 1, close);
    }

    void drop(std::string name, std::size_t begin, std::size_t end) {
        Span const span{shape_.body.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        result_.dropped.push_back({std::move(name), span, std::string(text_of(view_, span))});
    }

    bool lone_picture(std::size_t begin, std::size_t end, std::size_t close) {
        if (close + 1 != lines_[end - 1].span.end) return false;
        drop("mark-up", lines_[begin].span.begin, close + 1);
        tell_picture(lines_[begin].span);
        return true;
    }
    void tell_picture(Span span) {
        result_.decisions.push_back({DecisionCode::picture_missing,
                                     span,
                                     {},
                                     "left out",
                                     "the text has a place for a picture, but no picture",
                                     0.9,
                                     "put the picture into images/ and write a figure"});
    }

    bool caption(std::size_t begin, std::size_t end, std::size_t from, std::size_t close) {
        if (close + 1 != lines_[end - 1].span.end) return false;
        drop("mark-up", lines_[begin].span.begin, from);
        tell_picture(lines_[begin].span);
        group_between(Kind::picture, begin, end, from, close);
        return true;
    }

    bool footnote(std::size_t begin, std::size_t end, std::size_t from, std::size_t close) {
        std::size_t const number_at = text(begin).find_first_of(" :") + 1;
        std::string figures(text(begin).substr(number_at, from - 1 - lines_[begin].span.begin - number_at));
        std::erase(figures, ' ');
        if (figures.empty() || figures.size() > 5) return false;
        drop("note mark", lines_[begin].span.begin, from);
        Kind kind = Kind::note;
        // Its paragraphs go on over blank lines until the bracket closes; what follows on the line is read as more of it.
        for (std::size_t i = begin; i < lines_.size() && lines_[i].span.begin <= close;) {
            if (lines_[i].blank()) {
                ++gap_;
                ++i;
                continue;
            }
            std::size_t stop = i == begin ? end : i + 1;
            while (stop < lines_.size() && !lines_[stop].blank()) ++stop;
            group_between(kind, i, stop, from, close);
            if (kind == Kind::note) result_.groups.back().figures = figures;
            kind = Kind::note_more;
            i = stop;
            taken_ = stop;
        }
        for (std::size_t i = end; i < taken_; ++i) lines_[i].span.end = lines_[i].span.begin;
        return true;
    }

    /// A group of which what stands before `from`, and the closing bracket, is left out.
    void group_between(Kind kind, std::size_t begin, std::size_t end, std::size_t from, std::size_t close) {
        Lines const kept = lines_;
        for (std::size_t i = begin; i < end; ++i) {
            Span& span = lines_[i].span;
            if (span.begin < from && span.end >= from) {
                span.begin = static_cast<std::uint32_t>(from);
                while (span.begin < span.end && view_[span.begin] == ' ') ++span.begin;
            }
            if (span.begin <= close && span.end == close + 1) span.end = static_cast<std::uint32_t>(close);
        }
        std::size_t first = begin, last = end;
        while (first < last && lines_[first].blank()) ++first;
        while (last > first && lines_[last - 1].blank()) --last;
        if (first < last) group(kind, first, last);
        lines_ = kept;
    }

    void group(Kind kind, std::size_t begin, std::size_t end) {
        LineGroup made;
        made.kind = kind;
        made.first_line = lines_[begin].number;
        made.last_line = lines_[end - 1].number;
        made.gap = gap_;
        gap_ = 0;
        made.indent = kind == Kind::verse ? lines_[begin].indent : indent(begin);
        made.page_break = lines_[begin].page_break;
        std::string glue;
        for (std::size_t i = begin; i < end; ++i) {
            Span span = lines_[i].span;
            std::string next = " ";
            std::optional<Piece> marks;
            if (i + 1 < end && kind != Kind::verse) next = seam(i, span, marks);
            made.pieces.push_back({span, std::exchange(glue, next)});
            if (marks) made.pieces.push_back(*marks);
        }
        result_.groups.push_back(std::move(made));
    }

    /// The glue before the next line. A hyphen that goes is taken off the span; marks of emphasis behind it are a piece.
    std::string seam(std::size_t i, Span& span, std::optional<Piece>& marks) {
        std::string_view left = text_of(view_, span);
        std::size_t const text_end = left.find_last_not_of("*_");
        std::size_t const behind = text_end == std::string_view::npos ? 0 : left.size() - text_end - 1;
        left.remove_suffix(behind);
        LineSeam const found = seams_.between(left, text(i + 1));
        if (found.cut > 0) {
            if (behind > 0) marks = Piece{{span.file, static_cast<std::uint32_t>(span.end - behind), span.end}, ""};
            span.end -= static_cast<std::uint32_t>(behind + found.cut);
        }
        tell(found, lines_[i].span, lines_[i + 1].span);
        return found.glue;
    }

    void tell(LineSeam const& found, Span left, Span right) {
        if (found.confidence >= 1) return;
        bool const joined = !found.join.joined.empty();
        if (joined) result_.joins.push_back(found.join);
        DecisionCode const code = found.address ? DecisionCode::url_split
                                  : joined      ? DecisionCode::hyphen_joined
                                                : DecisionCode::hyphen_kept;
        result_.decisions.push_back({code, left, right, joined ? "joined as " + found.join.joined : "the hyphen stays",
                                     found.reason, found.confidence,
                                     found.address ? "two addresses"
                                     : joined      ? "keep the hyphen"
                                                   : "join without the hyphen"});
    }

    /// The indent of verse counts from the poem's left edge.
    void level_verse() {
        auto& groups = result_.groups;
        for (std::size_t i = 0; i < groups.size();) {
            std::size_t end = i;
            int least = 1000;
            while (end < groups.size() && groups[end].kind == Kind::verse)
                least = std::min(least, groups[end++].indent);
            for (std::size_t k = i; k < end; ++k) groups[k].indent -= least;
            i = std::max(end, i + 1);
        }
    }

    std::string_view view_;
    TextShape const& shape_;
    LineSeams seams_;
    Lines lines_;
    int base_ = 0;
    int gap_ = 0;
    std::size_t taken_ = 0;
    Unwrapped result_;
};

} // namespace

Unwrapped unwrap(std::string_view view, TextShape const& shape) { return Unwrapping(view, shape).run(); }

} // namespace quoin::recover
