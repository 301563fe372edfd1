#pragma once
// Running text with the marks that an extractor left in it becomes inlines: emphasis, links, addresses, escapes. Figures
// that may call a note are told beside, for the stage of the notes to decide.

#include "base/span.hpp"
#include "manuscript/imported.hpp"
#include "model/inline.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::recover {

/// A stretch of the view that belongs to one paragraph. A hyphen that is taken out, a line end or an insert between two
/// stretches is simply not in any of them.
struct Piece {
    Span span;
    std::string glue = {}; // stands before it in the paragraph: " ", "" inside a word, "\n" for a line break that stays
};

/// Which marks mean something. What does not is text.
struct InlineSyntax {
    bool asterisks = true;   // *emphasis*, **strong**
    bool underscores = true; // _emphasis_, __strong__
    bool equals = false;     // =strong=, ^10 and [A] as calls: texts of Project Gutenberg
    bool links = true;       // [text](address), <address>; bare addresses are links in any case
    bool escapes = true;     // \$, \(, &amp;
};

/// How a figure that may call a note is written.
enum class CallForm {
    superscript, // ¹⁰, also <sup>10</sup>
    caret,       // ^10^, ^10, ^{10}
    bracket,     // [10]
    link,        // [10](#note), [[10]](address)
    parenthesis, // (10)
    letter,      // [A]
};

/// A figure that may call a note. In the content it stands as NoteReference{NoteId{its index in InlineText::calls}}.
struct CallCandidate {
    CallForm form{};
    int number = 0;      // 10; of a letter 1 … 26
    std::string figures; // "78" may be the calls 7 and 8
    Span span;           // with its brackets
    std::string written; // as it stands in the view
};

struct InlineText {
    model::Inlines content;
    std::vector<CallCandidate> calls;
    std::vector<manuscript::Decision> told;   // emphasis-unbalanced, spaces-normalised, picture-missing
    std::vector<manuscript::Passage> dropped; // "link address", "mark-up"
    std::size_t links = 0;                    // addresses of any form
};

/// Reads the pieces of one paragraph as one text. Emphasis that ends with one piece and begins again with the next is one;
/// a mark that closes at a seam, with its fellow missing behind, stays open. Runs of spaces and no-break spaces become
/// one space; a no-break space stays where it holds a number, an initial, a one-letter word or French punctuation.
InlineText read_inline_marks(std::string_view view, std::vector<Piece> const&, InlineSyntax const& = {});
/// One stretch.
InlineText read_inline_marks(std::string_view view, Span, InlineSyntax const& = {});

/// Puts the notes in: for each candidate the notes that it calls ("⁷⁸" may call two); a candidate without notes becomes
/// the text that it was. The space before a call goes, if no word would be glued by that. Texts that touch are one afterwards.
/// `dropped` gets each call as a Passage "note call". Must be called for every InlineText, also with all lists empty.
model::Inlines settle_calls(InlineText const&, std::vector<std::vector<model::NoteId>> const& notes,
                            std::vector<manuscript::Passage>& dropped);

/// The words without marks, spaces as above: for comparing titles and asking what a line looks like.
std::string shown_text(std::string_view line);

} // namespace quoin::recover
