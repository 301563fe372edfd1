#include "hypertext/view.hpp"

#include "hypertext/characters.hpp"

#include <fmt/format.h>

namespace quoin::hypertext {

namespace {

using manuscript::Decision;
using manuscript::DecisionCode;
using manuscript::Passage;

class ViewWriter {
  public:
    ViewWriter(Pages& pages, manuscript::Imported& result) : pages_(pages), result_(result) {}

    void run(std::string const& path, SourceMap& sources) {
        for (Page const& page : pages_.all) {
            if (page.body) write(page.body, false);
            end_line();
        }
        result_.view = sources.add(path, std::move(text_));
        for (Passage& passage : left_out_) {
            passage.span.file = result_.view;
            passage.text = sources.text(result_.view).substr(passage.span.begin, passage.span.end - passage.span.begin);
            if (!trimmed(passage.text).empty()) result_.dropped.push_back(std::move(passage));
        }
        tell();
    }

  private:
    void end_line() {
        while (!text_.empty() && text_.back() == ' ' && text_.size() > line_) text_.pop_back();
        if (text_.size() > line_) text_ += '\n';
        line_ = text_.size();
    }

    void space() {
        if (text_.size() > line_ && text_.back() != ' ') text_ += ' ';
    }

    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }

    // No deeper than the parser lets elements stand.
    void write(pugi::xml_node node, bool keeps_lines) {
        Facts const known = pages_.facts(node);
        if (known.part == Part::hidden) return;
        if (node.type() == pugi::node_pcdata) return words(node, known, keeps_lines);
        if (!is_element(node)) return;
        bool const left = known.part == Part::call || known.part == Part::note_mark || known.part == Part::dropped;
        bool const apart = left && !in_left_out_; // what stands in a passage is told with it
        bool const in_verse = in_verse_;
        in_verse_ = in_verse_ || names_verse(node);
        bool const line = is_block(node) || known.holds_blocks || (in_verse && is_verse_line(node));
        if (line) end_line();
        // Brackets part the mark from its word: a space would take the place of one that is the text's own.
        bool const bracketed = apart && !line && !text_of(node, 1).starts_with('[');
        if (bracketed) text_ += '[';
        std::uint32_t const begin = here();
        in_left_out_ = in_left_out_ || apart;
        if (is_any(node, {"br"})) {
            end_line();
        } else if (is_any(node, {"img", "svg"})) {
            picture(node);
        } else {
            bool const keeps = keeps_lines || is_any(node, {"pre", "listing", "xmp"});
            for (pugi::xml_node child : node.children()) write(child, keeps);
        }
        std::uint32_t const end = here();
        in_verse_ = in_verse;
        if (apart) in_left_out_ = false;
        if (apart) leave_out(known, begin, end);
        if (bracketed) text_ += ']';
        if (line) end_line();
        if (apart || line || is_any(node, {"img", "svg"})) pages_.change(node).slice = {begin, end};
    }

    void words(pugi::xml_node node, Facts const& known, bool keeps_lines) {
        std::string_view const text = node.value();
        std::uint32_t const begin = here();
        for (char const letter : text) {
            if (letter == '\r') continue;
            if (keeps_lines && letter == '\n') {
                text_ += '\n';
                line_ = text_.size();
            } else if (keeps_lines || !is_space(letter)) {
                text_ += letter == '\t' && !keeps_lines ? ' ' : letter;
            } else {
                space();
            }
        }
        pages_.change(node).slice = {begin, here()};
        if (known.part == Part::dropped && !in_left_out_) leave_out(known, begin, here());
    }

    void picture(pugi::xml_node node) {
        std::string const alternative = picture_description(node);
        if (alternative.empty()) return;
        space();
        text_ += '[';
        text_ += alternative;
        text_ += "] ";
    }

    void leave_out(Facts const& known, std::uint32_t begin, std::uint32_t end) {
        Passage passage;
        passage.name = known.part == Part::call        ? "note call"
                       : known.part == Part::note_mark ? "note mark"
                                                       : known.name;
        passage.span = {FileId::none, begin, end};
        left_out_.push_back(std::move(passage));
    }

    // One decision for all passages of a name: a page has an "edit" beside each heading.
    void tell() {
        std::map<std::string, std::pair<std::size_t, Span>> counts;
        for (Passage const& passage : result_.dropped) {
            if (passage.name == "note call" || passage.name == "note mark" || passage.name.starts_with("metadata"))
                continue;
            auto& [count, span] = counts[passage.name];
            if (count++ == 0) span = passage.span;
        }
        for (auto const& [name, found] : counts) {
            Decision decision;
            decision.code = DecisionCode::furniture_dropped;
            decision.left = found.second;
            decision.choice = fmt::format("left out {} × {}", found.first, name);
            decision.reason = "the page says that it is not of the text";
            decision.confidence = 0.85;
            decision.alternative = "keep";
            result_.decisions.push_back(std::move(decision));
        }
    }

    Pages& pages_;
    manuscript::Imported& result_;

    std::string text_;
    std::size_t line_ = 0; // where the current line begins
    bool in_left_out_ = false, in_verse_ = false;
    std::vector<Passage> left_out_;
};

} // namespace

std::string picture_description(pugi::xml_node node) {
    if (is_any(node, {"img"})) return collapsed(attribute(node, "alt"));
    std::string const label = collapsed(attribute(node, "aria-label"));
    return label.empty() ? text_of(find_element(node, "title")) : label;
}

void write_view(Pages& pages, std::string const& path, SourceMap& sources, manuscript::Imported& result) {
    ViewWriter(pages, result).run(path, sources);
}

} // namespace quoin::hypertext
