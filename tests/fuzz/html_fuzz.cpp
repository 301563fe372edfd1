// Reads any bytes as a web page.

#include "check_imported.hpp"

#include "hypertext/read_hypertext.hpp"

#include <cstddef>
#include <cstdint>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    Bytes const content(data, data + size);
    MemoryFileSystem const files({{"a.png", "\x89PNG\r\n\x1A\n"}});
    SourceMap sources;
    check_imported(hypertext::read_html({"page.html", content}, {}, files, sources), sources);
    return 0;
}
