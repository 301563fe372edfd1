// Neighbours taken together.

#include "base/match.hpp"
#include "office/pieces.hpp"
#include "office/run_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quoin::office {

namespace {

model::Inlines* words_of(Piece& piece) {
    auto* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
    return paragraph == nullptr ? nullptr : &paragraph->content;
}

/// What the piece is once others of its role have been looked for: a finished block is only a quotation's or insert's part.
Role role_of(Piece const& piece) {
    bool const paragraph = std::holds_alternative<model::Paragraph>(piece.block.kind);
    bool const container = piece.role.role == Role::quote || piece.role.role == Role::insert;
    return paragraph || container ? piece.role.role : Role::paragraph;
}

Span joined(Span first, Span last) {
    if (first.file == FileId::none) return last;
    return {first.file, first.begin, std::max(first.end, last.end)};
}

// ---------------------------------------------------------------------------------------------------------------
// Captions

/// Anchors in a caption are those of what it stands under.
std::string take_anchor(model::Inlines& content) {
    std::string id;
    auto const is_anchor = [&](model::Inline const& each) {
        auto const* const anchor = std::get_if<model::InlineAnchor>(&each.kind);
        if (anchor == nullptr || !id.empty()) return false;
        id = anchor->id;
        return true;
    };
    content.erase(std::remove_if(content.begin(), content.end(), is_anchor), content.end());
    content = without_breaks(std::move(content)); // the words on both sides are one text again
    return id;
}

bool takes_caption(Piece const& piece, Piece::CaptionOf kind) {
    if (auto const* const table = std::get_if<model::Table>(&piece.block.kind))
        return kind != Piece::CaptionOf::figure && table->caption.empty();
    if (auto const* const figure = std::get_if<model::Figure>(&piece.block.kind))
        return kind != Piece::CaptionOf::table && figure->caption.empty();
    return false;
}

void give_caption(Piece& to, model::Inlines caption) {
    std::string id = take_anchor(caption);
    auto const give = [&](auto& block) {
        block.caption = std::move(caption);
        if (block.id.empty()) block.id = std::move(id);
    };
    if (auto* const table = std::get_if<model::Table>(&to.block.kind)) return give(*table);
    give(std::get<model::Figure>(to.block.kind));
}

/// Behind a picture or table, or before it. A caption with neither beside it is a paragraph.
Pieces with_captions(Pieces pieces) {
    Pieces result;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        Piece& piece = pieces[at];
        model::Inlines* const words = role_of(piece) == Role::caption ? words_of(piece) : nullptr;
        if (words != nullptr && !words->empty()) {
            bool const before = !result.empty() && takes_caption(result.back(), piece.caption_of);
            bool const behind = at + 1 < pieces.size() && takes_caption(pieces[at + 1], piece.caption_of);
            if (before || behind) {
                give_caption(before ? result.back() : pieces[at + 1], std::move(*words));
                continue;
            }
        }
        result.push_back(std::move(piece));
    }
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// Quotations, verse, code, definitions

using Iterator = Pieces::iterator;

model::Blocks blocks_of(Iterator begin, Iterator end) {
    model::Blocks blocks;
    for (auto each = begin; each != end; ++each) blocks.push_back(std::move(each->block));
    return blocks;
}

/// The words behind "— "; empty when the paragraph does not begin so.
model::Inlines behind_dash(model::Block const& block) {
    auto const* const paragraph = std::get_if<model::Paragraph>(&block.kind);
    if (paragraph == nullptr || paragraph->content.empty()) return {};
    auto const* const text = std::get_if<model::Text>(&paragraph->content.front().kind);
    if (text == nullptr) return {};
    for (std::string_view const dash : {"— ", "– ", "― ", "—", "―"}) {
        if (!text->text.starts_with(dash)) continue;
        model::Inlines content = paragraph->content;
        auto& first = std::get<model::Text>(content.front().kind).text;
        first.erase(0, dash.size());
        if (first.empty()) content.erase(content.begin());
        return content;
    }
    return {};
}

model::Quote quote_of(Iterator begin, Iterator end) {
    model::Quote quote;
    auto const last = std::prev(end);
    bool const attributed = last->role.role == Role::attribution && last != begin && words_of(*last) != nullptr;
    if (attributed) {
        quote.attribution = behind_dash(last->block);
        if (quote.attribution.empty()) quote.attribution = *words_of(*last);
    }
    quote.content = blocks_of(begin, attributed ? last : end);
    if (attributed || quote.content.size() < 2) return quote;
    quote.attribution = behind_dash(quote.content.back());
    if (!quote.attribution.empty()) quote.content.pop_back();
    return quote;
}

std::vector<model::Inlines> lines_of(model::Inlines const& content) {
    std::vector<model::Inlines> lines(1);
    for (model::Inline const& each : content) {
        if (std::holds_alternative<model::LineBreak>(each.kind)) {
            lines.emplace_back();
        } else {
            lines.back().push_back(each);
        }
    }
    return lines;
}

/// A paragraph with line breaks is a stanza; without any, each paragraph is a line and an empty one parts stanzas.
model::Verse verse_of(Iterator begin, Iterator end) {
    bool const broken = std::any_of(begin, end, [](Piece& each) { return lines_of(*words_of(each)).size() > 1; });
    model::Verse verse;
    bool open = false;
    for (auto each = begin; each != end; ++each) {
        bool const empty = words_of(*each)->empty();
        if (empty || broken) open = false;
        if (empty) continue;
        if (!open) verse.stanzas.emplace_back();
        open = true;
        for (model::Inlines& line : lines_of(*words_of(*each)))
            if (!line.empty()) verse.stanzas.back().push_back({std::move(line), 0});
    }
    return verse;
}

bool is_plain(model::Inlines const& content) {
    return std::all_of(content.begin(), content.end(), [](model::Inline const& each) {
        return std::holds_alternative<model::Text>(each.kind) || std::holds_alternative<model::LineBreak>(each.kind) ||
               std::holds_alternative<model::Code>(each.kind);
    });
}

model::CodeBlock code_of(Iterator begin, Iterator end) {
    model::CodeBlock code;
    for (auto each = begin; each != end; ++each) code.text += model::plain_text(*words_of(*each)) + "\n";
    return code;
}

model::DefinitionList definitions_of(Iterator begin, Iterator end) {
    model::DefinitionList list;
    for (auto each = begin; each != end; ++each) {
        if (each->role.role == Role::term || list.items.empty())
            list.items.push_back({std::move(*words_of(*each)), {}, each->block.span});
        else
            list.items.back().meanings.push_back({std::move(each->block)});
    }
    return list;
}

/// The end of the run that `begin` opens.
Iterator run_end(Iterator begin, Iterator end) {
    auto const while_of = [&](std::initializer_list<Role> roles) {
        return std::find_if(std::next(begin), end, [&](Piece const& each) {
            return std::find(roles.begin(), roles.end(), role_of(each)) == roles.end();
        });
    };
    switch (role_of(*begin)) {
    case Role::quote: {
        auto const last = while_of({Role::quote});
        return last != end && role_of(*last) == Role::attribution ? std::next(last) : last;
    }
    case Role::verse: return while_of({Role::verse});
    case Role::insert: return while_of({Role::insert});
    case Role::code: {
        auto last = begin;
        while (last != end && role_of(*last) == Role::code && is_plain(*words_of(*last))) ++last;
        return last == begin ? std::next(begin) : last;
    }
    case Role::term: return while_of({Role::term, Role::meaning});
    default: return std::next(begin);
    }
}

/// A single piece whose role needs no neighbours.
model::Block single(Piece& piece, int heading_shift) {
    model::Inlines* const words = words_of(piece);
    if (words == nullptr) return std::move(piece.block);
    if (role_of(piece) == Role::separator && words->empty()) return {model::Separator{}, piece.block.span};
    if (role_of(piece) != Role::heading) return std::move(piece.block);
    std::string id = take_anchor(*words);
    int const level = std::clamp(piece.role.level + heading_shift, 2, 6);
    return {model::Heading{level, std::move(*words), std::move(id), {}}, piece.block.span};
}

model::Block block_of(Iterator begin, Iterator end, int heading_shift) {
    Span const span = joined(begin->block.span, std::prev(end)->block.span);
    switch (role_of(*begin)) {
    case Role::quote: return {quote_of(begin, end), span};
    case Role::verse: return {verse_of(begin, end), span};
    case Role::code: return is_plain(*words_of(*begin)) ? model::Block{code_of(begin, end), span} : begin->block;
    case Role::insert: {
        model::Insert insert;
        insert.content = blocks_of(begin, end);
        return {std::move(insert), span};
    }
    case Role::term:
        return std::next(begin) == end ? std::move(begin->block) : model::Block{definitions_of(begin, end), span};
    default: return single(*begin, heading_shift);
    }
}

bool says_nothing(Piece const& piece) {
    auto const* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
    return paragraph != nullptr && paragraph->content.empty() && piece.role.role != Role::verse &&
           piece.role.role != Role::separator;
}

model::Blocks group_roles(Iterator begin, Iterator end, int heading_shift) {
    model::Blocks blocks;
    while (begin != end) {
        auto const last = run_end(begin, end);
        model::Block block = block_of(begin, last, heading_shift);
        auto const* const verse = std::get_if<model::Verse>(&block.kind);
        if (verse == nullptr || !verse->stanzas.empty()) blocks.push_back(std::move(block));
        begin = last;
    }
    return blocks;
}

} // namespace

