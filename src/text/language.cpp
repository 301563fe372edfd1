#include "text/language.hpp"

#include <array>
#include <utility>

namespace quoin::text {

namespace {

struct Habit {
    std::string_view primary;
    Minima minima;
    std::u32string_view lone_words;
    bool repeats_hyphen = false;
    std::uint32_t letters_per_word = 60;
};

// Minima: TYPESETTING.md 4.2; where it is silent 2/2. Lone words: the one-letter prepositions and conjunctions of 2.3.
// Letters per word are means of running text, the space counted, in tenths.
constexpr std::array habits{
    Habit{"be", {2, 2}, U"узіаў", false, 67},    Habit{"ca", {2, 2}, U"", false, 56},
    Habit{"cs", {2, 2}, U"kszvouia", true, 63},  Habit{"da", {2, 2}, U"", false, 60},
    Habit{"de", {2, 2}, U"", false, 70},         Habit{"el", {2, 2}, U"", false, 63},
    Habit{"en", {2, 3}, U"", false, 57},         Habit{"es", {2, 2}, U"", false, 58},
    Habit{"fi", {2, 2}, U"", false, 83},         Habit{"fr", {2, 3}, U"", false, 59},
    Habit{"hr", {2, 2}, U"", true, 62},          Habit{"hu", {2, 2}, U"", false, 69},
    Habit{"it", {2, 2}, U"", false, 61},         Habit{"nl", {2, 2}, U"", false, 62},
    Habit{"pl", {2, 2}, U"wzioau", true, 68},    Habit{"pt", {2, 2}, U"", true, 58},
    Habit{"ru", {2, 2}, U"вксуоияа", false, 69}, Habit{"sk", {2, 2}, U"kszvouia", true, 63},
    Habit{"sr", {2, 2}, U"", true, 61},          Habit{"sv", {2, 2}, U"", false, 61},
    Habit{"uk", {2, 2}, U"вузіаой", false, 69},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> leaning{{
    {"en", " a an the of on in at to by for and or nor but as with from into is its "},
    {"de", " der die das den dem des ein eine einer einem einen und oder von vom zu zum zur im in am an auf aus bei "
           "mit für "},
    {"es", " el la los las un una de del en y o e u a al con por para que se su "},
    {"fr", " le la les un une des de du en et ou à au aux avec par pour que qui sur sa son ses "},
    {"it", " il lo la i gli le un uno una di del della dei delle e o a al alla in nel con per su che "},
    {"nl", " de het een van in op en of aan te met voor door bij uit "},
    {"pl", " i w z o u a na do od ze we po za dla nie "},
    {"pt", " o a os as um uma de do da dos das em no na e ou ao com por para que "},
    {"ru", " и в к с у о а на по за из от до для под над при об во со не ни но или как "},
    {"uk", " і й в у з о а на по за із від до для під над при об не ні та або як що "},
    {"cs", " a i k s v z o u na do od ze ve za po pro při se "},
}};

bool has_inward_guillemets(std::string_view primary) {
    for (std::string_view const one : {"de", "da", "hr", "sl", "sr", "hu", "cs", "sk"})
        if (primary == one) return true;
    return false;
}

bool is_right_to_left(std::string_view primary) {
    for (std::string_view const one : {"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
        if (primary == one) return true;
    return false;
}

} // namespace

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

Language const* LanguageTable::get(std::string const& tag) const {
    std::lock_guard const lock(mutex_);
    auto const found = languages_.find(tag);
    if (found != languages_.end()) return found->second.get();
    auto made = std::make_unique<Language>();
    made->tag = tag;
    made->primary = std::string(primary_subtag(tag));
    made->shaping = hb_language_from_string(tag.c_str(), static_cast<int>(tag.size()));
    made->right_to_left = is_right_to_left(made->primary);
    made->inward_guillemets = has_inward_guillemets(made->primary);
    for (auto const& [primary, words] : leaning)
        if (primary == made->primary) made->leaning_words = words;
    for (Habit const& habit : habits) {
        if (habit.primary != made->primary) continue;
        made->minima = habit.minima;
        made->lone_words = habit.lone_words;
        made->repeats_hyphen = habit.repeats_hyphen;
        made->letters_per_word = habit.letters_per_word;
    }
    return languages_.emplace(tag, std::move(made)).first->second.get();
}

} // namespace quoin::text
