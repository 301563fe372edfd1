#include "base/source_map.hpp"

#include <algorithm>
#include <cassert>

namespace quoin {

FileId SourceMap::add(std::string path, std::string text) {
    File file{std::move(path), std::move(text), {0}};
    for (std::size_t at = file.text.find('\n'); at != std::string::npos; at = file.text.find('\n', at + 1))
        file.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    files_.push_back(std::move(file));
    return static_cast<FileId>(files_.size() - 1);
}

Location SourceMap::locate(Span span) const {
    if (span.file == FileId::none) return {};
    File const& file = files_.at(static_cast<std::size_t>(span.file));
    std::uint32_t const begin = std::min(span.begin, static_cast<std::uint32_t>(file.text.size()));
    auto const next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), begin);
    auto const line = static_cast<std::uint32_t>(next - file.line_starts.begin());
    std::uint32_t column = 1;
    for (std::uint32_t at = *(next - 1); at < begin; ++at)
        if ((static_cast<unsigned char>(file.text[at]) & 0xC0U) != 0x80U) ++column;
    return {file.path, line, column};
}

std::string_view SourceMap::text(FileId id) const {
    assert(id != FileId::none);
    return files_.at(static_cast<std::size_t>(id)).text;
}

std::string const& SourceMap::path(FileId id) const {
    assert(id != FileId::none);
    return files_.at(static_cast<std::size_t>(id)).path;
}

} // namespace quoin
