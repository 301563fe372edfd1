#include "text/font_book.hpp"

#include "base/utf8.hpp"
#include "text/font_state.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace quoin::text {

namespace {

constexpr int same_weight = 150; // a bold 700 may stand in for a 600; a regular may not

std::string script_name(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode const script = uscript_getScript(static_cast<UChar32>(character), &status);
    char const* name = U_SUCCESS(status) != 0 ? uscript_getName(script) : nullptr;
    return name == nullptr ? "other" : name;
}

bool covers_all(Face const& face, std::u32string_view characters) {
    return std::all_of(characters.begin(), characters.end(), [&](char32_t c) {
        return face.covers(c) || needs_no_glyph(c) || (is_space_character(c) && face.covers(U' '));
    });
}

std::vector<std::string> const* list_for(FontTable const& table, FamilyKind kind, std::string const& script) {
    auto const lists = table.fallbacks.find(kind);
    if (lists == table.fallbacks.end()) return nullptr;
    auto const list = lists->second.find(script);
    return list == lists->second.end() ? nullptr : &list->second;
}

/// Families to try for a script: the list for the script and kind, then "other", then the serifs' "other".
std::vector<std::string> stand_in_families(FontTable const& table, FamilyKind kind, std::string const& script) {
    std::vector<std::string> names;
    auto const add = [&](FamilyKind of, std::string const& key) {
        if (auto const* list = list_for(table, of, key)) names.insert(names.end(), list->begin(), list->end());
    };
    add(kind, script);
    add(kind, "other");
    if (kind != FamilyKind::serif) add(FamilyKind::serif, "other");
    return names;
}

} // namespace

bool needs_no_glyph(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    if (c < 0xAD) return false;
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_space_character(char32_t c) {
    return c == U' ' || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u202F' || c == U'\u205F' ||
           c == U'\u3000' || c == U'\t';
}

Family const* FontBook::State::family_of(FaceQuery const& query) const {
    auto const role = roles.find(query.family);
    return table.family(role != roles.end() ? role->second : query.family);
}

Face const* FontBook::State::nearest(Family const& family, FaceQuery const& query) const {
    std::vector<std::uint32_t> order = family.faces;
    // The slope that was asked for comes first, whatever the weight; of two equal distances the bolder for bold text.
    auto const distance = [&](std::uint32_t index) {
        FaceEntry const& face = table.faces[index];
        int const weight =
            std::abs(face.weight - query.weight) * 2 + ((face.weight > query.weight) != (query.weight >= 500) ? 1 : 0);
        return (face.italic == query.italic ? 0 : 10'000) + weight;
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return distance(a) < distance(b); });
    for (std::uint32_t const index : order)
        if (faces[index]->usable()) return faces[index].get();
    return nullptr;
}

Face const* FontBook::State::face(FaceQuery const& query) const {
    Family const* family = family_of(query);
    if (family != nullptr)
        if (Face const* found = nearest(*family, query)) return found;
    for (std::string const& name :
         stand_in_families(table, family != nullptr ? family->kind : FamilyKind::serif, "Latin"))
        if (Family const* other = table.family(name))
            if (Face const* found = nearest(*other, query)) return found;
    return nullptr;
}

Face const* FontBook::State::face_with(FaceQuery const& query, std::u32string_view characters) const {
    Face const* own = face(query);
    if (own != nullptr && covers_all(*own, characters)) return own;
    StandInKey key{query.family, query.weight, query.italic, std::u32string(characters)};
    {
        std::lock_guard const lock(stand_ins_mutex_);
        auto const known = stand_ins_.find(key);
        if (known != stand_ins_.end()) return known->second;
    }
    Face const* found = find_stand_in(query, characters);
    std::lock_guard const lock(stand_ins_mutex_);
    return stand_ins_.emplace(std::move(key), found).first->second;
}

Face const* FontBook::State::find_stand_in(FaceQuery const& query, std::u32string_view characters) const {
    Family const* family = family_of(query);
    FamilyKind const kind = family != nullptr ? family->kind : FamilyKind::serif;
    char32_t const telling = *std::max_element(characters.begin(), characters.end()); // letters over signs
    auto const names = stand_in_families(table, kind, script_name(telling));
    for (bool const true_style : {true, false})
        for (std::string const& name : names) {
            Family const* other = table.family(name);
            if (other == nullptr) continue;
            Face const* face = nearest(*other, query);
            if (face == nullptr || !covers_all(*face, characters)) continue;
            FaceEntry const& entry = face->entry();
            bool const true_to_query =
                entry.italic == query.italic && std::abs(entry.weight - query.weight) <= same_weight;
            if (true_to_query || !true_style) return face;
        }
    return nullptr;
}

FontBook::FontBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;
FontBook::~FontBook() = default;

Result<FontBook> FontBook::load(FontBookRequest const& request, FileSystem const& files, SourceMap& sources,
                                Diagnostics& diagnostics) {
    auto table = read_font_table(request.table, files, sources, diagnostics);
    if (!table) return tl::make_unexpected(table.error());
    for (std::string const& folder : request.folders) add_user_fonts(*table, folder, files);
    auto state = std::make_unique<State>();
    state->table = std::move(*table);
    state->roles = state->table.roles;
    for (auto const& [role, name] : request.roles) {
        if (state->table.family(name) == nullptr)
            diagnostics.error(Code::font_missing, {},
                              fmt::format("the layout names the font family \"{}\", which no font file has", name),
                              {"put its files into the folder fonts/, or name a family of fonts/fonts.toml"});
        else
            state->roles[role] = name;
    }
    auto const& entries = state->table.faces;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Family const& family = state->table.families[entries[i].family];
        state->faces.push_back(std::make_unique<Face>(static_cast<page::FontId>(i), entries[i], family.name,
                                                      family.kind, family.package, files));
    }
    state->dictionaries = std::make_unique<DictionaryShelf>(state->table.hyphenation_folder, files);
    return FontBook(std::move(state));
}

