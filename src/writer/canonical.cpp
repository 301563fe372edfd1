#include "writer/canonical.hpp"

#include "model/walk.hpp"
#include "reader/language.hpp"
#include "reader/manifest.hpp"
#include "writer/canonical_blocks.hpp"
#include "writer/canonical_inlines.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace quoin::writer {

using namespace model;

namespace {

/// A label that a text can be called by: no spaces, brackets or carets.
bool is_plain_label(std::string const& label) {
    bool const plain = std::all_of(label.begin(), label.end(), [](char letter) {
        return static_cast<unsigned char>(letter) > 0x20 &&
               std::string_view("[]^\\`<>|{}*_~&").find(letter) == std::string_view::npos;
    });
    return plain && !label.empty() && label.size() <= 40;
}

/// Notes and pictures of one document, numbered anew as its files are gone through.
class Renumberer {
  public:
    explicit Renumberer(Document& document)
        : document_(document), old_notes_(std::move(document.notes)), old_assets_(std::move(document.assets)) {
        document.notes.clear();
        document.assets.clear();
    }

    void begin_file() {
        in_file_.clear();
        occurrences_.clear();
        first_ = document_.notes.size();
    }

    void inlines(Inlines& row) {
        Inlines result;
        for (Inline& piece : row) {
            if (auto* const reference = std::get_if<NoteReference>(&piece.kind)) {
                if (!call(*reference)) continue;
            }
            if (auto* const picture = std::get_if<InlinePicture>(&piece.kind)) picture->asset = asset(picture->asset);
            if (Inlines* const inside = children(piece)) inlines(*inside);
            result.push_back(std::move(piece));
        }
        row = std::move(result);
    }

    void blocks(Blocks& content) {
        for (Block& block : content) one(block);
    }

    /// Contents of the notes that the file calls, and their labels.
    void end_file() {
        label_notes();
        for (std::size_t at = first_; at < document_.notes.size(); ++at) {
            within_note_ = true;
            blocks(document_.notes[at].content);
            within_note_ = false;
        }
    }

  private:
    /// False when there is nothing to call: a note without text, or one that stands in a note itself.
    bool call(NoteReference& reference) {
        auto const old = static_cast<std::size_t>(reference.note);
        if (old >= old_notes_.size() || within_note_ || old_notes_[old].content.empty()) return false;
        auto const [found, added] = in_file_.try_emplace(old, document_.notes.size());
        if (added) {
            document_.notes.push_back(old_notes_[old]); // once a file: labels count in their file alone
        }
        reference.note = static_cast<NoteId>(found->second);
        reference.occurrence = occurrences_[found->second]++;
        return true;
    }

    AssetId asset(AssetId id) {
        auto const old = static_cast<std::size_t>(id);
        auto const [found, added] = assets_.try_emplace(old, document_.assets.size());
        if (added) document_.assets.push_back(old < old_assets_.size() ? old_assets_[old] : Asset{});
        return static_cast<AssetId>(found->second);
    }

    void label_notes() {
        std::set<std::string> taken;
        std::vector<bool> keeps(document_.notes.size() - first_);
        for (std::size_t at = first_; at < document_.notes.size(); ++at) {
            std::string const& label = document_.notes[at].label;
            keeps[at - first_] = is_plain_label(label) && taken.insert(label).second;
        }
        int number = 0;
        for (std::size_t at = first_; at < document_.notes.size(); ++at) {
            ++number;
            if (keeps[at - first_]) continue;
            int free = number;
            while (!taken.insert(std::to_string(free)).second) ++free;
            document_.notes[at].label = std::to_string(free);
        }
    }

    void rows(std::vector<TableRow>& list) {
        for (TableRow& row : list) {
            for (TableCell& cell : row) inlines(cell.content);
        }
    }

