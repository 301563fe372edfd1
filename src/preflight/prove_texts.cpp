#include "preflight/prove_texts.hpp"

#include <fmt/format.h>

namespace quoin::preflight {

namespace {

constexpr std::size_t most_named = 5;
// Texts follow each other closely, but for floats and notes: beyond that the whole file is looked through.
constexpr std::size_t near = 20000;

} // namespace

void prove_texts(std::string const& file, std::string const& letters, std::vector<SourceText> const& texts, Which which,
                 Diagnostics& found) {
    std::string_view const all = letters;
    std::size_t at = 0, lost = 0;
    for (SourceText const& text : texts) {
        if (text.letters.empty() || (which == Which::of_pages && !text.pages_too)) continue;
        auto place = all.substr(at, near + text.letters.size()).find(text.letters);
        if (place != std::string_view::npos) {
            at += place + text.letters.size();
            continue;
        }
        place = all.find(text.letters);
        if (place != std::string_view::npos) {
            at = place + text.letters.size();
            continue;
        }
        constexpr std::size_t shown = 40;
        if (++lost <= most_named)
            found.error(Code::reread_text, text.span,
                        fmt::format("{} was read back, and the text of this place is not in it: \"{}\"", file,
                                    text.letters.substr(0, shown)),
                        {"a fault of the program: the file was not put in its place; report it with the sources"});
    }
    if (lost > most_named)
        found.error(Code::reread_text, {}, fmt::format("{}: {} more texts are not in it", file, lost - most_named));
}

} // namespace quoin::preflight
