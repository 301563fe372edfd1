#include "writer/inline_atoms.hpp"

#include "base/utf8.hpp"
#include "reader/inline_addresses.hpp"
#include "reader/language.hpp"
#include "writer/quoted.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unicode/uchar.h>

namespace quoin::writer {

using namespace model;

namespace {

/// Attributes of spans that stand directly in one another, as one pair of braces says them.
struct Bundle {
    std::vector<std::string> parts;
    Inlines const* content = nullptr;
};

void add_language(LanguageSpan const& span, Bundle& bundle) {
    for (std::string const& name : span.classes) bundle.parts.push_back("." + name);
    if (!span.language.empty()) bundle.parts.push_back("lang=" + span.language);
    if (span.right_to_left != reader::is_right_to_left(span.language))
        bundle.parts.emplace_back(span.right_to_left ? "dir=rtl" : "dir=ltr");
}

void add_index(IndexTerm const& term, Bundle& bundle) {
    bundle.parts.emplace_back(".index");
    if (term.entry != plain_text(term.content)) bundle.parts.push_back("entry=" + attribute_text(term.entry));
    if (!term.see.empty()) bundle.parts.push_back("see=" + attribute_text(term.see));
    if (!term.see_also.empty()) bundle.parts.push_back("see-also=" + attribute_text(term.see_also));
}

/// `[x]{.index .name .smallcaps}` is read as an index term around a span around small capitals.
Bundle bundle_of(Inline const& piece) {
    Bundle bundle;
    Inline const* at = &piece;
    if (auto const* term = std::get_if<IndexTerm>(&at->kind)) {
        add_index(*term, bundle);
        bundle.content = &term->content;
        if (term->content.size() != 1) return bundle;
        at = &term->content.front();
    }
    if (auto const* span = std::get_if<LanguageSpan>(&at->kind)) {
        add_language(*span, bundle);
        bundle.content = &span->content;
        if (span->content.size() != 1) return bundle;
        at = &span->content.front();
    }
    if (auto const* capitals = std::get_if<SmallCaps>(&at->kind)) {
        bundle.parts.emplace_back(".smallcaps");
        bundle.content = &capitals->content;
    }
    return bundle;
}

/// The words that stand side by side with the address at `at`, as far as they would be read as one text with it.
std::string text_beside(Inlines const& row, std::size_t at, int step) {
    std::string result;
    for (std::size_t beside = at + static_cast<std::size_t>(step); beside < row.size();
         beside += static_cast<std::size_t>(step)) {
        auto const* const text = std::get_if<Text>(&row[beside].kind);
        auto const* const link = std::get_if<Link>(&row[beside].kind);
        if (text == nullptr && (link == nullptr || !link->bare)) break;
        std::string const words = text != nullptr ? text->text : plain_text(link->content);
        result = step < 0 ? words + result : result + words;
        if (link != nullptr) break;
    }
    return result;
}

/// Whether the address at `at` is found by itself when it stands among its neighbours.
bool is_found_bare(Inlines const& row, std::size_t at) {
    auto const& link = std::get<Link>(row[at].kind);
    std::string const before = text_beside(row, at, -1), words = plain_text(link.content);
    std::string const behind = text_beside(row, at, 1);
    Inlines together{{Text{before + words + behind, false}, {}}};
    reader::link_addresses(together);
    std::size_t offset = 0;
    for (Inline const& each : together) {
        auto const* const found = std::get_if<Link>(&each.kind);
        std::string const text = plain_text({each});
        if (found != nullptr && offset == before.size()) return text == words && found->address == link.address;
        offset += text.size();
    }
    return false;
}

class Flattener {
  public:
    Flattener(Document const& document, Place place)
        : document_(document), brackets_(place == Place::caption ? 1 : 0) {}

    Atoms take() { return std::move(atoms_); }

    void row(Inlines const& content) {
        for (std::size_t at = 0; at < content.size(); ++at) one(content, at);
    }

  private:
    void add(Atom::Kind kind, std::string text) {
        if (text.empty()) return;
        atoms_.push_back({kind, std::move(text), brackets_ > 0, raised_ > 0});
    }
    void raw(std::string text) { add(Atom::Kind::raw, std::move(text)); }

