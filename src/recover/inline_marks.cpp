#include "recover/inline_marks.hpp"

#include "manuscript/letters.hpp"
#include "recover/inline_tokens.hpp"
#include "recover/joined_text.hpp"

#include <utility>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::is_word_character;

namespace {

using model::Inline;
using model::Inlines;

/// Walks a content with placeholders and writes the settled one.
class Settlement {
  public:
    Settlement(InlineText const& from, std::vector<std::vector<model::NoteId>> const& notes,
               std::vector<manuscript::Passage>& dropped)
        : from_(from), notes_(notes), dropped_(dropped) {}

    Inlines settle(Inlines const& content) {
        Inlines result;
        for (std::size_t i = 0; i < content.size(); ++i) {
            if (auto const* const call = std::get_if<model::NoteReference>(&content[i].kind)) {
                bool const word_follows = i + 1 < content.size() && begins_with_word(content[i + 1]);
                settle_call(static_cast<std::size_t>(call->note), word_follows, result);
            } else {
                append(content[i], result);
            }
        }
        return result;
    }

  private:
    static bool begins_with_word(Inline const& each) {
        auto const* const text = std::get_if<model::Text>(&each.kind);
        return text == nullptr || is_word_character(character_at(text->text, 0));
    }

    void append(Inline const& each, Inlines& result) {
        if (auto const* const text = std::get_if<model::Text>(&each.kind); text != nullptr && !text->literal) {
            append_text(result, text->text, each.span);
            return;
        }
        result.push_back(each);
        if (Inlines* const inner = model::children(result.back())) *inner = settle(*inner);
    }

    void settle_call(std::size_t index, bool word_follows, Inlines& result) {
        CallCandidate const& call = from_.calls[index];
        if (index >= notes_.size() || notes_[index].empty()) {
            bool const raised = call.form == CallForm::caret || (call.form == CallForm::superscript && is_plain(call));
            if (raised)
                result.push_back({model::Superscript{{{model::Text{call.figures}, call.span}}}, call.span});
            else
                append_text(result, call.written, call.span);
            return;
        }
        if (!word_follows) take_last_space(result);
        for (model::NoteId const note : notes_[index]) result.push_back({model::NoteReference{note, 0}, call.span});
        dropped_.push_back({"note call", call.span, call.written});
    }

    static bool is_plain(CallCandidate const& call) { return call.written == call.figures; }

    static void take_last_space(Inlines& result) {
        auto* const text = result.empty() ? nullptr : std::get_if<model::Text>(&result.back().kind);
        if (text == nullptr || text->literal || !text->text.ends_with(' ')) return;
        text->text.pop_back();
        if (result.back().span.end > result.back().span.begin) --result.back().span.end;
        if (text->text.empty()) result.pop_back();
    }

    InlineText const& from_;
    std::vector<std::vector<model::NoteId>> const& notes_;
    std::vector<manuscript::Passage>& dropped_;
};

} // namespace

InlineText read_inline_marks(std::string_view view, std::vector<Piece> const& pieces, InlineSyntax const& syntax) {
    JoinedText const joined(view, pieces);
    InlineText result;
    std::size_t const end = joined.text().size();
    result.content = pair_marks(scan_inlines(joined, 0, end, syntax, false, result), joined, result.told);
    if (joined.spaces_changed() > 0)
        result.told.push_back(
            {manuscript::DecisionCode::spaces_normalised,
             joined.whole(),
             {},
             "runs of spaces and no-break spaces became one space: " + std::to_string(joined.spaces_changed()),
             "spaces set a page here, not a word",
             1,
             {}});
    return result;
}

InlineText read_inline_marks(std::string_view view, Span span, InlineSyntax const& syntax) {
    return read_inline_marks(view, std::vector<Piece>{{span}}, syntax);
}

Inlines settle_calls(InlineText const& from, std::vector<std::vector<model::NoteId>> const& notes,
                     std::vector<manuscript::Passage>& dropped) {
    return Settlement(from, notes, dropped).settle(from.content);
}

std::string shown_text(std::string_view line) {
    Span const whole{FileId::none, 0, static_cast<std::uint32_t>(line.size())};
    std::vector<manuscript::Passage> dropped;
    return model::plain_text(settle_calls(read_inline_marks(line, whole), {}, dropped));
}

} // namespace quoin::recover
