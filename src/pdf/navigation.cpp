#include "pdf/navigation.hpp"

#include "pdf/content_buffer.hpp"

#include <algorithm>
#include <array>

namespace quoin::pdf {

namespace {

std::int64_t from_bottom(page::PageList const& list, Length y) {
    return ContentBuffer::thousandths(list.trim.height - y);
}

/// Left, bottom, right, top of a link's area.
using Area = std::array<std::int64_t, 4>;

struct PendingLink {
    page::LinkArea const* first = nullptr;
    page::TagId tag{};
    std::vector<Area> areas;
};

bool same_link(PendingLink const& link, page::LinkArea const& area, page::TagId tag) {
    return link.tag == tag && link.first->link == area.link && link.first->destination == area.destination &&
           link.first->address == area.address;
}

std::vector<PendingLink> collect_links(page::PageList const& list, page::Page const& page, Destinations const& known) {
    std::vector<PendingLink> links;
    for (auto const& item : page.items) {
        auto const* area = std::get_if<page::LinkArea>(&item.kind);
        if (area == nullptr || (area->address.empty() && !known.contains(area->destination))) continue;
        Area const box{ContentBuffer::thousandths(item.at.x), from_bottom(list, item.at.y + area->height),
                       ContentBuffer::thousandths(item.at.x + area->width), from_bottom(list, item.at.y)};
        auto found = std::find_if(links.begin(), links.end(),
                                  [&](auto const& link) { return same_link(link, *area, item.tag); });
        if (found == links.end()) {
            links.push_back({area, item.tag, {box}});
        } else {
            found->areas.push_back(box);
        }
    }
    return links;
}

/// Addresses are ASCII (ISO 32000-1, 12.6.4.7); other characters are escaped as RFC 3986 says.
std::string ascii_address(std::string const& address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (char const c : address) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte > 32 && byte < 127) {
            result += c;
        } else {
            result += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return result;
}

/// PDF/UA wants words for every link (ISO 14289-1, 7.18.5).
std::string spoken_target(page::PageList const& list, page::LinkArea const& area) {
    if (!area.contents.empty()) return area.contents;
    if (!area.address.empty()) return area.address;
    for (auto const& entry : list.outline) {
        if (entry.destination == area.destination) return entry.title;
    }
    return area.destination;
}

Object make_annotation(QPDF& file, page::PageList const& list, PendingLink const& link) {
    Area box = link.areas.front();
    auto corners = Object::newArray();
    for (auto const& area : link.areas) {
        for (std::size_t side = 0; side < 2; ++side) {
            box[side] = std::min(box[side], area[side]);
            box[side + 2] = std::max(box[side + 2], area[side + 2]);
        }
        // Upper left, upper right, lower left, lower right: the order that every reader expects, whatever table 179
        // says.
        for (std::size_t const side : {0U, 3U, 2U, 3U, 0U, 1U, 2U, 1U}) corners.appendItem(fixed(area[side], 3));
    }
    Entries entries{{"/Type", name("/Annot")},
                    {"/Subtype", name("/Link")},
                    {"/Rect", rectangle(box[0], box[1], box[2], box[3])},
                    {"/QuadPoints", corners},
                    {"/Border", array({integer(0), integer(0), integer(0)})},
                    {"/F", integer(4)}, // Print: wanted by PDF/A of every annotation
                    {"/Contents", text(spoken_target(list, *link.first))}};
    if (link.first->address.empty()) {
        // An action rather than Dest: tools that look for links look for actions first.
        entries["/A"] = dictionary({{"/S", name("/GoTo")}, {"/D", bytes_string(link.first->destination)}});
    } else {
        entries["/A"] = dictionary({{"/S", name("/URI")}, {"/URI", bytes_string(ascii_address(link.first->address))}});
    }
    return file.makeIndirectObject(dictionary(entries));
}

/// The outline as a tree of indices into PageList::outline.
struct OutlineNode {
    std::size_t parent = 0;
    std::vector<std::size_t> children; // of nodes
};

/// Node 0 is the root; node n is entry n-1. A depth that jumps is cut to one more than the entry before.
std::vector<OutlineNode> outline_tree(std::vector<page::OutlineEntry> const& entries) {
    std::vector<OutlineNode> nodes(entries.size() + 1);
    std::vector<std::size_t> path{0};
    for (std::size_t index = 0; index < entries.size(); ++index) {
        auto const depth = static_cast<std::size_t>(std::max(entries[index].depth, 0));
        path.resize(std::min(path.size(), depth + 1));
        nodes[index + 1].parent = path.back();
        nodes[path.back()].children.push_back(index + 1);
        path.push_back(index + 1);
    }
    return nodes;
}

} // namespace

Destinations collect_destinations(page::PageList const& list) {
    Destinations found;
    for (std::size_t page = 0; page < list.pages.size(); ++page) {
        for (auto const& item : list.pages[page].items) {
            if (auto const* anchor = std::get_if<page::Anchor>(&item.kind)) {
                found.try_emplace(anchor->name, Destination{page, ContentBuffer::thousandths(item.at.x),
                                                            from_bottom(list, item.at.y)});
            }
        }
    }
    return found;
}

Object make_destination_tree(QPDF& file, Destinations const& destinations, std::vector<Object> const& pages) {
    std::vector<std::pair<Object, Object>> entries;
    for (auto const& [key, place] : destinations) {
        entries.emplace_back(bytes_string(key), array({pages[place.page], name("/XYZ"), fixed(place.x, 3),
                                                       fixed(place.y, 3), Object::newNull()}));
    }
    return tree(file, entries, "/Names");
}

std::vector<Link> make_links(QPDF& file, page::PageList const& list, Destinations const& destinations,
                             std::vector<Object>& pages) {
    std::vector<Link> links;
    for (std::size_t page = 0; page < list.pages.size(); ++page) {
        auto annotations = Object::newArray();
        for (auto const& pending : collect_links(list, list.pages[page], destinations)) {
            links.push_back({page, pending.tag, make_annotation(file, list, pending)});
            annotations.appendItem(links.back().annotation);
        }
        if (annotations.getArrayNItems() > 0) pages[page].replaceKey("/Annots", annotations);
    }
    return links;
}

Object make_outline(QPDF& file, page::PageList const& list, Destinations const& destinations) {
    if (list.outline.empty()) return Object::newNull();
    // A long outline starts closed, so that its parts are seen at a glance.
    constexpr std::size_t longest_open = 40;
    bool const open = list.outline.size() <= longest_open;
    auto const nodes = outline_tree(list.outline);

    std::vector<Object> objects;
    for (std::size_t node = 0; node < nodes.size(); ++node)
        objects.push_back(file.makeIndirectObject(Object::newDictionary()));
    std::vector<long long> inside(nodes.size(), 0); // descendants that show when the node is open
    for (std::size_t node = nodes.size(); node-- > 1;) inside[nodes[node].parent] += 1 + (open ? inside[node] : 0);
    objects[0].replaceKey("/Type", name("/Outlines"));
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        auto& object = objects[node];
        if (node > 0) {
            auto const& entry = list.outline[node - 1];
            object.replaceKey("/Title", text(entry.title));
            object.replaceKey("/Parent", objects[nodes[node].parent]);
            if (destinations.contains(entry.destination)) object.replaceKey("/Dest", bytes_string(entry.destination));
        }
        auto const& children = nodes[node].children;
        if (children.empty()) continue;
        object.replaceKey("/First", objects[children.front()]);
        object.replaceKey("/Last", objects[children.back()]);
        object.replaceKey("/Count", integer(open || node == 0 ? inside[node] : -inside[node]));
        for (std::size_t place = 0; place < children.size(); ++place) {
            if (place > 0) objects[children[place]].replaceKey("/Prev", objects[children[place - 1]]);
            if (place + 1 < children.size()) objects[children[place]].replaceKey("/Next", objects[children[place + 1]]);
        }
    }
    return objects[0];
}

} // namespace quoin::pdf
