// Where articles begin in a manuscript, and what stands at their heads.

#include "manuscript/find_dates.hpp"
#include "manuscript/label_words.hpp"
#include "model/walk.hpp"
#include "office/pieces.hpp"
#include "office/run_builder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace quoin::office {

namespace {

using manuscript::Decision;
using manuscript::DecisionCode;

constexpr double sure = 0.95;
constexpr double likely = 0.85;   // above the threshold of review: told, but nobody has to look
constexpr double uncertain = 0.7; // below it
/// A name is shorter; what is longer is a statement about the authors.
constexpr std::size_t longest_name = 60;

model::Inlines* words_of(Piece& piece) {
    auto* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
    return paragraph == nullptr ? nullptr : &paragraph->content;
}

bool has_words(Piece const& piece) {
    auto const* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind);
    return paragraph == nullptr || !paragraph->content.empty();
}

bool is(Piece const& piece, Role role) { return piece.role.role == role && has_words(piece); }
bool is_first_heading(Piece const& piece) { return is(piece, Role::heading) && piece.role.level == 1; }

/// Runs of titles that stand together count once.
std::vector<std::size_t> starts_of(Pieces const& pieces, bool (*begins)(Piece const&)) {
    std::vector<std::size_t> starts;
    bool before = false;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (!has_words(pieces[at])) continue;
        bool const begin = begins(pieces[at]);
        if (begin && !before) starts.push_back(at);
        before = begin && pieces[at].role.role == Role::title;
    }
    return starts;
}

/// Without line breaks, and without the emphasis that is only the look of a title.
model::Inlines title_of(model::Inlines content) { return without_whole_marks(without_breaks(std::move(content))); }

void append(model::Inlines& to, model::Inlines more, Span span) {
    if (!to.empty() && !more.empty()) to.push_back({model::Text{" "}, span});
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

/// Without the marks that say what the whole article is in.
void unmark_language(model::Inlines& content, model::Language const& language) {
    model::Inlines result;
    for (model::Inline& each : content) {
        if (model::Inlines* const inner = model::children(each)) unmark_language(*inner, language);
        auto* const span = std::get_if<model::LanguageSpan>(&each.kind);
        if (span == nullptr || span->language != language || !span->classes.empty()) {
            result.push_back(std::move(each));
            continue;
        }
        model::Inlines inner = std::move(span->content);
        std::move(inner.begin(), inner.end(), std::back_inserter(result));
    }
    content = std::move(result);
}

class ArticleMaker {
  public:
    ArticleMaker(ArticleNames const& names, manuscript::Imported& imported) : names_(names), imported_(imported) {}

    void make(Pieces pieces);

  private:
    /// Pieces of one article; `titled`: the first one is a heading that becomes the title.
    void article(Pieces pieces, bool titled);
    void take_head(Pieces& pieces, bool titled, model::Article&);
    bool take(Piece&, model::Article&);
    bool take_unstyled_byline(Piece&, model::Article&);
    void byline(model::Inlines content, Span, model::Article&);
    void name_it(model::Article&, Span);
    void unmark(model::Article&);
    void tell(DecisionCode, Span, std::string choice, std::string reason, double confidence, std::string alternative);

    ArticleNames const& names_;
    manuscript::Imported& imported_;
};

void ArticleMaker::tell(DecisionCode code, Span span, std::string choice, std::string reason, double confidence,
                        std::string alternative) {
    Decision decision;
    decision.code = code;
    decision.left = span;
    decision.choice = std::move(choice);
    decision.reason = std::move(reason);
    decision.confidence = confidence;
    decision.alternative = std::move(alternative);
    imported_.decisions.push_back(std::move(decision));
}

void ArticleMaker::make(Pieces pieces) {
    auto starts = starts_of(pieces, [](Piece const& each) { return is(each, Role::title); });
    bool const titles = !starts.empty();
    if (!titles) starts = starts_of(pieces, is_first_heading);
    auto const text = std::find_if(pieces.begin(), pieces.end(), has_words);
    auto const first = static_cast<std::size_t>(text - pieces.begin());
    // One heading of the first level is the title only when nothing stands before it.
    bool const lone = !titles && starts.size() == 1;
    if (lone && starts.front() != first) starts.clear();
    if (starts.empty()) return article(std::move(pieces), false);
    std::size_t begin = starts.front();
    if (begin > first) {
        if (titles) {
            begin = 0; // a name or a date above the title; anything else is the beginning of the text
        } else {
            tell(DecisionCode::article_start, pieces[first].block.span, "an article of its own",
                 "text stands before the first heading of the first level", uncertain, "part of the next article");
            article({pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(begin)}, false);
        }
    }
    for (std::size_t index = 0; index < starts.size(); ++index) {
        std::size_t const end = index + 1 < starts.size() ? starts[index + 1] : pieces.size();
        Span const span = pieces[starts[index]].block.span;
        if (titles && index > 0) {
            tell(DecisionCode::article_start, span, "an article begins", "a further paragraph has the style of a title",
                 uncertain, "a heading of the article before; heading");
        } else if (!titles) {
            tell(DecisionCode::article_start, span, lone ? "the article's title" : "an article begins",
                 lone ? "the text begins with its only heading of the first level"
                      : "no title, and several headings of the first level",
                 lone ? sure : likely, "a heading; not_title");
        }
        article({std::make_move_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(begin)),
                 std::make_move_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(end))},
                !titles);
        begin = end;
    }
}

