#include "office/odt_anchors.hpp"

#include "office/odt_view.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::office {

namespace {

/// Letters, figures and hyphens of ASCII; "_Ref123" → "ref123".
std::string plain_id(std::string_view name) {
    std::string id;
    for (char const letter : name) {
        bool const capital = letter >= 'A' && letter <= 'Z';
        bool const good = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (capital) {
            id += static_cast<char>(letter - 'A' + 'a');
        } else if (good) {
            id += letter;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) id.pop_back();
    bool const lettered = !id.empty() && id.front() >= 'a' && id.front() <= 'z';
    return lettered ? id : id.empty() ? "place" : "place-" + id;
}

/// "%20" and the like of a link. LibreOffice writes names of headings with them.
std::string without_escapes(std::string_view text) {
    auto const digit = [](char letter) {
        if (letter >= '0' && letter <= '9') return letter - '0';
        char const small = static_cast<char>(letter | 0x20);
        return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
    };
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const escape =
            text[at] == '%' && at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0;
        result += escape ? static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2])) : text[at];
        at += escape ? 2 : 0;
    }
    return result;
}

void add_words(pugi::xml_node node, std::string& to) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) {
            to += child.value();
        } else if (std::string_view const name = name_of(child); name == "text:s" || name == "text:tab") {
            to += ' ';
        } else if (name != "text:note" && name != "office:annotation" && !is_drawing(child)) {
            add_words(child, to);
        }
    }
}

} // namespace

std::string heading_words(pugi::xml_node heading) {
    std::string text;
    add_words(heading, text);
    return text;
}

OdtAnchors::OdtAnchors(pugi::xml_node text) {
    visit(text);
    std::set<std::string> taken;
    std::map<std::string, int> last_numbers;
    for (Key const& key : defined_) {
        if (!wanted_.contains(key) || ids_.contains(key)) continue;
        std::string const plain = plain_id(key.name);
        std::string id = plain;
        for (int& number = last_numbers.try_emplace(plain, 1).first->second; !taken.insert(id).second;)
            id = fmt::format("{}-{}", plain, ++number);
        ids_.emplace(key, std::move(id));
    }
    defined_.clear();
}

void OdtAnchors::visit(pugi::xml_node node) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element || is_generated_index(child)) continue;
        refer(child);
        define(child);
        visit(child);
    }
}

void OdtAnchors::refer(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    std::string const target(view_of(node, "text:ref-name"));
    if (name == "text:bookmark-ref") {
        wanted_.insert({Kind::bookmark, target});
    } else if (name == "text:reference-ref") {
        wanted_.insert({Kind::mark, target});
    } else if (name == "text:sequence-ref") {
        wanted_.insert({Kind::sequence, target});
    } else if (name == "text:a" && view_of(node, "xlink:href").starts_with('#')) {
        wanted_.insert(key_of_link(view_of(node, "xlink:href")));
    }
}

void OdtAnchors::define(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    if (name == "text:bookmark" || name == "text:bookmark-start") {
        defined_.push_back({Kind::bookmark, std::string(view_of(node, "text:name"))});
    } else if (name == "text:reference-mark" || name == "text:reference-mark-start") {
        defined_.push_back({Kind::mark, std::string(view_of(node, "text:name"))});
    } else if (name == "text:sequence") {
        defined_.push_back({Kind::sequence, std::string(view_of(node, "text:ref-name"))});
    } else if (name == "text:h") {
        defined_.push_back({Kind::heading, heading_words(node)});
    }
}

OdtAnchors::Key OdtAnchors::key_of_link(std::string_view reference) {
    std::string const target = without_escapes(reference.substr(1));
    std::size_t const bar = target.rfind('|');
    if (bar == std::string::npos || target.substr(bar) != "|outline") return {Kind::bookmark, target};
    // The number of the heading stands before its words: "1.2.Words".
    std::size_t const words = target.find_first_not_of("0123456789. ");
    return {Kind::heading, words >= bar ? target.substr(0, bar) : target.substr(words, bar - words)};
}

std::string OdtAnchors::id(Kind kind, std::string_view name) const {
    auto const found = ids_.find(Key{kind, std::string(name)});
    return found == ids_.end() ? std::string() : found->second;
}

std::string OdtAnchors::id_of_link(std::string_view reference) const {
    Key const key = key_of_link(reference);
    return id(key.kind, key.name);
}

} // namespace quoin::office
