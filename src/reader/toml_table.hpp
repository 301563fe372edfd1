#pragma once
// One table of a TOML file: values are asked for by key, with their places; what nobody asked for is unknown.

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "reader/markdown_leaf.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toml {
inline namespace v3 {
class node;
class table;
} // namespace v3
} // namespace toml

namespace quoin::reader {

/// The file around a table.
struct TomlFile {
    FileId file;
    std::string_view text;
    Lines const& lines;
    Diagnostics& diagnostics;
    std::map<std::string, Span>* key_spans; // receives the place of each value under its dotted key
};

/// A written value with its place.
struct Written {
    std::string text;
    Span span;
};

class TomlTable {
  public:
    /// `table` may be nullptr: then nothing is in it. `path` is its dotted key, empty for the file's own.
    TomlTable(toml::table const* table, std::string path, TomlFile const&);

    [[nodiscard]] bool is_there() const { return table_ != nullptr; }
    [[nodiscard]] Span span() const;

    /// Text, or a number as it is written. False when there is none, or none of this kind (an error).
    bool text(std::string_view key, std::string& to);
    std::optional<Written> written(std::string_view key);
    bool truth(std::string_view key, bool& to);
    bool texts(std::string_view key, std::vector<std::string>& to);
    bool date(std::string_view key, std::optional<Date>& to);
    TomlTable table(std::string_view key);
    /// The tables of `[[key]]`; nothing when the key is absent.
    std::optional<std::vector<TomlTable>> tables(std::string_view key);
    /// Every value below `key` by its dotted key, with its text as written.
    struct Leaf {
        std::string key;
        std::string toml;
        Span span;
    };
    std::vector<Leaf> leaves(std::string_view key);
    /// An error for each key that has not been asked for.
    void finish() const;

  private:
    toml::node const* find(std::string_view key);
    [[nodiscard]] std::string dotted(std::string_view key) const;
    [[nodiscard]] Span span_of(toml::node const&) const;
    [[nodiscard]] std::string source_of(toml::node const&) const;
    void wrong_kind(std::string_view key, toml::node const&, std::string_view wanted) const;
    void collect(toml::table const&, std::string const& prefix, std::vector<Leaf>&) const;

    toml::table const* table_;
    std::string path_;
    TomlFile file_;
    std::vector<std::string> known_;
};

} // namespace quoin::reader
