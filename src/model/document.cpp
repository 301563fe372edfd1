#include "model/document.hpp"

#include <algorithm>
#include <type_traits>

namespace quoin::model {

// Equality is written out: a defaulted operator== of these recursive types sends clang 14 into an endless loop.
namespace {

bool same(Text const& a, Text const& b) { return a.text == b.text && a.literal == b.literal; }
bool same(Emphasis const& a, Emphasis const& b) { return a.content == b.content; }
bool same(Strong const& a, Strong const& b) { return a.content == b.content; }
bool same(Strikethrough const& a, Strikethrough const& b) { return a.content == b.content; }
bool same(SmallCaps const& a, SmallCaps const& b) { return a.content == b.content; }
bool same(Superscript const& a, Superscript const& b) { return a.content == b.content; }
bool same(Subscript const& a, Subscript const& b) { return a.content == b.content; }
bool same(Code const& a, Code const& b) { return a.text == b.text; }
bool same(LanguageSpan const& a, LanguageSpan const& b) {
    return a.content == b.content && a.language == b.language && a.classes == b.classes &&
           a.right_to_left == b.right_to_left;
}
bool same(Link const& a, Link const& b) {
    return a.content == b.content && a.address == b.address && a.title == b.title && a.bare == b.bare;
}
bool same(CrossReference const& a, CrossReference const& b) {
    return a.content == b.content && a.target == b.target && a.file == b.file && a.anchor == b.anchor &&
           a.resolved == b.resolved;
}
bool same(NoteReference const& a, NoteReference const& b) { return a.note == b.note && a.occurrence == b.occurrence; }
bool same(InlinePicture const& a, InlinePicture const& b) { return a.asset == b.asset && a.alt == b.alt; }
bool same(IndexTerm const& a, IndexTerm const& b) {
    return a.content == b.content && a.entry == b.entry && a.see == b.see && a.see_also == b.see_also;
}
bool same(InlineAnchor const& a, InlineAnchor const& b) { return a.anchor == b.anchor && a.id == b.id; }
bool same(LineBreak const&, LineBreak const&) { return true; }

template <typename T, typename Equal>
bool all_same(std::vector<T> const& a, std::vector<T> const& b, Equal const& equal) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

bool same(Paragraph const& a, Paragraph const& b) { return a.content == b.content && a.marker == b.marker; }
bool same(Heading const& a, Heading const& b) {
    return a.level == b.level && a.content == b.content && a.id == b.id && a.anchor == b.anchor;
}
bool same(Quote const& a, Quote const& b) { return a.content == b.content && a.attribution == b.attribution; }
bool same(List const& a, List const& b) {
    return a.kind == b.kind && a.tight == b.tight &&
           all_same(a.items, b.items, [](ListItem const& left, ListItem const& right) {
               return left.marker == right.marker && left.number == right.number && left.content == right.content;
           });
}
bool same(DefinitionList const& a, DefinitionList const& b) {
    return all_same(a.items, b.items, [](Definition const& left, Definition const& right) {
        return left.term == right.term && left.meanings == right.meanings;
    });
}
bool same_rows(std::vector<TableRow> const& a, std::vector<TableRow> const& b) {
    return all_same(a, b, [](TableRow const& left, TableRow const& right) {
        return all_same(left, right, [](TableCell const& x, TableCell const& y) {
            return x.content == y.content && x.columns == y.columns && x.rows == y.rows;
        });
    });
}
bool same(Table const& a, Table const& b) {
    return a.columns == b.columns && same_rows(a.head, b.head) && same_rows(a.body, b.body) && a.caption == b.caption &&
           a.id == b.id;
}
bool same(Figure const& a, Figure const& b) {
    return a.asset == b.asset && a.alt == b.alt && a.decorative == b.decorative && a.caption == b.caption &&
           a.credit == b.credit && a.width == b.width && a.id == b.id;
}
bool same(Verse const& a, Verse const& b) {
    return all_same(a.stanzas, b.stanzas, [](Stanza const& left, Stanza const& right) {
        return all_same(left, right, [](VerseLine const& x, VerseLine const& y) {
            return x.content == y.content && x.indent == y.indent;
        });
    });
}
bool same(Insert const& a, Insert const& b) {
    return a.title == b.title && a.size == b.size && a.language == b.language && a.content == b.content &&
           a.name == b.name && a.classes == b.classes && a.optional == b.optional && a.other_sizes == b.other_sizes;
}
bool same(Separator const&, Separator const&) { return true; }
bool same(CodeBlock const& a, CodeBlock const& b) { return a.text == b.text && a.info == b.info; }
bool same(Division const& a, Division const& b) {
    return a.language == b.language && a.right_to_left == b.right_to_left && a.classes == b.classes && a.id == b.id &&
           a.content == b.content;
}

template <typename Variant>
bool same_kind(Variant const& a, Variant const& b) {
    if (a.index() != b.index()) return false;
    return std::visit([&b](auto const& left) { return same(left, std::get<std::decay_t<decltype(left)>>(b)); }, a);
}

void append_text(std::string& to, Inlines const& content) {
    for (Inline const& piece : content) {
        if (auto const* text = std::get_if<Text>(&piece.kind)) {
            to += text->text;
        } else if (auto const* code = std::get_if<Code>(&piece.kind)) {
            to += code->text;
        } else if (std::holds_alternative<LineBreak>(piece.kind)) {
            to += '\n';
        } else if (Inlines const* inner = children(piece)) {
            append_text(to, *inner);
        }
    }
}

template <typename Piece>
auto children_of(Piece& piece) {
    using Pointer = std::conditional_t<std::is_const_v<Piece>, Inlines const*, Inlines*>;
    return std::visit(
        [](auto& kind) -> Pointer {
            if constexpr (requires { kind.content; }) {
                return &kind.content;
            } else {
                return nullptr;
            }
        },
        piece.kind);
}

} // namespace

bool operator==(Inline const& a, Inline const& b) { return same_kind(a.kind, b.kind); }
bool operator==(Block const& a, Block const& b) { return same_kind(a.kind, b.kind); }

std::string plain_text(Inlines const& content) {
    std::string text;
    append_text(text, content);
    return text;
}

Inlines const* children(Inline const& piece) { return children_of(piece); }
Inlines* children(Inline& piece) { return children_of(piece); }

} // namespace quoin::model
