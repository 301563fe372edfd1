#pragma once
// What kind of character stands at a place, under the names of this room.

#include "manuscript/letters.hpp"

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::is_digit;
using manuscript::is_lower;
using manuscript::is_space;
using manuscript::is_upper;
using manuscript::is_word_character;
using manuscript::previous_character;

} // namespace quoin::recover
