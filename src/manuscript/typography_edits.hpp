#pragma once
// What a clean-up of typography would change in one paragraph.

#include "model/metadata.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::manuscript {

struct TypographyEdit {
    std::size_t begin = 0, end = 0; // bytes of the text
    std::string replacement;
};

struct TypographyEdits {
    std::vector<TypographyEdit> edits; // in order, none over another
    bool quotes_unpaired = false;      // the quotation marks do not pair: none of them is changed
    std::size_t unpaired = 0;          // where the first one is that does not
};

/// Quotation marks, dashes between spaces, ellipses, spaces at punctuation, doubled spaces. Bytes where `fixed` is true are
/// not changed: addresses, code, escaped signs.
TypographyEdits edit_typography(std::string_view text, std::vector<bool> const& fixed, model::Language const&);

} // namespace quoin::manuscript
