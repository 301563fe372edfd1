#pragma once
// Inks as operators of a content stream. Print: DeviceCMYK or, for an ink with a spot name, Separation. Grey text is a
// tint of K, never DeviceGray, because only DeviceCMYK can overprint (ISO 32000-1, 8.6.7). Screen, and printers that
// take sRGB: DeviceRGB, and on the latter DeviceGray for what is black alone.

#include "page/page_list.hpp"
#include "pdf/content_buffer.hpp"
#include "pdf/write_pdf.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace quoin::pdf {

enum class PaintKind { fill, stroke };

class InkTable {
  public:
    InkTable(page::PageList const& list, Edition const& edition);

    void write(ContentBuffer&, page::InkUse, PaintKind) const;
    /// Full black text prints on top of what lies below; a tint would show it.
    [[nodiscard]] bool overprints(page::InkUse) const;
    /// Whether the ink needs a colour space named "CS<index>" in the page's resources.
    [[nodiscard]] bool is_spot(page::InkId) const;
    [[nodiscard]] page::Ink const& ink(std::size_t index) const { return inks_.at(index); }

    /// All plates at once, for marks (ISO 32000-1, 8.6.6.4: Separation "All").
    [[nodiscard]] page::InkUse registration() const { return ours(0); }
    /// C, M, Y and K alone, for the fields of the colour bar; of a gray interior K.
    [[nodiscard]] std::vector<page::InkUse> plates() const;
    /// What fills so large an area: black gets colours below where the printer wants them. `size` is its bounding box.
    [[nodiscard]] page::InkUse for_area(page::InkUse, Size) const;
    /// Large areas print on bare paper: what lies below would show through black.
    [[nodiscard]] bool overprints(page::InkUse, Size) const;

  private:
    [[nodiscard]] page::InkUse ours(std::size_t index) const {
        return {static_cast<page::InkId>(first_of_ours_ + index), 1000};
    }
    [[nodiscard]] bool is_large(Size size) const {
        return size.width >= edition_.ink.rich_black_from && size.height >= edition_.ink.rich_black_from;
    }

    Edition const& edition_;
    std::vector<page::Ink> inks_; // of the pages, then ours: All, C, M, Y, K, rich black
    std::size_t first_of_ours_;
};

} // namespace quoin::pdf
