#include "office/odt_meta.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::office {

namespace {

constexpr double likely = 0.85; // properties are often those of the file that was copied

std::string text_of(pugi::xml_node parent, char const* name) {
    std::string text = safe_text(parent.child(name).child_value());
    std::size_t const first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// "Microsoft Word - draft7.doc" was given by a program, not by an editor.
bool is_file_name(std::string_view title) {
    if (title.starts_with("Microsoft Word")) return true;
    static constexpr std::string_view endings[] = {".odt", ".doc", ".docx", ".rtf", ".fodt"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return title.ends_with(ending); });
}

} // namespace

std::string read_odt_metadata(OdtFiles const& files, manuscript::Imported& imported) {
    pugi::xml_node const meta = files.part(files.meta, "office:meta");
    model::Metadata& metadata = imported.document.metadata;
    std::string title = text_of(meta, "dc:title");
    if (is_file_name(title)) title.clear();
    metadata.title = title;
    metadata.description = text_of(meta, "dc:description");
    if (std::string const subject = text_of(meta, "dc:subject"); !subject.empty()) metadata.subjects.push_back(subject);
    for (pugi::xml_node const keyword : meta.children("meta:keyword"))
        if (std::string word = safe_text(keyword.child_value()); !word.empty())
            metadata.subjects.push_back(std::move(word));
    std::string taken;
    auto const take = [&](bool present, std::string_view name) {
        if (present) taken += fmt::format("{}{}", taken.empty() ? "" : ", ", name);
    };
    take(!title.empty(), "title");
    take(!metadata.description.empty(), "description");
    take(!metadata.subjects.empty(), "subjects");
    if (taken.empty()) return title;
    manuscript::Decision decision;
    decision.code = manuscript::DecisionCode::metadata_guessed;
    decision.choice = fmt::format("taken: {}", taken);
    decision.reason = "the file's properties say so";
    decision.confidence = likely;
    decision.alternative = "other values in publication.toml";
    imported.decisions.push_back(std::move(decision));
    return title;
}

} // namespace quoin::office
