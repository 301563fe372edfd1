#include "cover/draw_cover.hpp"

#include "cover/panels.hpp"
#include "cover/safety.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

Length caliper_of(style::Layout const& layout) {
    auto const& papers = layout.papers;
    auto const paper = std::find_if(papers.begin(), papers.end(),
                                    [&](style::Paper const& each) { return each.name == layout.print.paper; });
    return paper == papers.end() ? Length{} : paper->caliper;
}

/// The shop's thickness of a page: of the paper that the publication names, else of the shop's usual one.
Length page_thickness(Request const& request) {
    auto const& papers = request.printer.spine.papers;
    auto paper = papers.find(request.document.metadata.paper);
    if (paper == papers.end()) paper = papers.find(request.printer.spine.paper);
    return paper == papers.end() ? Length{} : paper->second;
}

Span key_span(model::Metadata const& metadata, std::string const& key) {
    auto const found = metadata.key_spans.find(key);
    return found == metadata.key_spans.end() ? metadata.cover.span : found->second;
}

/// A cover that was approved for so many pages of a paper does not fit around anything else.
void check_frozen(Request const& request, Diagnostics& diagnostics) {
    model::Metadata const& metadata = request.document.metadata;
    model::Cover const& cover = metadata.cover;
    if (cover.frozen_pages != 0 && static_cast<std::size_t>(cover.frozen_pages) != request.interior_pages)
        diagnostics.error(Code::cover_stale, key_span(metadata, "cover.frozen-pages"),
                          fmt::format("the cover was frozen for {} pages, and the interior has {}", cover.frozen_pages,
                                      request.interior_pages),
                          {"bring the interior back to its pages, or approve the cover anew and change frozen-pages",
                           fmt::format("the spine is now {:.2f} mm wide", spine_width(request).in_millimetres())});
    std::string const& paper = request.layout.print.paper;
    if (!cover.frozen_paper.empty() && cover.frozen_paper != paper)
        diagnostics.error(
            Code::cover_stale, key_span(metadata, "cover.frozen-paper"),
            fmt::format("the cover was frozen for the paper \"{}\", and this is \"{}\"", cover.frozen_paper, paper),
            {"name the old paper again, or approve the cover anew and change frozen-paper"});
}

/// The trimmed sheet from its left: flap, back, spine between its joints, front, flap.
class SheetPlan {
  public:
    explicit SheetPlan(Request const& request) : request_(request) {
        style::PageGeometry const& page = request.layout.print.page;
        Length const spine = spine_width(request);
        Length const joint = spine.units > 0 ? request.printer.spine.joint : Length{};
        Length const flap = flap_width();
        Length x;
        auto const take = [&](Length width) {
            Panel const panel{{x, {}}, {width, page.height}};
            x += width;
            return panel;
        };
        if (flap.units > 0) sheet.back_flap = take(flap);
        sheet.back = take(page.width);
        x += joint;
        sheet.spine = take(spine);
        x += joint;
        sheet.front = take(page.width);
        if (flap.units > 0) sheet.front_flap = take(flap);
        size = {x, page.height};
        Length const asked = request.printer.cover.bleed;
        bleed = request.printer.spine.turn_in.units > 0 ? request.printer.spine.turn_in
                : asked.units > 0                       ? asked
                                                        : page.bleed;
        find_folds();
    }

    Sheet sheet;
    Size size;
    Length bleed;

    [[nodiscard]] Panel mirrored(Panel const& panel) const {
        return {{size.width - panel.origin.x - panel.size.width, panel.origin.y}, panel.size};
    }

  private:
    Request const& request_;

    [[nodiscard]] Length flap_width() const {
        if (request_.document.flaps.empty()) return {};
        Length const shop = request_.printer.cover.flap;
        Length const wished = shop.units > 0 ? shop : request_.layout.cover.flap_width;
        // A flap as wide as the cover would reach into the spine.
        return std::min(wished, request_.layout.print.page.width - Length::from_millimetres(5));
    }

    void find_folds() {
        if (sheet.back_flap) sheet.folds.push_back(sheet.back.origin.x);
        sheet.folds.push_back(sheet.spine.origin.x);
        if (sheet.spine.size.width.units > 0) sheet.folds.push_back(sheet.spine.origin.x + sheet.spine.size.width);
        if (sheet.front_flap) sheet.folds.push_back(sheet.front_flap->origin.x);
    }
};

