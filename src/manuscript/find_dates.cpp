#include "manuscript/find_dates.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"
#include "manuscript/month_names.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <unicode/uchar.h>
#include <unordered_map>

namespace quoin::manuscript {

namespace {

struct Token {
    enum class Kind { number, word, sign };
    Kind kind = Kind::sign;
    std::size_t begin = 0, end = 0;
    int value = 0;           // of numbers
    int figures = 0;         // how many
    std::string folded = {}; // of words
    char32_t sign = 0;       // of signs
    bool capital = false;    // of words: the first letter alone is a capital
    bool shouted = false;    // of words: all letters are capitals
};

struct MonthEntry {
    std::size_t language = 0; // index in month_names()
    int month = 0;
    bool shortened = false;
};
using MonthIndex = std::unordered_map<std::string, std::vector<MonthEntry>>;

MonthIndex make_month_index() {
    MonthIndex index;
    auto const all = month_names();
    for (std::size_t language = 0; language < all.size(); ++language) {
        for (int month = 1; month <= 12; ++month) {
            std::string_view const names = all[language].months[static_cast<std::size_t>(month) - 1];
            bool shortened = false;
            for (std::size_t at = 0; at < names.size();) {
                std::size_t const end = std::min(names.find_first_of("|;", at), names.size());
                index[fold_case(names.substr(at, end - at))].push_back({language, month, shortened});
                if (end < names.size() && names[end] == ';') shortened = true;
                at = end + 1;
            }
        }
    }
    return index;
}

MonthIndex const& month_index() {
    static MonthIndex const index = make_month_index();
    return index;
}

/// The figures of Chinese and Japanese numbers; 10 for the ten.
int ideographic_figure(char32_t c) {
    constexpr std::u32string_view figures = U"〇一二三四五六七八九十";
    if (c == U'零') return 0;
    std::size_t const place = figures.find(c);
    return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

class Tokens {
  public:
    explicit Tokens(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text_.size();) {
            char32_t const c = character_at(text_, at);
            if (is_space(c))
                (void)next_character(text_, at);
            else if (is_digit(c))
                add_number(at);
            else if (ideographic_figure(c) >= 0)
                add_ideographic(at);
            else if (is_word_character(c))
                add_word(at);
            else
                add_sign(at);
        }
    }
    [[nodiscard]] std::vector<Token> take() { return std::move(tokens_); }

  private:
    void add_number(std::size_t& at) {
        Token token{Token::Kind::number, at, at};
        while (at < text_.size() && is_digit(character_at(text_, at))) {
            int const figure = u_charDigitValue(static_cast<UChar32>(next_character(text_, at)));
            if (++token.figures <= 6) token.value = token.value * 10 + figure;
        }
        token.end = at;
        tokens_.push_back(std::move(token));
    }

    /// 二〇二三 is read figure by figure, 二十三 by its tens.
    void add_ideographic(std::size_t& at) {
        Token token{Token::Kind::number, at, at};
        int tens = -1;
        int value = 0;
        for (int figure = 0; at < text_.size() && token.figures < 6; ++token.figures) {
            figure = ideographic_figure(character_at(text_, at));
            if (figure < 0) break;
            (void)next_character(text_, at);
            if (figure == 10) {
                tens = value == 0 ? 1 : value;
                value = 0;
            } else {
                value = value * 10 + figure;
            }
        }
        token.value = tens > 0 ? tens * 10 + value : value;
        token.end = at;
        tokens_.push_back(std::move(token));
    }

    void add_word(std::size_t& at) {
        Token token{Token::Kind::word, at, at};
        std::size_t letters = 0;
        std::size_t capitals = 0;
        bool first_capital = false;
        while (at < text_.size()) {
            char32_t const c = character_at(text_, at);
            if (!is_word_character(c) || is_digit(c) || (letters > 0 && ideographic_figure(c) >= 0)) break;
            if (is_upper(c)) ++capitals;
            if (letters++ == 0) first_capital = is_upper(c);
            append_utf8(token.folded, fold(c));
            (void)next_character(text_, at);
        }
        token.capital = first_capital && capitals == 1;
        token.shouted = letters > 1 && capitals == letters;
        token.end = at;
        tokens_.push_back(std::move(token));
    }

    void add_sign(std::size_t& at) {
        Token token{Token::Kind::sign, at, at};
        token.sign = next_character(text_, at);
        token.end = at;
        tokens_.push_back(std::move(token));
    }

    std::string_view text_;
    std::vector<Token> tokens_;
};

/// What was seen beside the month's name: evidence for its language.
struct Clues {
    bool preposition = false;   // "de", "del", "d’"
    bool dot_after_day = false; // "20. Juni"
    bool english = false;       // "20th", "of", "June 20, 2023"
    std::string_view year_word; // "года", "roku"
};

struct Month {
    int month = 0;
    std::vector<MonthEntry> entries; // of that month
    std::size_t next = 0;            // token behind it, a full stop of a short form included
    bool shortened = false;          // in every language
    bool stopped = false;            // a full stop stood behind
    Token const* token = nullptr;
};

template <typename... Words>
bool is_one_of(std::string_view word, Words... words) {
    return ((word == words) || ...);
}

class DateParser {
  public:
    explicit DateParser(std::vector<Token> const& tokens) : tokens_(tokens) {}

