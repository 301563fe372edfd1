#pragma once
// The few words that the program itself prints, by language.

#include <string>
#include <string_view>

namespace quoin::layout {

struct Words {
    std::string_view page; // "page", before a number
    std::string_view contents;
    std::string_view notes; // head above collected notes
    std::string_view note;  // for screen readers: "note 3"
    std::string_view website, email, phone;
    std::string_view edition, by, edited_by, translated_by, illustrated_by;
};

/// For "pt-BR" those of "pt"; English for languages without an entry.
Words const& words_for(std::string_view language);

} // namespace quoin::layout
