#include "review/report.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace quoin::review {

using manuscript::Decision;
using manuscript::DecisionCode;
using manuscript::Passage;

namespace {

using Json = nlohmann::ordered_json;

// The action of import.toml that turns a decision; empty where it can only be confirmed.
std::string_view turning_action(DecisionCode code) {
    switch (code) {
    case DecisionCode::joined:
    case DecisionCode::hyphen_joined:
    case DecisionCode::hyphen_kept:
    case DecisionCode::url_split: return "apart";
    case DecisionCode::left_open: return "join";
    case DecisionCode::heading_guessed: return "not-heading";
    case DecisionCode::insert_guessed: return "not-insert";
    case DecisionCode::article_start: return "not-title";
    case DecisionCode::notes_guessed: return "not-note";
    case DecisionCode::furniture_dropped: return "keep";
    default: return {};
    }
}

constexpr std::size_t words_of_excerpt = 7;

std::string_view text_of(Span span, SourceMap const& sources) {
    if (span.file == FileId::none) return {};
    std::string_view const text = sources.text(span.file);
    std::size_t const begin = std::min<std::size_t>(span.begin, text.size());
    return text.substr(begin, std::min<std::size_t>(span.end, text.size()) - begin);
}

// Words of one line only, for a place is looked for in one line.
std::string_view first_words(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    std::size_t at = 0;
    for (std::size_t count = 0; count < words_of_excerpt && at < text.size(); ++count)
        at = std::min(text.find(' ', at), text.size() - 1) + 1;
    return text.substr(0, at);
}

std::string_view last_words(std::string_view text) {
    if (auto const line = text.rfind('\n'); line != std::string_view::npos) text.remove_prefix(line + 1);
    std::size_t at = text.size();
    for (std::size_t count = 0; count < words_of_excerpt && at > 0 && at != std::string_view::npos; ++count)
        at = text.rfind(' ', at - 1);
    return at == std::string_view::npos || at == 0 ? text : text.substr(at + 1);
}

// From the beginning of the span's line to its end, or as much of it as is near: a decision about one sign is found by the
// words around it, and a line can be as long as a book.
std::string_view words_around(Span span, SourceMap const& sources) {
    constexpr std::size_t near = 400;
    std::string_view const text = sources.text(span.file);
    std::size_t const begin = std::min<std::size_t>(span.begin, text.size());
    std::size_t const from = begin > near ? begin - near : 0;
    std::string_view const before = text.substr(from, begin - from);
    std::size_t start = before.rfind('\n');
    if (start == std::string_view::npos && from > 0) start = before.rfind(' ', near / 2);
    std::size_t const first = start == std::string_view::npos ? from : from + start + 1;
    std::string_view const rest = text.substr(first, near + near);
    return rest.substr(0, rest.find('\n'));
}

std::string toml_text(std::string_view text) {
    std::string made = "\"";
    for (char const letter : text) {
        if (letter == '"' || letter == '\\') made += '\\';
        made += letter == '\t' ? ' ' : letter;
    }
    return made + '"';
}

std::string place_of(Span span, SourceMap const& sources) {
    Location const at = sources.locate(span);
    return at.line == 0 ? at.path : fmt::format("{}:{}:{}", at.path, at.line, at.column);
}

std::string shortened(std::string_view text, std::size_t most) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    if (line.size() <= most) return line;
    while (most > 0 && (static_cast<unsigned char>(line[most]) & 0xC0U) == 0x80U) --most;
    return line.substr(0, most) + "…";
}

void put_decision(std::string& to, Decision const& each, SourceMap const& sources) {
    to += fmt::format("{}: {} [{}] {:.0f} %{}\n", place_of(each.left, sources), each.choice, name(each.code),
                      each.confidence * 100, each.confirmed ? ", confirmed" : "");
    if (each.right.file == FileId::none)
        to += fmt::format("    {}\n", shortened(text_of(each.left, sources), 160));
    else
        to += fmt::format("    {} | {}\n", last_words(text_of(each.left, sources)),
                          first_words(text_of(each.right, sources)));
    if (!each.reason.empty()) to += fmt::format("    because {}\n", each.reason);
    if (!each.alternative.empty()) to += fmt::format("    else: {}\n", each.alternative);
}

void put_counts(std::string& to, Report const& report) {
    Proof const& proof = report.proof;
    to += fmt::format("Words: {} in the source, {} kept, {} dropped by name, {} added; {} lost, {} invented.\n",
                      proof.source, proof.kept, proof.dropped_words(), proof.added, proof.lost.size(),
                      proof.extra.size());
    for (LooseWord const& word : proof.lost) to += fmt::format("    lost: {} ×{}\n", word.word, word.times);
    for (LooseWord const& word : proof.extra) to += fmt::format("    invented: {} ×{}\n", word.word, word.times);
    auto const counts = [](auto const& of) {
        return fmt::format("{} notes, {} calls, {} pictures, {} links, {} tables", of.notes, of.calls, of.pictures,
                           of.links, of.tables);
    };
    to += fmt::format("Counted in the source: {}.\nCounted in the folder: {}.\n", counts(report.source_counts),
                      counts(report.kept_counts));
}

