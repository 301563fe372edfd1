#pragma once
// Fields (ECMA-376 part 1, section 17.16): an instruction, and what a word processor made of it when the file was saved.

#include "model/inline.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quoin::office {

/// An instruction taken apart: `HYPERLINK "https://a.example" \l "place"`.
struct DocxFieldCode {
    std::string name;                   // in capitals: "HYPERLINK"; "ADDIN ZOTERO_ITEM" for those of add-ins
    std::vector<std::string> arguments; // without those of switches
    std::vector<std::pair<char, std::string>> switches;

    [[nodiscard]] bool has(char letter) const;
    /// The text behind a switch; empty when there is none.
    [[nodiscard]] std::string behind(char letter) const;
    [[nodiscard]] std::string argument() const { return arguments.empty() ? std::string() : arguments.front(); }
};

DocxFieldCode parse_field(std::string_view instruction);

/// What is done with a field's result.
enum class DocxFieldKind {
    kept,      // its text is text
    frozen,    // the same, and the editor is told: it will not change any more
    link,      // to an address
    reference, // to a bookmark
    page,      // the number of a bookmark's page: the backends print their own
    note,      // the call of a note once more
    sequence,  // the number of a caption
    furniture, // contents, an index, page numbers: made again
    no_result, // marks an entry of an index, …
    symbol
};
DocxFieldKind kind_of(DocxFieldCode const&);

/// A field that has begun and not ended.
struct DocxField {
    std::string instruction;
    bool in_result = false;
    DocxFieldCode code;
    DocxFieldKind kind = DocxFieldKind::kept;
    std::string_view dropped_as; // the name for words of a result that is left out; one of the program
    std::variant<std::monostate, model::Link, model::CrossReference> link; // what the result leads to
    int serial = 0;
};

} // namespace quoin::office
