#include "text/dictionary.hpp"

#include "base/utf8.hpp"
#include "text/pattern_tree.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <hyphen.h>
#include <unicode/ucnv.h>
#include <utility>

namespace quoin::text {

namespace {

/// Characters of a dictionary in its own character set: 8 bits by a table, or UTF-8.
class CharacterSet {
  public:
    explicit CharacterSet(HyphenDict const& dictionary) : utf8_(dictionary.utf8 != 0) {
        if (utf8_) return;
        UErrorCode status = U_ZERO_ERROR;
        UConverter* converter = ucnv_open(static_cast<char const*>(dictionary.cset), &status);
        for (unsigned byte = 0x80; byte < 0x100 && U_SUCCESS(status) != 0; ++byte) {
            char const one = static_cast<char>(byte);
            std::array<UChar, 4> units{};
            UErrorCode each = U_ZERO_ERROR;
            if (ucnv_toUChars(converter, units.data(), 4, &one, 1, &each) == 1 && units[0] != 0xFFFD)
                bytes_.emplace(units[0], one);
        }
        ucnv_close(converter);
    }

    /// False when the dictionary's set lacks a character: then the word is not of its language.
    bool encode(std::u32string_view word, std::string& to) const {
        for (char32_t const c : word) {
            if (utf8_ || c < 0x80) {
                append_utf8(to, c);
                continue;
            }
            auto const found = bytes_.find(c);
            if (found == bytes_.end()) return false;
            to.push_back(found->second);
        }
        return true;
    }

    [[nodiscard]] std::string decode(std::string_view text) const {
        if (utf8_) return std::string(text);
        std::string decoded;
        for (char const byte : text) {
            auto const found =
                std::find_if(bytes_.begin(), bytes_.end(), [&](auto const& p) { return p.second == byte; });
            append_utf8(decoded, found != bytes_.end() ? found->first : static_cast<unsigned char>(byte));
        }
        return decoded;
    }

  private:
    bool utf8_;
    std::map<char32_t, char> bytes_;
};

class LibhyphenDictionary final : public Dictionary {
  public:
    explicit LibhyphenDictionary(HyphenDict* dictionary) : dictionary_(dictionary), set_(*dictionary) {
        // The library takes the larger of its minima and ours; ours must win (TYPESETTING.md 4.2).
        for (HyphenDict* level = dictionary; level != nullptr; level = level->nextlevel)
            level->lhmin = level->rhmin = level->clhmin = level->crhmin = 1;
    }
    ~LibhyphenDictionary() override {
        // The library forgets these strings.
        for (HyphenDict* level = dictionary_; level != nullptr; level = level->nextlevel)
            std::free(std::exchange(level->nohyphen, nullptr));
        hnj_hyphen_free(dictionary_);
    }
    LibhyphenDictionary(LibhyphenDictionary const&) = delete;
    LibhyphenDictionary& operator=(LibhyphenDictionary const&) = delete;

    [[nodiscard]] std::vector<HyphenPlace> places(std::u32string_view word) const override {
        std::string encoded;
        if (word.size() < 2 || !set_.encode(word, encoded)) return {};
        std::string levels(encoded.size() + 5, '\0');
        char** changes = nullptr;
        int* position = nullptr;
        int* cut = nullptr;
        std::vector<HyphenPlace> found;
        if (hnj_hyphen_hyphenate3(dictionary_, encoded.c_str(), static_cast<int>(encoded.size()), levels.data(),
                                  nullptr, &changes, &position, &cut, 1, 1, 1, 1) == 0)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if ((static_cast<unsigned>(levels[i]) & 1U) != 0)
                    found.push_back(place(i, levels[i], changes, position, cut));
        if (changes != nullptr)
            for (std::size_t i = 0; i < encoded.size(); ++i) std::free(changes[i]);
        std::free(changes);
        std::free(position);
        std::free(cut);
        return found;
    }

  private:
    HyphenPlace place(std::size_t i, char level, char** changes, int const* position, int const* cut) const {
        HyphenPlace place;
        place.letters = static_cast<std::uint16_t>(i + 1);
        place.level = static_cast<std::uint8_t>(level - '0');
        if (changes == nullptr || changes[i] == nullptr) return place;
        std::string_view const change = changes[i];
        auto const sign = change.find('=');
        if (sign == std::string_view::npos) return place;
        place.before = set_.decode(change.substr(0, sign));
        place.after = set_.decode(change.substr(sign + 1));
        place.replaced_from = static_cast<std::uint16_t>(static_cast<int>(i) + 1 - position[i]);
        place.replaced_to = static_cast<std::uint16_t>(place.replaced_from + cut[i]);
        return place;
    }

