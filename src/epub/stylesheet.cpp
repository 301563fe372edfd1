#include "epub/stylesheet.hpp"

#include "epub/typography.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace quoin::epub {

using style::Capitals;
using style::Figures;
using style::TextAlign;
using style::TypeRole;
using style::TypeStyle;

namespace {

// A telephone's line holds six words of body text; a title five times as large would hold one.
constexpr double largest_size = 1.9;
// Larger type is set tighter, but reading systems wrap it at any place: no tighter than this.
constexpr double least_line_height = 1.15;

std::string number(double value) {
    std::string text = fmt::format("{:.3f}", value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

double ratio(Length a, Length b) {
    return b.units == 0 ? 1 : static_cast<double>(a.units) / static_cast<double>(b.units);
}

// Above the size of the text only half of what print adds, so that titles keep their order on a small screen.
double screen_ratio(Length size, Length parent) {
    double const paper = ratio(size, parent);
    return paper <= 1.25 ? paper : std::min(largest_size, 1.25 + (paper - 1.25) / 2);
}

std::string hex(std::array<std::uint8_t, 3> const& rgb) {
    return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

std::array<std::uint8_t, 3> mixed(std::array<std::uint8_t, 3> const& ink, std::array<std::uint8_t, 3> const& ground,
                                  double share) {
    std::array<std::uint8_t, 3> result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(std::lround(ground[i] + (ink[i] - ground[i]) * share));
    return result;
}

constexpr std::array<std::uint8_t, 3> white{255, 255, 255}, dark_ground{26, 26, 28}, black{26, 26, 26},
    pale{232, 232, 230};

class StyleSheet {
  public:
    StyleSheet(style::Layout const& layout, EmbeddedFonts const& fonts, bool right_to_left)
        : layout_(layout), fonts_(fonts), start_(right_to_left ? "right" : "left"),
          end_(right_to_left ? "left" : "right") {}

    std::string run() {
        faces();
        text();
        heads();
        fixed();
        inserts();
        type_rules();
        // Everything on the title page stands in its middle, whatever the layout does with the same styles elsewhere.
        rule(".titlepage h1.book-title, .titlepage p.book-subtitle, .titlepage p.book-author, .titlepage p.publisher",
             "text-align: center;");
        colours();
        css_ += layout_.epub.css_extra;
        return std::move(css_);
    }

  private:
    [[nodiscard]] TypeStyle const& type(TypeRole role) const { return layout_.print.type[role]; }
    void rule(std::string const& selector, std::string const& declarations) {
        css_ += selector + " { " + declarations + " }\n";
    }

    void faces() {
        for (FontRule const& face : fonts_.rules)
            css_ += fmt::format(
                "@font-face {{ font-family: \"{}\"; font-weight: {}; font-style: {}; src: url(\"../{}\"); }}\n",
                face.family, face.weight, face.italic ? "italic" : "normal", face.path);
    }

    // The families that hold the role's characters, and a generic one for all others.
    [[nodiscard]] std::string families(std::string const& role) const {
        std::string list;
        auto const found = fonts_.families.find(role);
        if (found != fonts_.families.end())
            for (std::string const& family : found->second) list += "\"" + family + "\", ";
        bool const mono = role == "mono" || role.find("Mono") != std::string::npos;
        bool const sans = role == "sans" || role == "display" || role.find("Sans") != std::string::npos ||
                          role.find("Inter") != std::string::npos;
        return list + (mono ? "monospace" : sans ? "sans-serif" : "serif");
    }

    void text() {
        TypeStyle const& body = type(TypeRole::body);
        // Without fonts of ours the text is the reader's, whatever it is.
        std::string const family = fonts_.rules.empty() ? "" : "font-family: " + families(body.family) + "; ";
        bool const justify = layout_.epub.text_align == "justify";
        rule("body",
             family +
                 fmt::format("font-weight: {}; font-style: {}; line-height: {}; text-align: {}; -webkit-hyphens: auto; "
                             "adobe-hyphenate: auto; hyphens: auto; widows: 2; orphans: 2; margin: 0; {}",
                             body.weight, body.italic ? "italic" : "normal",
                             number(std::max(1.3, ratio(body.leading, body.size))),
                             justify ? std::string("justify") : start_, figures(body)));
        // Adobe's older engine and MuPDF know none of HTML 5's elements.
        rule("section, header, aside, nav, figure, figcaption", "display: block;");
        rule("nav[hidden]", "display: none;");
        rule("p", "margin: 0; text-indent: 0;");
        if (layout_.epub.paragraph == "space") {
            rule("p + p", "margin-top: .6em;");
        } else {
            rule("p + p",
                 fmt::format("text-indent: {}em;", number(std::max(0.8, ratio(body.first_indent, body.size)))));
        }
        rule("em", "font-style: italic;");
        rule("em.roman", "font-style: normal;"); // stress within a sloped text
        rule("strong", fmt::format("font-weight: {};", strong_weight));
        rule("sup, sub", "font-size: .75em; line-height: 0;");
        rule(".smallcaps", "font-variant: small-caps; letter-spacing: .04em;");
        rule("a.url", "-webkit-hyphens: none; hyphens: none; word-wrap: break-word; overflow-wrap: anywhere;");
        // Raised without a sup element: Apple Books opens no popup for a link with elements in it.
        rule("a[role=\"doc-noteref\"]",
             "vertical-align: super; font-size: .72em; line-height: 0; text-decoration: none; "
             "font-style: normal; font-variant: normal;");
        rule("aside[role=\"doc-footnote\"]", "font-size: .86em; line-height: 1.35; margin: .45em 0;");
        rule(".notes", "margin-top: 2em; padding-top: .6em; border-top: thin solid;");
        if (layout_.epub.drop_initial)
            rule("header + p::first-letter",
                 "float: left; font-size: 3.1em; line-height: .85; padding: .04em .08em 0 0;");
    }

    void heads() {
        rule("h1, h2, h3, h4, h5, h6",
             "-webkit-hyphens: none; adobe-hyphenate: none; hyphens: none; page-break-after: avoid; "
             "break-after: avoid; page-break-inside: avoid; break-inside: avoid;");
        rule("h1", "margin: 0 0 .5em;");
        rule("h2", "margin: 1.6em 0 .4em;");
        rule("h3, h4, h5, h6", "margin: 1.3em 0 .3em;");
        rule("header", "margin: 1.2em 0 1.8em; page-break-after: avoid; break-after: avoid;");
        rule(".subtitle", "margin: 0 0 .7em;");
        rule(".byline", "margin: .6em 0 0;");
        rule(".subtitle, .byline, .department", "text-indent: 0; -webkit-hyphens: none; hyphens: none;");
        rule(".department", "margin: 0 0 .8em;");
        rule(".part-title", "margin: 25% 0 1em; text-align: center;");
        rule(".abstract", "margin: 0 0 1.6em;");
        rule(".titlepage", "margin: 18% 0 0; text-align: center; -webkit-hyphens: none; hyphens: none;");
        rule(".titlepage p", "text-indent: 0; margin: .6em 0 1.2em;");
        rule(".publisher", "margin-top: 4em;");
        rule(".imprint p", "margin: 0 0 .7em; text-indent: 0;");
        rule(".cover", "text-align: center; margin: 0; padding: 0;");
        rule(".cover img", "max-width: 100%; max-height: 98vh; height: auto;");
        rule("nav ol", "list-style-type: none; margin: 0; padding: 0;");
        rule("nav ol ol", fmt::format("padding-{}: 1.4em;", start_));
        rule("nav li", "margin: .45em 0; text-align: " + start_ + ";");
        rule("nav a", "text-decoration: none;");
    }

    void fixed() {
        rule("blockquote", "margin: 1em 0; padding: 0 0 0 1.3em;");
        rule(".attribution", "margin: .4em 0 0; text-indent: 0; text-align: " + end_ + ";");
        rule(".verse",
             fmt::format("margin: 1em 0; padding-{}: 1.2em; text-align: {}; -webkit-hyphens: none; hyphens: none;",
                         start_, start_));
        rule(".stanza, .stanza + .stanza", "margin: 0 0 .8em; text-indent: 0;");
        rule(".line", fmt::format("display: block; padding-{}: 2em; text-indent: -2em;", start_));
        for (int indent = 1; indent <= 12; ++indent)
            rule(fmt::format(".i{}", indent), fmt::format("padding-{}: {}em;", start_, number(2 + indent * 0.55)));
        rule("ol, ul", fmt::format("margin: .7em 0; padding-{}: 1.9em;", start_));
        rule("li", "margin: .2em 0;");
        rule("ol.literal", "list-style-type: none;"); // its markers are text
        rule("ol.literal > li", "text-indent: -1.9em;");
        rule("ol.literal > li > p, ol.literal > li > ol, ol.literal > li > ul, ol.literal > li > div, ol.literal > li "
             "> blockquote",
             "text-indent: 0;");
        rule("ol.literal > li > p.item", "text-indent: -1.9em;");
        rule(".thesis, .thesis + .thesis, p + .thesis", "margin: .6em 0; text-indent: 0;");
        rule("dl", "margin: .8em 0;");
        rule("dt", "font-style: italic;"); // as in print: terms stand out by slope
        rule("dd", fmt::format("margin: 0 0 .4em; padding-{}: 1.5em;", start_));
        rule("figure, .ornament",
             "margin: 1.4em 0; padding: 0; text-align: center; page-break-inside: avoid; break-inside: avoid;");
        rule("img", "max-width: 100%; height: auto;");
        rule(".drawing img", "width: 100%;"); // SVG has no size of its own in some readers
        for (int tenth = 1; tenth < 10; ++tenth)
            rule(fmt::format(".w{} img", tenth), fmt::format("width: {}%;", tenth * 10));
        rule("img.inline", "width: auto; height: 1em; vertical-align: -.12em;");
        rule("figcaption", "margin: .5em 0 0; text-align: " + start_ + ";");
        rule(".credit", "display: block; margin-top: .2em;");
        rule(".table", "margin: 1.4em 0; overflow-x: auto;"); // a wide table scrolls, the page does not
        rule("table", "border-collapse: collapse; min-width: 60%; margin: 0;");
        rule("tr", "border-bottom: thin solid;"); // MuPDF draws the borders of cells through their text
        rule("caption", "caption-side: top; padding: 0 0 .5em; text-align: " + start_ + ";");
        rule("th, td", fmt::format("padding: .3em .8em .3em 0; vertical-align: top; text-align: {}; "
                                   "-webkit-hyphens: none; hyphens: none;",
                                   start_));
        rule(".left", "text-align: left;");
        rule(".center", "text-align: center;");
        rule(".right", "text-align: right;");
        rule(
            "pre",
            "margin: 1em 0; white-space: pre-wrap; word-wrap: break-word; overflow-wrap: break-word; text-align: left; "
            "-webkit-hyphens: none; hyphens: none;");
        rule("hr.break", "width: 22%; height: 0; margin: 1.6em auto; border: 0; border-top: thin solid;");
        rule(".pull-quote", "margin: 1.4em 0; text-align: " + start_ + ";");
        rule(".epigraph", "margin: 0 0 2em 20%;");
        rule("section[role=\"doc-dedication\"]", "margin: 20% 0 0;");
        // A letter never stands at the foot of a page without its first entries; older reading systems know the other names.
        rule(".index-letter", "margin: 1em 0 .2em; page-break-after: avoid; break-after: avoid;");
        rule("ul.index", "list-style-type: none; margin: 0; padding: 0;");
        rule("ul.index ul.index", fmt::format("padding-{}: 1.2em;", start_));
        rule("ul.index li", fmt::format("padding-{}: 1.2em; text-indent: -1.2em; text-align: {};", start_, start_));
        rule("ul.index a", "white-space: nowrap;");
    }

    void inserts() {
        rule(".insert", fmt::format("margin: 1.8em 0; padding: .8em 1em; border-top: .2em solid; text-align: {}; "
                                    "page-break-inside: avoid; break-inside: avoid;",
                                    start_));
        rule(".insert p, .insert p + p", "margin: 0 0 .5em; text-indent: 0;");
    }

    [[nodiscard]] static std::string figures(TypeStyle const& it) {
        switch (it.figures) {
        case Figures::oldstyle: return "font-variant-numeric: oldstyle-nums;";
        case Figures::lining: return "font-variant-numeric: lining-nums;";
        case Figures::tabular: return "font-variant-numeric: lining-nums tabular-nums;";
        }
        return {};
    }

    [[nodiscard]] static std::string capitals(TypeStyle const& it) {
        switch (it.capitals) {
        case Capitals::none: return "font-variant-caps: normal; ";
        case Capitals::small: return "font-variant: small-caps; ";
        // The second is for readers that know it; the others show capitals and small capitals.
        case Capitals::all_small: return "font-variant: small-caps; font-variant-caps: all-small-caps; ";
        case Capitals::upper: return "text-transform: uppercase; ";
        }
        return {};
    }

    [[nodiscard]] std::string alignment(TypeStyle const& it) const {
        switch (it.align) {
        case TextAlign::justify: return {};
        case TextAlign::left: return "text-align: " + start_ + "; ";
        case TextAlign::right: return "text-align: " + end_ + "; ";
        case TextAlign::centre: return "text-align: center; ";
        }
        return {};
    }

    // Every declaration that face_style() counts by is written out, so that no rule of the reading system comes between.
    void type_rule(std::string const& selector, TypeRole role, TypeRole parent) {
        TypeStyle const& it = type(role);
        bool const generic = fonts_.rules.empty() && it.family == type(TypeRole::body).family;
        std::string declarations = generic ? "" : "font-family: " + families(it.family) + "; ";
        declarations +=
            fmt::format("font-size: {}em; font-weight: {}; font-style: {}; line-height: {}; ",
                        number(screen_ratio(it.size, type(parent).size)), it.weight, it.italic ? "italic" : "normal",
                        number(std::max(least_line_height, std::min(1.6, ratio(it.leading, it.size)))));
        declarations += capitals(it) + alignment(it);
        if (it.tracking != 0) declarations += fmt::format("letter-spacing: {}em; ", number(it.tracking / 1000.0));
        rule(selector, declarations + figures(it));
        if (it.ink == layout_.epub.accent_ink) accented_ += (accented_.empty() ? "" : ", ") + selector;
    }

    // A sloped quotation in an upright text, as Writer::inherited() has it.
    void slope_rule(std::string const& selector, TypeRole role) {
        if (type(role).italic != type(TypeRole::body).italic)
            rule(selector, type(role).italic ? "font-style: italic;" : "font-style: normal;");
    }

    void type_rules() {
        struct Named {
            char const* selector;
            TypeRole role, parent;
        };
        static constexpr std::array<Named, 31> all{{
            {"h1", TypeRole::title, TypeRole::body},
            {"h1.department, .department", TypeRole::department, TypeRole::body},
            {"h1.part-title", TypeRole::part_title, TypeRole::body},
            {"h2", TypeRole::heading1, TypeRole::body},
            {"h3", TypeRole::heading2, TypeRole::body},
            {"h4", TypeRole::heading3, TypeRole::body},
            {"h5, h6", TypeRole::heading4, TypeRole::body},
            {".subtitle", TypeRole::subtitle, TypeRole::body},
            {".byline", TypeRole::byline, TypeRole::body},
            {".abstract", TypeRole::standfirst, TypeRole::body},
            {"section[role=\"doc-dedication\"] p", TypeRole::dedication, TypeRole::body},
            {"section[role=\"doc-epigraph\"] p", TypeRole::epigraph, TypeRole::body},
            {".epigraph", TypeRole::epigraph, TypeRole::body},
            {".pull-quote", TypeRole::pull_quote, TypeRole::body},
            {"pre, code", TypeRole::code, TypeRole::body},
            {"pre code", TypeRole::code, TypeRole::code},
            {"figcaption", TypeRole::caption, TypeRole::body},
            {".credit", TypeRole::credit, TypeRole::caption},
            {"table", TypeRole::table, TypeRole::body},
            {"caption", TypeRole::caption, TypeRole::table},
            {"th", TypeRole::table_head, TypeRole::table},
            {".insert", TypeRole::insert_text, TypeRole::body},
            {".insert p.insert-title", TypeRole::insert_title, TypeRole::insert_text},
            {".imprint", TypeRole::imprint, TypeRole::body},
            {"h1.book-title", TypeRole::book_title, TypeRole::body},
            {".titlepage p.book-subtitle", TypeRole::book_subtitle, TypeRole::body},
            {".titlepage p.book-author", TypeRole::book_author, TypeRole::body},
            {".titlepage p.publisher", TypeRole::imprint, TypeRole::body},
            {"nav h1", TypeRole::contents_title, TypeRole::body},
            {".index-group", TypeRole::index, TypeRole::body},
            {"h2.index-letter", TypeRole::index_letter, TypeRole::index},
        }};
        for (Named const& each : all) type_rule(each.selector, each.role, each.parent);
        slope_rule("blockquote", TypeRole::quote);
        // Against the slope of reading systems; in words, since some of them do not know "inherit".
        rule(".attribution cite", type(TypeRole::quote).italic ? "font-style: italic;" : "font-style: normal;");
        slope_rule(".verse", TypeRole::verse);
    }

    // Colours come as pairs of letters and ground, or only where the reader says which ground there is.
    void colours() {
        auto const ink = std::find_if(layout_.palette.begin(), layout_.palette.end(),
                                      [&](style::PaletteInk const& it) { return it.name == layout_.epub.accent_ink; });
        if (ink == layout_.palette.end()) return;
        double const tint = std::max(0, layout_.print.inserts.ground_tint) / 1000.0;
        rule(".insert", fmt::format("background-color: {}; color: {}; border-color: {};",
                                    hex(mixed(ink->rgb, white, tint)), hex(black), hex(ink->rgb)));
        css_ += "@media (prefers-color-scheme: light) {\n";
        if (!accented_.empty()) rule("  " + accented_, fmt::format("color: {};", hex(ink->rgb)));
        css_ += "}\n@media (prefers-color-scheme: dark) {\n";
        rule("  .insert", fmt::format("background-color: {}; color: {}; border-color: {};",
                                      hex(mixed(ink->rgb_dark, dark_ground, 0.12)), hex(pale), hex(ink->rgb_dark)));
        rule("  .insert a", fmt::format("color: {};", hex(ink->rgb_dark)));
        if (!accented_.empty()) rule("  " + accented_, fmt::format("color: {};", hex(ink->rgb_dark)));
        css_ += "}\n";
    }

    style::Layout const& layout_;
    EmbeddedFonts const& fonts_;
    std::string start_, end_; // of a line
    std::string css_, accented_;
};

} // namespace

std::string write_stylesheet(style::Layout const& layout, EmbeddedFonts const& fonts, bool right_to_left) {
    return StyleSheet(layout, fonts, right_to_left).run();
}

} // namespace quoin::epub
