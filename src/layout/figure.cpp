// Figures: the picture at the width its attributes ask for, caption and credit below. Small ones stand in the text, large
// ones float, so that no column ends in a hole as high as a picture.

#include "layout/compose_blocks.hpp"
#include "layout/compose_box.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace quoin::layout {

namespace {

/// Without a stated width a photograph is printed no larger than this resolution allows: larger it would look torn.
constexpr std::int64_t least_pixels_per_inch = 150;
/// SVG user units are 1/96 inch.
constexpr std::int64_t user_units_per_inch = 96;
/// Figures up to this share of the page's lines stand in the text, in per cent.
constexpr int in_text_share = 30;
/// A picture whose width the text does not state takes no more of the page's height than this, in per cent: a tall one would
/// else fill a column.
constexpr int tall_share = 40;
/// White between picture and caption, in points.
constexpr std::int64_t caption_distance = 4;

struct Place {
    FloatSpan span = FloatSpan::column;
    Length measure;      // of the place
    Length width;        // of the picture
    bool stated = false; // the width in figures, not by the kind of place
};

std::optional<double> number_before(std::string const& text, std::string_view unit) {
    if (!text.ends_with(unit)) return std::nullopt;
    double value = 0;
    auto const* const end = text.data() + text.size() - unit.size();
    auto const [behind, code] = std::from_chars(text.data(), end, value);
    if (code != std::errc{} || behind != end || !(value > 0) || value > 10'000) return std::nullopt;
    return value;
}

Length natural_width(LoadedImage const& image) {
    bool const drawing = image.kind == page::ImageKind::artwork;
    return Length::points(72).scaled(image.width, drawing ? user_units_per_inch : least_pixels_per_inch);
}

std::optional<Length> stated_width(std::string const& width, Length measure) {
    if (auto const percent = number_before(width, "%"))
        return measure.scaled(static_cast<std::int64_t>(*percent * 100), 10'000);
    if (auto const mm = number_before(width, "mm")) return Length::from_millimetres(*mm);
    if (auto const cm = number_before(width, "cm")) return Length::from_millimetres(*cm * 10);
    if (auto const points = number_before(width, "pt")) return Length::from_points(*points);
    if (auto const inches = number_before(width, "in")) return Length::from_millimetres(*inches * 25.4);
    return std::nullopt;
}

Place find_place(Context const& context, Setting const& setting, model::Figure const& figure,
                 LoadedImage const& image) {
    Place place;
    place.measure = setting.width();
    bool const in_flow = setting.surroundings == Surroundings::flow;
    Length const page = in_flow ? text_width(context.print.page) : place.measure;
    auto const take_page = [&] {
        if (page > place.measure && setting.columns > 1) place.span = FloatSpan::page;
        place.measure = std::max(place.measure, page);
    };
    if (figure.width == "page") {
        take_page();
        place.width = place.measure;
    } else if (auto const stated = stated_width(figure.width, place.measure)) {
        if (*stated > place.measure) take_page();
        place.width = *stated;
        place.stated = true;
    } else if (figure.width == "column" || image.kind == page::ImageKind::artwork) {
        place.width = place.measure;
    } else {
        place.width = std::min(place.measure, natural_width(image));
    }
    return place;
}

/// Brings the picture down to its place: never wider than it, never taller than the page leaves with its caption.
Size fit(Context& context, Place const& place, LoadedImage const& image, Length height_limit, Span span) {
    Size size{place.width, place.width.scaled(image.height, image.width)};
    Size const wanted = size;
    if (size.width > place.measure) size = {place.measure, place.measure.scaled(image.height, image.width)};
    if (size.height > height_limit) size = {height_limit.scaled(image.width, image.height), height_limit};
    bool const wider = wanted.width - place.measure > Length::points(1);
    if (wider) {
        context.diagnostics.warning(Code::picture_too_large, span,
                                    fmt::format("this picture is to be {:.0f} mm wide, but its place has {:.0f} mm",
                                                wanted.width.in_millimetres(), place.measure.in_millimetres()),
                                    {"it is printed as wide as its place", "say width=\"page\" or a smaller width"});
    }
    return size;
}

Length height_limit(Context const& context, Setting const& setting, Length text_height) {
    int const lines = text_lines(context.print.page) - (setting.surroundings == Surroundings::flow ? 1 : 4);
    Length const limit = context.grid() * lines - text_height - Length::points(caption_distance);
    return std::max(limit, context.grid() * 4);
}

/// Caption and credit as rows of the place's width.
std::vector<Row> caption_rows(Context& context, Setting const& setting, model::Figure const& figure, Length measure) {
    std::vector<Row> rows;
    if (figure.caption.empty() && figure.credit.empty()) return rows;
    page::TagId const tag = context.add_tag(page::TagRole::Caption, setting.parent);
    Setting place = setting;
    place.measure = measure;
    place.left = place.right = {};
    auto const add = [&](InlineText made, style::TypeStyle const& type) {
        if (made.text.text.empty()) return;
        text::ParagraphShape shape = shape_for(place, type, false);
        shape.want_variants = false;
        shape.balance_rag = type.align != style::TextAlign::justify;
        append_rows(context, std::move(made), type, shape, {}, rows);
    };
    style::TypeStyle const& caption = context.type(style::TypeRole::caption);
    add(inline_text(context, figure.caption, inline_setting(context, caption, setting.language, tag)), caption);
    style::TypeStyle const& credit = context.type(style::TypeRole::credit);
    add(plain_inline_text(figure.credit, inline_setting(context, credit, setting.language, tag)), credit);
    return rows;
}

void add_float(model::Block const& block, std::vector<std::string> anchors, Box box, Place const& place, Length left,
               Passage& flow) {
    Float moved;
    if (place.span == FloatSpan::column) {
        move_items(box.items, {left, {}});
        box.width += left;
    }
    moved.box = std::move(box);
    moved.span = place.span;
    moved.before = flow.elements.size();
    moved.serial = block.serial;
    moved.anchors = std::move(anchors);
    moved.source = block.span;
    flow.floats.push_back(std::move(moved));
}

/// A picture that cannot be read has been reported; its words still stand where it would.
void compose_without_picture(Context& context, Setting const& setting, model::Block const& block,
                             model::Figure const& figure, Passage& flow) {
    Box box;
    std::vector<Row> rows = caption_rows(context, setting, figure, setting.width());
    box.width = setting.measure;
    box.height = setting.pitch * lines_for(height_of(rows), setting.pitch);
    stack_rows(rows, 0, rows.size(), {setting.left, {}}, box);
    Element element;
    element.kind = FlowBox{std::move(box), std::nullopt};
    element.serial = block.serial;
    element.source = block.span;
    if (!rows.empty()) push_element(flow, std::move(element), 1, 1);
}

} // namespace

void compose_figure(Context& context, Setting const& setting, model::Block const& block, model::Figure const& figure,
                    Passage& flow) {
    LoadedImage const image = context.image(figure.asset);
    bool const after_paragraph = std::exchange(flow.after_paragraph, false);
    if (!image.image || image.width == 0 || image.height == 0) {
        compose_without_picture(context, setting, block, figure, flow);
        compose_pending_notes(context, setting.parent, setting.language, flow);
        return;
    }
    page::TagId tag = page::TagId::artifact;
    if (!figure.decorative) {
        tag = context.add_tag(page::TagRole::Figure, setting.parent);
        context.tag(tag).alternative = figure.alt;
    }
    Place const place = find_place(context, setting, figure, image);
    std::vector<Row> rows = caption_rows(context, setting, figure, place.measure);
    Length const text_height = height_of(rows);
    Length limit = height_limit(context, setting, text_height);
    bool const may_shrink = !place.stated && place.span == FloatSpan::column;
    if (may_shrink) limit = std::min(limit, context.grid() * (text_lines(context.print.page) * tall_share / 100));
    Size const size = fit(context, place, image, limit, block.span);
    Box box;
    box.width = place.measure;
    // Narrower than its place it stands in the middle; its caption keeps the column's edge.
    Length const x = rows.empty() ? (place.measure - size.width) / 2 : Length{};
    box.items.push_back({{x, {}}, page::Picture{*image.image, size.width, size.height, {}, {}}, tag});
    Length const distance = rows.empty() ? Length{} : Length::points(caption_distance);
    stack_rows(rows, 0, rows.size(), {{}, size.height + distance}, box);
    box.height = size.height + distance + text_height;

    bool const in_flow = setting.surroundings == Surroundings::flow;
    int const lines = lines_for(box.height, setting.pitch);
    bool const small = lines * 100 <= text_lines(context.print.page) * in_text_share;
    // Nothing stands between a heading and its first paragraph.
    bool const below_heading = !flow.elements.empty() && flow.elements.back().keep_with_next;
    if (in_flow && (place.span == FloatSpan::page || !small || below_heading)) {
        flow.after_paragraph = after_paragraph; // the text goes on as if nothing stood here
        add_float(block, context.anchors_at(block.serial, figure.id), std::move(box), place, setting.left, flow);
    } else {
        for (std::string& name : context.anchors_at(block.serial, figure.id))
            flow.pending_anchors.push_back(std::move(name));
        move_items(box.items, {setting.left, {}});
        box.width = setting.measure;
        box.height = setting.pitch * lines;
        Element element;
        element.kind = FlowBox{std::move(box), std::nullopt};
        element.serial = block.serial;
        element.source = block.span;
        push_element(flow, std::move(element), 1, 1);
    }
    compose_pending_notes(context, setting.parent, setting.language, flow);
}

} // namespace quoin::layout
