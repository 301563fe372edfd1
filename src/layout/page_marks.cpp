#include "layout/page_marks.hpp"

#include "layout/page_labels.hpp"

#include <algorithm>
#include <map>
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
        // A first line begins where its block does, whatever stands before its text: a drop initial, a label.
        bool const goes_on = piece.first_line > 0 && piece.first_line < lines.size();
        if (goes_on) place.offset += plain_offset(*paragraph, lines[piece.first_line].begin);
    }
    return place;
}

/// Of pages of the program's own making only those of an index begin at a place that can be named.
model::Place matter_place(Composition const& composition, PlannedRegion const& region) {
    auto const& galley = composition.galleys[region.galley];
    if (galley.matter != model::Matter::index || region.begins) return {};
    for (auto const& column : region.columns) {
        for (auto const& piece : column.pieces) {
            if (auto const place = place_of(galley.elements[piece.element], piece)) return *place;
        }
    }
    return {};
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

void collect_places(std::vector<model::IndexEntry> const& entries, std::vector<model::AnchorId>& places) {
    for (model::IndexEntry const& entry : entries) {
        places.insert(places.end(), entry.places.begin(), entry.places.end());
        collect_places(entry.below, places);
    }
}

/// Tells each page which terms of the index stand on it.
void add_terms(model::Document const& document, PageNumbers const& numbers, model::PageMarks& marks) {
    std::vector<model::AnchorId> places;
    for (model::IndexGroup const& group : document.index.groups) collect_places(group.entries, places);
    std::sort(places.begin(), places.end());
    std::map<std::string, std::size_t> by_label;
    for (std::size_t i = 0; i < marks.size(); ++i) by_label.emplace(marks[i].label, i);
    for (model::AnchorId const place : places) {
        auto const number = numbers.find(document.anchors[static_cast<std::size_t>(place)].name);
        if (number == numbers.end()) continue;
        auto const mark = by_label.find(number->second);
        if (mark != by_label.end()) marks[mark->second].terms.push_back(place);
    }
}

} // namespace

model::PageMarks page_marks(model::Document const& document, Composition const& composition,
                            Pagination const& pagination, std::vector<std::string> const& labels) {
    model::PageMarks marks;
    for (std::size_t index = 0; index < pagination.pages.size(); ++index) {
        auto const& page = pagination.pages[index];
        if (page.regions.empty()) continue;
        auto const matter = composition.galleys[page.regions.front().galley].matter;
        if (matter != model::Matter::text) {
            marks.push_back({matter_place(composition, page.regions.front()), labels[index], matter, {}});
            continue;
        }
        // A page of nothing but notes has no place of its own: it goes to the text that follows.
        auto const place = first_place(document, composition, page.regions.front());
        marks.push_back({place.value_or(model::Place{}), labels[index], matter, {}});
    }
    if (!document.index.groups.empty()) add_terms(document, page_numbers(composition, pagination, labels), marks);
    return marks;
}

} // namespace quoin::layout
