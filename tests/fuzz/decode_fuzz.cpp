// Reads any bytes as a text of unknown encoding, and asks of it what importers ask of texts.

#include "base/utf8.hpp"
#include "manuscript/decode.hpp"
#include "manuscript/find_dates.hpp"
#include "manuscript/identify_language.hpp"
#include "manuscript/label_words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace quoin;
    manuscript::Decoded const decoded = manuscript::decode(Bytes(data, data + size));
    if (first_invalid_utf8(decoded.text)) std::abort();
    for (manuscript::FoundDate const& each : manuscript::find_dates(decoded.text))
        if (each.begin >= each.end || each.end > decoded.text.size()) std::abort();
    double const confidence = manuscript::identify_language(decoded.text).confidence;
    if (confidence < 0 || confidence > 1) std::abort();
    for (int label = 0; label <= static_cast<int>(manuscript::Label::chapter); ++label) {
        auto const place = manuscript::find_label(static_cast<manuscript::Label>(label), decoded.text);
        if (place.begin + place.length > decoded.text.size()) std::abort();
    }
    return 0;
}
