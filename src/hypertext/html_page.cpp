#include "hypertext/html_page.hpp"

#include "hypertext/characters.hpp"
#include "manuscript/decode.hpp"

#include <algorithm>
#include <map>

namespace quoin::hypertext {

namespace {

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find_first_of(",;", at), text.size());
        std::string const part = collapsed(text.substr(at, end - at));
        if (!part.empty()) parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

// "charset=utf-8" of a meta element or `encoding="…"` of an XML declaration, in the first bytes.
std::string declared_encoding(std::string_view text) {
    constexpr std::size_t looked_at = 2048;
    std::string const head = lower(text.substr(0, looked_at));
    for (std::string_view const key : {"charset=", "encoding="}) {
        std::size_t at = head.find(key);
        if (at == std::string::npos) continue;
        at += key.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
        std::size_t const end = head.find_first_of("\"' >;/?", at);
        if (end != std::string::npos && end > at) return head.substr(at, end - at);
    }
    return {};
}

} // namespace

PageFacts read_page_facts(pugi::xml_node tree) {
    PageFacts facts;
    std::map<std::string, std::string> meta;
    facts.language = canonical_language(attribute(tree.child("html"), "lang"));
    if (facts.language.empty()) facts.language = canonical_language(attribute(tree.child("html"), "xml:lang"));
    for (pugi::xml_node node = tree.first_child(); node; node = next_node(node, tree)) {
        if (is_any(node, {"meta"})) {
            for (char const* key : {"name", "property", "itemprop", "http-equiv"}) {
                std::string const name = lower(attribute(node, key));
                if (!name.empty()) meta.emplace(name, collapsed(attribute(node, "content")));
                if (name == "article:author" || name == "author" || name == "citation_author" || name == "dc.creator") {
                    std::string const author = collapsed(attribute(node, "content"));
                    bool const is_name = !author.empty() && author.find("://") == std::string::npos;
                    if (is_name && std::find(facts.authors.begin(), facts.authors.end(), author) == facts.authors.end())
                        facts.authors.push_back(author);
                }
            }
        }
        if (is_any(node, {"title"}) && facts.title.empty() && is_any(node.parent(), {"head"}))
            facts.title = text_of(node);
    }
    auto const first = [&](std::initializer_list<char const*> names) {
        for (char const* name : names)
            if (auto const found = meta.find(name); found != meta.end() && !found->second.empty()) return found->second;
        return std::string();
    };
    if (std::string const title = first({"og:title", "dc.title", "citation_title"}); !title.empty())
        facts.title = title;
    facts.site = first({"og:site_name", "application-name"});
    facts.description = first({"description", "og:description", "dc.description"});
    facts.rights = first({"rights", "dc.rights", "dcterms.rights", "copyright"});
    facts.publisher = first({"publisher", "dc.publisher", "article:publisher"});
    if (facts.publisher.find("://") != std::string::npos) facts.publisher.clear();
    facts.keywords = listed(first({"keywords", "dc.subject", "news_keywords"}));
    if (facts.language.empty()) facts.language = canonical_language(first({"content-language", "dc.language"}));
    std::string const date = first({"article:published_time", "datepublished", "date", "dc.date", "dcterms.date",
                                    "dcterms.created", "citation_publication_date", "pubdate"});
    std::string iso = date.substr(0, 10);
    for (char& letter : iso)
        if (letter == '/') letter = '-';
    facts.date = parse_date(iso);
    return facts;
}

DecodedPage decode_page(Bytes const& content) {
    manuscript::Decoded decoded = manuscript::decode(content, declared_encoding(as_text(content)));
    return {std::move(decoded.text), std::move(decoded.encoding), decoded.guessed};
}

} // namespace quoin::hypertext
