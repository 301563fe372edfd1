// Calls and bodies of notes. What says so itself (epub:type, DPUB roles, the classes of pandoc, Word, LibreOffice,
// MediaWiki) is believed; else a short mark that leads to a passage which begins with the same mark, or leads back.

#include "hypertext/characters.hpp"
#include "hypertext/pages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace quoin::hypertext {

using manuscript::Decision;
using manuscript::DecisionCode;

namespace {

// Marks are short; a long text is none, and need not be read to its end.
std::string short_text(pugi::xml_node node) {
    constexpr std::size_t enough = 60;
    return text_of(node, enough);
}

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// "[12]" → "12"; "1." → "1"; "note 3" stays.
std::string bare_mark(std::string_view text) {
    std::string mark(trimmed(text));
    for (std::string_view const no_break : {"\u00A0", "\u200B", "\u2060"})
        for (std::size_t at = mark.find(no_break); at != std::string::npos; at = mark.find(no_break, at))
            mark.erase(at, no_break.size());
    while (!mark.empty() && std::string_view("[(^ ").find(mark.front()) != std::string_view::npos) mark.erase(0, 1);
    while (!mark.empty() && std::string_view("]).: ^").find(mark.back()) != std::string_view::npos) mark.pop_back();
    return mark;
}

bool is_sign(std::string_view mark) {
    static constexpr std::string_view signs[] = {"*", "**", "***", "†", "‡", "§", "¶", "††", "‡‡", "#"};
    return std::find(std::begin(signs), std::end(signs), mark) != std::end(signs);
}

bool is_mark(std::string_view mark) {
    constexpr std::size_t longest = 5;
    if (mark.empty()) return false;
    if (is_sign(mark)) return true;
    bool const number = mark.size() <= longest && std::all_of(mark.begin(), mark.end(), is_digit);
    return number || (mark.size() <= 4 && value_of_marker(mark) > 0 && mark.find(' ') == std::string_view::npos);
}

bool names_a_note(std::string_view id) {
    std::string const name = lower(id);
    return std::any_of(name.begin(), name.end(), is_digit) &&
           (name.starts_with("_ftn") || name.starts_with("_edn") || name.starts_with("ftn") ||
            name.starts_with("edn") || name.starts_with("fn") || name.starts_with("en") ||
            name.find("note") != std::string::npos || name.starts_with("sdfoot") || name.starts_with("sdend") ||
            name.starts_with("n"));
}

bool names_a_way_back(std::string_view id) {
    std::string const name = lower(id);
    return name.starts_with("_ftnref") || name.starts_with("_ednref") || name.starts_with("fnref") ||
           name.starts_with("cite_ref") || name.starts_with("ref-") || name.ends_with("anc") ||
           name.find("noteref") != std::string::npos || name.find("note-ref") != std::string::npos ||
           name.find("backlink") != std::string::npos;
}

bool says_it_is_a_call(pugi::xml_node node) {
    return has_type(node, "noteref") || has_word(node, "role", "doc-noteref") ||
           has_any_class(node, {"footnote-ref", "noteref", "footnoteRef", "fnref", "sdfootnoteanc", "sdendnoteanc",
                                "footnote-anchor", "note-ref", "footnote-reference", "MsoFootnoteReference"});
}

bool says_it_leads_back(pugi::xml_node node) {
    if (has_type(node, "backlink") || has_word(node, "role", "doc-backlink") ||
        has_any_class(node, {"footnote-back", "footnote-backref", "footnoteBackLink", "footnote-return",
                             "reversefootnote", "backlink", "fn-back", "sdfootnotesym", "sdendnotesym"}))
        return true;
    if (has_any_class(node.parent(), {"mw-cite-backlink"}) ||
        has_any_class(node.parent().parent(), {"mw-cite-backlink"}))
        return true;
    std::string const text = short_text(node);
    static constexpr std::string_view arrows[] = {"↩", "↩︎", "↩\uFE0E", "↑", "⏎", "↵", "^", "⮌", "↖", "⤴"};
    return std::find(std::begin(arrows), std::end(arrows), text) != std::end(arrows);
}

bool says_it_is_a_note(pugi::xml_node node) {
    for (char const* type : {"footnote", "endnote", "rearnote", "note"})
        if (has_type(node, type)) return true;
    return has_word(node, "role", "doc-footnote") || has_word(node, "role", "doc-endnote");
}

bool says_it_holds_notes(pugi::xml_node node) {
    for (char const* type : {"footnotes", "endnotes", "rearnotes"})
        if (has_type(node, type)) return true;
    return has_word(node, "role", "doc-endnotes") ||
           has_any_class(node, {"footnotes", "endnotes", "references", "notes"});
}

class NoteFinder {
  public:
    NoteFinder(Pages& pages, manuscript::Imported& result) : pages_(pages), result_(result) {}

