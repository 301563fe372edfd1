#include "review/neutral_result.hpp"

#include "model/walk.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace quoin::review {

using namespace model;

namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

// One article's blocks; its notes are numbered by their first calls.
class ArticleWriter {
  public:
    explicit ArticleWriter(Document const& document) : document_(document) {}

    Json blocks(Blocks const& all) {
        Json list = Json::array();
        add(all, list);
        return list;
    }

    // After the blocks: a note can call for another one.
    Json notes() {
        Json list = Json::array();
        for (std::size_t index = 0; index < order_.size(); ++index) {
            std::string whole;
            for (Block const& block : document_.notes[order_[index]].content) append_text(whole, block);
            list.push_back({{"marker", fmt::format("{}", index + 1)}, {"text", whole}});
        }
        return list;
    }

    std::string text(Inlines const& inlines) {
        std::string result;
        for (Inline const& item : inlines) {
            if (auto const* call = std::get_if<NoteReference>(&item.kind))
                result += fmt::format("[^{}]", number_of(static_cast<std::size_t>(call->note)));
            else if (Inlines const* inside = children(item))
                result += text(*inside);
            else
                result += plain_text({item});
        }
        return result;
    }

  private:
    std::size_t number_of(std::size_t note) {
        auto const [entry, made] = numbers_.try_emplace(note, order_.size() + 1);
        if (made) order_.push_back(note);
        return entry->second;
    }

    void append_text(std::string& to, Block const& block) {
        Json one = Json::array();
        add(block, one);
        for (Json const& each : one) {
            if (!to.empty()) to += '\n';
            to += each.value("text", "");
        }
    }

    static void put(Json& list, char const* type, std::string text, std::string const& marker = {}) {
        Json object{{"type", type}, {"text", std::move(text)}};
        if (!marker.empty()) object["marker"] = marker;
        list.push_back(std::move(object));
    }

    void add(Blocks const& all, Json& list) {
        for (Block const& block : all) add(block, list);
    }

    void add(Block const& block, Json& list) {
        match(
            block.kind, [&](Paragraph const& each) { put(list, "paragraph", text(each.content), each.marker); },
            [&](Heading const& each) { put(list, "heading", text(each.content)); },
            [&](Quote const& each) {
                put(list, "quote", whole(each.content));
                if (!each.attribution.empty()) put(list, "quote", text(each.attribution));
            },
            [&](List const& each) { add_items(each, list); },
            [&](DefinitionList const& each) {
                for (Definition const& definition : each.items) {
                    put(list, "paragraph", text(definition.term));
                    for (Blocks const& meaning : definition.meanings) add(meaning, list);
                }
            },
            [&](Table const& each) { add_table(each, list); },
            [&](Figure const& each) { put(list, "paragraph", text(each.caption)); },
            [&](Verse const& each) {
                for (Stanza const& stanza : each.stanzas) put(list, "verse", stanza_text(stanza));
            },
            [&](Insert const& each) { put(list, "ad", insert_text(each)); },
            [&](Separator const&) { put(list, "separator", "* * *"); },
            [&](CodeBlock const& each) { put(list, "paragraph", each.text); },
            [&](Division const& each) { add(each.content, list); });
    }

    // The first paragraph of an item carries its marker.
    void add_items(List const& each, Json& list) {
        for (ListItem const& item : each.items) {
            std::size_t const first = list.size();
            add(item.content, list);
            if (list.size() == first) put(list, "list", "");
            bool const thesis = each.kind == ListKind::numbered && item.content.size() > 0 && is_figure(item.marker);
            list[first]["type"] = thesis ? "paragraph" : "list";
            list[first]["marker"] = item.marker.empty() ? "•" : item.marker;
        }
    }
    static bool is_figure(std::string const& marker) { return !marker.empty() && marker[0] >= '0' && marker[0] <= '9'; }

    std::string whole(Blocks const& all) {
        std::string result;
        for (Block const& block : all) append_text(result, block);
        return result;
    }

    std::string insert_text(Insert const& insert) {
        std::string result = text(insert.title);
        std::string const rest = whole(insert.content);
        if (!result.empty() && !rest.empty()) result += '\n';
        return result + rest;
    }

