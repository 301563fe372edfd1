#include "writer/canonical_inlines.hpp"

#include "base/utf8.hpp"
#include "reader/inline_addresses.hpp"
#include "reader/language.hpp"
#include "reader/normal_form.hpp"
#include "writer/inline_markdown.hpp"

#include <algorithm>
#include <array>

namespace quoin::writer {

using namespace model;

namespace {

/// What a row of inlines stands in.
struct Around {
    int stress = 0;    // a third level would look like the first
    bool both = false; // emphasis that holds nothing but strong emphasis is one level with it
    bool strong = false, struck = false, raised = false, lowered = false, link = false;

    [[nodiscard]] bool off_the_line() const { return raised || lowered; }
};

// ---------------------------------------------------------------------------------------------------------------
// Characters

std::string without_controls(std::string_view text, bool lines) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const letter = text[at];
        bool const white = letter == '\n' || letter == '\t';
        // U+FFFE and U+FFFF stand in no file.
        bool const nothing = text.substr(at, 2) == "\xEF\xBF" && at + 2 < text.size() &&
                             static_cast<unsigned char>(text[at + 2]) >= 0xBE;
        if (white) {
            result += lines ? letter : ' ';
        } else if (nothing) {
            at += 2;
        } else if (static_cast<unsigned char>(letter) >= 0x20) {
            result += letter;
        }
    }
    return result;
}

bool is_smart(char letter) { return letter == '"' || letter == '\'' || letter == '-' || letter == '.'; }

/// Of a row of hyphens or dots: `transform` turns `--`, `---` and `...`, so only there being literal says anything.
void settle_run(std::string_view text, std::vector<bool>& literal, std::size_t begin, std::size_t end) {
    std::size_t const least = text[begin] == '-' ? 2 : 3;
    bool any = false, turned = false;
    std::size_t free = 0;
    for (std::size_t at = begin; at < end; ++at) {
        any = any || literal[at];
        free = literal[at] ? 0 : free + 1;
        turned = turned || free >= least;
    }
    if (end - begin < least || !any) {
        for (std::size_t at = begin; at < end; ++at) literal[at] = false;
    } else if (!turned) {
        for (std::size_t at = begin; at < end; ++at) literal[at] = true;
    }
}

/// A line of hyphens alone would be a rule or underline what stands above it.
bool is_rule(std::string_view text) {
    return text.find("--") != std::string_view::npos && text.find_first_not_of("-|: ") == std::string_view::npos;
}

void settle(std::string_view text, std::vector<bool>& literal) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_smart(text[at])) literal[at] = false;
        if (text[at] != '-' && text[at] != '.') continue;
        std::size_t end = at;
        while (end < text.size() && text[end] == text[at]) ++end;
        settle_run(text, literal, at, end);
        at = end - 1;
    }
    if (!is_rule(text)) return;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const beside = (at > 0 && text[at - 1] == '-') || (at + 1 < text.size() && text[at + 1] == '-');
        if (text[at] == '-' && beside) literal[at] = true;
    }
}

/// Texts side by side as one: pieces of words and pieces of signs that stay as they are.
void append_pieces(std::string const& text, std::vector<bool> const& literal, Span span, Inlines& to) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && literal[end] == literal[at]) ++end;
        to.push_back({Text{text.substr(at, end - at), literal[at]}, span});
        at = end;
    }
}

void merge_texts(Inlines& row) {
    Inlines result;
    for (std::size_t at = 0; at < row.size();) {
        if (!std::holds_alternative<Text>(row[at].kind)) {
            result.push_back(std::move(row[at++]));
            continue;
        }
        std::string joined;
        std::vector<bool> literal;
        Span const span = row[at].span;
        for (; at < row.size() && std::holds_alternative<Text>(row[at].kind); ++at) {
            auto const& text = std::get<Text>(row[at].kind);
            joined += text.text;
            literal.resize(joined.size(), text.literal);
        }
        std::string const clean = canonical_line(joined);
        if (clean.size() != joined.size())
            literal.assign(clean.size(), std::find(literal.begin(), literal.end(), false) == literal.end());
        settle(clean, literal);
        append_pieces(clean, literal, span, result);
    }
    row = std::move(result);
}

