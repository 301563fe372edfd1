#pragma once
// Hyphenation patterns of one language, from a file of Debian's hyphen-* packages: lower-case letters in, places out.

#include "base/file_system.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quoin::text {

/// A place where the patterns allow a hyphen: after `letters` letters of the word.
struct HyphenPlace {
    std::uint16_t letters = 0;
    std::uint8_t level = 1;                           // odd pattern level: 1, 3, 5, …
    std::string before, after;                        // for breaks that change the word: what replaces …
    std::uint16_t replaced_from = 0, replaced_to = 0; // … these letters; equal when nothing is replaced
};

class Dictionary {
  public:
    virtual ~Dictionary() = default;
    /// Places in a word of lower-case letters, in order; without minima. Thread-safe.
    [[nodiscard]] virtual std::vector<HyphenPlace> places(std::u32string_view word) const = 0;
};

/// Null when the text is no pattern file.
std::unique_ptr<Dictionary> make_dictionary(std::string const& text);
/// The same by libhyphen, whatever the file.
std::unique_ptr<Dictionary> make_libhyphen_dictionary(std::string const& text);

/// Finds and keeps the dictionaries of a folder; each is read when first needed.
class DictionaryShelf {
  public:
    DictionaryShelf(std::string folder, FileSystem const& files) : folder_(std::move(folder)), files_(&files) {}
    /// Null when there is none. Thread-safe.
    [[nodiscard]] Dictionary const* get(Language const&) const;
    /// Languages asked for that have a Debian package which is not there, sorted.
    [[nodiscard]] std::vector<std::string> missing() const;

  private:
    [[nodiscard]] std::unique_ptr<Dictionary> load(Language const&) const;

    std::string folder_;
    FileSystem const* files_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<Dictionary>> dictionaries_;
};

/// "hyphen-de" for "de"; "" when Debian 12 has none.
std::string hyphenation_package(std::string const& language_tag);

} // namespace quoin::text
