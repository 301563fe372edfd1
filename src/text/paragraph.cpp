#include "text/paragraph.hpp"

#include "text/line_cost.hpp"
#include "text/paragraph_state.hpp"
#include "text/weights.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::text {

namespace {

// Beyond so many edges a paragraph is searched in stretches, each from the line where the last one was cut: memory and time
// stay in proportion, and a cut every 700 lines or so costs nothing that a reader sees. Such paragraphs have one variant.
constexpr std::size_t longest_search = 20'000;
constexpr std::size_t lines_taken_back = 4; // the last lines before a cut do not know what follows

// The eye joins gaps that are wider than the natural space by so many per mille of it.
constexpr std::int64_t river_gap = 110;

std::int64_t to_cost(std::int64_t cost) { return (cost + cost_unit / 2) / cost_unit; }

class Breaker {
  public:
    Breaker(Paragraph::State& state, style::LineBreaking const& rules, Diagnostics& diagnostics)
        : state_(state), diagnostics_(diagnostics), breaks_(find_text_breaks(state.text, *state.fonts)),
          weights_(weights_for(state.text, state.shape, rules, state.pieces)), source_{state.text,
                                                                                       state.pieces,
                                                                                       breaks_,
                                                                                       rules,
                                                                                       *state.fonts,
                                                                                       hyphenates(state.shape),
                                                                                       is_ragged(state.shape),
                                                                                       state.shape.balance_rag,
                                                                                       weights_.hyphen,
                                                                                       narrowest(state.shape)} {}

    void run() {
        EdgeRow row = make_edges(source_, {}, longest_search);
        if (row.complete)
            search_whole(row);
        else
            search_stretches(std::move(row));
    }

  private:
    static bool is_ragged(ParagraphShape const& shape) { return shape.align != style::TextAlign::justify; }
    static bool hyphenates(ParagraphShape const& shape) { return shape.hyphenate && !shape.balance_rag; }
    static Length narrowest(ParagraphShape const& shape) {
        Length least = shape.measure;
        for (std::size_t line = 0; line < 2 + static_cast<std::size_t>(std::max(shape.short_lines, 0)); ++line)
            least = std::min(least, line_measure(shape, line));
        return least;
    }

    SearchSettings settings(std::size_t first_line) const {
        SearchSettings settings;
        settings.badness = weights_.badness;
        settings.contrast = weights_.contrast;
        settings.stacked_words = state_.rules.stacked_words;
        settings.rivers = state_.rules.rivers;
        settings.letters_lead = state_.rules.letters_lead;
        settings.space = state_.pieces.styles.front().space.units;
        settings.wide_gap = river_gap * ratio_unit / std::max(state_.rules.space_stretch, 1);
        settings.em = em().units;
        settings.ragged = is_ragged(state_.shape);
        settings.even = state_.shape.balance_rag;
        settings.variants = state_.shape.want_variants;
        std::size_t const special = 1 + static_cast<std::size_t>(std::max(state_.shape.short_lines, 0));
        settings.measure = line_measure(state_.shape, special).units;
        for (std::size_t line = first_line; line < special; ++line)
            settings.first_measures.push_back(line_measure(state_.shape, line).units);
        while (!settings.first_measures.empty() && settings.first_measures.back() == settings.measure)
            settings.first_measures.pop_back();
        return settings;
    }

    Length em() const { return state_.text.runs.empty() ? Length::points(10) : state_.text.runs.front().style.size; }

    void search_whole(EdgeRow const& row) {
        SearchResult const result = search_lines(row, settings(0));
        for (Path const& path : result.paths) {
            Variant variant;
            std::vector<LineRecord> records;
            variant.cost = to_cost(path.cost);
            add_lines(row.edges, path, path.ends.size(), variant, records);
            state_.variants.push_back(std::move(variant));
            state_.records.push_back(std::move(records));
        }
        state_.best = result.best;
        if (result.pass > 1) report(state_.variants[state_.best]);
    }

