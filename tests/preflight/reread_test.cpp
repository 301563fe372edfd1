// What a finished file was to hold and does not is an error, whatever its writer remembers.

#include "preflight/read_epub.hpp"
#include "preflight/read_pdf.hpp"
#include "preflight/reread.hpp"
#include "preflight/sample_epub.hpp"
#include "preflight/sample_pdf.hpp"

#include <catch2/catch.hpp>

namespace quoin::preflight::test {

namespace {

struct Fault {
    char const* what;
    Code code;
    std::function<void(SamplePdf&)> plant;
};

QPDFObjectHandle parsed(char const* object) { return QPDFObjectHandle::parse(object); }

std::string proof_of(SamplePdf& pdf, FileKind kind, std::vector<SourceText> const& texts, std::size_t notes) {
    auto const facts = read_pdf(pdf.save());
    REQUIRE(facts);
    page::PageList const pages = sample_pages();
    Diagnostics found;
    prove_pdf("sample.pdf", *facts, {kind, pages, texts, notes}, found);
    std::vector<Code> codes;
    for (Diagnostic const& diagnostic : found.all()) codes.push_back(diagnostic.code);
    return names(codes);
}

std::vector<SourceText> const texts{{letters_of("A, fi!"), {}, true}};

void check_faults(FileKind kind, std::vector<Fault> const& faults) {
    for (Fault const& fault : faults) {
        SamplePdf pdf(kind);
        fault.plant(pdf);
        INFO(fault.what);
        CHECK(proof_of(pdf, kind, texts, 1) == names({fault.code}));
    }
}

std::string proof_of(SampleEpub const& epub, std::vector<SourceText> const& wanted) {
    auto const facts = read_epub(epub.save());
    REQUIRE(facts);
    Diagnostics found;
    prove_epub("sample.epub", *facts, {wanted, 1, {"1"}}, found);
    std::vector<Code> codes;
    for (Diagnostic const& diagnostic : found.all()) codes.push_back(diagnostic.code);
    return names(codes);
}

} // namespace

TEST_CASE("a file that holds what it was to hold is proven") {
    SamplePdf press(FileKind::print), screen(FileKind::screen);
    CHECK(proof_of(press, FileKind::print, texts, 1).empty());
    CHECK(proof_of(screen, FileKind::screen, texts, 1).empty());
}

TEST_CASE("a press file is proven page by page") {
    check_faults(
        FileKind::print,
        {{"label", Code::reread_labels,
          [](auto& pdf) { pdf.root().replaceKey("/PageLabels", parsed("<</Nums [0 <</S /D>>]>>")); }},
         {"no labels", Code::reread_labels, [](auto& pdf) { pdf.root().removeKey("/PageLabels"); }},
         {"trim", Code::reread_boxes, [](auto& pdf) { pdf.page(2).replaceKey("/TrimBox", parsed("[0 0 200 301]")); }},
         {"font", Code::reread_fonts, [](auto& pdf) { pdf.descriptor.removeKey("/FontFile3"); }},
         {"lost letter", Code::reread_text,
          [](auto& pdf) { pdf.page(1).replaceKey("/Contents", pdf.stream("BT /F0 10 Tf [<0001>] TJ ET", "<<>>")); }},
         {"letter too many", Code::reread_text,
          [](auto& pdf) { pdf.draw("BT /F0 10 Tf 1 0 0 1 50 50 Tm <0003> Tj ET"); }},
         {"lost page", Code::reread_pages, [](auto& pdf) {
              auto kids = pdf.root().getKey("/Pages").getKey("/Kids");
              kids.eraseItem(3);
              pdf.root().getKey("/Pages").replaceKey("/Count", parsed("3"));
          }}});
}

TEST_CASE("a screen file is proven with its notes and its reading order") {
    check_faults(FileKind::screen,
                 {{"lost note", Code::reread_notes, [](auto& pdf) { pdf.note.replaceKey("/S", parsed("/P")); }},
                  {"text in no tag", Code::reread_text, [](auto& pdf) { pdf.paragraph.removeKey("/K"); }}});
}

TEST_CASE("an EPUB is proven with its notes, texts and pages") {
    std::vector<SourceText> const wanted{{letters_of("He swore it was a comet."), {}, true}};
    SampleEpub clean;
    CHECK(proof_of(clean, wanted).empty());
    std::string const one = "EPUB/text/one.xhtml";
    SampleEpub lost = clean;
    lost.replace(one, "swore", "said");
    CHECK(proof_of(lost, wanted) == names({Code::reread_text}));
    SampleEpub dead = clean;
    dead.replace(one, "href=\"#note-1\"", "href=\"#storm\"");
    CHECK(proof_of(dead, wanted) == names({Code::reread_notes, Code::reread_notes}));
    SampleEpub one_way = clean;
    one_way.replace(one, "href=\"#ref-1\"", "href=\"#storm\"");
    CHECK(proof_of(one_way, wanted) == names({Code::reread_notes}));
    SampleEpub unlisted = clean;
    unlisted.replace("EPUB/nav.xhtml", ">1<", ">2<");
    CHECK(proof_of(unlisted, wanted) == names({Code::reread_pages}));
    SampleEpub broken = clean;
    broken.replace(one, "</section>", "");
    CHECK(proof_of(broken, {}) == names({Code::reread_unreadable, Code::reread_notes, Code::reread_pages}));
}

TEST_CASE("bytes that are no PDF or no archive are told and not trusted") {
    for (std::string const& bytes : {std::string(), std::string("%PDF-1.7\n"), std::string(2000, 'x')}) {
        auto const pdf = read_pdf(to_bytes(bytes));
        CHECK((!pdf && pdf.error().code == Code::reread_unreadable));
        CHECK_FALSE(read_epub(to_bytes(bytes)));
    }
    // Half a file: libqpdf may rescue some of it, and says so.
    SamplePdf whole(FileKind::print);
    Bytes half = whole.save();
    half.resize(half.size() / 2);
    auto const rescued = read_pdf(half);
    CHECK((!rescued || !rescued->warnings.empty()));
}

} // namespace quoin::preflight::test
