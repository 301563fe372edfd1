#pragma once
// What a FontBook keeps: the table, the faces, and everything that is found once and shared by all paragraphs.

#include "text/dictionary.hpp"
#include "text/face.hpp"
#include "text/font_book.hpp"
#include "text/font_table.hpp"
#include "text/language.hpp"
#include "text/word.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quoin::text {

struct FontBook::State {
    FontTable table;
    std::vector<std::unique_ptr<Face>> faces; // index = page::FontId
    std::map<std::string, std::string> roles; // the layout's over the table's
    std::unique_ptr<DictionaryShelf> dictionaries;
    LanguageTable languages;
    ContextTable contexts;
    WordCache words;

    /// The family that a query means; null when the table has none of that name.
    [[nodiscard]] Family const* family_of(FaceQuery const&) const;
    /// The family's face nearest to the query whose file is there; null when it has none.
    [[nodiscard]] Face const* nearest(Family const&, FaceQuery const&) const;
    /// `nearest` of the query's family, or of the fallbacks when that family is not there at all.
    [[nodiscard]] Face const* face(FaceQuery const&) const;
    /// A face that has all of `characters` in the true style; then one in the nearest style; then null.
    [[nodiscard]] Face const* face_with(FaceQuery const&, std::u32string_view characters) const;
    [[nodiscard]] Face const& face(page::FontId id) const { return *faces[static_cast<std::size_t>(id)]; }

  private:
    struct StandInKey {
        std::string family;
        int weight;
        bool italic;
        std::u32string characters;
        auto operator<=>(StandInKey const&) const = default;
    };
    [[nodiscard]] Face const* find_stand_in(FaceQuery const&, std::u32string_view characters) const;
    mutable std::mutex stand_ins_mutex_;
    mutable std::map<StandInKey, Face const*> stand_ins_;
};

/// True for characters that need no glyph: joiners, controls, soft hyphens, variation selectors.
bool needs_no_glyph(char32_t);
/// True for Unicode's spaces, which any face with a space can set.
bool is_space_character(char32_t);

} // namespace quoin::text
