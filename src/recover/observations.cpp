#include "recover/observations.hpp"

#include "base/utf8.hpp"
#include "manuscript/words.hpp"
#include "model/walk.hpp"
#include "recover/letters.hpp"
#include "recover/word_lists.hpp"

#include <algorithm>
#include <array>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

/// Counts signs that come in pairs.
class PairCounter {
  public:
    explicit PairCounter(std::string_view text) : low_(text.find("„") != std::string_view::npos) {
        char32_t before = U' ';
        for (std::size_t at = 0; at < text.size();) {
            char32_t const c = next_character(text, at);
            look(c, before, at < text.size() ? character_at(text, at) : U' ');
            before = c;
        }
        if (double_ != 0 || straight_ != 0 || angle_ != 0 || single_ > 0) quotes_ = true;
        if (!brackets_.empty()) wrong_brackets_ = true;
    }
    [[nodiscard]] bool quotes() const { return quotes_; }
    [[nodiscard]] bool brackets() const { return wrong_brackets_; }

  private:
    bool low_;
    int double_ = 0, straight_ = 0, angle_ = 0, single_ = 0;
    std::string brackets_;
    bool quotes_ = false, wrong_brackets_ = false;

    void look(char32_t c, char32_t before, char32_t after) {
        bool const opens = is_space(before) || before == U'(' || before == U'[' || before == U'—' || before == U'–' ||
                           before == U'*' || before == U'¿' || before == U'¡';
        if (c == U'"')
            straight(opens);
        else if (c == U'“' && !low_) {
            if (!opens && is_space(after) && before != U'”')
                quotes_ = true; // turned the wrong way
            else if (++double_ > 1)
                quotes_ = true;
        } else if (c == U'„')
            ++double_;
        else if (c == U'”' || (c == U'“' && low_))
            --double_;
        else if (c == U'«')
            ++angle_;
        else if (c == U'»')
            --angle_;
        else if (c == U'‘')
            ++single_;
        else if (c == U'’' && single_ > 0 && !is_word_character(after))
            --single_;
        else
            bracket(c);
    }
    void straight(bool opens) {
        straight_ += opens ? 1 : -1;
        if (straight_ > 1 || straight_ < 0) quotes_ = true;
        straight_ = std::clamp(straight_, 0, 1);
    }
    void bracket(char32_t c) {
        if (c == U'(' || c == U'[' || c == U'{') brackets_.push_back(static_cast<char>(c));
        if (c != U')' && c != U']' && c != U'}') return;
        char const open = c == U')' ? '(' : c == U']' ? '[' : '{';
        if (brackets_.empty())
            wrong_brackets_ = wrong_brackets_ || c != U')'; // "a)" closes alone
        else if (brackets_.back() != open)
            wrong_brackets_ = true, brackets_.clear();
        else
            brackets_.pop_back();
    }
};

bool has(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// An address was taken out: ",;" and the like, or an end that waits for something.
bool misses_address(std::string_view text, bool note) {
    for (std::string_view const scar : {",;", ", ;", "(;", "(,", "( )", "()", ":;", ": ;", "<>", ": ,", ",."})
        if (has(text, scar)) return true;
    if (!note) return false;
    Ending const ending = ending_of(text);
    return ending == Ending::comma || ending == Ending::colon ||
           (ending == Ending::open && is_conjunction(last_word(text)));
}

bool has_doubled_word(std::vector<std::string> const& words, std::string& which) {
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i] == words[i - 1] && words[i].size() > 1 && !(words[i][0] >= '0' && words[i][0] <= '9')) {
            which = words[i];
            return true;
        }
    return false;
}

/// Twelve words that stand twice in one note.
bool repeats_itself(std::vector<std::string> const& words) {
    constexpr std::size_t length = 12;
    if (words.size() < 2 * length) return false;
    std::set<std::string> seen;
    for (std::size_t i = 0; i + length <= words.size(); i += 1) {
        std::string run;
        for (std::size_t k = 0; k < length; ++k) run += words[i + k] + ' ';
        if (!seen.insert(run).second) return true;
    }
    return false;
}

/// "in1917": small letters that touch a year.
bool has_glued_words(std::string_view text) {
    for (std::size_t at = 2; at + 4 <= text.size(); ++at) {
        bool const letters = text[at - 1] >= 'a' && text[at - 1] <= 'z' && text[at - 2] >= 'a' && text[at - 2] <= 'z';
        if (!letters || (text[at] != '1' && text[at] != '2')) continue;
        bool const year = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                                      [](char c) { return c >= '0' && c <= '9'; });
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] != ' ') --begin;
        bool const address = has(text.substr(begin, at - begin), "/") || has(text.substr(begin, at - begin), ".");
        if (year && !address && (at + 4 == text.size() || !(text[at + 4] >= '0' && text[at + 4] <= '9'))) return true;
    }
    return false;
}

