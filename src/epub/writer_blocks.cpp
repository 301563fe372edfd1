#include "epub/writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

void Writer::blocks(Blocks const& list, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        block(list[i]);
        out_.line_feed();
    }
}

void Writer::block(Block const& it) {
    match(
        it.kind,
        [&](Paragraph const& paragraph) {
            out_.open("p", {{"class", paragraph.marker.empty() ? "" : "thesis"}});
            if (!paragraph.marker.empty()) {
                out_.element("span", {{"class", "marker"}}, paragraph.marker);
                out_.text(" ");
            }
            row(paragraph.content, it.serial);
            out_.close("p");
        },
        [&](Heading const& kind) { heading(kind, it.serial); }, [&](Quote const& kind) { quote(kind, it.serial); },
        [&](List const& kind) {
            marks_before(it.serial);
            list(kind);
        },
        [&](DefinitionList const& kind) { definitions(kind, it.serial); },
        [&](Table const& kind) { table(kind, it.serial); }, [&](Figure const& kind) { figure(kind, it.serial); },
        [&](Verse const& kind) { verse(kind, it.serial); },
        [&](Insert const& kind) {
            marks_before(it.serial);
            insert(kind);
        },
        [&](Separator const&) {
            marks_before(it.serial);
            out_.empty("hr", {{"class", "break"}});
        },
        [&](CodeBlock const& kind) { code(kind, it.serial); },
        [&](Division const& kind) { division(kind, it.serial); });
}

// In an insert a heading is a paragraph: readers that build contents from headings would list the advertisement.
void Writer::heading(Heading const& it, std::uint32_t serial) {
    std::string const tag = in_insert_ ? "p" : fmt::format("h{}", std::clamp(it.level, 2, 6));
    Anchor const& anchor = book_.document.anchors.at(static_cast<std::size_t>(it.anchor));
    StyleScope const scope(out_, style(in_insert_ ? TypeRole::insert_title : heading_role(it.level)));
    out_.open(tag, {{"class", in_insert_ ? "insert-title" : ""}, {"id", anchor_id(anchor.name)}});
    in_heading_ = true;
    row(it.content, serial);
    in_heading_ = false;
    out_.close(tag);
}

void Writer::quote(Quote const& it, std::uint32_t serial) {
    marks_before(serial);
    StyleScope const scope(out_, inherited(TypeRole::quote));
    out_.open("blockquote");
    out_.line_feed();
    blocks(it.content);
    if (!it.attribution.empty()) {
        // Not in a footer: in a section with a role, assistive technology takes each for the foot of the whole document.
        out_.open("p", {{"class", "attribution"}});
        out_.open("cite");
        out_.text("— ");
        row(it.attribution);
        out_.close("cite");
        out_.close("p");
        out_.line_feed();
    }
    out_.close("blockquote");
}

// One paragraph a stanza; a line that wraps hangs, and its end is a real break for readers without the style sheet.
void Writer::verse(Verse const& it, std::uint32_t serial) {
    StyleScope const scope(out_, inherited(TypeRole::verse));
    RowPlace place{serial, 0, false};
    out_.open("div", {{"class", "verse"}});
    out_.line_feed();
    for (Stanza const& stanza : it.stanzas) {
        out_.open("p", {{"class", "stanza"}});
        for (VerseLine const& line : stanza) {
            bool const ends_stanza = &line == &stanza.back();
            place.last = ends_stanza && &stanza == &it.stanzas.back();
            verse_line(line, place, ends_stanza);
            place.begin += static_cast<std::uint32_t>(plain_text(line.content).size()) + 1;
        }
        out_.close("p");
        out_.line_feed();
    }
    out_.close("div");
}

// The break stands at the end within the line: where lines are blocks it adds nothing, without the style sheet it breaks.
void Writer::verse_line(VerseLine const& line, RowPlace const& place, bool ends_stanza) {
    constexpr int deepest = 12; // classes of the style sheet
    int const indent = std::min(line.indent, deepest);
    out_.open("span", {{"class", indent > 0 ? fmt::format("line i{}", indent) : "line"}});
    row_of(line.content, place);
    if (!ends_stanza) out_.empty("br");
    out_.close("span");
    if (!ends_stanza) out_.line_feed();
}

std::string Writer::written_anchor(std::uint32_t serial, std::string const& id) const {
    if (id.empty()) return {};
    auto const [begin, end] = book_.anchors_at.equal_range(serial);
    for (auto at = begin; at != end; ++at)
        if (book_.document.anchors[at->second].written == id) return anchor_id(book_.document.anchors[at->second].name);
    return {};
}

namespace {

// The width as written, in tenths of the measure: reading systems know no millimetres.
std::string width_class(std::string const& width, Length measure) {
    if (width.size() > 2 && width.substr(width.size() - 2) == "mm") {
        double const share = Length::from_millimetres(std::atof(width.c_str())).in_points() / measure.in_points();
        return fmt::format("w{}", std::clamp(static_cast<int>(share * 10 + 0.5), 1, 10));
    }
    if (!width.empty() && width.back() == '%')
        return fmt::format("w{}", std::clamp(static_cast<int>(std::atof(width.c_str()) / 10 + 0.5), 1, 10));
    return width;
}

Length measure(style::PageGeometry const& page) {
    return (page.width - page.inner - page.outer - page.gutter * (page.columns - 1)) / page.columns;
}

} // namespace

