#pragma once
// libvips, loaded when the first raster picture has to be decoded and not before: it brings a hundred shared libraries
// along, and loading and starting it takes 44 ms of CPU time, a publication without photographs none
// (docs/adr/0002-libvips-on-demand.md). This header alone in the program names its functions.

#include <memory>

#include <vips/vips.h>

#include <vips/vector.h> // vips_vector_set_enabled; not part of vips.h and not before it

namespace quoin::media {

// clang-format off
#define QUOIN_VIPS_FUNCTIONS(X)                                                                                       \
    X(vips_init) X(vips_concurrency_set) X(vips_cache_set_max) X(vips_vector_set_enabled)                             \
    X(vips_error_buffer_copy) X(vips_error_clear)                                                                     \
    X(vips_jpegload_buffer) X(vips_pngload_buffer) X(vips_webpload_buffer) X(vips_tiffload_buffer)                    \
    X(vips_rot) X(vips_flip) X(vips_invert) X(vips_resize) X(vips_premultiply) X(vips_unpremultiply)                  \
    X(vips_icc_transform) X(vips_colourspace) X(vips_cast)                                                            \
    X(vips_image_get_width) X(vips_image_get_height) X(vips_image_get_bands) X(vips_image_get_format)                 \
    X(vips_image_get_interpretation) X(vips_image_hasalpha) X(vips_image_get_typeof)                                  \
    X(vips_image_get_blob) X(vips_image_write_to_memory)
// clang-format on

/// Called through a pointer, each under its own name: `vips->vips_resize(…)`.
struct VipsLibrary {
#define QUOIN_VIPS_MEMBER(function) decltype(&::function) function = nullptr;
    QUOIN_VIPS_FUNCTIONS(QUOIN_VIPS_MEMBER)
#undef QUOIN_VIPS_MEMBER
};

/// Loads and starts the library at the first call, from any thread. Null when it is not installed or does not start.
VipsLibrary const* vips_library();

struct ReleaseVipsImage {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using VipsPicture = std::unique_ptr<VipsImage, ReleaseVipsImage>;

} // namespace quoin::media
