#pragma once
// What an editor has decided: entries of import.toml, found in the source by their words. A line number is only a hint.

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::manuscript {

enum class Action {
    join,   // `at` ends the left half, `with` begins the right one; what lies between is an insert
    apart,  // the same places: they stay two
    insert, // from the line with `at` to the line with `with` (the same when empty)
    not_insert,
    heading,
    not_heading,
    title, // an article begins here
    not_title,
    subtitle,
    byline,
    note,
    not_note,
    drop,     // furniture
    keep,     // no furniture: the decision of the importer to drop it is turned
    language, // `value` is the language
    confirm,  // whatever was decided about these lines is right
};

/// One `[[decision]]` as written.
struct Instruction {
    Action action{};
    std::string at, with, value, why;
    std::vector<int> lines;
    Span span;
};

/// import.toml: decisions, and roles of styles in `[styles]`.
struct DecisionsFile {
    std::vector<Instruction> instructions;
    std::map<std::string, std::string> styles;
};

Result<DecisionsFile> read_decisions(FileId, SourceMap const&, Diagnostics&);

/// An instruction whose places were found: lines of the view, counted from 1.
struct PlacedInstruction {
    Action action{};
    int first = 0; // the line with `at`
    int last = 0;  // the line with `with`; `first` when there is none
    std::string value;
};

/// Finds each instruction in the lines of the view. Words are compared folded. With `with`, `at` must end a line and `with` begin
/// one for `join` and `apart`; otherwise `at` stands anywhere in its line. Of several places the line hint takes the
/// nearest. None, or two that no hint tells apart, is an error (`decision-unplaced`, `decision-ambiguous`).
std::vector<PlacedInstruction> place(std::vector<Instruction> const&, std::string_view view, Diagnostics&);

} // namespace quoin::manuscript
