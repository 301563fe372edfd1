#include "text/edges.hpp"

#include "base/utf8.hpp"
#include "text/piece_sums.hpp"
#include "text/protrusion.hpp"
#include "text/word_digest.hpp"

#include <algorithm>

namespace quoin::text {

namespace {

// A word of this many bytes that is wider than the measure is no word: it is cut wherever it must, and reported.
constexpr std::size_t uncuttable = 48;
constexpr std::int64_t emergency_price = 20'000;
// A second hyphen in a word that has one: better at the hard one, yet better here than a line twice as loose as normal.
constexpr std::int64_t compound_price = 150;
constexpr std::int64_t leaning_price = 120; // a display line that ends in "the"
// Patterns of level 1 are the mildest allowance; higher odd levels were written against a counter-pattern.
constexpr int level_discount = 40; // per mille of the price for each level above 1, at most three

char32_t character_before(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return next_character(text, at);
}

class Maker {
  public:
    Maker(EdgeSource const& source, std::size_t most) : source_(source), pieces_(source.pieces.pieces), most_(most) {}

    EdgeRow make(Position from) {
        row_.edges.reserve(std::min(most_, (pieces_.size() - from.piece) * 2) + 8);
        add_start(from);
        auto next = std::lower_bound(source_.breaks.begin(), source_.breaks.end(), pieces_begin(from.piece),
                                     [](TextBreak const& b, std::size_t at) { return b.offset < at; });
        break_ = static_cast<std::size_t>(next - source_.breaks.begin());
        for (piece_ = from.piece; piece_ < pieces_.size(); ++piece_) {
            if (row_.edges.size() >= most_) {
                row_.complete = false;
                return std::move(row_);
            }
            visit(piece_ == from.piece ? from.offset : 0U);
        }
        finish();
        return std::move(row_);
    }

  private:
    std::size_t pieces_begin(std::size_t index) const {
        return index < pieces_.size() ? pieces_[index].begin : source_.text.text.size();
    }
    PieceStyle const& style_of(Piece const& piece) const { return source_.pieces.styles[piece.style]; }
    Run const& run_of(Piece const& piece) const { return source_.text.runs[style_of(piece).run]; }

    void add_start(Position from) {
        Edge edge;
        edge.piece = from.piece;
        edge.offset = from.offset;
        if (from.offset == 0)
            edge.start = minus_left_hang(Sums{}, from.piece);
        else
            edge.start = part_sums(from.piece, part_before(*pieces_[from.piece].word, from.offset));
        edge.first_word = word_digest(from.piece);
        row_.edges.push_back(edge);
    }

    Sums part_sums(std::size_t index, Part const& part) const {
        return word_sums(style_of(pieces_[index]), source_.rules, part.units, part.slots);
    }

    /// A line that begins with this piece may begin so much further left.
    Sums minus_left_hang(Sums sums, std::size_t index) const {
        if (!source_.rules.protrusion || index >= pieces_.size() || pieces_[index].kind != PieceKind::word) return sums;
        sums.width += to_length(pieces_[index].word->hang_left, style_of(pieces_[index])).units;
        return sums;
    }

    Sums minus_right_hang(Sums sums, PieceStyle const& style, std::int32_t units) const {
        if (source_.rules.protrusion && !source_.ragged) sums.width -= to_length(units, style).units;
        return sums;
    }

    void visit(std::size_t after_offset) {
        Piece const& piece = pieces_[piece_];
        while (break_ < source_.breaks.size() && source_.breaks[break_].offset < piece.begin)
            ++break_; // beside dropped characters
        if (break_ < source_.breaks.size() && source_.breaks[break_].offset == piece.begin) {
            if (piece_ > row_.edges.front().piece) add_between(source_.breaks[break_]);
            ++break_;
        }
        switch (piece.kind) {
        case PieceKind::word: visit_word(piece, after_offset); break;
        case PieceKind::space: visit_space(piece); break;
        case PieceKind::object: sum_.width += object_width(piece).units; break;
        case PieceKind::line_end: add_forced(); break;
        }
        if (!(piece.kind == PieceKind::space && piece.breaking)) set_here();
    }

