// What a web page shows around its text: navigation, banners, forms, comments. It is told by what the page says of its
// elements, first by HTML's own names and roles, then by the class names that most sites share.

#include "hypertext/characters.hpp"
#include "hypertext/pages.hpp"

#include <algorithm>

namespace quoin::hypertext {

namespace {

struct Sign {
    std::string_view word; // a class or an id, or its beginning with '*' at the end
    std::string_view name; // of the passage
};

constexpr Sign signs[] = {
    {"nav*", "navigation"},
    {"menu*", "navigation"},
    {"breadcrumb*", "navigation"},
    {"pagination", "navigation"},
    {"pager", "navigation"},
    {"skip-link*", "navigation"},
    {"mw-jump-link", "navigation"},
    {"post-navigation", "navigation"},
    {"site-navigation", "navigation"},
    {"site-header", "page header"},
    {"masthead", "page header"},
    {"site-branding", "page header"},
    {"site-footer", "page footer"},
    {"printfooter", "page footer"},
    {"colophon-footer", "page footer"},
    {"cookie*", "cookie notice"},
    {"consent*", "cookie notice"},
    {"gdpr*", "cookie notice"},
    {"newsletter*", "form"},
    {"subscribe-form", "form"},
    {"search-form", "form"},
    {"searchform", "form"},
    {"share*", "sharing links"},
    {"social*", "sharing links"},
    {"addtoany*", "sharing links"},
    {"comments", "comments"},
    {"comment-list", "comments"},
    {"comment-respond", "comments"},
    {"respond", "comments"},
    {"disqus_thread", "comments"},
    {"related-posts", "related pages"},
    {"jp-relatedposts", "related pages"},
    {"related", "related pages"},
    {"sidebar", "sidebar of the site"},
    {"widget-area", "sidebar of the site"},
    {"widget", "sidebar of the site"},
    {"toc", "contents"},
    {"table-of-contents", "contents"},
    {"mw-editsection", "edit link"},
    {"noprint", "navigation"},
    {"navbox", "navigation"},
    {"catlinks", "navigation"},
    {"advertisement", "advertisement of the site"},
    {"adsbygoogle", "advertisement of the site"},
};

bool fits(std::string_view word, std::string_view sign) {
    if (!sign.ends_with('*')) return word == sign;
    sign.remove_suffix(1);
    return word == sign || (word.starts_with(sign) && (word[sign.size()] == '-' || word[sign.size()] == '_'));
}

class FurnitureFinder {
  public:
    explicit FurnitureFinder(Pages& pages) : pages_(pages) {}

    void run(Page& page) {
        measure(page.body);
        pugi::xml_node const body = page.body;
        for (pugi::xml_node node = body.first_child(); node;) {
            bool const passed = pages_.facts(node).part != Part::text;
            std::string_view const name = passed || !is_element(node) ? "" : furniture(node);
            if (!name.empty()) drop(node, name);
            node = passed || !name.empty() ? next_beyond(node, body) : next_node(node, body);
        }
        leave_out_what_is_outside(page, main_of(page));
    }

  private:
    struct Weight {
        std::size_t letters = 0;
        bool holds_text = false; // the title or the text itself
        bool holds_paragraphs = false;
    };

    // Sizes of all elements in one pass; children come after their parents, so the sums go backwards.
    void measure(pugi::xml_node body) {
        std::vector<pugi::xml_node> order;
        for (pugi::xml_node node = body; node; node = next_node(node, body)) order.push_back(node);
        for (std::size_t i = order.size(); i-- > 0;) {
            pugi::xml_node const node = order[i];
            if (pages_.facts(node).part == Part::hidden) continue;
            Weight const own = weights_[node.hash_value()];
            Weight& above = weights_[node.parent().hash_value()];
            above.letters += own.letters + (node.type() == pugi::node_pcdata ? trimmed(node.value()).size() : 0);
            above.holds_text = above.holds_text || own.holds_text || is_any(node, {"h1", "main", "article"});
            above.holds_paragraphs = above.holds_paragraphs || own.holds_paragraphs || is_any(node, {"p", "h2", "h3"});
        }
    }

    Weight weight(pugi::xml_node node) { return weights_[node.hash_value()]; }