    /// A date that begins with the token, and the token behind it.
    std::optional<FoundDate> at(std::size_t i, std::size_t& next) {
        std::optional<FoundDate> found;
        if (tokens_[i].kind == Token::Kind::number) {
            found = figures_with_year_first(i, next);
            if (!found) found = ideographic(i, next);
            if (!found) found = figures_with_day_first(i, next);
            if (!found) found = vietnamese(i, next);
            if (!found) found = day_first(i, next);
            if (!found) found = year_first(i, next);
        } else if (tokens_[i].kind == Token::Kind::word) {
            found = vietnamese_month(i, next);
            if (!found) found = month_first(i, next);
        }
        if (found) {
            found->begin = tokens_[i].begin;
            found->end = tokens_[next - 1].end;
        }
        return found;
    }

  private:
    [[nodiscard]] Token const* get(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
    [[nodiscard]] bool is_number(std::size_t i, int low, int high) const {
        Token const* const token = get(i);
        return token != nullptr && token->kind == Token::Kind::number && token->value >= low && token->value <= high;
    }
    [[nodiscard]] bool is_day(std::size_t i) const { return is_number(i, 1, 31) && tokens_[i].figures <= 3; }
    [[nodiscard]] bool is_year(std::size_t i) const {
        constexpr int first_year = 1000, last_year = 2199; // others are counts and sums
        return is_number(i, first_year, last_year) && tokens_[i].figures == 4;
    }
    [[nodiscard]] bool is_sign(std::size_t i, std::u32string_view signs) const {
        Token const* const token = get(i);
        return token != nullptr && token->kind == Token::Kind::sign && signs.find(token->sign) != signs.npos;
    }
    [[nodiscard]] bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
        Token const* const token = get(i);
        return token != nullptr && token->kind == Token::Kind::word &&
               std::find(words.begin(), words.end(), token->folded) != words.end();
    }
    [[nodiscard]] bool begins_with(std::size_t i, std::string_view start) const {
        Token const* const token = get(i);
        return token != nullptr && token->kind == Token::Kind::word && token->folded.starts_with(start);
    }
    [[nodiscard]] bool touches(std::size_t i) const {
        return i > 0 && i < tokens_.size() && tokens_[i - 1].end == tokens_[i].begin;
    }

    static std::optional<FoundDate> make(int year, int month, int day, model::Language language = "") {
        Date const date{year, month, day};
        if (!parse_date(to_string(date))) return std::nullopt;
        return FoundDate{date, 0, 0, std::move(language)};
    }

    /// 2023-06-20, 2023/6/20, 2023. 6. 20., 2023-06.
    std::optional<FoundDate> figures_with_year_first(std::size_t i, std::size_t& next) const {
        if (!is_year(i) || !is_sign(i + 1, U"-/.") || !is_number(i + 2, 1, 12)) return std::nullopt;
        char32_t const sign = tokens_[i + 1].sign;
        bool const day = is_sign(i + 3, std::u32string_view(&sign, 1)) && is_number(i + 4, 1, 31);
        if (day) {
            next = i + 5 + (sign == U'.' && is_sign(i + 5, U".") ? 1 : 0);
            return make(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value);
        }
        // "2023-24" is a span of years and "2023/6" may be a number of an issue.
        if (sign != U'-' || tokens_[i + 2].figures != 2 || !touches(i + 1) || !touches(i + 2) ||
            (i > 0 && is_sign(i - 1, U"-–/")) || is_sign(i + 3, U"-–/"))
            return std::nullopt;
        next = i + 3;
        return make(tokens_[i].value, tokens_[i + 2].value, 0);
    }

