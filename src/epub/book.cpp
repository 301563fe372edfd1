#include "epub/book.hpp"

namespace quoin::epub {

using namespace model;

Book::Book(Document const& text, style::Layout const& design, Plan files)
    : document(text), layout(design), plan(std::move(files)), title(full_title(text.metadata)) {
    for (std::size_t i = 0; i < document.anchors.size(); ++i)
        if (!document.anchors[i].written.empty()) anchors_at.emplace(document.anchors[i].serial, i);
}

Language const& Book::language(std::uint32_t entry) const {
    Language const& own = match(
        document.entries[entry].kind, [](Article const& article) -> Language const& { return article.language; },
        [](Insert const& insert) -> Language const& { return insert.language; },
        [&](PartTitle const&) -> Language const& { return language(); });
    return own.empty() ? language() : own;
}

std::string Book::figure_id(Figure const& figure, std::uint32_t serial) const {
    auto const [begin, end] = anchors_at.equal_range(serial);
    for (auto at = begin; at != end && !figure.id.empty(); ++at)
        if (document.anchors[at->second].written == figure.id) return anchor_id(document.anchors[at->second].name);
    return "figure-" + std::to_string(serial);
}

std::string Book::href(std::size_t from, std::size_t to, std::string const& id) const {
    return (from == to ? std::string() : file_name(plan.files[to])) + "#" + id;
}

} // namespace quoin::epub
