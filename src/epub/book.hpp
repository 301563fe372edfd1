#pragma once
// What every file of the package is written from. Made once, then only read, by several threads at a time.

#include "epub/labels.hpp"
#include "epub/plan.hpp"
#include "style/layout.hpp"

#include <map>
#include <string>
#include <vector>

namespace quoin::epub {

/// A picture as the package holds it.
struct Picture {
    std::string path; // "images/press.jpg", relative to EPUB/; empty when the source could not be read
    std::string media_type;
    bool drawing = false; // SVG: fills its box, as it has no size of its own
};

struct Book {
    model::Document const& document;
    style::Layout const& layout;
    Plan plan;
    std::string title;                                    // with the issue
    std::map<std::uint32_t, Picture> pictures;            // by AssetId
    std::multimap<std::uint32_t, std::size_t> anchors_at; // serial of a block → AnchorIds that are no headings'

    Book(model::Document const& text, style::Layout const& design, Plan files);

    [[nodiscard]] model::Language const& language() const { return document.metadata.language; }
    /// Of an entry, or the publication's.
    [[nodiscard]] model::Language const& language(std::uint32_t entry) const;
    /// The id of a figure with a caption: its own, or one by its serial.
    [[nodiscard]] std::string figure_id(model::Figure const&, std::uint32_t serial) const;
    /// The href from one file of text/ to an id, in the same or in another file.
    [[nodiscard]] std::string href(std::size_t from, std::size_t to, std::string const& id) const;
};

} // namespace quoin::epub
