#include "app/build.hpp"

#include "app/edition.hpp"
#include "app/findings_list.hpp"
#include "app/outputs.hpp"
#include "app/report.hpp"
#include "lint/proofread.hpp"
#include "reader/read_publication.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace quoin::app {

namespace {

Status status_of(Diagnostics const& sources, Diagnostics const& rereading, preflight::Findings const& findings,
                 bool strict) {
    if (sources.has_errors()) return Status::publication_errors;
    if (rereading.has_errors()) return Status::reread;
    auto const found = [&](Severity severity) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](preflight::Finding const& finding) { return finding.diagnostic.severity == severity; });
    };
    if (found(Severity::error)) return Status::preflight;
    if (strict && (sources.count(Severity::warning) > 0 || found(Severity::warning))) return Status::warnings;
    return Status::done;
}

struct Built {
    std::vector<OutputFile> files;
    std::vector<std::string> notices;
    std::vector<EditionQuality> quality;
    std::vector<EditionPages> editions;
    std::size_t pages = 0;
    Diagnostics rereading;
    preflight::Findings findings;
};

Built build_editions(model::Publication publication, BuildRequest const& request, FileSystem const& files,
                     SourceMap& sources, Diagnostics& diagnostics) {
    Pool pool(request.jobs);
    Built built;
    bool found = request.edition.empty();
    for (model::Document& document : publication.editions) {
        if (!request.edition.empty() && document.metadata.language != request.edition) continue;
        found = true;
        std::string const stem = stem_of(document.metadata);
        if (request.progress) request.progress(stem);
        EditionFiles edition = build_edition(std::move(document), request, files, sources, pool, diagnostics);
        std::move(edition.files.begin(), edition.files.end(), std::back_inserter(built.files));
        built.notices.insert(built.notices.end(), edition.notices.begin(), edition.notices.end());
        built.rereading.append(edition.rereading);
        std::move(edition.findings.begin(), edition.findings.end(), std::back_inserter(built.findings));
        built.editions.push_back({stem, std::move(edition.interior), std::move(edition.places)});
        if (!edition.quality.empty()) built.quality.push_back({stem, std::move(edition.quality)});
        if (built.pages == 0) built.pages = edition.pages;
    }
    if (!found)
        diagnostics.error(Code::edition_unknown, {},
                          fmt::format("the publication has no edition in \"{}\"", request.edition),
                          {"the languages it has stand in publication.toml: `language` and [[edition]]"});
    return built;
}

} // namespace

BuildOutcome build(BuildRequest const& request, FileSystem const& files, SourceMap& sources) {
    Diagnostics found;
    Built built;
    auto publication = reader::read_publication(request.folder, files, sources, found);
    std::string title = request.folder;
    if (publication) {
        title = publication->editions.front().metadata.title;
        if (!request.write_outputs) lint::proofread(*publication, found); // of a build nobody asks for a proofreader
        built = build_editions(std::move(*publication), request, files, sources, found);
    } else {
        found.report(publication.error());
    }
    BuildOutcome outcome;
    outcome.status = status_of(found, built.rereading, built.findings, request.strict);
    outcome.pages = built.pages;
    found.append(built.rereading);
    FindingsList const list = list_findings(found, std::move(built.findings), built.editions, sources);
    for (preflight::Finding const& finding : list.findings) outcome.diagnostics.report(finding.diagnostic);

    std::vector<OutputFile> writing;
    bool const whole = outcome.status != Status::publication_errors && outcome.status != Status::reread;
    if (request.write_outputs && whole) writing = std::move(built.files);
    if (request.write_report && !request.out.empty()) {
        auto const pictures = draw_pages(list, built.editions);
        Report const report{title,         list.findings, pictures.of_finding, pictures.list,
                            built.notices, built.quality, built.pages,         static_cast<int>(outcome.status)};
        writing.push_back({"report.html", to_bytes(report_html(report, sources))});
        writing.push_back({"report.json", to_bytes(report_json(report, sources))});
    }
    if (writing.empty()) return outcome;
    auto written = write_files(request.out, writing);
    if (written) {
        outcome.written = std::move(*written);
    } else {
        outcome.diagnostics.report(written.error());
        outcome.status = Status::publication_errors;
    }
    return outcome;
}

} // namespace quoin::app
