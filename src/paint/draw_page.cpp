#include "paint/draw_page.hpp"

#include "base/match.hpp"
#include "paint/draw_picture.hpp"
#include "paint/font_faces.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace quoin::paint {

namespace {

/// Each scale is a font instance to Cairo, and instances are what costs (TYPESETTING.md); half a per cent shows nowhere.
constexpr std::int32_t scale_step_in_millionths = 5'000;
constexpr double full_tone = 1000;

class PagePainter {
  public:
    PagePainter(page::PageList const& pages, Placement const& placement, cairo_surface_t* surface)
        : pages_(pages), placement_(placement), context_(cairo_create(surface)), faces_(pages) {
        FontOptions const options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_set_font_options(context_.get(), options.get());
        cairo_scale(context_.get(), placement.scale_x, placement.scale_y);
        cairo_translate(context_.get(), -placement.origin.x.in_points(), -placement.origin.y.in_points());
    }

    Result<void> draw(page::Item const& item);
    [[nodiscard]] cairo_status_t status() const { return cairo_status(context_.get()); }

  private:
    Result<void> draw(Point at, page::GlyphRun const& run);
    Result<void> draw(Point at, page::Rule const& rule);
    Result<void> draw(Point at, page::Path const& path);
    Result<void> draw(Point at, page::Picture const& picture);
    Result<void> use_ink(page::InkUse use);
    void turn(Point around, int quarters);
    void trace(Point at, std::vector<page::PathStep> const& steps);

    page::PageList const& pages_;
    Placement const& placement_;
    Context context_;
    FontFaces faces_;
    std::vector<cairo_glyph_t> glyphs_; // kept for its room
};

Result<void> PagePainter::draw(page::Item const& item) {
    return match(
        item.kind, [&](page::GlyphRun const& run) { return draw(item.at, run); },
        [&](page::Rule const& rule) { return draw(item.at, rule); },
        [&](page::Path const& path) { return draw(item.at, path); },
        [&](page::Picture const& picture) { return draw(item.at, picture); },
        [](page::LinkArea const&) { return Result<void>(); }, [](page::Anchor const&) { return Result<void>(); });
}

/// A tint is the ink thinned by the white of the paper.
Result<void> PagePainter::use_ink(page::InkUse use) {
    auto const index = static_cast<std::size_t>(use.ink);
    if (index >= pages_.inks.size()) {
        return failure(Code::internal_fault, {},
                       fmt::format("a page uses ink {}, which the page list does not hold", index));
    }
    double const tone = std::min<double>(use.tint, full_tone) / full_tone;
    auto const& rgb = pages_.inks[index].rgb;
    auto const mixed = [&](std::size_t channel) { return 1 - (1 - rgb[channel] / 255.0) * tone; };
    cairo_set_source_rgb(context_.get(), mixed(0), mixed(1), mixed(2));
    return {};
}

Result<void> PagePainter::draw(Point at, page::GlyphRun const& run) {
    auto const face = faces_.face(run.font);
    if (!face) {
        return tl::make_unexpected(face.error());
    }
    if (auto ink = use_ink(run.ink); !ink) {
        return ink;
    }
    auto const steps = std::max(1L, std::lround(static_cast<double>(run.scale) / scale_step_in_millionths));
    double const stretch = static_cast<double>(steps) * scale_step_in_millionths / 1e6;
    double const size = run.size.in_points();
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, size * stretch, size);
    cairo_set_font_face(context_.get(), *face);
    cairo_set_font_matrix(context_.get(), &matrix);
    glyphs_.clear();
    for (auto const& glyph : run.glyphs) {
        Point const origin{at.x + Length{glyph.x}, at.y - Length{glyph.y}};
        glyphs_.push_back({glyph.id, origin.x.in_points(), origin.y.in_points()});
    }
    auto const count = static_cast<int>(glyphs_.size());
    cairo_save(context_.get());
    turn(at, run.quarter_turns);
    if (placement_.medium == Medium::vector) {
        cairo_show_glyphs(context_.get(), glyphs_.data(), count); // each shape written once and referred to
    } else { // Cairo 1.16 sets glyph pictures on whole pixels; paths stand where they belong
        cairo_new_path(context_.get());
        cairo_glyph_path(context_.get(), glyphs_.data(), count);
        cairo_fill(context_.get());
    }
    cairo_restore(context_.get());
    return {};
}

