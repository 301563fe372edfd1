// The last page of an article: its columns end level, as low as they can. The least height at which all fits is found by
// halving; a little more height is tried too, since a level foot may be worth a line.

#include "layout/paginate_search.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {
constexpr int heights_tried = 3;
constexpr Cost height_cost = 300; // for each line more than the least
constexpr Cost uneven_end = 100;  // times the square of the lines that the last column is lower by, the first one free
constexpr std::size_t starts_tried = 8; // of the last page
constexpr std::size_t chain_width = 12; // states kept between two columns of the page
} // namespace

std::uint32_t GalleySearch::least_remaining(FlowPosition at) const {
    if (at.element >= flow_.end()) return 0;
    if (at.line == 0) return flow_.least_lines_from[at.element];
    return flow_.least_lines_from[at.element + 1] + flow_.variant(at.element, at.variant).line_count - at.line;
}

void GalleySearch::finish_pages(std::vector<std::uint32_t> starts, Relaxation relaxation) {
    auto const room = columns_ * static_cast<std::uint32_t>(std::max(page_lines(nodes_[starts.front()].layer), 0));
    std::erase_if(starts, [&](auto start) {
        auto const& node = nodes_[start];
        // Behind the end there is nothing to balance.
        return node.state.at.element == flow_.end() || node.cost >= best_cost_ ||
               (relaxation < Relaxation::overfull && least_remaining(node.state.at) > room);
    });
    keep_cheapest(starts, starts_tried);
    for (auto const start : starts) finish_page(start, relaxation);
}

/// Tries to end the galley's text on the page that begins here.
void GalleySearch::finish_page(std::uint32_t start, Relaxation relaxation) {
    auto const node = nodes_[start];
    int const high = page_lines(node.layer);
    auto const remaining = least_remaining(node.state.at);
    int const low = std::min(high, std::max(1, static_cast<int>((remaining + columns_ - 1) / columns_)));
    Balance const balance{start, std::max(relaxation, Relaxation::short_column), false};
    auto least = least_limit(balance, low, high);
    // Long stanzas or tables may leave no level end: one that is not is better than a hole and a page more.
    may_be_uneven_ = !least && relaxation >= Relaxation::short_column;
    if (may_be_uneven_) least = least_limit(balance, low, high);
    if (least) commit_page(balance, *least, high);
    may_be_uneven_ = false;
}

void GalleySearch::commit_page(Balance balance, int least, int high) {
    commit_chain(balance, least, high);
    if (is_wholly_placed(nodes_[balance.start].state)) return;
    balance.all_floats = true;
    if (auto const taller = least_limit(balance, least, high)) commit_chain(balance, *taller, high);
}

std::optional<int> GalleySearch::least_limit(Balance const& balance, int low, int high) {
    auto const fits = [&](int limit) {
        auto const known = nodes_.size();
        bool const result = run_chain(balance, limit);
        nodes_.resize(known);
        return result;
    };
    if (!fits(high)) return std::nullopt;
    while (low < high) {
        int const middle = low + (high - low) / 2;
        if (fits(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

void GalleySearch::commit_chain(Balance const& balance, int least, int high) {
    for (int limit = least; limit <= std::min(high, least + heights_tried - 1); ++limit) {
        if (!run_chain(balance, limit)) continue;
        auto const done = chain_done_;
        for (auto const index : done) {
            auto node = nodes_[index];
            Cost const extra = height_cost * (limit - least) + unevenness(node, limit);
            node.cost += extra;
            node.column_cost += extra;
            // Floats that are left stand on pages behind.
            auto const page = (node.layer - 1) / columns_;
            if (!closing_cost(node)) {
                node.layer = (page + 1) * columns_;
                node.state.page_plan = node.state.page_grown = node.state.page_short = node.state.verso_short = 0;
                node.state.note_area = 0;
                node.state.page_rows = node.state.last_rows = 0;
            }
            push(node);
        }
    }
}

/// How much the page's last columns are lower than the others, in cost.
Cost GalleySearch::unevenness(PageNode const& node, int limit) const {
    auto const square = [](int lines) { return Cost{std::max(0, lines - 1)} * std::max(0, lines - 1); };
    auto const empty_columns = columns_ - 1 - (node.layer - 1) % columns_;
    return uneven_end * (square(static_cast<int>(node.short_lines)) + static_cast<Cost>(empty_columns) * square(limit));
}

/// Fills the columns of the page to at most `text_limit` lines. True when the text ends there; `chain_done_` holds the ways.
bool GalleySearch::run_chain(Balance const& balance, int text_limit) {
    std::vector<std::uint32_t> current{balance.start};
    std::vector<std::uint32_t> next;
    chain_done_.clear();
    auto const first_column = nodes_[balance.start].layer % columns_;
    for (auto column = first_column; column < columns_ && !current.empty(); ++column) {
        next.clear();
        StateTable seen;
        for (auto const from : current) {
            found_.clear();
            expand({from, balance.relaxation, text_limit});
            for (auto const& node : found_) {
                bool const at_end = node.state.at.element == flow_.end();
                bool const is_placed = !balance.all_floats || is_wholly_placed(node.state);
                // A note that goes on behind the end has ended the page.
                bool const goes_on = room_.notes_across && node.state.carried_rows > 0;
                bool const is_done = at_end && ((is_placed && node.state.carried_rows == 0) || goes_on);
                bool const is_last = column + 1 == columns_;
                if (is_last && (!at_end || !is_placed)) continue;
                auto& slot = seen.slot(node.state, nodes_);
                if (slot != no_node) {
                    if (node.cost < nodes_[slot].cost) nodes_[slot] = node;
                    continue;
                }
                slot = static_cast<std::uint32_t>(nodes_.size());
                nodes_.push_back(node);
                (is_done || is_last ? chain_done_ : next).push_back(slot);
                seen.count_one(nodes_);
            }
        }
        keep_cheapest(next, room_.notes_across ? chain_width * columns_ * 2 : chain_width);
        std::swap(current, next);
    }
    return !chain_done_.empty();
}

} // namespace quoin::layout
