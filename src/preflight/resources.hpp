#pragma once
// What the names in a content stream stand for, read once for each object and shared by all pages that use it.

#include "preflight/pdf_facts.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace quoin::preflight {

/// [a b c d e f] of ISO 32000-1, 8.3.4.
using Matrix = std::array<double, 6>;
inline constexpr Matrix identity{1, 0, 0, 1, 0, 0};

/// How a font's codes read and how far they go. Codes have two bytes in composite fonts, one in simple ones.
struct FontReading {
    std::size_t font = 0; // index into PdfFacts::fonts
    bool two_bytes = false;
    std::vector<std::string> text; // by code; empty where ToUnicode says nothing
    std::vector<float> widths;     // by code, thousandths of an em
    float usual_width = 1000;
};

struct ColourSpace {
    enum class Kind { gray, rgb, cmyk, spot, pattern, foreign } kind = Kind::gray;
    std::string name;               // as a finding would say it
    bool rgb_profile = false;       // foreign: an ICC profile of three channels
    std::vector<std::string> spots; // Separation and DeviceN
};

struct StateChange {
    std::optional<bool> stroke_overprint, fill_overprint;
    std::optional<int> overprint_mode;
    std::string alpha; // what is transparent in it: "SMask", "ca 0.5"; empty = nothing
};

struct Resources;

struct Form {
    std::string content;
    Matrix matrix = identity;
    bool group = false;
    std::shared_ptr<Resources const> resources; // null = those of the page
};

struct External {
    std::optional<std::size_t> image; // index into PdfFacts::images
    std::shared_ptr<Form const> form;
};

template <typename Value>
using Named = std::vector<std::pair<std::string, Value>>;

struct Resources {
    Named<std::shared_ptr<FontReading const>> fonts;
    Named<ColourSpace> spaces;
    Named<StateChange> states;
    Named<External> externals;
};

/// A page has few names of a kind, so looking through them beats any table.
template <typename Value>
Value const* find_named(Named<Value> const& list, std::string_view name) {
    for (auto const& [key, value] : list)
        if (key == name) return &value;
    return nullptr;
}

} // namespace quoin::preflight
