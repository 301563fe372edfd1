#pragma once
// Where pages, folds and cuts lie on a sheet. Lengths from the sheet's lower left corner, y up, as PDF counts.

#include "base/length.hpp"
#include "pdf/impose.hpp"

#include <vector>

namespace quoin::pdf {

/// A page's trimmed area on the sheet, and how far it may be drawn around it on each side.
struct PagePlace {
    Point corner; // lower left
    Length left, bottom, right, top;
};

class SheetGeometry {
  public:
    /// `page` is the trimmed size, `bleed` what the interior has around it.
    SheetGeometry(SheetPlan const&, Imposition const&, Size page, Length bleed);

    /// The least sheet on which all of it finds room.
    [[nodiscard]] Size needed() const;
    /// The sheet on which it stands in the middle.
    [[nodiscard]] Size sheet() const { return sheet_; }
    /// From the first trimmed page to the last: corner and size.
    [[nodiscard]] Point trim_corner() const { return {left_, bottom_}; }
    [[nodiscard]] Size trim_size() const;
    [[nodiscard]] Length bleed() const { return bleed_; }
    [[nodiscard]] Length margin() const { return margin_; }

    /// `creep` moves the page towards the fold of its spine; where it is cut stays.
    [[nodiscard]] PagePlace place(PlacedPage const&, Length creep) const;

    [[nodiscard]] std::vector<Length> upright_folds() const;
    [[nodiscard]] std::vector<Length> level_folds() const;
    [[nodiscard]] std::vector<Length> upright_cuts() const;
    [[nodiscard]] std::vector<Length> level_cuts() const;
    /// The fold between the last and the first page of a section, and the lower edge of those pages.
    [[nodiscard]] Point spine() const;
    [[nodiscard]] Size page() const { return page_; }
    [[nodiscard]] Length spine_gap() const { return milling_ * 2; }

  private:
    [[nodiscard]] bool spine_right_of(int column) const { return folded_ && column % 2 == 0 && column + 1 < columns_; }
    [[nodiscard]] Length gap_right_of(int column) const { return spine_right_of(column) ? milling_ * 2 : margin_ * 2; }
    [[nodiscard]] Length column_left(int column) const;
    [[nodiscard]] Length row_bottom(int row) const;

    int columns_, rows_;
    bool folded_;
    Size page_, sheet_;
    Length bleed_, milling_;
    Length margin_; // what is cut off beside a page
    Length slug_;   // beyond it, for marks
    Length left_, bottom_;
};

} // namespace quoin::pdf
