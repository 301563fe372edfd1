#include "cli/terminal.hpp"

#include "app/report.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <unistd.h>
#include <utility>

namespace quoin::cli {

namespace {

/// Messages of one code that are shown for one file: what goes wrong a thousand times has one cause.
constexpr std::size_t most_alike = 50;

} // namespace

Terminal::Terminal(MessageForm form)
    : form_(form), is_terminal_(::isatty(STDERR_FILENO) == 1),
      colour_(is_terminal_ && std::getenv("NO_COLOR") == nullptr) {}

void Terminal::show(Diagnostics const& diagnostics, SourceMap const& sources) const {
    clear_progress();
    std::map<std::pair<FileId, Code>, std::size_t> told;
    for (Diagnostic const& diagnostic : diagnostics.all()) {
        if (form_ == MessageForm::text && ++told[{diagnostic.span.file, diagnostic.code}] > most_alike) continue;
        std::string const text =
            form_ == MessageForm::json
                ? app::message_json(diagnostic, sources) + "\n"
                : app::message_text(diagnostic, sources, colour_ ? app::Colour::yes : app::Colour::no);
        std::fwrite(text.data(), 1, text.size(), stderr);
    }
    for (auto const& [what, count] : told) {
        if (count <= most_alike) continue;
        std::string const place = what.first == FileId::none ? std::string{} : sources.path(what.first) + ": ";
        fmt::print(stderr, "{}and {} more of [{}]; the report and --json list them all\n", place, count - most_alike,
                   name(what.second));
    }
}

void Terminal::progress(std::string const& line) const {
    if (is_terminal_ && form_ == MessageForm::text) fmt::print(stderr, "\r\033[K{}", line);
}

void Terminal::clear_progress() const {
    if (is_terminal_ && form_ == MessageForm::text) fmt::print(stderr, "\r\033[K");
}

void Terminal::say(std::string const& line) const {
    if (form_ == MessageForm::text) fmt::print(stderr, "{}\n", line);
}

} // namespace quoin::cli
