#include "recover/build_document.hpp"

#include "manuscript/identify_language.hpp"
#include "recover/build_blocks.hpp"
#include "recover/bylines.hpp"
#include "recover/foreign_runs.hpp"
#include "recover/group_text.hpp"
#include "recover/note_calls.hpp"
#include "recover/observations.hpp"

#include <algorithm>
#include <iterator>

namespace quoin::recover {
namespace {

using manuscript::Action;
using manuscript::DecisionCode;

/// What is kept of an article for comparing it with its other language versions.
struct Version {
    model::Language language;
    std::vector<FoundCall> calls;
    std::vector<Span> paragraphs;
    std::size_t notes = 0;
};

class ArticleBuilder {
  public:
    ArticleBuilder(Recovery& recovery, manuscript::Options const& options, ArticlePlaces const& places)
        : recovery_(recovery), options_(options), places_(places), document_(recovery.result->document) {}

    Version build() {
        sort_fragments();
        read_title_block();
        read_language();
        groups_ = find_groups(recovery_, flow_);
        find_labelled_inserts(recovery_, groups_);
        take_last_inserts();
        read_notes();
        read_body();
        tell_start();
        add_entries();
        return std::move(version_);
    }

  private:
    Recovery& recovery_;
    manuscript::Options const& options_;
    ArticlePlaces const& places_;
    model::Document& document_;
    model::Article article_;
    Version version_;
    std::vector<std::size_t> flow_, trailing_;
    std::vector<std::vector<std::size_t>> note_fragments_;
    std::vector<std::vector<std::size_t>> note_inserts_;
    std::vector<Group> groups_;
    std::vector<ArticleNote> notes_;
    std::vector<InsertPlaces> last_inserts_;

    [[nodiscard]] Fragment const& at(std::size_t i) const { return recovery_.fragments[i]; }

    /// Body, notes, and what stands behind the last notes.
    void sort_fragments() {
        bool within_insert = false;
        std::vector<NoteSection const*> own, foreign;
        for (NoteSection const& section : recovery_.note_sections)
            if (section.has_title) (names_this(section) ? own : foreign).push_back(&section);
        auto within = [](std::vector<NoteSection const*> const& sections, std::size_t i) {
            return std::any_of(sections.begin(), sections.end(),
                               [&](NoteSection const* each) { return i >= each->heading && i < each->end; });
        };
        for (NoteSection const* each : own)
            if (each->end <= places_.body || each->first >= places_.end) take_notes(*each);
        for (std::size_t i = places_.body; i < places_.end; ++i) {
            if (!recovery_.is_text(i) || (!foreign.empty() && within(foreign, i))) continue;
            Role const role = at(i).role;
            if (role == Role::note) {
                note_fragments_.push_back({i});
                flow_.insert(flow_.end(), trailing_.begin(), trailing_.end()); // text between two pages' notes
                trailing_.clear();
            } else if (role == Role::note_more && !note_fragments_.empty()) {
                note_fragments_.back().push_back(i);
            } else if (role == Role::notes_heading) {
                continue;
            } else if (role == Role::insert) {
                if (!within_insert) note_inserts_.emplace_back();
                note_inserts_.back().push_back(i);
            } else {
                (note_fragments_.empty() ? flow_ : trailing_).push_back(i);
            }
            within_insert = role == Role::insert;
        }
        settle_trailing();
    }

    /// Whether the title above endnotes is this article's; what no title fits falls to the article they stand in.
    [[nodiscard]] bool names_this(NoteSection const& section) const {
        std::vector<std::string> const& words = at(section.title).words;
        auto fits = [&](ArticlePlaces const& article) {
            std::vector<std::string> title;
            for (std::size_t i : article.title) title.insert(title.end(), at(i).words.begin(), at(i).words.end());
            std::size_t const shorter = std::min(title.size(), words.size());
            return shorter > 0 &&
                   std::equal(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(shorter), title.begin());
        };
        auto const owner = std::find_if(recovery_.articles.begin(), recovery_.articles.end(), fits);
        if (owner == recovery_.articles.end()) return section.first >= places_.body && section.first < places_.end;
        return &*owner == &places_;
    }
    void take_notes(NoteSection const& section) {
        for (std::size_t i = section.first; i < section.end; ++i) {
            if (!recovery_.is_text(i)) continue;
            if (at(i).role == Role::note)
                note_fragments_.push_back({i});
            else if (at(i).role == Role::note_more && !note_fragments_.empty())
                note_fragments_.back().push_back(i);
        }
    }

