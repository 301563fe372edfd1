#include "recover/group_text.hpp"

#include "base/utf8.hpp"
#include "manuscript/words.hpp"
#include "recover/letters.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

class GroupReader {
  public:
    GroupReader(Recovery& recovery, Group const& group, bool without_marker)
        : recovery_(recovery), group_(group), without_marker_(without_marker) {}

    InlineText run() {
        for (std::size_t k = 0; k < group_.fragments.size(); ++k) {
            Fragment const& fragment = recovery_.fragments[group_.fragments[k]];
            if (k == 0)
                add(fragment, without_marker_, "");
            else
                add_seam(recovery_.fragments[group_.fragments[k - 1]], fragment, group_.seams[k - 1]);
        }
        pieces_.erase(std::remove_if(pieces_.begin(), pieces_.end(),
                                     [](Piece const& each) { return each.span.begin >= each.span.end; }),
                      pieces_.end());
        InlineText read = read_inline_marks(recovery_.text, pieces_, recovery_.shape.syntax);
        auto& result = *recovery_.result;
        result.decisions.insert(result.decisions.end(), read.told.begin(), read.told.end());
        result.dropped.insert(result.dropped.end(), read.dropped.begin(), read.dropped.end());
        result.counts.links += read.links;
        return read;
    }

  private:
    Recovery& recovery_;
    Group const& group_;
    bool without_marker_;
    std::vector<Piece> pieces_;

