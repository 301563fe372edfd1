#pragma once
// What a page costs, in the units of the line search (a paragraph's demerits). Numbers of taste, each with its reason; the
// method is Plass's (1981): additive costs over a bounded state, so that dynamic programming finds the least sum.

#include <algorithm>
#include <cstdint>

namespace quoin::layout {

using Cost = std::int64_t;

namespace page_cost {
inline constexpr Cost loosened = 25;        // a paragraph one line longer than it likes: seen only by comparison
inline constexpr Cost one_line_short = 500; // a foot one line higher than its neighbours'
inline constexpr Cost rest_above_notes =
    700;                           // for a line of white above notes besides the one they miss, in proportion
inline constexpr Cost hole = 3000; // times the square of the missing lines, from two on
// Half a word or half a note at the foot is seen by whoever reads on: it costs more than a foot one line high or a paragraph
// one line longer, and less than a hole.
inline constexpr Cost hyphen_at_column_end = 2500;
inline constexpr Cost hyphen_at_page_turn = 3500; // half a word must be kept in mind while the leaf turns
inline constexpr Cost split_note = 2000;
inline constexpr Cost new_page = 10'000;       // no better foot is worth another page
inline constexpr Cost facing_difference = 200; // times the square of the difference of two facing feet
inline constexpr Cost float_distance = 80;     // for each column end that a float still waits at
inline constexpr Cost float_sequence =
    300;                                 // a wide float before a narrow one that was called earlier, or the other way
inline constexpr Cost grown_insert = 40; // for each line of white within an insert: seen sooner than a loosened line
inline constexpr Cost text_free_page = 2000; // a page of floats behind the end
inline constexpr Cost passed_on_float = 250; // a free insert that moves on to the next article
inline constexpr Cost short_last_page = 300; // for each line that a last page has fewer than five
inline constexpr int least_last_page = 5;
inline constexpr Cost widow = 1'000'000;
inline constexpr Cost orphan = 1'000'000;
inline constexpr Cost stranded_heading = 500'000;
inline constexpr Cost broken_keep = 500'000;
inline constexpr Cost late_note = 2'000'000; // a note that begins after the column of its mark
inline constexpr Cost overfull = 10'000'000;

constexpr Cost shortness(int lines) {
    if (lines <= 0) return 0;
    return lines == 1 ? one_line_short : hole * lines * lines;
}
} // namespace page_cost

/// What the search may do when there is no legal column. In order: each step allows the earlier ones too.
enum class Relaxation : std::uint8_t {
    none,         // all rules, feet at most one line short
    short_column, // feet as short as they must be
    single_lines, // widows, orphans and single rows of a split note
    broken_keeps, // a heading at the foot, a paragraph broken that should stay whole
    late_notes,   // of two long notes called in one line the second begins a column later
    overfull      // more than the column holds
};

} // namespace quoin::layout
