#include "office/xml.hpp"

#include "base/utf8.hpp"
#include "manuscript/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace quoin::office {

namespace {

// Tables within tables within text boxes need some eight levels each; nobody writes thirty of them.
constexpr int deepest_markup = 300;

/// Asked of what was parsed, since a text can hide its nesting behind comments and signs in values. No recursion here:
/// this is what makes recursion safe.
bool is_too_deep(pugi::xml_node root) {
    int depth = 0;
    for (pugi::xml_node node = root; node;) {
        if (depth > deepest_markup) return true;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) return false;
        node = node.next_sibling();
    }
    return false;
}

using Prefixes = std::map<std::string, std::string_view, std::less<>>; // as declared → as expected

std::string_view expected_prefix(std::string_view address, std::span<Namespace const> namespaces) {
    auto const found = std::find_if(namespaces.begin(), namespaces.end(),
                                    [&](Namespace const& each) { return each.address == address; });
    return found == namespaces.end() ? std::string_view() : found->prefix;
}

/// "w" from "xmlns:w"; nothing when the attribute declares no namespace. The default namespace has the prefix "".
bool declares(std::string_view attribute, std::string_view& prefix) {
    if (!attribute.starts_with("xmlns")) return false;
    attribute.remove_prefix(5);
    if (!attribute.empty() && attribute.front() != ':') return false;
    prefix = attribute.empty() ? attribute : attribute.substr(1);
    return true;
}

/// Whether any declaration of the text gives a known namespace another prefix, or an expected prefix another namespace.
bool has_foreign_prefixes(std::string_view text, std::span<Namespace const> namespaces) {
    for (std::size_t at = text.find("xmlns"); at != std::string_view::npos; at = text.find("xmlns", at + 5)) {
        // "…:opendocument:xmlns:text:1.0" is an address.
        if (at == 0 || std::string_view(" \t\r\n").find(text[at - 1]) == std::string_view::npos) continue;
        std::size_t const equals = text.find('=', at);
        if (equals == std::string_view::npos) break;
        std::size_t const open = text.find_first_of("\"'", equals);
        if (open == std::string_view::npos) break;
        std::size_t const close = text.find(text[open], open + 1);
        if (close == std::string_view::npos) break;
        std::string_view prefix;
        if (!declares(text.substr(at, text.find_first_of(" \t\r\n=", at) - at), prefix)) continue;
        std::string_view const wanted = expected_prefix(text.substr(open + 1, close - open - 1), namespaces);
        bool const is_expected = std::any_of(namespaces.begin(), namespaces.end(),
                                             [&](Namespace const& each) { return each.prefix == prefix; });
        if (wanted.empty() ? is_expected : wanted != prefix) return true;
    }
    return false;
}

/// The name with the prefix that is expected, or an empty text when it has that already.
std::string renamed(std::string_view name, Prefixes const& prefixes, bool is_attribute) {
    std::size_t const colon = name.find(':');
    std::string_view const prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    if (prefix == "xmlns" || prefix == "xml" || (is_attribute && prefix.empty())) return {};
    auto const found = prefixes.find(prefix);
    if (found == prefixes.end() || found->second == prefix) return {};
    std::string_view const local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    return found->second.empty() ? std::string(local) : fmt::format("{}:{}", found->second, local);
}

/// What the element declares, on top of what is declared around it.
Prefixes declared(pugi::xml_node node, Prefixes prefixes, std::span<Namespace const> namespaces) {
    for (pugi::xml_attribute const attribute : node.attributes()) {
        std::string_view prefix;
        if (!declares(attribute.name(), prefix)) continue;
        std::string_view const wanted = expected_prefix(attribute.value(), namespaces);
        // An expected prefix that stands for something else here must not be taken for it.
        prefixes[std::string(prefix)] = !wanted.empty() ? wanted : prefix.empty() ? "" : "other";
    }
    return prefixes;
}

