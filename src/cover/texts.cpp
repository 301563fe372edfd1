#include "cover/texts.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

// Emphasis within emphasis is rare on covers, and stays plain.
Canvas::Words styled(model::Inlines const& inlines) {
    Canvas::Words words;
    for (model::Inline const& each : inlines) {
        std::size_t const begin = words.text.size();
        words.text += model::plain_text({each});
        bool const strong = std::holds_alternative<model::Strong>(each.kind);
        if (strong || std::holds_alternative<model::Emphasis>(each.kind))
            words.stretches.push_back(
                {strong ? Stretch::Kind::strong : Stretch::Kind::emphasis, begin, words.text.size()});
    }
    return words;
}

class PieceMaker {
  public:
    PieceMaker(model::Document const& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    Pieces pieces;

    void add(model::Blocks const& blocks) {
        for (model::Block const& block : blocks) add(block);
    }

  private:
    void add(model::Block const& block) {
        match(
            block.kind, [&](model::Paragraph const& it) { words(Piece::Kind::paragraph, it.content); },
            [&](model::Heading const& it) { words(Piece::Kind::heading, it.content); },
            [&](model::Quote const& it) { quote(it); }, [&](model::List const& it) { list(it); },
            [&](model::DefinitionList const&) { refuse(block, "a list of definitions"); },
            [&](model::Table const&) { refuse(block, "a table"); },
            [&](model::Figure const& it) { figure(it, block.span); }, [&](model::Verse const& it) { verse(it); },
            [&](model::Insert const&) { refuse(block, "an insert"); }, [](model::Separator const&) {},
            [&](model::CodeBlock const&) { refuse(block, "a block of code"); },
            [&](model::Division const& it) { add(it.content); });
    }

    Piece& words(Piece::Kind kind, model::Inlines const& content) {
        Piece piece;
        piece.kind = kind;
        piece.words = styled(content);
        pieces.push_back(std::move(piece));
        return pieces.back();
    }

    void quote(model::Quote const& it) {
        add(it.content);
        if (it.attribution.empty()) return;
        Piece& source = words(Piece::Kind::attribution, it.attribution);
        std::string const dash = "— ";
        source.words.text = dash + source.words.text;
        for (Stretch& stretch : source.words.stretches) {
            stretch.begin += dash.size();
            stretch.end += dash.size();
        }
        source.follows = true;
    }

    void list(model::List const& it) {
        for (model::ListItem const& item : it.items) {
            std::size_t const first = pieces.size();
            add(item.content);
            if (first == pieces.size() || pieces[first].kind != Piece::Kind::paragraph) continue;
            pieces[first].kind = Piece::Kind::item;
            pieces[first].marker = item.marker.empty() ? "•" : item.marker;
            pieces[first].follows = it.tight && &item != &it.items.front();
        }
    }

    void verse(model::Verse const& it) {
        for (model::Stanza const& stanza : it.stanzas)
            for (model::VerseLine const& line : stanza)
                words(Piece::Kind::paragraph, line.content).follows = &line != &stanza.front();
    }

    void figure(model::Figure const& it, Span span) {
        Piece piece;
        piece.kind = Piece::Kind::picture;
        piece.picture = {document_.assets.at(static_cast<std::size_t>(it.asset)).file, it.alt, span};
        pieces.push_back(std::move(piece));
        if (!it.caption.empty()) words(Piece::Kind::attribution, it.caption).follows = true;
    }

    void refuse(model::Block const& block, char const* what) {
        diagnostics_.error(Code::value_invalid, block.span, fmt::format("a cover cannot hold {}", what),
                           {"write paragraphs, headings, quotations, lists, verse or pictures"});
    }

    model::Document const& document_;
    Diagnostics& diagnostics_;
};

/// The column at one size of type: the same code measures and draws.
class Column {
  public:
    Column(Canvas& canvas, ColumnStyle const& style, Length measure, int thousandths)
        : canvas_(canvas), style_(style), measure_(measure) {
        style_.type.size = style.type.size.scaled(thousandths, 1000);
        style_.type.leading = style.type.leading.scaled(thousandths, 1000);
    }

    Length run(Pieces const& pieces, Point at, bool draws) {
        Length y = at.y;
        bool after_heading = false;
        for (Piece const& piece : pieces) {
            if (&piece != &pieces.front()) y += style_.type.leading.scaled(gap_before(piece, after_heading), 100);
            y += piece.kind == Piece::Kind::picture ? picture(piece, {at.x, y}, draws) : words(piece, {at.x, y}, draws);
            after_heading = piece.kind == Piece::Kind::heading;
        }
        return y - at.y;
    }

  private:
    // Between the baseline above and the capitals below, in hundredths of the leading.
    static int gap_before(Piece const& piece, bool after_heading) {
        if (piece.follows) return piece.kind == Piece::Kind::attribution ? 62 : 52;
        return after_heading ? 70 : 100;
    }

    Length words(Piece const& piece, Point at, bool draws) {
        Canvas::Words words = piece.words;
        words.style = style_.type;
        words.ink = style_.ink;
        words.running = piece.kind != Piece::Kind::heading;
        if (piece.kind == Piece::Kind::heading) words.style.weight = 700;
        Length measure = measure_;
        if (piece.kind == Piece::Kind::item) {
            Canvas::Words const marker{piece.marker, words.style, words.ink, 1};
            Length const gap = style_.type.size.scaled(4, 10);
            Length const indent = std::max(style_.type.size.scaled(9, 10), canvas_.width(marker) + gap);
            if (draws) canvas_.set(marker, at, indent);
            at.x += indent;
            measure = measure - indent;
        }
        return draws ? canvas_.set(words, at, measure) : canvas_.height(words, measure);
    }

    Length picture(Piece const& piece, Point at, bool draws) {
        if (draws) return canvas_.place_picture(piece.picture, at, measure_);
        return canvas_.picture_height(piece.picture, measure_);
    }

    Canvas& canvas_;
    ColumnStyle style_;
    Length measure_;
};

} // namespace

Pieces pieces_of(model::Blocks const& blocks, model::Document const& document, Diagnostics& diagnostics) {
    PieceMaker maker(document, diagnostics);
    maker.add(blocks);
    return std::move(maker.pieces);
}

Length set_column(Canvas& canvas, Pieces const& pieces, ColumnStyle style, Point at, Size room) {
    constexpr int smallest = 800, step = 20;
    int size = 1000;
    Length height = Column(canvas, style, room.width, size).run(pieces, at, false);
    while (height > room.height && size > smallest) {
        size -= step;
        height = Column(canvas, style, room.width, size).run(pieces, at, false);
    }
    if (height > room.height)
        canvas.diagnostics().error(
            Code::cover_text_long, style.span,
            fmt::format("the text of cover.{} is {:.0f} mm higher than its place, even set smaller", style.key,
                        (height - room.height).in_millimetres()),
            {fmt::format("there is room for {:.0f} mm; shorten it by about a part in {}", room.height.in_millimetres(),
                         std::max<std::int64_t>(2, height / std::max(height - room.height, {1})))});
    return Column(canvas, style, room.width, size).run(pieces, at, true);
}

} // namespace quoin::cover
