#include "writer/inline_markdown.hpp"

#include "reader/list_marker.hpp"
#include "writer/inline_atoms.hpp"

#include <algorithm>

namespace quoin::writer {

namespace {

bool is_letter_or_digit(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

/// What could go on with a word: a letter or a byte of one beyond ASCII.
bool is_name(char letter) { return is_letter_or_digit(letter) || static_cast<unsigned char>(letter) >= 0x80; }

/// No bracket of a sentence is longer. Looking no further keeps a line of brackets linear; one that is not found is escaped.
constexpr std::size_t longest_bracket = 1000;

/// The `]` that closes the `[` at `at` of the same text, or npos.
std::size_t closing_bracket(std::string_view text, std::size_t at) {
    int depth = 0;
    for (std::size_t const end = std::min(text.size(), at + longest_bracket); at < end; ++at) {
        if (text[at] == '[') ++depth;
        if (text[at] == ']' && --depth == 0) return at;
    }
    return std::string_view::npos;
}

std::size_t opening_bracket(std::string_view text, std::size_t at) {
    int depth = 0;
    for (std::size_t index = at + 1; index-- > 0 && index + longest_bracket > at;) {
        if (text[index] == ']') ++depth;
        if (text[index] == '[' && --depth == 0) return index;
    }
    return std::string_view::npos;
}

/// Writes the atoms out, each sign of the words with a backslash where Markdown would take it for a mark.
class Escaper {
  public:
    Escaper(Atoms const& atoms, Place place) : atoms_(atoms), place_(place) {
        for (Atom const& atom : atoms) {
            carets_ += std::count(atom.text.begin(), atom.text.end(), '^');
            tildes_ += std::count(atom.text.begin(), atom.text.end(), '~');
        }
    }

    std::string write() {
        for (at_ = 0; at_ < atoms_.size(); ++at_) {
            Atom const& atom = atoms_[at_];
            switch (atom.kind) {
            case Atom::Kind::text:
            case Atom::Kind::address: words(atom); break;
            case Atom::Kind::literal:
                for (char const letter : atom.text) {
                    out_ += '\\';
                    out_ += letter;
                }
                break;
            case Atom::Kind::raw:
            case Atom::Kind::open:
            case Atom::Kind::close:
            case Atom::Kind::line_break: out_ += atom.text; break;
            }
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }
    [[nodiscard]] bool on_first_line() const { return out_.find('\n') == std::string::npos; }
    /// Whether a block could begin at this line's start.
    [[nodiscard]] bool is_open_line() const {
        if (place_ == Place::paragraph || place_ == Place::after_list) return true;
        return !on_first_line() && (place_ == Place::caption || place_ == Place::behind_mark);
    }

    /// The character behind the one at `index` of the current text, raw; '\0' at the end of all.
    [[nodiscard]] char behind(std::string_view text, std::size_t index) const {
        if (index + 1 < text.size()) return text[index + 1];
        return at_ + 1 < atoms_.size() ? atoms_[at_ + 1].text.front() : '\0';
    }

    void words(Atom const& atom) {
        std::string_view const text = atom.text;
        std::size_t const mark = at_line_start() ? line_start_escape(text) : std::string_view::npos;
        for (std::size_t index = 0; index < text.size(); ++index) {
            if (atom.raised && text[index] == ' ') {
                out_ += "&#32;"; // a space would end what is raised
                continue;
            }
            bool const escaped = index == mark || is_mark(atom, index) ||
                                 (place_ == Place::heading && text[index] == '#' && ends_all(text, index));
            if (escaped) out_ += '\\';
            out_ += text[index];
        }
    }

    [[nodiscard]] bool ends_all(std::string_view text, std::size_t index) const {
        return index + 1 == text.size() && at_ + 1 == atoms_.size();
    }

    [[nodiscard]] bool is_mark(Atom const& atom, std::size_t index) const {
        std::string_view const text = atom.text;
        char const letter = text[index], next = behind(text, index);
        char const before = out_.empty() ? ' ' : out_.back();
        switch (letter) {
        case '\\':
        case '`':
        case '{': return true;
        case '*': return at_line_start() || before != ' ' || next != ' ';
        case '_': {
            bool const in_word = is_letter_or_digit(before) && is_letter_or_digit(next);
            return !in_word && (before != ' ' || next != ' ');
        }
        case '[': return atom.within_brackets || next == '^' || !is_harmless(text, index, closing_bracket(text, index));
        case ']': return atom.within_brackets || !is_harmless(text, opening_bracket(text, index), index);
        case '<': return is_letter_or_digit(next) || next == '/' || next == '!' || next == '?';
        case '(':
        case ':': return index == 0 && at_ > 0 && atoms_[at_ - 1].text.starts_with("[^"); // no link, no definition
        case '!': return next == '[';
        case '&': return may_be_entity(text, index);
        case '^': return carets_ > 1 || next == '[' || (index == 0 && before == '[');
        case '~': return tildes_ > 1;
        default: return false;
        }
    }

    /// Brackets with nothing behind them that would make a link or a span of them.
    [[nodiscard]] bool is_harmless(std::string_view text, std::size_t open, std::size_t close) const {
        if (open == std::string_view::npos || close == std::string_view::npos) return false;
        char const next = behind(text, close);
        return text.substr(open + 1, 1) != "^" && next != '(' && next != '{' && next != '[' && next != ':';
    }

    [[nodiscard]] bool may_be_entity(std::string_view text, std::size_t index) const {
        std::size_t end = index + 1;
        while (end < text.size() && (text[end] == '#' || is_letter_or_digit(text[end]))) ++end;
        if (end == text.size()) return at_ + 1 < atoms_.size();
        return end > index + 1 && text[end] == ';';
    }

    /// The byte of a line's first words that needs a backslash so that no block begins there, or npos.
    [[nodiscard]] std::size_t line_start_escape(std::string_view text) const {
        char const next = behind(text, 0);
        if (place_ == Place::verse) return text.front() == ':' && next == ':' ? 0 : std::string_view::npos;
        if (!is_open_line()) return std::string_view::npos;
        bool const ends_word = next == ' ' || next == '\0' || next == '\\';
        switch (text.front()) {
        case '>':
        case '|': return 0;
        case '+':
        case '-': return ends_word ? 0 : std::string_view::npos;
        case '=': return on_first_line() ? std::string_view::npos : 0;
        case ':': return ends_word || next == ':' || next == '-' ? 0 : std::string_view::npos;
        case '#': {
            std::size_t const end = std::min(text.find_first_not_of('#'), text.size());
            bool const word_ends = end == text.size() || text[end] == ' ';
            return end <= 6 && word_ends ? 0 : std::string_view::npos;
        }
        default: break;
        }
        constexpr std::string_view caption = "Table:";
        if (out_.empty() && text.starts_with(caption) && (text.size() == caption.size() || text[caption.size()] == ' '))
            return caption.size() - 1;
        return marker_escape(text);
    }

    [[nodiscard]] std::size_t marker_escape(std::string_view text) const {
        auto const marker = reader::parse_list_marker(text);
        if (!marker) return std::string_view::npos;
        std::string_view const rest = text.substr(marker->length);
        char const next = behind(text, marker->length - 1);
        if (next != ' ' && next != '\0' && next != '\\') return std::string_view::npos;
        bool const core = marker->style.alphabet == reader::MarkerAlphabet::digits &&
                          (marker->style.ending == reader::MarkerEnding::period ||
                           marker->style.ending == reader::MarkerEnding::bracket);
        // Signs may get a backslash and are no second letter of an abbreviation then.
        std::size_t const word = std::min(rest.find_first_not_of(' '), rest.size());
        bool const letter = word < rest.size() && is_name(rest[word]);
        if (!core && letter && place_ == Place::paragraph && !reader::may_begin_list(*marker, rest))
            return std::string_view::npos;
        bool const two = marker->style.ending == reader::MarkerEnding::period_bracket;
        return marker->length - (two ? 2 : 1);
    }

    Atoms const& atoms_;
    Place place_;
    std::string out_;
    std::size_t at_ = 0;
    std::ptrdiff_t carets_ = 0, tildes_ = 0;
};

/// A `|` would end its cell wherever it stands; the parser takes the backslash away before it looks at anything else.
std::string with_escaped_pipes(std::string_view text) {
    std::string result;
    for (char const letter : text) {
        if (letter == '|') result += '\\';
        result += letter;
    }
    return result;
}

} // namespace

std::string inline_markdown(model::Document const& document, model::Inlines const& content, Place place) {
    Atoms atoms = atoms_of(document, content, place);
    separate(atoms);
    std::string text = Escaper(atoms, place).write();
    return place == Place::cell ? with_escaped_pipes(text) : text;
}

std::string attribute_name(std::string_view name) {
    std::string result;
    for (char const letter : name) {
        bool const fits = is_name(letter) || std::string_view("-_:.").find(letter) != std::string_view::npos;
        result += fits ? letter : '-';
    }
    return result;
}

} // namespace quoin::writer