    /// Behind the last notes stand inserts, if anything says so; else the text goes on.
    void settle_trailing() {
        if (trailing_.empty()) return;
        bool evidence = false;
        std::size_t length = 0, paragraphs = 0;
        for (std::size_t i : trailing_) {
            Fragment const& fragment = at(i);
            evidence = evidence || fragment.advertises || fragment.sells || fragment.contact;
            length += fragment.length;
            paragraphs += fragment.length >= 200 && !fragment.contact ? 1 : 0;
        }
        // Notes that stand in brackets between paragraphs end nothing.
        bool const bracketed = at(note_fragments_.back().front()).lines == LineGroup::Kind::note;
        bool const goes_on = bracketed || at(trailing_.front()).beginning == Beginning::lower || paragraphs > 5;
        bool const refused = recovery_.orders.within_range(Action::not_insert, at(trailing_.front()));
        if (!refused && !goes_on && (evidence || length < 600)) return;
        flow_.insert(flow_.end(), trailing_.begin(), trailing_.end());
        trailing_.clear();
    }

    model::Inlines settled(InlineText const& text) {
        return settle_calls(text, std::vector<std::vector<model::NoteId>>(text.calls.size()),
                            recovery_.result->dropped);
    }
    /// The lines of a title, read; an emphasis that frames the whole is none.
    model::Inlines read_lines(std::vector<std::size_t> const& fragments) {
        if (fragments.empty()) return {};
        model::Inlines content = settled(read_group(recovery_, joined_lines(recovery_, fragments), false));
        if (content.size() == 1) {
            if (auto* strong = std::get_if<model::Strong>(&content.front().kind)) return std::move(strong->content);
            if (auto* emphasis = std::get_if<model::Emphasis>(&content.front().kind))
                return std::move(emphasis->content);
        }
        return content;
    }

    void read_title_block() {
        article_.title = read_lines(places_.title);
        article_.subtitle = read_lines(places_.subtitle);
        if (!places_.title.empty()) observe(recovery_, article_.title, {places_.title.front()}, Observed::title);
        if (!places_.subtitle.empty())
            observe(recovery_, article_.subtitle, {places_.subtitle.front()}, Observed::title);
        mend_remnants(recovery_, article_.title);
        mend_remnants(recovery_, article_.subtitle);
        if (places_.byline.empty()) return;
        article_.byline = model::plain_text(read_lines(places_.byline));
        article_.authors = read_authors(article_.byline);
        if (places_.date && places_.date->year > 0) article_.date = places_.date;
        Fragment const& last = at(places_.byline.back());
        if (last.ending == Ending::comma || last.ending == Ending::colon)
            recovery_.decide(DecisionCode::byline_truncated, at(places_.byline.front()).span(), last.span(),
                             "kept as it stands", "the byline ends in a comma: something was cut off", 0.7,
                             "take the comma away");
    }

    void read_language() {
        for (std::size_t i = places_.begin; i < places_.end; ++i)
            if (std::string const value = recovery_.orders.value(Action::language, at(i)); !value.empty()) {
                article_.language = version_.language = value;
                return;
            }
        std::string sample;
        for (std::size_t i : flow_)
            if (sample.size() < 6000 && at(i).length >= 60) sample += at(i).shown + ' ';
        if (sample.empty())
            for (std::size_t i : places_.title) sample += at(i).shown + ' ';
        auto const guess = manuscript::identify_language(sample);
        article_.language = options_.language.empty() ? guess.language : options_.language;
        version_.language = article_.language;
    }

    /// Inserts at the article's end stand between it and the next.
    void take_last_inserts() {
        std::vector<InsertPlaces> last;
        while (!groups_.empty() && groups_.back().insert) {
            last.push_back(std::move(*groups_.back().insert));
            groups_.pop_back();
        }
        std::move(last.rbegin(), last.rend(), std::back_inserter(last_inserts_));
        for (auto const& each : note_inserts_)
            for (InsertPlaces& insert : split_inserts(recovery_, each)) last_inserts_.push_back(std::move(insert));
        for (InsertPlaces& insert : split_inserts(recovery_, trailing_)) last_inserts_.push_back(std::move(insert));
    }

    void read_notes() {
        for (auto const& fragments : note_fragments_) read_note(fragments);
        recovery_.result->counts.notes += notes_.size();
    }