    std::string_view furniture(pugi::xml_node node) {
        Weight const size = weight(node);
        if (is_any(node, {"input", "select", "textarea", "button", "progress", "meter"}) && !is_check_box(node))
            return "form";
        if (is_any(node, {"nav"}) || attribute(node, "role") == "navigation") return is_notes(node) ? "" : "navigation";
        if (size.holds_text || is_any(node, {"main", "article", "h1"})) return {};
        std::string_view const role = attribute(node, "role");
        if (role == "search" || (is_any(node, {"form"}) && !size.holds_paragraphs)) return "form";
        bool const outer = is_outer(node);
        if (role == "banner" || (outer && is_any(node, {"header"}))) return "page header";
        if ((role == "contentinfo" || (outer && is_any(node, {"footer"}))) && !is_notes(node)) return "page footer";
        if (role == "dialog" || role == "alertdialog") return "cookie notice";
        bool const may_be = (is_block(node) && !is_heading(node)) || is_any(node, {"span"});
        return may_be ? by_class(node) : "";
    }

    static bool is_check_box(pugi::xml_node node) { return attribute(node, "type") == "checkbox"; }

    static bool is_outer(pugi::xml_node node) {
        for (node = node.parent(); node; node = node.parent())
            if (is_any(node, {"article", "main", "section", "blockquote", "aside"})) return false;
        return true;
    }

    // Notes at the end may stand in a footer.
    static bool is_notes(pugi::xml_node root) {
        for (pugi::xml_node node = root; node; node = next_node(node, root)) {
            std::string_view const id = attribute(node, "id");
            if (has_type(node, "footnote") || has_type(node, "endnote") || has_word(node, "role", "doc-endnote") ||
                has_word(node, "role", "doc-footnote") || has_word(node, "role", "doc-endnotes") ||
                id.starts_with("fn") || id.starts_with("_ftn") || id.starts_with("footnote") || id.starts_with("note"))
                return true;
        }
        return false;
    }

    static std::string_view by_class(pugi::xml_node node) {
        for (char const* from : {"class", "id"})
            for (std::string_view const word : split_words(attribute(node, from)))
                for (Sign const& sign : signs)
                    if (fits(lower(word), sign.word) && !is_notes(node)) return sign.name;
        return {};
    }

    // Where the page names its text, the rest is not the text.
    pugi::xml_node main_of(Page const& page) {
        pugi::xml_node found;
        std::size_t count = 0;
        for (std::string_view const name : {"main", "article"}) {
            for (pugi::xml_node node = page.body; node;) {
                bool const passed = pages_.facts(node).part != Part::text;
                bool const fits =
                    !passed && (is_any(node, {name}) || (name == "main" && attribute(node, "role") == name));
                if (fits) {
                    found = node;
                    ++count;
                }
                node = passed || fits ? next_beyond(node, page.body) : next_node(node, page.body);
            }
            if (count > 0) break;
        }
        constexpr std::size_t part = 2; // with less than half of the words, it is not the whole text
        return count == 1 && weight(found).letters * part >= weight(page.body).letters ? found : pugi::xml_node();
    }

    void leave_out_what_is_outside(Page& page, pugi::xml_node main) {
        if (!main) return;
        for (pugi::xml_node node = main; node != page.body; node = node.parent()) {
            for (pugi::xml_node each : node.parent().children()) {
                if (each == node || pages_.facts(each).part != Part::text) continue;
                Weight const size = weight(each);
                bool const words = is_element(each) ? size.letters > 0 : !trimmed(each.value()).empty();
                // The title may stand above the text, and the notes below it.
                if (!words || size.holds_text || is_heading(each) || is_notes(each)) continue;
                drop(each, "outside of the text");
            }
        }
    }

    void drop(pugi::xml_node node, std::string_view name) {
        Facts& facts = pages_.change(node);
        facts.part = Part::dropped;
        facts.name = name;
    }

    Pages& pages_;
    std::unordered_map<std::size_t, Weight> weights_;
};

} // namespace

void find_furniture(Pages& pages) {
    for (Page& page : pages.all) FurnitureFinder(pages).run(page);
}

} // namespace quoin::hypertext
