#include "pdf/sheet_geometry.hpp"

#include <algorithm>

namespace quoin::pdf {

namespace {

// Closed edges of a folded sheet are cut open: less than this a guillotine cannot take off.
Length least_trim() { return Length::from_millimetres(3); }
Length mark_room() { return Length::from_millimetres(7); }

} // namespace

SheetGeometry::SheetGeometry(SheetPlan const& plan, Imposition const& imposition, Size page, Length bleed)
    : columns_(plan.columns), rows_(plan.rows), folded_(imposition.scheme.kind != Scheme::Kind::n_up), page_(page),
      bleed_(bleed), milling_(folded_ ? imposition.milling : Length::zero()),
      margin_(folded_ ? std::max(bleed, least_trim()) : bleed), slug_(imposition.marks ? mark_room() : Length::zero()) {
    sheet_ = imposition.sheet.width.units > 0 ? imposition.sheet : needed();
    Size const trim = trim_size();
    left_ = (sheet_.width - trim.width) / 2;
    bottom_ = (sheet_.height - trim.height) / 2;
}

Size SheetGeometry::trim_size() const {
    return {column_left(columns_ - 1) - left_ + page_.width, row_bottom(0) - bottom_ + page_.height};
}

Size SheetGeometry::needed() const {
    Size const trim = trim_size();
    Length const around = (margin_ + slug_) * 2;
    return {trim.width + around, trim.height + around};
}

Length SheetGeometry::column_left(int column) const {
    Length x = left_;
    for (int before = 0; before < column; ++before) x += page_.width + gap_right_of(before);
    return x;
}

Length SheetGeometry::row_bottom(int row) const { return bottom_ + (page_.height + margin_ * 2) * (rows_ - 1 - row); }

PagePlace SheetGeometry::place(PlacedPage const& placed, Length creep) const {
    PagePlace result{{column_left(placed.column), row_bottom(placed.row)}, margin_, margin_, margin_, margin_};
    if (!folded_) return result;
    bool const spine_right = spine_right_of(placed.column);
    (spine_right ? result.right : result.left) = milling_;
    Length const moved = spine_right ? creep : -creep;
    result.corner.x += moved;
    result.left += moved;
    result.right -= moved;
    return result;
}

std::vector<Length> SheetGeometry::upright_folds() const {
    std::vector<Length> folds;
    if (!folded_) return folds;
    for (int column = 0; column + 1 < columns_; ++column)
        folds.push_back(column_left(column) + page_.width + gap_right_of(column) / 2);
    return folds;
}

std::vector<Length> SheetGeometry::level_folds() const {
    std::vector<Length> folds;
    if (!folded_) return folds;
    for (int row = 0; row + 1 < rows_; ++row) folds.push_back(row_bottom(row) - margin_);
    return folds;
}

std::vector<Length> SheetGeometry::upright_cuts() const {
    std::vector<Length> cuts;
    for (int column = 0; column < columns_; ++column) {
        if (!folded_ || spine_right_of(column)) cuts.push_back(column_left(column));
        if (!folded_ || !spine_right_of(column)) cuts.push_back(column_left(column) + page_.width);
    }
    return cuts;
}

std::vector<Length> SheetGeometry::level_cuts() const {
    std::vector<Length> cuts;
    for (int row = 0; row < rows_; ++row) {
        cuts.push_back(row_bottom(row));
        cuts.push_back(row_bottom(row) + page_.height);
    }
    return cuts;
}

Point SheetGeometry::spine() const {
    int const column = columns_ - 2;
    return {column_left(column) + page_.width + gap_right_of(column) / 2, row_bottom(rows_ - 1)};
}

} // namespace quoin::pdf
