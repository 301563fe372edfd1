#pragma once
// The little of CSS that says something about the text: stress, small capitals, raised letters, what is not shown.

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::hypertext {

enum class Raised { no, superscript, subscript };

struct TextStyle {
    std::optional<bool> italic, bold;
    bool small_caps = false, struck = false, hidden = false, keeps_lines = false;
    Raised raised = Raised::no;
    std::string alignment; // "center", "right"
    double indent = 0;     // of the first line or the left margin, in em

    void add(std::string_view declarations);
    void add(TextStyle const&);
};

/// Rules whose selector is a class, an element, or an element with a class; what stands around it is not looked at.
class StyleRules {
  public:
    void read(std::string_view css);
    void find(pugi::xml_node, TextStyle& to) const;
    [[nodiscard]] bool empty() const { return rules_.empty(); }

  private:
    void rule(std::string_view selectors, std::string_view declarations);

    std::map<std::string, TextStyle, std::less<>> rules_; // ".name", "span.name", "span"
};

} // namespace quoin::hypertext
