#pragma once
// The proof that an import lost no word and invented none: the words of the source against those of the folder that was
// written, read back.

#include "base/diagnostic.hpp"
#include "base/source_map.hpp"
#include "manuscript/imported.hpp"
#include "model/document.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::review {

/// A word that is on one side alone.
struct LooseWord {
    std::string word; // folded
    std::size_t times = 0;
    Span place; // of its first line in the view; empty for words that the source has not
};

struct Proof {
    std::size_t source = 0, kept = 0, added = 0;
    std::map<std::string, std::size_t> dropped; // words by the name of what was dropped
    std::vector<LooseWord> lost, extra;         // in the order of their first place, and of the alphabet
    /// Rows of three words that stand together in the source and nowhere in what was kept: the seams to look at.
    std::size_t broken_rows = 0;

    [[nodiscard]] std::size_t dropped_words() const;
    [[nodiscard]] bool holds() const { return lost.empty() && extra.empty(); }
};

/// `kept`: the editions of the folder, read back.
Proof prove(std::vector<manuscript::Imported> const& parts, std::vector<model::Document>& kept, SourceMap const&);

/// An error with the words when the proof does not hold.
void tell(Proof const&, Diagnostics&);

} // namespace quoin::review
