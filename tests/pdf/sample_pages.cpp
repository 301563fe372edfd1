#include "pdf/sample_pages.hpp"

#include <hb-ot.h>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>

namespace quoin::pdf::test {

namespace {

using page::PageList;
using page::TagId;
using page::TagRole;

struct FontHandle {
    std::shared_ptr<Bytes const> bytes; // kept, so that no other font gets their address
    hb_font_t* font = nullptr;
    ~FontHandle() { hb_font_destroy(font); }
};

/// Opened once for a font's bytes.
hb_font_t* font_of(page::FontFile const& file) {
    static std::map<Bytes const*, std::unique_ptr<FontHandle>> known;
    auto& handle = known[file.bytes.get()];
    if (!handle) {
        handle = std::make_unique<FontHandle>();
        handle->bytes = file.bytes;
        auto* blob =
            hb_blob_create(reinterpret_cast<char const*>(file.bytes->data()), static_cast<unsigned>(file.bytes->size()),
                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        auto* face = hb_face_create(blob, file.face_index);
        handle->font = hb_font_create(face);
        hb_face_destroy(face);
        hb_blob_destroy(blob);
    }
    return handle->font;
}

/// In font units, times the size, times the line's scale.
Length on_page(std::int64_t units, std::int64_t upem, LineStyle const& style) {
    return Length{style.size.units * units}.scaled(style.scale, upem * 1'000'000);
}

} // namespace

Bytes read_font(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("the tests need " + path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

page::FontFile open_font(std::string const& path, std::string const& name) {
    page::FontFile file;
    file.name = name;
    file.family = name;
    static std::map<std::string, std::shared_ptr<Bytes const>> known;
    auto& bytes = known[path];
    if (!bytes) bytes = std::make_shared<Bytes const>(read_font(path));
    file.bytes = bytes;
    return file;
}

PageList empty_list(std::size_t pages) {
    PageList list;
    list.info = {"Storms & Comets", "A. Writer", "", "",           "en-GB",
                 "urn:quoin:test",  "Our Press", "", {2023, 8, 1}, 1690848000};
    list.trim = {Length::from_millimetres(148), Length::from_millimetres(210)};
    list.bleed = Length::from_millimetres(3);
    list.fonts = {open_font(garamond, "EBGaramond12-Regular"), open_font(vollkorn, "Vollkorn-Regular")};
    list.inks = {{"text", {0, 0, 0, 1000}, {0, 0, 0}, "", true},
                 {"accent", {0, 900, 850, 100}, {190, 30, 40}, "", false},
                 {"brand", {20, 1000, 850, 60}, {200, 16, 46}, "PANTONE 186 C", false}};
    list.pages.resize(pages);
    for (std::size_t page = 0; page < pages; ++page) {
        list.pages[page].label = std::to_string(page + 1);
        list.pages[page].recto = page % 2 == 0;
    }
    return list;
}

page::GlyphRun shape(PageList const& list, std::string_view text, LineStyle const& style) {
    page::GlyphRun run;
    run.font = style.font;
    run.ink = style.ink;
    run.size = style.size;
    run.scale = style.scale;
    run.tracking = style.tracking;
    run.text = text;
    auto* font = font_of(list.fonts.at(static_cast<std::size_t>(style.font)));
    auto const upem = static_cast<std::int64_t>(hb_face_get_upem(hb_font_get_face(font)));
    auto* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    run.right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    unsigned count = 0;
    auto const* infos = hb_buffer_get_glyph_infos(buffer, &count);
    auto const* places = hb_buffer_get_glyph_positions(buffer, &count);
    Length pen;
    for (unsigned index = 0; index < count; ++index) {
        page::Glyph glyph{infos[index].codepoint, infos[index].cluster, 0, 0};
        glyph.x = static_cast<std::int32_t>((pen + on_page(places[index].x_offset, upem, style)).units);
        glyph.y = static_cast<std::int32_t>(Length{style.size.units * places[index].y_offset}.scaled(1, upem).units);
        // The line breaker's hyphen is drawn with the font's hyphen.
        if (text.substr(glyph.cluster, 2) == "\u00ad") {
            hb_font_get_nominal_glyph(font, '-', &glyph.id);
            pen += on_page(hb_font_get_glyph_h_advance(font, glyph.id), upem, style);
        } else {
            pen += on_page(places[index].x_advance, upem, style);
        }
        pen += style.tracking.scaled(style.scale, 1'000'000);
        if (text[glyph.cluster] == ' ') pen += style.extra_word_space;
        run.glyphs.push_back(glyph);
    }
    hb_buffer_destroy(buffer);
    run.width = pen;
    return run;
}

void add_line(PageList& list, std::size_t page, Length x, Length y, std::string_view text, LineStyle const& style) {
    list.pages.at(page).items.push_back({{x, y}, shape(list, text, style), style.tag});
}

TagId add_tag(PageList& list, TagRole role, TagId parent) {
    page::TagNode node;
    node.role = role;
    node.parent = parent;
    return list.tags.add(node);
}

namespace {

constexpr Length left = Length::points(40);

void add_front(PageList& list, TagId article) {
    auto const title = add_tag(list, TagRole::Heading1, article);
    list.pages[0].items.push_back({{left, Length::points(60)}, page::Anchor{"storm"}, TagId::artifact});
    LineStyle heading;
    heading.font = page::FontId{1};
    heading.size = Length::points(24);
    heading.ink.ink = page::InkId{1};
    heading.tag = title;
    add_line(list, 0, left, Length::points(80), "The Storm", heading);
    list.pages[0].items.push_back({{left, Length::points(90)},
                                   page::Rule{Length::points(200), Length::points(1), {page::InkId{2}, 500}},
                                   TagId::artifact});
}

/// A paragraph with a note's mark in it that goes on on the second page.
void add_paragraph(PageList& list, TagId article) {
    auto const paragraph = add_tag(list, TagRole::Paragraph, article);
    auto const reference = add_tag(list, TagRole::Reference, paragraph);
    auto const link = add_tag(list, TagRole::Link, reference);
    auto const note = add_tag(list, TagRole::Note, article);
    list.tags.nodes[static_cast<std::size_t>(note)].id = "note-storm-1";
    LineStyle body;
    body.tag = paragraph;
    body.extra_word_space = Length::points(1);
    add_line(list, 0, left, Length::points(120), "The officer found the offi\u00ad", body);
    body.scale = 1'012'000;
    add_line(list, 0, left, Length::points(134), "cial difficult: he swore it was a comet.", body);
    auto const end = left + std::get<page::GlyphRun>(list.pages[0].items.back().kind).width;
    LineStyle mark;
    mark.size = Length::points(6);
    mark.tag = link;
    add_line(list, 0, end, Length::points(130), "1", mark);
    list.pages[0].items.push_back({{end, Length::points(124)},
                                   page::LinkArea{Length::points(4), Length::points(8), "note-1", "", "Note 1", 0},
                                   link});
    LineStyle notes;
    notes.size = Length::points(8);
    notes.tag = note;
    list.pages[0].items.push_back({{left, Length::points(540)}, page::Anchor{"note-1"}, TagId::artifact});
    add_line(list, 0, left, Length::points(550), "1 Biela\u2019s, lost since 1852.", notes);
    body.scale = 1'000'000;
    add_line(list, 1, left, Length::points(60), "Nobody believed a word of it.", body);
}

void add_list(PageList& list, TagId article) {
    auto const items = add_tag(list, TagRole::List, article);
    LineStyle style;
    for (int number = 1; number <= 2; ++number) {
        auto const item = add_tag(list, TagRole::ListItem, items);
        auto const y = Length::points(80 + 14 * number);
        style.tag = add_tag(list, TagRole::Label, item);
        add_line(list, 1, left, y, std::to_string(number) + ".", style);
        style.tag = add_tag(list, TagRole::ListBody, item);
        add_line(list, 1, left + Length::points(15), y, number == 1 ? "Wind" : "Rain", style);
    }
}

void add_table(PageList& list, TagId article) {
    auto const table = add_tag(list, TagRole::Table, article);
    LineStyle style;
    for (int row = 0; row < 2; ++row) {
        auto const cells =
            add_tag(list, TagRole::TableRow, add_tag(list, row == 0 ? TagRole::TableHead : TagRole::TableBody, table));
        for (int column = 0; column < 2; ++column) {
            style.tag = add_tag(list, row == 0 ? TagRole::TableHeader : TagRole::TableCell, cells);
            auto const word = row == 0 ? (column == 0 ? "Day" : "Gale") : (column == 0 ? "Monday" : "9");
            add_line(list, 1, left + Length::points(60 * column), Length::points(150 + 14 * row), word, style);
        }
    }
}

void add_figure(PageList& list, TagId article) {
    auto const figure = add_tag(list, TagRole::Figure, article);
    list.tags.nodes[static_cast<std::size_t>(figure)].alternative = "A comet: a disc with a tail";
    page::Path path;
    using Kind = page::PathStep::Kind;
    path.steps = {{Kind::move, {}, {}, {}},
                  {Kind::line, {Length::points(50), Length::points(10)}, {}, {}},
                  {Kind::curve,
                   {Length::points(60), Length::points(20)},
                   {Length::points(40), Length::points(30)},
                   {Length::points(20), Length::points(30)}},
                  {Kind::close, {}, {}, {}}};
    path.fill = {{page::InkId{1}, 300}};
    path.stroke = {{page::InkId{0}, 1000}};
    path.line_width = Length::points(1) / 2;
    list.pages[1].items.push_back({{left, Length::points(200)}, path, figure});
}

void add_links(PageList& list, TagId article) {
    auto const paragraph = add_tag(list, TagRole::Paragraph, article);
    LineStyle style;
    style.font = page::FontId{1};
    style.tag = paragraph;
    add_line(list, 1, left, Length::points(260), "See ", style);
    auto const start = left + std::get<page::GlyphRun>(list.pages[1].items.back().kind).width;
    style.tag = add_tag(list, TagRole::Link, paragraph);
    add_line(list, 1, start, Length::points(260), "https://example.org/w\u00f6rter", style);
    // The link runs over two lines: two areas of one number.
    for (int line = 0; line < 2; ++line) {
        list.pages[1].items.push_back(
            {{line == 0 ? start : left, Length::points(250 + 14 * line)},
             page::LinkArea{Length::points(100), Length::points(12), "", "https://example.org/w\u00f6rter", "", 7},
             style.tag});
    }
    style.tag = paragraph;
    add_line(list, 1, left, Length::points(288), "\u0421\u043b\u043e\u0432\u043e", style);
}

} // namespace

PageList small_issue() {
    auto list = empty_list(2);
    list.pages[0].label = "i";
    list.pages[1].label = "1";
    auto const article = add_tag(list, TagRole::Article);
    add_front(list, article);
    add_paragraph(list, article);
    add_list(list, article);
    add_table(list, article);
    add_figure(list, article);
    add_links(list, article);
    add_tag(list, TagRole::Section, article); // stays empty and must not be written
    list.outline = {{0, "The Storm", "storm"}, {1, "A note", "note-1"}};
    LineStyle folio;
    for (std::size_t page = 0; page < 2; ++page)
        add_line(list, page, Length::points(200), Length::points(575), list.pages[page].label, folio);
    return list;
}

PageList dense_pages(std::size_t pages) {
    auto list = empty_list(pages);
    std::string_view const words[] = {"the",    "officer", "of",        "legions", "and",    "their",
                                      "empire", "was",     "difficult", "when",    "first",  "emperor",
                                      "fled",   "across",  "river",     "Danube,", "having", "waffled"};
    std::uint32_t state = 1;
    auto const article = add_tag(list, TagRole::Article);
    LineStyle style;
    for (std::size_t page = 0; page < pages; ++page) {
        for (int line = 0; line < 36; ++line) {
            if (line % 6 == 0) style.tag = add_tag(list, TagRole::Paragraph, article);
            std::string text;
            while (text.size() < 64) {
                state = state * 1664525 + 1013904223;
                text += words[(state >> 16) % std::size(words)];
                text += ' ';
            }
            text.pop_back();
            if (line % 5 == 0) text += "\u00ad";
            style.extra_word_space = Length{static_cast<std::int64_t>(state >> 16) % 40000};
            style.scale = 1'000'000 + static_cast<std::int32_t>(state >> 20) % 7 * 2000;
            add_line(list, page, left, Length::points(50 + 14 * line), text, style);
        }
        list.pages[page].items.push_back(
            {{left, Length::points(40)}, page::Anchor{"page-" + std::to_string(page)}, TagId::artifact});
    }
    for (std::size_t page = 0; page < pages; page += 20)
        list.outline.push_back({0, "Chapter", "page-" + std::to_string(page)});
    return list;
}

} // namespace quoin::pdf::test
