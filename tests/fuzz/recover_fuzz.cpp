// Recovers any bytes as an extracted text: no crash, and every span lies in its file.

#include "recover/recover_text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    SourceMap sources;
    Diagnostics diagnostics;
    manuscript::Source const source{"a.txt", Bytes(data, data + size)};
    manuscript::Imported const imported = recover::recover_text(source, {}, {}, sources, diagnostics);
    auto check = [&](Span span) {
        if (span.file == FileId::none) return;
        if (span.begin > span.end || span.end > sources.text(span.file).size()) std::abort();
    };
    for (manuscript::Decision const& each : imported.decisions) check(each.left), check(each.right);
    for (manuscript::Passage const& each : imported.dropped) check(each.span);
    for (model::Entry const& each : imported.document.entries) check(each.span);
    (void)model::dump(imported.document);
    return 0;
}
