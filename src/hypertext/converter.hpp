#pragma once
// Pages whose elements are sorted out become articles, inserts and part titles: what is left of the model is done when they are
// put together (assemble.hpp). Text is taken from the view, so that every span points to its own words.

#include "hypertext/pages.hpp"
#include "hypertext/pictures.hpp"

#include <functional>
#include <vector>

namespace quoin::hypertext {

/// An article, or what stands between two, as it was found.
struct Section {
    Start start;
    model::Article article;
    model::Insert insert; // Start::Kind::insert
    Page const* page = nullptr;
    Span span;
    bool has_title = false;
};

class Converter {
  public:
    Converter(Pages&, Pictures&, SourceMap const&, manuscript::Imported&);

    /// All pages that are text.
    std::vector<Section> run();
    /// The blocks of one element, for what stands outside of the articles.
    model::Blocks blocks_of(pugi::xml_node);
    /// The notes, in the order of `Pages::notes`.
    std::vector<model::Note> notes();

  private:
    using Inlines = model::Inlines;
    using Blocks = model::Blocks;

    // converter.cpp: the flow of blocks
    void flow(pugi::xml_node);
    void block(pugi::xml_node);
    void plain_block(pugi::xml_node);
    void stray(pugi::xml_node);
    void begin_section(pugi::xml_node, Start const&);
    void flush(Inlines& run, pugi::xml_node around);
    void paragraph_of(Inlines content, pugi::xml_node around);
    void take_leading_mark(Blocks& content, std::string const& mark);
    void add(model::Block block);
    Blocks& out() { return target_ != nullptr ? *target_ : sections_.back().article.body; }
    [[nodiscard]] bool is_top() const { return target_ == nullptr; }
    void remember_anchor(pugi::xml_node);
    std::string take_anchor(pugi::xml_node);
    Blocks collect(std::function<void()> const& action);
    // convert_head.cpp: title, subtitle, byline, standfirst
    bool head_piece(pugi::xml_node);
    bool head_is_open();
    void take_title(pugi::xml_node);
    void take_byline(pugi::xml_node);
    void take_department(pugi::xml_node);
    // convert_blocks.cpp
    bool special_block(pugi::xml_node);
    void heading(pugi::xml_node, int level);
    void paragraph(pugi::xml_node);
    void quote(pugi::xml_node);
    bool take_attribution(pugi::xml_node, Inlines& to);
    void insert(pugi::xml_node);
    void code(pugi::xml_node);
    void division(pugi::xml_node, std::vector<std::string> classes);
    void verse(pugi::xml_node);
    void stanzas(pugi::xml_node, model::Verse&);
    // convert_lists.cpp
    void list(pugi::xml_node);
    void list_item(pugi::xml_node, model::List&, int& number);
    void definitions(pugi::xml_node);
    bool word_list(pugi::xml_node);
    // convert_tables.cpp
    void table(pugi::xml_node);
    void around_rows(pugi::xml_node, model::Table&);
    void flatten(pugi::xml_node table);
    // convert_figures.cpp
    bool figure(pugi::xml_node);
    bool figure_of(model::InlinePicture const&, pugi::xml_node around);
    void add_figure(pugi::xml_node picture, pugi::xml_node around, pugi::xml_node caption);
    std::optional<model::AssetId> take_picture(pugi::xml_node);
    // convert_inlines.cpp
    Inlines inlines(pugi::xml_node);
    void pieces(pugi::xml_node, Inlines& to);
    void piece(pugi::xml_node, Inlines& to);
    void element(pugi::xml_node, Inlines& to);
    void text(pugi::xml_node, Inlines& to);
    void link(pugi::xml_node, Inlines& to);
    void call(pugi::xml_node, Inlines& to);
    void picture(pugi::xml_node, Inlines& to);
    void styled(pugi::xml_node, Inlines content, Inlines& to);

    [[nodiscard]] Span span_of(pugi::xml_node) const;
    [[nodiscard]] std::string language_of(pugi::xml_node) const;
    Page const* page_of(pugi::xml_node) const;
    void drop(std::string name, Span, std::string text);
    void tell(manuscript::DecisionCode, Span, std::string choice, std::string reason, double confidence);

    Pages& pages_;
    Pictures& pictures_;
    std::string_view view_;
    manuscript::Imported& result_;
    Page const* page_ = nullptr;
    std::vector<Section> sections_;
    Blocks* target_ = nullptr; // nullptr: the body of the section at hand
    std::string language_;     // around what is being read
    bool right_to_left_ = false;
    bool in_insert_ = false, in_note_ = false;
    std::vector<std::string> anchors_; // of elements that cannot hold one themselves
    std::vector<std::uint32_t> marks_; // how often each note was called
    bool word_list_open_ = false;      // the last block is a list made of Word's paragraphs
};

/// Spaces and line breaks at both ends go.
void trim(model::Inlines&);
bool is_blank(model::Inlines const&);
/// Removes `count` bytes from the front of the running text.
void remove_front(model::Inlines&, std::size_t count);

} // namespace quoin::hypertext
