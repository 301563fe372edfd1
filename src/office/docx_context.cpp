#include "office/docx_context.hpp"

#include "manuscript/identify_language.hpp"

#include <utility>

namespace quoin::office {

namespace {

constexpr std::size_t sample_size = 20'000; // bytes; more would tell nothing new
constexpr double enough_to_correct = 0.9;
constexpr double enough_against_defaults = 0.7;

} // namespace

DocxContext::DocxContext(manuscript::Options const& wanted, DocxFile const& package, FileId view_file)
    : options(wanted), file(package), styles(package, wanted.styles), numbering(package),
      references(find_references(package)), pictures(package), view(view_file) {
    imported.view = view_file;
    imported.counts = references.counts;
    settle_language();
    footnotes_ = by_id(file.footnotes, "w:footnote");
    endnotes_ = by_id(file.endnotes, "w:endnote");
    comments_ = by_id(file.comments, "w:comment");
}

/// What the runs are marked with; where the words are clearly of another language, authors have never told their program.
void DocxContext::settle_language() {
    language = options.language;
    if (!language.empty()) return;
    DocxLanguage const told = find_language(file, styles);
    language = told.language;
    std::string sample;
    for_each_element(file.document.root().child("w:body"), [&](pugi::xml_node node) {
        std::string_view const name = node.name();
        if (sample.size() > sample_size) return;
        if (name == "w:t") sample += safe_text(node.text().get());
        if (name == "w:p") sample += '\n';
    });
    double const enough = told.stated ? enough_to_correct : enough_against_defaults;
    auto const guess = manuscript::identify_language(sample);
    bool const differs = !guess.language.empty() && short_language(guess.language) != short_language(language);
    if (!differs || (!language.empty() && guess.confidence < enough)) return;
    decide(manuscript::DecisionCode::language_guessed, {}, "the text is in \"" + guess.language + '"',
           language.empty() ? "the file does not say; the words do"
                            : "the file says \"" + language + "\", but its words are not of it",
           0.7, language.empty() ? "--language" : language);
    overruled_language = std::exchange(language, guess.language);
}

DocxContext::Nodes DocxContext::by_id(std::optional<DocxPart> const& part, char const* element) {
    Nodes nodes;
    if (!part) return nodes;
    for (pugi::xml_node const node : part->root().children(element)) nodes.emplace(value_of(node, "w:id"), node);
    return nodes;
}

void DocxContext::decide(manuscript::DecisionCode code, Span span, std::string choice, std::string reason,
                         double confidence, std::string alternative) {
    manuscript::Decision decision;
    decision.code = code;
    decision.left = span;
    decision.choice = std::move(choice);
    decision.reason = std::move(reason);
    decision.confidence = confidence;
    decision.alternative = std::move(alternative);
    imported.decisions.push_back(std::move(decision));
}

void DocxContext::drop(std::string_view name, Span span) {
    if (span.begin == span.end) return;
    auto& dropped = imported.dropped;
    auto const joins = [&](Span before) {
        Span const gap{span.file, before.end, span.begin};
        return before.end <= span.begin && view.text(gap).find_first_not_of(" \n") == std::string_view::npos;
    };
    if (!dropped.empty() && dropped.back().name == name && joins(dropped.back().span)) {
        dropped.back().span.end = span.end;
    } else {
        dropped.push_back({std::string(name), span, ""});
    }
}

std::string DocxContext::text_of(pugi::xml_node node) {
    seen_.insert(node.hash_value());
    return safe_text(node.text().get());
}

void DocxContext::show_unseen() {
    auto const begin = view.size();
    show_unseen(file.document.root());
    for (auto const& [name, state] : notes_) {
        DocxPart const* part = nullptr;
        show_unseen(note_node(name, part));
    }
    if (view.size() > begin)
        decide(manuscript::DecisionCode::part_ignored, view.since(begin), "lost",
               "these words stand where nobody looks for text", 0.1);
}

void DocxContext::show_unseen(pugi::xml_node node) {
    for (pugi::xml_node const child : node.children()) {
        std::string_view const name = child.name();
        if (name == "mc:AlternateContent") {
            show_unseen(taken_branch(child));
        } else if (name == "w:t" || name == "w:delText" || name == "m:t") {
            std::string_view const text = child.text().get();
            if (text.find_first_not_of(" \t\n") == std::string_view::npos || seen_.contains(child.hash_value()))
                continue;
            view.end_line();
            view.append(text_of(child));
        } else {
            show_unseen(child);
        }
    }
}

void DocxContext::count_unmapped(DocxStyle const& style) {
    if (!style.mapped) ++imported.unmapped_styles[style.name];
}

DocxContext::NoteState& DocxContext::note(DocxNoteName const& name) {
    auto const found = notes_.find(name);
    if (found != notes_.end()) return found->second;
    auto const index = static_cast<std::uint32_t>(imported.document.notes.size());
    model::Note note;
    note.label = std::to_string(index + 1);
    imported.document.notes.push_back(std::move(note));
    return notes_.emplace(name, NoteState{model::NoteId{index}, 0}).first->second;
}

pugi::xml_node DocxContext::note_node(DocxNoteName const& name, DocxPart const*& part) const {
    bool const endnote = name.starts_with("endnote ");
    Nodes const& nodes = endnote ? endnotes_ : footnotes_;
    auto const found = nodes.find(std::string_view(name).substr(name.find(' ') + 1));
    if (found == nodes.end()) return {};
    part = endnote ? &*file.endnotes : &*file.footnotes;
    return found->second;
}

std::vector<DocxNoteName> DocxContext::uncalled_notes() const {
    std::vector<DocxNoteName> result;
    auto const look = [&](Nodes const& nodes, std::string const& kind) {
        for (auto const& [id, node] : nodes) {
            std::string_view const type = node.attribute("w:type").value();
            if ((type.empty() || type == "normal") && !notes_.contains(kind + id)) result.push_back(kind + id);
        }
    };
    look(footnotes_, "footnote ");
    look(endnotes_, "endnote ");
    return result;
}

pugi::xml_node DocxContext::comment_node(std::string_view id) const {
    auto const found = comments_.find(id);
    return found == comments_.end() ? pugi::xml_node() : found->second;
}

} // namespace quoin::office
