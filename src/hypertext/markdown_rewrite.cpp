#include "hypertext/markdown_rewrite.hpp"

#include "base/xml_text.hpp"
#include "hypertext/characters.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <vector>

namespace quoin::hypertext {

namespace {

// {#id .class key="value"} as attributes of HTML; `size` and the like become data that nobody reads.
std::string html_attributes(std::string_view braces) {
    std::string id, classes, others;
    std::string_view const inner =
        braces.starts_with('{') ? braces.substr(1, braces.size() - (braces.ends_with('}') ? 2 : 1)) : braces;
    for (std::size_t at = 0; at < inner.size();) {
        while (at < inner.size() && (is_space(inner[at]) || inner[at] == ':')) ++at;
        std::size_t end = at;
        char quote = '\0';
        for (; end < inner.size() && (quote != '\0' || !is_space(inner[end])); ++end) {
            if (inner[end] == '"') quote = quote == '"' ? '\0' : '"';
        }
        std::string_view const one = inner.substr(at, end - at);
        at = end;
        std::size_t const sign = one.find('=');
        if (one.starts_with('#')) {
            id = one.substr(1);
        } else if (one.starts_with('.')) {
            classes += (classes.empty() ? "" : " ") + std::string(one.substr(1));
        } else if (sign != std::string_view::npos) {
            std::string_view value = one.substr(sign + 1);
            if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
            std::string const key = lower(one.substr(0, sign));
            bool const known = key == "lang" || key == "dir" || key == "title";
            others += fmt::format(" {}{}=\"{}\"", known ? "" : "data-", key, escape_xml(value));
        }
    }
    if (!id.empty()) others += fmt::format(" id=\"{}\"", escape_xml(id));
    if (!classes.empty()) others += fmt::format(" class=\"{}\"", escape_xml(classes));
    return others;
}

std::string left_out(std::string_view name, std::string_view text) {
    return fmt::format("<x-left-out name=\"{}\">{}</x-left-out>", name, escape_xml(text));
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

class Rewriter {
  public:
    explicit Rewriter(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const end = std::min(text.find('\n', at), text.size());
            lines_.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    Rewritten run() {
        for (at_ = 0; at_ < lines_.size();) {
            if (!block()) line(lines_[at_++]);
        }
        for (; divisions_ > 0; --divisions_) out_.text += "\n</div>\n";
        out_.text += notes_;
        return std::move(out_);
    }

  private:
    void put(std::string_view line) {
        out_.text += line;
        out_.text += '\n';
    }

    // -- whole lines --

    bool block() {
        std::string_view const line = lines_[at_];
        std::string_view const content = trimmed(line);
        return code(line, content) || division(content) || contents_mark(content) || kramdown(content) ||
               callout(line) || admonition(line, content) || line_block(line) || definitions(line) || lettered(line);
    }

    bool code(std::string_view line, std::string_view content) {
        if (indent_of(line) >= 4 && (at_ == 0 || trimmed(lines_[at_ - 1]).empty()) && !in_list_) {
            put(line);
            ++at_;
            return true;
        }
        bool const fence = content.starts_with("```") || content.starts_with("~~~");
        if (!fence) return false;
        std::string_view const mark =
            content.substr(0, std::min(content.find_first_not_of(content[0]), content.size()));
        put(line);
        for (++at_; at_ < lines_.size(); ++at_) {
            put(lines_[at_]);
            std::string_view const end = trimmed(lines_[at_]);
            if (end.starts_with(mark) && end.find_first_not_of(mark[0]) == std::string_view::npos) break;
        }
        at_ = std::min(at_ + 1, lines_.size());
        return true;
    }

    bool division(std::string_view content) {
        if (!content.starts_with(":::")) return false;
        std::string_view rest = trimmed(content.substr(std::min(content.find_first_not_of(':'), content.size())));
        while (rest.ends_with(':')) rest.remove_suffix(1);
        if (rest.empty()) {
            if (divisions_ > 0) put("\n</div>\n");
            divisions_ -= divisions_ > 0 ? 1 : 0;
        } else {
            ++divisions_;
            std::string const attributes =
                rest.starts_with('{') ? html_attributes(rest)
                                      : html_attributes(fmt::format("{{.{}}}", rest.substr(0, rest.find(' '))));
            put(fmt::format("\n<div{}>\n", attributes));
        }
        ++at_;
        return true;
    }

    bool contents_mark(std::string_view content) {
        std::string const mark = lower(content);
        bool const contents = mark == "[toc]" || mark == "[[toc]]" || mark == "[[_toc_]]" || mark == "{{toc}}" ||
                              mark == "{:toc}" || mark == "{{< toc >}}";
        bool const page =
            mark == "\\newpage" || mark == "\\pagebreak" || mark == "\\clearpage" || mark == "\\tableofcontents";
        if (!contents && !page) return false;
        put(fmt::format("\n<p>{}</p>\n", left_out(contents ? "contents mark" : "page break", content)));
        ++at_;
        return true;
    }

    bool kramdown(std::string_view content) {
        if (!content.starts_with("{:") || !content.ends_with('}')) return false;
        ++out_.counts["attribute of a block"];
        ++at_;
        return true;
    }

    // > [!NOTE] Title
    bool callout(std::string_view line) {
        std::string_view content = trimmed(line);
        if (!content.starts_with('>')) return false;
        content = trimmed(content.substr(1));
        std::size_t const end = content.find(']');
        if (!content.starts_with("[!") || end == std::string_view::npos) return false;
        std::string_view const kind = content.substr(0, end + 1);
        std::string_view title = content.substr(end + 1);
        if (title.starts_with('-') || title.starts_with('+')) title.remove_prefix(1);
        title = trimmed(title);
        std::string const mark = left_out("kind of a callout", kind);
        put("\n<aside>\n");
        put(fmt::format("<p{}>{} {}</p>\n", title.empty() ? "" : " class=\"insert-title\"", mark, escape_xml(title)));
        put("");
        for (++at_; at_ < lines_.size() && trimmed(lines_[at_]).starts_with('>'); ++at_) {
            std::string_view inner = trimmed(lines_[at_]).substr(1);
            if (inner.starts_with(' ')) inner.remove_prefix(1);
            this->line(inner);
        }
        put("\n</aside>\n");
        return true;
    }

    // !!! note "Title", and what is indented below
    bool admonition(std::string_view line, std::string_view content) {
        bool const begins = (line.starts_with("!!! ") || line.starts_with("??? ") || line.starts_with("???+ "));
        if (!begins) return false;
        std::size_t const quote = std::min(content.find('"'), content.size());
        std::string_view title = content.substr(std::min(quote + 1, content.size()));
        if (title.ends_with('"')) title.remove_suffix(1);
        std::string const mark = left_out("kind of a callout", trimmed(content.substr(0, quote)));
        put("\n<aside>\n");
        put(fmt::format("<p{}>{} {}</p>\n", title.empty() ? "" : " class=\"insert-title\"", mark, escape_xml(title)));
        for (++at_; at_ < lines_.size() && (trimmed(lines_[at_]).empty() || indent_of(lines_[at_]) >= 4); ++at_)
            this->line(trimmed(lines_[at_]).empty() ? "" : lines_[at_].substr(4));
        put("\n</aside>\n");
        return true;
    }

    // | Lines of verse
    bool line_block(std::string_view line) {
        auto const fits = [&](std::size_t at) {
            return at < lines_.size() && (lines_[at].starts_with("| ") || lines_[at] == "|") &&
                   lines_[at].find('|', 1) == std::string_view::npos;
        };
        if (!line.starts_with("| ") || !fits(at_)) return false;
        put("\n<div class=\"verse\"><p>");
        for (; fits(at_); ++at_) {
            std::string_view const verse = lines_[at_].size() > 2 ? lines_[at_].substr(2) : "";
            std::string indent;
            for (std::size_t i = 0; i < indent_of(verse); ++i) indent += "&#160;";
            if (trimmed(verse).empty()) {
                put("</p><p>");
            } else {
                put(indent + inline_html(trimmed(verse)) + "<br>");
            }
        }
        put("</p></div>\n");
        return true;
    }

    // A term, and `: ` below it
    bool definitions(std::string_view line) {
        auto const is_meaning = [&](std::size_t at) {
            return at < lines_.size() && indent_of(lines_[at]) < 4 &&
                   (trimmed(lines_[at]).starts_with(": ") || trimmed(lines_[at]).starts_with(":\t") ||
                    trimmed(lines_[at]).starts_with("~ "));
        };
        bool const term = !trimmed(line).empty() && indent_of(line) == 0 && !is_meaning(at_) && line[0] != '#' &&
                          line[0] != '>' && line[0] != '|';
        std::size_t first = at_ + 1;
        if (first < lines_.size() && trimmed(lines_[first]).empty()) ++first;
        if (!term || !is_meaning(first)) return false;
        put("\n<dl>");
        put(fmt::format("<dt>{}</dt>", inline_html(line)));
        at_ = first;
        while (is_meaning(at_)) {
            put("<dd>\n");
            this->line(trimmed(trimmed(lines_[at_]).substr(1)));
            for (++at_; at_ < lines_.size(); ++at_) {
                bool const blank = trimmed(lines_[at_]).empty();
                bool const next_in =
                    at_ + 1 < lines_.size() && indent_of(lines_[at_ + 1]) >= 2 && !trimmed(lines_[at_ + 1]).empty();
                if (is_meaning(at_) || (blank && !next_in) || (!blank && indent_of(lines_[at_]) < 2)) break;
                this->line(trimmed(lines_[at_]));
            }
            put("\n</dd>");
            if (at_ + 1 < lines_.size() && trimmed(lines_[at_]).empty() && is_meaning(at_ + 1)) ++at_;
        }
        put("</dl>\n");
        return true;
    }

    // a) and (iv), which CommonMark does not count with
    bool lettered(std::string_view line) {
        auto const marker = [](std::string_view text) -> std::string_view {
            std::size_t const space = text.find(' ');
            if (space == std::string_view::npos || space < 2 || space > 7) return {};
            std::string_view const mark = text.substr(0, space);
            bool const closed =
                mark.back() == ')' || (mark.back() == '.' && mark.size() == 2 && !(mark[0] >= 'A' && mark[0] <= 'Z'));
            std::string_view const inner =
                mark.substr(mark.front() == '(' ? 1 : 0, mark.size() - (mark.front() == '(' ? 2 : 1));
            bool const letters = !inner.empty() && std::all_of(inner.begin(), inner.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            });
            return closed && letters && value_of_marker(inner) > 0 && (inner.size() == 1 || value_of_marker(inner) < 40)
                       ? mark
                       : std::string_view();
        };
        bool const starts = at_ == 0 || trimmed(lines_[at_ - 1]).empty();
        if (!starts || indent_of(line) > 0 || marker(line).empty()) return false;
        put("\n<ol class=\"literal\">");
        while (at_ < lines_.size() && !marker(lines_[at_]).empty()) {
            std::string_view const mark = marker(lines_[at_]);
            std::string text(lines_[at_].substr(mark.size()));
            for (++at_; at_ < lines_.size() && !trimmed(lines_[at_]).empty() && marker(lines_[at_]).empty(); ++at_)
                text += " " + std::string(trimmed(lines_[at_]));
            put(fmt::format("<li><span class=\"marker\">{}</span> {}</li>", mark, inline_html(trimmed(text))));
            bool const gap =
                at_ + 1 < lines_.size() && trimmed(lines_[at_]).empty() && !marker(lines_[at_ + 1]).empty();
            if (gap) ++at_;
        }
        put("</ol>\n");
        return true;
    }

    // -- within a line --

    std::string inline_html(std::string_view line) {
        std::string html = markdown_to_html(rewritten(line));
        html = std::string(trimmed(html));
        if (html.starts_with("<p>") && html.ends_with("</p>") && html.find("<p>", 3) == std::string::npos)
            html = html.substr(3, html.size() - 7);
        std::replace(html.begin(), html.end(), '\n', ' ');
        return html;
    }

    void line(std::string_view line) {
        std::string_view const content = trimmed(line);
        if (!content.empty())
            in_list_ = content.starts_with("- ") || content.starts_with("* ") || content.starts_with("+ ") ||
                       content.starts_with("[^") ||
                       (content[0] >= '0' && content[0] <= '9' && content.find_first_of(".)") < 5) ||
                       (in_list_ && indent_of(line) > 0);
        put(heading(line));
    }

    // ## A heading {#id .class}
    std::string heading(std::string_view line) {
        std::string_view const content = trimmed(line);
        std::size_t const braces = content.rfind('{');
        bool const attributed =
            content.starts_with('#') && content.ends_with('}') && braces != std::string_view::npos && braces > 1 &&
            (content[braces + 1] == '#' || content[braces + 1] == '.' || content[braces + 1] == '-');
        if (!attributed) return rewritten(line);
        std::size_t const level = std::min<std::size_t>(std::min(content.find_first_not_of('#'), content.size()), 6);
        std::string_view words = trimmed(content.substr(level, braces - level));
        while (words.ends_with('#')) words.remove_suffix(1);
        return fmt::format("\n<h{0}{1}>{2}</h{0}>\n", level, html_attributes(content.substr(braces)),
                           inline_html(trimmed(words)));
    }

    std::string rewritten(std::string_view line) {
        std::string to;
        for (std::size_t at = 0; at < line.size();) {
            std::size_t const length = piece(line, at, to);
            if (length == 0) to += line[at];
            at += std::max<std::size_t>(length, 1);
        }
        return to;
    }

    // Rewrites what begins here; its length, or 0 when it is nothing of ours.
    std::size_t piece(std::string_view line, std::size_t at, std::string& to) {
        std::string_view const rest = line.substr(at);
        switch (rest[0]) {
        case '\\': to += rest.substr(0, 2); return std::min<std::size_t>(rest.size(), 2);
        case '`': return code_span(rest, to);
        case '[': return rest.starts_with("[[") ? wiki_link(rest, to) : span(rest, to);
        case '!': return rest.starts_with("![[") ? embedded(rest, to) : 0;
        case '=': return enclosed(rest, "==", "mark", to);
        case '^': return rest.starts_with("^[") ? note(rest, to) : letters(rest, '^', "sup", to);
        case '~':
            return rest.starts_with("~~") ? copy(rest, std::min(rest.find_first_not_of('~'), rest.size()), to)
                                          : letters(rest, '~', "sub", to);
        case '{': return braces(line, at, to);
        case '%': return comment(rest);
        default: return 0;
        }
    }

    static std::size_t copy(std::string_view rest, std::size_t length, std::string& to) {
        to += rest.substr(0, length);
        return length;
    }

    static std::size_t code_span(std::string_view rest, std::string& to) {
        std::size_t const ticks = std::min(rest.find_first_not_of('`'), rest.size());
        std::size_t const end = rest.find(rest.substr(0, ticks), ticks);
        return copy(rest, end == std::string_view::npos ? ticks : end + ticks, to);
    }

    std::size_t wiki_link(std::string_view rest, std::string& to) {
        std::size_t const end = rest.find("]]");
        if (end == std::string_view::npos) return 0;
        std::string_view const inner = rest.substr(2, end - 2);
        std::size_t const bar = inner.find('|');
        to += bar == std::string_view::npos ? inner : inner.substr(bar + 1);
        ++out_.counts["link to another page of a wiki"];
        return end + 2;
    }

    std::size_t embedded(std::string_view rest, std::string& to) {
        std::size_t const end = rest.find("]]");
        if (end == std::string_view::npos) return 0;
        std::string_view const inner = rest.substr(3, end - 3);
        std::size_t const bar = inner.find('|');
        std::string_view const label = bar == std::string_view::npos ? "" : inner.substr(bar + 1);
        bool const width = label.find_first_not_of("0123456789x") == std::string_view::npos;
        to += fmt::format("<img src=\"{}\" alt=\"{}\">", escape_xml(inner.substr(0, bar)),
                          width ? "" : escape_xml(label));
        return end + 2;
    }

    // [words]{.class}
    std::size_t span(std::string_view rest, std::string& to) {
        std::size_t depth = 0, end = 0;
        constexpr std::size_t longest = 4000;
        for (std::size_t i = 0; i < std::min(rest.size(), longest); ++i) {
            if (rest[i] == '\\')
                ++i;
            else if (rest[i] == '[')
                ++depth;
            else if (rest[i] == ']' && --depth == 0) {
                end = i;
                break;
            }
        }
        if (end == 0 || end + 2 >= rest.size() || rest[end + 1] != '{') return 0;
        std::size_t const close = rest.find('}', end);
        if (close == std::string_view::npos) return 0;
        to += fmt::format("<span{}>{}</span>", html_attributes(rest.substr(end + 1, close - end)),
                          rewritten(rest.substr(1, end - 1)));
        return close + 1;
    }

    std::size_t enclosed(std::string_view rest, std::string_view mark, char const* tag, std::string& to) {
        std::size_t const end = rest.find(mark, mark.size());
        bool const fits = rest.starts_with(mark) && rest.size() > mark.size() && !is_space(rest[mark.size()]) &&
                          rest[mark.size()] != mark[0] && end != std::string_view::npos && !is_space(rest[end - 1]);
        if (!fits) return 0;
        ++out_.counts[tag == std::string_view("mark") ? "highlight" : tag];
        to += fmt::format("<{0}>{1}</{0}>", tag, rewritten(rest.substr(mark.size(), end - mark.size())));
        return end + mark.size();
    }

    // x^2^, H~2~O: no spaces inside
    std::size_t letters(std::string_view rest, char mark, char const* tag, std::string& to) {
        std::size_t const end = rest.find(mark, 1);
        std::string_view const inner = rest.substr(1, end == std::string_view::npos ? 0 : end - 1);
        if (inner.empty() || inner.find_first_of(" \t[]") != std::string_view::npos) return 0;
        to += fmt::format("<{0}>{1}</{0}>", tag, inner);
        return end + 1;
    }

    // ^[A note in its place.]
    std::size_t note(std::string_view rest, std::string& to) {
        std::size_t depth = 0;
        for (std::size_t i = 1; i < rest.size(); ++i) {
            if (rest[i] == '[') ++depth;
            if (rest[i] != ']' || --depth > 0) continue;
            std::string const label = fmt::format("in-place-{}", ++note_count_);
            to += fmt::format("[^{}]", label);
            notes_ += fmt::format("\n[^{}]: {}\n", label, rewritten(rest.substr(2, i - 2)));
            return i + 1;
        }
        return 0;
    }

    // {{< shortcode >}}, {% tag %}, and attributes behind a link or picture
    std::size_t braces(std::string_view line, std::size_t at, std::string& to) {
        std::string_view const rest = line.substr(at);
        for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"{{", "}}"}, {"{%", "%}"}}) {
            if (!rest.starts_with(open)) continue;
            std::size_t const end = rest.find(close, 2);
            if (end == std::string_view::npos) return 0;
            shortcode(rest.substr(0, end + 2), to);
            return end + 2;
        }
        bool const behind = at > 0 && line[at - 1] == ')';
        std::size_t const end = rest.find('}');
        if (!behind || end == std::string_view::npos) return 0;
        ++out_.counts["attribute of a link or picture"];
        return end + 1;
    }

