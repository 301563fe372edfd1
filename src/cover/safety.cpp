#include "cover/safety.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::cover {

namespace {

SafeZone zone(Panel const& panel, std::string name, Length all) { return {std::move(name), panel, all, all, all, all}; }

/// Beside the spine a glued cover is scored, and does not lie flat.
Length hinge_of(Request const& request) {
    bool const glued = request.layout.print.page.binding == "perfect";
    Length const safety = request.printer.cover.safety;
    return glued ? std::max(safety, request.layout.cover.hinge) : safety;
}

/// How much of its distance a text lacks; not above zero when it has enough.
Length lack(SetText const& text, SafeZone const& zone) {
    Length const left = text.corner.x - zone.panel.origin.x;
    Length const right = zone.panel.origin.x + zone.panel.size.width - text.corner.x - text.size.width;
    Length const top = text.corner.y - zone.panel.origin.y;
    Length const bottom = zone.panel.origin.y + zone.panel.size.height - text.corner.y - text.size.height;
    return std::max({zone.left - left, zone.right - right, zone.top - top, zone.bottom - bottom});
}

/// The panel in which a text begins.
SafeZone const* zone_around(SetText const& text, std::vector<SafeZone> const& zones) {
    Length const middle = text.corner.x + std::min(text.size.width, Length::points(4)) / 2;
    auto const found = std::find_if(zones.begin(), zones.end(), [&](SafeZone const& each) {
        return middle >= each.panel.origin.x && middle < each.panel.origin.x + each.panel.size.width;
    });
    return found == zones.end() ? nullptr : &*found;
}

std::string shortened(std::string const& words) {
    constexpr std::size_t longest = 40;
    if (words.size() <= longest) return words;
    std::size_t const cut = words.rfind(' ', longest);
    return words.substr(0, cut == std::string::npos ? words.find(' ') : cut) + " …";
}

} // namespace

Length safe_distance(Request const& request) { return std::max(request.printer.cover.safety, hinge_of(request)); }

SafeZone zone_of_front(Request const& request, Sheet const& sheet) {
    SafeZone made = zone(sheet.front, "front", request.printer.cover.safety);
    made.left = hinge_of(request);
    return made;
}

SafeZone zone_of_back(Request const& request, Sheet const& sheet) {
    SafeZone made = zone(sheet.back, "back", request.printer.cover.safety);
    made.right = hinge_of(request);
    return made;
}

SafeZone zone_of_spine(Request const& request, Sheet const& sheet) {
    SafeZone made = zone(sheet.spine, "spine", request.printer.cover.safety);
    made.left = made.right = request.printer.spine.text_clearance;
    return made;
}

SafeZone zone_of_panel(Request const& request, Panel const& panel, std::string name) {
    return zone(panel, std::move(name), request.printer.cover.safety);
}

void check_safety(Canvas& canvas, std::vector<SafeZone> const& zones) {
    // Letters that hang into the margin for the eye's sake do so by less.
    Length const tolerance = Length::from_millimetres(0.3);
    for (SetText const& text : canvas.set_texts()) {
        SafeZone const* const around = zone_around(text, zones);
        if (around == nullptr) continue;
        Length const missing = lack(text, *around);
        if (missing <= tolerance) continue;
        canvas.diagnostics().warning(
            Code::cover_safety, canvas.request().document.metadata.cover.span,
            fmt::format("\"{}\" on the {} stands {:.1f} mm too near to trim or fold", shortened(text.words),
                        around->name, missing.in_millimetres()),
            {fmt::format(
                "the printer ({}) wants {:.1f} mm; make the text shorter, or its type smaller in [cover.type]",
                canvas.request().printer.title,
                (around->name == "spine" ? around->left : canvas.request().printer.cover.safety).in_millimetres())});
    }
}

} // namespace quoin::cover
