#pragma once
// The YAML before an article or insert, with Pandoc's key names. In: a file's text. Out: typed values; texts in Markdown
// are left as they stand, with their places.

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "reader/source_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

enum class TextKind { article, insert };

struct FrontMatter {
    std::size_t body = 0;   // offset of the text behind it
    Span span;              // of the YAML; empty when there is none
    bool malformed = false; // so that what is missing may stand in it all the same
    std::optional<SourceText> title, subtitle, abstract;
    std::vector<model::Author> authors;
    std::string byline, running_title;
    std::optional<Date> date;
    model::Language language;
};

FrontMatter read_front_matter(FileId, std::string_view text, TextKind, Diagnostics&);

} // namespace quoin::reader
