#include "recover/classify_dialect.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"
#include "recover/text_lines.hpp"

#include <algorithm>
#include <optional>

namespace quoin::recover {

using manuscript::Dialect;

namespace {

std::string_view text_of(std::string_view view, Span span) { return view.substr(span.begin, span.end - span.begin); }

// ---- wrapped lines --------------------------------------------------------------------------------------------

constexpr int narrowest = 24, widest = 130; // columns of wrapped text: a newspaper's column, a wide window
constexpr std::size_t fewest_lines = 4;     // that another one follows: fewer tell nothing

/// The right edge that lines with a line behind them reach; the few longest are left aside.
int right_edge(std::vector<int> edges) {
    if (edges.empty()) return 0;
    std::sort(edges.begin(), edges.end());
    return edges[edges.size() * 9 / 10];
}

/// Wrapped lines end where the next line's first word would not have fitted.
void measure_wrapping(std::string_view view, std::vector<TextLine> const& lines, TextShape& shape) {
    auto const is_followed = [&](std::size_t i) {
        return i + 1 < lines.size() && !lines[i + 1].blank() && !has_columns(text_of(view, lines[i].span));
    };
    std::vector<int> edges;
    std::size_t filled = 0, long_lines = 0, texts = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].blank()) continue;
        ++texts;
        if (is_followed(i)) edges.push_back(lines[i].right());
    }
    int const edge = right_edge(edges);
    if (edges.size() < fewest_lines || edge < narrowest || edge > widest) return;
    int const nearly = edge - std::max(2, edge / 12);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].blank()) continue;
        if (lines[i].right() > edge + edge / 3) ++long_lines;
        if (is_followed(i) && lines[i].right() + 1 + lines[i + 1].first_word > nearly) ++filled;
    }
    bool const sure =
        edges.size() >= 12 || shape.dialect == Dialect::gutenberg; // in a short text nearly all lines must be filled
    bool const most_are_filled = filled * 100 >= edges.size() * (sure ? 62 : 80);
    bool const many_are_inner = edges.size() * 100 >= texts * 35;
    shape.hard_wrapped = most_are_filled && many_are_inner && long_lines * 50 <= texts;
    if (shape.hard_wrapped) shape.width = edge;
}

// ---- Project Gutenberg ----------------------------------------------------------------------------------------

bool holds(std::string_view line, std::string_view folded_words) {
    return manuscript::fold_case(line).find(folded_words) != std::string::npos;
}

bool begins_text(std::string_view line) {
    return line.starts_with("***") &&
           (holds(line, "start of the project gutenberg") || holds(line, "start of this project gutenberg"));
}
bool ends_text(std::string_view line) {
    return (line.starts_with("***") &&
            (holds(line, "end of the project gutenberg") || holds(line, "end of this project gutenberg"))) ||
           holds(line, "end of project gutenberg") || holds(line, "end of the project gutenberg ebook");
}

void read_header_line(std::string_view line, std::map<std::string, std::string>& metadata) {
    for (std::string_view const key : {"title", "author", "language", "editor", "translator", "illustrator"}) {
        auto const end = manuscript::match_folded(line, 0, key);
        if (!end || *end >= line.size() || line[*end] != ':') continue;
        std::size_t const value = line.find_first_not_of(' ', *end + 1);
        if (value != std::string_view::npos) metadata.emplace(key, line.substr(value));
    }
}

void add_licence(std::string_view view, Span span, TextShape& shape) {
    if (span.begin < span.end)
        shape.dropped.push_back({"licence of Project Gutenberg", span, std::string(text_of(view, span))});
}

