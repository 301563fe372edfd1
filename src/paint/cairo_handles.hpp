#pragma once
// Owners of Cairo's handles.

#include <memory>

#include <cairo.h>

namespace quoin::paint {

struct ReleaseCairo {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Surface = std::unique_ptr<cairo_surface_t, ReleaseCairo>;
using Context = std::unique_ptr<cairo_t, ReleaseCairo>;
using FontFace = std::unique_ptr<cairo_font_face_t, ReleaseCairo>;
using FontOptions = std::unique_ptr<cairo_font_options_t, ReleaseCairo>;

} // namespace quoin::paint
