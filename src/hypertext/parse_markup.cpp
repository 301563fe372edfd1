#include "hypertext/characters.hpp"
#include "hypertext/markup.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace quoin::hypertext {

namespace {

using Names = std::initializer_list<std::string_view>;

bool one_of(std::string_view name, Names names) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool is_void(std::string_view name) {
    return one_of(name, {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
                         "source", "track", "wbr"});
}

// Elements that go on in the next paragraph when nobody has closed them.
bool is_formatting(std::string_view name) {
    return one_of(name,
                  {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
}

bool is_cell(std::string_view name) { return one_of(name, {"td", "th", "caption"}); }

bool belongs_to_head(std::string_view name) {
    return one_of(name, {"title", "meta", "link", "base", "style", "script", "noscript", "template"});
}

bool ends_paragraph(std::string_view name) {
    return one_of(name, {"address", "article", "aside",    "blockquote", "center", "details", "dialog", "dir",
                         "div",     "dl",      "fieldset", "figcaption", "figure", "footer",  "form",   "header",
                         "hgroup",  "hr",      "main",     "menu",       "nav",    "ol",      "p",      "pre",
                         "section", "summary", "table",    "ul",         "h1",     "h2",      "h3",     "h4",
                         "h5",      "h6",      "li",       "dt",         "dd"});
}

struct WrittenAttribute {
    std::string name, value;
};

struct Tag {
    std::string name;
    std::vector<WrittenAttribute> attributes;
    bool closed = false; // <br/>
    std::size_t end = 0; // behind '>'
};

class Parser {
  public:
    Parser(std::string_view text, Syntax syntax, pugi::xml_document& to) : text_(text), syntax_(syntax) {
        stack_.push_back(to);
        if (syntax == Syntax::html) {
            html_ = to.append_child("html");
            head_ = html_.append_child("head");
            body_ = html_.append_child("body");
            stack_.back() = body_;
        }
    }

    void run() {
        while (at_ < text_.size()) {
            std::size_t const sign = std::min(text_.find('<', at_), text_.size());
            if (sign > at_) words(text_.substr(at_, sign - at_), true);
            at_ = sign;
            if (at_ < text_.size()) markup();
        }
        flush_text();
    }

  private:
    void markup() {
        char const next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        bool const letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '_';
        if (letter) {
            start_tag();
        } else if (next == '/') {
            end_tag();
        } else if (next == '!') {
            declaration();
        } else if (next == '?') {
            skip_to(">", 1);
        } else {
            words("<", false);
            ++at_;
        }
    }

    // Without its end only the sign itself is passed over: no word may vanish in a comment that nobody has closed.
    bool skip_to(std::string_view end, std::size_t least) {
        std::size_t const found = missing_.contains(end) ? std::string_view::npos : text_.find(end, at_ + least);
        if (found == std::string_view::npos) {
            missing_.insert(std::string(end));
            at_ += least;
            return false;
        }
        at_ = found + end.size();
        return true;
    }

    void declaration() {
        std::string_view const rest = text_.substr(at_);
        if (rest.starts_with("<!--")) {
            if (rest.starts_with("<!-->")) {
                at_ += 5;
            } else {
                skip_to("-->", 4);
            }
        } else if (rest.starts_with("<![CDATA[") && syntax_ != Syntax::html) {
            std::size_t const begin = at_ + 9;
            if (skip_to("]]>", 9)) words(text_.substr(begin, at_ - 3 - begin), false);
        } else if (rest.find('[') < rest.find('>') && !rest.starts_with("<![")) {
            // A document type with definitions of its own; nobody looks at them.
            if (!skip_to("]>", 2)) skip_to(">", 2);
        } else {
            skip_to(">", 2);
        }
    }

    // -- words --

    void words(std::string_view raw, bool with_entities) {
        std::string text;
        if (with_entities) {
            entities_.expand(raw, Entities::Place::text, text);
        } else {
            text = raw;
        }
        if (syntax_ == Syntax::html) {
            bool const blank = std::all_of(text.begin(), text.end(), is_space);
            if (!in_body_ && blank) return;
            in_body_ = true;
            if (!blank) reopen_formatting();
        }
        bool const outside = stack_.size() == 1 && syntax_ != Syntax::html;
        if (outside && std::all_of(text.begin(), text.end(), is_space)) return;
        if (outside) flush_text();
        pending_ += text;
        if (outside) {
            append_text(root(), pending_);
            pending_.clear();
        }
    }

    // Words that nothing parts are one text, whatever was passed over between them.
    void flush_text() {
        append_text(stack_.back(), pending_);
        pending_.clear();
    }

    // A document holds no text outside of its element, but a broken one may.
    pugi::xml_node root() {
        pugi::xml_node const node = stack_.front().last_child();
        return is_element(node) ? node : stack_.front().append_child("body");
    }

    static void append_text(pugi::xml_node to, std::string const& text) {
        if (text.empty()) return;
        to.append_child(pugi::node_pcdata).set_value(text.c_str());
    }

    // -- tags --

    static std::string tag_name(std::string_view text) {
        std::size_t end = 0;
        while (end < text.size() && !is_space(text[end]) && text[end] != '>' && text[end] != '/') ++end;
        constexpr std::size_t longest = 60;
        return std::string(text.substr(0, std::min(end, longest)));
    }

    // False when the tag has no end: then it is words.
    bool read_tag(Tag& tag) {
        std::size_t at = at_ + 1;
        while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>' && text_[at] != '/') ++at;
        tag.name = tag_name(text_.substr(at_ + 1, at - at_ - 1));
        bool const in_drawing = drawings_ > 0;
        if (syntax_ == Syntax::html && !in_drawing) tag.name = lower(tag.name);
        while (at < text_.size() && text_[at] != '>') {
            if (is_space(text_[at]) || text_[at] == '/') {
                tag.closed = text_[at] == '/';
                ++at;
                continue;
            }
            if (text_[at] == '<') break; // the end was forgotten
            tag.closed = false;
            at = read_attribute(at, tag);
        }
        if (at >= text_.size()) return false;
        tag.end = text_[at] == '>' ? at + 1 : at;
        return true;
    }

    std::size_t read_attribute(std::size_t at, Tag& tag) {
        std::size_t const begin = at;
        while (at < text_.size() && !is_space(text_[at]) && text_[at] != '=' && text_[at] != '>' && text_[at] != '/')
            ++at;
        if (at == begin) ++at; // a stray '='
        WrittenAttribute attribute{std::string(text_.substr(begin, at - begin)), {}};
        std::size_t after = at;
        while (after < text_.size() && is_space(text_[after])) ++after;
        if (after < text_.size() && text_[after] == '=') {
            at = after + 1;
            while (at < text_.size() && is_space(text_[at])) ++at;
            char const quote = at < text_.size() && (text_[at] == '"' || text_[at] == '\'') ? text_[at] : '\0';
            std::size_t const first = quote != '\0' ? at + 1 : at;
            std::size_t end = first;
            if (quote != '\0') {
                end = std::min(text_.find(quote, first), text_.size());
            } else {
                while (end < text_.size() && !is_space(text_[end]) && text_[end] != '>') ++end;
            }
            entities_.expand(text_.substr(first, end - first), Entities::Place::attribute, attribute.value);
            at = end + (quote != '\0' ? 1 : 0);
        }
        if (syntax_ == Syntax::html && drawings_ == 0) attribute.name = lower(attribute.name);
        constexpr std::size_t most = 60; // no page has more on one element that anybody reads
        bool const known = std::any_of(tag.attributes.begin(), tag.attributes.end(),
                                       [&](WrittenAttribute const& it) { return it.name == attribute.name; });
        if (!known && tag.attributes.size() < most) tag.attributes.push_back(std::move(attribute));
        return at;
    }

    void start_tag() {
        Tag tag;
        if (no_more_tags_ || !read_tag(tag)) {
            no_more_tags_ = true; // the text ends within it; looking again would take quadratic time
            words("<", false);
            ++at_;
            return;
        }
        at_ = tag.end;
        if (syntax_ == Syntax::html && drawings_ == 0) {
            open_html(tag);
        } else {
            open(tag);
        }
    }

    void open_html(Tag& tag) {
        if (tag.name == "html") return merge(html_, tag);
        if (tag.name == "head") return;
        if (tag.name == "body") {
            in_body_ = true;
            return merge(body_, tag);
        }
        if (tag.name == "image") tag.name = "img";
        bool const in_head = (!in_body_ && belongs_to_head(tag.name)) || tag.name == "title";
        if (in_head) return open_in_head(tag);
        in_body_ = true;
        close_implied(tag.name);
        if (is_formatting(tag.name)) {
            if (tag.name == "a") close("a");
            reopen_formatting();
            pugi::xml_node const node = open(tag);
            constexpr std::size_t most = 8;
            if (formatting_.size() < most && node == stack_.back()) formatting_.push_back(node);
            return;
        }
        if (ends_paragraph(tag.name) || one_of(tag.name, {"tr", "td", "th", "tbody", "thead", "tfoot", "caption"})) {
            leave_formatting();
        } else {
            reopen_formatting();
        }
        pugi::xml_node const node = open(tag);
        if (is_cell(tag.name) && node == stack_.back()) formatting_.emplace_back(); // a cell begins plain
    }

    static void merge(pugi::xml_node node, Tag const& tag) {
        for (WrittenAttribute const& each : tag.attributes)
            if (!node.attribute(each.name.c_str())) node.append_attribute(each.name.c_str()) = each.value.c_str();
    }

    void open_in_head(Tag const& tag) {
        flush_text();
        stack_.push_back(head_);
        bool const raw = holds_raw_text(tag.name);
        open(tag);
        // Nothing else stays open in the head.
        if (!raw && stack_.back() != head_ && !is_void(tag.name)) {
            head_element_ = stack_.back();
            stack_.pop_back();
            stack_.pop_back();
            if (tag.name == "noscript" || tag.name == "template") stack_.push_back(head_element_);
            return;
        }
        stack_.pop_back();
    }

    static bool holds_raw_text(std::string_view name) {
        return one_of(name, {"script", "style", "title", "textarea", "iframe", "noembed", "xmp"});
    }

    pugi::xml_node open(Tag const& tag) {
        flush_text();
        pugi::xml_node const node = stack_.back().append_child(tag.name.c_str());
        merge(node, tag);
        bool const markup = syntax_ != Syntax::xml;
        bool const closes = tag.closed && (syntax_ != Syntax::html || drawings_ > 0);
        if (closes || (markup && is_void(tag.name))) return node;
        if (syntax_ == Syntax::html && drawings_ == 0 && holds_raw_text(tag.name) && raw_text(tag.name, node))
            return node;
        if (syntax_ == Syntax::xhtml && one_of(tag.name, {"script", "style"}) && raw_text(tag.name, node)) return node;
        if (stack_.size() >= deepest_nesting) return node;
        stack_.push_back(node);
        if (markup && tag.name == "svg") ++drawings_;
        return node;
    }

    // The content of an element in which '<' means nothing, up to its end tag. False when it has none.
    bool raw_text(std::string const& name, pugi::xml_node node) {
        std::string const end = "</" + name;
        if (missing_.contains(end)) return false;
        for (std::size_t at = text_.find("</", at_); at != std::string_view::npos; at = text_.find("</", at + 2)) {
            if (lower(text_.substr(at, end.size())) != end) continue;
            std::string content;
            if (name == "title" || name == "textarea") {
                entities_.expand(text_.substr(at_, at - at_), Entities::Place::text, content);
            } else {
                content = text_.substr(at_, at - at_);
            }
            append_text(node, content);
            at_ = std::min(text_.find('>', at), text_.size() - 1) + 1;
            return true;
        }
        missing_.insert(end);
        return false;
    }

    void end_tag() {
        std::size_t const end = text_.find('>', at_);
        if (end == std::string_view::npos) {
            at_ += 2;
            return;
        }
        std::string name = tag_name(text_.substr(at_ + 2, end - at_ - 2));
        at_ = end + 1;
        if (syntax_ != Syntax::html) {
            close(name);
            return;
        }
        if (drawings_ == 0 || lower(name) == "svg") name = lower(name);
        if (name == "br") {
            flush_text();
            stack_.back().append_child("br");
        } else if (!one_of(name, {"html", "head", "body"})) {
            close(name);
        }
    }

    // -- the stack --

    void pop() {
        flush_text();
        pugi::xml_node const node = stack_.back();
        stack_.pop_back();
        std::string_view const name = node.name();
        if (name == "svg" && drawings_ > 0) --drawings_;
        if (syntax_ != Syntax::html || !is_cell(name)) return;
        while (!formatting_.empty()) {
            bool const marker = !formatting_.back();
            formatting_.pop_back();
            if (marker) break;
        }
    }

    // Closes the nearest open element of this name, but nothing outside of the cell it stands in.
    void close(std::string_view name) {
        bool const formatting = syntax_ == Syntax::html && is_formatting(name);
        if (formatting) forget_formatting(name);
        bool const inner =
            syntax_ == Syntax::html && !one_of(name, {"table", "tr", "tbody", "thead", "tfoot", "td", "th", "caption"});
        for (std::size_t i = stack_.size(); i-- > 1;) {
            std::string_view const open = stack_[i].name();
            if (open == name) {
                while (stack_.size() > i) pop();
                return;
            }
            if (inner && (is_cell(open) || open == "table")) return;
            // An inline element does not end the block around it: </span> in a list's item belongs to nothing there.
            if (inner && !ends_paragraph(name) && ends_paragraph(open)) return;
        }
    }

    void forget_formatting(std::string_view name) {
        for (std::size_t i = formatting_.size(); i-- > 0;) {
            if (!formatting_[i]) return;
            if (name != formatting_[i].name()) continue;
            formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }

    // A block begins: what is stressed around it goes on inside of it (lazily, with its first words).
    void leave_formatting() {
        while (stack_.size() > 1 && is_formatting(stack_.back().name())) pop();
    }

    void reopen_formatting() {
        std::size_t from = formatting_.size();
        while (from > 0 && formatting_[from - 1]) --from;
        for (; from < formatting_.size(); ++from) {
            pugi::xml_node const old = formatting_[from];
            if (std::find(stack_.begin(), stack_.end(), old) != stack_.end()) continue;
            if (stack_.size() >= deepest_nesting) return;
            flush_text();
            pugi::xml_node node = stack_.back().append_child(old.name());
            for (pugi::xml_attribute const each : old.attributes())
                if (std::string_view(each.name()) != "id" && std::string_view(each.name()) != "name")
                    node.append_attribute(each.name()) = each.value();
            stack_.push_back(node);
            formatting_[from] = node;
        }
    }

    void close_up_to(Names names, Names barriers) {
        for (std::size_t i = stack_.size(); i-- > 1;) {
            std::string_view const open = stack_[i].name();
            if (one_of(open, names)) {
                while (stack_.size() > i) pop();
                return;
            }
            if (one_of(open, barriers)) return;
        }
    }

    // End tags that HTML lets authors leave out (section 13.1.2.4).
    void close_implied(std::string_view name) {
        if (ends_paragraph(name))
            close_up_to({"p"},
                        {"table", "td", "th", "caption", "button", "object", "li", "dd", "dt", "div", "blockquote"});
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
            close_up_to({"h1", "h2", "h3", "h4", "h5", "h6"}, {"div", "section", "td", "th", "li", "table", "header"});
        if (name == "li") close_up_to({"li"}, {"ul", "ol", "menu", "dir", "table", "td", "th", "blockquote"});
        if (name == "dt" || name == "dd") close_up_to({"dt", "dd"}, {"dl", "table", "td", "th", "blockquote"});
        if (name == "td" || name == "th") close_up_to({"td", "th"}, {"tr", "table"});
        if (name == "tr") close_up_to({"tr", "caption"}, {"table", "tbody", "thead", "tfoot"});
        if (one_of(name, {"tbody", "thead", "tfoot", "colgroup"}))
            close_up_to({"tbody", "thead", "tfoot", "caption", "colgroup"}, {"table"});
        if (name == "option" || name == "optgroup") close_up_to({"option"}, {"select"});
        if (name == "rt" || name == "rp") close_up_to({"rt", "rp"}, {"ruby"});
    }

    std::string_view text_;
    Syntax syntax_;
    std::size_t at_ = 0;
    std::string pending_; // words at the end of the innermost open element
    Entities entities_;
    pugi::xml_node html_, head_, body_, head_element_;
    std::vector<pugi::xml_node> stack_;          // open elements; the first is never closed
    std::vector<pugi::xml_node> formatting_;     // stress that nobody has closed; an empty node for each open cell
    std::set<std::string, std::less<>> missing_; // ends that do not occur any more
    bool in_body_ = false, no_more_tags_ = false;
    int drawings_ = 0; // open svg elements: their names keep their case
};

} // namespace

void parse_markup(std::string_view text, Syntax syntax, pugi::xml_document& to) { Parser(text, syntax, to).run(); }

} // namespace quoin::hypertext
