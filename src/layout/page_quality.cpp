#include "layout/page_quality.hpp"

#include "layout/paginate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

class PageMeter {
  public:
    explicit PageMeter(Composition const& composition) : composition_(composition) {}

    PageQuality measure(PlannedPage const& page, std::string const& label) {
        quality_ = {};
        quality_.label = label;
        for (auto const& region : page.regions) {
            for (auto const& column : region.columns) measure_column(composition_.galleys[region.galley], column);
        }
        return quality_;
    }

  private:
    void measure_column(Galley const& galley, PlannedColumn const& column) {
        quality_.lines_short += column.short_lines;
        quality_.split_notes += column.splits_note;
        quality_.single_lines += column.relaxation == Relaxation::single_lines;
        for (auto const& piece : column.pieces) {
            auto const* const paragraph = std::get_if<FlowParagraph>(&galley.elements[piece.element].kind);
            if (paragraph == nullptr) {
                run_ = 0;
                continue;
            }
            auto const& lines = paragraph->text->variants()[piece.variant].lines;
            for (auto line = piece.first_line; line < piece.end_line; ++line)
                measure_line(*paragraph->text, lines[line], line + 1 == lines.size());
        }
    }

    void measure_line(text::Paragraph const& paragraph, text::LineInfo const& line, bool is_last) {
        ++quality_.lines;
        auto const place = [&] { return text::source_of(paragraph.text(), line.begin, line.end - line.begin); };
        run_ = line.ends_in_hyphen ? run_ + 1 : 0;
        quality_.hyphenated += line.ends_in_hyphen;
        if (run_ > quality_.hyphens_in_a_row) {
            quality_.hyphens_in_a_row = run_;
            quality_.hyphens_place = place();
        }
        if (is_last || paragraph.shape().align != style::TextAlign::justify) return;
        double const times = line.space_times / 1000.0;
        if (times <= quality_.loosest) return;
        quality_.loosest = times;
        quality_.loosest_place = place();
        quality_.loosest_words = text::words_of(paragraph.text(), line);
    }

    Composition const& composition_;
    PageQuality quality_;
    int run_ = 0; // hyphens at the ends of the lines before
};

void report_beyond(Span place, std::string const& what, Diagnostics& diagnostics) {
    diagnostics.warning(Code::quality_limit, place, what,
                        {"change a word near it, or the limit: [print.limits] of the layout"});
}

} // namespace

std::vector<PageQuality> page_quality(Composition const& composition, Pagination const& pagination,
                                      std::vector<std::string> const& labels) {
    std::vector<PageQuality> pages;
    PageMeter meter(composition);
    for (std::size_t number = 0; number < pagination.pages.size(); ++number) {
        auto measured = meter.measure(pagination.pages[number], labels[number]);
        if (measured.lines > 0) pages.push_back(std::move(measured));
    }
    return pages;
}

void report_quality(std::vector<PageQuality> const& pages, style::QualityLimits const& limits,
                    Diagnostics& diagnostics) {
    for (auto const& page : pages) {
        if (limits.loosest_line > 0 && page.loosest > limits.loosest_line)
            report_beyond(page.loosest_place,
                          fmt::format("a line of page {} is {:.2f} times as loose as normal, more than {}: \"{}\"",
                                      page.label, page.loosest, limits.loosest_line, page.loosest_words),
                          diagnostics);
        if (limits.hyphens_in_a_row >= 0 && page.hyphens_in_a_row > limits.hyphens_in_a_row)
            report_beyond(page.hyphens_place,
                          fmt::format("page {} has a row of {} hyphens at line ends, more than {}", page.label,
                                      page.hyphens_in_a_row, limits.hyphens_in_a_row),
                          diagnostics);
        if (limits.lines_short >= 0 && page.lines_short > limits.lines_short)
            report_beyond({},
                          fmt::format("{} lines are missing at the feet of page {}, more than {}", page.lines_short,
                                      page.label, limits.lines_short),
                          diagnostics);
        if (limits.split_notes >= 0 && page.split_notes > limits.split_notes)
            report_beyond({},
                          fmt::format("{} notes of page {} go on in the next column, more than {}", page.split_notes,
                                      page.label, limits.split_notes),
                          diagnostics);
    }
}

} // namespace quoin::layout
