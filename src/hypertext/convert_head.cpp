// What stands above an article's text: title, subtitle, byline, date, standfirst.

#include "base/date.hpp"
#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"

#include <algorithm>

namespace quoin::hypertext {

using namespace model;

namespace {

bool names_subtitle(pugi::xml_node node) {
    return has_type(node, "subtitle") || has_word(node, "role", "doc-subtitle") ||
           has_any_class(node,
                         {"subtitle", "sub-title", "MsoSubtitle", "subheadline", "article-subtitle", "entry-subtitle"});
}

bool names_byline(pugi::xml_node node) {
    return has_any_class(node, {"byline", "by-line", "author", "authors", "dateline", "entry-meta", "post-meta",
                                "article-meta", "posted-on", "pubdate", "byline-author", "entry-date", "post-date",
                                "article-byline"}) ||
           has_word(node, "rel", "author") || attribute(node, "itemprop") == "author" ||
           (has_word(node, "class", "date") && is_any(node, {"p", "div", "span"}));
}

bool names_standfirst(pugi::xml_node node) {
    return has_type(node, "abstract") || has_word(node, "role", "doc-abstract") ||
           has_any_class(node, {"abstract", "standfirst", "lede", "dek", "deck", "entry-summary", "article-lead"});
}

void spaces_for_breaks(Inlines& content) {
    for (Inline& each : content)
        if (std::holds_alternative<LineBreak>(each.kind)) each.kind = Text{" "};
}

// "By Jane Doe" → "Jane Doe"; names joined by words stay one.
std::string without_by(std::string_view text) {
    for (std::string_view const by :
         {"By ", "by ", "BY ", "Von ", "von ", "Por ", "por ", "Par ", "par ", "Di ", "Av "})
        if (text.starts_with(by)) return std::string(trimmed(text.substr(by.size())));
    return std::string(text);
}

} // namespace

// As long as nothing but a line or two stands above.
bool Converter::head_is_open() {
    Section const& section = sections_.back();
    constexpr std::size_t most_blocks = 3, long_text = 250;
    if (section.article.body.size() > most_blocks) return false;
    return std::all_of(section.article.body.begin(), section.article.body.end(), [](Block const& block) {
        auto const* paragraph = std::get_if<Paragraph>(&block.kind);
        return std::holds_alternative<Figure>(block.kind) || std::holds_alternative<Separator>(block.kind) ||
               (paragraph != nullptr && plain_text(paragraph->content).size() < long_text);
    });
}

bool Converter::head_piece(pugi::xml_node node) {
    if (in_insert_ || in_note_ || sections_.empty()) return false;
    Section& section = sections_.back();
    if (section.start.kind == Start::Kind::insert) return false;
    if (is_heading(node) && has_word(node, "class", "department") && pages_.ours) {
        take_department(node);
        return true;
    }
    bool const titles = is_heading(node) || has_any_class(node, {"MsoTitle", "entry-title", "article-title"});
    if (titles && !section.has_title && head_is_open()) {
        bool const first = section.article.body.empty();
        if (attribute(node, "class") != "" || first || std::string_view(node.name()) == "h1") {
            take_title(node);
            return true;
        }
    }
    if (!head_is_open()) return false;
    if (has_word(node, "class", "department") && pages_.ours) {
        take_department(node);
        return true;
    }
    // In `hgroup`, and right below the title, a lesser heading or a line is the subtitle.
    bool const grouped = is_any(node.parent(), {"hgroup"}) && section.has_title && !pages_.facts(node).holds_blocks;
    if (section.article.subtitle.empty() && (grouped || (names_subtitle(node) && !pages_.facts(node).holds_blocks))) {
        section.article.subtitle = inlines(node);
        spaces_for_breaks(section.article.subtitle);
        return true;
    }
    constexpr std::size_t long_byline = 250;
    if (names_byline(node) && !is_heading(node) && !find_element(node, "h1") &&
        text_of(node, long_byline).size() < long_byline) {
        take_byline(node);
        return true;
    }
    if (is_any(node, {"time"}) && node.attribute("datetime")) {
        take_byline(node);
        return true;
    }
    if (names_standfirst(node) && section.article.abstract.empty() && is_block(node)) {
        section.article.abstract = collect([&] {
            if (is_any(node, {"p"})) {
                paragraph(node);
            } else {
                flow(node);
            }
        });
        return true;
    }
    return false;
}

void Converter::take_title(pugi::xml_node node) {
    Section& section = sections_.back();
    remember_anchor(node);
    Inlines title = inlines(node);
    // A title is a line of the front matter; what leads to it leads to the first paragraph.
    std::erase_if(title, [&](Inline const& each) {
        auto const* anchor = std::get_if<InlineAnchor>(&each.kind);
        if (anchor != nullptr) anchors_.push_back(anchor->id);
        return anchor != nullptr;
    });
    if (is_blank(title)) return;
    spaces_for_breaks(title);
    section.article.title = std::move(title);
    section.has_title = true;
    section.span = span_of(node);
}

void Converter::take_department(pugi::xml_node node) {
    sections_.back().article.department = text_of(node);
    drop("metadata: department", span_of(node), sections_.back().article.department);
}

void Converter::take_byline(pugi::xml_node node) {
    Article& article = sections_.back().article;
    Inlines content = inlines(node);
    std::string line = collapsed(plain_text(content));
    bool const dated =
        is_any(node, {"time"}) || has_any_class(node, {"date", "dateline", "posted-on", "pubdate", "entry-date"});
    std::vector<Author> authors;
    std::string date_text;
    for (pugi::xml_node each = node; each; each = next_node(each, node)) {
        bool const names = has_any_class(each, {"author", "fn"}) || has_word(each, "rel", "author") ||
                           attribute(each, "itemprop") == "name";
        if (names && each != node && !text_of(each).empty() &&
            (each.parent() == node || !has_any_class(each.parent(), {"author"})))
            authors.push_back({without_by(text_of(each)), ""});
        if (!is_any(each, {"time"})) continue;
        std::string_view const written = attribute(each, "datetime");
        if (auto const date = parse_date(written.substr(0, 10)); date && !article.date) article.date = date;
        date_text = text_of(each);
    }
    if (authors.empty() && !dated) {
        std::string name = line;
        if (std::size_t const at = date_text.empty() ? std::string::npos : name.find(date_text);
            at != std::string::npos)
            name.resize(at);
        while (!name.empty() && (is_space(name.back()) || name.back() == ',' || name.back() == '|')) name.pop_back();
        constexpr std::size_t longest_name = 60;
        std::string const bare = without_by(name);
        bool const is_name = !bare.empty() && bare.size() < longest_name && bare.find(',') == std::string::npos;
        if (is_name) authors.push_back({bare, ""});
    }
    for (Author& author : authors) article.authors.push_back(std::move(author));
    if (!line.empty()) article.byline += (article.byline.empty() ? "" : ", ") + line;
    // Marks of notes cannot stand in a byline; what they call follows the text.
    for (Inline& each : content)
        if (std::holds_alternative<NoteReference>(each.kind)) {
            sections_.back().article.body.push_back({Paragraph{{std::move(each)}, ""}, span_of(node)});
        }
}

} // namespace quoin::hypertext