    /// In the order in which `reader` meets them.
    void one(Block& block) {
        match(
            block.kind, [&](Paragraph& it) { inlines(it.content); }, [&](Heading& it) { inlines(it.content); },
            [&](Quote& it) {
                inlines(it.attribution);
                blocks(it.content);
            },
            [&](List& it) {
                for (ListItem& item : it.items) blocks(item.content);
            },
            [&](DefinitionList& it) {
                for (Definition& item : it.items) {
                    inlines(item.term);
                    for (Blocks& meaning : item.meanings) blocks(meaning);
                }
            },
            [&](Table& it) {
                rows(it.head);
                rows(it.body);
                inlines(it.caption);
            },
            [&](Figure& it) {
                inlines(it.caption);
                it.asset = asset(it.asset);
            },
            [&](Verse& it) {
                for (Stanza& stanza : it.stanzas) {
                    for (VerseLine& line : stanza) inlines(line.content);
                }
            },
            [&](Insert& it) {
                inlines(it.title);
                blocks(it.content);
            },
            [](Separator&) {}, [](CodeBlock&) {}, [&](Division& it) { blocks(it.content); });
    }

    Document& document_;
    std::vector<Note> old_notes_;
    std::vector<Asset> old_assets_;
    std::map<std::size_t, std::size_t> in_file_, assets_;
    std::map<std::size_t, std::uint32_t> occurrences_;
    std::size_t first_ = 0;
    bool within_note_ = false;
};

void renumber(Document& document) {
    Renumberer to(document);
    for (Entry& entry : document.entries) {
        to.begin_file();
        match(
            entry.kind,
            [&](Article& it) {
                to.inlines(it.title);
                to.inlines(it.subtitle);
                to.blocks(it.abstract);
                to.blocks(it.body);
            },
            [&](Insert& it) {
                to.inlines(it.title);
                to.blocks(it.content);
            },
            [&](PartTitle& it) { to.inlines(it.title); });
        to.end_file();
    }
    for (Blocks* text :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps}) {
        to.begin_file();
        to.blocks(*text);
        to.end_file();
    }
}

/// The article whose text calls the note, for every note; `entries.size()` for those that nothing calls, more for those of other texts.
std::vector<std::size_t> callers(Document& document) {
    std::vector<std::size_t> result(document.notes.size(), document.entries.size());
    std::size_t entry = document.entries.size() + 1; // the cover's texts and the imprint
    auto const look = [&](Inlines& row) {
        visit_inlines(row, [&](Inline& piece) {
            auto const* const reference = std::get_if<NoteReference>(&piece.kind);
            auto const note = reference == nullptr ? result.size() : static_cast<std::size_t>(reference->note);
            if (note < result.size()) result[note] = entry;
        });
    };
    auto const look_through = [&](Blocks& blocks) {
        visit_texts(blocks, {}, [&](Inlines& row, Language const&) { look(row); });
    };
    for (Blocks* text :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps})
        look_through(*text);
    for (entry = 0; entry < document.entries.size(); ++entry) {
        match(
            document.entries[entry].kind,
            [&](Article& it) {
                look(it.title);
                look(it.subtitle);
                look_through(it.abstract);
                look_through(it.body);
            },
            [&](Insert& it) {
                look(it.title);
                look_through(it.content);
            },
            [&](PartTitle& it) { look(it.title); });
    }
    return result;
}

/// Notes that nothing calls, behind the text of the article whose notes they stand among.
void rescue_uncalled(Document& document) {
    std::vector<std::size_t> const called_by = callers(document);
    auto const article_at = [&](std::size_t entry) -> Article* {
        return entry < document.entries.size() ? std::get_if<Article>(&document.entries[entry].kind) : nullptr;
    };
    Article* near = nullptr;
    for (std::size_t entry = 0; entry < document.entries.size() && near == nullptr; ++entry) near = article_at(entry);
    for (std::size_t at = 0; at < document.notes.size(); ++at) {
        if (Article* const article = article_at(called_by[at])) near = article;
        if (called_by[at] != document.entries.size()) continue;
        Blocks& to = near == nullptr ? document.imprint : near->body;
        for (Block& block : document.notes[at].content) to.push_back(std::move(block));
        document.notes[at].content.clear();
    }
}

