#include "app/edition.hpp"

#include "app/judge.hpp"
#include "app/stages.hpp"
#include "cover/draw_cover.hpp"
#include "epub/build_package.hpp"
#include "media/picture.hpp"
#include "paint/paint.hpp"
#include "pdf/write_pdf.hpp"

#include <fmt/format.h>
#include <memory>
#include <optional>

namespace quoin::app {

namespace {

// The outputs of one edition, each made from what the ones before it left ready.
class EditionBuilder {
  public:
    EditionBuilder(Prepared const& prepared, BuildRequest const& request, FileSystem const& files, Pool& pool,
                   Diagnostics& diagnostics)
        : prepared_(prepared), stem_(stem_of(prepared.document.metadata)), request_(request), files_(files),
          pool_(pool), diagnostics_(diagnostics), epoch_(epoch_of(prepared.document.metadata, request)),
          form_(cover::form_of(prepared.document.metadata, prepared.printer, prepared.layout.cover)),
          judge_(prepared, stem_, diagnostics, result_) {}

    EditionFiles run() {
        bool const pages_wanted = wants(Output::print) || wants(Output::screen) ||
                                  (wants(Output::epub) && request_.page_list) ||
                                  (wants(Output::cover) && form_ == model::CoverForm::separate);
        if (pages_wanted) {
            pages_ = lay_out(prepared_, request_, files_, pool_, diagnostics_);
            result_.pages = pages_->pages.pages.size();
            result_.notices = pages_->notices;
            result_.quality = pages_->quality;
            result_.places = page_places(prepared_.places, pages_->marks, pages_->pages);
            judge_.set_places(result_.places);
        }
        if (wants(Output::cover) || wants(Output::epub)) paint_cover_picture();
        if (wants(Output::epub)) write_epub();
        if (wants(Output::print)) write_pdf(page_list(), press_edition(interior()), "-print.pdf");
        if (wants(Output::cover)) write_cover();
        if (wants(Output::screen)) write_pdf(page_list(), screen_edition(), "-screen.pdf");
        if (pages_) result_.interior = std::move(pages_->pages);
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool wants(Output output) const { return request_.only.empty() || request_.only.count(output) != 0; }
    [[nodiscard]] page::PageList const& page_list() const { return pages_->pages; }

    [[nodiscard]] cover::Request cover_request() const {
        return {
            prepared_.document, prepared_.layout, prepared_.printer, prepared_.fonts, files_, result_.pages, epoch_};
    }

    void add(std::string const& ending, Result<Bytes> bytes) {
        if (bytes) {
            result_.files.push_back({stem_ + ending, std::move(*bytes)});
        } else {
            diagnostics_.report(bytes.error());
        }
    }

    // The same front as the print cover, at the proportions that shops ask for (1 : 1.6).
    void paint_cover_picture() {
        style::CoverStyle const& style = prepared_.layout.cover;
        Length const width = prepared_.layout.print.page.width;
        Size const size{width, width.scaled(style.picture_height, style.picture_width)};
        page::PageList const front = cover::draw_front(cover_request(), size, diagnostics_);
        auto const pixels =
            paint::draw_pixels(front, 0,
                               paint::Crop{Point{}, size, static_cast<std::uint32_t>(style.picture_width),
                                           static_cast<std::uint32_t>(style.picture_height)});
        Result<Bytes> jpeg = pixels ? media::encode_jpeg(*pixels, 90) : Result<Bytes>(Failure(pixels.error()));
        if (jpeg) cover_picture_ = *jpeg;
        if (wants(Output::cover) || !jpeg) add("-cover.jpg", std::move(jpeg));
    }

    void write_epub() {
        epub::FaceFinder const find_face = [&](std::string const& role, int weight, bool italic, char32_t character) {
            return find(role, weight, italic, character);
        };
        model::PageMarks const none;
        bool const marked = request_.page_list && pages_.has_value();
        epub::Request const wanted{prepared_.document,
                                   prepared_.layout,
                                   files_,
                                   request_.embed_fonts && prepared_.layout.epub.embed_fonts ? find_face
                                                                                             : epub::FaceFinder{},
                                   marked ? pages_->marks : none,
                                   cover_picture_,
                                   prepared_.document.metadata.cover.alt,
                                   epoch_,
                                   {}};
        epub::Package const package = epub::build_package(wanted, pool_, diagnostics_);
        // A note that nothing calls is an error of its own already.
        if (package.notes != prepared_.document.notes.size() && !diagnostics_.has_errors())
            diagnostics_.error(
                Code::note_ledger, {},
                fmt::format("the EPUB holds {} notes, the source {}", package.notes, prepared_.document.notes.size()));
        auto bytes = epub::write_archive(package, epoch_, pool_);
        if (bytes) judge_.epub(*bytes, marked ? pages_->marks : none);
        if (bytes) tell_size(package, bytes->size());
        add(".epub", std::move(bytes));
    }

    /// Shops charge for what is sent, and fonts are the part of it that can be left out.
    void tell_size(epub::Package const& package, std::size_t size) {
        std::size_t fonts = 0, font_bytes = 0;
        for (epub::PackageFile const& file : package.files) {
            if (file.path.find("/fonts/") == std::string::npos) continue;
            ++fonts;
            font_bytes += file.bytes.size();
        }
        constexpr std::size_t kilobyte = 1000;
        result_.notices.push_back(fmt::format("{}.epub: {} kB; {} fonts of {} kB before packing", stem_,
                                              size / kilobyte, fonts, font_bytes / kilobyte));
    }

    [[nodiscard]] std::optional<epub::Face> find(std::string const& role, int weight, bool italic,
                                                 char32_t character) const {
        auto const id = prepared_.fonts.find_for({role, weight, italic}, character);
        if (!id) return std::nullopt;
        page::FontFile const& file = prepared_.fonts.file(*id);
        return epub::Face{file.family, weight, italic, file.bytes, file.face_index};
    }

    void write_cover() {
        if (form_ != model::CoverForm::separate) return;
        cover::Sheet const sheet = cover::draw_sheet(cover_request(), diagnostics_);
        pdf::Edition edition = press_edition(pdf::Edition::Interior::cmyk);
        edition.bleed_at_spine = true; // no edge of a cover is its fold
        edition.folds = sheet.folds;
        write_pdf(sheet.pages, edition, "-cover.pdf");
    }

    [[nodiscard]] pdf::Edition::Interior interior() const {
        using Interior = pdf::Edition::Interior;
        std::string const& wanted = prepared_.layout.print.interior;
        return wanted == "cmyk" ? Interior::cmyk : wanted == "gray" ? Interior::gray : Interior::gray_spot;
    }

    [[nodiscard]] pdf::Edition press_edition(pdf::Edition::Interior inks) const {
        pdf::Edition edition = pdf::press_edition(prepared_.printer, inks);
        model::Metadata const& metadata = prepared_.document.metadata;
        edition.slug_title = metadata.title;
        for (std::string const* part : {&metadata.issue.series, &metadata.issue.volume, &metadata.issue.number})
            if (!part->empty()) edition.slug_title += " · " + *part;
        if (metadata.issue.date) edition.slug_title += " · " + to_string(*metadata.issue.date);
        return edition;
    }

    [[nodiscard]] static pdf::Edition screen_edition() {
        pdf::Edition edition;
        edition.kind = pdf::Edition::Kind::screen;
        return edition;
    }

    void write_pdf(page::PageList const& pages, pdf::Edition const& edition, std::string const& ending) {
        auto bytes = pdf::write_pdf(pages, edition, pool_);
        if (bytes) judge_.pdf(ending, *bytes, pages, edition.interior == pdf::Edition::Interior::gray);
        add(ending, std::move(bytes));
    }

    Prepared const& prepared_;
    std::string stem_;
    BuildRequest const& request_;
    FileSystem const& files_;
    Pool& pool_;
    Diagnostics& diagnostics_;
    long long epoch_;
    model::CoverForm form_;
    std::optional<layout::Result> pages_;
    Bytes cover_picture_;
    EditionFiles result_;
    Judge judge_;
};

} // namespace

std::string stem_of(model::Metadata const& metadata) {
    return metadata.is_edition ? metadata.name + "-" + metadata.language : metadata.name;
}

EditionFiles build_edition(model::Document document, BuildRequest const& request, FileSystem const& files,
                           SourceMap& sources, Pool& pool, Diagnostics& diagnostics) {
    auto prepared = prepare_edition(std::move(document), request, files, sources, diagnostics);
    if (!prepared) {
        diagnostics.report(prepared.error());
        return {};
    }
    EditionFiles built = EditionBuilder(*prepared, request, files, pool, diagnostics).run();
    diagnostics.append(prepared->fonts.problems());
    return built;
}

} // namespace quoin::app
