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
        : document_(document), old_notes_(std::move(document.notes)), old_assets_(std::move(document.assets)),
          called_(old_notes_.size()) {
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

    /// Contents of notes that nothing calls, with the index of the note that is called before each, if any.
    [[nodiscard]] std::vector<std::pair<std::size_t, Blocks>> uncalled() {
        std::vector<std::pair<std::size_t, Blocks>> found;
        std::size_t near = document_.notes.size();
        for (std::size_t at = 0; at < old_notes_.size(); ++at) {
            if (called_[at]) {
                near = new_number_[at];
            } else {
                found.emplace_back(near, old_notes_[at].content);
            }
        }
        return found;
    }

    [[nodiscard]] std::size_t note_count() const { return document_.notes.size(); }

  private:
    /// False when there is nothing to call: a note without text, or one that stands in a note itself.
    bool call(NoteReference& reference) {
        auto const old = static_cast<std::size_t>(reference.note);
        if (old >= old_notes_.size() || within_note_ || old_notes_[old].content.empty()) return false;
        auto const [found, added] = in_file_.try_emplace(old, document_.notes.size());
        if (added) {
            document_.notes.push_back(old_notes_[old]); // once a file: labels count in their file alone
            called_[old] = true;
            new_number_[old] = found->second;
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
    std::vector<bool> called_;
    std::map<std::size_t, std::size_t> new_number_, in_file_, assets_;
    std::map<std::size_t, std::uint32_t> occurrences_;
    std::size_t first_ = 0;
    bool within_note_ = false;
};

void renumber(Document& document, Renumberer& to, std::vector<std::size_t>& ends) {
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
        ends.push_back(to.note_count());
    }
    for (Blocks* text :
         {&document.imprint, &document.back, &document.inside_front, &document.inside_back, &document.flaps}) {
        to.begin_file();
        to.blocks(*text);
        to.end_file();
    }
}

/// Notes that nothing calls, behind the text of the article whose notes they stand among.
bool rescue_uncalled(Document& document, Renumberer& numbers, std::vector<std::size_t> const& ends) {
    auto const lost = numbers.uncalled();
    bool any = false;
    for (auto const& [near, content] : lost) {
        if (content.empty()) continue;
        Blocks* to = nullptr;
        for (std::size_t at = 0; at < document.entries.size(); ++at) {
            auto* const article = std::get_if<Article>(&document.entries[at].kind);
            if (article == nullptr) continue;
            bool const beyond = near < ends[at];
            if (to == nullptr || near >= (at == 0 ? 0 : ends[at - 1])) to = &article->body;
            if (beyond) break;
        }
        if (to == nullptr) to = &document.imprint;
        to->insert(to->end(), content.begin(), content.end());
        any = true;
    }
    return any;
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
    for (Note& note : document.notes) note.content = canonical_blocks(std::move(note.content), 1);
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
    canonise_texts(document);
    std::vector<std::size_t> ends;
    Renumberer numbers(document);
    renumber(document, numbers, ends);
    if (rescue_uncalled(document, numbers, ends)) {
        Renumberer again(document);
        ends.clear();
        renumber(document, again, ends);
    }
    canonise_metadata(document.metadata);
    return document;
}

Publication canonical(Publication publication) {
    for (Document& edition : publication.editions) edition = canonical(std::move(edition));
    return publication;
}

} // namespace quoin::writer
