// Lists of contents that stand in the text, against the titles that there are.

#include "lint/findings.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace quoin::lint {

using namespace model;

namespace {

constexpr std::array<std::string_view, 14> headings{
    "contents", "table of contents", "in this issue",      "inhalt",   "inhaltsverzeichnis", "índice",     "contenido",
    "sumario",  "sommaire",          "table des matières", "sommario", "содержание",         "оглавление", "зміст"};

std::u32string letters_of(std::string const& text) {
    Document document;
    document.imprint = {{Paragraph{{{Text{text, false}, {}}}, {}}, {}}};
    std::u32string result;
    for (Section const& section : sections_of(document)) {
        for (TextRow const& row : section.rows) {
            for (Word const& word : words_of(row)) result += word.folded + U' ';
        }
    }
    return result;
}

bool is_contents_heading(Inlines const& content) {
    std::u32string const own = letters_of(plain_text(content));
    return std::any_of(headings.begin(), headings.end(),
                       [&](std::string_view each) { return letters_of(std::string(each)) == own; });
}

/// The first row of each item: "Secret Negotiations, p. 12".
std::vector<Inlines const*> lines_of(Block const& block) {
    std::vector<Inlines const*> lines;
    auto const* const list = std::get_if<List>(&block.kind);
    if (list == nullptr) return lines;
    for (ListItem const& item : list->items) {
        auto const* const first = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().kind);
        if (first != nullptr) lines.push_back(&first->content);
    }
    return lines;
}

class ContentsCheck {
  public:
    ContentsCheck(Document const& document, Findings& to) : to_(to) {
        for (Entry const& entry : document.entries) {
            if (auto const* const article = std::get_if<Article>(&entry.kind))
                titles_.insert(letters_of(plain_text(article->title)));
        }
    }

    void look(Blocks const& blocks) {
        for (std::size_t at = 0; at + 1 < blocks.size(); ++at) {
            auto const* const heading = std::get_if<Heading>(&blocks[at].kind);
            if (heading == nullptr || !is_contents_heading(heading->content)) continue;
            compare(lines_of(blocks[at + 1]));
        }
    }

  private:
    [[nodiscard]] bool is_title(std::u32string const& line) const {
        return std::any_of(titles_.begin(), titles_.end(), [&](std::u32string const& title) {
            return !title.empty() && (line.starts_with(title) || title.starts_with(line));
        });
    }

    /// A list of which half are titles is a list of contents; the other half does not match.
    void compare(std::vector<Inlines const*> const& lines) {
        constexpr std::size_t least = 2;
        std::vector<Inlines const*> strange;
        for (Inlines const* line : lines) {
            if (!is_title(letters_of(plain_text(*line)))) strange.push_back(line);
        }
        if (lines.size() < least || strange.size() * 2 > lines.size()) return;
        for (Inlines const* line : strange)
            to_.add(quoin::Code::contents_mismatch, line->front().span,
                    fmt::format("no article has the title of this line of the contents: \"{}\"", plain_text(*line)),
                    "the contents are made from the titles by themselves: the list in the text can go");
    }

    Findings& to_;
    std::set<std::u32string> titles_;
};

} // namespace

void check_contents(Document const& document, Findings& to) {
    ContentsCheck check(document, to);
    for (Entry const& entry : document.entries) {
        if (auto const* const article = std::get_if<Article>(&entry.kind)) check.look(article->body);
        if (auto const* const insert = std::get_if<Insert>(&entry.kind)) check.look(insert->content);
    }
    for (Blocks const* blocks : {&document.imprint, &document.back, &document.inside_front, &document.inside_back})
        check.look(*blocks);
}

} // namespace quoin::lint
