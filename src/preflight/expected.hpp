#pragma once
// What a finished file must say, told by the stages before its writer: the pages that the layout made, the texts and notes
// of the model. Facts only; how they are written is what is being proven.

#include "base/length.hpp"
#include "base/span.hpp"
#include "page/page_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::preflight {

/// A stretch of the author's text that stands in every output in one piece.
struct SourceText {
    std::string letters; // as append_letters() leaves them
    Span span;
    bool pages_too = true; // false: print may leave it out (an optional insert)
};

/// The letters of a text, small and without spaces, marks and figures: these do not depend on an edition.
std::string letters_of(std::string_view text);

enum class FileKind { print, cover, screen };

struct ExpectedPdf {
    FileKind kind = FileKind::print;
    page::PageList const& pages;
    std::vector<SourceText> const& texts; // empty: covers
    std::size_t notes = 0;
    bool bleed_at_spine = true; // false: pages of the interior end at the fold
};

struct ExpectedEpub {
    std::vector<SourceText> const& texts;
    std::size_t notes = 0;
    std::vector<std::string> labels; // of the printed pages that have a marker each; empty = no page list
};

/// What page `index` shows, without spaces, in the order of its items; on a screen what is tagged, without artifacts;
/// in print what begins on the page or in its bleed.
std::string page_text(page::PageList const&, std::size_t index, FileKind);

} // namespace quoin::preflight
