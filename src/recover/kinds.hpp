#pragma once
// What each group of an article is: heading, list item, quotation, verse or paragraph.

#include "recover/continuity.hpp"

#include <vector>

namespace quoin::recover {

enum class Kind { paragraph, heading, item, quote, verse, separator, insert };
struct Judgement {
    Kind kind = Kind::paragraph;
    double confidence = 1;
    std::string reason;
};

/// One for each group. Whether an item continues a list is for the builder of lists to say.
std::vector<Judgement> judge_kinds(Recovery const&, std::vector<Group> const&);

} // namespace quoin::recover
