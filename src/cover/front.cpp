#include "cover/panels.hpp"

#include <array>
#include <fmt/format.h>
#include <map>

namespace quoin::cover {

namespace {

using Words = Canvas::Words;

std::string joined(std::vector<std::string> const& parts, std::string const& between) {
    std::string text;
    for (std::string const& part : parts) {
        if (part.empty()) continue;
        text += (text.empty() ? "" : between) + part;
    }
    return text;
}

// What a periodical calls its count, and the months as they stand alone.
struct IssueWords {
    char const* number;
    char const* volume;
    std::array<char const*, 12> months;
};

IssueWords const& issue_words(std::string const& language) {
    static std::map<std::string, IssueWords> const table{
        {"en",
         {"No. ",
          "Vol. ",
          {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"}}},
        {"es",
         {"N.º ",
          "Vol. ",
          {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"}}},
        {"de",
         {"Nr. ",
          "Band ",
          {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember"}}},
        {"fr",
         {"Nº ",
          "Vol. ",
          {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"}}},
        {"ru",
         {"№ ",
          "Том ",
          {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
           "декабрь"}}},
        {"uk",
         {"№ ",
          "Том ",
          {"січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень",
           "листопад", "грудень"}}},
    };
    auto const found = table.find(language.substr(0, 2));
    return found == table.end() ? table.at("en") : found->second;
}

std::string month_and_year(Date date, std::string const& language) {
    if (date.month == 0) return fmt::format("{}", date.year);
    std::string const month = issue_words(language).months[static_cast<std::size_t>(date.month - 1)];
    return fmt::format("{} {}", month, date.year);
}

Words words(std::string text, style::TypeStyle const& style, std::string const& ink, int most_lines = 0) {
    return {std::move(text), style, ink, most_lines};
}

// Teasers from the bottom up, the first one large: what the eye meets second, after the masthead.
void draw_teasers(Canvas& canvas, Point bottom_left, Length measure, Length least_top) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    std::vector<std::string> const& lines = canvas.request().document.metadata.cover.lines;
    if (lines.empty()) return;
    Length const gap = Length::points(15);
    std::vector<Words> blocks;
    for (std::size_t i = 0; i < lines.size() && i < 4; ++i)
        blocks.push_back(words(lines[i], i == 0 ? style.teaser_first : style.teaser, style.text_ink, i == 0 ? 4 : 3));
    Length total = gap * static_cast<std::int64_t>(blocks.size() - 1);
    for (Words const& block : blocks) total += canvas.height(block, measure);
    if (blocks.size() > 1) total += gap;
    Length y = std::max(bottom_left.y - total, least_top);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        y += canvas.set(blocks[i], {bottom_left.x, y}, measure) + gap;
        if (i == 0 && blocks.size() > 1) {
            canvas.rectangle({bottom_left.x, y - Length::from_points(1)},
                             {Length::from_millimetres(16), Length::points(2)}, canvas.ink(style.text_ink));
            y += gap;
        }
    }
}

// Journal: the masthead over the full width, the issue's line beneath, a picture or the drawn ground, the teasers.
void draw_masthead_front(Canvas& canvas, Panel const& panel, Edges const& edges) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length const margin = panel.size.width.scaled(76, 1000);
    Length const measure = panel.size.width - margin * 2;
    Point const left{panel.origin.x + margin, panel.origin.y};

    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    Words const title = canvas.fitted(words(metadata.title, style.title, style.title_ink, 1), measure,
                                      panel.size.height.scaled(18, 100));
    Length y = panel.origin.y + margin;
    y += canvas.set(title, {left.x, y}, measure, page::TagRole::Heading1) + Length::points(15);
    canvas.rectangle({left.x, y}, {measure, Length::from_points(0.75)}, canvas.ink(style.text_ink));
    y += Length::points(8);
    y += canvas.set(words(issue_line(metadata), style.issue_line, style.text_ink, 1), {left.x, y}, measure) +
         Length::points(8);
    canvas.rectangle({left.x, y}, {measure, Length::from_points(0.75)}, canvas.ink(style.text_ink));
    y += Length::points(14);
    if (!metadata.subtitle.empty())
        y += canvas.set(words(metadata.subtitle, style.subtitle, style.text_ink, 2), {left.x, y}, measure) +
             Length::points(14);

    Length const bottom = panel.origin.y + panel.size.height;
    Length const art_top = y + Length::points(8);
    Length const art_bottom = panel.origin.y + panel.size.height.scaled(61, 100);
    bool const has_picture = !metadata.cover.image.empty() &&
                             canvas.fill_with_picture(metadata.cover.image, {panel.origin.x - edges.left, art_top},
                                                      {panel.size.width + edges.left + edges.right,
                                                       panel.origin.y + panel.size.height.scaled(66, 100) - art_top});
    if (!has_picture && style.artwork)
        draw_ground_artwork(canvas,
                            {{panel.origin.x - edges.left, art_top},
                             {panel.size.width + edges.left + edges.right, art_bottom - art_top}},
                            metadata.title + metadata.issue.number);
    draw_teasers(canvas, {left.x, bottom - margin}, measure.scaled(92, 100),
                 panel.origin.y + panel.size.height.scaled(69, 100));
    if (has_picture && !metadata.cover.credit.empty()) {
        style::TypeStyle credit = style.issue_line;
        credit.size = Length::points(6);
        credit.leading = Length::points(8);
        canvas.set(words(metadata.cover.credit, credit, style.text_ink, 1), {left.x, bottom - margin.scaled(1, 2)},
                   measure);
    }
}

// Pamphlet, leaflet: the title set large in one ink on paper, and the quoins as its only ornament.
void draw_typographic_front(Canvas& canvas, Panel const& panel, Edges const& edges) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length const margin = panel.size.width.scaled(11, 100);
    Length const measure = panel.size.width - margin * 2;
    Length const bottom = panel.origin.y + panel.size.height;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));

    Words title = words(metadata.title, style.title, style.title_ink);
    // A long title is set smaller until it leaves the lower half to the rest.
    while (title.style.size > Length::points(18) && canvas.height(title, measure) > panel.size.height.scaled(44, 100)) {
        title.style.size = title.style.size.scaled(94, 100);
        title.style.leading = title.style.leading.scaled(94, 100);
    }
    Length y = panel.origin.y + margin.scaled(13, 10);
    std::string const above = joined({metadata.issue.series, metadata.publisher}, " · ");
    if (!metadata.publisher.empty())
        y += canvas.set(words(above, style.issue_line, style.text_ink, 2), {panel.origin.x + margin, y}, measure) +
             Length::points(12);
    canvas.rectangle({panel.origin.x + margin, y}, {measure, Length::points(3)}, canvas.ink(style.text_ink));
    y += Length::points(26);
    y += canvas.set(title, {panel.origin.x + margin, y}, measure, page::TagRole::Heading1) + Length::points(22);
    y += canvas.set(words(metadata.subtitle, style.subtitle, style.text_ink), {panel.origin.x + margin, y},
                    measure.scaled(92, 100)) +
         Length::points(18);
    if (!metadata.book.authors.empty())
        y += canvas.set(words(joined(metadata.book.authors, ", "), style.author, style.text_ink),
                        {panel.origin.x + margin, y}, measure) +
             Length::points(18);
    std::string const line = issue_line(metadata);
    Length const line_top = bottom - margin - Length::points(10);
    Length const art_top = std::max(y + Length::points(10), panel.origin.y + panel.size.height.scaled(62, 100));
    if (style.artwork && art_top + Length::points(60) < line_top - Length::points(28))
        draw_ground_artwork(canvas,
                            {{panel.origin.x - edges.left, art_top},
                             {panel.size.width + edges.left + edges.right, line_top - Length::points(28) - art_top}},
                            metadata.title);
    canvas.set(words(line, style.issue_line, style.text_ink, 1), {panel.origin.x + margin, line_top}, measure);
}

// Book: author, title and publisher on the axis, between two rules.
void draw_classic_front(Canvas& canvas, Panel const& panel, Edges const& edges) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length const margin = panel.size.width.scaled(12, 100);
    Length const measure = panel.size.width - margin * 2;
    Point const left{panel.origin.x + margin, panel.origin.y};
    Length const bottom = panel.origin.y + panel.size.height;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    if (!metadata.cover.image.empty())
        canvas.fill_with_picture(
            metadata.cover.image, {panel.origin.x - edges.left, panel.origin.y + panel.size.height.scaled(52, 100)},
            {panel.size.width + edges.left + edges.right, panel.size.height.scaled(48, 100) + edges.bottom});
    Length y = panel.origin.y + panel.size.height.scaled(11, 100);
    y += canvas.set(words(joined(metadata.book.authors, ", "), style.author, style.text_ink, 2), {left.x, y}, measure) +
         Length::points(30);
    canvas.rectangle({left.x + measure.scaled(42, 100), y}, {measure.scaled(16, 100), Length::from_points(0.75)},
                     canvas.ink(style.text_ink));
    y += Length::points(34);
    Words title = words(metadata.title, style.title, style.title_ink);
    while (title.style.size > Length::points(16) && canvas.height(title, measure) > panel.size.height.scaled(34, 100)) {
        title.style.size = title.style.size.scaled(94, 100);
        title.style.leading = title.style.leading.scaled(94, 100);
    }
    y += canvas.set(title, {left.x, y}, measure, page::TagRole::Heading1) + Length::points(24);
    y +=
        canvas.set(words(metadata.subtitle, style.subtitle, style.text_ink), {left.x, y}, measure) + Length::points(24);
    Length const foot = bottom - margin;
    if (metadata.cover.image.empty() && style.artwork) {
        Length const top = std::max(y + Length::points(10), panel.origin.y + panel.size.height.scaled(60, 100));
        draw_ground_artwork(canvas,
                            {{panel.origin.x - edges.left, top},
                             {panel.size.width + edges.left + edges.right, foot - Length::points(34) - top}},
                            metadata.title);
    }
    style::TypeStyle publisher = style.author;
    publisher.size = publisher.size.scaled(70, 100);
    canvas.set(words(metadata.publisher, publisher, style.text_ink, 1), {left.x, foot - Length::points(8)}, measure);
}

} // namespace

std::string issue_line(model::Metadata const& metadata) {
    model::Issue const& issue = metadata.issue;
    IssueWords const& in = issue_words(metadata.language);
    std::vector<std::string> parts;
    parts.push_back(issue.series);
    if (!issue.volume.empty()) parts.push_back(in.volume + issue.volume);
    if (!issue.number.empty()) parts.push_back(in.number + issue.number);
    if (issue.date) {
        parts.push_back(month_and_year(*issue.date, metadata.language));
    } else if (metadata.date_stated) {
        parts.push_back(month_and_year(metadata.date, metadata.language));
    }
    parts.push_back(issue.price);
    return joined(parts, "  ·  ");
}

void fill_panel(Canvas& canvas, Panel const& panel, Edges const& edges, page::InkUse ink) {
    canvas.rectangle({panel.origin.x - edges.left, panel.origin.y - edges.top},
                     {panel.size.width + edges.left + edges.right, panel.size.height + edges.top + edges.bottom}, ink);
}

void draw_front_panel(Canvas& canvas, Panel const& panel, Edges const& edges) {
    std::string const& name = canvas.request().layout.cover.template_name;
    if (name == "typographic") return draw_typographic_front(canvas, panel, edges);
    if (name == "classic") return draw_classic_front(canvas, panel, edges);
    draw_masthead_front(canvas, panel, edges);
}

} // namespace quoin::cover
