#include "preflight/rules.hpp"

#include <fmt/format.h>

namespace quoin::preflight {

namespace {

using style::PrintStandard;

// PRINT.md's table of versions: ISO 15930-4 (2003) allows 1.4, ISO 15930-7 1.6, ISO 19005-2 1.7.
std::string latest_version(PdfSubject const& subject) {
    if (subject.kind == FileKind::screen) return "1.7";
    if (subject.printer.standard == PrintStandard::x1a) return "1.4";
    return subject.printer.standard == PrintStandard::x4 ? "1.6" : "1.7";
}

bool claims_standard(PdfSubject const& subject) {
    return subject.kind == FileKind::screen || subject.printer.standard != PrintStandard::pdf;
}

} // namespace

void check_file(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    std::string const latest = latest_version(subject);
    if (facts.version > latest || (latest == "1.4" && facts.object_streams))
        list.about_file({Code::pdf_version, Severity::error, "save it as PDF " + latest},
                        fmt::format("it is PDF {}{}, and {} is the latest that is taken", facts.version,
                                    facts.object_streams && facts.version <= latest ? " with object streams" : "",
                                    latest));
    if (facts.encrypted)
        list.about_file({Code::pdf_encrypted, Severity::error, "write it without a password"}, "it is encrypted");
    if (!facts.has_id && claims_standard(subject))
        list.about_file({Code::pdf_id_missing, Severity::error, "write it anew: its trailer lacks the ID"},
                        "it has no identifier");
    if (facts.active_content)
        list.about_file({Code::pdf_active_content, Severity::error, "take out scripts, forms and attached files"},
                        "it holds scripts, forms, attached files or an action at opening");
    for (std::size_t page = 0; page < facts.pages.size(); ++page) {
        auto const& links = facts.pages[page];
        bool const screen = subject.kind == FileKind::screen;
        if (links.other_annotations > 0 || (!screen && links.links > 0))
            list.about_page({Code::pdf_annotation, Severity::error, "take out links, comments and form fields"}, page,
                            screen ? "it has annotations that are no links" : "it has links or other annotations");
        if (links.paint.no_glyph)
            list.about_page({Code::glyph_box, Severity::error, "choose a font that has the character"}, page,
                            fmt::format("the font {} has no sign for a character, and a box stands in its place",
                                        links.paint.no_glyph->what));
    }
}

void check_fonts(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    for (FontFact const& font : facts.fonts) {
        if (!font.embedded)
            list.about_file({Code::font_unembedded, Severity::error, "embed it: another font will stand in its place"},
                            fmt::format("the font {} is not in the file", font.name));
        if (font.embedded && !font.subset && !font.type3)
            list.about_file({Code::font_whole, Severity::warning, "embed only the glyphs that are used"},
                            fmt::format("the font {} is in it as a whole", font.name));
        if (!font.has_unicode && subject.kind == FileKind::screen)
            list.about_file({Code::text_unreadable, Severity::error, "give the font a ToUnicode table"},
                            fmt::format("text in the font {} cannot be read aloud, searched or copied", font.name));
    }
}

} // namespace quoin::preflight