void rename(pugi::xml_node node, Prefixes const& around, std::span<Namespace const> namespaces) {
    std::string_view ignored;
    bool const declaring = std::any_of(node.attributes_begin(), node.attributes_end(),
                                       [&](pugi::xml_attribute each) { return declares(each.name(), ignored); });
    Prefixes const own = declaring ? declared(node, around, namespaces) : Prefixes();
    Prefixes const& prefixes = declaring ? own : around;
    if (std::string const name = renamed(node.name(), prefixes, false); !name.empty()) node.set_name(name.c_str());
    for (pugi::xml_attribute attribute : node.attributes()) {
        if (std::string const name = renamed(attribute.name(), prefixes, true); !name.empty())
            attribute.set_name(name.c_str());
    }
    for (pugi::xml_node const child : node.children()) {
        if (child.type() == pugi::node_element) rename(child, prefixes, namespaces);
    }
}

/// Of the XML declaration; empty when it states none.
std::string_view declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    std::string_view const declaration = text.substr(0, text.find("?>"));
    std::size_t const name = declaration.find("encoding");
    if (name == std::string_view::npos) return {};
    std::size_t const open = declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return {};
    std::size_t const close = declaration.find(declaration[open], open + 1);
    return close == std::string_view::npos ? std::string_view() : declaration.substr(open + 1, close - open - 1);
}

bool is_control(unsigned char byte) { return (byte < 0x20 && byte != '\t') || byte == 0x7F; }

} // namespace

Result<LoadedXml> load_xml(std::string const& path, std::string const& part, Bytes const& bytes,
                           std::span<Namespace const> namespaces, WhiteSpace white_space) {
    auto const damaged = [&](std::string const& why) {
        return failure(Code::import_damaged, {}, fmt::format("{}: the part {} {}", path, part, why),
                       {"open the file in the program that made it and save it again"});
    };
    // Decoded first: what looks for prefixes reads UTF-8.
    std::string const text = manuscript::decode(bytes, declared_encoding(as_text(bytes))).text;
    LoadedXml loaded;
    unsigned const spaces =
        white_space == WhiteSpace::everywhere ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
    pugi::xml_parse_result const parsed = loaded.document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype | spaces, pugi::encoding_utf8);
    if (!parsed || !loaded.document.document_element())
        return damaged(fmt::format("is not well-formed XML: {} at byte {}", parsed.description(), parsed.offset));
    if (is_too_deep(loaded.document))
        return damaged(fmt::format("has elements nested more than {} deep", deepest_markup));
    for (pugi::xml_node const node : loaded.document.children())
        loaded.has_doctype = loaded.has_doctype || node.type() == pugi::node_doctype;
    if (has_foreign_prefixes(text, namespaces)) rename(loaded.document.document_element(), {}, namespaces);
    return loaded;
}

std::string safe_text(std::string_view text) {
    std::string result;
    while (auto const invalid = first_invalid_utf8(text)) {
        result += text.substr(0, *invalid);
        result += "\uFFFD";
        std::size_t next = *invalid + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
        text.remove_prefix(next);
    }
    result += text;
    std::replace(result.begin(), result.end(), '\n', ' ');
    result.erase(std::remove_if(result.begin(), result.end(),
                                [](char byte) { return is_control(static_cast<unsigned char>(byte)); }),
                 result.end());
    return result;
}

std::string value_of(pugi::xml_node node, char const* attribute) {
    return safe_text(node.attribute(attribute).value());
}

void for_each_element(pugi::xml_node node, std::function<void(pugi::xml_node)> const& visit) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        visit(child);
        for_each_element(child, visit);
    }
}

int number_of(std::string_view text, int otherwise) {
    std::size_t at = text.find_first_not_of(" \t");
    if (at == std::string_view::npos) return otherwise;
    bool const negative = text[at] == '-';
    if (negative || text[at] == '+') ++at;
    std::int64_t value = 0;
    std::size_t const first = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
        value = std::min<std::int64_t>(value * 10 + (text[at] - '0'), std::numeric_limits<int>::max());
    if (at == first) return otherwise;
    return static_cast<int>(negative ? -value : value);
}

int number_of(pugi::xml_node node, char const* attribute, int otherwise) {
    return number_of(std::string_view(node.attribute(attribute).value()), otherwise);
}

} // namespace quoin::office
