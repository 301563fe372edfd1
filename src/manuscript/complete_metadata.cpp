#include "manuscript/complete_metadata.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quoin::manuscript {

using namespace model;

namespace {

std::vector<Article const*> articles_of(Document const& document) {
    std::vector<Article const*> articles;
    for (Entry const& entry : document.entries)
        if (auto const* article = std::get_if<Article>(&entry.kind)) articles.push_back(article);
    return articles;
}

PublicationKind kind_of(Metadata const& metadata, std::vector<Article const*> const& articles) {
    if (metadata.kind != PublicationKind::journal) return metadata.kind;
    Issue const& issue = metadata.issue;
    if (!issue.number.empty() || !issue.volume.empty() || !issue.issn.empty() || !issue.series.empty())
        return PublicationKind::journal;
    std::set<Language> languages;
    for (Article const* article : articles) languages.insert(article->language);
    constexpr std::size_t many_chapters = 12;
    if (languages.size() >= articles.size()) return PublicationKind::pamphlet;
    bool const unsigned_texts = std::ranges::all_of(articles, [](Article const* each) { return each->byline.empty(); });
    return unsigned_texts && articles.size() >= many_chapters ? PublicationKind::book : PublicationKind::journal;
}

// The language of the most articles; of the first, when they are as many. An article that states none is in the publication's.
Language main_language(std::vector<Article const*> const& articles, Language const& stated) {
    auto const language_of = [&](Article const* article) {
        return article->language.empty() ? stated : article->language;
    };
    std::map<Language, std::size_t> counts;
    for (Article const* article : articles) ++counts[language_of(article)];
    Language best = stated;
    for (Article const* article : articles)
        if (counts[language_of(article)] > counts[best]) best = language_of(article);
    return best;
}

char const* layout_of(PublicationKind kind) {
    switch (kind) {
    case PublicationKind::journal: return "journal-a4";
    case PublicationKind::pamphlet: return "pamphlet-a5";
    case PublicationKind::book: return "book-a5";
    case PublicationKind::leaflet: return "leaflet-a4";
    }
    return "journal-a4";
}

} // namespace

void complete_metadata(Document& document) {
    Metadata& metadata = document.metadata;
    std::vector<Article const*> const articles = articles_of(document);
    metadata.kind = kind_of(metadata, articles);
    if (metadata.layout.empty()) metadata.layout = layout_of(metadata.kind);
    metadata.language = main_language(articles, metadata.language);
    if (metadata.title.empty() && !articles.empty()) {
        metadata.title = plain_text(articles.front()->title);
        if (metadata.subtitle.empty()) metadata.subtitle = plain_text(articles.front()->subtitle);
    }
    if (metadata.title.empty()) metadata.title = "Untitled";
    if (!metadata.date_stated && !metadata.issue.date)
        for (Article const* article : articles)
            if (article->date && (!metadata.date_stated || metadata.date < *article->date)) {
                metadata.date = *article->date;
                metadata.date_stated = true;
            }
}

void complete_titles(Imported& imported, std::string const& path) {
    std::string const file = path.substr(path.rfind('/') + 1);
    std::string stem = file.substr(0, file.rfind('.'));
    std::ranges::replace(stem, '_', ' ');
    if (stem.empty()) stem = "Untitled";
    for (Entry& entry : imported.document.entries) {
        auto* const article = std::get_if<Article>(&entry.kind);
        if (article == nullptr || !article->title.empty() || article->role != Role::none) continue;
        article->title = {{Text{stem}, {}}};
        imported.added.push_back({"title", {}, stem});
        Decision decision;
        decision.code = DecisionCode::metadata_guessed;
        decision.left = article->body.empty() ? entry.span : article->body.front().span;
        decision.choice = "the file's name is the title";
        decision.reason = "no title was found in the text";
        decision.confidence = .3;
        decision.alternative = "do = \"title\" names a line of the text";
        imported.decisions.insert(imported.decisions.begin(), std::move(decision));
    }
}

} // namespace quoin::manuscript
