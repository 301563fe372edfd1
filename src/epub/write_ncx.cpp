#include "epub/navigation.hpp"
#include "epub/small_xml.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

namespace {

int depth_of(std::vector<NavigationEntry> const& entries) {
    int deepest = 0;
    for (NavigationEntry const& entry : entries) deepest = std::max(deepest, 1 + depth_of(entry.below));
    return deepest;
}

void add_label(pugi::xml_node node, std::string const& text) { add(add(node, "navLabel"), "text", text); }

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

void add_points(pugi::xml_node parent, std::vector<NavigationEntry> const& entries, int& order) {
    for (NavigationEntry const& entry : entries) {
        pugi::xml_node point = add(parent, "navPoint");
        set(point, "id", fmt::format("entry-{}", ++order));
        set(point, "playOrder", std::to_string(order));
        add_label(point, one_line(model::plain_text(entry.label)));
        set(add(point, "content"), "src", entry.href);
        add_points(point, entry.below, order);
    }
}

bool is_number(std::string const& label) {
    return !label.empty() && std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_pages(pugi::xml_node root, std::vector<PageTarget> const& pages, int& order) {
    pugi::xml_node list = add(root, "pageList");
    for (PageTarget const& page : pages) {
        pugi::xml_node target = add(list, "pageTarget");
        set(target, "id", fmt::format("target-{}", ++order));
        set(target, "type", is_number(page.label) ? "normal" : "front");
        if (is_number(page.label)) set(target, "value", page.label);
        set(target, "playOrder", std::to_string(order));
        add_label(target, page.label);
        set(add(target, "content"), "src", page.href);
    }
}

} // namespace

std::string write_ncx(Book const& book, Navigation const& navigation, std::string const& identifier) {
    pugi::xml_document document = new_document();
    pugi::xml_node root = add(document, "ncx");
    set(root, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    set(root, "version", "2005-1");
    set(root, "xml:lang", book.language());
    std::string highest = "0";
    for (PageTarget const& page : navigation.pages)
        if (is_number(page.label)) highest = page.label;
    pugi::xml_node head = add(root, "head");
    for (auto const& [name, content] : {std::pair<char const*, std::string>{"dtb:uid", identifier},
                                        {"dtb:depth", std::to_string(depth_of(navigation.contents))},
                                        {"dtb:totalPageCount", std::to_string(navigation.pages.size())},
                                        {"dtb:maxPageNumber", highest}}) {
        pugi::xml_node meta = add(head, "meta");
        set(meta, "name", name);
        set(meta, "content", content);
    }
    add(add(root, "docTitle"), "text", book.title);
    int order = 0;
    add_points(add(root, "navMap"), navigation.contents, order);
    if (!navigation.pages.empty()) add_pages(root, navigation.pages, order);
    return written(document);
}

} // namespace quoin::epub
