#include "text/pattern_tree.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace quoin::text {

namespace {

bool is_option(std::string_view line) {
    for (std::string_view const word : {"LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUND", "NOHYPHEN"})
        if (line.substr(0, word.size()) == word) return true;
    return line.empty() || line.front() == '%' || line.front() == '#';
}

/// Calls `line` with each line after the first, which names the character set.
template <typename Each>
void for_each_line(std::string_view file, Each each) {
    std::size_t at = file.find('\n');
    while (at != std::string_view::npos && at + 1 < file.size()) {
        std::size_t const begin = at + 1;
        at = file.find('\n', begin);
        std::string_view line = file.substr(begin, at == std::string_view::npos ? at : at - begin);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        each(line);
    }
}

/// Patterns of one level: letters → levels between them, in a hash table of all patterns' letters.
class Level {
  public:
    void add(std::string_view line) {
        std::size_t const letters_at = letters_.size();
        std::size_t const levels_at = levels_.size();
        levels_.push_back(0);
        for (std::size_t at = 0; at < line.size();) {
            char32_t const c = next_character(line, at);
            if (c >= U'0' && c <= U'9') {
                levels_.back() = static_cast<std::uint8_t>(c - U'0');
            } else {
                letters_.push_back(c);
                levels_.push_back(0);
            }
        }
        Pattern pattern{static_cast<std::uint32_t>(letters_at), static_cast<std::uint32_t>(levels_at),
                        static_cast<std::uint32_t>(letters_.size() - letters_at)};
        longest_ = std::max<std::size_t>(longest_, pattern.length);
        patterns_.push_back(pattern);
    }

    /// Prefixes of patterns are entries too, so that a look-up ends where no pattern goes on.
    void finish() {
        std::size_t letters = 0;
        for (Pattern const& pattern : patterns_) letters += pattern.length;
        std::size_t size = 64;
        while (size < letters) size *= 2; // at most so many prefixes, in practice a third
        table_.assign(size, 0);
        std::size_t const whole = patterns_.size();
        for (std::size_t i = 0; i < whole; ++i) insert(static_cast<std::uint32_t>(i));
        for (std::size_t i = 0; i < whole; ++i) {
            Pattern prefix = patterns_[i];
            prefix.levels = no_levels;
            std::uint64_t rolling = seed;
            for (std::uint32_t length = 1; length < patterns_[i].length; ++length) {
                rolling = step(rolling, letters_[prefix.letters + length - 1]);
                if (find(rolling, std::u32string_view(letters_).substr(prefix.letters, length)) != nullptr) continue;
                prefix.length = length;
                patterns_.push_back(prefix);
                insert(static_cast<std::uint32_t>(patterns_.size() - 1));
            }
        }
    }

    /// Highest level between the letters of ".word."; entry k stands before letter k of the word.
    [[nodiscard]] std::vector<std::uint8_t> levels(std::u32string_view word) const {
        std::u32string const dotted = U"." + std::u32string(word) + U".";
        std::vector<std::uint8_t> highest(dotted.size() + 1, 0);
        for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
            std::size_t const most = std::min(longest_, dotted.size() - begin);
            std::uint64_t rolling = seed;
            for (std::size_t length = 1; length <= most; ++length) {
                rolling = step(rolling, dotted[begin + length - 1]);
                Pattern const* pattern = find(rolling, std::u32string_view(dotted).substr(begin, length));
                if (pattern == nullptr) break;
                if (pattern->levels == no_levels) continue;
                for (std::size_t k = 0; k <= length; ++k)
                    highest[begin + k] = std::max(highest[begin + k], levels_[pattern->levels + k]);
            }
        }
        highest.erase(highest.begin()); // the dot's own
        return highest;
    }

  private:
    struct Pattern {
        std::uint32_t letters, levels, length;
    };
    static constexpr std::uint32_t no_levels = 0xFFFFFFFF;
    void insert(std::uint32_t index) {
        std::size_t at = hash(letters(patterns_[index]));
        while (table_[at & (table_.size() - 1)] != 0) ++at;
        table_[at & (table_.size() - 1)] = index + 1;
    }
    static constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;
    static std::uint64_t step(std::uint64_t hash, char32_t c) { return (hash ^ c) * 0x100000001B3ULL; }
    static std::size_t spread(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 29U)); }
    static std::size_t hash(std::u32string_view text) {
        std::uint64_t value = seed;
        for (char32_t const c : text) value = step(value, c);
        return spread(value);
    }
    [[nodiscard]] std::u32string_view letters(Pattern const& pattern) const {
        return std::u32string_view(letters_).substr(pattern.letters, pattern.length);
    }
    [[nodiscard]] Pattern const* find(std::uint64_t rolling, std::u32string_view text) const {
        for (std::size_t at = spread(rolling);; ++at) {
            std::uint32_t const entry = table_[at & (table_.size() - 1)];
            if (entry == 0) return nullptr;
            if (letters(patterns_[entry - 1]) == text) return &patterns_[entry - 1];
        }
    }

    std::u32string letters_;
    std::vector<std::uint8_t> levels_;
    std::vector<Pattern> patterns_;
    std::vector<std::uint32_t> table_; // index of a pattern + 1
    std::size_t longest_ = 0;
};

class PatternTree final : public Dictionary {
  public:
    explicit PatternTree(std::string_view file) {
        std::vector<Level> levels(1);
        for_each_line(file, [&](std::string_view line) {
            if (line == "NEXTLEVEL")
                levels.emplace_back();
            else if (!is_option(line))
                levels.back().add(line);
        });
        levels_ = std::move(levels);
        for (Level& level : levels_) level.finish();
    }

    [[nodiscard]] std::vector<HyphenPlace> places(std::u32string_view word) const override {
        std::vector<std::uint8_t> found(word.size() + 1, 0);
        part(word, 0, found, 0);
        std::vector<HyphenPlace> places;
        for (std::size_t k = 1; k < word.size(); ++k)
            if (found[k] % 2 == 1) places.push_back({static_cast<std::uint16_t>(k), found[k], {}, {}, 0, 0});
        return places;
    }

  private:
    // The first level parts a compound; the next one hyphenates each part as a word of its own.
    void part(std::u32string_view word, std::size_t level, std::vector<std::uint8_t>& found, std::size_t base) const {
        std::vector<std::uint8_t> const here = levels_[level].levels(word);
        bool const last = level + 1 == levels_.size();
        std::size_t begin = 0;
        for (std::size_t k = 1; k <= word.size(); ++k) {
            bool const joint = k < word.size() && here[k] % 2 == 1;
            if (joint) found[base + k] = here[k];
            if (last || (!joint && k < word.size())) continue;
            part(word.substr(begin, k - begin), level + 1, found, base + begin);
            begin = k;
        }
    }

    std::vector<Level> levels_;
};

} // namespace

bool has_changing_patterns(std::string_view file) {
    bool changing = false;
    for_each_line(file, [&](std::string_view line) {
        if (!is_option(line) && line.find('/') != std::string_view::npos && line.find('=') != std::string_view::npos)
            changing = true;
    });
    return changing;
}

std::unique_ptr<Dictionary> make_pattern_tree(std::string_view file) { return std::make_unique<PatternTree>(file); }

} // namespace quoin::text
