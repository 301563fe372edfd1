#include "epub/pictures.hpp"

#include "media/picture.hpp"

#include <fmt/format.h>
#include <set>

namespace quoin::epub {

namespace {

// ASCII without spaces: some readers do not find other names in the archive (EPUB.md, Z03).
std::string plain_stem(std::string const& path) {
    std::string name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    std::string stem;
    for (char const c : name) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (plain) {
            stem += c;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    return stem.empty() ? "picture" : stem;
}

char const* ending(media::PictureFormat format) {
    switch (format) {
    case media::PictureFormat::jpeg: return ".jpg";
    case media::PictureFormat::svg: return ".svg";
    case media::PictureFormat::png:
    case media::PictureFormat::tiff:
    case media::PictureFormat::webp: return ".png";
    }
    return ".png";
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

} // namespace

std::map<std::uint32_t, PreparedPicture> prepare_pictures(model::Document const& document,
                                                          std::vector<std::uint32_t> const& used,
                                                          FileSystem const& files, Pool& pool,
                                                          Diagnostics& diagnostics) {
    std::vector<Result<media::ReaderPicture>> read(used.size(), failure(Code::image_unreadable, {}, ""));
    pool.for_each(used.size(), [&](std::size_t i) {
        model::Asset const& asset = document.assets[used[i]];
        Result<Bytes> const bytes = files.read(asset.file);
        read[i] = bytes ? media::prepare_for_reader(*bytes, {}, asset.path) : tl::make_unexpected(bytes.error());
    });
    std::map<std::uint32_t, PreparedPicture> pictures;
    std::set<std::string> names{"cover"}; // unique without regard to case: unpacked on other systems they are files
    for (std::size_t i = 0; i < used.size(); ++i) {
        model::Asset const& asset = document.assets[used[i]];
        PreparedPicture& picture = pictures[used[i]];
        if (!read[i]) {
            Diagnostic fault = read[i].error();
            fault.span = asset.span;
            diagnostics.report(std::move(fault));
            continue;
        }
        std::string const wanted = plain_stem(asset.path);
        std::string name = wanted;
        for (int copy = 2; !names.insert(lower(name)).second; ++copy) name = fmt::format("{}-{}", wanted, copy);
        picture.picture.path = "images/" + name + ending(read[i]->format);
        picture.picture.media_type = media::media_type(read[i]->format);
        picture.picture.drawing = read[i]->format == media::PictureFormat::svg;
        picture.bytes = std::move(read[i]->bytes);
    }
    return pictures;
}

} // namespace quoin::epub
