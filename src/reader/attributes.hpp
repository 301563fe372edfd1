#pragma once
// `{#id .class key=value key="a value"}`, as it stands behind headings, links, pictures, spans and fences.

#include "base/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

struct Attribute {
    enum class Kind { id, name_of_class, pair, unnumbered } kind = Kind::pair;
    std::string key;                // of a pair
    std::string value;              // the id, the class without its dot, or the pair's value
    std::size_t begin = 0, end = 0; // in the text that was given
    std::size_t value_begin = 0;
    Span span, value_span; // in the file, set by the one who knows where the text stands
};

using Attributes = std::vector<Attribute>;

/// Length of the attributes that begin with the text's first byte, a brace; 0 when these are none.
std::size_t attributes_length(std::string_view text);
/// The attributes between the braces; nothing when the text is not exactly attributes in braces.
std::optional<Attributes> parse_attributes(std::string_view text);

/// The last one given, or nothing.
Attribute const* find_pair(Attributes const&, std::string_view key);
bool has_class(Attributes const&, std::string_view name);
std::string id_of(Attributes const&);

} // namespace quoin::reader
