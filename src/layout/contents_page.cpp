#include "layout/contents_page.hpp"

#include "layout/compose_box.hpp"
#include "layout/compose_words.hpp"
#include "layout/imprint.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace quoin::layout {

namespace {

/// Widest folio that is expected: titles leave this much room, so that no line depends on a number.
constexpr std::string_view reserved_folio = "000";
constexpr std::int64_t folio_gap_share = 150; // least white between title and folio, in hundredths of the size
constexpr std::int64_t heading_indent_share = 120;
constexpr std::string_view leader_dot = ".\xE2\x80\x82"; // a point and an en space

/// How close the list is set.
struct Density {
    std::int64_t white = 100;  // of what the styles ask for, in per cent
    bool joins_byline = false; // beside the deck, when one line holds both
};

class ContentsComposer {
  public:
    ContentsComposer(Context& context, Passage& passage, Density density)
        : context_(context), density_(density), style_(context.print.contents), passage_(passage),
          measure_(text_width(context.print.page)),
          tag_(context.add_tag(page::TagRole::Contents, page::TagId::document)),
          folio_type_(context.type(style::TypeRole::contents_folio)) {
        folio_width_ = context_.natural_width(
            plain_inline_text(reserved_folio,
                              inline_setting(context_, folio_type_, context_.language(), page::TagId::artifact))
                .text);
    }

    void compose(std::string const& head) {
        add_head(head);
        for (model::ContentsLine const& line : context_.document.contents) {
            using Kind = model::ContentsLine::Kind;
            if (line.kind == Kind::department && !style_.departments) continue;
            if (line.kind == Kind::heading && style_.depth < 2) continue;
            if (line.kind == Kind::department) {
                add_department(line);
            } else {
                add_line(line, context_.anchor_name(line.anchor));
            }
        }
        if (!context_.document.index.groups.empty()) add_index();
    }

    /// Grid lines of the whole list.
    [[nodiscard]] int lines() const { return head_lines_ + lines_; }

  private:
    Context& context_;
    Density density_;
    style::Contents const& style_;
    Passage& passage_;
    Length measure_;
    page::TagId tag_;
    style::TypeStyle const& folio_type_;
    Length folio_width_;
    Length bottom_; // exact end of the last entry, from the top of the list
    int lines_ = 0; // grid lines given to entries so far
    int head_lines_ = 0;

    void push(std::vector<Row> rows, Length asked, bool keep) {
        if (rows.empty()) return;
        Length const white = asked.scaled(density_.white, 100);
        Length const grid = context_.grid();
        Length const content = height_of(rows);
        // Entries follow each other at their exact distance; only their boxes are rounded to lines, so white is even.
        Length const top = bottom_ + white - grid * lines_;
        bottom_ += white + content;
        int const end = static_cast<int>((bottom_.units + grid.units / 2) / grid.units);
        Box box;
        box.width = measure_;
        box.height = grid * std::max(1, end - lines_);
        lines_ += std::max(1, end - lines_);
        stack_rows(rows, 0, rows.size(), {{}, top}, box);
        Element element;
        element.kind = FlowBox{std::move(box), std::nullopt};
        element.keep_with_next = keep;
        push_element(passage_, std::move(element));
    }

    text::ParagraphShape shape_of(style::TypeStyle const& type, Length measure) const {
        text::ParagraphShape shape;
        shape.measure = measure;
        shape.align = type.align;
        shape.hyphenate = false;
        shape.balance_rag = true;
        shape.want_variants = false;
        shape.leading = type.leading;
        return shape;
    }

    void add_head(std::string const& text) {
        style::TypeStyle const& type = context_.type(style::TypeRole::contents_title);
        page::TagId const heading = context_.add_tag(page::TagRole::Heading1, tag_);
        std::vector<Row> rows;
        append_rows(context_, plain_inline_text(text, inline_setting(context_, type, context_.language(), heading)),
                    type, shape_of(type, measure_), {}, rows);
        Length const grid = context_.grid();
        Length const content = height_of(rows);
        Box box;
        box.width = measure_;
        head_lines_ = lines_for(content + type.space_after.scaled(density_.white, 100), grid);
        box.height = grid * head_lines_;
        stack_rows(rows, 0, rows.size(), {}, box); // the white stands below it
        Element element;
        element.kind = FlowBox{std::move(box), std::nullopt};
        element.keep_with_next = true;
        element.anchors = {contents_anchor};
        push_element(passage_, std::move(element));
    }

    void add_department(model::ContentsLine const& line) {
        style::TypeStyle const& type = context_.type(style::TypeRole::contents_department);
        page::TagId const item = context_.add_tag(page::TagRole::ContentsItem, tag_);
        InlineSetting setting = inline_setting(context_, type, context_.language(), item);
        setting.active = false;
        std::vector<Row> rows;
        append_rows(context_, inline_text(context_, line.title, setting), type, shape_of(type, measure_), {}, rows);
        bool const first = passage_.elements.size() <= 1;
        push(std::move(rows), first ? Length{} : type.space_before, true);
    }