void PagePainter::turn(Point around, int quarters) {
    if (quarters == 0) {
        return;
    }
    cairo_translate(context_.get(), around.x.in_points(), around.y.in_points());
    cairo_rotate(context_.get(), quarters * std::numbers::pi / 2);
    cairo_translate(context_.get(), -around.x.in_points(), -around.y.in_points());
}

Result<void> PagePainter::draw(Point at, page::Rule const& rule) {
    auto ink = use_ink(rule.ink);
    if (ink) {
        cairo_new_path(context_.get());
        cairo_rectangle(context_.get(), at.x.in_points(), at.y.in_points(), rule.width.in_points(),
                        rule.height.in_points());
        cairo_fill(context_.get());
    }
    return ink;
}

void PagePainter::trace(Point at, std::vector<page::PathStep> const& steps) {
    auto const x = [&](Point point) { return (at.x + point.x).in_points(); };
    auto const y = [&](Point point) { return (at.y + point.y).in_points(); };
    cairo_new_path(context_.get());
    for (auto const& step : steps) {
        switch (step.kind) {
        case page::PathStep::Kind::move: cairo_move_to(context_.get(), x(step.a), y(step.a)); break;
        case page::PathStep::Kind::line: cairo_line_to(context_.get(), x(step.a), y(step.a)); break;
        case page::PathStep::Kind::curve:
            cairo_curve_to(context_.get(), x(step.a), y(step.a), x(step.b), y(step.b), x(step.c), y(step.c));
            break;
        case page::PathStep::Kind::close: cairo_close_path(context_.get()); break;
        }
    }
}

Result<void> PagePainter::draw(Point at, page::Path const& path) {
    trace(at, path.steps);
    if (!path.fill.empty()) {
        if (auto ink = use_ink(path.fill.front()); !ink) {
            return ink;
        }
        cairo_fill_preserve(context_.get());
    }
    if (!path.stroke.empty()) {
        if (auto ink = use_ink(path.stroke.front()); !ink) {
            return ink;
        }
        cairo_set_line_width(context_.get(), path.line_width.in_points());
        cairo_stroke_preserve(context_.get());
    }
    cairo_new_path(context_.get());
    return {};
}

Result<void> PagePainter::draw(Point at, page::Picture const& picture) {
    auto const index = static_cast<std::size_t>(picture.image);
    if (index >= pages_.images.size()) {
        return failure(Code::internal_fault, {},
                       fmt::format("a page uses picture {}, which the page list does not hold", index));
    }
    if (picture.width <= Length::zero() || picture.height <= Length::zero()) {
        return {};
    }
    double const width = picture.width.in_points() * placement_.scale_x * placement_.pixels_per_unit;
    double const height = picture.height.in_points() * placement_.scale_y * placement_.pixels_per_unit;
    auto const surface = picture_surface(pages_.images[index], width, height);
    if (!surface) {
        return tl::make_unexpected(surface.error());
    }
    cairo_save(context_.get());
    if (picture.clip.width != Length::zero()) {
        cairo_new_path(context_.get());
        cairo_rectangle(context_.get(), picture.clip_origin.x.in_points(), picture.clip_origin.y.in_points(),
                        picture.clip.width.in_points(), picture.clip.height.in_points());
        cairo_clip(context_.get());
    }
    cairo_translate(context_.get(), at.x.in_points(), at.y.in_points());
    show_picture(context_.get(), surface->get(), picture.width.in_points(), picture.height.in_points(),
                 placement_.medium);
    cairo_restore(context_.get());
    return {};
}

} // namespace

Result<void> draw_page(page::PageList const& pages, std::size_t page, Placement const& placement,
                       cairo_surface_t* surface) {
    PagePainter painter(pages, placement, surface);
    for (auto const& item : pages.pages[page].items) {
        if (auto drawn = painter.draw(item); !drawn) {
            return drawn;
        }
    }
    if (auto const status = painter.status(); status != CAIRO_STATUS_SUCCESS) {
        return failure(Code::internal_fault, {},
                       fmt::format("page {} cannot be drawn: {}", page + 1, cairo_status_to_string(status)));
    }
    return {};
}

} // namespace quoin::paint
