#include "recover/recovery.hpp"

#include "manuscript/words.hpp"

#include <algorithm>

namespace quoin::recover {

int Vocabulary::count(std::string const& word) const {
    auto const found = words.find(word);
    return found == words.end() ? 0 : found->second;
}
int Vocabulary::count_compound(std::string const& compound) const {
    auto const found = compounds.find(compound);
    return found == compounds.end() ? 0 : found->second;
}

Orders::Orders(std::vector<manuscript::PlacedInstruction> const& list) : list_(list) {}

bool Orders::says(manuscript::Action action, Fragment const& fragment) const {
    return std::any_of(list_.begin(), list_.end(), [&](manuscript::PlacedInstruction const& each) {
        return each.action == action && each.first >= fragment.line && each.first <= fragment.last_line;
    });
}
bool Orders::within_range(manuscript::Action action, Fragment const& fragment) const {
    return std::any_of(list_.begin(), list_.end(), [&](manuscript::PlacedInstruction const& each) {
        return each.action == action && each.first <= fragment.last_line &&
               std::max(each.first, each.last) >= fragment.line;
    });
}
std::optional<int> Orders::partner(manuscript::Action action, Fragment const& left) const {
    for (auto const& each : list_)
        if (each.action == action && each.first >= left.line && each.first <= left.last_line && each.last > each.first)
            return each.last;
    return std::nullopt;
}
std::string Orders::value(manuscript::Action action, Fragment const& fragment) const {
    for (auto const& each : list_)
        if (each.action == action && each.first >= fragment.line && each.first <= fragment.last_line) return each.value;
    return {};
}
bool Orders::any(int first, int last) const {
    return std::any_of(list_.begin(), list_.end(), [&](manuscript::PlacedInstruction const& each) {
        return each.first <= last && std::max(each.first, each.last) >= first;
    });
}

bool Recovery::is_text(std::size_t index) const {
    Role const role = fragments[index].role;
    return role != Role::furniture && role != Role::contents;
}
std::optional<std::size_t> Recovery::next_text(std::size_t index) const {
    for (std::size_t i = index + 1; i < fragments.size(); ++i)
        if (is_text(i)) return i;
    return std::nullopt;
}
std::optional<std::size_t> Recovery::previous_text(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;)
        if (is_text(i)) return i;
    return std::nullopt;
}

manuscript::Decision& Recovery::decide(manuscript::DecisionCode code, Span left, Span right, std::string choice,
                                       std::string reason, double confidence, std::string alternative) {
    result->decisions.push_back({.code = code,
                                 .left = left,
                                 .right = right,
                                 .choice = std::move(choice),
                                 .reason = std::move(reason),
                                 .confidence = confidence,
                                 .alternative = std::move(alternative)});
    return result->decisions.back();
}

void Recovery::drop(std::size_t index, Role role, std::string const& name) {
    Fragment& fragment = fragments[index];
    fragment.role = role;
    fragment.name = name;
    for (Piece const& each : fragment.pieces) drop(each.span, name);
}
void Recovery::drop(Span span, std::string const& name) {
    result->dropped.push_back({name, span, std::string(text.substr(span.begin, span.end - span.begin))});
}

} // namespace quoin::recover
