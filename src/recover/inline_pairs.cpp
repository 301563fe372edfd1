#include "manuscript/letters.hpp"
#include "recover/inline_tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace quoin::recover {

using manuscript::character_at;
using manuscript::character_before;
using manuscript::is_word_character;

namespace {

/// A mark that begins or ends emphasis. `pair` tells which belong together.
struct Turn {
    std::size_t at = 0, length = 1;
    bool opens = false;
    char sign = 0;
};

/// A run of signs while it is used up from both ends: as an end of emphasis from the left, as a beginning from the right.
struct Run {
    std::size_t begin = 0, end = 0; // what is left of it
    std::size_t first = 0, last = 0;
    char sign = 0;
    bool opens = false, closes = false;
    bool dropped = false;
    [[nodiscard]] std::size_t left() const { return end - begin; }
    [[nodiscard]] std::size_t size() const { return last - first; }
};

class Pairing {
  public:
    Pairing(InlineTokens const& tokens, JoinedText const& joined) : joined_(joined) {
        for (InlineToken const& each : tokens) {
            if (each.kind != InlineToken::Kind::mark) continue;
            runs_.push_back({each.begin, each.end, each.begin, each.end, each.sign, each.opens, each.closes});
        }
        merge_at_seams();
        pair_strictly();
        constexpr int most_repairs = 50; // of one paragraph; each reads all its marks again
        for (int repairs = 0; repairs < most_repairs && reopen_at_seam(); ++repairs) {
            for (Run& run : runs_) {
                run.begin = run.first;
                run.end = run.last;
            }
            turns_.clear();
            pair_strictly();
        }
        pair_leniently();
        std::sort(turns_.begin(), turns_.end(), [](Turn const& a, Turn const& b) { return a.at < b.at; });
    }

    [[nodiscard]] std::vector<Turn> const& turns() const { return turns_; }
    [[nodiscard]] std::vector<Run> const& runs() const { return runs_; }
    /// Beginnings of emphasis that was closed although the mark stands on the wrong side of a space or letter.
    [[nodiscard]] std::vector<Span> const& lenient() const { return lenient_; }

  private:
    void turn(std::size_t at, std::size_t length, bool opens, char sign) {
        turns_.push_back({at, length, opens, sign});
    }

    [[nodiscard]] bool touches_left(Run const& run, JoinedText::Seam const& seam) const {
        return run.last == seam.left || (run.last < seam.left && is_blank(run.last, seam.left));
    }
    [[nodiscard]] bool touches_right(Run const& run, JoinedText::Seam const& seam) const {
        return run.first == seam.right || (run.first > seam.right && is_blank(seam.right, run.first));
    }
    [[nodiscard]] bool is_blank(std::size_t begin, std::size_t end) const {
        return end - begin <= 4 && joined_.text().find_first_not_of(" \n", begin) >= end;
    }

    /// The seam that the run stands before, with nothing but spaces between.
    [[nodiscard]] bool ends_at_seam(Run const& run) const {
        auto const& seams = joined_.seams();
        auto const seam = std::lower_bound(seams.begin(), seams.end(), run.last,
                                           [](JoinedText::Seam const& each, std::size_t at) { return each.left < at; });
        return seam != seams.end() && touches_left(run, *seam);
    }
    [[nodiscard]] bool begins_at_seam(Run const& run) const {
        auto const& seams = joined_.seams();
        auto const behind =
            std::upper_bound(seams.begin(), seams.end(), run.first,
                             [](std::size_t at, JoinedText::Seam const& each) { return at < each.right; });
        return behind != seams.begin() && touches_right(run, *(behind - 1));
    }

    /// "*one*" + "*two*" is one emphasis.
    void merge_at_seams() {
        for (std::size_t i = 1; i + 2 < runs_.size(); ++i) {
            Run& left = runs_[i];
            Run& right = runs_[i + 1];
            bool const same = left.sign == right.sign && left.size() == right.size() && !left.dropped;
            if (same && left.closes && right.opens && ends_at_seam(left) && begins_at_seam(right))
                left.dropped = right.dropped = true;
        }
    }

    /// CommonMark 0.31.2, "process emphasis". The bottoms keep it from looking for the same beginning again and again.
    void pair_strictly() {
        std::vector<std::size_t> open;
        std::array<std::array<std::size_t, 12>, 4> bottoms{};
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            Run& closer = runs_[i];
            if (closer.dropped) continue;
            while (closer.closes && closer.left() > 0) {
                std::size_t& bottom = bottoms[sign_index(closer.sign)][closer.size() % 3 + (closer.opens ? 3 : 0)];
                auto const found = find_opener(open, closer, bottom);
                if (!found) {
                    bottom = open.size();
                    break;
                }
                for (std::array<std::size_t, 12>& each : bottoms)
                    for (std::size_t& one : each) one = std::min(one, *found);
                use(runs_[open[*found]], closer);
                open.resize(runs_[open[*found]].left() > 0 ? *found + 1 : *found);
            }
            if (closer.opens && closer.left() > 0) open.push_back(i);
        }
    }

