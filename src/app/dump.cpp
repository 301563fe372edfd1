#include "app/dump.hpp"

#include "app/stages.hpp"
#include "base/pool.hpp"
#include "epub/build_package.hpp"
#include "paint/paint.hpp"
#include "reader/read_publication.hpp"

#include <fmt/format.h>

namespace quoin::app {

namespace {

Result<Prepared> prepare_wanted(BuildRequest const& request, FileSystem const& files, SourceMap& sources,
                                Diagnostics& diagnostics) {
    auto publication = reader::read_publication(request.folder, files, sources, diagnostics);
    if (!publication) return Failure(publication.error());
    for (model::Document& document : publication->editions)
        if (request.edition.empty() || document.metadata.language == request.edition)
            return prepare_edition(std::move(document), request, files, sources, diagnostics);
    return failure(Code::edition_unknown, {}, fmt::format("the publication has no edition in \"{}\"", request.edition));
}

Result<page::PageList> pages_of(DumpRequest const& request, FileSystem const& files, SourceMap& sources,
                                Diagnostics& diagnostics) {
    auto prepared = prepare_wanted(request.build, files, sources, diagnostics);
    if (!prepared) return Failure(prepared.error());
    Pool pool(request.build.jobs);
    page::PageList pages = lay_out(*prepared, request.build, files, pool, diagnostics).pages;
    diagnostics.append(prepared->fonts.problems());
    if (request.page > pages.pages.size())
        return failure(Code::value_invalid, {},
                       fmt::format("there is no page {}: the interior has {}", request.page, pages.pages.size()));
    return pages;
}

std::string dump_package(Prepared const& prepared, DumpRequest const& request, FileSystem const& files,
                         Diagnostics& diagnostics) {
    Pool pool(request.build.jobs);
    model::PageMarks const marks =
        request.build.page_list ? lay_out(prepared, request.build, files, pool, diagnostics).marks : model::PageMarks{};
    Bytes const no_cover;
    return epub::dump(epub::build_package({prepared.document,
                                           prepared.layout,
                                           files,
                                           {},
                                           marks,
                                           no_cover,
                                           {},
                                           epoch_of(prepared.document.metadata, request.build),
                                           {}},
                                          pool, diagnostics));
}

} // namespace

Result<std::string> dump(DumpRequest const& request, FileSystem const& files, SourceMap& sources,
                         Diagnostics& diagnostics) {
    if (request.stage == DumpStage::pages) {
        auto pages = pages_of(request, files, sources, diagnostics);
        if (!pages) return Failure(pages.error());
        if (request.page > 0) pages->pages = {pages->pages[request.page - 1]};
        return page::dump(*pages);
    }
    auto prepared = prepare_wanted(request.build, files, sources, diagnostics);
    if (!prepared) return Failure(prepared.error());
    if (request.stage == DumpStage::model) return model::dump(prepared->document);
    return dump_package(*prepared, request, files, diagnostics);
}

Result<Bytes> draw_page(DumpRequest const& request, PictureKind kind, double dpi, FileSystem const& files,
                        SourceMap& sources, Diagnostics& diagnostics) {
    auto const pages = pages_of(request, files, sources, diagnostics);
    if (!pages) return Failure(pages.error());
    std::size_t const index = request.page == 0 ? 0 : request.page - 1;
    paint::PaintOptions const options{dpi, paint::Extent::trim};
    return kind == PictureKind::png ? paint::draw_png(*pages, index, options) : paint::draw_svg(*pages, index, options);
}

Result<std::string> explain_layout(std::string const& name, DataFolders const& data, FileSystem const& files,
                                   SourceMap& sources, Diagnostics& diagnostics) {
    auto const layout = style::load_layout({name, data.layouts, ".", {}, {}}, files, sources, diagnostics);
    if (!layout) return Failure(layout.error());
    return style::explain(*layout, sources);
}

std::string list_layouts(DataFolders const& data, FileSystem const& files) {
    std::string text;
    for (std::string const& name : style::list_layouts(data.layouts, files)) {
        SourceMap sources;
        Diagnostics ignored;
        auto const layout = style::load_layout({name, data.layouts, ".", {}, {}}, files, sources, ignored);
        std::string description;
        if (layout)
            if (auto const found = layout->origins.find("description"); found != layout->origins.end())
                description = found->second.value;
        text += fmt::format("{:<16} {}\n", name, description);
    }
    return text;
}

} // namespace quoin::app