// ---------------------------------------------------------------------------------------------------------------
// What stands beside and in one another

/// Spaces of any kind at the text's begin or end, as CommonMark knows them.
std::size_t leading_space(std::string_view text) {
    constexpr std::array<std::string_view, 4> wide{"\u00A0", "\u202F", "\u205F", "\u3000"};
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        bool const general = text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() &&
                             static_cast<unsigned char>(text[at + 2]) >= 0x80 &&
                             static_cast<unsigned char>(text[at + 2]) <= 0x8A; // U+2000 … U+200A
        std::size_t length = general ? 3 : 0;
        for (std::string_view const each : wide) {
            if (text.substr(at).starts_with(each)) length = each.size();
        }
        if (length == 0) break;
        at += length;
    }
    return at;
}
std::size_t trailing_space(std::string_view text) {
    std::size_t taken = 0;
    while (taken < text.size()) {
        std::size_t at = text.size() - taken - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
        std::string_view const last = text.substr(at, text.size() - taken - at);
        if (leading_space(last) != last.size()) break;
        taken += last.size();
    }
    return taken;
}

/// Takes spaces and line breaks from both ends of a stressed row.
void take_edges(Inlines& content, Inlines& before, Inlines& behind) {
    while (!content.empty()) {
        Inline& first = content.front();
        auto* const text = std::get_if<Text>(&first.kind);
        std::size_t const space = text == nullptr ? 0 : leading_space(text->text);
        if (space > 0) before.push_back({Text{text->text.substr(0, space), false}, first.span});
        if (std::holds_alternative<LineBreak>(first.kind)) before.push_back(first);
        bool const gone =
            std::holds_alternative<LineBreak>(first.kind) || (text != nullptr && space == text->text.size());
        if (text != nullptr && !gone) text->text.erase(0, space);
        if (!gone) break;
        content.erase(content.begin());
    }
    while (!content.empty()) {
        Inline& last = content.back();
        auto* const text = std::get_if<Text>(&last.kind);
        std::size_t const space = text == nullptr ? 0 : trailing_space(text->text);
        if (space > 0)
            behind.insert(behind.begin(), {Text{text->text.substr(text->text.size() - space), false}, last.span});
        if (std::holds_alternative<LineBreak>(last.kind)) behind.insert(behind.begin(), last);
        bool const gone =
            std::holds_alternative<LineBreak>(last.kind) || (text != nullptr && space == text->text.size());
        if (text != nullptr && !gone) text->text.erase(text->text.size() - space);
        if (!gone) break;
        content.pop_back();
    }
}

bool merges(Inline const& left, Inline const& right) {
    if (left.kind.index() != right.kind.index()) return false;
    return std::holds_alternative<Emphasis>(left.kind) || std::holds_alternative<Strong>(left.kind) ||
           std::holds_alternative<Strikethrough>(left.kind) || std::holds_alternative<Superscript>(left.kind) ||
           std::holds_alternative<Subscript>(left.kind);
}

