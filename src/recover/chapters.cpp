#include "manuscript/label_words.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/recovery.hpp"
#include "recover/units.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace quoin::recover {
namespace {

using manuscript::Label;

/// Parts of a book that have a name in place of a number, as whole lines.
constexpr std::string_view named_parts =
    "|preface|foreword|introduction|prologue|epilogue|conclusion|afterword|postscript|appendix|dedication|"
    "translators preface|translators note|authors preface|authors note|editors note|editors preface|"
    "preface to the second edition|preface to the first edition|vorwort|einleitung|vorrede|nachwort|anhang|schluss|"
    "geleitwort|prolog|epilog|préface|avant propos|introduction|prologue|épilogue|conclusion|postface|annexe|"
    "prefacio|prólogo|introducción|epílogo|conclusión|conclusiones|apéndice|prefácio|introdução|conclusão|apêndice|"
    "prefazione|introduzione|prologo|epilogo|conclusione|appendice|voorwoord|inleiding|nawoord|besluit|förord|"
    "inledning|"
    "efterord|forord|indledning|innledning|efterskrift|etterord|esipuhe|johdanto|jälkisanat|przedmowa|wstęp|posłowie|"
    "zakończenie|předmluva|úvod|doslov|závěr|előszó|bevezetés|utószó|prefață|introducere|încheiere|predgovor|uvod|"
    "pogovor|"
    "предговор|увод|предисловие|введение|пролог|эпилог|послесловие|заключение|приложение|передмова|вступ|післямова|"
    "висновки|прадмова|πρόλογος|εισαγωγή|επίλογος|önsöz|giriş|sonsöz|sonuç|pròleg|introducció|hitzaurrea|sarrera|"
    "antaŭparolo|enkonduko|序|序言|前言|引言|后记|後記|はじめに|序文|あとがき|머리말|서문|맺음말|pengantar|kata "
    "pengantar|"
    "lời nói đầu|lời mở đầu|";

int roman_value(std::string_view figures) {
    constexpr std::string_view signs = "IVXLCDM";
    constexpr std::array<int, 7> values{1, 5, 10, 50, 100, 500, 1000};
    int sum = 0, before = 0;
    for (std::size_t i = figures.size(); i-- > 0;) {
        char const upper = figures[i] >= 'a' ? static_cast<char>(figures[i] - 32) : figures[i];
        std::size_t const place = signs.find(upper);
        if (place == std::string_view::npos) return 0;
        int const value = values[place];
        sum += value < before ? -value : value;
        before = std::max(before, value);
    }
    return sum;
}

/// The number in a label like "CHAPTER XIV" or "Kapitel 3"; 0 when it is written in words.
int number_in(std::string_view label) {
    std::size_t const digit = label.find_first_of("0123456789");
    if (digit != std::string_view::npos) {
        int value = 0;
        for (std::size_t at = digit; at < label.size() && label[at] >= '0' && label[at] <= '9' && value < 10000; ++at)
            value = value * 10 + (label[at] - '0');
        return value;
    }
    std::size_t const space = label.find_last_of(" \u00A0");
    return space == std::string_view::npos ? 0 : roman_value(label.substr(space + 1));
}

struct ChapterLine {
    std::size_t fragment = 0;
    int number = 0; // 0: in words, or a named part
    bool named = false;
    bool has_text = false; // before the next one; a line of the contents has none
};

class ChapterFinder {
  public:
    explicit ChapterFinder(Recovery& recovery) : recovery_(recovery) {}

