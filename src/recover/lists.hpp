#pragma once
// Which groups are items of lists: numbered theses over headings and inserts, lettered items within them, bullets.

#include "recover/kinds.hpp"

#include <vector>

namespace quoin::recover {

struct ListPlace {
    int depth = 0;       // 0: in no list
    bool begins = false; // an item begins; else the group is more of the item at this depth
    bool fresh = false;  // the first item of its list
    int number = 0;      // its value; 0 for bullets
};

/// One for each group. Numbers that are skipped are told.
std::vector<ListPlace> find_lists(Recovery&, std::vector<Group> const&, std::vector<Judgement> const&);

} // namespace quoin::recover
