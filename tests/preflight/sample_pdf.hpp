#pragma once
// Small finished files without a fault, made with libqpdf alone, into which faults are planted.

#include "preflight/examine.hpp"
#include "preflight/pdf_facts.hpp"
#include "preflight/qpdf.hpp"

#include <functional>
#include <string>
#include <vector>

namespace quoin::preflight::test {

/// Four pages of 200 × 300 pt with 3 mm of bleed: a line of black text, a rule, a picture of 400 pixels an inch.
class SamplePdf {
  public:
    explicit SamplePdf(FileKind kind);

    QPDFObjectHandle root() { return file.getRoot(); }
    QPDFObjectHandle page(std::size_t index) { return pages.at(index); }
    QPDFObjectHandle info() { return file.getTrailer().getKey("/Info"); }
    QPDFObjectHandle intent() { return root().getKey("/OutputIntents").getArrayItem(0); }
    /// Adds operators to the first page.
    void draw(std::string const& operators);
    void replace_in_metadata(std::string const& from, std::string const& to);
    QPDFObjectHandle parse(std::string const& object) { return QPDFObjectHandle::parse(object); }
    QPDFObjectHandle stream(std::string const& content, std::string const& dictionary);

    Bytes save();

    QPDF file;
    std::vector<QPDFObjectHandle> pages;
    QPDFObjectHandle font, descendant, descriptor, picture, paragraph, figure, header, note, link;
    std::string version;
    bool object_streams = true, encrypted = false;
    std::string cut_from_bytes; // overwritten in the finished bytes

  private:
    void make_fonts();
    void make_pages();
    void make_catalog();
    void make_structure();

    FileKind kind_;
    std::string metadata_;
};

/// The pages that the sample shows, as the layout would have told them.
page::PageList sample_pages();
style::PrinterProfile sample_printer();

/// Reads the file back and gives the codes that are found in it, in order and once each.
std::vector<Code> codes_in(Bytes const&, FileKind, style::PrinterProfile const&, bool gray = false);
std::string names(std::vector<Code> const&);

} // namespace quoin::preflight::test
