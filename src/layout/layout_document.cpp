#include "layout/layout_document.hpp"

#include "layout/document_fit.hpp"
#include "layout/page_furniture.hpp"
#include "layout/page_labels.hpp"
#include "layout/page_marks.hpp"
#include "layout/page_report.hpp"
#include "layout/place_page.hpp"

#include <fmt/format.h>

namespace quoin::layout {

namespace {

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
    auto fitted = settle_document(request, pool);
    Request const chosen{request.document, fitted.layout,          request.fonts,
                         request.files,    request.cover_in_pages, fitted.insert_sizes};
    return finish(chosen, std::move(fitted.settled), pool, diagnostics);
}

} // namespace quoin::layout
