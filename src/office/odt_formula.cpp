#include "office/odt_formula.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace quoin::office {

namespace {

/// In parentheses when it is more than one sign.
std::string grouped(std::string const& text) {
    bool const single = text.find_first_of(" +-*/=(),<>^_") == std::string::npos;
    return single ? text : fmt::format("({})", text);
}

std::vector<std::string> parts_of(pugi::xml_node node) {
    std::vector<std::string> parts;
    for (pugi::xml_node const child : node.children())
        if (child.type() == pugi::node_element) parts.push_back(linear_text(child));
    parts.resize(std::max<std::size_t>(parts.size(), 3)); // operands that are missing are empty
    return parts;
}

std::string joined(pugi::xml_node node, std::string_view between) {
    std::string result;
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        std::string const part = linear_text(child);
        if (part.empty()) continue;
        if (!result.empty()) result += between;
        result += part;
    }
    return result;
}

std::string token(pugi::xml_node node) {
    std::string_view const text = node.child_value();
    std::size_t const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    std::string const sign = safe_text(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
    static constexpr std::string_view spaced[] = {"=", "+", "-", "−", "<", ">", "≤", "≥", "≈", "→", "±", "×"};
    if (name_of(node) != "math:mo") return sign;
    for (std::string_view const each : spaced)
        if (sign == each) return fmt::format(" {} ", sign);
    return sign;
}

std::string fenced(pugi::xml_node node) {
    auto const sign = [&](char const* name, char const* otherwise) {
        return std::string(node.attribute(name).as_string(otherwise));
    };
    return safe_text(sign("open", "(")) + joined(node, ", ") + safe_text(sign("close", ")"));
}

} // namespace

std::string linear_text(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    if (name == "math:annotation" || name == "math:annotation-xml") return {};
    if (name == "math:mi" || name == "math:mn" || name == "math:mo" || name == "math:mtext" || name == "math:ms")
        return token(node);
    if (name == "math:mspace") return " ";
    if (name == "math:mfenced") return fenced(node);
    if (name == "math:msqrt") return fmt::format("√({})", joined(node, ""));
    if (name == "math:mtable") return joined(node, "; ");
    if (name == "math:mtr") return joined(node, ", ");
    auto const two = [&](std::string_view between) {
        auto const parts = parts_of(node);
        return fmt::format("{}{}{}", grouped(parts[0]), between, grouped(parts[1]));
    };
    if (name == "math:mfrac") return two("/");
    if (name == "math:msup" || name == "math:mover") return two("^");
    if (name == "math:msub" || name == "math:munder") return two("_");
    if (name == "math:msubsup" || name == "math:munderover") {
        auto const parts = parts_of(node);
        return fmt::format("{}_{}^{}", grouped(parts[0]), grouped(parts[1]), grouped(parts[2]));
    }
    if (name == "math:mroot") {
        auto const parts = parts_of(node);
        return fmt::format("√[{}]({})", parts[1], parts[0]);
    }
    return joined(node, "");
}

std::string formula_text(OdtFiles const& files, pugi::xml_node object) {
    if (pugi::xml_node const math = object.child("math:math")) return linear_text(math);
    auto const document = files.formula(view_of(object, "xlink:href"));
    return document ? linear_text(document->document_element()) : std::string();
}

} // namespace quoin::office
