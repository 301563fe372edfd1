#pragma once
// Reading texts in memory and writing down what came of them.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source_map.hpp"
#include "model/document.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::tests {

/// A text read as an article's body. Lines count from the text's first one.
struct Reading {
    model::Document document;
    SourceMap sources;
    Diagnostics diagnostics;

    [[nodiscard]] model::Article const& article() const;
    /// The body and the notes as the dump writes them, without indentation of the article.
    [[nodiscard]] std::string dump() const;
    /// "3:7 error note-undefined", in order.
    [[nodiscard]] std::vector<std::string> findings() const;
    /// The source bytes of a span.
    [[nodiscard]] std::string source(Span) const;
};

Reading read(std::string const& markdown, std::map<std::string, std::string> files = {});

using Findings = std::vector<std::string>;
inline Findings const nothing{};

/// "articles/01.md:3:7 error note-undefined".
std::vector<std::string> findings_with_paths(SourceMap const&, Diagnostics const&);

/// The first bytes of picture files, enough to tell what they are.
extern std::string const png_picture;
extern std::string const svg_picture;

} // namespace quoin::tests
