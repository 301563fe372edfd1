#pragma once
// One XHTML document or style sheet of a package into its facts.

#include "base/bytes.hpp"
#include "preflight/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::preflight {

class DocumentReader {
  public:
    explicit DocumentReader(EpubFacts& facts) : facts_(facts) {}

    void read(std::string const& path, Bytes const& content);
    void read_style(std::string const& path, std::string_view css);
    /// Pictures, fonts and style sheets that documents name: the document, and the path from the archive's root.
    [[nodiscard]] std::vector<EpubPlace> const& named_files() const { return named_; }

  private:
    void visit(pugi::xml_node element);
    void visit_children(pugi::xml_node element);
    void read_link(pugi::xml_node element, std::set<std::string> const& types);
    void read_picture(pugi::xml_node element);
    void read_navigation(pugi::xml_node nav);
    void read_heading(std::string_view name);
    void name_file(std::string_view reference);

    EpubFacts& facts_;
    std::vector<EpubPlace> named_;
    std::string path_;
    bool navigation_ = false;
    int last_heading_ = 0;
    EpubPlace note_; // the one that is being read
};

} // namespace quoin::preflight
