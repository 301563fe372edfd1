#pragma once
// What the stages work on: stretches of the source, each a line or a few wrapped ones, with what they look like.

#include "manuscript/imported.hpp"
#include "recover/inline_marks.hpp"
#include "recover/unwrap.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::recover {

/// What a fragment was found to be. Everything is `body` until a stage knows better.
enum class Role {
    body,
    furniture, // dropped; Fragment::name says as what
    contents,  // dropped, but kept as evidence
    front,     // before the first article: metadata, cover, imprint
    title,
    subtitle,
    byline,
    notes_heading, // dropped
    note,          // begins a note
    note_more,     // continues it
    insert,        // of an advertisement or box
    separator,
};

/// How a list item or a note is marked at its start.
enum class MarkerForm {
    none,
    dot,         // 12.
    parenthesis, // 12)  12.)
    enclosed,    // (12)
    bracket,     // [12]
    superscript, // ¹²
    bare,        // 12 and a space
    letter,      // a)  a.)  a.
    roman,       // iv)  iv.  IV.
    bullet,      // • – - *
    quote,       // >
};
struct Marker {
    MarkerForm form = MarkerForm::none;
    int number = 0;
    char32_t sign = 0;       // of bullets and the closing sign of the others
    bool upper = false;      // letters and roman figures
    std::size_t begin = 0;   // bytes of the fragment's raw text: opening emphasis stands before
    std::size_t end = 0;     // behind the marker, before the space
    std::size_t content = 0; // where the text begins
    std::size_t keep = 0;    // so many bytes before `begin` are emphasis that goes with the content
    explicit operator bool() const { return form != MarkerForm::none; }
};

/// How a text ends, calls of notes and closing quotation marks left aside.
enum class Ending { closed, colon, comma, hyphen, dash, open };
/// With what kind of letter it begins, opening quotation marks and brackets left aside.
enum class Beginning { lower, upper, digit, other };

struct Fragment {
    std::vector<Piece> pieces; // without the white space around
    int line = 0, last_line = 0;
    int gap = 0;             // empty lines before
    int indent = 0;          // columns before the first character
    bool page_break = false; // a form feed stands before it
    std::string shown;       // without marks
    std::size_t length = 0;  // characters of `shown`
    std::size_t word_count = 0;
    std::vector<std::string> words; // folded; of fragments up to 400 characters
    Ending ending = Ending::closed;
    Beginning beginning = Beginning::other;
    Marker marker;
    bool bold = false, italic = false, capitals = false; // the whole of it
    bool contact = false;                                // mail, website or telephone
    bool call_first = false;                             // begins with a superscript or bracketed figure
    bool advertises = false, sells = false;              // labels
    LineGroup::Kind lines = LineGroup::Kind::paragraph;  // what the lines were seen to be
    std::string figures;                                 // of a note that its brackets tell: "A"
    Role role = Role::body;
    std::string name; // of furniture and dropped things
    int group = -1;   // of front matter and inserts, for the stages' own use

    [[nodiscard]] Span span() const;
};
using Fragments = std::vector<Fragment>;

/// The raw text of a fragment's first piece.
std::string_view raw_text(std::string_view view, Fragment const&);
/// Fills in what the pieces look like.
void look_at(std::string_view view, Fragment&);

Ending ending_of(std::string_view shown);
Beginning beginning_of(std::string_view shown);
Marker find_marker(std::string_view raw);
/// The last word, folded to lower case; what is not a letter around it is left out.
std::string last_word(std::string_view shown);
/// A short line as titles and headings are: no full stop, comma or semicolon at its end.
bool looks_like_title(Fragment const&, std::size_t most_characters);
/// A paragraph: long, or a sentence with its full stop.
bool looks_like_paragraph(Fragment const&);

} // namespace quoin::recover
