#include "preflight/rules.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::preflight {

namespace {

using style::PrintStandard;

class PictureCheck {
  public:
    PictureCheck(PdfFacts const& facts, PdfSubject const& subject, FindingList& list)
        : facts_(facts), subject_(subject), list_(list) {}

    void run() {
        for (std::size_t page = 0; page < facts_.pages.size(); ++page) {
            auto const sources = sources_on(page);
            auto const& pictures = facts_.pages[page].pictures;
            for (std::size_t at = 0; at < pictures.size(); ++at) {
                // Pictures inside of drawings have no source of their own.
                page::Image const* const source = sources.size() == pictures.size() ? sources[at] : nullptr;
                check_form(page, facts_.images[pictures[at].image], source);
                if (subject_.kind != FileKind::screen) check_resolution(page, pictures[at], source);
            }
        }
    }

  private:
    [[nodiscard]] std::vector<page::Image const*> sources_on(std::size_t index) const {
        std::vector<page::Image const*> found;
        if (index >= subject_.pages.pages.size()) return found;
        for (page::Item const& item : subject_.pages.pages[index].items) {
            auto const* const picture = std::get_if<page::Picture>(&item.kind);
            if (picture == nullptr) continue;
            page::Image const& image = subject_.pages.images.at(static_cast<std::size_t>(picture->image));
            if (image.kind == page::ImageKind::raster) found.push_back(&image);
        }
        return found;
    }

    static std::string named(page::Image const* source) {
        return source == nullptr ? "a picture" : fmt::format("the picture \"{}\"", source->path);
    }
    static Span span_of(page::Image const* source) { return source == nullptr ? Span{} : source->span; }

    void check_form(std::size_t page, ImageFact const& image, page::Image const* source) {
        bool const x1a = subject_.kind != FileKind::screen && subject_.printer.standard == PrintStandard::x1a;
        for (std::string const& filter : image.filters) {
            bool const refused = filter == "LZWDecode" || (x1a && (filter == "JPXDecode" || filter == "JBIG2Decode"));
            if (refused)
                list_.at_place({Code::picture_filter, Severity::error, "compress it as JPEG or by Flate"}, page,
                               span_of(source), fmt::format("{} is compressed by {}", named(source), filter));
        }
        if (image.interpolated)
            list_.at_place({Code::picture_interpolated, Severity::error, "write it without Interpolate"}, page,
                           span_of(source),
                           fmt::format("{} asks to be smoothed, which PDF/A and shops refuse", named(source)));
        bool const cmyk_jpeg =
            image.space == "/DeviceCMYK" && !image.filters.empty() && image.filters.back() == "DCTDecode";
        if (cmyk_jpeg && image.inverted_by_marker != image.inverted_by_decode)
            list_.at_place({Code::jpeg_inverted, Severity::error, "write the Decode array that its bytes ask for"},
                           page, span_of(source), fmt::format("{} will print as its negative", named(source)));
    }

    void check_resolution(std::size_t page, PlacedPicture const& picture, page::Image const* source) {
        ImageFact const& image = facts_.images[picture.image];
        auto const& rules = subject_.printer.pictures;
        bool const line_art = image.bits == 1;
        int const asked = line_art ? rules.line_art_ppi : rules.ppi;
        int const least = line_art ? rules.least_line_art_ppi : rules.least_ppi;
        constexpr double rounding = 1;
        if (picture.ppi <= 0 || picture.ppi >= asked - rounding) return;
        double const width = picture.extent.width() * 25.4 / 72 * picture.ppi / asked;
        Severity const severity = picture.ppi < least - rounding ? Severity::error : Severity::warning;
        list_.at_place({Code::picture_resolution, severity,
                        fmt::format("print it {:.0f} mm wide or smaller, or find a larger file", width)},
                       page, span_of(source),
                       fmt::format("{} has {:.0f} pixels an inch at this size, and the printer asks for {}",
                                   named(source), picture.ppi, asked));
    }

    PdfFacts const& facts_;
    PdfSubject const& subject_;
    FindingList& list_;
};

} // namespace

void check_pictures(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    PictureCheck(facts, subject, list).run();
}

} // namespace quoin::preflight
