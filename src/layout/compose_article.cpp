#include "layout/compose_article.hpp"

#include "layout/compose_box.hpp"
#include "layout/compose_words.hpp"
#include "layout/contents_page.hpp"
#include "layout/imprint.hpp"
#include "layout/insert_box.hpp"
#include "layout/opening.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

GalleyStart::Kind start_of(style::ArticleStart start) {
    switch (start) {
    case style::ArticleStart::recto: return GalleyStart::Kind::recto;
    case style::ArticleStart::run_on: return GalleyStart::Kind::run_on;
    case style::ArticleStart::page: break;
    }
    return GalleyStart::Kind::page;
}

std::string names_of(std::vector<model::Author> const& authors) {
    std::string names;
    for (model::Author const& author : authors) names += (names.empty() ? "" : ", ") + author.name;
    return names;
}

/// Dedications and epigraphs have a page of their own and no opening.
bool is_display_page(model::Role role) { return role == model::Role::dedication || role == model::Role::epigraph; }

Setting display_setting(Context const& context, model::Role role, Setting setting) {
    style::TypeRole const type =
        role == model::Role::dedication ? style::TypeRole::dedication : style::TypeRole::epigraph;
    setting.text = context.type(type);
    if (setting.text.leading > setting.pitch) {
        // The page is empty but for these lines: they keep their proportion on the grid.
        setting.text.size = setting.text.size.scaled(setting.pitch.units, setting.text.leading.units);
    }
    setting.own_roles = false;
    return indented(setting, setting.text.left_indent, setting.text.right_indent);
}

void add_end_notes(Context& context, Setting const& setting, Passage& passage) {
    if (context.end_notes.empty()) return;
    std::string const& wanted = context.print.notes.heading;
    std::string const text = wanted.empty() ? std::string(words_for(setting.language).notes) : wanted;
    page::TagId const section = context.add_tag(page::TagRole::Section, setting.parent);
    page::TagId const tag = context.add_tag(page::TagRole::Heading2, section);
    style::TypeStyle const& type = context.type(style::TypeRole::heading1);
    Spaces const spaces = spaces_of(type, setting.pitch);
    text::ParagraphShape shape = shape_for(setting, type, false);
    shape.balance_rag = true;
    Element& element = push_paragraph(
        context, setting, {plain_inline_text(text, inline_setting(context, type, setting.language, tag)), shape, tag},
        passage, std::max(1, spaces.above), spaces.below);
    element.keep_with_next = true;
    std::get<FlowParagraph>(element.kind).keep_whole = true;
    Setting inner = setting;
    inner.parent = section;
    compose_end_notes(context, inner, passage);
}

} // namespace

Setting flow_setting(Context const& context, page::TagId parent, std::string const& language, std::size_t galley,
                     int columns) {
    Setting setting;
    setting.columns = columns;
    setting.measure = column_width(context.print.page, columns);
    setting.pitch = context.grid();
    setting.text = context.type(style::TypeRole::body);
    setting.language = language.empty() ? context.language() : language;
    setting.parent = parent;
    setting.holder = galley;
    return setting;
}

void fill_galley(Galley& galley, Passage& passage) {
    galley.elements = std::move(passage.elements);
    galley.floats = std::move(passage.floats);
    // Anchors behind the last block belong to where it ends.
    if (!passage.pending_anchors.empty() && !galley.elements.empty()) {
        auto& anchors = galley.elements.back().anchors;
        anchors.insert(anchors.end(), passage.pending_anchors.begin(), passage.pending_anchors.end());
    } else {
        galley.anchors.insert(galley.anchors.end(), passage.pending_anchors.begin(), passage.pending_anchors.end());
    }
}