model::Blocks group(Pieces pieces, int heading_shift) {
    pieces.erase(std::remove_if(pieces.begin(), pieces.end(), says_nothing), pieces.end());
    pieces = with_captions(std::move(pieces));
    model::Blocks result;
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        auto const end = std::find_if(begin, pieces.end(), [&](Piece const& each) {
            return each.language != begin->language || each.right_to_left != begin->right_to_left;
        });
        bool const plain = begin->language.empty() && !begin->right_to_left;
        model::Language const language = begin->language;
        bool const right_to_left = begin->right_to_left || office::is_right_to_left(language);
        model::Blocks blocks = group_roles(begin, end, heading_shift);
        if (plain || blocks.empty()) {
            std::move(blocks.begin(), blocks.end(), std::back_inserter(result));
        } else {
            Span const span = joined(blocks.front().span, blocks.back().span);
            result.push_back({model::Division{language, right_to_left, {}, {}, std::move(blocks)}, span});
        }
        begin = end;
    }
    return result;
}

bool is_right_to_left(model::Language const& language) {
    static constexpr std::string_view languages[] = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "iw", "ckb"};
    std::string_view const primary = std::string_view(language).substr(0, language.find('-'));
    return std::find(std::begin(languages), std::end(languages), primary) != std::end(languages);
}

} // namespace quoin::office
