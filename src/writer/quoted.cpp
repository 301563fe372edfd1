#include "writer/quoted.hpp"

#include <fmt/format.h>

namespace quoin::writer {

namespace {

bool is_control(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == '\x7F'; }

bool has_control(std::string_view text) {
    for (char const letter : text) {
        if (is_control(letter)) return true;
    }
    return false;
}

bool needs_escapes(std::string_view text) {
    return text.find_first_of("\"\\") != std::string_view::npos || has_control(text);
}

/// TOML and YAML agree on these escapes.
std::string escaped(std::string_view text) {
    std::string result = "\"";
    for (char const letter : text) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\t') {
            result += "\\t";
        } else if (is_control(letter)) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
        } else {
            result += letter;
        }
    }
    return result + '"';
}

} // namespace

std::string toml_text(std::string_view text) {
    bool const as_it_stands = needs_escapes(text) && !has_control(text) && text.find('\'') == std::string_view::npos;
    return as_it_stands ? fmt::format("'{}'", text) : escaped(text);
}

std::string yaml_text(std::string_view text) {
    if (!needs_escapes(text) || has_control(text)) return escaped(text);
    std::string result = "'";
    for (char const letter : text) {
        if (letter == '\'') result += '\'';
        result += letter;
    }
    return result + '\'';
}

std::string attribute_text(std::string_view text) {
    std::string result = "\"";
    for (char const letter : text) {
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter == '\n' ? ' ' : letter;
    }
    return result + '"';
}

} // namespace quoin::writer