    [[nodiscard]] std::size_t unit(std::size_t i, std::string_view chinese, std::string_view korean) const {
        if (begins_with(i, chinese)) return chinese.size();
        return begins_with(i, korean) ? korean.size() : 0;
    }

    /// 2023年6月20日, 2023년 6월 20일, 二〇二三年六月.
    std::optional<FoundDate> ideographic(std::size_t i, std::size_t& next) const {
        if (!is_number(i, 1000, 2199) || unit(i + 1, "年", "년") == 0 || !is_number(i + 2, 1, 12) ||
            unit(i + 3, "月", "월") == 0)
            return std::nullopt;
        bool const korean = begins_with(i + 1, "년");
        bool const day = is_number(i + 4, 1, 31) && unit(i + 5, "日", "일") > 0;
        next = day ? i + 6 : i + 4;
        return make(tokens_[i].value, tokens_[i + 2].value, day ? tokens_[i + 4].value : 0, korean ? "ko" : "");
    }

    /// A month in Roman figures, as Polish and Czech write it.
    [[nodiscard]] int roman_month(std::size_t i) const {
        static constexpr std::string_view figures[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                       "vii", "viii", "ix",  "x",  "xi", "xii"};
        Token const* const token = get(i);
        if (token == nullptr || token->kind != Token::Kind::word || !(token->shouted || token->capital)) return 0;
        auto const* const found = std::find(std::begin(figures), std::end(figures), token->folded);
        return found == std::end(figures) ? 0 : static_cast<int>(found - std::begin(figures)) + 1;
    }

    /// 20.6.2023, 20. 6. 2023, 20/06/2023, 20-6-2023, 6/20/2023, 20 VI 2023.
    std::optional<FoundDate> figures_with_day_first(std::size_t i, std::size_t& next) const {
        if (!is_day(i)) return std::nullopt;
        std::size_t at = i + 1;
        bool const dotted = is_sign(at, U".");
        if (is_sign(at, U"./-–")) ++at;
        int const roman = roman_month(at);
        if (roman == 0 && (at == i + 1 || !is_number(at, 1, 31))) return std::nullopt;
        int month = roman > 0 ? roman : tokens_[at].value;
        ++at;
        if (roman > 0 ? is_sign(at, U".") : true) {
            if (roman == 0 && !(is_sign(at, U"./-–") && tokens_[at].sign == tokens_[i + 1].sign)) return std::nullopt;
            ++at;
        }
        if (!is_year(at)) return std::nullopt;
        int day = tokens_[i].value;
        if (month > 12 && day <= 12 && !dotted) std::swap(day, month);
        next = at + 1;
        skip_year_word(next);
        return make(tokens_[at].value, month, day);
    }

    /// 20 tháng 6 năm 2023, 20 tháng 6/2023.
    std::optional<FoundDate> vietnamese(std::size_t i, std::size_t& next) const {
        if (!is_day(i) || !is_word(i + 1, {"tháng"})) return std::nullopt;
        auto found = vietnamese_month(i + 1, next);
        if (!found) return found;
        return make(found->date.year, found->date.month, tokens_[i].value, "vi");
    }
    std::optional<FoundDate> vietnamese_month(std::size_t i, std::size_t& next) const {
        if (!is_word(i, {"tháng"}) || !is_number(i + 1, 1, 12)) return std::nullopt;
        std::size_t at = i + 2;
        if (is_word(at, {"năm"}) || is_sign(at, U",/-")) ++at;
        if (!is_year(at)) return std::nullopt;
        next = at + 1;
        return make(tokens_[at].value, tokens_[i + 1].value, 0, "vi");
    }

    [[nodiscard]] std::optional<Month> month_at(std::size_t i) const {
        Token const* const token = get(i);
        if (token == nullptr || token->kind != Token::Kind::word) return std::nullopt;
        std::size_t behind = i + 1;
        MonthIndex const& index = month_index();
        auto found = index.end();
        if (Token const* const second = get(i + 1); second != nullptr && second->kind == Token::Kind::word)
            if (found = index.find(token->folded + " " + second->folded); found != index.end()) behind = i + 2;
        if (found == index.end()) found = index.find(token->folded);
        // Hebrew writes its preposition to the name: "ביוני".
        if (found == index.end() && token->folded.starts_with("ב")) found = index.find(token->folded.substr(2));
        if (found == index.end()) return std::nullopt;
        Month month{found->second.front().month, {}, behind, true, false, token};
        for (MonthEntry const& each : found->second) {
            if (each.month == month.month) month.entries.push_back(each);
            month.shortened = month.shortened && each.shortened;
        }
        month.stopped = is_sign(behind, U".");
        if (month.stopped) ++month.next;
        return month;
    }

