#include "writer/block_markdown.hpp"

#include "base/utf8.hpp"
#include "reader/language.hpp"
#include "writer/inline_atoms.hpp"
#include "writer/inline_markdown.hpp"
#include "writer/quoted.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::writer {

using namespace model;

namespace {

constexpr std::size_t note_indent = 4;

TextLines split(std::string_view text) {
    TextLines lines;
    std::size_t begin = 0;
    for (std::size_t feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n', begin)) {
        lines.emplace_back(text.substr(begin, feed - begin));
        begin = feed + 1;
    }
    lines.emplace_back(text.substr(begin));
    return lines;
}

void append(TextLines& to, TextLines const& lines) { to.insert(to.end(), lines.begin(), lines.end()); }

/// `first` before the first line, as many spaces before the others.
TextLines indented(TextLines lines, std::string const& first, std::size_t width) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at == 0) {
            lines[at] = first + lines[at];
        } else if (!lines[at].empty()) {
            lines[at] = std::string(width, ' ') + lines[at];
        }
    }
    return lines;
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; }));
}

/// The entity of a dash that must not be taken for the one before an author.
std::string without_dash(std::string line) {
    for (auto const& [dash, entity] :
         {std::pair{"—", "&mdash;"}, std::pair{"–", "&ndash;"}, std::pair{"―", "&horbar;"}}) {
        if (line.starts_with(dash)) return entity + line.substr(std::string_view(dash).size());
    }
    return line;
}

bool has_dash(std::string const& line) { return without_dash(line) != line || line.starts_with("--"); }

class BlockWriter {
  public:
    explicit BlockWriter(Document const& document) : document_(document) {}

    /// `tight`: without empty lines between them, as in an item of a tight list.
    TextLines all(Blocks const& blocks, bool tight = false) {
        TextLines lines;
        Block const* before = nullptr;
        char bullet = '*';
        for (Block const& block : blocks) {
            if (!lines.empty() && !tight) lines.emplace_back();
            auto const* const list = std::get_if<List>(&block.kind);
            bool const behind_bullets = before != nullptr && is_bullets(*before);
            bullet = list != nullptr && list->kind == ListKind::bullet && behind_bullets && bullet == '*' ? '-' : '*';
            append(lines, one(block, before, bullet));
            before = &block;
        }
        return lines;
    }

  private:
    static bool is_bullets(Block const& block) {
        auto const* const list = std::get_if<List>(&block.kind);
        return list != nullptr && list->kind == ListKind::bullet;
    }

    [[nodiscard]] std::string inlines(Inlines const& content, Place place) const {
        return inline_markdown(document_, content, place);
    }

    TextLines one(Block const& block, Block const* before, char bullet) {
        return match(
            block.kind,
            [&](Paragraph const& it) {
                bool const behind_list = before != nullptr && std::holds_alternative<List>(before->kind);
                return split(inlines(it.content, behind_list ? Place::after_list : Place::paragraph));
            },
            [&](Heading const& it) { return heading(it); }, [&](Quote const& it) { return quote(it); },
            [&](List const& it) { return list(it, bullet); }, [&](DefinitionList const& it) { return definitions(it); },
            [&](Table const& it) { return table(it); }, [&](Figure const& it) { return figure(it); },
            [&](Verse const& it) { return verse(it); }, [&](Insert const& it) { return insert(it); },
            [&](Separator const&) { return TextLines{"* * *"}; }, [&](CodeBlock const& it) { return code(it); },
            [&](Division const& it) { return division(it); });
    }

    TextLines heading(Heading const& it) const {
        std::string const id = it.id.empty() ? "" : fmt::format(" {{#{}}}", it.id);
        bool const broken = std::any_of(it.content.begin(), it.content.end(), has_break);
        if (broken) { // only an underlined heading can have several lines
            TextLines lines = split(inlines(it.content, Place::paragraph) + id);
            lines.emplace_back("---");
            return lines;
        }
        return {std::string(static_cast<std::size_t>(it.level), '#') + ' ' + inlines(it.content, Place::heading) + id};
    }

