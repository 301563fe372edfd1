#include "preflight/sample_pdf.hpp"

#include "preflight/read_pdf.hpp"

#include <algorithm>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace quoin::preflight::test {

namespace {

constexpr std::size_t page_count = 4;
std::string const press_packet =
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
    "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" "
    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Sample</rdf:li></rdf:Alt></dc:title>"
    "<pdf:Producer>quoin</pdf:Producer><xmp:CreateDate>2023-08-01T00:00:00Z</xmp:CreateDate>CLAIM"
    "</rdf:Description></rdf:RDF></x:xmpmeta>";

// The header of an ICC profile (ICC.1:2010, 7.2) and nothing behind it.
std::string profile(std::string const& kind, std::string const& space) {
    std::string bytes(200, '\0');
    bytes.replace(12, 4, kind);
    bytes.replace(16, 4, space);
    return bytes;
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + from);
    return text.replace(at, from.size(), to);
}

} // namespace

SamplePdf::SamplePdf(FileKind kind) : version(kind == FileKind::screen ? "1.7" : "1.6"), kind_(kind) {
    file.emptyPDF();
    make_fonts();
    make_pages();
    make_catalog();
    if (kind == FileKind::screen) make_structure();
}

QPDFObjectHandle SamplePdf::stream(std::string const& content, std::string const& dictionary) {
    auto made = QPDFObjectHandle::newStream(&file, content);
    made.replaceDict(parse(dictionary));
    return made;
}

void SamplePdf::make_fonts() {
    descriptor = file.makeIndirectObject(parse("<</Type /FontDescriptor /FontName /ABCDEF+Sample /Flags 4>>"));
    descriptor.replaceKey("/FontFile3", stream("program", "<</Subtype /CIDFontType0C>>"));
    descendant = file.makeIndirectObject(
        parse("<</Type /Font /Subtype /CIDFontType0 /BaseFont /ABCDEF+Sample /DW 500 /W [1 [600 400]]>>"));
    descendant.replaceKey("/FontDescriptor", descriptor);
    font = file.makeIndirectObject(
        parse("<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sample-Identity-H /Encoding /Identity-H>>"));
    font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray(std::vector{descendant}));
    font.replaceKey("/ToUnicode", stream("2 beginbfchar\n<0001> <0061>\n<0002> <00660069>\nendbfchar\n"
                                         "1 beginbfrange\n<0003> <0005> <0062>\nendbfrange\n",
                                         "<<>>"));
    std::string const space = kind_ == FileKind::screen ? "/DeviceRGB" : "/DeviceCMYK";
    picture = stream(std::string(16, '\0'), "<</Type /XObject /Subtype /Image /Width 400 /Height 400 "
                                            "/BitsPerComponent 8 /ColorSpace " +
                                                space + ">>");
}

void SamplePdf::make_pages() {
    bool const screen = kind_ == FileKind::screen;
    auto tree = root().getKey("/Pages");
    auto kids = QPDFObjectHandle::newArray();
    for (std::size_t index = 0; index < page_count; ++index) {
        auto one = file.makeIndirectObject(parse(screen ? "<</Type /Page /MediaBox [0 0 200 300] /Tabs /S>>"
                                                        : "<</Type /Page /MediaBox [0 0 217.008 317.008] "
                                                          "/BleedBox [0 0 217.008 317.008] "
                                                          "/TrimBox [8.504 8.504 208.504 308.504]>>"));
        one.replaceKey("/Parent", tree);
        auto resources =
            parse("<</Font <<>> /XObject <<>> /ColorSpace <<>> /ExtGState <</GS0 <</OP false /op false /OPM 0>> "
                  "/GS1 <</OP true /op true /OPM 1>>>>>>");
        resources.getKey("/Font").replaceKey("/F0", font);
        resources.getKey("/XObject").replaceKey("/Im0", picture);
        one.replaceKey("/Resources", resources);
        std::string const content =
            screen ? "/P <</MCID 0>> BDC 0 0 0 rg BT /F0 10 Tf 1 0 0 1 50 100 Tm [<0001> 10 <0002>] TJ ET EMC\n"
                     "/Figure <</MCID 1>> BDC q 72 0 0 72 60 150 cm /Im0 Do Q EMC\n"
                   : "/GS1 gs 0 0 0 1 k BT /F0 10 Tf 1 0 0 1 50 100 Tm [<0001> 10 <0002>] TJ ET\n"
                     "/GS0 gs 50 90 60 0.5 re f\nq 72 0 0 72 60 150 cm /Im0 Do Q\n";
        one.replaceKey("/Contents", stream(content, "<<>>"));
        pages.push_back(one);
        kids.appendItem(one);
    }
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(page_count));
    file.updateAllPagesCache();
}

