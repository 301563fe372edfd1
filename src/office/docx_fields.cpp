#include "office/docx_fields.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

struct NamedKind {
    std::string_view name;
    DocxFieldKind kind;
};

constexpr std::array kinds = {
    NamedKind{"HYPERLINK", DocxFieldKind::link},      NamedKind{"REF", DocxFieldKind::reference},
    NamedKind{"PAGEREF", DocxFieldKind::page},        NamedKind{"NOTEREF", DocxFieldKind::note},
    NamedKind{"FTNREF", DocxFieldKind::note},         NamedKind{"SEQ", DocxFieldKind::sequence},
    NamedKind{"TOC", DocxFieldKind::furniture},       NamedKind{"INDEX", DocxFieldKind::furniture},
    NamedKind{"TOA", DocxFieldKind::furniture},       NamedKind{"PAGE", DocxFieldKind::furniture},
    NamedKind{"NUMPAGES", DocxFieldKind::furniture},  NamedKind{"SECTIONPAGES", DocxFieldKind::furniture},
    NamedKind{"XE", DocxFieldKind::no_result},        NamedKind{"TC", DocxFieldKind::no_result},
    NamedKind{"TA", DocxFieldKind::no_result},        NamedKind{"RD", DocxFieldKind::no_result},
    NamedKind{"SET", DocxFieldKind::no_result},       NamedKind{"SYMBOL", DocxFieldKind::symbol},
    NamedKind{"FORMTEXT", DocxFieldKind::kept},       NamedKind{"FORMCHECKBOX", DocxFieldKind::kept},
    NamedKind{"FORMDROPDOWN", DocxFieldKind::kept},   NamedKind{"QUOTE", DocxFieldKind::kept},
    NamedKind{"INCLUDEPICTURE", DocxFieldKind::kept}, NamedKind{"EMBED", DocxFieldKind::kept},
    NamedKind{"LINK", DocxFieldKind::kept},           NamedKind{"STYLEREF", DocxFieldKind::frozen},
};

/// Words, and texts between quotation marks in which a backslash guards the next character.
std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t') {
            ++at;
            continue;
        }
        std::string token;
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '\\' || text[at + 1] == '"')) ++at;
                token += text[at];
            }
            ++at;
            result.push_back('"' + token);
            continue;
        }
        std::size_t const end = std::min(text.find_first_of(" \t\"", at), text.size());
        token = text.substr(at, end - at);
        at = end;
        result.push_back(std::move(token));
    }
    return result;
}

std::string bare(std::string token) {
    if (!token.empty() && token.front() == '"') token.erase(0, 1);
    return token;
}

bool is_switch(std::string const& token) { return token.size() == 2 && token.front() == '\\'; }

/// Switches that stand alone; any other letter takes the next word.
bool takes_no_text(std::string_view field, char letter) {
    if (field == "HYPERLINK") return letter == 'n' || letter == 'm' || letter == 'h';
    if (field == "REF" || field == "PAGEREF" || field == "NOTEREF" || field == "FTNREF")
        return letter != 'd' && letter != '*' && letter != '#';
    if (field == "SYMBOL") return letter == 'a' || letter == 'u' || letter == 'j' || letter == 'h';
    return false;
}

} // namespace

bool DocxFieldCode::has(char letter) const {
    return std::any_of(switches.begin(), switches.end(), [&](auto const& each) { return each.first == letter; });
}

std::string DocxFieldCode::behind(char letter) const {
    auto const found =
        std::find_if(switches.begin(), switches.end(), [&](auto const& each) { return each.first == letter; });
    return found == switches.end() ? std::string() : found->second;
}

DocxFieldCode parse_field(std::string_view instruction) {
    DocxFieldCode code;
    std::vector<std::string> const words = tokens(instruction);
    if (words.empty()) return code;
    code.name = bare(words.front());
    for (char& letter : code.name) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    std::size_t at = 1;
    if (code.name == "ADDIN" && words.size() > 1) code.name += ' ' + bare(words[at++]);
    for (; at < words.size(); ++at) {
        if (!is_switch(words[at])) {
            code.arguments.push_back(bare(words[at]));
            continue;
        }
        char const letter = words[at][1];
        bool const alone = takes_no_text(code.name, letter) || at + 1 == words.size() || is_switch(words[at + 1]);
        code.switches.emplace_back(letter, alone ? std::string() : bare(words[++at]));
    }
    return code;
}

DocxFieldKind kind_of(DocxFieldCode const& code) {
    auto const* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](NamedKind const& each) { return each.name == code.name; });
    return found == kinds.end() ? DocxFieldKind::frozen : found->kind;
}

} // namespace quoin::office
