// A chosen line as glyph runs with final places.

#include "text/bidi.hpp"
#include "text/hyphenate.hpp"
#include "text/paragraph_state.hpp"
#include "text/piece_sums.hpp"

#include <algorithm>
#include <string>

namespace quoin::text {

namespace {

constexpr std::int64_t million = 1'000'000;

/// A word or part of one, a space, or an object, as it stands on the line.
struct LineItem {
    ShapedWord const* word = nullptr;
    std::size_t piece = 0;
    Length width; // natural
    bool elastic = false;
};

/// How the line departs from its natural state.
struct Adjustment {
    std::int64_t scale = 0;        // parts per million
    std::int64_t tracking = 0;     // per mille of the line's full tracking, in parts per million
    std::int64_t space_total = 0;  // Length units that the elastic spaces take together
    std::int64_t space_weight = 0; // sum of their natural widths
};

class LineSetter {
  public:
    LineSetter(Paragraph::State const& state, LineRecord const& record, std::size_t line)
        : state_(state), pieces_(state.pieces), record_(record), line_(line) {}

    SetLine set() {
        gather();
        measure();
        place();
        return std::move(out_);
    }

  private:
    PieceStyle const& style_of(std::size_t piece) const { return pieces_.styles[pieces_.pieces[piece].style]; }

    void gather() {
        std::size_t const begin = record_.begin.at.piece;
        std::size_t end = record_.end.at.offset > 0 ? record_.end.at.piece + 1U : record_.end.at.piece;
        if (record_.end.at.offset == 0)
            while (end > begin && vanishes(pieces_.pieces[end - 1])) --end;
        items_.reserve(end - begin);
        places_.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) add_item(i);
    }

    static bool vanishes(Piece const& piece) {
        return piece.kind == PieceKind::line_end || (piece.kind == PieceKind::space && piece.breaking);
    }

    void add_item(std::size_t i) {
        Piece const& piece = pieces_.pieces[i];
        LineItem item;
        item.piece = i;
        item.word = piece.word;
        switch (piece.kind) {
        case PieceKind::word:
            item.word = cut_word(i);
            item.width = word_width(*item.word, style_of(i));
            break;
        case PieceKind::space:
            if (piece.word == nullptr) return;
            item.width = space_width(pieces_, i);
            item.elastic = piece.elastic;
            break;
        case PieceKind::object:
            for (InlineObject const& object : state_.text.objects)
                if (object.offset == piece.begin) item.width = object.width;
            break;
        case PieceKind::line_end: return;
        }
        items_.push_back(item);
    }

    Length word_width(ShapedWord const& word, PieceStyle const& style) const {
        return to_length(word.width, style) + style.tracking * word.slots;
    }

    /// The word, or what of it stands on this line, with the hyphens that the break brings.
    ShapedWord const* cut_word(std::size_t i) const {
        ShapedWord const* word = pieces_.pieces[i].word;
        bool const first = i == record_.begin.at.piece && record_.begin.at.offset > 0;
        bool const last = i == record_.end.at.piece && record_.end.at.offset > 0;
        if (!first && !last) return word;
        std::string text;
        std::size_t const from = first ? record_.begin.at.offset : 0U;
        std::size_t const to = last ? record_.end.at.offset : word->text.size();
        HyphenPoint const* changed_first = first ? changed(*word, record_.begin) : nullptr;
        HyphenPoint const* changed_last = last ? changed(*word, record_.end) : nullptr;
        if (first && record_.begin.kind == BreakKind::hard && word->context->language->repeats_hyphen)
            text += set_hyphen;
        if (changed_last != nullptr) {
            text += changed_last->before.substr(from);
        } else if (changed_first != nullptr) {
            text += changed_first->after.substr(0, changed_first->after.size() - (word->text.size() - to));
        } else {
            text += word->text.substr(from, to - from);
        }
        if (last && record_.end.kind == BreakKind::soft && changed_last == nullptr) text += set_hyphen;
        return state_.fonts->words.get(*word->context, text);
    }