    static bool has_break(Inline const& piece) {
        if (std::holds_alternative<LineBreak>(piece.kind)) return true;
        Inlines const* const inside = children(piece);
        return inside != nullptr && std::any_of(inside->begin(), inside->end(), has_break);
    }

    TextLines quote(Quote const& it) {
        TextLines lines = all(it.content);
        if (!it.attribution.empty()) {
            lines.emplace_back();
            append(lines, split("— " + inlines(it.attribution, Place::behind_mark)));
        } else if (it.content.size() > 1 && std::holds_alternative<Paragraph>(it.content.back().kind)) {
            std::size_t const last = last_block_line(it.content, lines);
            bool const dialogue = std::holds_alternative<Paragraph>(it.content[it.content.size() - 2].kind) &&
                                  has_dash(all({it.content[it.content.size() - 2]}).front());
            if (!dialogue) lines[last] = without_dash(lines[last]);
        }
        for (std::string& line : lines) line = line.empty() ? ">" : "> " + line;
        return lines;
    }

    /// Where the lines of the last block begin.
    std::size_t last_block_line(Blocks const& content, TextLines const& lines) {
        return lines.size() - all({content.back()}).size();
    }

    TextLines list(List const& it, char bullet) {
        TextLines lines;
        for (ListItem const& item : it.items) {
            if (!lines.empty() && !it.tight) lines.emplace_back();
            std::string const marker =
                it.kind == ListKind::bullet ? std::string(1, bullet) + ' ' : item.marker + gap(item.marker);
            TextLines content = all(item.content, it.tight);
            if (content.empty()) content.emplace_back(separator);
            bool const rule = !item.content.empty() && std::holds_alternative<Separator>(item.content.front().kind);
            if (rule && bullet == '*') content.front() = "---"; // `* * * *` would be a rule as a whole
            append(lines, indented(std::move(content), marker, letters_in(marker)));
        }
        return lines;
    }

    /// "B. Russell" begins a sentence: a letter with a point wants two spaces.
    static std::string gap(std::string const& marker) {
        bool const letter =
            letters_in(marker) == 2 && marker.ends_with('.') && (marker.front() < '0' || marker.front() > '9');
        return letter ? "  " : " ";
    }

    TextLines definitions(DefinitionList const& it) {
        TextLines lines;
        for (Definition const& item : it.items) {
            if (!lines.empty()) lines.emplace_back();
            append(lines, split(inlines(item.term, Place::paragraph)));
            for (Blocks const& meaning : item.meanings) {
                lines.emplace_back();
                TextLines content = all(meaning);
                if (content.empty()) content.emplace_back(separator);
                append(lines, indented(std::move(content), ": ", 2));
            }
        }
        return lines;
    }

    std::string row(TableRow const& cells, std::size_t columns) const {
        std::string line = "|";
        for (std::size_t at = 0; at < columns; ++at) {
            std::string const content = at < cells.size() ? inlines(cells[at].content, Place::cell) : "";
            line += content.empty() ? " |" : ' ' + content + " |";
        }
        return line;
    }

    TextLines table(Table const& it) const {
        TextLines lines{row(it.head.empty() ? TableRow() : it.head.front(), it.columns.size())};
        std::string rule = "|";
        for (Alignment const alignment : it.columns) {
            bool const left = alignment == Alignment::left || alignment == Alignment::centre;
            bool const right = alignment == Alignment::right || alignment == Alignment::centre;
            rule += fmt::format("{}-{}|", left ? ':' : '-', right ? ':' : '-');
        }
        lines.push_back(std::move(rule));
        for (TableRow const& each : it.body) lines.push_back(row(each, it.columns.size()));
        if (it.caption.empty() && it.id.empty()) return lines;
        lines.emplace_back();
        std::string const id = it.id.empty() ? "" : fmt::format("{}{{#{}}}", it.caption.empty() ? "" : " ", it.id);
        append(lines, split(": " + inlines(it.caption, Place::behind_mark) + id));
        return lines;
    }

