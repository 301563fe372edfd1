#include "hypertext/assemble.hpp"

#include "hypertext/characters.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <utility>

namespace quoin::hypertext {

using namespace model;
using manuscript::Decision;
using manuscript::DecisionCode;

namespace {

void visit_references(Inlines& content, std::function<void(NoteReference&)> const& visit) {
    visit_inlines(content, [&](Inline& each) {
        if (auto* reference = std::get_if<NoteReference>(&each.kind)) visit(*reference);
    });
}

void visit_rows(Blocks& blocks, std::function<void(Inlines&)> const& visit) {
    visit_texts(blocks, {}, [&](Inlines& row, Language const&) { visit(row); });
}

void visit_headings(Blocks& blocks, std::function<void(Heading&)> const& visit) {
    visit_blocks(blocks, [&](Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) visit(*heading);
    });
}

class Assembler {
  public:
    Assembler(std::vector<Note> notes, Pages const& pages, manuscript::Imported& result)
        : notes_(std::move(notes)), pages_(pages), result_(result) {}

    void run(std::vector<Section>& sections) {
        join_separated(sections);
        for (Section& section : sections) add(section);
        for (Note& note : notes_) // a note may call another
            visit_rows(note.content, [&](Inlines& row) {
                visit_references(row, [&](NoteReference& it) { called_.insert(static_cast<std::uint32_t>(it.note)); });
            });
        keep_uncalled();
        settle_references();
        for (Note& note : notes_) result_.document.notes.push_back(std::move(note));
    }

  private:
    // A section without a word is none; separators at its ends say nothing.
    static void join_separated(std::vector<Section>& sections) {
        for (Section& section : sections) {
            Blocks& body = section.article.body;
            auto const is_rule = [](Block const& block) { return std::holds_alternative<Separator>(block.kind); };
            while (!body.empty() && is_rule(body.back())) body.pop_back();
            std::size_t first = 0;
            while (first < body.size() && is_rule(body[first])) ++first;
            body.erase(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(first));
        }
        std::erase_if(sections, [](Section const& each) {
            return each.article.body.empty() && each.article.title.empty() && each.article.byline.empty() &&
                   each.article.subtitle.empty() && each.article.abstract.empty() && each.insert.content.empty() &&
                   each.insert.title.empty();
        });
    }

    void add(Section& section) {
        Article& article = section.article;
        Entry entry;
        entry.span = section.span;
        // Text behind an insert that stood alone is an article of its own.
        bool const is_insert = section.start.kind == Start::Kind::insert && !section.insert.content.empty();
        bool const only_insert = is_insert && article.body.empty() && article.title.empty();
        if (is_insert && !only_insert) {
            Section before;
            before.start = section.start;
            before.span = section.span;
            before.insert = std::exchange(section.insert, {});
            add(before);
        }
        if (only_insert) {
            Article around;
            around.body = std::move(section.insert.content);
            name_notes(around);
            section.insert.content = std::move(around.body);
            entry.kind = std::move(section.insert);
        } else if (section.start.kind == Start::Kind::part && article.body.empty()) {
            PartTitle part;
            part.title = std::move(article.title);
            entry.kind = std::move(part);
        } else {
            if (article.title.empty() && article.role != Role::dedication && article.role != Role::epigraph)
                give_title(section);
            level_headings(article.body);
            name_notes(article);
            if (article.language == result_.document.metadata.language) article.language.clear();
            entry.kind = std::move(article);
        }
        result_.document.entries.push_back(std::move(entry));
    }

    void give_title(Section& section) {
        std::string const title = collapsed(section.start.label);
        if (title.empty()) return;
        section.article.title.push_back({Text{title}, {}});
        result_.added.push_back({"title from the contents or the page's name", {}, title});
        Decision decision;
        decision.code = DecisionCode::metadata_guessed;
        decision.left = section.span;
        decision.choice = fmt::format("called the text “{}”", title);
        decision.reason = "it has no heading; the page or the contents call it so";
        decision.confidence = 0.75;
        decision.alternative = "another title";
        result_.decisions.push_back(std::move(decision));
    }

    // The highest heading of a text is of level 2, the title being 1.
    void level_headings(Blocks& body) const {
        if (pages_.ours) return;
        int highest = 6;
        std::set<int> levels;
        visit_headings(body, [&](Heading& it) { levels.insert(it.level); });
        if (!levels.empty()) highest = *levels.begin();
        visit_headings(body, [&](Heading& it) { it.level = std::clamp(it.level - highest + 2, 2, 6); });
    }

