#include "text/word.hpp"

#include "base/utf8.hpp"
#include "text/protrusion.hpp"

#include <cstring>

namespace quoin::text {

namespace {

constexpr std::size_t shard_count = 64;

std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0x9E3779B97F4A7C15ULL;
    value ^= value >> 29U;
    return value;
}

std::uint64_t hash_of(std::uint64_t context, std::string_view text) {
    std::uint64_t hash = context * 0xD6E8FEB86659FD93ULL + text.size();
    while (text.size() >= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data(), 8);
        hash = mix(hash ^ part) * 0xFF51AFD7ED558CCDULL;
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    return mix(mix(hash ^ rest) * 0xC4CEB9FE1A85EC53ULL);
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u202F' || c == U'\u205F' ||
           c == U'\u3000' || c == U'\t';
}

char32_t first_character(std::string_view text) {
    std::size_t at = 0;
    return next_character(text, at);
}

std::size_t last_character_start(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

// Widths of Unicode's spaces where the font has no glyph of its own: shares of the em (The Unicode Standard, table 6-2).
std::int32_t space_width(Face const& face, char32_t c) {
    std::int32_t const em = face.units_per_em();
    switch (c) {
    case U'\u2000':
    case U'\u2002': return em / 2;
    case U'\u2001':
    case U'\u2003':
    case U'\u3000': return em;
    case U'\u2004': return em / 3;
    case U'\u2005': return em / 4;
    case U'\u2006':
    case U'\u2009':
    case U'\u202F': return em / 6;
    case U'\u2007': return face.advance_of(face.glyph_of('0'));
    case U'\u2008': return face.advance_of(face.glyph_of('.'));
    case U'\u200A': return em / 10;
    case U'\u205F': return em * 4 / 18;
    default: return face.advance_of(face.glyph_of(' '));
    }
}

std::int16_t hang(Face const& face, ShapedGlyph const& glyph, int per_mille, std::int32_t spare) {
    // Bearings: at most a twentieth of an em, or tables of figures would look ragged.
    std::int32_t const most = face.units_per_em() / 20;
    std::int32_t const units = per_mille >= 0 ? glyph.advance * per_mille / 1000 : std::min(spare, most);
    return static_cast<std::int16_t>(units);
}

void find_hangs(ShapedWord& word) {
    if (word.glyphs.empty() || word.context->right_to_left) return;
    Face const& face = *word.context->face;
    ShapedGlyph const& first = word.glyphs.front();
    ShapedGlyph const& last = word.glyphs.back();
    word.hang_left = hang(face, first, hang_left_per_mille(first_character(word.text)), face.spare_left(first.id));
    std::size_t const end = last_character_start(word.text);
    word.hang_right =
        hang(face, last, hang_right_per_mille(first_character(word.text.substr(end))), face.spare_right(last.id));
}

std::uint16_t count_slots(std::span<ShapedGlyph const> glyphs) {
    std::uint16_t count = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        if (i == 0 || glyphs[i].cluster != glyphs[i - 1].cluster) ++count;
    return count;
}

} // namespace

struct alignas(64) WordCache::Shard {
    std::mutex mutex;
    std::pmr::monotonic_buffer_resource memory{4096};
    struct Slot {
        std::uint64_t hash = 0;
        ShapedWord const* word = nullptr;
    };
    std::vector<Slot> slots = std::vector<Slot>(64);
    std::size_t used = 0;

    ShapedWord const* find(std::uint64_t hash, ShapeContext const& context, std::string_view text) const {
        for (std::size_t at = hash >> 8U;; ++at) {
            Slot const& slot = slots[at & (slots.size() - 1)];
            if (slot.word == nullptr) return nullptr;
            if (slot.hash == hash && slot.word->context == &context && slot.word->text == text) return slot.word;
        }
    }

    void place(Slot const& one) {
        std::size_t at = one.hash >> 8U;
        while (slots[at & (slots.size() - 1)].word != nullptr) ++at;
        slots[at & (slots.size() - 1)] = one;
    }

    void insert(std::uint64_t hash, ShapedWord const* word) {
        if (++used * 2 > slots.size()) {
            std::vector<Slot> const old = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
            for (Slot const& slot : old)
                if (slot.word != nullptr) place(slot);
        }
        place({hash, word});
    }

    ShapedWord* store(ShapeContext const& context, std::string_view text, std::span<ShapedGlyph const> glyphs) {
        // A word and its letters side by side: every look-up reads both.
        auto* place = static_cast<char*>(memory.allocate(sizeof(ShapedWord) + text.size(), alignof(ShapedWord)));
        auto* word = new (place) ShapedWord;
        char* characters = place + sizeof(ShapedWord);
        std::memcpy(characters, text.data(), text.size());
        auto* row = static_cast<ShapedGlyph*>(memory.allocate(glyphs.size_bytes() + 1, alignof(ShapedGlyph)));
        std::uninitialized_copy(glyphs.begin(), glyphs.end(), row);
        word->context = &context;
        word->text = {characters, text.size()};
        word->glyphs = {row, glyphs.size()};
        return word;
    }
};

WordCache::WordCache() : shards_(std::make_unique<Shard[]>(shard_count)) {}
WordCache::~WordCache() = default;

ShapedWord const* WordCache::get(ShapeContext const& context, std::string_view text) const {
    std::uint64_t const hash = hash_of(context.number, text);
    Shard& shard = shards_[hash % shard_count];
    {
        std::lock_guard const lock(shard.mutex);
        if (ShapedWord const* known = shard.find(hash, context, text)) return known;
    }
    // Kerns first: they use the thread's one row of glyphs too.
    bool const space = is_space(first_character(text));
    EdgeKerns first, last;
    if (context.space_kerned && !space) {
        first = edge_kerns(context, first_character(text));
        last = edge_kerns(context, first_character(text.substr(last_character_start(text))));
    }
    std::span<ShapedGlyph const> glyphs = shape(context, text);
    std::vector<ShapedGlyph> stand_in;
    if (space && !context.face->covers(first_character(text))) {
        stand_in = {glyphs.begin(), glyphs.end()};
        for (ShapedGlyph& glyph : stand_in) {
            glyph.id = static_cast<std::uint16_t>(context.face->glyph_of(' '));
            glyph.advance = space_width(*context.face, first_character(text));
        }
        glyphs = stand_in;
    }

    std::lock_guard const lock(shard.mutex);
    if (ShapedWord const* known = shard.find(hash, context, text)) return known; // another thread was faster
    ShapedWord* word = shard.store(context, text, glyphs);
    word->width = width_of(word->glyphs);
    word->slots = context.tracked ? count_slots(word->glyphs) : 0;
    word->kern_before = first.after_space;
    word->kern_after = last.before_space;
    find_hangs(*word);
    shard.insert(hash, word);
    return word;
}

void* WordCache::allocate(std::size_t bytes, std::size_t alignment) const {
    Shard& shard = shards_[0];
    std::lock_guard const lock(shard.mutex);
    return shard.memory.allocate(bytes, alignment);
}

std::size_t WordCache::size() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < shard_count; ++i) {
        std::lock_guard const lock(shards_[i].mutex);
        count += shards_[i].used;
    }
    return count;
}

} // namespace quoin::text
