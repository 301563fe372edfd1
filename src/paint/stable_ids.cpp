#include "paint/stable_ids.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace quoin::paint {

namespace {

/// An id stands behind one of these. Neither can occur in a path, a number or a picture's base64, and a page carries no
/// other text.
constexpr std::array<std::string_view, 2> id_starts{"id=\"", "#"};
constexpr std::array<std::string_view, 2> counted{"surface", "image"};

std::size_t digits_at(std::string_view text, std::size_t at) {
    auto const end = text.find_first_not_of("0123456789", at);
    return (end == std::string_view::npos ? text.size() : end) - at;
}

/// Length of the counted id at `at`, or 0; `word` is told.
std::size_t counted_id(std::string_view text, std::size_t at, std::string_view& word) {
    for (auto const candidate : counted) {
        std::size_t const digits =
            text.substr(at, candidate.size()) == candidate ? digits_at(text, at + candidate.size()) : 0;
        if (digits > 0) {
            word = candidate;
            return candidate.size() + digits;
        }
    }
    return 0;
}

std::size_t id_start_length(std::string_view text, std::size_t at) {
    for (auto const start : id_starts) {
        if (text.substr(at, start.size()) == start) {
            return start.size();
        }
    }
    return 0;
}

} // namespace

Bytes number_afresh(Bytes const& svg) {
    auto const text = as_text(svg);
    std::map<std::string_view, std::size_t> numbers;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const start = id_start_length(text, at);
        if (start == 0) {
            out += text[at++];
            continue;
        }
        out += text.substr(at, start);
        at += start;
        std::string_view word;
        if (std::size_t const length = counted_id(text, at, word); length > 0) {
            auto const place = numbers.try_emplace(text.substr(at, length), numbers.size()).first;
            out.append(word).append(std::to_string(place->second));
            at += length;
        }
    }
    return to_bytes(out);
}

} // namespace quoin::paint
