#include "hypertext/assemble.hpp"
#include "hypertext/characters.hpp"
#include "hypertext/epub_metadata.hpp"
#include "hypertext/epub_package.hpp"
#include "hypertext/epub_starts.hpp"
#include "hypertext/html_page.hpp"
#include "hypertext/read_hypertext.hpp"
#include "hypertext/view.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;
using manuscript::Decision;
using manuscript::DecisionCode;
using manuscript::Imported;

namespace {

class EpubReader {
  public:
    EpubReader(manuscript::Package const& archive, EpubPackage const& package, manuscript::Options const& options,
               SourceMap& sources)
        : archive_(archive), package_(package), options_(options), sources_(sources) {}

    Imported run(std::string const& name) {
        pages_.ours = package_.ours;
        for (std::string const& path : package_.spine) read_page(path);
        for (std::string const& path : package_.missing) tell_missing(path);
        survey(pages_, result_);
        find_epub_starts(pages_, package_, result_);
        if (pages_.ours) read_index();
        find_notes(pages_, result_);
        name_targets(pages_);
        write_view(pages_, name, sources_, result_);
        read_epub_metadata(package_, pages_, result_);
        if (!options_.language.empty()) result_.document.metadata.language = options_.language;
        Pictures pictures([this](Page const& page, std::string const& address) { return load(page, address); },
                          result_);
        Converter converter(pages_, pictures, sources_, result_);
        std::vector<Section> sections = converter.run();
        read_imprint(converter);
        std::vector<Note> notes = converter.notes();
        complete(sections);
        assemble(std::move(sections), std::move(notes), pages_, result_);
        return std::move(result_);
    }

  private:
    void read_page(std::string const& path) {
        auto const bytes = archive_.read(path);
        if (!bytes) return tell_missing(path);
        std::string const text = decode_page(*bytes).text;
        Page& page = pages_.all.emplace_back();
        page.path = path;
        bool const html = lower(path).ends_with(".htm") || text.find("xmlns") == std::string::npos;
        parse_markup(text, html ? Syntax::html : Syntax::xhtml, page.tree);
        page.body = find_element(page.tree, "body");
        if (!page.body) page.body = first_element(page.tree);
        pugi::xml_node const root = find_element(page.tree, "html");
        for (char const* name : {"lang", "xml:lang"})
            if (page.language.empty()) page.language = canonical_language(attribute(root, name));
        for (char const* name : {"lang", "xml:lang"})
            if (std::string const own = canonical_language(attribute(page.body, name)); !own.empty())
                page.language = own;
        if (page.language.empty() && !package_.languages.empty()) page.language = package_.languages.front();
        if (!pages_.ours) read_styles(page);
        if (!page.body) pages_.all.pop_back();
    }

    void read_styles(Page& page) {
        for (pugi::xml_node node = page.tree.first_child(); node; node = next_node(node, page.tree)) {
            if (is_any(node, {"style"})) {
                pages_.sheets.emplace_back().read(node.child_value());
                page.rules.push_back(&pages_.sheets.back());
            }
            if (!is_any(node, {"link"}) || !has_word(node, "rel", "stylesheet")) continue;
            std::string const path = find_entry(
                archive_, manuscript::resolve_reference(page.path, percent_decoded(attribute(node, "href"))));
            auto const [at, fresh] = sheets_.emplace(path, nullptr);
            constexpr std::size_t largest = 1U << 20U;
            if (fresh && !path.empty())
                if (auto const css = archive_.read(path); css && css->size() < largest) {
                    pages_.sheets.emplace_back().read(as_text(*css));
                    at->second = &pages_.sheets.back();
                }
            if (at->second != nullptr) page.rules.push_back(at->second);
        }
    }

    void tell_missing(std::string const& path) {
        Decision decision;
        decision.code = DecisionCode::part_ignored;
        decision.choice = fmt::format("went on without “{}”", path);
        decision.reason = "the package names it, and the archive does not hold it whole";
        decision.confidence = 0.3;
        decision.alternative = "find a whole copy of the book";
        result_.decisions.push_back(std::move(decision));
    }

    // Our index leads from each term to its places; they become terms again, and the index is made anew from them.
    void read_index() {
        for (Page const& page : pages_.all) {
            if (pages_.facts(page.body).name != "index") continue;
            read_entries(page, page.body, "");
        }
    }

    void read_entries(Page const& page, pugi::xml_node node, std::string const& above) {
        for (pugi::xml_node child : node.children()) {
            if (!has_type(child, "index-entry")) {
                if (is_any(child, {"section", "ul", "div"})) read_entries(page, child, above);
                continue;
            }
            std::string term;
            for (pugi::xml_node each : child.children()) {
                if (has_type(each, "index-term")) term = (above.empty() ? "" : above + "!") + text_of(each);
                if (!has_type(each, "index-locator")) continue;
                if (pugi::xml_node const place = target_of(pages_, page, attribute(each, "href"));
                    is_any(place, {"span"}))
                    pages_.index_entries.emplace(place.hash_value(), term);
            }
            read_entries(page, child, term);
        }
    }

    Result<Bytes> load(Page const& page, std::string const& address) {
        if (address.find("://") != std::string::npos)
            return failure(quoin::Code::file_missing, {}, "it stands in the network, and nothing is fetched");
        std::string const path =
            manuscript::resolve_reference(page.path, percent_decoded(address.substr(0, address.find('#'))));
        std::string const entry = find_entry(archive_, path);
        if (entry.empty()) return failure(quoin::Code::file_missing, {}, "the book does not hold it");
        return archive_.read(entry);
    }

    void read_imprint(Converter& converter) {
        for (Page const& page : pages_.all) {
            if (page.is_text || pages_.facts(page.body).part != Part::text) continue;
            Blocks blocks = converter.blocks_of(page.body);
            take_imprint_facts(blocks, pages_, result_);
            Blocks& imprint = result_.document.imprint;
            std::move(blocks.begin(), blocks.end(), std::back_inserter(imprint));
        }
    }

    // Of a whole book the people of the package are its authors, and no article needs them again.
    void complete(std::vector<Section>& sections) {
        if (sections.empty()) return;
        // A text before the first heading has the book's name, or none.
        for (Section& section : sections)
            if (section.start.label.empty() && !section.has_title && sections.size() == 1)
                section.start.label = package_.title;
    }

    manuscript::Package const& archive_;
    EpubPackage const& package_;
    manuscript::Options const& options_;
    SourceMap& sources_;
    Pages pages_;
    std::map<std::string, StyleRules const*> sheets_;
    Imported result_;
};

} // namespace

Result<Imported> read_epub(manuscript::Source const& source, manuscript::Options const& options, SourceMap& sources) {
    auto const archive = manuscript::Package::open(source.path, source.content);
    if (!archive) return Failure(archive.error());
    auto const package = read_epub_package(source.path, *archive);
    if (!package) return Failure(package.error());
    Imported result = EpubReader(*archive, *package, options, sources).run(source.path);
    if (result.document.entries.empty())
        return failure(quoin::Code::import_damaged, {}, fmt::format("\"{}\" holds no text", source.path));
    return result;
}

} // namespace quoin::hypertext
