#include "hypertext/assemble.hpp"
#include "hypertext/characters.hpp"
#include "hypertext/markdown_head.hpp"
#include "hypertext/markdown_rewrite.hpp"
#include "hypertext/page_files.hpp"
#include "hypertext/read_hypertext.hpp"
#include "hypertext/view.hpp"
#include "manuscript/decode.hpp"

#include "base/xml_text.hpp"

#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;
using manuscript::Decision;
using manuscript::DecisionCode;
using manuscript::Imported;

namespace {

class MarkdownImporter {
  public:
    MarkdownImporter(manuscript::Source const& source, manuscript::Options const& options, FileSystem const& files,
                     SourceMap& sources)
        : source_(source), options_(options), files_(files), sources_(sources) {}

    Imported run(std::string const& text) {
        head_ = read_markdown_head(text);
        Rewritten const rewritten = rewrite_markdown(std::string_view(text).substr(head_.end));
        std::string html = "<body>" + head_markup();
        html += markdown_to_html(rewritten.text);
        Page& page = pages_.all.emplace_back();
        page.path = source_.path;
        parse_markup(html, Syntax::html, page.tree);
        page.body = find_element(page.tree, "body");
        page.language = canonical_language(options_.language.empty() ? head_.first({"lang", "language", "locale"})
                                                                     : options_.language);
        leave_out(page.body);
        survey(pages_, result_);
        find_notes(pages_, result_);
        name_targets(pages_);
        write_view(pages_, source_.path, sources_, result_);
        for (auto const& [what, count] : rewritten.counts) tell(what, count);
        Pictures pictures(
            [this](Page const& from, std::string const& address) { return load_beside(files_, from.path, address); },
            result_);
        Converter converter(pages_, pictures, sources_, result_);
        std::vector<Section> sections = converter.run();
        fill(sections);
        std::vector<Note> notes = converter.notes();
        assemble(std::move(sections), std::move(notes), pages_, result_);
        return std::move(result_);
    }

  private:
    // What is printed above the text; the rest of the head are metadata.
    std::string head_markup() const {
        std::string markup;
        if (std::string const title = head_.first({"title"}); !title.empty())
            markup += fmt::format("<h1 class=\"title\">{}</h1>\n", escape_xml(title));
        if (std::string const subtitle = head_.first({"subtitle"}); !subtitle.empty())
            markup += fmt::format("<p class=\"subtitle\">{}</p>\n", escape_xml(subtitle));
        if (std::string const byline = head_.first({"byline"}); !byline.empty())
            markup += fmt::format("<p class=\"byline\">{}</p>\n", escape_xml(byline));
        if (std::string const abstract = head_.first({"abstract", "summary", "standfirst", "excerpt"});
            !abstract.empty())
            markup += fmt::format("<div class=\"abstract\"><p>{}</p></div>\n", escape_xml(abstract));
        return markup;
    }

    void leave_out(pugi::xml_node body) {
        for (pugi::xml_node node = body; node; node = next_node(node, body))
            if (is_any(node, {"x-left-out"})) {
                pages_.change(node).part = Part::dropped;
                pages_.change(node).name = attribute(node, "name");
            }
    }

    void tell(std::string const& what, std::size_t count) {
        Decision decision;
        decision.code = what.find("link") == 0 ? DecisionCode::link_dropped : DecisionCode::part_ignored;
        decision.choice = fmt::format("took {} × {} for plain text, or left it out", count, what);
        decision.reason = "the sources have nothing like it";
        decision.confidence = 0.85;
        result_.decisions.push_back(std::move(decision));
    }

    void fill(std::vector<Section>& sections) {
        Metadata& metadata = result_.document.metadata;
        metadata.title = head_.first({"title"});
        metadata.publisher = head_.first({"publisher"});
        metadata.rights = head_.first({"rights", "license", "copyright"});
        metadata.description = head_.first({"description"});
        metadata.subjects = head_.all({"keywords", "tags", "subjects", "subject"});
        Page const& page = pages_.all.front();
        if (!page.language.empty()) metadata.language = page.language;
        std::optional<Date> const date =
            parse_date(std::string_view(head_.first({"date", "published", "pubdate"})).substr(0, 10));
        if (date) {
            metadata.date = *date;
            metadata.date_stated = true;
        }
        if (sections.empty()) return;
        Article& article = sections.front().article;
        if (article.authors.empty())
            for (std::string const& name : head_.all({"author", "authors", "creator"}))
                article.authors.push_back({name, ""});
        if (!article.date) article.date = date;
        if (metadata.title.empty()) metadata.title = collapsed(plain_text(article.title));
    }

    manuscript::Source const& source_;
    manuscript::Options const& options_;
    FileSystem const& files_;
    SourceMap& sources_;
    Pages pages_;
    MarkdownHead head_;
    Imported result_;
};

} // namespace

Result<Imported> read_foreign_markdown(manuscript::Source const& source, manuscript::Options const& options,
                                       FileSystem const& files, SourceMap& sources) {
    manuscript::Decoded const decoded = manuscript::decode(source.content);
    Imported result = MarkdownImporter(source, options, files, sources).run(decoded.text);
    if (result.document.entries.empty())
        return failure(quoin::Code::import_damaged, {}, fmt::format("\"{}\" holds no text", source.path));
    return result;
}

} // namespace quoin::hypertext
