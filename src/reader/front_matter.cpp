#include "reader/front_matter.hpp"

#include "reader/language.hpp"
#include "reader/normal_form.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace quoin::reader {

namespace {

constexpr std::string_view fence = "---";

std::vector<std::string_view> const article_keys{"title", "subtitle", "author",   "byline",
                                                 "date",  "lang",     "abstract", "running-title"};
std::vector<std::string_view> const insert_keys{"title", "lang"};

/// The line that begins at `at`, without its end and the spaces before it.
std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
    return line;
}

struct Extent {
    std::size_t begin = 0, end = 0; // of the YAML
    std::size_t body = 0;
};

/// `---` on the first line up to `---` or `...`.
std::optional<Extent> find_extent(std::string_view text) {
    if (line_at(text, 0) != fence || text.find('\n') == std::string_view::npos) return std::nullopt;
    std::size_t const begin = text.find('\n') + 1;
    for (std::size_t at = begin; at < text.size();) {
        std::size_t const feed = std::min(text.find('\n', at), text.size());
        std::string_view const line = line_at(text, at);
        if (line == fence || line == "...") return Extent{begin, at, std::min(feed + 1, text.size())};
        at = feed + 1;
    }
    return std::nullopt;
}

bool is_space(char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; }

/// Pairs a scalar's value with its source, byte for byte as far as they agree: line folding, indentation and quotes are
/// passed over.
SourceText placed_value(std::string const& value, FileId file, std::string_view text, std::size_t begin) {
    SourceText result;
    result.file = file;
    result.text = value;
    std::size_t at = begin;
    if (at < text.size() && (text[at] == '|' || text[at] == '>')) at = std::min(text.find('\n', at), text.size());
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;
    bool together = false;
    for (std::size_t index = 0; index < value.size();) {
        if (at < text.size() && text[at] == value[index]) {
            if (!together)
                result.pieces.push_back({static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(at), true});
            together = true;
            ++index;
            ++at;
            continue;
        }
        together = false;
        if (at < text.size() && is_space(text[at])) {
            ++at;
        } else if (is_space(value[index])) {
            ++index;
        } else if (at < text.size() && (text[at] == '\\' || text[at] == '\'')) {
            ++at;
        } else {
            break;
        }
    }
    bool const from_start = !result.pieces.empty() && result.pieces.front().at == 0;
    if (!from_start) result.pieces.insert(result.pieces.begin(), {0, static_cast<std::uint32_t>(begin), false});
    return result;
}

class FrontMatterReader {
  public:
    FrontMatterReader(FileId file, std::string_view text, Extent extent, TextKind kind, Diagnostics& diagnostics)
        : file_(file), text_(text), extent_(extent), kind_(kind), diagnostics_(diagnostics) {}

    void read(FrontMatter& to) {
        try {
            YAML::Node const root = YAML::Load(std::string(text_.substr(extent_.begin, extent_.end - extent_.begin)));
            if (root.IsNull()) return;
            if (!root.IsMap()) {
                to.malformed = true;
                diagnostics_.error(Code::yaml_malformed, place(root), "the front matter is no list of keys and values",
                                   {"write title: \"…\" and the like, each on a line of its own"});
                return;
            }
            for (auto const& pair : root) read_pair(pair.first, pair.second, to);
        } catch (YAML::Exception const& error) {
            to.malformed = true;
            std::size_t const at = error.mark.is_null() ? extent_.begin : offset(error.mark);
            auto const begin = static_cast<std::uint32_t>(std::min(at, text_.size()));
            diagnostics_.error(
                Code::yaml_malformed, {file_, begin, begin}, error.msg,
                {"put values that hold a colon, a # or quotation marks between single or double quotes"});
        }
    }

  private:
    [[nodiscard]] std::size_t offset(YAML::Mark const& mark) const {
        return extent_.begin + static_cast<std::size_t>(std::max(mark.pos, 0));
    }

    [[nodiscard]] Span place(YAML::Node const& node) const {
        auto const begin = static_cast<std::uint32_t>(std::min(offset(node.Mark()), text_.size()));
        std::uint32_t length = 0;
        if (node.IsScalar()) {
            std::string_view const rest = text_.substr(begin);
            bool const quoted = rest.starts_with('"') || rest.starts_with('\'');
            bool const as_written = rest.substr(quoted ? 1 : 0).starts_with(node.Scalar());
            length = as_written ? static_cast<std::uint32_t>(node.Scalar().size() + (quoted ? 2 : 0)) : 0;
        }
        return {file_, begin, begin + length};
    }

    void wrong_kind(std::string_view key, YAML::Node const& node, std::string_view wanted) {
        diagnostics_.error(Code::value_invalid, place(node), fmt::format("{} has to be {}", key, wanted));
    }

    std::optional<std::string> scalar(std::string_view key, YAML::Node const& node) {
        if (node.IsNull()) return std::nullopt;
        if (node.IsScalar()) return normal_form(node.Scalar());
        wrong_kind(key, node, "one text");
        return std::nullopt;
    }

    void text(std::string_view key, YAML::Node const& node, std::optional<SourceText>& to) {
        if (node.IsNull()) return;
        if (!node.IsScalar()) return wrong_kind(key, node, "one text");
        if (node.Scalar().find_first_not_of(" \n\t") == std::string::npos) return;
        to = placed_value(node.Scalar(), file_, text_, offset(node.Mark()));
    }

