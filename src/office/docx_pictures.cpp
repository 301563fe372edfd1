#include "office/docx_pictures.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

/// The ending of the kinds that the publication's pictures may have; empty for any other. Names of parts say little.
std::string_view ending_of(Bytes const& content) {
    std::string_view const text = as_text(content);
    if (text.starts_with("\xFF\xD8\xFF")) return ".jpg";
    if (text.starts_with("\x89PNG\r\n")) return ".png";
    if (text.starts_with("II*") || text.starts_with("MM\0*")) return ".tif";
    if (text.starts_with("RIFF") && text.substr(8, 4) == "WEBP") return ".webp";
    if (text.substr(0, 1000).find("<svg") != std::string_view::npos) return ".svg";
    return {};
}

std::string stem_of(std::string_view part) {
    std::string stem(part.substr(part.rfind('/') + 1));
    stem.resize(std::min(stem.rfind('.'), stem.size()));
    for (char& letter : stem) {
        bool const plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        bool const large = letter >= 'A' && letter <= 'Z';
        if (large) letter = static_cast<char>(letter - 'A' + 'a');
        if (!plain && !large) letter = '-';
    }
    return stem.empty() ? "picture" : stem;
}

} // namespace

DocxPictures::Found DocxPictures::find(DocxPart const& part, std::string_view id, manuscript::Imported& imported) {
    DocxRelation const* const relation = part.relation(id);
    if (relation == nullptr || relation->target.empty()) return {{}, Problem::missing, std::string(id)};
    if (relation->external) return {{}, Problem::linked, relation->target};
    if (auto const known = found_.find(relation->target); known != found_.end()) return known->second;
    Found found;
    found.what = relation->target;
    Result<Bytes> content = Bytes();
    if (file_->package.contains(relation->target)) content = file_->package.read(relation->target);
    std::string_view const ending = content ? ending_of(*content) : std::string_view();
    if (!content || content->empty()) {
        found.problem = Problem::missing;
    } else if (ending.empty()) {
        found.problem = Problem::unsupported;
    } else {
        std::string const stem = stem_of(relation->target);
        std::string name = stem + std::string(ending);
        for (int number = 2; !names_.insert(name).second; ++number)
            name = stem + '-' + std::to_string(number) + std::string(ending);
        std::string const path = "images/" + name;
        auto const index = static_cast<std::uint32_t>(imported.document.assets.size());
        imported.document.assets.push_back({path, path, {}});
        imported.pictures.push_back({path, std::move(*content)});
        found.asset = model::AssetId{index};
    }
    return found_.emplace(relation->target, std::move(found)).first->second;
}

} // namespace quoin::office
