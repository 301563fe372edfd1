#include "reader/markdown_leaf.hpp"

#include <algorithm>
#include <cmark-gfm-extension_api.h>

namespace quoin::reader {

namespace {

std::vector<std::size_t> line_starts(std::string_view text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (at + 1 < text.size()) starts.push_back(at + 1);
    }
    return starts;
}

std::string_view without_end(std::string_view line) {
    if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
    return line;
}

/// cmark leaves the buffer of a heading or cell without text uninitialised.
std::string_view content_of(cmark_node* node) {
    return cmark_node_first_child(node) == nullptr ? std::string_view() : cmark_node_get_string_content(node);
}

bool piece_is_behind(std::size_t offset, SourceText::Piece const& piece) { return offset < piece.at; }

} // namespace

Lines::Lines(std::string_view text) : text_(text), starts_(line_starts(text)) {}

std::size_t Lines::offset(int line, int column) const {
    if (line < 1) return 0;
    auto const index = static_cast<std::size_t>(line - 1);
    if (index >= starts_.size()) return text_.size();
    return std::min(starts_[index] + static_cast<std::size_t>(std::max(column, 1) - 1), text_.size());
}

std::string_view Lines::line(int number) const {
    auto const index = static_cast<std::size_t>(number - 1);
    if (number < 1 || index >= starts_.size()) return {};
    std::size_t const end = index + 1 < starts_.size() ? starts_[index + 1] : text_.size();
    return without_end(text_.substr(starts_[index], end - starts_[index]));
}

Leaf::Leaf(ParsedText const& parsed, cmark_node* node)
    : source_(&parsed.source), content_(content_of(node)), uncounted_(parsed.tree.uncounted(node)) {
    while (!content_.empty() && (content_.back() == '\n' || content_.back() == ' ' || content_.back() == '\t')) {
        content_.remove_suffix(1);
    }
    line_starts_ = line_starts(content_);
    find_lines(parsed.lines, node);
    start_line_ = cmark_node_get_start_line(node);
    start_column_ = cmark_node_get_start_column(node) - 1;
    bool const heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
    if (heading && cmark_node_get_end_line(node) == start_line_ && !pieces_.empty()) {
        start_column_ = static_cast<int>(pieces_.front().source - parsed.lines.offset(start_line_, 1));
    }
}

Leaf::Leaf(ParsedText const& parsed, cmark_node* node, std::size_t begin, std::size_t line_begin)
    : source_(&parsed.source), content_(content_of(node)), line_starts_{0} {
    first_line_ = start_line_ = cmark_node_get_start_line(node);
    start_column_ = static_cast<int>(begin - line_begin);
    std::size_t at = begin;
    pieces_.push_back({0, static_cast<std::uint32_t>(begin), true});
    for (std::size_t offset = 0; offset < content_.size() && at < source_->text.size(); ++offset, ++at) {
        if (source_->text[at] == '\\' && content_[offset] == '|') {
            ++at;
            pieces_.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(at), true});
        }
    }
}

/// The content's lines are the ends of the text's lines. A paragraph that began with link definitions has lost these
/// lines at its beginning, so count from its end.
void Leaf::find_lines(Lines const& lines, cmark_node* node) {
    int const count = line_count();
    int const start = cmark_node_get_start_line(node);
    int const end = cmark_node_get_end_line(node);
    bool const underlined = cmark_node_get_type(node) == CMARK_NODE_HEADING && end > start;
    if (place_lines(lines, end - count + (underlined ? 0 : 1))) return;
    if (place_lines(lines, start)) return;
    // A paragraph that a table has split off has no place of its own, but stands right before the table.
    if (cmark_node* next = cmark_node_next(node); start == 0 && next != nullptr) {
        if (place_lines(lines, cmark_node_get_start_line(next))) return;
    }
    first_line_ = std::max(start, 1);
    pieces_.assign({{0, static_cast<std::uint32_t>(lines.offset(start, cmark_node_get_start_column(node))), false}});
}

bool Leaf::place_lines(Lines const& lines, int first_line) {
    pieces_.clear();
    if (first_line < 1) return false;
    for (int each = 0; each < line_count(); ++each) {
        std::string_view const wanted = line(each);
        std::string_view const there = lines.line(first_line + each);
        std::size_t const at = there.rfind(wanted);
        if (at == std::string_view::npos) return false;
        auto const offset = lines.offset(first_line + each, static_cast<int>(at) + 1);
        pieces_.push_back({static_cast<std::uint32_t>(line_begin(each)), static_cast<std::uint32_t>(offset), true});
    }
    first_line_ = first_line;
    return true;
}

