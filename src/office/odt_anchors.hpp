#pragma once
// Places of an OpenDocument text that something refers to, and the ids they get. Word processors set hundreds of bookmarks
// that nothing leads to; those are left out.

#include "office/odt_files.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

class OdtAnchors {
  public:
    enum class Kind : std::uint8_t { bookmark, mark, sequence, heading };

    explicit OdtAnchors(pugi::xml_node text);

    /// The id of a place that is referred to; empty for others.
    [[nodiscard]] std::string id(Kind, std::string_view name) const;
    /// Of a link within the file: "#Chapter 1|outline", "#bookmark".
    [[nodiscard]] std::string id_of_link(std::string_view reference) const;

  private:
    struct Key {
        Kind kind{};
        std::string name;
        auto operator<=>(Key const&) const = default;
    };

    void visit(pugi::xml_node);
    void refer(pugi::xml_node);
    void define(pugi::xml_node);
    static Key key_of_link(std::string_view reference);

    std::set<Key> wanted_;
    std::vector<Key> defined_; // in the order of the file
    std::map<Key, std::string> ids_;
};

/// The words of an element without those of notes and comments: "1 Introduction" of a heading. For comparison alone.
std::string heading_words(pugi::xml_node);

} // namespace quoin::office
