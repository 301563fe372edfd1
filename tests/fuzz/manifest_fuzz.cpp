// Reads any bytes as publication.toml, alone and as a publication that names files.

#include "reader/read_publication.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    std::string const text(reinterpret_cast<char const*>(data), size);
    MemoryFileSystem const files({{"p/publication.toml", text}, {"p/a.md", "---\ntitle: t\n---\nw[^1]\n\n[^1]: n"}});
    SourceMap sources;
    Diagnostics diagnostics;
    auto const publication = reader::read_publication("p", files, sources, diagnostics);
    for (Diagnostic const& each : diagnostics.all()) (void)sources.locate(each.span);
    if (publication) {
        for (model::Document const& document : publication->editions) (void)model::dump(document);
    }
    return 0;
}