    std::string language_of(model::ContentsLine const& line) const {
        if (line.entry < context_.document.entries.size()) {
            auto const* article = std::get_if<model::Article>(&context_.document.entries[line.entry].kind);
            if (article != nullptr && !article->language.empty()) return article->language;
        }
        return context_.language();
    }

    /// The line as a link: all its runs lead to the entry.
    void link_runs(text::ParagraphText& text, std::uint32_t link, page::TagId tag) const {
        for (text::Run& run : text.runs) {
            run.link = link;
            run.tag = tag;
        }
    }

    void add_index() {
        model::ContentsLine line;
        line.title = {model::Inline{model::Text{context_.document.index.title}, {}}};
        line.entry = static_cast<std::uint32_t>(context_.document.entries.size()); // of no entry
        add_line(line, model::index_anchor);
    }

    void add_line(model::ContentsLine const& line, std::string const& destination) {
        using Kind = model::ContentsLine::Kind;
        bool const is_part = line.kind == Kind::part, is_heading = line.kind == Kind::heading;
        std::string const language = language_of(line);
        page::TagId const item =
            context_.add_tag(page::TagRole::ContentsItem, tag_, language == context_.language() ? "" : language);
        page::TagId const link_tag = context_.add_tag(page::TagRole::Link, item);
        LinkTarget target;
        target.destination = destination;
        target.contents = model::plain_text(line.title);
        target.tag = link_tag;
        std::uint32_t const link = destination.empty() ? 0 : context_.add_link(std::move(target));

        style::TypeStyle type =
            context_.type(is_part ? style::TypeRole::contents_department : style::TypeRole::contents_entry);
        if (is_heading) {
            style::TypeStyle const& body = context_.type(style::TypeRole::contents_subtitle);
            type.size = body.size;
            type.leading = body.leading;
            type.weight = 400;
            type.space_before = {};
        }
        Length const indent =
            is_heading ? type.size.scaled(heading_indent_share * std::max(1, line.depth), 100) : Length{};
        Length const room = folio_width_ + type.size.scaled(folio_gap_share, 100);
        InlineSetting setting = inline_setting(context_, type, language, link_tag);
        setting.active = false;
        InlineText title = inline_text(context_, line.title, setting);
        link_runs(title.text, link, link_tag);
        std::vector<Row> rows;
        append_rows(context_, std::move(title), type, shape_of(type, measure_ - room - indent), indent, rows);
        if (rows.empty()) return;
        add_folio(rows.back(), type, destination, link, link_tag);
        if (line.kind == Kind::article) add_below(line, language, item, measure_, rows);
        bool const first = passage_.elements.size() <= 1;
        push(std::move(rows), first ? Length{} : type.space_before, is_part);
    }

    /// Folio at the right edge of the title's last line, leaders between them.
    void add_folio(Row& row, style::TypeStyle const& type, std::string const& destination, std::uint32_t link,
                   page::TagId tag) {
        auto const known = context_.known.find(destination);
        context_.tells_page_numbers = true;
        std::string const number = known == context_.known.end() ? std::string(reserved_folio) : known->second;
        if (number.empty()) return;
        InlineText folio = plain_inline_text(number, inline_setting(context_, folio_type_, context_.language(), tag));
        link_runs(folio.text, link, tag);
        Length width;
        std::vector<page::Item> items = line_items(context_, std::move(folio), &width);
        Length const baseline = row_baseline(type.leading, type.size);
        Length const x = measure_ - width;
        move_items(items, {x, baseline});
        if (style_.leaders) add_leaders(row, end_of(row), x, baseline);
        std::move(items.begin(), items.end(), std::back_inserter(row.items));
    }

    static Length end_of(Row const& row) {
        Length end;
        for (page::Item const& item : row.items) {
            if (auto const* run = std::get_if<page::GlyphRun>(&item.kind)) end = std::max(end, item.at.x + run->width);
        }
        return end;
    }

    /// Points in steps counted from the right edge, so that they stand below each other on the whole page.
    void add_leaders(Row& row, Length from, Length to, Length baseline) {
        style::TypeStyle type = folio_type_;
        type.size = type.size.scaled(80, 100);
        InlineSetting const setting = inline_setting(context_, type, context_.language(), page::TagId::artifact);
        Length const step = context_.natural_width(plain_inline_text(".\xE2\x80\x82.", setting).text) -
                            context_.natural_width(plain_inline_text(".", setting).text);
        if (step <= Length::zero()) return;
        Length const right = measure_ - folio_width_;
        std::int64_t const count = std::max<std::int64_t>(0, (std::min(to, right) - from - step).units / step.units);
        if (count < 2) return;
        std::string points;
        for (std::int64_t i = 0; i < count; ++i) points += leader_dot;
        points.resize(points.size() - 3); // no space behind the last one
        std::vector<page::Item> items = line_items(context_, plain_inline_text(points, setting));
        move_items(items, {right - step * count, baseline});
        std::move(items.begin(), items.end(), std::back_inserter(row.items));
    }

