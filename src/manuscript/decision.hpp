#pragma once
// A guess of an importer, told so that an editor can check and turn it.

#include "base/span.hpp"

#include <string>
#include <string_view>

namespace quoin::manuscript {

enum class DecisionCode {
#define QUOIN_DECISION(name, text) name,
#include "manuscript/decision_codes.def"
#undef QUOIN_DECISION
};

/// The stable name: "hyphen-joined".
std::string_view name(DecisionCode);

/// Below this a decision that nobody has confirmed asks for a look, and `quoin import` ends with status 5.
inline constexpr double review_threshold = 0.8;

struct Decision {
    DecisionCode code{};
    Span left;               // what it is about, in the view; for a join or a cut the left half
    Span right;              // the right half; empty where there is none
    std::string choice;      // what was done, in a few words: "joined with a space"
    std::string reason;      // the clues: "the line is open; the next begins in lower case"
    double confidence = 1;   // 0 … 1; 1 = nothing was guessed, it is told for the record
    std::string alternative; // what else could be done: "two paragraphs"; its action for import.toml where there is one
    bool confirmed = false;  // import.toml says so
};

} // namespace quoin::manuscript
