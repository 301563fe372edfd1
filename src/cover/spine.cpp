#include "cover/panels.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quoin::cover {

namespace {

constexpr Length largest_type = Length::points(26);

// Spines of the Romance and Slavic book trades read upwards; those of the English, Dutch and Nordic ones, and by now of most
// German ones, downwards.
bool reads_upwards(Request const& request) {
    static std::set<std::string> const upwards{"fr", "es", "it", "pt", "ca", "gl", "eu", "ro", "ru", "uk", "be",
                                               "bg", "sr", "mk", "pl", "cs", "sk", "hr", "sl", "el", "hu"};
    std::string const& stated = request.layout.cover.spine_direction;
    if (!stated.empty()) return stated == "up";
    std::string const& language = request.document.metadata.language;
    return upwards.count(language.substr(0, language.find('-'))) != 0;
}

std::string spine_text(model::Metadata const& metadata) {
    if (!metadata.cover.spine.empty()) return metadata.cover.spine;
    std::string text;
    if (!metadata.book.authors.empty()) text = metadata.book.authors.front() + "   ";
    text += metadata.title;
    if (!metadata.issue.number.empty()) text += "   " + metadata.issue.number;
    return text;
}

/// False when the shop or the layout wants no text on a spine so thin; a text of the author's own is then told.
bool may_have_text(Canvas& canvas, Length width) {
    Request const& request = canvas.request();
    model::Metadata const& metadata = request.document.metadata;
    auto const least_pages = static_cast<std::size_t>(std::max(0, request.printer.spine.text_from_pages));
    Length const least_width = request.layout.cover.spine_text_from;
    bool const pages_enough = request.interior_pages >= least_pages, wide_enough = width >= least_width;
    if (pages_enough && wide_enough) return true;
    if (metadata.cover.spine.empty()) return false;
    std::string const hint =
        wide_enough
            ? fmt::format("the printer ({}) sets text from {} pages on", request.printer.title, least_pages)
            : fmt::format("text is set from {:.1f} mm on (cover.spine-text-from)", least_width.in_millimetres());
    canvas.diagnostics().warning(
        Code::spine_text_narrow, metadata.cover.span,
        fmt::format("the spine is {:.1f} mm wide, too narrow for its text", width.in_millimetres()), {hint});
    return false;
}

} // namespace

void draw_spine(Canvas& canvas, Panel const& panel, Edges const& edges) {
    Request const& request = canvas.request();
    style::CoverStyle const& style = request.layout.cover;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    if (!may_have_text(canvas, panel.size.width)) return;
    Canvas::Words words{spine_text(request.document.metadata), style.spine, style.text_ink, 1};
    Length const end = std::max(style.safety, request.printer.cover.safety);
    Length const room = panel.size.height - end * 2;
    // Two thirds of the spine's width leave the folds room to be a millimetre off; the shop may want more.
    Length const clear = panel.size.width - request.printer.spine.text_clearance * 2;
    Length const most = std::min({panel.size.width.scaled(62, 100), clear, largest_type});
    // A thick book is read from further away.
    Length const wished = std::max(words.style.size.scaled(16, 10), panel.size.width.scaled(22, 100));
    words = canvas.fitted(words, room, std::min(most, wished));
    Length const cap_height = words.style.size.scaled(70, 100);
    bool const upwards = reads_upwards(request);
    Length const middle = panel.origin.x + panel.size.width / 2;
    Point const at{upwards ? middle + cap_height / 2 : middle - cap_height / 2,
                   upwards ? panel.origin.y + panel.size.height - end : panel.origin.y + end};
    canvas.set_turned(words, at, upwards);
}

} // namespace quoin::cover
