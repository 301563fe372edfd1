#include "cover/panels.hpp"

#include <array>
#include <fmt/format.h>
#include <map>

namespace quoin::cover {

namespace {

using Words = Canvas::Words;

constexpr char const* point_between = "  ·  ";

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

// The first teaser is large, what the eye meets second after the masthead; the others are as quiet as a contents list.
class Teasers {
  public:
    Teasers(Canvas& canvas, Length measure) : canvas_(canvas), measure_(measure) {
        style::CoverStyle const& style = canvas.request().layout.cover;
        std::vector<std::string> const& lines = canvas.request().document.metadata.cover.lines;
        for (std::size_t i = 0; i < lines.size() && i < 4; ++i) {
            bool const first = i == 0;
            blocks_.push_back(
                words(lines[i], first ? style.teaser_first : style.teaser, style.text_ink, first ? 4 : 3));
        }
    }

    [[nodiscard]] Length height() {
        Length total;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            total += canvas_.height(blocks_[i], measure_) + (i == 0 ? Length{} : gap_);
        return blocks_.size() > 1 ? total + gap_ : total;
    }

    void draw(Point at) {
        style::CoverStyle const& style = canvas_.request().layout.cover;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            at.y += canvas_.set(blocks_[i], at, measure_) + gap_;
            if (i > 0 || blocks_.size() == 1) continue;
            canvas_.rectangle({at.x, at.y - Length::from_points(2)}, {Length::from_millimetres(16), Length::points(2)},
                              canvas_.ink(style.text_ink));
            at.y += gap_;
        }
    }

  private:
    Canvas& canvas_;
    Length measure_;
    Length gap_ = Length::points(15);
    std::vector<Words> blocks_;
};

std::vector<std::string> split_at_spaces(std::string const& text) {
    std::vector<std::string> parts(1);
    for (char const c : text) {
        if (c != ' ') {
            parts.back() += c;
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty() && parts.size() > 1) parts.pop_back();
    return parts;
}

/// The lines of a masthead of `count` lines, broken so that the widest is as narrow as can be.
std::vector<std::string> masthead_lines(Canvas& canvas, Words const& title, std::size_t count) {
    std::vector<std::string> const parts = split_at_spaces(title.text);
    if (count <= 1 || parts.size() < 2) return {joined(parts, " ")};
    std::vector<std::string> best;
    Length least;
    for (std::size_t cut = 1; cut < parts.size(); ++cut) {
        auto const middle = parts.begin() + static_cast<std::ptrdiff_t>(cut);
        std::vector<std::string> lines{joined({parts.begin(), middle}, " "), joined({middle, parts.end()}, " ")};
        Length widest;
        for (std::string const& line : lines) {
            Words one = title;
            one.text = line;
            widest = std::max(widest, canvas.width(one));
        }
        if (!best.empty() && widest >= least) continue;
        least = widest;
        best = std::move(lines);
    }
    return best;
}

/// The masthead over the full width; a long one in two lines rather than small. Returns the height with its descenders.
Length draw_masthead(Canvas& canvas, Words title, Point at, Length measure, Length most) {
    auto const fitted_to = [&](std::vector<std::string> const& lines) {
        Words smallest = title;
        smallest.style.size = most;
        for (std::string const& line : lines) {
            title.text = line;
            Words const one = canvas.fitted(title, measure, most);
            if (one.style.size <= smallest.style.size) smallest = one;
        }
        return smallest.style;
    };
    std::vector<std::string> lines = masthead_lines(canvas, title, 1);
    std::string const whole = title.text;
    style::TypeStyle type = fitted_to(lines);
    // A line whose type is smaller than this share of its length does not carry across a room.
    if (type.size < measure.scaled(11, 100)) {
        title.text = whole;
        lines = masthead_lines(canvas, title, 2);
        type = fitted_to(lines);
    }
    type.leading = type.size.scaled(94, 100);
    type.align = style::TextAlign::left;
    Length y = at.y, height;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Words const line{lines[i], type, title.ink, 1};
        Length const cap_height = canvas.set(line, {at.x, y}, measure * 2, page::TagRole::Heading1);
        height = y + cap_height - at.y;
        y += type.leading;
    }
    bool const descends =
        lines.back().find_first_of("gjpqyQ") != std::string::npos ||
        lines.back().find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ") != std::string::npos;
    return height + (descends ? type.size.scaled(21, 100) : Length{});
}

/// What a credit keeps from the trim: the printer's distance and its own height.
Length credit_keep(Canvas const& canvas) { return canvas.request().printer.cover.safety + Length::points(5); }

void draw_credit(Canvas& canvas, Point at, Length measure) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    style::TypeStyle credit = style.issue_line;
    credit.size = Length::points(6);
    credit.leading = Length::points(8);
    canvas.set(words(canvas.request().document.metadata.cover.credit, credit, style.text_ink, 1), at, measure);
}

