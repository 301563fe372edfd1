#include "manuscript/typography_edits.hpp"

#include "base/utf8.hpp"
#include "manuscript/letters.hpp"
#include "model/quote_style.hpp"

#include <algorithm>
#include <array>

namespace quoin::manuscript {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_space = "\u202F";

bool is_double_quote(char32_t c) { return std::u32string_view(U"\"“”„‟«»").find(c) != std::u32string_view::npos; }
bool is_single_quote(char32_t c) { return std::u32string_view(U"'‘’‚‛‹›").find(c) != std::u32string_view::npos; }
bool is_quote(char32_t c) { return is_double_quote(c) || is_single_quote(c); }

/// A quotation mark with the spaces within it, as French sets them.
struct Mark {
    std::size_t begin = 0, end = 0;
    bool opens = false, closes = false;
    bool single = false;
};

class Editor {
  public:
    Editor(std::string_view text, std::vector<bool> const& fixed, model::Language const& language)
        : text_(text), fixed_(fixed), language_(language.substr(0, language.find('-'))),
          style_(model::quote_style(language)) {}

    TypographyEdits run() {
        edit_quotes();
        for (std::size_t at = 0; at < text_.size();) {
            if (!edit_at(at)) (void)next_character(text_, at);
        }
        std::stable_sort(result_.edits.begin(), result_.edits.end(),
                         [](TypographyEdit const& a, TypographyEdit const& b) { return a.begin < b.begin; });
        drop_overlaps();
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool is_free(std::size_t begin, std::size_t end) const {
        for (std::size_t at = begin; at < end; ++at)
            if (fixed_[at]) return false;
        return true;
    }

    void replace(std::size_t begin, std::size_t end, std::string_view with) {
        if (text_.substr(begin, end - begin) != with && is_free(begin, end))
            result_.edits.push_back({begin, end, std::string(with)});
    }

    void drop_overlaps() {
        std::size_t behind = 0;
        std::erase_if(result_.edits, [&](TypographyEdit const& each) {
            if (each.begin < behind) return true;
            behind = each.end;
            return false;
        });
    }

    // ---- quotation marks ----

    void edit_quotes() {
        std::vector<Mark> const marks = find_marks();
        std::vector<std::size_t> open;
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        std::vector<std::size_t> depths;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            Mark const& mark = marks[i];
            bool const closes = mark.closes && !open.empty() && marks[open.back()].single == mark.single;
            if (closes && !(mark.opens && !mark.closes)) {
                pairs.emplace_back(open.back(), i);
                depths.push_back(open.size() - 1);
                open.pop_back();
            } else if (mark.opens) {
                open.push_back(i);
            } else if (mark.single) {
                continue; // "the workers’ hands"
            } else {
                return unpaired(mark);
            }
        }
        if (!open.empty()) return unpaired(marks[open.front()]);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            model::QuoteMarks const& signs = depths[i] % 2 == 0 ? style_.outer : style_.inner;
            replace(marks[pairs[i].first].begin, marks[pairs[i].first].end, signs.open);
            replace(marks[pairs[i].second].begin, marks[pairs[i].second].end, signs.close);
        }
    }

    void unpaired(Mark const& mark) {
        result_.quotes_unpaired = true;
        result_.unpaired = mark.begin;
    }

    std::vector<Mark> find_marks() {
        std::vector<Mark> marks;
        for (std::size_t at = 0; at < text_.size();) {
            std::size_t const begin = at;
            char32_t const c = next_character(text_, at);
            if (!is_quote(c) || fixed_[begin]) continue;
            char32_t const before = character_before(text_, begin), after = character_at(text_, at);
            if (is_apostrophe(c, before, after)) {
                if (c == U'\'' || c == U'‘') replace(begin, at, "’");
                continue;
            }
            marks.push_back(make_mark(c, begin, at, before, after));
        }
        return marks;
    }

    /// Between letters, before the figures of a decade, and behind a letter where no single mark is open.
    static bool is_apostrophe(char32_t c, char32_t before, char32_t after) {
        if (c != U'\'' && c != U'’' && c != U'‘') return false;
        return (is_word_character(before) && is_word_character(after)) ||
               (!is_word_character(before) && is_digit(after)) ||
               (is_word_character(before) && c == U'\'' && is_digit(before));
    }