    void one(Inlines const& row_of, std::size_t at) {
        Inline const& piece = row_of[at];
        match(
            piece.kind, [&](Text const& it) { add(it.literal ? Atom::Kind::literal : Atom::Kind::text, it.text); },
            [&](Emphasis const& it) {
                bool const both = it.content.size() == 1 && std::holds_alternative<Strong>(it.content.front().kind);
                stressed(1, both ? &std::get<Strong>(it.content.front().kind).content : nullptr, it.content);
            },
            [&](Strong const& it) { stressed(2, nullptr, it.content); },
            [&](Strikethrough const& it) { marked("~~", it.content, brackets_); },
            [&](SmallCaps const&) { span(piece); }, [&](Superscript const& it) { marked("^", it.content, raised_); },
            [&](Subscript const& it) { marked("~", it.content, raised_); },
            [&](model::Code const& it) { code(it.text); }, [&](LanguageSpan const&) { span(piece); },
            [&](Link const& it) { link(it, row_of, at); },
            [&](CrossReference const& it) {
                bracketed("[", it.content,
                          fmt::format("]({}{})", destination(it.file),
                                      it.target.empty() && !it.file.empty() ? "" : "#" + destination(it.target)));
            },
            [&](NoteReference const& it) {
                raw(fmt::format("[^{}]", document_.notes[static_cast<std::size_t>(it.note)].label));
            },
            [&](InlinePicture const& it) { picture(it); }, [&](IndexTerm const&) { span(piece); },
            [&](InlineAnchor const& it) { raw(fmt::format("[]{{#{}}}", it.id)); },
            [&](LineBreak const&) { add(Atom::Kind::line_break, "\\\n"); });
    }

    /// Marks of one kind within marks of the same kind could close them, so they take turns. `strong`: what stands in
    /// strong emphasis that is all of an emphasis: `***both***`.
    void stressed(std::size_t width, Inlines const* strong, Inlines const& content) {
        char const sign = stress_ % 2 == 0 ? '*' : '_';
        std::string const mark(strong == nullptr ? width : 3, sign);
        add(Atom::Kind::open, mark);
        ++stress_;
        row(strong == nullptr ? content : *strong);
        --stress_;
        add(Atom::Kind::close, mark);
    }

    void marked(std::string const& mark, Inlines const& content, int& counter) {
        raw(mark);
        ++brackets_;
        ++counter;
        row(content);
        --counter;
        --brackets_;
        raw(mark);
    }

    void bracketed(std::string const& before, Inlines const& content, std::string const& behind) {
        raw(before);
        ++brackets_;
        row(content);
        --brackets_;
        raw(behind);
    }

    void span(Inline const& piece) {
        Bundle const bundle = bundle_of(piece);
        bracketed("[", *bundle.content, fmt::format("]{{{}}}", fmt::join(bundle.parts, " ")));
    }

