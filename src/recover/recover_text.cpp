#include "recover/recover_text.hpp"

#include "manuscript/decode.hpp"
#include "recover/build_document.hpp"
#include "recover/classify_dialect.hpp"
#include "recover/recovery.hpp"

#include <algorithm>

namespace quoin::recover {
namespace {

using manuscript::DecisionCode;

/// The gap between paragraphs that most long fragments have before them.
int find_usual_gap(Fragments const& fragments) {
    std::map<int, int> counts;
    for (Fragment const& each : fragments)
        if (each.length >= 130 && each.gap < 10) ++counts[each.gap];
    int best = 1, most = 0;
    for (auto const& [gap, count] : counts)
        if (count > most) best = gap, most = count;
    return best;
}

void tell_contents(Recovery& recovery) {
    for (ContentsEntry const& entry : recovery.contents) {
        Fragment const& first = recovery.fragments[entry.first];
        if (entry.words.size() < 2) continue;
        if (!entry.matched)
            recovery.decide(DecisionCode::toc_unmatched, first.span(), {}, "no article",
                            "the list of contents names it, the text does not have it", 0.6, "title");
        else if (entry.last > entry.first + 1)
            recovery.decide(DecisionCode::toc_title_differs, first.span(), recovery.fragments[entry.last].span(),
                            "taken as one entry", "title and subtitle go over several lines", 0.9);
    }
}

void complete_metadata(Recovery& recovery) {
    model::Document& document = recovery.result->document;
    model::Metadata& metadata = document.metadata;
    std::size_t articles = 0;
    for (model::Entry const& entry : document.entries) {
        auto const* article = std::get_if<model::Article>(&entry.kind);
        if (article == nullptr) continue;
        if (articles++ == 0) {
            if (!article->language.empty()) metadata.language = article->language;
            if (metadata.title.empty()) metadata.title = model::plain_text(article->title);
        }
    }
    metadata.kind = articles > 1 || !metadata.issue.number.empty() ? model::PublicationKind::journal
                                                                   : model::PublicationKind::pamphlet;
}

void confirm_ordered(Recovery& recovery, SourceMap const& sources) {
    for (manuscript::Decision& each : recovery.result->decisions) {
        if (each.left.file == FileId::none) continue;
        int const first = static_cast<int>(sources.locate(each.left).line);
        int const last = each.right.file == FileId::none ? first : static_cast<int>(sources.locate(each.right).line);
        if (recovery.orders.any(std::min(first, last), std::min(first, last)) || recovery.orders.any(last, last))
            each.confirmed = true;
    }
}

/// Contact lines, single words: where nothing else is in the text.
void take_everything_else(Recovery& recovery) {
    if (!recovery.articles.empty()) return;
    for (std::size_t i = 0; i < recovery.fragments.size(); ++i)
        if (recovery.is_text(i)) {
            recovery.articles.push_back({.begin = i,
                                         .body = i,
                                         .end = recovery.fragments.size(),
                                         .confidence = 0.4,
                                         .reason = "the only text"});
            return;
        }
}

} // namespace

manuscript::Imported recover_text(manuscript::Source const& source, manuscript::Options const& options,
                                  std::vector<manuscript::Instruction> const& instructions, SourceMap& sources,
                                  Diagnostics& diagnostics) {
    manuscript::Imported result;
    manuscript::Decoded decoded = manuscript::decode(source.content);
    bool const guessed = decoded.guessed;
    std::string const encoding = decoded.encoding;
    result.view = sources.add(source.path, std::move(decoded.text));
    std::string_view const view = sources.text(result.view);
    Recovery recovery{.view = result.view,
                      .text = view,
                      .orders = Orders(manuscript::place(instructions, view, diagnostics)),
                      .result = &result};
    if (guessed)
        recovery.decide(DecisionCode::encoding_guessed, {result.view, 0, 0}, {}, "read as " + encoding, "the bytes fit",
                        0.7, "another encoding");
    recovery.shape = classify_dialect(result.view, view, options.dialect);
    result.dropped.insert(result.dropped.end(), recovery.shape.dropped.begin(), recovery.shape.dropped.end());
    if (recovery.shape.dialect != manuscript::Dialect::text || recovery.shape.hard_wrapped)
        recovery.decide(DecisionCode::dialect_guessed, {result.view, 0, 0}, {},
                        recovery.shape.hard_wrapped ? "lines are wrapped" : "lines are paragraphs",
                        recovery.shape.reason, recovery.shape.confidence, "--as");
    find_fragments(recovery);
    recovery.vocabulary = collect_vocabulary(recovery.fragments);
    recovery.usual_gap = find_usual_gap(recovery.fragments);
    find_contents_list(recovery); // its lines repeat titles, as running heads do
    find_page_furniture(recovery);
    find_separators(recovery);
    find_note_sections(recovery);
    bool const book = find_chapters(recovery);
    if (!book) find_articles(recovery);
    take_everything_else(recovery);
    read_front_matter(recovery);
    build_document(recovery, options);
    tell_contents(recovery);
    complete_metadata(recovery);
    if (book) complete_book(recovery);
    confirm_ordered(recovery, sources);
    std::stable_sort(
        result.decisions.begin(), result.decisions.end(),
        [](manuscript::Decision const& a, manuscript::Decision const& b) { return a.left.begin < b.left.begin; });
    return result;
}

} // namespace quoin::recover
