#pragma once
// The parts of an Office Open XML text (ECMA-376, parts 1, 2 and 4), found through their relationships.

#include "base/result.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/package.hpp"
#include "office/xml.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

struct DocxRelation {
    std::string type;   // the last component of its address, which Strict and Transitional share: "hyperlink", "image"
    std::string target; // an address when `external`, else the name of a part
    bool external = false;
};

/// One XML part. Names have the prefixes w, r, a, wp, pic, wps, wpg, mc, v, o, m, asvg, adec; see docx_file.cpp.
struct DocxPart {
    std::string name; // "word/document.xml"
    std::map<std::string, DocxRelation, std::less<>> relations;
    pugi::xml_document xml;

    [[nodiscard]] pugi::xml_node root() const { return xml.document_element(); }
    /// nullptr when there is none of this id.
    [[nodiscard]] DocxRelation const* relation(std::string_view id) const;
};

struct DocxFile {
    manuscript::Package package;
    DocxPart document;
    std::optional<DocxPart> styles, numbering, footnotes, endnotes, comments, settings, core;
    std::vector<DocxPart> headers, footers;
    std::vector<std::string> missing; // parts that are named, but not there
    std::vector<std::string>
        not_read; // parts that may hold words or pictures which nobody reads: charts, embedded files
    std::vector<std::string> with_doctype; // parts with a document type declaration
};

/// Fails with `import-damaged`, and says why. The source must outlive the file.
Result<DocxFile> open_docx(manuscript::Source const&);

/// The branch of an mc:AlternateContent that counts (ECMA-376 part 3, section 7.5): the first choice in vocabularies that are
/// read here, else the fallback, which says the same in an older one.
pugi::xml_node taken_branch(pugi::xml_node alternate);

} // namespace quoin::office
