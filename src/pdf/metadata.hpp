#pragma once
// Info and XMP from one structure: they cannot differ. Nothing here reads a clock.

#include "page/page_list.hpp"
#include "pdf/write_pdf.hpp"

#include <string>

namespace quoin::pdf {

/// Values as both forms state them.
struct Metadata {
    std::string title, author, subject, keywords, language, identifier, publisher, rights;
    std::string creator, producer;
    std::string info_date;   // D:20230801000000Z
    std::string xmp_date;    // 2023-08-01T00:00:00Z
    std::string document_id; // UUIDs
    std::string instance_id;
    Edition::Kind kind = Edition::Kind::x4;
    bool claims_press = false; // it may call itself PDF/X
};

/// `content_key` changes with everything that the file holds.
Metadata make_metadata(page::Info const&, Edition const&, std::string const& content_key);

/// One uncompressed packet (ISO 16684-1), with extension schema for the PDF/UA identifier in a PDF/A file.
std::string xmp_packet(Metadata const&);

} // namespace quoin::pdf
