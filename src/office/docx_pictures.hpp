#pragma once
// Pictures of a package: found by their relationship, told by their first bytes, taken out once.

#include "manuscript/imported.hpp"
#include "office/docx_file.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace quoin::office {

class DocxPictures {
  public:
    explicit DocxPictures(DocxFile const& file) : file_(&file) {}

    /// Why a picture is not in the document.
    enum class Problem { none, missing, linked, unsupported };
    struct Found {
        std::optional<model::AssetId> asset;
        Problem problem = Problem::none;
        std::string what; // "image1.emf", or the address of a linked one
    };
    /// `relation`: the id that the drawing names. Takes the picture out and enters it in the document's assets.
    Found find(DocxPart const&, std::string_view relation, manuscript::Imported&);

  private:
    DocxFile const* file_;
    std::map<std::string, Found, std::less<>> found_; // by part
    std::set<std::string> names_;                     // of files
};

} // namespace quoin::office
