#include "hypertext/text_style.hpp"

#include "hypertext/characters.hpp"
#include "hypertext/markup.hpp"

#include <cstdlib>

namespace quoin::hypertext {

namespace {

double in_em(std::string const& value) {
    double const number = std::strtod(value.c_str(), nullptr);
    constexpr double pixels = 16, points = 12;
    if (value.ends_with("px")) return number / pixels;
    if (value.ends_with("pt")) return number / points;
    return value.ends_with("em") ? number : 0;
}

void declare(std::string const& name, std::string const& value, TextStyle& to) {
    if (name == "font-style") {
        to.italic = value.starts_with("italic") || value.starts_with("oblique");
    } else if (name == "font-weight") {
        constexpr int least_bold = 600;
        to.bold = value.starts_with("bold") || std::atoi(value.c_str()) >= least_bold;
    } else if (name == "font-variant" || name == "font-variant-caps") {
        to.small_caps = value.find("small-caps") != std::string::npos;
    } else if (name == "vertical-align") {
        to.raised = value == "super" ? Raised::superscript : value == "sub" ? Raised::subscript : Raised::no;
    } else if (name.starts_with("text-decoration")) {
        to.struck = value.find("line-through") != std::string::npos;
    } else if (name == "display" || name == "visibility") {
        to.hidden = value == "none" || value == "hidden";
    } else if (name == "mso-hide") {
        to.hidden = value == "all";
    } else if (name == "white-space") {
        to.keeps_lines = value.starts_with("pre");
    } else if (name == "text-align") {
        to.alignment = value == "center" || value == "right" ? value : "";
    } else if (name == "margin-left" || name == "padding-left" || name == "text-indent") {
        to.indent += in_em(value);
    }
}

} // namespace

void TextStyle::add(std::string_view declarations) {
    for (std::size_t at = 0; at < declarations.size();) {
        std::size_t const end = std::min(declarations.find(';', at), declarations.size());
        std::string_view const one = declarations.substr(at, end - at);
        std::size_t const colon = one.find(':');
        if (colon != std::string_view::npos) {
            std::string value = lower(trimmed(one.substr(colon + 1)));
            if (std::size_t const mark = value.find('!'); mark != std::string::npos)
                value = trimmed(value.substr(0, mark));
            declare(lower(trimmed(one.substr(0, colon))), value, *this);
        }
        at = end + 1;
    }
}

void TextStyle::add(TextStyle const& other) {
    if (other.italic) italic = other.italic;
    if (other.bold) bold = other.bold;
    small_caps = small_caps || other.small_caps;
    struck = struck || other.struck;
    hidden = hidden || other.hidden;
    keeps_lines = keeps_lines || other.keeps_lines;
    if (other.raised != Raised::no) raised = other.raised;
    if (!other.alignment.empty()) alignment = other.alignment;
    indent += other.indent;
}

void StyleRules::read(std::string_view written) {
    std::string css; // without comments
    for (std::size_t at = 0; at < written.size();) {
        std::size_t const begin = std::min(written.find("/*", at), written.size());
        css += written.substr(at, begin - at);
        std::size_t const end = begin < written.size() ? written.find("*/", begin + 2) : std::string_view::npos;
        at = end == std::string_view::npos ? written.size() : end + 2;
    }
    std::string_view const rest = css;
    for (std::size_t at = 0; at < rest.size();) {
        std::size_t const open = rest.find_first_of("{};", at);
        if (open == std::string_view::npos) return;
        std::string_view const selectors = trimmed(rest.substr(at, open - at));
        at = open + 1;
        // What stands in @media print is not what is seen; its rules are passed over by their closing braces.
        if (rest[open] != '{' || selectors.starts_with("@media print")) continue;
        if (selectors.starts_with("@") && !selectors.starts_with("@page") && !selectors.starts_with("@font")) continue;
        std::size_t const close = std::min(rest.find_first_of("{}", at), rest.size());
        if (close < rest.size() && rest[close] == '}') rule(selectors, rest.substr(at, close - at));
        at = close + (close < rest.size() && rest[close] == '}' ? 1 : 0);
    }
}

void StyleRules::rule(std::string_view selectors, std::string_view declarations) {
    TextStyle style;
    style.add(declarations);
    constexpr std::size_t most_rules = 20'000;
    for (std::size_t at = 0; at <= selectors.size() && rules_.size() < most_rules;) {
        std::size_t const end = std::min(selectors.find(',', at), selectors.size());
        std::string_view const one = trimmed(selectors.substr(at, end - at));
        at = end + 1;
        bool const simple = !one.empty() && one.find_first_of(" >+~:[#*@\n\t") == std::string_view::npos;
        if (!simple) continue;
        std::size_t const dot = one.find('.');
        if (dot != std::string_view::npos && one.find('.', dot + 1) != std::string_view::npos) continue;
        std::string key = lower(one.substr(0, dot));
        if (dot != std::string_view::npos) key += one.substr(dot);
        rules_[key].add(style);
    }
}

void StyleRules::find(pugi::xml_node node, TextStyle& to) const {
    auto const add = [&](std::string const& key) {
        auto const found = rules_.find(key);
        if (found != rules_.end()) to.add(found->second);
    };
    std::string const name = node.name();
    add(name);
    constexpr std::size_t most_classes = 20;
    std::size_t count = 0;
    for (std::string_view const each : split_words(attribute(node, "class"))) {
        if (++count > most_classes) return;
        add("." + std::string(each));
        add(name + "." + std::string(each));
    }
}

} // namespace quoin::hypertext
