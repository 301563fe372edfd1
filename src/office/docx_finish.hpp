#pragma once
// What is done when all text has been read: metadata, places that references lead to, and everything that is to be told.

#include "office/docx_context.hpp"

#include <string>

namespace quoin::office {

/// Of docProps/core.xml, where it is real: not "Document1", not "Microsoft Office User".
struct DocxMetadata {
    std::string title, author;
    std::string file_stem; // "spring-issue" of "texts/spring-issue.docx"
};
DocxMetadata read_metadata(DocxFile const&, std::string const& path);

/// Language, title and author, where the text itself says none.
void give_metadata(DocxMetadata const&, DocxContext&);

/// Anchors of titles move to the text below them; references to places that are not in the document become plain text.
void settle_places(DocxContext&);

/// Decisions for what was dropped, frozen and left out, in the order of the source; the words of the passages.
void tell_everything(DocxContext&);

} // namespace quoin::office
