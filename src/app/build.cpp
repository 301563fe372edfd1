#include "app/build.hpp"

#include "app/edition.hpp"
#include "app/outputs.hpp"
#include "app/report.hpp"
#include "reader/read_publication.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::app {

namespace {

// The order in which an author goes through the files; equal findings of several editions are told once.
Diagnostics sorted(Diagnostics const& found, SourceMap const& sources) {
    struct Placed {
        Location at;
        Diagnostic const* diagnostic;
    };
    std::vector<Placed> placed;
    for (Diagnostic const& diagnostic : found.all()) placed.push_back({sources.locate(diagnostic.span), &diagnostic});
    std::stable_sort(placed.begin(), placed.end(), [](Placed const& a, Placed const& b) {
        return std::tie(a.at.path, a.at.line, a.at.column) < std::tie(b.at.path, b.at.line, b.at.column);
    });
    Diagnostics result;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        auto const same = [&](Placed const& other) {
            return other.at == placed[i].at && other.diagnostic->code == placed[i].diagnostic->code &&
                   other.diagnostic->message == placed[i].diagnostic->message;
        };
        if (i > 0 && same(placed[i - 1])) continue;
        result.report(*placed[i].diagnostic);
    }
    return result;
}

Status status_of(Diagnostics const& diagnostics, bool strict) {
    if (diagnostics.has_errors()) return Status::publication_errors;
    if (strict && diagnostics.count(Severity::warning) > 0) return Status::warnings;
    return Status::done;
}

struct Built {
    std::vector<OutputFile> files;
    std::vector<std::string> notices;
    std::vector<EditionQuality> quality;
    std::size_t pages = 0;
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
        built = build_editions(std::move(*publication), request, files, sources, found);
    } else {
        found.report(publication.error());
    }
    BuildOutcome outcome;
    outcome.diagnostics = sorted(found, sources);
    outcome.status = status_of(outcome.diagnostics, request.strict);
    outcome.pages = built.pages;

    std::vector<OutputFile> writing;
    if (request.write_outputs && outcome.status != Status::publication_errors) writing = std::move(built.files);
    if (request.write_report && !request.out.empty()) {
        Report const report{title,         outcome.diagnostics, built.notices,
                            built.quality, built.pages,         static_cast<int>(outcome.status)};
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
