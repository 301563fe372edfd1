#include "cover/canvas.hpp"

#include "base/match.hpp"
#include "media/picture.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

page::Ink to_ink(style::PaletteInk const& ink) {
    page::Ink result;
    result.name = ink.name;
    for (std::size_t i = 0; i < 4; ++i) result.cmyk[i] = static_cast<std::uint16_t>(ink.cmyk[i]);
    result.rgb = ink.rgb;
    result.spot = ink.spot;
    result.overprints = ink.overprints;
    return result;
}

} // namespace

Canvas::Canvas(Request const& request, Size trim, Length bleed, Diagnostics& diagnostics)
    : request_(request), diagnostics_(diagnostics) {
    model::Metadata const& metadata = request.document.metadata;
    list_.trim = trim;
    list_.bleed = bleed;
    list_.info.title = metadata.title;
    list_.info.language = metadata.language;
    list_.info.publisher = metadata.publisher;
    list_.info.rights = metadata.rights;
    list_.info.epoch = request.epoch;
    list_.info.date = from_epoch(request.epoch);
    for (style::PaletteInk const& ink : request.layout.palette) list_.inks.push_back(to_ink(ink));
}

page::InkUse Canvas::ink(std::string const& name, int tint) const {
    auto const& inks = list_.inks;
    auto const found = std::find_if(inks.begin(), inks.end(), [&](page::Ink const& ink) { return ink.name == name; });
    auto const index = found == inks.end() ? 0 : found - inks.begin();
    return {static_cast<page::InkId>(index), static_cast<std::uint16_t>(tint)};
}

page::InkUse Canvas::ink(PlainInk plain) {
    page::Ink wanted;
    switch (plain) {
    case PlainInk::black: wanted = {"bars", {0, 0, 0, 1000}, {0, 0, 0}, "", true}; break;
    case PlainInk::white: wanted = {"bare", {0, 0, 0, 0}, {255, 255, 255}, "", false}; break;
    }
    auto const found = std::find(list_.inks.begin(), list_.inks.end(), wanted);
    auto const index = found - list_.inks.begin();
    if (found == list_.inks.end()) list_.inks.push_back(std::move(wanted));
    return {static_cast<page::InkId>(index), 1000};
}

void Canvas::begin_page() {
    list_.pages.emplace_back();
    set_texts_.clear();
}

page::PageList Canvas::take() {
    list_.fonts = request_.fonts.files(); // only now: files are read when their first glyph is asked for
    return std::move(list_);
}

void Canvas::rectangle(Point at, Size size, page::InkUse ink) {
    page().items.push_back({at, page::Rule{size.width, size.height, ink}, page::TagId::artifact});
}

void Canvas::polygon(std::vector<Point> const& corners, page::InkUse ink) {
    page::Path outline;
    for (Point const& corner : corners)
        outline.steps.push_back(
            {outline.steps.empty() ? page::PathStep::Kind::move : page::PathStep::Kind::line, corner, {}, {}});
    outline.steps.push_back({page::PathStep::Kind::close, {}, {}, {}});
    path(std::move(outline), ink);
}

void Canvas::path(page::Path path, page::InkUse ink) {
    path.fill = {ink};
    page().items.push_back({Point{}, std::move(path), page::TagId::artifact});
}

std::optional<Canvas::OpenPicture> Canvas::open_picture(std::string const& path, Span span) {
    auto bytes = request_.files.read(path);
    auto const info = bytes ? media::inspect(*bytes, path) : Result<media::PictureInfo>(Failure(bytes.error()));
    if (!info) {
        diagnostics_.error(info.error().code, span, info.error().message, info.error().hints);
        return std::nullopt;
    }
    page::Image image{path,
                      std::make_shared<Bytes const>(std::move(*bytes)),
                      info->format == media::PictureFormat::svg ? page::ImageKind::artwork : page::ImageKind::raster,
                      info->width,
                      info->height,
                      span};
    list_.images.push_back(std::move(image));
    return OpenPicture{static_cast<page::ImageId>(list_.images.size() - 1), info->width, info->height};
}

