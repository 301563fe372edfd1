#include "support.hpp"

#include "reader/read_markdown.hpp"

#include <algorithm>

namespace quoin::tests {

namespace {

constexpr char const* front_matter = "---\ntitle: t\n---\n";
constexpr std::uint32_t front_matter_lines = 3;
constexpr std::size_t dump_head_lines = 4; // publication, date, article, title

} // namespace

std::string const png_picture = "\x89PNG\r\n\x1A\n....";
std::string const svg_picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

Reading read(std::string const& markdown, std::map<std::string, std::string> files) {
    Reading reading;
    MemoryFileSystem const file_system(std::move(files));
    reading.document =
        reader::read_markdown("text.md", front_matter + markdown, file_system, reading.sources, reading.diagnostics);
    return reading;
}

model::Article const& Reading::article() const { return std::get<model::Article>(document.entries.front().kind); }

std::string Reading::dump() const {
    std::string const whole = model::dump(document);
    std::string result;
    std::size_t line = 0;
    for (std::size_t at = 0; at < whole.size(); ++line) {
        std::size_t const end = whole.find('\n', at) + 1;
        bool const indented = whole.substr(at, 2) == "  ";
        if (line >= dump_head_lines) result += whole.substr(indented ? at + 2 : at, indented ? end - at - 2 : end - at);
        at = end;
    }
    return result;
}

std::vector<std::string> Reading::findings() const {
    std::vector<std::string> found;
    for (Diagnostic const& each : diagnostics.all()) {
        Location const place = sources.locate(each.span);
        std::uint32_t const line = place.line > front_matter_lines ? place.line - front_matter_lines : 0;
        found.push_back(std::to_string(line) + ":" + std::to_string(place.column) + " " +
                        std::string(name(each.severity)) + " " + std::string(name(each.code)));
    }
    return found;
}

std::string Reading::source(Span span) const {
    return std::string(sources.text(span.file).substr(span.begin, span.end - span.begin));
}

std::vector<std::string> findings_with_paths(SourceMap const& sources, Diagnostics const& diagnostics) {
    std::vector<std::string> found;
    for (Diagnostic const& each : diagnostics.all()) {
        Location const place = sources.locate(each.span);
        found.push_back(place.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                        std::string(name(each.severity)) + " " + std::string(name(each.code)));
    }
    return found;
}

} // namespace quoin::tests