std::string_view Leaf::line(int index) const {
    auto const at = static_cast<std::size_t>(index);
    std::size_t const end = at + 1 < line_starts_.size() ? line_starts_[at + 1] : content_.size();
    return without_end(content_.substr(line_starts_[at], end - line_starts_[at]));
}

std::uint32_t Leaf::source_of(std::size_t offset) const {
    if (pieces_.size() == 1 && offset >= pieces_[0].at) {
        return source_->source_of(pieces_[0].source + (pieces_[0].exact ? offset - pieces_[0].at : 0));
    }
    auto const next = std::upper_bound(pieces_.begin(), pieces_.end(), offset, piece_is_behind);
    SourceText::Piece const& piece = next == pieces_.begin() ? pieces_.front() : *(next - 1);
    return source_->source_of(piece.source + (piece.exact && offset >= piece.at ? offset - piece.at : 0));
}

std::size_t Leaf::together_until(std::size_t offset, std::size_t end) const {
    if (pieces_.size() == 1) return end;
    auto const next = std::upper_bound(pieces_.begin(), pieces_.end(), offset, piece_is_behind);
    return next == pieces_.end() ? end : std::min<std::size_t>(end, next->at);
}

Span Leaf::span(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, content_.size());
    end = std::min(end, content_.size());
    std::uint32_t const first = source_of(begin);
    std::uint32_t const last = end > begin ? source_of(end - 1) + 1 : first;
    return {source_->file, first, std::max(first, last)};
}

/// Begin of the line with this number, as cmark counts: it does not count line feeds behind a backslash (they are part
/// of the break) nor those within our markers.
std::size_t Leaf::counted_line(int index) {
    if (index < 0) return 0;
    auto const wanted = static_cast<std::size_t>(index);
    while (counted_.size() <= wanted) {
        std::size_t const feed = content_.find('\n', counted_to_);
        if (feed == std::string_view::npos) return counted_.back();
        while (next_uncounted_ < uncounted_.size() && uncounted_[next_uncounted_].second <= feed) ++next_uncounted_;
        if (next_uncounted_ < uncounted_.size() && uncounted_[next_uncounted_].first <= feed) {
            counted_to_ = uncounted_[next_uncounted_].second;
            continue;
        }
        std::size_t backslashes = 0;
        while (backslashes < feed && content_[feed - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 0) counted_.push_back(feed + 1);
        counted_to_ = feed + 1;
    }
    return counted_[wanted];
}

std::size_t Leaf::offset_of(cmark_node* node) {
    std::size_t const begin = counted_line(cmark_node_get_start_line(node) - start_line_);
    int const column = cmark_node_get_start_column(node) - 1 - start_column_;
    return std::min(begin + static_cast<std::size_t>(std::max(column, 0)), content_.size());
}

std::size_t Leaf::end_of(cmark_node* node) {
    std::size_t const begin = counted_line(cmark_node_get_end_line(node) - start_line_);
    int const column = cmark_node_get_end_column(node) - start_column_;
    return std::min(begin + static_cast<std::size_t>(std::max(column, 0)), content_.size());
}

SourceText Leaf::part(std::size_t begin, std::size_t end) const {
    SourceText result;
    result.file = source_->file;
    result.text = part_prefix;
    bool first = true;
    while (begin < end) {
        while (begin < end && (content_[begin] == ' ' || content_[begin] == '\t' || content_[begin] == '\n')) ++begin;
        std::size_t const feed = std::min(content_.find('\n', begin), end);
        if (feed == begin) break;
        // Four spaces: in a paragraph's later lines nothing can begin behind them.
        if (!first) result.text += "\n    ";
        first = false;
        std::size_t const at = result.text.size();
        result.text += content_.substr(begin, feed - begin);
        result.pieces.push_back({static_cast<std::uint32_t>(at), source_of(begin), true});
        // A cell has several pieces in one line.
        auto const next = std::upper_bound(pieces_.begin(), pieces_.end(), begin, piece_is_behind);
        for (auto piece = next; piece != pieces_.end() && piece->at < feed; ++piece) {
            result.pieces.push_back({static_cast<std::uint32_t>(at + piece->at - begin), source_of(piece->at), true});
        }
        begin = feed;
    }
    return result;
}

} // namespace quoin::reader
