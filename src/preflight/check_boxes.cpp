#include "preflight/rules.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace quoin::preflight {

namespace {

constexpr double tolerance = 0.01; // points

bool inside(Box const& inner, Box const& outer) {
    return inner.left >= outer.left - tolerance && inner.bottom >= outer.bottom - tolerance &&
           inner.right <= outer.right + tolerance && inner.top <= outer.top + tolerance;
}

double in_millimetres(double points) { return points * 25.4 / 72; }

class BoxCheck {
  public:
    BoxCheck(PdfFacts const& facts, PdfSubject const& subject, FindingList& list)
        : facts_(facts), subject_(subject), list_(list), cover_(subject.kind == FileKind::cover),
          bleed_((cover_ && subject.printer.cover.bleed > Length::zero() ? subject.printer.cover.bleed
                                                                         : subject.printer.bleed)
                     .in_points()) {}

    void run() {
        for (std::size_t page = 0; page < facts_.pages.size(); ++page) check_page(page);
        if (!cover_) check_count();
    }

  private:
    void check_page(std::size_t index) {
        PageFacts const& page = facts_.pages[index];
        if (page.rotation != 0 || page.user_unit != 1)
            list_.about_page({Code::page_rotated, Severity::error, "write pages upright and at their size"}, index,
                             "it is turned or scaled by its page dictionary");
        if (!page.paint.any && !meant_blank(index))
            list_.about_page({Code::page_empty, Severity::warning, "see what was to stand on it"}, index,
                             "it is empty, and not on purpose");
        if (!page.media || !page.trim || !page.bleed || page.art) {
            list_.about_page({Code::page_box, Severity::error, "state MediaBox, BleedBox and TrimBox, and no ArtBox"},
                             index, page.art ? "it has an ArtBox" : "it does not say where it is trimmed");
            return;
        }
        Box const crop = page.crop.value_or(*page.media);
        if (!inside(*page.trim, *page.bleed) || !inside(*page.bleed, crop) || !inside(crop, *page.media))
            list_.about_page({Code::page_box, Severity::error, "let each box lie inside of the next larger one"}, index,
                             "its boxes do not lie inside of each other");
        check_size(index, *page.trim);
        check_bleed(index, *page.trim, *page.bleed);
        check_edges(index, page);
    }

    [[nodiscard]] bool meant_blank(std::size_t index) const {
        auto const& pages = subject_.pages.pages;
        return index < pages.size() && (pages[index].blank || pages[index].items.empty());
    }

    enum class Side { left, right };

    // The side of an interior page that is not cut, for printers who want no bleed there.
    [[nodiscard]] bool at_spine(std::size_t index, Side side) const {
        if (cover_ || subject_.printer.pages.bleed_at_spine || index >= subject_.pages.pages.size()) return false;
        return subject_.pages.pages[index].recto == (side == Side::left);
    }

    void check_size(std::size_t index, Box const& trim) {
        if (!facts_.pages.front().trim) return;
        Box const& first = *facts_.pages.front().trim;
        if (std::abs(trim.width() - first.width()) > tolerance || std::abs(trim.height() - first.height()) > tolerance)
            list_.about_page({Code::page_size, Severity::error, "give all pages one size"}, index,
                             fmt::format("it is {:.1f} × {:.1f} mm, and the first page {:.1f} × {:.1f} mm",
                                         in_millimetres(trim.width()), in_millimetres(trim.height()),
                                         in_millimetres(first.width()), in_millimetres(first.height())));
    }

    void check_bleed(std::size_t index, Box const& trim, Box const& bleed) {
        double const left = at_spine(index, Side::left) ? bleed_ : trim.left - bleed.left;
        double const right = at_spine(index, Side::right) ? bleed_ : bleed.right - trim.right;
        double const least =
            std::min(std::min(left, right), std::min(trim.bottom - bleed.bottom, bleed.top - trim.top));
        if (least < bleed_ - tolerance)
            list_.about_page({Code::page_bleed, Severity::error, "build it for this printer, whose bleed it will have"},
                             index,
                             fmt::format("it has {:.1f} mm of bleed, and the printer asks for {:.1f} mm",
                                         in_millimetres(least), in_millimetres(bleed_)));
    }

    void check_edges(std::size_t index, PageFacts const& page) {
        for (PlacedPicture const& picture : page.pictures) {
            if (!cut_off(picture.extent, *page.trim, *page.bleed)) continue;
            list_.about_page(
                {Code::picture_bleed, Severity::warning, "let it reach into the bleed, or keep off the edge"}, index,
                "a picture ends at the trim: a white line may show beside it");
            break;
        }
        double const margin = (cover_ ? subject_.printer.cover.safety : subject_.printer.pages.margin).in_points();
        if (!page.text_extent || margin <= 0) return;
        Box const& text = *page.text_extent;
        Box const& trim = *page.trim;
        double const room = std::min(std::min(text.left - trim.left, trim.right - text.right),
                                     std::min(text.bottom - trim.bottom, trim.top - text.top));
        if (room < margin - tolerance)
            list_.about_page({Code::text_near_trim, Severity::warning, "move it inwards, or make the margins larger"},
                             index,
                             fmt::format("text stands {:.1f} mm from the trim, and the printer asks for {:.1f} mm",
                                         in_millimetres(room), in_millimetres(margin)));
    }

    // On a side where it comes to the trim or over it, it must come to the bleed.
    static bool cut_off(Box const& picture, Box const& trim, Box const& bleed) {
        constexpr double touches = 0.5;
        auto const short_of = [](double to_trim, double to_bleed) { return to_trim < touches && to_bleed > touches; };
        return short_of(picture.left - trim.left, picture.left - bleed.left) ||
               short_of(trim.right - picture.right, bleed.right - picture.right) ||
               short_of(picture.bottom - trim.bottom, picture.bottom - bleed.bottom) ||
               short_of(trim.top - picture.top, bleed.top - picture.top);
    }

    void check_count() {
        auto const& rules = subject_.printer.pages;
        auto const count = static_cast<int>(facts_.pages.size());
        constexpr int sheet = 2; // a loose sheet is bound nowhere
        if (rules.multiple > 1 && count > sheet && count % rules.multiple != 0)
            list_.about_file(
                {Code::page_multiple, Severity::error, "see print.pages of the layout"},
                fmt::format("it has {} pages, and the printer asks for a multiple of {}", count, rules.multiple));
        if ((rules.least > 0 && count < rules.least) || (rules.most > 0 && count > rules.most))
            list_.about_file(
                {Code::page_multiple, Severity::error, "choose another printer or binding"},
                fmt::format("it has {} pages, and the printer takes {} to {}", count, rules.least, rules.most));
    }

    PdfFacts const& facts_;
    PdfSubject const& subject_;
    FindingList& list_;
    bool cover_;
    double bleed_;
};

} // namespace

void check_boxes(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    BoxCheck(facts, subject, list).run();
}

} // namespace quoin::preflight
