#include "layout/paginate_search.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace quoin::layout {

namespace {
constexpr Cost endless = std::numeric_limits<Cost>::max() / 2;
constexpr int least_text_lines = 3;  // a column with fewer left takes no text
constexpr int most_uneven_lines = 3; // of the columns of a last page
constexpr std::uint32_t floats_in_a_column = 3;
constexpr std::uint32_t floats_over_a_page = 2;
constexpr std::uint32_t pages_back = 3;
constexpr std::uint32_t most_page_growth = 6;     // of floats across the page: each line is tried
constexpr std::size_t widths_of_shared_notes = 4; // states that differ in the height of their notes
constexpr Cost widened_bound = 30'000;            // room for a hole of three lines
} // namespace

GalleySearch::GalleySearch(Flow const& flow, GalleyRoom const& room, SearchSettings const& settings)
    : flow_(flow), room_(room), settings_(settings), column_(flow, room.notes),
      columns_(static_cast<std::uint32_t>(flow.columns)), balances_(flow.balance_end && flow.columns > 1),
      best_cost_(endless) {}

std::uint32_t GalleySearch::run() {
    push(PageNode{});
    for (std::uint32_t layer = 0; layer < layers_.size();) layer = process(layer);
    assert(best_node_ != no_node);
    return best_node_;
}

int GalleySearch::page_lines(std::uint32_t layer) const {
    return layer < columns_ ? room_.first_page_lines : room_.page_lines;
}

bool GalleySearch::is_recto(std::uint32_t layer) const { return (layer / columns_ % 2 == 0) == room_.first_is_recto; }

/// Tries all states of a layer, by the rules if it can be and else by the least relaxation. Returns the layer to go on with.
std::uint32_t GalleySearch::process(std::uint32_t layer) {
    if (layers_[layer].nodes.empty()) return layer + 1;
    auto const starts = worth_trying(layer);
    layers_[layer].table = {};
    auto const first = is_widened(layer) ? Relaxation::short_column : settings_.first;
    for (int step = static_cast<int>(first); step <= static_cast<int>(Relaxation::overfull); ++step) {
        auto const relaxation = static_cast<Relaxation>(step);
        for (auto const from : starts) {
            if (nodes_[from].cost >= best_cost_) continue;
            found_.clear();
            expand({from, relaxation, -1});
            bool const at_end = nodes_[from].state.at.element == flow_.end();
            for (auto const& node : found_) {
                // The last page is balanced, or it is not the last one.
                bool const is_unbalanced = balances_ && !at_end && node.state.at.element == flow_.end();
                if (!is_unbalanced || relaxation == Relaxation::overfull) push(node);
            }
        }
        if (balances_ && layer % columns_ == 0) finish_pages(starts, relaxation);
        if (best_node_ != no_node || last_layer_ > layer) break;
        if (relaxation == Relaxation::none && layer >= widened_end_) return step_back(layer);
    }
    return layer + 1;
}

Cost GalleySearch::bound(std::uint32_t layer) const {
    return layer > widened_begin_ && layer <= widened_end_ ? std::max(settings_.bound, widened_bound) : settings_.bound;
}

bool GalleySearch::is_widened(std::uint32_t layer) const { return layer >= widened_begin_ && layer < widened_end_; }

/// No legal column: what went wrong may have been decided pages before. The last pages are searched again, feet may be short
/// there, and dearer states count too.
std::uint32_t GalleySearch::step_back(std::uint32_t layer) {
    auto const page = layer / columns_;
    widened_begin_ = page > pages_back ? (page - pages_back) * columns_ : 0;
    while (layers_[widened_begin_].nodes.empty() && widened_begin_ > 0) --widened_begin_;
    widened_end_ = layer + 1;
    layers_.resize(widened_begin_ + 1);
    last_layer_ = widened_begin_;
    return widened_begin_;
}

/// A layer's states that are near enough to its best one, in order of their making.
std::vector<std::uint32_t> GalleySearch::worth_trying(std::uint32_t layer) {
    auto states = layers_[layer].nodes;
    if (settings_.exhaustive) return states;
    auto const limit = layers_[layer].best + bound(layer);
    std::erase_if(states, [&](auto state) { return nodes_[state].cost > limit; });
    keep_cheapest(states, settings_.width * (room_.notes_across ? widths_of_shared_notes : 1));
    return states;
}

