#include "style/bind.hpp"

namespace quoin::style {

void bind_cover(SettingReader& in, CoverStyle& cover) {
    in.read_name("cover.template", cover.template_name, {"masthead", "typographic", "classic"});
    in.read("cover.ground-ink", cover.ground_ink);
    in.read("cover.ground-tint", cover.ground_tint, 0, 1000);
    in.read("cover.title-ink", cover.title_ink);
    in.read("cover.text-ink", cover.text_ink);
    in.read("cover.artwork", cover.artwork);
    bind_type(in, "cover.type.title", cover.title);
    bind_type(in, "cover.type.subtitle", cover.subtitle);
    bind_type(in, "cover.type.issue-line", cover.issue_line);
    bind_type(in, "cover.type.teaser-first", cover.teaser_first);
    bind_type(in, "cover.type.teaser", cover.teaser);
    bind_type(in, "cover.type.author", cover.author);
    bind_type(in, "cover.type.spine", cover.spine);
    bind_type(in, "cover.type.back-text", cover.back_text);
    in.read("cover.spine-text-from", cover.spine_text_from);
    in.read("cover.safety", cover.safety);
    in.read("cover.hinge", cover.hinge);
    in.read("cover.flap-width", cover.flap_width);
    in.read_name("cover.spine-direction", cover.spine_direction, {"", "down", "up"});
    in.read("cover.barcode-size", cover.barcode_size, 0, 1000);
    in.read_name("cover.form", cover.form, {"", "separate", "self", "none"});
    in.read("cover.picture-width", cover.picture_width, 1400, 6000);
    in.read("cover.picture-height", cover.picture_height, 1400, 9000);
}

void bind_epub(SettingReader& in, EpubStyle& epub) {
    in.read_name("epub.notes", epub.notes, {"article", "book"});
    in.read("epub.embed-fonts", epub.embed_fonts);
    in.read_name("epub.paragraph", epub.paragraph, {"indent", "space"});
    in.read_name("epub.text-align", epub.text_align, {"justify", "left"});
    in.read("epub.drop-initial", epub.drop_initial);
    in.read("epub.stylesheet", epub.stylesheet);
    in.read("epub.accent-ink", epub.accent_ink);
}

namespace {

void bind_ink(SettingReader& in, std::string const& key, PaletteInk& ink) {
    std::vector<double> cmyk;
    bool const stated = in.read_list(key + ".cmyk", cmyk);
    bool const legal = cmyk.size() == 4 && cmyk[0] >= 0 && cmyk[1] >= 0 && cmyk[2] >= 0 && cmyk[3] >= 0 &&
                       cmyk[0] <= 100 && cmyk[1] <= 100 && cmyk[2] <= 100 && cmyk[3] <= 100;
    if (legal) {
        for (std::size_t i = 0; i < 4; ++i) ink.cmyk[i] = static_cast<int>(cmyk[i] * 10 + 0.5);
    } else if (stated) {
        in.complain(key + ".cmyk", "four percentages, such as [0, 88, 72, 8]");
    }
    ink.rgb = screen_colour(ink.cmyk);
    std::string hex;
    in.read(key + ".rgb", hex);
    if (!hex.empty() && !parse_hex_colour(hex, ink.rgb)) in.complain(key + ".rgb", "a colour such as \"#c8352d\"");
    ink.rgb_dark = dark_ground_colour(ink.rgb);
    hex.clear();
    in.read(key + ".rgb-dark", hex);
    if (!hex.empty() && !parse_hex_colour(hex, ink.rgb_dark))
        in.complain(key + ".rgb-dark", "a colour such as \"#ff8a80\"");
    in.read(key + ".spot", ink.spot);
    in.read(key + ".overprints", ink.overprints);
}

} // namespace

void bind_palette(SettingReader& in, std::vector<PaletteInk>& palette) {
    palette = {PaletteInk{"text", {0, 0, 0, 1000}, {}, {}, {}, true},
               PaletteInk{"paper", {0, 0, 0, 0}, {}, {}, {}, false}};
    for (PaletteInk& ink : palette) bind_ink(in, "palette." + ink.name, ink);
    for (std::string const& name : in.names_below("palette")) {
        if (name == "text" || name == "paper") continue;
        PaletteInk ink;
        ink.name = name;
        bind_ink(in, "palette." + name, ink);
        palette.push_back(std::move(ink));
    }
}

void bind_papers(SettingReader& in, std::vector<Paper>& papers) {
    for (std::string const& name : in.names_below("papers")) {
        Paper paper{name, {}};
        in.read("papers." + name + ".caliper", paper.caliper);
        papers.push_back(std::move(paper));
    }
}

void bind_fonts(SettingReader& in, std::map<std::string, std::string>& fonts) {
    for (std::string const& role : in.names_below("fonts")) in.read("fonts." + role, fonts[role]);
}

} // namespace quoin::style