    void set_here() {
        trimmed_ = sum_;
        trimmed_gaps_ = gaps();
        last_set_ = piece_;
    }

    void visit_space(Piece const& piece) {
        Sums const space = space_sums(source_.pieces, piece_, source_.rules);
        if (piece.elastic) row_.gaps.push_back({sum_, space.width, space.space});
        sum_ = sum_ + space;
    }

    std::uint32_t gaps() const { return static_cast<std::uint32_t>(row_.gaps.size()); }

    Length object_width(Piece const& piece) const {
        for (InlineObject const& object : source_.text.objects)
            if (object.offset == piece.begin) return object.width;
        return {};
    }

    /// The sums at a line's end before the current piece, trailing spaces left out.
    Sums end_here() const {
        Sums end = trimmed_;
        if (last_set_ < pieces_.size() && pieces_[last_set_].kind == PieceKind::word &&
            last_set_ >= row_.edges.front().piece)
            end = minus_right_hang(end, style_of(pieces_[last_set_]), pieces_[last_set_].word->hang_right);
        return end;
    }

    /// The gaps and words on both sides of a break between pieces; `next` begins the line behind it.
    void add_neighbours(Edge& edge, std::size_t next) const {
        edge.gaps_end = trimmed_gaps_;
        edge.gaps_begin = gaps();
        edge.last_word = last_set_ < next ? word_digest(last_set_) : 0;
        edge.first_word = word_digest(next);
    }
    std::uint32_t word_digest(std::size_t index) const {
        if (index >= pieces_.size() || pieces_[index].kind != PieceKind::word) return 0;
        return digest_of_word(pieces_[index].word->text);
    }

    /// The same of a break inside a word.
    void add_parts(Edge& edge, std::string_view before, std::string_view after) const {
        edge.gaps_end = edge.gaps_begin = gaps();
        edge.last_word = digest_of_word(before);
        edge.first_word = digest_of_word(after);
    }

    void add_between(TextBreak const& text_break) {
        Edge edge;
        edge.piece = static_cast<std::uint32_t>(piece_);
        edge.kind = text_break.kind;
        edge.penalty = text_break.penalty * cost_unit;
        edge.end = end_here();
        edge.start = minus_left_hang(sum_, piece_);
        add_neighbours(edge, piece_);
        edge.hyphen = edge.kind == BreakKind::hard;
        if (edge.kind == BreakKind::soft) return; // the author's, between two pieces: visit_word has set it
        if (source_.display && piece_ > 0 &&
            leans_forward(source_.text.text, text_break.offset,
                          *source_.fonts.languages.get(run_of(pieces_[piece_ - 1]).language)))
            edge.penalty += leaning_price * cost_unit;
        row_.edges.push_back(edge);
    }

    void add_forced() {
        if (piece_ + 1 == pieces_.size()) return; // the end follows anyway
        Edge edge;
        edge.piece = static_cast<std::uint32_t>(piece_ + 1);
        edge.kind = BreakKind::forced;
        edge.end = end_here();
        edge.start = minus_left_hang(sum_, piece_ + 1);
        add_neighbours(edge, piece_ + 1);
        row_.edges.push_back(edge);
    }

    void finish() {
        Edge edge;
        edge.piece = static_cast<std::uint32_t>(pieces_.size());
        edge.kind = BreakKind::end;
        edge.end = end_here();
        edge.start = sum_;
        add_neighbours(edge, pieces_.size());
        row_.edges.push_back(edge);
    }

    void visit_word(Piece const& piece, std::size_t after_offset) {
        Sums const whole = word_sums(style_of(piece), source_.rules, piece.word->width, piece.word->slots);
        std::size_t const first = row_.edges.size();
        bool const author = add_inner(piece);
        if (may_hyphenate(piece)) add_hyphens(piece, whole, author);
        if (row_.edges.size() == first && piece.word->text.size() >= uncuttable && whole.width > source_.measure.units)
            add_emergency(piece);
        auto const begin = row_.edges.begin() + static_cast<std::ptrdiff_t>(first);
        if (after_offset > 0)
            row_.edges.erase(
                std::remove_if(begin, row_.edges.end(),
                               [&](Edge const& e) { return e.piece == piece_ && e.offset <= after_offset; }),
                row_.edges.end());
        sort_edges(first);
        sum_ = sum_ + whole;
    }

