#pragma once
// Small documents made by hand, with the fields that `transform` would have filled, and ways to look at what became of them.

#include "epub/build_package.hpp"
#include "model/document.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::test {

model::Inlines words(std::string text);
model::Block block(decltype(model::Block::kind) kind);
model::Block paragraph(std::string text);
model::Inline mark(std::uint32_t note, std::uint32_t occurrence = 0);

/// A publication in the making. Serials, anchors and note numbers are given by `finish`, as transform does.
class SampleBook {
  public:
    explicit SampleBook(std::string title = "The Compositor");

    model::Article& article(std::string name, std::string title);
    /// Adds the note's body; its marks are put into the text with `mark`.
    std::uint32_t note(std::string text);
    void heading(model::Article&, std::string text, int level = 2);

    struct Built {
        std::vector<std::string> names;
        std::map<std::string, std::string> files;
        std::size_t notes = 0, page_marks = 0;
        Diagnostics diagnostics;
        Bytes archive;

        /// The text of a file below EPUB/, or a failed test.
        [[nodiscard]] std::string const& file(std::string const& name) const;
        [[nodiscard]] bool has(std::string const& name) const { return files.count("EPUB/" + name) != 0; }
    };
    Built build(std::size_t threads = 1);

    model::Document document;
    style::Layout layout;
    model::PageMarks page_marks;
    epub::FaceFinder find_face;
    std::map<std::string, std::string> sources; // files that pictures are read from
    long long epoch = 1690848000;               // 2023-08-01
    Bytes cover;

  private:
    void finish();
};

/// How often `part` occurs.
std::size_t count(std::string_view text, std::string_view part);
/// Whether it is well-formed XML.
bool is_xml(std::string const& text);
/// The value of an attribute at an XPath; "" when there is none.
std::string value_at(std::string const& xml, char const* path);
std::size_t count_at(std::string const& xml, char const* path);

} // namespace quoin::test
