#include "manuscript/instructions.hpp"
#include "manuscript/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>

namespace quoin::manuscript {

namespace {

enum class Where { anywhere, at_start, at_end };

// Whole words only: "art" is not found in "party".
bool stands_in(std::string_view line, std::string_view wanted, Where where) {
    if (wanted.empty() || line.size() < wanted.size()) return false;
    for (std::size_t at = line.find(wanted); at != std::string_view::npos; at = line.find(wanted, at + 1)) {
        std::size_t const end = at + wanted.size();
        bool const begins = at == 0 || line[at - 1] == ' ';
        bool const ends = end == line.size() || line[end] == ' ';
        if (begins && ends && (where != Where::at_start || at == 0) && (where != Where::at_end || end == line.size()))
            return true;
    }
    return false;
}

class Placer {
  public:
    Placer(std::string_view view, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
        for (std::size_t at = 0; at <= view.size();) {
            std::size_t const end = std::min(view.find('\n', at), view.size());
            lines_.push_back(folded(view.substr(at, end - at)));
            at = end + 1;
        }
    }

    std::optional<PlacedInstruction> place(Instruction const& instruction) {
        bool const halves = instruction.action == Action::join || instruction.action == Action::apart;
        int const hint = instruction.lines.empty() ? 0 : instruction.lines.front();
        int const second_hint = instruction.lines.empty() ? 0 : instruction.lines.back();
        auto const first = find(instruction, instruction.at, halves ? Where::at_end : Where::anywhere, 1, hint);
        if (!first) return std::nullopt;
        if (instruction.with.empty()) return PlacedInstruction{instruction.action, *first, *first, instruction.value};
        auto const last = find(instruction, instruction.with, halves ? Where::at_start : Where::anywhere,
                               halves ? *first + 1 : *first, instruction.lines.size() < 2 ? 0 : second_hint);
        if (!last) return std::nullopt;
        return PlacedInstruction{instruction.action, *first, *last, instruction.value};
    }

  private:
    // The line, from 1, that has the words; of several the one nearest to the hint. Behind another place the first one
    // is as good as a hint.
    std::optional<int> find(Instruction const& instruction, std::string const& text, Where where, int from, int hint) {
        std::string const wanted = folded(text);
        std::vector<int> found;
        for (int line = from; line <= static_cast<int>(lines_.size()); ++line)
            if (stands_in(lines_[static_cast<std::size_t>(line - 1)], wanted, where)) found.push_back(line);
        if (found.empty()) {
            diagnostics_.error(Code::decision_unplaced, instruction.span,
                               fmt::format("no line of the source {} \"{}\"", wording(where), text),
                               {"the decision fits nothing: mend its words, or take it out"});
            return std::nullopt;
        }
        if (found.size() == 1 || (from > 1 && hint == 0)) return found.front();
        auto const distance = [&](int line) { return std::abs(line - hint); };
        auto const best = std::ranges::min_element(found, {}, distance);
        bool const tied = hint == 0 || std::ranges::count(found, distance(*best), distance) > 1;
        if (!tied) return *best;
        diagnostics_.error(
            Code::decision_ambiguous, instruction.span,
            fmt::format("lines {} of the source {} \"{}\"", fmt::join(found, ", "), wording(where), text),
            {"say more of the words, or add line = …"});
        return std::nullopt;
    }

    static std::string_view wording(Where where) {
        return where == Where::at_start ? "begins with" : where == Where::at_end ? "ends with" : "has the words";
    }

    std::vector<std::string> lines_; // folded
    Diagnostics& diagnostics_;
};

} // namespace

std::vector<PlacedInstruction> place(std::vector<Instruction> const& instructions, std::string_view view,
                                     Diagnostics& diagnostics) {
    std::vector<PlacedInstruction> placed;
    if (instructions.empty()) return placed;
    Placer placer(view, diagnostics);
    for (Instruction const& each : instructions)
        if (auto found = placer.place(each)) placed.push_back(std::move(*found));
    return placed;
}

} // namespace quoin::manuscript
