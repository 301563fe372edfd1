#include "layout/page_labels.hpp"

#include "base/roman.hpp"

#include <fmt/format.h>

namespace quoin::layout {

std::string roman_number(int number) {
    std::string const letters = quoin::roman_number(number);
    return letters.empty() ? std::to_string(number) : letters;
}

std::vector<std::string> page_labels(Composition const& composition, Pagination const& pagination, int pages_before) {
    auto const& pages = pagination.pages;
    // The front matter reaches to the last page before the first one of the text; blank pages between belong to it.
    std::size_t front_end = 0;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (pages[index].regions.empty()) continue;
        if (!composition.galleys[pages[index].regions.front().galley].roman) break;
        front_end = index + 1;
    }
    while (front_end > 0 && front_end < pages.size() && pages[front_end].blank) ++front_end;
    std::vector<std::string> labels;
    labels.reserve(pages.size());
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (index < front_end) {
            labels.push_back(roman_number(static_cast<int>(index) + 1 + pages_before));
        } else {
            auto const before = front_end > 0 ? 0 : pages_before;
            labels.push_back(std::to_string(index - front_end + 1 + static_cast<std::size_t>(before)));
        }
    }
    return labels;
}

namespace {

/// Walks through what was planned, not through drawn pages: of all rounds only the last one is drawn.
class AnchorFinder {
  public:
    AnchorFinder(Composition const& composition, PageNumbers& found) : composition_(composition), found_(found) {}

    void look_at(PlannedRegion const& region, std::string const& label) {
        label_ = &label;
        auto const& galley = composition_.galleys[region.galley];
        if (region.begins) {
            add(galley.anchors);
            if (galley.opening) add(galley.opening->items);
        }
        for (auto const& one : region.floats) add(one);
        for (auto const& column : region.columns) {
            for (auto const& one : column.floats) add(one);
            for (auto const& piece : column.pieces) add(galley.elements[piece.element], piece);
            add(column.notes);
        }
        add(region.notes);
    }

  private:
    void add(std::vector<std::string> const& names) {
        for (auto const& name : names) found_.emplace(name, *label_);
    }
    void add(std::vector<PlannedNote> const& notes) {
        for (auto const& note : notes) {
            auto const& name = composition_.notes[note.note].anchor;
            if (note.first_row > 0) continue;
            if (!name.empty()) found_.emplace(name, *label_);
            // A place within a note is told by the page on which the note begins.
            for (auto const& paragraph : composition_.notes[note.note].paragraphs)
                add_all(paragraph.text->text().marks);
        }
    }
    void add(std::vector<page::Item> const& items) {
        for (auto const& item : items) {
            if (auto const* const anchor = std::get_if<page::Anchor>(&item.kind)) found_.emplace(anchor->name, *label_);
        }
    }
    void add(PlannedFloat const& planned) {
        auto const& one = composition_.galleys[planned.galley].floats[planned.index];
        add(one.anchors);
        add(one.box.items);
    }
    void add(Element const& element, ColumnPiece const& piece) {
        if (piece.first_line == 0) add(element.anchors);
        if (auto const* const box = std::get_if<FlowBox>(&element.kind)) return add(box->box.items);
        auto const& text = *std::get<FlowParagraph>(element.kind).text;
        auto const& marks = text.text().marks;
        if (marks.empty()) return;
        auto const& lines = text.variants()[piece.variant].lines;
        if (piece.first_line == piece.end_line) return add_all(marks); // nothing but anchors
        auto const begin = lines[piece.first_line].begin;
        bool const is_whole = piece.end_line == lines.size();
        auto const end = lines[piece.end_line - 1u].end;
        for (auto const& mark : marks) {
            if (mark.kind != text::Mark::Kind::anchor || mark.value >= composition_.anchor_names.size()) continue;
            if (mark.offset < begin && piece.first_line > 0) continue;
            if (mark.offset >= end && !is_whole) continue;
            found_.emplace(composition_.anchor_names[mark.value], *label_);
        }
    }

    void add_all(std::vector<text::Mark> const& marks) {
        for (auto const& mark : marks) {
            bool const is_anchor =
                mark.kind == text::Mark::Kind::anchor && mark.value < composition_.anchor_names.size();
            if (is_anchor) found_.emplace(composition_.anchor_names[mark.value], *label_);
        }
    }

    Composition const& composition_;
    PageNumbers& found_;
    std::string const* label_ = nullptr;
};

} // namespace

PageNumbers page_numbers(Composition const& composition, Pagination const& pagination,
                         std::vector<std::string> const& labels) {
    PageNumbers found;
    AnchorFinder finder(composition, found);
    for (std::size_t index = 0; index < pagination.pages.size(); ++index) {
        for (auto const& region : pagination.pages[index].regions) finder.look_at(region, labels[index]);
    }
    return found;
}

namespace {

constexpr int most_rounds = 4;

/// Names whose page is another one than was told.
std::vector<std::string> changes(PageNumbers const& told, PageNumbers const& found) {
    std::vector<std::string> names;
    for (auto const& [name, label] : found) {
        auto const known = told.find(name);
        if (known == told.end() || known->second != label) names.push_back(name);
    }
    return names;
}

} // namespace

void settle_numbers(NumberRound const& round, Diagnostics& diagnostics) {
    PageNumbers told;
    for (int count = 1;; ++count) {
        auto found = round(told);
        if (!found) return;
        auto names = changes(told, *found);
        if (names.empty()) return;
        if (count == most_rounds) {
            constexpr std::size_t most_names = 5;
            if (names.size() > most_names) {
                names.resize(most_names);
                names.emplace_back("…");
            }
            diagnostics.warning(
                Code::page_numbers_unstable, {},
                fmt::format("page numbers did not settle in {} rounds: {}", most_rounds, fmt::join(names, ", ")),
                {"a reference changes the length of its own page: put a word more or less beside it"});
            return;
        }
        told = std::move(*found);
    }
}

} // namespace quoin::layout
