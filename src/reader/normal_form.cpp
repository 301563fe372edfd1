#include "reader/normal_form.hpp"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace quoin::reader {

std::string normal_form(std::string_view text) {
    // Nothing below U+0300 composes with what stands before it.
    constexpr unsigned char lead_byte_of_first_mark = 0xCC;
    bool const plain = std::all_of(text.begin(), text.end(), [](char letter) {
        return static_cast<unsigned char>(letter) < lead_byte_of_first_mark;
    });
    if (plain) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2 const* const form = icu::Normalizer2::getNFCInstance(status);
    icu::StringPiece const piece(text.data(), static_cast<int32_t>(text.size()));
    if (U_FAILURE(status) || form->isNormalizedUTF8(piece, status)) return std::string(text);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    form->normalizeUTF8(0, piece, sink, nullptr, status);
    return U_FAILURE(status) ? std::string(text) : result;
}

} // namespace quoin::reader