void GalleySearch::keep_cheapest(std::vector<std::uint32_t>& states, std::size_t count) const {
    if (settings_.exhaustive || states.size() <= count) return;
    std::stable_sort(states.begin(), states.end(), [&](auto a, auto b) { return nodes_[a].cost < nodes_[b].cost; });
    states.resize(count);
}

/// Tries everything that may follow a state, into `found_`.
void GalleySearch::expand(Expansion const& expansion) {
    auto const start = nodes_[expansion.from];
    if (start.layer % columns_ != 0)
        return expand_plan(expansion, {start.state.page_plan, start.state.note_area, start.state.page_grown});
    for (std::uint32_t floats = 0; floats <= floats_over_a_page; ++floats) {
        if (floats > 0) {
            auto const next = start.state.page_floats + floats - 1;
            if (next >= flow_.page_floats.size() || flow_.page_floats[next].own_page) break;
        }
        // Where the columns are balanced what is left of the page is filled afterwards.
        auto const growth = expansion.text_limit < 0 ? page_growth(start.state, floats) : 0;
        for (auto const area : note_areas(start, floats)) {
            for (std::uint32_t grown = 0; grown <= growth; ++grown)
                expand_plan(expansion, {floats, area, static_cast<std::uint8_t>(grown)});
        }
    }
    if (expansion.text_limit < 0) expand_own_page(expansion.from);
}

/// Most lines that the next floats across the page may grow by.
std::uint32_t GalleySearch::page_growth(PageState const& state, std::uint32_t floats) const {
    std::uint32_t lines = 0;
    for (std::uint32_t index = 0; index < floats; ++index) lines += flow_.page_floats[state.page_floats + index].grow;
    return std::min(lines, most_page_growth);
}

PageState GalleySearch::with_plan(PageNode const& start, PagePlan plan) const {
    auto state = start.state;
    if (start.layer % columns_ != 0) return state;
    state.page_floats = static_cast<std::uint16_t>(state.page_floats + plan.floats);
    state.page_plan = static_cast<std::uint8_t>(plan.floats);
    state.page_grown = plan.grown;
    if (!room_.notes_across) return state;
    state.note_area = plan.note_area;
    state.page_rows = state.last_rows = state.carried_rows;
    state.carried_rows = 0;
    return state;
}

int GalleySearch::page_float_lines(PageState const& state) const {
    int lines = state.page_grown;
    for (auto index = state.page_floats - state.page_plan; index < state.page_floats; ++index) {
        lines += flow_.page_floats[static_cast<std::size_t>(index)].lines;
    }
    return lines;
}

void GalleySearch::expand_plan(Expansion const& expansion, PagePlan page_plan) {
    auto const layer = nodes_[expansion.from].layer;
    auto const state = with_plan(nodes_[expansion.from], page_plan);
    auto const plan = page_plan.floats;
    int const lines = page_lines(layer) - page_float_lines(state) - state.note_area;
    if (lines < 0) return;
    // No float comes before its reference: one that is called further on than this column can reach need not be tried.
    auto const reach = state.at.element + static_cast<std::uint32_t>(lines) * (columns_ - layer % columns_);
    bool const is_last_resort = expansion.relaxation == Relaxation::overfull;
    if (plan > 0 && flow_.page_floats[state.page_floats - 1u].before > reach && !is_last_resort) return;
    bool const at_end = state.at.element == flow_.end();
    int height = 0;
    for (std::uint32_t count = 0; count <= floats_in_a_column; ++count) {
        if (count > 0) {
            auto const next = state.column_floats + count - 1;
            if (next >= flow_.column_floats.size()) break;
            auto const& one = flow_.column_floats[next];
            height += one.lines;
            if (one.own_page || one.before > reach || height > lines) break;
        }
        // A page behind the end must carry something.
        bool const has_notes = state.carried_rows > 0 || state.page_rows > 0;
        bool const is_idle = at_end && count == 0 && plan == 0 && !has_notes && layer % columns_ == 0;
        if (!is_idle) expand_column(expansion, state, plan, count);
    }
}

