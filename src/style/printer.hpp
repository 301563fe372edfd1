#pragma once
// What one print shop asks for, as a file of layouts/printers/ says it. Their rules contradict each other, so none is built in:
// every figure that a stage needs of a printer stands here, and a publication's [printer] table may replace any of them.
//
// A field's comment is the documentation of its key; keys are the field names with '-' for '_'. Zero means "the shop asks for
// nothing" wherever no other meaning is given.

#include "base/bytes.hpp"
#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source_map.hpp"
#include "style/layout.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quoin::style {

enum class PrintStandard { x4, x1a, pdf }; // PDF/X-4 | PDF/X-1a:2003 | a plain PDF that claims nothing
enum class PressColour { cmyk, gray, srgb };

/// [condition]: the press that colours are made for. PDF/X embeds it as the output intent; a plain PDF in CMYK only
/// converts by it; an sRGB one has none.
struct OutputCondition {
    std::string icc;        // a file of printers/icc, or a path ending in .icc or .icm in the publication's folder
    std::string identifier; // "FOGRA39": the name in the registry
    std::string info;       // "Coated FOGRA39 (ISO 12647-2:2004)"
    std::string registry;   // "http://www.color.org"
    std::shared_ptr<Bytes const> profile; // what `icc` holds, read by load_printer; null when it names nothing
};

/// [marks]: what stands around the page, always outside of the bleed. With none of them the slug is nothing.
struct PrinterMarks {
    bool crop = false, registration = false, bars = false, slug_line = false;
    bool fold = false; // at the spine of a cover
    Length offset =
        Length::from_millimetres(3); // from the trim to the nearest end of a mark; the bleed when that is more
    Length length = Length::from_millimetres(5); // of a crop or fold mark
    Length weight = Length::from_points(0.25);   // of its line
    Length slug = Length::from_millimetres(10);  // beyond the bleed on each side, for all of them

    [[nodiscard]] bool any() const { return crop || registration || bars || slug_line || fold; }
};

/// [ink]
struct InkRules {
    bool spots = true;       // a spot ink of the palette has a plate of its own; otherwise its CMYK is printed
    int total = 300;         // C+M+Y+K anywhere, per cent
    bool rich_black = false; // whether black areas get colour below
    std::array<int, 4> rich_black_inks{600, 400, 400, 1000}; // per mille
    Length rich_black_from = Length::from_millimetres(10);   // least side of an area that gets it
    Length rich_black_text_from = Length::points(24);        // smaller text in more than K is a finding
};

/// [lines]: thinner ones are findings.
struct LineRules {
    Length least = Length::from_points(0.25);
    Length least_reversed = Length::from_points(0.5); // white, or of a tint, on a printed ground
};

/// [text]
struct TextRules {
    Length least_size; // smaller type is a finding
};

/// [pictures], in pixels an inch at the size used
struct PictureRules {
    int ppi = 300;           // asked for: less is a warning
    int least_ppi = 200;     // less is an error
    int line_art_ppi = 1200; // the same of pictures of one bit
    int least_line_art_ppi = 600;
    int most_ppi = 0;              // the shop refuses more; 0: no limit
    double downsample_above = 1.5; // times `ppi` (or `line_art_ppi`): finer pictures are made smaller, to `ppi`
    int jpeg_quality = 90;         // of pictures that are encoded anew
};

/// [pages]
struct PageRules {
    bool bleed_at_spine = true; // false: single pages end at the fold
    int multiple = 1;           // of bound publications; a loose sheet has two pages everywhere
    bool last_blank = false;    // the shop prints its own bar code there
    int least = 0, most = 0;
    Length margin; // least distance of text from the trim
    struct Gutter {
        int pages = 0; // from so many pages on
        Length margin; // least inner margin
    };
    std::vector<Gutter> gutter; // by pages, rising: [pages.gutter] 24 = "0.375in"
};

