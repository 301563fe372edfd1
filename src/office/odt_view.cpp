#include "office/odt_view.hpp"

#include "office/odt_formula.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

/// Elements without visible text, whatever they hold.
bool is_silent(std::string_view name) {
    static constexpr std::array silent{
        std::string_view("office:change-info"),
        std::string_view("office:forms"),
        std::string_view("office:event-listeners"),
        std::string_view("office:binary-data"),
        std::string_view("office:scripts"),
        std::string_view("office:dde-source"),
        std::string_view("office:annotation-end"),
        std::string_view("text:note-citation"),
        std::string_view("text:number"),
        std::string_view("text:sequence-decls"),
        std::string_view("text:variable-decls"),
        std::string_view("text:user-field-decls"),
        std::string_view("text:dde-connection-decls"),
        std::string_view("text:alphabetical-index-auto-mark-file"),
        std::string_view("text:table-of-content-source"),
        std::string_view("text:illustration-index-source"),
        std::string_view("text:table-index-source"),
        std::string_view("text:object-index-source"),
        std::string_view("text:user-index-source"),
        std::string_view("text:alphabetical-index-source"),
        std::string_view("text:bibliography-source"),
        std::string_view("text:script"),
        std::string_view("table:named-expressions"),
        std::string_view("table:desc"),
        std::string_view("table:title"),
        std::string_view("draw:plugin"),
        std::string_view("dc:creator"),
        std::string_view("dc:date"),
        std::string_view("meta:date-string"),
        std::string_view("meta:creator-initials"),
        std::string_view("draw:enhanced-geometry"),
        std::string_view("draw:glue-point"),
    };
    return std::find(silent.begin(), silent.end(), name) != silent.end();
}

} // namespace

bool is_drawing(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    return name.starts_with("draw:") && name != "draw:image" && name != "draw:object" && name != "draw:object-ole" &&
           name != "draw:text-box";
}

bool is_generated_index(pugi::xml_node node) {
    static constexpr std::array names{
        std::string_view("text:table-of-content"), std::string_view("text:illustration-index"),
        std::string_view("text:table-index"),      std::string_view("text:object-index"),
        std::string_view("text:user-index"),       std::string_view("text:alphabetical-index")};
    return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

OdtView::OdtView(OdtFiles const& files) : files_(files) {
    visit_children(files.text);
    ++uncounted_;
    for (pugi::xml_node const page : files.part(files.styles, "office:master-styles").children("style:master-page"))
        visit_children(page);
}

void OdtView::visit_children(pugi::xml_node node) {
    for (pugi::xml_node const child : node.children()) visit(child);
}

void OdtView::visit(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return text_node(node);
    if (node.type() != pugi::node_element) return;
    std::string_view const name = name_of(node);
    if (is_silent(name)) return;
    count(node);
    bool const aside = name == "text:note" || name == "office:annotation" || is_drawing(node);
    if (aside && in_paragraph_) {
        waiting_.push_back(node);
        // A formula stands in its line; whatever else a frame holds follows the paragraph.
        for (pugi::xml_node const each : node.children("draw:object")) object(each);
        return;
    }
    std::uint32_t const begin = size();
    bool const not_of_text = name == "text:tracked-changes" || name == "office:annotation" || is_generated_index(node);
    uncounted_ += not_of_text ? 1 : 0;
    if (name == "text:p" || name == "text:h") {
        paragraph(node);
    } else if (name == "text:s" || name == "text:tab" || name == "text:line-break") {
        space();
    } else if (name == "svg:title" || name == "svg:desc") {
        description(node);
    } else if (name == "draw:object") {
        object(node);
    } else if (name == "text:ruby-text") {
        space();
        visit_children(node);
    } else {
        visit_children(node);
    }
    uncounted_ -= not_of_text ? 1 : 0;
    places_.try_emplace(node.hash_value(), Place{begin, size()}); // a formula has its place in the line already
}

void OdtView::paragraph(pugi::xml_node node) {
    if (in_paragraph_) return visit_children(node); // not allowed, but then its words are those of the outer one
    in_paragraph_ = after_space_ = true;
    std::vector<pugi::xml_node> outer;
    outer.swap(waiting_);
    visit_children(node);
    in_paragraph_ = false;
    end_line();
    outer.swap(waiting_);
    for (pugi::xml_node const each : outer) {
        visit(each);
        end_line();
    }
}

void OdtView::text_node(pugi::xml_node node) {
    if (!in_paragraph_) return;
    std::uint32_t const begin = size();
    for (char const letter : safe_text(node.value())) {
        bool const blank = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
        if (!blank || !after_space_) text_ += blank ? ' ' : letter;
        after_space_ = blank;
    }
    places_[node.hash_value()] = {begin, size()};
}

void OdtView::space() {
    if (in_paragraph_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
    after_space_ = true;
}

void OdtView::end_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
}

void OdtView::description(pugi::xml_node node) {
    in_paragraph_ = after_space_ = true;
    visit_children(node);
    in_paragraph_ = false;
    end_line();
}

/// The linear text of a formula. Other objects are shown by their replacement pictures.
void OdtView::object(pugi::xml_node node) {
    if (places_.contains(node.hash_value())) return;
    std::uint32_t const begin = size();
    text_ += formula_text(files_, node);
    if (!in_paragraph_) end_line();
    after_space_ = false;
    places_[node.hash_value()] = {begin, size()};
}

void OdtView::count(pugi::xml_node node) {
    if (uncounted_ > 0) return;
    std::string_view const name = name_of(node);
    if (name == "text:note") ++counts_.notes, ++counts_.calls;
    if (name == "text:note-ref") ++counts_.calls;
    if (name == "text:a") ++counts_.links;
    if (name == "table:table") ++counts_.tables;
    if (name == "draw:frame" && node.child("draw:image") && !node.child("draw:object")) ++counts_.pictures;
}

OdtView::Place OdtView::place(pugi::xml_node node) const {
    auto const found = places_.find(node.hash_value());
    return found == places_.end() ? Place{} : found->second;
}

Span OdtView::span(pugi::xml_node node) const {
    for (; node; node = node.parent()) {
        auto const found = places_.find(node.hash_value());
        if (found != places_.end()) return {file_, found->second.begin, found->second.end};
    }
    return {file_, 0, 0};
}

std::string_view OdtView::words(pugi::xml_node node) const {
    Place const found = place(node);
    return std::string_view(text_).substr(found.begin, found.end - found.begin);
}

void OdtView::gather(pugi::xml_node node, std::vector<Place>& to) const {
    bool const leaf = node.type() != pugi::node_element || name_of(node) == "draw:object";
    if (leaf) {
        if (Place const found = place(node); found.end > found.begin) to.push_back(found);
        return;
    }
    for (pugi::xml_node const child : node.children()) gather(child, to);
}

std::string OdtView::all_words(pugi::xml_node node) const {
    std::vector<Place> found;
    gather(node, found);
    std::sort(found.begin(), found.end(), [](Place left, Place right) { return left.begin < right.begin; });
    std::string result;
    std::uint32_t last = found.empty() ? 0 : found.front().begin;
    for (Place const each : found) {
        if (each.begin != last) result += ' ';
        result.append(text_, each.begin, each.end - each.begin);
        last = each.end;
    }
    return result;
}

} // namespace quoin::office
