#include "layout/opening.hpp"

#include "layout/compose_box.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

/// Lines of reading longer than this many ems are hard to find again: decks and standfirsts stop there.
constexpr std::int64_t widest_deck = 36;
constexpr Length hairline{Length::units_per_point / 2};
/// Of the titles over one column, when articles stand beside each other, in per cent: words of a title as wide as the page
/// would be broken.
constexpr std::int64_t title_beside = 60, deck_beside = 85;

bool is_roman_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
}
bool is_number(std::string_view word) {
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
}
bool is_chapter_word(std::string_view word) {
    static constexpr std::array<std::string_view, 14> words{"Chapter",  "CHAPTER",   "Chapitre", "Capítulo", "Capitolo",
                                                            "Kapitel",  "Hoofdstuk", "Глава",    "ГЛАВА",    "Розділ",
                                                            "Rozdział", "Kapitola",  "Κεφάλαιο", "Bölüm"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Rows of title matter with the white between them from their styles.
class OpeningRows {
  public:
    OpeningRows(Context& context, Setting const& setting, Length measure)
        : context_(context), setting_(setting), measure_(measure) {}

    std::vector<Row> rows;
    std::vector<Float> floats; // of notes and figures in the standfirst
    std::vector<model::Block const*> late_inserts;

    void add(InlineText made, style::TypeStyle const& type, bool is_title) {
        if (made.text.text.empty()) return;
        text::ParagraphShape shape;
        shape.measure = is_title ? measure_ : std::min(measure_, type.size * widest_deck);
        shape.align = type.align;
        // A centred deck is narrow too, but centred over the whole measure.
        Length const left = type.align == style::TextAlign::centre ? (measure_ - shape.measure) / 2 : Length{};
        shape.hyphenate = type.hyphenate && !is_title;
        shape.balance_rag = type.align != style::TextAlign::justify;
        shape.want_variants = false;
        shape.leading = type.leading;
        std::size_t const first = rows.size();
        append_rows(context_, std::move(made), type, shape, left, rows);
        settle(first, type);
        last_lines_ = rows.size() - first;
    }

    void add_blocks(model::Blocks const& blocks, style::TypeStyle const& type) {
        Setting inner = setting_;
        Length const width = std::min(measure_, type.size * widest_deck);
        inner.measure = width;
        inner.left = inner.right = {};
        inner.pitch = type.leading;
        inner.text = type;
        inner.surroundings = Surroundings::box;
        inner.own_roles = false;
        Passage passage;
        compose_blocks(context_, inner, blocks, passage);
        std::vector<Row> made = rows_of(context_, passage.elements, type.leading);
        if (type.align == style::TextAlign::centre) {
            for (Row& row : made) move_items(row.items, {(measure_ - width) / 2, {}});
        }
        std::size_t const first = rows.size();
        std::move(made.begin(), made.end(), std::back_inserter(rows));
        settle(first, type);
        std::move(passage.floats.begin(), passage.floats.end(), std::back_inserter(floats));
        late_inserts.insert(late_inserts.end(), passage.late_inserts.begin(), passage.late_inserts.end());
    }

    [[nodiscard]] std::size_t last_lines() const { return last_lines_; }

  private:
    Context& context_;
    Setting const& setting_;
    Length measure_, white_below_;
    std::size_t last_lines_ = 0;

    /// White between two kinds of line: the larger of what both ask for.
    void settle(std::size_t first, style::TypeStyle const& type) {
        if (first >= rows.size()) return;
        rows[first].above = std::max(white_below_, type.space_before);
        white_below_ = type.space_after;
    }
};

InlineText role_text(Context& context, Setting const& setting, style::TypeStyle const& type, std::string const& text,
                     page::TagRole tag_role) {
    if (text.empty()) return {};
    page::TagId const tag = context.add_tag(tag_role, setting.parent);
    return plain_inline_text(text, inline_setting(context, type, setting.language, tag));
}

InlineText role_text(Context& context, Setting const& setting, style::TypeStyle const& type, model::Inlines const& text,
                     page::TagRole tag_role) {
    if (text.empty()) return {};
    page::TagId const tag = context.add_tag(tag_role, setting.parent);
    InlineSetting inlines = inline_setting(context, type, setting.language, tag);
    inlines.right_to_left = setting.right_to_left;
    return inline_text(context, text, inlines);
}

void check_title_lines(Context& context, model::Article const& article, std::size_t lines) {
    int const allowed = context.print.opening.title_lines;
    if (allowed <= 0 || lines <= static_cast<std::size_t>(allowed) || article.title.empty()) return;
    context.diagnostics.warning(Code::title_too_long, article.title.front().span,
                                fmt::format("the title fills {} lines; this layout has room for {}", lines, allowed),
                                {"shorten it, or give part of it as `subtitle`"});
}

/// Over how much an opening stands.
struct OpeningWidth {
    Length measure;
    bool is_beside = false; // over one column, beside other articles
};

style::TypeStyle opening_type(Context const& context, style::TypeRole role, OpeningWidth const& width) {
    using style::TypeRole;
    style::TypeStyle type = context.type(role);
    bool const is_deck = role == TypeRole::subtitle || role == TypeRole::standfirst;
    std::int64_t const share = role == TypeRole::title ? title_beside : is_deck ? deck_beside : 100;
    if (!width.is_beside || share == 100) return type;
    Length const least = context.type(TypeRole::body).size;
    std::int64_t const kept = std::max(share, std::min<std::int64_t>(100, least.units * 100 / type.size.units));
    for (Length* length : {&type.size, &type.leading, &type.space_before, &type.space_after})
        *length = length->scaled(kept, 100);
    return type;
}

/// The rows in reading order: department, (number,) title, deck, standfirst, byline.
OpeningRows opening_rows(Context& context, model::Article const& article, Setting const& setting,
                         OpeningWidth const& width) {
    using style::TypeRole;
    OpeningRows rows(context, setting, width.measure);
    auto const type = [&](TypeRole role) { return opening_type(context, role, width); };
    auto const add = [&](TypeRole role, auto const& text, page::TagRole tag) {
        rows.add(role_text(context, setting, type(role), text, tag), type(role), role == TypeRole::title);
    };
    bool const chapter = context.print.opening.style == style::OpeningStyle::chapter;
    bool const journal = context.print.opening.style == style::OpeningStyle::journal;
    model::Inlines title = article.title;
    if (journal) add(TypeRole::department, article.department, page::TagRole::Paragraph);
    if (chapter) {
        ChapterTitle split = split_chapter_title(article.title);
        add(TypeRole::chapter_number, split.number, page::TagRole::Paragraph);
        title = std::move(split.title);
    }
    add(TypeRole::title, title, page::TagRole::Heading1);
    if (!width.is_beside) check_title_lines(context, article, rows.last_lines());
    add(TypeRole::subtitle, article.subtitle, page::TagRole::Paragraph);
    if (!article.abstract.empty()) rows.add_blocks(article.abstract, type(TypeRole::standfirst));
    add(TypeRole::byline, article.byline, page::TagRole::Paragraph);
    return rows;
}

struct BoxShape {
    Length measure;
    Length white_above; // before the first row
    Length white_below; // least white between the title matter and the text
    int least_lines = 0;
    bool rule_above = false, rule_below = false;
    bool content_at_foot = true; // what is left of the depth goes above the rows, else below
};

Box opening_box(Context const& context, std::vector<Row> rows, BoxShape const& shape) {
    Length const grid = context.grid();
    Length const content = height_of(rows);
    Length const rule_white = shape.rule_below ? grid : Length{};
    Length const below = rule_white + shape.white_below;
    int const lines = std::max(shape.least_lines, lines_for(shape.white_above + content + below, grid));
    Box box;
    box.width = shape.measure;
    box.height = grid * lines;
    Length const rest = box.height - shape.white_above - content - below;
    Length const top = shape.white_above + (shape.content_at_foot ? rest : Length{});
    if (shape.rule_above) {
        page::Rule const rule{shape.measure, hairline, context.ink("text")};
        box.items.push_back({{}, rule, page::TagId::artifact});
    }
    stack_rows(rows, 0, rows.size(), {{}, top}, box);
    if (shape.rule_below) {
        page::Rule const rule{shape.measure, hairline, context.ink("text")};
        box.items.push_back({{{}, box.height - grid * 3 / 4}, rule, page::TagId::artifact});
    }
    return box;
}

/// The opening of an article that may stand beside others. It is set first and takes the places in the tables (tags, links)
/// that the opening across the page takes again: one of the two is printed.
std::optional<Box> opening_beside(Context& context, model::Article const& article, Setting const& setting) {
    style::Opening const& style = context.print.opening;
    if (!style.side_by_side || context.print.page.columns < 2) return std::nullopt;
    Checkpoint const start(context);
    OpeningRows made = opening_rows(context, article, setting, {setting.measure, true});
    bool const is_plain = context.pending_notes.empty() && made.floats.empty() && made.late_inserts.empty();
    start.restore(context);
    context.pending_notes.clear();
    if (!is_plain || made.rows.empty()) return std::nullopt;
    BoxShape shape;
    shape.measure = setting.measure;
    shape.white_below = context.grid() / 2;
    shape.rule_below = style.rule;
    shape.content_at_foot = false;
    return opening_box(context, std::move(made.rows), shape);
}

} // namespace

ChapterTitle split_chapter_title(model::Inlines const& title) {
    ChapterTitle split;
    split.title = title;
    if (title.empty()) return split;
    auto const* first = std::get_if<model::Text>(&title.front().kind);
    if (first == nullptr) return split;
    std::string_view const text = first->text;
    std::size_t number_at = 0;
    std::size_t const word_end = text.find(' ');
    bool const has_word = word_end != std::string_view::npos && is_chapter_word(text.substr(0, word_end));
    if (has_word) number_at = word_end + 1;
    std::size_t number_end = text.find_first_of(".: ", number_at);
    if (number_end == std::string_view::npos) number_end = text.size();
    std::string_view const number = text.substr(number_at, number_end - number_at);
    if (!is_number(number) && !is_roman_number(number)) return split;
    bool const has_point = number_end < text.size() && text[number_end] != ' ';
    // "1848 in Vienna" and "I Remember" are no numbers of chapters.
    if (!has_word && !has_point) return split;
    std::size_t rest = number_end;
    while (rest < text.size() && (text[rest] == '.' || text[rest] == ':' || text[rest] == ' ')) ++rest;
    bool const title_goes_on = rest < text.size() || title.size() > 1;
    if (!title_goes_on) return split; // the number is all there is: it is the title
    split.number = std::string(text.substr(0, number_end));
    if (rest < text.size()) {
        std::get<model::Text>(split.title.front().kind).text = std::string(text.substr(rest));
        Span& span = split.title.front().span;
        if (span.end - span.begin == text.size()) span.begin += static_cast<std::uint32_t>(rest);
    } else {
        split.title.erase(split.title.begin());
    }
    return split;
}

void compose_opening(Context& context, model::Article const& article, Setting const& setting, Galley& galley,
                     Passage& passage) {
    style::Opening const& style = context.print.opening;
    bool const in_column = style.style == style::OpeningStyle::plain && galley.columns > 1;
    Length const measure = in_column ? setting.measure : text_width(context.print.page);
    if (!in_column && !galley.vertical_centre) galley.opening_beside = opening_beside(context, article, setting);
    OpeningRows made = opening_rows(context, article, setting, {measure, false});
    std::move(made.floats.begin(), made.floats.end(), std::back_inserter(passage.floats));
    for (model::Block const* insert : made.late_inserts) {
        passage.late_inserts.push_back(insert);
        passage.late_places.push_back(0);
    }
    compose_pending_notes(context, setting.parent, setting.language, passage);
    if (made.rows.empty()) return;
    BoxShape shape;
    shape.measure = measure;
    // Small lines below the title need more than half a line to stand clear of the text, and of the head of an initial.
    bool const ends_small = style.initial_lines > 1 && !(article.byline.empty() && article.abstract.empty());
    shape.white_below = ends_small ? context.grid() * 3 / 2 : context.grid() / 2;
    if (in_column) {
        Element element;
        element.kind = FlowBox{opening_box(context, std::move(made.rows), shape), std::nullopt};
        element.keep_with_next = true;
        element.anchors = galley.anchors;
        galley.anchors.clear();
        push_element(passage, std::move(element));
        return;
    }
    BoxShape run_on = shape;
    // An article that begins below another one is set off by a rule; the white above it is the page's.
    run_on.white_above = context.grid();
    run_on.rule_above = true;
    run_on.rule_below = shape.rule_below = style.rule;
    if (style.style == style::OpeningStyle::chapter) {
        shape.white_above = context.grid() * style.lines;
        shape.content_at_foot = false;
    } else {
        shape.least_lines = style.lines;
        shape.content_at_foot = style.style == style::OpeningStyle::journal;
    }
    galley.opening = opening_box(context, made.rows, shape);
    if (galley.start.kind == GalleyStart::Kind::run_on)
        galley.opening_run_on = opening_box(context, std::move(made.rows), run_on);
}

} // namespace quoin::layout
