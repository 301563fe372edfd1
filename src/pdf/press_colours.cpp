#include "pdf/press_colours.hpp"

#include <lcms2.h>

#include <algorithm>
#include <memory>

namespace quoin::pdf {

namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
struct DeleteTransform {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, DeleteTransform>;

Profile open_profile(Bytes const& bytes) {
    return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

Transform transform(void* source, void* press) {
    if (cmsGetColorSpace(press) != cmsSigCmykData) return nullptr;
    return Transform(cmsCreateTransform(source, TYPE_RGB_8, press, TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC,
                                        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE));
}

/// ITU-R BT.709, as sRGB uses it, in 1/1000.
std::uint8_t luminance(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    return static_cast<std::uint8_t>((red * 213 + green * 715 + blue * 72 + 500) / 1000);
}

} // namespace

PressColours::PressColours(std::vector<page::Ink> const& inks, Edition const& edition)
    : inks_(inks), edition_(edition) {}

PressColours::~PressColours() {
    if (from_srgb_ != nullptr) cmsDeleteTransform(from_srgb_);
}

std::array<int, 4> PressColours::drawing_colour(std::array<std::uint8_t, 3> rgb) const {
    for (auto const& ink : inks_) {
        bool const allowed = !gray_only() || (ink.cmyk[0] == 0 && ink.cmyk[1] == 0 && ink.cmyk[2] == 0);
        if (ink.rgb == rgb && allowed) return {ink.cmyk[0], ink.cmyk[1], ink.cmyk[2], ink.cmyk[3]};
    }
    if (gray_only()) {
        auto const level = luminance(rgb[0], rgb[1], rgb[2]);
        rgb = {level, level, level};
    }
    auto const converted = convert(rgb, {}, Neutrals::black);
    std::array<int, 4> result{};
    for (std::size_t plate = 0; plate < 4; ++plate) result[plate] = (converted[plate] * 1000 + 127) / 255;
    return result;
}

page::Ink const* PressColours::drawing_spot(std::array<std::uint8_t, 3> rgb) const {
    if (!edition_.ink.spots || edition_.interior == Edition::Interior::gray) return nullptr;
    for (auto const& ink : inks_) {
        if (ink.rgb == rgb) return ink.spot.empty() ? nullptr : &ink;
    }
    return nullptr;
}

/// Full grey component replacement: what the three colours share becomes black. Without a press profile nothing better
/// is known, and the ink sum stays below 300 % by itself (two colours and black).
Cmyk PressColours::by_formula(std::array<std::uint8_t, 3> rgb) const {
    int const white = std::max({rgb[0], rgb[1], rgb[2]});
    if (white == 0) return {0, 0, 0, 255};
    Cmyk result{0, 0, 0, static_cast<std::uint8_t>(255 - white)};
    for (std::size_t plate = 0; plate < 3; ++plate) {
        result[plate] = static_cast<std::uint8_t>(((white - rgb[plate]) * 255 + white / 2) / white);
    }
    return result;
}

// Relative colorimetric with black-point compensation keeps colours that the press can print as they are.
void* PressColours::from_srgb() const {
    std::call_once(made_, [this] {
        Profile const source(cmsCreate_sRGBProfile());
        if (Profile const press = open_profile(*edition_.intent.profile))
            from_srgb_ = transform(source.get(), press.get()).release();
    });
    return from_srgb_;
}

Bytes PressColours::by_profile(std::span<std::uint8_t const> rgb, Bytes const& profile) const {
    Transform own; // of a picture that brings a profile
    if (!profile.empty()) {
        Profile const source = open_profile(profile);
        Profile const press = open_profile(*edition_.intent.profile);
        if (source && press && cmsGetColorSpace(source.get()) == cmsSigRgbData)
            own = transform(source.get(), press.get());
    }
    void* const used = own ? own.get() : from_srgb();
    if (used == nullptr) return {};
    Bytes result(rgb.size() / 3 * 4);
    cmsDoTransform(used, rgb.data(), result.data(), static_cast<cmsUInt32Number>(rgb.size() / 3));
    return result;
}

Bytes PressColours::convert(std::span<std::uint8_t const> rgb, Bytes const& profile, Neutrals neutrals) const {
    Bytes result;
    if (edition_.intent.profile) result = by_profile(rgb, profile);
    bool const profiled = !result.empty();
    result.resize(rgb.size() / 3 * 4);
    for (std::size_t pixel = 0; pixel < rgb.size() / 3; ++pixel) {
        std::array<std::uint8_t, 3> const colour{rgb[pixel * 3], rgb[pixel * 3 + 1], rgb[pixel * 3 + 2]};
        bool const neutral = colour[0] == colour[1] && colour[1] == colour[2];
        if (profiled && (!neutral || neutrals == Neutrals::mixed)) continue;
        auto const inks = by_formula(colour);
        std::copy(inks.begin(), inks.end(), result.begin() + static_cast<std::ptrdiff_t>(pixel * 4));
    }
    cap(result);
    return result;
}

Bytes PressColours::to_gray(std::span<std::uint8_t const> rgb) {
    Bytes result(rgb.size() / 3);
    for (std::size_t pixel = 0; pixel < result.size(); ++pixel) {
        result[pixel] = luminance(rgb[pixel * 3], rgb[pixel * 3 + 1], rgb[pixel * 3 + 2]);
    }
    return result;
}

double PressColours::share_above_limit(std::span<std::uint8_t const> cmyk) const {
    int const limit = (edition_.ink.total + 1) * 255 / 100;
    std::size_t above = 0;
    for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4)
        above += cmyk[at] + cmyk[at + 1] + cmyk[at + 2] + cmyk[at + 3] > limit ? 1 : 0;
    return cmyk.empty() ? 0 : static_cast<double>(above) * 4 / static_cast<double>(cmyk.size());
}

bool PressColours::cap(std::span<std::uint8_t> cmyk, int below) const {
    int const limit = (edition_.ink.total - below) * 255 / 100;
    bool changed = false;
    for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4) {
        int const colours = cmyk[at] + cmyk[at + 1] + cmyk[at + 2];
        int const black = cmyk[at + 3];
        if (colours + black <= limit) continue;
        int const room = std::max(limit - black, 0);
        for (std::size_t plate = 0; plate < 3; ++plate) {
            cmyk[at + plate] = static_cast<std::uint8_t>(cmyk[at + plate] * room / colours);
        }
        changed = true;
    }
    return changed;
}

bool is_neutral(std::span<std::uint8_t const> rgb) {
    for (std::size_t at = 0; at + 2 < rgb.size(); at += 3) {
        if (rgb[at] != rgb[at + 1] || rgb[at] != rgb[at + 2]) return false;
    }
    return true;
}

Bytes srgb_profile() {
    Profile const profile(cmsCreate_sRGBProfile());
    // Version 2: every reader of PDF/A knows it.
    cmsSetProfileVersion(profile.get(), 2.1);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    Bytes bytes(size);
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    // ICC.1, 7.2.8: bytes 24 to 35 of the header are the date of creation. Ours is always the same day.
    constexpr std::array<std::uint8_t, 12> day{0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}; // 2000-01-01
    if (bytes.size() >= 36) std::copy(day.begin(), day.end(), bytes.begin() + 24);
    return bytes;
}

} // namespace quoin::pdf