    static std::size_t sign_index(char sign) { return sign == '*' ? 0 : sign == '_' ? 1 : sign == '=' ? 2 : 3; }

    [[nodiscard]] std::optional<std::size_t> find_opener(std::vector<std::size_t> const& open, Run const& closer,
                                                         std::size_t bottom) const {
        for (std::size_t at = open.size(); at > bottom; --at) {
            Run const& opener = runs_[open[at - 1]];
            if (opener.sign != closer.sign) continue;
            bool const odd_match = (opener.closes || closer.opens) && (opener.size() + closer.size()) % 3 == 0 &&
                                   (opener.size() % 3 != 0 || closer.size() % 3 != 0);
            if (odd_match) continue;
            return at - 1;
        }
        return std::nullopt;
    }

    void use(Run& opener, Run& closer) {
        std::size_t const length = opener.left() >= 2 && closer.left() >= 2 ? 2 : 1;
        opener.end -= length;
        turn(opener.end, length, true, opener.sign);
        turn(closer.begin, length, false, closer.sign);
        closer.begin += length;
    }

    /// A mark that the extractor closed at a line's end although the emphasis goes on, or opened again at its start.
    bool reopen_at_seam() {
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            Run& run = runs_[i];
            if (run.dropped || run.left() > 0) continue;
            bool const closes_here = ends_at_seam(run) && leftover_after(i);
            bool const opens_here = begins_at_seam(run) && leftover_before(i);
            if (closes_here || opens_here) return run.dropped = true;
        }
        return false;
    }

    [[nodiscard]] bool leftover_after(std::size_t index) const {
        Run const& run = runs_[index];
        for (std::size_t i = index + 1; i < runs_.size(); ++i) {
            Run const& other = runs_[i];
            if (other.sign != run.sign || other.dropped) continue;
            return other.left() == run.size() && other.closes && !other.opens;
        }
        return false;
    }
    [[nodiscard]] bool leftover_before(std::size_t index) const {
        Run const& run = runs_[index];
        for (std::size_t i = index; i-- > 0;) {
            Run const& other = runs_[i];
            if (other.sign != run.sign || other.dropped) continue;
            return other.left() == run.size() && other.opens && !other.closes;
        }
        return false;
    }

    /// "*text *word", "*text.*Word": asterisks with a space or a letter on the wrong side, as extractors leave them.
    void pair_leniently() {
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            Run& run = runs_[i];
            if (run.dropped || run.sign != '*') continue;
            if (run.left() == 0) {
                continue;
            }
            if (run.left() != run.size() || !first || runs_[*first].size() != run.size()) {
                first = run.opens && run.left() == run.size() ? std::optional(i) : std::nullopt;
                continue;
            }
            Run& opener = runs_[*first];
            if (crosses(opener.first, run.first)) {
                first = i;
                continue;
            }
            lenient_.push_back(joined_.span(opener.first, run.last));
            for (std::size_t left = opener.size(); left > 0;) use_lenient(opener, run, left);
            first.reset();
        }
    }

    void use_lenient(Run& opener, Run& closer, std::size_t& left) {
        std::size_t const before = opener.left();
        use(opener, closer);
        left -= before - opener.left();
    }

    /// Whether a pair made before begins within the two places and ends outside, or the other way.
    [[nodiscard]] bool crosses(std::size_t begin, std::size_t end) const {
        int depth = 0;
        std::vector<Turn> within;
        for (Turn const& each : turns_)
            if (each.at > begin && each.at < end) within.push_back(each);
        std::sort(within.begin(), within.end(), [](Turn const& a, Turn const& b) { return a.at < b.at; });
        for (Turn const& each : within) {
            depth += each.opens ? 1 : -1;
            if (depth < 0) return true;
        }
        return depth != 0;
    }

    JoinedText const& joined_;
    std::vector<Run> runs_;
    std::vector<Turn> turns_;
    std::vector<Span> lenient_;
};

/// Puts texts, leaves and emphasis into a tree.
class TreeBuilder {
  public:
    explicit TreeBuilder(JoinedText const& joined) : joined_(joined) { levels_.push_back({}); }

    void text(std::string_view text, std::size_t begin, std::size_t end) {
        append_text(levels_.back().content, text, joined_.span(begin, end));
    }
    void leaf(model::Inline leaf) { levels_.back().content.push_back(std::move(leaf)); }

    void open(Turn const& turn) { levels_.push_back({{}, turn.at}); }

    void close(Turn const& turn) {
        if (levels_.size() < 2) return;
        Level level = std::move(levels_.back());
        levels_.pop_back();
        Span const behind = joined_.span(turn.at, turn.at);
        bool const space_before = take_space(level.content, true);
        bool const space_after = take_space(level.content, false);
        if (space_before) append_text(levels_.back().content, " ", behind);
        if (!level.content.empty()) {
            Span const span = joined_.span(level.begin, turn.at + turn.length);
            levels_.back().content.push_back(wrap(turn, std::move(level.content), span));
        }
        if (space_after) append_text(levels_.back().content, " ", behind);
    }

