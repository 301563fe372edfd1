#pragma once
// Finished pages as plain data: what `layout` and `cover` make and `pdf` and `paint` draw. Nothing here decides anything.
// Coordinates: the origin is the top left corner of the trimmed page, x to the right, y DOWN, in Length. Glyph runs stand on
// their baseline. Items are drawn in order.

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "base/length.hpp"
#include "base/span.hpp"
#include "page/ink.hpp"
#include "page/tag.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace quoin::page {

enum class FontId : std::uint32_t {};  // index into PageList::fonts
enum class ImageId : std::uint32_t {}; // index into PageList::images

/// One glyph of a run. x and y are its origin relative to the run's, in 1/65536 pt, final: tracking, word spaces, kerning
/// and the line's glyph scale are in them already (y up: positive raises the glyph).
struct Glyph {
    std::uint32_t id = 0;      // glyph index in the font file
    std::uint32_t cluster = 0; // byte offset into GlyphRun::text of the text this glyph begins
    std::int32_t x = 0;
    std::int32_t y = 0;
    bool operator==(Glyph const&) const = default;
};

/// Glyphs of one font on one line. `scale` stretches glyph shapes horizontally (already counted in the glyphs' x).
/// Spaces are glyphs. A hyphen set by the line breaker stands in `text` as U+00AD.
struct GlyphRun {
    FontId font{};
    InkUse ink;
    Length size;
    std::int32_t scale = 1'000'000; // parts per million: 1'010'000 = 1 % wider
    Length tracking;                // added after every glyph, before scaling; told so that the writer can use Tc
    Length width;                   // from the run's origin to the end of its last glyph's advance
    std::vector<Glyph> glyphs;      // in visual order
    std::string text;               // logical order; the run's characters and no others
    std::string language;
    bool right_to_left = false;
    std::uint8_t quarter_turns = 0; // clockwise, around the run's origin: 1 = reads downwards (spines)
};

/// A filled rectangle: rules, grounds, bars. The item's point is its top left corner.
struct Rule {
    Length width, height;
    InkUse ink;
};

/// A general shape in the item's own coordinates (y down). Fill and stroke are optional.
struct PathStep {
    enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
    Point a, b, c; // move, line: a. curve: control points a and b, end c
};
struct Path {
    std::vector<PathStep> steps;
    std::vector<InkUse> fill;   // none or one
    std::vector<InkUse> stroke; // none or one
    Length line_width;
};

/// A picture scaled to this size; its top left corner is the item's point. `clip` cuts to a rectangle in page coordinates
/// when its width is not zero (covers: fill the bleed and cut what hangs over).
struct Picture {
    ImageId image{};
    Length width, height;
    Point clip_origin;
    Size clip;
};

/// A place to click on (screen edition only). Exactly one of `destination` and `address` is set.
struct LinkArea {
    Length width, height;    // the item's point is the top left corner
    std::string destination; // name of an Anchor
    std::string address;     // "https://…"
    std::string contents;    // what it leads to, for screen readers
    std::uint32_t link = 0;  // areas of one link over several lines share this number (tag: the Link element)
};

/// A named destination at the item's point.
struct Anchor {
    std::string name;
};

struct Item {
    Point at;
    std::variant<GlyphRun, Rule, Path, Picture, LinkArea, Anchor> kind;
    TagId tag = TagId::artifact;
};

struct Page {
    std::string label; // printed folio, also of pages that do not print it; "" = none
    bool recto = true;
    bool blank = false; // nothing on it on purpose
    std::vector<Item> items;
    std::vector<std::string> notices; // cost terms in words ("one line short: the heading needs two lines below it")
};

struct FontFile {
    std::string name;                   // PostScript name
    std::string family;                 // for reports
    std::shared_ptr<Bytes const> bytes; // the whole file, immutable
    std::uint32_t face_index = 0;       // in a collection
    std::int32_t units_per_em = 1000;
    std::vector<std::pair<std::string, double>> variations; // axis positions of a variable font; empty = static
};

enum class ImageKind { raster, artwork }; // artwork: SVG, drawn as vectors

struct Image {
    std::string path;                   // as in the source, for messages
    std::shared_ptr<Bytes const> bytes; // the file
    ImageKind kind = ImageKind::raster;
    std::uint32_t width = 0, height = 0; // pixels, or SVG user units
    Span span;                           // where the source uses it
};

struct OutlineEntry {
    int depth = 0;
    std::string title;
    std::string destination; // name of an Anchor
};

struct Info {
    std::string title, author, subject, keywords, language, identifier, publisher, rights;
    Date date;           // of creation and modification: from the publication or SOURCE_DATE_EPOCH
    long long epoch = 0; // the same in seconds
};

struct PageList {
    Info info;
    Size trim;    // all pages have one size
    Length bleed; // around the trim on every side; 0 for the screen edition
    std::vector<FontFile> fonts;
    std::vector<Image> images;
    std::vector<Ink> inks;
    TagTree tags;
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline;
};

/// The pages as text, one item a line, points with three decimals, for `quoin dump pages` and the goldens:
///     page 3 "1" recto
///     line 45.000 131.250 "he swore it…" font=… size=… ink=… tag=…
std::string dump(PageList const&);

} // namespace quoin::page
