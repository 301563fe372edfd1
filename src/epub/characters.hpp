#pragma once
// Which characters stand in which style of letters: what the embedded fonts have to hold, and no more.

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace quoin::epub {

class CharacterSet {
  public:
    void add(char32_t character) {
        if (character < low_end) {
            low_[character / 64] |= std::uint64_t{1} << (character % 64);
        } else {
            high_.insert(character);
        }
    }
    void add(CharacterSet const&);
    /// In ascending order.
    void for_each(std::function<void(char32_t)> const&) const;

  private:
    static constexpr char32_t low_end = 0x3000; // the alphabets and the common signs; ideographs are rare here
    std::array<std::uint64_t, low_end / 64> low_{};
    std::set<char32_t> high_;
};

/// What CSS chooses a face by.
struct FaceStyle {
    std::string family; // a role of the layout ("text") or a family's name
    int weight = 400;
    bool italic = false;
    bool capitals = false; // small capitals or upper case: the capitals of all letters may be drawn too

    bool operator==(FaceStyle const&) const = default;
};

bool operator<(FaceStyle const&, FaceStyle const&);

using CharacterUse = std::map<FaceStyle, CharacterSet>;

void add(CharacterUse& to, CharacterUse const& from);

/// Characters that draw nothing or that every reading system makes by itself: spaces, joiners, controls.
bool needs_no_glyph(char32_t);
/// The capital of a small letter of the Latin, Greek, Cyrillic and Armenian alphabets, otherwise the character itself.
char32_t capital_of(char32_t);

} // namespace quoin::epub