ColumnRoom GalleySearch::room(PageState const& start, std::uint32_t layer, std::uint32_t float_count, int text_limit,
                              Relaxation relaxation) const {
    ColumnRoom room;
    room.lines = page_lines(layer) - page_float_lines(start) - start.note_area;
    if (text_limit >= 0 && room_.may_be_followed) room.lines = std::min(room.lines, text_limit - start.note_area);
    if (room_.notes_across) {
        room.shared = {true, room_.notes.rows_in(start.note_area), start.page_rows, start.last_rows};
    }
    room.text_limit = text_limit;
    for (std::uint32_t index = 0; index < float_count; ++index) {
        auto const& one = flow_.column_floats[start.column_floats + index];
        room.lines -= one.lines;
        // Where columns are balanced a float stands on top, and both together end level with the neighbours.
        if (one.place != FloatPlace::bottom) room.text_limit -= one.lines;
        if (one.place != FloatPlace::bottom || text_limit < 0) room.elastic += one.grow;
        room.fixed_rows += one.note_rows;
    }
    // Where another article may begin below the end nothing is to be filled.
    room.elastic_at_end = room_.may_be_followed && text_limit < 0 ? 0 : room.elastic;
    if (layer % columns_ == 0) {
        for (auto index = start.page_floats - start.page_plan; index < start.page_floats; ++index) {
            room.fixed_rows += flow_.page_floats[static_cast<std::size_t>(index)].note_rows;
        }
    }
    if (layer == 0) room.fixed_rows += flow_.opening_note_rows;
    room.has_floats = float_count > 0 || start.page_plan > 0;
    room.begins_page = layer % columns_ == 0;
    room.floats_only = room.lines < least_text_lines && (room.has_floats || layer < columns_);
    room.text_limit = text_limit >= 0 ? std::min(room.text_limit, room.lines) : room.lines;
    bool const turns_the_leaf = layer % columns_ == columns_ - 1 && is_recto(layer);
    room.hyphen = turns_the_leaf ? page_cost::hyphen_at_page_turn : page_cost::hyphen_at_column_end;
    room.tightness = settings_.tightness;
    room.relaxation = relaxation;
    if (relaxation > Relaxation::none) {
        bool const is_level = text_limit >= 0 && relaxation < Relaxation::single_lines && !may_be_uneven_;
        room.short_limit = is_level ? most_uneven_lines : page_lines(layer);
    }
    return room;
}

void GalleySearch::expand_column(Expansion const& expansion, PageState const& start, std::uint32_t plan,
                                 std::uint32_t float_count) {
    auto const layer = nodes_[expansion.from].layer;
    auto const offered = room(start, layer, float_count, expansion.text_limit, expansion.relaxation);
    if (offered.lines < 0 || offered.text_limit < 0) return;
    ends_.clear();
    column_.find_ends({start.at, start.carried_rows}, offered, ends_);
    std::uint32_t needed = 0; // the end must lie behind the references of all floats placed
    if (float_count > 0) needed = flow_.column_floats[start.column_floats + float_count - 1].before;
    if (start.page_plan > 0 && layer % columns_ == columns_ - 1) {
        needed = std::max(needed, flow_.page_floats[start.page_floats - 1u].before);
    }
    for (auto& end : ends_) {
        if (end.at.element < needed) {
            // A page whose wide float turns out to be called later has no other way out.
            if (expansion.relaxation < Relaxation::overfull || float_count > 0) continue;
            end.cost += page_cost::overfull;
        }
        add_found(expansion, start, plan, float_count, end);
    }
}