Length Canvas::picture_height(PlacedFile const& file, Length width) {
    auto const bytes = request_.files.read(file.path);
    auto const info = bytes ? media::inspect(*bytes, file.path) : Result<media::PictureInfo>(Failure(bytes.error()));
    return info ? width.scaled(info->height, info->width) : Length{};
}

Length Canvas::place_picture(PlacedFile const& file, Point at, Length width) {
    auto const opened = open_picture(file.path, file.span);
    if (!opened) return {};
    page::Picture picture;
    picture.image = opened->image;
    picture.width = width;
    picture.height = width.scaled(opened->height, opened->width);
    page::TagNode figure;
    figure.role = page::TagRole::Figure;
    figure.alternative = file.alternative;
    page().items.push_back({at, picture, list_.tags.add(std::move(figure))});
    return picture.height;
}

bool Canvas::fill_with_picture(std::string const& path, Point at, Size size) {
    model::Cover const& cover = request_.document.metadata.cover;
    auto const info = open_picture(path, cover.span);
    if (!info) return false;
    page::Picture picture;
    picture.image = info->image;
    bool const wide = size.width.scaled(info->height, info->width) < size.height; // the picture is wider than the panel
    picture.width = wide ? size.height.scaled(info->width, info->height) : size.width;
    picture.height = wide ? size.height : size.width.scaled(info->height, info->width);
    picture.clip_origin = at;
    picture.clip = size;
    Point const corner{at.x - (picture.width - size.width) / 2, at.y - (picture.height - size.height) / 2};
    page::TagNode figure;
    figure.role = page::TagRole::Figure;
    figure.alternative = cover.alt;
    page().items.push_back({corner, picture, list_.tags.add(std::move(figure))});
    return true;
}

text::ParagraphText Canvas::paragraph_text(Words const& words) const {
    text::ParagraphText paragraph;
    paragraph.text = words.text;
    text::Run run;
    run.end = static_cast<std::uint32_t>(words.text.size());
    style::TypeStyle const& style = words.style;
    run.style.face = {style.family, style.weight, style.italic};
    run.style.size = style.size;
    run.style.tracking = style.tracking;
    run.style.capitals = style.capitals;
    run.style.figures = style.figures;
    run.style.ink = ink(words.ink.empty() ? style.ink : words.ink, style.tint);
    run.language = request_.document.metadata.language;
    run.source = request_.document.metadata.span;
    run.may_hyphenate = style.hyphenate;
    std::uint32_t at = 0;
    auto const add = [&](std::size_t end, Stretch::Kind const* kind) {
        if (end <= at) return;
        text::Run part = run;
        part.begin = at;
        part.end = static_cast<std::uint32_t>(end);
        if (kind != nullptr && *kind == Stretch::Kind::emphasis) part.style.face.italic = !style.italic;
        if (kind != nullptr && *kind == Stretch::Kind::strong) part.style.face.weight = 700;
        paragraph.runs.push_back(std::move(part));
        at = static_cast<std::uint32_t>(end);
    };
    for (Stretch const& stretch : words.stretches) {
        add(stretch.begin, nullptr);
        add(stretch.end, &stretch.kind);
    }
    add(words.text.size(), nullptr);
    if (paragraph.runs.empty()) paragraph.runs.push_back(std::move(run));
    return paragraph;
}

text::Paragraph Canvas::broken(Words const& words, Length measure) {
    text::ParagraphShape shape;
    shape.measure = measure;
    shape.align = words.style.align;
    shape.hyphenate = words.style.hyphenate;
    shape.balance_rag = !words.running;
    shape.want_variants = false;
    shape.leading = words.style.leading;
    return text::break_paragraph(paragraph_text(words), shape, request_.layout.print.lines, request_.fonts,
                                 diagnostics_);
}

