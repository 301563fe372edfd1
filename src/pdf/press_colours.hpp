#pragma once
// Screen colours as inks, for pictures and drawings in a print file. Neutral colours always become K alone.

#include "base/bytes.hpp"
#include "page/ink.hpp"
#include "pdf/write_pdf.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace quoin::pdf {

using Cmyk = std::array<std::uint8_t, 4>;

/// What becomes of pixels that are neither colour: black alone, or mixed of four inks as the press profile says.
enum class Neutrals { black, mixed };

class PressColours {
  public:
    PressColours(std::vector<page::Ink> const& inks, Edition const& edition);
    ~PressColours();
    PressColours(PressColours const&) = delete;
    PressColours& operator=(PressColours const&) = delete;

    /// A colour of a drawing: an ink of the palette with the same screen form gives its CMYK, any other is converted.
    /// Result in per mille. Of an interior in black everything is a tint of it.
    [[nodiscard]] std::array<int, 4> drawing_colour(std::array<std::uint8_t, 3> rgb) const;
    /// The spot ink of the palette that a drawing means by this colour, where the printer has a plate for it; else null.
    [[nodiscard]] page::Ink const* drawing_spot(std::array<std::uint8_t, 3> rgb) const;
    /// RGB samples to CMYK samples; `profile` is what the RGB values are in, empty for sRGB.
    [[nodiscard]] Bytes convert(std::span<std::uint8_t const> rgb, Bytes const& profile, Neutrals) const;
    /// RGB samples to gray by luminance.
    [[nodiscard]] static Bytes to_gray(std::span<std::uint8_t const> rgb);
    /// Holds C+M+Y+K at the edition's limit, or so many per cent below it, by scaling C, M and Y; K stays. True when a
    /// sample was changed.
    bool cap(std::span<std::uint8_t> cmyk, int below = 0) const;
    /// Of all pixels, those with more ink than the limit and one per cent.
    [[nodiscard]] double share_above_limit(std::span<std::uint8_t const> cmyk) const;
    [[nodiscard]] bool gray_only() const { return edition_.interior != Edition::Interior::cmyk; }

  private:
    [[nodiscard]] Cmyk by_formula(std::array<std::uint8_t, 3> rgb) const;
    [[nodiscard]] Bytes by_profile(std::span<std::uint8_t const> rgb, Bytes const& profile) const;
    [[nodiscard]] void* from_srgb() const;

    std::vector<page::Ink> const& inks_;
    Edition const& edition_;
    // From sRGB to the press: it takes longer to make than to use, and drawings ask colour by colour.
    mutable std::once_flag made_;
    mutable void* from_srgb_ = nullptr;
};

/// R = G = B in every pixel.
bool is_neutral(std::span<std::uint8_t const> rgb);
/// The sRGB profile, the same bytes on every day: its creation date is set to zero.
Bytes srgb_profile();

} // namespace quoin::pdf
