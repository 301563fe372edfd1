#pragma once
// Automatic numbers and bullets (ECMA-376 part 1, section 17.9), counted as a word processor counts them.

#include "office/docx_file.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace quoin::office {

/// What stands before a paragraph of a list.
struct DocxMarker {
    enum class Kind { none, bullet, number } kind = Kind::none;
    std::string text; // "12.", "a)", "(iv)": as the source format can say it; empty for bullets
    int number = 0;
    bool simplified = false; // the word processor shows more than that: "1.2", "Chapter 3"
    int list = 0;            // paragraphs of one list share it; a list goes on after an interruption
    int left = 0;            // where its text begins, in twentieths of a point
};

class DocxNumbering {
  public:
    explicit DocxNumbering(DocxFile const&);

    /// Counts one paragraph further. `style`: the paragraph's style, which may name the level; `level` as stated, if so.
    DocxMarker next(int numbering, std::optional<int> level, std::string_view style);
    /// The level of a paragraph, from 0.
    [[nodiscard]] int level_of(int numbering, std::optional<int> level, std::string_view style) const;

  private:
    static constexpr int level_count = 9;
    struct Level {
        std::string format = "decimal", text, style;
        int start = 1;
        int restart = -1; // w:lvlRestart; -1: after every higher level
        int left = 0;
    };
    using Levels = std::array<Level, level_count>;
    struct Abstract {
        Levels levels;
        std::string style_link, linked_to; // w:styleLink, w:numStyleLink
    };
    struct Counter {
        std::array<int, level_count> value{};
        std::array<bool, level_count> running{};
    };
    struct Instance {
        int abstract = 0;
        std::map<int, Level> levels; // overridden
        std::map<int, int> starts;   // overridden
        std::array<bool, level_count> used{};
    };

    static Level read_level(pugi::xml_node, Level);
    void read_instance(pugi::xml_node);
    [[nodiscard]] int resolved(int abstract) const;
    [[nodiscard]] Level const& level_at(Instance const&, int level) const;
    [[nodiscard]] DocxMarker marker(Instance const&, int level, Counter const&) const;

    std::map<int, Abstract> abstracts_;
    std::map<int, Instance> instances_;
    std::map<int, Counter> counters_; // by abstract numbering: its instances count together
};

} // namespace quoin::office
