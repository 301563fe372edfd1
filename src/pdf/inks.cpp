#include "pdf/inks.hpp"

namespace quoin::pdf {

namespace {

bool is_black_alone(page::Ink const& ink) { return ink.cmyk[0] == 0 && ink.cmyk[1] == 0 && ink.cmyk[2] == 0; }

page::Ink process_ink(std::string name, std::array<std::uint16_t, 4> cmyk) {
    return {std::move(name), cmyk, {}, {}, false};
}

} // namespace

InkTable::InkTable(page::PageList const& list, Edition const& edition)
    : edition_(edition), inks_(list.inks), first_of_ours_(list.inks.size()) {
    inks_.push_back({"registration", {1000, 1000, 1000, 1000}, {}, "All", false});
    inks_.push_back(process_ink("cyan", {1000, 0, 0, 0}));
    inks_.push_back(process_ink("magenta", {0, 1000, 0, 0}));
    inks_.push_back(process_ink("yellow", {0, 0, 1000, 0}));
    inks_.push_back(process_ink("black", {0, 0, 0, 1000}));
    page::Ink rich = process_ink("rich black", {});
    for (std::size_t plate = 0; plate < 4; ++plate)
        rich.cmyk[plate] = static_cast<std::uint16_t>(edition.ink.rich_black_inks[plate]);
    inks_.push_back(rich);
}

void InkTable::write(ContentBuffer& out, page::InkUse use, PaintKind paint) const {
    auto const index = static_cast<std::size_t>(use.ink);
    auto const& ink = inks_.at(index);
    bool const fill = paint == PaintKind::fill;
    if (edition_.in_rgb() && !edition_.for_screen() && is_black_alone(ink)) {
        out.put_fixed((1'000'000 - std::int64_t{ink.cmyk[3]} * use.tint + 50) / 100, 4);
        out.put(fill ? " g\n" : " G\n");
    } else if (edition_.in_rgb()) {
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
    return !edition_.in_rgb() && use.tint == 1000 && inks_.at(static_cast<std::size_t>(use.ink)).overprints;
}

bool InkTable::is_spot(page::InkId id) const {
    auto const& ink = inks_.at(static_cast<std::size_t>(id));
    return !edition_.in_rgb() && !ink.spot.empty() && (edition_.ink.spots || ink.spot == "All");
}

std::vector<page::InkUse> InkTable::plates() const {
    if (edition_.interior != Edition::Interior::cmyk) return {ours(4)};
    return {ours(1), ours(2), ours(3), ours(4)};
}

page::InkUse InkTable::for_area(page::InkUse use, Size size) const {
    if (edition_.in_rgb() || !edition_.ink.rich_black || edition_.interior != Edition::Interior::cmyk) return use;
    auto const& ink = inks_.at(static_cast<std::size_t>(use.ink));
    bool const black = use.tint == 1000 && ink.cmyk[3] == 1000 && is_black_alone(ink) && ink.spot.empty();
    return black && is_large(size) ? ours(5) : use;
}

bool InkTable::overprints(page::InkUse use, Size size) const { return overprints(use) && !is_large(size); }

} // namespace quoin::pdf
