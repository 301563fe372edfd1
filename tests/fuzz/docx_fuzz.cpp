// Reads any bytes as the text of a DOCX file whose styles, lists and notes are sound, as its notes, and as a whole file.

#include "base/utf8.hpp"
#include "model/walk.hpp"
#include "office/read_office.hpp"
#include "stored_package.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace quoin;

std::string const names = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                          R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
std::string const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string const styles =
    "<w:styles" + names +
    R"(><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="V"><w:name w:val="Verse"/></w:style>)"
    R"(<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style></w:styles>)";
std::string const numbering =
    "<w:numbering" + names +
    R"(><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>)"
    R"(<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>)"
    R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)";
std::string const relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
                              R"(<Relationship Id="s" Type=")" +
                              types +
                              R"(styles" Target="styles.xml"/>)"
                              R"(<Relationship Id="n" Type=")" +
                              types +
                              R"(numbering" Target="numbering.xml"/>)"
                              R"(<Relationship Id="f" Type=")" +
                              types +
                              R"(footnotes" Target="footnotes.xml"/>)"
                              R"(<Relationship Id="p" Type=")" +
                              types +
                              R"(image" Target="media/a.png"/>)"
                              R"(<Relationship Id="l" Type=")" +
                              types +
                              R"(hyperlink" Target="https://a.example" TargetMode="External"/>)"
                              "</Relationships>";
std::string const notes = "<w:footnotes" + names +
                          R"(><w:footnote w:id="1"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote></w:footnotes>)";
std::string const text =
    "<w:document" + names +
    R"(><w:body><w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:body></w:document>)";

/// Every reference of the document must lead into its tables, every place into the view, every text be text.
void examine(manuscript::Imported& imported, SourceMap const& sources) {
    model::Document& document = imported.document;
    auto const size = sources.text(imported.view).size();
    if (first_invalid_utf8(sources.text(imported.view)) || first_invalid_utf8(model::dump(document))) std::abort();
    model::visit_texts(document, [&](model::Inlines& row, model::Language const&) {
        model::visit_inlines(row, [&](model::Inline& piece) {
            if (piece.span.file != FileId::none && piece.span.end > size) std::abort();
            if (auto const* const note = std::get_if<model::NoteReference>(&piece.kind);
                note != nullptr && static_cast<std::size_t>(note->note) >= document.notes.size())
                std::abort();
            if (auto const* const words = std::get_if<model::Text>(&piece.kind);
                words != nullptr && words->text.empty())
                std::abort();
        });
    });
    for (manuscript::Passage const& each : imported.dropped)
        if (each.span.end > size || each.span.begin > each.span.end) std::abort();
    for (manuscript::Decision const& each : imported.decisions)
        if (each.left.file != FileId::none && each.left.end > size) std::abort();
}

void read(Bytes content, manuscript::TrackChanges changes, bool packed = true) {
    SourceMap sources;
    manuscript::Options options;
    options.track_changes = changes;
    auto imported = office::read_docx({"fuzz.docx", std::move(content)}, options, sources);
    if (imported) {
        examine(*imported, sources);
    } else if (packed && imported.error().message.find("archive") != std::string::npos) {
        std::abort(); // an archive that is refused would hide everything behind it
    }
}

Bytes package(std::string const& document, std::string const& footnotes) {
    return test::stored_package({{"word/document.xml", document},
                                 {"word/styles.xml", styles},
                                 {"word/numbering.xml", numbering},
                                 {"word/footnotes.xml", footnotes},
                                 {"word/media/a.png", "\x89PNG\r\n\x1a\n"},
                                 {"word/_rels/document.xml.rels", relations}});
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const input(reinterpret_cast<char const*>(data), size);
    read(package(input, notes), manuscript::TrackChanges::accept);
    read(package(input, notes), manuscript::TrackChanges::reject);
    read(package(input, notes), manuscript::TrackChanges::all);
    read(package(text, input), manuscript::TrackChanges::accept);
    read(to_bytes(input), manuscript::TrackChanges::accept, false);
    return 0;
}
