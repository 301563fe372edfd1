#include "manuscript/combine.hpp"

#include "model/walk.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quoin::manuscript {

using namespace model;

namespace {

// Ids are indexes: behind another document's tables they begin later.
struct Shift {
    std::uint32_t notes, anchors, assets;
};

template <typename Id>
void move_up(Id& id, std::uint32_t by) {
    id = static_cast<Id>(static_cast<std::uint32_t>(id) + by);
}

void renumber(Inline& item, Shift const& by) {
    if (auto* reference = std::get_if<NoteReference>(&item.kind)) move_up(reference->note, by.notes);
    if (auto* picture = std::get_if<InlinePicture>(&item.kind)) move_up(picture->asset, by.assets);
    if (auto* anchor = std::get_if<InlineAnchor>(&item.kind)) move_up(anchor->anchor, by.anchors);
}

void renumber_figures(Blocks& blocks, Shift const& by) {
    visit_blocks(blocks, [&](Block& block) {
        if (auto* figure = std::get_if<Figure>(&block.kind)) move_up(figure->asset, by.assets);
    });
}

void renumber(Document& document, Shift const& by) {
    visit_texts(document, [&](Inlines& inlines, Language const&) {
        visit_inlines(inlines, [&](Inline& item) { renumber(item, by); });
    });
    for (Entry& entry : document.entries) {
        if (auto* article = std::get_if<Article>(&entry.kind)) {
            renumber_figures(article->abstract, by);
            renumber_figures(article->body, by);
        } else if (auto* insert = std::get_if<Insert>(&entry.kind)) {
            renumber_figures(insert->content, by);
        }
    }
    for (Note& note : document.notes) renumber_figures(note.content, by);
    for (Blocks* blocks : {&document.imprint, &document.back, &document.inside_front, &document.inside_back})
        renumber_figures(*blocks, by);
}

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void take(std::string& to, std::string const& from) {
    if (to.empty()) to = from;
}

void take_metadata(Metadata& to, Metadata const& from) {
    for (auto const field : {&Metadata::title, &Metadata::subtitle, &Metadata::publisher, &Metadata::rights,
                             &Metadata::description, &Metadata::identifier})
        take(to.*field, from.*field);
    for (auto const field : {&Issue::series, &Issue::volume, &Issue::number, &Issue::price, &Issue::issn})
        take(to.issue.*field, from.issue.*field);
    if (!to.issue.date) to.issue.date = from.issue.date;
    for (auto const field : {&Contact::website, &Contact::email, &Contact::phone})
        take(to.contact.*field, from.contact.*field);
    if (to.cover.lines.empty()) to.cover.lines = from.cover.lines;
    if (!to.date_stated && from.date_stated) {
        to.date = from.date;
        to.date_stated = true;
    }
}

// "images/a.png" twice: the second is "images/2-a.png".
std::string free_name(std::string const& path, std::set<std::string> const& taken) {
    std::string made = path;
    std::size_t const slash = path.rfind('/') + 1;
    for (int number = 2; taken.contains(made); ++number)
        made = path.substr(0, slash) + fmt::format("{}-", number) + path.substr(slash);
    return made;
}

void take_pictures(Combined& to, Imported& part, std::set<std::string>& taken) {
    for (PictureFile& picture : part.pictures) {
        std::string const path = free_name(picture.path, taken);
        taken.insert(path);
        for (Asset& asset : part.document.assets)
            if (asset.file == picture.path) asset.path = asset.file = path;
        if (part.document.metadata.cover.image == picture.path) part.document.metadata.cover.image = path;
        to.pictures.push_back({path, std::move(picture.content)});
    }
}

void take_document(Document& to, Document& from) {
    renumber(from, {static_cast<std::uint32_t>(to.notes.size()), static_cast<std::uint32_t>(to.anchors.size()),
                    static_cast<std::uint32_t>(to.assets.size())});
    take_metadata(to.metadata, from.metadata);
    append(to.entries, from.entries);
    append(to.notes, from.notes);
    append(to.anchors, from.anchors);
    append(to.assets, from.assets);
    append(to.imprint, from.imprint);
    append(to.back, from.back);
}

} // namespace

Combined combine(std::vector<Imported>& parts) {
    Combined combined;
    std::set<std::string> taken;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        take_pictures(combined, parts[index], taken);
        if (index == 0)
            combined.document = std::move(parts[index].document);
        else
            take_document(combined.document, parts[index].document);
    }
    return combined;
}

} // namespace quoin::manuscript
