#include "layout/page_frame.hpp"

#include <algorithm>

namespace quoin::layout {

PageFrame::PageFrame(style::Print const& style, text::FontBook const& fonts)
    : print(style), baseline(grid_baseline(style)), text_width(layout::text_width(style.page)) {
    auto const& body = style.type[style::TypeRole::body];
    text::CharacterStyle character;
    character.face = {body.family, body.weight, body.italic};
    character.size = body.size;
    auto const capitals = text::vertical_metrics(character, fonts).cap_height;
    // Boxes begin level with the capitals of the columns beside them, at most a quarter of a line down: the white below
    // top floats is reckoned with that.
    capital_drop = std::clamp(baseline - capitals, Length::zero(), style.page.grid / 4);
}

Length PageFrame::column_left(bool recto, int columns, std::size_t column) const {
    return left(recto) + (column_width(print.page, columns) + print.page.gutter) * static_cast<std::int64_t>(column);
}

void append_moved(std::vector<page::Item> const& items, Point by, std::vector<page::Item>& to) {
    for (auto const& item : items) {
        auto& moved = to.emplace_back(item);
        moved.at.x += by.x;
        moved.at.y += by.y;
        if (auto* const picture = std::get_if<page::Picture>(&moved.kind);
            picture && picture->clip.width != Length::zero()) {
            picture->clip_origin.x += by.x;
            picture->clip_origin.y += by.y;
        }
    }
}

void append_stretched(Float const& one, Length growth, Point by, std::vector<page::Item>& to) {
    auto const first = to.size();
    append_moved(one.box.items, by, to);
    if (growth <= Length::zero()) return;
    for (std::size_t index = 0; index < one.box.items.size() && index < one.stretch.moves.size(); ++index) {
        auto& item = to[first + index];
        auto const move = growth.scaled(one.stretch.moves[index], 1000);
        item.at.y += move;
        if (auto* const picture = std::get_if<page::Picture>(&item.kind);
            picture && picture->clip.width != Length::zero())
            picture->clip_origin.y += move;
    }
    if (auto* const ground = one.stretch.has_ground ? std::get_if<page::Rule>(&to[first].kind) : nullptr)
        ground->height += growth;
}

} // namespace quoin::layout
