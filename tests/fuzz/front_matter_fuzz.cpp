// Reads any bytes as the YAML before an article.

#include "reader/read_markdown.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    std::string text = "---\n";
    text.append(reinterpret_cast<char const*>(data), size);
    text += "\n---\nwords[^1]\n\n[^1]: note\n";
    MemoryFileSystem const files({});
    SourceMap sources;
    Diagnostics diagnostics;
    model::Document const document = reader::read_markdown("a.md", text, files, sources, diagnostics);
    for (Diagnostic const& each : diagnostics.all()) (void)sources.locate(each.span);
    (void)model::dump(document);
    return 0;
}
