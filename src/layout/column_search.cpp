#include "layout/column_search.hpp"

#include <cassert>
#include <limits>

namespace quoin::layout {

namespace {
constexpr std::uint32_t most_saved_rows = 2; // of a column's notes
constexpr Cost unreached = std::numeric_limits<Cost>::max() / 4;
} // namespace

/// Rows of the note area if the column ends behind a certain note.
struct ColumnSearch::Need {
    std::uint32_t rows = 0;      // all of them
    std::uint32_t last = 0;      // those of the last note, the only one that is split as a rule
    std::uint32_t may_split = 0; // most rows of it that may go to the next column
    std::uint32_t may_carry = 0; // the same, or more when notes may begin late
    // Notes that are set in a row less or more than they like:
    std::uint32_t may_save = 0;          // rows
    Cost shorter[most_saved_rows + 1]{}; // of so many rows
    Cost longer = unreached;             // of one row
    int change = 0;                      // rows taken
};

void ColumnSearch::begin(ColumnStart const& start, ColumnRoom const& room) {
    start_ = start;
    room_ = room;
    start_note_ = flow_.notes_before(start.at);
    weighed_.clear();
    may_change_notes_ = !flow_.note_changes.empty() && !room.shared.are_shared;
    width_ = std::max(room.lines, 0) + 1;
    row_ = 0;
    ranges_.assign(1, Range{0, 0});
    costs_.assign(static_cast<std::size_t>(width_), unreached);
    chosen_.assign(static_cast<std::size_t>(width_), 0);
    costs_[0] = 0;
}

ColumnSearch::Need ColumnSearch::need_through(std::uint32_t end_note) {
    Need need;
    need.rows = start_.carried_rows + room_.shared.rows_before + room_.fixed_rows + flow_.rows_before[end_note] -
                flow_.rows_before[start_note_];
    need.last = start_.carried_rows + room_.shared.last_rows;
    if (end_note > start_note_) need.last = flow_.rows_of(end_note - 1);
    auto const least =
        room_.relaxation >= Relaxation::single_lines ? 1u : static_cast<std::uint32_t>(measure_.least_rows);
    need.may_split = need.last >= 2 * least ? need.last - least : 0;
    need.may_carry = need.may_split;
    if (room_.relaxation >= Relaxation::late_notes) {
        need.may_carry = std::max(need.may_carry, need.rows - std::min(need.rows, room_.fixed_rows + least));
    }
    if (may_change_notes_) weigh_changes(end_note, need);
    return need;
}

/// What the notes from the column's first one on cost in fewer rows and in more. Each step is taken once a column.
void ColumnSearch::weigh_changes(std::uint32_t end_note, Need& need) {
    if (weighed_.empty()) weighed_.push_back({unreached, unreached, unreached});
    while (start_note_ + weighed_.size() <= end_note) {
        auto next = weighed_.back();
        auto const change = flow_.note_change(start_note_ + static_cast<std::uint32_t>(weighed_.size()) - 1);
        if (change.longer >= 0) next.longer = std::min<Cost>(next.longer, change.longer);
        if (change.shorter >= 0) {
            next.second = std::min(next.second, std::max<Cost>(next.shortest, change.shorter));
            next.shortest = std::min<Cost>(next.shortest, change.shorter);
        }
        weighed_.push_back(next);
    }
    auto const& all = weighed_[end_note - start_note_];
    need.may_save = (all.shortest < unreached) + (all.second < unreached);
    need.shorter[1] = all.shortest;
    need.shorter[2] = all.shortest + all.second;
    need.longer = all.longer;
}

/// Lines of the column that so many rows of notes take.
int ColumnSearch::note_lines(std::uint32_t rows) const {
    if (!room_.shared.are_shared) return measure_.lines_for(rows);
    bool const is_too_much = rows > room_.shared.most_rows && room_.relaxation != Relaxation::overfull;
    return is_too_much ? room_.lines + 1 : 0;
}

/// Most lines of text above these notes, the last one split as far as it may be.
int ColumnSearch::text_limit(Need const& need) const {
    auto const less = std::max(need.may_carry, need.may_save);
    return std::min(room_.text_limit, room_.lines - note_lines(need.rows - less));
}

/// Whether the page's note area takes the notes so far. What goes on on the next page is decided at the page's end.
bool ColumnSearch::take_shared(Need const& need, Cost& cost) const {
    auto const most = room_.shared.most_rows;
    if (need.rows <= most + need.may_carry) return true;
    if (room_.relaxation != Relaxation::overfull) return false;
    cost += page_cost::overfull * (need.rows - most);
    return true;
}

/// Lines that the floats grow by in a column that misses so many.
int ColumnSearch::growth(int missing, bool is_free) const {
    if (!is_free) return std::min(missing, room_.elastic);
    return missing <= room_.elastic_at_end ? missing : 0;
}

/// Records an end with `used` lines of text, with the notes as they like to be and, where that helps, with some of them in
/// a row less or more.
void ColumnSearch::settle(FlowPosition at, Need const& need, int used, Cost cost, bool is_free) {
    auto const known = ends_->size();
    int const missing = settle_rows(at, need, used, cost, is_free);
    if (!may_change_notes_) return;
    auto const fitting = measure_.rows_in(room_.lines - used);
    if (need.rows > fitting && need.rows - fitting <= need.may_save) {
        auto shorter = need;
        auto const saved = need.rows - fitting;
        shorter.change = -static_cast<int>(saved);
        shorter.rows = fitting;
        settle_rows(at, shorter, used, cost + need.shorter[saved], is_free);
        return;
    }
    Cost const worth = missing > 1    ? unreached
                       : missing == 1 ? page_cost::one_line_short + page_cost::rest_above_notes
                                      : 0;
    if (is_free || need.rows >= fitting || need.longer >= worth) return;
    auto longer = need;
    longer.change = 1;
    ++longer.rows;
    settle_rows(at, longer, used, cost + need.longer, is_free);
    if (ends_->size() < known + 2) return;
    // Both lead to the same place: the cheaper one is enough.
    if (ends_->back().cost < (*ends_)[known].cost) (*ends_)[known] = ends_->back();
    ends_->pop_back();
}

/// Records an end if the notes have room, splitting the last one if need be. Returns how many lines are missing at its foot.
int ColumnSearch::settle_rows(FlowPosition at, Need const& need, int used, Cost cost, bool is_free) {
    bool const are_shared = room_.shared.are_shared;
    if (are_shared && !take_shared(need, cost)) return 0;
    auto const fitting = measure_.rows_in(room_.lines - used);
    std::uint32_t carried = 0;
    if (!are_shared && need.rows > fitting) {
        auto const least =
            room_.relaxation >= Relaxation::single_lines ? 1u : static_cast<std::uint32_t>(measure_.least_rows);
        carried = std::max(need.rows - fitting, least);
        if (carried > need.may_carry) {
            if (room_.relaxation != Relaxation::overfull) return 0;
            carried = 0;
            cost += page_cost::overfull * (need.rows - fitting);
        }
    }
    if (int const excess = used - std::min(room_.text_limit, room_.lines); excess > 0)
        cost += page_cost::overfull * excess;
    if (carried > 0) cost += carried > need.may_split ? page_cost::late_note : page_cost::split_note;
    auto const rows = need.rows - carried;
    int const own_lines = are_shared ? 0 : measure_.lines_for(rows);
    int const missing = std::max(0, std::min(room_.text_limit, room_.lines - own_lines) - used);
    int const grown = growth(missing, is_free);
    int const short_lines = missing - grown;
    if (!is_free) {
        if (short_lines > room_.short_limit) return missing;
        cost += page_cost::shortness(short_lines) + page_cost::grown_insert * grown;
        bool const is_above_notes = own_lines > 0 && missing == room_.lines - own_lines - used;
        if (short_lines == 1 && is_above_notes) cost += page_cost::rest_above_notes * measure_.rest_share(rows) / 1000;
    }
    ends_->push_back({at, carried, static_cast<std::uint32_t>(short_lines), static_cast<std::uint32_t>(used), rows,
                      need.last, static_cast<std::int8_t>(need.change), static_cast<std::uint16_t>(grown), is_free,
                      cost});
    return missing;
}

void ColumnSearch::find_ends(ColumnStart const& start, ColumnRoom const& room, std::vector<ColumnEnd>& ends) {
    ends_ = &ends;
    begin(start, room);
    auto const first = start.at.element;
    if (room.floats_only || first == flow_.end()) return end_empty();
    // Beside floats, or where the notes of the columns before leave no room for another.
    bool const may_be_empty = room.has_floats || room.shared.rows_before > 0;
    if (start.carried_rows > 0 || (may_be_empty && room.relaxation > Relaxation::none)) end_empty();
    for (auto element = first;; ++element) {
        if (element > first && end_between(element)) return;
        if (element == flow_.end()) return;
        auto const& one = flow_.elements[element];
        bool const is_continued = element == first && start.at.line > 0;
        if (one.breakable || (!one.is_box && room.relaxation >= Relaxation::broken_keeps)) {
            auto const begin_variant = is_continued ? start.at.variant : 0u;
            auto const end_variant = is_continued ? begin_variant + 1u : one.variant_count;
            for (auto which = begin_variant; which < end_variant; ++which) {
                end_inside(element, which, is_continued ? start.at.line : 0);
            }
        }
        complete(element);
        if (ranges_[row_].high < ranges_[row_].low) return;
    }
}

/// The column holds no text: floats and what is left of a note.
void ColumnSearch::end_empty() {
    auto const need = need_through(start_note_);
    bool const is_free = room_.floats_only || start_.at.element == flow_.end();
    settle(start_.at, need, 0, 0, is_free);
}

/// Ends between the element before and this one. True when the column cannot go on.
bool ColumnSearch::end_between(std::uint32_t element) {
    bool const is_end = element == flow_.end();
    bool const is_forced = !is_end && flow_.elements[element].break_before;
    bool const is_free = is_end || is_forced;
    Cost extra = 0;
    if (!is_free && flow_.elements[element].lines_needed > 0) {
        if (room_.relaxation < Relaxation::broken_keeps) return false;
        extra = page_cost::stranded_heading;
    }
    auto const need =
        need_through(is_end ? static_cast<std::uint32_t>(flow_.notes.size()) : flow_.elements[element].first_note);
    auto const range = ranges_[row_];
    auto const* const costs = &costs_[static_cast<std::size_t>(row_) * static_cast<std::size_t>(width_)];
    for (int used = range.low; used <= range.high; ++used) {
        if (costs[used] >= unreached) continue;
        settle({element, 0, 0}, need, used, costs[used] + extra, is_free);
    }
    return is_free;
}

int ColumnSearch::gap_before(std::uint32_t element) const {
    auto const& one = flow_.elements[element];
    return element > start_.at.element ? one.gap_above : repeated_head();
}

/// Lines above the column's first element: a table's head, or the letter that an index goes on with.
int ColumnSearch::repeated_head() const {
    auto const& one = flow_.elements[start_.at.element];
    bool const is_wanted = one.head_on_pages ? room_.begins_page : start_.at.line == 0;
    return is_wanted ? one.repeated_head : 0;
}

/// What it costs to set a paragraph in one of its variants.
Cost ColumnSearch::set_cost(std::uint32_t element, std::uint32_t which) const {
    auto const& variant = flow_.variant(element, which);
    auto const fewest = flow_.least_lines_from[element] - flow_.least_lines_from[element + 1];
    return variant.cost + (variant.looser ? page_cost::loosened : 0) + room_.tightness * (variant.line_count - fewest);
}

/// What breaking before this line of a paragraph costs, or `unreached` when it is not allowed.
Cost ColumnSearch::break_cost(std::uint32_t element, int line, int line_count, int first_line) const {
    auto const& one = flow_.elements[element];
    bool const orphan = line < one.least_before;
    bool const widow = line_count - line < one.least_after;
    bool const stranded = first_line == 0 && line < one.lines_needed && element > start_.at.element;
    Cost cost = 0;
    if ((orphan || widow) && room_.relaxation < Relaxation::single_lines) return unreached;
    if ((stranded || !one.breakable) && room_.relaxation < Relaxation::broken_keeps) return unreached;
    if (orphan) cost += page_cost::orphan;
    if (widow) cost += page_cost::widow;
    if (stranded) cost += page_cost::stranded_heading;
    if (!one.breakable) cost += page_cost::broken_keep;
    return cost;
}

/// Ends within a paragraph set in one of its variants.
void ColumnSearch::end_inside(std::uint32_t element, std::uint32_t which, int first_line) {
    auto const& variant = flow_.variant(element, which);
    auto const& one = flow_.elements[element];
    auto const range = ranges_[row_];
    auto const* const costs = &costs_[static_cast<std::size_t>(row_) * static_cast<std::size_t>(width_)];
    int const gap = gap_before(element);
    Cost const own_cost = first_line > 0 ? 0 : set_cost(element, which);
    std::uint32_t known_note = std::numeric_limits<std::uint32_t>::max();
    Need need;
    int tight = 0, full = 0; // most lines of text with the last note split, and with it whole
    int const line_count = static_cast<int>(variant.line_count);
    for (int line = first_line + 1; line < line_count; ++line) {
        auto const& last = flow_.lines[variant.first_line + static_cast<std::uint32_t>(line) - 1u];
        auto const end_note = one.first_note + last.notes_through;
        if (end_note != known_note) {
            known_note = end_note;
            need = need_through(std::max(end_note, start_note_));
            tight = text_limit(need);
            full = room_.shared.are_shared ? tight
                                           : std::min(room_.text_limit, room_.lines - measure_.lines_for(need.rows));
        }
        int const added = gap + line - first_line;
        if (range.low + added > tight && room_.relaxation != Relaxation::overfull) break;
        int const high = room_.relaxation == Relaxation::overfull ? range.high : std::min(range.high, tight - added);
        int const low = std::max(range.low, full - room_.short_limit - room_.elastic - added);
        if (low > high) continue;
        Cost const extra = break_cost(element, line, line_count, first_line);
        if (extra >= unreached) continue;
        Cost const hyphen = last.hyphen ? room_.hyphen : 0;
        FlowPosition const at{element, static_cast<std::uint16_t>(which), static_cast<std::uint32_t>(line)};
        for (int used = low; used <= high; ++used) {
            if (costs[used] >= unreached) continue;
            settle(at, need, used + added, costs[used] + own_cost + extra + hyphen, false);
        }
    }
}

/// In the last resort a column takes its first element whatever its height is.
int ColumnSearch::overfull_limit(std::uint32_t element, int limit) {
    int least = std::numeric_limits<int>::max();
    bool const is_continued = start_.at.line > 0;
    for (std::uint32_t which = 0; which < flow_.elements[element].variant_count; ++which) {
        if (is_continued && which != start_.at.variant) continue;
        auto const lines = static_cast<int>(flow_.variant(element, which).line_count - start_.at.line);
        least = std::min(least, gap_before(element) + lines);
    }
    limit = std::max(limit, least);
    if (limit >= width_) { // only the first row exists so far: widening moves nothing
        width_ = limit + 1;
        costs_.resize(static_cast<std::size_t>(width_), unreached);
        chosen_.resize(static_cast<std::size_t>(width_), 0);
    }
    return limit;
}

/// Sets an element whole, in each of its variants: the next row.
void ColumnSearch::complete(std::uint32_t element) {
    auto const& one = flow_.elements[element];
    bool const is_continued = element == start_.at.element && start_.at.line > 0;
    auto const behind = element + 1 < flow_.end() ? flow_.elements[element + 1].first_note
                                                  : static_cast<std::uint32_t>(flow_.notes.size());
    int limit = text_limit(need_through(behind));
    if (room_.relaxation == Relaxation::overfull && element == start_.at.element)
        limit = overfull_limit(element, limit);
    auto const stride = static_cast<std::size_t>(width_);
    costs_.resize((row_ + 2) * stride);
    chosen_.resize((row_ + 2) * stride);
    Cost const* const from = &costs_[row_ * stride];
    Cost* const to = &costs_[(row_ + 1) * stride];
    auto* const chosen = &chosen_[(row_ + 1) * stride];
    std::fill(to, to + stride, unreached);
    auto const range = ranges_[row_];
    Range next{width_, -1}; // empty; the limit itself may be negative when notes ask for more than the column
    int const gap = gap_before(element);
    auto const begin_variant = is_continued ? start_.at.variant : 0u;
    auto const end_variant = is_continued ? begin_variant + 1u : one.variant_count;
    for (auto which = begin_variant; which < end_variant; ++which) {
        auto const& variant = flow_.variant(element, which);
        Cost const cost = is_continued ? 0 : set_cost(element, which);
        int const added = gap + static_cast<int>(variant.line_count - (is_continued ? start_.at.line : 0));
        for (int used = range.low; used <= range.high && used + added <= limit; ++used) {
            if (from[used] >= unreached) continue;
            int const height = used + added;
            if (from[used] + cost >= to[height]) continue;
            to[height] = from[used] + cost;
            chosen[height] = static_cast<std::uint8_t>(which);
            next.low = std::min(next.low, height);
            next.high = std::max(next.high, height);
        }
    }
    ++row_;
    ranges_.push_back(next);
}

std::vector<ColumnPiece> ColumnSearch::pieces(ColumnStart const& start, ColumnRoom const& room, ColumnEnd const& end) {
    std::vector<ColumnEnd> ends;
    find_ends(start, room, ends);
    std::vector<ColumnPiece> result;
    auto const first = start.at.element;
    if (end.at == start.at) return result;
    int used = static_cast<int>(end.used_lines);
    auto element = end.at.element;
    bool const is_continued = start.at.line > 0;
    if (end.at.line > 0) {
        auto const from = element == first ? start.at.line : 0u;
        used -= static_cast<int>(end.at.line - from);
        result.push_back({element, end.at.variant, from, end.at.line, used, element == first && repeated_head() > 0});
        used -= gap_before(element);
    }
    while (element > first) {
        --element;
        auto const row = element - first + 1;
        auto const which = chosen_[row * static_cast<std::size_t>(width_) + static_cast<std::size_t>(used)];
        auto const count = flow_.variant(element, which).line_count;
        auto const from = element == first && is_continued ? start.at.line : 0u;
        used -= static_cast<int>(count - from);
        result.push_back({element, which, from, count, used, element == first && repeated_head() > 0});
        used -= gap_before(element);
    }
    assert(used == 0);
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace quoin::layout
