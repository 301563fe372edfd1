#include "cover/panels.hpp"

#include <fmt/format.h>
#include <set>

namespace quoin::cover {

namespace {

constexpr Length largest_type = Length::points(26);

// Spines of the Romance and Slavic book trades read upwards, those of the English, Dutch and Nordic ones downwards.
bool reads_upwards(std::string const& language) {
    static std::set<std::string> const upwards{"fr", "es", "it", "pt", "ca", "ro", "ru", "uk",
                                               "be", "bg", "pl", "cs", "sk", "el", "hu"};
    return upwards.count(language.substr(0, 2)) != 0;
}

std::string spine_text(model::Metadata const& metadata) {
    if (!metadata.cover.spine.empty()) return metadata.cover.spine;
    std::string text;
    if (!metadata.book.authors.empty()) text = metadata.book.authors.front() + "   ";
    text += metadata.title;
    if (!metadata.issue.number.empty()) text += "   " + metadata.issue.number;
    return text;
}

} // namespace

void draw_spine(Canvas& canvas, Panel const& panel, Edges const& edges) {
    style::CoverStyle const& style = canvas.request().layout.cover;
    model::Metadata const& metadata = canvas.request().document.metadata;
    fill_panel(canvas, panel, edges, canvas.ink(style.ground_ink, style.ground_tint));
    if (panel.size.width < style.spine_text_from) {
        if (!metadata.cover.spine.empty())
            canvas.diagnostics().warning(
                Code::spine_text_narrow, metadata.cover.span,
                fmt::format("the spine is {:.1f} mm wide, too narrow for its text", panel.size.width.in_millimetres()),
                {fmt::format("text is set from {:.1f} mm on (cover.spine-text-from)",
                             style.spine_text_from.in_millimetres())});
        return;
    }
    Canvas::Words words{spine_text(metadata), style.spine, style.text_ink, 1};
    Length const room = panel.size.height - style.safety * 2;
    // Two thirds of the spine's width leave the folds room to be a millimetre off.
    Length const most = std::min(panel.size.width.scaled(62, 100), largest_type);
    // A thick book is read from further away.
    Length const wished = std::max(words.style.size.scaled(16, 10), panel.size.width.scaled(22, 100));
    words = canvas.fitted(words, room, std::min(most, wished));
    auto const cap_height = words.style.size.scaled(70, 100);
    bool const upwards = reads_upwards(metadata.language);
    Length const middle = panel.origin.x + panel.size.width / 2;
    Point const at{upwards ? middle + cap_height / 2 : middle - cap_height / 2,
                   upwards ? panel.origin.y + panel.size.height - style.safety : panel.origin.y + style.safety};
    canvas.set_turned(words, at, upwards);
}

} // namespace quoin::cover