    void add_below(model::ContentsLine const& line, std::string const& language, page::TagId item, Length measure,
                   std::vector<Row>& rows) {
        style::TypeStyle const& deck = context_.type(style::TypeRole::contents_subtitle);
        style::TypeStyle const& by = context_.type(style::TypeRole::contents_byline);
        InlineSetting setting = inline_setting(context_, deck, language, item);
        setting.active = false;
        InlineText below;
        if (style_.subtitles) below = inline_text(context_, line.subtitle, setting);
        InlineText byline;
        if (style_.bylines) byline = plain_inline_text(line.byline, inline_setting(context_, by, language, item));
        if (density_.joins_byline && fits_beside(below, byline, measure)) {
            append_runs(below, byline, setting);
            byline = {};
        }
        if (!below.text.text.empty()) append_rows(context_, std::move(below), deck, shape_of(deck, measure), {}, rows);
        if (!byline.text.text.empty()) append_rows(context_, std::move(byline), by, shape_of(by, measure), {}, rows);
    }

    bool fits_beside(InlineText const& deck, InlineText const& byline, Length measure) {
        if (deck.text.text.empty() || byline.text.text.empty()) return false;
        Length const both = context_.natural_width(deck.text) + context_.natural_width(byline.text);
        return both + context_.type(style::TypeRole::contents_subtitle).size * 2 <= measure;
    }

    /// The byline behind the deck, an em away.
    static void append_runs(InlineText& deck, InlineText const& byline, InlineSetting const& setting) {
        append(deck, "\xE2\x80\x83", setting);
        auto const begin = static_cast<std::uint32_t>(deck.text.text.size());
        deck.text.text += byline.text.text;
        for (text::Run run : byline.text.runs) {
            run.begin += begin;
            run.end += begin;
            deck.text.runs.push_back(std::move(run));
        }
    }
};

std::string head_of(Context const& context) {
    std::string const& stated = context.print.contents.title;
    return stated.empty() ? std::string(words_for(context.language()).contents) : stated;
}

/// The list as close as it must be for `lines`; the last way when none fits.
void compose_to_fit(Context& context, Passage& passage, int lines) {
    static constexpr std::array ways{Density{100, false}, Density{60, false}, Density{60, true}, Density{40, true},
                                     Density{25, true}};
    Checkpoint const start(context);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (i > 0) start.restore(context);
        passage = {};
        ContentsComposer composer(context, passage, ways[i]);
        composer.compose(head_of(context));
        if (composer.lines() <= lines) return;
    }
    // No way is close enough for one page: then there is room to be generous.
    start.restore(context);
    passage = {};
    ContentsComposer(context, passage, ways.front()).compose(head_of(context));
}

int lines_of(Passage const& passage, Length grid) {
    int lines = 0;
    for (Element const& element : passage.elements)
        lines += lines_for(std::get<FlowBox>(element.kind).box.height, grid);
    return lines;
}

/// Lines that the imprint will take below the list, with the white above it; it is read after the list, so this is a try.
int lines_of_imprint(Context& context) {
    constexpr int white_lines = 1;
    Checkpoint const start(context);
    Passage passage;
    auto const imprint = imprint_box(context, page::TagId::document, passage);
    start.restore(context);
    return imprint ? lines_for(imprint->height, context.grid()) + white_lines : 0;
}

} // namespace

bool prints_contents(style::Print const& print, model::Document const& document) {
    using Kind = model::ContentsLine::Kind;
    if (!print.contents.show) return false;
    auto const leads_somewhere = [&](model::ContentsLine const& line) {
        return line.kind == Kind::article || line.kind == Kind::part ||
               (line.kind == Kind::heading && print.contents.depth > 1);
    };
    return std::count_if(document.contents.begin(), document.contents.end(), leads_somewhere) > 1;
}

ContentsFit compose_contents(Context& context, Galley& galley, Passage& passage) {
    Length const grid = context.grid();
    int const page_lines = text_lines(context.print.page);
    int const imprint_lines =
        imprint_place(context.print, context.document) == "contents" ? lines_of_imprint(context) : 0;
    compose_to_fit(context, passage, page_lines - imprint_lines);
    int const lines = lines_of(passage, grid);
    passage.outline.push_back({0, head_of(context), contents_anchor});
    if (imprint_lines == 0) return ContentsFit::complete;
    // Alone on a second page it would look lost; below a list of several pages it stands on their last one.
    int const on_last_page = lines % page_lines;
    if (lines > page_lines - imprint_lines && on_last_page + imprint_lines > page_lines)
        return ContentsFit::without_imprint;
    Passage inner;
    auto imprint = imprint_box(context, page::TagId::document, inner);
    if (!imprint) return ContentsFit::complete;
    Float moved;
    moved.box = std::move(*imprint);
    moved.span = galley.columns > 1 ? FloatSpan::page : FloatSpan::column;
    moved.place = FloatPlace::bottom;
    moved.before = passage.elements.size();
    passage.floats.push_back(std::move(moved));
    std::move(inner.floats.begin(), inner.floats.end(), std::back_inserter(passage.floats));
    return ContentsFit::complete;
}

} // namespace quoin::layout