    HyphenDict* dictionary_;
    CharacterSet set_;
};

// libhyphen serves the files whose patterns change words (Hungarian, Catalan). All others are read into a tree of our own,
// for two reasons. Its automaton takes the longest pattern at each place only, which is right when a file has been through
// its substrings.pl, and Debian's Russian and Ukrainian files have not: "пе-регово-ры" for "пе-ре-го-во-ры". And it is built
// in quadratic time: 2.6 s for the 69,000 compounds of the German file, against milliseconds.
std::unique_ptr<Dictionary> load_plain(std::string const& text) {
    if (has_changing_patterns(text)) return nullptr;
    std::string set = text.substr(0, text.find_first_of("\r\n "));
    if (set.compare(0, 9, "microsoft") == 0)
        set = "windows-" + set.substr(set.find("cp") == std::string::npos ? 9 : set.find("cp") + 2);
    UErrorCode status = U_ZERO_ERROR;
    std::string utf8(text.size() * 3 + 16, '\0');
    int32_t const size = ucnv_convert("UTF-8", set.c_str(), utf8.data(), static_cast<int32_t>(utf8.size()), text.data(),
                                      static_cast<int32_t>(text.size()), &status);
    if (U_FAILURE(status) != 0) return nullptr;
    utf8.resize(static_cast<std::size_t>(size));
    return make_pattern_tree(utf8);
}

struct Home {
    std::string_view language, region, package;
};

// The region whose file stands for the language alone, and the Debian package.
constexpr std::array homes{
    Home{"af", "ZA", "hyphen-af"},    Home{"as", "", "hyphen-as"},   Home{"be", "BY", "hyphen-be"},
    Home{"bg", "BG", "hyphen-bg"},    Home{"ca", "", "hyphen-ca"},   Home{"cs", "CZ", "hyphen-cs"},
    Home{"da", "DK", "hyphen-da"},    Home{"de", "DE", "hyphen-de"}, Home{"el", "GR", "hyphen-el"},
    Home{"en", "US", "hyphen-en-us"}, Home{"es", "ES", "hyphen-es"}, Home{"et", "EE", ""},
    Home{"fr", "FR", "hyphen-fr"},    Home{"gl", "", "hyphen-gl"},   Home{"hr", "HR", "hyphen-hr"},
    Home{"hu", "HU", "hyphen-hu"},    Home{"id", "ID", "hyphen-id"}, Home{"is", "IS", "hyphen-is"},
    Home{"it", "IT", "hyphen-it"},    Home{"lt", "LT", "hyphen-lt"}, Home{"lv", "LV", "hyphen-lv"},
    Home{"nb", "NO", "hyphen-no"},    Home{"nl", "NL", "hyphen-nl"}, Home{"nn", "NO", "hyphen-no"},
    Home{"no", "NO", "hyphen-no"},    Home{"pl", "PL", "hyphen-pl"}, Home{"pt", "PT", "hyphen-pt-pt"},
    Home{"ro", "RO", "hyphen-ro"},    Home{"ru", "RU", "hyphen-ru"}, Home{"sk", "SK", "hyphen-sk"},
    Home{"sl", "SI", "hyphen-sl"},    Home{"sr", "", "hyphen-sr"},   Home{"sv", "", "hyphen-sv"},
    Home{"th", "TH", "hyphen-th"},    Home{"uk", "UA", "hyphen-uk"}, Home{"zu", "ZA", "hyphen-zu"},
};

Home const* home_of(std::string_view primary) {
    for (Home const& home : homes)
        if (home.language == primary) return &home;
    return nullptr;
}

std::vector<std::string> file_names(Language const& language) {
    std::vector<std::string> names;
    std::string tag = language.tag;
    std::replace(tag.begin(), tag.end(), '-', '_');
    if (tag != language.primary) names.push_back("hyph_" + tag + ".dic");
    Home const* home = home_of(language.primary);
    if (home != nullptr && !home->region.empty())
        names.push_back("hyph_" + language.primary + "_" + std::string(home->region) + ".dic");
    names.push_back("hyph_" + language.primary + ".dic");
    return names;
}

} // namespace

std::unique_ptr<Dictionary> make_dictionary(std::string const& text) {
    if (text.empty()) return nullptr;
    if (auto plain = load_plain(text)) return plain;
    return make_libhyphen_dictionary(text);
}

std::unique_ptr<Dictionary> make_libhyphen_dictionary(std::string const& text) {
    // The library reads from a FILE; the text came through a FileSystem.
    std::string copy = text;
    std::FILE* stream = fmemopen(copy.data(), copy.size(), "r");
    if (stream == nullptr) return nullptr;
    HyphenDict* loaded = hnj_hyphen_load_file(stream);
    std::fclose(stream);
    return loaded == nullptr ? nullptr : std::make_unique<LibhyphenDictionary>(loaded);
}

Dictionary const* DictionaryShelf::get(Language const& language) const {
    std::lock_guard const lock(mutex_);
    auto const found = dictionaries_.find(language.tag);
    if (found != dictionaries_.end()) return found->second.get();
    return dictionaries_.emplace(language.tag, load(language)).first->second.get();
}

std::unique_ptr<Dictionary> DictionaryShelf::load(Language const& language) const {
    for (std::string const& name : file_names(language)) {
        auto const bytes = files_->read(join_path(folder_, name));
        if (!bytes) continue;
        if (auto dictionary = make_dictionary(std::string(as_text(*bytes)))) return dictionary;
    }
    return nullptr;
}

std::vector<std::string> DictionaryShelf::missing() const {
    std::lock_guard const lock(mutex_);
    std::vector<std::string> tags;
    for (auto const& [tag, dictionary] : dictionaries_)
        if (!dictionary && !hyphenation_package(tag).empty()) tags.push_back(tag);
    return tags;
}

std::string hyphenation_package(std::string const& language_tag) {
    if (language_tag == "pt-BR") return "hyphen-pt-br";
    if (language_tag == "en-GB") return "hyphen-en-gb";
    Home const* home = home_of(primary_subtag(language_tag));
    return home == nullptr ? std::string{} : std::string(home->package);
}

} // namespace quoin::text