    [[nodiscard]] Mark make_mark(char32_t c, std::size_t begin, std::size_t end, char32_t before,
                                 char32_t after) const {
        Mark mark{begin, end, false, false, is_single_quote(c)};
        bool const space_before = is_space(before), space_after = is_space(after);
        if (c == U'«' || c == U'‹' || c == U'»' || c == U'›') {
            // "»so«" turns them round; a space stands within French ones.
            bool const left = c == U'«' || c == U'‹';
            bool const turned = left ? is_word_character(before) && !is_word_character(after)
                                     : is_word_character(after) && !is_word_character(before);
            mark.opens = left != turned;
            mark.closes = !mark.opens;
            if (mark.opens && space_after && after != 0 && !turned) (void)next_character(text_, mark.end);
            if (mark.closes && space_before && before != 0 && !turned) (void)previous_character(text_, mark.begin);
            return mark;
        }
        if (c == U'„' || c == U'‚' || c == U'‟' || c == U'‛') {
            mark.opens = true;
            return mark;
        }
        // “ closes in German and Russian, ” opens in Swedish: the place says more than the sign.
        bool const opens_here = !space_after && (space_before || is_opening(before));
        mark.opens = opens_here;
        mark.closes = !opens_here && !space_before;
        if (!mark.opens && !mark.closes) mark.opens = c == U'“' || c == U'‘';
        return mark;
    }

    static bool is_opening(char32_t c) {
        return std::u32string_view(U"([{¿¡-–—/„«“‚‹‘\"'").find(c) != std::u32string_view::npos;
    }

    // ---- everything else ----

    /// Makes an edit that begins at the place; moves behind what it looked at.
    bool edit_at(std::size_t& at) {
        std::string_view const rest = text_.substr(at);
        if (rest.starts_with("...") && !rest.starts_with("....") && (at == 0 || text_[at - 1] != '.')) {
            replace(at, at + 3, "…");
            at += 3;
            return true;
        }
        return edit_dash(at, rest) || edit_space(at, rest);
    }

    /// " - " and " -- ": Russian and its neighbours set an em dash that no line begins with, the others an en dash.
    bool edit_dash(std::size_t& at, std::string_view rest) {
        bool const single = rest.starts_with(" - "), twofold = rest.starts_with(" -- ");
        if (!single && !twofold) return false;
        char32_t const before = character_before(text_, at);
        std::size_t const length = single ? 3 : 4;
        // "5 - 3" is arithmetic, a hyphen at the start a bullet.
        if (before == 0 || (is_digit(before) && is_digit(character_at(text_, at + length)))) return false;
        bool const em =
            language_ == "ru" || language_ == "uk" || language_ == "be" || language_ == "bg" || language_ == "es";
        replace(at, at + length, em ? "\u00A0— " : " – ");
        at += length - 1;
        return true;
    }

    bool edit_space(std::size_t& at, std::string_view rest) {
        std::size_t end = at;
        while (end < text_.size() && text_[end] == ' ') ++end;
        if (language_ == "fr" && french_space(at, end)) return true;
        if (end == at) return false;
        std::size_t const begin = at;
        at = end;
        if (begin == 0 || end == text_.size()) return true;
        char32_t const next = character_at(text_, end);
        std::size_t behind = end;
        (void)next_character(text_, behind);
        bool const closes = std::u32string_view(U",.;:!?)]}…").find(next) != std::u32string_view::npos;
        bool const ends_there = is_space(character_at(text_, behind)) || is_quote(character_at(text_, behind));
        bool const opened =
            std::u32string_view(U"([").find(character_before(text_, begin)) != std::u32string_view::npos;
        bool const tight_mark = std::u32string_view(U",.)]}").find(next) != std::u32string_view::npos;
        if (opened || (closes && ends_there && (language_ != "fr" || tight_mark) && next != U'…'))
            replace(begin, end, "");
        else if (rest.starts_with("  "))
            replace(begin, end, " ");
        return true;
    }

    /// French sets a narrow no-break space before ; ! ? and a no-break space before the colon.
    bool french_space(std::size_t& at, std::size_t end) {
        char32_t const sign = character_at(text_, end);
        if (std::u32string_view(U";!?:").find(sign) == std::u32string_view::npos || end == 0) return false;
        char32_t const before = character_before(text_, at);
        std::size_t behind = end;
        (void)next_character(text_, behind);
        char32_t const after = character_at(text_, behind);
        bool const follows_text =
            is_word_character(before) || std::u32string_view(U")»”…\"").find(before) != std::u32string_view::npos;
        if (!follows_text || !(is_space(after) || is_punctuation(after)) || (is_digit(before) && is_digit(after)))
            return false;
        replace(at, end, sign == U':' ? no_break_space : narrow_space);
        at = behind;
        return true;
    }

    std::string_view text_;
    std::vector<bool> const& fixed_;
    std::string language_;
    model::QuoteStyle const& style_;
    TypographyEdits result_;
};

} // namespace

TypographyEdits edit_typography(std::string_view text, std::vector<bool> const& fixed,
                                model::Language const& language) {
    return Editor(text, fixed, language).run();
}

} // namespace quoin::manuscript