void Writer::figure(Figure const& it, std::uint32_t serial) {
    marks_before(serial);
    auto const found = book_.pictures.find(static_cast<std::uint32_t>(it.asset));
    bool const shown = found != book_.pictures.end() && !found->second.path.empty();
    bool const captioned = !it.caption.empty() || !it.credit.empty();
    bool const ornament = it.decorative && !captioned;
    std::string const id = it.caption.empty() ? written_anchor(serial, it.id) : book_.figure_id(it, serial);
    std::string const caption_id = fmt::format("caption-{}", serial);
    std::vector<std::string> classes;
    if (shown && found->second.drawing) classes.emplace_back("drawing");
    if (!it.width.empty()) classes.push_back(width_class(it.width, measure(book_.layout.print.page)));
    char const* tag = ornament ? "div" : "figure";
    out_.open(tag, {{"class", class_names(ornament ? "ornament" : "figure", classes)}, {"id", id}});
    if (shown) {
        std::string const alt = it.alt.empty() && !it.decorative ? plain_text(it.caption) : it.alt;
        out_.empty("img", {{"src", "../" + found->second.path},
                           {"alt", alt, true},
                           {"aria-describedby", it.decorative && captioned ? caption_id : ""}});
    }
    if (captioned) caption(it, it.decorative ? caption_id : "");
    out_.close(tag);
}

void Writer::caption(Figure const& it, std::string const& id) {
    StyleScope const scope(out_, style(TypeRole::caption));
    out_.open("figcaption", {{"id", id}});
    row(it.caption);
    if (!it.credit.empty()) {
        if (!it.caption.empty()) out_.text(" ");
        StyleScope const small(out_, style(TypeRole::credit));
        out_.element("span", {{"class", "credit"}}, it.credit);
    }
    out_.close("figcaption");
}

void Writer::code(CodeBlock const& it, std::uint32_t serial) {
    StyleScope const scope(out_, style(TypeRole::code));
    out_.open("pre");
    out_.open("code");
    row({Inline{Text{it.text, true}, {}}}, serial);
    out_.close("code");
    out_.close("pre");
}

void Writer::division(Division const& it, std::uint32_t serial) {
    marks_before(serial);
    auto const has = [&](char const* name) {
        return std::find(it.classes.begin(), it.classes.end(), name) != it.classes.end();
    };
    bool const pull_quote = has("pull-quote"), epigraph = has("epigraph");
    auto const change = language_change(language_, right_to_left_, it.language, it.right_to_left);
    out_.open("div", {{"class", class_names("", it.classes)},
                      {"epub:type", pull_quote ? "pullquote"
                                    : epigraph ? "epigraph"
                                               : ""},
                      {"role", pull_quote ? "doc-pullquote"
                               : epigraph ? "doc-epigraph"
                                          : ""},
                      {"id", written_anchor(serial, it.id)},
                      {"lang", change.language},
                      {"xml:lang", change.language},
                      {"dir", change.direction}});
    out_.line_feed();
    LanguageScope const language(*this, change);
    StyleScope const scope(out_, pull_quote ? style(TypeRole::pull_quote)
                                 : epigraph ? style(TypeRole::epigraph)
                                            : out_.style());
    blocks(it.content);
    out_.close("div");
}

void Writer::insert(Insert const& it) {
    auto const* heading = it.content.empty() ? nullptr : std::get_if<Heading>(&it.content.front().kind);
    std::string label;
    if (!it.title.empty()) {
        label = anchor_id(it.name) + "-title";
    } else if (heading != nullptr) {
        label = anchor_id(book_.document.anchors.at(static_cast<std::size_t>(heading->anchor)).name);
    }
    auto const change = language_change(language_, right_to_left_, it.language, false);
    out_.open("aside", {{"class", class_names("insert advert", it.classes)},
                        {"id", anchor_id(it.name)},
                        {"aria-labelledby", label},
                        {"aria-label", label.empty() ? words().insert : ""},
                        {"lang", change.language},
                        {"xml:lang", change.language},
                        {"dir", change.direction}});
    out_.line_feed();
    LanguageScope const language(*this, change);
    bool const outer = in_insert_;
    in_insert_ = true;
    StyleScope const scope(out_, style(TypeRole::insert_text));
    if (!it.title.empty()) {
        StyleScope const strong(out_, style(TypeRole::insert_title));
        out_.open("p", {{"class", "insert-title"}, {"id", label}});
        row(it.title);
        out_.close("p");
        out_.line_feed();
    }
    blocks(it.content);
    in_insert_ = outer;
    out_.close("aside");
}

} // namespace quoin::epub