    void sort_edges(std::size_t first) {
        auto const begin = row_.edges.begin() + static_cast<std::ptrdiff_t>(first);
        auto const before = [](Edge const& a, Edge const& b) {
            return std::pair(a.piece, a.offset) < std::pair(b.piece, b.offset) ||
                   (a.piece == b.piece && a.offset == b.offset && a.kind != BreakKind::soft &&
                    b.kind == BreakKind::soft);
        };
        if (row_.edges.end() - begin > 1) std::stable_sort(begin, row_.edges.end(), before);
    }

    /// Text breaks inside the word. True when the author has put a soft hyphen there.
    bool add_inner(Piece const& piece) {
        bool author = false;
        std::size_t const end = pieces_begin(piece_ + 1);
        for (; break_ < source_.breaks.size() && source_.breaks[break_].offset < end; ++break_) {
            TextBreak const& inner = source_.breaks[break_];
            std::size_t const offset = word_offset(piece, inner.offset);
            if (offset == 0 || offset >= piece.word->text.size()) continue;
            if (inner.kind == BreakKind::soft) {
                author = true;
                if (source_.hyphenate) add_soft(piece, offset, hyphen_penalty(4, 4, 1), 1);
                continue;
            }
            Edge edge = inner_edge(piece, offset);
            edge.kind = inner.kind;
            edge.penalty = inner.penalty * cost_unit;
            edge.hyphen = inner.kind == BreakKind::hard;
            if (edge.hyphen && style_of(piece).context->language->repeats_hyphen) // guarda-|-chuva
                edge.start.width -= to_length(style_of(piece).context->hyphen_width, style_of(piece)).units;
            row_.edges.push_back(edge);
        }
        return author;
    }

    std::size_t word_offset(Piece const& piece, std::size_t text_at) const {
        std::string_view const text = std::string_view(source_.text.text).substr(piece.begin, text_at - piece.begin);
        Run const& run = run_of(piece);
        if (is_shaped_literally(text, run)) return text.size();
        return shaped_text(text, run, *style_of(piece).context->language).size();
    }

    /// A break without a hyphen of ours inside the word.
    Edge inner_edge(Piece const& piece, std::size_t offset) const {
        return inner_edge(piece, offset, part_before(*piece.word, offset));
    }

    Edge inner_edge(Piece const& piece, std::size_t offset, Part const& part) const {
        PieceStyle const& style = style_of(piece);
        Sums const before = sum_ + word_sums(style, source_.rules, part.units, part.slots);
        Edge edge;
        edge.piece = static_cast<std::uint32_t>(piece_);
        edge.offset = static_cast<std::uint16_t>(offset);
        int const right = std::max(hang_right_per_mille(character_before(piece.word->text, offset)), 0);
        edge.end = minus_right_hang(before, style, part.last_advance * right / 1000);
        std::size_t at = offset;
        int const left = std::max(hang_left_per_mille(next_character(piece.word->text, at)), 0);
        edge.start = before;
        if (source_.rules.protrusion) edge.start.width += to_length(part.first_advance * left / 1000, style).units;
        std::string_view const text = piece.word->text;
        add_parts(edge, text.substr(0, offset), text.substr(offset));
        return edge;
    }

    bool may_hyphenate(Piece const& piece) const {
        Run const& run = run_of(piece);
        return source_.hyphenate && run.may_hyphenate && !run.address && piece.word->text.size() >= 4 &&
               (piece.level & 1U) == 0;
    }

    std::int64_t hyphen_penalty(int left, int right, int level) const {
        int const shortness = std::max(0, 4 - left) + std::max(0, 4 - right);
        int const discount = std::min((level - 1) / 2, 3) * level_discount;
        return source_.hyphen_price * cost_unit * (100 + 15 * shortness) / 100 * (1000 - discount) / 1000;
    }

    Minima minima(Language const& language) const {
        auto const& ours = source_.rules.hyphen_minima;
        auto found = ours.find(language.tag);
        if (found == ours.end()) found = ours.find(language.primary);
        if (found == ours.end()) return language.minima;
        return {found->second.first, found->second.second};
    }

