#include "office_odt/odt_file.hpp"

#include "model/document.hpp"
#include "office/read_office.hpp"
#include "review/proof.hpp"

#include <catch2/catch.hpp>
#include <zip.h>

namespace quoin::tests {

namespace {

std::string const namespaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" )"
    R"(xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
    R"(xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" )"
    R"(xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3")";

std::string const usual_styles = R"xml(
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Heading"/>
<style:style style:name="Author" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading"/>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">
 <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Standard">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"/>
<text:list-style style:name="Numbers">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="Letters">
 <text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:start-value="3"/></text:list-style>
<text:list-style style:name="Levels">
 <text:list-level-style-number text:level="1" style:num-format="1"/>
 <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
 <text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>
)xml";

std::string element(std::string const& name, std::string const& content) {
    return "<" + name + ">" + content + "</" + name + ">";
}

std::string root(std::string const& name, std::string const& content, std::string const& more = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)"
           "<" +
           name + " " + namespaces + more + ">" + content + "</" + name + ">";
}

/// Without the lines before the first article.
std::string from_articles(std::string const& dump) {
    std::size_t const at = dump.find("\narticle");
    return at == std::string::npos ? std::string() : dump.substr(at + 1);
}

std::string summary(OdtReading const& reading) {
    std::string text = reading.dump();
    for (std::string const& each : reading.decisions()) text += each + "\n";
    for (std::string const& each : reading.dropped()) text += each + "\n";
    return text;
}

} // namespace

std::string OdtFile::content() const {
    return root("office:document-content",
                element("office:automatic-styles", automatic) + element("office:body", element("office:text", body)));
}

std::map<std::string, std::string> OdtFile::entries() const {
    std::map<std::string, std::string> all = parts;
    all.emplace("mimetype", "application/vnd.oasis.opendocument.text");
    all.emplace("content.xml", content());
    all.emplace("styles.xml", root("office:document-styles", element("office:styles", usual_styles + named) +
                                                                 element("office:master-styles", masters)));
    all.emplace("meta.xml", root("office:document-meta", element("office:meta", meta)));
    return all;
}

Bytes OdtFile::package() const { return archive(entries()); }

Bytes OdtFile::flat() const {
    return to_bytes(root("office:document",
                         element("office:meta", meta) + element("office:styles", usual_styles + named) +
                             element("office:automatic-styles", automatic) + element("office:master-styles", masters) +
                             element("office:body", element("office:text", body)),
                         R"( office:mimetype="application/vnd.oasis.opendocument.text")"));
}

Bytes archive(std::map<std::string, std::string> const& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* const zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    REQUIRE(zip != nullptr);
    for (auto const& [name, content] : entries)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    REQUIRE(zip_close(zip) == 0);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    Bytes bytes(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string OdtReading::view() const { return std::string(sources.text(imported.view)); }

std::string OdtReading::dump() const { return from_articles(model::dump(imported.document)); }

std::string OdtReading::body() const {
    std::string const text = dump();
    REQUIRE(imported.document.entries.size() == 1);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = text.find('\n', at);
        std::string const line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("article ") || line.starts_with("  title ")) continue;
        result += (line.starts_with("  ") && result.find("\nnote ") == std::string::npos && !result.starts_with("note ")
                       ? line.substr(2)
                       : line) +
                  "\n";
    }
    return result;
}

std::vector<std::string> OdtReading::decisions() const {
    std::vector<std::string> result;
    for (manuscript::Decision const& each : imported.decisions)
        result.push_back(std::string(manuscript::name(each.code)) + ": " + each.choice + " (" + each.reason + ")");
    return result;
}

std::vector<std::string> OdtReading::codes() const {
    std::vector<std::string> result;
    for (manuscript::Decision const& each : imported.decisions) result.emplace_back(manuscript::name(each.code));
    return result;
}

std::vector<std::string> OdtReading::dropped() const {
    std::vector<std::string> result;
    for (manuscript::Passage const& each : imported.dropped) result.push_back(each.name + ": " + each.text);
    return result;
}

std::vector<std::string> OdtReading::added() const {
    std::vector<std::string> result;
    for (manuscript::Passage const& each : imported.added) result.push_back(each.name + ": " + each.text);
    return result;
}

std::vector<std::string> OdtReading::unproved() const {
    std::vector<model::Document> kept{imported.document};
    review::Proof const proof = review::prove({imported}, kept, sources);
    std::vector<std::string> result;
    for (review::LooseWord const& each : proof.lost) result.push_back("-" + each.word);
    for (review::LooseWord const& each : proof.extra) result.push_back("+" + each.word);
    return result;
}

OdtReading read_bytes(std::string const& path, Bytes bytes, manuscript::Options const& options) {
    OdtReading reading;
    auto imported = office::read_odt({path, std::move(bytes)}, options, reading.sources);
    INFO((imported ? std::string() : imported.error().message));
    REQUIRE(imported);
    reading.imported = std::move(*imported);
    return reading;
}

OdtReading read(OdtFile const& file, manuscript::Options const& options) {
    OdtReading reading = read_bytes("a.odt", file.package(), options);
    CHECK(reading.unproved() == none);
    if (file.parts.empty()) CHECK(summary(read_bytes("a.fodt", file.flat(), options)) == summary(reading));
    return reading;
}

std::string refusal(std::string const& path, Bytes bytes) {
    SourceMap sources;
    auto const imported = office::read_odt({path, std::move(bytes)}, {}, sources);
    if (imported) return {};
    return std::string(name(imported.error().code)) + ": " + imported.error().message;
}

} // namespace quoin::tests