    void run() {
        for (Page const& page : pages_.all) collect(page);
        for (Call& call : calls_) accept(call);
        for (Call const& call : calls_)
            if (call.accepted) place(call);
        find_bodies();
        for (std::size_t i = 0; i < pages_.notes.size(); ++i) find_marks(static_cast<std::uint32_t>(i));
        for (NoteFound const& note : pages_.notes)
            for (pugi::xml_node const body : note.bodies) clean_around(body);
        result_.counts.notes = pages_.notes.size();
    }

  private:
    struct Call {
        Page const* page = nullptr;
        pugi::xml_node link, target;
        std::string mark;
        bool said = false, accepted = false;
    };

    void collect(Page const& page) {
        for (pugi::xml_node node = page.body; node;) {
            Part const part = pages_.facts(node).part;
            if (is_any(node, {"a"}) && part == Part::text) {
                std::string_view const address = attribute(node, "href");
                pugi::xml_node const target = address.empty() ? pugi::xml_node() : target_of(pages_, page, address);
                bool const said = says_it_is_a_call(node) || is_raised_reference(node);
                if (target && !says_it_leads_back(node))
                    calls_.push_back({&page, node, target, bare_mark(short_text(node)), said});
                if (!target && said && address.find('#') != std::string_view::npos) tell_missing(node);
            }
            bool const passed = part == Part::hidden || part == Part::dropped;
            node = passed ? next_beyond(node, page.body) : next_node(node, page.body);
        }
    }

    static bool is_raised_reference(pugi::xml_node node) {
        return has_any_class(node.parent(), {"reference", "footnote-ref", "footnote", "fn"}) &&
               is_any(node.parent(), {"sup"});
    }

    void tell_missing(pugi::xml_node link) {
        Decision decision;
        decision.code = DecisionCode::call_without_note;
        decision.choice = fmt::format("kept the mark “{}” as text", short_text(link));
        decision.reason = "its note is not there";
        decision.confidence = 0.7;
        result_.decisions.push_back(std::move(decision));
    }

    // -- which links are calls --

    void accept(Call& call) {
        std::string_view const id = target_id(call);
        if (!call.said) {
            if (names_a_way_back(id)) return;
            if (!is_mark(call.mark)) return;
            bool const raised = is_raised(call.link);
            bool const bracketed = short_text(call.link).starts_with('[') || is_sign(call.mark);
            if (!raised && !bracketed && !names_a_note(id)) return;
            // A link within what another call leads to is that note's own way back.
            if (target_is_call(call.target)) return;
        }
        // Where its end tag is missing, the whole text would be the mark.
        if (!is_small(call.link)) return;
        if (is_within(call.link, call.target) && call.link != call.target) return;
        call.accepted = true;
        accepted_.insert(call.link.hash_value());
    }

    [[nodiscard]] std::string_view target_id(Call const& call) const {
        std::string_view const address = attribute(call.link, "href");
        return address.substr(std::min(address.find('#') + 1, address.size()));
    }

    static bool is_raised(pugi::xml_node node) {
        if (is_any(node.parent(), {"sup"}) || find_element(node, "sup")) return true;
        return is_any(node.parent(), {"span"}) && is_any(node.parent().parent(), {"sup"});
    }

