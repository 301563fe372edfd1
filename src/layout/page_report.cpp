#include "layout/page_report.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

std::string lines_short(int lines) { return lines == 1 ? "one line short" : fmt::format("{} lines short", lines); }

/// Why a foot is short, as far as the element that did not fit tells it.
std::string reason(Composition const& composition, PlannedRegion const& region, PlannedColumn const& column) {
    if (column.pieces.empty()) return {};
    auto const& galley = composition.galleys[region.galley];
    auto const& last = column.pieces.back();
    auto const* const paragraph = std::get_if<FlowParagraph>(&galley.elements[last.element].kind);
    bool const is_whole = !paragraph || last.end_line == paragraph->text->variants()[last.variant].lines.size();
    if (!is_whole) return "the lines of a paragraph must stay together";
    if (last.element + 1 >= galley.elements.size()) return {};
    auto const& next = galley.elements[last.element + 1];
    if (!next.heading.empty()) return "a heading needs two lines below it";
    if (next.keep_with_next) return "what follows stays together";
    if (std::holds_alternative<FlowBox>(next.kind)) return "what follows cannot be broken";
    return "the lines of a paragraph must stay together";
}

std::string column_words(Composition const& composition, PlannedRegion const& region, PlannedColumn const& column) {
    std::vector<std::string> words;
    if (column.short_lines > 0) {
        auto const why = reason(composition, region, column);
        words.push_back(lines_short(column.short_lines) + (why.empty() ? "" : ": " + why));
    }
    if (column.ends_in_hyphen) words.emplace_back("ends in a hyphen");
    if (column.splits_note) words.emplace_back("its last note goes on in the next column");
    if (column.waiting_floats > 0) words.push_back(fmt::format("{} waiting for a place", column.waiting_floats));
    switch (column.relaxation) {
    case Relaxation::none:
    case Relaxation::short_column: break;
    case Relaxation::single_lines: words.emplace_back("a single line of a paragraph stands apart"); break;
    case Relaxation::broken_keeps: words.emplace_back("what should stay together does not"); break;
    case Relaxation::late_notes: words.emplace_back("a note begins after the column of its mark"); break;
    case Relaxation::overfull: words.emplace_back("holds more than it has room for"); break;
    }
    return fmt::format("{}", fmt::join(words, "; "));
}

/// Where in the source a column's last element stands.
Span place_of(Composition const& composition, PlannedRegion const& region, PlannedColumn const& column) {
    auto const& galley = composition.galleys[region.galley];
    if (!column.pieces.empty()) return galley.elements[column.pieces.back().element].source;
    return galley.elements.empty() ? Span{} : galley.elements.front().source;
}

void report_column(Composition const& composition, PlannedRegion const& region, PlannedColumn const& column,
                   std::string const& where, Diagnostics& diagnostics) {
    auto const span = place_of(composition, region, column);
    switch (column.relaxation) {
    case Relaxation::none: return;
    case Relaxation::short_column: {
        auto const why = reason(composition, region, column);
        diagnostics.advice(
            Code::page_relaxed, span,
            fmt::format("{} is {}{}", where, lines_short(column.short_lines), why.empty() ? "" : ": " + why),
            {"a few words more or fewer in the paragraphs before it give the page search room"});
        return;
    }
    case Relaxation::single_lines:
        diagnostics.warning(Code::page_relaxed, span,
                            fmt::format("{} begins or ends with a single line of a paragraph or note", where),
                            {"a few words more or fewer in the paragraphs before it avoid it"});
        return;
    case Relaxation::broken_keeps:
        diagnostics.warning(Code::page_relaxed, span,
                            fmt::format("{} separates a heading from its text, or lines that belong together", where),
                            {"make what must stay together shorter than a column"});
        return;
    case Relaxation::late_notes:
        diagnostics.warning(
            Code::page_relaxed, span, fmt::format("{} calls a note that begins one column later", where),
            {"two long notes are called in one line: move one of the marks, or shorten the first note"});
        return;
    case Relaxation::overfull:
        diagnostics.warning(
            Code::page_relaxed, span, fmt::format("{} holds more than it has room for", where),
            {"a table row, figure or group of notes is taller than the column: make it smaller or break it up"});
        return;
    }
}

