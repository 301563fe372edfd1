#pragma once
// A subset font as PDF objects: Type0 font, CIDFont, descriptor, program, ToUnicode (ISO 32000-1, 9.7 to 9.10).

#include "pdf/compressor.hpp"
#include "pdf/font_subset.hpp"
#include "pdf/objects.hpp"

namespace quoin::pdf {

/// The streams of a font, compressed in parallel before the objects are made one by one.
struct FontStreams {
    Bytes program;
    Bytes to_unicode;
};

FontStreams compress_font(FontSubset const&, Compressor const&);
/// `streams` must live until the file is written.
Object make_font(QPDF&, FontSubset const&, FontStreams const& streams);

} // namespace quoin::pdf
