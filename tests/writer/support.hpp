#pragma once
// Writing a model and reading it back, in memory.

#include "base/diagnostic.hpp"
#include "base/source_map.hpp"
#include "model/document.hpp"
#include "writer/write_sources.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::tests {

struct RoundTrip {
    std::vector<writer::SourceFile> files;
    std::string before, after; // dumps of all editions in canonical form
    std::vector<std::string> findings;

    [[nodiscard]] std::string file(std::string const& path) const;
    [[nodiscard]] std::string all_files() const;
};

/// Writes, and reads what was written. Pictures are there under every name that the model has.
RoundTrip round_trip(model::Publication);

/// An article with these blocks, in a journal.
model::Publication publication_of(model::Blocks);
model::Publication publication_of(model::Document);

/// A text read as an article's body.
model::Document read_body(std::string const& markdown);

/// What the article's file says below its front matter.
std::string written_body(model::Publication const&);

std::string dump_of(model::Publication const&);

} // namespace quoin::tests
