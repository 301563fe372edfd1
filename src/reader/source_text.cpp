#include "reader/source_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::reader {

namespace {

/// A file that is in another encoding altogether would give an error a letter; the first few tell enough.
constexpr std::size_t most_encoding_errors = 20;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    std::size_t begin = 0;
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', begin)) {
        result.append(text, begin, at - begin);
        result += '\n';
        begin = at + (at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
    }
    result.append(text, begin);
    return result;
}

struct Bad {
    std::uint32_t at; // in the finished text
    std::string what;
};

/// Bytes of the character at `at` when no text may hold it: controls but for tab and line feed, U+FFFE and U+FFFF, which
/// neither XML nor a font knows. The text must be well formed there.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) return byte == '\t' || byte == '\n' ? 0 : 1;
    std::string_view const noncharacter = "\xEF\xBF"; // and BE or BF
    bool const three = byte == 0xEF && text.substr(at, 2) == noncharacter && at + 2 < text.size() &&
                       static_cast<unsigned char>(text[at + 2]) >= 0xBE;
    return three ? 3 : 0;
}

/// Appends well-formed text without what no text may hold.
void append_clean(std::string& to, std::string_view text, std::vector<Bad>& found) {
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t const length = forbidden_length(text, at);
        if (length == 0) continue;
        to.append(text.substr(copied, at - copied));
        std::size_t next = at;
        std::string const name = code_point_name(next_character(text, next));
        found.push_back({static_cast<std::uint32_t>(to.size()),
                         fmt::format("the control character {} has no place in a text", name)});
        to += replacement;
        at += length - 1;
        copied = at + 1;
    }
    to.append(text.substr(copied));
}

std::string repaired(std::string_view text, std::vector<Bad>& found) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const good = first_invalid_utf8(text.substr(begin)).value_or(text.size() - begin);
        append_clean(result, text.substr(begin, good), found);
        begin += good;
        if (begin == text.size()) break;
        auto const byte = static_cast<unsigned char>(text[begin]);
        found.push_back(
            {static_cast<std::uint32_t>(result.size()), fmt::format("the byte 0x{:02X} is not UTF-8 text", byte)});
        result += replacement;
        ++begin;
    }
    return result;
}

} // namespace

std::uint32_t SourceText::source_of(std::size_t offset) const {
    if (pieces.empty()) return 0;
    auto const next = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                       [](std::size_t value, Piece const& piece) { return value < piece.at; });
    Piece const& piece = next == pieces.begin() ? pieces.front() : *(next - 1);
    if (!piece.exact || offset < piece.at) return piece.source;
    return piece.source + static_cast<std::uint32_t>(offset - piece.at);
}

Span SourceText::span(std::size_t begin, std::size_t end) const {
    std::uint32_t const first = source_of(begin);
    std::uint32_t const last = end > begin ? source_of(end - 1) + 1 : first;
    return {file, first, std::max(first, last)};
}

void SourceText::append(std::string_view bytes, std::uint32_t source) {
    pieces.push_back({static_cast<std::uint32_t>(text.size()), source, true});
    text += bytes;
}

void SourceText::append_part(SourceText const& from, std::size_t begin, std::size_t end) {
    auto const at = static_cast<std::uint32_t>(text.size());
    text.append(from.text, begin, end - begin);
    auto piece = std::upper_bound(from.pieces.begin(), from.pieces.end(), begin,
                                  [](std::size_t value, Piece const& each) { return value < each.at; });
    bool const exact = piece == from.pieces.begin() || (piece - 1)->exact;
    pieces.push_back({at, from.source_of(begin), exact});
    for (; piece != from.pieces.end() && piece->at < end; ++piece) {
        pieces.push_back({at + static_cast<std::uint32_t>(piece->at - begin), piece->source, piece->exact});
    }
}

SourceText slice(FileId file, std::string_view file_text, std::size_t begin, std::size_t end) {
    SourceText result;
    result.file = file;
    result.append(file_text.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
    return result;
}

FileId add_source(std::string const& path, Bytes const& content, SourceMap& sources, Diagnostics& diagnostics) {
    std::string_view text = as_text(content);
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    bool const has_returns = text.find('\r') != std::string_view::npos;
    std::vector<Bad> bad;
    std::string clean = repaired(has_returns ? with_line_feeds(text) : std::string(text), bad);
    FileId const file = sources.add(path, std::move(clean));
    for (std::size_t each = 0; each < bad.size() && each < most_encoding_errors; ++each) {
        Span const span{file, bad[each].at, bad[each].at + static_cast<std::uint32_t>(replacement.size())};
        bool const control = bad[each].what.starts_with("the control");
        diagnostics.error(Code::utf8_invalid, span, bad[each].what, {control ? "remove it" : "save the file as UTF-8"});
    }
    if (bad.size() > most_encoding_errors) {
        std::uint32_t const at = bad[most_encoding_errors].at;
        std::size_t const rest = bad.size() - most_encoding_errors;
        diagnostics.error(Code::utf8_invalid, {file, at, at},
                          fmt::format("{} more characters of this file are no text", rest), {"save the file as UTF-8"});
    }
    return file;
}

} // namespace quoin::reader