    static HyphenPoint const* changed(ShapedWord const& word, LineEdge const& edge) {
        if (edge.point < 0) return nullptr;
        HyphenPoints const* points = word.hyphens.load(std::memory_order_acquire); // found when the line was broken
        HyphenPoint const& point = points->points[static_cast<std::size_t>(edge.point)];
        return point.changes_word ? &point : nullptr;
    }

    void measure() {
        Sums line;
        for (LineItem const& item : items_) {
            line.width += item.width.units;
            Piece const& piece = pieces_.pieces[item.piece];
            if (piece.kind == PieceKind::space) {
                Sums const sums = space_sums(pieces_, item.piece, state_.rules);
                line = line + Sums{0, sums.stretch, sums.shrink, sums.space};
                if (item.elastic) adjustment_.space_weight += style_of(item.piece).space.units;
            } else if (piece.kind == PieceKind::word) {
                Sums const sums = word_sums(style_of(item.piece), state_.rules, item.word->width, item.word->slots);
                line = line + Sums{0, sums.stretch, sums.shrink, 0};
            }
        }
        find_hangs();
        Length const room = line_measure(state_.shape, line_) + hang_left_ + hang_right_;
        slack_ = room.units - line.width;
        if (!record_.natural) adjust(line);
    }

    void find_hangs() {
        if (!state_.rules.protrusion || items_.empty() || pieces_.base_level != 0) return;
        auto const is_word = [&](LineItem const& item) { return pieces_.pieces[item.piece].kind == PieceKind::word; };
        LineItem const& first = items_.front();
        LineItem const& last = items_.back();
        bool const ragged = state_.shape.align != style::TextAlign::justify;
        if (is_word(first)) hang_left_ = to_length(first.word->hang_left, style_of(first.piece));
        if (is_word(last) && !ragged) hang_right_ = to_length(last.word->hang_right, style_of(last.piece));
        // A line set from the right or the middle keeps its letters inside the measure.
        if (ragged && state_.shape.align != style::TextAlign::left) hang_left_ = {};
    }

    /// Spaces, glyph scale and tracking give way together, in one ratio; past it the spaces take the rest.
    void adjust(Sums const& line) {
        bool const wide = slack_ >= 0;
        std::int64_t const limit = wide ? line.stretch : line.shrink;
        std::int64_t const share = limit > 0 ? std::abs(slack_) * state_.rules.letters_lead * 1000 / limit : 0;
        std::int64_t const part = std::min<std::int64_t>(share, million);
        std::int64_t const sign = wide ? 1 : -1;
        adjustment_.scale = sign * part * (wide ? state_.rules.scale_stretch : state_.rules.scale_shrink) / 1000;
        adjustment_.tracking = sign * part * state_.rules.tracking;
        std::int64_t letters = 0;
        for (LineItem const& item : items_)
            if (pieces_.pieces[item.piece].kind == PieceKind::word) letters += gain(item);
        std::int64_t const left = slack_ - letters;
        if (adjustment_.space_weight == 0) return;
        // An overfull line stays overfull: spaces never fall below their least width.
        adjustment_.space_total = wide ? left : std::max(left, -(line.shrink - letters_shrink(line)));
    }

    std::int64_t letters_shrink(Sums const& line) const {
        std::int64_t spaces = 0;
        for (LineItem const& item : items_)
            if (item.elastic) spaces += style_of(item.piece).space.units * state_.rules.space_shrink / 1000;
        return line.shrink - spaces;
    }

    /// Line tracking of a style, after each cluster.
    Length line_tracking(PieceStyle const& style) const {
        if (style.context == nullptr || !style.context->tracked) return {};
        return {style.size.units * adjustment_.tracking / 1000 / million};
    }
    std::int64_t scale_of(PieceStyle const& style) const { return style.context->tracked ? adjustment_.scale : 0; }

    /// What scale and tracking add to a word.
    std::int64_t gain(LineItem const& item) const { return (set_width(item) - item.width).units; }

    Length scaled(std::int64_t units, PieceStyle const& style) const {
        Length const natural = to_length(units, style);
        return natural + Length{natural.units * scale_of(style) / million};
    }

