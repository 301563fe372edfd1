// Reads any text as paragraphs of a wrapped text with the marks of an extractor. Spans must lie within the text.

#include "manuscript/decode.hpp"
#include "model/walk.hpp"
#include "recover/classify_dialect.hpp"
#include "recover/inline_marks.hpp"
#include "recover/unwrap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

using namespace quoin;

void check(Span span, std::size_t size) {
    if (span.begin > span.end || span.end > size) std::abort();
}

void read(std::string_view text, std::vector<recover::Piece> const& pieces, recover::InlineSyntax const& syntax) {
    recover::InlineText const found = recover::read_inline_marks(text, pieces, syntax);
    std::vector<manuscript::Passage> dropped = found.dropped;
    std::vector<std::vector<model::NoteId>> notes(found.calls.size());
    for (std::size_t i = 0; i < notes.size(); i += 2) notes[i].push_back(model::NoteId{0});
    model::Inlines settled = recover::settle_calls(found, notes, dropped);
    model::visit_inlines(settled, [&](model::Inline& each) {
        check(each.span, text.size());
        auto const* const words = std::get_if<model::Text>(&each.kind);
        if (words != nullptr && words->text.empty()) std::abort();
    });
    for (manuscript::Passage const& each : dropped) check(each.span, text.size());
    for (manuscript::Decision const& each : found.told) check(each.left, text.size());
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const text = manuscript::decode(Bytes(data, data + size)).text;
    FileId const file{0};
    for (auto const dialect : {manuscript::Dialect::detect, manuscript::Dialect::gutenberg}) {
        recover::TextShape shape = recover::classify_dialect(file, text, dialect);
        check(shape.body, text.size());
        for (bool const wrapped : {shape.hard_wrapped, true}) {
            shape.hard_wrapped = wrapped;
            if (shape.width == 0) shape.width = 60;
            for (recover::LineGroup const& group : recover::unwrap(text, shape).groups) {
                for (recover::Piece const& piece : group.pieces) check(piece.span, text.size());
                read(text, group.pieces, shape.syntax);
            }
        }
    }
    (void)recover::shown_text(text);
    return 0;
}
