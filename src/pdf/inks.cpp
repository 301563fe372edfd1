#include "pdf/inks.hpp"

namespace quoin::pdf {

void InkTable::write(ContentBuffer& out, page::InkUse use, PaintKind paint) const {
    auto const index = static_cast<std::size_t>(use.ink);
    auto const& ink = inks_.at(index);
    bool const fill = paint == PaintKind::fill;
    if (screen_) {
        for (auto const level : ink.rgb) { // mixed with white paper
            auto const missing = std::int64_t{255 - level} * use.tint;
            out.put_fixed((255'000 - missing) * 10'000 / 255'000, 4);
            out.put(' ');
        }
        out.put(fill ? "rg\n" : "RG\n");
    } else if (is_spot(use.ink)) {
        out.put("/CS");
        out.put_integer(static_cast<std::int64_t>(index));
        out.put(fill ? " cs " : " CS ");
        out.put_fixed(use.tint, 3);
        out.put(fill ? " scn\n" : " SCN\n");
    } else {
        for (auto const amount : ink.cmyk) {
            out.put_fixed((std::int64_t{amount} * use.tint + 50) / 100, 4);
            out.put(' ');
        }
        out.put(fill ? "k\n" : "K\n");
    }
}

bool InkTable::overprints(page::InkUse use) const {
    return !screen_ && use.tint == 1000 && inks_.at(static_cast<std::size_t>(use.ink)).overprints;
}

bool InkTable::is_spot(page::InkId id) const {
    return !screen_ && !inks_.at(static_cast<std::size_t>(id)).spot.empty();
}

} // namespace quoin::pdf
