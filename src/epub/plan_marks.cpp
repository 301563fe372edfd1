#include "epub/plan_marks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <optional>

namespace quoin::epub {

using namespace model;

namespace {

struct Candidate {
    std::string label;
    std::optional<Place> place;
};

// Labels are folios, but what a layout prints may be anything; ids are names of XML.
std::string mark_id(std::string const& label, std::set<std::string>& taken) {
    std::string wanted = "page-";
    for (char const c : label) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        wanted += plain ? c : '-';
    }
    std::string id = wanted;
    for (int copy = 2; !taken.insert(id).second; ++copy) id = fmt::format("{}_{}", wanted, copy);
    return id;
}

bool in_imprint(Document const& document, std::uint32_t serial) {
    return std::any_of(document.imprint.begin(), document.imprint.end(),
                       [&](Block const& block) { return block.serial == serial; });
}

bool has_file(Plan const& plan, TextFile::Kind kind) {
    return std::any_of(plan.files.begin(), plan.files.end(), [&](TextFile const& file) { return file.kind == kind; });
}

// The file that is made of the same matter as the page; null when there is none, or it stands elsewhere in the order.
std::vector<PlacedMark>* page_of_matter(Matter matter, bool in_front, Plan& plan) {
    switch (matter) {
    case Matter::title: return in_front && has_file(plan, TextFile::Kind::title_page) ? &plan.title_marks : nullptr;
    case Matter::imprint: {
        bool const last = !plan.files.empty() && plan.files.back().kind == TextFile::Kind::imprint;
        return has_file(plan, TextFile::Kind::imprint) && in_front != last ? &plan.imprint_marks : nullptr;
    }
    case Matter::contents: return in_front ? &plan.contents_marks : nullptr;
    case Matter::index: return &plan.index_marks;
    case Matter::text: break;
    }
    return nullptr;
}

bool is_before(Place const& a, Place const& b) {
    return a.serial != b.serial ? a.serial < b.serial : a.offset < b.offset;
}

// Serials grow in reading order, and so must the pages; a float that the layout moved ahead does not turn them round.
void keep_in_order(std::vector<Candidate>& marks, std::uint32_t last_serial) {
    Place next{last_serial, std::numeric_limits<std::uint32_t>::max()};
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        if (!mark->place || is_before(next, *mark->place)) mark->place = next;
        next = *mark->place;
    }
}

} // namespace

void place_page_marks(Document const& document, PageMarks const& marks, std::set<std::uint32_t> const& serials,
                      Plan& plan, Diagnostics&) {
    if (serials.empty()) return;
    std::set<std::string> taken, listed;
    std::vector<Candidate> candidates;
    bool in_front = true; // no page so far holds text of the model
    plan.anchor_pages.resize(document.anchors.size());
    for (PageMark const& mark : marks) {
        for (AnchorId const term : mark.terms) plan.anchor_pages.at(static_cast<std::size_t>(term)) = mark.label;
        bool const placed = serials.count(mark.place.serial) != 0;
        if (placed) in_front = false;
        if (mark.label.empty() || !listed.insert(mark.label).second) continue;
        if (auto* page = page_of_matter(mark.matter, in_front, plan)) {
            // A half-title has no file: of the pages before the imprint the title page is the one that is found again.
            if (mark.matter == Matter::title) page->clear();
            page->push_back({mark.place.serial, mark.label, mark_id(mark.label, taken)});
        } else if (in_front && in_imprint(document, mark.place.serial)) {
            // What came before it stands there too, so that the pages stay in order.
            std::move(plan.contents_marks.begin(), plan.contents_marks.end(), std::back_inserter(plan.imprint_marks));
            plan.contents_marks.clear();
            plan.imprint_marks.push_back({0, mark.label, mark_id(mark.label, taken)});
        } else if (in_front && !placed) {
            plan.contents_marks.push_back({0, mark.label, mark_id(mark.label, taken)});
        } else {
            candidates.push_back({mark.label, placed ? std::optional(mark.place) : std::nullopt});
        }
    }
    // Where the imprint is set below the contents the page begins here with whichever file comes first.
    if (plan.imprint_before_contents) {
        std::move(plan.contents_marks.begin(), plan.contents_marks.end(), std::back_inserter(plan.imprint_marks));
        plan.contents_marks.clear();
    }
    keep_in_order(candidates, *serials.rbegin());
    for (Candidate const& mark : candidates)
        plan.page_marks[mark.place->serial].push_back({mark.place->offset, mark.label, mark_id(mark.label, taken)});
}

} // namespace quoin::epub
