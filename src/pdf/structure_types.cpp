#include "pdf/structure_types.hpp"

namespace quoin::pdf {

std::string_view structure_type(page::TagRole role) {
    using page::TagRole;
    switch (role) {
    case TagRole::Document: return "Document";
    case TagRole::Part: return "Part";
    case TagRole::Article: return "Sect";
    case TagRole::Section: return "Sect";
    case TagRole::BlockQuote: return "BlockQuote";
    case TagRole::Paragraph: return "P";
    case TagRole::Heading1: return "H1";
    case TagRole::Heading2: return "H2";
    case TagRole::Heading3: return "H3";
    case TagRole::Heading4: return "H4";
    case TagRole::Heading5: return "H5";
    case TagRole::Heading6: return "H6";
    case TagRole::List: return "L";
    case TagRole::ListItem: return "LI";
    case TagRole::Label: return "Lbl";
    case TagRole::ListBody: return "LBody";
    case TagRole::Table: return "Table";
    case TagRole::TableHead: return "THead";
    case TagRole::TableBody: return "TBody";
    case TagRole::TableRow: return "TR";
    case TagRole::TableHeader: return "TH";
    case TagRole::TableCell: return "TD";
    case TagRole::Figure: return "Figure";
    case TagRole::Caption: return "Caption";
    case TagRole::Note: return "Note";
    case TagRole::Reference: return "Reference";
    case TagRole::Link: return "Link";
    case TagRole::Contents: return "TOC";
    case TagRole::ContentsItem: return "TOCI";
    case TagRole::Index: return "Index";
    case TagRole::Span: return "Span";
    case TagRole::Code: return "Code";
    }
    return "Span";
}

} // namespace quoin::pdf
