#include "cover/panels.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

// The blurb: the manifest's back text, else the description. One string a paragraph.
std::vector<std::string> blurb(model::Document const& document) {
    std::vector<std::string> paragraphs;
    for (model::Block const& block : document.back) {
        if (auto const* paragraph = std::get_if<model::Paragraph>(&block.kind))
            paragraphs.push_back(model::plain_text(paragraph->content));
        if (auto const* heading = std::get_if<model::Heading>(&block.kind))
            paragraphs.push_back(model::plain_text(heading->content));
        auto const* quote = std::get_if<model::Quote>(&block.kind);
        if (quote == nullptr) continue;
        for (model::Block const& inner : quote->content)
            if (auto const* text = std::get_if<model::Paragraph>(&inner.kind))
                paragraphs.push_back(model::plain_text(text->content));
        if (!quote->attribution.empty()) paragraphs.push_back("— " + model::plain_text(quote->attribution));
    }
    if (paragraphs.empty() && !document.metadata.description.empty())
        paragraphs.push_back(document.metadata.description);
    return paragraphs;
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

/// The list between `y` and `bottom`, in two columns; nothing when it does not fit as a whole.
void draw_list(Canvas& canvas, Point at, Length bottom, Length measure) {
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
    canvas.rectangle(at, {measure, Length::from_points(0.5)}, canvas.ink(style.text_ink));
    Length const top = at.y + between;
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

} // namespace

void draw_back_panel(Canvas& canvas, Panel const& panel, Edges const& edges) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    // The front's margins: its lines and those of the back stand on the same edges of the sheet.
    Length const margin = panel.size.width.scaled(style.template_name == "masthead" ? 76 : 110, 1000);
    Length const measure = panel.size.width - margin * 2;
    Length const bottom = panel.origin.y + panel.size.height - margin;
    Point const left{panel.origin.x + margin, panel.origin.y + margin};

    style::TypeStyle title = style.teaser;
    Length y = left.y;
    y += canvas.set({request.document.metadata.title, title, style.text_ink, 3}, {left.x, y}, measure) +
         Length::points(14);
    canvas.rectangle({left.x, y}, {Length::from_millimetres(16), Length::points(2)}, canvas.ink(style.text_ink));
    y += Length::points(18);
    style::TypeStyle const blurb_type = blurb_style(style, measure);
    for (std::string const& paragraph : blurb(request.document))
        y += canvas.set({paragraph, blurb_type, style.text_ink, 0}, {left.x, y}, measure.scaled(90, 100)) +
             blurb_type.leading;
    draw_list(canvas, {left.x, y + style.back_text.leading}, bottom - Length::from_millimetres(45), measure);

    Size const code =
        draw_barcode(canvas, request.document.metadata, {panel.origin.x + panel.size.width - margin, bottom});
    std::vector<std::string> const lines = address_lines(request.document.metadata);
    Length const room = code.width.units == 0 ? measure : measure - code.width - Length::points(18);
    Length foot = bottom;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        foot -= canvas.height({*line, style.back_text, style.text_ink, 0}, room);
        canvas.set({*line, style.back_text, style.text_ink, 0}, {left.x, foot}, room);
        foot -= style.back_text.leading.scaled(55, 100);
    }
}

} // namespace quoin::cover
