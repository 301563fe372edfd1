#include "layout/front_matter.hpp"

#include "layout/compose_box.hpp"
#include "layout/imprint.hpp"

#include <algorithm>

namespace quoin::layout {

namespace {

/// The eye's middle of a page lies above the measured one: titles stand this far down, in per cent of the text block.
constexpr std::int64_t title_height = 30, half_title_height = 24, part_height = 32;

Length page_height(Context const& context) { return context.grid() * text_lines(context.print.page); }

class PageRows {
  public:
    explicit PageRows(Context& context) : context_(context), measure_(text_width(context.print.page)) {}

    std::vector<Row> rows;

    void add(std::string const& text, style::TypeRole role, page::TagId tag) {
        add(plain_inline_text(text, inline_setting(context_, context_.type(role), context_.language(), tag)), role);
    }

    void add(InlineText made, style::TypeRole role) {
        if (made.text.text.empty()) return;
        style::TypeStyle const& type = context_.type(role);
        text::ParagraphShape shape;
        shape.measure = measure_;
        shape.align = type.align;
        shape.hyphenate = false;
        shape.balance_rag = true;
        shape.want_variants = false;
        shape.leading = type.leading;
        std::size_t const first = rows.size();
        append_rows(context_, std::move(made), type, shape, {}, rows);
        if (first < rows.size()) rows[first].above = std::max(white_below_, type.space_before);
        white_below_ = type.space_after;
    }

  private:
    Context& context_;
    Length measure_, white_below_;
};

Galley page_galley(Context const& context, GalleyStart::Kind start, std::string name, model::Matter matter) {
    Galley galley;
    galley.columns = 1;
    galley.balance_end = false;
    galley.has_folio = galley.has_running_head = false;
    galley.roman = context.print.matter.roman_front;
    galley.start.kind = start;
    galley.name = std::move(name);
    galley.matter = matter;
    return galley;
}

void add_page_box(Galley& galley, Box box) {
    Element element;
    element.kind = FlowBox{std::move(box), std::nullopt};
    element.anchors = galley.anchors;
    galley.anchors.clear();
    galley.elements.push_back(std::move(element));
}

Box empty_page_box(Context const& context) {
    Box box;
    box.width = text_width(context.print.page);
    box.height = page_height(context);
    return box;
}

std::string authors_of(model::Metadata const& data) {
    std::string names;
    for (std::string const& name : data.book.authors) names += (names.empty() ? "" : ", ") + name;
    return names;
}

} // namespace

Galley half_title(Context& context) {
    Galley galley = page_galley(context, GalleyStart::Kind::recto, "half-title", model::Matter::title);
    page::TagId const section = context.add_tag(page::TagRole::Section, page::TagId::document);
    page::TagId const tag = context.add_tag(page::TagRole::Paragraph, section);
    PageRows page(context);
    page.add(context.document.metadata.title, style::TypeRole::half_title, tag);
    Box box = empty_page_box(context);
    stack_rows(page.rows, 0, page.rows.size(), {{}, box.height.scaled(half_title_height, 100)}, box);
    add_page_box(galley, std::move(box));
    return galley;
}

Galley title_page(Context& context) {
    model::Metadata const& data = context.document.metadata;
    Galley galley = page_galley(context, GalleyStart::Kind::recto, "title-page", model::Matter::title);
    page::TagId const section = context.add_tag(page::TagRole::Section, page::TagId::document);
    auto const tag = [&](page::TagRole role) { return context.add_tag(role, section); };
    PageRows page(context);
    std::string const authors = authors_of(data);
    if (!authors.empty()) page.add(authors, style::TypeRole::book_author, tag(page::TagRole::Paragraph));
    // The title stands at its place whether an author is named above it or not.
    Length const author_height = height_of(page.rows);
    page.add(data.title, style::TypeRole::book_title, tag(page::TagRole::Heading1));
    if (!data.subtitle.empty()) page.add(data.subtitle, style::TypeRole::book_subtitle, tag(page::TagRole::Paragraph));
    PageRows foot(context);
    if (!data.publisher.empty()) foot.add(data.publisher, style::TypeRole::book_author, tag(page::TagRole::Paragraph));
    Box box = empty_page_box(context);
    Length const top = std::max(Length::zero(), box.height.scaled(title_height, 100) - author_height);
    Length const height = height_of(page.rows);
    stack_rows(page.rows, 0, page.rows.size(), {{}, top}, box);
    Length const foot_top = std::max(top + height, box.height - height_of(foot.rows));
    stack_rows(foot.rows, 0, foot.rows.size(), {{}, foot_top}, box);
    add_page_box(galley, std::move(box));
    return galley;
}

Galley copyright_page(Context& context) {
    Galley galley = page_galley(context, GalleyStart::Kind::page, "copyright", model::Matter::imprint);
    page::TagId const section = context.add_tag(page::TagRole::Section, page::TagId::document);
    Passage passage;
    // Short lines: a copyright page is looked up, not read.
    Length const measure = text_width(context.print.page);
    std::vector<Row> rows = imprint_rows(context, measure, section, passage);
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t const last = fitting_end(rows, first, page_height(context));
        Box box = empty_page_box(context);
        stack_rows(rows, first, last, {{}, box.height - height_of(rows, first, last)}, box);
        add_page_box(galley, std::move(box));
        first = last;
    }
    if (rows.empty()) add_page_box(galley, empty_page_box(context)); // the back of the title page stays a page
    galley.floats = std::move(passage.floats);
    return galley;
}

Galley part_title(Context& context, model::PartTitle const& part, std::uint32_t entry) {
    bool const recto = context.print.matter.parts_on_recto;
    auto const start = recto ? GalleyStart::Kind::recto : GalleyStart::Kind::page;
    Galley galley = page_galley(context, start, part.name, model::Matter::text);
    galley.roman = false;
    galley.entry = entry;
    galley.running_part = model::plain_text(part.title);
    galley.running_article = galley.running_part;
    std::string const anchor = context.anchor_name(part.anchor);
    if (!anchor.empty()) galley.anchors.push_back(anchor);
    page::TagId const tag = context.add_tag(page::TagRole::Part, page::TagId::document);
    page::TagId const heading = context.add_tag(page::TagRole::Heading1, tag);
    style::TypeStyle const& type = context.type(style::TypeRole::part_title);
    PageRows page(context);
    page.add(inline_text(context, part.title, inline_setting(context, type, context.language(), heading)),
             style::TypeRole::part_title);
    Box box = empty_page_box(context);
    Length const top = std::max(Length::zero(), box.height.scaled(part_height, 100) - height_of(page.rows) / 2);
    stack_rows(page.rows, 0, page.rows.size(), {{}, top}, box);
    add_page_box(galley, std::move(box));
    Passage passage;
    compose_pending_notes(context, tag, context.language(), passage);
    galley.floats = std::move(passage.floats);
    return galley;
}

} // namespace quoin::layout
