#pragma once
// The pages of a finished interior, ready to be put side by side.

#include "base/diagnostic.hpp"
#include "pdf/objects.hpp"

#include <string>
#include <vector>

namespace quoin::pdf {

/// Thrown inside of the imposition, and an error of its Result in the end.
struct Refusal {
    Code code;
    std::string message;
    std::string hint;
};

/// Points, with their corners in order.
struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return top - bottom; }
};

/// What a page shows, with its resources, and where it will be cut.
struct InteriorPage {
    Object form; // a form XObject; it ends at the bleed
    Box trim, bleed;
};

struct Interior {
    std::vector<InteriorPage> pages; // all of one size, upright
    Size trim;
    Length bleed;                     // the least on any side of any page
    Object group = Object::newNull(); // of the first page that has transparency
};

/// Opens the bytes, which must live as long as the file, and makes a form of each page. Throws a Refusal.
Interior read_interior(QPDF& file, Bytes const& bytes, std::string const& path);

constexpr double largest_side = 14400; // points: ISO 32000-1, annex C.2

} // namespace quoin::pdf