    TextLines figure(Figure const& it) const {
        std::string attributes = "alt=" + attribute_text(it.alt);
        if (!it.credit.empty()) attributes += " credit=" + attribute_text(it.credit);
        if (!it.width.empty()) attributes += " width=" + attribute_text(it.width);
        if (!it.id.empty()) attributes += " #" + it.id;
        std::string const& path = document_.assets[static_cast<std::size_t>(it.asset)].path;
        std::string caption = inlines(it.caption, Place::caption);
        if (caption.starts_with('^')) caption.insert(0, separator); // `![^` begins no picture
        return split(fmt::format("![{}]({}){{{}}}", caption, destination(path), attributes));
    }

    TextLines verse(Verse const& it) const {
        TextLines lines{"::: verse"};
        bool first = true;
        for (Stanza const& stanza : it.stanzas) {
            if (!first) lines.emplace_back();
            first = false;
            for (VerseLine const& line : stanza)
                lines.push_back(std::string(static_cast<std::size_t>(line.indent), ' ') +
                                inlines(line.content, Place::verse));
        }
        lines.emplace_back(":::");
        return lines;
    }

    TextLines fenced(std::string const& attributes, Blocks const& content) {
        TextLines lines{"::: " + attributes};
        append(lines, all(content));
        // The row of a table and a paragraph without an end of its own would take the fence in.
        if (!content.empty() && !std::holds_alternative<Paragraph>(content.back().kind)) lines.emplace_back();
        lines.emplace_back(":::");
        return lines;
    }

    TextLines insert(Insert const& it) {
        std::string attributes = ".insert";
        for (std::string const& name : it.classes) attributes += " ." + name;
        if (!it.name.empty()) attributes += " #" + it.name;
        if (!it.title.empty()) attributes += " title=" + attribute_text(inlines(it.title, Place::part));
        if (!it.size.empty()) attributes += " size=" + attribute_text(it.size);
        if (!it.other_sizes.empty())
            attributes += " other-sizes=" + attribute_text(fmt::format("{}", fmt::join(it.other_sizes, " ")));
        if (it.optional) attributes += " optional=true";
        if (!it.language.empty()) attributes += " lang=" + it.language;
        return fenced('{' + attributes + '}', it.content);
    }

    TextLines division(Division const& it) {
        std::vector<std::string> parts;
        if (!it.id.empty()) parts.push_back("#" + it.id);
        for (std::string const& name : it.classes) parts.push_back("." + name);
        if (!it.language.empty()) parts.push_back("lang=" + it.language);
        if (it.right_to_left != reader::is_right_to_left(it.language))
            parts.emplace_back(it.right_to_left ? "dir=rtl" : "dir=ltr");
        bool const word =
            parts.size() == 1 && it.classes.size() == 1 && it.classes.front().find(':') == std::string::npos;
        return fenced(word ? it.classes.front() : fmt::format("{{{}}}", fmt::join(parts, " ")), it.content);
    }

    static TextLines code(CodeBlock const& it) {
        std::size_t longest = 2, run = 0;
        for (char const letter : it.text) {
            run = letter == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        std::string const ticks(longest + 1, '`');
        TextLines lines{it.info.empty() ? ticks : ticks + ' ' + it.info};
        if (!it.text.empty()) append(lines, split(it.text));
        lines.push_back(ticks);
        return lines;
    }

    Document const& document_;
};

} // namespace

TextLines block_lines(Document const& document, Blocks const& blocks) { return BlockWriter(document).all(blocks); }

TextLines note_lines(Document const& document, std::vector<std::size_t> const& notes) {
    TextLines lines;
    for (std::size_t const index : notes) {
        Note const& note = document.notes[index];
        TextLines content = block_lines(document, note.content);
        std::string const label = fmt::format("[^{}]:", note.label);
        bool const words_first = !note.content.empty() && std::holds_alternative<Paragraph>(note.content.front().kind);
        if (!lines.empty()) lines.emplace_back();
        if (!words_first) {
            content.insert(content.begin(), "");
            append(lines, indented(std::move(content), label, note_indent));
        } else {
            append(lines, indented(std::move(content), label + ' ', note_indent));
        }
    }
    return lines;
}

std::string joined(TextLines const& lines) {
    std::string text;
    for (std::string const& line : lines) {
        text += line;
        text += '\n';
    }
    return text;
}

} // namespace quoin::writer
