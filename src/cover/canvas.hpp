#pragma once
// Setting words and shapes on one page of fixed size: what covers need of typesetting, without flow.

#include "base/diagnostic.hpp"
#include "cover/draw_cover.hpp"
#include "page/page_list.hpp"
#include "style/layout.hpp"
#include "text/paragraph.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quoin::cover {

/// Inks that no palette changes.
enum class PlainInk { black, white };

/// Bytes of a text in italics, or bold.
struct Stretch {
    enum class Kind { emphasis, strong } kind = Kind::emphasis;
    std::size_t begin = 0, end = 0;
};

/// The words of one block and the rectangle around their letters.
struct SetText {
    Point corner;
    Size size;
    std::string words;
};

/// A page that is being drawn, with the tables its items point into.
class Canvas {
  public:
    Canvas(Request const&, Size trim, Length bleed, Diagnostics&);

    [[nodiscard]] Request const& request() const { return request_; }
    [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
    [[nodiscard]] Length bleed() const { return list_.bleed; }
    [[nodiscard]] page::InkUse ink(std::string const& name, int tint = 1000) const;
    page::InkUse ink(PlainInk);
    /// Starts a page; everything drawn afterwards stands on it.
    void begin_page();

    void rectangle(Point at, Size, page::InkUse);
    void polygon(std::vector<Point> const& corners, page::InkUse);
    void path(page::Path, page::InkUse);
    /// The picture fills the rectangle; what hangs over is cut. False when it cannot be read (a diagnostic says so).
    bool fill_with_picture(std::string const& path, Point at, Size);
    /// The whole picture at this width; its height, or nothing when it cannot be read.
    struct PlacedFile {
        std::string path, alternative;
        Span span;
    };
    Length place_picture(PlacedFile const&, Point at, Length width);
    [[nodiscard]] Length picture_height(PlacedFile const&, Length width);

    /// The words of the last page, in the order in which they were set.
    [[nodiscard]] std::vector<SetText> const& set_texts() const { return set_texts_; }

    /// Sets text below `at` (its top left corner) and returns the height used. `turns`: see page::GlyphRun.
    struct Words {
        std::string text;
        style::TypeStyle style;
        std::string ink;                     // empty = the style's
        int most_lines = 0;                  // 0 = any number
        std::vector<Stretch> stretches = {}; // in order, apart from each other
        bool running = false;                // text to be read: its lines are filled, those of titles are evened out
    };
    Length set(Words const&, Point at, Length measure, page::TagRole role = page::TagRole::Paragraph);
    /// One line at its natural width in plain black, for the figures of a bar code.
    void set_plain(Words, Point at);
    /// Height without drawing.
    [[nodiscard]] Length height(Words const&, Length measure);
    /// One line that reads downwards (or upwards) from `at`, its baseline's beginning.
    void set_turned(Words const&, Point at, bool upwards);
    [[nodiscard]] Length width(Words const&);
    /// The words at the size at which their one line is as wide as `measure`, `most` at the largest.
    [[nodiscard]] Words fitted(Words, Length measure, Length most);

    /// The finished pages, with the fonts that they turned out to need.
    [[nodiscard]] page::PageList take();

  private:
    struct OpenPicture {
        page::ImageId image{};
        std::uint32_t width = 0, height = 0; // pixels
    };
    std::optional<OpenPicture> open_picture(std::string const& path, Span);
    [[nodiscard]] text::ParagraphText paragraph_text(Words const&) const;
    text::Paragraph broken(Words const&, Length measure);
    page::Page& page() { return list_.pages.back(); }

    Request const& request_;
    Diagnostics& diagnostics_;
    page::PageList list_;
    std::vector<SetText> set_texts_;
};

} // namespace quoin::cover
