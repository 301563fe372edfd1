#include "office/docx_math.hpp"

#include "office/xml.hpp"

#include <algorithm>
#include <string_view>

namespace quoin::office {

namespace {

bool is_single(std::string_view text) {
    auto const characters = std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    bool const number = std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    return characters <= 1 || number;
}

std::string grouped(std::string const& text) { return is_single(text) ? text : '(' + text + ')'; }

std::string part(pugi::xml_node node, char const* name) { return linear_formula(node.child(name)); }

/// The sign that a property names, or the usual one.
std::string sign(pugi::xml_node properties, char const* name, char const* usual) {
    pugi::xml_node const node = properties.child(name);
    return node ? value_of(node, "m:val") : usual;
}

std::string script(std::string const& mark, std::string const& text) {
    return text.empty() ? std::string() : mark + grouped(text);
}

std::string joined(pugi::xml_node node, char const* name, std::string const& between) {
    std::string result;
    for (pugi::xml_node const each : node.children(name)) {
        if (!result.empty()) result += between;
        result += linear_formula(each);
    }
    return result;
}

std::string delimited(pugi::xml_node node) {
    pugi::xml_node const properties = node.child("m:dPr");
    return sign(properties, "m:begChr", "(") + joined(node, "m:e", sign(properties, "m:sepChr", "|")) +
           sign(properties, "m:endChr", ")");
}

std::string n_ary(pugi::xml_node node) {
    return sign(node.child("m:naryPr"), "m:chr", "∫") + script("_", part(node, "m:sub")) +
           script("^", part(node, "m:sup")) + ' ' + part(node, "m:e");
}

std::string text_of(pugi::xml_node node) {
    std::string result;
    for (pugi::xml_node const each : node.children()) {
        std::string_view const name = each.name();
        if (name == "m:t" || name == "w:t") result += safe_text(each.text().get());
    }
    return result;
}

std::string element(pugi::xml_node node) {
    std::string_view const name = node.name();
    if (name == "m:r") return text_of(node);
    if (name == "m:f") return grouped(part(node, "m:num")) + '/' + grouped(part(node, "m:den"));
    if (name == "m:sSup") return grouped(part(node, "m:e")) + script("^", part(node, "m:sup"));
    if (name == "m:sSub") return grouped(part(node, "m:e")) + script("_", part(node, "m:sub"));
    if (name == "m:sSubSup")
        return grouped(part(node, "m:e")) + script("_", part(node, "m:sub")) + script("^", part(node, "m:sup"));
    if (name == "m:sPre")
        return script("_", part(node, "m:sub")) + script("^", part(node, "m:sup")) + part(node, "m:e");
    if (name == "m:rad") return script("", part(node, "m:deg")) + "√(" + part(node, "m:e") + ')';
    if (name == "m:d") return delimited(node);
    if (name == "m:nary") return n_ary(node);
    if (name == "m:func") return part(node, "m:fName") + ' ' + part(node, "m:e");
    if (name == "m:limLow") return part(node, "m:e") + script("_", part(node, "m:lim"));
    if (name == "m:limUpp") return part(node, "m:e") + script("^", part(node, "m:lim"));
    if (name == "m:acc") return part(node, "m:e") + sign(node.child("m:accPr"), "m:chr", "\u0302");
    if (name == "m:m") return '[' + joined(node, "m:mr", "; ") + ']';
    if (name == "m:mr") return joined(node, "m:e", ", ");
    if (name == "m:eqArr") return joined(node, "m:e", "; ");
    if (name.ends_with("Pr")) return {};
    return linear_formula(node);
}

} // namespace

std::string linear_formula(pugi::xml_node math) {
    std::string result;
    for (pugi::xml_node const child : math.children()) {
        if (child.type() != pugi::node_element) continue;
        // The rows of a matrix and the arguments of an array stand side by side.
        result += element(child);
    }
    return result;
}

} // namespace quoin::office
