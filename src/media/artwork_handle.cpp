#include "media/artwork_handle.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace quoin::media {

namespace {

/// Beyond this a size is a slip of the pen: a kilometre of paper.
constexpr double largest_extent = 4e6;

Failure unreadable(std::string_view name, std::string const& why, std::string hint) {
    return failure(Code::image_unreadable, {}, fmt::format("{} cannot be drawn: {}", name, why), {std::move(hint)});
}

/// Width and height as stated; from the viewBox where they are missing or percentages.
bool settle_size(OpenArtwork& artwork) {
    if (!rsvg_handle_get_intrinsic_size_in_pixels(artwork.handle.get(), &artwork.width, &artwork.height)) {
        gboolean has_width = FALSE, has_height = FALSE, has_view_box = FALSE;
        RsvgLength width{}, height{};
        RsvgRectangle view_box{};
        rsvg_handle_get_intrinsic_dimensions(artwork.handle.get(), &has_width, &width, &has_height, &height,
                                             &has_view_box, &view_box);
        if (!has_view_box) {
            return false;
        }
        artwork.width = view_box.width;
        artwork.height = view_box.height;
    }
    auto const is_sensible = [](double extent) {
        return std::isfinite(extent) && extent > 0 && extent < largest_extent;
    };
    return is_sensible(artwork.width) && is_sensible(artwork.height);
}

std::string_view as_view(std::span<std::uint8_t const> bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

/// A reference that leads out of the file: neither "#name" nor "data:".
bool leads_outside(std::string_view value) {
    auto const start = value.find_first_not_of(" \t\r\n=\"'");
    return start != std::string_view::npos && value[start] != '#' && value.substr(start, 5) != "data:";
}

bool has_outside_reference(std::string_view text, std::string_view before) {
    for (auto at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
        if (leads_outside(text.substr(at + before.size(), 64))) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<OpenArtwork> open_artwork(std::span<std::uint8_t const> svg, std::string_view name) {
    GError* error = nullptr;
    GInputStream* const stream =
        g_memory_input_stream_new_from_data(svg.data(), static_cast<gssize>(svg.size()), nullptr);
    // No base file: librsvg then refuses every reference that is not inside the document.
    OpenArtwork artwork;
    artwork.handle.reset(rsvg_handle_new_from_stream_sync(stream, nullptr, RSVG_HANDLE_FLAGS_NONE, nullptr, &error));
    g_object_unref(stream);
    if (!artwork.handle) {
        std::string why = error != nullptr ? error->message : "it is no SVG";
        g_clear_error(&error);
        while (why.ends_with('\n') || why.ends_with(' ')) why.pop_back();
        return unreadable(name, why, "open the drawing in its program and export it as plain SVG");
    }
    rsvg_handle_set_dpi(artwork.handle.get(), user_units_per_inch); // librsvg's own is 90, of before CSS 2.1
    if (!settle_size(artwork)) {
        return unreadable(name, "it states no usable size", "give the svg element a viewBox, or width and height");
    }
    return artwork;
}

bool holds_text(std::span<std::uint8_t const> svg) {
    auto const text = as_view(svg);
    return text.find("<text") != std::string_view::npos || text.find(":text") != std::string_view::npos;
}

bool is_self_contained(std::span<std::uint8_t const> svg) {
    auto const text = as_view(svg);
    // <!ENTITY can hide any of the others; event handlers begin with " on".
    constexpr std::array<std::string_view, 7> active{"<script", ":script",          "foreignObject", "<!ENTITY",
                                                     "@import", "<?xml-stylesheet", "javascript:"};
    for (auto const word : active) {
        if (text.find(word) != std::string_view::npos) {
            return false;
        }
    }
    for (auto const handler : {" onload", " onclick", " onmouse", " onbegin", " onfocus", " onactivate"}) {
        if (text.find(handler) != std::string_view::npos) {
            return false;
        }
    }
    return !has_outside_reference(text, "href") && !has_outside_reference(text, "url(");
}

} // namespace quoin::media
