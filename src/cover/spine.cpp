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

/// What stands on a spine from its beginning to its end: the author of a book or nothing, the title, and at the end a
/// periodical's number and date or a book's publisher.
struct SpineTexts {
    std::string first, title, last;
};

SpineTexts spine_texts(model::Metadata const& metadata) {
    if (!metadata.cover.spine.empty()) return {"", metadata.cover.spine, ""};
    SpineTexts texts{"", metadata.title, ""};
    for (std::string const& author : metadata.book.authors) texts.first += (texts.first.empty() ? "" : ", ") + author;
    bool const periodical = metadata.kind == model::PublicationKind::journal || !metadata.issue.number.empty();
    texts.last = periodical ? issue_line(metadata) : metadata.publisher;
    return texts;
}

/// The texts of one line along the spine. They share a baseline; those at the ends are smaller and lighter than the title.
class SpineLine {
  public:
    SpineLine(Canvas& canvas, SpineTexts const& texts, Length size, Length room) : canvas_(canvas), room_(room) {
        style::CoverStyle const& style = canvas.request().layout.cover;
        title_ = part(texts.title, size, style.spine.weight);
        first_ = part(texts.first, size.scaled(80, 100), 400);
        last_ = part(texts.last, size.scaled(80, 100), 400);
        gap_ = size.scaled(18, 10);
    }

    /// A publisher or a date that has no room stays away; then all becomes smaller.
    void fit() {
        if (needed() > room_) last_.words.text.clear();
        Length const all = needed();
        if (all <= room_) return;
        for (Part* each : {&first_, &title_, &last_}) {
            each->words.style.size = each->words.style.size.scaled(room_.units, all.units);
            each->width = each->words.text.empty() ? Length{} : canvas_.width(each->words);
        }
        gap_ = gap_.scaled(room_.units, all.units);
    }

    [[nodiscard]] Length size() const { return title_.words.style.size; }

    /// `begin` is the line's beginning on its baseline.
    void draw(Point begin, bool upwards) {
        Length const before = first_.words.text.empty() ? Length{} : first_.width + gap_;
        Length const behind = last_.words.text.empty() ? Length{} : last_.width + gap_;
        // In the middle of the spine when there is a text at its beginning; else it begins the line.
        Length const middle = first_.words.text.empty() ? Length{} : (room_ - title_.width) / 2;
        Length const title_at = std::clamp(middle, before, std::max(before, room_ - behind - title_.width));
        set(first_, begin, {}, upwards);
        set(title_, begin, title_at, upwards);
        set(last_, begin, room_ - last_.width, upwards);
    }

  private:
    struct Part {
        Canvas::Words words;
        Length width;
    };

    Part part(std::string const& text, Length size, int weight) {
        style::CoverStyle const& style = canvas_.request().layout.cover;
        Part made{{text, style.spine, style.text_ink, 1}, {}};
        made.words.style.size = size;
        made.words.style.weight = weight;
        if (!text.empty()) made.width = canvas_.width(made.words);
        return made;
    }

    [[nodiscard]] Length needed() const {
        Length all = title_.width;
        for (Part const* each : {&first_, &last_})
            if (!each->words.text.empty()) all += each->width + gap_;
        return all;
    }

    void set(Part const& part, Point begin, Length along, bool upwards) {
        if (part.words.text.empty()) return;
        canvas_.set_turned(part.words, {begin.x, upwards ? begin.y - along : begin.y + along}, upwards);
    }

    Canvas& canvas_;
    Length room_, gap_;
    Part title_, first_, last_;
};

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
    Length const end = std::max(style.safety, request.printer.cover.safety);
    Length const room = panel.size.height - end * 2;
    // Two thirds of the spine's width leave the folds room to be a millimetre off; the shop may want more.
    Length const clear = panel.size.width - request.printer.spine.text_clearance * 2;
    Length const most = std::min({panel.size.width.scaled(62, 100), clear, largest_type});
    // A thick book is read from further away.
    Length const wished = std::max(style.spine.size.scaled(16, 10), panel.size.width.scaled(22, 100));
    SpineLine line(canvas, spine_texts(request.document.metadata), std::min(most, wished), room);
    line.fit();
    Length const cap_height = line.size().scaled(70, 100);
    bool const upwards = reads_upwards(request);
    Length const middle = panel.origin.x + panel.size.width / 2;
    Point const at{upwards ? middle + cap_height / 2 : middle - cap_height / 2,
                   upwards ? panel.origin.y + panel.size.height - end : panel.origin.y + end};
    line.draw(at, upwards);
}

} // namespace quoin::cover
