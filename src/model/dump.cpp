// The document as text for people and for goldens: one block a line, its running text on the same line as
//     paragraph "He saw " emphasis["the comet"] note[0] "."
// Empty fields are left out, so that a golden shows what is there and nothing else.

#include "model/document.hpp"

#include <fmt/format.h>

namespace quoin::model {
namespace {

/// In double quotes; what would not be seen is written out, so that a no-break space is no secret.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const letter = text[at];
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\t') {
            result += "\\t";
        } else if (text.substr(at, 2) == "\u00A0") {
            result += "\\u{A0}";
            ++at;
        } else if (text.substr(at, 2) == "\u00AD") {
            result += "\\u{AD}";
            ++at;
        } else {
            result += letter;
        }
    }
    return result + '"';
}

std::string words(Inlines const&);

std::string field(std::string_view name, std::string_view value) {
    return value.empty() ? "" : fmt::format(" {}={}", name, quoted(value));
}
std::string field(std::string_view name, Inlines const& value) {
    return value.empty() ? "" : fmt::format(" {}[{}]", name, words(value));
}
std::string field(std::string_view name, std::vector<std::string> const& values) {
    std::string result;
    for (auto const& value : values) result += fmt::format(" {}{}", name, value);
    return result;
}
std::string anchor_field(AnchorId anchor) {
    auto const index = static_cast<std::uint32_t>(anchor);
    return index == 0 ? "" : fmt::format(" anchor={}", index);
}

std::string bracketed(std::string_view name, Inlines const& content, std::string_view fields = {}) {
    return fmt::format("{}{}[{}]", name, fields, words(content));
}

std::string word(Inline const& piece) {
    return match(
        piece.kind, [](Text const& it) { return (it.literal ? "literal" : "") + quoted(it.text); },
        [](Emphasis const& it) { return bracketed("emphasis", it.content); },
        [](Strong const& it) { return bracketed("strong", it.content); },
        [](Strikethrough const& it) { return bracketed("strikethrough", it.content); },
        [](SmallCaps const& it) { return bracketed("smallcaps", it.content); },
        [](Superscript const& it) { return bracketed("superscript", it.content); },
        [](Subscript const& it) { return bracketed("subscript", it.content); },
        [](Code const& it) { return fmt::format("code[{}]", quoted(it.text)); },
        [](LanguageSpan const& it) {
            std::string fields = it.language.empty() ? "" : ":" + it.language;
            if (it.right_to_left) fields += ":rtl";
            for (auto const& name : it.classes) fields += "." + name;
            return bracketed("span", it.content, fields);
        },
        [](Link const& it) {
            auto const title = it.title.empty() ? "" : " " + quoted(it.title);
            return bracketed(it.bare ? "address" : "link", it.content, fmt::format("<{}{}>", it.address, title));
        },
        [](CrossReference const& it) {
            auto const place = it.resolved ? fmt::format(" anchor={}", static_cast<std::uint32_t>(it.anchor)) : "";
            return bracketed("see", it.content, fmt::format("<{}#{}{}>", it.file, it.target, place));
        },
        [](NoteReference const& it) {
            auto const again = it.occurrence == 0 ? "" : fmt::format(" again={}", it.occurrence);
            return fmt::format("note[{}{}]", static_cast<std::uint32_t>(it.note), again);
        },
        [](InlinePicture const& it) {
            return fmt::format("picture[{}{}]", static_cast<std::uint32_t>(it.asset), field("alt", it.alt));
        },
        [](IndexTerm const& it) {
            return bracketed("index", it.content, it.entry.empty() ? "" : "<" + it.entry + ">") + field("see", it.see) +
                   field("see-also", it.see_also);
        },
        [](InlineAnchor const& it) { return fmt::format("anchor[{}]", it.id); },
        [](LineBreak const&) { return std::string("break"); });
}

std::string words(Inlines const& content) {
    std::string result;
    for (Inline const& piece : content) {
        if (!result.empty()) result += ' ';
        result += word(piece);
    }
    return result;
}

class Dumper {
  public:
    std::string take() { return std::move(text_); }

    void line(int depth, std::string const& content) {
        text_.append(static_cast<std::size_t>(depth) * 2, ' ');
        text_ += content;
        text_ += '\n';
    }

    void inlines_line(int depth, std::string_view name, Inlines const& content) {
        line(depth, content.empty() ? std::string(name) : fmt::format("{} {}", name, words(content)));
    }

