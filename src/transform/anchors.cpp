#include "model/walk.hpp"
#include "transform/passes.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

namespace quoin::transform {

using namespace model;

namespace {

std::string entry_name(Entry const& entry) {
    return match(
        entry.kind, [](Article const& article) { return article.name; },
        [](Insert const& insert) { return insert.name; }, [](PartTitle const& part) { return part.name; });
}

Inlines words_of(Entry const& entry) {
    return match(
        entry.kind, [](Article const& article) { return without_marks(article.title); },
        [](Insert const& insert) { return without_marks(insert.title); },
        [](PartTitle const& part) { return without_marks(part.title); });
}

// Gives every place that can be linked to a name that is unique in the document.
class AnchorTable {
  public:
    AnchorTable(Document& document, bool with_index, Diagnostics& diagnostics)
        : document_(document), with_index_(with_index), diagnostics_(diagnostics) {}

    void begin_entry(std::uint32_t entry) {
        entry_ = entry;
        written_.clear();
        headings_ = terms_ = 0;
        heading_ = words_of(document_.entries[entry]);
    }

    AnchorId add(std::string const& wanted, std::string const& written, std::uint32_t serial, Inlines label,
                 Span span) {
        if (!written.empty() && !written_.insert(written).second)
            diagnostics_.error(quoin::Code::anchor_doubled, span, fmt::format("the id \"{}\" is given twice", written),
                               {"give each place an id of its own"});
        std::string name = wanted;
        for (int copy = 2; !names_.insert(name).second; ++copy) name = fmt::format("{}-{}", wanted, copy);
        document_.anchors.push_back({std::move(name), entry_, serial, std::move(label), written});
        return static_cast<AnchorId>(document_.anchors.size() - 1);
    }

    void add_block(Block& block) {
        std::uint32_t const serial = block.serial;
        match(
            block.kind,
            [&](Heading& heading) {
                ++headings_;
                std::string const made = heading.id.empty() ? fmt::format("h{}", headings_) : slug(heading.id);
                heading_ = without_marks(heading.content);
                heading.anchor = add(prefix() + made, heading.id, serial, heading_, block.span);
                add_inlines(heading.content, serial);
            },
            [&](Table& table) {
                add_written(table.id, block, table.caption);
                add_inlines(table.caption, serial);
                for (auto* rows : {&table.head, &table.body})
                    for (TableRow& row : *rows)
                        for (TableCell& cell : row) add_inlines(cell.content, serial);
            },
            [&](Figure& figure) {
                add_written(figure.id, block, figure.caption);
                add_inlines(figure.caption, serial);
            },
            [&](Division& division) { add_written(division.id, block, heading_); },
            [&](Paragraph& paragraph) { add_inlines(paragraph.content, serial); },
            [&](Quote& quote) { add_inlines(quote.attribution, serial); }, [](List&) {},
            [&](DefinitionList& list) {
                for (Definition& definition : list.items) add_inlines(definition.term, serial);
            },
            [&](Verse& verse) {
                for (Stanza& stanza : verse.stanzas)
                    for (VerseLine& line : stanza) add_inlines(line.content, serial);
            },
            [&](Insert& insert) { add_inlines(insert.title, serial); }, [](Separator&) {}, [](CodeBlock&) {});
    }

    void add_inlines(Inlines& inlines, std::uint32_t serial) {
        visit_inlines(inlines, [&](Inline& item) {
            if (auto* anchor = std::get_if<InlineAnchor>(&item.kind))
                anchor->anchor = add(prefix() + slug(anchor->id), anchor->id, serial, heading_, item.span);
            auto* term = std::get_if<IndexTerm>(&item.kind);
            if (term == nullptr || !with_index_) return;
            term->anchor = add(fmt::format("{}term-{}", prefix(), ++terms_), {}, serial, {}, item.span);
            term->indexed = true;
        });
    }

  private:
    std::string prefix() const { return entry_name(document_.entries[entry_]) + "-"; }
    void add_written(std::string const& id, Block const& block, Inlines const& label) {
        if (id.empty()) return;
        Inlines words = without_marks(label);
        add(prefix() + slug(id), id, block.serial, words.empty() ? heading_ : std::move(words), block.span);
    }

