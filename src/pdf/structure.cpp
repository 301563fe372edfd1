#include "pdf/structure.hpp"

#include "pdf/structure_types.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace quoin::pdf {

namespace {

using page::TagId;
using page::TagNode;
using page::TagRole;

/// What stands under an element, in reading order.
struct Kid {
    enum class Kind : std::uint8_t { element, content, span, link } kind = Kind::element;
    std::uint32_t page = 0;
    std::uint32_t index = 0; // element: node; content and span: MCID; link: index into the links
};

struct Element {
    std::vector<Kid> kids;
    bool attached = false;
    bool has_content = false; // marked content directly below
    bool has_link = false;
    std::optional<std::uint32_t> first_page;
    Object object;
};

std::string_view first_of(std::string_view text) {
    auto const begin = text.find_first_not_of(" \t(["); // "(a)"
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

class StructureWriter {
  public:
    StructureWriter(QPDF& file, page::PageList const& list, std::vector<PageContent> const& contents,
                    std::vector<Object>& pages, std::vector<Link>& links)
        : file_(file), list_(list), contents_(contents), pages_(pages), links_(links),
          elements_(list.tags.nodes.size()) {}

    Object write() {
        gather();
        order();
        root_ = file_.makeIndirectObject(dictionary({{"/Type", name("/StructTreeRoot")}}));
        make_elements();
        fill_kids();
        root_.replaceKey("/K", array({elements_[0].object}));
        write_parent_tree();
        write_id_tree();
        return root_;
    }

  private:
    static constexpr std::size_t index_of(TagId tag) { return static_cast<std::size_t>(tag); }
    [[nodiscard]] TagNode const& node(std::size_t index) const { return list_.tags.nodes[index]; }

    /// An element enters its parent when its first content is met: that puts a note's mark between the words before and
    /// after it. Elements without content of their own are sorted later.
    void attach(std::size_t index, std::uint32_t page) {
        if (!elements_[index].first_page) elements_[index].first_page = page;
        while (index != 0 && !elements_[index].attached) {
            elements_[index].attached = true;
            auto const parent = index_of(node(index).parent);
            elements_[parent].kids.push_back({Kid::Kind::element, page, static_cast<std::uint32_t>(index)});
            index = parent;
        }
    }

    void gather() {
        std::size_t next_link = 0;
        for (std::uint32_t page = 0; page < contents_.size(); ++page) {
            auto const& marks = contents_[page].marks;
            for (std::uint32_t mark = 0; mark < marks.size(); ++mark) {
                auto const index = index_of(marks[mark].tag);
                attach(index, page);
                elements_[index].has_content = true;
                auto const kind = marks[mark].actual_text.empty() ? Kid::Kind::content : Kid::Kind::span;
                elements_[index].kids.push_back({kind, page, mark});
            }
            for (; next_link < links_.size() && links_[next_link].page == page; ++next_link)
                gather_link(next_link, page);
        }
    }

    void gather_link(std::size_t link, std::uint32_t page) {
        auto const index = links_[link].tag == TagId::artifact ? 0 : index_of(links_[link].tag);
        attach(index, page);
        elements_[index].has_link = true;
        elements_[index].kids.push_back({Kid::Kind::link, page, static_cast<std::uint32_t>(link)});
    }

    /// Reading order is the order of the tree (a note stands after its paragraph, whatever its page), except among
    /// text.
    void order() {
        for (auto& element : elements_) {
            if (element.has_content) continue;
            std::stable_sort(element.kids.begin(), element.kids.end(), [](Kid const& a, Kid const& b) {
                bool const a_link = a.kind == Kid::Kind::link, b_link = b.kind == Kid::Kind::link;
                return a_link != b_link ? b_link : !a_link && a.index < b.index;
            });
        }
    }

    [[nodiscard]] bool kept(std::size_t index) const { return index == 0 || elements_[index].attached; }

    void make_elements() {
        auto const numbering = read_numbering();
        auto const boxes = read_boxes();
        for (std::size_t index = 0; index < elements_.size(); ++index) {
            if (!kept(index)) continue;
            auto& element = elements_[index];
            auto const& tag = node(index);
            Entries entries{{"/S", name('/' + std::string(type_of(index)))},
                            {"/P", index == 0 ? root_ : elements_[index_of(tag.parent)].object}};
            if (element.has_content && element.first_page) entries["/Pg"] = pages_[*element.first_page];
            if (!tag.language.empty()) entries["/Lang"] = text(tag.language);
            if (!tag.title.empty()) entries["/T"] = text(tag.title);
            if (!tag.alternative.empty()) entries["/Alt"] = text(tag.alternative);
            if (tag.role == TagRole::Note) entries["/ID"] = bytes_string(note_id(index));
            if (auto attributes = attributes_of(index, numbering, boxes); !attributes.isNull())
                entries["/A"] = attributes;
            element.object = file_.makeIndirectObject(dictionary(entries));
        }
    }

    /// A link that leads nowhere is text.
    [[nodiscard]] std::string_view type_of(std::size_t index) const {
        auto const role = node(index).role;
        return role == TagRole::Link && !elements_[index].has_link ? "Span" : structure_type(role);
    }

    [[nodiscard]] std::string note_id(std::size_t index) const {
        return node(index).id.empty() ? "note-" + std::to_string(index) : node(index).id;
    }

    /// By List node: the text of its first label.
    [[nodiscard]] std::map<std::size_t, std::string> read_numbering() const {
        std::map<std::size_t, std::string> found;
        for (auto const& page : list_.pages) {
            for (auto const& item : page.items) {
                auto const* run = std::get_if<page::GlyphRun>(&item.kind);
                if (run == nullptr || item.tag == TagId::artifact || node(index_of(item.tag)).role != TagRole::Label)
                    continue;
                auto const entry = index_of(node(index_of(item.tag)).parent);
                if (node(entry).role == TagRole::ListItem) found.try_emplace(index_of(node(entry).parent), run->text);
            }
        }
        return found;
    }

    [[nodiscard]] std::map<std::size_t, Extent> read_boxes() const {
        std::map<std::size_t, Extent> boxes;
        for (auto const& content : contents_) {
            for (auto const& [tag, extent] : content.figures) boxes.try_emplace(index_of(tag), extent);
        }
        return boxes;
    }

    [[nodiscard]] Object attributes_of(std::size_t index, std::map<std::size_t, std::string> const& numbering,
                                       std::map<std::size_t, Extent> const& boxes) const {
        auto const& tag = node(index);
        if (tag.role == TagRole::List) {
            auto const found = numbering.find(index);
            if (found == numbering.end()) return Object::newNull();
            return dictionary({{"/O", name("/List")}, {"/ListNumbering", name('/' + list_numbering(found->second))}});
        }
        if (tag.role == TagRole::Figure) {
            auto const found = boxes.find(index);
            if (found == boxes.end()) return Object::newNull();
            auto const& box = found->second;
            return dictionary({{"/O", name("/Layout")},
                               {"/Placement", name("/Block")},
                               {"/BBox", rectangle(box[0], box[1], box[2], box[3])}});
        }
        bool const header = tag.role == TagRole::TableHeader;
        if (!header && (tag.role != TagRole::TableCell || (tag.columns == 1 && tag.rows == 1)))
            return Object::newNull();
        Entries entries{{"/O", name("/Table")}};
        if (header) entries["/Scope"] = name(tag.row_header ? "/Row" : "/Column");
        if (tag.columns > 1) entries["/ColSpan"] = integer(tag.columns);
        if (tag.rows > 1) entries["/RowSpan"] = integer(tag.rows);
        return dictionary(entries);
    }

    void fill_kids() {
        owners_.resize(contents_.size());
        for (std::size_t page = 0; page < contents_.size(); ++page) owners_[page].resize(contents_[page].marks.size());
        link_owners_.resize(links_.size());
        for (std::size_t index = 0; index < elements_.size(); ++index) {
            if (!kept(index)) continue;
            auto const& element = elements_[index];
            std::vector<Object> kids;
            kids.reserve(element.kids.size());
            for (auto const& kid : element.kids) kids.push_back(make_kid(index, kid));
            auto object = element.object;
            if (!kids.empty()) object.replaceKey("/K", kids.size() == 1 ? kids.front() : array(kids));
        }
    }

    Object make_kid(std::size_t index, Kid const& kid) {
        auto const& element = elements_[index];
        switch (kid.kind) {
        case Kid::Kind::element: return elements_[kid.index].object;
        case Kid::Kind::content:
            owners_[kid.page][kid.index] = element.object;
            if (element.first_page == kid.page) return integer(kid.index);
            return dictionary({{"/Type", name("/MCR")}, {"/Pg", pages_[kid.page]}, {"/MCID", integer(kid.index)}});
        case Kid::Kind::span: {
            auto const& mark = contents_[kid.page].marks[kid.index];
            auto const span = file_.makeIndirectObject(dictionary({{"/S", name("/Span")},
                                                                   {"/P", element.object},
                                                                   {"/Pg", pages_[kid.page]},
                                                                   {"/ActualText", text(mark.actual_text)},
                                                                   {"/K", integer(kid.index)}}));
            owners_[kid.page][kid.index] = span;
            return span;
        }
        case Kid::Kind::link: return make_link(index, kid);
        }
        return Object::newNull();
    }

    /// An annotation belongs to a Link element (ISO 14289-1, 7.18.5); one that stands under something else gets its
    /// own.
    Object make_link(std::size_t index, Kid const& kid) {
        auto owner = elements_[index].object;
        auto const reference =
            dictionary({{"/Type", name("/OBJR")}, {"/Pg", pages_[kid.page]}, {"/Obj", links_[kid.index].annotation}});
        if (node(index).role == TagRole::Link) {
            link_owners_[kid.index] = owner;
            return reference;
        }
        auto const link =
            file_.makeIndirectObject(dictionary({{"/S", name("/Link")}, {"/P", owner}, {"/K", reference}}));
        link_owners_[kid.index] = link;
        return link;
    }

    void write_parent_tree() {
        std::vector<std::pair<Object, Object>> entries;
        for (std::size_t page = 0; page < owners_.size(); ++page) {
            if (owners_[page].empty()) continue;
            auto const key = integer(static_cast<long long>(page));
            pages_[page].replaceKey("/StructParents", key);
            entries.emplace_back(key, file_.makeIndirectObject(array(owners_[page])));
        }
        for (std::size_t link = 0; link < links_.size(); ++link) {
            auto const key = integer(static_cast<long long>(owners_.size() + link));
            links_[link].annotation.replaceKey("/StructParent", key);
            entries.emplace_back(key, link_owners_[link]);
        }
        root_.replaceKey("/ParentTree", tree(file_, entries, "/Nums"));
        root_.replaceKey("/ParentTreeNextKey", integer(static_cast<long long>(owners_.size() + links_.size())));
    }

    void write_id_tree() {
        std::map<std::string, Object> sorted;
        for (std::size_t index = 0; index < elements_.size(); ++index) {
            if (kept(index) && node(index).role == TagRole::Note)
                sorted.try_emplace(note_id(index), elements_[index].object);
        }
        if (sorted.empty()) return;
        std::vector<std::pair<Object, Object>> entries;
        entries.reserve(sorted.size());
        for (auto const& [id, object] : sorted) entries.emplace_back(bytes_string(id), object);
        root_.replaceKey("/IDTree", tree(file_, entries, "/Names"));
    }

    QPDF& file_;
    page::PageList const& list_;
    std::vector<PageContent> const& contents_;
    std::vector<Object>& pages_;
    std::vector<Link>& links_;
    std::vector<Element> elements_;
    Object root_;
    std::vector<std::vector<Object>> owners_; // by page and MCID
    std::vector<Object> link_owners_;
};

} // namespace

Object make_structure(QPDF& file, page::PageList const& list, std::vector<PageContent> const& contents,
                      std::vector<Object>& pages, std::vector<Link>& links) {
    return StructureWriter(file, list, contents, pages, links).write();
}

std::string list_numbering(std::string_view first_label) {
    auto const label = first_of(first_label);
    if (label.empty()) return "None";
    for (auto const& [signs, kind] :
         {std::pair{"•●·", "Disc"}, std::pair{"○◦", "Circle"}, std::pair{"■▪□", "Square"}}) {
        // The signs are compared as whole characters of two or three bytes.
        auto const end = std::find_if(label.begin() + 1, label.end(), [](char c) { return (c & 0xc0) != 0x80; });
        if (std::string_view(signs).find(label.substr(0, static_cast<std::size_t>(end - label.begin()))) !=
            std::string_view::npos)
            return kind;
    }
    char const c = label.front();
    if (c >= '0' && c <= '9') return "Decimal";
    if (c == 'i') return "LowerRoman";
    if (c == 'I') return "UpperRoman";
    if (c >= 'a' && c <= 'z') return "LowerAlpha";
    if (c >= 'A' && c <= 'Z') return "UpperAlpha";
    return "None"; // dashes and other marks: "arbitrary text not subject to any numbering scheme"
}

} // namespace quoin::pdf
