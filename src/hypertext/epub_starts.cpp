#include "hypertext/epub_starts.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

using model::Role;

namespace {

struct NamedRole {
    std::string_view type;
    Role role;
};
constexpr NamedRole roles[] = {{"dedication", Role::dedication},     {"epigraph", Role::epigraph},
                               {"foreword", Role::foreword},         {"preface", Role::preface},
                               {"introduction", Role::introduction}, {"appendix", Role::appendix},
                               {"afterword", Role::afterword},       {"colophon", Role::colophon}};

// The type that the page, or the section that fills it, states.
bool page_has_type(Page const& page, std::string_view type) {
    pugi::xml_node node = page.body;
    for (int depth = 0; node && depth < 3; ++depth) {
        if (has_type(node, type)) return true;
        pugi::xml_node inner = first_element(node);
        while (inner && !is_any(inner, {"section", "div", "article", "main", "aside"})) inner = next_element(inner);
        node = inner;
    }
    return false;
}

class StartFinder {
  public:
    StartFinder(Pages& pages, EpubPackage const& package, manuscript::Imported& result)
        : pages_(pages), package_(package), result_(result) {}

    void run() {
        for (Page& page : pages_.all) {
            page_marks(page);
            judge(page);
        }
        if (page_marks_ > 0) {
            manuscript::Decision decision;
            decision.code = manuscript::DecisionCode::furniture_dropped;
            decision.choice = fmt::format("left out {} page marks", page_marks_);
            decision.reason = "the page numbers belong to another print edition";
            result_.decisions.push_back(std::move(decision));
        }
        if (pages_.ours) {
            own_starts();
        } else if (package_.contents.empty()) {
            starts_by_headings();
        } else {
            starts_by_contents();
        }
    }

  private:
    void leave_out(Page& page, std::string const& name) {
        page.is_text = false;
        pages_.change(page.body).part = Part::dropped;
        pages_.change(page.body).name = name;
    }

    void judge(Page& page) {
        auto const landmark = package_.landmarks.find(page.path);
        std::string const type = landmark == package_.landmarks.end() ? "" : landmark->second;
        bool const first = &page == &pages_.all.front();
        constexpr std::size_t few_letters = 400;
        std::size_t const letters = text_of(page.body, few_letters).size();
        bool const picture = find_element(page.body, "img") || find_element(page.body, "svg");
        if (page_has_type(page, "cover") || type == "cover" || (first && letters == 0 && picture)) {
            if (letters < few_letters) leave_out(page, "cover page");
        } else if (page.path == package_.navigation || type == "toc" || page_has_type(page, "toc")) {
            leave_out(page, "contents");
        } else if (type == "titlepage" || type == "halftitlepage" || page_has_type(page, "titlepage") ||
                   page_has_type(page, "halftitlepage")) {
            if (letters < few_letters) leave_out(page, "title page");
        } else if (page_has_type(page, "index") && pages_.ours) {
            leave_out(page, "index");
        }
        for (pugi::xml_node node = page.body; node; node = next_node(node, page.body))
            if (is_any(node, {"nav"}) && page.is_text) {
                pages_.change(node).part = Part::dropped;
                pages_.change(node).name = "contents";
            }
    }

    // Within a word they must not part it, so empty ones are as if they were not there.
    void page_marks(Page const& page) {
        for (pugi::xml_node node = page.body; node; node = next_node(node, page.body)) {
            bool const mark =
                has_type(node, "pagebreak") || has_word(node, "role", "doc-pagebreak") ||
                (is_any(node, {"a", "span"}) && has_any_class(node, {"pagebreak", "pagenum", "pageno", "page-number"}));
            constexpr std::size_t longest = 20; // without its end tag it would hold the text
            if (!mark || !is_element(node) || text_of(node, longest).size() > longest) continue;
            ++page_marks_;
            Facts& facts = pages_.change(node);
            facts.part = text_of(node).empty() ? Part::hidden : Part::dropped;
            facts.name = "page number";
        }
    }

    // -- our own --

    void own_starts() {
        collect_targets(package_.contents);
        for (Page& page : pages_.all) {
            if (!page.is_text) continue;
            own_start(page);
        }
    }

    void collect_targets(std::vector<ContentsEntry> const& entries) {
        for (ContentsEntry const& entry : entries) {
            auto const found = pages_.targets.find(entry.path + "#" + entry.id);
            if (found != pages_.targets.end()) listed_[found->second.hash_value()] = entry.label;
            collect_targets(entry.below);
        }
    }