    /// Seams of a note: a half that is open goes on, a new sentence behind a full stop is a paragraph.
    [[nodiscard]] std::vector<Group> note_groups(std::vector<std::size_t> const& fragments) const {
        std::vector<Group> groups{single_group(recovery_, fragments.front())};
        for (std::size_t k = 1; k < fragments.size(); ++k) {
            Fragment const &left = at(fragments[k - 1]), &right = at(fragments[k]);
            auto seam =
                judge_seam(recovery_, fragments[k - 1], fragments[k], std::max<std::size_t>(groups.back().length, 130));
            bool const open = left.ending != Ending::closed || right.beginning == Beginning::lower;
            if (!seam && open)
                seam = Seam{SeamKind::space, 0.85, "the note is open, and the next number follows behind"};
            if (!seam) {
                groups.push_back(single_group(recovery_, fragments[k]));
                continue;
            }
            groups.back().fragments.push_back(fragments[k]);
            groups.back().seams.push_back(std::move(*seam));
            groups.back().length += right.length;
        }
        return groups;
    }

    /// Letters count too: [A] is 1.
    static int note_number(Fragment const& first) {
        if (first.figures.empty()) return first.marker.number;
        char const sign = first.figures.front();
        if (sign >= '0' && sign <= '9') return std::atoi(first.figures.c_str());
        return sign >= 'A' && sign <= 'Z' ? sign - 'A' + 1 : sign >= 'a' && sign <= 'z' ? sign - 'a' + 1 : 0;
    }

    void read_note(std::vector<std::size_t> const& fragments) {
        Fragment const& first = at(fragments.front());
        model::Note note;
        int const number = note_number(first);
        note.label = first.figures.empty() ? std::to_string(number) : first.figures;
        note.span = first.span();
        note.span.end = at(fragments.back()).span().end;
        bool numbered = !first.figures.empty();
        if (!numbered) {
            Span mark = first.span();
            mark.end = mark.begin + static_cast<std::uint32_t>(first.marker.end);
            recovery_.drop(mark, "note mark");
        }
        for (Group const& group : note_groups(fragments)) {
            model::Inlines content = settled(read_group(recovery_, group, !numbered));
            numbered = true;
            observe(recovery_, content, group.fragments, Observed::note);
            mend_remnants(recovery_, content);
            mark_foreign(recovery_, content, article_.language, group_span(recovery_, group), true);
            note.content.push_back({model::Paragraph{std::move(content), ""}, group_span(recovery_, group)});
        }
        notes_.push_back({number, model::NoteId{static_cast<std::uint32_t>(document_.notes.size())}, note.span});
        note.article = static_cast<std::uint32_t>(document_.entries.size());
        document_.notes.push_back(std::move(note));
    }

    void read_body() {
        std::vector<Judgement> const kinds = judge_kinds(recovery_, groups_);
        std::vector<ListPlace> const places = find_lists(recovery_, groups_, kinds);
        std::vector<InlineText> texts(groups_.size());
        std::vector<model::Blocks> inserts(groups_.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            Group const& group = groups_[i];
            if (group.insert) {
                inserts[i].push_back(insert_block(*group.insert));
                continue;
            }
            bool const marker = (places[i].begins && kinds[i].kind == Kind::item) || kinds[i].kind == Kind::quote;
            if (kinds[i].kind != Kind::separator)
                texts[i] = read_group(recovery_, group, marker && at(group.first()).marker.form != MarkerForm::none);
            for (InsertPlaces const& each : group.inserts) inserts[i].push_back(insert_block(each));
            tell_kind(group, kinds[i], places[i]);
        }
        auto const chosen = choose_calls(recovery_, texts, notes_, version_.calls);
        recovery_.result->counts.calls += version_.calls.size();
        std::vector<model::Inlines> settled_texts(groups_.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            settled_texts[i] = settle_calls(texts[i], chosen[i], recovery_.result->dropped);
            if (groups_[i].insert) continue;
            version_.paragraphs.push_back(group_span(recovery_, groups_[i]));
            observe(recovery_, settled_texts[i], groups_[i].fragments, Observed::paragraph);
            mend_remnants(recovery_, settled_texts[i]);
            mark_foreign(recovery_, settled_texts[i], article_.language, group_span(recovery_, groups_[i]), false);
        }
        version_.notes = notes_.size();
        for (FoundCall& call : version_.calls) {
            std::size_t before = 0;
            for (std::size_t i = 0; i < call.text; ++i) before += groups_[i].insert ? 0 : 1;
            call.text = before;
        }
        article_.body = build_blocks(recovery_, groups_, kinds, places, settled_texts, inserts);
    }

    model::Block insert_block(InsertPlaces const& places) {
        Span span = group_span(recovery_, places.groups.front());
        span.end = group_span(recovery_, places.groups.back()).end;
        return {build_insert(recovery_, places), span};
    }

