#pragma once
// The parts of an OpenDocument text: of a package, or of one flat file.

#include "base/result.hpp"
#include "manuscript/imported.hpp"
#include "manuscript/package.hpp"
#include "office/xml.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace quoin::office {

/// Elements and attributes have the prefixes that the specification uses ("text:p"), whatever the file calls them, and are
/// nested no deeper than any walk may recurse. Text is in NFC.
struct OdtFiles {
    pugi::xml_document content, styles, meta; // of a flat file all three are the same, in `content`
    bool flat = false;
    std::optional<manuscript::Package> package; // none for a flat file
    pugi::xml_node text;                        // office:text

    /// The element of this name below the root of `part`; of a flat file, of the file.
    [[nodiscard]] pugi::xml_node part(pugi::xml_document const& part, char const* name) const;
    /// The text of a formula "Object 1"; nothing when it is none.
    [[nodiscard]] std::optional<pugi::xml_document> formula(std::string_view reference) const;
};

/// Fails with `import-damaged`, and says why.
Result<OdtFiles> open_odt(manuscript::Source const&);

/// Views of an element's name and an attribute's value, both as the file has them.
inline std::string_view name_of(pugi::xml_node node) { return node.name(); }
inline std::string_view view_of(pugi::xml_node node, char const* attribute) {
    return node.attribute(attribute).value();
}

} // namespace quoin::office
