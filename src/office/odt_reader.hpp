#pragma once
// The walk through an OpenDocument text that makes pieces of it. Recursion is bounded: OdtFiles are no deeper than the stack allows.

#include "manuscript/imported.hpp"
#include "office/odt_anchors.hpp"
#include "office/odt_changes.hpp"
#include "office/odt_styles.hpp"
#include "office/odt_view.hpp"
#include "office/pieces.hpp"
#include "office/run_builder.hpp"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace quoin::office {

struct OdtCounters { // of one list of the file, through all its continuations
    std::array<int, 10> numbers{};
    std::array<bool, 10> begun{};
};

/// Numbers of lists and headings: they go on through cells, boxes and sections.
struct OdtNumbers {
    std::deque<OdtCounters> lists; // a deque keeps its elements in place
    std::map<std::string, std::size_t, std::less<>> by_id;
    std::optional<std::size_t> last;
    OdtCounters outline;
    bool told_markers = false, told_outline = false;
};

/// What the parts of the walk share.
struct OdtContext {
    OdtFiles const& files;
    OdtStyles& styles;
    OdtView const& view;
    OdtAnchors const& anchors;
    OdtChanges& changes;
    manuscript::Imported& imported;
    model::Language tagged;   // the language that most of the text is marked with …
    model::Language language; // … and the one it is in
    std::map<std::string, std::pair<Span, std::size_t>> fields = {};  // kind → first place, how many
    std::map<std::string, Span> strange_styles = {};                  // name → first place
    std::map<std::string, model::NoteId> notes = {};                  // the file's id → ours
    std::map<std::string, std::uint32_t> note_marks = {};             // the file's id → marks so far
    std::map<std::string, std::optional<model::AssetId>> assets = {}; // reference → picture
    std::set<std::string> given_ids = {};                             // anchors that stand in the document
    OdtNumbers numbers = {};
    std::unordered_set<std::size_t> used = {}; // nodes that were read or dropped by name; only asked, never walked
    int note_depth = 0;

    manuscript::Decision& tell(manuscript::DecisionCode, pugi::xml_node, std::string choice, std::string reason,
                               double confidence = 1, std::string alternative = {});
    /// The words below `node` are not in the document.
    void drop(std::string name, pugi::xml_node node);
    /// The words below `node` have their place in the document, or a name among what was dropped.
    void use(pugi::xml_node node);
    /// A language of the file in the terms of the document: empty for that of most of the text.
    [[nodiscard]] model::Language language_of(OdtLook const&, std::string_view words) const;
};

/// Where blocks stand: not everything can stand everywhere.
enum class OdtPlace : std::uint8_t { text, note, cell };

class OdtText;
struct OdtTable;

class OdtReader {
  public:
    explicit OdtReader(OdtContext& context, OdtPlace place = OdtPlace::text) : context_(context), place_(place) {}

    /// The children of an element, or one element itself.
    Pieces read(pugi::xml_node parent);
    Pieces read_one(pugi::xml_node);

  private:
    struct ListPlace {
        int level = 0; // 0 … 9
        std::string style;
        OdtCounters* counters = nullptr;
    };
    struct Item {
        std::string marker; // as the word processor shows it
        int number = 0;
        OdtLists::Level::Kind kind = OdtLists::Level::Kind::none;
    };

    void block(pugi::xml_node, Pieces& to);
    void paragraph(pugi::xml_node, Pieces& to);
    void emit(pugi::xml_node source, RunBuilder&, OdtText&, Pieces& to);
    void heading_number(pugi::xml_node, Piece&);
    void add_number(pugi::xml_node, std::string const& number, Piece&);
    void finish_carried(Pieces& to);
    void section(pugi::xml_node, Pieces& to);
    void index(pugi::xml_node);
    void drawing(pugi::xml_node, Pieces& to);

    void list(pugi::xml_node, Pieces& to);
    OdtCounters& counters_of(pugi::xml_node list);
    void list_level(pugi::xml_node list, ListPlace const&, Pieces& to);
    void list_item(pugi::xml_node item, ListPlace const&, model::List&, Pieces& to);
    Item next_item(pugi::xml_node item, ListPlace const&);
    static std::string next_number(std::array<OdtLists::Level, 10> const&, OdtCounters&, int level, int start);
    void number_headings(pugi::xml_node item, ListPlace const&, Pieces& content);
    static void flush(model::List&, Pieces& to);
    void plain_item(Item const&, Pieces content, pugi::xml_node, Pieces& to);

