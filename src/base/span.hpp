#pragma once
// Where a thing came from: a range of bytes in a source file.

#include <cstdint>

namespace quoin {

/// Index into a SourceMap. `none` stands for things made by the program itself.
enum class FileId : std::uint32_t { none = 0xffffffff };

/// A half-open range of bytes of one file. SourceMap turns it into file:line:column.
struct Span {
    FileId file = FileId::none;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(Span const&) const = default;
};

} // namespace quoin
