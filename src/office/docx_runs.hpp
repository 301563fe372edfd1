#pragma once
// The running text of one paragraph: runs, links, fields, changes, notes' calls, pictures, formulas.

#include "office/docx_context.hpp"
#include "office/docx_fields.hpp"
#include "office/run_builder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

/// What a paragraph calls or holds and what becomes blocks or notes of their own behind it.
struct DocxAside {
    enum class Kind { note, comment, box, figure } kind{};
    std::string name;   // of a note, or a comment's id
    pugi::xml_node box; // w:txbxContent
    model::InlinePicture picture;
    bool decorative = false;
    Span span;
};

/// A paragraph while it is read. Recorded changes may join two paragraphs of the file into one.
struct DocxText {
    /// Words that are left out. They come into the view behind the paragraph, so that they part no word of it.
    struct Dropped {
        std::string_view name; // one of the program, which lasts
        std::string text;
        std::uint32_t place = 0; // size of the view, which tells whether something stands between two of them
    };
    RunBuilder runs;
    std::vector<DocxAside> asides;
    std::vector<Dropped> dropped;
    std::string sequence;         // name of the SEQ field in it: "Figure"
    bool has_rule = false;        // a horizontal line is drawn in it
    std::vector<bool> decorative; // for each inline picture

    void append(DocxText);
};

class DocxRunReader {
  public:
    /// `fields`: those that began in paragraphs before and have not ended.
    DocxRunReader(DocxContext&, DocxPart const&, std::vector<DocxField>& fields, DocxStyle const&, DocxText& to);

    /// Everything in `paragraph`; with a name, all its words are dropped under it.
    void read(pugi::xml_node paragraph, bool right_to_left, std::string_view dropped_as = {});
    /// A formula that stands between paragraphs.
    void read_formula(pugi::xml_node, std::string_view dropped_as);
    /// The text of a note begins here: a mark that the author typed is no part of it.
    void expect_note_mark() { expects_mark_ = true; }
    [[nodiscard]] bool expects_note_mark() const { return expects_mark_; }

  private:
    enum class Change { none, inserted, deleted };
    struct State {
        Target target = Target::none;
        Change change = Change::none;
        std::string_view dropped_as;
    };

    // docx_runs.cpp
    void children(pugi::xml_node, State const&);
    void element(pugi::xml_node, State const&);
    void hyperlink(pugi::xml_node, State);
    void content_control(pugi::xml_node, State);
    void bookmark(pugi::xml_node, State const&);
    void run(pugi::xml_node, State const&);
    void run_element(pugi::xml_node, State const&, Format const&, bool hidden);
    void text(std::string const&, State const&, Format, bool hidden);
    void line_break(pugi::xml_node, State const&, Format const&, bool hidden);
    [[nodiscard]] bool in_instruction() const;
    void symbol_text(pugi::xml_node, State const&, Format const&, bool hidden);
    void formula(pugi::xml_node, State const&);
    void call(pugi::xml_node, State const&, Format const&, bool hidden);
    void add(model::Inline, State const&, Format const&);
    [[nodiscard]] std::string_view drop_name(State const&, bool hidden) const;
    [[nodiscard]] State changed(State, bool inserted) const;

    // docx_looks.cpp
    [[nodiscard]] Format format_of(pugi::xml_node properties, bool& hidden, std::string& font);
    void character_style(DocxStyle const&, DocxRunLook const& own, Format&, bool& hidden);
    void set_language(DocxRunLook const&, Format&) const;

    // docx_field_runs.cpp
    void field_character(pugi::xml_node, State const&);
    void begin_field(std::string instruction);
    void begin_result(State const&);
    void link_field(DocxField&);
    void end_field(State const&);
    void note_again(std::string const& bookmark, State const&);
    [[nodiscard]] Target field_target();
    [[nodiscard]] Target place_target(std::string const& bookmark, State const&, std::string_view what);

    // docx_drawings.cpp
    void drawing(pugi::xml_node, State const&, Format const&);
    void picture(pugi::xml_node blip_or_data, pugi::xml_node properties, bool anchored, State const&, Format const&);
    void alternate(pugi::xml_node, State const&);
    void drop(std::string_view name, std::string const& content);
    void show_box_dropped(pugi::xml_node box, std::string_view name);
    void drawing_walk(pugi::xml_node, pugi::xml_node properties, bool anchored, State const&, Format const&);

    DocxContext& context_;
    DocxPart const& part_;
    std::vector<DocxField>& fields_;
    DocxStyle const& style_;
    DocxText& to_;
    DocxRunLook base_;                                  // of the paragraph's style
    std::vector<std::pair<int, Target>> field_targets_; // in this paragraph, by the field's serial
    bool right_to_left_ = false;
    bool expects_mark_ = false;
    bool custom_mark_ = false; // what follows in this run is the call of a note as the author typed it
    bool any_text_ = false;
};

} // namespace quoin::office
