#pragma once
// Takes typed values out of merged settings, remembers where each came from, and knows in the end which keys nobody took.

#include "base/length.hpp"
#include "style/layout.hpp"
#include "style/setting.hpp"

#include <initializer_list>
#include <set>
#include <string>
#include <utility>

namespace quoin::style {

class SettingReader {
  public:
    SettingReader(Settings const& settings, Diagnostics& diagnostics)
        : settings_(settings), diagnostics_(diagnostics) {}

    void read(std::string const& key, bool& into);
    void read(std::string const& key, int& into, int least, int most);
    void read(std::string const& key, double& into, double least, double most);
    void read(std::string const& key, std::string& into);
    /// "129mm", "11pt", "0.5in", "1.2em" (of `em`, when that is not zero).
    void read(std::string const& key, Length& into, Length em = {});
    void read(std::string const& key, PageCount& into);
    /// False when there is no list of numbers; what is none has been complained of.
    bool read_list(std::string const& key, std::vector<double>& into);
    template <typename Enumerator>
    void read_choice(std::string const& key, Enumerator& into,
                     std::initializer_list<std::pair<std::string_view, Enumerator>> choices);
    void read_name(std::string const& key, std::string& into, std::initializer_list<std::string_view> choices);

    /// The second components of all keys that begin with `prefix.`: the inks of "palette".
    [[nodiscard]] std::vector<std::string> names_below(std::string const& prefix) const;
    [[nodiscard]] Span span(std::string const& key) const;
    void complain(std::string const& key, std::string const& wanted);

    void report_unknown();
    /// Every key that was asked for so far.
    [[nodiscard]] std::set<std::string> const& known() const { return known_; }
    [[nodiscard]] std::map<std::string, Layout::Origin> origins() const;

  private:
    Setting const* find(std::string const& key);

    Settings const& settings_;
    Diagnostics& diagnostics_;
    std::set<std::string> known_; // every key that was asked for, whether it is there or not
};

template <typename Enumerator>
void SettingReader::read_choice(std::string const& key, Enumerator& into,
                                std::initializer_list<std::pair<std::string_view, Enumerator>> choices) {
    std::string word;
    Setting const* setting = find(key);
    if (setting == nullptr) return;
    if (auto const* text = std::get_if<std::string>(&setting->value)) word = *text;
    std::string names;
    for (auto const& [name, value] : choices) {
        if (name == word) {
            into = value;
            return;
        }
        names += (names.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    }
    complain(key, "one of " + names);
}

} // namespace quoin::style
