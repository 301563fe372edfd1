#include "app/page_places.hpp"

#include "model/walk.hpp"

#include <algorithm>

namespace quoin::app {

namespace {

using namespace model;

// An article begins with its file: its title stands in the front matter.
Span beginning_of(Blocks const& body) {
    return body.empty() || body.front().span.file == FileId::none ? Span{} : Span{body.front().span.file, 0, 0};
}

} // namespace

SerialPlaces serial_places(Document& document) {
    SerialPlaces places;
    auto const add = [&](Blocks& blocks) {
        model::visit_blocks(blocks, [&](Block& block) { places.emplace(block.serial, block.span); });
    };
    for (Entry& entry : document.entries) {
        match(
            entry.kind,
            [&](Article& article) {
                places.emplace(entry.serial, beginning_of(article.body));
                add(article.abstract);
                add(article.body);
            },
            [&](Insert& insert) {
                places.emplace(entry.serial, beginning_of(insert.content));
                add(insert.content);
            },
            [&](PartTitle&) { places.emplace(entry.serial, entry.span); });
    }
    add(document.imprint);
    return places;
}

std::vector<Span> page_places(SerialPlaces const& serials, PageMarks const& marks, page::PageList const& pages) {
    std::map<std::string, std::size_t> by_label;
    for (std::size_t page = 0; page < pages.pages.size(); ++page) by_label.emplace(pages.pages[page].label, page);
    std::vector<Span> places(pages.pages.size());
    for (PageMark const& mark : marks) {
        auto const serial = serials.find(mark.place.serial);
        auto const page = by_label.find(mark.label);
        if (mark.label.empty() || mark.matter != Matter::text || serial == serials.end() || page == by_label.end())
            continue;
        Span place = serial->second;
        // A page that begins within a paragraph: text and source run nearly alike.
        if (place.file != FileId::none && mark.place.offset > 0)
            place.begin = std::min(place.end, place.begin + mark.place.offset);
        places[page->second] = place;
    }
    return places;
}

std::size_t page_of(Span place, std::vector<Span> const& places) {
    std::size_t best = 0;
    if (place.file == FileId::none) return best;
    for (std::size_t page = 0; page < places.size(); ++page) {
        if (places[page].file != place.file || places[page].begin > place.begin) continue;
        if (best == 0 || places[page].begin >= places[best - 1].begin) best = page + 1;
    }
    return best;
}

} // namespace quoin::app
