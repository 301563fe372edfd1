#pragma once
// A finished design: what one file of layouts/ says, with everything it inherits, as plain structs.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "style/print_style.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quoin::style {

/// [palette] accent = { cmyk = [0, 88, 72, 8], rgb = "#c8352d", spot = "PANTONE 186 C" }
struct PaletteInk {
    std::string name;
    std::array<int, 4> cmyk{0, 0, 0, 1000}; // per mille
    std::array<std::uint8_t, 3> rgb{};      // stated, or computed from cmyk
    std::array<std::uint8_t, 3> rgb_dark{}; // for dark grounds (EPUB); stated, or computed
    std::string spot;
    bool overprints = false;
};

struct Paper {
    std::string name;
    Length caliper; // thickness of one leaf
};

/// [cover]
struct CoverStyle {
    std::string template_name = "masthead"; // masthead (journal) | typographic (pamphlet, leaflet) | classic (book)
    std::string ground_ink = "accent";
    int ground_tint = 1000;
    std::string title_ink = "paper";
    std::string text_ink = "paper";
    bool artwork = true; // a drawn vector ground when there is no picture
    TypeStyle title, subtitle, issue_line, teaser_first, teaser, author, spine, back_text;
    Length spine_text_from = Length::from_millimetres(4); // least spine width for text
    Length safety = Length::from_millimetres(8);          // the design keeps its texts so far from trim and folds
    Length hinge = Length::from_millimetres(6);           // beside the spine, where a perfect-bound cover is scored
    Length flap_width = Length::from_millimetres(90);     // of a cover whose manifest has texts for flaps
    std::string spine_direction = "";                     // "" = by the language's custom; down (top to bottom) | up
    int barcode_size = 0;                                 // per cent of the nominal size; 0 = the printer's
    std::string form = ""; // "" = by kind: journal, book separate; pamphlet self; leaflet none
    int picture_width = 1600, picture_height = 2560; // -cover.jpg
};

/// [epub]
struct EpubStyle {
    std::string notes = "article"; // article (pop-ups, end of file) | book (end section)
    bool embed_fonts = true;
    std::string paragraph = "indent";   // indent | space
    std::string text_align = "justify"; // justify | left
    bool drop_initial = false;
    std::string stylesheet = ""; // a file beside the layout, appended
    std::string css_extra;       // its content, read by load_layout
    // from the layout's type choices, filled by load_layout:
    std::string text_family, heading_family; // family roles as in [print.type.body] and [print.type.title]
    std::string accent_ink = "accent";
};

struct Layout {
    std::string name;
    Print print;
    EpubStyle epub;
    CoverStyle cover;
    std::vector<PaletteInk> palette; // "text" and "paper" are always there, "text" first
    std::vector<Paper> papers;
    std::map<std::string, std::string> fonts; // role → family, over fonts.toml: [fonts] text = "Vollkorn"
    struct Origin {
        std::string value;
        Span span;
    };
    std::map<std::string, Origin> origins; // dotted key → its value as text and where it came from
};

struct Override {
    std::string key, toml;
    Span span;
};

/// Reads `name` (a file stem in `folder`, or a path ending in .toml relative to `publication_folder`), what it extends, and the
/// publication's own [style] keys. Unknown keys and wrong values are diagnostics; a layout that is not there is a failure.
struct LayoutRequest {
    std::string name;
    std::string folder; // the installed layouts/
    std::string publication_folder;
    std::vector<Override> overrides;
    Span name_span; // where the publication names it
};
Result<Layout> load_layout(LayoutRequest const&, FileSystem const&, SourceMap&, Diagnostics&);

/// Names of the layouts in a folder, sorted, `base` left out.
std::vector<std::string> list_layouts(std::string const& folder, FileSystem const&);

/// Every key that a layout may give, sorted; those below [palette] but "text" and "paper", [papers], [fonts],
/// [print.lines.hyphen-minima] and [print.lines.languages] are named by the layout itself and left out. The manual is compared with them.
std::vector<std::string> known_keys();

/// "page.width = 129mm  layouts/trade.toml:4:9", one key a line, sorted.
std::string explain(Layout const&, SourceMap const&);

} // namespace quoin::style
