#include "preflight/sample_epub.hpp"

#include <algorithm>
#include <stdexcept>
#include <zip.h>

namespace quoin::preflight::test {

namespace {

char const* const package = R"(<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="uid">urn:uuid:1</dc:identifier><dc:title>Sample</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">2023-08-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessibilityFeature">index</meta>
<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilitySummary">All text.</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover" href="images/cover.png" media-type="image/png" properties="cover-image"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/></spine></package>)";

char const* const navigation = R"(<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>Contents</title></head>
<body><nav epub:type="toc"><ol><li><a href="text/one.xhtml#storm">Storm</a></li></ol></nav>
<nav epub:type="page-list"><ol><li><a href="text/one.xhtml#page-1">1</a></li></ol></nav></body></html>)";

char const* const chapter = R"(<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>Storm</title>
<link rel="stylesheet" href="../book.css"/></head>
<body><section id="storm"><span epub:type="pagebreak" role="doc-pagebreak" id="page-1" aria-label="1"></span><h1>Storm</h1>
<p>He swore it was a co<em>met</em>.<a epub:type="noteref" role="doc-noteref" id="ref-1" href="#note-1">1</a></p><h2>After</h2>
<p><img src="../images/cover.png" alt="A press"/><a href="https://example.org/">out</a></p>
<aside epub:type="footnote" role="doc-footnote" id="note-1"><p><a epub:type="backlink" role="doc-backlink" href="#ref-1">1.</a> Lost since 1852.</p></aside>
</section></body></html>)";

// One white pixel.
std::string png() {
    unsigned char const bytes[] = {0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    13,   'I',  'H',
                                   'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,
                                   0,    0x3a, 0x7e, 0x9b, 0x55, 0,    0,    0,    10,   'I',  'D',  'A',  'T',  0x78,
                                   0x9c, 0x63, 0xf8, 0x0f, 0,    1,    1,    1,    0,    0x1b, 0xb6, 0xee, 0x56, 0,
                                   0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<char const*>(bytes), sizeof bytes};
}

} // namespace

SampleEpub::SampleEpub()
    : files{{"mimetype", "application/epub+zip"},
            {"META-INF/container.xml",
             "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
             "full-path=\"EPUB/package.opf\"/></rootfiles></container>"},
            {"EPUB/package.opf", package},
            {"EPUB/nav.xhtml", navigation},
            {"EPUB/book.css", "body { margin: 0; background-color: transparent; }\n"},
            {"EPUB/images/cover.png", png()},
            {"EPUB/text/one.xhtml", chapter}} {}

std::string& SampleEpub::operator[](std::string const& name) {
    auto const found = std::find_if(files.begin(), files.end(), [&](auto const& file) { return file.first == name; });
    if (found != files.end()) return found->second;
    files.emplace_back(name, "");
    return files.back().second;
}

void SampleEpub::replace(std::string const& name, std::string const& from, std::string const& to) {
    std::string& text = (*this)[name];
    auto const at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + from);
    text.replace(at, from.size(), to);
}

Bytes SampleEpub::save() const {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (auto const& [name, content] : files) {
        zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
        auto const index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        bool const stored = name == "mimetype" && store_mimetype;
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the sample cannot be packed");
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    Bytes bytes(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

} // namespace quoin::preflight::test
