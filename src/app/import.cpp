#include "app/import.hpp"

#include "app/import_file.hpp"
#include "app/import_folder.hpp"
#include "app/outputs.hpp"
#include "manuscript/clean_typography.hpp"
#include "manuscript/combine.hpp"
#include "manuscript/complete_metadata.hpp"
#include "manuscript/decode.hpp"
#include "reader/read_publication.hpp"
#include "review/neutral_result.hpp"
#include "review/report.hpp"
#include "writer/canonical.hpp"
#include "writer/write_sources.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quoin::app {

namespace {

constexpr std::size_t most_reviews_told = 12;

manuscript::Options options_of(ImportRequest const& request) {
    using manuscript::Dialect;
    using manuscript::TrackChanges;
    manuscript::Options options;
    options.dialect = request.dialect == "text"        ? Dialect::text
                      : request.dialect == "markdown"  ? Dialect::markdown
                      : request.dialect == "gutenberg" ? Dialect::gutenberg
                                                       : Dialect::detect;
    options.track_changes = request.track_changes == "reject" ? TrackChanges::reject
                            : request.track_changes == "all"  ? TrackChanges::all
                                                              : TrackChanges::accept;
    options.language = request.language;
    return options;
}

class Importing {
  public:
    Importing(ImportRequest const& request, FileSystem const& files, SourceMap& sources)
        : request_(request), files_(files), sources_(sources) {}

    ImportOutcome run() {
        manuscript::Options options = options_of(request_);
        read_decisions(options);
        read_manuscripts(options);
        if (outcome_.diagnostics.has_errors()) return failed();
        assemble();
        prove();
        write();
        return std::move(outcome_);
    }

  private:
    ImportOutcome failed() {
        outcome_.status = ImportStatus::errors;
        return std::move(outcome_);
    }

    // Where import.toml may stand: where the user says; else beside the first manuscript, and in the folder.
    [[nodiscard]] std::vector<std::string> decision_paths() const {
        if (!request_.decisions.empty()) return {request_.decisions};
        std::vector<std::string> paths;
        for (std::string const& folder : {parent_path(request_.files.front()), request_.out}) {
            std::string const path = join_path(folder, "import.toml");
            if (files_.exists(path) && (paths.empty() || files_.canonical(paths.front()) != files_.canonical(path)))
                paths.push_back(path);
        }
        return paths;
    }

    void read_decisions(manuscript::Options& options) {
        for (std::string const& path : decision_paths()) {
            auto const content = files_.read(path);
            if (!content) {
                outcome_.diagnostics.report(content.error());
                continue;
            }
            FileId const file = sources_.add(path, manuscript::decode(*content).text);
            auto decisions = manuscript::read_decisions(file, sources_, outcome_.diagnostics);
            if (!decisions) {
                outcome_.diagnostics.report(decisions.error());
                continue;
            }
            auto& made = decisions->instructions;
            instructions_.insert(instructions_.end(), made.begin(), made.end());
            options.styles.merge(decisions->styles);
        }
    }

    void read_manuscripts(manuscript::Options const& options) {
        std::vector<Diagnostics> told(request_.files.size());
        for (std::size_t index = 0; index < request_.files.size(); ++index) {
            std::string const& path = request_.files[index];
            auto content = files_.read(path);
            if (!content) {
                outcome_.diagnostics.report(content.error());
                continue;
            }
            manuscript::Source const source{path, std::move(*content)};
            auto imported = import_file(source, options, instructions_, files_, sources_, told[index]);
            if (!imported) {
                outcome_.diagnostics.report(imported.error());
                continue;
            }
            if (imported->document.entries.empty()) {
                outcome_.diagnostics.error(Code::import_damaged, {}, fmt::format("\"{}\" holds no text", path),
                                           {"see whether it was saved to the end, and what it holds but text"});
                continue;
            }
            manuscript::complete_titles(*imported, path);
            parts_.push_back(std::move(*imported));
        }
        tell(told);
    }

    // A decision that fits nothing in one file may fit in another: only what fits nowhere is told.
    void tell(std::vector<Diagnostics> const& told) {
        for (Diagnostic const& each : told.front().all()) {
            bool const everywhere = std::ranges::all_of(told, [&](Diagnostics const& other) {
                return std::ranges::any_of(other.all(), [&](Diagnostic const& diagnostic) {
                    return diagnostic.code == each.code && diagnostic.span == each.span;
                });
            });
            if (each.code != Code::decision_unplaced || everywhere) outcome_.diagnostics.report(each);
        }
        for (std::size_t index = 1; index < told.size(); ++index)
            for (Diagnostic const& each : told[index].all())
                if (each.code != Code::decision_unplaced) outcome_.diagnostics.report(each);
    }

