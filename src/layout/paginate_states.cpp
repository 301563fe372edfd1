#include "layout/paginate_states.hpp"

namespace quoin::layout {

namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15ull;
    return hash ^ (hash >> 29);
}

std::uint64_t hash_of(PageState const& state) {
    auto const place = (std::uint64_t{state.at.element} << 32) | state.at.line;
    auto const rest =
        (std::uint64_t{state.carried_rows} << 32) | (std::uint64_t{state.column_floats} << 16) | state.page_floats;
    auto const page = (std::uint64_t{state.page_grown} << 24) | (std::uint64_t{state.page_plan} << 16) |
                      (std::uint64_t{state.page_short} << 8) | state.verso_short;
    auto const notes =
        (std::uint64_t{state.note_area} << 48) ^ (std::uint64_t{state.page_rows} << 16) ^ state.last_rows;
    return mix(mix(mix(mix(0, place), rest), page), notes);
}

} // namespace

std::uint32_t& StateTable::slot(PageState const& state, std::vector<PageNode> const& nodes) {
    if (slots_.empty()) slots_.assign(64, no_node);
    auto const mask = slots_.size() - 1;
    for (auto place = hash_of(state) & mask;; place = (place + 1) & mask) {
        if (slots_[place] == no_node || nodes[slots_[place]].state == state) return slots_[place];
    }
}

void StateTable::count_one(std::vector<PageNode> const& nodes) {
    if (++used_ * 2 > slots_.size()) grow(nodes);
}

void StateTable::grow(std::vector<PageNode> const& nodes) {
    auto const old = std::move(slots_);
    slots_.assign(old.size() * 2, no_node);
    for (auto const node : old) {
        if (node != no_node) slot(nodes[node].state, nodes) = node;
    }
}

} // namespace quoin::layout
