#pragma once
// What a language decides about lines: hyphen minima, prepositions that never end a line, hyphens that are repeated.

#include <cstdint>
#include <hb.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace quoin::text {

struct Minima {
    int left = 2, right = 2; // letters kept before and after the hyphen
};

struct Language {
    std::string tag;     // "pt-BR"
    std::string primary; // "pt"
    hb_language_t shaping = nullptr;
    Minima minima;
    std::u32string_view lone_words; // one-letter words tied to the next one, lower case
    bool repeats_hyphen = false;    // a hard hyphen broken at is set again on the next line
    bool right_to_left = false;
    bool inward_guillemets = false; // »so«: they open where others close
    std::string_view
        leaning_words; // articles, prepositions, conjunctions: display lines do not end in them; " a an the "
    std::uint32_t letters_per_word = 57; // tenths, the space counted; for weights that follow the measure
};

class LanguageTable {
  public:
    /// Never null; the same object for the same tag, as long as the table lives. Thread-safe.
    [[nodiscard]] Language const* get(std::string const& tag) const;

  private:
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<Language>, std::less<>> languages_;
};

/// "pt" of "pt-BR".
std::string_view primary_subtag(std::string_view tag);

} // namespace quoin::text
