#include "base/source_map.hpp"

#include <algorithm>
#include <cassert>

namespace quoin {

namespace {

constexpr std::uint32_t bytes_between_counts = 4096;

std::uint32_t count_characters(std::string_view text) {
    auto const begins_one = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins_one));
}

} // namespace

std::uint32_t SourceMap::File::characters_up_to(std::uint32_t byte) const {
    auto const counted = byte / bytes_between_counts;
    auto const from = counted * bytes_between_counts;
    return characters_before[counted] + count_characters(std::string_view(text).substr(from, byte - from));
}

FileId SourceMap::add(std::string path, std::string text) {
    File file{std::move(path), std::move(text), {0}, {0}};
    for (std::size_t at = file.text.find('\n'); at != std::string::npos; at = file.text.find('\n', at + 1))
        file.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    for (std::size_t at = 0; at + bytes_between_counts <= file.text.size(); at += bytes_between_counts)
        file.characters_before.push_back(
            file.characters_before.back() +
            count_characters(std::string_view(file.text).substr(at, bytes_between_counts)));
    files_.push_back(std::move(file));
    return static_cast<FileId>(files_.size() - 1);
}

Location SourceMap::locate(Span span) const {
    if (span.file == FileId::none) return {};
    File const& file = files_.at(static_cast<std::size_t>(span.file));
    std::uint32_t const begin = std::min(span.begin, static_cast<std::uint32_t>(file.text.size()));
    auto const next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), begin);
    auto const line = static_cast<std::uint32_t>(next - file.line_starts.begin());
    return {file.path, line, 1 + file.characters_up_to(begin) - file.characters_up_to(*(next - 1))};
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
