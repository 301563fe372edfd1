#pragma once
// What the operators of a page have set so far, so that each is written only when something changes.

#include "pdf/inks.hpp"
#include "pdf/page_content.hpp"

#include <optional>

namespace quoin::pdf {

class GraphicsState {
  public:
    GraphicsState(PageContext const& context, ContentBuffer& out, PageContent& content)
        : context_(context), out_(out), content_(content) {}

    void set_fill(page::InkUse use) { set_ink(fill_, use, PaintKind::fill); }
    void set_stroke(page::InkUse use) { set_ink(stroke_, use, PaintKind::stroke); }
    void set_overprint(bool wanted);
    void set_line_width(std::int64_t thousandths);
    /// Size in 1/10000 pt.
    void set_font(page::FontId font, std::int64_t size);
    /// Tz in parts per million.
    void set_scale(std::int32_t scale);
    /// Tc in 1/10000 pt.
    void set_tracking(std::int64_t tracking);
    /// Ts in thousandths of a point.
    void set_rise(std::int64_t rise);

  private:
    void set_ink(std::optional<page::InkUse>& current, page::InkUse use, PaintKind paint);

    PageContext const& context_;
    ContentBuffer& out_;
    PageContent& content_;
    std::optional<page::InkUse> fill_, stroke_;
    std::optional<page::FontId> font_;
    std::int64_t size_ = 0;
    bool overprint_ = false;
    std::int64_t line_width_ = 1000;
    std::int32_t scale_ = 1'000'000;
    std::int64_t tracking_ = 0;
    std::int64_t rise_ = 0;
};

} // namespace quoin::pdf