    model::Inlines finish() { return std::move(levels_.front().content); }

  private:
    struct Level {
        model::Inlines content;
        std::size_t begin = 0;
    };

    static model::Inline wrap(Turn const& turn, model::Inlines content, Span span) {
        if (turn.sign == '~') return {model::Strikethrough{std::move(content)}, span};
        if (turn.sign == '=' || turn.length == 2) return {model::Strong{std::move(content)}, span};
        return {model::Emphasis{std::move(content)}, span};
    }

    /// Emphasis has no space at its edges: the reader of the written text could not see its marks.
    static bool take_space(model::Inlines& content, bool front) {
        if (content.empty()) return false;
        model::Inline& edge = front ? content.front() : content.back();
        auto* const text = std::get_if<model::Text>(&edge.kind);
        if (text == nullptr || (front ? text->text.front() : text->text.back()) != ' ') return false;
        text->text.erase(front ? 0 : text->text.size() - 1, 1);
        if (front && edge.span.begin < edge.span.end) ++edge.span.begin;
        if (!front && edge.span.begin < edge.span.end) --edge.span.end;
        if (text->text.empty()) content.erase(front ? content.begin() : content.end() - 1);
        return true;
    }

    JoinedText const& joined_;
    std::vector<Level> levels_;
};

class Assembly {
  public:
    Assembly(JoinedText const& joined, Pairing const& pairing, std::vector<manuscript::Decision>& told)
        : joined_(joined), pairing_(pairing), told_(told), builder_(joined) {}

    model::Inlines assemble(InlineTokens&& tokens) {
        for (InlineToken& each : tokens) {
            switch (each.kind) {
            case InlineToken::Kind::text: builder_.text(each.text, each.begin, each.end); break;
            case InlineToken::Kind::leaf: builder_.leaf(std::move(each.leaf)); break;
            case InlineToken::Kind::mark: mark(each, pairing_.runs()[run_++]); break;
            }
        }
        return builder_.finish();
    }

  private:
    void mark(InlineToken const& token, Run const& run) {
        if (run.dropped) return;
        for (std::size_t at = token.begin; at < token.end;) {
            std::vector<Turn> const& turns = pairing_.turns();
            if (turn_ < turns.size() && turns[turn_].at == at) {
                Turn const& turn = turns[turn_++];
                if (turn.opens)
                    builder_.open(turn);
                else
                    builder_.close(turn);
                at += turn.length;
                continue;
            }
            // What is left stands between the turns in one stretch.
            std::size_t const end = turn_ < turns.size() ? std::min(token.end, turns[turn_].at) : token.end;
            builder_.text(std::string(end - at, token.sign), at, end);
            tell(token, at, end);
            at = end;
        }
    }

    void tell(InlineToken const& token, std::size_t begin, std::size_t end) {
        std::string const& text = joined_.text();
        bool const in_word = begin > 0 && end < text.size() && is_word_character(character_before(text, begin)) &&
                             is_word_character(character_at(text, end));
        if (token.sign == '=' || in_word) return;
        constexpr double unlikely_meant = 0.7;
        told_.push_back({manuscript::DecisionCode::emphasis_unbalanced,
                         joined_.span(begin, end),
                         {},
                         "the mark stays",
                         "no mark of the same kind closes or opens it",
                         unlikely_meant,
                         "take the mark out, or put its fellow in"});
    }

    JoinedText const& joined_;
    Pairing const& pairing_;
    std::vector<manuscript::Decision>& told_;
    TreeBuilder builder_;
    std::size_t run_ = 0, turn_ = 0;
};

} // namespace

model::Inlines pair_marks(InlineTokens&& tokens, JoinedText const& joined, std::vector<manuscript::Decision>& told) {
    Pairing const pairing(tokens, joined);
    for (Span const& span : pairing.lenient())
        told.push_back({manuscript::DecisionCode::emphasis_unbalanced,
                        span,
                        {},
                        "read as emphasis",
                        "one of its marks stands on the wrong side of a space or a letter",
                        0.85,
                        "write the marks close to the words"});
    return Assembly(joined, pairing, told).assemble(std::move(tokens));
}

void append_text(model::Inlines& to, std::string_view text, Span span) {
    if (text.empty()) return;
    auto* const last = to.empty() ? nullptr : std::get_if<model::Text>(&to.back().kind);
    if (last == nullptr || last->literal) {
        to.push_back({model::Text{std::string(text)}, span});
        return;
    }
    last->text += text;
    to.back().span.begin = std::min(to.back().span.begin, span.begin);
    to.back().span.end = std::max(to.back().span.end, span.end);
}

} // namespace quoin::recover