    /// "st", "er", "º", "-го", ".": what makes a figure an ordinal.
    void skip_ordinal(std::size_t& i, Clues& clues) const {
        if (is_sign(i, U".")) {
            clues.dot_after_day = true;
            ++i;
        } else if (touches(i) && is_word(i, {"st", "nd", "rd", "th"})) {
            clues.english = true;
            ++i;
        } else if (touches(i) &&
                   is_word(i, {"er", "re", "e", "º", "ª", "o", "a", "an", "an", "го", "е", "ое", "та", "ой", "го"})) {
            ++i;
        } else if (touches(i) && is_sign(i, U"-‐‑") && touches(i + 1) &&
                   is_word(i + 1, {"a", "an", "го", "е", "ое", "га", "те", "й", "ого", "án", "én", "i"})) {
            i += 2;
        } else if (is_sign(i, U"°")) {
            ++i;
        }
    }

    void skip_prepositions(std::size_t& i, Clues& clues) const {
        constexpr int most = 3; // "de l’", "del mes de"
        for (int count = 0; count < most; ++count) {
            if (is_word(i, {"of"})) {
                clues.english = true;
            } else if (is_word(i, {"de", "del", "d", "di", "dal"})) {
                clues.preposition = true;
            } else if (!is_word(i, {"the", "dia", "do", "da", "den"}) && !is_sign(i, U"’'")) {
                return;
            }
            ++i;
        }
    }

    /// "года", "г.", "roku", "-án": what follows a year.
    void skip_year_word(std::size_t& i, Clues* clues = nullptr) const {
        if (is_word(i, {"года", "году", "год", "рік", "року", "році", "roku", "rok", "gada", "година", "godine",
                        "года.", "m", "метų"})) {
            if (clues != nullptr) clues->year_word = tokens_[i].folded;
            ++i;
        } else if (is_word(i, {"г", "р", "r", "г", "god"}) && is_sign(i + 1, U".")) {
            if (clues != nullptr) clues->year_word = tokens_[i].folded;
            i += 2;
        }
    }

    [[nodiscard]] bool is_range_sign(std::size_t i) const {
        return is_sign(i, U"-–—/&") ||
               is_word(i, {"and", "und", "y", "et", "e", "и", "i", "і", "to", "bis", "al", "og", "och", "en", "au"});
    }

    /// "20 June 2023", "31 de julio de 2023", "8–10 July 2023", "30 June – 2 July 2023". The last day counts.
    std::optional<FoundDate> day_first(std::size_t i, std::size_t& next, bool within_range = false) const {
        if (!is_day(i)) return std::nullopt;
        Clues clues;
        std::size_t at = i + 1;
        std::size_t day = i;
        skip_ordinal(at, clues);
        if (is_range_sign(at) && is_day(at + 1)) {
            day = ++at;
            ++at;
            skip_ordinal(at, clues);
        }
        skip_prepositions(at, clues);
        auto month = month_at(at);
        if (!month) return std::nullopt;
        at = month->next;
        // Two names of one month: "حزيران/يونيو".
        if (is_sign(at, U"/")) {
            if (auto const other = month_at(at + 1); other && other->month == month->month) at = other->next;
        }
        // One range is enough: no text may make this deep.
        if (is_range_sign(at) && is_day(at + 1) && !within_range) return day_first(at + 1, next, true);
        std::size_t const behind_month = at;
        skip_prepositions(at, clues);
        if (at == behind_month && is_sign(at, U",")) ++at;
        if (!is_year(at)) return std::nullopt;
        next = at + 1;
        skip_year_word(next, &clues);
        return make(tokens_[at].value, month->month, tokens_[day].value, language_of(*month, clues));
    }

    /// "June 20th, 2023", "August 2023", "July/August 2023".
    std::optional<FoundDate> month_first(std::size_t i, std::size_t& next) const {
        auto const month = month_at(i);
        if (!month) return std::nullopt;
        Clues clues;
        std::size_t at = month->next;
        std::size_t day = 0;
        if (is_day(at) && !is_year(at)) {
            day = at++;
            skip_ordinal(at, clues);
            if (is_range_sign(at) && is_day(at + 1)) {
                day = at + 1;
                at += 2;
                skip_ordinal(at, clues);
            }
            clues.english = true;
        } else if (is_range_sign(at)) {
            if (auto const other = month_at(at + 1)) at = other->next;
        }
        std::size_t const before = at;
        skip_prepositions(at, clues);
        if (at == before && is_sign(at, U",")) ++at;
        if (!is_year(at)) return std::nullopt;
        // A short form alone is too often another word: "pro 2023", "sie 1917".
        if (day == 0 && month->shortened && !month->stopped && !month->token->capital) return std::nullopt;
        next = at + 1;
        skip_year_word(next, &clues);
        return make(tokens_[at].value, month->month, day == 0 ? 0 : tokens_[day].value, language_of(*month, clues));
    }

