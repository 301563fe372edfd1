// Reads any bytes as an article's text.

#include "reader/read_markdown.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

namespace {

/// Every span has to lie in its file, or a later stage would read behind the text.
void check(quoin::SourceMap const& sources, quoin::Span span) {
    if (span.file == quoin::FileId::none) return;
    if (span.begin > span.end || span.end > sources.text(span.file).size()) std::abort();
}

void check(quoin::SourceMap const& sources, quoin::model::Inlines const& content) {
    for (quoin::model::Inline const& each : content) {
        check(sources, each.span);
        if (auto const* inner = quoin::model::children(each)) check(sources, *inner);
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    std::string text = "---\ntitle: t\n---\n";
    text.append(reinterpret_cast<char const*>(data), size);
    std::map<std::string, std::string> const pictures{{"a.png", "\x89PNG\r\n\x1A\n"}};
    MemoryFileSystem const files(pictures);
    SourceMap sources;
    Diagnostics diagnostics;
    model::Document const document = reader::read_markdown("a.md", text, files, sources, diagnostics);
    for (Diagnostic const& each : diagnostics.all()) {
        check(sources, each.span);
        (void)sources.locate(each.span);
    }
    auto const check_blocks = [&](model::Blocks const& blocks) {
        for (model::Block const& block : blocks) {
            check(sources, block.span);
            if (auto const* paragraph = std::get_if<model::Paragraph>(&block.kind)) check(sources, paragraph->content);
        }
    };
    check_blocks(std::get<model::Article>(document.entries.front().kind).body);
    for (model::Note const& note : document.notes) check_blocks(note.content);
    (void)model::dump(document);
    return 0;
}
