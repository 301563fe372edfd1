#include "pdf/write_pdf.hpp"

namespace quoin::pdf {

namespace {

Edition::Kind kind_of(style::PrintStandard standard) {
    switch (standard) {
    case style::PrintStandard::x4: return Edition::Kind::x4;
    case style::PrintStandard::x1a: return Edition::Kind::x1a;
    case style::PrintStandard::pdf: break;
    }
    return Edition::Kind::plain;
}

} // namespace

Edition press_edition(style::PrinterProfile const& printer, Edition::Interior interior) {
    Edition edition;
    edition.kind = kind_of(printer.standard);
    edition.interior = printer.colour == style::PressColour::gray ? Edition::Interior::gray : interior;
    style::OutputCondition const& condition = printer.condition;
    edition.intent = {condition.profile, condition.identifier, condition.info, condition.registry};
    edition.rgb = printer.colour == style::PressColour::srgb;
    edition.transparency = printer.allows_transparency();
    edition.bleed_at_spine = printer.pages.bleed_at_spine;
    edition.ink = printer.ink;
    edition.pictures = printer.pictures;
    edition.marks = printer.marks;
    edition.printer = printer.name;
    return edition;
}

} // namespace quoin::pdf