void ArticleMaker::article(Pieces pieces, bool titled) {
    model::Article article;
    Span span = pieces.empty() ? Span{} : pieces.front().block.span;
    if (!pieces.empty()) span.end = std::max(span.end, pieces.back().block.span.end);
    take_head(pieces, titled, article);
    int highest = 9;
    for (Piece const& each : pieces)
        if (is(each, Role::heading)) highest = std::min(highest, each.role.level);
    if (article.title.empty()) name_it(article, span);
    // The whole text in another language than the file says: it is the article's.
    auto const worded = std::find_if(pieces.begin(), pieces.end(), has_words);
    if (worded != pieces.end() && !worded->language.empty() &&
        std::all_of(worded, pieces.end(), [&](Piece const& each) {
            return each.language == worded->language || !has_words(each) || is(each, Role::heading);
        })) {
        article.language = worded->language;
        for (Piece& each : pieces) {
            each.language.clear();
            if (office::is_right_to_left(article.language)) each.right_to_left = false;
        }
    }
    article.body = group(std::move(pieces), highest == 1 ? 1 : 0);
    if (!article.language.empty()) unmark(article);
    imported_.document.entries.push_back({std::move(article), span});
}

/// The language of the article is said once, for its notes as well.
void ArticleMaker::unmark(model::Article& article) {
    std::vector<std::size_t> notes;
    auto const clean = [&](model::Inlines& text) {
        unmark_language(text, article.language);
        model::visit_inlines(text, [&](model::Inline& each) {
            if (auto const* call = std::get_if<model::NoteReference>(&each.kind))
                notes.push_back(static_cast<std::size_t>(call->note));
        });
    };
    clean(article.title);
    clean(article.subtitle);
    model::visit_texts(article.body, article.language,
                       [&](model::Inlines& text, model::Language const&) { clean(text); });
    for (std::size_t at = 0; at < notes.size(); ++at)
        model::visit_texts(imported_.document.notes[notes[at]].content, article.language,
                           [&](model::Inlines& text, model::Language const&) { clean(text); });
}

/// Titles, subtitles, bylines, abstracts from the beginning on, until the text begins.
void ArticleMaker::take_head(Pieces& pieces, bool titled, model::Article& article) {
    auto at = pieces.begin();
    while (at != pieces.end() && !has_words(*at)) ++at;
    if (titled && at != pieces.end()) {
        article.title = title_of(std::move(*words_of(*at)));
        ++at;
    }
    // A title further down begins the article all the same; what stands above it is kept for the body.
    bool const has_title = std::any_of(at, pieces.end(), [](Piece const& each) { return is(each, Role::title); });
    bool title_seen = !has_title;
    Pieces above;
    for (; at != pieces.end(); ++at) {
        if (!has_words(*at)) continue;
        title_seen = title_seen || at->role.role == Role::title;
        if (take(*at, article)) continue;
        if (title_seen) break;
        above.push_back(std::move(*at));
    }
    article.title = without_breaks(std::move(article.title)); // joins neighbouring texts as well
    article.subtitle = without_breaks(std::move(article.subtitle));
    std::move(at, pieces.end(), std::back_inserter(above));
    pieces = std::move(above);
}