    void table(pugi::xml_node, Pieces& to);
    void rows_as_paragraphs(pugi::xml_node, model::Table, Pieces& to);
    void table_rows(pugi::xml_node parent, bool head, OdtTable&);
    void table_row(pugi::xml_node, bool head, OdtTable&);
    model::TableCell table_cell(pugi::xml_node, std::size_t column, bool head, OdtTable&);
    void box(pugi::xml_node, Pieces content, Pieces& to, std::string reason);

    OdtContext& context_;
    OdtPlace place_;
    int lists_open_ = 0;
    /// A paragraph whose end an insertion that is not wanted has taken away.
    std::optional<std::pair<pugi::xml_node, RunBuilder>> carried_;
};

/// The text of one paragraph.
class OdtText {
  public:
    /// `alone`: languages are told against that of the document, since the text stands in a cell or a title.
    OdtText(OdtContext&, pugi::xml_node paragraph, OdtPlace, bool alone);

    void read();
    /// A heading that a link names by its words.
    void heading_anchor();

    [[nodiscard]] OdtParagraphStyle const& style() const { return style_; }
    [[nodiscard]] model::Language const& language() const { return language_; }
    RunBuilder& builder() { return builder_; }
    /// Paragraphs that a deletion had joined with this one, when it is rejected: they stand before it.
    std::vector<std::pair<pugi::xml_node, model::Inlines>> before;
    Pieces floats; // anchored here
    Piece::CaptionOf caption_of = Piece::CaptionOf::any;

  private:
    struct Run {
        Format format;
        OdtLook look;
    };
    using Handler = void (OdtText::*)(pugi::xml_node, Run const&);
    static Handler handler(std::string_view name);

    void children(pugi::xml_node, Run const&);
    void words(pugi::xml_node, Run const&);
    void nothing(pugi::xml_node, Run const&) {}
    void space(pugi::xml_node, Run const&);
    void line_break(pugi::xml_node, Run const&);
    void span(pugi::xml_node, Run const&);
    void link(pugi::xml_node, Run const&);
    void bookmark(pugi::xml_node, Run const&);
    void reference_mark(pugi::xml_node, Run const&);
    void sequence(pugi::xml_node, Run const&);
    void reference(pugi::xml_node, Run const&);
    void note(pugi::xml_node, Run const&);
    void note_reference(pugi::xml_node, Run const&);
    void comment(pugi::xml_node, Run const&);
    void ruby(pugi::xml_node, Run const&);
    void inner_paragraph(pugi::xml_node, Run const&);
    void hidden_text(pugi::xml_node, Run const&);
    void change_begins(pugi::xml_node, Run const&);
    void change_ends(pugi::xml_node, Run const&);
    void deletion(pugi::xml_node, Run const&);
    void index_mark(pugi::xml_node, Run const&);
    void drawing(pugi::xml_node, Run const&);
    void formula(pugi::xml_node object, Run const&);
    void field(pugi::xml_node, Run const&);

    void anchor(OdtAnchors::Kind, std::string_view name, pugi::xml_node, Run const&);
    [[nodiscard]] Format format_of(OdtLook const&, Format inherited) const;
    void find_language(bool alone);
    void weigh_languages(pugi::xml_node, OdtLook const&, std::map<model::Language, std::size_t>&) const;
    bool left_out(pugi::xml_node, Run const&);
    void tell_hidden(pugi::xml_node);
    [[nodiscard]] bool has_words_of_its_own();

    OdtContext& context_;
    pugi::xml_node paragraph_;
    OdtPlace place_;
    OdtParagraphStyle const& style_;
    RunBuilder builder_;
    std::optional<bool> has_words_; // besides pictures; asked for each of them
    model::Language language_;      // of most of its words; empty: the document's
};

/// A picture of a frame as a figure; nothing when there is none that can be used, which is told.
std::optional<model::Figure> odt_picture(OdtContext&, pugi::xml_node frame);

/// Puts words and a space before a text.
void put_before(model::Inlines&, std::string const& words, Span);

} // namespace quoin::office