bool has_doubled_signs(std::string_view text) {
    for (std::string_view const signs : {",,", ";;", "::", " ,", " ."}) {
        std::size_t const at = text.find(signs);
        if (at != std::string_view::npos && !text.substr(at).starts_with(" ..")) return true;
    }
    for (std::size_t at = text.find(".."); at != std::string_view::npos; at = text.find("..", at + 1)) {
        bool const more = (at > 0 && text[at - 1] == '.') || (at + 2 < text.size() && text[at + 2] == '.');
        if (!more) return true;
        while (at + 1 < text.size() && text[at + 1] == '.') ++at;
    }
    return false;
}

constexpr auto prefixes = std::to_array<std::string_view>(
    {"anti",  "co",    "counter", "cross", "cyber", "de",    "e",     "ex",     "extra", "half",
     "hyper", "inter", "macro",   "mega",  "micro", "mid",   "mini",  "multi",  "neo",   "non",
     "out",   "over",  "para",    "post",  "pre",   "pro",   "proto", "pseudo", "quasi", "re",
     "self",  "semi",  "sub",     "super", "trans", "ultra", "un",    "under",  "vice"});

/// Whether the hyphen at `at` is left over from a line's end.
bool is_remnant(Recovery const& recovery, std::string_view text, std::size_t at, std::string& left,
                std::string& right) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_word_character(character_before(text, begin))) previous_character(text, begin);
    while (end < text.size() && is_word_character(character_at(text, end))) next_character(text, end);
    if (end - at < 4 || begin == at || (begin > 0 && text[begin - 1] == '-') || (end < text.size() && text[end] == '-'))
        return false;
    if (!is_lower(character_at(text, at + 1)) || !is_lower(character_before(text, at))) return false;
    left = text.substr(begin, at - begin);
    right = text.substr(at + 1, end - at - 1);
    std::string const first = manuscript::folded(left), second = manuscript::folded(right);
    if (std::find(prefixes.begin(), prefixes.end(), first) != prefixes.end()) return false;
    int const compounds = recovery.vocabulary.count_compound(first + "-" + second);
    return compounds <= 2 && recovery.vocabulary.count(second) <= compounds &&
           recovery.vocabulary.count(first + second) >= 1;
}

} // namespace

void observe(Recovery& recovery, model::Inlines const& content, std::vector<std::size_t> const& fragments,
             Observed kind) {
    std::string const text = model::plain_text(content);
    Span const left = recovery.fragments[fragments.front()].span();
    Span const right = fragments.size() > 1 ? recovery.fragments[fragments.back()].span() : Span{};
    auto tell = [&](bool found, DecisionCode code, std::string reason) {
        if (found) recovery.decide(code, left, right, "left as it stands", std::move(reason), 0.9);
    };
    PairCounter const pairs(text);
    tell(pairs.quotes(), DecisionCode::quote_unclosed, "quotation marks do not pair");
    tell(pairs.brackets(), DecisionCode::bracket_unclosed, "brackets do not pair");
    tell(misses_address(text, kind == Observed::note), DecisionCode::url_missing,
         "an address or a word seems to be cut out");
    if (kind == Observed::title) return;
    std::vector<std::string> const words = manuscript::words(text);
    std::string which;
    tell(has_doubled_word(words, which), DecisionCode::word_doubled, "\"" + which + "\" stands twice");
    tell(kind == Observed::note && repeats_itself(words), DecisionCode::word_doubled, "a passage stands twice");
    tell(has_glued_words(text), DecisionCode::glued_words, "letters touch a year");
    tell(has_doubled_signs(text), DecisionCode::punctuation_doubled, "signs are doubled, or stand behind a space");
    tell(kind == Observed::paragraph && has(text, " 1. ") && has(text, " 2. "), DecisionCode::list_guessed,
         "an enumeration within a sentence stays there");
}

void mend_remnants(Recovery& recovery, model::Inlines& content) {
    model::visit_inlines(content, [&](model::Inline& each) {
        auto* text = std::get_if<model::Text>(&each.kind);
        if (text == nullptr) return;
        std::string left, right;
        for (std::size_t at = text->text.find('-'); at != std::string::npos; at = text->text.find('-', at + 1)) {
            if (!is_remnant(recovery, text->text, at, left, right)) continue;
            text->text.erase(at, 1);
            recovery.result->joins.push_back({left, right, left + right});
            recovery.decide(DecisionCode::hyphen_remnant, each.span, {}, "joined to \"" + left + right + "\"",
                            "the word stands elsewhere in the text without a hyphen", 0.85, "keep the hyphen");
        }
    });
}

} // namespace quoin::recover