    // The target is a call that was accepted before, stands in one, or holds one and nothing else.
    [[nodiscard]] bool target_is_call(pugi::xml_node target) const {
        for (pugi::xml_node node = target; node && !is_block(node); node = node.parent())
            if (accepted_.contains(node.hash_value())) return true;
        if (is_block(target)) return false;
        for (pugi::xml_node node = target; node; node = next_node(node, target))
            if (accepted_.contains(node.hash_value())) return true;
        // `<a name="r1"></a><a href="#n1">1</a>`
        pugi::xml_node const next = next_element(target);
        return !target.first_child() && accepted_.contains(next.hash_value());
    }

    // -- where their notes are --

    void place(Call const& call) {
        auto const [at, fresh] = by_target_.emplace(call.target.hash_value(), pages_.notes.size());
        if (fresh) {
            pugi::xml_node const body = body_of(call.target);
            // Two ids of one body (a paragraph and the anchor in it) are one note.
            auto const [of_body, first] = by_body_.emplace(body.hash_value(), pages_.notes.size());
            at->second = of_body->second;
            if (first) {
                pages_.notes.push_back({call.mark, {body}, 0});
            }
        }
        ++pages_.notes[at->second].calls;
        ++result_.counts.calls;
        pugi::xml_node mark = call.link;
        // Brackets and raised letters around the link belong to the mark.
        while (is_any(mark.parent(), {"sup", "span", "small"}) && bare_mark(short_text(mark.parent())) == call.mark)
            mark = mark.parent();
        Facts& facts = pages_.change(mark);
        facts.part = Part::call;
        facts.note = static_cast<std::uint32_t>(at->second);
    }

    pugi::xml_node body_of(pugi::xml_node target) const {
        pugi::xml_node node = target;
        while (node && !is_block(node) && !says_it_is_a_note(node)) node = node.parent();
        if (says_it_is_a_note(node)) return node;
        pugi::xml_node const parent = node.parent();
        bool const first = !previous_element(node);
        if (says_it_is_a_note(parent) && first) return parent;
        if (is_any(node, {"p"}) && first && is_any(parent, {"li", "aside", "td", "dd"})) node = parent;
        if (is_any(node, {"p"}) && first && is_any(parent, {"div"}) && is_note_box(parent)) node = parent;
        if (is_any(node, {"td", "th"})) node = node.parent();
        return node;
    }

    static bool is_note_box(pugi::xml_node node) {
        return names_a_note(attribute(node, "id")) || has_any_class(node, {"footnote", "endnote", "note", "fn"});
    }

    // Notes that hold other notes are none: a link to their list. What follows a body and is nobody else's belongs to it.
    void find_bodies() {
        std::unordered_map<std::size_t, bool> is_body;
        for (NoteFound const& note : pages_.notes) is_body[note.bodies.front().hash_value()] = true;
        for (NoteFound& note : pages_.notes) {
            pugi::xml_node const body = note.bodies.front();
            bool const too_much =
                is_any(body, {"body", "html", "article", "main", "table", "ul", "ol", "dl"}) || is_heading(body);
            bool holds_others = false;
            if (pages_.facts(body).holds_blocks)
                for (pugi::xml_node node = next_node(body, body); node && !holds_others; node = next_node(node, body))
                    holds_others = is_body.contains(node.hash_value());
            if (!body || too_much || holds_others) {
                note.bodies.clear();
                continue;
            }
            for (pugi::xml_node next = next_element(body); continues(body, next, is_body); next = next_element(next))
                note.bodies.push_back(next);
        }
        drop_empty();
        for (std::size_t i = 0; i < pages_.notes.size(); ++i)
            for (pugi::xml_node const body : pages_.notes[i].bodies) {
                pages_.change(body).part = Part::note;
                pages_.change(body).note = static_cast<std::uint32_t>(i);
            }
    }

    bool continues(pugi::xml_node body, pugi::xml_node next,
                   std::unordered_map<std::size_t, bool> const& is_body) const {
        if (!next || is_body.contains(next.hash_value()) || pages_.facts(next).part != Part::text) return false;
        if (is_any(body, {"dt"})) return is_any(next, {"dd"});
        std::string_view const classes = attribute(body, "class");
        bool const noteish = lower(classes).find("note") != std::string::npos;
        return is_any(body, {"p"}) && is_any(next, {"p"}) && noteish && classes == attribute(next, "class");
    }

