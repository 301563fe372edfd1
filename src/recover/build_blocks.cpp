#include "recover/build_blocks.hpp"

#include "recover/group_text.hpp"

#include <algorithm>
#include <iterator>

namespace quoin::recover {
namespace {

using manuscript::Action;
using manuscript::DecisionCode;

bool is_blank(model::Inlines const& content) {
    return model::plain_text(content).find_first_not_of(" \n") == std::string::npos &&
           std::none_of(content.begin(), content.end(), [](model::Inline const& each) {
               return std::holds_alternative<model::NoteReference>(each.kind);
           });
}

/// "**The crisis**" as a heading is the crisis: what the whole line shares is its rank, no emphasis.
model::Inlines without_frame(model::Inlines content) {
    if (content.size() != 1) return content;
    if (auto* strong = std::get_if<model::Strong>(&content.front().kind)) return std::move(strong->content);
    if (auto* emphasis = std::get_if<model::Emphasis>(&content.front().kind)) return std::move(emphasis->content);
    return content;
}

class BlockBuilder {
  public:
    BlockBuilder(Recovery const& recovery, std::vector<Group> const& groups) : recovery_(recovery), groups_(groups) {}

    void add(std::size_t i, Judgement const& kind, ListPlace const& place, model::Inlines content,
             model::Blocks inserts) {
        Span const span = groups_[i].insert ? Span{} : group_span(recovery_, groups_[i]);
        if (kind.kind == Kind::verse) {
            add_verse(i, std::move(content), span);
        } else if (place.depth > 0) {
            add_to_list(i, place, kind, std::move(content), span);
        } else if (kind.kind != Kind::insert) {
            close_lists();
            put(plain_block(kind.kind, std::move(content), span));
        }
        pending_.insert(pending_.end(), std::make_move_iterator(inserts.begin()),
                        std::make_move_iterator(inserts.end()));
        if (open_.empty()) flush();
    }

    model::Blocks finish() {
        close_lists();
        return std::move(blocks_);
    }

  private:
    Recovery const& recovery_;
    std::vector<Group> const& groups_;
    model::Blocks blocks_;
    std::vector<model::Block> open_; // lists, the outermost first
    model::Blocks pending_;          // inserts that wait for the end of their item
    int verse_gap_ = 0;

    static model::List& list_of(model::Block& block) { return std::get<model::List>(block.kind); }

    void flush() {
        blocks_.insert(blocks_.end(), std::make_move_iterator(pending_.begin()),
                       std::make_move_iterator(pending_.end()));
        pending_.clear();
    }
    void put(model::Block block) {
        flush();
        blocks_.push_back(std::move(block));
    }
    void close_to(std::size_t depth) {
        while (open_.size() > depth) {
            model::Block closed = std::move(open_.back());
            open_.pop_back();
            if (open_.empty())
                blocks_.push_back(std::move(closed));
            else
                list_of(open_.back()).items.back().content.push_back(std::move(closed));
        }
    }
    void close_lists() {
        close_to(0);
        flush();
    }

    static model::Block plain_block(Kind kind, model::Inlines content, Span span) {
        if (kind == Kind::separator) return {model::Separator{}, span};
        if (kind == Kind::heading) return {model::Heading{2, without_frame(std::move(content)), "", {}}, span};
        model::Block paragraph{model::Paragraph{std::move(content), ""}, span};
        if (kind != Kind::quote) return paragraph;
        model::Quote quote;
        quote.content.push_back(std::move(paragraph));
        return {std::move(quote), span};
    }

    [[nodiscard]] std::string marker_text(std::size_t i) const {
        Fragment const& fragment = recovery_.fragments[groups_[i].first()];
        if (fragment.marker.form == MarkerForm::bullet) return {};
        std::string text(raw_text(recovery_.text, fragment)
                             .substr(fragment.marker.begin, fragment.marker.end - fragment.marker.begin));
        std::erase(text, '\\');
        return text;
    }

