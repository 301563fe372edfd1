// Pictures of the text: they have to stand in the publication's folder and be what their name says.

#include "reader/file_reader.hpp"
#include "reader/publication_files.hpp"

#include <fmt/format.h>

namespace quoin::reader {

namespace {

int hex_value(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

/// "my%20picture.jpg" is how Markdown wants a space in an address.
std::string percent_decoded(std::string_view address) {
    std::string result;
    for (std::size_t at = 0; at < address.size(); ++at) {
        int const high = address[at] == '%' && at + 2 < address.size() ? hex_value(address[at + 1]) : -1;
        int const low = high >= 0 ? hex_value(address[at + 2]) : -1;
        if (low < 0) {
            result += address[at];
            continue;
        }
        result += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return result;
}

} // namespace

std::optional<model::AssetId> FileReader::picture(std::string_view address, Span span) {
    if (address.find("://") != std::string_view::npos || address.starts_with("data:")) {
        diagnostics().error(Code::image_missing, span, "pictures are not fetched from the network",
                            {"put the picture into images/ and name it from there"});
        return std::nullopt;
    }
    // Paths count from the publication's folder; from the article's own they are understood too.
    FolderFiles const folder{destination_.files, destination_.folder};
    auto const slash = path_.rfind('/');
    std::string const beside = slash == std::string::npos ? std::string() : path_.substr(0, slash + 1);
    std::string const written(address);
    std::string path = folder.normal(percent_decoded(address));
    for (std::string const& candidate :
         {written, percent_decoded(address), beside + written, beside + percent_decoded(address)}) {
        if (!folder.exists(candidate)) continue;
        path = folder.normal(candidate);
        break;
    }
    auto const known = destination_.assets.find(path);
    if (known != destination_.assets.end()) return known->second;
    if (!check_picture(folder, path, span, diagnostics())) return std::nullopt;
    auto const id = static_cast<model::AssetId>(destination_.document.assets.size());
    destination_.document.assets.push_back({path, folder.path_of(path), span});
    destination_.assets.emplace(path, id);
    return id;
}

} // namespace quoin::reader
