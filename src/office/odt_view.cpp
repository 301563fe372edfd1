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

bool goes_on_in_paragraph(pugi::xml_node node) {
    for (node = node.next_sibling(); node; node = node.next_sibling()) {
        std::string_view const name = name_of(node);
        if (name == "text:p" || name == "text:h") return true;
        bool const mark = name == "text:change-start" || name == "text:change-end" || name == "text:soft-page-break";
        if (node.type() == pugi::node_element && !mark) return false;
    }
    return false;
}

OdtView::OdtView(OdtFiles const& files, OdtStyles& styles, manuscript::TrackChanges how)
    : files_(files), styles_(styles), changes_(files.text, how) {
    visit_children(files.text);
    finish_line();
    ++uncounted_;
    visit_children(files.text.child("text:tracked-changes")); // what was put back is there already
    finish_line();
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
    if (is_silent(name) || name == "text:tracked-changes") return;
    bool const aside = name == "text:note" || name == "office:annotation" || is_drawing(node);
    if (aside && in_paragraph_) {
        waiting_.push_back(node);
        // A formula stands in its line; whatever else a frame holds follows the paragraph.
        for (pugi::xml_node const each : node.children("draw:object")) object(each);
        return;
    }
    count(node);
    std::uint32_t const begin = size();
    bool const not_of_text = name == "office:annotation" || is_generated_index(node);
    uncounted_ += not_of_text ? 1 : 0;
    element(node);
    uncounted_ -= not_of_text ? 1 : 0;
    places_.try_emplace(node.hash_value(), Place{begin, size()}); // a formula has its place in the line already
}

void OdtView::element(pugi::xml_node node) {
    std::string_view const name = name_of(node);
    if (name == "text:p" || name == "text:h") return paragraph(node);
    if (name == "text:s" || name == "text:tab" || name == "text:line-break") return space();
    if (name == "text:span") return styled(node);
    if (name == "text:change-start") return changes_.begin(node);
    if (name == "text:change-end") return changes_.end(node);
    if (name == "text:change") return restored(node);
    if (name == "svg:title" || name == "svg:desc") return description(node);
    if (name == "draw:object") return object(node);
    // Numbers of notes and pages, and readings above signs, are words of their own, however near they stand.
    bool const apart = name == "text:ruby-text" || name == "text:note-ref" || name == "text:bookmark-ref" ||
                       name == "text:reference-ref";
    if (apart) this->apart(node);
    if (!apart) visit_children(node);
}

void OdtView::apart(pugi::xml_node node) {
    bool const reference = name_of(node) != "text:ruby-text" && name_of(node) != "text:note-ref";
    if (reference && view_of(node, "text:reference-format") != "page") return visit_children(node);
    space();
    visit_children(node);
    space();
}

void OdtView::paragraph(pugi::xml_node node) {
    if (in_paragraph_) { // of a deletion that is put back
        space();
        visit_children(node);
        return space();
    }
    after_space_ = text_.empty() || text_.back() == '\n' || text_.back() == ' ';
    in_paragraph_ = true;
    visit_children(node);
    in_paragraph_ = false;
    // An insertion that is rejected has made the end of this paragraph.
    if (!changes_.rejecting() || !goes_on_in_paragraph(node)) finish_line();
}

void OdtView::finish_line() {
    end_line();
    std::vector<pugi::xml_node> unseen, waiting;
    unseen.swap(unseen_);
    waiting.swap(waiting_);
    for (pugi::xml_node const each : unseen) {
        after_space_ = true;
        std::uint32_t const begin = size();
        text_ += collapsed(each);
        places_.try_emplace(each.hash_value(), Place{begin, size()});
        end_line();
    }
    for (pugi::xml_node const each : waiting) {
        visit(each);
        end_line();
    }
    after_space_ = true;
}

void OdtView::styled(pugi::xml_node node) {
    bool const hidden = styles_.text(view_of(node, "text:style-name")).look.hidden.value_or(false);
    hidden_ += hidden ? 1 : 0;
    visit_children(node);
    hidden_ -= hidden ? 1 : 0;
}

void OdtView::restored(pugi::xml_node change) {
    bool first = true;
    for (pugi::xml_node const each : changes_.restored(change).children()) {
        if (each.type() != pugi::node_element || name_of(each) == "office:change-info") continue;
        bool const text = name_of(each) == "text:p" || name_of(each) == "text:h";
        if (in_paragraph_ && text && first) { // goes on in the words before it
            std::uint32_t const begin = size();
            visit_children(each);
            places_.try_emplace(each.hash_value(), Place{begin, size()});
        } else {
            visit(each);
        }
        first = false;
    }
}

void OdtView::text_node(pugi::xml_node node) {
    if (!in_paragraph_ || places_.contains(node.hash_value())) return;
    if (hidden_ > 0 || changes_.rejecting()) {
        unseen_.push_back(node);
        return;
    }
    std::uint32_t const begin = size();
    text_ += collapsed(node);
    places_[node.hash_value()] = {begin, size()};
}

/// White space of the file as the specification has it: runs of it are one space, at the beginning none.
std::string OdtView::collapsed(pugi::xml_node node) {
    std::string result;
    for (char const letter : safe_text(node.value())) {
        bool const blank = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
        if (!blank || !after_space_) result += blank ? ' ' : letter;
        after_space_ = blank;
    }
    return result;
}

void OdtView::space() {
    bool const needed = !text_.empty() && text_.back() != '\n' && text_.back() != ' ';
    if (in_paragraph_ && needed && !changes_.rejecting()) text_ += ' ';
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
