#include "pdf/sheet_plan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace quoin::pdf {

namespace {

/// One side of a signature, row by row from above: its pages, from 1.
using Side = std::array<std::uint8_t, 32>;

/// A sheet that is folded so often. Pages lie head to head, so that no fold shows on the closed edges that are cut off; the
/// last fold is the spine.
struct Folding {
    std::size_t pages;
    int columns, rows;
    Side front, back;
    unsigned turned_rows; // bit n: row n stands on its head
};

// 4: left half behind.
constexpr Folding one_fold{4, 2, 1, {4, 1}, {2, 3}, 0};
// 8: upper half behind, left half behind.
constexpr Folding two_folds{8, 2, 2, {5, 4, 8, 1}, {3, 6, 2, 7}, 0b01};
// 16: left half behind, upper half behind, left half behind.
constexpr Folding three_folds{16, 4, 2, {5, 12, 9, 8, 4, 13, 16, 1}, {7, 10, 11, 6, 2, 15, 14, 3}, 0b01};
// 32: upper, left, upper, left half behind.
constexpr Folding four_folds{32,
                             4,
                             4,
                             {5, 28, 29, 4, 12, 21, 20, 13, 9, 24, 17, 16, 8, 25, 32, 1},
                             {3, 30, 27, 6, 14, 19, 22, 11, 15, 18, 23, 10, 2, 31, 26, 7},
                             0b0101};

Folding const& folding_of(std::size_t pages) {
    if (pages == 4) return one_fold;
    if (pages == 8) return two_folds;
    return pages == 16 ? three_folds : four_folds;
}

std::size_t rounded_up(std::size_t count, std::size_t multiple) { return (count + multiple - 1) / multiple * multiple; }

/// How many leaves of a section of `pages` pages lie around the leaf of this page.
std::size_t depth_of(std::size_t page, std::size_t pages) {
    std::size_t const leaf = page / 2, last = pages / 2 - 1;
    return std::min(leaf, last - leaf);
}

SheetPlan plan_saddle(std::size_t count) {
    std::size_t const whole = rounded_up(count, 4);
    SheetPlan plan{2, 1, 1, whole - count, {}};
    for (std::size_t sheet = 0; sheet < whole / 4; ++sheet) {
        std::size_t const first = sheet * 2, last = whole - 1 - sheet * 2;
        auto const side = [&](std::size_t left, std::size_t right, bool back) {
            SheetSide made{{}, 0, back, sheet == 0 && !back};
            if (left < count) made.pages.push_back({left, 0, 0, false, sheet});
            if (right < count) made.pages.push_back({right, 1, 0, false, sheet});
            plan.sides.push_back(std::move(made));
        };
        side(last, first, false);
        side(first + 1, last - 1, true);
    }
    return plan;
}

SheetPlan plan_signatures(std::size_t count, Folding const& folding) {
    std::size_t const sections = rounded_up(count, folding.pages) / folding.pages;
    SheetPlan plan{folding.columns, folding.rows, sections, sections * folding.pages - count, {}};
    for (std::size_t section = 0; section < sections; ++section) {
        for (bool const back : {false, true}) {
            SheetSide made{{}, section, back, !back};
            for (int cell = 0; cell < folding.columns * folding.rows; ++cell) {
                int const column = cell % folding.columns, row = cell / folding.columns;
                std::size_t const place = (back ? folding.back : folding.front).at(static_cast<std::size_t>(cell));
                std::size_t const page = section * folding.pages + place - 1;
                bool const turned = ((folding.turned_rows >> static_cast<unsigned>(row)) & 1U) != 0;
                if (page < count) made.pages.push_back({page, column, row, turned, depth_of(place - 1, folding.pages)});
            }
            plan.sides.push_back(std::move(made));
        }
    }
    return plan;
}

/// The grid nearest to a square, wider than high: 6 pages are 3 × 2.
int rows_of(std::size_t pages) {
    std::size_t rows = 1;
    for (std::size_t each = 2; each * each <= pages; ++each)
        if (pages % each == 0) rows = each;
    return static_cast<int>(rows);
}

SheetPlan plan_n_up(std::size_t count, std::size_t pages) {
    SheetPlan plan;
    plan.rows = rows_of(pages);
    plan.columns = static_cast<int>(pages) / plan.rows;
    for (std::size_t first = 0; first < count; first += pages) {
        SheetSide side;
        for (std::size_t page = first; page < std::min(count, first + pages); ++page) {
            int const cell = static_cast<int>(page - first);
            side.pages.push_back({page, cell % plan.columns, cell / plan.columns, false, 0});
        }
        plan.sides.push_back(std::move(side));
    }
    return plan;
}

} // namespace

bool read_scheme(std::string_view text, Scheme& into) {
    if (text == "saddle") {
        into = {};
        return true;
    }
    for (std::size_t const pages : {std::size_t{4}, std::size_t{8}, std::size_t{16}, std::size_t{32}}) {
        if (text != "signature-" + std::to_string(pages)) continue;
        into = {Scheme::Kind::signature, pages};
        return true;
    }
    std::size_t pages = 0;
    auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), pages);
    constexpr std::size_t most_up = 64;
    std::string_view const rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (code != std::errc{} || rest != "-up" || pages < 2 || pages > most_up) return false;
    into = {Scheme::Kind::n_up, pages};
    return true;
}

SheetPlan plan_sheets(std::size_t page_count, Scheme const& scheme) {
    switch (scheme.kind) {
    case Scheme::Kind::saddle: return plan_saddle(page_count);
    case Scheme::Kind::signature: return plan_signatures(page_count, folding_of(scheme.pages));
    case Scheme::Kind::n_up: break;
    }
    return plan_n_up(page_count, scheme.pages);
}

} // namespace quoin::pdf
