#pragma once
// Pictures of a page: found, judged by their first bytes, and given a name of their own in "images/".

#include "base/source_map.hpp"
#include "hypertext/pages.hpp"

#include <functional>
#include <set>

namespace quoin::hypertext {

/// Reads what an address leads to; fails with what is wrong in a few words as the message.
using LoadPicture = std::function<Result<Bytes>(Page const&, std::string const& address)>;

class Pictures {
  public:
    Pictures(LoadPicture load, manuscript::Imported& result) : load_(std::move(load)), result_(result) {}

    /// The picture as an asset of the document; nothing, with a decision, when it is not there or of no kind we read.
    std::optional<model::AssetId> take(Page const&, std::string const& address, Span);
    /// A drawing that stands in the page itself.
    std::optional<model::AssetId> take_drawing(pugi::xml_node, Span);

  private:
    std::optional<model::AssetId> add(std::string const& stem, Bytes, Span);
    void tell(manuscript::DecisionCode, std::string const& address, std::string const& reason, Span);

    LoadPicture load_;
    manuscript::Imported& result_;
    std::map<std::string, std::optional<model::AssetId>> taken_; // by page and address
    std::set<std::string> names_;
};

/// The content of a "data:" address, or why it has none.
Result<Bytes> read_data_address(std::string_view address);

} // namespace quoin::hypertext
