#include "office/odt_changes.hpp"

#include "office/odt_view.hpp"

#include <fmt/format.h>

namespace quoin::office {

namespace {

using manuscript::TrackChanges;

std::string id_of(pugi::xml_node region) {
    std::string_view const id = view_of(region, "xml:id");
    return std::string(id.empty() ? view_of(region, "text:id") : id);
}

bool is(pugi::xml_node content, char const* kind) { return name_of(content) == kind; }

std::string by(std::string const& author, std::string const& date) {
    return fmt::format("{}{}{}", author.empty() ? "" : " by " + author, date.empty() ? "" : " on ",
                       date.substr(0, date.find('T')));
}

} // namespace

OdtChanges::OdtChanges(pugi::xml_node text, TrackChanges how) : how_(how) {
    for (pugi::xml_node const region : text.child("text:tracked-changes").children("text:changed-region")) {
        for (pugi::xml_node const content : region.children()) {
            if (content.type() != pugi::node_element) continue;
            pugi::xml_node const info = content.child("office:change-info");
            Change change{id_of(region), safe_text(info.child("dc:creator").child_value()),
                          safe_text(info.child("dc:date").child_value()), content, false};
            places_.try_emplace(change.id, changes_.size());
            changes_.push_back(std::move(change));
        }
    }
}

OdtChanges::Change const* OdtChanges::find(std::string_view id) const {
    auto const found = places_.find(id);
    return found == places_.end() ? nullptr : &changes_[found->second];
}

void OdtChanges::begin(pugi::xml_node mark) {
    Change const* const change = find(view_of(mark, "text:change-id"));
    if (change != nullptr && is(change->content, "text:insertion")) open_.insert(change->id);
}

void OdtChanges::end(pugi::xml_node mark) {
    if (auto const found = open_.find(view_of(mark, "text:change-id")); found != open_.end()) open_.erase(found);
}

pugi::xml_node OdtChanges::restored(pugi::xml_node mark) {
    if (how_ == TrackChanges::accept) return {};
    auto const found = places_.find(view_of(mark, "text:change-id"));
    if (found == places_.end()) return {};
    Change& change = changes_[found->second];
    if (change.restored || !is(change.content, "text:deletion")) return {}; // a deletion stands in one place
    change.restored = true;
    return change.content;
}

bool OdtChanges::ends_within(pugi::xml_node node) const {
    return static_cast<bool>(node.find_node([&](pugi::xml_node each) {
        return name_of(each) == "text:change-end" && open_.contains(view_of(each, "text:change-id"));
    }));
}

std::vector<pugi::xml_node> OdtChanges::tell(OdtView const& view, manuscript::Imported& imported) const {
    std::vector<pugi::xml_node> left_out;
    for (Change const& change : changes_) {
        bool const deletion = is(change.content, "text:deletion");
        Span const span = view.span(change.content);
        if (deletion && !change.restored) left_out.push_back(change.content);
        manuscript::Decision decision;
        decision.code = manuscript::DecisionCode::change_resolved;
        decision.left = span;
        std::string const what = deletion                               ? "a deletion"
                                 : is(change.content, "text:insertion") ? "an insertion"
                                                                        : "a change of the look";
        decision.reason = fmt::format("{}{} is recorded", what, by(change.author, change.date));
        decision.choice = how_ == TrackChanges::accept   ? "accepted"
                          : how_ == TrackChanges::reject ? "rejected"
                                                         : "both sides kept";
        decision.alternative = "--track-changes=accept, reject or all";
        imported.decisions.push_back(std::move(decision));
    }
    return left_out;
}

} // namespace quoin::office