/// Finds the text between the licence's parts; false when there are no marks.
bool find_gutenberg_body(std::string_view view, std::vector<TextLine> const& lines, TextShape& shape) {
    auto const begin = std::find_if(lines.begin(), lines.end(),
                                    [&](TextLine const& each) { return begins_text(text_of(view, each.span)); });
    auto const from = begin == lines.end() ? lines.begin() : begin + 1;
    auto const end =
        std::find_if(from, lines.end(), [&](TextLine const& each) { return ends_text(text_of(view, each.span)); });
    if (begin == lines.end() && end == lines.end()) return false;
    FileId const file = shape.body.file;
    if (begin != lines.end()) {
        auto behind = begin;
        // The mark may go over two lines: "*** START OF … THE HISTORY OF\nTHE DECLINE ***".
        while (behind + 1 != end && behind + 1 != lines.end() && !(behind + 1)->blank() && behind - begin < 3 &&
               !text_of(view, behind->span).ends_with("***"))
            ++behind;
        for (auto line = lines.begin(); line != begin; ++line)
            read_header_line(text_of(view, line->span), shape.metadata);
        shape.body.begin = behind->span.end;
        add_licence(view, {file, 0, shape.body.begin}, shape);
    }
    if (end != lines.end()) {
        shape.body.end = end->span.begin;
        add_licence(view, {file, shape.body.end, static_cast<std::uint32_t>(view.size())}, shape);
    }
    return true;
}

// ---- Markdown -------------------------------------------------------------------------------------------------

struct MarkdownSigns {
    std::size_t headings = 0, underlined = 0, fences = 0, definitions = 0;
    bool front_matter = false;
    [[nodiscard]] std::size_t total() const {
        return 2 * headings + underlined + fences + 2 * definitions + (front_matter ? 3 : 0);
    }
};

bool is_hash_heading(std::string_view line) {
    std::size_t const hashes = std::min(line.find_first_not_of('#'), line.size());
    return hashes >= 1 && hashes <= 6 && hashes + 1 < line.size() && line[hashes] == ' ';
}

bool is_row_of(std::string_view line, char sign) {
    return line.size() >= 3 && line.find_first_not_of(sign) == std::string_view::npos;
}

MarkdownSigns count_markdown(std::string_view view, std::vector<TextLine> const& lines) {
    MarkdownSigns signs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view const line = text_of(view, lines[i].span);
        if (line.empty() || lines[i].indent > 3) continue;
        bool const under_text = i > 0 && !lines[i - 1].blank();
        if (is_hash_heading(line)) ++signs.headings;
        if (under_text && (is_row_of(line, '=') || is_row_of(line, '-'))) ++signs.underlined;
        if (line.starts_with("```") || line.starts_with(":::")) ++signs.fences;
        if (line.starts_with("[^") && line.find("]:") != std::string_view::npos) ++signs.definitions;
    }
    signs.front_matter =
        !lines.empty() && text_of(view, lines.front().span) == "---" &&
        std::any_of(lines.begin() + 1,
                    lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(lines.size(), 40)),
                    [&](TextLine const& each) { return text_of(view, each.span) == "---"; });
    return signs;
}

void decide_dialect(MarkdownSigns const& signs, bool gutenberg, TextShape& shape) {
    if (gutenberg) {
        shape.dialect = Dialect::gutenberg;
        shape.reason = "the marks of Project Gutenberg stand around the text";
    } else if (signs.total() >= 3) {
        shape.dialect = Dialect::markdown;
        shape.confidence = signs.total() >= 6 ? 0.95 : 0.75;
        shape.reason = "it has headings or notes as Markdown writes them";
    } else {
        shape.dialect = Dialect::text;
        shape.confidence = signs.total() > 0 ? 0.75 : 1;
        shape.reason = "it has no headings of Markdown";
    }
}

} // namespace

TextShape classify_dialect(FileId file, std::string_view view, Dialect asked) {
    TextShape shape;
    shape.body = {file, 0, static_cast<std::uint32_t>(view.size())};
    std::vector<TextLine> const lines = split_lines(file, view);
    bool const may_be_gutenberg = asked == Dialect::detect || asked == Dialect::gutenberg;
    bool const gutenberg = may_be_gutenberg && find_gutenberg_body(view, lines, shape);
    decide_dialect(count_markdown(view, lines), gutenberg, shape);
    if (asked != Dialect::detect) {
        shape.dialect = asked;
        shape.confidence = 1;
        shape.reason = "the user says so";
    }
    std::vector<TextLine> inside;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(inside), [&](TextLine const& each) {
        return each.span.begin >= shape.body.begin && each.span.end <= shape.body.end;
    });
    measure_wrapping(view, inside, shape);
    shape.syntax.equals = shape.dialect == Dialect::gutenberg;
    return shape;
}

} // namespace quoin::recover
