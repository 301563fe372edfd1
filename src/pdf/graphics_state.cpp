#include "pdf/graphics_state.hpp"

namespace quoin::pdf {

void GraphicsState::set_ink(std::optional<page::InkUse>& current, page::InkUse use, PaintKind paint) {
    if (current == use) return;
    current = use;
    context_.inks.write(out_, use, paint);
    if (context_.inks.is_spot(use.ink)) content_.spots.insert(static_cast<std::uint32_t>(use.ink));
}

void GraphicsState::set_overprint(bool wanted) {
    if (overprint_ == wanted) return;
    overprint_ = wanted;
    content_.uses_overprint = true;
    out_.put(wanted ? "/GS1 gs\n" : "/GS0 gs\n");
}

void GraphicsState::set_line_width(std::int64_t thousandths) {
    if (line_width_ == thousandths) return;
    line_width_ = thousandths;
    out_.put_fixed(thousandths, 3);
    out_.put(" w\n");
}

void GraphicsState::set_font(page::FontId font, std::int64_t size) {
    if (font_ == font && size_ == size) return;
    font_ = font;
    size_ = size;
    auto const index = static_cast<std::uint32_t>(font);
    content_.fonts.insert(index);
    out_.put("/F");
    out_.put_integer(index);
    out_.put(' ');
    out_.put_fixed(size, 4);
    out_.put(" Tf\n");
}

void GraphicsState::set_scale(std::int32_t scale) {
    if (scale_ == scale) return;
    scale_ = scale;
    out_.put_fixed(scale, 4); // parts per million are ten thousandths of a per cent
    out_.put(" Tz\n");
}

void GraphicsState::set_tracking(std::int64_t tracking) {
    if (tracking_ == tracking) return;
    tracking_ = tracking;
    out_.put_fixed(tracking, 4);
    out_.put(" Tc\n");
}

void GraphicsState::set_rise(std::int64_t rise) {
    if (rise_ == rise) return;
    rise_ = rise;
    out_.put_fixed(rise, 3);
    out_.put(" Ts\n");
}

} // namespace quoin::pdf