    void assemble() {
        if (request_.clean_typography)
            for (manuscript::Imported& part : parts_) manuscript::clean_typography(part);
        manuscript::Combined combined = manuscript::combine(parts_);
        manuscript::complete_metadata(combined.document);
        model::Publication publication;
        if (request_.editions)
            publication.editions = manuscript::split_by_language(std::move(combined.document));
        else
            publication.editions.push_back(std::move(combined.document));
        publication = writer::canonical(std::move(publication));
        writer::name_files(publication);
        for (writer::SourceFile& file : writer::write_sources(publication))
            output_.push_back({file.path, to_bytes(file.text)});
        for (manuscript::PictureFile& picture : combined.pictures)
            output_.push_back({picture.path, std::move(picture.content)});
    }

    // What was written is read as a build would read it; the proof is about that, not about what was meant.
    void prove() {
        std::map<std::string, std::string> texts;
        for (OutputFile const& file : output_)
            texts[join_path(request_.out, file.name)] = std::string(as_text(file.bytes));
        MemoryFileSystem const memory(std::move(texts));
        Diagnostics found;
        auto publication = reader::read_publication(request_.out, memory, sources_, found);
        report_ = review::gather(request_.files, parts_);
        if (!publication) {
            outcome_.diagnostics.report(publication.error());
            return;
        }
        for (Diagnostic const& each : found.all())
            if (each.severity == Severity::error) outcome_.diagnostics.report(each);
        report_.proof = review::prove(parts_, publication->editions, sources_);
        for (model::Document& document : publication->editions) {
            auto const counts = review::count(document);
            report_.kept_counts.notes += counts.notes;
            report_.kept_counts.calls += counts.calls;
            report_.kept_counts.pictures += counts.pictures;
            report_.kept_counts.links += counts.links;
            report_.kept_counts.tables += counts.tables;
        }
        review::tell(report_.proof, outcome_.diagnostics);
        neutral_ = review::neutral_result(publication->editions, report_.decisions, sources_);
    }

    void write() {
        auto const earlier = files_of_earlier_import(request_.out, files_);
        if (!request_.force) {
            Diagnostics changed;
            check_unchanged(request_.out, output_, earlier, files_, changed);
            outcome_.diagnostics.append(changed);
            if (changed.has_errors()) {
                outcome_.status = ImportStatus::errors;
                return;
            }
        }
        report_.files = digests(output_);
        auto const with_report = [&](char const* name, std::string const& text) {
            output_.push_back({name, to_bytes(text)});
        };
        with_report("import-report.html", review::report_html(report_, sources_));
        with_report("import-report.json", review::report_json(report_, sources_));
        with_report("import-report.txt", review::report_text(report_, sources_));
        if (!neutral_.empty()) with_report("import-result.json", neutral_);
        auto written = write_files(request_.out, output_);
        if (!written) {
            outcome_.diagnostics.report(written.error());
            outcome_.status = ImportStatus::errors;
            return;
        }
        remove_stale(request_.out, output_, earlier, files_);
        outcome_.written = std::move(*written);
        finish();
    }

    void finish() {
        std::size_t const open = report_.to_review();
        for (manuscript::Decision const& each : report_.decisions) {
            if (outcome_.to_review.size() >= std::min(open, most_reviews_told)) break;
            Location const at = sources_.locate(each.left);
            outcome_.to_review.push_back(fmt::format("{}:{}:{}: {} [{}]", at.path, at.line, at.column, each.choice,
                                                     manuscript::name(each.code)));
        }
        outcome_.summary = fmt::format("{} words kept, {} dropped by name, {} lost; {} decisions, {} to look at: {}",
                                       report_.proof.kept, report_.proof.dropped_words(), report_.proof.lost.size(),
                                       report_.decisions.size(), open, join_path(request_.out, "import-report.html"));
        if (outcome_.diagnostics.has_errors())
            outcome_.status = ImportStatus::errors;
        else if (open > 0)
            outcome_.status = ImportStatus::review;
    }

    ImportRequest const& request_;
    FileSystem const& files_;
    SourceMap& sources_;
    ImportOutcome outcome_;
    std::vector<manuscript::Instruction> instructions_;
    std::vector<manuscript::Imported> parts_;
    std::vector<OutputFile> output_;
    review::Report report_;
    std::string neutral_;
};

} // namespace

ImportOutcome import_manuscripts(ImportRequest const& request, FileSystem const& files, SourceMap& sources) {
    return Importing(request, files, sources).run();
}

} // namespace quoin::app
