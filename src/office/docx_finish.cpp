#include "office/docx_finish.hpp"

#include "model/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace quoin::office {

namespace {

using manuscript::DecisionCode;

constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_excerpt = 80;

std::string lower(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

std::string trimmed(std::string const& text) {
    std::size_t const begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// What programs put there themselves.
bool is_real(std::string const& value, std::string const& stem) {
    static constexpr std::array parts = {"microsoft", "word document", "powerpoint", ".doc", ".odt", ".pdf", ".rtf"};
    static constexpr std::array wholes = {
        "untitled",    "document", "title",   "unbenannt", "dokument",     "user",          "admin",    "author",
        "python-docx", "owner",    "unknown", "default",   "windows user", "administrator", "benutzer", "usuario"};
    std::string name = lower(value);
    if (name.empty() || name.size() > longest_title || name == lower(stem)) return false;
    if (std::any_of(parts.begin(), parts.end(), [&](char const* part) { return name.find(part) != std::string::npos; }))
        return false;
    while (!name.empty() && ((name.back() >= '0' && name.back() <= '9') || name.back() == ' ')) name.pop_back();
    return !name.empty() && std::find(wholes.begin(), wholes.end(), name) == wholes.end();
}

std::string text_below(pugi::xml_node node) {
    std::string text;
    for_each_element(node, [&](pugi::xml_node each) {
        std::string_view const name = each.name();
        if (name == "w:t") text += safe_text(each.text().get());
        if ((name == "w:p" || name == "w:tab") && !text.empty() && text.back() != ' ') text += ' ';
    });
    return trimmed(text);
}

std::string excerpt(std::string text) {
    if (text.size() <= longest_excerpt) return text;
    std::size_t end = longest_excerpt;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text + "…";
}

// ---------------------------------------------------------------------------------------------------------------
// Places

std::set<std::string> ids_of(model::Document& document) {
    std::set<std::string> ids;
    auto const blocks = [&](model::Blocks& content) {
        model::visit_blocks(content, [&](model::Block& block) {
            if (auto const* const heading = std::get_if<model::Heading>(&block.kind)) ids.insert(heading->id);
            if (auto const* const table = std::get_if<model::Table>(&block.kind)) ids.insert(table->id);
            if (auto const* const figure = std::get_if<model::Figure>(&block.kind)) ids.insert(figure->id);
        });
    };
    for (model::Entry& entry : document.entries) {
        if (auto* const article = std::get_if<model::Article>(&entry.kind)) {
            blocks(article->body);
            blocks(article->abstract);
        }
    }
    for (model::Note& note : document.notes) blocks(note.content);
    model::visit_texts(document, [&](model::Inlines& text, model::Language const&) {
        model::visit_inlines(text, [&](model::Inline& piece) {
            if (auto const* const anchor = std::get_if<model::InlineAnchor>(&piece.kind)) ids.insert(anchor->id);
        });
    });
    return ids;
}

/// Takes the anchors out of a row of inlines, wherever they stand.
void take_anchors(model::Inlines& from, model::Inlines& to) {
    for (model::Inline& piece : from) {
        if (model::Inlines* const inner = model::children(piece)) take_anchors(*inner, to);
        if (std::holds_alternative<model::InlineAnchor>(piece.kind)) to.push_back(piece);
    }
    from.erase(std::remove_if(
                   from.begin(), from.end(),
                   [](model::Inline const& piece) { return std::holds_alternative<model::InlineAnchor>(piece.kind); }),
               from.end());
}

void move_anchors_of_titles(model::Document& document) {
    for (model::Entry& entry : document.entries) {
        auto* const article = std::get_if<model::Article>(&entry.kind);
        if (article == nullptr) continue;
        model::Inlines anchors;
        take_anchors(article->title, anchors);
        take_anchors(article->subtitle, anchors);
        if (anchors.empty()) continue;
        auto const text = std::find_if(article->body.begin(), article->body.end(), [](model::Block const& block) {
            return std::holds_alternative<model::Paragraph>(block.kind);
        });
        if (text == article->body.end()) continue;
        model::Inlines& content = std::get<model::Paragraph>(text->kind).content;
        content.insert(content.begin(), anchors.begin(), anchors.end());
    }
}

class ReferenceMender {
  public:
    ReferenceMender(std::set<std::string> const& ids, DocxContext& context) : ids_(ids), context_(context) {}

    void mend(model::Inlines& text) {
        model::Inlines result;
        for (model::Inline& piece : text) {
            if (model::Inlines* const inner = model::children(piece)) mend(*inner);
            auto* const reference = std::get_if<model::CrossReference>(&piece.kind);
            if (reference == nullptr || ids_.contains(reference->target)) {
                result.push_back(std::move(piece));
                continue;
            }
            context_.decide(DecisionCode::link_dropped, piece.span, "only its text is kept",
                            "the place that it leads to is not in the document", 0.7);
            model::Inlines inner = std::move(reference->content);
            std::move(inner.begin(), inner.end(), std::back_inserter(result));
        }
        text = std::move(result);
    }

  private:
    std::set<std::string> const& ids_;
    DocxContext& context_;
};

// ---------------------------------------------------------------------------------------------------------------
// What is to be told

void tell_dropped(DocxContext& context) {
    struct Told {
        std::string_view name;
        DecisionCode code;
        char const* reason;
        double confidence;
    };
    static constexpr std::array told = {
        Told{"hidden text", DecisionCode::hidden_text, "the word processor does not show it", 0.7},
        Told{"accepted deletion", DecisionCode::change_resolved, "a recorded deletion is accepted", 1},
        Told{"rejected insertion", DecisionCode::change_resolved, "a recorded insertion is rejected", 1},
        Told{"contents", DecisionCode::furniture_dropped, "contents are made again from the articles", 0.95},
        Told{"index", DecisionCode::furniture_dropped, "page numbers of the index would be wrong", 0.75},
        Told{"placeholder", DecisionCode::furniture_dropped, "nobody has filled in the form here", 0.85},
        Told{"style \"drop\"", DecisionCode::furniture_dropped, "the style map says so", 1},
    };
    for (manuscript::Passage& passage : context.imported.dropped) {
        passage.text = context.view.text(passage.span);
        auto const found =
            std::find_if(told.begin(), told.end(), [&](Told const& each) { return each.name == passage.name; });
        if (found != told.end())
            context.decide(found->code, passage.span, "left out", found->reason, found->confidence, "keep it; keep");
    }
}

void tell_counts(DocxContext& context) {
    for (auto const& [name, count] : context.imported.unmapped_styles)
        context.decide(DecisionCode::style_unmapped, {}, fmt::format("\"{}\" is plain text", name),
                       fmt::format("{} paragraphs or runs have this style, whose name tells nothing", count), 0.75,
                       fmt::format("a role in [styles]: \"{}\" = \"quote\"", name));
    for (auto const& [name, count] : context.frozen_fields)
        context.decide(DecisionCode::field_frozen, {}, "the words stay as they were when the file was saved",
                       fmt::format("{} fields {}", count, name.empty() ? "without a name" : name), 0.9);
    for (auto const& [name, count] : context.index_marks)
        context.decide(DecisionCode::field_frozen, {}, "left out",
                       fmt::format("{} fields {} mark entries of an index or of contents", count, name), 0.85);
    if (context.insertions > 0 && !context.drops_insertions())
        context.decide(DecisionCode::change_resolved, {}, "kept",
                       fmt::format("{} recorded insertions", context.insertions), 1);
    if (context.numbered_headings > 0)
        context.decide(DecisionCode::numbering_broken, {}, "left out",
                       fmt::format("the automatic numbers of {} headings", context.numbered_headings), 0.85,
                       "write them into the headings");
    if (context.simplified_markers > 0)
        context.decide(
            DecisionCode::numbering_broken, {}, "only the last number is kept",
            fmt::format("{} items have numbers like 1.2 or with words, which the source format does not know",
                        context.simplified_markers),
            0.75);
}

void tell_parts(DocxContext& context) {
    std::set<std::string> furniture;
    for (auto const* parts : {&context.file.headers, &context.file.footers}) {
        for (DocxPart const& part : *parts) {
            std::string const text = excerpt(text_below(part.root()));
            if (text.empty() || !furniture.insert(text).second) continue;
            context.decide(
                DecisionCode::furniture_dropped, {}, "left out",
                fmt::format("a {} of the pages: \"{}\"", parts == &context.file.headers ? "header" : "footer", text),
                1);
        }
    }
    for (std::string const& name : context.file.missing)
        context.decide(DecisionCode::part_ignored, {}, "left out", fmt::format("the part {} is missing", name), 0.5);
    for (std::string const& name : context.file.not_read)
        context.decide(DecisionCode::part_ignored, {}, "left out",
                       fmt::format("the part {} is no text; words in it are not read", name), 0.7, "a picture of it");
    for (std::string const& name : context.file.with_doctype)
        context.decide(DecisionCode::part_ignored, {}, "left out",
                       fmt::format("the document type in the part {}; its entities are not replaced", name), 0.5);
    for (DocxNoteName const& name : context.uncalled_notes())
        context.decide(DecisionCode::note_without_call, {}, "left out", "nothing calls the " + name, 0.7);
}

} // namespace

DocxMetadata read_metadata(DocxFile const& file, std::string const& path) {
    DocxMetadata metadata;
    metadata.file_stem = path.substr(path.find_last_of("/\\") + 1);
    metadata.file_stem.resize(std::min(metadata.file_stem.rfind('.'), metadata.file_stem.size()));
    if (!file.core) return metadata;
    auto const value = [&](char const* name) {
        std::string text = trimmed(safe_text(file.core->root().child(name).text().get()));
        return is_real(text, metadata.file_stem) ? text : std::string();
    };
    metadata.title = value("dc:title");
    metadata.author = value("dc:creator");
    return metadata;
}

void give_metadata(DocxMetadata const& metadata, DocxContext& context) {
    model::Document& document = context.imported.document;
    if (!context.language.empty()) {
        document.metadata.language = context.language;
    } else {
        context.decide(DecisionCode::language_guessed, {}, document.metadata.language, "the file names no language",
                       0.5, "another language");
    }
    document.metadata.title = metadata.title;
    if (document.entries.size() != 1) return;
    auto* const article = std::get_if<model::Article>(&document.entries.front().kind);
    if (article == nullptr) return;
    if (document.metadata.title.empty()) document.metadata.title = model::plain_text(article->title);
    if (!metadata.author.empty() && article->authors.empty() && article->byline.empty()) {
        article->authors.push_back({metadata.author, {}});
        context.decide(DecisionCode::metadata_guessed, {}, fmt::format("by {}", metadata.author),
                       "the file's properties name this author; the text names none", 0.7, "no author");
    }
}

void settle_places(DocxContext& context) {
    model::Document& document = context.imported.document;
    move_anchors_of_titles(document);
    std::set<std::string> const ids = ids_of(document);
    ReferenceMender mender(ids, context);
    model::visit_texts(document, [&](model::Inlines& text, model::Language const&) { mender.mend(text); });
}

void tell_everything(DocxContext& context) {
    tell_dropped(context);
    tell_counts(context);
    tell_parts(context);
    auto& decisions = context.imported.decisions;
    std::stable_sort(decisions.begin(), decisions.end(), [](auto const& a, auto const& b) {
        bool const a_placed = a.left.file != FileId::none;
        bool const b_placed = b.left.file != FileId::none;
        if (a_placed != b_placed) return a_placed;
        return a_placed && a.left.begin < b.left.begin;
    });
}

} // namespace quoin::office