    void read_pair(YAML::Node const& key_node, YAML::Node const& value, FrontMatter& to) {
        std::string const key = key_node.IsScalar() ? key_node.Scalar() : std::string();
        auto const& known = kind_ == TextKind::article ? article_keys : insert_keys;
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            std::string const near = nearest(key, known);
            diagnostics_.error(Code::key_unknown, place(key_node), fmt::format("there is no key \"{}\"", key),
                               {near.empty() ? fmt::format("known here: {}", fmt::join(known, ", "))
                                             : fmt::format("did you mean \"{}\"?", near)});
            return;
        }
        if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) {
            diagnostics_.error(Code::yaml_malformed, place(key_node),
                               fmt::format("the key \"{}\" stands here a second time", key), {"remove one of the two"});
            return;
        }
        seen_.push_back(key);
        check_quotes(value, to);
        read_value(key, value, to);
    }

    /// yaml-cpp takes the end of the text for the end of a quotation.
    void check_quotes(YAML::Node const& node, FrontMatter& to) {
        if (!node.IsScalar()) {
            for (auto const& each : node) check_quotes(each.IsDefined() ? YAML::Node(each) : each.second, to);
            return;
        }
        std::size_t const begin = offset(node.Mark());
        char const quote = begin < text_.size() ? text_[begin] : ' ';
        if (quote != '"' && quote != '\'') return;
        for (std::size_t at = begin + 1; at < extent_.end; ++at) {
            bool const doubled = quote == '\'' && text_.substr(at, 2) == "''";
            bool const escaped = quote == '"' && text_[at] == '\\';
            if (doubled || escaped) {
                ++at;
            } else if (text_[at] == quote) {
                return;
            }
        }
        to.malformed = true;
        auto const place = static_cast<std::uint32_t>(begin);
        diagnostics_.error(Code::yaml_malformed, {file_, place, place + 1}, "this quotation mark is never closed",
                           {fmt::format("write {} where the value ends", quote)});
    }

    void read_value(std::string const& key, YAML::Node const& value, FrontMatter& to) {
        if (key == "title") return text(key, value, to.title);
        if (key == "subtitle") return text(key, value, to.subtitle);
        if (key == "abstract") return text(key, value, to.abstract);
        if (key == "author") return read_authors(value, to.authors);
        auto const written = scalar(key, value);
        if (!written || written->empty()) return;
        if (key == "byline") to.byline = *written;
        if (key == "running-title") to.running_title = *written;
        if (key == "lang") to.language = read_language(*written, place(value), diagnostics_);
        if (key == "date") {
            to.date = parse_date(*written);
            if (!to.date) {
                diagnostics_.error(Code::date_invalid, place(value), fmt::format("\"{}\" is no date", *written),
                                   {"write 2023, 2023-08 or 2023-08-01; other words belong into byline"});
            }
        }
    }

    void read_authors(YAML::Node const& node, std::vector<model::Author>& to) {
        if (node.IsNull()) return;
        if (!node.IsSequence()) return read_author(node, to);
        for (auto const& each : node) read_author(each, to);
    }

    void read_author(YAML::Node const& node, std::vector<model::Author>& to) {
        model::Author author;
        if (node.IsScalar()) {
            author.name = normal_form(node.Scalar());
        } else if (node.IsMap()) {
            for (auto const& pair : node) {
                std::string const key = pair.first.IsScalar() ? pair.first.Scalar() : std::string();
                std::string* const part = key == "name"          ? &author.name
                                          : key == "affiliation" ? &author.affiliation
                                                                 : nullptr;
                if (part == nullptr) {
                    diagnostics_.error(Code::key_unknown, place(pair.first),
                                       fmt::format("an author has no key \"{}\"", key),
                                       {"known here: name, affiliation"});
                } else if (auto value = scalar(key, pair.second)) {
                    *part = *value;
                }
            }
        }
        if (author.name.empty()) {
            return wrong_kind("author", node, "a name, a list of names, or a list of {name: …, affiliation: …}");
        }
        to.push_back(std::move(author));
    }

    FileId file_;
    std::string_view text_;
    Extent extent_;
    TextKind kind_;
    Diagnostics& diagnostics_;
    std::vector<std::string> seen_;
};

} // namespace

FrontMatter read_front_matter(FileId file, std::string_view text, TextKind kind, Diagnostics& diagnostics) {
    FrontMatter result;
    result.span = {file, 0, 0};
    if (auto const extent = find_extent(text)) {
        result.body = extent->body;
        result.span = {file, static_cast<std::uint32_t>(extent->begin), static_cast<std::uint32_t>(extent->end)};
        FrontMatterReader(file, text, *extent, kind, diagnostics).read(result);
    } else if (line_at(text, 0) == fence &&
               line_at(text, std::min(text.find('\n'), text.size() - 1) + 1).find(": ") != std::string_view::npos) {
        result.malformed = true;
        diagnostics.error(Code::yaml_malformed, {file, 0, static_cast<std::uint32_t>(fence.size())},
                          "the front matter has no end", {"write --- on a line of its own below the last key"});
    }
    return result;
}

} // namespace quoin::reader
