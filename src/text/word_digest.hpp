#pragma once
// Words at a margin, in short: two of them above each other are the same when their digests are.

#include <cstdint>
#include <string_view>

namespace quoin::text {

/// Signs around the word and capitals make no difference; 0 when it is too short to be noticed above or below itself.
std::uint32_t digest_of_word(std::string_view);

} // namespace quoin::text