    void blocks(int depth, Blocks const& content) {
        for (Block const& each : content) block(depth, each);
    }

    void named_blocks(int depth, std::string_view name, Blocks const& content) {
        if (content.empty()) return;
        line(depth, std::string(name));
        blocks(depth + 1, content);
    }

    void block(int depth, Block const& it);
    void insert(int depth, Insert const&, std::string const& serial);
    void table(int depth, Table const&, std::string const& serial);
    void metadata(Metadata const&);
    void entry(Entry const&);
    void article(Article const&, std::string const& serial);
    void tables_of(Document const&);
    void index_entry(int depth, IndexEntry const&);

  private:
    std::string text_;
};

std::string serial_field(std::uint32_t serial) { return serial == 0 ? "" : fmt::format(" #{}", serial); }

std::string_view name_of(Alignment alignment) {
    switch (alignment) {
    case Alignment::left: return "left";
    case Alignment::centre: return "centre";
    case Alignment::right: return "right";
    case Alignment::none: break;
    }
    return "none";
}

void Dumper::table(int depth, Table const& it, std::string const& serial) {
    std::string columns;
    for (Alignment alignment : it.columns) columns += fmt::format(" {}", name_of(alignment));
    line(depth, fmt::format("table{}{}{}{}", columns, field("id", it.id), field("caption", it.caption), serial));
    auto const rows = [&](std::string_view name, std::vector<TableRow> const& list) {
        for (TableRow const& row : list) {
            line(depth + 1, std::string(name));
            for (TableCell const& cell : row) inlines_line(depth + 2, "cell", cell.content);
        }
    };
    rows("head", it.head);
    rows("row", it.body);
}

void Dumper::insert(int depth, Insert const& it, std::string const& serial) {
    std::string sizes;
    for (std::string const& size : it.other_sizes) sizes += field("or", size);
    line(depth, fmt::format("insert{}{}{}{}{}{}{}{}", field("size", it.size), sizes, it.optional ? " optional" : "",
                            field("lang", it.language), field("name", it.name), field(".", it.classes),
                            field("title", it.title), serial));
    blocks(depth + 1, it.content);
}

void Dumper::block(int depth, Block const& node) {
    std::string const serial = serial_field(node.serial);
    match(
        node.kind,
        [&](Paragraph const& it) {
            inlines_line(depth, "paragraph" + field("marker", it.marker) + serial, it.content);
        },
        [&](Heading const& it) {
            auto const fields = field("id", it.id) + anchor_field(it.anchor) + serial;
            inlines_line(depth, fmt::format("heading {}{}", it.level, fields), it.content);
        },
        [&](Quote const& it) {
            line(depth, "quote" + serial);
            blocks(depth + 1, it.content);
            if (!it.attribution.empty()) inlines_line(depth + 1, "attribution", it.attribution);
        },
        [&](List const& it) {
            auto const* kind = it.kind == ListKind::bullet ? "bullet" : "numbered";
            line(depth, fmt::format("list {} {}{}", kind, it.tight ? "tight" : "loose", serial));
            for (ListItem const& item : it.items) {
                auto const number = it.kind == ListKind::bullet ? "" : fmt::format(" number={}", item.number);
                line(depth + 1, "item" + field("marker", item.marker) + number);
                blocks(depth + 2, item.content);
            }
        },
        [&](DefinitionList const& it) {
            line(depth, "definitions" + serial);
            for (Definition const& item : it.items) {
                inlines_line(depth + 1, "term", item.term);
                for (Blocks const& meaning : item.meanings) {
                    line(depth + 2, "meaning");
                    blocks(depth + 3, meaning);
                }
            }
        },
        [&](Table const& it) { table(depth, it, serial); },
        [&](Figure const& it) {
            line(depth,
                 fmt::format("figure asset={}{}{}{}{}{}{}{}", static_cast<std::uint32_t>(it.asset),
                             it.decorative ? " decorative" : field("alt", it.alt), field("width", it.width),
                             field("credit", it.credit), field("id", it.id), field("caption", it.caption), serial, ""));
        },
        [&](Verse const& it) {
            line(depth, "verse" + serial);
            for (Stanza const& stanza : it.stanzas) {
                line(depth + 1, "stanza");
                for (VerseLine const& verse : stanza) {
                    auto const indent = verse.indent == 0 ? "" : fmt::format(" indent={}", verse.indent);
                    inlines_line(depth + 2, "line" + indent, verse.content);
                }
            }
        },
        [&](Insert const& it) { insert(depth, it, serial); },
        [&](Separator const&) { line(depth, "separator" + serial); },
        [&](CodeBlock const& it) {
            line(depth, fmt::format("code{} {}{}", field("info", it.info), quoted(it.text), serial));
        },
        [&](Division const& it) {
            line(depth, fmt::format("division{}{}{}{}{}", field("lang", it.language), it.right_to_left ? " rtl" : "",
                                    field(".", it.classes), field("id", it.id), serial));
            blocks(depth + 1, it.content);
        });
}

