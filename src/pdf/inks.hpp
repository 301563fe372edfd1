#pragma once
// Inks as operators of a content stream. Print: DeviceCMYK or, for an ink with a spot name, Separation. Screen:
// DeviceRGB. Grey text is a tint of K, never DeviceGray, because only DeviceCMYK can overprint (ISO 32000-1, 8.6.7).

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
    InkTable(page::PageList const& list, Edition const& edition) : inks_(list.inks), screen_(edition.for_screen()) {}

    void write(ContentBuffer&, page::InkUse, PaintKind) const;
    /// Full black text prints on top of what lies below; a tint would show it.
    [[nodiscard]] bool overprints(page::InkUse) const;
    /// Whether the ink needs a colour space named "CS<index>" in the page's resources.
    [[nodiscard]] bool is_spot(page::InkId) const;

  private:
    std::vector<page::Ink> const& inks_;
    bool screen_;
};

} // namespace quoin::pdf
