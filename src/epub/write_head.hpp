#pragma once
// The head of an article: department, title, subtitle, byline and standfirst.

#include "epub/writer.hpp"

namespace quoin::epub {

struct HeadOptions {
    std::string title_id;
    bool shows_title = true;       // a dedication's title is for the manifest; print does not set it either
    bool department_shown = false; // already, as a heading of its own
};

void write_head(Writer&, model::Article const&, HeadOptions const&);

/// A part of a byline with a meaning.
struct BylinePart {
    enum class Kind { text, author, date } kind = Kind::text;
    std::string text;
    bool operator==(BylinePart const&) const = default;
};
/// Finds the authors' names and the date in a byline that is printed as it stands.
std::vector<BylinePart> byline_parts(model::Article const&);

} // namespace quoin::epub