    void search_stretches(EdgeRow row) {
        Variant variant;
        std::vector<LineRecord> records;
        bool strained = false;
        while (true) {
            SearchSettings ours = settings(variant.lines.size());
            ours.variants = false;
            std::vector<Edge>& edges = row.edges;
            // A stretch ends like a forced line; its last lines are taken back and searched again with what follows.
            if (!row.complete) edges.back().kind = BreakKind::forced;
            SearchResult const result = search_lines(row, ours);
            Path const& path = result.paths[result.best];
            std::size_t keep = path.ends.size();
            if (!row.complete) keep = keep > lines_taken_back ? keep - lines_taken_back : 1;
            variant.cost += to_cost(path.cost);
            strained = strained || result.pass > 1;
            if (row.complete) {
                add_lines(edges, path, keep, variant, records);
                break;
            }
            while (keep > 1 && edges[path.ends[keep - 1]].point >= 0)
                --keep; // cut between words: the next stretch begins with one
            add_lines(edges, path, keep, variant, records);
            Edge const& cut = edges[path.ends[keep - 1]];
            row = make_edges(source_, {cut.piece, cut.offset}, longest_search);
        }
        state_.variants.push_back(std::move(variant));
        state_.records.push_back(std::move(records));
        if (strained) report(state_.variants.front());
    }

    void add_lines(std::vector<Edge> const& edges, Path const& path, std::size_t count, Variant& variant,
                   std::vector<LineRecord>& records) {
        std::uint32_t from = 0;
        for (std::size_t k = 0; k < count; ++k) {
            Edge const& begin = edges[from];
            Edge const& end = edges[path.ends[k]];
            LineRecord record;
            record.begin = records.empty() || k > 0 ? edge_of(begin) : records.back().end;
            record.end = edge_of(end);
            bool const last = end.kind == BreakKind::end || end.kind == BreakKind::forced;
            record.natural = is_ragged(state_.shape) || (last && path.ratios[k] == 0);
            records.push_back(record);
            variant.lines.push_back(info(begin, end, path.ratios[k], variant.lines.empty()));
            from = path.ends[k];
        }
    }

    static LineEdge edge_of(Edge const& edge) { return {{edge.piece, edge.offset}, edge.point, edge.kind}; }

    LineInfo info(Edge const& begin, Edge const& end, std::int32_t ratio, bool first) {
        LineInfo line;
        line.begin = first ? 0 : text_offset(state_.text, state_.pieces, {begin.piece, begin.offset});
        line.end = text_offset(state_.text, state_.pieces, {end.piece, end.offset});
        line.ends_in_hyphen = end.hyphen;
        line.ratio = static_cast<std::int32_t>(ratio * 1000 / ratio_unit);
        if (ratio > 0)
            line.space_times +=
                static_cast<std::int32_t>(given(line_sums(begin, end), ratio, state_.rules.letters_lead).spaces *
                                          state_.rules.space_stretch / ratio_unit);
        line.natural_width = Length{end.end.width - begin.start.width};
        bool const last = end.kind == BreakKind::end;
        for (Mark const& mark : state_.text.marks)
            if (mark.kind == Mark::Kind::note && mark.offset >= line.begin && (mark.offset < line.end || last))
                line.notes.push_back(mark.value);
        return line;
    }

    // Findings: lines that no tolerance but the last could take (TYPESETTING.md 2.4).
    void report(Variant const& variant) {
        report_cut_word();
        for (LineInfo const& line : variant.lines) {
            Span const place = source_of(state_.text, line.begin, line.end - line.begin);
            if (line.ratio < -1000)
                diagnostics_.warning(
                    Code::line_overfull, place,
                    fmt::format("a line is too long for its column: \"{}\"", words_of(state_.text, line)),
                    {"hyphenate a long word by hand with a soft hyphen (U+00AD), or change a word"});
            else if (line.ratio > tolerances[1] * 1000 / ratio_unit)
                diagnostics_.warning(Code::line_loose, place,
                                     fmt::format("a line is {:.1f} times as loose as normal: \"{}\"",
                                                 line.space_times / 1000.0, words_of(state_.text, line)),
                                     {"change a word near it, or allow a hyphen with a soft hyphen (U+00AD)"});
        }
    }

