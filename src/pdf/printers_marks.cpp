#include "pdf/printers_marks.hpp"

#include "base/digest.hpp"
#include "pdf/compressor.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>

namespace quoin::pdf {

namespace {

Length const slug_size = Length::points(6);
Length const bar_side = Length::from_millimetres(5);
Length const cross_arm = Length::from_millimetres(3);
Length const slug_indent = Length::from_millimetres(2); // from the crop mark
Length const slug_gap = Length::from_millimetres(5.5);  // from the middle, where a registration mark may stand
Length const circle_radius = Length::from_millimetres(1.8);

using Step = page::PathStep;

Step move_to(Length x, Length y) { return {Step::Kind::move, {x, y}, {}, {}}; }
Step line_to(Length x, Length y) { return {Step::Kind::line, {x, y}, {}, {}}; }

/// Four Bézier curves: 0.5523 of the radius is the usual approximation of a quarter.
std::vector<Step> circle(Length radius) {
    Length const arm = radius.scaled(5523, 10000);
    Length const none;
    return {move_to(radius, none),
            {Step::Kind::curve, {radius, arm}, {arm, radius}, {none, radius}},
            {Step::Kind::curve, {-arm, radius}, {-radius, arm}, {-radius, none}},
            {Step::Kind::curve, {-radius, -arm}, {-arm, -radius}, {none, -radius}},
            {Step::Kind::curve, {arm, -radius}, {radius, -arm}, {radius, none}},
            {Step::Kind::close, {}, {}, {}}};
}

/// What is shown where: text, places and pictures, not how they are written.
std::uint32_t checksum_of(page::Page const& page, std::uint32_t sum) {
    auto const add = [&sum](void const* data, std::size_t size) {
        sum = checksum(sum, {static_cast<std::uint8_t const*>(data), size});
    };
    for (page::Item const& item : page.items) {
        add(&item.at, sizeof item.at);
        if (auto const* run = std::get_if<page::GlyphRun>(&item.kind)) {
            static_assert(std::has_unique_object_representations_v<page::Glyph>);
            add(run->glyphs.data(), run->glyphs.size() * sizeof(page::Glyph));
        } else if (auto const* rule = std::get_if<page::Rule>(&item.kind)) {
            add(&rule->width, sizeof rule->width);
            add(&rule->height, sizeof rule->height);
        }
    }
    return sum;
}

std::string build_of(page::PageList const& list, Edition const& edition) {
    std::uint32_t sum = 0;
    for (page::Page const& page : list.pages) sum = checksum_of(page, sum);
    for (page::Image const& image : list.images)
        if (image.bytes) sum = checksum(sum, *image.bytes);
    std::string const key = fmt::format("{}/{}/{}/{}/{}/{}", list.info.identifier, list.info.title, list.info.epoch,
                                        edition.printer, edition.build_id, sum);
    return sha256_hex(key).substr(0, 8);
}

} // namespace

PrintersMarks::PrintersMarks(page::PageList const& list, Edition const& edition, InkTable const& inks,
                             std::optional<SlugFont> slug_font)
    : list_(list), edition_(edition), inks_(inks), font_(std::move(slug_font)),
      from_trim_(std::max(edition.marks.offset, list.bleed)),
      to_end_(std::min(from_trim_ + edition.marks.length, list.bleed + edition.slug())),
      middle_(list.bleed + edition.slug() / 2) {
    if (!font_) return;
    title_ = set_within(edition.slug_title, half_width());
    build_ = build_of(list, edition);
}

Length PrintersMarks::half_width() const { return list_.trim.width / 2 - slug_gap - slug_indent; }

std::string PrintersMarks::slug_characters(page::PageList const& list, Edition const& edition) {
    std::string characters = "0123456789abcdef page of build ·…()" + edition.slug_title + edition.printer;
    for (page::Page const& page : list.pages) characters += page.label;
    return characters;
}

page::Page PrintersMarks::common() const {
    page::Page page;
    style::PrinterMarks const& wanted = edition_.marks;
    if (wanted.crop) add_crop(page);
    if (wanted.fold) add_folds(page);
    if (wanted.registration) {
        Size const trim = list_.trim;
        Length const x = registration_place();
        add_registration(page, {x, -middle_});
        add_registration(page, {x, trim.height + middle_});
        add_registration(page, {-middle_, trim.height / 2});
        add_registration(page, {trim.width + middle_, trim.height / 2});
    }
    if (wanted.bars) add_bars(page);
    return page;
}

/// Of the marks at head and foot: the middle, unless the folds of a thin spine stand there.
Length PrintersMarks::registration_place() const {
    Length const middle = list_.trim.width / 2;
    bool const is_free = std::none_of(edition_.folds.begin(), edition_.folds.end(), [&](Length fold) {
        return std::max(fold - middle, middle - fold) < cross_arm + slug_gap;
    });
    return is_free ? middle : middle + middle / 2;
}

void PrintersMarks::add_line(page::Page& page, Point from, Point to) const {
    page::Path path;
    path.steps = {move_to({}, {}), line_to(to.x - from.x, to.y - from.y)};
    path.stroke = {inks_.registration()};
    path.line_width = edition_.marks.weight;
    page.items.push_back({from, std::move(path), page::TagId::artifact});
}

void PrintersMarks::add_crop(page::Page& page) const {
    Size const trim = list_.trim;
    for (Length const x : {Length::zero(), trim.width}) {
        add_line(page, {x, -from_trim_}, {x, -to_end_});
        add_line(page, {x, trim.height + from_trim_}, {x, trim.height + to_end_});
    }
    for (Length const y : {Length::zero(), trim.height}) {
        add_line(page, {-from_trim_, y}, {-to_end_, y});
        add_line(page, {trim.width + from_trim_, y}, {trim.width + to_end_, y});
    }
}

void PrintersMarks::add_folds(page::Page& page) const {
    for (Length const x : edition_.folds) {
        add_line(page, {x, -from_trim_}, {x, -to_end_});
        add_line(page, {x, list_.trim.height + from_trim_}, {x, list_.trim.height + to_end_});
    }
}

void PrintersMarks::add_registration(page::Page& page, Point centre) const {
    add_line(page, {centre.x - cross_arm, centre.y}, {centre.x + cross_arm, centre.y});
    add_line(page, {centre.x, centre.y - cross_arm}, {centre.x, centre.y + cross_arm});
    page::Path ring;
    ring.steps = circle(circle_radius);
    ring.stroke = {inks_.registration()};
    ring.line_width = edition_.marks.weight;
    page.items.push_back({centre, std::move(ring), page::TagId::artifact});
}

// Full tones, then half ones, between the corner's crop mark and the mark in the middle; what has no room is left out.
void PrintersMarks::add_bars(page::Page& page) const {
    Length x = bar_side;
    Length const end = list_.trim.width / 2 - cross_arm - bar_side;
    for (int const tint : {1000, 500}) {
        for (page::InkUse use : inks_.plates()) {
            if (x + bar_side > end) return;
            use.tint = static_cast<std::uint16_t>(tint);
            page.items.push_back(
                {{x, -middle_ - bar_side / 2}, page::Rule{bar_side, bar_side, use}, page::TagId::artifact});
            x += bar_side;
        }
    }
}

// Left of the middle what it is, right of it which page, for whom and of which build.
page::Page PrintersMarks::slug_line(page::Page const& around) const {
    page::Page page;
    if (!font_) return page;
    // The marks of a cover's folds stand anywhere along the line, which then goes below them.
    Length const usual = middle_ + slug_size / 3, below = to_end_ + slug_size;
    Length const y = list_.trim.height + (edition_.folds.empty() ? usual : std::max(usual, below));
    std::string const place = fmt::format("page {} of {}{}", &around - list_.pages.data() + 1, list_.pages.size(),
                                          around.label.empty() ? "" : " (" + around.label + ")");
    page::GlyphRun about = set_within(fmt::format("{} · {} · build {}", place, edition_.printer, build_), half_width());
    if (!title_.glyphs.empty()) page.items.push_back({{slug_indent, y}, title_, page::TagId::artifact});
    if (!about.glyphs.empty())
        page.items.push_back({{list_.trim.width / 2 + slug_gap, y}, std::move(about), page::TagId::artifact});
    return page;
}

/// The text, or as many of its words as have room.
page::GlyphRun PrintersMarks::set_within(std::string_view text, Length width) const {
    page::GlyphRun run = font_->set(text, inks_.registration(), slug_size);
    while (run.width > width) {
        std::size_t const space = text.rfind(' ');
        if (space == std::string_view::npos) return {};
        text = text.substr(0, space);
        run = font_->set(fmt::format("{} …", text), inks_.registration(), slug_size);
    }
    return run;
}

} // namespace quoin::pdf
