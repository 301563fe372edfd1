#include "layout/layout_document.hpp"

#include "layout/compose.hpp"
#include "layout/page_furniture.hpp"
#include "layout/page_labels.hpp"
#include "layout/page_marks.hpp"
#include "layout/page_report.hpp"
#include "layout/place_page.hpp"

#include <fmt/format.h>

#include <optional>

namespace quoin::layout {

namespace {

/// Between the layout's grid and its narrowest one.
constexpr int grid_steps = 16;

struct Settled {
    Composition composition;
    Pagination pagination;
    std::vector<std::string> labels;
    Diagnostics unstable; // page numbers
};

/// Composes and paginates until what is printed about pages is true of them.
Settled settle(Request const& request, Pool& pool) {
    ComposerCache cache;
    PaginationSettings const settings{request.layout.print, request.cover_in_pages, {}};
    Settled result;
    auto const round = [&](PageNumbers const& told) -> std::optional<PageNumbers> {
        result.composition = compose_document(request, told, cache, pool);
        result.pagination = paginate(result.composition, settings);
        result.labels = page_labels(result.composition, result.pagination, request.cover_in_pages ? 1 : 0);
        if (!result.composition.tells_page_numbers) return std::nullopt;
        return page_numbers(result.composition, result.pagination, result.labels);
    };
    settle_numbers(round, result.unstable);
    return result;
}

/// The same document on the widest grid within the layout's range that has no more pages than `wanted`.
struct Narrower {
    style::Layout layout;
    Settled settled;
};

std::optional<Narrower> settle_narrower(Request const& request, int wanted, Pool& pool) {
    auto const& page = request.layout.print.page;
    if (page.least_grid <= Length::zero() || page.least_grid >= page.grid) return std::nullopt;
    auto const attempt = [&](int step) {
        Narrower made{request.layout, {}};
        made.layout.print.page.grid = page.grid - (page.grid - page.least_grid) * step / grid_steps;
        Request const narrower{request.document, made.layout, request.fonts, request.files, request.cover_in_pages};
        made.settled = settle(narrower, pool);
        return made;
    };
    auto const is_enough = [&](Narrower const& made) {
        return made.settled.pagination.wished_pages == 0 && made.settled.pagination.fit.filled_to <= wanted;
    };
    auto best = attempt(grid_steps);
    if (!is_enough(best)) return std::nullopt;
    int low = 1, high = grid_steps;
    while (low < high) {
        int const middle = low + (high - low) / 2;
        auto made = attempt(middle);
        if (is_enough(made)) {
            best = std::move(made);
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return best;
}

void report(Settled const& settled, Diagnostics& diagnostics) {
    diagnostics.append(settled.composition.diagnostics); // those of the last round: the others composed the same
    diagnostics.append(settled.unstable);
    report_pages(settled.composition, settled.pagination, settled.labels, diagnostics);
}

page::Info info_of(model::Metadata const& metadata) {
    page::Info info;
    info.title = metadata.title;
    info.author = fmt::format("{}", fmt::join(metadata.book.authors, ", "));
    info.subject = metadata.description;
    info.keywords = fmt::format("{}", fmt::join(metadata.subjects, ", "));
    info.language = metadata.language;
    info.identifier = metadata.identifier;
    info.publisher = metadata.publisher;
    info.rights = metadata.rights;
    info.date = metadata.date;
    info.epoch = to_epoch(metadata.date);
    return info;
}

/// Setting lines is what drawing costs: pages are drawn in parallel, each into its own place.
std::vector<page::Page> draw(Request const& request, Settled const& settled, Pool& pool) {
    PageFrame const frame(request.layout.print, request.fonts);
    PlaceContext const context{settled.composition, frame};
    auto const& planned = settled.pagination.pages;
    std::vector<page::Page> pages(planned.size());
    pool.for_each(planned.size(), [&](std::size_t index) {
        pages[index] = place_page(context, planned[index]);
        pages[index].label = settled.labels[index];
        pages[index].notices = page_notices(settled.composition, planned[index]);
    });
    auto const furniture = plan_furniture(request, settled.composition, settled.pagination, settled.labels);
    place_furniture(request, settled.composition, frame, furniture, pages, pool);
    return pages;
}

Result finish(Request const& request, Settled settled, Pool& pool, Diagnostics& diagnostics) {
    report(settled, diagnostics);
    auto& composition = settled.composition;
    Result result;
    auto const& geometry = request.layout.print.page;
    result.pages.info = info_of(request.document.metadata);
    result.pages.trim = {geometry.width, geometry.height};
    result.pages.bleed = geometry.bleed;
    result.pages.pages = draw(request, settled, pool);
    result.pages.fonts = request.fonts.files();
    result.marks = page_marks(request.document, composition, settled.pagination, settled.labels);
    result.notices = summary(composition, settled.pagination);
    result.quality = page_quality(composition, settled.pagination, settled.labels);
    report_quality(result.quality, request.layout.print.limits, diagnostics);
    result.pages.images = std::move(composition.images);
    result.pages.inks = std::move(composition.inks);
    result.pages.tags = std::move(composition.tags);
    result.pages.outline = std::move(composition.outline);
    return result;
}

} // namespace

Result layout_document(Request const& request, Pool& pool, Diagnostics& diagnostics) {
    auto settled = settle(request, pool);
    auto const fit = settled.pagination.fit;
    if (fit.wanted > 0 && !fit.is_reached) {
        if (auto narrower = settle_narrower(request, fit.wanted, pool)) {
            auto& told = narrower->settled.pagination.fit;
            told.count = fit.count;
            told.wanted = fit.wanted;
            told.is_reached = true;
            told.grid = narrower->layout.print.page.grid;
            Request const chosen{request.document, narrower->layout, request.fonts, request.files,
                                 request.cover_in_pages};
            return finish(chosen, std::move(narrower->settled), pool, diagnostics);
        }
    }
    return finish(request, std::move(settled), pool, diagnostics);
}

} // namespace quoin::layout