std::string_view name_of(PublicationKind kind) {
    switch (kind) {
    case PublicationKind::pamphlet: return "pamphlet";
    case PublicationKind::book: return "book";
    case PublicationKind::leaflet: return "leaflet";
    case PublicationKind::journal: break;
    }
    return "journal";
}

std::string_view name_of(CoverForm form) {
    switch (form) {
    case CoverForm::separate: return "separate";
    case CoverForm::self: return "self";
    case CoverForm::none: return "none";
    case CoverForm::unstated: break;
    }
    return "";
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::dedication: return "dedication";
    case Role::epigraph: return "epigraph";
    case Role::foreword: return "foreword";
    case Role::preface: return "preface";
    case Role::introduction: return "introduction";
    case Role::appendix: return "appendix";
    case Role::afterword: return "afterword";
    case Role::colophon: return "colophon";
    case Role::none: break;
    }
    return "";
}

std::string list_field(std::string_view name, std::vector<std::string> const& values) {
    std::string result;
    for (auto const& value : values) result += (result.empty() ? "" : ", ") + quoted(value);
    return values.empty() ? "" : fmt::format(" {}=[{}]", name, result);
}

void Dumper::metadata(Metadata const& it) {
    line(0, fmt::format("publication {} {}{}", name_of(it.kind), it.language, it.is_edition ? " edition" : ""));
    auto const text = [&](std::string_view name, std::string const& value) {
        if (!value.empty()) line(1, fmt::format("{} {}", name, quoted(value)));
    };
    text("name", it.name);
    text("title", it.title);
    text("subtitle", it.subtitle);
    text("publisher", it.publisher);
    text("rights", it.rights);
    text("description", it.description);
    text("identifier", it.identifier);
    text("profile", it.profile);
    text("paper", it.paper);
    text("layout", it.layout);
    if (!it.subjects.empty()) line(1, list_field("subjects", it.subjects).substr(1));
    line(1, fmt::format("date {}{}", to_string(it.date), it.date_stated ? "" : " (not stated)"));
    Issue const& issue = it.issue;
    std::string const issue_fields =
        field("series", issue.series) + field("volume", issue.volume) + field("number", issue.number) +
        field("date", issue.date ? to_string(*issue.date) : "") + field("issn", issue.issn) +
        field("variant", issue.variant == "00" ? "" : issue.variant) + field("price", issue.price);
    if (!issue_fields.empty()) line(1, "issue" + issue_fields);
    Book const& book = it.book;
    std::string const book_fields =
        field("isbn", book.isbn) + field("isbn-epub", book.isbn_epub) + field("edition", book.edition) +
        field("copyright", book.copyright) + list_field("authors", book.authors) + list_field("editors", book.editors) +
        list_field("translators", book.translators) + list_field("illustrators", book.illustrators);
    if (!book_fields.empty()) line(1, "book" + book_fields);
    std::string const contact_fields =
        field("website", it.contact.website) + field("email", it.contact.email) + field("phone", it.contact.phone);
    if (!contact_fields.empty()) line(1, "contact" + contact_fields);
    Cover const& cover = it.cover;
    std::string const cover_fields =
        field("form", name_of(cover.form)) + field("image", cover.image) + field("alt", cover.alt) +
        field("credit", cover.credit) + field("spine", cover.spine) + list_field("lines", cover.lines) +
        field("barcode-addon", cover.barcode_addon) +
        field("frozen-pages", cover.frozen_pages == 0 ? "" : std::to_string(cover.frozen_pages)) +
        field("frozen-paper", cover.frozen_paper);
    if (!cover_fields.empty()) line(1, "cover" + cover_fields);
    text("certified-by", it.certified_by);
    for (SettingOverride const& setting : it.style) line(1, fmt::format("style {} = {}", setting.key, setting.toml));
    for (SettingOverride const& setting : it.printer)
        line(1, fmt::format("printer {} = {}", setting.key, setting.toml));
}

