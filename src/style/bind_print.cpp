#include "style/bind.hpp"

namespace quoin::style {

namespace {

// Sizes and leadings divide the page: none of them may be nothing.
void read_positive(SettingReader& in, std::string const& key, Length& into, Length em = {}) {
    Length value = into;
    in.read(key, value, em);
    if (value.units > 0) {
        into = value;
    } else {
        in.complain(key, "a length greater than zero");
    }
}

} // namespace

void bind_type(SettingReader& in, std::string const& prefix, TypeStyle& type) {
    in.read(prefix + ".family", type.family);
    in.read(prefix + ".weight", type.weight, 100, 900);
    in.read(prefix + ".italic", type.italic);
    read_positive(in, prefix + ".size", type.size);
    Length const em = type.size;
    read_positive(in, prefix + ".leading", type.leading, em);
    in.read(prefix + ".tracking", type.tracking, -100, 400);
    in.read_choice(prefix + ".capitals", type.capitals,
                   {{"none", Capitals::none},
                    {"small", Capitals::small},
                    {"all-small", Capitals::all_small},
                    {"upper", Capitals::upper}});
    in.read_choice(prefix + ".figures", type.figures,
                   {{"oldstyle", Figures::oldstyle}, {"lining", Figures::lining}, {"tabular", Figures::tabular}});
    in.read_choice(prefix + ".align", type.align,
                   {{"justify", TextAlign::justify},
                    {"left", TextAlign::left},
                    {"right", TextAlign::right},
                    {"centre", TextAlign::centre}});
    in.read(prefix + ".hyphenate", type.hyphenate);
    in.read(prefix + ".ink", type.ink);
    in.read(prefix + ".tint", type.tint, 0, 1000);
    in.read(prefix + ".first-indent", type.first_indent, em);
    in.read(prefix + ".left-indent", type.left_indent, em);
    in.read(prefix + ".right-indent", type.right_indent, em);
    in.read(prefix + ".space-before", type.space_before, em);
    in.read(prefix + ".space-after", type.space_after, em);
}

namespace {

// What the margins and gutters leave has to hold a word and a few lines; else the page falls back to the defaults.
void check_text_area(SettingReader& in, PageGeometry& page) {
    Length const least_measure = Length::from_millimetres(15);
    Length const measure = (page.width - page.inner - page.outer - page.gutter * (page.columns - 1)) / page.columns;
    Length const depth = page.height - page.head - page.foot;
    if (measure >= least_measure && depth >= page.grid * 4) return;
    in.complain(measure < least_measure ? "print.page.width" : "print.page.height",
                measure < least_measure ? "a width that leaves each column 15 mm between the margins"
                                        : "a height that leaves four lines of the grid between the margins");
    page = PageGeometry{};
}

void bind_page(SettingReader& in, PageGeometry& page) {
    read_positive(in, "print.page.width", page.width);
    read_positive(in, "print.page.height", page.height);
    in.read("print.page.inner", page.inner);
    in.read("print.page.outer", page.outer);
    in.read("print.page.head", page.head);
    in.read("print.page.foot", page.foot);
    in.read("print.page.bleed", page.bleed);
    in.read("print.page.columns", page.columns, 1, 6);
    in.read("print.page.gutter", page.gutter);
    read_positive(in, "print.page.grid", page.grid);
    in.read("print.page.grid-least", page.least_grid);
    if (page.least_grid > page.grid || page.least_grid < Length::zero())
        in.complain("print.page.grid-least", "a length up to print.page.grid");
    in.read("print.page.grid-most", page.most_grid);
    if (page.most_grid != Length::zero() && page.most_grid < page.grid)
        in.complain("print.page.grid-most", "a length from print.page.grid on");
    in.read_name("print.page.binding", page.binding, {"perfect", "saddle", "none"});
    check_text_area(in, page);
}

void bind_opening(SettingReader& in, Opening& opening) {
    in.read_choice(
        "print.opening.style", opening.style,
        {{"journal", OpeningStyle::journal}, {"chapter", OpeningStyle::chapter}, {"plain", OpeningStyle::plain}});
    in.read_choice("print.opening.start", opening.start,
                   {{"recto", ArticleStart::recto}, {"page", ArticleStart::page}, {"run-on", ArticleStart::run_on}});
    in.read("print.opening.lines", opening.lines, 0, 60);
    in.read("print.opening.run-on-share", opening.run_on_share, 0.1, 0.9);
    in.read("print.opening.title-lines", opening.title_lines, 1, 12);
    in.read("print.opening.rule", opening.rule);
    in.read("print.opening.initial-lines", opening.initial_lines, 0, 6);
    in.read("print.opening.small-caps-first-words", opening.small_caps_first_words);
    in.read("print.opening.balance-last-page", opening.balance_last_page);
    in.read("print.opening.side-by-side", opening.side_by_side);
}

void bind_notes(SettingReader& in, Notes& notes) {
    in.read_choice("print.notes.place", notes.place,
                   {{"column", NotePlace::column},
                    {"page", NotePlace::page},
                    {"article", NotePlace::article},
                    {"book", NotePlace::book}});
    in.read_choice("print.notes.numbering", notes.numbering,
                   {{"article", NoteNumbering::article}, {"book", NoteNumbering::book}});
    in.read("print.notes.rule-share", notes.rule_share, 0, 1);
    in.read("print.notes.rule-thickness", notes.rule_thickness);
    in.read("print.notes.space-above", notes.space_above);
    in.read("print.notes.hang", notes.hang);
    in.read("print.notes.least-rows", notes.least_rows, 1, 6);
    in.read("print.notes.heading", notes.heading);
}

void bind_inserts(SettingReader& in, Inserts& inserts) {
    in.read("print.inserts.ground-ink", inserts.ground_ink);
    in.read("print.inserts.ground-tint", inserts.ground_tint, 0, 1000);
    in.read("print.inserts.rule-thickness", inserts.rule_thickness);
    in.read("print.inserts.rule-ink", inserts.rule_ink);
    in.read("print.inserts.padding", inserts.padding);
    in.read("print.inserts.full-page-allowed", inserts.full_page_allowed);
    in.read("print.inserts.default-size", inserts.default_size);
    in.read("print.inserts.stretch", inserts.stretch, 0, 0.5);
}

void bind_furniture(SettingReader& in, RunningHeads& heads) {
    in.read("print.running-heads.verso", heads.verso);
    in.read("print.running-heads.recto", heads.recto);
    in.read("print.running-heads.rule", heads.rule);
    in.read("print.running-heads.folio-in-foot", heads.folio_in_foot);
    in.read("print.running-heads.head-distance", heads.head_distance);
    in.read("print.running-heads.foot-distance", heads.foot_distance);
    in.read("print.running-heads.on-openings", heads.on_openings);
    in.read("print.running-heads.folio-on-openings", heads.folio_on_openings);
}

void bind_contents(SettingReader& in, Contents& contents) {
    in.read("print.contents.show", contents.show);
    in.read("print.contents.title", contents.title);
    in.read("print.contents.leaders", contents.leaders);
    in.read("print.contents.depth", contents.depth, 1, 2);
    in.read("print.contents.subtitles", contents.subtitles);
    in.read("print.contents.bylines", contents.bylines);
    in.read("print.contents.departments", contents.departments);
}

void bind_index(SettingReader& in, Index& index) {
    in.read_name("print.index.show", index.show, {"auto", "always", "never"});
    in.read("print.index.title", index.title);
}

void bind_matter(SettingReader& in, Matter& matter) {
    in.read("print.matter.half-title", matter.half_title);
    in.read("print.matter.title-page", matter.title_page);
    in.read("print.matter.copyright-page", matter.copyright_page);
    in.read("print.matter.roman-front", matter.roman_front);
    in.read("print.matter.parts-on-recto", matter.parts_on_recto);
    in.read_name("print.matter.imprint-place", matter.imprint_place, {"contents", "last", "copyright"});
}

void read_by_measure(SettingReader& in, std::string const& key, ByMeasure& into, int least, int most) {
    std::vector<double> values;
    if (!in.read_list(key, values)) return;
    bool good = values.size() == 3;
    for (double const value : values) good = good && value >= least && value <= most;
    if (good)
        into = {static_cast<int>(values[0]), static_cast<int>(values[1]), static_cast<int>(values[2])};
    else
        in.complain(key, "three numbers, for narrow, middling and wide columns, such as [20, 30, 40]");
}

void read_weights(SettingReader& in, std::string const& prefix, LineWeights& weights) {
    read_by_measure(in, prefix + ".hyphen-penalty", weights.hyphen_penalty, 0, 10000);
    read_by_measure(in, prefix + ".badness", weights.badness, 1, 1000);
    read_by_measure(in, prefix + ".contrast", weights.contrast, 0, 1000);
}

void bind_lines(SettingReader& in, LineBreaking& lines) {
    in.read("print.lines.space-stretch", lines.space_stretch, 100, 2000);
    in.read("print.lines.space-shrink", lines.space_shrink, 0, 600);
    in.read("print.lines.scale-stretch", lines.scale_stretch, 0, 50);
    in.read("print.lines.scale-shrink", lines.scale_shrink, 0, 50);
    in.read("print.lines.tracking", lines.tracking, 0, 30);
    in.read("print.lines.letters-lead", lines.letters_lead, 1000, 4000);
    in.read("print.lines.space-width", lines.space_width, 0, 600);
    in.read("print.lines.stacked-words", lines.stacked_words, 0, 10000);
    in.read("print.lines.rivers", lines.rivers, 0, 1000);
    in.read("print.lines.protrusion", lines.protrusion);
    read_weights(in, "print.lines", lines.weights);
    for (std::string const& language : in.names_below("print.lines.languages")) {
        LineWeights& weights = lines.language_weights[language] = lines.weights;
        read_weights(in, "print.lines.languages." + language, weights);
    }
    for (std::string const& language : in.names_below("print.lines.hyphen-minima")) {
        std::vector<double> minima;
        std::string const key = "print.lines.hyphen-minima." + language;
        if (!in.read_list(key, minima)) continue;
        if (minima.size() == 2 && minima[0] >= 1 && minima[1] >= 1 && minima[0] <= 20 && minima[1] <= 20) {
            lines.hyphen_minima[language] = {static_cast<int>(minima[0]), static_cast<int>(minima[1])};
        } else {
            in.complain(key, "the letters kept before and after, such as [2, 3]");
        }
    }
}

void bind_limits(SettingReader& in, QualityLimits& limits) {
    in.read("print.limits.loosest-line", limits.loosest_line, 1.0, 20.0);
    in.read("print.limits.hyphens-in-a-row", limits.hyphens_in_a_row, 0, 20);
    in.read("print.limits.lines-short", limits.lines_short, 0, 200);
    in.read("print.limits.split-notes", limits.split_notes, 0, 50);
}

} // namespace

void bind_print(SettingReader& in, Print& print) {
    bind_page(in, print.page);
    for (std::size_t role = 0; role < type_role_count; ++role)
        bind_type(in, "print.type." + std::string(name(static_cast<TypeRole>(role))),
                  print.type[static_cast<TypeRole>(role)]);
    bind_opening(in, print.opening);
    bind_notes(in, print.notes);
    bind_inserts(in, print.inserts);
    bind_furniture(in, print.running_heads);
    bind_contents(in, print.contents);
    bind_index(in, print.index);
    bind_matter(in, print.matter);
    bind_lines(in, print.lines);
    bind_limits(in, print.limits);
    in.read("print.pages", print.pages);
    in.read_name("print.interior", print.interior, {"gray", "cmyk", "gray+spot"});
    in.read("print.paper", print.paper);
}

} // namespace quoin::style
