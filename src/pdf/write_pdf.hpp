#pragma once
// Finished pages in, the bytes of one PDF file out: for a press (PDF/X-4, PDF/X-1a) or for the screen (tagged,
// PDF/A-2u and PDF/UA-1). The same pages and edition give the same bytes on every machine, at any number of threads.

#include "base/bytes.hpp"
#include "base/pool.hpp"
#include "base/result.hpp"
#include "page/page_list.hpp"
#include "style/printer.hpp"

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
    enum class Kind { x4, x1a, plain, screen }; // plain: for a printer who asks for a PDF and no standard
    /// Which inks the pages may use.
    enum class Interior { cmyk, gray, gray_spot };
    enum class Compression { release, preview };

    Kind kind = Kind::x4;
    Interior interior = Interior::cmyk;
    Compression compression = Compression::release;
    OutputIntent intent;        // print only; `profile` may be null. A plain file converts by it and does not embed it
    bool rgb = false;           // plain: sRGB, and gray for black alone, in place of inks
    bool transparency = true;   // plain: soft masks and groups may be written
    bool bleed_at_spine = true; // print
    style::InkRules ink;        // print
    style::PictureRules pictures; // those with more than `downsample_above` times the resolution are made smaller
    style::PrinterMarks marks;    // print
    std::vector<Length> folds;    // print: x of a cover's folds, from its trim's left edge, for fold marks
    std::string slug_title;       // print: title and issue, for the slug line
    std::string printer;          // print: the profile's name, for the slug line
    std::string build_id;         // goes into the file's ID
    std::string creator = "quoin";
    std::string producer = "quoin";

    /// Structure, links, outline and destinations are what a screen needs and a press refuses.
    [[nodiscard]] bool for_screen() const { return kind == Kind::screen; }
    /// Colours are those of a screen, not inks.
    [[nodiscard]] bool in_rgb() const { return for_screen() || (kind == Kind::plain && rgb); }
    [[nodiscard]] bool allows_transparency() const {
        return kind != Kind::x1a && (kind != Kind::plain || transparency);
    }
    /// The file calls itself PDF/X: it does so only with the press that it is made for.
    [[nodiscard]] bool claims_press() const {
        return (kind == Kind::x4 || kind == Kind::x1a) && intent.profile != nullptr;
    }
    /// White around the bleed.
    [[nodiscard]] Length slug() const { return !for_screen() && marks.any() ? marks.slug : Length::zero(); }
};

/// The print edition that a printer asks for, in inks for CMYK or, where the printer or the layout wants that, for K.
Edition press_edition(style::PrinterProfile const&, Edition::Interior);

/// Fails when a font does not open or forbids embedding, and when a picture cannot be read.
Result<Bytes> write_pdf(page::PageList const&, Edition const&, Pool&);

} // namespace quoin::pdf
