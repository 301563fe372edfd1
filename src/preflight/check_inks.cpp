#include "preflight/rules.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::preflight {

namespace {

using style::PressColour;
using style::PrintStandard;

class InkCheck {
  public:
    InkCheck(PdfFacts const& facts, PdfSubject const& subject, FindingList& list)
        : facts_(facts), subject_(subject), printer_(subject.printer), list_(list) {}

    void run() {
        for (std::size_t page = 0; page < facts_.pages.size(); ++page) {
            PaintFacts const& paint = facts_.pages[page].paint;
            check_spaces(page, paint);
            check_black(page, paint);
            check_amounts(page, paint);
            check_transparency(page, facts_.pages[page]);
        }
    }

  private:
    void tell(Code code, Severity severity, std::size_t page, char const* mend, std::string const& what) {
        list_.about_page({code, severity, mend}, page, what);
    }

    [[nodiscard]] bool wants_inks() const { return printer_.colour != PressColour::srgb; }

    void check_spaces(std::size_t page, PaintFacts const& paint) {
        if (paint.rgb && wants_inks())
            tell(Code::colour_rgb, Severity::error, page, "give it an ink of the palette, or convert it",
                 fmt::format("it has colours of the screen ({}), and the press prints inks", paint.rgb->what));
        if (paint.foreign_space && printer_.standard == PrintStandard::x1a)
            tell(Code::colour_space, Severity::error, page, "convert it to CMYK or grey",
                 fmt::format("{} is no colour space that PDF/X-1a takes", paint.foreign_space->what));
        bool const gray = subject_.gray || printer_.colour == PressColour::gray;
        if (gray && paint.chroma && subject_.kind == FileKind::print)
            tell(Code::colour_class, Severity::error, page, "convert it, or set print.interior to \"cmyk\"",
                 fmt::format("it has a colour ({}) in an interior that prints black alone", paint.chroma->what));
        for (std::string const& spot : paint.spots)
            if (!known(spot))
                tell(Code::spot_unknown, Severity::error, page, "name it in the layout's [palette], or give it inks",
                     fmt::format("the spot ink \"{}\" is not in the layout's palette", spot));
    }

    [[nodiscard]] bool known(std::string const& spot) const {
        for (char const* const process : {"All", "None", "Cyan", "Magenta", "Yellow", "Black"})
            if (spot == process) return true;
        return std::any_of(subject_.pages.inks.begin(), subject_.pages.inks.end(),
                           [&](page::Ink const& ink) { return ink.spot == spot; });
    }

    void check_black(std::size_t page, PaintFacts const& paint) {
        if (!wants_inks()) return;
        if (paint.rich_text && paint.rich_text->value < printer_.ink.rich_black_text_from.in_points())
            tell(Code::text_rich_black, Severity::warning, page, "print it in black alone",
                 fmt::format("text of {:.1f} pt in black of several inks: it will look blurred where they do not meet",
                             paint.rich_text->value));
        if (paint.knocked_out)
            tell(Code::black_knocks_out, Severity::warning, page, "let black overprint",
                 fmt::format("black text in {} does not overprint: white edges may show around it",
                             paint.knocked_out->what));
        if (paint.white_overprint)
            tell(Code::white_overprints, Severity::error, page, "let white knock out",
                 "something white overprints, so that it will not be seen");
        double const least = printer_.text.least_size.in_points();
        if (paint.small_text && paint.small_text->value < least - 0.01)
            tell(Code::text_small, Severity::warning, page, "set it larger",
                 fmt::format("text of {:.1f} pt, and the printer asks for {:.1f} pt", paint.small_text->value, least));
    }

    void check_amounts(std::size_t page, PaintFacts const& paint) {
        constexpr double rounding = 0.5;
        if (paint.ink_sum && paint.ink_sum->value > printer_.ink.total + rounding && wants_inks())
            tell(Code::ink_total, Severity::error, page, "make the ink lighter in the palette",
                 fmt::format("{:.0f} % of ink ({}), and the printer takes {} %", paint.ink_sum->value,
                             paint.ink_sum->what, printer_.ink.total));
        double const least = printer_.lines.least.in_points();
        constexpr double written = 0.002; // lengths are written in thousandths of a point
        if (paint.thin_line && paint.thin_line->value < least - written)
            tell(Code::line_thin, Severity::error, page, "draw it thicker",
                 fmt::format("a {} of {:.2f} pt, and the printer asks for {:.2f} pt", paint.thin_line->what,
                             paint.thin_line->value, least));
    }

    void check_transparency(std::size_t page, PageFacts const& facts) {
        if (!printer_.allows_transparency() && (facts.paint.alpha || facts.group))
            tell(Code::transparency, Severity::error, page, "compose it beforehand, or choose a profile with PDF/X-4",
                 fmt::format("it has transparency ({}), which this printer does not take",
                             facts.paint.alpha ? facts.paint.alpha->what : "a group of the page"));
        if (facts.group_rgb && wants_inks())
            tell(Code::blend_space, Severity::error, page, "blend in CMYK",
                 "its transparency is blended in RGB, so that black will be converted");
    }

    PdfFacts const& facts_;
    PdfSubject const& subject_;
    style::PrinterProfile const& printer_;
    FindingList& list_;
};

} // namespace

void check_inks(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    InkCheck(facts, subject, list).run();
}

} // namespace quoin::preflight
