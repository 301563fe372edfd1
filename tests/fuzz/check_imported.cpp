#include "check_imported.hpp"

#include "model/walk.hpp"
#include "review/proof.hpp"

#include <cstdlib>

namespace quoin {

namespace {

void check(SourceMap const& sources, Span span) {
    if (span.file == FileId::none) return;
    if (span.begin > span.end || span.end > sources.text(span.file).size()) std::abort();
}

} // namespace

void check_imported(Result<manuscript::Imported> imported, SourceMap const& sources) {
    if (!imported) return;
    for (auto const& decision : imported->decisions) {
        check(sources, decision.left);
        check(sources, decision.right);
    }
    for (auto const& passage : imported->dropped) check(sources, passage.span);
    model::visit_texts(imported->document, [&](model::Inlines& row, model::Language const&) {
        model::visit_inlines(row, [&](model::Inline& each) { check(sources, each.span); });
    });
    (void)model::dump(imported->document);
    // The proof must end; in a text of a fuzzer it need not hold: a letter right behind a call is glued to the word before it.
    std::vector<model::Document> kept{imported->document};
    std::vector<manuscript::Imported> parts;
    parts.push_back(std::move(*imported));
    (void)review::prove(parts, kept, sources);
}

} // namespace quoin
