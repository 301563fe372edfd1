#pragma once
// Addresses that stand bare in running text: https://…, www.… and name@host.

#include "model/inline.hpp"

namespace quoin::reader {

/// Makes links of them. Texts side by side are one text here; those within other inlines are not looked at.
void link_addresses(model::Inlines&);

} // namespace quoin::reader
