#include "preflight/document_reader.hpp"

#include "preflight/plain_text.hpp"

#include <algorithm>

namespace quoin::preflight {

namespace {

std::set<std::string> types_of(pugi::xml_node element) { return words_of(element.attribute("epub:type").value()); }

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string text_of(pugi::xml_node node) {
    std::string text = node.value();
    for (pugi::xml_node const one : node.children()) text += text_of(one);
    return text;
}

bool is_remote(std::string_view address) {
    return address.starts_with("http:") || address.starts_with("https:") || address.starts_with("//");
}

} // namespace

void DocumentReader::read(std::string const& path, Bytes const& content) {
    path_ = path;
    navigation_ = path == facts_.nav_path;
    last_heading_ = 0;
    pugi::xml_document document;
    if (auto const problem = load_problem(content, document); !problem.empty()) {
        facts_.malformed.push_back({path, problem});
        return;
    }
    pugi::xml_node const html = document.document_element();
    std::string_view const language = html.attribute("lang").value(), xml = html.attribute("xml:lang").value();
    if (language.empty() || xml != language) facts_.without_language.push_back({path, std::string(language)});
    visit(html);
}

void DocumentReader::visit_children(pugi::xml_node element) {
    for (pugi::xml_node const node : element.children()) {
        if (node.type() == pugi::node_element) {
            visit(node);
        } else if (!navigation_) {
            append_letters(facts_.letters, node.value());
        }
    }
}

void DocumentReader::visit(pugi::xml_node element) {
    std::string_view const name = local_name(element);
    if (char const* const id = element.attribute("id").value(); *id != '\0') facts_.ids.insert({path_, id});
    if (name == "head" || name == "style" || name == "title") {
        for (pugi::xml_node const one : element.children()) {
            std::string_view const head = local_name(one);
            if (head == "script") facts_.scripts.push_back({path_, "script"});
            if (head == "link") name_file(one.attribute("href").value());
        }
        return;
    }
    auto const types = element.attribute("epub:type") ? types_of(element) : std::set<std::string>();
    if (name == "script") facts_.scripts.push_back({path_, "script"});
    if (name == "img") read_picture(element);
    if (name == "a") read_link(element, types);
    if (name == "nav" && types.count("page-list") != 0) read_navigation(element);
    if (is_heading(name)) read_heading(name);
    for (char const* const source : {"src", "data", "poster"})
        if (name != "img" && element.attribute(source)) name_file(element.attribute(source).value());
    if (types.count("pagebreak") != 0) {
        char const* const label = element.attribute("aria-label") ? element.attribute("aria-label").value()
                                                                  : element.attribute("title").value();
        facts_.page_breaks[{path_, element.attribute("id").value()}] = label;
    }
    EpubPlace const outer = note_;
    if (types.count("footnote") != 0 || types.count("endnote") != 0) {
        note_ = {path_, element.attribute("id").value()};
        facts_.notes[note_];
    }
    visit_children(element);
    note_ = outer;
}

void DocumentReader::read_link(pugi::xml_node element, std::set<std::string> const& types) {
    std::string const address = element.attribute("href").value();
    if (address.empty()) return;
    EpubPlace const target = resolved(path_, address);
    if (types.count("noteref") != 0) {
        facts_.note_marks.push_back(target);
        facts_.note_mark_ids.insert({path_, element.attribute("id").value()});
    }
    bool const back =
        types.count("backlink") != 0 || std::string_view(element.attribute("role").value()) == "doc-backlink";
    if (back && !note_.path.empty()) facts_.notes[note_].push_back(target);
    facts_.links.push_back({{path_, address}, target.path.empty() ? EpubPlace{} : target, address});
}

void DocumentReader::read_picture(pugi::xml_node element) {
    std::string const source = element.attribute("src").value();
    if (!element.attribute("alt")) facts_.pictures_without_alt.push_back({path_, source});
    name_file(source);
}

void DocumentReader::name_file(std::string_view reference) {
    if (is_remote(reference)) {
        facts_.remote.push_back({path_, std::string(reference)});
        return;
    }
    EpubPlace const target = resolved(path_, reference);
    if (!target.path.empty()) named_.push_back({path_, target.path});
}

void DocumentReader::read_navigation(pugi::xml_node nav) {
    for (auto const& found : nav.select_nodes(".//*[local-name()='a']")) {
        pugi::xml_node const link = found.node();
        facts_.page_list.emplace_back(resolved(path_, link.attribute("href").value()), text_of(link));
    }
}

void DocumentReader::read_heading(std::string_view name) {
    int const level = name[1] - '0';
    if (last_heading_ > 0 && level > last_heading_ + 1) facts_.skipped_headings.push_back({path_, std::string(name)});
    last_heading_ = level;
}

void DocumentReader::read_style(std::string const& path, std::string_view css) {
    path_ = path;
    for (auto at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
        std::string_view address = css.substr(at + 4, css.find(')', at) - at - 4);
        while (!address.empty() && (address.front() == '"' || address.front() == '\'')) address.remove_prefix(1);
        while (!address.empty() && (address.back() == '"' || address.back() == '\'')) address.remove_suffix(1);
        if (!address.starts_with("data:")) name_file(address);
    }
    // A colour for the text of a whole document takes the reader's choice away: black on black at night.
    for (auto at = css.find("body"); at != std::string_view::npos; at = css.find("body", at + 4)) {
        auto const open = css.find('{', at), close = css.find('}', at);
        if (open == std::string_view::npos || close == std::string_view::npos || open > close) continue;
        std::string_view const selector = css.substr(at, open - at), rule = css.substr(open, close - open);
        bool const whole =
            std::all_of(selector.begin() + 4, selector.end(), [](char c) { return c == ' ' || c == '\n'; });
        if (!whole) continue;
        for (auto colour = rule.find("color"); colour != std::string_view::npos;
             colour = rule.find("color", colour + 5)) {
            if (rule.substr(0, colour).ends_with("-")) continue;
            facts_.fixed_colours.push_back({path, std::string(rule.substr(1))});
            break;
        }
    }
}

} // namespace quoin::preflight
