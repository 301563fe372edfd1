#pragma once
// One value of a layout file, free of TOML, with the place it came from.

#include "base/diagnostic.hpp"
#include "base/match.hpp"
#include "base/result.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quoin::style {

struct Setting {
    std::variant<bool, std::int64_t, double, std::string, std::vector<double>> value;
    Span span;     // of the value
    Span key_span; // of the key
};

/// Dotted key → value: "print.page.width" → "129mm".
using Settings = std::map<std::string, Setting>;

/// All leaves of a TOML text. Faults of the syntax are reported and give what stands before them.
Settings parse_settings(std::string_view toml, FileId, std::string const& path, Diagnostics&);
/// One key and the TOML text of its value, as a publication's [style] hands it over.
Settings parse_override(std::string const& key, std::string const& toml, Span, Diagnostics&);
/// The value as it would be written.
std::string written(Setting const&);

} // namespace quoin::style
