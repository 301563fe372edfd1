#pragma once
// The findings of one text, and the checks that make them. What is found again and again is told a few times and counted.

#include "base/diagnostic.hpp"
#include "lint/text_row.hpp"

#include <fmt/format.h>
#include <map>

namespace quoin::lint {

class Findings {
  public:
    explicit Findings(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void add(Code, Span, std::string message, std::string hint = {});
    /// Reports what was added, and forgets it.
    void end_text();

  private:
    struct Found {
        Span span;
        std::string message, hint;
    };
    Diagnostics& diagnostics_;
    std::map<Code, std::vector<Found>> found_;
};

void check_spaces(TextRow const&, Findings&);
void check_punctuation(TextRow const&, Findings&);
void check_words(TextRow const&, Vocabulary const&, Findings&);
void check_hyphens(TextRow const&, Vocabulary const&, Findings&);
void check_calls(TextRow const&, bool section_has_calls, Findings&);
/// Marks that a later row may close.
void check_quotes(Section const&, Findings&);
void check_brackets(Section const&, Findings&);
/// Lists of contents in the text against the titles.
void check_contents(model::Document const&, Findings&);
/// Articles that are one text in two languages: calls of notes per paragraph.
void check_parallel_calls(std::vector<Section const*> const& articles, Findings&);

} // namespace quoin::lint
