#include "hypertext/markdown_head.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <utility>

namespace quoin::hypertext {

namespace {

std::string_view line_at(std::string_view text, std::size_t at, std::size_t& next) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    next = std::min(end + 1, text.size());
    return text.substr(at, end - at);
}

std::string unquoted(std::string_view value) {
    value = trimmed(value);
    bool const quoted =
        value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (!quoted) return std::string(value);
    std::string result;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\' && i + 2 < value.size() && value.front() == '"') ++i;
        result += value[i];
    }
    return result;
}

// `a`, `"a"`, `[a, "b, c"]`.
std::vector<std::string> values_of(std::string_view written) {
    std::string_view value = trimmed(written);
    if (!value.starts_with('[') || !value.ends_with(']')) {
        if (value.empty()) return {};
        return {unquoted(value)};
    }
    value = value.substr(1, value.size() - 2);
    std::vector<std::string> values;
    std::string one;
    char quote = '\0';
    for (char const letter : value) {
        if (quote != '\0' ? letter == quote : letter == '"' || letter == '\'') quote = quote != '\0' ? '\0' : letter;
        if (letter == ',' && quote == '\0') {
            values.push_back(unquoted(one));
            one.clear();
        } else {
            one += letter;
        }
    }
    if (!trimmed(one).empty()) values.push_back(unquoted(one));
    return values;
}

bool is_key(std::string_view text) {
    constexpr std::size_t longest = 40;
    return !text.empty() && text.size() < longest && text.find_first_of("*_`[]<>#\"(") == std::string_view::npos &&
           ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
}

// Lines `key: value` (or with `=`), lists below their key, folded texts (`>` and `|`).
void read_lines(std::string_view block, char sign, MarkdownHead& head) {
    std::string key;
    for (std::size_t at = 0; at < block.size();) {
        std::string_view const line = line_at(block, at, at);
        std::string_view const content = trimmed(line);
        if (content.empty() || content.starts_with('#') || content.starts_with("[")) continue;
        bool const indented = line.front() == ' ' || line.front() == '\t';
        std::size_t const place = line.find(sign);
        if (content.starts_with("- ") && !key.empty()) {
            std::string_view const item = trimmed(content.substr(2));
            std::size_t const inner = item.find(": ");
            bool const named = inner != std::string_view::npos && item.substr(0, inner) == "name";
            head.values[key].push_back(unquoted(named ? item.substr(inner + 2) : item));
        } else if (!indented && place != std::string_view::npos && is_key(trimmed(line.substr(0, place)))) {
            key = lower(trimmed(line.substr(0, place)));
            std::string_view const value = trimmed(line.substr(place + 1));
            head.values[key] = value == ">" || value == "|" || value == ">-" || value == "|-"
                                   ? std::vector<std::string>{}
                                   : values_of(value);
        } else if (!key.empty()) {
            auto& values = head.values[key];
            if (values.empty()) values.emplace_back();
            values.back() += (values.back().empty() ? "" : " ") + std::string(content);
        }
    }
}

std::size_t closing_line(std::string_view text, std::size_t from, std::initializer_list<std::string_view> marks,
                         std::size_t& behind) {
    for (std::size_t at = from; at < text.size();) {
        std::size_t const begin = at;
        std::string_view const line = trimmed(line_at(text, at, at));
        if (std::find(marks.begin(), marks.end(), line) == marks.end()) continue;
        behind = at;
        return begin;
    }
    return std::string_view::npos;
}

bool is_multimarkdown(std::string_view text, std::size_t& end) {
    std::size_t lines = 0;
    std::string_view const known[] = {"title",    "author", "date", "subtitle",  "keywords",
                                      "language", "lang",   "tags", "copyright", "affiliation"};
    for (std::size_t at = 0; at < text.size(); ++lines) {
        std::size_t const begin = at;
        std::string_view const line = line_at(text, at, at);
        if (trimmed(line).empty()) {
            end = begin;
            return lines > 0;
        }
        std::size_t const colon = line.find(':');
        bool const continues = lines > 0 && (line.front() == ' ' || line.front() == '\t');
        std::string const key = colon == std::string_view::npos ? "" : lower(trimmed(line.substr(0, colon)));
        bool const fits =
            is_key(key) && (lines > 0 || std::find(std::begin(known), std::end(known), key) != std::end(known));
        if (!continues && !fits) return false;
    }
    end = text.size();
    return lines > 0;
}

} // namespace

std::string MarkdownHead::first(std::initializer_list<char const*> keys) const {
    for (char const* key : keys)
        if (auto const found = values.find(key); found != values.end() && !found->second.empty())
            return collapsed(found->second.front());
    return {};
}

std::vector<std::string> MarkdownHead::all(std::initializer_list<char const*> keys) const {
    std::vector<std::string> result;
    for (char const* key : keys)
        if (auto const found = values.find(key); found != values.end() && result.empty())
            for (std::string const& value : found->second)
                if (!collapsed(value).empty()) result.push_back(collapsed(value));
    return result;
}

MarkdownHead read_markdown_head(std::string_view text) {
    MarkdownHead head;
    std::size_t behind = 0;
    std::size_t begin = 0;
    std::string_view const first = trimmed(line_at(text, 0, begin));
    if (first == "---" || first == "+++") {
        bool const toml = first == "+++";
        std::size_t const end =
            toml ? closing_line(text, begin, {"+++"}, behind) : closing_line(text, begin, {"---", "..."}, behind);
        if (end == std::string_view::npos) return head;
        read_lines(text.substr(begin, end - begin), toml ? '=' : ':', head);
        head.end = behind;
        return head;
    }
    if (first.starts_with("% ")) {
        static constexpr char const* keys[] = {"title", "author", "date"};
        std::size_t at = 0;
        for (char const* key : keys) {
            std::size_t next = at;
            std::string_view const line = line_at(text, at, next);
            if (!line.starts_with('%')) break;
            head.values[key] = {std::string(trimmed(line.substr(1)))};
            at = next;
        }
        head.end = at;
        return head;
    }
    if (std::size_t end = 0; is_multimarkdown(text, end)) {
        read_lines(text.substr(0, end), ':', head);
        head.end = end;
    }
    return head;
}

} // namespace quoin::hypertext