/// [spine]
struct SpineFormula {
    enum class Rule { caliper, per_page };
    Rule rule = Rule::caliper; // caliper: leaves × the caliper of the layout's paper; per-page: pages × papers[paper]
    std::string paper;         // per-page: the usual one of `papers`; the publication's `paper` may name another
    std::map<std::string, Length> papers; // per-page: thickness for each page, by the shop's name: [spine.papers]
    Length extra;                         // added once: cover stock, glue
    Length board;                         // hard cover: thickness of one board, added twice
    Length joint;                         // hard cover: groove between spine and board, on each side
    Length turn_in;                       // hard cover: what is folded over the boards, in place of the bleed
    int text_from_pages = 0;              // thinner publications have no text on the spine
    Length text_clearance = Length::from_millimetres(1.5); // between spine text and the folds
    Length tolerance = Length::from_millimetres(1.5);      // how far the shop's folding may be off
};

/// [cover]
struct CoverRules {
    std::string form = "";                       // "" = as the publication says | separate (one sheet) | self | none
    Length bleed;                                // of the cover sheet; 0 = the profile's bleed
    Length safety = Length::from_millimetres(5); // least distance of text from trim and folds
    Length flap;                                 // usual width of a flap
};

/// [barcode]: ISBN and ISSN on the back cover. Sizes are per cent of the nominal one (X = 0.33 mm), GS1 allows 80 to 200.
struct BarcodeRules {
    int magnification = 100;
    int least_magnification = 80, most_magnification = 200;
    Length from_trim = Length::from_millimetres(8); // of its white panel from the lower and outer edge
    Size reserved;           // least white panel: where the shop prints its own when there is none
    bool by_printer = false; // the shop adds one in the reserved place, so that none is needed
};

/// [imposition]: how `quoin impose` begins; its options win.
struct ImpositionRules {
    double creep = 1.0; // times caliper × sheet: how much inner sheets of a saddle stitch move
    int signature = 16; // pages of one folded sheet of a perfect binding
};

struct PrinterProfile {
    std::string name;  // "offset-x4"
    std::string title; // "Sheet-fed offset, PDF/X-4": how findings name the printer
    PrintStandard standard = PrintStandard::x4;
    PressColour colour = PressColour::cmyk;
    bool transparency = true; // false: everything is composed beforehand. PDF/X-1a never has any
    Length bleed = Length::from_millimetres(3);
    OutputCondition condition;
    PrinterMarks marks;
    InkRules ink;
    LineRules lines;
    TextRules text;
    PictureRules pictures;
    PageRules pages;
    SpineFormula spine;
    CoverRules cover;
    BarcodeRules barcode;
    ImpositionRules imposition;
    std::map<std::string, Layout::Origin> origins; // dotted key → its value as text and where it came from

    /// Beyond the bleed, on each side; nothing without marks.
    [[nodiscard]] Length slug() const { return marks.any() ? marks.slug : Length::zero(); }
    /// Transparency may be written, and no SMask has to be composed away.
    [[nodiscard]] bool allows_transparency() const { return transparency && standard != PrintStandard::x1a; }
};

/// The profile that is used where none is named.
inline constexpr char const* default_printer = "offset-x4";

struct PrinterRequest {
    std::string
        name; // a file stem in `folder`, or a path ending in .toml in the publication's folder; "" = the default
    std::string folder;              // the installed layouts/printers
    std::string publication_folder;  // for a profile, and an ICC file, of the publication's own
    std::vector<Override> overrides; // the publication's [printer]
    Span name_span;                  // where the publication names it
};

/// Reads a profile and those that it extends. Unknown keys and wrong values are diagnostics; a profile that is not there
/// (printer-unknown) and an ICC file that is none for a press (condition-invalid) are failures.
Result<PrinterProfile> load_printer(PrinterRequest const&, FileSystem const&, SourceMap&, Diagnostics&);

/// What the printer decides about pages: the bleed, and a number of pages that its multiple divides too. A loose sheet
/// has two pages whatever is asked of bound publications.
void apply_printer(PrinterProfile const&, Print&);

/// Names of the profiles in a folder, sorted.
std::vector<std::string> list_printers(std::string const& folder, FileSystem const&);

/// Every key that a profile may give, sorted, without those below [spine.papers] and [pages.gutter], which are named by the
/// profile itself. The manual is compared with them.
std::vector<std::string> known_printer_keys();

} // namespace quoin::style
