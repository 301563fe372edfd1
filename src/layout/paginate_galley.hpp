#pragma once
// The page search of one galley: a flat galley and its room go in, regions of pages come out, at the least total cost of
// all columns together (Plass 1981). A layer of states for each column; a state is a column's start.

#include "layout/column_search.hpp"
#include "layout/paginate_flow.hpp"

#include <vector>

namespace quoin::layout {

struct GalleyRoom {
    int page_lines = 40;
    int first_page_lines = 40; // left for the columns on the first page
    int first_line = 0;        // of the columns on the first page, below the opening and what stands above it
    bool first_is_recto = true;
    bool may_be_followed = false; // another galley may begin on the last page: notes stand right below the text there
    bool may_pass_floats = false; // free floats may go to the next galley
    bool notes_across = false;    // those of all columns stand across the page, below them
    NoteMeasure notes;
};

struct SearchSettings {
    Cost bound = 8000;       // states dearer than the best of their layer by more are dropped
    std::size_t width = 128; // and no more than so many are kept: floats multiply states that hardly differ
    Cost tightness = 0; // what each line of a paragraph more than its fewest costs: saves lines where pages are wanted
    bool exhaustive = false; // nothing is dropped: for comparison in tests
    Relaxation first =
        Relaxation::none; // where every layer begins; short_column weighs all legal ends, not only nearly full ones
};

struct PlannedFloat {
    std::uint32_t galley = 0, index = 0; // Galley::floats[index]
    int at_line = 0, lines = 0;          // below the top of the text block
    enum class Where : std::uint8_t { top, bottom, own_page } where = Where::top;
    bool too_tall = false;
    int grown = 0; // of its lines, those that it was stretched by
};

struct PlannedNote {
    std::uint32_t note = 0; // model::NoteId
    std::uint32_t first_row = 0, end_row = 0;
    int change = 0; // rows that it is set longer or shorter by: cheapest_change()
};

struct PlannedColumn {
    std::vector<ColumnPiece> pieces; // at_line counts from first_line
    int first_line = 0;              // of the text, below the top of the text block
    int text_lines = 0;
    int note_line = 0; // the grid line behind the note area, which is aligned at its foot
    std::vector<PlannedNote> notes;
    std::vector<PlannedFloat> floats;
    // why it is as it is, for the reports
    Cost cost = 0;
    int short_lines = 0;
    bool ends_in_hyphen = false, splits_note = false, is_free = false;
    int waiting_floats = 0;
    Relaxation relaxation = Relaxation::none;
};

/// A galley's part of a page.
struct PlannedRegion {
    std::uint32_t galley = 0;
    bool begins = false;            // the galley's first page: the opening stands above first_line
    int opening_line = 0;           // where the opening stands
    bool runs_on = false;           // the opening is the run-on one
    bool is_beside = false;         // one column beside other articles, with an opening over that column
    std::uint32_t first_column = 0; // its first column's place on the page
    bool ends = false;
    std::vector<PlannedColumn> columns; // fewer than the galley has when the rest is empty
    std::vector<PlannedFloat> floats;   // across the columns
    std::vector<PlannedNote> notes;     // across the columns too
    int note_line = 0;                  // the grid line behind them
    int end_line = 0;                   // first grid line that is free for another galley
};

struct GalleyPlan {
    std::vector<PlannedRegion> pages;
    std::vector<FlowFloat> passed_on; // free floats that found no place
    Cost cost = 0;
    Relaxation relaxation = Relaxation::none; // the furthest step taken
};

GalleyPlan plan_galley(Flow const&, GalleyRoom const&, SearchSettings const& = {});

} // namespace quoin::layout
