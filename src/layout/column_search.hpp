#pragma once
// One column: from a start, all places where it may end, each with its least cost. The inner search of the pagination: a row
// of costs by height used, one row an element, so that every combination of paragraph variants is weighed at once.

#include "layout/paginate_cost.hpp"
#include "layout/paginate_flow.hpp"

#include <vector>

namespace quoin::layout {

struct ColumnStart {
    FlowPosition at;
    std::uint32_t carried_rows = 0; // of the note called last before `at`, still to be set
};

/// Notes that stand across the page, below all its columns.
struct SharedNotes {
    bool are_shared = false;
    std::uint32_t most_rows = 0;   // that the page's note area holds
    std::uint32_t rows_before = 0; // of the columns before on the page
    std::uint32_t last_rows = 0;   // of the note called last in them
};

struct ColumnRoom {
    int lines = 0;                // for text and notes together
    int text_limit = 0;           // for text alone; lower than `lines` when columns are balanced
    std::uint32_t fixed_rows = 0; // of notes called in floats and openings of this column
    SharedNotes shared;           // notes across the page: none of the column's lines are theirs
    Cost hyphen = page_cost::hyphen_at_column_end;
    Cost tightness = 0;       // SearchSettings::tightness
    bool floats_only = false; // no text: what stands in the column fills it
    bool has_floats = false;
    bool begins_page = false;
    int elastic = 0;        // lines that the column's floats may grow by, so that its foot is level
    int elastic_at_end = 0; // the same where the text ends: only if that fills the column
    Relaxation relaxation = Relaxation::none;
    int short_limit = 1; // most lines that an end may miss
};

struct ColumnEnd {
    FlowPosition at;
    std::uint32_t carried_rows = 0;
    std::uint32_t short_lines = 0; // white between text and notes or foot
    std::uint32_t used_lines = 0;  // by text
    std::uint32_t note_rows = 0;   // in the column, carried and fixed ones included; of shared notes all so far
    std::uint32_t last_rows = 0;   // of the note called last, when notes are shared
    std::int8_t note_change = 0;   // of note_rows: rows more or fewer than the notes like
    std::uint16_t grown = 0;       // lines that the column's floats grow by
    bool is_free = false;          // ends at the galley's end or a forced break: being short costs nothing
    Cost cost = 0;
};

/// A paragraph's lines or a box, in a column.
struct ColumnPiece {
    std::uint32_t element = 0;
    std::uint16_t variant = 0; // which of the element's
    std::uint32_t first_line = 0, end_line = 0;
    int at_line = 0;            // below the column's first text line
    bool repeated_head = false; // set just above it
};

class ColumnSearch {
  public:
    ColumnSearch(Flow const& flow, NoteMeasure const& measure) : flow_(flow), measure_(measure) {}

    /// Appends the ends to `ends`. The same end may occur several times with different costs.
    void find_ends(ColumnStart const&, ColumnRoom const&, std::vector<ColumnEnd>& ends);
    /// What stands in the column that goes from `start` to `end`, one of the ends found.
    std::vector<ColumnPiece> pieces(ColumnStart const& start, ColumnRoom const&, ColumnEnd const& end);

  private:
    struct Need; // note rows at a place

    void begin(ColumnStart const&, ColumnRoom const&);
    [[nodiscard]] Need need_through(std::uint32_t end_note);
    [[nodiscard]] int text_limit(Need const&) const;
    [[nodiscard]] int note_lines(std::uint32_t rows) const;
    [[nodiscard]] int growth(int missing, bool is_free) const;
    bool take_shared(Need const&, Cost& cost) const;
    void settle(FlowPosition at, Need const&, int used, Cost cost, bool is_free);
    int settle_rows(FlowPosition at, Need const&, int used, Cost cost, bool is_free);
    void weigh_changes(std::uint32_t end_note, Need&);
    void end_empty();
    bool end_between(std::uint32_t element);
    void end_inside(std::uint32_t element, std::uint32_t which, int first_line);
    void complete(std::uint32_t element);
    int overfull_limit(std::uint32_t element, int limit);
    [[nodiscard]] int repeated_head() const;
    [[nodiscard]] int gap_before(std::uint32_t element) const;
    [[nodiscard]] Cost set_cost(std::uint32_t element, std::uint32_t which) const;
    [[nodiscard]] Cost break_cost(std::uint32_t element, int line, int line_count, int first_line) const;

    Flow const& flow_;
    NoteMeasure const& measure_;
    ColumnStart start_;
    ColumnRoom room_;
    std::uint32_t start_note_ = 0;
    bool may_change_notes_ = false;
    struct Changes {
        Cost shortest, second, longer; // the two cheapest notes in a row less, the cheapest one in a row more
    };
    std::vector<Changes> weighed_; // of the notes from start_note_ on, by their number
    std::vector<ColumnEnd>* ends_ = nullptr;
    // Row r: least cost of having set the elements start … start+r-1 with so many lines used, and the variant of the last.
    int width_ = 0;
    std::vector<Cost> costs_;
    std::vector<std::uint8_t> chosen_;
    struct Range {
        int low = 0, high = -1;
    };
    std::vector<Range> ranges_;
    std::uint32_t row_ = 0;
};

} // namespace quoin::layout