void draw_outside(Canvas& canvas, SheetPlan const& plan) {
    Sheet const& sheet = plan.sheet;
    Length const bleed = plan.bleed, none;
    Length const joint = canvas.request().printer.spine.joint;
    Length const left = sheet.back_flap ? none : bleed, right = sheet.front_flap ? none : bleed;
    if (sheet.back_flap) draw_flap(canvas, *sheet.back_flap, {bleed, bleed, none, bleed}, FlapSide::back);
    draw_back_panel(canvas, sheet.back, {left, bleed, none, bleed});
    if (sheet.spine.size.width.units > 0) draw_spine(canvas, sheet.spine, {joint, bleed, joint, bleed});
    draw_front_panel(canvas, sheet.front, {none, bleed, right, bleed});
    if (sheet.front_flap) draw_flap(canvas, *sheet.front_flap, {none, bleed, bleed, bleed}, FlapSide::front);
    std::vector<SafeZone> zones{zone_of_back(canvas.request(), sheet), zone_of_front(canvas.request(), sheet)};
    if (sheet.spine.size.width.units > 0) zones.push_back(zone_of_spine(canvas.request(), sheet));
    if (sheet.back_flap) zones.push_back(zone_of_panel(canvas.request(), *sheet.back_flap, "back flap"));
    if (sheet.front_flap) zones.push_back(zone_of_panel(canvas.request(), *sheet.front_flap, "front flap"));
    check_safety(canvas, zones);
}

/// The sheet turned over: the inside of the front lies left. Spine and hinges stay bare for the glue.
void draw_inside(Canvas& canvas, SheetPlan const& plan) {
    model::Document const& document = canvas.request().document;
    draw_inside_panel(canvas, plan.mirrored(plan.sheet.front), document.inside_front, "inside-front");
    draw_inside_panel(canvas, plan.mirrored(plan.sheet.back), document.inside_back, "inside-back");
}

} // namespace

Length spine_width(Request const& request) {
    if (request.layout.print.page.binding != "perfect") return {};
    style::SpineFormula const& formula = request.printer.spine;
    Length const block = formula.rule == style::SpineFormula::Rule::caliper
                             ? caliper_of(request.layout) * static_cast<std::int64_t>((request.interior_pages + 1) / 2)
                             : page_thickness(request) * static_cast<std::int64_t>(request.interior_pages);
    return block + formula.extra + formula.board * 2;
}

model::CoverForm form_of(model::Metadata const& metadata, style::PrinterProfile const& printer,
                         style::CoverStyle const& style) {
    if (metadata.cover.form != model::CoverForm::unstated) return metadata.cover.form;
    // A loose sheet has no cover anywhere, whatever the shop asks of its books.
    bool const bound = metadata.kind != model::PublicationKind::leaflet;
    for (std::string const& form : {bound ? printer.cover.form : std::string(), style.form}) {
        if (form == "separate") return model::CoverForm::separate;
        if (form == "self") return model::CoverForm::self;
        if (form == "none") return model::CoverForm::none;
    }
    switch (metadata.kind) {
    case model::PublicationKind::journal:
    case model::PublicationKind::book: return model::CoverForm::separate;
    case model::PublicationKind::pamphlet: return model::CoverForm::self;
    case model::PublicationKind::leaflet: return model::CoverForm::none;
    }
    return model::CoverForm::none;
}

Sheet draw_sheet(Request const& request, Diagnostics& diagnostics) {
    check_frozen(request, diagnostics);
    SheetPlan const plan(request);
    Canvas canvas(request, plan.size, plan.bleed, diagnostics);
    canvas.begin_page();
    draw_outside(canvas, plan);
    if (!request.document.inside_front.empty() || !request.document.inside_back.empty()) {
        canvas.begin_page();
        draw_inside(canvas, plan);
    }
    Sheet sheet = plan.sheet;
    sheet.pages = canvas.take();
    return sheet;
}

SelfCover draw_self_cover(Request const& request, Diagnostics& diagnostics) {
    style::PageGeometry const& page = request.layout.print.page;
    Canvas canvas(request, {page.width, page.height}, page.bleed, diagnostics);
    Panel const panel{{}, {page.width, page.height}};
    Edges const all{page.bleed, page.bleed, page.bleed, page.bleed};
    canvas.begin_page();
    draw_front_panel(canvas, panel, all);
    check_safety(canvas, {zone_of_panel(request, panel, "front")});
    canvas.begin_page();
    draw_back_panel(canvas, panel, all);
    check_safety(canvas, {zone_of_panel(request, panel, "back")});
    return {canvas.take()};
}

page::PageList draw_front(Request const& request, Size size, Diagnostics& diagnostics) {
    Canvas canvas(request, size, {}, diagnostics);
    canvas.begin_page();
    draw_front_panel(canvas, {{}, size}, {});
    return canvas.take();
}

} // namespace quoin::cover
