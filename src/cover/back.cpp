#include "cover/panels.hpp"
#include "cover/safety.hpp"
#include "cover/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

/// The blurb: the manifest's back text, else the description.
Pieces blurb(Canvas& canvas) {
    model::Document const& document = canvas.request().document;
    Pieces pieces = pieces_of(document.back, document, canvas.diagnostics());
    if (pieces.empty() && !document.metadata.description.empty()) {
        pieces.emplace_back();
        pieces.back().words.text = document.metadata.description;
    }
    return pieces;
}

std::vector<std::string> address_lines(model::Metadata const& metadata) {
    std::vector<std::string> lines;
    if (!metadata.publisher.empty()) lines.push_back(metadata.publisher);
    for (std::string const* line : {&metadata.contact.website, &metadata.contact.email, &metadata.contact.phone})
        if (!line->empty()) lines.push_back(*line);
    return lines;
}

/// About 60 letters a line: on a wide cover the blurb is set larger than on a small one.
style::TypeStyle blurb_style(style::CoverStyle const& style, Length measure) {
    style::TypeStyle type = style.back_text;
    Length const size = std::clamp(measure / 34, type.size, type.size.scaled(14, 10));
    type.leading = type.leading.scaled(size.units, type.size.units);
    type.size = size;
    return type;
}

/// What stands in the issue, titles with their bylines: the back of a journal is read in the shop.
struct ListedArticle {
    std::string title, byline;
};
std::vector<ListedArticle> listed_articles(model::Document const& document) {
    std::vector<ListedArticle> articles;
    if (document.metadata.kind != model::PublicationKind::journal) return articles;
    for (model::ContentsLine const& line : document.contents)
        if (line.kind == model::ContentsLine::Kind::article)
            articles.push_back({model::plain_text(line.title), line.byline});
    return articles;
}

enum class ListRule { none, above };

/// The list between `y` and `bottom`, in two columns; nothing when it does not fit as a whole.
void draw_list(Canvas& canvas, Point at, Length bottom, Length measure, ListRule rule) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    std::vector<ListedArticle> const articles = listed_articles(canvas.request().document);
    if (articles.size() < 2) return;
    Length const gutter = style.back_text.size * 2, column = (measure - gutter) / 2;
    style::TypeStyle title_type = style.back_text;
    title_type.weight = 700;
    Length const between = style.back_text.leading;
    std::vector<Length> heights;
    Length total;
    for (ListedArticle const& article : articles) {
        Length height = canvas.height({article.title, title_type, style.text_ink, 0}, column) + between;
        if (!article.byline.empty())
            height += canvas.height({article.byline, style.back_text, style.text_ink, 0}, column) +
                      style.back_text.leading.scaled(45, 100);
        heights.push_back(height);
        total += height;
    }
    if (total / 2 + heights.front() > bottom - at.y) return;
    bool const ruled = rule == ListRule::above;
    if (ruled) canvas.rectangle(at, {measure, Length::from_points(0.5)}, canvas.ink(style.text_ink));
    Length const top = ruled ? at.y + between : at.y;
    Point pen{at.x, top};
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (pen.x == at.x && pen.y - top >= total / 2) pen = {at.x + column + gutter, top};
        Point const next{pen.x, pen.y + heights[i]};
        pen.y += canvas.set({articles[i].title, title_type, style.text_ink, 0}, pen, column) +
                 style.back_text.leading.scaled(45, 100);
        canvas.set({articles[i].byline, style.back_text, style.text_ink, 0}, pen, column);
        pen = next;
    }
}

/// Publisher and addresses upwards from `bottom`; returns where they begin.
Length draw_addresses(Canvas& canvas, Point left, Length bottom, Length measure) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    std::vector<std::string> const lines = address_lines(canvas.request().document.metadata);
    Length foot = bottom;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        Canvas::Words const words{*line, style.back_text, style.text_ink, 0};
        if (line != lines.rbegin()) foot -= style.back_text.leading.scaled(55, 100);
        foot -= canvas.height(words, measure);
        canvas.set(words, {left.x, foot}, measure);
    }
    return foot;
}

} // namespace

Length panel_margin(Canvas const& canvas, Panel const& panel, int thousandths) {
    Length const safe = std::min(safe_distance(canvas.request()), panel.size.width / 4);
    return std::max(panel.size.width.scaled(thousandths, 1000), safe);
}

void draw_back_panel(Canvas& canvas, Panel const& panel, Edges const& edges) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    // The front's margins: its lines and those of the back stand on the same edges of the sheet.
    Length const margin = panel_margin(canvas, panel, style.template_name == "masthead" ? 76 : 110);
    Length const measure = panel.size.width - margin * 2;
    Length const bottom = panel.origin.y + panel.size.height - margin;
    Point const left{panel.origin.x + margin, panel.origin.y + margin};

    Length const inset = std::max(margin, request.printer.barcode.from_trim);
    Size const code = draw_barcode(
        canvas, panel, {panel.origin.x + panel.size.width - inset, panel.origin.y + panel.size.height - inset});
    Length const room = code.width.units == 0 ? measure : measure - code.width - Length::points(18);
    Length foot = draw_addresses(canvas, left, bottom, room);
    if (code.height.units > 0) foot = std::min(foot, panel.origin.y + panel.size.height - inset - code.height);

    Length y = left.y;
    y += canvas.set({request.document.metadata.title, style.teaser, style.text_ink, 3}, {left.x, y}, measure) +
         Length::points(14);
    canvas.rectangle({left.x, y}, {Length::from_millimetres(16), Length::points(2)}, canvas.ink(style.text_ink));
    y += Length::points(18);
    Length const clear = style.back_text.leading.scaled(15, 10);
    ColumnStyle const column{blurb_style(style, measure), style.text_ink, "back", request.document.metadata.cover.span};
    Pieces const pieces = blurb(canvas);
    y += set_column(canvas, pieces, column, {left.x, y}, {measure.scaled(90, 100), foot - clear - y});
    if (!pieces.empty()) y += style.back_text.leading * 2;
    draw_list(canvas, {left.x, y}, foot - clear, measure, pieces.empty() ? ListRule::none : ListRule::above);
}

} // namespace quoin::cover