    // Notes without a body are calls of nothing: their marks stay as links.
    void drop_empty() {
        std::vector<std::uint32_t> place(pages_.notes.size());
        std::vector<NoteFound> kept;
        for (std::size_t i = 0; i < pages_.notes.size(); ++i) {
            place[i] = pages_.notes[i].bodies.empty() ? ~0U : static_cast<std::uint32_t>(kept.size());
            if (!pages_.notes[i].bodies.empty()) kept.push_back(pages_.notes[i]);
        }
        for (Page const& page : pages_.all)
            for (pugi::xml_node node = page.body; node; node = next_node(node, page.body)) {
                if (pages_.facts(node).part != Part::call) continue;
                Facts& facts = pages_.change(node);
                facts.note = place[facts.note];
                if (facts.note != ~0U) continue;
                facts.part = Part::text;
                --result_.counts.calls;
            }
        pages_.notes = std::move(kept);
    }

    // -- the number in front of a note, and the ways back --

    void find_marks(std::uint32_t index) {
        NoteFound const& note = pages_.notes[index];
        for (pugi::xml_node const body : note.bodies) {
            for (pugi::xml_node node = body; node;) {
                bool const link = is_any(node, {"a"}) && pages_.facts(node).part == Part::text;
                bool const back = link && (says_it_leads_back(node) || leads_to_a_call(node));
                if (back) mark(widest(node, body));
                node = back ? next_beyond(node, body) : next_node(node, body);
            }
        }
        pugi::xml_node first = note.bodies.front();
        if (is_any(first, {"dt"})) mark(first);
        // Past anchors without text, and down to the first words.
        for (pugi::xml_node node = first; node; node = next_node(node, first)) {
            if (node.type() == pugi::node_pcdata && !trimmed(node.value()).empty()) return;
            if (pages_.facts(node).part == Part::note_mark) return;
            bool const candidate = is_any(node, {"sup", "span", "a", "b", "strong", "td", "small"});
            if (candidate && pages_.facts(node).part == Part::text && !short_text(node).empty() &&
                bare_mark(short_text(node)) == note.mark) {
                mark(node);
                return;
            }
        }
    }

    [[nodiscard]] bool leads_to_a_call(pugi::xml_node link) const {
        std::string_view const address = attribute(link, "href");
        std::size_t const sign = address.find('#');
        if (sign == std::string_view::npos) return false;
        if (names_a_way_back(address.substr(sign + 1))) return true;
        for (Page const& page : pages_.all) {
            if (!is_within(link, page.body)) continue;
            pugi::xml_node const target = target_of(pages_, page, address);
            return target && target_is_call(target);
        }
        return false;
    }

    // `<sup><a href="#r1">1</a></sup>`: brackets and raising belong to the mark.
    pugi::xml_node widest(pugi::xml_node node, pugi::xml_node body) const {
        while (node.parent() != body && is_any(node.parent(), {"sup", "span", "small", "b", "cite"}) &&
               bare_mark(short_text(node.parent())) == bare_mark(short_text(node)))
            node = node.parent();
        return node;
    }

    void mark(pugi::xml_node node) {
        if (is_small(node)) pages_.change(node).part = Part::note_mark;
    }

    [[nodiscard]] bool is_small(pugi::xml_node node) const {
        constexpr std::size_t longest = 40;
        return short_text(node).size() <= longest && (is_block(node) || !pages_.facts(node).holds_blocks);
    }

    // -- what is left of their list --

    void clean_around(pugi::xml_node body) {
        for (pugi::xml_node list = body.parent(); list && !is_any(list, {"body", "article", "main"});
             list = list.parent()) {
            Facts& facts = pages_.change(list);
            if (facts.part != Part::text || cleaned_.contains(list.hash_value())) return;
            if (refused_.contains(list.hash_value()) || !holds_only_notes(list)) {
                refused_.insert(list.hash_value());
                heading_above(body);
                return;
            }
            cleaned_.insert(list.hash_value());
            for (pugi::xml_node each : list.children())
                if (is_heading(each) || is_label(each)) drop_heading(each);
            body = list;
        }
        heading_above(body);
    }

