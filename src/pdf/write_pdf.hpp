#pragma once
// Finished pages in, the bytes of one PDF file out: for a press (PDF/X-4, PDF/X-1a) or for the screen (tagged,
// PDF/A-2u and PDF/UA-1). The same pages and edition give the same bytes on every machine, at any number of threads.

#include "base/bytes.hpp"
#include "base/pool.hpp"
#include "base/result.hpp"
#include "page/page_list.hpp"

#include <memory>
#include <string>

namespace quoin::pdf {

/// A press condition: without it a print file makes no claim to be PDF/X.
struct OutputIntent {
    std::shared_ptr<Bytes const> profile; // ICC, class prtr, CMYK
    std::string identifier;               // "FOGRA39"
    std::string description;              // "Coated FOGRA39 (ISO 12647-2:2004)"
    std::string registry = "http://www.color.org";
};

struct Edition {
    enum class Kind { x4, x1a, screen };
    /// Which inks the interior's pictures may use.
    enum class Interior { cmyk, gray };
    enum class Compression { release, preview };

    Kind kind = Kind::x4;
    Interior interior = Interior::cmyk;
    Compression compression = Compression::release;
    OutputIntent intent;      // print only; `profile` may be null
    int total_ink = 300;      // print: C+M+Y+K of pictures and drawings, per cent
    double picture_ppi = 300; // pictures with more than 1.5 times as much are made smaller
    std::string build_id;     // goes into the file's ID
    std::string creator = "quoin";
    std::string producer = "quoin";

    /// Structure, links, outline and destinations are what a screen needs and a press refuses.
    [[nodiscard]] bool for_screen() const { return kind == Kind::screen; }
};

/// Fails when a font does not open or forbids embedding, and when a picture cannot be read.
Result<Bytes> write_pdf(page::PageList const&, Edition const&, Pool&);

} // namespace quoin::pdf
