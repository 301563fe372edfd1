#pragma once
// Free inserts at a text's end. The search places them in their order; when not all have room, those that together fill the
// end best are found here, and the others wait for the next article.

#include "layout/paginate_galley.hpp"

namespace quoin::layout {

/// The plan itself, or one with as many pages whose free inserts leave less white.
GalleyPlan fill_with_inserts(Flow const&, GalleyRoom const&, SearchSettings const&, GalleyPlan);

} // namespace quoin::layout