    void tell_kind(Group const& group, Judgement const& kind, ListPlace const& place) {
        Span const span = group_span(recovery_, group);
        if (kind.kind == Kind::heading)
            recovery_.decide(DecisionCode::heading_guessed, span, {}, "a heading", kind.reason, kind.confidence,
                             "not-heading");
        else if (kind.kind == Kind::quote)
            recovery_.decide(DecisionCode::quote_guessed, span, {}, "a quotation", kind.reason, kind.confidence,
                             "a paragraph");
        else if (kind.kind == Kind::verse)
            recovery_.decide(DecisionCode::verse_guessed, span, {}, "verse", kind.reason, kind.confidence,
                             "paragraphs");
        else if (place.begins && place.fresh)
            recovery_.decide(DecisionCode::list_guessed, span, {}, "a list begins", "a marker that is counted on", 0.95,
                             "a paragraph");
        tell_marker(group, place);
    }
    /// "c.)" after "b)" is told.
    void tell_marker(Group const& group, ListPlace const& place) {
        Fragment const& fragment = at(group.first());
        if (!place.begins || fragment.marker.form == MarkerForm::bullet) return;
        std::string_view const marker = raw_text(recovery_.text, fragment)
                                            .substr(fragment.marker.begin, fragment.marker.end - fragment.marker.begin);
        if (marker.size() >= 2 && marker.ends_with(".)"))
            recovery_.decide(DecisionCode::list_guessed, fragment.span(), {},
                             "an item; its marker is kept as it stands", "the marker has two signs", 0.9, "");
    }

    void tell_start() {
        Span const left = places_.title.empty() ? at(places_.begin).span() : at(places_.title.front()).span();
        Span const right = places_.byline.empty() ? Span{} : at(places_.byline.back()).span();
        recovery_.decide(DecisionCode::article_start, left, right, "an article begins", places_.reason,
                         places_.confidence, "not-title");
        if (places_.byline.empty())
            recovery_.decide(DecisionCode::byline_truncated, left, {}, "an article without byline and date",
                             "nothing below the title names an author", 0.9, "byline");
        if (article_.body.empty() && notes_.empty())
            recovery_.decide(DecisionCode::article_truncated, left, {}, "kept as an article without text",
                             "nothing follows the title", 0.5, "drop");
        if (places_.entry < 0 && !recovery_.contents.empty())
            recovery_.decide(DecisionCode::toc_missing_article, left, {}, "kept as an article",
                             "the list of contents does not name it", 0.9, "not-title");
    }

    void add_entries() {
        Span span = at(places_.begin).span();
        span.end = at(places_.end - 1).span().end;
        article_.language = version_.language;
        document_.entries.push_back({std::move(article_), span});
        for (InsertPlaces const& places : last_inserts_) {
            Span whole = group_span(recovery_, places.groups.front());
            whole.end = group_span(recovery_, places.groups.back()).end;
            model::Insert insert = build_insert(recovery_, places);
            insert.language = version_.language;
            document_.entries.push_back({std::move(insert), whole});
        }
    }
};

/// Versions of one text in several languages call their notes at the same places; where one does not, it is told.
void compare_versions(Recovery& recovery, std::vector<Version> const& versions) {
    for (std::size_t v = 1; v < versions.size(); ++v) {
        Version const &first = versions.front(), &other = versions[v];
        std::size_t const count = first.paragraphs.size(), others = other.paragraphs.size();
        if (first.language == other.language || first.notes < 3 || first.notes != other.notes || count != others)
            continue;
        for (FoundCall const& call : other.calls) {
            auto const same = std::find_if(first.calls.begin(), first.calls.end(),
                                           [&](FoundCall const& each) { return each.number == call.number; });
            if (same == first.calls.end() || same->text == call.text) continue;
            recovery.decide(DecisionCode::ref_shift_between_languages,
                            other.paragraphs[std::min(same->text, others - 1)], call.span, "left where it stands",
                            "note " + std::to_string(call.number) + " is called in another paragraph in " +
                                first.language,
                            0.6, "move the call");
            recovery.decide(DecisionCode::ref_shift_between_languages, call.span, first.paragraphs[same->text],
                            "left where it stands",
                            "the other language calls note " + std::to_string(call.number) + " elsewhere", 0.85, "");
        }
    }
}

} // namespace

void build_document(Recovery& recovery, manuscript::Options const& options) {
    std::vector<Version> versions;
    for (ArticlePlaces const& places : recovery.articles)
        versions.push_back(ArticleBuilder(recovery, options, places).build());
    compare_versions(recovery, versions);
}

} // namespace quoin::recover