void SamplePdf::make_catalog() {
    bool const screen = kind_ == FileKind::screen;
    root().replaceKey("/PageLabels", parse("<</Nums [0 <</S /r>> 2 <</S /D /St 7>>]>>"));
    auto intent = parse(screen ? "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)>>"
                               : "<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39)>>");
    intent.replaceKey("/DestOutputProfile", stream(screen ? profile("mntr", "RGB ") : profile("prtr", "CMYK"), "<<>>"));
    root().replaceKey("/OutputIntents", QPDFObjectHandle::newArray(std::vector{intent}));
    metadata_ = replaced(press_packet, "CLAIM",
                         screen ? "<pdfaid:part>2</pdfaid:part><pdfuaid:part>1</pdfuaid:part>"
                                : "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    root().replaceKey("/Metadata", stream(metadata_, "<</Type /Metadata /Subtype /XML>>"));
    file.getTrailer().replaceKey(
        "/Info", file.makeIndirectObject(
                     parse("<</Title (Sample) /Producer (quoin) /CreationDate (D:20230801000000Z) /Trapped /False>>")));
}

void SamplePdf::make_structure() {
    root().replaceKey("/MarkInfo", parse("<</Marked true>>"));
    root().replaceKey("/Lang", parse("(en)"));
    root().replaceKey("/ViewerPreferences", parse("<</DisplayDocTitle true>>"));
    auto entry = file.makeIndirectObject(parse("<</Title (Article)>>"));
    auto outlines = file.makeIndirectObject(parse("<</Type /Outlines /Count 1>>"));
    outlines.replaceKey("/First", entry);
    root().replaceKey("/Outlines", outlines);
    auto tree = file.makeIndirectObject(parse("<</Type /StructTreeRoot>>"));
    auto document = file.makeIndirectObject(parse("<</S /Document>>"));
    paragraph = file.makeIndirectObject(parse("<</S /P /K 0>>"));
    figure =
        file.makeIndirectObject(parse("<</S /Figure /Alt (A press) /A <</O /Layout /BBox [60 150 132 222]>> /K 1>>"));
    header = file.makeIndirectObject(parse("<</S /TH /A <</O /Table /Scope /Column>>>>"));
    note = file.makeIndirectObject(parse("<</S /Note /ID (note-1)>>"));
    link = file.makeIndirectObject(parse("<</S /Link>>"));
    auto annotation = file.makeIndirectObject(
        parse("<</Type /Annot /Subtype /Link /F 4 /Rect [50 100 60 110] /Contents (Note 1) /StructParent 4>>"));
    page(0).replaceKey("/Annots", QPDFObjectHandle::newArray(std::vector{annotation}));
    auto reference = parse("<</Type /OBJR>>");
    reference.replaceKey("/Obj", annotation);
    link.replaceKey("/K", reference);
    for (auto& element : {paragraph, figure}) {
        auto handle = element;
        handle.replaceKey("/Pg", page(0));
    }
    document.replaceKey("/K", QPDFObjectHandle::newArray(std::vector{paragraph, figure, header, link, note}));
    tree.replaceKey("/K", document);
    root().replaceKey("/StructTreeRoot", tree);
}

void SamplePdf::draw(std::string const& operators) {
    auto contents = page(0).getKey("/Contents");
    page(0).replaceKey("/Contents", QPDFObjectHandle::newArray(std::vector{contents, stream(operators, "<<>>")}));
}

void SamplePdf::replace_in_metadata(std::string const& from, std::string const& to) {
    metadata_ = replaced(metadata_, from, to);
    root().replaceKey("/Metadata", stream(metadata_, "<</Type /Metadata /Subtype /XML>>"));
}

Bytes SamplePdf::save() {
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.forcePDFVersion(version);
    writer.setObjectStreamMode(object_streams ? qpdf_o_generate : qpdf_o_disable);
    if (encrypted)
        writer.setR3EncryptionParametersInsecure("", "owner", true, true, true, true, true, true, qpdf_r3p_full);
    writer.write();
    auto const buffer = writer.getBufferSharedPointer();
    Bytes bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
    if (!cut_from_bytes.empty()) {
        auto const at = std::search(bytes.begin(), bytes.end(), cut_from_bytes.begin(), cut_from_bytes.end());
        if (at == bytes.end()) throw std::runtime_error("nothing to cut: " + cut_from_bytes);
        *(at + 1) = 'X';
    }
    return bytes;
}

page::PageList sample_pages() {
    page::PageList list;
    list.trim = {Length::points(200), Length::points(300)};
    list.bleed = Length::from_millimetres(3);
    page::GlyphRun run;
    run.text = "afi";
    run.size = Length::points(10);
    run.glyphs = {{1, 0, 0, 0}, {2, 1, 0, 0}};
    for (char const* const label : {"i", "ii", "7", "8"}) {
        page::Page page;
        page.label = label;
        page.items.push_back({{}, run, static_cast<page::TagId>(0)});
        list.pages.push_back(std::move(page));
    }
    list.outline.push_back({0, "Article", "article"});
    return list;
}

style::PrinterProfile sample_printer() {
    style::PrinterProfile printer;
    printer.title = "A shop";
    printer.condition.identifier = "FOGRA39";
    printer.pages.multiple = 4;
    printer.pages.margin = Length::from_millimetres(5);
    return printer;
}

std::vector<Code> codes_in(Bytes const& bytes, FileKind kind, style::PrinterProfile const& printer, bool gray) {
    auto const facts = read_pdf(bytes);
    if (!facts) return {facts.error().code};
    page::PageList const pages = sample_pages();
    PdfSubject const subject{"sample.pdf", kind, pages, printer, gray};
    std::vector<Code> codes;
    for (Finding const& finding :
         kind == FileKind::screen ? examine_screen(*facts, subject) : examine_print(*facts, subject))
        codes.push_back(finding.diagnostic.code);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

std::string names(std::vector<Code> const& codes) {
    std::string text;
    for (Code const code : codes) text += std::string(name(code)) + ' ';
    return text;
}

} // namespace quoin::preflight::test
