#include "reader/article.hpp"

#include "reader/front_matter.hpp"
#include "reader/language.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

constexpr int smallest_heading = 6;

/// Every heading of the text in order, those in inserts left out: an insert is a text of its own.
void collect_headings(model::Blocks& blocks, std::vector<model::Block*>& found) {
    for (model::Block& block : blocks) {
        if (std::holds_alternative<model::Heading>(block.kind)) {
            found.push_back(&block);
        } else if (auto* division = std::get_if<model::Division>(&block.kind)) {
            collect_headings(division->content, found);
        } else if (auto* quote = std::get_if<model::Quote>(&block.kind)) {
            collect_headings(quote->content, found);
        } else if (auto* list = std::get_if<model::List>(&block.kind)) {
            for (model::ListItem& item : list->items) collect_headings(item.content, found);
        }
    }
}

/// `#` is the article's title to us, which stands in the front matter. Authors who write `#` for their headings mean the
/// first level below it; with `##` as well, all levels move down by one.
void set_heading_levels(model::Blocks& body, Diagnostics& diagnostics) {
    std::vector<model::Block*> blocks;
    collect_headings(body, blocks);
    auto const level_of = [](model::Block* block) -> int& { return std::get<model::Heading>(block->kind).level; };
    auto const occurs = [&](int level) {
        return std::any_of(blocks.begin(), blocks.end(), [&](model::Block* block) { return level_of(block) == level; });
    };
    bool const shift = occurs(1) && occurs(2);
    int before = 1;
    for (model::Block* block : blocks) {
        int& level = level_of(block);
        int const written = level;
        level = std::min(shift ? level + 1 : std::max(level, 2), smallest_heading);
        if (level > before + 1) {
            diagnostics.warning(
                Code::heading_skipped, block->span,
                fmt::format("this heading is of level {}, but the one above it of level {}", written,
                            std::max(before - (shift ? 1 : 0), 1)),
                {fmt::format("write {} before it",
                             std::string(static_cast<std::size_t>(before + 1 - (shift ? 1 : 0)), '#'))});
        }
        before = level;
    }
}

SourceText body_of(InputFile const& input, FrontMatter const& front) {
    return slice(input.file, input.text, front.body, input.text.size());
}

/// Texts that stand for themselves on their page.
bool needs_title(model::Role role) { return role != model::Role::dedication && role != model::Role::epigraph; }

} // namespace

std::string stem_of(std::string const& path) {
    auto const slash = path.rfind('/');
    std::string stem = slash == std::string::npos ? path : path.substr(slash + 1);
    if (auto const dot = stem.rfind('.'); dot != std::string::npos && dot > 0) stem.erase(dot);
    std::string name;
    for (char const letter : stem) {
        bool const good = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '_' ||
                          static_cast<unsigned char>(letter) >= 0x80;
        if (good) {
            name += letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "text" : name;
}

model::Article read_article(Destination& destination, InputFile const& input, model::Role role) {
    Diagnostics& diagnostics = destination.diagnostics;
    FrontMatter front = read_front_matter(input.file, input.text, TextKind::article, diagnostics);
    FileReader reader(destination, input.path, body_of(input, front));
    model::Article article;
    article.path = input.path;
    article.name = stem_of(input.path);
    article.role = role;
    if (front.title) article.title = reader.inlines(*front.title);
    if (front.subtitle) article.subtitle = reader.inlines(*front.subtitle);
    article.authors = std::move(front.authors);
    article.byline = std::move(front.byline);
    article.date = front.date;
    article.language = front.language;
    article.running_title = std::move(front.running_title);
    if (front.abstract) article.abstract = reader.blocks(*std::move(front.abstract));
    article.body = reader.body();
    reader.finish();
    if (article.title.empty() && needs_title(role) && !front.malformed) {
        auto const* const heading =
            article.body.empty() ? nullptr : std::get_if<model::Heading>(&article.body.front().kind);
        diagnostics.error(Code::title_missing, {input.file, 0, 0}, "the article has no title",
                          {heading == nullptr || heading->level != 1
                               ? "begin the file with --- and below it title: \"…\" and again ---"
                               : "put the words of its first heading into the front matter as title: \"…\""});
    }
    set_heading_levels(article.body, diagnostics);
    if (article.body.empty() && article.abstract.empty()) {
        diagnostics.warning(Code::article_empty, {input.file, 0, 0}, "the article has no text",
                            {"only its title will be printed"});
    }
    return article;
}

model::Insert read_insert(Destination& destination, InputFile const& input) {
    FrontMatter front = read_front_matter(input.file, input.text, TextKind::insert, destination.diagnostics);
    FileReader reader(destination, input.path, body_of(input, front));
    model::Insert insert;
    insert.name = stem_of(input.path);
    insert.language = front.language;
    if (front.title) insert.title = reader.inlines(*front.title);
    insert.content = reader.body();
    reader.finish();
    set_heading_levels(insert.content, destination.diagnostics);
    if (insert.content.empty()) {
        destination.diagnostics.warning(Code::article_empty, {input.file, 0, 0}, "the insert has no text");
    }
    return insert;
}

model::Blocks read_text(Destination& destination, InputFile const& input) {
    FrontMatter const front = read_front_matter(input.file, input.text, TextKind::insert, destination.diagnostics);
    FileReader reader(destination, input.path, body_of(input, front));
    model::Blocks blocks = reader.body();
    reader.finish();
    set_heading_levels(blocks, destination.diagnostics);
    if (front.language.empty() || blocks.empty()) return blocks;
    Span const span{input.file, blocks.front().span.begin, blocks.back().span.end};
    model::Division division{front.language, is_right_to_left(front.language), {}, {}, std::move(blocks)};
    model::Blocks wrapped;
    wrapped.push_back({std::move(division), span});
    return wrapped;
}

} // namespace quoin::reader
