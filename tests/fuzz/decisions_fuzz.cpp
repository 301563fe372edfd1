// Reads any bytes as import.toml, and looks for what it says in a text.

#include "manuscript/instructions.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    std::string const text(reinterpret_cast<char const*>(data), size);
    SourceMap sources;
    Diagnostics diagnostics;
    FileId const file = sources.add("import.toml", text);
    auto const decisions = manuscript::read_decisions(file, sources, diagnostics);
    if (decisions) {
        std::string const view = "the men-\n\nBooks of the house\n\ntion it in letters\n";
        for (auto const& each : manuscript::place(decisions->instructions, view, diagnostics))
            if (each.first < 1 || each.last > 7 || each.last < each.first) std::abort();
    }
    for (Diagnostic const& each : diagnostics.all()) (void)sources.locate(each.span);
    return 0;
}
