#pragma once
// Words as the text of an XML or HTML element, or as the value of an attribute between double quotation marks.

#include <string>
#include <string_view>

namespace quoin {

/// `text` is UTF-8; control characters that XML 1.0 (section 2.2) does not know are left out.
std::string escape_xml(std::string_view text);

} // namespace quoin
