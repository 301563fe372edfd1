#include "page/insert_pages.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace quoin::page {

namespace {

// Translates the numbers of one list into those of another, adding what is missing.
class Translation {
  public:
    Translation(PageList& into, PageList const& from) : into_(into), from_(from) {}

    void translate(Item& item) {
        match(
            item.kind, [&](GlyphRun& run) { ink(run.ink); }, [&](Rule& rule) { ink(rule.ink); },
            [&](Path& path) {
                for (InkUse& use : path.fill) ink(use);
                for (InkUse& use : path.stroke) ink(use);
            },
            [&](Picture& picture) { picture.image = image(picture.image); }, [](LinkArea&) {}, [](Anchor&) {});
        item.tag = tag(item.tag);
    }

  private:
    void ink(InkUse& use) {
        Ink const& wanted = from_.inks.at(static_cast<std::size_t>(use.ink));
        auto const found = std::find(into_.inks.begin(), into_.inks.end(), wanted);
        use.ink = static_cast<InkId>(found - into_.inks.begin());
        if (found == into_.inks.end()) into_.inks.push_back(wanted);
    }

    ImageId image(ImageId id) {
        auto const [known, added] = images_.try_emplace(id, static_cast<ImageId>(into_.images.size()));
        if (added) into_.images.push_back(from_.images.at(static_cast<std::size_t>(id)));
        return known->second;
    }

    TagId tag(TagId id) {
        if (id == TagId::artifact || id == TagId::document) return id;
        if (auto const known = tags_.find(id); known != tags_.end()) return known->second;
        TagNode node = from_.tags.nodes.at(static_cast<std::size_t>(id));
        node.parent = tag(node.parent);
        return tags_[id] = into_.tags.add(std::move(node));
    }

    PageList& into_;
    PageList const& from_;
    std::map<ImageId, ImageId> images_;
    std::map<TagId, TagId> tags_;
};

// Children are read in order of their index, so what stands on a page before all others must come first in the tree.
void move_to_front(PageList& list, std::size_t first) {
    auto& nodes = list.tags.nodes;
    std::size_t const moved = nodes.size() - first;
    if (moved == 0 || first == 1) return;
    std::rotate(nodes.begin() + 1, nodes.begin() + static_cast<std::ptrdiff_t>(first), nodes.end());
    auto const renumbered = [&](TagId id) {
        auto const index = static_cast<std::size_t>(id);
        if (id == TagId::artifact || id == TagId::document) return id;
        return static_cast<TagId>(index >= first ? index - first + 1 : index + moved);
    };
    for (TagNode& node : nodes) node.parent = renumbered(node.parent);
    for (Page& page : list.pages)
        for (Item& item : page.items) item.tag = renumbered(item.tag);
}

} // namespace

void insert_page(PageList& into, std::size_t at, PageList const& from, std::size_t index) {
    assert(at <= into.pages.size() && into.fonts.size() == from.fonts.size());
    Page page = from.pages.at(index);
    Translation translation(into, from);
    std::size_t const first_tag = into.tags.nodes.size();
    for (Item& item : page.items) translation.translate(item);
    into.pages.insert(into.pages.begin() + static_cast<std::ptrdiff_t>(at), std::move(page));
    if (at == 0) move_to_front(into, first_tag);
    for (std::size_t i = at; i < into.pages.size(); ++i) into.pages[i].recto = i % 2 == 0;
}

} // namespace quoin::page
