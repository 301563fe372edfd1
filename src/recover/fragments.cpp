#include "recover/recovery.hpp"

#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/unwrap.hpp"

#include <algorithm>

namespace quoin::recover {

namespace {

std::size_t count_columns(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Whether the first word of the next line would have stood in this one: the line was ended on purpose.
bool ended_on_purpose(Recovery const& recovery, Piece const& line, Piece const& next) {
    constexpr std::size_t slack = 1;
    auto text = [&](Piece const& each) {
        return recovery.text.substr(each.span.begin, each.span.end - each.span.begin);
    };
    std::string_view const left = text(line), right = text(next);
    if (ending_of(left) == Ending::hyphen || ending_of(left) == Ending::comma || next.glue.empty()) return false;
    if (beginning_of(right) == Beginning::lower) return false;
    auto const width = static_cast<std::size_t>(recovery.shape.width);
    if (count_columns(left) > width + 2 || count_columns(right) > width + 2) return true; // nobody wrapped it
    std::size_t const word = count_columns(right.substr(0, right.find(' ')));
    return count_columns(left) + 1 + word + slack <= width;
}

/// Titles, subtitles and bylines on lines that touch are no paragraph.
std::vector<LineGroup> split_title_lines(Recovery const& recovery, LineGroup group) {
    std::vector<LineGroup> parts;
    bool const title = recovery.shape.hard_wrapped && group.kind == LineGroup::Kind::paragraph &&
                       group.pieces.size() > 1 && group.pieces.size() <= 5 &&
                       !find_marker(recovery.text.substr(group.pieces[0].span.begin,
                                                         group.pieces[0].span.end - group.pieces[0].span.begin));
    if (!title) {
        parts.push_back(std::move(group));
        return parts;
    }
    std::vector<Piece> const pieces = std::move(group.pieces);
    group.pieces.clear();
    group.last_line = group.first_line;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        group.pieces.push_back(pieces[k]);
        if (k + 1 == pieces.size()) break;
        Span const between{group.pieces[0].span.file, pieces[k].span.end,
                           std::max(pieces[k].span.end, pieces[k + 1].span.begin)};
        std::string_view const gap = recovery.text.substr(between.begin, between.end - between.begin);
        int const lines = static_cast<int>(std::count(gap.begin(), gap.end(), '\n'));
        if (lines > 0 && ended_on_purpose(recovery, pieces[k], pieces[k + 1])) {
            LineGroup rest = group;
            parts.push_back(std::move(group));
            group = std::move(rest);
            group.pieces.clear();
            group.gap = 0;
            group.page_break = false;
            group.first_line = group.last_line + lines;
        }
        group.last_line += lines;
    }
    group.pieces.front().glue.clear();
    parts.push_back(std::move(group));
    return parts;
}

std::vector<LineGroup> split_all(Recovery const& recovery, std::vector<LineGroup>&& groups) {
    std::vector<LineGroup> result;
    for (LineGroup& group : groups)
        for (LineGroup& part : split_title_lines(recovery, std::move(group))) result.push_back(std::move(part));
    return result;
}

} // namespace

void find_fragments(Recovery& recovery) {
    Unwrapped unwrapped = unwrap(recovery.text, recovery.shape);
    manuscript::Imported& result = *recovery.result;
    result.decisions.insert(result.decisions.end(), unwrapped.decisions.begin(), unwrapped.decisions.end());
    result.dropped.insert(result.dropped.end(), unwrapped.dropped.begin(), unwrapped.dropped.end());
    result.joins.insert(result.joins.end(), unwrapped.joins.begin(), unwrapped.joins.end());
    for (LineGroup& group : split_all(recovery, std::move(unwrapped.groups))) {
        std::erase_if(group.pieces, [](Piece const& each) { return each.span.begin >= each.span.end; });
        if (group.pieces.empty()) continue;
        Fragment fragment;
        fragment.pieces = std::move(group.pieces);
        fragment.line = group.first_line;
        fragment.last_line = group.last_line;
        fragment.gap = recovery.fragments.empty() ? 99 : group.gap;
        fragment.indent = group.indent;
        fragment.page_break = group.page_break;
        fragment.lines = group.kind;
        fragment.figures = std::move(group.figures);
        look_at(recovery.text, fragment);
        recovery.fragments.push_back(std::move(fragment));
    }
}

Vocabulary collect_vocabulary(Fragments const& fragments) {
    Vocabulary found;
    for (Fragment const& fragment : fragments) {
        for (std::string const& word : manuscript::words(fragment.shown)) ++found.words[word];
        std::string_view const shown = fragment.shown;
        for (std::size_t at = shown.find('-'); at != std::string_view::npos; at = shown.find('-', at + 1)) {
            std::size_t begin = at, end = at + 1;
            while (begin > 0 && is_word_character(character_before(shown, begin))) previous_character(shown, begin);
            while (end < shown.size() && is_word_character(character_at(shown, end))) {
                do ++end;
                while (end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80);
            }
            if (begin == at || end == at + 1) continue;
            std::string const left = manuscript::folded(shown.substr(begin, at - begin));
            std::string const compound = left + "-" + manuscript::folded(shown.substr(at + 1, end - at - 1));
            if (found.compounds[compound]++ == 0) ++found.compound_starts[left];
        }
    }
    return found;
}

} // namespace quoin::recover
