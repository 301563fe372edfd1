#pragma once
// A font dictionary: whether its program is in the file, how its codes read, how wide they are.

#include "preflight/qpdf.hpp"
#include "preflight/resources.hpp"

namespace quoin::preflight {

struct FontEntry {
    FontFact fact;
    FontReading reading;
};

FontEntry read_font(QPDFObjectHandle font);

} // namespace quoin::preflight