    void add_to_list(std::size_t i, ListPlace const& place, Judgement const& kind, model::Inlines content, Span span) {
        auto const depth = static_cast<std::size_t>(place.depth);
        // An insert stands between items of the outermost list, never in one.
        if (place.begins && depth == 1 && !pending_.empty()) close_lists();
        if (place.begins && (open_.size() < depth || place.fresh)) {
            close_to(depth - 1);
            model::List list;
            list.kind = place.number > 0 ? model::ListKind::numbered : model::ListKind::bullet;
            list.tight = false;
            while (open_.size() + 1 < depth) open_.push_back({model::List{.items = {model::ListItem{}}}, span});
            open_.push_back({std::move(list), span});
        }
        close_to(depth);
        if (open_.empty()) {
            blocks_.push_back(plain_block(kind.kind, std::move(content), span));
            return;
        }
        model::List& list = list_of(open_.back());
        if (place.begins || list.items.empty()) {
            model::ListItem item;
            item.number = place.number;
            item.marker = marker_text(i);
            item.span = span;
            list.items.push_back(std::move(item));
        }
        Kind const inner = kind.kind == Kind::item ? Kind::paragraph : kind.kind;
        list.items.back().content.push_back(plain_block(inner, std::move(content), span));
        for (model::Block& each : open_) each.span.end = span.end;
    }

    void add_verse(std::size_t i, model::Inlines content, Span span) {
        Fragment const& fragment = recovery_.fragments[groups_[i].first()];
        close_lists();
        bool const more = !blocks_.empty() && std::holds_alternative<model::Verse>(blocks_.back().kind) &&
                          (fragment.gap == verse_gap_ || fragment.gap <= 1);
        if (!more) {
            verse_gap_ = 0;
            blocks_.push_back({model::Verse{{{}}}, span});
        }
        auto& verse = std::get<model::Verse>(blocks_.back().kind);
        // Unwrapping has seen the poem's left edge already.
        bool const known = fragment.lines == LineGroup::Kind::verse;
        bool const stanza = fragment.gap > 0 && (known || (recovery_.usual_gap > 0 && fragment.indent == 0));
        if (more && stanza) verse.stanzas.emplace_back();
        int const indent = known ? fragment.indent : fragment.indent >= 6 ? 2 : 0;
        verse.stanzas.back().push_back({std::move(content), indent});
        blocks_.back().span.end = span.end;
    }
};

} // namespace

model::Blocks build_blocks(Recovery const& recovery, std::vector<Group> const& groups,
                           std::vector<Judgement> const& kinds, std::vector<ListPlace> const& places,
                           std::vector<model::Inlines>& texts, std::vector<model::Blocks>& inserts) {
    BlockBuilder builder(recovery, groups);
    for (std::size_t i = 0; i < groups.size(); ++i)
        builder.add(i, kinds[i], places[i], std::move(texts[i]), std::move(inserts[i]));
    return builder.finish();
}

model::Insert build_insert(Recovery& recovery, InsertPlaces const& places) {
    model::Insert insert;
    bool first = true;
    for (Group const& group : places.groups) {
        InlineText const text = read_group(recovery, group, false);
        model::Inlines content =
            settle_calls(text, std::vector<std::vector<model::NoteId>>(text.calls.size()), recovery.result->dropped);
        if (is_blank(content)) continue;
        Fragment const& fragment = recovery.fragments[group.first()];
        bool const title = first && places.groups.size() > 1 && group.length <= 120 && !fragment.contact &&
                           fragment.role != Role::separator;
        first = false;
        if (title)
            insert.title = without_frame(std::move(content));
        else if (fragment.role == Role::separator)
            insert.content.push_back({model::Separator{}, group_span(recovery, group)});
        else
            insert.content.push_back({model::Paragraph{std::move(content), ""}, group_span(recovery, group)});
    }
    if (!places.groups.empty()) {
        Span whole = group_span(recovery, places.groups.front());
        Span end = group_span(recovery, places.groups.back());
        recovery.decide(DecisionCode::insert_guessed, whole, end, "taken out of the text as an insert", places.reason,
                        places.confidence, "not-insert");
    }
    return insert;
}

} // namespace quoin::recover
