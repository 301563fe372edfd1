#include "manuscript/instructions.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <toml++/toml.h>

namespace quoin::manuscript {

namespace {

struct NamedAction {
    std::string_view name;
    Action action;
};
constexpr std::array<NamedAction, 16> actions{{{"join", Action::join},
                                               {"apart", Action::apart},
                                               {"insert", Action::insert},
                                               {"not-insert", Action::not_insert},
                                               {"heading", Action::heading},
                                               {"not-heading", Action::not_heading},
                                               {"title", Action::title},
                                               {"not-title", Action::not_title},
                                               {"subtitle", Action::subtitle},
                                               {"byline", Action::byline},
                                               {"note", Action::note},
                                               {"not-note", Action::not_note},
                                               {"drop", Action::drop},
                                               {"keep", Action::keep},
                                               {"language", Action::language},
                                               {"confirm", Action::confirm}}};

std::optional<Action> action_named(std::string_view name) {
    auto const* const found = std::ranges::find(actions, name, &NamedAction::name);
    return found == actions.end() ? std::nullopt : std::optional(found->action);
}

std::vector<std::string_view> action_names() {
    std::vector<std::string_view> names;
    for (NamedAction const& each : actions) names.push_back(each.name);
    return names;
}

class FileReader {
  public:
    FileReader(FileId file, std::string_view text, Diagnostics& diagnostics)
        : file_(file), text_(text), diagnostics_(diagnostics) {}

    [[nodiscard]] Span span(toml::source_region const& region) const {
        return {file_, offset(region.begin), offset(region.end)};
    }

    DecisionsFile read(toml::table const& root) {
        DecisionsFile file;
        for (auto const& [key, value] : root) {
            if (key == "decision" && value.is_array_of_tables()) {
                for (toml::node const& each : *value.as_array()) read_decision(*each.as_table(), file);
            } else if (key == "styles" && value.is_table()) {
                read_styles(*value.as_table(), file);
            } else {
                unknown(key, value, {"decision", "styles"});
            }
        }
        return file;
    }

  private:
    [[nodiscard]] std::uint32_t offset(toml::source_position position) const {
        std::size_t at = 0;
        for (toml::source_index line = 1; line < position.line && at < text_.size(); ++line)
            at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
        for (toml::source_index column = 1; column < position.column && at < text_.size(); ++column) do
                ++at;
            while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
        return static_cast<std::uint32_t>(std::min(at, text_.size()));
    }

    void unknown(toml::key const& key, toml::node const& value, std::vector<std::string_view> const& known) {
        std::string const near = nearest(key.str(), known);
        diagnostics_.error(Code::key_unknown, span(value.source()),
                           fmt::format("there is no key \"{}\" here", key.str()),
                           {near.empty() ? fmt::format("the keys are {}", fmt::join(known, ", "))
                                         : fmt::format("did you mean \"{}\"?", near)});
    }

    void invalid(toml::node const& value, std::string_view key, std::string_view wanted) {
        diagnostics_.error(Code::value_invalid, span(value.source()), fmt::format("\"{}\" is {}", key, wanted));
    }

    void read_text(toml::key const& key, toml::node const& value, std::string& to) {
        if (auto const text = value.value<std::string>())
            to = *text;
        else
            invalid(value, key.str(), "a text");
    }

    void read_lines(toml::node const& value, std::vector<int>& to) {
        if (auto const one = value.value<int>(); one && !value.is_array()) to.push_back(*one);
        if (auto const* const list = value.as_array())
            for (toml::node const& each : *list)
                if (auto const line = each.value<int>()) to.push_back(*line);
        if (to.empty()) invalid(value, "line", "a line number, or two");
    }

    void read_action(toml::node const& value, Instruction& to, bool& known) {
        std::string const written = value.value_or(std::string());
        auto const action = action_named(written);
        known = action.has_value();
        if (known) {
            to.action = *action;
            return;
        }
        std::string const near = nearest(written, action_names());
        diagnostics_.error(Code::value_invalid, span(value.source()), fmt::format("\"do\" cannot be \"{}\"", written),
                           {near.empty() ? fmt::format("it can be {}", fmt::join(action_names(), ", "))
                                         : fmt::format("did you mean \"{}\"?", near)});
    }

    void read_decision(toml::table const& table, DecisionsFile& file) {
        Instruction made;
        made.span = span(table.source());
        bool known_action = false;
        for (auto const& [key, value] : table) {
            if (key == "do") {
                read_action(value, made, known_action);
            } else if (key == "at") {
                read_text(key, value, made.at);
            } else if (key == "with") {
                read_text(key, value, made.with);
            } else if (key == "value") {
                read_text(key, value, made.value);
            } else if (key == "why") {
                read_text(key, value, made.why);
            } else if (key == "line") {
                read_lines(value, made.lines);
            } else {
                unknown(key, value, {"do", "at", "with", "value", "why", "line"});
            }
        }
        for (char const* const needed : {"do", "at"})
            if (!table.contains(needed))
                diagnostics_.error(Code::key_missing, made.span, fmt::format("a decision needs \"{}\"", needed));
        if (known_action && !made.at.empty()) file.instructions.push_back(std::move(made));
    }

    void read_styles(toml::table const& table, DecisionsFile& file) {
        for (auto const& [key, value] : table) read_text(key, value, file.styles[std::string(key.str())]);
    }

    FileId file_;
    std::string_view text_;
    Diagnostics& diagnostics_;
};

} // namespace

Result<DecisionsFile> read_decisions(FileId file, SourceMap const& sources, Diagnostics& diagnostics) {
    std::string_view const text = sources.text(file);
    FileReader reader(file, text, diagnostics);
    try {
        return reader.read(toml::parse(text, std::string_view(sources.path(file))));
    } catch (toml::parse_error const& error) {
        return failure(Code::toml_malformed, reader.span(error.source()), std::string(error.description()));
    }
}

} // namespace quoin::manuscript
