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

struct Settled {
    Composition composition;
    Pagination pagination;
    std::vector<std::string> labels;
};

/// Composes and paginates until what is printed about pages is true of them.
Settled settle(Request const& request, Pool& pool, Diagnostics& diagnostics) {
    ComposerCache cache;
    PaginationSettings const settings{request.layout.print, request.cover_in_pages, {}};
    Settled result;
    Diagnostics unstable;
    auto const round = [&](PageNumbers const& told) -> std::optional<PageNumbers> {
        result.composition = compose_document(request, told, cache, pool);
        result.pagination = paginate(result.composition, settings);
        result.labels = page_labels(result.composition, result.pagination, request.cover_in_pages ? 1 : 0);
        if (!result.composition.tells_page_numbers) return std::nullopt;
        return page_numbers(result.composition, result.pagination, result.labels);
    };
    settle_numbers(round, unstable);
    diagnostics.append(result.composition.diagnostics); // those of the last round: the others composed the same
    diagnostics.append(unstable);
    report_pages(result.composition, result.pagination, result.labels, diagnostics);
    return result;
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

} // namespace

Result layout_document(Request const& request, Pool& pool, Diagnostics& diagnostics) {
    auto settled = settle(request, pool, diagnostics);
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
    result.quality = page_quality(composition, settled.pagination, settled.labels, request.layout.print.lines);
    report_quality(result.quality, request.layout.print.limits, diagnostics);
    result.pages.images = std::move(composition.images);
    result.pages.inks = std::move(composition.inks);
    result.pages.tags = std::move(composition.tags);
    result.pages.outline = std::move(composition.outline);
    return result;
}

} // namespace quoin::layout