    static std::string value(std::string_view code, std::string_view key) {
        std::size_t const at = code.find(std::string(key) + "=");
        if (at == std::string_view::npos) return {};
        std::string_view rest = code.substr(at + key.size() + 1);
        if (rest.empty() || (rest[0] != '"' && rest[0] != '\''))
            return std::string(rest.substr(0, rest.find_first_of(" >}")));
        return std::string(rest.substr(1, rest.find(rest[0], 1) - 1));
    }

    void shortcode(std::string_view code, std::string& to) {
        ++out_.counts["shortcode"];
        if (code.find("figure") < 6 && !value(code, "src").empty()) {
            std::string const caption = value(code, "caption");
            to += fmt::format("<figure><img src=\"{}\" alt=\"{}\">{}</figure>", escape_xml(value(code, "src")),
                              escape_xml(value(code, "alt")),
                              caption.empty() ? "" : "<figcaption>" + escape_xml(caption) + "</figcaption>");
        } else {
            to += left_out("shortcode", code);
        }
    }

    // %% Obsidian's comments %%
    static std::size_t comment(std::string_view rest) {
        std::size_t const end = rest.starts_with("%%") ? rest.find("%%", 2) : std::string_view::npos;
        return end == std::string_view::npos ? 0 : end + 2;
    }

    std::vector<std::string_view> lines_;
    std::size_t at_ = 0;
    Rewritten out_;
    std::string notes_; // those that stood in the text
    std::size_t note_count_ = 0;
    int divisions_ = 0;
    bool in_list_ = false;
};

} // namespace

Rewritten rewrite_markdown(std::string_view text) { return Rewriter(text).run(); }

std::string markdown_to_html(std::string const& text) {
    cmark_gfm_core_extensions_ensure_registered();
    constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
    std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> const parser(cmark_parser_new(options), cmark_parser_free);
    for (char const* name : {"table", "strikethrough", "autolink", "tasklist"})
        if (cmark_syntax_extension* const extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    std::unique_ptr<cmark_node, void (*)(cmark_node*)> const root(cmark_parser_finish(parser.get()), cmark_node_free);
    std::unique_ptr<char, void (*)(void*)> const html(
        cmark_render_html(root.get(), options, cmark_parser_get_syntax_extensions(parser.get())), std::free);
    return html.get();
}

} // namespace quoin::hypertext
