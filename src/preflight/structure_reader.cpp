#include "preflight/structure_reader.hpp"

#include "preflight/objects.hpp"

#include <optional>
#include <set>

namespace quoin::preflight {

namespace {

class StructureReader {
  public:
    StructureReader(std::vector<PageFacts> const& pages, PageNumbers const& numbers)
        : pages_(pages), numbers_(numbers) {}

    StructureFacts read(QPDFObjectHandle tree) {
        roles_ = tree.getKey("/RoleMap");
        visit_kids(tree.getKey("/K"), 0, std::nullopt);
        return std::move(facts_);
    }

  private:
    [[nodiscard]] std::optional<std::size_t> page_of(QPDFObjectHandle object) const {
        if (!object.isDictionary()) return std::nullopt;
        auto const found = numbers_.find({object.getObjectID(), object.getGeneration()});
        return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }

    void visit_kids(QPDFObjectHandle kids, std::size_t owner, std::optional<std::size_t> page) {
        if (kids.isArray()) {
            for (int at = 0; at < kids.getArrayNItems(); ++at) visit(kids.getArrayItem(at), owner, page);
        } else if (!kids.isNull()) {
            visit(kids, owner, page);
        }
    }

    void visit(QPDFObjectHandle kid, std::size_t owner, std::optional<std::size_t> page) {
        if (kid.isInteger()) {
            add_content(static_cast<std::size_t>(kid.getIntValue()), owner, page);
        } else if (kid.isDictionary()) {
            if (is_name(kid.getKey("/Type"), "/MCR")) {
                auto const own = page_of(kid.getKey("/Pg"));
                if (kid.getKey("/MCID").isInteger())
                    add_content(static_cast<std::size_t>(kid.getKey("/MCID").getIntValue()), owner, own ? own : page);
            } else if (is_name(kid.getKey("/Type"), "/OBJR")) {
                if (owner < facts_.elements.size()) facts_.elements[owner].has_link_object = true;
            } else {
                visit_element(kid, page);
            }
        }
    }

    void visit_element(QPDFObjectHandle element, std::optional<std::size_t> page) {
        if (!seen_.insert({element.getObjectID(), element.getGeneration()}).second && element.isIndirect()) return;
        constexpr int deepest = 200;
        if (depth_ == deepest) return;
        ++depth_;
        ElementFact fact;
        fact.type = name_of(element.getKey("/S"));
        if (auto role = key(roles_, "/" + fact.type); role.isName()) fact.type = name_of(role);
        fact.id = text_of(element.getKey("/ID"));
        fact.has_alternative = element.getKey("/Alt").isString() && !text_of(element.getKey("/Alt")).empty();
        read_attributes(element.getKey("/A"), fact);
        if (auto const own = page_of(element.getKey("/Pg"))) page = own;
        fact.page = page.value_or(0);
        facts_.elements.push_back(std::move(fact));
        visit_kids(element.getKey("/K"), facts_.elements.size() - 1, page);
        --depth_;
    }

    static void read_attributes(QPDFObjectHandle attributes, ElementFact& fact) {
        for (auto const& one : attributes.isArray() ? items(attributes) : std::vector{attributes}) {
            if (!key(one, "/BBox").isNull()) fact.has_box = true;
            if (!key(one, "/Scope").isNull()) fact.has_scope = true;
        }
    }

    void add_content(std::size_t mcid, std::size_t owner, std::optional<std::size_t> page) {
        if (!page || *page >= pages_.size()) return;
        if (owner < facts_.elements.size() && facts_.elements[owner].page == 0) facts_.elements[owner].page = *page;
        auto const& texts = pages_[*page].marked_text;
        if (mcid < texts.size()) facts_.text += texts[mcid];
    }

    std::vector<PageFacts> const& pages_;
    PageNumbers const& numbers_;
    QPDFObjectHandle roles_ = QPDFObjectHandle::newNull();
    StructureFacts facts_;
    std::set<std::pair<int, int>> seen_;
    int depth_ = 0;
};

} // namespace

StructureFacts read_structure(QPDF& file, std::vector<PageFacts> const& pages, PageNumbers const& numbers) {
    StructureFacts facts;
    auto tree = file.getRoot().getKey("/StructTreeRoot");
    if (tree.isDictionary()) {
        facts = StructureReader(pages, numbers).read(tree);
        facts.tree = true;
    }
    auto marked = key(file.getRoot().getKey("/MarkInfo"), "/Marked");
    facts.marked = marked.isBool() && marked.getBoolValue();
    return facts;
}

} // namespace quoin::preflight
