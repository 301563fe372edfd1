#pragma once
// What the stages share while they work on one text.

#include "base/date.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/instructions.hpp"
#include "recover/fragment.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace quoin::recover {

/// What the printed list of contents says; evidence, no more.
struct ContentsEntry {
    std::vector<std::string> words;  // folded: title and subtitle, without page numbers
    std::size_t first = 0, last = 0; // fragments
    bool matched = false;
};

/// Notes that stand together, behind an article or at a page's foot.
struct NoteSection {
    std::size_t heading = 0, first = 0, end = 0; // fragments; heading == first when there is none
    MarkerForm form = MarkerForm::none;
    int first_number = 1, last_number = 1;
    bool has_heading = false;
    std::size_t title = 0; // of endnotes: the fragment that names their article
    bool has_title = false;
};

/// Places of one article among the fragments.
struct ArticlePlaces {
    std::vector<std::size_t> title = {}, subtitle = {}, byline = {};
    std::size_t begin = 0; // its first fragment
    std::size_t body = 0;  // behind the title block
    std::size_t end = 0;   // behind its last fragment
    std::optional<Date> date = {};
    double confidence = 1;
    std::string reason = {};
    int entry = -1; // of the contents
};

/// Words that the text itself uses: the dictionary for hyphens.
struct Vocabulary {
    std::unordered_map<std::string, int> words;           // folded, how often
    std::unordered_map<std::string, int> compounds;       // "anti-war"
    std::unordered_map<std::string, int> compound_starts; // "anti" → how many different words follow
    [[nodiscard]] int count(std::string const& word) const;
    [[nodiscard]] int count_compound(std::string const& compound) const;
};

/// What import.toml says of lines.
class Orders {
  public:
    explicit Orders(std::vector<manuscript::PlacedInstruction> const&);
    [[nodiscard]] bool says(manuscript::Action, Fragment const&) const;
    /// The line that an instruction of two places names beside this one.
    [[nodiscard]] std::optional<int> partner(manuscript::Action, Fragment const& left) const;
    [[nodiscard]] std::string value(manuscript::Action, Fragment const&) const;
    /// Whether any instruction speaks of the lines.
    [[nodiscard]] bool any(int first, int last) const;
    [[nodiscard]] bool within_range(manuscript::Action, Fragment const&) const;

  private:
    std::vector<manuscript::PlacedInstruction> list_;
};

struct Recovery {
    FileId view = FileId::none;
    std::string_view text;
    TextShape shape = {};
    Fragments fragments = {};
    Vocabulary vocabulary = {};
    Orders orders;
    std::vector<ContentsEntry> contents = {};
    std::size_t contents_begin = 0, contents_end = 0; // fragments; equal when there is no list
    std::vector<NoteSection> note_sections = {};
    std::vector<ArticlePlaces> articles = {};
    int usual_gap = 1; // empty lines between paragraphs
    manuscript::Imported* result = nullptr;

    /// Fragments that still are text, in order.
    [[nodiscard]] bool is_text(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> next_text(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> previous_text(std::size_t index) const;

    manuscript::Decision& decide(manuscript::DecisionCode, Span left, Span right, std::string choice,
                                 std::string reason, double confidence, std::string alternative = "");
    void drop(std::size_t fragment, Role, std::string const& name);
    void drop(Span, std::string const& name);
};

/// Cuts the view into fragments, wrapped lines joined.
void find_fragments(Recovery&);
Vocabulary collect_vocabulary(Fragments const&);

// The stages, in this order. Each changes roles and tells its decisions.
void find_contents_list(Recovery&);
void find_page_furniture(Recovery&);
void find_separators(Recovery&);
void find_note_sections(Recovery&);
void find_articles(Recovery&);
void read_front_matter(Recovery&);

/// Chapters of a book by their headings ("CHAPTER IV.", "Preface"); false when the text is none. Instead of find_articles.
bool find_chapters(Recovery&);
/// Title and authors of a book whose chapters were found.
void complete_book(Recovery&);

/// The first entry of the contents that begins as these words do, or nothing.
std::optional<std::size_t> match_contents(Recovery const&, std::vector<std::string> const& words);

} // namespace quoin::recover
