#pragma once
// A drawing as a form XObject: the one-page PDF that `media` makes of an SVG, with its screen colours turned into inks
// for a print file.

#include "pdf/objects.hpp"
#include "pdf/press_colours.hpp"

#include <memory>
#include <optional>

namespace quoin::pdf {

/// The drawing's own document, whose first page becomes a form.
struct Artwork {
    std::shared_ptr<Bytes const> bytes; // qpdf reads them when it needs them
    std::shared_ptr<QPDF> document;
    double width = 1, height = 1; // points
    bool transparent = false;
};

/// Nothing when the drawing has something that cannot be mapped (a transparency that the edition forbids, a mesh, an
/// image in an unusual space); then its pixels are used. May throw what qpdf throws.
std::optional<Artwork> open_artwork(Bytes pdf, PressColours const&, Edition const&);

/// The form, in `file`.
Object import_artwork(QPDF& file, Artwork const&, Edition const&);

} // namespace quoin::pdf
