#include "layout_compose/sample.hpp"

#include <cctype>

namespace sample {

namespace {

void number_blocks(model::Blocks& blocks, std::uint32_t& next, model::Document& document, std::uint32_t entry) {
    for (model::Block& each : blocks) {
        each.serial = next++;
        auto const inner = [&](model::Blocks& content) { number_blocks(content, next, document, entry); };
        if (auto* heading = std::get_if<model::Heading>(&each.kind)) {
            heading->anchor = static_cast<model::AnchorId>(document.anchors.size());
            document.anchors.push_back(
                {"heading-" + std::to_string(each.serial), entry, each.serial, heading->content, heading->id});
        }
        if (auto* quote = std::get_if<model::Quote>(&each.kind)) inner(quote->content);
        if (auto* insert = std::get_if<model::Insert>(&each.kind)) inner(insert->content);
        if (auto* division = std::get_if<model::Division>(&each.kind)) inner(division->content);
        if (auto* list = std::get_if<model::List>(&each.kind)) {
            for (model::ListItem& one : list->items) inner(one.content);
        }
    }
}

style::PaletteInk ink(std::string name, std::array<int, 4> cmyk) {
    style::PaletteInk made;
    made.name = std::move(name);
    made.cmyk = cmyk;
    return made;
}

} // namespace

Publication::Publication(std::map<std::string, std::string> contents) : files(std::move(contents)) {
    layout.palette = {ink("text", {0, 0, 0, 1000}), ink("paper", {0, 0, 0, 0}), ink("accent", {0, 880, 720, 80})};
    layout.print.type[style::TypeRole::note].leading = Length::points(10);
    layout.print.type[style::TypeRole::note].size = Length::points(8);
    layout.print.type[style::TypeRole::body].first_indent = Length::points(10);
    layout.print.contents.show = false;
    document.metadata.title = "Sample";
}

model::Article& Publication::add_article(std::string name, model::Blocks body) {
    model::Article article;
    article.title = text("Title-" + name);
    article.name = std::move(name);
    article.body = std::move(body);
    document.entries.push_back({std::move(article), {}, 0});
    return std::get<model::Article>(document.entries.back().kind);
}

void Publication::add_note(model::Blocks content) {
    model::Note note;
    note.content = std::move(content);
    document.notes.push_back(std::move(note));
}

void Publication::prepare() {
    std::uint32_t next = 1;
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        model::Entry& entry = document.entries[i];
        auto const number = static_cast<std::uint32_t>(i);
        entry.serial = next++;
        if (auto* article = std::get_if<model::Article>(&entry.kind)) {
            article->anchor = static_cast<model::AnchorId>(document.anchors.size());
            document.anchors.push_back({article->name, number, entry.serial, article->title, ""});
            number_blocks(article->body, next, document, number);
        } else if (auto* insert = std::get_if<model::Insert>(&entry.kind)) {
            number_blocks(insert->content, next, document, number);
        } else if (auto* part = std::get_if<model::PartTitle>(&entry.kind)) {
            part->name = "part-" + std::to_string(i);
            part->anchor = static_cast<model::AnchorId>(document.anchors.size());
            document.anchors.push_back({part->name, number, entry.serial, part->title, ""});
        }
    }
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        model::Note& note = document.notes[i];
        number_blocks(note.content, next, document, 0);
        note.number = static_cast<int>(i) + 1;
        note.anchor = "one-" + std::to_string(i + 1);
    }
}

layout::Composition Publication::compose(layout::PageNumbers const& known, std::size_t threads) {
    Pool pool(threads);
    return layout::compose_document(request(), known, cache, pool);
}

text::FontBook const& Publication::fonts() {
    static SourceMap sources;
    static Diagnostics diagnostics;
    static DiskFileSystem const disk;
    static auto const book =
        text::FontBook::load({std::string(QUOIN_SOURCE_DIR) + "/fonts/fonts.toml", {}, {}}, disk, sources, diagnostics);
    return book.value();
}

Bench::Bench(Publication& publication, layout::PageNumbers known) : known_(std::move(known)) {
    composition.links.emplace_back();
    composition.inks = layout::inks_of(publication.layout);
    request_ = std::make_unique<layout::Request>(publication.request());
    context_ = std::make_unique<layout::Context>(*request_, known_, composition, images_, layout::TableFill{});
}

std::string runs_of(std::vector<page::Item> const& items) {
    std::string joined;
    for (page::Item const& each : items) {
        auto const* run = std::get_if<page::GlyphRun>(&each.kind);
        if (run != nullptr) joined += (joined.empty() ? "" : "|") + run->text;
    }
    return joined;
}

namespace {

void add_paragraph(layout::FlowParagraph const& paragraph, std::string& to) {
    to += runs_of(paragraph.label) + " ";
    if (paragraph.text) to += paragraph.text->text().text;
    to += "\n";
}

} // namespace

std::string printed(layout::Composition const& made) {
    std::string all;
    for (layout::Galley const& galley : made.galleys) {
        if (galley.opening) all += runs_of(galley.opening->items) + "\n";
        for (layout::Element const& element : galley.elements) {
            if (auto const* paragraph = std::get_if<layout::FlowParagraph>(&element.kind)) {
                add_paragraph(*paragraph, all);
            } else {
                all += runs_of(std::get<layout::FlowBox>(element.kind).box.items) + "\n";
            }
        }
        for (layout::Float const& moved : galley.floats) all += runs_of(moved.box.items) + "\n";
    }
    for (layout::NoteGalley const& note : made.notes) {
        for (layout::FlowParagraph const& paragraph : note.paragraphs) add_paragraph(paragraph, all);
    }
    return all;
}

int count_word(std::string const& text, std::string const& word) {
    int count = 0;
    auto const is_letter = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(text[at])) != 0; };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        bool const begins = at == 0 || !is_letter(at - 1);
        bool const ends = at + word.size() == text.size() || !is_letter(at + word.size());
        if (begins && ends) ++count;
    }
    return count;
}

} // namespace sample
