#pragma once
// Weights of the line search that follow measure and language (TYPESETTING.md 2.6): one set does not fit all.

#include "style/print_style.hpp"
#include "text/paragraph.hpp"
#include "text/pieces.hpp"

#include <cstdint>

namespace quoin::text {

struct Weights {
    std::int64_t badness = 60, contrast = 12, hyphen = 60; // units of TYPESETTING.md 2.4
};

Weights weights_for(ParagraphText const&, ParagraphShape const&, style::LineBreaking const&, Pieces const&);

} // namespace quoin::text