void report_float(Composition const& composition, PlannedFloat const& planned, std::string const& label,
                  Diagnostics& diagnostics) {
    if (!planned.too_tall) return;
    auto const& one = composition.galleys[planned.galley].floats[planned.index];
    diagnostics.warning(Code::insert_too_tall, one.source,
                        fmt::format("this insert is taller than the page; it stands alone on page {}", label),
                        {"shorten its text, or give it a larger size"});
}

std::string counted(std::size_t count, std::string const& one, std::string const& several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string lines_on_last_page(Composition const& composition, PageCountFit const& fit) {
    auto const& galley = composition.galleys[fit.nearest];
    auto const& name = galley.running_article.empty() ? galley.name : galley.running_article;
    return fmt::format("the last page of \"{}\" holds {}", name,
                       counted(static_cast<std::size_t>(fit.nearest_lines), "line", "lines"));
}

/// Paragraphs of these galleys that are set in fewer lines than they like.
std::size_t shorter_paragraphs(Composition const& composition, Pagination const& pagination) {
    std::size_t count = 0;
    for (auto const& page : pagination.pages) {
        for (auto const& region : page.regions) {
            auto const& galleys = pagination.fit.tightened;
            if (std::find(galleys.begin(), galleys.end(), region.galley) == galleys.end()) continue;
            for (auto const& column : region.columns) {
                for (auto const& piece : column.pieces) {
                    auto const& element = composition.galleys[region.galley].elements[piece.element];
                    auto const* const paragraph = std::get_if<FlowParagraph>(&element.kind);
                    count += paragraph && piece.first_line == 0 && piece.variant < paragraph->text->best();
                }
            }
        }
    }
    return count;
}

Span place_of_insert(Composition const& composition, std::uint32_t serial) {
    for (auto const& galley : composition.galleys) {
        for (auto const& one : galley.floats) {
            if (one.serial == serial) return one.source;
        }
    }
    return {};
}

std::string size_of_insert(Composition const& composition, std::uint32_t serial) {
    for (auto const& galley : composition.galleys) {
        for (auto const& one : galley.floats) {
            if (one.serial == serial && !one.size.empty()) return one.size;
        }
    }
    return {};
}

void report_fit(Composition const& composition, Pagination const& pagination, Diagnostics& diagnostics) {
    auto const& fit = pagination.fit;
    std::string const shorten = "shorten a text whose last page holds little";
    if (!fit.is_reached) {
        if (pagination.wished_pages > 0 || !fit.is_near) return; // told as a warning, or no wonder
        diagnostics.advice(
            Code::page_count, {},
            fmt::format(
                "{} pages cannot become {}, since no text that ends with a few lines can be set shorter by them; "
                "blank pages fill them up to {}",
                fit.count, fit.wanted, fit.filled_to),
            {fit.nearest_lines > 0 ? shorten + ": " + lines_on_last_page(composition, fit) : shorten});
        return;
    }
    std::vector<std::string> means;
    if (auto const count = shorter_paragraphs(composition, pagination); count > 0)
        means.push_back(counted(count, "paragraph", "paragraphs") + " set in fewer lines");
    if (fit.grid > Length::zero()) means.push_back(fmt::format("a grid of {:.2f} pt", fit.grid.in_points()));
    if (!fit.resized.empty()) means.push_back(counted(fit.resized.size(), "insert", "inserts") + " in another size");
    if (!fit.left_out.empty()) means.push_back(counted(fit.left_out.size(), "insert", "inserts") + " left out");
    diagnostics.advice(Code::page_count, {},
                       fmt::format("{} pages instead of {}: {}", fit.wanted, fit.count, fmt::join(means, ", ")));
    for (auto const serial : fit.resized) {
        diagnostics.advice(Code::page_count, place_of_insert(composition, serial),
                           fmt::format("this insert has the size {} in print for the sake of its number of pages",
                                       size_of_insert(composition, serial)));
    }
    for (auto const serial : fit.left_out) {
        diagnostics.advice(Code::page_count, place_of_insert(composition, serial),
                           "this insert is left out of the print edition for the sake of its number of pages");
    }
}

} // namespace