    void code(std::string const& text) {
        std::size_t longest = 0, run = 0;
        for (char const letter : text) {
            run = letter == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        std::string const ticks(longest + 1, '`');
        bool const at_edge = text.front() == '`' || text.back() == '`';
        bool const spaced =
            text.front() == ' ' && text.back() == ' ' && text.find_first_not_of(' ') != std::string::npos;
        std::string const space = at_edge || spaced ? " " : "";
        raw(ticks + space + text + space + ticks);
    }

    void link(Link const& it, Inlines const& row_of, std::size_t at) {
        if (it.bare) {
            if (is_found_bare(row_of, at)) return add(Atom::Kind::address, plain_text(it.content));
            bool const angled = !it.address.starts_with("http://www.") || plain_text(it.content).starts_with("http");
            if (angled) return raw("<" + plain_text(it.content) + ">");
            raw(std::string(separator)); // between separators it stands by itself
            add(Atom::Kind::address, plain_text(it.content));
            return raw(std::string(separator));
        }
        std::string const title = it.title.empty() || raised_ > 0 ? "" : " " + attribute_text(it.title);
        bracketed("[", it.content, fmt::format("]({}{})", destination(it.address), title));
    }

    void picture(InlinePicture const& it) {
        std::string const& path = document_.assets[static_cast<std::size_t>(it.asset)].path;
        bool const alone = it.alt.empty();
        Inlines alt;
        if (!alone) alt.push_back({Text{it.alt, false}, {}});
        bracketed("![", alt, fmt::format("]({}){}", destination(path), alone ? "{alt=\"\"}" : ""));
    }

    Document const& document_;
    Atoms atoms_;
    int brackets_;
    int stress_ = 0, raised_ = 0;
};

// ---------------------------------------------------------------------------------------------------------------
// What stands beside what

enum class Side { space, sign, letter, unclear };

/// As CommonMark sorts characters for its stress; symbols beyond ASCII are signs to its later versions only.
Side side_of(char32_t letter) {
    auto const point = static_cast<UChar32>(letter);
    if (letter == 0 || u_isUWhiteSpace(point) != 0) return Side::space;
    if (letter < 0x80) return u_isalnum(point) != 0 ? Side::letter : Side::sign;
    if (u_ispunct(point) != 0) return Side::sign;
    auto const type = u_charType(point);
    bool const symbol =
        type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL || type == U_MODIFIER_SYMBOL || type == U_OTHER_SYMBOL;
    return symbol ? Side::unclear : Side::letter;
}

char32_t first_letter(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : next_character(text, at);
}
char32_t last_letter(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return next_character(text, at);
}

bool is_stress(Atom const& atom) { return atom.kind == Atom::Kind::open || atom.kind == Atom::Kind::close; }

bool is_tilde_or_caret(Atom const& atom) {
    return atom.kind == Atom::Kind::raw && (atom.text == "~" || atom.text == "~~" || atom.text == "^");
}

/// Two marks that would be read as one.
bool run_together(Atom const& left, Atom const& right) {
    if (is_tilde_or_caret(left) && is_tilde_or_caret(right)) return left.text.front() == right.text.front();
    if (left.kind == Atom::Kind::raw && left.text.ends_with('[') && is_tilde_or_caret(right))
        return right.text == "^"; // `[^`
    bool const code = left.kind == Atom::Kind::raw && right.kind == Atom::Kind::raw && left.text.ends_with('`');
    if (code && right.text.starts_with('`')) return true;
    return left.kind == Atom::Kind::close && right.kind == Atom::Kind::open && left.text.front() == right.text.front();
}

Atom separator_beside(Atom const& atom) {
    return {Atom::Kind::raw, std::string(separator), atom.within_brackets, atom.raised};
}

/// CommonMark's rules for flanking runs: whether a mark between these two would be no mark.
bool hides(Side outside, Side inside, bool underscore) {
    bool const letter_outside = outside == Side::letter || outside == Side::unclear;
    bool const sign_inside = inside == Side::sign || inside == Side::unclear;
    return letter_outside && (underscore || sign_inside);
}

} // namespace

std::string destination(std::string_view address) {
    std::string result;
    for (char const letter : address) {
        if (letter == ' ') {
            result += "%20";
            continue;
        }
        if (std::string_view("\\()[]<>*`^~&").find(letter) != std::string_view::npos) result += '\\';
        result += letter;
    }
    return result;
}

Atoms atoms_of(Document const& document, Inlines const& content, Place place) {
    Flattener flattener(document, place);
    flattener.row(content);
    return flattener.take();
}

void separate(Atoms& atoms) {
    Atoms result;
    for (Atom& atom : atoms) {
        if (!result.empty() && run_together(result.back(), atom)) result.push_back(separator_beside(atom));
        result.push_back(std::move(atom));
    }
    atoms = std::move(result);
    // A run of marks that open looks at the words behind it, one that closes at those before it.
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!is_stress(atoms[at])) continue;
        Atom::Kind const kind = atoms[at].kind;
        std::size_t end = at + 1;
        auto const goes_on = [&](std::size_t next) {
            return next < atoms.size() && atoms[next].kind == kind &&
                   atoms[next].text.front() == atoms[at].text.front();
        };
        while (goes_on(end)) ++end;
        char32_t const before = at == 0 ? 0 : last_letter(atoms[at - 1].text);
        char32_t const behind = end == atoms.size() ? 0 : first_letter(atoms[end].text);
        bool const opens = kind == Atom::Kind::open;
        Side const outside = side_of(opens ? before : behind), inside = side_of(opens ? behind : before);
        if (hides(outside, inside, atoms[at].text.front() == '_')) {
            auto const place = atoms.begin() + static_cast<std::ptrdiff_t>(opens ? at : end);
            atoms.insert(place, separator_beside(atoms[at]));
            ++end;
        }
        at = end - 1;
    }
}

} // namespace quoin::writer
