#include "support.hpp"

#include "base/file_system.hpp"
#include "lint/proofread.hpp"
#include "reader/read_markdown.hpp"
#include "reader/read_publication.hpp"

namespace quoin::tests {

namespace {

Findings list(Diagnostics const& found, SourceMap const& sources, bool paths, std::uint32_t lines_above) {
    Findings result;
    for (Diagnostic const& each : found.all()) {
        Location const place = sources.locate(each.span);
        result.push_back((paths ? place.path + ":" : "") + std::to_string(place.line - lines_above) + ":" +
                         std::to_string(place.column) + " " + std::string(name(each.code)));
    }
    return result;
}

} // namespace

std::string at(std::string const& place, Code code) { return place + " " + std::string(name(code)); }

Findings proofread(std::string const& markdown, std::string const& language) {
    MemoryFileSystem const files(std::map<std::string, std::string>{});
    SourceMap sources;
    Diagnostics reading, found;
    model::Publication publication;
    std::string const text = "---\ntitle: t\nlang: " + language + "\n---\n" + markdown;
    publication.editions.push_back(reader::read_markdown("text.md", text, files, sources, reading));
    lint::proofread(publication, found);
    return list(found, sources, false, 4);
}

Findings proofread_folder(std::map<std::string, std::string> files) {
    MemoryFileSystem const file_system(std::move(files));
    SourceMap sources;
    Diagnostics reading, found;
    auto const publication = reader::read_publication("pub", file_system, sources, reading);
    if (publication) lint::proofread(*publication, found);
    return list(found, sources, true, 0);
}

} // namespace quoin::tests
