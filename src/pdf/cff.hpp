#pragma once
// The little of a CFF table that a PDF writer has to read (Adobe Technical Note 5176).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quoin::pdf {

/// The CID of each glyph of a CID-keyed font, from its charset: in a PDF the character codes are CIDs, not glyph ids
/// (ISO 32000-1, 9.7.4.2). Empty for a name-keyed font, whose glyph ids serve as CIDs. Nothing when the table is
/// damaged.
std::optional<std::vector<std::uint32_t>> cff_cids(std::span<std::uint8_t const> table, std::size_t glyphs);

} // namespace quoin::pdf
