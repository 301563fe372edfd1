#pragma once
// The running text of a group: its pieces without hyphens and markers, read with their marks.

#include "recover/continuity.hpp"

#include <vector>

namespace quoin::recover {

/// The text of a group. `without_marker`: its list or note marker is left out. Seams that join words are told as joins of
/// the result and as decisions.
InlineText read_group(Recovery&, Group const&, bool without_marker);

/// One fragment as a group.
Group single_group(Recovery const&, std::size_t fragment);
/// Lines of a title, byline or note, joined.
Group joined_lines(Recovery const&, std::vector<std::size_t> const& fragments);

/// The whole span of a group.
Span group_span(Recovery const&, Group const&);

} // namespace quoin::recover
