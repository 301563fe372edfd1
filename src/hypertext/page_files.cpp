#include "hypertext/page_files.hpp"

#include "hypertext/characters.hpp"
#include "manuscript/package.hpp"

namespace quoin::hypertext {

Result<Bytes> load_beside(FileSystem const& files, std::string const& page, std::string const& address) {
    if (address.find("://") != std::string::npos || address.starts_with("//"))
        return failure(Code::file_missing, {}, "it stands in the network, and nothing is fetched");
    std::string const path = percent_decoded(address.substr(0, address.find_first_of("?#")));
    bool const outside =
        path.starts_with('/') || path.find(':') != std::string::npos || manuscript::resolve_reference("", path).empty();
    if (outside) return failure(Code::file_missing, {}, "it lies outside of the page's folder");
    std::string const folder = parent_path(page), full = join_path(folder, manuscript::resolve_reference("", path));
    if (!files.exists(full)) return failure(Code::file_missing, {}, "there is no such file beside the page");
    // Links followed, too.
    std::string const base = files.canonical(folder), place = files.canonical(full);
    if (!base.empty() && base != "." && !place.starts_with(base))
        return failure(Code::file_missing, {}, "it lies outside of the page's folder");
    return files.read(full);
}

} // namespace quoin::hypertext