    void add_hyphens(Piece const& piece, Sums const& whole, bool author) {
        ShapeContext const& context = *style_of(piece).context;
        Dictionary const* dictionary = dictionary_of(*context.language);
        if (dictionary == nullptr) return;
        if (joins_neighbour(piece)) return add_hyphens_across(piece, *dictionary, author);
        Minima const least = minima(*context.language);
        auto const points = hyphen_points(*piece.word, dictionary, source_.fonts.words).points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            HyphenPoint const& point = points[i];
            if (point.left < least.left || point.right < least.right) continue;
            Edge edge;
            edge.piece = static_cast<std::uint32_t>(piece_);
            edge.offset = point.offset;
            edge.point = static_cast<std::int16_t>(i);
            edge.kind = BreakKind::soft;
            edge.hyphen = true;
            edge.first_pass = author ? 3 : 1;
            edge.penalty = hyphen_penalty(point.left, point.right, point.level) +
                           (point.in_compound ? compound_price * cost_unit : 0);
            PieceStyle const& style = style_of(piece);
            edge.end = minus_right_hang(sum_ + word_sums(style, source_.rules, point.before_width, point.before_slots),
                                        style, point.hang_right);
            edge.start = sum_ + whole - word_sums(style, source_.rules, point.after_width, point.after_slots);
            if (source_.rules.protrusion) edge.start.width += to_length(point.hang_left, style).units;
            add_parts(edge, piece.word->text.substr(0, point.offset), piece.word->text.substr(point.offset));
            row_.edges.push_back(edge);
        }
    }

    Dictionary const* dictionary_of(Language const& language) {
        if (known_language_ != &language) {
            known_language_ = &language;
            known_dictionary_ = source_.fonts.dictionaries->get(language);
        }
        return known_dictionary_;
    }

    /// A soft break by a hyphen set between two letters of one piece (the author's, or in a word of several pieces).
    void add_soft(Piece const& piece, std::size_t offset, std::int64_t penalty, int first_pass) {
        PieceStyle const& style = style_of(piece);
        Edge edge = inner_edge(piece, offset);
        edge.kind = BreakKind::soft;
        edge.hyphen = true;
        edge.first_pass = static_cast<std::uint8_t>(first_pass);
        edge.penalty = penalty;
        Part const part = part_before(*piece.word, offset);
        std::int32_t const hyphen = style.context->hyphen_width;
        edge.end = minus_right_hang(sum_ + word_sums(style, source_.rules, part.units + hyphen, part.slots + 1), style,
                                    hyphen * hang_right_per_mille(U'\u00AD') / 1000);
        row_.edges.push_back(edge);
    }

    static bool is_letter(char32_t c) {
        return c >= 0x80 ? c < 0x2000 && c != U'\u00A0' && c != U'«' && c != U'»'
                         : (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
    }
    bool letters_meet(std::size_t left, std::size_t right) const {
        if (right >= pieces_.size() || pieces_[left].kind != PieceKind::word || pieces_[right].kind != PieceKind::word)
            return false;
        std::string_view const a = pieces_[left].word->text, b = pieces_[right].word->text;
        std::size_t at = 0;
        return is_letter(character_before(a, a.size())) && is_letter(next_character(b, at));
    }
    bool joins_neighbour(Piece const&) const {
        return (piece_ > 0 && letters_meet(piece_ - 1, piece_)) || letters_meet(piece_, piece_ + 1);
    }

    /// A word in several pieces (partly italic, partly from another font): patterns see it whole; breaks fall in this piece.
    void add_hyphens_across(Piece const& piece, Dictionary const& dictionary, bool author) {
        std::size_t begin = piece_, end = piece_ + 1;
        constexpr std::size_t most_pieces = 8;
        while (begin > 0 && piece_ - begin < most_pieces && letters_meet(begin - 1, begin)) --begin;
        while (end - piece_ < most_pieces && letters_meet(end - 1, end)) ++end;
        std::string text;
        std::size_t own = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (i == piece_) own = text.size();
            text += pieces_[i].word->text;
        }
        Minima const least = minima(*style_of(piece).context->language);
        for (TextHyphen const& hyphen : hyphens_of_text(text, dictionary)) {
            if (hyphen.left < least.left || hyphen.right < least.right) continue;
            if (hyphen.offset <= own || hyphen.offset >= own + piece.word->text.size()) continue;
            add_soft(piece, hyphen.offset - own,
                     hyphen_penalty(hyphen.left, hyphen.right, hyphen.level) +
                         (hyphen.in_compound ? compound_price * cost_unit : 0),
                     author ? 3 : 1);
        }
    }

