#include "docx_file.hpp"

#include "office/read_office.hpp"
#include "review/proof.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <zip.h>

#include <memory>

namespace quoin::test {

namespace {

std::string const transitional = "http://schemas.openxmlformats.org/";
std::string const strict_root = "http://purl.oclc.org/ooxml/";

constexpr std::string_view root_attributes =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")"
    R"( xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main")"
    R"( xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative")";

constexpr std::string_view usual_styles = R"(
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Author"><w:name w:val="Author"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>)";

std::string relation_type(std::string_view name) {
    return transitional + "officeDocument/2006/relationships/" + std::string(name);
}

std::string relation_line(std::string_view id, std::string_view type, std::string_view target, bool external) {
    return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"{}/>)", id, type, target,
                       external ? R"( TargetMode="External")" : "");
}

std::string relations_part(std::string const& lines) {
    return fmt::format(R"(<Relationships xmlns="{}package/2006/relationships">{}</Relationships>)", transitional,
                       lines);
}

std::string element(std::string_view name, std::string_view content) {
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{0}{1}>{2}</w:{0}>)", name,
                       root_attributes, content);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

} // namespace

DocxFile& DocxFile::file(std::string name, std::string content) {
    files_[std::move(name)] = std::move(content);
    return *this;
}

DocxFile& DocxFile::relation(std::string id, std::string type, std::string target, bool external, std::string part) {
    relations_[part] += relation_line(id, relation_type(type), target, external);
    return *this;
}

DocxFile& DocxFile::part(std::string const& name, std::string const& type, std::string xml, std::string root) {
    relation("r-" + name, type, name + ".xml");
    return file("word/" + name + ".xml", element(root.empty() ? name : root, xml));
}

DocxFile& DocxFile::core(std::string title, std::string creator) {
    return file("docProps/core.xml",
                fmt::format(R"(<cp:coreProperties xmlns:cp="{}package/2006/metadata/core-properties" )"
                            R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>)"
                            R"(<dc:creator>{}</dc:creator></cp:coreProperties>)",
                            transitional, title, creator));
}

DocxFile& DocxFile::strict() {
    strict_ = true;
    return *this;
}

Bytes DocxFile::bytes() const {
    auto files = files_;
    std::size_t const slash = document_path_.rfind('/') + 1;
    std::string const folder = document_path_.substr(0, slash);
    auto relations = relations_;
    relations["document"] += relation_line("r-styles", relation_type("styles"), "/word/styles.xml", false) +
                             relation_line("r-numbering", relation_type("numbering"), "/word/numbering.xml", false);
    files[document_path_] = element("document", "<w:body>" + body_ + "</w:body>");
    files["word/styles.xml"] = element("styles", std::string(usual_styles) + styles_);
    files["word/numbering.xml"] = element("numbering", numbering_);
    files["_rels/.rels"] =
        relations_part(relation_line("main", relation_type("officeDocument"), document_path_, false));
    for (auto const& [part, lines] : relations) {
        std::string const name = part == "document" ? document_path_.substr(slash) : part + ".xml";
        files[folder + "_rels/" + name + ".rels"] = relations_part(lines);
    }
    if (strict_) {
        for (auto& [name, content] : files) {
            content =
                replaced(content, transitional + "wordprocessingml/2006/main", strict_root + "wordprocessingml/main");
            content = replaced(content, transitional + "officeDocument/2006/relationships",
                               strict_root + "officeDocument/relationships");
        }
    }
    return zip(files);
}

Bytes zip(std::map<std::string, std::string> const& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    REQUIRE(buffer != nullptr);
    zip_source_keep(buffer);
    zip_t* const archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (auto const& [name, content] : files) {
        zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    zip_stat_t stat;
    zip_stat_init(&stat);
    REQUIRE(zip_source_stat(buffer, &stat) == 0);
    REQUIRE(zip_source_open(buffer) == 0);
    Bytes bytes(stat.size);
    REQUIRE(zip_source_read(buffer, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

std::string run(std::string_view text, std::string_view properties) {
    return fmt::format(R"(<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)", properties, text);
}

std::string para(std::string_view text, std::string_view style) {
    return para_of(run(text), style.empty() ? "" : fmt::format(R"(<w:pStyle w:val="{}"/>)", style));
}

std::string para_of(std::string_view content, std::string_view properties) {
    return fmt::format("<w:p><w:pPr>{}</w:pPr>{}</w:p>", properties, content);
}

std::string item(std::string_view text, int numbering, int level) {
    return para_of(run(text), fmt::format(R"(<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="{}"/>)"
                                          R"(<w:numId w:val="{}"/></w:numPr>)",
                                          level, numbering));
}

std::string field(std::string_view instruction, std::string_view result_runs) {
    return fmt::format(
        R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>)",
        instruction, result_runs);
}

std::string table(std::string_view rows, std::string_view properties) {
    return fmt::format("<w:tbl><w:tblPr>{}</w:tblPr>{}</w:tbl>", properties, rows);
}
std::string row(std::string_view cells, std::string_view properties) {
    return fmt::format("<w:tr><w:trPr>{}</w:trPr>{}</w:tr>", properties, cells);
}
std::string cell(std::string_view content, std::string_view properties) {
    return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, content);
}

std::string picture(std::string_view relation, std::string_view alt) {
    return fmt::format(R"(<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{1}"/><a:graphic>)"
                       R"(<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{0}"/></pic:blipFill></pic:pic>)"
                       R"(</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
                       relation, alt);
}

std::string small_png() { return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16); }

DocxImport import(DocxFile const& file, manuscript::Options const& options) {
    SourceMap sources;
    manuscript::Source const source{"texts/sample.docx", file.bytes()};
    auto result = office::read_docx(source, options, sources);
    if (!result) FAIL(result.error().message);
    DocxImport import{std::move(*result), "", "", "", ""};
    import.view = sources.text(import.imported.view);
    std::vector<manuscript::Imported> const parts = {import.imported};
    std::vector<model::Document> kept = {import.imported.document};
    review::Proof const proof = review::prove(parts, kept, sources);
    for (auto const& word : proof.lost) UNSCOPED_INFO("lost: " << word.word);
    for (auto const& word : proof.extra) UNSCOPED_INFO("extra: " << word.word);
    CHECK(proof.holds());

    std::string const dump = model::dump(import.imported.document);
    import.text = dump.substr(dump.find("article \"\""));
    import.text = replaced(import.text, "article \"\"\n", "");
    import.text = replaced(import.text, "  title \"sample\"\n", "");
    for (auto const& decision : import.imported.decisions)
        import.decisions +=
            fmt::format("{}: {} | {}\n", manuscript::name(decision.code), decision.choice, decision.reason);
    for (auto const& passage : import.imported.dropped) import.dropped += passage.name + ": " + passage.text + "\n";
    return import;
}

std::string text_of(DocxFile const& file, manuscript::Options const& options) { return import(file, options).text; }
std::string text_of(std::string body) { return text_of(DocxFile(std::move(body))); }

} // namespace quoin::test