    bool run() {
        collect();
        measure_texts();
        if (!is_book()) return false;
        drop_contents();
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i].has_text) add(i);
        for (std::size_t i = 0; i + 1 < recovery_.articles.size(); ++i)
            recovery_.articles[i].end = recovery_.articles[i + 1].begin;
        return true;
    }

  private:
    [[nodiscard]] Fragment const& at(std::size_t i) const { return recovery_.fragments[i]; }

    void collect() {
        constexpr std::size_t longest_line = 150;
        for (std::size_t i = 0; i < recovery_.fragments.size(); ++i) {
            Fragment const& fragment = at(i);
            if (!recovery_.is_text(i) || fragment.role != Role::body || fragment.length > longest_line) continue;
            auto const label = manuscript::find_label(Label::chapter, fragment.shown);
            if (label && label.begin == 0 && ends_label(fragment.shown, label.length)) {
                lines_.push_back(
                    {i, number_in(std::string_view(fragment.shown).substr(0, label.length)), false, false});
            } else if (is_set_apart(fragment) && fragment.word_count <= 6) {
                std::string const words = "|" + manuscript::folded(fragment.shown) + "|";
                if (named_parts.find(words) != std::string_view::npos) lines_.push_back({i, 0, true, false});
            }
        }
    }

    /// "Chapter 4 of the book says" is a sentence.
    static bool ends_label(std::string_view shown, std::size_t length) {
        char32_t const next = character_at(shown, length);
        if (next == 0 || next == U'.' || next == U':' || next == U'—' || next == U'–') return true;
        std::size_t const word = std::min(shown.find_first_not_of(' ', length), shown.size());
        char32_t const first = character_at(shown, word);
        return !is_lower(first) && !shown.ends_with('.');
    }

    [[nodiscard]] bool is_set_apart(Fragment const& fragment) const {
        return fragment.capitals || fragment.bold || fragment.lines == LineGroup::Kind::heading ||
               fragment.gap > recovery_.usual_gap;
    }

    void measure_texts() {
        constexpr std::size_t least_text = 200; // characters: fewer are a list of contents
        for (std::size_t k = 0; k < lines_.size(); ++k) {
            std::size_t const end = k + 1 < lines_.size() ? lines_[k + 1].fragment : recovery_.fragments.size();
            std::size_t length = 0;
            for (std::size_t i = lines_[k].fragment + 1; i < end; ++i)
                if (recovery_.is_text(i) && at(i).length > 100) length += at(i).length;
            lines_[k].has_text = length >= least_text;
        }
    }

    /// Chapters count 1, 2, 3, and no article of a journal shows by its date.
    [[nodiscard]] bool is_book() const {
        std::size_t chapters = 0, in_order = 0, apart = 0;
        int last = 0;
        for (ChapterLine const& each : lines_) {
            if (!each.has_text || each.named) continue;
            ++chapters;
            if (each.number == 0 || each.number == last + 1 || each.number == 1) ++in_order;
            if (is_set_apart(at(each.fragment))) ++apart;
            last = each.number;
        }
        bool const gutenberg = recovery_.shape.dialect == manuscript::Dialect::gutenberg;
        if (chapters < (gutenberg ? 2U : 3U) || in_order * 10 < chapters * 8 || apart * 10 < chapters * 8) return false;
        return gutenberg || !has_dated_bylines();
    }

    [[nodiscard]] bool has_dated_bylines() const {
        for (std::size_t i = 0; i < recovery_.fragments.size(); ++i) {
            Fragment const& fragment = at(i);
            if (!recovery_.is_text(i) || fragment.length > 200) continue;
            BylineLook const look = look_for_byline(fragment.shown, fragment.length);
            if (look.day && (look.by || look.collective)) return true;
        }
        return false;
    }

    /// What stands between a heading of contents, or the first line without text, and the first chapter's number again.
    void drop_contents() {
        std::size_t begin = 0, end = 0;
        for (std::size_t k = 0; k < lines_.size() && !lines_[k].has_text; ++k) {
            if (begin == end) begin = lines_[k].fragment;
            end = lines_[k].fragment + 1;
        }
        for (std::size_t i = 0; i < end; ++i)
            if (manuscript::find_label(Label::contents, at(i).shown)) begin = std::min(begin, i);
        if (end - begin < 3) return;
        for (std::size_t i = begin; i < end; ++i)
            if (recovery_.is_text(i)) recovery_.drop(i, Role::contents, "contents");
        recovery_.decide(manuscript::DecisionCode::furniture_dropped, at(begin).span(), at(end - 1).span(),
                         "dropped as list of contents", "chapters without text; the list is made again", 0.9, "keep");
        recovery_.contents_begin = begin;
        recovery_.contents_end = end;
    }

    void add(std::size_t k) {
        ArticlePlaces places;
        // Lines without text right before are those of a part: "BOOK THE FIRST", "CHAPTER I".
        std::size_t first = k;
        while (first > 0 && !lines_[first - 1].has_text && lines_[first - 1].fragment + 1 == lines_[first].fragment &&
               recovery_.is_text(lines_[first - 1].fragment))
            --first;
        for (std::size_t i = first; i <= k; ++i) places.title.push_back(lines_[i].fragment);
        places.begin = places.title.front();
        std::size_t body = lines_[k].fragment + 1;
        while (body < recovery_.fragments.size() && places.title.size() < 4 && is_title_line(body, lines_[k].named))
            places.title.push_back(body++);
        places.body = body;
        places.end = recovery_.fragments.size();
        places.confidence = lines_[k].named ? 0.85 : 0.95;
        places.reason = lines_[k].named ? "a heading that parts of books have" : "the heading of a chapter";
        for (std::size_t const each : places.title) recovery_.fragments[each].role = Role::title;
        recovery_.articles.push_back(std::move(places));
    }

    /// The chapter's name below its number.
    [[nodiscard]] bool is_title_line(std::size_t i, bool named) const {
        Fragment const& fragment = at(i);
        if (named || !recovery_.is_text(i) || fragment.role != Role::body || fragment.marker) return false;
        if (fragment.lines == LineGroup::Kind::verse || fragment.lines == LineGroup::Kind::row) return false;
        constexpr std::size_t longest_name = 160;
        bool const set_apart = fragment.capitals || fragment.lines == LineGroup::Kind::heading;
        return fragment.length <= longest_name && (set_apart || looks_like_title(fragment, 90));
    }

    Recovery& recovery_;
    std::vector<ChapterLine> lines_;
};

} // namespace

bool find_chapters(Recovery& recovery) { return ChapterFinder(recovery).run(); }

void complete_book(Recovery& recovery) {
    model::Metadata& metadata = recovery.result->document.metadata;
    metadata.kind = model::PublicationKind::book;
    std::map<std::string, std::string> const& header = recovery.shape.metadata;
    if (auto const title = header.find("title"); title != header.end()) metadata.title = title->second;
    if (auto const author = header.find("author"); author != header.end())
        metadata.book.authors.push_back(author->second);
    auto const by = manuscript::find_label(Label::by, metadata.subtitle);
    if (!by) return;
    std::size_t const name = metadata.subtitle.find_first_not_of(" :", by.begin + by.length);
    if (metadata.book.authors.empty() && name != std::string::npos)
        metadata.book.authors.push_back(metadata.subtitle.substr(name));
    metadata.subtitle.clear();
    for (manuscript::Passage& each : recovery.result->dropped)
        if (each.name == "metadata: subtitle") each.name = "metadata: book.authors";
}

} // namespace quoin::recover
