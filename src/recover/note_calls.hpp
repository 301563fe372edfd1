#pragma once
// Which figures of an article call which of its notes.

#include "recover/recovery.hpp"

#include <cstddef>
#include <vector>

namespace quoin::recover {

struct ArticleNote {
    int number = 0;
    model::NoteId id{};
    Span span;
};
/// A call that was found: for comparing language versions.
struct FoundCall {
    int number = 0;
    std::size_t text = 0; // index of the group
    Span span;
};

/// One list of notes for each candidate of each text, as settle_calls() takes them. Missing, double and misplaced calls
/// are told.
std::vector<std::vector<std::vector<model::NoteId>>> choose_calls(Recovery&, std::vector<InlineText> const& texts,
                                                                  std::vector<ArticleNote> const& notes,
                                                                  std::vector<FoundCall>& found);

} // namespace quoin::recover
