#include "epub/glyph_report.hpp"

#include "base/utf8.hpp"
#include "epub/visit_rows.hpp"

#include <fmt/format.h>

namespace quoin::epub {

using namespace model;

namespace {

class Report {
  public:
    Report(CharacterSet const& missing, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
        missing.for_each([&](char32_t character) { open_.insert(character); });
    }

    void row(Inlines const& content) {
        for (Inline const& each : content) {
            if (auto const* text = std::get_if<Text>(&each.kind)) look(text->text, each.span);
            if (auto const* code = std::get_if<model::Code>(&each.kind)) look(code->text, each.span);
            if (Inlines const* inside = children(each)) row(*inside);
        }
    }

    // Bylines, credits and the words of the manifest have no place of their own.
    void rest() {
        for (char32_t const character : open_) say(character, {});
    }

    [[nodiscard]] bool done() const { return open_.empty(); }

  private:
    void look(std::string const& text, Span span) {
        for (std::size_t at = 0; at < text.size() && !open_.empty();) {
            std::size_t const begin = at;
            char32_t const character = next_character(text, at);
            if (open_.erase(character) == 0) continue;
            if (span.end - span.begin == text.size())
                span = {span.file, span.begin + static_cast<std::uint32_t>(begin),
                        span.begin + static_cast<std::uint32_t>(at)};
            say(character, span);
        }
    }

    void say(char32_t character, Span span) {
        std::string sign;
        append_utf8(sign, character);
        diagnostics_.warning(
            quoin::Code::glyph_missing, span,
            fmt::format("no font of the EPUB has \"{}\" ({}), so each reading system shows it as it can", sign,
                        code_point_name(character)),
            {"name a font that has it under [fonts] in the layout, or a fallback in fonts.toml"});
    }

    Diagnostics& diagnostics_;
    std::set<char32_t> open_;
};

} // namespace

void report_missing_glyphs(Document const& document, CharacterSet const& missing, Diagnostics& diagnostics) {
    Report report(missing, diagnostics);
    if (report.done()) return;
    visit_rows(document, [&](Inlines const& content) { report.row(content); });
    report.rest();
}

} // namespace quoin::epub