    Document& document_;
    bool with_index_;
    Diagnostics& diagnostics_;
    std::set<std::string> names_, written_;
    std::uint32_t entry_ = 0;
    int headings_ = 0, terms_ = 0;
    Inlines heading_; // the last one, or the entry's title: what is said of places that have no words of their own
};

void anchor_blocks(AnchorTable& table, Blocks& blocks) {
    visit_blocks(blocks, [&](Block& block) { table.add_block(block); });
}

// The notes of each entry, in their order in the document.
std::vector<std::vector<Note*>> notes_by_entry(Document& document) {
    std::vector<std::vector<Note*>> notes(document.entries.size());
    for (Note& note : document.notes)
        if (note.article < notes.size()) notes[note.article].push_back(&note);
    return notes;
}

} // namespace

void assign_anchors(Document& document, bool with_index, Diagnostics& diagnostics) {
    AnchorTable table(document, with_index, diagnostics);
    std::vector<std::vector<Note*>> const notes = notes_by_entry(document);
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        Entry& entry = document.entries[i];
        table.begin_entry(static_cast<std::uint32_t>(i));
        std::string const name = entry_name(entry);
        match(
            entry.kind,
            [&](Article& article) {
                article.anchor = table.add(name, {}, entry.serial, without_marks(article.title), entry.span);
                table.add_inlines(article.title, entry.serial);
                table.add_inlines(article.subtitle, entry.serial);
                anchor_blocks(table, article.abstract);
                anchor_blocks(table, article.body);
            },
            [&](Insert& insert) {
                table.add_inlines(insert.title, entry.serial);
                anchor_blocks(table, insert.content);
            },
            [&](PartTitle& part) {
                part.anchor = table.add(name, {}, entry.serial, without_marks(part.title), entry.span);
                table.add_inlines(part.title, entry.serial);
            });
        for (Note* note : notes[i]) anchor_blocks(table, note->content);
    }
}

namespace {

// Where ids as written lead: first within the own file, then in the publication, then by file name.
class Targets {
  public:
    explicit Targets(Document const& document) : document_(document) {
        for (std::size_t i = 0; i < document.anchors.size(); ++i) {
            Anchor const& anchor = document.anchors[i];
            if (anchor.written.empty()) continue;
            local_.emplace(std::pair{anchor.entry, anchor.written}, static_cast<AnchorId>(i));
            global_.emplace(anchor.written, static_cast<AnchorId>(i));
        }
        for (std::size_t i = 0; i < document.entries.size(); ++i)
            if (auto const* article = std::get_if<Article>(&document.entries[i].kind))
                files_.emplace(file_name(article->path), static_cast<std::uint32_t>(i));
    }

    std::optional<AnchorId> find(CrossReference const& reference, std::uint32_t entry) const {
        if (!reference.file.empty()) {
            auto const file = files_.find(file_name(reference.file));
            if (file == files_.end()) return std::nullopt;
            entry = file->second;
            if (reference.target.empty()) return std::get<Article>(document_.entries[entry].kind).anchor;
        }
        if (auto const found = local_.find({entry, reference.target}); found != local_.end()) return found->second;
        if (!reference.file.empty()) return std::nullopt;
        auto const found = global_.find(reference.target);
        return found == global_.end() ? std::nullopt : std::optional(found->second);
    }

    std::string nearest_id(std::string const& target) const {
        std::vector<std::string_view> names;
        for (auto const& [name, id] : global_) names.push_back(name);
        return nearest(target, names);
    }

  private:
    static std::string file_name(std::string const& path) { return path.substr(path.rfind('/') + 1); }
    Document const& document_;
    std::map<std::pair<std::uint32_t, std::string>, AnchorId> local_;
    std::map<std::string, AnchorId> global_;
    std::map<std::string, std::uint32_t> files_;
};

class Resolver {
  public:
    Resolver(Document& document, Diagnostics& diagnostics) : targets_(document), diagnostics_(diagnostics) {}

    void resolve(Inlines& inlines, std::uint32_t entry) {
        visit_inlines(inlines, [&](Inline& item) {
            auto* reference = std::get_if<CrossReference>(&item.kind);
            if (reference == nullptr) return;
            if (auto const anchor = targets_.find(*reference, entry)) {
                reference->anchor = *anchor;
                reference->resolved = true;
            } else {
                complain(*reference, item.span);
            }
        });
    }

  private:
    void complain(CrossReference const& reference, Span span) {
        std::string const written = reference.file + (reference.target.empty() ? "" : "#" + reference.target);
        std::vector<std::string> hints{"give the heading an id: ## Heading {#" + reference.target + "}"};
        if (std::string const near = targets_.nearest_id(reference.target); !near.empty())
            hints.insert(hints.begin(), fmt::format("did you mean \"#{}\"?", near));
        diagnostics_.error(quoin::Code::anchor_undefined, span, fmt::format("nothing has the id \"{}\"", written),
                           hints);
    }

    Targets targets_;
    Diagnostics& diagnostics_;
};

} // namespace

void resolve_references(Document& document, Diagnostics& diagnostics) {
    Resolver resolver(document, diagnostics);
    for (std::size_t i = 0; i < document.entries.size(); ++i) {
        auto const entry = static_cast<std::uint32_t>(i);
        auto const see = [&](Inlines& inlines, Language const&) { resolver.resolve(inlines, entry); };
        match(
            document.entries[i].kind,
            [&](Article& article) {
                resolver.resolve(article.subtitle, entry);
                visit_texts(article.abstract, {}, see);
                visit_texts(article.body, {}, see);
            },
            [&](Insert& insert) { visit_texts(insert.content, {}, see); }, [](PartTitle&) {});
    }
    for (Note& note : document.notes)
        visit_texts(note.content, {},
                    [&](Inlines& inlines, Language const&) { resolver.resolve(inlines, note.article); });
}

} // namespace quoin::transform
