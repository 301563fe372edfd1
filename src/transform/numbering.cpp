#include "model/walk.hpp"
#include "transform/passes.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

namespace quoin::transform {

using namespace model;

std::string slug(std::string_view text) {
    std::string result;
    for (char const c : text) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) {
            result += c;
        } else if (c >= 'A' && c <= 'Z') {
            result += static_cast<char>(c - 'A' + 'a');
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    while (!result.empty() && result.back() == '-') result.pop_back();
    return result.empty() ? "x" : result;
}

void name_entries(Document& document) {
    std::set<std::string> taken;
    int parts = 0, inserts = 0;
    auto const unique = [&](std::string wanted) {
        std::string name = wanted;
        for (int copy = 2; !taken.insert(name).second; ++copy) name = fmt::format("{}-{}", wanted, copy);
        return name;
    };
    for (Entry& entry : document.entries) {
        match(
            entry.kind, [&](Article& article) { article.name = unique(slug(article.name)); },
            [&](Insert& insert) {
                insert.name = unique(insert.name.empty() ? fmt::format("insert-{}", ++inserts) : slug(insert.name));
            },
            [&](PartTitle& part) { part.name = unique(fmt::format("part-{}", ++parts)); });
    }
    auto const name_insert = [&](Block& block) {
        if (auto* insert = std::get_if<Insert>(&block.kind)) insert->name = unique(fmt::format("insert-{}", ++inserts));
    };
    for (Entry& entry : document.entries)
        if (auto* article = std::get_if<Article>(&entry.kind)) visit_blocks(article->body, name_insert);
}

namespace {

// Numbers the notes whose marks stand in an entry, in reading order.
class Numbering {
  public:
    explicit Numbering(Document& document) : document_(document) {}

    void begin_entry(std::uint32_t entry, bool restart) {
        entry_ = entry;
        if (restart) next_ = 1;
    }

    void see(Inlines& inlines) {
        visit_inlines(inlines, [&](Inline& item) {
            if (auto* reference = std::get_if<NoteReference>(&item.kind)) count(*reference);
        });
    }

  private:
    void count(NoteReference& reference) {
        Note& note = document_.notes.at(static_cast<std::size_t>(reference.note));
        reference.occurrence = note.references++;
        if (note.number != 0) return;
        note.number = next_++;
        note.article = entry_;
    }

    Document& document_;
    std::uint32_t entry_ = 0;
    int next_ = 1;
};

} // namespace

void number_notes(Document& document, style::NoteNumbering numbering, Diagnostics&) {
    Numbering counter(document);
    auto const see = [&](Inlines& inlines, Language const&) { counter.see(inlines); };
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        counter.begin_entry(static_cast<std::uint32_t>(i), numbering == style::NoteNumbering::article);
        match(
            document.entries[i].kind,
            [&](Article& article) {
                counter.see(article.title);
                counter.see(article.subtitle);
                visit_texts(article.abstract, {}, see);
                visit_texts(article.body, {}, see);
            },
            [&](Insert& insert) {
                counter.see(insert.title);
                visit_texts(insert.content, {}, see);
            },
            [&](PartTitle& part) { counter.see(part.title); });
    }
    for (Note& note : document.notes) {
        if (note.number == 0) continue;
        Entry const& entry = document.entries[note.article];
        std::string const name = match(
            entry.kind, [](Article const& article) { return article.name; },
            [](Insert const& insert) { return insert.name; }, [](PartTitle const& part) { return part.name; });
        note.anchor = fmt::format("{}-{}", name, note.number);
    }
}

void assign_serials(Document& document) {
    std::uint32_t next = 1;
    auto const number = [&](Block& block) { block.serial = next++; };
    for (Entry& entry : document.entries) {
        entry.serial = next++;
        match(
            entry.kind,
            [&](Article& article) {
                visit_blocks(article.abstract, number);
                visit_blocks(article.body, number);
            },
            [&](Insert& insert) { visit_blocks(insert.content, number); }, [](PartTitle&) {});
    }
    for (Note& note : document.notes) visit_blocks(note.content, number);
    for (Blocks* blocks :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps})
        visit_blocks(*blocks, number);
}

namespace {

// Keeps levels without gaps (PDF/UA-1 7.4.2, WCAG 1.3.1): a level that was skipped moves up, its neighbours with it. The
// reader has told the author of it.
class Levels {
  public:
    int next(int written) {
        while (!open_.empty() && open_.back().written >= written) open_.pop_back();
        int const level = open_.empty() ? 2 : open_.back().level + 1;
        open_.push_back({written, level});
        return level;
    }

  private:
    struct Open {
        int written, level;
    };
    std::vector<Open> open_;
};

} // namespace

void close_heading_levels(Document& document) {
    for (Entry& entry : document.entries) {
        auto* article = std::get_if<Article>(&entry.kind);
        if (article == nullptr) continue;
        Levels levels;
        visit_blocks(article->body, [&](Block& block) {
            auto* heading = std::get_if<Heading>(&block.kind);
            if (heading == nullptr) return;
            heading->level = levels.next(heading->level);
        });
    }
}

} // namespace quoin::transform
