#include "layout/page_marks.hpp"

#include <optional>

namespace quoin::layout {

namespace {

/// The entry that a galley was made from. Galleys of book matter have none.
model::Entry const* entry_of(model::Document const& document, Galley const& galley) {
    if (galley.entry >= document.entries.size()) return nullptr;
    auto const& entry = document.entries[galley.entry];
    auto const* const name = match(
        entry.kind, [](model::Article const& article) { return &article.name; },
        [](model::Insert const& insert) { return &insert.name; },
        [](model::PartTitle const& part) { return &part.name; });
    return *name == galley.name ? &entry : nullptr;
}

std::optional<model::Place> place_of(Element const& element, ColumnPiece const& piece) {
    if (element.serial == 0) return std::nullopt;
    model::Place place{element.serial, element.plain_begin};
    if (auto const* const paragraph = std::get_if<FlowParagraph>(&element.kind)) {
        auto const& lines = paragraph->text->variants()[piece.variant].lines;
        if (piece.first_line < lines.size()) place.offset += plain_offset(*paragraph, lines[piece.first_line].begin);
    }
    return place;
}

std::optional<model::Place> first_place(model::Document const& document, Composition const& composition,
                                        PlannedRegion const& region) {
    auto const& galley = composition.galleys[region.galley];
    if (region.begins) {
        if (auto const* const entry = entry_of(document, galley)) return model::Place{entry->serial, 0};
    }
    for (auto const& column : region.columns) {
        for (auto const& piece : column.pieces) {
            if (auto const place = place_of(galley.elements[piece.element], piece)) return place;
        }
    }
    for (auto const& one : region.floats) {
        auto const serial = composition.galleys[one.galley].floats[one.index].serial;
        if (serial > 0) return model::Place{serial, 0};
    }
    return std::nullopt;
}

} // namespace

model::PageMarks page_marks(model::Document const& document, Composition const& composition,
                            Pagination const& pagination, std::vector<std::string> const& labels) {
    model::PageMarks marks;
    for (std::size_t index = 0; index < pagination.pages.size(); ++index) {
        auto const& page = pagination.pages[index];
        if (page.regions.empty()) continue;
        if (auto const place = first_place(document, composition, page.regions.front())) {
            marks.push_back({*place, labels[index]});
        }
    }
    return marks;
}

} // namespace quoin::layout