std::optional<page::FontId> FontBook::find(FaceQuery const& query) const {
    Face const* face = state_->face(query);
    return face == nullptr ? std::nullopt : std::optional(face->id());
}

std::optional<page::FontId> FontBook::find_for(FaceQuery const& query, char32_t character) const {
    Face const* face = state_->face_with(query, std::u32string_view(&character, 1));
    return face == nullptr ? std::nullopt : std::optional(face->id());
}

bool FontBook::has_character(page::FontId id, char32_t character) const {
    Face const& face = state_->face(id);
    return face.usable() && face.covers(character);
}

page::FontFile const& FontBook::file(page::FontId id) const {
    Face const& face = state_->face(id);
    (void)face.usable(); // reads it
    return face.file();
}

std::vector<page::FontFile> FontBook::files() const {
    std::vector<page::FontFile> all;
    for (auto const& face : state_->faces) {
        if (face->was_asked_for()) {
            all.push_back(face->file());
            continue;
        }
        page::FontFile unread;
        unread.family = state_->table.families[face->entry().family].name;
        all.push_back(std::move(unread));
    }
    return all;
}

std::string FontBook::family(std::string const& role) const {
    auto const found = state_->roles.find(role);
    return found != state_->roles.end() ? found->second : role;
}

std::string FontBook::package_for(char32_t character) const {
    // All faces of the fallback lists were tried before anyone asks: what is left lies outside the table.
    std::string const script = script_name(character);
    auto const& packages = state_->table.packages;
    auto found = packages.find(script);
    if (found == packages.end()) found = packages.find("other");
    return found == packages.end() ? std::string{} : found->second;
}

Diagnostics FontBook::problems() const {
    Diagnostics problems;
    for (auto const& face : state_->faces) {
        if (!face->was_asked_for()) continue;
        std::string const& family = state_->table.families[face->entry().family].name;
        if (!face->usable()) {
            std::string const hint =
                face->package().empty() ? "put the file back" : fmt::format("apt install {}", face->package());
            problems.error(
                Code::font_missing, {},
                fmt::format("the font file \"{}\" of {} is not there or is no font", face->entry().path, family),
                {hint});
            continue;
        }
        if (face->embedding_forbidden())
            problems.error(Code::font_forbidden, {},
                           fmt::format("the font {} does not allow to be embedded (fsType)", face->file().name),
                           {"choose another family"});
        if (face->small_capitals_refused)
            problems.advice(
                Code::glyph_missing, {},
                fmt::format("{} has no small capitals: the text stands in its ordinary letters", face->file().name),
                {"small capitals are never made from scaled capitals; choose a family that has them, or capitals"});
    }
    for (std::string const& tag : state_->dictionaries->missing())
        problems.warning(Code::file_missing, {},
                         fmt::format("there are no hyphenation patterns for \"{}\": its words are not hyphenated", tag),
                         {fmt::format("apt install {}", hyphenation_package(tag))});
    return problems;
}

} // namespace quoin::text
