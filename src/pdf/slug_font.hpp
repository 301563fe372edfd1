#pragma once
// Letters of the slug line. Pages come with their lines set; this one alone is made here, of glyphs side by side, because
// it names the build, which is known only when the pages are written.

#include "page/page_list.hpp"
#include "pdf/glyph_text.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace quoin::pdf {

class SlugFont {
  public:
    /// A font that the pages use anyway, the first with all of these characters, or else the one with the most of them.
    /// Nothing when the pages have no text.
    static std::optional<SlugFont> choose(page::PageList const&, std::vector<GlyphTexts> const& used,
                                          std::string_view characters);

    /// Without kerning; characters that the font lacks are left out.
    [[nodiscard]] page::GlyphRun set(std::string_view text, page::InkUse, Length size) const;
    /// Makes sure that the subset has these characters.
    void reserve(std::string_view characters, std::vector<GlyphTexts>& used) const;

  private:
    struct Handle;
    SlugFont(page::FontId id, std::shared_ptr<Handle const> handle) : id_(id), handle_(std::move(handle)) {}

    page::FontId id_;
    std::shared_ptr<Handle const> handle_;
};

} // namespace quoin::pdf
