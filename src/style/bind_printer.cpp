#include "style/bind.hpp"
#include "style/printer.hpp"

#include <algorithm>
#include <charconv>

namespace quoin::style {

namespace {

void read_not_negative(SettingReader& in, std::string const& key, Length& into) {
    Length value = into;
    in.read(key, value);
    if (value >= Length::zero()) {
        into = value;
    } else {
        in.complain(key, "a length that is not below zero");
    }
}

void bind_condition(SettingReader& in, OutputCondition& condition) {
    in.read("condition.icc", condition.icc);
    in.read("condition.identifier", condition.identifier);
    in.read("condition.info", condition.info);
    in.read("condition.registry", condition.registry);
}

void bind_marks(SettingReader& in, PrinterMarks& marks) {
    in.read("marks.crop", marks.crop);
    in.read("marks.registration", marks.registration);
    in.read("marks.bars", marks.bars);
    in.read("marks.slug-line", marks.slug_line);
    in.read("marks.fold", marks.fold);
    read_not_negative(in, "marks.offset", marks.offset);
    read_not_negative(in, "marks.length", marks.length);
    read_not_negative(in, "marks.weight", marks.weight);
    read_not_negative(in, "marks.slug", marks.slug);
}

void bind_ink_rules(SettingReader& in, InkRules& ink) {
    in.read("ink.total", ink.total, 100, 400);
    in.read("ink.spots", ink.spots);
    in.read("ink.rich-black", ink.rich_black);
    std::vector<double> inks;
    if (in.read_list("ink.rich-black-inks", inks)) {
        bool good = inks.size() == 4;
        for (double const part : inks) good = good && part >= 0 && part <= 100;
        for (std::size_t i = 0; good && i < 4; ++i) ink.rich_black_inks[i] = static_cast<int>(inks[i] * 10 + 0.5);
        if (!good) in.complain("ink.rich-black-inks", "four percentages, such as [60, 40, 40, 100]");
    }
    read_not_negative(in, "ink.rich-black-from", ink.rich_black_from);
    read_not_negative(in, "ink.rich-black-text-from", ink.rich_black_text_from);
}

void bind_pictures(SettingReader& in, PictureRules& pictures) {
    in.read("pictures.ppi", pictures.ppi, 36, 4800);
    in.read("pictures.least-ppi", pictures.least_ppi, 0, 4800);
    in.read("pictures.line-art-ppi", pictures.line_art_ppi, 36, 9600);
    in.read("pictures.least-line-art-ppi", pictures.least_line_art_ppi, 0, 9600);
    in.read("pictures.most-ppi", pictures.most_ppi, 0, 9600);
    in.read("pictures.downsample-above", pictures.downsample_above, 1.0, 10.0);
    in.read("pictures.jpeg-quality", pictures.jpeg_quality, 50, 100);
}

void bind_gutter(SettingReader& in, PageRules& pages) {
    for (std::string const& name : in.names_below("pages.gutter")) {
        std::string const key = "pages.gutter." + name;
        PageRules::Gutter gutter;
        auto const [end, code] = std::from_chars(name.data(), name.data() + name.size(), gutter.pages);
        read_not_negative(in, key, gutter.margin);
        if (code == std::errc{} && end == name.data() + name.size() && gutter.pages > 0) {
            pages.gutter.push_back(gutter);
        } else {
            in.complain(key, "a margin behind the number of pages from which it is asked for: 151 = \"0.5in\"");
        }
    }
    std::sort(pages.gutter.begin(), pages.gutter.end(), [](auto const& a, auto const& b) { return a.pages < b.pages; });
}

void bind_pages(SettingReader& in, PageRules& pages) {
    in.read("pages.multiple", pages.multiple, 1, 64);
    in.read("pages.last-blank", pages.last_blank);
    in.read("pages.bleed-at-spine", pages.bleed_at_spine);
    in.read("pages.least", pages.least, 0, 100000);
    in.read("pages.most", pages.most, 0, 100000);
    read_not_negative(in, "pages.margin", pages.margin);
    bind_gutter(in, pages);
}

void bind_spine(SettingReader& in, SpineFormula& spine) {
    in.read_choice("spine.rule", spine.rule,
                   {{"caliper", SpineFormula::Rule::caliper}, {"per-page", SpineFormula::Rule::per_page}});
    in.read("spine.paper", spine.paper);
    for (std::string const& name : in.names_below("spine.papers"))
        read_not_negative(in, "spine.papers." + name, spine.papers[name]);
    read_not_negative(in, "spine.extra", spine.extra);
    read_not_negative(in, "spine.board", spine.board);
    read_not_negative(in, "spine.joint", spine.joint);
    read_not_negative(in, "spine.turn-in", spine.turn_in);
    in.read("spine.text-from-pages", spine.text_from_pages, 0, 100000);
    read_not_negative(in, "spine.text-clearance", spine.text_clearance);
    read_not_negative(in, "spine.tolerance", spine.tolerance);
    if (spine.rule == SpineFormula::Rule::per_page && spine.papers.count(spine.paper) == 0)
        in.complain("spine.paper", "one of the papers below [spine.papers]");
}

void bind_cover_rules(SettingReader& in, CoverRules& cover) {
    in.read_name("cover.form", cover.form, {"", "separate", "self", "none"});
    read_not_negative(in, "cover.bleed", cover.bleed);
    read_not_negative(in, "cover.safety", cover.safety);
    read_not_negative(in, "cover.flap", cover.flap);
}

void bind_barcode(SettingReader& in, BarcodeRules& barcode) {
    in.read("barcode.magnification", barcode.magnification, 80, 200);
    in.read("barcode.least-magnification", barcode.least_magnification, 80, 200);
    in.read("barcode.most-magnification", barcode.most_magnification, 80, 200);
    read_not_negative(in, "barcode.from-trim", barcode.from_trim);
    read_not_negative(in, "barcode.reserved-width", barcode.reserved.width);
    read_not_negative(in, "barcode.reserved-height", barcode.reserved.height);
    in.read("barcode.by-printer", barcode.by_printer);
}

} // namespace

void bind_printer(SettingReader& in, PrinterProfile& printer) {
    in.read("title", printer.title);
    in.read_choice("standard", printer.standard,
                   {{"x4", PrintStandard::x4}, {"x1a", PrintStandard::x1a}, {"pdf", PrintStandard::pdf}});
    in.read_choice("colour", printer.colour,
                   {{"cmyk", PressColour::cmyk}, {"gray", PressColour::gray}, {"srgb", PressColour::srgb}});
    if (printer.colour == PressColour::srgb && printer.standard != PrintStandard::pdf)
        in.complain("colour", "\"cmyk\" or \"gray\": PDF/X for a press in CMYK holds no RGB");
    in.read("transparency", printer.transparency);
    read_not_negative(in, "bleed", printer.bleed);
    bind_condition(in, printer.condition);
    bind_marks(in, printer.marks);
    bind_ink_rules(in, printer.ink);
    read_not_negative(in, "lines.least", printer.lines.least);
    read_not_negative(in, "lines.least-reversed", printer.lines.least_reversed);
    read_not_negative(in, "text.least-size", printer.text.least_size);
    bind_pictures(in, printer.pictures);
    bind_pages(in, printer.pages);
    bind_spine(in, printer.spine);
    bind_cover_rules(in, printer.cover);
    bind_barcode(in, printer.barcode);
    in.read("imposition.creep", printer.imposition.creep, 0.0, 3.0);
    in.read("imposition.signature", printer.imposition.signature, 4, 64);
}

} // namespace quoin::style
