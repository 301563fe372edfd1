#include "cli/commands.hpp"

#include "app/new_publication.hpp"
#include "app/outputs.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace quoin::cli {

namespace {

constexpr int publication_errors = 1;

int fail(Diagnostic const& diagnostic, SourceMap const& sources, Terminal const& terminal) {
    Diagnostics one;
    one.report(diagnostic);
    terminal.show(one, sources);
    return publication_errors;
}

std::string counted(std::size_t count, char const* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

app::BuildOutcome run_build(app::BuildRequest& request, SourceMap& sources, Terminal const& terminal) {
    request.progress = [&](std::string const& line) { terminal.progress(line); };
    app::BuildOutcome outcome = app::build(request, DiskFileSystem(), sources);
    terminal.show(outcome.diagnostics, sources);
    return outcome;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

} // namespace

int build(app::BuildRequest request, Terminal const& terminal) {
    SourceMap sources;
    app::BuildOutcome const outcome = run_build(request, sources, terminal);
    if (outcome.status == app::Status::publication_errors || outcome.status == app::Status::reread)
        terminal.say(fmt::format("{}: nothing was written but the report",
                                 counted(outcome.diagnostics.count(Severity::error), "error")));
    for (std::string const& path : outcome.written) print(path + "\n");
    return static_cast<int>(outcome.status);
}

int check(app::BuildRequest request, Terminal const& terminal) {
    SourceMap sources;
    request.write_outputs = false;
    request.write_report = !request.out.empty();
    app::BuildOutcome const outcome = run_build(request, sources, terminal);
    Diagnostics const& found = outcome.diagnostics;
    terminal.say(fmt::format("{}, {}, {}", counted(outcome.pages, "page"),
                             counted(found.count(Severity::error), "error"),
                             counted(found.count(Severity::warning), "warning")));
    return static_cast<int>(outcome.status);
}

int new_publication(model::PublicationKind kind, std::string const& folder, Terminal const& terminal) {
    auto const written = app::new_publication(kind, folder);
    if (!written) return fail(written.error(), SourceMap(), terminal);
    for (std::string const& path : *written) print(path + "\n");
    terminal.say(fmt::format("now: quoin build {}", folder));
    return 0;
}

int dump(app::DumpRequest const& request, Picture const& picture, Terminal const& terminal) {
    SourceMap sources;
    Diagnostics found;
    DiskFileSystem const files;
    if (picture.png || picture.svg) {
        auto const drawn = app::draw_page(request, picture.png ? app::PictureKind::png : app::PictureKind::svg,
                                          picture.dpi, files, sources, found);
        terminal.show(found, sources);
        if (!drawn) return fail(drawn.error(), sources, terminal);
        if (picture.out.empty()) {
            print(as_text(*drawn));
        } else if (auto const written = app::write_file(picture.out, *drawn); !written) {
            return fail(written.error(), sources, terminal);
        }
        return found.has_errors() ? publication_errors : 0;
    }
    auto const text = app::dump(request, files, sources, found);
    terminal.show(found, sources);
    if (!text) return fail(text.error(), sources, terminal);
    print(*text);
    return found.has_errors() ? publication_errors : 0;
}

int import_manuscripts(app::ImportRequest const& request, Terminal const& terminal) {
    SourceMap sources;
    app::ImportOutcome const outcome = app::import_manuscripts(request, DiskFileSystem(), sources);
    terminal.show(outcome.diagnostics, sources);
    for (std::string const& path : outcome.written) print(path + "\n");
    for (std::string const& line : outcome.to_review) terminal.say(line);
    if (outcome.written.empty())
        terminal.say("nothing was written");
    else
        terminal.say(outcome.summary);
    return static_cast<int>(outcome.status);
}

int impose(app::ImposeRequest const& request, Terminal const& terminal) {
    SourceMap sources;
    Diagnostics found;
    auto const outcome = app::impose(request, DiskFileSystem(), sources, found);
    if (!outcome) return fail(outcome.error(), sources, terminal);
    terminal.show(found, sources);
    print(request.output + "\n");
    terminal.say(outcome->summary);
    return 0;
}

int list_layouts(app::DataFolders const& data) {
    print(app::list_layouts(data, DiskFileSystem()));
    return 0;
}

int explain_layout(std::string const& name, app::DataFolders const& data, Terminal const& terminal) {
    SourceMap sources;
    Diagnostics found;
    auto const text = app::explain_layout(name, data, DiskFileSystem(), sources, found);
    terminal.show(found, sources);
    if (!text) return fail(text.error(), sources, terminal);
    print(*text);
    return found.has_errors() ? publication_errors : 0;
}

} // namespace quoin::cli
