#include "app/findings_list.hpp"

#include "app/page_places.hpp"
#include "media/picture.hpp"
#include "paint/paint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace quoin::app {

namespace {

constexpr std::size_t most_pictures = 24;
constexpr double thumbnail_dpi = 40; // an A4 page is 330 pixels wide
constexpr int thumbnail_quality = 70;

struct Placed {
    Location at;
    preflight::Finding finding;
    std::size_t edition = 0;
};

// The page of a place in the sources: the first edition that prints it.
void find_page(Placed& placed, std::vector<EditionPages> const& editions) {
    for (std::size_t edition = 0; edition < editions.size() && placed.edition == 0; ++edition) {
        std::size_t const page = page_of(placed.finding.diagnostic.span, editions[edition].places);
        if (page == 0) continue;
        placed.edition = edition + 1;
        placed.finding.page = page;
        placed.finding.label = editions[edition].interior.pages[page - 1].label;
    }
}

// Covers have pages of their own, which no picture shows.
void find_edition(Placed& placed, std::vector<EditionPages> const& editions) {
    for (std::size_t edition = 0; edition < editions.size(); ++edition)
        for (char const* const ending : {"-print.pdf", "-screen.pdf"})
            if (placed.finding.file == editions[edition].stem + ending) placed.edition = edition + 1;
}

bool is_same(Placed const& a, Placed const& b) {
    Diagnostic const &first = a.finding.diagnostic, &second = b.finding.diagnostic;
    return a.at == b.at && first.code == second.code && first.message == second.message;
}

} // namespace

FindingsList list_findings(Diagnostics const& sources_found, preflight::Findings outputs,
                           std::vector<EditionPages> const& editions, SourceMap const& sources) {
    std::vector<Placed> placed;
    for (Diagnostic const& diagnostic : sources_found.all()) {
        placed.push_back({sources.locate(diagnostic.span), {diagnostic, {}, 0, {}, {}}, 0});
        find_page(placed.back(), editions);
    }
    for (preflight::Finding& finding : outputs) {
        placed.push_back({sources.locate(finding.diagnostic.span), std::move(finding), 0});
        find_edition(placed.back(), editions);
    }
    std::stable_sort(placed.begin(), placed.end(), [](Placed const& a, Placed const& b) {
        return std::tie(a.at.path, a.at.line, a.at.column) < std::tie(b.at.path, b.at.line, b.at.column);
    });
    FindingsList list;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i > 0 && is_same(placed[i - 1], placed[i])) continue;
        list.findings.push_back(placed[i].finding);
        list.editions.push_back(placed[i].edition);
    }
    return list;
}

DrawnPages draw_pages(FindingsList const& list, std::vector<EditionPages> const& editions) {
    DrawnPages drawn;
    drawn.of_finding.resize(list.findings.size());
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known; // edition and page → picture
    for (Severity const severity : {Severity::error, Severity::warning, Severity::advice}) {
        for (std::size_t i = 0; i < list.findings.size(); ++i) {
            preflight::Finding const& finding = list.findings[i];
            if (finding.diagnostic.severity != severity || finding.page == 0 || list.editions[i] == 0) continue;
            EditionPages const& edition = editions[list.editions[i] - 1];
            auto const key = std::pair(list.editions[i], finding.page);
            if (known.count(key) == 0 && known.size() < most_pictures &&
                finding.page <= edition.interior.pages.size()) {
                auto const pixels = paint::draw_pixels(edition.interior, finding.page - 1,
                                                       paint::PaintOptions{thumbnail_dpi, paint::Extent::trim});
                auto const jpeg = pixels ? media::encode_jpeg(*pixels, thumbnail_quality) : Result<Bytes>(Bytes());
                if (!pixels || !jpeg || jpeg->empty()) continue;
                std::string const page =
                    finding.label.empty() ? fmt::format("{} of the file", finding.page) : finding.label;
                drawn.list.push_back(
                    {fmt::format("Page {} of {}", page, edition.stem), pixels->width, pixels->height, *jpeg});
                known[key] = drawn.list.size();
            }
            if (auto const picture = known.find(key); picture != known.end()) drawn.of_finding[i] = picture->second;
        }
    }
    return drawn;
}

} // namespace quoin::app
