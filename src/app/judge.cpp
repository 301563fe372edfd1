#include "app/judge.hpp"

#include "preflight/examine.hpp"
#include "preflight/read_epub.hpp"
#include "preflight/read_pdf.hpp"
#include "preflight/reread.hpp"

#include <iterator>

namespace quoin::app {

using preflight::FileKind;

void Judge::add(preflight::Findings findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(result_.findings));
}

void Judge::pdf(std::string const& ending, Bytes const& bytes, page::PageList const& pages, bool gray) {
    if (diagnostics_.has_errors()) return;
    std::string const file = stem_ + ending;
    auto const facts = preflight::read_pdf(bytes);
    if (!facts) return result_.rereading.report(facts.error());
    FileKind const kind = ending == "-screen.pdf"  ? FileKind::screen
                          : ending == "-cover.pdf" ? FileKind::cover
                                                   : FileKind::print;
    preflight::prove_pdf(file, *facts,
                         {kind, pages, prepared_.texts, prepared_.document.notes.size(),
                          kind == FileKind::cover || prepared_.printer.pages.bleed_at_spine},
                         result_.rereading);
    preflight::PdfSubject const subject{
        file, kind, pages, prepared_.printer, gray, kind == FileKind::cover ? std::vector<Span>() : places_};
    add(kind == FileKind::screen ? examine_screen(*facts, subject) : examine_print(*facts, subject));
}

void Judge::epub(Bytes const& bytes, model::PageMarks const& marks) {
    if (diagnostics_.has_errors()) return;
    std::string const file = stem_ + ".epub";
    auto const facts = preflight::read_epub(bytes);
    if (!facts) return result_.rereading.report(facts.error());
    preflight::ExpectedEpub expected{prepared_.texts, prepared_.document.notes.size(), {}};
    for (model::PageMark const& mark : marks)
        if (mark.matter == model::Matter::text) expected.labels.push_back(mark.label);
    preflight::prove_epub(file, *facts, expected, result_.rereading);
    add(preflight::examine_epub(file, *facts));
}

} // namespace quoin::app
