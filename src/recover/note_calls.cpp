#include "recover/note_calls.hpp"

#include "recover/fragment.hpp"
#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

class CallChooser {
  public:
    CallChooser(Recovery& recovery, std::vector<InlineText> const& texts, std::vector<ArticleNote> const& notes,
                std::vector<FoundCall>& found)
        : recovery_(recovery), texts_(texts), found_(found) {
        for (ArticleNote const& each : notes) notes_.emplace(each.number, each);
    }

    std::vector<std::vector<std::vector<model::NoteId>>> run() {
        chosen_.resize(texts_.size());
        for (std::size_t t = 0; t < texts_.size(); ++t) chosen_[t].resize(texts_[t].calls.size());
        bool const clear = visit([](CallForm form) { return form != CallForm::parenthesis; });
        if (!clear && !notes_.empty() && round_brackets_fit())
            visit([](CallForm form) { return form == CallForm::parenthesis; });
        tell();
        return std::move(chosen_);
    }

  private:
    Recovery& recovery_;
    std::vector<InlineText> const& texts_;
    std::vector<FoundCall>& found_;
    std::map<int, ArticleNote> notes_;
    std::map<int, int> called_;
    std::vector<std::vector<std::vector<model::NoteId>>> chosen_;
    int expected_ = 1;

    template <typename Fits>
    bool visit(Fits fits) {
        bool any = false;
        for (std::size_t t = 0; t < texts_.size(); ++t)
            for (std::size_t c = 0; c < texts_[t].calls.size(); ++c) {
                CallCandidate const& call = texts_[t].calls[c];
                if (!fits(call.form)) continue;
                if (take(t, c, call))
                    any = true;
                else
                    tell_missing(call);
            }
        return any;
    }

    /// An area or a power: "km²", "10⁶".
    [[nodiscard]] bool is_power(CallCandidate const& call) const {
        if (call.form != CallForm::superscript && call.form != CallForm::caret) return false;
        std::string_view const before = recovery_.text.substr(0, call.span.begin);
        std::size_t begin = before.size();
        while (begin > 0 && before.size() - begin < 4 &&
               std::isalnum(static_cast<unsigned char>(before[begin - 1])) != 0)
            --begin;
        std::string_view const word = before.substr(begin);
        bool const unit = word == "m" || word == "km" || word == "cm" || word == "mm";
        bool const figure = !word.empty() && word == "10";
        return (unit || figure) && call.number != expected_;
    }

    /// Letters touch it on both sides.
    [[nodiscard]] bool is_within_word(CallCandidate const& call) const {
        return is_word_character(character_before(recovery_.text, call.span.begin)) &&
               is_word_character(character_at(recovery_.text, call.span.end));
    }

    bool take(std::size_t t, std::size_t c, CallCandidate const& call) {
        if (is_power(call) || is_within_word(call)) return false;
        if (notes_.contains(call.number)) {
            link(t, c, call.number, call.span);
            return true;
        }
        // "⁷⁸" in front of a note 9 is two calls.
        if (call.figures.size() < 2 || call.form == CallForm::parenthesis) return false;
        std::vector<int> numbers;
        for (char const figure : call.figures) numbers.push_back(figure - '0');
        for (std::size_t k = 0; k < numbers.size(); ++k)
            if (!notes_.contains(numbers[k]) || (k > 0 && numbers[k] != numbers[k - 1] + 1)) return false;
        for (int number : numbers) link(t, c, number, call.span);
        return true;
    }
    void link(std::size_t t, std::size_t c, int number, Span span) {
        chosen_[t][c].push_back(notes_.at(number).id);
        if (++called_[number] > 1)
            recovery_.decide(DecisionCode::call_out_of_order, span, {},
                             "a second call of note " + std::to_string(number), "the note is called already", 0.7,
                             "another note is meant");
        else if (number < expected_)
            recovery_.decide(DecisionCode::call_out_of_order, span, {}, "call of note " + std::to_string(number),
                             "a call with a higher number stands before", 0.7, "another note is meant");
        expected_ = std::max(expected_, number + 1);
        found_.push_back({number, t, span});
    }

    void tell_missing(CallCandidate const& call) {
        if (is_power(call) || call.form == CallForm::parenthesis || call.form == CallForm::letter || call.number > 400)
            return;
        if (notes_.empty() && call.form == CallForm::bracket) return;
        recovery_.decide(DecisionCode::call_without_note, call.span, {}, "left as text",
                         "there is no note " + std::to_string(call.number), 0.6, "the note is missing");
    }

    /// Round brackets hold all sorts of figures: they call notes only where each note is called, once, in order.
    [[nodiscard]] bool round_brackets_fit() const {
        int last = 0;
        std::size_t fitting = 0;
        for (InlineText const& text : texts_)
            for (CallCandidate const& call : text.calls) {
                if (call.form != CallForm::parenthesis || !notes_.contains(call.number)) continue;
                if (call.number <= last) return false;
                last = call.number;
                ++fitting;
            }
        return fitting * 3 >= notes_.size() * 2;
    }

    void tell() {
        for (auto const& [number, note] : notes_)
            if (!called_.contains(number))
                recovery_.decide(DecisionCode::note_without_call, note.span, {}, "kept without a call",
                                 "nothing in the article calls note " + std::to_string(number), 0.6, "find its place");
        bool const round = !found_.empty() && recovery_.text[found_.front().span.begin] == '(';
        if (round)
            recovery_.decide(DecisionCode::notes_guessed, found_.front().span, {},
                             "figures in round brackets call notes",
                             "the article has no other calls, and each note is called once", 0.85, "not-note");
    }
};

} // namespace

std::vector<std::vector<std::vector<model::NoteId>>> choose_calls(Recovery& recovery,
                                                                  std::vector<InlineText> const& texts,
                                                                  std::vector<ArticleNote> const& notes,
                                                                  std::vector<FoundCall>& found) {
    return CallChooser(recovery, texts, notes, found).run();
}

} // namespace quoin::recover
