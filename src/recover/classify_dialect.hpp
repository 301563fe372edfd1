#pragma once
// What kind of text a file holds: lines that are paragraphs or lines that were wrapped, Markdown or a few of its marks, a
// text of Project Gutenberg with its licence around it.

#include "base/span.hpp"
#include "manuscript/imported.hpp"
#include "recover/inline_marks.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::recover {

struct TextShape {
    manuscript::Dialect dialect = manuscript::Dialect::text; // never `detect`
    double confidence = 1;
    std::string reason;
    bool hard_wrapped = false;
    int width = 0; // columns that wrapped lines fill
    InlineSyntax syntax;
    Span body;                                   // without what stands around a text of Project Gutenberg
    std::vector<manuscript::Passage> dropped;    // "licence of Project Gutenberg"
    std::map<std::string, std::string> metadata; // of its header: "title", "author", "language" as written there
};

/// `asked`: what the user says it is. Markdown is only recognised here; another room reads it.
TextShape classify_dialect(FileId, std::string_view view, manuscript::Dialect asked);

} // namespace quoin::recover
