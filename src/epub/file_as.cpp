#include "epub/write_package.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace quoin::epub {

namespace {

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t const end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

// Bodies write under names that no one turns round: they have words that persons' names do not.
bool names_a_body(std::string const& name, std::vector<std::string> const& words) {
    static constexpr std::array<std::string_view, 16> telling{"of",  "for", "and", "the",      "de la", "del",
                                                              "für", "und", "des", "pour",     "para",  "Press",
                                                              "и",   "The", "&",   "Committee"};
    constexpr std::size_t longest_name = 4;
    if (words.size() > longest_name || name.find_first_of("(),0123456789/") != std::string::npos) return true;
    return std::any_of(words.begin(), words.end(), [&](std::string const& word) {
        return std::find(telling.begin(), telling.end(), word) != telling.end();
    });
}

bool is_suffix(std::string const& word) {
    static constexpr std::array<std::string_view, 6> suffixes{"Jr.", "Jr", "Sr.", "II", "III", "IV"};
    return std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end();
}

} // namespace

std::string person_file_as(std::string const& name) {
    std::vector<std::string> const words = words_of(name);
    if (words.size() < 2 || names_a_body(name, words)) return name;
    std::size_t last = words.size() - 1;
    if (is_suffix(words[last]) && last > 1) --last;
    // "Michael P." is no surname but an abbreviation of one: it stays where it is.
    if (words[last].size() <= 2 && words[last].back() == '.') return name;
    std::string result = words[last] + ",";
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i != last) result += " " + words[i];
    return result;
}

std::string title_file_as(std::string const& title, model::Language const& language) {
    static std::map<std::string_view, std::vector<std::string_view>> const articles{
        {"en", {"The ", "A ", "An "}},
        {"es", {"El ", "La ", "Los ", "Las ", "Un ", "Una "}},
        {"fr", {"Le ", "La ", "Les ", "L’", "L'", "Un ", "Une "}},
        {"de", {"Der ", "Die ", "Das ", "Ein ", "Eine "}},
        {"it", {"Il ", "Lo ", "La ", "I ", "Gli ", "Le ", "L’", "Un ", "Una "}},
        {"pt", {"O ", "A ", "Os ", "As ", "Um ", "Uma "}},
    };
    auto const found = articles.find(std::string_view(language).substr(0, language.find('-')));
    if (found == articles.end()) return title;
    for (std::string_view const article : found->second) {
        if (title.compare(0, article.size(), article) != 0 || title.size() == article.size()) continue;
        std::string_view const word = article.back() == ' ' ? article.substr(0, article.size() - 1) : article;
        return title.substr(article.size()) + ", " + std::string(word);
    }
    return title;
}

} // namespace quoin::epub
