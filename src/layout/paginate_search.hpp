#pragma once
// The search over columns behind plan_galley(). Layers of states, one a column; every state of a layer is tried with every
// choice of floats and every legal end of its column; what is dearer than the layer's best by more than the bound is dropped.

#include "layout/column_search.hpp"
#include "layout/paginate_galley.hpp"
#include "layout/paginate_states.hpp"

#include <optional>
#include <vector>

namespace quoin::layout {

class GalleySearch {
  public:
    GalleySearch(Flow const& flow, GalleyRoom const& room, SearchSettings const& settings);

    /// The last node of the cheapest way through the galley.
    std::uint32_t run();

    [[nodiscard]] std::vector<PageNode> const& nodes() const { return nodes_; }
    [[nodiscard]] Cost cost() const { return best_cost_; }
    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    /// Grid lines of a column's page for text, notes and floats.
    [[nodiscard]] int page_lines(std::uint32_t layer) const;
    /// The state a column starts in once the page floats of its page are chosen.
    struct PagePlan {
        std::uint32_t floats = 0;    // across the page
        std::uint16_t note_area = 0; // lines kept for notes across the page
        std::uint8_t grown = 0;      // lines that the floats grow by
    };
    [[nodiscard]] PageState with_plan(PageNode const& start, PagePlan plan) const;
    /// What a column offers. `start` comes from with_plan().
    [[nodiscard]] ColumnRoom room(PageState const& start, std::uint32_t layer, std::uint32_t float_count,
                                  int text_limit, Relaxation) const;
    [[nodiscard]] int page_float_lines(PageState const&) const;
    ColumnSearch& column_search() { return column_; }

  private:
    struct Layer {
        std::vector<std::uint32_t> nodes;
        StateTable table;
        Cost best = 0;
    };
    /// What is asked of an expansion besides its start.
    struct Expansion {
        std::uint32_t from = no_node;
        Relaxation relaxation = Relaxation::none;
        int text_limit = -1;
    };

    std::uint32_t process(std::uint32_t layer);
    std::uint32_t step_back(std::uint32_t layer);
    [[nodiscard]] bool is_widened(std::uint32_t layer) const;
    [[nodiscard]] Cost bound(std::uint32_t layer) const;
    std::vector<std::uint32_t> worth_trying(std::uint32_t layer);
    void keep_cheapest(std::vector<std::uint32_t>& states, std::size_t count) const;
    void expand(Expansion const&);
    [[nodiscard]] std::uint32_t page_growth(PageState const&, std::uint32_t floats) const;
    void expand_plan(Expansion const&, PagePlan plan);
    void expand_column(Expansion const&, PageState const& start, std::uint32_t plan, std::uint32_t float_count);
    void expand_own_page(std::uint32_t from);
    void add_found(Expansion const&, PageState const& start, std::uint32_t plan, std::uint32_t float_count,
                   ColumnEnd const& end);
    void end_page(PageNode& node, std::uint32_t layer, bool is_free) const;
    // Notes across the page.
    [[nodiscard]] std::vector<std::uint16_t> note_areas(PageNode const& start, std::uint32_t floats) const;
    [[nodiscard]] std::vector<std::uint32_t> rows_by_line(FlowPosition, std::size_t lines) const;
    bool end_notes(Expansion const&, PageNode& node, ColumnEnd const& end) const;
    [[nodiscard]] std::uint32_t waiting(PageState const&) const;
    [[nodiscard]] Cost sequence_cost(PageState const& start, std::uint32_t plan, std::uint32_t float_count) const;
    [[nodiscard]] bool is_recto(std::uint32_t layer) const;
    [[nodiscard]] bool is_wholly_placed(PageState const&) const;
    [[nodiscard]] std::optional<Cost> closing_cost(PageNode const&) const;
    [[nodiscard]] int lines_on_last_page(PageNode const&) const;
    void push(PageNode const&);

    // Balancing: the last page with text, its columns as low as they can be.
    struct Balance {
        std::uint32_t start = no_node;
        Relaxation relaxation = Relaxation::none;
        bool all_floats = false; // only ways that leave no float behind
    };
    void finish_pages(std::vector<std::uint32_t> starts, Relaxation);
    void finish_page(std::uint32_t start, Relaxation);
    void commit_page(Balance, int least, int high);
    [[nodiscard]] std::uint32_t least_remaining(FlowPosition) const;
    std::optional<int> least_limit(Balance const&, int low, int high);
    bool run_chain(Balance const&, int text_limit);
    [[nodiscard]] Cost unevenness(PageNode const&, int limit) const;
    void commit_chain(Balance const&, int least, int high);

    Flow const& flow_;
    GalleyRoom const& room_;
    SearchSettings const& settings_;
    ColumnSearch column_;
    std::uint32_t columns_;
    bool balances_;
    std::vector<PageNode> nodes_;
    std::vector<Layer> layers_;
    std::vector<ColumnEnd> ends_;
    std::vector<PageNode> found_;
    std::vector<std::uint32_t> chain_done_;
    bool may_be_uneven_ = false;                        // the columns of a last page
    std::uint32_t widened_begin_ = 0, widened_end_ = 0; // layers searched again with wider rules
    std::uint32_t last_layer_ = 0;                      // the furthest one with a node
    std::uint32_t best_node_ = no_node;
    Cost best_cost_;
};

} // namespace quoin::layout
