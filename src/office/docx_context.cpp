#include "office/docx_context.hpp"

namespace quoin::office {

DocxContext::DocxContext(manuscript::Options const& wanted, DocxFile const& package, FileId view_file)
    : options(wanted), file(package), styles(package, wanted.styles), numbering(package),
      references(find_references(package)), pictures(package), view(view_file) {
    imported.view = view_file;
    imported.counts = references.counts;
    language = options.language.empty() ? find_language(file, styles) : options.language;
    footnotes_ = by_id(file.footnotes, "w:footnote");
    endnotes_ = by_id(file.endnotes, "w:endnote");
    comments_ = by_id(file.comments, "w:comment");
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