/// A note within a note: its text stands at the end of the one around it.
void unnest_notes(Document& document) {
    for (std::size_t at = 0; at < document.notes.size(); ++at) {
        std::vector<NoteReference> inner;
        std::function<void(Inlines&)> const find = [&](Inlines& row) {
            std::erase_if(row, [&](Inline const& piece) {
                auto const* const reference = std::get_if<NoteReference>(&piece.kind);
                if (reference != nullptr) inner.push_back(*reference);
                return reference != nullptr;
            });
            for (Inline& piece : row) {
                if (Inlines* const inside = children(piece)) find(*inside);
            }
        };
        visit_texts(document.notes[at].content, {}, [&](Inlines& row, Language const&) { find(row); });
        for (NoteReference const& reference : inner) {
            auto const other = static_cast<std::size_t>(reference.note);
            if (other == at || other >= document.notes.size()) continue;
            Blocks& to = document.notes[at].content;
            for (Block& block : document.notes[other].content) to.push_back(std::move(block));
            document.notes[other].content.clear();
        }
    }
}

/// Calls of notes that are not there or say nothing.
void drop_empty_calls(Document& document) {
    std::function<void(Inlines&)> const look = [&](Inlines& row) {
        std::erase_if(row, [&](Inline const& piece) {
            auto const* const reference = std::get_if<NoteReference>(&piece.kind);
            if (reference == nullptr) return false;
            auto const note = static_cast<std::size_t>(reference->note);
            return note >= document.notes.size() || document.notes[note].content.empty();
        });
        for (Inline& piece : row) {
            if (Inlines* const inside = children(piece)) look(*inside);
        }
    };
    visit_texts(document, [&](Inlines& row, Language const&) { look(row); });
}

void canonise_texts(Document& document) {
    for (Entry& entry : document.entries) {
        match(
            entry.kind,
            [](Article& it) {
                it.title = canonical_inlines(std::move(it.title), Breaks::kept);
                it.subtitle = canonical_inlines(std::move(it.subtitle), Breaks::kept);
                it.abstract = canonical_blocks(std::move(it.abstract), 1);
                it.body = canonical_blocks(std::move(it.body), 2);
                it.language = reader::canonical_language(it.language);
                it.byline = canonical_line(it.byline);
                it.running_title = canonical_line(it.running_title);
                it.department = canonical_line(it.department);
                std::erase_if(it.authors, [](Author const& author) { return author.name.empty(); });
            },
            [](Insert& it) {
                it.title = canonical_inlines(std::move(it.title), Breaks::kept);
                it.content = canonical_blocks(std::move(it.content), 2);
                it.language = reader::canonical_language(it.language);
                it.classes.clear(); // a file of its own has none
            },
            [](PartTitle& it) { it.title = canonical_inlines(std::move(it.title), Breaks::kept); });
    }
    for (Blocks* text :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps})
        *text = canonical_blocks(std::move(*text), 2);
}

void canonise_metadata(Metadata& it) {
    if (it.layout.empty()) it.layout = reader::usual_layout(it.kind);
    if (!reader::canonical_language(it.language).empty()) it.language = reader::canonical_language(it.language);
    if (!it.date_stated && it.issue.date) {
        it.date = *it.issue.date;
        it.date_stated = true;
    }
}

} // namespace

Document canonical(Document document) {
    unnest_notes(document);
    for (Note& note : document.notes) note.content = canonical_blocks(std::move(note.content), 1);
    rescue_uncalled(document);
    drop_empty_calls(document);
    canonise_texts(document);
    renumber(document);
    canonise_metadata(document.metadata);
    return document;
}

Publication canonical(Publication publication) {
    for (Document& edition : publication.editions) edition = canonical(std::move(edition));
    return publication;
}

} // namespace quoin::writer
