#include "hypertext/read_hypertext.hpp"

#include "hypertext/assemble.hpp"
#include "hypertext/characters.hpp"
#include "hypertext/html_page.hpp"
#include "hypertext/page_files.hpp"
#include "hypertext/view.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;
using manuscript::Decision;
using manuscript::DecisionCode;
using manuscript::Imported;

namespace {

class HtmlReader {
  public:
    HtmlReader(manuscript::Source const& source, manuscript::Options const& options, FileSystem const& files,
               SourceMap& sources)
        : source_(source), options_(options), files_(files), sources_(sources) {}

    Imported run(std::string const& text) {
        pages_.is_page = true;
        Page& page = pages_.all.emplace_back();
        page.path = source_.path;
        parse_markup(text, Syntax::html, page.tree);
        page.body = find_element(page.tree, "body");
        read_styles();
        about_ = read_page_facts(page.tree);
        page.language = options_.language.empty() ? about_.language : options_.language;
        survey(pages_, result_);
        find_furniture(pages_);
        find_starts(page);
        find_notes(pages_, result_);
        name_targets(pages_);
        write_view(pages_, source_.path, sources_, result_);
        fill_metadata();
        Pictures pictures(
            [this](Page const& from, std::string const& address) { return load_beside(files_, from.path, address); },
            result_);
        Converter converter(pages_, pictures, sources_, result_);
        std::vector<Section> sections = converter.run();
        complete(sections);
        std::vector<Note> notes = converter.notes();
        assemble(std::move(sections), std::move(notes), pages_, result_);
        return std::move(result_);
    }

  private:
    void read_styles() {
        Page& page = pages_.all.front();
        constexpr std::size_t largest = 1U << 20U;
        for (pugi::xml_node node = page.tree.first_child(); node; node = next_node(node, page.tree))
            if (is_any(node, {"style"}))
                if (std::string_view const css = node.child_value(); css.size() < largest)
                    pages_.sheets.emplace_back().read(css);
        for (StyleRules const& sheet : pages_.sheets) page.rules.push_back(&sheet);
    }

    // Several articles with headings of their own on one page: a blog's front page, a journal on one page.
    void find_starts(Page const& page) {
        std::vector<pugi::xml_node> found;
        constexpr std::size_t least_letters = 120;
        for (pugi::xml_node node = page.body; node;) {
            bool const passed = pages_.facts(node).part != Part::text;
            bool const article = !passed && is_any(node, {"article"});
            if (article && text_of(node, least_letters).size() > least_letters && holds_heading(node))
                found.push_back(node);
            node = passed || article ? next_beyond(node, page.body) : next_node(node, page.body);
        }
        if (found.size() < 2) return;
        for (pugi::xml_node const node : found) pages_.starts[node.hash_value()] = Start{};
    }

    static bool holds_heading(pugi::xml_node root) {
        for (pugi::xml_node node = root; node; node = next_node(node, root))
            if (is_heading(node)) return true;
        return false;
    }

    void fill_metadata() {
        Metadata& metadata = result_.document.metadata;
        metadata.title = about_.site.empty() ? about_.title : about_.site;
        metadata.description = about_.description;
        metadata.subjects = about_.keywords;
        metadata.rights = about_.rights;
        metadata.publisher = about_.publisher;
        Page const& page = pages_.all.front();
        if (!page.language.empty()) metadata.language = page.language;
        if (!about_.date) return;
        metadata.date = *about_.date;
        metadata.date_stated = true;
        Decision decision;
        decision.code = DecisionCode::metadata_guessed;
        decision.choice = fmt::format("dated the publication {}", to_string(*about_.date));
        decision.reason = "the page's head says when it was published";
        decision.confidence = 0.85;
        result_.decisions.push_back(std::move(decision));
    }

    // What the page's head says of its only article, where the article itself says nothing.
    void complete(std::vector<Section>& sections) {
        if (sections.empty()) return;
        Metadata& metadata = result_.document.metadata;
        Section& first = sections.front();
        Article& article = first.article;
        if (metadata.title.empty()) metadata.title = collapsed(plain_text(article.title));
        if (sections.size() > 1) return;
        if (first.start.label.empty()) first.start.label = about_.title;
        if (article.authors.empty() && !about_.authors.empty())
            for (std::string const& name : about_.authors) article.authors.push_back({name, ""});
        if (!article.date && about_.date) article.date = about_.date;
    }

    manuscript::Source const& source_;
    manuscript::Options const& options_;
    FileSystem const& files_;
    SourceMap& sources_;
    Pages pages_;
    PageFacts about_;
    Imported result_;
};

} // namespace

Result<Imported> read_html(manuscript::Source const& source, manuscript::Options const& options,
                           FileSystem const& files, SourceMap& sources) {
    if (source.content.empty())
        return failure(quoin::Code::import_damaged, {}, fmt::format("\"{}\" is empty", source.path));
    DecodedPage const page = decode_page(source.content);
    Imported result = HtmlReader(source, options, files, sources).run(page.text);
    if (page.guessed) {
        Decision decision;
        decision.code = DecisionCode::encoding_guessed;
        decision.choice = fmt::format("read the page as {}", page.encoding);
        decision.reason = "neither the page nor its bytes tell";
        decision.confidence = 0.7;
        result.decisions.push_back(std::move(decision));
    }
    if (result.document.entries.empty())
        return failure(quoin::Code::import_damaged, {}, fmt::format("\"{}\" holds no text", source.path),
                       {"a page that a script fills has to be saved by a browser, with its content"});
    return result;
}

} // namespace quoin::hypertext
