#include "cli/terminal.hpp"

#include "app/report.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace quoin::cli {

Terminal::Terminal(MessageForm form)
    : form_(form), is_terminal_(::isatty(STDERR_FILENO) == 1),
      colour_(is_terminal_ && std::getenv("NO_COLOR") == nullptr) {}

void Terminal::show(Diagnostics const& diagnostics, SourceMap const& sources) const {
    clear_progress();
    for (Diagnostic const& diagnostic : diagnostics.all()) {
        std::string const text =
            form_ == MessageForm::json
                ? app::message_json(diagnostic, sources) + "\n"
                : app::message_text(diagnostic, sources, colour_ ? app::Colour::yes : app::Colour::no);
        std::fwrite(text.data(), 1, text.size(), stderr);
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
