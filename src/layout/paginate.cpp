#include "layout/paginate.hpp"

#include "layout/paginate_pass.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// Blank pages up to the count the layout asks for; an imprint that stays last stands behind them.
void fill_up(Composition const& composition, PaginationSettings const& settings, Pass const& pass, Pagination& result) {
    int const count = page_count(result.pages.size(), settings);
    int const wanted = wanted_count(count, settings.print.pages);
    if (wanted < count) {
        result.wished_pages = wanted;
        return;
    }
    auto place = result.pages.size();
    int const missing = wanted - count;
    auto const last_matter = pass.last_matter.value_or(0);
    bool const begins_recto =
        !composition.galleys.empty() && composition.galleys.back().start.kind == GalleyStart::Kind::recto;
    if (missing > 0 && last_matter > 0 && (missing % 2 == 0 || !begins_recto)) place = last_matter;
    PlannedPage blank;
    blank.blank = true;
    result.pages.insert(result.pages.begin() + static_cast<std::ptrdiff_t>(place), static_cast<std::size_t>(missing),
                        blank);
}

/// Between the rule and the first row: so much of a row.
constexpr std::int64_t rule_gap_tenths = 3;

} // namespace

Length note_rule_gap(style::Print const& print) {
    return print.type[style::TypeRole::note].leading.scaled(rule_gap_tenths, 10);
}

NoteMeasure note_measure(style::Print const& print) {
    auto const& note = print.type[style::TypeRole::note];
    NoteMeasure measure;
    measure.grid = print.page.grid;
    measure.pitch = note.leading;
    // The last row stands on the last baseline of the grid, which leaves another white below it than its own.
    auto const below_grid = print.page.grid - grid_baseline(print);
    auto const below_row = note.leading - row_baseline(note.leading, note.size);
    auto const lift = std::max(Length::zero(), below_grid - below_row);
    measure.overhead = print.notes.space_above + print.notes.rule_thickness + note_rule_gap(print) + lift;
    measure.least_rows = std::max(1, print.notes.least_rows);
    return measure;
}

Pagination paginate(Composition const& composition, PaginationSettings const& settings) {
    auto pass = paginate_once(composition, settings, {});
    Pagination result;
    result.fit = fit_page_count(composition, settings, pass);
    result.pages = std::move(pass.pages);
    result.fit.text_pages = page_count(result.pages.size(), settings);
    fill_up(composition, settings, pass, result);
    result.fit.filled_to = page_count(result.pages.size(), settings);
    for (std::size_t index = 0; index < result.pages.size(); ++index) {
        result.pages[index].recto = (index % 2 == 0) != settings.cover_in_pages;
    }
    return result;
}

} // namespace quoin::layout
