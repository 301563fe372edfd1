#include "media/vips_library.hpp"

#include <optional>

#include <dlfcn.h>

namespace quoin::media {

namespace {

/// The ABI the headers describe; a library of another ABI has another name and is not loaded.
constexpr char const* library_name = "libvips.so.42";

template <typename Function>
bool find(void* handle, char const* name, Function& function) {
    function = reinterpret_cast<Function>(dlsym(handle, name));
    return function != nullptr;
}

/// What matters of the library's remarks becomes a diagnostic; the rest would stand between the author's messages.
void be_silent(char const*, GLogLevelFlags, char const*, void*) {}

std::optional<VipsLibrary> load() {
    void* const handle = dlopen(library_name, RTLD_LAZY | RTLD_LOCAL);
    if (handle == nullptr) {
        return std::nullopt;
    }
    VipsLibrary library;
#define QUOIN_VIPS_FIND(function)                                                                                      \
    if (!find(handle, #function, library.function)) {                                                                  \
        return std::nullopt;                                                                                           \
    }
    QUOIN_VIPS_FUNCTIONS(QUOIN_VIPS_FIND)
#undef QUOIN_VIPS_FIND
    g_log_set_handler("VIPS", G_LOG_LEVEL_MASK, be_silent, nullptr);
    if (library.vips_init("quoin") != 0) {
        return std::nullopt;
    }
    library.vips_concurrency_set(1);        // pictures run side by side on our own pool
    library.vips_cache_set_max(0);          // each picture is decoded once
    library.vips_vector_set_enabled(FALSE); // the same pixels on every processor
    return library;
}

} // namespace

VipsLibrary const* vips_library() {
    static std::optional<VipsLibrary> const library = load(); // the library's registry is global; so is this
    return library ? &*library : nullptr;
}

} // namespace quoin::media
