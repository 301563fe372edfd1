#pragma once
// Pages that belong together (a web page alone, or the documents of an e-book in their order), and what has been found
// out about their elements before anything is read as text.

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "hypertext/markup.hpp"
#include "hypertext/text_style.hpp"
#include "manuscript/imported.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoin::hypertext {

/// What becomes of an element.
enum class Part {
    text,
    hidden,    // nobody sees it: scripts, styles, what style sheets do not show
    dropped,   // seen, and left out by name
    call,      // of a note
    note,      // the body of a note, or a part of it
    note_mark, // the note's number at its beginning, or the way back to its call
    title,     // heads an article
};

/// Bytes of the view.
struct Slice {
    std::uint32_t begin = 0, end = 0;
};

struct Facts {
    Part part = Part::text;
    bool holds_blocks = false; // has elements in it that make lines of their own
    std::uint32_t note = 0;    // call and note: index into Pages::notes
    std::string name;          // dropped: of the passage; else of the place that links lead to
    Slice slice;
};

struct Page {
    std::string path; // within the archive; of a web page, the file's
    pugi::xml_document tree;
    pugi::xml_node body;
    std::vector<StyleRules const*> rules; // of Pages::sheets
    model::Language language;
    bool is_text = true; // the rest is looked at elsewhere: cover, title page, index
};

struct NoteFound {
    std::string mark; // as its first call has it, without brackets: "12", "*"
    std::vector<pugi::xml_node> bodies;
    std::size_t calls = 0;
};

/// Where an article, or something between two of them, begins.
struct Start {
    enum class Kind { article, part, insert } kind = Kind::article;
    model::Role role = model::Role::none;
    std::string label; // as the contents have it
};

struct Pages {
    std::deque<Page> all; // in order of reading; never moved
    std::vector<NoteFound> notes;
    std::deque<StyleRules> sheets;
    std::map<std::string, pugi::xml_node> targets;              // "path#id"
    std::unordered_map<std::size_t, Start> starts;              // by the element's hash_value()
    std::unordered_map<std::size_t, std::string> index_entries; // by hash_value(): "parent!child"
    bool ours = false;                                          // an EPUB that this program has written
    bool is_page = false;                                       // a web page: with navigation and other furniture

    Facts& change(pugi::xml_node node) { return facts_[node.hash_value()]; }
    [[nodiscard]] Facts const& facts(pugi::xml_node node) const {
        static Facts const none;
        auto const found = facts_.find(node.hash_value());
        return found == facts_.end() ? none : found->second;
    }
    [[nodiscard]] TextStyle style(Page const&, pugi::xml_node) const;

  private:
    std::unordered_map<std::size_t, Facts> facts_; // only looked up, never gone through
};

/// The element that an address within the pages leads to; none when it leads elsewhere.
pugi::xml_node target_of(Pages const&, Page const&, std::string_view address);
/// Key of `Pages::targets` for an address; empty when it leads elsewhere.
std::string target_key(Page const&, std::string_view address);

/// Fills `targets` and `holds_blocks`, and marks what nobody sees.
void survey(Pages&, manuscript::Imported&);
/// Marks navigation, banners and the like. Web pages only.
void find_furniture(Pages&);
/// Calls, bodies and marks of notes, wherever they stand.
void find_notes(Pages&, manuscript::Imported&);
/// Gives a name to every place that a link in the text leads to.
void name_targets(Pages&);

} // namespace quoin::hypertext
