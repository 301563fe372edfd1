#include "preflight/examine.hpp"

#include "preflight/rules.hpp"

namespace quoin::preflight {

Findings examine_print(PdfFacts const& facts, PdfSubject const& subject) {
    FindingList list(subject, subject.printer.title);
    check_file(facts, subject, list);
    check_metadata(facts, subject, list);
    check_fonts(facts, subject, list);
    check_boxes(facts, subject, list);
    check_inks(facts, subject, list);
    check_pictures(facts, subject, list);
    return list.take();
}

Findings examine_screen(PdfFacts const& facts, PdfSubject const& subject) {
    FindingList list(subject, "screen readers and archives (PDF/UA-1, PDF/A-2u)");
    check_file(facts, subject, list);
    check_metadata(facts, subject, list);
    check_fonts(facts, subject, list);
    check_pictures(facts, subject, list);
    check_tags(facts, subject, list);
    return list.take();
}

} // namespace quoin::preflight
