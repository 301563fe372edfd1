// Reads any bytes as the content of an OpenDocument text, and as a flat file.

#include "model/walk.hpp"
#include "office/read_office.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace quoin;

/// Little-endian.
void put(Bytes& to, std::uint32_t value, int bytes) {
    for (int each = 0; each < bytes; ++each) to.push_back(static_cast<std::uint8_t>(value >> (8 * each)));
}

std::uint32_t checksum(std::string const& content) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (char const letter : content) {
        sum ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// An archive with the one entry content.xml, not compressed (APPNOTE 6.3, section 4.3).
Bytes package(std::string const& content) {
    std::string const name = "content.xml";
    auto const size = static_cast<std::uint32_t>(content.size());
    Bytes bytes;
    auto const header = [&] {
        put(bytes, 20, 2); // version, flags, method, time, date
        put(bytes, 0, 4);
        put(bytes, 0, 4);
        put(bytes, checksum(content), 4);
        put(bytes, size, 4);
        put(bytes, size, 4);
        put(bytes, static_cast<std::uint32_t>(name.size()), 2);
        put(bytes, 0, 2);
    };
    put(bytes, 0x04034B50, 4);
    header();
    bytes.insert(bytes.end(), name.begin(), name.end());
    bytes.insert(bytes.end(), content.begin(), content.end());
    auto const directory = static_cast<std::uint32_t>(bytes.size());
    put(bytes, 0x02014B50, 4);
    put(bytes, 20, 2);
    header();
    put(bytes, 0, 4); // comment, disk
    put(bytes, 0, 2);
    put(bytes, 0, 4);
    put(bytes, 0, 4); // where the entry begins
    bytes.insert(bytes.end(), name.begin(), name.end());
    auto const end = static_cast<std::uint32_t>(bytes.size());
    put(bytes, 0x06054B50, 4);
    put(bytes, 0, 4);
    put(bytes, 0x00010001, 4);
    put(bytes, end - directory, 4);
    put(bytes, directory, 4);
    put(bytes, 0, 2);
    return bytes;
}

/// Every span has to lie in the view, and every note and picture in its table.
void check(SourceMap const& sources, manuscript::Imported& imported) {
    auto const fits = [&](Span span) {
        return span.file == FileId::none || (span.begin <= span.end && span.end <= sources.text(span.file).size());
    };
    auto const require = [](bool holds) {
        if (!holds) std::abort();
    };
    auto& document = imported.document;
    model::visit_texts(document, [&](model::Inlines& text, model::Language const&) {
        model::visit_inlines(text, [&](model::Inline& each) {
            require(fits(each.span));
            if (auto const* call = std::get_if<model::NoteReference>(&each.kind))
                require(static_cast<std::size_t>(call->note) < document.notes.size());
            if (auto const* picture = std::get_if<model::InlinePicture>(&each.kind))
                require(static_cast<std::size_t>(picture->asset) < document.assets.size());
        });
    });
    for (manuscript::Decision const& each : imported.decisions) require(fits(each.left));
    for (manuscript::Passage const& each : imported.dropped) require(fits(each.span));
    (void)model::dump(document);
}

void read(std::string const& path, Bytes bytes, manuscript::TrackChanges how) {
    SourceMap sources;
    manuscript::Options options;
    options.track_changes = how;
    options.styles = {{"Mine", "verse"}, {"P1", "insert"}};
    auto imported = office::read_odt({path, std::move(bytes)}, options, sources);
    if (imported) check(sources, *imported);
    // An archive that is refused would hide everything behind it.
    else if (path == "a.odt" && imported.error().message.find("archive") != std::string::npos)
        std::abort();
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const content(reinterpret_cast<char const*>(data), size);
    read("a.fodt", to_bytes(content), manuscript::TrackChanges::reject);
    read("a.odt", package(content), manuscript::TrackChanges::all);
    return 0;
}
