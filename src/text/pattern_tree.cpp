#include "text/pattern_tree.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

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

/// Patterns of one level as a tree of letters. Its branches stand in one hash table, keyed by node and letter.
class Level {
  public:
    void add(std::string_view line) {
        std::size_t const levels_at = levels_.size();
        levels_.push_back(0);
        std::uint32_t node = root;
        Branch* last = nullptr;
        for (std::size_t at = 0; at < line.size();) {
            char32_t const c = next_character(line, at);
            if (c >= U'0' && c <= U'9') {
                levels_.back() = static_cast<std::uint8_t>(c - U'0');
            } else {
                last = &grow(node, c);
                node = last->node;
                levels_.push_back(0);
            }
        }
        if (last != nullptr) last->levels = static_cast<std::uint32_t>(levels_at);
    }

    /// Highest level between the letters of ".word."; entry k stands before letter k of the word.
    [[nodiscard]] std::vector<std::uint8_t> levels(std::u32string_view word) const {
        std::u32string const dotted = U"." + std::u32string(word) + U".";
        std::vector<std::uint8_t> highest(dotted.size() + 1, 0);
        for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
            std::uint32_t node = root;
            for (std::size_t end = begin; end < dotted.size(); ++end) {
                Branch const& branch = branches_[place(key_of(node, dotted[end]))];
                if (branch.key == 0) break;
                node = branch.node;
                if (branch.levels == no_levels) continue;
                for (std::size_t k = begin; k <= end + 1; ++k)
                    highest[k] = std::max(highest[k], levels_[branch.levels + k - begin]);
            }
        }
        highest.erase(highest.begin()); // the dot's own
        return highest;
    }

  private:
    static constexpr std::uint32_t root = 1, no_levels = 0xFFFFFFFF;
    struct Branch {
        std::uint64_t key = 0; // 0 = free
        std::uint32_t node = 0;
        std::uint32_t levels = no_levels; // where those of a pattern that ends here begin
    };

    static std::uint64_t key_of(std::uint32_t node, char32_t c) { return std::uint64_t{node} << 32U | c; }

    /// Of the branch with this key, or of the free one where it belongs.
    [[nodiscard]] std::size_t place(std::uint64_t key) const {
        std::uint64_t const spread = key * 0x9E3779B97F4A7C15ULL;
        for (std::size_t at = spread >> 32U;; ++at) {
            Branch const& branch = branches_[at & (branches_.size() - 1)];
            if (branch.key == key || branch.key == 0) return at & (branches_.size() - 1);
        }
    }

    Branch& grow(std::uint32_t node, char32_t c) {
        if (nodes_ * 2 > branches_.size()) {
            std::vector<Branch> const old = std::exchange(branches_, std::vector<Branch>(branches_.size() * 2));
            for (Branch const& branch : old)
                if (branch.key != 0) branches_[place(branch.key)] = branch;
        }
        Branch& branch = branches_[place(key_of(node, c))];
        if (branch.key == 0) branch = {key_of(node, c), ++nodes_, no_levels};
        return branch;
    }

    std::vector<std::uint8_t> levels_;
    std::vector<Branch> branches_ = std::vector<Branch>(64);
    std::uint32_t nodes_ = root;
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
