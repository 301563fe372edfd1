#include "style/type_style.hpp"

namespace quoin::style {

std::string_view name(TypeRole role) {
    static constexpr std::array<std::string_view, type_role_count> names{"body",
                                                                         "note",
                                                                         "heading-1",
                                                                         "heading-2",
                                                                         "heading-3",
                                                                         "heading-4",
                                                                         "department",
                                                                         "title",
                                                                         "subtitle",
                                                                         "byline",
                                                                         "standfirst",
                                                                         "chapter-number",
                                                                         "part-title",
                                                                         "initial",
                                                                         "quote",
                                                                         "attribution",
                                                                         "verse",
                                                                         "list",
                                                                         "code",
                                                                         "caption",
                                                                         "credit",
                                                                         "table",
                                                                         "table-head",
                                                                         "insert-text",
                                                                         "insert-title",
                                                                         "running-head",
                                                                         "folio",
                                                                         "contents-title",
                                                                         "contents-department",
                                                                         "contents-entry",
                                                                         "contents-subtitle",
                                                                         "contents-byline",
                                                                         "contents-folio",
                                                                         "half-title",
                                                                         "book-title",
                                                                         "book-subtitle",
                                                                         "book-author",
                                                                         "imprint",
                                                                         "dedication",
                                                                         "epigraph",
                                                                         "pull-quote",
                                                                         "index",
                                                                         "index-letter"};
    return names[static_cast<std::size_t>(role)];
}

} // namespace quoin::style
