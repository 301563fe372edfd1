#pragma once
// Where the printed pages begin in the sources: the way from a page to a line of text, and from a line to its page.

#include "base/span.hpp"
#include "model/document.hpp"
#include "model/page_marks.hpp"
#include "page/page_list.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace quoin::app {

/// By serial of blocks and entries.
using SerialPlaces = std::map<std::uint32_t, Span>;

/// Of a prepared document, which is walked and not changed.
SerialPlaces serial_places(model::Document&);
/// By page; pages of the program's own making have none.
std::vector<Span> page_places(SerialPlaces const&, model::PageMarks const&, page::PageList const&);

/// The page that holds a place of the sources, from 1; 0 when it stands on none.
std::size_t page_of(Span place, std::vector<Span> const& places);

} // namespace quoin::app