    void add(Fragment const& fragment, bool without_marker, std::string const& glue) {
        std::size_t const first = pieces_.size();
        pieces_.insert(pieces_.end(), fragment.pieces.begin(), fragment.pieces.end());
        pieces_[first].glue = glue;
        if (!without_marker || !fragment.marker) return;
        Span const whole = pieces_[first].span;
        pieces_[first].span.begin = whole.begin + static_cast<std::uint32_t>(fragment.marker.content);
        if (fragment.marker.keep > 0) {
            Span marks = whole;
            marks.end = marks.begin + static_cast<std::uint32_t>(fragment.marker.keep);
            pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(first), {marks, glue});
            pieces_[first + 1].glue = "";
        }
    }

    /// Takes the hyphen at the end out; a mark of emphasis behind it stays.
    void cut_hyphen() {
        Piece& last = pieces_.back();
        std::string_view const raw = recovery_.text.substr(last.span.begin, last.span.end - last.span.begin);
        std::size_t end = raw.size();
        while (end > 0 && (raw[end - 1] == '*' || raw[end - 1] == '_')) --end;
        std::size_t begin = end;
        previous_character(raw, begin);
        Span tail = last.span;
        tail.begin = last.span.begin + static_cast<std::uint32_t>(end);
        last.span.end = last.span.begin + static_cast<std::uint32_t>(begin);
        if (tail.begin < tail.end) pieces_.push_back({tail, ""});
    }

    static std::string word_at_start(std::string_view shown) {
        std::size_t at = 0;
        while (at < shown.size() && !is_word_character(character_at(shown, at))) next_character(shown, at);
        std::size_t const begin = at;
        while (at < shown.size() && is_word_character(character_at(shown, at))) next_character(shown, at);
        return std::string(shown.substr(begin, at - begin));
    }

    /// "<https://a/b->" and "[c/](https://a/c/)": the halves of what is shown are one address, the made-up target goes.
    void add_address(Fragment const& right) {
        Span& left = pieces_.back().span;
        Span close{};
        if (recovery_.text[left.end - 1] == '>') {
            close = {left.file, left.end - 1, left.end};
            --left.end;
        }
        Span span = right.pieces.front().span;
        std::string_view const raw = recovery_.text.substr(span.begin, span.end - span.begin);
        std::size_t rest = std::min(raw.find(' '), raw.size());
        std::size_t begin = 0, end = rest;
        if (raw.starts_with('[') && raw.find("](") < rest) {
            begin = 1;
            end = raw.find("](");
            rest = std::min(raw.find(')', end), raw.size());
            auto const offset = [&](std::size_t at) { return span.begin + static_cast<std::uint32_t>(at); };
            recovery_.drop(Span{span.file, offset(end + 2), offset(rest)}, "link address");
            rest = std::min(rest + 1, raw.size());
        } else if (raw.starts_with('<') && raw.find('>') != std::string_view::npos) {
            begin = 1;
            end = raw.find('>');
            rest = end + 1;
        }
        auto piece = [&](std::size_t from, std::size_t to) {
            Span part = span;
            part.begin = span.begin + static_cast<std::uint32_t>(from);
            part.end = span.begin + static_cast<std::uint32_t>(to);
            pieces_.push_back({part, ""});
        };
        piece(begin, end);
        if (close.end > close.begin) pieces_.push_back({close, ""});
        piece(rest, raw.size());
        pieces_.insert(pieces_.end(), right.pieces.begin() + 1, right.pieces.end());
    }

    void join_words(Fragment const& left, Fragment const& right) {
        std::string const first = last_word(left.shown), second = word_at_start(right.shown);
        if (!first.empty() && !second.empty()) recovery_.result->joins.push_back({first, second, first + second});
    }

    void tell(DecisionCode code, Fragment const& left, Fragment const& right, Seam const& seam, char const* choice,
              char const* alternative) {
        recovery_.decide(code, left.span(), right.span(), choice, seam.reason, seam.confidence, alternative);
    }

    void add_seam(Fragment const& left, Fragment const& right, Seam const& seam) {
        switch (seam.kind) {
        case SeamKind::hyphen_out:
            cut_hyphen();
            add(right, false, "");
            join_words(left, right);
            tell(DecisionCode::hyphen_joined, left, right, seam, "joined to one word", "apart");
            return;
        case SeamKind::hyphen_kept:
            add(right, false, "");
            tell(DecisionCode::hyphen_kept, left, right, seam, "joined with its hyphen", "one word, or apart");
            return;
        case SeamKind::address:
            add_address(right);
            tell(DecisionCode::url_split, left, right, seam, "joined to one address", "apart");
            return;
        case SeamKind::call:
            add(right, false, "");
            tell(DecisionCode::joined, left, right, seam, "joined: a call of a note begins the right half", "apart");
            return;
        case SeamKind::space:
            add(right, false, " ");
            tell(DecisionCode::joined, left, right, seam, "joined with a space", "apart");
            return;
        }
    }
};

} // namespace

InlineText read_group(Recovery& recovery, Group const& group, bool without_marker) {
    return GroupReader(recovery, group, without_marker).run();
}

Group single_group(Recovery const& recovery, std::size_t fragment) {
    Group group;
    group.fragments.push_back(fragment);
    group.length = recovery.fragments[fragment].length;
    return group;
}

Group joined_lines(Recovery const& recovery, std::vector<std::size_t> const& fragments) {
    Group group = single_group(recovery, fragments.front());
    for (std::size_t k = 1; k < fragments.size(); ++k) {
        Fragment const &left = recovery.fragments[fragments[k - 1]], &right = recovery.fragments[fragments[k]];
        auto hyphen = judge_hyphen(recovery, left, right);
        if (is_cut_address(raw_text(recovery.text, left), raw_text(recovery.text, right)))
            hyphen = Seam{SeamKind::address, 0.75, "an address is cut"};
        group.seams.push_back(hyphen ? std::move(*hyphen) : Seam{SeamKind::space, 0.9, "they stand together"});
        group.fragments.push_back(fragments[k]);
        group.length += right.length;
    }
    return group;
}

Span group_span(Recovery const& recovery, Group const& group) {
    Span span = recovery.fragments[group.first()].span();
    span.end = recovery.fragments[group.last()].span().end;
    return span;
}

} // namespace quoin::recover
