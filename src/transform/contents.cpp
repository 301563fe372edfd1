#include "model/walk.hpp"
#include "transform/passes.hpp"

#include <set>

namespace quoin::transform {

using namespace model;

Inlines without_marks(Inlines const& content) {
    Inlines kept;
    for (Inline item : content) {
        if (std::holds_alternative<NoteReference>(item.kind) || std::holds_alternative<InlineAnchor>(item.kind))
            continue;
        if (std::holds_alternative<LineBreak>(item.kind)) item.kind = Text{" "};
        if (Inlines* inside = children(item)) *inside = without_marks(*inside);
        kept.push_back(std::move(item));
    }
    return kept;
}

namespace {

// Headings inside an insert are part of the box, not of the article.
std::set<Block const*> blocks_in_inserts(Blocks& blocks) {
    std::set<Block const*> inside;
    visit_blocks(blocks, [&](Block& block) {
        if (auto* insert = std::get_if<Insert>(&block.kind))
            visit_blocks(insert->content, [&](Block& inner) { inside.insert(&inner); });
    });
    return inside;
}

void add_headings(Article& article, std::uint32_t entry, int depth, std::vector<ContentsLine>& lines) {
    std::set<Block const*> const boxed = blocks_in_inserts(article.body);
    visit_blocks(article.body, [&](Block& block) {
        auto const* heading = std::get_if<Heading>(&block.kind);
        if (heading == nullptr || heading->level != 2 || boxed.count(&block) != 0) return;
        lines.push_back(
            {ContentsLine::Kind::heading, depth + 1, without_marks(heading->content), {}, {}, heading->anchor, entry});
    });
}

} // namespace

void build_contents(Document& document, int depth) {
    std::string department;
    bool in_part = false;
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        auto const entry = static_cast<std::uint32_t>(i);
        match(
            document.entries[i].kind,
            [&](Article& article) {
                if (article.role == Role::dedication || article.role == Role::epigraph) return;
                bool const back =
                    article.role == Role::appendix || article.role == Role::afterword || article.role == Role::colophon;
                if (back) in_part = false;
                if (!article.department.empty() && article.department != department)
                    document.contents.push_back({ContentsLine::Kind::department,
                                                 0,
                                                 {Inline{Text{article.department}, document.entries[i].span}},
                                                 {},
                                                 {},
                                                 article.anchor,
                                                 entry});
                department = article.department;
                int const level = in_part || !department.empty() ? 1 : 0;
                document.contents.push_back({ContentsLine::Kind::article, level, without_marks(article.title),
                                             article.byline, without_marks(article.subtitle), article.anchor, entry});
                if (depth > 1) add_headings(article, entry, level, document.contents);
            },
            [](Insert&) {},
            [&](PartTitle& part) {
                in_part = true;
                document.contents.push_back(
                    {ContentsLine::Kind::part, 0, without_marks(part.title), {}, {}, part.anchor, entry});
            });
    }
}

} // namespace quoin::transform
