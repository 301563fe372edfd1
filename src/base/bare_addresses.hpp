#pragma once
// Addresses that stand bare in running text: https://…, www.… and name@host, as GitHub's Markdown finds them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

struct BareAddress {
    std::size_t begin = 0, end = 0; // bytes of the text; punctuation of the sentence around it is left out
    std::string target;             // "http://…" for www.…, "mailto:…" for name@host
};

/// In order, none inside another. The text is UTF-8.
std::vector<BareAddress> find_addresses(std::string_view text);

} // namespace quoin
