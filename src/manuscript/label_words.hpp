#pragma once
// Words that tell what a line is, in many languages.

#include <cstddef>
#include <string_view>

namespace quoin::manuscript {

enum class Label {
    notes,      // "Footnotes", "Notes", "Endnotes", "Anmerkungen", "Notas", "Примечания", …: the whole line
    contents,   // "Contents", "In this issue", "Inhalt", "Índice", "Содержание", …: the whole line
    by,         // "By ", "Por ", "Von ", "Par ", …: the line's start
    collective, // "Statement of", "Theses by", "Declaration of", "Erklärung der", "Resolution of": the line's start
    advertisement, // "Books of the", "Publications of", "Order", "Subscribe", "Bestellen", "Pedidos": the line's start
    sale,          // prices, "pages, A4", "plus p+p", "ISBN", "format": anywhere in the line
    page,          // "p. 12", "page 12", "S. 12", "pág. 12", "стр. 12": at the line's end
    issue,         // "No. 93", "Nr.93", "Issue 4", "Volume 2", "Heft 3", "№ 12": anywhere
    chapter,       // "Chapter 4", "Part II", "Kapitel", "Capítulo", "Глава": the line's start
};

/// Where and how much of the text is the label; length 0 when it is none. Case does not count.
struct LabelPlace {
    std::size_t begin = 0, length = 0;
    explicit operator bool() const { return length > 0; }
};
LabelPlace find_label(Label, std::string_view line);

} // namespace quoin::manuscript
