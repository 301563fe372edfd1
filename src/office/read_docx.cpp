// The way of a DOCX file: parts, paragraphs, articles, and what there is to tell about it.

#include "model/walk.hpp"
#include "office/docx_blocks.hpp"
#include "office/docx_finish.hpp"
#include "office/read_office.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

using manuscript::DecisionCode;

constexpr std::size_t longest_guessed_heading = 100; // bytes

model::Inlines const* words_of(DocxLine const& line) {
    auto const* const paragraph = std::get_if<model::Paragraph>(&line.piece.block.kind);
    return paragraph == nullptr || paragraph->content.empty() ? nullptr : &paragraph->content;
}

/// A manuscript that is set in as a whole quotes nobody.
void judge_indents(DocxLines& lines, DocxContext& context) {
    std::size_t texts = 0;
    std::size_t indented = 0;
    for (DocxLine const& line : lines) {
        if (words_of(line) == nullptr || line.level >= 0) continue;
        ++texts;
        if (line.indent_quote) ++indented;
    }
    bool const all = indented * 2 > texts;
    for (DocxLine& line : lines) {
        if (all) line.indent_quote = false;
        if (line.indent_quote && words_of(line) != nullptr)
            context.decide(DecisionCode::quote_guessed, line.piece.block.span, "a quotation",
                           "it is set in further than its style", 0.85, "a paragraph");
    }
}

bool looks_like_heading(DocxLine const& line) {
    model::Inlines const* const words = words_of(line);
    if (words == nullptr || line.level >= 0 || line.piece.role.role != Role::paragraph) return false;
    if (words->size() != 1 || !std::holds_alternative<model::Strong>(words->front().kind)) return false;
    std::string const text = model::plain_text(*words);
    return text.size() <= longest_guessed_heading &&
           std::string_view(".,;:").find(text.back()) == std::string_view::npos;
}

/// Bold lines that stand alone are headings where the author knows no styles.
void guess_headings(DocxLines& lines, DocxContext& context) {
    auto const styled = [](DocxLine const& line) {
        return line.piece.role.role == Role::heading && words_of(line) != nullptr;
    };
    if (std::any_of(lines.begin(), lines.end(), styled)) return;
    bool const titled = std::any_of(lines.begin(), lines.end(),
                                    [](DocxLine const& line) { return line.piece.role.role == Role::title; });
    bool first = !titled;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        if (words_of(*line) == nullptr) continue;
        bool const title = std::exchange(first, false);
        if (!looks_like_heading(*line)) continue;
        auto const next = std::find_if(std::next(line), lines.end(), [](DocxLine const& each) {
            return words_of(each) != nullptr || !std::holds_alternative<model::Paragraph>(each.piece.block.kind);
        });
        if (next == lines.end() || looks_like_heading(*next)) continue;
        line->piece.role = title ? StyleRole{Role::title, 0} : StyleRole{Role::heading, 2};
        auto& content = std::get<model::Paragraph>(line->piece.block.kind).content;
        content = without_whole_marks(without_breaks(std::move(content)));
        context.decide(DecisionCode::heading_guessed, line->piece.block.span, title ? "the title" : "a heading",
                       "a short line in bold without a full stop, before text; the file has no styles of headings",
                       0.75, "a paragraph; not_heading");
    }
}

} // namespace

Result<manuscript::Imported> read_docx(manuscript::Source const& source, manuscript::Options const& options,
                                       SourceMap& sources) {
    Result<DocxFile> const file = open_docx(source);
    if (!file) return Failure(file.error());
    DocxContext context(options, *file, sources.next());
    DocxLines lines = DocxBlockReader(context, file->document).lines(file->document.root().child("w:body"));
    judge_indents(lines, context);
    guess_headings(lines, context);
    Pieces pieces = fold_lists(std::move(lines), context.imported);
    DocxMetadata const metadata = read_metadata(*file, source.path);
    make_articles(std::move(pieces), {metadata.title, metadata.file_stem}, context.imported);
    give_metadata(metadata, context);
    settle_places(context);
    context.show_unseen();
    tell_everything(context);
    sources.add(source.path, context.view.take());
    return std::move(context.imported);
}

} // namespace quoin::office
