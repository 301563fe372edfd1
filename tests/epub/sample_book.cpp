#include "sample_book.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <functional>

namespace quoin::test {

using namespace model;

Inlines words(std::string text) { return {Inline{Text{std::move(text)}, {}}}; }
Block block(decltype(Block::kind) kind) { return Block{std::move(kind), {}, 0}; }
Block paragraph(std::string text) { return block(Paragraph{words(std::move(text)), {}}); }
Inline mark(std::uint32_t note, std::uint32_t occurrence) {
    return Inline{NoteReference{static_cast<NoteId>(note), occurrence}, {}};
}

SampleBook::SampleBook(std::string title) {
    document.metadata.title = std::move(title);
    document.metadata.publisher = "Guild Press";
    document.metadata.date = {2023, 8, 1};
    document.metadata.date_stated = true;
    style::PaletteInk accent;
    accent.name = "accent";
    accent.rgb = {200, 53, 45};
    accent.rgb_dark = {255, 138, 128};
    layout.palette.push_back(accent);
}

Article& SampleBook::article(std::string name, std::string title) {
    Article article;
    article.name = std::move(name);
    article.title = words(std::move(title));
    document.entries.push_back({std::move(article), {}, 0});
    return std::get<Article>(document.entries.back().kind);
}

std::uint32_t SampleBook::note(std::string text) {
    Note note;
    note.content = {paragraph(std::move(text))};
    document.notes.push_back(std::move(note));
    return static_cast<std::uint32_t>(document.notes.size() - 1);
}

void SampleBook::heading(Article& article, std::string text, int level) {
    article.body.push_back(block(Heading{level, words(std::move(text)), {}, {}}));
}

namespace {

void visit(Blocks& blocks, std::function<void(Block&)> const& see) {
    for (Block& each : blocks) {
        see(each);
        if (auto* quote = std::get_if<Quote>(&each.kind)) visit(quote->content, see);
        if (auto* list = std::get_if<List>(&each.kind))
            for (ListItem& item : list->items) visit(item.content, see);
        if (auto* insert = std::get_if<Insert>(&each.kind)) visit(insert->content, see);
        if (auto* division = std::get_if<Division>(&each.kind)) visit(division->content, see);
    }
}

void number(Document& document, Article const& article, Inlines& row, std::uint32_t entry, int& next) {
    for (Inline& each : row) {
        if (auto* reference = std::get_if<NoteReference>(&each.kind)) {
            Note& note = document.notes.at(static_cast<std::size_t>(reference->note));
            reference->occurrence = note.references++;
            if (note.number != 0) continue;
            note.number = next++;
            note.article = entry;
            note.anchor = fmt::format("{}-{}", article.name, note.number);
        } else if (Inlines* inside = children(each)) {
            number(document, article, *inside, entry, next);
        }
    }
}

} // namespace

void SampleBook::finish() {
    std::uint32_t serial = 1;
    document.anchors.clear();
    document.contents.clear();
    std::string department;
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        auto const entry = static_cast<std::uint32_t>(i);
        document.entries[i].serial = serial++;
        auto const anchor = [&](std::string const& name, std::uint32_t at, Inlines const& label,
                                std::string const& written) {
            document.anchors.push_back({name, entry, at, label, written});
            return static_cast<AnchorId>(document.anchors.size() - 1);
        };
        auto* article = std::get_if<Article>(&document.entries[i].kind);
        if (auto* insert = std::get_if<Insert>(&document.entries[i].kind))
            visit(insert->content, [&](Block& each) { each.serial = serial++; });
        if (article == nullptr) continue;
        article->anchor = anchor(article->name, document.entries[i].serial, article->title, {});
        int headings = 0, terms = 0, next = 1;
        number(document, *article, article->title, entry, next);
        visit(article->body, [&](Block& each) {
            each.serial = serial++;
            if (auto* heading = std::get_if<Heading>(&each.kind))
                heading->anchor = anchor(fmt::format("{}-h{}", article->name, ++headings), each.serial,
                                         heading->content, heading->id);
            auto* paragraph = std::get_if<Paragraph>(&each.kind);
            if (paragraph == nullptr) return;
            number(document, *article, paragraph->content, entry, next);
            for (Inline& piece : paragraph->content) {
                auto* term = std::get_if<IndexTerm>(&piece.kind);
                if (term == nullptr || !term->indexed) continue;
                term->anchor = anchor(fmt::format("{}-term-{}", article->name, ++terms), each.serial, {}, {});
            }
        });
        if (!article->department.empty() && article->department != department)
            document.contents.push_back(
                {ContentsLine::Kind::department, 0, words(article->department), {}, {}, article->anchor, entry});
        department = article->department;
        document.contents.push_back(
            {ContentsLine::Kind::article, department.empty() ? 0 : 1, article->title, {}, {}, article->anchor, entry});
    }
    for (Note& note : document.notes) visit(note.content, [&](Block& each) { each.serial = serial++; });
    visit(document.imprint, [&](Block& each) { each.serial = serial++; });
}

SampleBook::Built SampleBook::build(std::size_t threads) {
    finish();
    Built built;
    MemoryFileSystem const files(sources);
    Pool pool(threads);
    epub::Package const package = epub::build_package(
        {document, layout, files, find_face, page_marks, cover, "A lamp", epoch, {}}, pool, built.diagnostics);
    for (epub::PackageFile const& file : package.files) {
        built.names.push_back(file.path);
        built.files[file.path] = as_text(file.bytes);
    }
    built.notes = package.notes;
    built.page_marks = package.page_marks;
    Result<Bytes> archive = epub::write_archive(package, epoch, pool);
    REQUIRE(archive);
    built.archive = *archive;
    return built;
}

std::string const& SampleBook::Built::file(std::string const& name) const {
    auto const found = files.find("EPUB/" + name);
    INFO(name);
    REQUIRE(found != files.end());
    return found->second;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

bool is_xml(std::string const& text) {
    pugi::xml_document document;
    return static_cast<bool>(document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype));
}

std::string value_at(std::string const& xml, char const* path) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_doctype);
    return pugi::xpath_query(path).evaluate_string(document);
}

std::size_t count_at(std::string const& xml, char const* path) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_doctype);
    return pugi::xpath_query(path).evaluate_node_set(document).size();
}

} // namespace quoin::test
