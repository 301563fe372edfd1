#include "lint/proofread.hpp"

#include "lint/findings.hpp"

#include <algorithm>

namespace quoin::lint {

namespace {

void check_section(Section const& section, Vocabulary const& vocabulary, Findings& to) {
    bool const calls =
        std::any_of(section.rows.begin(), section.rows.end(), [](TextRow const& row) { return !row.calls.empty(); });
    check_quotes(section, to);
    check_brackets(section, to);
    for (TextRow const& row : section.rows) {
        check_spaces(row, to);
        check_punctuation(row, to);
        check_words(row, vocabulary, to);
        check_hyphens(row, vocabulary, to);
        check_calls(row, calls, to);
    }
    to.end_text();
}

std::vector<Section const*> articles_of(std::vector<Section> const& sections) {
    std::vector<Section const*> articles;
    for (Section const& section : sections) {
        if (section.article != nullptr) articles.push_back(&section);
    }
    return articles;
}

/// The first article of each edition belongs to the first ones of the others, if there are as many.
void compare_editions(std::vector<std::vector<Section>> const& editions, Findings& to) {
    if (editions.size() < 2) return;
    std::vector<Section const*> const main = articles_of(editions.front());
    for (std::size_t at = 0; at < main.size(); ++at) {
        std::vector<Section const*> parallel{main[at]};
        for (std::size_t edition = 1; edition < editions.size(); ++edition) {
            std::vector<Section const*> const others = articles_of(editions[edition]);
            if (others.size() == main.size()) parallel.push_back(others[at]);
        }
        check_parallel_calls(parallel, to);
    }
    to.end_text();
}

} // namespace

void Findings::add(Code code, Span span, std::string message, std::string hint) {
    found_[code].push_back({span, std::move(message), std::move(hint)});
}

void Findings::end_text() {
    constexpr std::size_t most = 5; // of one kind in one text
    for (auto& [code, list] : found_) {
        std::size_t const told = list.size() > most ? most - 1 : list.size();
        for (std::size_t at = 0; at < told; ++at) {
            std::vector<std::string> hints;
            if (!list[at].hint.empty()) hints.push_back(list[at].hint);
            if (told < list.size() && at + 1 == told)
                hints.push_back(fmt::format("this text has {} more of the kind", list.size() - told));
            diagnostics_.advice(code, list[at].span, list[at].message, std::move(hints));
        }
    }
    found_.clear();
}

void proofread(model::Publication const& publication, Diagnostics& diagnostics) {
    Findings findings(diagnostics);
    std::vector<std::vector<Section>> editions;
    for (model::Document const& document : publication.editions) {
        editions.push_back(sections_of(document));
        Vocabulary const vocabulary = vocabulary_of(editions.back());
        for (Section const& section : editions.back()) check_section(section, vocabulary, findings);
        check_contents(document, findings);
        findings.end_text();
    }
    compare_editions(editions, findings);
}

} // namespace quoin::lint