    Length set_width(LineItem const& item) const {
        PieceStyle const& style = style_of(item.piece);
        return scaled(item.word->width, style) + (style.tracking + line_tracking(style)) * item.word->slots;
    }

    void place() {
        std::vector<std::size_t> const order = visual();
        std::int64_t const free = record_.natural ? slack_ : 0;
        Length const measure = line_measure(state_.shape, line_);
        Length x = left_edge(measure, free);
        Length const begin = x;
        std::int64_t space_seen = 0;
        for (std::size_t k = 0; k < order.size();) {
            std::size_t end = k + 1;
            while (end < order.size() && joins(order[end - 1], order[end])) ++end;
            x = add_piece(std::span(order).subspan(k, end - k), x, space_seen);
            k = end;
        }
        out_.width = x - begin;
        add_anchors();
    }

    std::vector<std::size_t> visual() const {
        std::vector<std::size_t> order(items_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        if (!pieces_.bidirectional || items_.empty()) return order;
        std::vector<std::uint8_t> levels;
        for (LineItem const& item : items_) levels.push_back(pieces_.pieces[item.piece].level);
        return visual_order(levels);
    }

    /// Indents stand at the line's start: at the left, or at the right of right-to-left paragraphs.
    Length left_edge(Length measure, std::int64_t free) const {
        bool const from_right = pieces_.base_level != 0;
        Length const indent = state_.shape.measure - measure;
        Length x = (from_right ? Length{} : indent) - hang_left_;
        switch (state_.shape.align) {
        case style::TextAlign::justify:
        case style::TextAlign::left: return from_right ? x + Length{free} : x;
        case style::TextAlign::right: return x + Length{free};
        case style::TextAlign::centre: return x + Length{free / 2};
        }
        return x;
    }

    bool joins(std::size_t a, std::size_t b) const {
        Piece const& left = pieces_.pieces[items_[a].piece];
        Piece const& right = pieces_.pieces[items_[b].piece];
        if (left.kind == PieceKind::object || right.kind == PieceKind::object || left.level != right.level)
            return false;
        if (left.style == right.style) return true;
        PieceStyle const& one = pieces_.styles[left.style];
        PieceStyle const& other = pieces_.styles[right.style];
        Run const& run = state_.text.runs[one.run];
        Run const& next = state_.text.runs[other.run];
        return one.context->face == other.context->face && one.size == other.size && one.rise == other.rise &&
               run.style.rise == next.style.rise && one.tracking == other.tracking && run.style.ink == next.style.ink &&
               run.tag == next.tag && run.link == next.link && run.strike == next.strike &&
               run.language == next.language && one.context->tracked == other.context->tracked;
    }

    /// One glyph run of items that follow each other on the page. Returns the place behind it.
    Length add_piece(std::span<std::size_t const> items, Length x, std::int64_t& space_seen) {
        LineItem const& first = items_[items.front()];
        Piece const& piece = pieces_.pieces[first.piece];
        PieceStyle const& style = pieces_.styles[piece.style];
        Run const& run = state_.text.runs[style.run];
        LinePiece made;
        made.x = x;
        made.tag = run.tag;
        made.link = run.link;
        made.strike = run.strike;
        if (piece.kind == PieceKind::object) {
            for (std::size_t i = 0; i < state_.text.objects.size(); ++i)
                if (state_.text.objects[i].offset == piece.begin) made.object = static_cast<int>(i);
            made.run.width = first.width;
            places_.push_back({first.piece, x});
            out_.pieces.push_back(std::move(made));
            return x + first.width;
        }
        made.run.font = style.context->face->id();
        made.run.ink = run.style.ink;
        made.run.size = style.size;
        made.run.scale = static_cast<std::int32_t>(million + scale_of(style));
        made.run.tracking = style.tracking + line_tracking(style);
        made.run.language = run.language;
        made.run.right_to_left = (piece.level & 1U) != 0;
        Length const width = add_glyphs(made.run, items, x, space_seen);
        out_.pieces.push_back(std::move(made));
        return x + width;
    }

    Length add_glyphs(page::GlyphRun& run, std::span<std::size_t const> items, Length origin,
                      std::int64_t& space_seen) {
        // Text in logical order, glyphs in visual order.
        std::vector<std::uint32_t> text_at(items.size());
        for (std::size_t k = 0; k < items.size(); ++k) {
            std::size_t const at = run.right_to_left ? items.size() - 1 - k : k;
            text_at[at] = static_cast<std::uint32_t>(run.text.size());
            run.text += items_[items[at]].word->text;
        }
        std::size_t count = 0;
        for (std::size_t const item : items) count += items_[item].word->glyphs.size();
        run.glyphs.reserve(count);
        Length x;
        for (std::size_t k = 0; k < items.size(); ++k) {
            LineItem const& item = items_[items[k]];
            places_.push_back({item.piece, origin + x});
            bool const space = pieces_.pieces[item.piece].kind == PieceKind::space;
            add_word(run, item, text_at[k], x);
            Length const width = space ? set_space(item, space_seen) : set_width(item);
            run.width = x + width;
            x += width;
        }
        return x;
    }

    void add_word(page::GlyphRun& run, LineItem const& item, std::uint32_t text_at, Length x) const {
        PieceStyle const& style = style_of(item.piece);
        Length const tracking = style.tracking + line_tracking(style);
        std::int64_t pen = 0; // font units
        std::int64_t slots = 0;
        for (std::size_t g = 0; g < item.word->glyphs.size(); ++g) {
            ShapedGlyph const& glyph = item.word->glyphs[g];
            if (g > 0 && glyph.cluster != item.word->glyphs[g - 1].cluster) ++slots;
            page::Glyph placed;
            placed.id = glyph.id;
            placed.cluster = text_at + glyph.cluster;
            Length const at = x + scaled(pen + glyph.dx, style) + tracking * slots;
            placed.x = static_cast<std::int32_t>(at.units);
            Length const rise = glyph.dy == 0 ? style.rise : to_length(glyph.dy, style) + style.rise;
            placed.y = static_cast<std::int32_t>(rise.units);
            run.glyphs.push_back(placed);
            pen += glyph.advance;
        }
    }

    /// Each elastic space takes its share; the shares' rounding adds up to the whole.
    Length set_space(LineItem const& item, std::int64_t& space_seen) const {
        PieceStyle const& style = style_of(item.piece);
        Length width = item.width;
        if (!item.elastic || adjustment_.space_weight == 0) return width;
        auto const share = [&](std::int64_t seen) {
            return Length{adjustment_.space_total}.scaled(seen, adjustment_.space_weight);
        };
        Length const before = share(space_seen);
        space_seen += style.space.units;
        return width + share(space_seen) - before;
    }

    void add_anchors() {
        std::uint32_t const begin =
            record_.begin.kind == BreakKind::start ? 0U : text_offset(state_.text, pieces_, record_.begin.at);
        std::uint32_t const end = text_offset(state_.text, pieces_, record_.end.at);
        bool const last = record_.end.kind == BreakKind::end;
        for (Mark const& mark : state_.text.marks) {
            if (mark.kind != Mark::Kind::anchor || mark.offset < begin || (mark.offset >= end && !last)) continue;
            Length x;
            for (Place const& place : places_)
                if (pieces_.pieces[place.piece].begin <= mark.offset) x = place.x;
            out_.anchors.emplace_back(mark.value, x);
        }
    }

    struct Place {
        std::size_t piece;
        Length x;
    };

    Paragraph::State const& state_;
    Pieces const& pieces_;
    LineRecord const& record_;
    std::size_t line_;
    std::vector<LineItem> items_;
    Adjustment adjustment_;
    Length hang_left_, hang_right_;
    std::int64_t slack_ = 0;
    std::vector<Place> places_;
    SetLine out_;
};

} // namespace

SetLine set_line(Paragraph::State const& state, LineRecord const& record, std::size_t line) {
    return LineSetter(state, record, line).set();
}

} // namespace quoin::text