    void report_cut_word() {
        auto const& records = state_.records[state_.best];
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (records[i].end.kind != BreakKind::emergency) continue;
            LineInfo const& line = state_.variants[state_.best].lines[i];
            diagnostics_.warning(
                Code::line_overfull, source_of(state_.text, line.begin, line.end - line.begin),
                fmt::format("a word is wider than its column and had to be cut: \"{}\"", words_of(state_.text, line)),
                {"put soft hyphens (U+00AD) or spaces into it"});
            return; // once a paragraph is enough
        }
    }

    Paragraph::State& state_;
    Diagnostics& diagnostics_;
    std::vector<TextBreak> breaks_;
    Weights weights_;
    EdgeSource source_;
};

} // namespace

Length line_measure(ParagraphShape const& shape, std::size_t line) {
    Length measure = shape.measure - (line == 0 ? shape.first_indent : shape.hang);
    if (line < static_cast<std::size_t>(std::max(shape.short_lines, 0))) measure -= shape.short_by;
    return measure;
}

Paragraph::Paragraph(std::unique_ptr<State> state) : state_(std::move(state)) {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

std::vector<Variant> const& Paragraph::variants() const { return state_->variants; }
std::size_t Paragraph::best() const { return state_->best; }
ParagraphText const& Paragraph::text() const { return state_->text; }
ParagraphShape const& Paragraph::shape() const { return state_->shape; }

SetLine Paragraph::set_line(std::size_t variant, std::size_t line) const {
    return text::set_line(*state_, state_->records[variant][line], line);
}

Paragraph break_paragraph(ParagraphText text, ParagraphShape const& shape, style::LineBreaking const& rules,
                          FontBook const& book, Diagnostics& diagnostics) {
    auto state = std::make_unique<Paragraph::State>();
    state->text = std::move(text);
    state->shape = shape;
    state->rules = rules;
    state->rules.hyphen_minima.clear();
    state->rules.language_weights.clear();
    state->fonts = &book.state();
    state->pieces = make_pieces(state->text, rules, *state->fonts, book, diagnostics);
    state->pieces.pieces.shrink_to_fit();
    if (state->pieces.pieces.empty()) {
        state->variants.emplace_back();
        state->records.emplace_back();
    } else {
        Breaker(*state, rules, diagnostics).run();
    }
    return Paragraph(std::move(state));
}

std::string words_of(ParagraphText const& text, LineInfo const& line) {
    constexpr std::size_t most = 60; // bytes
    std::string words = text.text.substr(line.begin, line.end - line.begin);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.pop_back();
    if (words.size() <= most) return words;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    return words.substr(0, end) + "…";
}

namespace {

/// Of the pieces between the places where a text may be broken, the widest.
Length widest_piece(ParagraphText const& text, std::vector<TextBreak> const& breaks, FontBook const& book,
                    Diagnostics& diagnostics) {
    style::LineBreaking rules;
    rules.protrusion = false;
    Pieces const pieces = make_pieces(text, rules, book.state(), book, diagnostics);
    EdgeSource const source{text, pieces, breaks, rules, book.state(), false, true, false, 0, Length{INT64_MAX}};
    EdgeRow const row = make_edges(source, {}, SIZE_MAX / 2);
    Length widest;
    for (std::size_t k = 1; k < row.edges.size(); ++k)
        widest = std::max(widest, Length{row.edges[k].end.width - row.edges[k - 1].start.width});
    return widest;
}

} // namespace

Length natural_width(ParagraphText const& text, FontBook const& book, Diagnostics& diagnostics) {
    return widest_piece(text, {}, book, diagnostics);
}

Length least_width(ParagraphText const& text, FontBook const& book, Diagnostics& diagnostics) {
    return widest_piece(text, find_text_breaks(text, book.state()), book, diagnostics);
}

} // namespace quoin::text
