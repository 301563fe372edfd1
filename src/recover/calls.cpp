#include "recover/calls.hpp"

#include "base/utf8.hpp"

namespace quoin::recover {
namespace {

int superscript_value(char32_t c) {
    if (c == U'¹') return 1;
    if (c == U'²') return 2;
    if (c == U'³') return 3;
    if (c == U'⁰') return 0;
    return c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁰') : -1;
}

/// A number of one to three figures between the brackets; 0 when something else stands there.
int enclosed_number(std::string_view raw, std::size_t open, char close) {
    int value = 0;
    for (std::size_t at = open + 1; at < raw.size() && at < open + 5; ++at) {
        if (raw[at] == close) return at == open + 1 ? 0 : value;
        if (raw[at] < '0' || raw[at] > '9') return 0;
        value = value * 10 + (raw[at] - '0');
    }
    return 0;
}

FragmentCalls look(std::string_view raw, std::size_t begin) {
    FragmentCalls found;
    for (std::size_t at = begin; at < raw.size();) {
        char const c = raw[at];
        if (c == '[' || c == '(') {
            int const number = enclosed_number(raw, at, c == '[' ? ']' : ')');
            if (number > 0 && at > begin) (c == '[' ? found.bracket : found.parenthesis).push_back(number);
            ++at;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x80) {
            ++at;
            continue;
        }
        int value = 0;
        std::size_t figures = 0;
        for (std::size_t step = at; step < raw.size() && figures < 4; ++figures) {
            int const figure = superscript_value(next_character(raw, step));
            if (figure < 0) break;
            value = value * 10 + figure;
            at = step;
        }
        if (figures == 0)
            next_character(raw, at);
        else if (at > begin + figures)
            found.superscript.push_back(value);
    }
    return found;
}

} // namespace

std::vector<FragmentCalls> count_calls(Recovery const& recovery) {
    std::vector<FragmentCalls> found;
    found.reserve(recovery.fragments.size());
    for (Fragment const& fragment : recovery.fragments) {
        std::string_view const raw = raw_text(recovery.text, fragment);
        bool const own = fragment.marker.form == MarkerForm::bracket ||
                         fragment.marker.form == MarkerForm::superscript ||
                         fragment.marker.form == MarkerForm::enclosed;
        found.push_back(look(raw, own ? fragment.marker.end : 0));
    }
    return found;
}

} // namespace quoin::recover