    void add_emergency(Piece const& piece) {
        if (style_of(piece).context->right_to_left) return;
        Part part;                                 // summed up along the word: walls of letters have many cuts
        Length const apart = source_.measure / 24; // fine enough for what is ugly anyway
        Length last_cut;
        int last_cluster = 0;
        for (ShapedGlyph const& glyph : piece.word->glyphs) {
            bool const boundary = glyph.cluster != last_cluster;
            last_cluster = glyph.cluster;
            Length const here = to_length(part.units, style_of(piece));
            if (boundary && here - last_cut >= apart) {
                last_cut = here;
                part.first_advance = glyph.advance;
                Edge edge = inner_edge(piece, glyph.cluster, part);
                edge.kind = BreakKind::emergency;
                edge.first_pass = 3;
                edge.penalty = emergency_price * cost_unit;
                row_.edges.push_back(edge);
            }
            part.units += glyph.advance;
            part.last_advance = glyph.advance;
            if (boundary || part.slots == 0) part.slots += piece.word->slots > 0 ? 1 : 0;
        }
        Edge edge; // and behind it, when the next piece goes on without a space
        if (piece_ + 1 >= pieces_.size() || pieces_[piece_ + 1].kind != PieceKind::word) return;
        edge.piece = static_cast<std::uint32_t>(piece_ + 1);
        edge.kind = BreakKind::emergency;
        edge.first_pass = 3;
        edge.penalty = emergency_price * cost_unit;
        edge.end = edge.start = sum_ + word_sums(style_of(piece), source_.rules, piece.word->width, piece.word->slots);
        row_.edges.push_back(edge);
    }

    EdgeSource const& source_;
    std::vector<Piece> const& pieces_;
    std::size_t most_;
    EdgeRow row_;
    std::size_t piece_ = 0, break_ = 0;
    Sums sum_;     // before the current piece
    Sums trimmed_; // behind the last piece that is no breaking space
    std::uint32_t trimmed_gaps_ = 0;
    std::size_t last_set_ = static_cast<std::size_t>(-1);
    Language const* known_language_ = nullptr;
    Dictionary const* known_dictionary_ = nullptr;
};

} // namespace

EdgeRow make_edges(EdgeSource const& source, Position from, std::size_t most) { return Maker(source, most).make(from); }

std::uint32_t text_offset(ParagraphText const& text, Pieces const& pieces, Position position) {
    if (position.piece >= pieces.pieces.size()) return static_cast<std::uint32_t>(text.text.size());
    Piece const& piece = pieces.pieces[position.piece];
    if (position.offset == 0) return piece.begin;
    std::size_t const end =
        position.piece + 1 < pieces.pieces.size() ? pieces.pieces[position.piece + 1].begin : text.text.size();
    std::string_view const original = std::string_view(text.text).substr(piece.begin, end - piece.begin);
    if (original.size() == piece.word->text.size()) return piece.begin + position.offset;
    // The shaped text is shorter or longer (soft hyphens out, capitals): count characters.
    std::size_t shaped = 0, at = 0, characters = 0;
    while (shaped < position.offset) next_character(piece.word->text, shaped), ++characters;
    while (at < original.size() && characters > 0) {
        char32_t const c = next_character(original, at);
        if (c != U'\u00AD' && c != U'\u2060' && c != U'\u200B' && c != U'\uFEFF') --characters;
    }
    if (original.substr(at, 2) == "\u00AD") at += 2; // the author's hyphen belongs to the line it ends
    return static_cast<std::uint32_t>(piece.begin + at);
}

} // namespace quoin::text
