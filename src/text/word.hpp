#pragma once
// Shaped words: glyphs of one stretch of text without spaces, in font units, made once and shared by all paragraphs.

#include "style/type_style.hpp"
#include "text/face.hpp"
#include "text/language.hpp"
#include "text/paragraph.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <hb.h>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace quoin::text {

/// What of a style takes part in shaping, besides the face.
struct FeatureChoice {
    style::Capitals capitals = style::Capitals::none;
    style::Figures figures = style::Figures::oldstyle;
    Rise rise = Rise::none; // only where the face has its own small figures or letters for it
    bool ligatures = true;  // off in letterspaced text
    auto operator<=>(FeatureChoice const&) const = default;
};

/// Everything that decides how a word is shaped. Interned: equal contexts are one object.
struct ShapeContext {
    Face const* face = nullptr;
    Language const* language = nullptr;
    hb_script_t script = HB_SCRIPT_LATIN;
    bool right_to_left = false;
    FeatureChoice choice;
    std::vector<hb_feature_t> features;
    bool tracked = true;       // false for joined scripts, whose letters must not be moved apart
    bool space_kerned = false; // the face kerns with the space
    char32_t hyphen = U'-';
    std::int32_t hyphen_width = 0;
    std::uint64_t number = 0;                            // part of the cache's key
    std::unique_ptr<std::atomic<std::uint64_t>[]> edges; // EdgeKerns of common characters, filled when asked for
};

/// What a character gains or loses beside a space or before a hyphen.
struct EdgeKerns {
    std::int16_t after_space = 0, before_space = 0, before_hyphen = 0;
};
EdgeKerns edge_kerns(ShapeContext const&, char32_t);

struct ShapedGlyph {
    std::uint16_t id = 0;
    std::uint16_t cluster = 0; // byte offset in the word's text
    std::int32_t advance = 0;
    std::int16_t dx = 0, dy = 0;
    bool unsafe_to_break = false; // a break before this glyph's cluster changes the glyphs around it
};

struct HyphenPoints; // hyphenate.hpp

struct ShapedWord {
    ShapeContext const* context = nullptr;
    std::string_view text;
    std::span<ShapedGlyph const> glyphs; // visual order
    std::int32_t width = 0;
    std::uint16_t slots = 0; // clusters that tracking may part
    std::int16_t hang_left = 0, hang_right = 0;
    std::int16_t kern_before = 0, kern_after = 0; // with a space beside it
    mutable std::atomic<HyphenPoints const*> hyphens{nullptr};
};

/// U+00AD in a word's text is a hyphen to be set (authors' soft hyphens are taken out before).
inline constexpr std::string_view set_hyphen = "\u00AD";

/// Longer stretches are cut: clusters are 16 bits, and a wall of text must not become one key.
inline constexpr std::size_t longest_word = 256;

class WordCache {
  public:
    WordCache();
    ~WordCache();
    /// The word's glyphs; lives as long as the cache. Thread-safe.
    [[nodiscard]] ShapedWord const* get(ShapeContext const&, std::string_view text) const;
    /// Memory that lives as long as the cache; for what hangs on words.
    [[nodiscard]] void* allocate(std::size_t bytes, std::size_t alignment) const;
    [[nodiscard]] std::size_t size() const;

  private:
    struct Shard;
    std::unique_ptr<Shard[]> shards_;
};

class ContextTable {
  public:
    [[nodiscard]] ShapeContext const* get(Face const&, Language const&, hb_script_t, bool right_to_left,
                                          FeatureChoice const&) const;

  private:
    struct Key {
        Face const* face;
        Language const* language;
        hb_script_t script;
        bool right_to_left;
        FeatureChoice choice;
        auto operator<=>(Key const&) const = default;
    };
    mutable std::mutex mutex_;
    mutable std::map<Key, std::unique_ptr<ShapeContext>> contexts_;
};

/// Glyphs of a text in a context, uncached. The result is valid until the thread's next call.
std::span<ShapedGlyph const> shape(ShapeContext const&, std::string_view text);
/// Sum of advances.
std::int32_t width_of(std::span<ShapedGlyph const>);

} // namespace quoin::text