Length Canvas::set(Words const& words, Point at, Length measure, page::TagRole role) {
    if (words.text.empty()) return {};
    text::Paragraph const paragraph = broken(words, measure);
    page::TagNode node;
    node.role = role;
    page::TagId const tag = list_.tags.add(std::move(node));
    auto const metrics = text::vertical_metrics(paragraph.text().runs.front().style, request_.fonts);
    std::size_t const count = paragraph.variants()[paragraph.best()].lines.size();
    std::size_t const shown =
        words.most_lines == 0 ? count : std::min(count, static_cast<std::size_t>(words.most_lines));
    Length left = at.x + measure, right = at.x;
    for (std::size_t line = 0; line < shown; ++line) {
        // The first line's capitals begin at the top of the block, so that blocks align by what the eye sees.
        Length const baseline = at.y + metrics.cap_height + words.style.leading * static_cast<std::int64_t>(line);
        for (text::LinePiece& piece : paragraph.set_line(paragraph.best(), line).pieces) {
            left = std::min(left, at.x + piece.x);
            right = std::max(right, at.x + piece.x + piece.run.width);
            page().items.push_back({{at.x + piece.x, baseline}, std::move(piece.run), tag});
        }
    }
    Length const height =
        metrics.cap_height + words.style.leading * (static_cast<std::int64_t>(std::max<std::size_t>(shown, 1)) - 1);
    set_texts_.push_back({{left, at.y}, {right - left, height}, words.text});
    return shown == 0 ? Length{} : metrics.cap_height + words.style.leading * static_cast<std::int64_t>(shown - 1);
}

void Canvas::set_plain(Words words, Point at) {
    std::size_t const first = page().items.size();
    words.most_lines = 1;
    set(words, at, width(words) + words.style.size);
    for (std::size_t item = first; item < page().items.size(); ++item)
        if (auto* run = std::get_if<page::GlyphRun>(&page().items[item].kind)) run->ink = ink(PlainInk::black);
}

Length Canvas::height(Words const& words, Length measure) {
    if (words.text.empty()) return {};
    text::Paragraph const paragraph = broken(words, measure);
    auto const metrics = text::vertical_metrics(paragraph.text().runs.front().style, request_.fonts);
    std::size_t count = paragraph.variants()[paragraph.best()].lines.size();
    if (words.most_lines > 0) count = std::min(count, static_cast<std::size_t>(words.most_lines));
    return count == 0 ? Length{} : metrics.cap_height + words.style.leading * static_cast<std::int64_t>(count - 1);
}

void Canvas::set_turned(Words const& words, Point at, bool upwards) {
    text::Paragraph const paragraph = broken(words, Length::points(4000));
    if (paragraph.variants()[paragraph.best()].lines.empty()) return;
    page::TagId const tag = list_.tags.add({});
    auto const metrics = text::vertical_metrics(paragraph.text().runs.front().style, request_.fonts);
    Length length;
    for (text::LinePiece& piece : paragraph.set_line(paragraph.best(), 0).pieces) {
        piece.run.quarter_turns = upwards ? 3 : 1;
        length = std::max(length, piece.x + piece.run.width);
        Point const origin{at.x, upwards ? at.y - piece.x : at.y + piece.x};
        page().items.push_back({origin, std::move(piece.run), tag});
    }
    // Capitals stand left of the baseline when the line reads upwards, right of it when it reads downwards.
    Point const corner{upwards ? at.x - metrics.cap_height : at.x, upwards ? at.y - length : at.y};
    set_texts_.push_back({corner, {metrics.cap_height, length}, words.text});
}

Length Canvas::width(Words const& words) {
    return text::natural_width(paragraph_text(words), request_.fonts, diagnostics_);
}

Canvas::Words Canvas::fitted(Words words, Length measure, Length most) {
    Length const natural = width(words);
    if (natural.units <= 0) return words;
    Length const size = std::min(words.style.size.scaled(measure.units, natural.units), most);
    words.style.leading = words.style.leading.scaled(size.units, words.style.size.units);
    words.style.size = size;
    return words;
}

} // namespace quoin::cover
