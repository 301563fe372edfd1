#pragma once
// Changes that the word processor has recorded (OpenDocument 1.3, part 3, section 5.5): where each stands, and whether it holds.

#include "manuscript/imported.hpp"
#include "office/odt_files.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

class OdtView;

class OdtChanges {
  public:
    OdtChanges(pugi::xml_node text, manuscript::TrackChanges);

    /// At `text:change-start` and `text:change-end`.
    void begin(pugi::xml_node mark);
    void end(pugi::xml_node mark);
    /// At `text:change`: the deleted text to put back there, an empty node when it stays deleted.
    pugi::xml_node restored(pugi::xml_node mark);

    /// What stands here was inserted, and is to be left out or marked.
    [[nodiscard]] bool rejecting() const { return how_ == manuscript::TrackChanges::reject && !open_.empty(); }
    [[nodiscard]] bool marking() const { return how_ == manuscript::TrackChanges::all && !open_.empty(); }
    [[nodiscard]] bool marks_deletions() const { return how_ == manuscript::TrackChanges::all; }
    /// Whether an insertion that is open here ends inside the element.
    [[nodiscard]] bool ends_within(pugi::xml_node) const;

    /// One decision a change. Returns the deletions that were not put back.
    std::vector<pugi::xml_node> tell(OdtView const&, manuscript::Imported&) const;

  private:
    struct Change {
        std::string id, author, date;
        pugi::xml_node content; // text:insertion, text:deletion, text:format-change
        bool restored = false;
    };
    [[nodiscard]] Change const* find(std::string_view id) const;

    manuscript::TrackChanges how_;
    std::vector<Change> changes_; // in the order of the file
    std::map<std::string, std::size_t, std::less<>> places_;
    std::set<std::string, std::less<>> open_; // insertions
};

} // namespace quoin::office
