#pragma once
// The words that the program adds to a publication, in the publication's language.

#include "model/metadata.hpp"

#include <string>

namespace quoin::epub {

struct Labels {
    char const* cover;
    char const* contents;
    char const* landmarks;
    char const* pages; // the page list
    char const* notes;
    char const* start; // where the text begins
    char const* title_page;
    char const* imprint;
    char const* summary; // the standfirst
    char const* insert;  // a box without a title
    char const* table;
    char const* figures;       // the list of them
    char const* back_to;       // "{}" is the note's number
    char const* back_to_again; // "{0}" number, "{1}" which of its marks
    char const* edition;       // of a book: "{}" is which
    char const* print_edition; // "{}" is the title
    // The accessibility summary is made of these sentences.
    char const* readable_as_text;
    char const* pictures_described;
    char const* pictures_partly;
    char const* page_numbers;
    char const* notes_linked;
};

/// Of the language's own table, or the English one.
Labels const& labels(model::Language const&);

/// Whether the language is written from right to left ("ar", "he-IL", not "az-Latn").
bool is_right_to_left(model::Language const&);

} // namespace quoin::epub
