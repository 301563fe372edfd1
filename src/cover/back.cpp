#include "cover/panels.hpp"

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

} // namespace

void draw_back_panel(Canvas& canvas, Panel const& panel, Edges const& edges) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    Length const margin = panel.size.width.scaled(11, 100);
    Length const measure = panel.size.width - margin * 2;
    Length const bottom = panel.origin.y + panel.size.height - margin;
    Point const left{panel.origin.x + margin, panel.origin.y + margin};

    style::TypeStyle title = style.teaser;
    Length y = left.y;
    y += canvas.set({request.document.metadata.title, title, style.text_ink, 3}, {left.x, y}, measure) +
         Length::points(14);
    canvas.rectangle({left.x, y}, {Length::from_millimetres(16), Length::points(2)}, canvas.ink(style.text_ink));
    y += Length::points(18);
    for (std::string const& paragraph : blurb(request.document))
        y += canvas.set({paragraph, style.back_text, style.text_ink, 0}, {left.x, y}, measure.scaled(86, 100)) +
             style.back_text.leading;

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
