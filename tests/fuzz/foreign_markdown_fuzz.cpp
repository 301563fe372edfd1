// Reads any bytes as Markdown of another dialect.

#include "check_imported.hpp"

#include "hypertext/read_hypertext.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    Bytes const content(data, data + size);
    std::map<std::string, std::string> const pictures{{"a.png", "\x89PNG\r\n\x1A\n"}};
    MemoryFileSystem const files(pictures);
    SourceMap sources;
    check_imported(hypertext::read_foreign_markdown({"text.md", content}, {}, files, sources), sources);
    return 0;
}