bool ArticleMaker::take(Piece& piece, model::Article& article) {
    model::Inlines* const words = words_of(piece);
    if (words == nullptr) return false;
    switch (piece.role.role) {
    case Role::title: append(article.title, title_of(std::move(*words)), piece.block.span); return true;
    case Role::subtitle: append(article.subtitle, title_of(std::move(*words)), piece.block.span); return true;
    case Role::byline: byline(std::move(*words), piece.block.span, article); return true;
    case Role::abstract: article.abstract.push_back(std::move(piece.block)); return true;
    case Role::paragraph: return take_unstyled_byline(piece, article);
    default: return false;
    }
}

/// "By Ann Miller", or a name and a day: the line below the title that no style calls a byline.
bool looks_like_byline(std::string_view text) {
    constexpr std::size_t longest_byline = 120;
    if (text.empty() || text.size() > longest_byline ||
        std::string_view(".!?:").find(text.back()) != std::string_view::npos)
        return false;
    auto const label = manuscript::find_label(manuscript::Label::by, text);
    if (label && label.begin == 0) return true;
    auto const dates = manuscript::find_dates(text);
    return !dates.empty() && dates.back().date.day > 0 && dates.back().end == text.size() && dates.back().begin > 0;
}

bool ArticleMaker::take_unstyled_byline(Piece& piece, model::Article& article) {
    model::Inlines* const words = words_of(piece);
    if (article.title.empty() || !article.byline.empty() || !looks_like_byline(model::plain_text(*words))) return false;
    tell(DecisionCode::metadata_guessed, piece.block.span, "the article's byline",
         "the line below the title says by whom or when", likely, "a paragraph");
    byline(std::move(*words), piece.block.span, article);
    return true;
}

void take_references(model::Inlines& from, model::Inlines& to) {
    for (model::Inline& each : from) {
        if (std::holds_alternative<model::NoteReference>(each.kind)) to.push_back(each);
        if (model::Inlines* const inner = model::children(each)) take_references(*inner, to);
    }
}

/// The words as they stand; authors and date are told from them for the metadata.
void ArticleMaker::byline(model::Inlines content, Span span, model::Article& article) {
    model::Inlines references;
    take_references(content, references);
    if (!references.empty()) {
        tell(DecisionCode::call_out_of_order, span, "the call of the note stands at the title",
             "a byline is plain text and cannot hold a note", uncertain, "a note without a call");
        model::Inlines& to = article.title.empty() ? article.subtitle : article.title;
        std::move(references.begin(), references.end(), std::back_inserter(to));
    }
    std::string const text = model::plain_text(without_breaks(std::move(content)));
    article.byline += (article.byline.empty() ? "" : ", ") + text;
    auto const dates = manuscript::find_dates(text);
    if (!dates.empty() && !article.date) article.date = dates.front().date;
    std::string_view name = std::string_view(text).substr(0, dates.empty() ? text.size() : dates.front().begin);
    if (auto const label = manuscript::find_label(manuscript::Label::by, name); label && label.begin == 0)
        name.remove_prefix(label.length);
    while (!name.empty() && (name.front() == ' ' || name.front() == ':')) name.remove_prefix(1);
    while (!name.empty() && (name.back() == ' ' || name.back() == ',' || name.back() == '.')) name.remove_suffix(1);
    if (!name.empty() && name.size() <= longest_name) article.authors.push_back({std::string(name), {}});
}

void ArticleMaker::name_it(model::Article& article, Span span) {
    bool const known = !names_.metadata_title.empty();
    std::string const title = known ? names_.metadata_title : names_.file_stem;
    article.title = {{model::Text{title}, {}}};
    imported_.added.push_back({"title", {}, title});
    tell(DecisionCode::metadata_guessed, span, fmt::format("titled \"{}\"", title),
         known ? "the text has no title, the file's properties have one"
               : "the text has no title: that is the file's name",
         known ? uncertain : 0.5, "another title; title");
}

} // namespace

void make_articles(Pieces pieces, ArticleNames const& names, manuscript::Imported& imported) {
    ArticleMaker(names, imported).make(std::move(pieces));
}

} // namespace quoin::office
