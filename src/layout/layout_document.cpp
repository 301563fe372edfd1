#include "layout/layout_document.hpp"

#include "layout/compose.hpp"
#include "layout/page_furniture.hpp"
#include "layout/page_labels.hpp"
#include "layout/page_marks.hpp"
#include "layout/page_report.hpp"
#include "layout/place_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace quoin::layout {

namespace {

constexpr int most_rounds = 4;

struct Settled {
    Composition composition;
    Pagination pagination;
    std::vector<std::string> labels;
    std::vector<std::string> unsettled; // anchors whose page still changed in the last round
};

/// Names whose label differs, or that only one of the two has.
std::vector<std::string> changes(PageNumbers const& before, PageNumbers const& after) {
    std::vector<std::string> names;
    for (auto const& [name, label] : after) {
        auto const known = before.find(name);
        if (known == before.end() || known->second != label) names.push_back(name);
    }
    return names;
}

/// Composes and paginates until what is printed about pages is true of them.
Settled settle(Request const& request, Pool& pool) {
    ComposerCache cache;
    PageNumbers known;
    PaginationSettings const settings{request.layout.print, request.cover_in_pages, {}};
    Settled result;
    for (int round = 1;; ++round) {
        result.composition = compose_document(request, known, cache, pool);
        result.pagination = paginate(result.composition, settings);
        result.labels = page_labels(result.composition, result.pagination, request.cover_in_pages ? 1 : 0);
        if (!result.composition.tells_page_numbers) return result;
        auto numbers = page_numbers(result.composition, result.pagination, result.labels);
        result.unsettled = changes(known, numbers);
        if (result.unsettled.empty() || round == most_rounds) return result;
        known = std::move(numbers);
    }
}

void report_unsettled(Settled const& settled, Diagnostics& diagnostics) {
    if (settled.unsettled.empty()) return;
    auto names = settled.unsettled;
    constexpr std::size_t most_names = 5;
    if (names.size() > most_names) {
        names.resize(most_names);
        names.emplace_back("…");
    }
    diagnostics.warning(Code::page_numbers_unstable, {},
                        fmt::format("page numbers did not settle in {} rounds: {}", most_rounds, fmt::join(names, ", ")),
                        {"a reference changes the length of its own line: put a word more or less beside it"});
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
    auto settled = settle(request, pool);
    auto& composition = settled.composition;
    diagnostics.append(composition.diagnostics);
    report_unsettled(settled, diagnostics);
    report_pages(composition, settled.pagination, settled.labels, diagnostics);

    Result result;
    auto const& geometry = request.layout.print.page;
    result.pages.info = info_of(request.document.metadata);
    result.pages.trim = {geometry.width, geometry.height};
    result.pages.bleed = geometry.bleed;
    result.pages.pages = draw(request, settled, pool);
    result.pages.fonts = request.fonts.files();
    result.marks = page_marks(request.document, composition, settled.pagination, settled.labels);
    result.notices = summary(composition, settled.pagination);
    result.pages.images = std::move(composition.images);
    result.pages.inks = std::move(composition.inks);
    result.pages.tags = std::move(composition.tags);
    result.pages.outline = std::move(composition.outline);
    return result;
}

} // namespace quoin::layout
