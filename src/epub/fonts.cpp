#include "epub/fonts.hpp"

#include "epub/subset_face.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace quoin::epub {

namespace {

/// A font file and all it sets, in whatever weights the style sheet calls it by.
struct UsedFile {
    Face face;
    CharacterSet characters;
    bool capitals = false;
    std::set<std::tuple<std::string, int, bool>> called; // family, weight, italic
};

std::string file_stem(Face const& face) {
    std::string stem;
    for (char const c : face.family) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) stem += c;
        if (c >= 'A' && c <= 'Z') stem += static_cast<char>(c - 'A' + 'a');
        if (c == ' ' && !stem.empty() && stem.back() != '-') stem += '-';
    }
    return fmt::format("{}-{}{}", stem.empty() ? "font" : stem, face.weight, face.italic ? "-italic" : "");
}

class FontCollector {
  public:
    explicit FontCollector(FaceFinder const& find_face) : find_face_(find_face) {}

    void collect(FaceStyle const& style, CharacterSet const& characters) {
        characters.for_each([&](char32_t character) {
            if (needs_no_glyph(character)) return;
            take(style, character);
            if (style.capitals && capital_of(character) != character) take(style, capital_of(character));
        });
        // A space in every face that sets letters, or the space between two words comes from another font.
        for (UsedFile* file : touched_) file->characters.add(U' ');
        for (UsedFile* file : touched_) file->characters.add(U'\u00a0');
        touched_.clear();
    }

    std::deque<UsedFile> files; // in order of first use; their addresses stay
    std::map<std::string, std::vector<std::string>> families;
    CharacterSet missing;

  private:
    void take(FaceStyle const& style, char32_t character) {
        std::optional<Face> face = find_face_(style.family, style.weight, style.italic, character);
        if (!face || !face->bytes) {
            missing.add(character);
            return;
        }
        auto& list = families[style.family];
        if (std::find(list.begin(), list.end(), face->family) == list.end()) list.push_back(face->family);
        UsedFile& file = file_of(*face);
        file.characters.add(character);
        file.capitals = file.capitals || style.capitals;
        file.called.emplace(face->family, style.weight, style.italic);
        touched_.insert(&file);
    }

    UsedFile& file_of(Face const& face) {
        auto const key = std::pair{face.bytes.get(), face.face_index};
        auto const [found, fresh] = index_.try_emplace(key, files.size());
        if (fresh) files.push_back({face, {}, false, {}});
        return files[found->second];
    }

    FaceFinder const& find_face_;
    std::map<std::pair<Bytes const*, std::uint32_t>, std::size_t>
        index_; // looked up, never walked: addresses have no order
    std::set<UsedFile*> touched_;
};

// The family that sets most of the alphabet comes first: CSS takes each character from the first family that has it.
void put_own_family_first(FontCollector& collector, FaceFinder const& find_face) {
    for (auto& [role, list] : collector.families) {
        std::optional<Face> const own = find_face(role, 400, false, U'n');
        auto const found = own ? std::find(list.begin(), list.end(), own->family) : list.end();
        if (found != list.end()) std::rotate(list.begin(), found, found + 1);
    }
}

// MuPDF and other small engines know two weights, bold and not bold, and set a semibold heading from the bold face that
// was cut down to other words. So the faces of a family on one side of that line hold the same characters.
void share_among_weights(FontCollector& collector) {
    constexpr int heaviest_plain = 400;
    using Group = std::tuple<std::string, bool, bool>;
    auto const group = [](UsedFile const& file) {
        return Group{file.face.family, file.face.italic, file.face.weight > heaviest_plain};
    };
    std::map<Group, CharacterSet> shared;
    for (UsedFile const& file : collector.files) shared[group(file)].add(file.characters);
    for (UsedFile& file : collector.files) file.characters.add(shared[group(file)]);
}

} // namespace

EmbeddedFonts embed_fonts(CharacterUse const& use, FaceFinder const& find_face, Pool& pool, Diagnostics& diagnostics) {
    EmbeddedFonts fonts;
    if (!find_face) return fonts;
    FontCollector collector(find_face);
    for (auto const& [style, characters] : use) collector.collect(style, characters);
    put_own_family_first(collector, find_face);
    share_among_weights(collector);
    std::deque<UsedFile>& files = collector.files;
    std::vector<Result<Bytes>> subsets(files.size(), Bytes{});
    pool.for_each(files.size(), [&](std::size_t i) {
        UsedFile const& file = files[i];
        subsets[i] = subset_face({file.face.family, *file.face.bytes, file.face.face_index, file.face.weight,
                                  file.capitals, file.characters});
    });
    std::set<std::string> names;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!subsets[i]) {
            diagnostics.report(subsets[i].error());
            continue;
        }
        bool const outlines_are_cff = as_text(*subsets[i]).substr(0, 4) == "OTTO";
        std::string const stem = file_stem(files[i].face);
        std::string name = stem;
        for (int copy = 2; !names.insert(name).second; ++copy) name = fmt::format("{}_{}", stem, copy);
        std::string const path = "fonts/" + name + (outlines_are_cff ? ".otf" : ".ttf");
        for (auto const& [family, weight, italic] : files[i].called)
            fonts.rules.push_back({family, weight, italic, path});
        fonts.files.push_back({path, std::move(*subsets[i]), false});
    }
    fonts.families = std::move(collector.families);
    fonts.missing = std::move(collector.missing);
    std::sort(fonts.rules.begin(), fonts.rules.end(), [](FontRule const& a, FontRule const& b) {
        return std::tie(a.family, a.italic, a.weight, a.path) < std::tie(b.family, b.italic, b.weight, b.path);
    });
    return fonts;
}

} // namespace quoin::epub