ComposedEntry compose_article(Context& context, model::Article const& article, ArticlePlace const& place) {
    ComposedEntry made;
    Galley& galley = made.galley;
    style::Opening const& opening = context.print.opening;
    bool const display = is_display_page(article.role);
    galley.entry = place.entry;
    galley.name = article.name;
    galley.columns = display ? 1 : std::max(1, context.print.page.columns);
    galley.start.kind = display ? GalleyStart::Kind::recto : start_of(opening.start);
    galley.start.run_on_share = opening.run_on_share;
    galley.balance_end = opening.balance_last_page && !display;
    galley.roman = place.front;
    galley.vertical_centre = display;
    galley.has_folio = galley.has_running_head = !display;
    galley.running_article = article.running_title.empty() ? model::plain_text(article.title) : article.running_title;
    galley.running_part = place.running_part;
    galley.running_author = names_of(article.authors);
    std::string const anchor = context.anchor_name(article.anchor);
    if (!anchor.empty()) galley.anchors.push_back(anchor);

    std::string const language = article.language == context.language() ? std::string{} : article.language;
    page::TagId const tag = context.add_tag(page::TagRole::Article, page::TagId::document, language);
    context.tag(tag).title = galley.running_article;
    Setting setting = flow_setting(context, tag, article.language, place.galley, galley.columns);
    Passage passage;
    if (display) {
        // Its title names it in outlines and tags; such a page prints none, in the EPUB as here.
        setting = display_setting(context, article.role, setting);
    } else {
        compose_opening(context, article, setting, galley, passage);
        passage.initial_lines = opening.initial_lines;
        passage.first_words_small = opening.small_caps_first_words;
    }
    compose_blocks(context, setting, article.body, passage);
    compose_late_inserts(context, setting, passage);
    if (context.print.notes.place == style::NotePlace::article) add_end_notes(context, setting, passage);
    fill_galley(galley, passage);
    std::string const title = model::plain_text(article.title);
    if (!anchor.empty() && !title.empty()) made.outline.push_back({0, title, anchor});
    for (page::OutlineEntry& heading : passage.outline) {
        ++heading.depth;
        made.outline.push_back(std::move(heading));
    }
    return made;
}

ComposedEntry compose_insert_galley(Context& context, model::Insert const& insert, ArticlePlace const& place,
                                    std::uint32_t serial, Span span) {
    ComposedEntry made;
    made.galley.columns = std::max(1, context.print.page.columns);
    made.galley.entry = place.entry;
    made.galley.name = insert.name;
    made.galley.running_article = model::plain_text(insert.title);
    made.galley.running_part = place.running_part;
    attach_insert(context, insert, serial, span, made.galley);
    return made;
}

void attach_insert(Context& context, model::Insert const& insert, std::uint32_t serial, Span span, Galley& galley) {
    InsertPlace place;
    place.language = context.language();
    place.serial = serial;
    place.span = span;
    place.before = galley.elements.size();
    Passage passage;
    compose_insert(context, insert, place, passage);
    Setting const setting = flow_setting(context, page::TagId::document, {}, 0, galley.columns);
    compose_late_inserts(context, setting, passage);
    for (Float& made : passage.floats) {
        made.before = galley.elements.size();
        made.free = true;
        galley.floats.push_back(std::move(made));
    }
}

ComposedEntry compose_book_notes(Context& context, std::size_t number) {
    ComposedEntry made;
    made.galley.columns = std::max(1, context.print.page.columns);
    made.galley.name = "notes";
    page::TagId const tag = context.add_tag(page::TagRole::Article, page::TagId::document);
    Setting const setting = flow_setting(context, tag, {}, number, made.galley.columns);
    Passage passage;
    std::string const& wanted = context.print.notes.heading;
    made.galley.running_article = wanted.empty() ? std::string(words_for(context.language()).notes) : wanted;
    add_end_notes(context, setting, passage);
    compose_late_inserts(context, setting, passage);
    made.galley.anchors.push_back("notes");
    made.outline.push_back({0, made.galley.running_article, "notes"});
    fill_galley(made.galley, passage);
    return made;
}

ComposedEntry compose_last_imprint(Context& context) {
    ComposedEntry made;
    made.galley.columns = std::max(1, context.print.page.columns);
    made.galley.name = "imprint";
    made.galley.matter = model::Matter::imprint;
    made.galley.stays_last = true;
    made.galley.has_running_head = false;
    Passage inner;
    auto box = imprint_box(context, page::TagId::document, inner);
    if (!box) return made;
    Float moved;
    moved.box = std::move(*box);
    moved.span = made.galley.columns > 1 ? FloatSpan::page : FloatSpan::column;
    moved.place = FloatPlace::bottom;
    made.galley.floats.push_back(std::move(moved));
    std::move(inner.floats.begin(), inner.floats.end(), std::back_inserter(made.galley.floats));
    return made;
}

ComposedEntry compose_contents_galley(Context& context) {
    ComposedEntry made;
    bool const book = context.document.metadata.kind == model::PublicationKind::book;
    made.galley.columns = 1;
    made.galley.start.kind = book ? GalleyStart::Kind::recto : GalleyStart::Kind::page;
    made.galley.balance_end = false;
    made.galley.roman = book && context.print.matter.roman_front;
    made.galley.has_running_head = false;
    made.galley.name = "contents";
    made.galley.matter = model::Matter::contents;
    Passage passage;
    made.lacks_imprint = compose_contents(context, made.galley, passage) == ContentsFit::without_imprint;
    made.outline = std::move(passage.outline);
    fill_galley(made.galley, passage);
    return made;
}

} // namespace quoin::layout
