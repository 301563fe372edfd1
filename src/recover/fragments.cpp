#include "recover/recovery.hpp"

#include "manuscript/words.hpp"
#include "recover/letters.hpp"
#include "recover/unwrap.hpp"

namespace quoin::recover {

void find_fragments(Recovery& recovery) {
    Unwrapped unwrapped = unwrap(recovery.text, recovery.shape);
    manuscript::Imported& result = *recovery.result;
    result.decisions.insert(result.decisions.end(), unwrapped.decisions.begin(), unwrapped.decisions.end());
    result.dropped.insert(result.dropped.end(), unwrapped.dropped.begin(), unwrapped.dropped.end());
    result.joins.insert(result.joins.end(), unwrapped.joins.begin(), unwrapped.joins.end());
    for (LineGroup& group : unwrapped.groups) {
        std::erase_if(group.pieces, [](Piece const& each) { return each.span.begin >= each.span.end; });
        if (group.pieces.empty()) continue;
        Fragment fragment;
        fragment.pieces = std::move(group.pieces);
        fragment.line = group.first_line;
        fragment.last_line = group.last_line;
        fragment.gap = recovery.fragments.empty() ? 99 : group.gap;
        fragment.indent = group.indent;
        fragment.page_break = group.page_break;
        fragment.lines = group.kind;
        fragment.figures = std::move(group.figures);
        look_at(recovery.text, fragment);
        recovery.fragments.push_back(std::move(fragment));
    }
}

Vocabulary collect_vocabulary(Fragments const& fragments) {
    Vocabulary found;
    for (Fragment const& fragment : fragments) {
        for (std::string const& word : manuscript::words(fragment.shown)) ++found.words[word];
        std::string_view const shown = fragment.shown;
        for (std::size_t at = shown.find('-'); at != std::string_view::npos; at = shown.find('-', at + 1)) {
            std::size_t begin = at, end = at + 1;
            while (begin > 0 && is_word_character(character_before(shown, begin))) previous_character(shown, begin);
            while (end < shown.size() && is_word_character(character_at(shown, end))) {
                do ++end;
                while (end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80);
            }
            if (begin == at || end == at + 1) continue;
            std::string const left = manuscript::folded(shown.substr(begin, at - begin));
            std::string const compound = left + "-" + manuscript::folded(shown.substr(at + 1, end - at - 1));
            if (found.compounds[compound]++ == 0) ++found.compound_starts[left];
        }
    }
    return found;
}

} // namespace quoin::recover
