// Reads any bytes as an e-book: as an archive when they are one, else as the files of one, with a line "===" between them.

#include "check_imported.hpp"

#include "base/pool.hpp"
#include "epub/build_package.hpp"
#include "hypertext/read_hypertext.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

using namespace quoin;

Bytes archive_of(std::string_view text) {
    static constexpr char const* names[] = {"OPS/book.opf", "OPS/nav.xhtml", "OPS/a.xhtml", "OPS/b.xhtml", "OPS/s.css"};
    constexpr std::string_view between = "\n===\n";
    epub::Package package;
    package.files.push_back({"mimetype", to_bytes("application/epub+zip"), true});
    for (char const* name : names) {
        std::size_t const end = std::min(text.find(between), text.size());
        package.files.push_back({name, to_bytes(text.substr(0, end)), false});
        text.remove_prefix(std::min(end + between.size(), text.size()));
    }
    Pool pool(1);
    auto bytes = epub::write_archive(package, 0, pool);
    return bytes ? std::move(*bytes) : Bytes{};
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    Bytes content(data, data + size);
    if (!as_text(content).starts_with("PK")) content = archive_of(std::string(as_text(content)));
    SourceMap sources;
    check_imported(hypertext::read_epub({"book.epub", content}, {}, sources), sources);
    return 0;
}