    std::string stanza_text(Stanza const& stanza) {
        std::string result;
        for (VerseLine const& line : stanza) result += (result.empty() ? "" : "\n") + text(line.content);
        return result;
    }

    void add_table(Table const& table, Json& list) {
        if (!table.caption.empty()) put(list, "paragraph", text(table.caption));
        for (auto const* rows : {&table.head, &table.body})
            for (TableRow const& row : *rows)
                for (TableCell const& cell : row)
                    if (!cell.content.empty()) put(list, "paragraph", text(cell.content));
    }

    Document const& document_;
    std::map<std::size_t, std::size_t> numbers_;
    std::vector<std::size_t> order_;
};

std::string names(std::vector<Author> const& authors) {
    std::vector<std::string> list;
    for (Author const& author : authors) list.push_back(author.name);
    return fmt::format("{}", fmt::join(list, ", "));
}

Json article_json(Document const& document, Article const& article) {
    ArticleWriter writer(document);
    Json object;
    object["title"] = writer.text(article.title);
    object["subtitle"] = or_null(writer.text(article.subtitle));
    object["byline"] = or_null(names(article.authors));
    object["byline_text"] = or_null(article.byline);
    object["date"] = article.date ? Json(to_string(*article.date)) : Json(nullptr);
    object["lang"] = article.language.empty() ? document.metadata.language : article.language;
    object["blocks"] = writer.blocks(article.abstract);
    for (Json& block : writer.blocks(article.body)) object["blocks"].push_back(std::move(block));
    object["notes"] = writer.notes();
    return object;
}

Json issue_json(Metadata const& metadata) {
    Json object;
    object["title"] = metadata.title;
    object["subtitle"] = or_null(metadata.subtitle);
    object["publisher"] = or_null(metadata.publisher);
    object["series"] = or_null(metadata.issue.series);
    object["volume"] = or_null(metadata.issue.volume);
    object["number"] = or_null(metadata.issue.number);
    object["date"] = metadata.issue.date ? Json(to_string(*metadata.issue.date)) : Json(nullptr);
    object["language"] = metadata.language;
    object["website"] = or_null(metadata.contact.website);
    object["email"] = or_null(metadata.contact.email);
    object["phone"] = or_null(metadata.contact.phone);
    object["cover_lines"] = metadata.cover.lines;
    return object;
}

// Inserts between articles stand with the article before them.
void add_entries(Document const& document, Json& articles, Json& front) {
    for (Entry const& entry : document.entries) {
        if (auto const* article = std::get_if<Article>(&entry.kind)) {
            articles.push_back(article_json(document, *article));
        } else {
            Json blocks;
            if (auto const* insert = std::get_if<Insert>(&entry.kind))
                blocks = ArticleWriter(document).blocks({Block{*insert, entry.span, 0}});
            if (auto const* part = std::get_if<PartTitle>(&entry.kind))
                blocks.push_back({{"type", "heading"}, {"text", plain_text(part->title)}});
            Json& to = articles.empty() ? front : articles.back()["blocks"];
            for (Json& block : blocks) to.push_back(std::move(block));
        }
    }
}

} // namespace

std::string neutral_result(std::vector<Document> const& editions, std::vector<manuscript::Decision> const& decisions,
                           SourceMap const& sources) {
    Json articles = Json::array(), front = Json::array(), found = Json::array();
    for (Document const& document : editions) {
        add_entries(document, articles, front);
        for (Blocks const* blocks : {&document.imprint, &document.back})
            for (Json& block : ArticleWriter(document).blocks(*blocks)) front.push_back(std::move(block));
    }
    for (manuscript::Decision const& each : decisions) {
        if (each.confidence >= 1) continue;
        found.push_back({{"code", manuscript::name(each.code)},
                         {"line", sources.locate(each.left).line},
                         {"confidence", each.confidence}});
    }
    Json result;
    result["schema"] = "seed-import/1";
    result["issue"] = issue_json(editions.front().metadata);
    result["articles"] = std::move(articles);
    result["front"] = std::move(front);
    result["back"] = Json::array();
    result["diagnostics"] = std::move(found);
    return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace quoin::review
