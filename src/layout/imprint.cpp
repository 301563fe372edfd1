#include "layout/imprint.hpp"

#include "layout/compose_words.hpp"
#include "layout/contents_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

constexpr Length hairline{Length::units_per_point / 2};

void append_plain(std::string& to, model::Blocks const& blocks);

void append_plain(std::string& to, model::Inlines const& content) {
    to += model::plain_text(content);
    to += '\n';
}

void append_plain(std::string& to, model::Block const& block) {
    model::match(
        block.kind, [&](model::Paragraph const& kind) { append_plain(to, kind.content); },
        [&](model::Heading const& kind) { append_plain(to, kind.content); },
        [&](model::Quote const& kind) { append_plain(to, kind.content); },
        [&](model::List const& kind) {
            for (model::ListItem const& item : kind.items) append_plain(to, item.content);
        },
        [&](model::DefinitionList const& kind) {
            for (model::Definition const& item : kind.items) {
                append_plain(to, item.term);
                for (model::Blocks const& meaning : item.meanings) append_plain(to, meaning);
            }
        },
        [&](model::Table const& kind) {
            for (model::TableRow const& row : kind.body) {
                for (model::TableCell const& cell : row) append_plain(to, cell.content);
            }
        },
        [](model::Figure const&) {},
        [&](model::Verse const& kind) {
            for (model::Stanza const& stanza : kind.stanzas) {
                for (model::VerseLine const& line : stanza) append_plain(to, line.content);
            }
        },
        [&](model::Insert const& kind) { append_plain(to, kind.content); }, [](model::Separator const&) {},
        [&](model::CodeBlock const& kind) { to += kind.text; },
        [&](model::Division const& kind) { append_plain(to, kind.content); });
}

void append_plain(std::string& to, model::Blocks const& blocks) {
    for (model::Block const& block : blocks) append_plain(to, block);
}

std::string joined(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Lines of the manifest that the imprint's own text does not print already.
std::vector<std::string> manifest_lines(Context const& context, std::string const& already) {
    model::Metadata const& data = context.document.metadata;
    Words const& words = words_for(data.language);
    std::vector<std::string> lines;
    auto const add = [&](std::string_view label, std::string const& value, std::string_view separator) {
        if (value.empty() || already.find(value) != std::string::npos) return;
        lines.push_back(label.empty() ? value : fmt::format("{}{}{}", label, separator, value));
    };
    bool const is_book = data.kind == model::PublicationKind::book;
    if (is_book) {
        add(words.edited_by, joined(data.book.editors), " ");
        add(words.translated_by, joined(data.book.translators), " ");
        add(words.illustrated_by, joined(data.book.illustrators), " ");
        add("", data.book.copyright, "");
        if (!data.book.edition.empty()) add("", fmt::format("{} {}", data.book.edition, words.edition), "");
    }
    add("", data.publisher, "");
    add("", data.rights, "");
    add("ISSN", data.issue.issn, " ");
    add("ISBN", data.book.isbn, " ");
    add(words.website, data.contact.website, ": ");
    add(words.email, data.contact.email, ": ");
    add(words.phone, data.contact.phone, ": ");
    return lines;
}

} // namespace

std::vector<Row> imprint_rows(Context& context, Length measure, page::TagId parent, Passage& passage) {
    style::TypeStyle const& type = context.type(style::TypeRole::imprint);
    Setting setting;
    setting.measure = measure;
    setting.text = type;
    setting.pitch = type.leading;
    setting.language = context.language();
    setting.parent = parent;
    setting.surroundings = Surroundings::box;
    setting.own_roles = false;
    compose_blocks(context, setting, context.document.imprint, passage);
    std::string already;
    append_plain(already, context.document.imprint);
    std::vector<Row> rows = rows_of(context, passage.elements, type.leading, type.space_after);
    bool first = true;
    for (std::string const& line : manifest_lines(context, already)) {
        page::TagId const tag = context.add_tag(page::TagRole::Paragraph, parent);
        text::ParagraphShape shape = shape_for(setting, type, false);
        shape.want_variants = false;
        std::size_t const at = rows.size();
        append_rows(context, plain_inline_text(line, inline_setting(context, type, context.language(), tag)), type,
                    shape, {}, rows);
        if (first && at < rows.size()) rows[at].above = type.space_after;
        first = false;
    }
    return rows;
}

std::optional<Box> imprint_box(Context& context, page::TagId parent, Passage& passage) {
    style::PageGeometry const& page = context.print.page;
    int const columns = std::max(1, page.columns);
    page::TagId const tag = context.add_tag(page::TagRole::Section, parent);
    std::vector<Row> rows = imprint_rows(context, column_width(page, columns), tag, passage);
    if (rows.empty()) return std::nullopt;
    Length const white = context.grid() / 2;
    Length const height = balanced_height(rows, columns);
    Box box;
    box.width = text_width(page);
    box.height = height + white + hairline;
    page::Rule const rule{box.width, hairline, context.ink("text")};
    box.items.push_back({{}, rule, page::TagId::artifact});
    std::size_t at = 0;
    for (int column = 0; column < columns && at < rows.size(); ++column) {
        std::size_t const end = column + 1 == columns ? rows.size() : fitting_end(rows, at, height);
        stack_rows(rows, at, end, {(column_width(page, columns) + page.gutter) * column, white + hairline}, box);
        at = end;
    }
    return box;
}

std::string imprint_place(style::Print const& print, model::Document const& document) {
    bool const has_contents = prints_contents(print, document);
    std::string const& wanted = print.matter.imprint_place;
    if (wanted == "copyright" && print.matter.copyright_page) return wanted;
    if (wanted != "last" && has_contents) return "contents";
    return "last";
}

} // namespace quoin::layout