    void own_start(Page& page) {
        for (pugi::xml_node node = page.body; node; node = next_node(node, page.body)) {
            if (has_type(node, "imprint") || has_type(node, "copyright-page")) {
                page.is_text = false;
                return;
            }
            if (is_any(node, {"aside"}) && has_word(node, "class", "insert") && node.parent() == page.body) {
                pages_.starts[node.hash_value()] = {Start::Kind::insert, Role::none, ""};
                return;
            }
            if (!is_any(node, {"section"})) continue;
            pugi::xml_node const heading = find_element(node, "h1");
            bool const part = has_type(node, "part") && has_word(heading, "class", "part-title");
            if (part) {
                pages_.starts[node.hash_value()] = {Start::Kind::part, Role::none, ""};
                return;
            }
            if (has_type(node, "part")) { // a department; its first article is inside
                pages_.starts[node.hash_value()] = {};
                return;
            }
            Start start;
            for (NamedRole const& named : roles)
                if (has_type(node, named.type)) start.role = named.role;
            bool const unnamed = start.role == Role::dedication || start.role == Role::epigraph;
            // Without a heading it goes on with the article of the file before, unless the contents lead to it.
            if (heading || unnamed || listed_.contains(node.hash_value())) pages_.starts[node.hash_value()] = start;
            return;
        }
    }

    // -- those of others --

    void starts_by_headings() {
        for (Page& page : pages_.all) {
            if (!page.is_text) continue;
            for (pugi::xml_node node = page.body; node; node = next_node(node, page.body))
                if (is_any(node, {"h1", "h2"}) || (is_heading(node) && page.path != pages_.all.front().path)) {
                    pages_.starts[page.body.hash_value()] = {Start::Kind::article, role_of(page), ""};
                    break;
                }
        }
    }

    static Role role_of(Page const& page) {
        for (NamedRole const& named : roles)
            if (page_has_type(page, named.type)) return named.role;
        return Role::none;
    }

    void starts_by_contents() {
        std::vector<ContentsEntry> const* entries = &package_.contents;
        // The book itself above its chapters.
        while (entries->size() == 1 && entries->front().below.size() > 1) entries = &entries->front().below;
        for (ContentsEntry const& entry : *entries) begin(entry);
        // Documents that state to be chapters although the contents leave them out.
        for (Page& page : pages_.all)
            if (page.is_text && !has_start(page) && (page_has_type(page, "chapter") || role_of(page) != Role::none))
                pages_.starts[page.body.hash_value()] = {Start::Kind::article, role_of(page), ""};
    }

    [[nodiscard]] bool has_start(Page const& page) const {
        for (pugi::xml_node node = page.body; node; node = next_node(node, page.body))
            if (pages_.starts.contains(node.hash_value())) return true;
        return false;
    }

    void begin(ContentsEntry const& entry) {
        bool const above = is_part(entry);
        start_at(entry, above ? Start::Kind::part : Start::Kind::article);
        if (above || entry.path.empty())
            for (ContentsEntry const& below : entry.below) begin(below);
    }

    // A line of the contents above others, whose own document holds little but its heading.
    [[nodiscard]] bool is_part(ContentsEntry const& entry) const {
        if (entry.below.empty() || entry.path.empty() || entry.below.front().path == entry.path) return false;
        Page const* const page = page_at(entry.path);
        constexpr std::size_t little = 150;
        return page != nullptr && text_of(page->body, little).size() < little;
    }

    [[nodiscard]] Page const* page_at(std::string const& path) const {
        for (Page const& page : pages_.all)
            if (page.path == path) return &page;
        return nullptr;
    }

    void start_at(ContentsEntry const& entry, Start::Kind kind) {
        Page const* const page = page_at(entry.path);
        auto const found = pages_.targets.find(entry.path + "#" + entry.id);
        if (page == nullptr || !page->is_text) return;
        pugi::xml_node node = found == pages_.targets.end() ? page->body : found->second;
        // From an anchor up to its line, and up to what begins with it.
        while (node != page->body && !is_block(node)) node = node.parent();
        while (node != page->body && is_first(node)) node = node.parent();
        pages_.starts.emplace(node.hash_value(),
                              Start{kind, node == page->body ? role_of(*page) : Role::none, entry.label});
    }

    bool is_first(pugi::xml_node node) const {
        for (node = node.previous_sibling(); node; node = node.previous_sibling()) {
            if (node.type() == pugi::node_pcdata && !trimmed(node.value()).empty()) return false;
            if (is_element(node) && (!text_of(node, 1).empty() || is_any(node, {"img", "svg"})) &&
                pages_.facts(node).part == Part::text)
                return false;
        }
        return true;
    }

    Pages& pages_;
    EpubPackage const& package_;
    manuscript::Imported& result_;
    std::unordered_map<std::size_t, std::string> listed_;
    std::size_t page_marks_ = 0;
};

} // namespace

void find_epub_starts(Pages& pages, EpubPackage const& package, manuscript::Imported& result) {
    StartFinder(pages, package, result).run();
}

} // namespace quoin::hypertext
