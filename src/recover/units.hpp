#pragma once
// Lines that belong together because they touch: a title over several lines, a byline over two.

#include "recover/recovery.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::recover {

struct Unit {
    std::vector<std::size_t> fragments = {};
    std::string shown = {};
    std::vector<std::string> words = {}; // folded; of units up to 700 characters
    std::size_t length = 0;
    int gap = 0; // before
    [[nodiscard]] std::size_t first() const { return fragments.front(); }
    [[nodiscard]] std::size_t last() const { return fragments.back(); }
};

/// The text as units, furniture and contents left out. Notes, long fragments and list items are units of their own.
std::vector<Unit> collect_units(Recovery const&);

/// What a line of authors and dates shows.
struct BylineLook {
    bool by = false, collective = false, name = false;
    bool day = false, month = false; // a date near the end
    std::optional<Date> date;
    explicit operator bool() const { return by || collective || day; }
};
BylineLook look_for_byline(std::string_view shown, std::size_t length);
/// Two to five capitalised words: "Jane Doe", "Ana María de la Cruz and Wei Chen".
bool looks_like_names(std::string_view shown);

} // namespace quoin::recover
