// A clean press file and a clean screen file give no finding; each fault that is planted in one is named, and nothing else is.

#include "preflight/sample_pdf.hpp"

#include <catch2/catch.hpp>

namespace quoin::preflight::test {

namespace {

using Printer = style::PrinterProfile;

struct Fault {
    char const* what;
    Code code;
    std::function<void(SamplePdf&, Printer&)> plant;
    bool gray = false;
};

QPDFObjectHandle parsed(char const* object) { return QPDFObjectHandle::parse(object); }

void set_x1a(SamplePdf& pdf, Printer& printer) {
    printer.standard = style::PrintStandard::x1a;
    pdf.version = "1.4";
    pdf.object_streams = false;
    pdf.info().replaceKey("/GTS_PDFXVersion", parsed("(PDF/X-1a:2003)"));
}

void add_state(SamplePdf& pdf, char const* state) {
    pdf.page(0).getKey("/Resources").getKey("/ExtGState").replaceKey("/GS2", parsed(state));
    pdf.draw("/GS2 gs\n");
}

void add_space(SamplePdf& pdf, char const* space) {
    pdf.page(0).getKey("/Resources").getKey("/ColorSpace").replaceKey("/CS0", parsed(space));
}

QPDFObjectHandle picture(SamplePdf& pdf) { return pdf.picture.getDict(); }

std::vector<Fault> const press_faults{
    {"later version", Code::pdf_version, [](auto& pdf, auto&) { pdf.version = "1.7"; }},
    {"object streams in X-1a", Code::pdf_version,
     [](auto& pdf, auto& printer) {
         set_x1a(pdf, printer);
         pdf.object_streams = true;
         pdf.version = "1.5";
     }},
    {"a password", Code::pdf_encrypted,
     [](auto& pdf, auto& printer) {
         printer.standard = style::PrintStandard::x4;
         pdf.encrypted = true;
     }},
    {"no ID", Code::pdf_id_missing, [](auto& pdf, auto&) { pdf.cut_from_bytes = "/ID ["; }},
    {"a script", Code::pdf_active_content,
     [](auto& pdf, auto&) { pdf.root().replaceKey("/OpenAction", parsed("<</S /JavaScript /JS (x)>>")); }},
    {"a link", Code::pdf_annotation,
     [](auto& pdf, auto&) { pdf.page(0).replaceKey("/Annots", parsed("[<</Subtype /Link>>]")); }},
    {"no TrimBox", Code::page_box, [](auto& pdf, auto&) { pdf.page(1).removeKey("/TrimBox"); }},
    {"an ArtBox", Code::page_box, [](auto& pdf, auto&) { pdf.page(1).replaceKey("/ArtBox", parsed("[9 9 200 300]")); }},
    {"boxes crossed", Code::page_box,
     [](auto& pdf, auto&) { pdf.page(1).replaceKey("/CropBox", parsed("[5 5 210 310]")); }},
    {"another size", Code::page_size,
     [](auto& pdf, auto&) { pdf.page(1).replaceKey("/TrimBox", parsed("[8.504 8.504 207 307]")); }},
    {"turned", Code::page_rotated, [](auto& pdf, auto&) { pdf.page(2).replaceKey("/Rotate", parsed("90")); }},
    {"page multiple", Code::page_multiple, [](auto&, auto& printer) { printer.pages.multiple = 8; }},
    {"too few pages", Code::page_multiple, [](auto&, auto& printer) { printer.pages.least = 24; }},
    {"empty page", Code::page_empty,
     [](auto& pdf, auto&) { pdf.page(3).replaceKey("/Contents", pdf.stream("", "<<>>")); }},
    {"little bleed", Code::page_bleed, [](auto&, auto& printer) { printer.bleed = Length::from_millimetres(5); }},
    {"picture at the trim", Code::picture_bleed,
     [](auto& pdf, auto&) { pdf.draw("q 72 0 0 72 8.504 150 cm /Im0 Do Q\n"); }},
    {"text at the trim", Code::text_near_trim,
     [](auto& pdf, auto&) { pdf.draw("/GS1 gs BT /F0 10 Tf 1 0 0 1 50 12 Tm [<0001>] TJ ET\n"); }},
    {"small text", Code::text_small, [](auto&, auto& printer) { printer.text.least_size = Length::points(12); }},
    {"no intent", Code::intent_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/OutputIntents"); }},
    {"a screen's profile", Code::intent_wrong,
     [](auto& pdf, auto&) {
         pdf.intent().replaceKey("/DestOutputProfile", pdf.stream(std::string(200, 'x'), "<<>>"));
     }},
    {"another press", Code::intent_wrong, [](auto&, auto& printer) { printer.condition.identifier = "FOGRA51"; }},
    {"two titles", Code::metadata_differs,
     [](auto& pdf, auto&) { pdf.info().replaceKey("/Title", parsed("(Other)")); }},
    {"not trapped nor untrapped", Code::trapped_missing,
     [](auto& pdf, auto&) { pdf.info().replaceKey("/Trapped", parsed("/Unknown")); }},
    {"no claim", Code::standard_missing, [](auto& pdf, auto&) { pdf.replace_in_metadata("PDF/X-4", "PDF/X-3"); }},
    {"font not embedded", Code::font_unembedded, [](auto& pdf, auto&) { pdf.descriptor.removeKey("/FontFile3"); }},
    {"whole font", Code::font_whole,
     [](auto& pdf, auto&) { pdf.descendant.replaceKey("/BaseFont", parsed("/Sample")); }},
    {"box for a character", Code::glyph_box,
     [](auto& pdf, auto&) { pdf.draw("/GS1 gs BT /F0 10 Tf 1 0 0 1 50 60 Tm [<0000>] TJ ET\n"); }},
    {"screen colour", Code::colour_rgb, [](auto& pdf, auto&) { pdf.draw("1 0 0 rg 50 20 5 5 re f\n"); }},
    {"screen picture", Code::colour_rgb,
     [](auto& pdf, auto&) { picture(pdf).replaceKey("/ColorSpace", parsed("/DeviceRGB")); }},
    {"device-independent colour", Code::colour_space,
     [](auto& pdf, auto& printer) {
         set_x1a(pdf, printer);
         add_space(pdf, "[/Lab <</WhitePoint [1 1 1]>>]");
         pdf.draw("/CS0 cs 50 0 0 sc 50 20 5 5 re f\n");
     }},
    {"a colour in a grey interior", Code::colour_class,
     [](auto& pdf, auto&) {
         pdf.picture.getDict().replaceKey("/ColorSpace", parsed("/DeviceGray"));
         pdf.draw("0 1 0 0 k 50 20 5 5 re f\n");
     },
     true},
    {"too much ink", Code::ink_total, [](auto& pdf, auto&) { pdf.draw("0.9 0.9 0.9 0.6 k 50 20 5 5 re f\n"); }},
    {"text in four blacks", Code::text_rich_black,
     [](auto& pdf, auto&) { pdf.draw("0.6 0.4 0.4 1 k BT /F0 10 Tf 1 0 0 1 50 60 Tm [<0001>] TJ ET\n"); }},
    {"black that knocks out", Code::black_knocks_out,
     [](auto& pdf, auto&) { pdf.draw("0 0 0 1 k BT /F0 10 Tf 1 0 0 1 50 60 Tm [<0001>] TJ ET\n"); }},
    {"white that overprints", Code::white_overprints,
     [](auto& pdf, auto&) { pdf.draw("/GS1 gs 0 0 0 0 k 50 20 5 5 re f\n"); }},
    {"unknown spot", Code::spot_unknown,
     [](auto& pdf, auto&) {
         add_space(
             pdf, "[/Separation /Gold /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 1 0] /N 1>>]");
         pdf.draw("/CS0 cs 1 scn 50 20 5 5 re f\n");
     }},
    {"negative JPEG", Code::jpeg_inverted,
     [](auto& pdf, auto&) {
         pdf.picture.replaceStreamData(std::string("\xff\xd8\xff\xee\x00\x0e"
                                                   "Adobe\x00\x64\x00\x00\x00\x00\x02\xff\xd9",
                                                   20),
                                       parsed("/DCTDecode"), parsed("null"));
     }},
    {"transparency in X-1a", Code::transparency,
     [](auto& pdf, auto& printer) {
         set_x1a(pdf, printer);
         add_state(pdf, "<</ca 0.5>>");
     }},
    {"soft mask in X-1a", Code::transparency,
     [](auto& pdf, auto& printer) {
         set_x1a(pdf, printer);
         picture(pdf).replaceKey("/SMask", pdf.stream("", "<</Subtype /Image /Width 1 /Height 1>>"));
     }},
    {"blend mode in X-1a", Code::transparency,
     [](auto& pdf, auto& printer) {
         set_x1a(pdf, printer);
         add_state(pdf, "<</BM /Multiply>>");
     }},
    {"blended in RGB", Code::blend_space,
     [](auto& pdf, auto&) { pdf.page(0).replaceKey("/Group", parsed("<</S /Transparency /CS /DeviceRGB>>")); }},
    {"thin rule", Code::line_thin, [](auto& pdf, auto&) { pdf.draw("0 0 0 1 k 50 20 50 0.1 re f\n"); }},
    {"hairline", Code::line_thin, [](auto& pdf, auto&) { pdf.draw("0 0 0 1 K 0 w 50 20 m 90 20 l S\n"); }},
    {"scaled to a hairline", Code::line_thin,
     [](auto& pdf, auto&) { pdf.draw("q 0 0 0 1 K 0.1 0 0 0.1 0 0 cm 1 w 500 200 m 900 200 l S Q\n"); }},
    {"coarse picture", Code::picture_resolution,
     [](auto& pdf, auto&) { picture(pdf).replaceKey("/Width", parsed("143")); }},
    {"coarse line art", Code::picture_resolution,
     [](auto& pdf, auto&) { picture(pdf).replaceKey("/BitsPerComponent", parsed("1")); }},
    {"LZW", Code::picture_filter,
     [](auto& pdf, auto&) {
         pdf.picture.replaceStreamData(std::string("\x80\x0b\x60\x50", 4), parsed("/LZWDecode"), parsed("null"));
     }},
    {"smoothed picture", Code::picture_interpolated,
     [](auto& pdf, auto&) { picture(pdf).replaceKey("/Interpolate", parsed("true")); }},
};

std::vector<Fault> const screen_faults{
    {"no tags", Code::tags_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/StructTreeRoot"); }},
    {"not marked", Code::tags_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/MarkInfo"); }},
    {"text outside", Code::content_untagged,
     [](auto& pdf, auto&) { pdf.draw("BT /F0 10 Tf 1 0 0 1 50 60 Tm [<0001>] TJ ET\n"); }},
    {"picture without words", Code::figure_alt, [](auto& pdf, auto&) { pdf.figure.removeKey("/Alt"); }},
    {"link without words", Code::link_contents,
     [](auto& pdf, auto&) { pdf.page(0).getKey("/Annots").getArrayItem(0).removeKey("/Contents"); }},
    {"no language", Code::language_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/Lang"); }},
    {"file name for a title", Code::title_hidden, [](auto& pdf, auto&) { pdf.root().removeKey("/ViewerPreferences"); }},
    {"no outline", Code::outline_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/Outlines"); }},
    {"note without ID", Code::note_id, [](auto& pdf, auto&) { pdf.note.removeKey("/ID"); }},
    {"head without scope", Code::table_scope, [](auto& pdf, auto&) { pdf.header.removeKey("/A"); }},
    {"no tab order", Code::tab_order, [](auto& pdf, auto&) { pdf.page(0).removeKey("/Tabs"); }},
    {"text without Unicode", Code::text_unreadable, [](auto& pdf, auto&) { pdf.font.removeKey("/ToUnicode"); }},
    {"no PDF/A claim", Code::standard_missing,
     [](auto& pdf, auto&) { pdf.replace_in_metadata("<pdfaid:part>2", "<pdfaid:part>1"); }},
    {"two dates", Code::metadata_differs,
     [](auto& pdf, auto&) { pdf.replace_in_metadata("2023-08-01", "2024-08-01"); }},
    {"no sRGB", Code::intent_missing, [](auto& pdf, auto&) { pdf.root().removeKey("/OutputIntents"); }},
    {"smoothed", Code::picture_interpolated,
     [](auto& pdf, auto&) { picture(pdf).replaceKey("/Interpolate", parsed("true")); }},
};

void check_faults(std::vector<Fault> const& faults, FileKind kind) {
    for (Fault const& fault : faults) {
        SamplePdf pdf(kind);
        Printer printer = sample_printer();
        fault.plant(pdf, printer);
        INFO(fault.what);
        CHECK(names(codes_in(pdf.save(), kind, printer, fault.gray)) == names({fault.code}));
    }
}

} // namespace

TEST_CASE("a clean press file gives no finding") {
    SamplePdf x4(FileKind::print);
    CHECK(names(codes_in(x4.save(), FileKind::print, sample_printer())).empty());
    SamplePdf x1a(FileKind::print);
    Printer printer = sample_printer();
    set_x1a(x1a, printer);
    CHECK(names(codes_in(x1a.save(), FileKind::print, printer)).empty());
}

TEST_CASE("each fault in a press file is named, and nothing else") { check_faults(press_faults, FileKind::print); }

TEST_CASE("a clean screen file gives no finding") {
    SamplePdf pdf(FileKind::screen);
    CHECK(names(codes_in(pdf.save(), FileKind::screen, sample_printer())).empty());
}

TEST_CASE("each fault in a screen file is named, and nothing else") { check_faults(screen_faults, FileKind::screen); }

} // namespace quoin::preflight::test