/// Subtitle, masthead, rule and issue line from `y` down; returns where they end.
Length draw_head(Canvas& canvas, Point at, Length measure, Length most) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length y = at.y;
    if (!metadata.subtitle.empty())
        y += canvas.set(words(metadata.subtitle, style.subtitle, style.text_ink, 2), {at.x, y}, measure) +
             Length::points(18);
    y += draw_masthead(canvas, words(metadata.title, style.title, style.title_ink), {at.x, y}, measure, most) +
         Length::points(13);
    canvas.rectangle({at.x, y}, {measure, Length::points(1)}, canvas.ink(style.text_ink));
    y += Length::points(10);
    auto const [counted, dated] = issue_parts(metadata);
    style::TypeStyle right = style.issue_line;
    right.align = style::TextAlign::right;
    Length const left_height = canvas.set(words(counted, style.issue_line, style.text_ink, 1), {at.x, y}, measure);
    Length const right_height = canvas.set(words(dated, right, style.text_ink, 1), {at.x, y}, measure);
    return y + std::max(left_height, right_height);
}

// Journal: the masthead over the full width, the issue's line beneath, a picture or the drawn ground, the teasers.
void draw_masthead_front(Canvas& canvas, Panel const& panel, Edges const& edges) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length const margin = panel_margin(canvas, panel, 76);
    Length const measure = panel.size.width - margin * 2;
    Length const left = panel.origin.x + margin;
    Length const bottom = panel.origin.y + panel.size.height;

    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    Length const head_end =
        draw_head(canvas, {left, panel.origin.y + margin}, measure, panel.size.height.scaled(18, 100));
    Teasers teasers(canvas, measure.scaled(92, 100));
    Length const teaser_top =
        std::max(bottom - margin - teasers.height(), panel.origin.y + panel.size.height.scaled(60, 100));
    Length const air = Length::points(22);
    Panel const art{{panel.origin.x - edges.left, head_end + air},
                    {panel.size.width + edges.left + edges.right, teaser_top - head_end - air * 2}};
    bool const has_picture =
        !metadata.cover.image.empty() && canvas.fill_with_picture(metadata.cover.image, art.origin, art.size);
    if (!has_picture && style.artwork) draw_ground_artwork(canvas, art, metadata.title + metadata.issue.number);
    teasers.draw({left, teaser_top});
    if (has_picture && !metadata.cover.credit.empty())
        draw_credit(canvas, {left, bottom - std::max(margin.scaled(1, 2), credit_keep(canvas))}, measure);
}

// Pamphlet, leaflet: the title set large in one ink on paper, and the quoins as its only ornament.
void draw_typographic_front(Canvas& canvas, Panel const& panel, Edges const& edges) {
    model::Metadata const& metadata = canvas.request().document.metadata;
    style::CoverStyle const& style = canvas.request().layout.cover;
    Length const margin = panel_margin(canvas, panel, 110);
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
    if (!metadata.publisher.empty())
        y += canvas.set(words(metadata.publisher, style.issue_line, style.text_ink, 2), {panel.origin.x + margin, y},
                        measure) +
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
    Length const margin = panel_margin(canvas, panel, 120);
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

std::pair<std::string, std::string> issue_parts(model::Metadata const& metadata) {
    model::Issue const& issue = metadata.issue;
    IssueWords const& in = issue_words(metadata.language);
    std::vector<std::string> counted{issue.series}, dated;
    if (!issue.volume.empty()) counted.push_back(in.volume + issue.volume);
    if (!issue.number.empty()) counted.push_back(in.number + issue.number);
    if (issue.date) {
        dated.push_back(month_and_year(*issue.date, metadata.language));
    } else if (metadata.date_stated) {
        dated.push_back(month_and_year(metadata.date, metadata.language));
    }
    dated.push_back(issue.price);
    return {joined(counted, point_between), joined(dated, point_between)};
}

std::string issue_line(model::Metadata const& metadata) {
    auto const [counted, dated] = issue_parts(metadata);
    return joined({counted, dated}, point_between);
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
