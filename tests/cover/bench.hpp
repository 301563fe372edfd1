#pragma once
// A journal in a shipped layout for a shipped printer, with everything that a cover needs.

#include "cover/draw_cover.hpp"

#include <algorithm>
#include <string>

namespace quoin::cover::test {

struct Bench {
    DiskFileSystem files;
    SourceMap sources;
    Diagnostics diagnostics;
    model::Document document;
    style::Layout layout;
    style::PrinterProfile printer;
    text::FontBook fonts;

    explicit Bench(std::string const& name = "journal-a4", std::string const& shop = "")
        : layout(load_layout(name)), printer(load_printer(shop)),
          fonts(*text::FontBook::load({QUOIN_SOURCE_DIR "/fonts/fonts.toml", {}, layout.fonts}, files, sources,
                                      diagnostics)) {
        model::Metadata& metadata = document.metadata;
        metadata.title = "The Compositor";
        metadata.publisher = "Guild Press";
        metadata.description = "On printing and reading.";
        metadata.issue.number = "17";
        metadata.issue.date = Date{2026, 3, 0};
        metadata.cover.lines = {"First teaser", "Second teaser"};
    }

    style::Layout load_layout(std::string const& name) {
        return *style::load_layout({name, QUOIN_SOURCE_DIR "/layouts", ".", {}, {}}, files, sources, diagnostics);
    }
    style::PrinterProfile load_printer(std::string const& name) {
        return *style::load_printer({name, QUOIN_SOURCE_DIR "/layouts/printers", ".", {}, {}}, files, sources,
                                    diagnostics);
    }
    [[nodiscard]] Request request(std::size_t pages) const {
        return {document, layout, printer, fonts, files, pages, 0};
    }
    Sheet sheet(std::size_t pages) { return draw_sheet(request(pages), diagnostics); }
    [[nodiscard]] std::size_t reports(Code code) const {
        auto const& all = diagnostics.all();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [&](Diagnostic const& each) { return each.code == code; }));
    }
};

/// The words of all runs, without spaces: lines and words may be runs of their own.
inline std::string words(page::PageList const& list, std::size_t page = 0) {
    std::string text;
    for (page::Item const& item : list.pages.at(page).items)
        if (auto const* run = std::get_if<page::GlyphRun>(&item.kind)) text += run->text;
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

inline bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

inline model::Block paragraph(std::string const& text) {
    model::Paragraph made;
    made.content.push_back({model::Text{text}, {}});
    return {std::move(made), {}};
}

} // namespace quoin::cover::test
