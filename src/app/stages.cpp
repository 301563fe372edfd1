#include "app/stages.hpp"

#include "app/source_texts.hpp"
#include "cover/draw_cover.hpp"
#include "page/insert_pages.hpp"
#include "transform/prepare.hpp"

#include <algorithm>

namespace quoin::app {

namespace {

Span key_span(model::Metadata const& metadata, std::string const& key) {
    auto const found = metadata.key_spans.find(key);
    return found == metadata.key_spans.end() ? metadata.span : found->second;
}

// A paper has a caliper in the layout, or a thickness for each page in the printer's list.
void check_paper(model::Metadata const& metadata, style::Layout const& layout, style::PrinterProfile const& printer,
                 Diagnostics& diagnostics) {
    bool const known = std::any_of(layout.papers.begin(), layout.papers.end(),
                                   [&](style::Paper const& paper) { return paper.name == metadata.paper; });
    if (metadata.paper.empty() || known || printer.spine.papers.count(metadata.paper) > 0) return;
    diagnostics.error(Code::value_invalid, key_span(metadata, "paper"), "no paper is called \"" + metadata.paper + "\"",
                      {"name one of the layout's [papers], or add it under [style] as papers.NAME.caliper"});
}

// The shop prints its bar code on the last page: pages as many as it takes follow a last one that has something on it.
void keep_last_blank(page::PageList& list, int multiple) {
    if (list.pages.empty() || list.pages.back().items.empty()) return;
    for (int i = 0; i < multiple; ++i) {
        page::Page page;
        page.recto = list.pages.size() % 2 == 0;
        page.blank = true;
        list.pages.push_back(std::move(page));
    }
}

} // namespace

Result<style::Layout> load_layout_of(model::Metadata const& metadata, BuildRequest const& request,
                                     FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics) {
    style::LayoutRequest wanted{
        metadata.layout, request.data.layouts, request.folder, {}, key_span(metadata, "layout")};
    for (model::SettingOverride const& change : metadata.style)
        wanted.overrides.push_back({change.key, change.toml, change.span});
    auto layout = style::load_layout(wanted, files, sources, diagnostics);
    if (layout && !metadata.paper.empty()) layout->print.paper = metadata.paper;
    return layout;
}

Result<style::PrinterProfile> load_printer_of(model::Metadata const& metadata, BuildRequest const& request,
                                              FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics) {
    bool const asked_for = !request.profile.empty(); // on the command line, which has no place in a file
    style::PrinterRequest wanted{asked_for ? request.profile : metadata.profile,
                                 join_path(request.data.layouts, "printers"),
                                 request.folder,
                                 {},
                                 asked_for ? Span{} : key_span(metadata, "profile")};
    for (model::SettingOverride const& change : metadata.printer)
        wanted.overrides.push_back({change.key, change.toml, change.span});
    return style::load_printer(wanted, files, sources, diagnostics);
}

Result<Prepared> prepare_edition(model::Document document, BuildRequest const& request, FileSystem const& files,
                                 SourceMap& sources, Diagnostics& diagnostics) {
    auto layout = load_layout_of(document.metadata, request, files, sources, diagnostics);
    if (!layout) return Failure(layout.error());
    auto printer = load_printer_of(document.metadata, request, files, sources, diagnostics);
    if (!printer) return Failure(printer.error());
    style::apply_printer(*printer, layout->print);
    check_paper(document.metadata, *layout, *printer, diagnostics);
    document = transform::prepare(std::move(document), *layout, diagnostics);
    // A net below the reader, which tells of each note that has no mark: what it found is not told twice.
    if (!diagnostics.has_errors()) transform::ledger_is_whole(document, diagnostics);
    text::FontBookRequest const wanted{join_path(request.data.fonts, "fonts.toml"),
                                       {request.data.fonts, join_path(request.folder, "fonts")},
                                       layout->fonts};
    auto fonts = text::FontBook::load(wanted, files, sources, diagnostics);
    if (!fonts) return Failure(fonts.error());
    auto texts = source_texts(document);
    auto places = serial_places(document);
    return Prepared{std::move(document), std::move(*layout), std::move(*printer),
                    std::move(*fonts),   std::move(texts),   std::move(places)};
}

layout::Result lay_out(Prepared const& prepared, BuildRequest const& request, FileSystem const& files, Pool& pool,
                       Diagnostics& diagnostics) {
    bool const self =
        cover::form_of(prepared.document.metadata, prepared.printer, prepared.layout.cover) == model::CoverForm::self;
    layout::Result result =
        layout::layout_document({prepared.document, prepared.layout, prepared.fonts, files, self}, pool, diagnostics);
    result.pages.info.epoch = epoch_of(prepared.document.metadata, request);
    result.pages.info.date = from_epoch(result.pages.info.epoch);
    if (self) {
        cover::Request const wanted{prepared.document,      prepared.layout, prepared.printer,
                                    prepared.fonts,         files,           result.pages.pages.size(),
                                    result.pages.info.epoch};
        page::PageList const cover = cover::draw_self_cover(wanted, diagnostics).pages;
        page::insert_page(result.pages, 0, cover, 0);
        page::insert_page(result.pages, result.pages.pages.size(), cover, 1);
        result.pages.fonts = prepared.fonts.files(); // with what only the cover uses
    } else if (prepared.printer.pages.last_blank) {
        keep_last_blank(result.pages, prepared.layout.print.pages.multiple);
    }
    return result;
}

long long epoch_of(model::Metadata const& metadata, BuildRequest const& request) {
    return request.epoch.value_or(to_epoch(metadata.date));
}

} // namespace quoin::app