Json to_json(Decision const& each, SourceMap const& sources) {
    Location const at = sources.locate(each.left);
    Json object;
    object["code"] = manuscript::name(each.code);
    object["file"] = at.path;
    object["line"] = at.line;
    object["column"] = at.column;
    object["choice"] = each.choice;
    object["left"] = shortened(text_of(each.left, sources), 400);
    if (each.right.file != FileId::none) {
        object["right-line"] = sources.locate(each.right).line;
        object["right"] = shortened(text_of(each.right, sources), 400);
    }
    object["reason"] = each.reason;
    object["confidence"] = each.confidence;
    object["alternative"] = each.alternative;
    object["confirmed"] = each.confirmed;
    return object;
}

Json to_json(std::vector<Passage> const& passages, SourceMap const& sources) {
    Json list = Json::array();
    for (Passage const& each : passages)
        list.push_back({{"name", each.name}, {"line", sources.locate(each.span).line}, {"text", each.text}});
    return list;
}

Json to_json(std::vector<LooseWord> const& words, SourceMap const& sources) {
    Json list = Json::array();
    for (LooseWord const& each : words)
        list.push_back({{"word", each.word}, {"times", each.times}, {"line", sources.locate(each.place).line}});
    return list;
}

bool asks_for_review(Decision const& each) { return !each.confirmed && each.confidence < manuscript::review_threshold; }

} // namespace

std::size_t Report::to_review() const {
    return static_cast<std::size_t>(std::ranges::count_if(decisions, asks_for_review));
}

Report gather(std::vector<std::string> const& paths, std::vector<manuscript::Imported> const& parts) {
    Report report;
    report.sources = paths;
    for (manuscript::Imported const& part : parts) {
        report.decisions.insert(report.decisions.end(), part.decisions.begin(), part.decisions.end());
        report.dropped.insert(report.dropped.end(), part.dropped.begin(), part.dropped.end());
        report.added.insert(report.added.end(), part.added.begin(), part.added.end());
        for (auto const& [style, count] : part.unmapped_styles) report.unmapped_styles[style] += count;
        report.source_counts.notes += part.counts.notes;
        report.source_counts.calls += part.counts.calls;
        report.source_counts.pictures += part.counts.pictures;
        report.source_counts.links += part.counts.links;
        report.source_counts.tables += part.counts.tables;
    }
    std::ranges::stable_sort(report.decisions, {},
                             [](Decision const& each) { return std::pair(each.confirmed, each.confidence); });
    return report;
}

std::string instruction_for(Decision const& decision, SourceMap const& sources, bool turn) {
    std::string_view const action = turn ? turning_action(decision.code) : "confirm";
    if (action.empty() || decision.left.file == FileId::none) return {};
    bool const halves = decision.right.file != FileId::none;
    bool const at_seam = action == "join" || action == "apart";
    std::string_view const words =
        at_seam ? last_words(text_of(decision.left, sources)) : first_words(words_around(decision.left, sources));
    std::string made = fmt::format("[[decision]]\ndo   = \"{}\"\nat   = {}\n", action, toml_text(words));
    if (halves) made += fmt::format("with = {}\n", toml_text(first_words(text_of(decision.right, sources))));
    made += fmt::format("line = [{}", sources.locate(decision.left).line);
    if (halves) made += fmt::format(", {}", sources.locate(decision.right).line);
    return made + fmt::format("]\nwhy  = {}\n", toml_text(decision.choice));
}

std::string report_text(Report const& report, SourceMap const& sources) {
    std::string text = fmt::format("Import of {}\n\n", fmt::join(report.sources, ", "));
    put_counts(text, report);
    text += fmt::format("{} decisions, {} of them need a look.\n\n", report.decisions.size(), report.to_review());
    for (Decision const& each : report.decisions) put_decision(text, each, sources);
    if (!report.dropped.empty()) text += "\nDropped by name:\n";
    for (Passage const& each : report.dropped)
        text += fmt::format("    {}: {}: {}\n", place_of(each.span, sources), each.name, shortened(each.text, 120));
    if (!report.unmapped_styles.empty()) text += "\nStyles without a role:\n";
    for (auto const& [style, count] : report.unmapped_styles) text += fmt::format("    {} ×{}\n", style, count);
    return text;
}

std::string report_json(Report const& report, SourceMap const& sources) {
    Json object;
    object["sources"] = report.sources;
    object["to-review"] = report.to_review();
    object["words"] = {{"source", report.proof.source},
                       {"kept", report.proof.kept},
                       {"dropped", report.proof.dropped_words()},
                       {"added", report.proof.added},
                       {"broken-rows", report.proof.broken_rows}};
    object["dropped-words"] = report.proof.dropped;
    object["lost"] = to_json(report.proof.lost, sources);
    object["extra"] = to_json(report.proof.extra, sources);
    auto const counts = [](auto const& of) {
        return Json{{"notes", of.notes},
                    {"calls", of.calls},
                    {"pictures", of.pictures},
                    {"links", of.links},
                    {"tables", of.tables}};
    };
    object["counts"] = {{"source", counts(report.source_counts)}, {"kept", counts(report.kept_counts)}};
    object["decisions"] = Json::array();
    for (Decision const& each : report.decisions) object["decisions"].push_back(to_json(each, sources));
    object["dropped"] = to_json(report.dropped, sources);
    object["added"] = to_json(report.added, sources);
    object["unmapped-styles"] = report.unmapped_styles;
    object["files"] = report.files;
    return object.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace quoin::review
