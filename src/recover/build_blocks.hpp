#pragma once
// Groups with their texts become blocks.

#include "model/document.hpp"
#include "recover/lists.hpp"

#include <vector>

namespace quoin::recover {

/// Blocks of an article's body. `texts`: the settled content of each group; `inserts`: the finished blocks of each
/// group's inserts (and of the group itself when it is one).
model::Blocks build_blocks(Recovery const&, std::vector<Group> const&, std::vector<Judgement> const&,
                           std::vector<ListPlace> const&, std::vector<model::Inlines>& texts,
                           std::vector<model::Blocks>& inserts);

/// An insert from its groups; the first short line is its title.
model::Insert build_insert(Recovery&, InsertPlaces const&);

} // namespace quoin::recover