void append(Inlines& to, Inlines from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void merge_neighbours(Inlines& row) {
    Inlines result;
    for (Inline& piece : row) {
        if (!result.empty() && merges(result.back(), piece)) {
            append(*children(result.back()), std::move(*children(piece)));
        } else {
            result.push_back(std::move(piece));
        }
    }
    row = std::move(result);
}

constexpr std::array<std::string_view, 10> schemes{
    "http:", "https:", "mailto:", "tel:", "ftp:", "doi:", "urn:", "geo:", "news:", "xmpp:"};

bool is_address(std::string_view address) {
    std::string lower(address.substr(0, 8));
    for (char& letter : lower) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return std::any_of(schemes.begin(), schemes.end(),
                       [&](std::string_view scheme) { return lower.starts_with(scheme); });
}

bool begins_with_bracket(Inline const& piece) {
    return std::holds_alternative<LanguageSpan>(piece.kind) || std::holds_alternative<SmallCaps>(piece.kind) ||
           std::holds_alternative<IndexTerm>(piece.kind) || std::holds_alternative<Link>(piece.kind) ||
           std::holds_alternative<CrossReference>(piece.kind) || std::holds_alternative<NoteReference>(piece.kind) ||
           std::holds_alternative<InlineAnchor>(piece.kind);
}

class Canoniser {
  public:
    explicit Canoniser(Breaks breaks) : breaks_(breaks) {}

    Inlines row(Inlines content, Around const& around) {
        free_addresses(content);
        merge_texts(content);
        if (!around.link) reader::link_addresses(content);
        merge_texts(content);
        merge_neighbours(content);
        Inlines result;
        for (Inline& piece : content) one(std::move(piece), around, result);
        merge_texts(result);
        return result;
    }

  private:
    /// "www.a.example" can stand in no brackets: it is a link where it is found by itself, and else words.
    static void free_addresses(Inlines& content) {
        for (Inline& piece : content) {
            auto const* const link = std::get_if<Link>(&piece.kind);
            if (link == nullptr || !link->bare) continue;
            std::string const words = plain_text(link->content);
            bool const angled = words == link->address || "mailto:" + words == link->address;
            if (!angled && "http://" + words == link->address) piece.kind = Text{words, false};
        }
    }

    void one(Inline piece, Around const& around, Inlines& to) {
        Span const span = piece.span;
        Around inside = around;
        inside.both = false;
        match(
            std::move(piece.kind),
            [&](Text it) {
                to.push_back({std::move(it), span});
            },
            [&](Emphasis it) {
                bool const too_deep = around.stress >= 2;
                ++inside.stress;
                inside.both = it.content.size() == 1 && std::holds_alternative<Strong>(it.content.front().kind);
                stressed(std::move(it), span, inside, too_deep, to);
            },
            [&](Strong it) {
                inside.strong = true;
                inside.both = false;
                if (!around.both) ++inside.stress;
                bool const too_deep = !around.both && around.stress >= 2;
                if (!around.strong && it.content.size() == 1 &&
                    std::holds_alternative<Emphasis>(it.content.front().kind) && !too_deep) {
                    // `***x***` is read as strong within emphasis.
                    it.content = std::move(std::get<Emphasis>(it.content.front().kind).content);
                    Emphasis outer;
                    outer.content.push_back({std::move(it), span});
                    return one({std::move(outer), span}, around, to);
                }
                stressed(std::move(it), span, inside, around.strong || too_deep, to);
            },
            [&](Strikethrough it) {
                inside.struck = true;
                stressed(std::move(it), span, inside, around.struck, to);
            },
            [&](SmallCaps it) { held(std::move(it), span, inside, to); },
            [&](Superscript it) {
                inside.raised = true;
                off_line(std::move(it), span, inside, around.raised, to);
            },
            [&](Subscript it) {
                inside.lowered = true;
                off_line(std::move(it), span, inside, around.lowered, to);
            },
            [&](model::Code it) {
                it.text = without_controls(it.text, false);
                if (!it.text.empty()) to.push_back({std::move(it), span});
            },
            [&](LanguageSpan it) { language_span(std::move(it), span, inside, to); },
            [&](Link it) { link(std::move(it), span, inside, to); },
            [&](CrossReference it) {
                it.target = attribute_name(it.target);
                inside.link = true;
                it.content = row(std::move(it.content), inside);
                if (around.link || (!it.file.empty() && !it.file.ends_with(".md")))
                    return append(to, std::move(it.content));
                to.push_back({std::move(it), span});
            },
            [&](NoteReference it) {
                to.push_back({it, span});
            },
            [&](InlinePicture it) {
                it.alt = canonical_line(it.alt);
                to.push_back({std::move(it), span});
            },
            [&](IndexTerm it) { index_term(std::move(it), span, inside, to); },
            [&](InlineAnchor it) {
                it.id = attribute_name(it.id);
                if (!it.id.empty()) to.push_back({std::move(it), span});
            },
            [&](LineBreak it) {
                if (breaks_ == Breaks::kept && !around.off_the_line()) return to.push_back({it, span});
                to.push_back({Text{" ", false}, span});
            });
    }

    /// `dissolved`: it stands in one of its kind already.
    template <typename Kind>
    void stressed(Kind it, Span span, Around const& inside, bool dissolved, Inlines& to) {
        Inlines content = row(std::move(it.content), inside), before, behind;
        if (dissolved) return append(to, std::move(content));
        take_edges(content, before, behind);
        append(to, std::move(before));
        if (!content.empty()) {
            it.content = std::move(content);
            to.push_back({std::move(it), span});
        }
        append(to, std::move(behind));
    }

    template <typename Kind>
    void held(Kind it, Span span, Around const& inside, Inlines& to) {
        it.content = row(std::move(it.content), inside);
        Inlines before, behind;
        take_edges(it.content, before, behind); // at the edges of a text that is parsed by itself they would be lost
        append(to, std::move(before));
        if (!it.content.empty()) to.push_back({std::move(it), span});
        append(to, std::move(behind));
    }

    /// `^[` begins a note: what begins with a bracket goes around the raised text instead.
    template <typename Kind>
    void off_line(Kind it, Span span, Around const& inside, bool dissolved, Inlines& to) {
        Inlines content = row(std::move(it.content), inside), before, behind;
        if (dissolved) return append(to, std::move(content));
        take_edges(content, before, behind);
        append(to, std::move(before));
        while (!content.empty() && begins_with_bracket(content.front())) {
            Inline first = std::move(content.front());
            content.erase(content.begin());
            Inlines* const inner = children(first);
            bool const bare = std::holds_alternative<Link>(first.kind) && std::get<Link>(first.kind).bare;
            if (bare) { // its text is all there is
                to.push_back(std::move(first));
                continue;
            }
            if (inner != nullptr && !inner->empty()) {
                Kind part;
                part.content = std::move(*inner);
                Inlines around_part;
                Around outside = inside;
                outside.raised = outside.lowered = false;
                off_line(std::move(part), span, inside, false, around_part);
                *inner = std::move(around_part);
            }
            to.push_back(std::move(first));
            Inlines front, rest;
            take_edges(content, front, rest);
            append(to, std::move(front));
            append(content, std::move(rest));
        }
        if (!content.empty()) {
            it.content = std::move(content);
            to.push_back({std::move(it), span});
        }
        append(to, std::move(behind));
    }

    void language_span(LanguageSpan it, Span span, Around const& inside, Inlines& to) {
        it.language = reader::canonical_language(it.language);
        std::vector<std::string> classes;
        bool small_capitals = false;
        for (std::string const& name : it.classes) {
            small_capitals = small_capitals || name == "smallcaps";
            if (name != "smallcaps" && name != "index" && !name.empty()) classes.push_back(attribute_name(name));
        }
        it.classes = std::move(classes);
        if (small_capitals) {
            Inlines wrapped;
            wrapped.push_back({SmallCaps{std::move(it.content)}, span});
            it.content = std::move(wrapped);
        }
        if (inside.off_the_line()) { // room for one attribute, since no space may stand there
            if (!it.language.empty()) {
                it.classes.clear();
                it.right_to_left = reader::is_right_to_left(it.language);
            } else if (!it.classes.empty()) {
                it.classes.resize(1);
                it.right_to_left = false;
            }
        }
        bool const says_something = !it.language.empty() || !it.classes.empty() || it.right_to_left;
        if (!says_something) return append(to, row(std::move(it.content), inside));
        held(std::move(it), span, inside, to);
    }

    void link(Link it, Span span, Around inside, Inlines& to) {
        bool const within = inside.link;
        inside.link = true;
        it.address = canonical_line(it.address);
        it.title = inside.off_the_line() ? "" : canonical_line(it.title);
        std::string address;
        for (char const letter : it.address) address += letter == ' ' ? "%20" : std::string(1, letter);
        it.address = std::move(address);
        if (it.bare) return address_link(std::move(it), span, within, to);
        it.content = row(std::move(it.content), inside);
        bool const note_alone =
            it.content.size() == 1 && std::holds_alternative<NoteReference>(it.content.front().kind);
        if (within || note_alone || !is_address(it.address)) return append(to, std::move(it.content));
        to.push_back({std::move(it), span});
    }

    /// Between angle brackets if it cannot be found by itself; what can be written in neither way is a plain link.
    void address_link(Link it, Span span, bool within, Inlines& to) {
        std::string const words = canonical_line(plain_text(it.content));
        it.content = {{Text{words, true}, span}};
        bool const fits = words == it.address || "mailto:" + words == it.address || "http://" + words == it.address;
        if (within || !fits || words.find_first_of("<> ") != std::string::npos) {
            it.bare = false;
            it.content = {{Text{words, false}, span}};
            if (within || !is_address(it.address)) return append(to, std::move(it.content));
        }
        it.title.clear();
        to.push_back({std::move(it), span});
    }

    void index_term(IndexTerm it, Span span, Around const& inside, Inlines& to) {
        it.content = row(std::move(it.content), inside);
        Inlines before, behind;
        take_edges(it.content, before, behind);
        append(to, std::move(before));
        it.entry = canonical_line(it.entry);
        it.see = canonical_line(it.see);
        it.see_also = canonical_line(it.see_also);
        if (it.entry.empty() || inside.off_the_line()) it.entry = plain_text(it.content);
        if (inside.off_the_line()) it.see.clear(), it.see_also.clear();
        bool const nothing = it.content.empty() && it.entry.empty() && it.see.empty() && it.see_also.empty();
        if (!nothing) to.push_back({std::move(it), span});
        append(to, std::move(behind));
    }

    Breaks breaks_;
};

void drop_outer_breaks(Inlines& row) {
    while (!row.empty() && std::holds_alternative<LineBreak>(row.front().kind)) row.erase(row.begin());
    while (!row.empty() && std::holds_alternative<LineBreak>(row.back().kind)) row.pop_back();
}

/// No line begins or ends with a space, no text with a break.
void trim_lines(Inlines& row, bool outermost) {
    auto const trim = [](Inline& piece, bool front) {
        auto* const text = std::get_if<Text>(&piece.kind);
        if (text == nullptr) return;
        while (front && text->text.starts_with(' ')) text->text.erase(0, 1);
        while (!front && text->text.ends_with(' ')) text->text.pop_back();
    };
    for (bool changed = true; changed;) {
        std::size_t const before = row.size();
        if (outermost) drop_outer_breaks(row);
        for (std::size_t at = 0; at < row.size(); ++at) {
            bool const first = at == 0, last = at + 1 == row.size();
            if (first ? outermost : std::holds_alternative<LineBreak>(row[at - 1].kind)) trim(row[at], true);
            if (last ? outermost : std::holds_alternative<LineBreak>(row[at + 1].kind)) trim(row[at], false);
        }
        std::erase_if(row, [](Inline const& piece) {
            auto const* const text = std::get_if<Text>(&piece.kind);
            return text != nullptr && text->text.empty();
        });
        changed = row.size() != before;
    }
    for (Inline& piece : row) {
        if (Inlines* const inside = children(piece)) trim_lines(*inside, false);
    }
}

} // namespace

std::string canonical_line(std::string_view text) { return reader::normal_form(without_controls(text, false)); }
std::string canonical_lines(std::string_view text) { return without_controls(text, true); }

Inlines canonical_inlines(Inlines content, Breaks breaks) {
    constexpr int most_rounds = 6; // what one round brings together the next one may join
    for (int round = 0; round < most_rounds; ++round) {
        Inlines next = Canoniser(breaks).row(content, {});
        trim_lines(next, true);
        bool const settled = next == content;
        content = std::move(next);
        if (settled) break;
    }
    return content;
}

} // namespace quoin::writer
