#pragma once
// The logical structure that a page's items belong to. Built in reading order while the document is laid out; only the
// screen edition writes it.

#include <cstdint>
#include <string>
#include <vector>

namespace quoin::page {

enum class TagId : std::uint32_t {
    document = 0,         // the root: index 0 of TagTree::nodes
    artifact = 0xffffffff // belongs to no element: folios, running heads, rules, grounds
};

/// Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). No Aside: PDF 1.7 has none, inserts are Sect.
enum class TagRole {
    Document,
    Part,
    Article,
    Section,
    BlockQuote,
    Paragraph,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableRow,
    TableHeader,
    TableCell,
    Figure,
    Caption,
    Note,
    Reference,
    Link,
    Contents,
    ContentsItem,
    Index,
    Span,
    Code
};

struct TagNode {
    TagRole role = TagRole::Paragraph;
    TagId parent = TagId::document;
    std::string language;      // "" = inherits
    std::string alternative;   // Figure: what the picture shows
    std::string title;         // Sect: its heading; Note: nothing
    std::string id;            // Note: unique, e.g. "note-storm-1"
    int columns = 1, rows = 1; // table cells
    bool row_header = false;   // TableHeader: Scope Row instead of Column
};

/// nodes[0] is the Document. A node's parent stands before it; children are in order of their index.
struct TagTree {
    std::vector<TagNode> nodes{TagNode{TagRole::Document, TagId::document, {}, {}, {}, {}, 1, 1, false}};

    TagId add(TagNode node) {
        nodes.push_back(std::move(node));
        return static_cast<TagId>(nodes.size() - 1);
    }
};

} // namespace quoin::page
