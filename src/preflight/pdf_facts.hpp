#pragma once
// What a finished PDF file says of itself, as plain data: read from its bytes, never from what the writer remembers.
// Lengths are points of the PDF's own space, y up.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quoin::preflight {

struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return top - bottom; }
};

/// The first and worst place of one kind of thing on a page.
struct Spot {
    double value = 0;
    double x = 0, y = 0;
    std::string what; // the colour, font or operator, as a reader of the finding would name it
};
using Sighting = std::optional<Spot>;

struct FontFact {
    std::string name; // without the subset's tag
    bool embedded = false, subset = false, has_unicode = false;
    bool type3 = false;
};

struct ImageFact {
    std::uint32_t width = 0, height = 0;
    int bits = 8;
    std::string space; // "/DeviceCMYK"; of arrays the first name
    std::vector<std::string> filters;
    bool mask = false, soft_mask = false, interpolated = false;
    bool inverted_by_decode = false, inverted_by_marker = false; // CMYK JPEG: /Decode, and Adobe's APP14
};

struct PlacedPicture {
    std::size_t image = 0; // index into PdfFacts::images
    Box extent;
    double ppi = 0; // the smaller of both directions
};

/// What the operators of a page paint, forms included.
struct PaintFacts {
    bool any = false;
    Sighting rgb;           // DeviceRGB, CalRGB or an ICC profile with three channels
    Sighting foreign_space; // Lab, ICCBased, CalGray: spaces that PDF/X-1a refuses
    Sighting chroma;        // something that is neither K nor grey
    Sighting thin_line;     // value: its width in points; the thinnest
    Sighting ink_sum;       // value: C+M+Y+K in per cent; the largest
    Sighting rich_text;     // value: size of the type; black text in more than one ink, the smallest
    Sighting small_text;    // value: size of the smallest type
    Sighting knocked_out;   // black text that does not overprint
    Sighting white_overprint;
    Sighting alpha;    // ca or CA below 1, a soft mask, a blend mode
    Sighting untagged; // outside every tag and artifact
    Sighting no_glyph; // glyph 0, the box of a missing character
    std::set<std::string> spots;
};

struct PageFacts {
    std::optional<Box> media, crop, bleed, trim, art;
    double rotation = 0, user_unit = 1;
    std::string label;
    bool group = false, group_rgb = false; // a transparency group
    std::string text;                      // what its own operators show, in their order, ActualText taken
    std::vector<std::string> marked_text;  // by MCID
    std::optional<Box> text_extent;        // of baselines and advances
    std::vector<PlacedPicture> pictures;
    PaintFacts paint;
    std::size_t links = 0, link_without_contents = 0, link_without_parent = 0, other_annotations = 0;
    bool tab_order = false; // /Tabs /S
};

struct ElementFact {
    std::string type; // "P"
    std::string id;
    std::size_t page = 0; // of its first content
    bool has_alternative = false, has_box = false, has_scope = false, has_link_object = false;
};

struct StructureFacts {
    bool tree = false, marked = false;
    std::vector<ElementFact> elements; // in the order of the tree
    std::string text;                  // of all marked content in that order
};

struct IntentFact {
    std::string kind, identifier; // "/GTS_PDFX", "FOGRA39"
    bool profile = false;
    std::string profile_class, profile_space; // "prtr", "CMYK" of the ICC header
};

struct PdfFacts {
    std::string version; // "1.6"
    bool encrypted = false, has_id = false, object_streams = false;
    bool active_content = false;             // scripts, forms, embedded files, an action at opening
    std::map<std::string, std::string> info; // "/Title" → UTF-8, names without change
    std::string metadata;                    // the XMP packet
    std::vector<IntentFact> intents;
    std::string language;
    bool shows_title = false, outline = false;
    std::vector<FontFact> fonts;
    std::vector<ImageFact> images;
    std::vector<PageFacts> pages;
    StructureFacts structure;
    std::vector<std::string> warnings; // of the reader, about damaged syntax
};

} // namespace quoin::preflight