    static bool is_label(pugi::xml_node node) {
        constexpr std::size_t longest = 40;
        return is_any(node, {"p", "div", "header", "summary", "dt"}) && says_it_holds_notes(node.parent()) &&
               short_text(node).size() < longest;
    }
    [[nodiscard]] bool holds_only_notes(pugi::xml_node list) const {
        for (pugi::xml_node each : list.children()) {
            if (!is_element(each)) {
                if (each.type() == pugi::node_pcdata && !trimmed(each.value()).empty()) return false;
                continue;
            }
            Facts const& facts = pages_.facts(each);
            bool const gone = facts.part != Part::text || cleaned_.contains(each.hash_value());
            if (!gone && !is_any(each, {"hr", "br"}) && !is_heading(each) && !is_label(each) &&
                !short_text(each).empty())
                return holds_notes_below(each) && holds_only_notes(each);
        }
        return true;
    }

    [[nodiscard]] bool holds_notes_below(pugi::xml_node root) const {
        if (!is_any(root, {"ol", "ul", "dl", "div", "section", "table", "tbody", "tr"})) return false;
        for (pugi::xml_node node = root; node; node = next_node(node, root))
            if (pages_.facts(node).part == Part::note) return true;
        return false;
    }

    void heading_above(pugi::xml_node list) {
        pugi::xml_node before = previous_element(list);
        while (before && is_any(before, {"hr", "br"})) before = previous_element(before);
        if (!is_heading(before) || pages_.facts(before).part != Part::text || has_words_between(before, list)) return;
        // Further text below the notes would lose its heading.
        pugi::xml_node after = next_element(list);
        while (after && pages_.facts(after).part != Part::text) after = next_element(after);
        if (!after || is_heading(after) || is_any(after, {"hr", "footer", "nav"})) drop_heading(before);
    }

    static bool has_words_between(pugi::xml_node from, pugi::xml_node to) {
        for (pugi::xml_node node = from.next_sibling(); node && node != to; node = node.next_sibling())
            if (node.type() == pugi::node_pcdata && !trimmed(node.value()).empty()) return true;
        return false;
    }

    void drop_heading(pugi::xml_node node) {
        Facts& facts = pages_.change(node);
        if (facts.part != Part::text) return;
        facts.part = Part::dropped;
        facts.name = "heading of the notes";
    }

    Pages& pages_;
    manuscript::Imported& result_;
    std::vector<Call> calls_;
    std::unordered_set<std::size_t> accepted_; // links that are calls
    std::unordered_map<std::size_t, std::size_t> by_target_, by_body_;
    std::unordered_set<std::size_t> cleaned_, refused_; // lists with nothing but notes, and others
};

} // namespace

void find_notes(Pages& pages, manuscript::Imported& result) { NoteFinder(pages, result).run(); }

void name_targets(Pages& pages) {
    std::unordered_set<std::string> taken;
    for (Page const& page : pages.all) {
        for (pugi::xml_node node = page.body; node;) {
            Part const part = pages.facts(node).part;
            bool const passed = part != Part::text && part != Part::note;
            std::string_view const address = attribute(node, "href");
            pugi::xml_node const target =
                passed || address.empty() || !is_any(node, {"a"}) ? pugi::xml_node() : target_of(pages, page, address);
            if (target && pages.facts(target).name.empty()) {
                std::string const id = address.find('#') == std::string_view::npos
                                           ? std::string(address.substr(0, address.find('.')))
                                           : percent_decoded(address.substr(address.find('#') + 1));
                std::string name;
                for (char const letter : id) name += is_digit(letter) || is_letter(letter) ? letter : '-';
                if (name.empty() || is_digit(name.front())) name.insert(0, "place-");
                std::string unique = name;
                for (int count = 2; !taken.insert(unique).second; ++count) unique = fmt::format("{}-{}", name, count);
                pages.change(target).name = unique;
            }
            node = passed ? next_beyond(node, page.body) : next_node(node, page.body);
        }
    }
}

} // namespace quoin::hypertext
