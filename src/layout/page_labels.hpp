#pragma once
// Printed page numbers: roman ones in the front matter, arabic ones from the first page of the text.

#include "base/diagnostic.hpp"
#include "layout/paginate.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quoin::layout {

/// "xii". From 1 to 3999; others as figures.
std::string roman_number(int number);

/// A label for every page, also for those that do not print it.
std::vector<std::string> page_labels(Composition const&, Pagination const&, int pages_before);

/// The label of the page on which each named destination stands.
PageNumbers page_numbers(Composition const&, Pagination const&, std::vector<std::string> const& labels);

/// One round: takes the page numbers that the texts may tell, gives the true ones; nothing when no text tells any.
using NumberRound = std::function<std::optional<PageNumbers>(PageNumbers const&)>;

/// Repeats until what is told is true, four times at most; then page-numbers-unstable names the places.
void settle_numbers(NumberRound const&, Diagnostics&);

} // namespace quoin::layout