void GalleySearch::add_found(Expansion const& expansion, PageState const& start, std::uint32_t plan,
                             std::uint32_t float_count, ColumnEnd const& end) {
    auto const& from = nodes_[expansion.from];
    PageNode node;
    node.state = start;
    node.state.at = end.at;
    node.state.carried_rows = end.carried_rows;
    node.state.column_floats = static_cast<std::uint16_t>(start.column_floats + float_count);
    node.parent = expansion.from;
    node.layer = from.layer + 1;
    node.text_limit = static_cast<std::int16_t>(expansion.text_limit);
    node.short_lines = end.short_lines;
    node.used_lines = end.used_lines;
    node.note_rows = end.note_rows;
    node.float_count = static_cast<std::uint8_t>(float_count);
    node.grown = static_cast<std::uint8_t>(end.grown);
    node.note_change = end.note_change;
    node.plan_used = static_cast<std::uint8_t>(plan);
    node.grown_used = start.page_grown;
    node.waiting = static_cast<std::uint8_t>(std::min(waiting(node.state), 255u));
    node.relaxation = expansion.relaxation;
    node.is_free = end.is_free;
    if (room_.notes_across && !end_notes(expansion, node, end)) return;
    bool const foot_is_high = end.note_rows == 0 && !end.is_free;
    auto const missing = static_cast<std::uint8_t>(foot_is_high ? std::min(end.short_lines, 3u) : 0);
    node.state.page_short = std::max(node.state.page_short, missing);
    node.column_cost += end.cost + page_cost::float_distance * node.waiting +
                        sequence_cost(start, from.layer % columns_ == 0 ? plan : 0, float_count);
    if (from.layer % columns_ == 0) node.column_cost += page_cost::grown_insert * start.page_grown * columns_;
    bool const is_behind_the_end = start.at.element == flow_.end() && from.layer > 0;
    if (is_behind_the_end && from.layer % columns_ == 0) node.column_cost += page_cost::text_free_page;
    if (node.layer % columns_ == 0) end_page(node, from.layer, end.is_free);
    bool const begins_page = from.layer > 0 && from.layer % columns_ == 0;
    node.cost = from.cost + node.column_cost + (begins_page ? page_cost::new_page : 0);
    found_.push_back(node);
}

/// The last column of a page: facing pages are compared, and the page's own marks are wiped from the state.
void GalleySearch::end_page(PageNode& node, std::uint32_t layer, bool is_free) const {
    bool const recto = is_recto(layer);
    if (recto && layer >= columns_ && !is_free) {
        Cost const difference = int{node.state.page_short} - int{node.state.verso_short};
        node.column_cost += page_cost::facing_difference * difference * difference;
    }
    node.state.verso_short = recto ? std::uint8_t{0} : node.state.page_short;
    node.state.page_short = 0;
    node.state.page_plan = node.state.page_grown = 0;
    node.state.note_area = 0;
    node.state.page_rows = node.state.last_rows = 0;
}

/// Floats that have been called but stand nowhere yet.
std::uint32_t GalleySearch::waiting(PageState const& state) const {
    std::uint32_t count = 0;
    for (std::size_t index = state.column_floats; index < flow_.column_floats.size(); ++index) {
        if (flow_.column_floats[index].before > state.at.element) break;
        ++count;
    }
    for (std::size_t index = state.page_floats; index < flow_.page_floats.size(); ++index) {
        if (flow_.page_floats[index].before > state.at.element) break;
        ++count;
    }
    return count;
}

/// Narrow and wide floats wait in two rows; what overtakes the other row pays.
Cost GalleySearch::sequence_cost(PageState const& start, std::uint32_t plan, std::uint32_t float_count) const {
    Cost cost = 0;
    for (std::uint32_t index = 0; index < float_count; ++index) {
        auto const order = flow_.column_floats[start.column_floats + index].order;
        for (std::size_t other = start.page_floats; other < flow_.page_floats.size(); ++other) {
            if (flow_.page_floats[other].order >= order) break;
            cost += page_cost::float_sequence;
        }
    }
    for (std::uint32_t index = 0; index < plan; ++index) {
        auto const order = flow_.page_floats[start.page_floats - 1u - index].order;
        for (std::size_t other = start.column_floats; other < flow_.column_floats.size(); ++other) {
            if (flow_.column_floats[other].order >= order) break;
            cost += page_cost::float_sequence;
        }
    }
    return cost;
}