    /// "2023. június 20.", "2023ko ekainaren 20a", "2023 m. birželio 20 d.", "2023. gada 20. jūnijā".
    std::optional<FoundDate> year_first(std::size_t i, std::size_t& next) const {
        if (!is_year(i)) return std::nullopt;
        std::size_t at = i + 1;
        if (is_sign(at, U".")) ++at;
        bool const marked = at > i + 1 || is_word(at, {"ko", "eko", "m", "gada"});
        if (is_word(at, {"ko", "eko", "m", "gada"})) ++at;
        if (is_sign(at, U".")) ++at;
        std::size_t day = 0;
        if (is_day(at) && is_sign(at + 1, U".")) {
            day = at;
            at += 2;
        }
        auto const month = month_at(at);
        if (!month) return std::nullopt;
        at = month->next;
        if (day == 0 && is_day(at)) day = at++;
        if (day == 0 && !marked) return std::nullopt;
        Clues clues;
        if (day > 0 && at == day + 1) skip_ordinal(at, clues);
        if (is_word(at, {"d"}) && is_sign(at + 1, U".")) at += 2;
        next = at;
        return make(tokens_[i].value, month->month, day == 0 ? 0 : tokens_[day].value, language_of(*month, Clues{}));
    }

    /// The likeliest of the languages that have the name.
    static model::Language language_of(Month const& month, Clues const& clues) {
        int best_score = -100;
        std::string_view best;
        for (MonthEntry const& each : month.entries) {
            std::string_view const language = month_names()[each.language].language;
            int const score = score_of(language, month, clues) - (each.shortened ? 1 : 0);
            if (score <= best_score) continue; // the table has the likelier language first
            best_score = score;
            best = language;
        }
        return std::string(best);
    }

    static int score_of(std::string_view language, Month const& month, Clues const& clues) {
        int score = 0;
        bool const writes_preposition = is_one_of(language, "es", "pt", "ca", "gl", "eo");
        bool const writes_dot = is_one_of(language, "de", "da", "nb", "fi", "cs", "sk", "hr", "sl", "sr", "sr-Latn") ||
                                is_one_of(language, "et", "lv", "is", "hu");
        bool const writes_capital = is_one_of(language, "en", "de", "tr", "el", "id", "az", "hy");
        score += clues.preposition == writes_preposition ? 2 : 0;
        score += clues.dot_after_day == writes_dot ? 2 : 0;
        if (clues.english) score += language == "en" ? 3 : 0;
        if (!month.token->shouted) score += month.token->capital == writes_capital ? 2 : 0;
        if (is_one_of(clues.year_word, "года", "году", "год", "г")) score += is_one_of(language, "ru", "be") ? 3 : 0;
        if (is_one_of(clues.year_word, "року", "рік", "році", "р")) score += language == "uk" ? 3 : 0;
        if (is_one_of(clues.year_word, "roku", "rok", "r")) score += is_one_of(language, "pl", "cs", "sk") ? 3 : 0;
        if (is_one_of(clues.year_word, "godine")) score += is_one_of(language, "hr", "sr-Latn") ? 3 : 0;
        return score;
    }

    std::vector<Token> const& tokens_;
};

/// A year in figures, or signs of Chinese: without one there is no date.
bool may_hold_year(std::string_view text) {
    int run = 0;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = next_character(text, at);
        if (c == U'年') return true;
        run = is_digit(c) ? run + 1 : 0;
        if (run == 4) return true;
    }
    return false;
}

} // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
    std::vector<FoundDate> found;
    if (!may_hold_year(text)) return found;
    std::vector<Token> const tokens = Tokens(text).take();
    DateParser parser(tokens);
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t next = i + 1;
        if (auto date = parser.at(i, next)) {
            found.push_back(std::move(*date));
            i = std::max(next, i + 1);
        } else {
            ++i;
        }
    }
    return found;
}

} // namespace quoin::manuscript
