#pragma once
// The metadata in front of a Markdown text, in whatever form its tool wants them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::hypertext {

/// Keys in lower case; a list has several values. The rest of the text begins at `end`.
struct MarkdownHead {
    std::map<std::string, std::vector<std::string>> values;
    std::size_t end = 0;

    [[nodiscard]] std::string first(std::initializer_list<char const*> keys) const;
    [[nodiscard]] std::vector<std::string> all(std::initializer_list<char const*> keys) const;
};

/// YAML between `---`, TOML between `+++`, a pandoc title block (`% Title`), MultiMarkdown's lines, or nothing.
MarkdownHead read_markdown_head(std::string_view text);

} // namespace quoin::hypertext
