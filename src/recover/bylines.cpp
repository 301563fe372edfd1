#include "recover/bylines.hpp"

#include "base/utf8.hpp"
#include "manuscript/find_dates.hpp"
#include "manuscript/label_words.hpp"
#include "recover/letters.hpp"
#include "recover/units.hpp"
#include "recover/word_lists.hpp"

#include <string>

namespace quoin::recover {
namespace {

using manuscript::Label;

std::string_view trimmed(std::string_view text) {
    auto cut = [](char32_t c) {
        return is_space(c) || c == U',' || c == U';' || c == U':' || c == U'–' || c == U'-' || c == U'|' || c == U'—';
    };
    for (std::size_t at = 0; !text.empty() && cut(character_at(text, 0)); at = 0) {
        next_character(text, at);
        text.remove_prefix(at);
    }
    while (!text.empty()) {
        std::size_t end = text.size();
        if (!cut(previous_character(text, end))) break;
        text = text.substr(0, end);
    }
    return text;
}

std::string_view without_article(std::string_view name) {
    for (std::string_view const article : {"the ", "The "})
        if (name.starts_with(article)) return name.substr(article.size());
    return name;
}

/// "Jane Doe and John Roe" are two.
void add_names(std::vector<model::Author>& authors, std::string_view names, std::string_view affiliation) {
    for (std::size_t space = names.find(' '); space != std::string_view::npos; space = names.find(' ', space + 1)) {
        std::size_t const next = names.find(' ', space + 1);
        if (next == std::string_view::npos) break;
        std::string_view const word = names.substr(space + 1, next - space - 1);
        if ((!is_conjunction(word) && word != "&") || !looks_like_names(names.substr(0, space)) ||
            !looks_like_names(names.substr(next + 1)))
            continue;
        authors.push_back({std::string(trimmed(names.substr(0, space))), std::string(affiliation)});
        names = names.substr(next + 1);
        space = 0;
    }
    authors.push_back({std::string(trimmed(names)), std::string(affiliation)});
}

} // namespace

std::vector<model::Author> read_authors(std::string_view byline) {
    std::string_view rest = byline;
    auto const dates = manuscript::find_dates(rest);
    if (!dates.empty()) {
        manuscript::FoundDate const& last = dates.back();
        rest = last.begin < 3 ? rest.substr(last.end) : rest.substr(0, last.begin);
    }
    auto const collective = manuscript::find_label(Label::collective, rest);
    auto const by = manuscript::find_label(Label::by, rest);
    if (collective)
        rest = rest.substr(collective.begin + collective.length);
    else if (by)
        rest = rest.substr(by.begin + by.length);
    rest = trimmed(rest);
    if (rest.empty()) return {};
    std::vector<model::Author> authors;
    std::size_t const comma = rest.find(',');
    std::string_view const names = trimmed(rest.substr(0, comma));
    std::string_view const affiliation =
        comma == std::string_view::npos ? std::string_view{} : trimmed(rest.substr(comma + 1));
    if (collective)
        authors.push_back({std::string(without_article(names)), ""});
    else
        add_names(authors, names, affiliation);
    return authors;
}

} // namespace quoin::recover
