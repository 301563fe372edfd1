#pragma once
// Printer's sheets read back from a PDF and folded as a bookbinder folds them: nothing here knows how they were planned.

#include "pdf/read_back.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::pdf::test {

/// A page as it stands on one side of a sheet. Points from the side's lower left corner.
struct Face {
    int page = 0;                                    // what its content says; 0 = nothing printed
    double left = 0, bottom = 0, right = 0, top = 0; // the trimmed page
    double clip_left = 0, clip_bottom = 0, clip_right = 0, clip_top = 0;
    bool upright = true;
};

struct Side {
    double width = 0, height = 0;
    std::vector<Face> faces;
    std::vector<double> upright_folds, level_folds; // where its fold marks stand
};

/// Trimmed pages of `trim` points in their own coordinates; contents hold "(page N)".
std::vector<Side> read_sides(ReadBack&, double trim_left, double trim_bottom, double trim_width, double trim_height);

/// Two pages back to back.
struct Leaf {
    Face front, back;
    double x = 0, y = 0; // its middle
};

/// A sheet on the table, its front above.
class Sheet {
  public:
    Sheet(Side const& front, Side const& back);
    /// The part left of the line goes behind the rest.
    void fold_left_behind(double x);
    /// The part above the line goes behind the rest.
    void fold_top_behind(double y);
    /// From the top.
    [[nodiscard]] std::vector<Leaf> const& leaves() const { return leaves_; }

  private:
    double width_;
    std::vector<Leaf> leaves_;
};

} // namespace quoin::pdf::test