std::vector<std::string> page_notices(Composition const& composition, PlannedPage const& page) {
    std::vector<std::string> notices;
    for (auto const& region : page.regions) {
        for (std::size_t index = 0; index < region.columns.size(); ++index) {
            auto const& column = region.columns[index];
            auto const words = column_words(composition, region, column);
            if (words.empty()) continue;
            auto const number = region.first_column + index + 1;
            notices.push_back(fmt::format("column {}: {} (cost {})", number, words, column.cost));
        }
    }
    return notices;
}

void report_pages(Composition const& composition, Pagination const& pagination, std::vector<std::string> const& labels,
                  Diagnostics& diagnostics) {
    for (std::size_t number = 0; number < pagination.pages.size(); ++number) {
        for (auto const& region : pagination.pages[number].regions) {
            for (auto const& one : region.floats) report_float(composition, one, labels[number], diagnostics);
            bool const several = composition.galleys[region.galley].columns > 1;
            for (std::size_t index = 0; index < region.columns.size(); ++index) {
                auto const& column = region.columns[index];
                for (auto const& one : column.floats) report_float(composition, one, labels[number], diagnostics);
                auto const place = region.first_column + index + 1;
                auto const where = several ? fmt::format("column {} of page {}", place, labels[number])
                                           : fmt::format("page {}", labels[number]);
                report_column(composition, region, column, where, diagnostics);
            }
        }
    }
    if (pagination.wished_pages > 0) {
        std::vector<std::string> hints{"shorten the text, set it smaller, or ask for another number with print.pages"};
        if (pagination.fit.nearest_lines > 0) hints.push_back(lines_on_last_page(composition, pagination.fit));
        diagnostics.warning(Code::page_relaxed, {},
                            fmt::format("the layout asks for {} pages, but the text takes {}", pagination.wished_pages,
                                        pagination.pages.size()),
                            hints);
    }
    if (pagination.fit.wanted > 0) report_fit(composition, pagination, diagnostics);
}

std::vector<std::string> summary(Composition const& composition, Pagination const& pagination) {
    int looser = 0, tighter = 0, split_notes = 0, hyphens = 0, changed_notes = 0, grown = 0;
    for (auto const& page : pagination.pages) {
        for (auto const& region : page.regions) {
            auto const& galley = composition.galleys[region.galley];
            for (auto const& one : region.floats) grown += one.grown > 0;
            for (auto const& column : region.columns) {
                for (auto const& one : column.floats) grown += one.grown > 0;
                for (auto const& note : column.notes) changed_notes += note.change != 0;
                split_notes += column.splits_note;
                hyphens += column.ends_in_hyphen;
                for (auto const& piece : column.pieces) {
                    auto const* const paragraph = std::get_if<FlowParagraph>(&galley.elements[piece.element].kind);
                    if (!paragraph || piece.first_line > 0) continue;
                    looser += piece.variant > paragraph->text->best();
                    tighter += piece.variant < paragraph->text->best();
                }
            }
        }
    }
    std::vector<std::string> lines;
    if (looser > 0)
        lines.push_back(
            fmt::format("{} paragraphs are set a line longer than they like, for the sake of their pages", looser));
    if (tighter > 0)
        lines.push_back(
            fmt::format("{} paragraphs are set a line shorter than they like, for the sake of their pages", tighter));
    if (changed_notes > 0)
        lines.push_back(fmt::format(
            "{} notes are set a row longer or shorter than they like, for the sake of their columns", changed_notes));
    if (grown > 0) lines.push_back(fmt::format("{} inserts are taller, so that their columns are full", grown));
    if (split_notes > 0) lines.push_back(fmt::format("{} notes go on in the next column", split_notes));
    if (hyphens > 0) lines.push_back(fmt::format("{} columns end in a hyphen", hyphens));
    return lines;
}

} // namespace quoin::layout
