#pragma once
// Running text on its way to Markdown: a flat row of marks and words, so that each sign can see what stands beside it.

#include "model/document.hpp"
#include "writer/inline_markdown.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::writer {

struct Atom {
    enum class Kind {
        text,    // words, to be escaped
        literal, // signs that `transform` must leave alone: each gets a backslash
        address, // a bare address: words, but what stands in them is as it is
        raw,     // marks as they are
        open,    // emphasis
        close,
        line_break
    };
    Kind kind = Kind::raw;
    std::string text;
    bool within_brackets = false; // of a link, span or caption
    bool raised = false;          // within ^…^ or ~…~, where no space may stand
};
using Atoms = std::vector<Atom>;

Atoms atoms_of(model::Document const&, model::Inlines const&, Place);

/// Puts a separator where marks side by side would be read together, or beside signs that hide them.
void separate(Atoms&);

/// An invisible separator: a span that says nothing.
inline constexpr std::string_view separator = "[]{-}";

/// The address of a link or picture between round brackets.
std::string destination(std::string_view address);

} // namespace quoin::writer