void Dumper::article(Article const& it, std::string const& serial) {
    line(0, fmt::format("article {}{}{}{}{}{}{}", quoted(it.path), field("name", it.name), field("lang", it.language),
                        field("department", it.department), field("role", name_of(it.role)), anchor_field(it.anchor),
                        serial));
    if (!it.title.empty()) inlines_line(1, "title", it.title);
    if (!it.subtitle.empty()) inlines_line(1, "subtitle", it.subtitle);
    for (Author const& author : it.authors) {
        line(1, fmt::format("author {}{}", quoted(author.name), field("affiliation", author.affiliation)));
    }
    if (!it.byline.empty()) line(1, "byline " + quoted(it.byline));
    if (it.date) line(1, "date " + to_string(*it.date));
    if (!it.running_title.empty()) line(1, "running-title " + quoted(it.running_title));
    named_blocks(1, "abstract", it.abstract);
    blocks(1, it.body);
}

void Dumper::entry(Entry const& it) {
    std::string const serial = serial_field(it.serial);
    match(
        it.kind, [&](Article const& each) { article(each, serial); },
        [&](Insert const& each) { insert(0, each, serial); },
        [&](PartTitle const& each) {
            inlines_line(0, "part" + field("name", each.name) + anchor_field(each.anchor) + serial, each.title);
        });
}

std::string_view name_of(ContentsLine::Kind kind) {
    switch (kind) {
    case ContentsLine::Kind::department: return "department";
    case ContentsLine::Kind::part: return "part";
    case ContentsLine::Kind::heading: return "heading";
    case ContentsLine::Kind::article: break;
    }
    return "article";
}

void Dumper::tables_of(Document const& it) {
    for (std::size_t at = 0; at < it.notes.size(); ++at) {
        Note const& note = it.notes[at];
        auto const number = note.number == 0 ? "" : fmt::format(" number={}", note.number);
        auto const marks = note.references == 0 ? "" : fmt::format(" references={}", note.references);
        line(0, fmt::format("note {}{}{}{}{}", at, field("label", note.label), field("anchor", note.anchor), number,
                            marks));
        blocks(1, note.content);
    }
    for (std::size_t at = 0; at < it.assets.size(); ++at)
        line(0, fmt::format("asset {} {}", at, quoted(it.assets[at].path)));
    for (std::size_t at = 0; at < it.anchors.size(); ++at) {
        Anchor const& anchor = it.anchors[at];
        line(0,
             fmt::format("anchor {} {} entry={}{}{}{}", at, quoted(anchor.name), anchor.entry,
                         serial_field(anchor.serial), field("written", anchor.written), field("label", anchor.label)));
    }
    for (ContentsLine const& each : it.contents) {
        line(0, fmt::format("contents {} {}{} entry={}{}{}{}", each.depth, name_of(each.kind),
                            anchor_field(each.anchor), each.entry, field("title", each.title),
                            field("subtitle", each.subtitle), field("byline", each.byline)));
    }
    for (IndexGroup const& group : it.index.groups) {
        line(0, "index " + quoted(group.letter));
        for (IndexEntry const& entry : group.entries) index_entry(1, entry);
    }
}

void Dumper::index_entry(int depth, IndexEntry const& it) {
    std::string places;
    for (AnchorId const place : it.places) places += anchor_field(place);
    for (std::string const& other : it.see) places += field("see", other);
    for (std::string const& other : it.see_also) places += field("see-also", other);
    line(depth, fmt::format("{}{}", quoted(it.term), places));
    for (IndexEntry const& below : it.below) index_entry(depth + 1, below);
}

} // namespace

std::string dump(Document const& document) {
    Dumper dumper;
    dumper.metadata(document.metadata);
    for (Entry const& entry : document.entries) dumper.entry(entry);
    dumper.named_blocks(0, "imprint", document.imprint);
    dumper.named_blocks(0, "back", document.back);
    dumper.named_blocks(0, "inside-front", document.inside_front);
    dumper.named_blocks(0, "inside-back", document.inside_back);
    dumper.named_blocks(0, "flaps", document.flaps);
    dumper.tables_of(document);
    return dumper.take();
}

} // namespace quoin::model
