#pragma once
// Crop, fold and registration marks, the colour bar and the slug line around a page: outside of its bleed, in all plates.

#include "page/page_list.hpp"
#include "pdf/inks.hpp"
#include "pdf/slug_font.hpp"
#include "pdf/write_pdf.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::pdf {

class PrintersMarks {
  public:
    /// `slug_font` may be missing: then there is no slug line.
    PrintersMarks(page::PageList const&, Edition const&, InkTable const&, std::optional<SlugFont> slug_font);

    /// All characters that slug lines may have.
    static std::string slug_characters(page::PageList const&, Edition const&);
    /// What is the same on every page, in the coordinates of its trim.
    [[nodiscard]] page::Page common() const;
    /// The slug line of one page of the list, or nothing.
    [[nodiscard]] page::Page slug_line(page::Page const&) const;

  private:
    void add_line(page::Page&, Point from, Point to) const;
    void add_crop(page::Page&) const;
    void add_folds(page::Page&) const;
    void add_registration(page::Page&, Point centre) const;
    void add_bars(page::Page&) const;
    [[nodiscard]] page::GlyphRun set_within(std::string_view text, Length width) const;
    [[nodiscard]] Length half_width() const;
    [[nodiscard]] Length registration_place() const;

    page::PageList const& list_;
    Edition const& edition_;
    InkTable const& inks_;
    std::optional<SlugFont> font_;
    Length from_trim_, to_end_; // of a mark: where it begins and where it ends
    Length middle_;             // of the slug, from the trim
    page::GlyphRun title_;      // the same on every page
    std::string build_;         // eight digits that change with what the pages show
};

} // namespace quoin::pdf
