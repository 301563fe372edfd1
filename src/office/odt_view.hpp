#pragma once
// The visible words of an OpenDocument text as lines, written by a walk that knows nothing of roles, lists and models: what
// the reader later leaves out is missed by the proof.

#include "base/span.hpp"
#include "manuscript/imported.hpp"
#include "office/odt_changes.hpp"
#include "office/odt_files.hpp"
#include "office/odt_styles.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoin::office {

/// One line a paragraph, in the order of the file and as the word processor shows it with recorded changes accepted, rejected
/// or both shown. What it does not show stands on lines of its own behind: hidden words, insertions that are rejected; at the
/// end deleted text. Notes, comments, text boxes and descriptions of pictures follow the paragraph that they are
/// anchored in, page headers and footers come last.
class OdtView {
  public:
    OdtView(OdtFiles const&, OdtStyles&, manuscript::TrackChanges);

    /// The view is known by this number from now on.
    void set_file(FileId file) { file_ = file; }
    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] manuscript::Counts const& counts() const { return counts_; }

    /// The place of a text node, or of everything within an element.
    [[nodiscard]] Span span(pugi::xml_node) const;
    /// The words of a text node, with spaces collapsed as the specification says (part 3, section 6.1.2).
    [[nodiscard]] std::string_view words(pugi::xml_node text_node) const;
    /// All words below an element, wherever in the view they stand.
    [[nodiscard]] std::string all_words(pugi::xml_node) const;

  private:
    struct Place {
        std::uint32_t begin = 0, end = 0;
    };

    void visit(pugi::xml_node);
    void visit_children(pugi::xml_node);
    void element(pugi::xml_node);
    void paragraph(pugi::xml_node);
    void finish_line();
    void styled(pugi::xml_node span);
    void restored(pugi::xml_node change);
    void apart(pugi::xml_node);
    std::string collapsed(pugi::xml_node text_node);
    void object(pugi::xml_node);
    void text_node(pugi::xml_node);
    void description(pugi::xml_node);
    void space();
    void end_line();
    void count(pugi::xml_node);
    void gather(pugi::xml_node, std::vector<Place>&) const;
    [[nodiscard]] Place place(pugi::xml_node) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

    OdtFiles const& files_;
    OdtStyles& styles_;
    OdtChanges changes_;
    FileId file_ = FileId::none;
    std::string text_;
    std::unordered_map<std::size_t, Place> places_; // by hash_value; only asked, never walked
    std::vector<pugi::xml_node> waiting_;           // anchored in the paragraph that is being written
    std::vector<pugi::xml_node> unseen_;            // words of that paragraph which are not to be seen
    bool in_paragraph_ = false;
    bool after_space_ = true; // a space of the file's own would be one too many
    int hidden_ = 0;          // inside hidden words
    int uncounted_ = 0;       // inside deleted text, comments, indexes
    manuscript::Counts counts_;
};

/// What a picture's or table's frame is: its place in a paragraph is an anchor, not text.
bool is_drawing(pugi::xml_node);
/// An index that the word processor makes from the text: contents, lists of pictures and tables, the alphabetical index.
bool is_generated_index(pugi::xml_node);

/// Whether a paragraph or heading follows at once, with which this one can be joined.
bool goes_on_in_paragraph(pugi::xml_node);

} // namespace quoin::office