    // A label is one note's alone within its text.
    void name_notes(Article& article) {
        std::set<std::string> taken;
        std::set<std::uint32_t> done;
        std::size_t count = 0;
        auto const look_at = [&](Inlines& row) {
            visit_references(row, [&](NoteReference& reference) {
                auto const index = static_cast<std::uint32_t>(reference.note);
                if (index >= notes_.size() || !done.insert(index).second) return;
                called_.insert(index);
                ++count;
                std::string& label = notes_[index].label;
                bool const fits =
                    !label.empty() && label.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"
                                                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == std::string::npos;
                if (!fits) label = std::to_string(count);
                std::string unique = label;
                for (int copy = 2; !taken.insert(unique).second; ++copy) unique = fmt::format("{}-{}", label, copy);
                label = unique;
            });
        };
        look_at(article.title);
        look_at(article.subtitle);
        visit_rows(article.abstract, look_at);
        visit_rows(article.body, look_at);
    }

    // Notes whose calls went with what was left out stand behind the text, so that no word of theirs is lost.
    void keep_uncalled() {
        std::vector<std::uint32_t> place(notes_.size());
        std::vector<Note> kept;
        Article* last = nullptr;
        for (Entry& entry : result_.document.entries)
            if (auto* article = std::get_if<Article>(&entry.kind)) last = article;
        for (std::uint32_t i = 0; i < notes_.size(); ++i) {
            place[i] = static_cast<std::uint32_t>(kept.size());
            if (called_.contains(i) || last == nullptr) {
                kept.push_back(std::move(notes_[i]));
                continue;
            }
            Decision decision;
            decision.code = DecisionCode::note_without_call;
            decision.left = notes_[i].span;
            decision.choice = "set the note behind the text";
            decision.reason = "nothing in the text calls it";
            decision.confidence = 0.6;
            result_.decisions.push_back(std::move(decision));
            std::move(notes_[i].content.begin(), notes_[i].content.end(), std::back_inserter(last->body));
        }
        bool const all = kept.size() == notes_.size();
        notes_ = std::move(kept);
        if (!all) renumber(place);
    }

    template <typename Visit>
    void visit_bodies(Visit visit) {
        for (Entry& entry : result_.document.entries) {
            if (auto* insert = std::get_if<Insert>(&entry.kind)) visit(insert->content);
            if (auto* article = std::get_if<Article>(&entry.kind)) {
                visit(article->abstract);
                visit(article->body);
            }
        }
        for (Note& note : notes_) visit(note.content);
        visit(result_.document.imprint);
    }

    // A reference whose place was left out keeps its words; a source with it would not build.
    void settle_references() {
        std::set<std::string> places;
        visit_bodies([&](Blocks& blocks) {
            visit_blocks(blocks, [&](Block& block) {
                if (auto const* it = std::get_if<Heading>(&block.kind)) places.insert(it->id);
                if (auto const* it = std::get_if<Figure>(&block.kind)) places.insert(it->id);
                if (auto const* it = std::get_if<Table>(&block.kind)) places.insert(it->id);
                if (auto const* it = std::get_if<Division>(&block.kind)) places.insert(it->id);
            });
            visit_rows(blocks, [&](Inlines& row) {
                visit_inlines(row, [&](Inline& each) {
                    if (auto const* it = std::get_if<InlineAnchor>(&each.kind)) places.insert(it->id);
                });
            });
        });
        visit_bodies([&](Blocks& blocks) { visit_rows(blocks, [&](Inlines& row) { settle(row, places); }); });
    }

    static void settle(Inlines& row, std::set<std::string> const& places) {
        Inlines settled;
        for (Inline& each : row) {
            if (Inlines* inner = children(each)) settle(*inner, places);
            auto* const reference = std::get_if<CrossReference>(&each.kind);
            if (reference == nullptr || places.contains(reference->target)) {
                settled.push_back(std::move(each));
            } else {
                Inlines const words = std::move(reference->content);
                settled.insert(settled.end(), words.begin(), words.end());
            }
        }
        row = std::move(settled);
    }

    void renumber(std::vector<std::uint32_t> const& place) {
        auto const look_at = [&](Inlines& row) {
            visit_references(row, [&](NoteReference& it) {
                it.note = static_cast<NoteId>(place.at(static_cast<std::size_t>(it.note)));
            });
        };
        for (Entry& entry : result_.document.entries) {
            if (auto* insert = std::get_if<Insert>(&entry.kind)) visit_rows(insert->content, look_at);
            auto* const article = std::get_if<Article>(&entry.kind);
            if (article == nullptr) continue;
            look_at(article->title);
            look_at(article->subtitle);
            visit_rows(article->abstract, look_at);
            visit_rows(article->body, look_at);
        }
        for (Note& note : notes_) visit_rows(note.content, look_at);
    }

    std::vector<Note> notes_;
    Pages const& pages_;
    manuscript::Imported& result_;
    std::set<std::uint32_t> called_;
};

} // namespace

void assemble(std::vector<Section> sections, std::vector<Note> notes, Pages const& pages,
              manuscript::Imported& result) {
    Assembler(std::move(notes), pages, result).run(sections);
}

} // namespace quoin::hypertext