/// A float that has a page to itself, between two pages of text or behind them.
void GalleySearch::expand_own_page(std::uint32_t from) {
    auto const start = nodes_[from];
    if (start.state.carried_rows > 0 || (start.layer == 0 && flow_.end() > 0)) return;
    for (bool const wide : {true, false}) {
        auto const& row = wide ? flow_.page_floats : flow_.column_floats;
        auto const next = wide ? start.state.page_floats : start.state.column_floats;
        if (next >= row.size() || !row[next].own_page || row[next].before > start.state.at.element) continue;
        PageNode node;
        node.state = start.state;
        if (wide)
            ++node.state.page_floats;
        else
            ++node.state.column_floats;
        node.state.verso_short = 0;
        node.parent = from;
        node.layer = start.layer + columns_;
        node.waiting = static_cast<std::uint8_t>(std::min(waiting(node.state), 255u));
        node.column_cost = page_cost::float_distance * node.waiting * columns_;
        // A page of its own it needs wherever it goes: it counts as no page more.
        node.cost = start.cost + node.column_cost;
        node.is_own_page = true;
        node.plan_used = wide ? 1 : 0;
        node.is_free = true;
        found_.push_back(node);
    }
}

bool GalleySearch::is_wholly_placed(PageState const& state) const {
    return state.column_floats == flow_.column_floats.size() && state.page_floats == flow_.page_floats.size();
}

/// What ending the galley here costs, or nothing when it is not at its end.
std::optional<Cost> GalleySearch::closing_cost(PageNode const& node) const {
    auto const& state = node.state;
    if (state.at.element != flow_.end() || state.carried_rows > 0) return std::nullopt;
    Cost cost = 0;
    for (auto const* row : {&flow_.column_floats, &flow_.page_floats}) {
        auto const placed = row == &flow_.column_floats ? state.column_floats : state.page_floats;
        for (std::size_t index = placed; index < row->size(); ++index) {
            if (!(*row)[index].free || !room_.may_pass_floats) return std::nullopt;
            cost += page_cost::passed_on_float;
        }
    }
    int const lines = lines_on_last_page(node);
    if (lines > 0 && lines < page_cost::least_last_page && node.layer > columns_) {
        cost += page_cost::short_last_page * (page_cost::least_last_page - lines);
    }
    return cost;
}

int GalleySearch::lines_on_last_page(PageNode const& node) const {
    if (node.layer == 0) return 0;
    auto const page = (node.layer - 1) / columns_;
    // Whether the columns before are full is nothing the state knows: only a first column can be found too short.
    if (node.text_limit < 0) return (node.layer - 1) % columns_ == 0 ? static_cast<int>(node.used_lines) : 0;
    int lines = static_cast<int>(node.used_lines);
    for (auto index = node.parent; index != no_node; index = nodes_[index].parent) {
        auto const& one = nodes_[index];
        if (one.layer == 0 || (one.layer - 1) / columns_ != page) break;
        lines += static_cast<int>(one.used_lines);
    }
    return lines;
}

void GalleySearch::push(PageNode const& node) {
    if (auto const closing = closing_cost(node)) {
        if (node.cost + *closing < best_cost_) {
            best_cost_ = node.cost + *closing;
            best_node_ = static_cast<std::uint32_t>(nodes_.size());
            nodes_.push_back(node);
        }
        if (is_wholly_placed(node.state)) return;
    }
    if (node.cost >= best_cost_) return;
    if (node.layer >= layers_.size()) layers_.resize(node.layer + 1);
    auto& layer = layers_[node.layer];
    if (layer.nodes.empty()) layer.best = node.cost;
    if (!settings_.exhaustive && node.cost > layer.best + bound(node.layer)) return;
    layer.best = std::min(layer.best, node.cost);
    auto& slot = layer.table.slot(node.state, nodes_);
    if (slot == no_node) {
        slot = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back(node);
        layer.nodes.push_back(slot);
        layer.table.count_one(nodes_);
        last_layer_ = std::max(last_layer_, node.layer);
    } else if (node.cost < nodes_[slot].cost) {
        nodes_[slot] = node;
    }
}

} // namespace quoin::layout
