#include "epub/navigation.hpp"

#include "epub/write_document.hpp"
#include "epub/write_index.hpp"
#include "epub/writer.hpp"

#include <algorithm>
#include <iterator>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

// With so few texts their headings are what a reader looks for; with more the list of contents would hide the articles.
constexpr std::ptrdiff_t few_articles = 3;

std::string target(Book const& book, std::size_t file, std::string const& id) {
    return "text/" + file_name(book.plan.files[file]) + "#" + id;
}

std::string anchor_target(Book const& book, AnchorId anchor) {
    auto const index = static_cast<std::size_t>(anchor);
    return target(book, book.plan.anchor_files.at(index), anchor_id(book.document.anchors[index].name));
}

Inlines plain(std::string const& text) { return {Inline{Text{text}, {}}}; }

std::vector<NavigationEntry> headings(Book const& book, Article const& article, Language const& language) {
    std::vector<NavigationEntry> entries;
    for (Block const& block : article.body) {
        auto const* heading = std::get_if<Heading>(&block.kind);
        if (heading == nullptr || heading->level != 2) continue;
        entries.push_back({heading->content, language, anchor_target(book, heading->anchor), {}});
    }
    return entries;
}

NavigationEntry entry_of(Book const& book, ContentsLine const& line, bool with_headings) {
    NavigationEntry entry{line.title, book.language(line.entry), anchor_target(book, line.anchor), {}};
    auto const* article = std::get_if<Article>(&book.document.entries[line.entry].kind);
    if (line.kind == ContentsLine::Kind::department && article != nullptr) {
        entry.href =
            target(book, book.plan.anchor_files.at(static_cast<std::size_t>(line.anchor)), department_id(*article));
        entry.language = book.language();
    }
    if (line.kind == ContentsLine::Kind::article && article != nullptr) {
        if (plain_text(line.title).empty())
            entry.label = plain(heading_of(book, book.plan.anchor_files.at(static_cast<std::size_t>(line.anchor))));
        if (with_headings) entry.below = headings(book, *article, entry.language);
    }
    return entry;
}

// Puts an entry below the last one of each level above its own.
void insert_at(std::vector<NavigationEntry>& list, int depth, NavigationEntry entry) {
    if (depth == 0 || list.empty()) {
        list.push_back(std::move(entry));
    } else {
        insert_at(list.back().below, depth - 1, std::move(entry));
    }
}

} // namespace

std::vector<NavigationEntry> contents_entries(Book const& book) {
    auto const& lines = book.document.contents;
    auto const is_kind = [&](ContentsLine::Kind kind) {
        return std::count_if(lines.begin(), lines.end(), [&](ContentsLine const& line) { return line.kind == kind; });
    };
    bool const with_headings =
        is_kind(ContentsLine::Kind::article) <= few_articles && is_kind(ContentsLine::Kind::heading) == 0;
    std::vector<NavigationEntry> entries;
    for (ContentsLine const& line : lines) insert_at(entries, line.depth, entry_of(book, line, with_headings));
    std::vector<TextFile> const& files = book.plan.files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].kind == TextFile::Kind::index) {
            entries.push_back({plain(heading_of(book, i)), book.language(), target(book, i, index_id), {}});
            continue;
        }
        bool const notes = files[i].kind == TextFile::Kind::notes && files[i].first;
        // Contents of nothing would be no list; a publication of boxes alone leads to its first one.
        bool const only = entries.empty() && files[i].kind == TextFile::Kind::entry;
        if (!notes && !only) continue;
        entries.push_back({plain(heading_of(book, i)),
                           book.language(),
                           notes ? target(book, i, "notes-title") : "text/" + file_name(files[i]),
                           {}});
    }
    return entries;
}

namespace {

class FigureFinder {
  public:
    FigureFinder(Book const& book, std::size_t file) : book_(book), file_(file) {}

    void look_at(Blocks const& blocks, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) look_at(blocks[i]);
    }

    std::vector<NavigationEntry> found;

  private:
    void look_at(Blocks const& blocks) { look_at(blocks, 0, blocks.size()); }

    void look_at(Block const& block) {
        if (auto const* figure = std::get_if<Figure>(&block.kind)) {
            if (figure->caption.empty()) return;
            auto const& language = book_.language(book_.plan.files[file_].entry);
            found.push_back(
                {figure->caption, language, target(book_, file_, book_.figure_id(*figure, block.serial)), {}});
        } else if (auto const* quote = std::get_if<Quote>(&block.kind)) {
            look_at(quote->content);
        } else if (auto const* division = std::get_if<Division>(&block.kind)) {
            look_at(division->content);
        } else if (auto const* list = std::get_if<List>(&block.kind)) {
            for (ListItem const& item : list->items) look_at(item.content);
        }
    }

    Book const& book_;
    std::size_t file_;
};

} // namespace

std::vector<NavigationEntry> figure_entries(Book const& book) {
    std::vector<NavigationEntry> entries;
    for (std::size_t i = 0; i < book.plan.files.size(); ++i) {
        TextFile const& file = book.plan.files[i];
        if (file.kind != TextFile::Kind::entry) continue;
        auto const* article = std::get_if<Article>(&book.document.entries[file.entry].kind);
        if (article == nullptr) continue;
        FigureFinder finder(book, i);
        finder.look_at(article->body, file.begin, file.end);
        std::move(finder.found.begin(), finder.found.end(), std::back_inserter(entries));
    }
    return entries;
}

namespace {

class NavigationWriter {
  public:
    NavigationWriter(Book const& book, Navigation const& navigation)
        : book_(book), navigation_(navigation), words_(labels(book.language())), writer_(book, 0, book.language()),
          out_(writer_.markup()) {}

    NavigationDocument run() {
        for (PlacedMark const& mark : book_.plan.contents_marks) writer_.mark(mark);
        contents();
        if (!navigation_.figures.empty()) figures();
        landmarks();
        if (!navigation_.pages.empty()) pages();
        Frame const frame{std::string(words_.contents) + " – " + book_.title, "", "frontmatter", book_.language()};
        return {framed(frame, out_.content()), out_.characters()};
    }

  private:
    void contents() {
        out_.open("nav", {{"epub:type", "toc"}, {"role", "doc-toc"}, {"id", "toc"}, {"aria-labelledby", "toc-title"}});
        out_.line_feed();
        {
            StyleScope const scope(out_, writer_.style(TypeRole::contents_title));
            out_.element("h1", {{"id", "toc-title"}}, words_.contents);
        }
        out_.line_feed();
        list(navigation_.contents);
        out_.close("nav");
        out_.line_feed();
    }

    void figures() {
        out_.open("nav", {{"epub:type", "loi"}, {"id", "loi"}, {"aria-labelledby", "loi-title"}});
        out_.line_feed();
        {
            StyleScope const scope(out_, writer_.style(heading_role(2)));
            out_.element("h2", {{"id", "loi-title"}}, words_.figures);
        }
        out_.line_feed();
        list(navigation_.figures);
        out_.close("nav");
        out_.line_feed();
    }

    void list(std::vector<NavigationEntry> const& entries) {
        out_.open("ol");
        out_.line_feed();
        for (NavigationEntry const& entry : entries) {
            out_.open("li");
            bool const other = entry.language != book_.language();
            out_.open("a", {{"href", entry.href},
                            {"lang", other ? entry.language : ""},
                            {"xml:lang", other ? entry.language : ""},
                            {"dir", !other                             ? ""
                                    : is_right_to_left(entry.language) ? "rtl"
                                                                       : "ltr"}});
            label(entry.label);
            out_.close("a");
            if (!entry.below.empty()) {
                out_.line_feed();
                list(entry.below);
            }
            out_.close("li");
            out_.line_feed();
        }
        out_.close("ol");
        out_.line_feed();
    }

    // A label is a link already: of what stands in a heading only words, stress and languages are repeated.
    void label(Inlines const& content) {
        for (Inline const& each : content) {
            if (auto const* text = std::get_if<Text>(&each.kind)) {
                out_.text(text->text);
            } else if (auto const* code = std::get_if<model::Code>(&each.kind)) {
                out_.text(code->text);
            } else if (std::holds_alternative<LineBreak>(each.kind)) {
                out_.text(" ");
            } else if (auto const* emphasis = std::get_if<Emphasis>(&each.kind)) {
                FaceStyle sloped = out_.style();
                sloped.italic = true;
                StyleScope const scope(out_, sloped);
                out_.open("em");
                label(emphasis->content);
                out_.close("em");
            } else if (auto const* span = std::get_if<LanguageSpan>(&each.kind);
                       span != nullptr && !span->language.empty()) {
                out_.open("span", {{"lang", span->language},
                                   {"xml:lang", span->language},
                                   {"dir", is_right_to_left(span->language) ? "rtl" : ""}});
                label(span->content);
                out_.close("span");
            } else if (Inlines const* inside = children(each)) {
                label(*inside);
            }
        }
    }

    // Both further lists are for reading systems; in the spine they would show as text.
    void landmarks() {
        out_.open("nav", {{"epub:type", "landmarks"}, {"aria-label", words_.landmarks}, {"hidden", "hidden"}});
        out_.line_feed();
        out_.open("ol");
        out_.line_feed();
        std::vector<TextFile> const& files = book_.plan.files;
        bool body = false;
        for (std::size_t i = 0; i <= files.size(); ++i) {
            if (i == book_.plan.contents_at) {
                landmark("toc", "nav.xhtml#toc", words_.contents);
                if (!navigation_.figures.empty()) landmark("loi", "nav.xhtml#loi", words_.figures);
            }
            if (i == files.size()) break;
            std::string const href = "text/" + file_name(files[i]);
            if (files[i].kind == TextFile::Kind::cover) landmark("cover", href, words_.cover);
            if (files[i].kind == TextFile::Kind::title_page) landmark("titlepage", href, words_.title_page);
            // Not "index": epubcheck-ts takes any element of that type for an index and looks for its entries.
            if (files[i].kind == TextFile::Kind::index) landmark("backmatter", href, heading_of(book_, i).c_str());
            if (!body && is_body(i)) {
                landmark("bodymatter", href, words_.start);
                body = true;
            }
        }
        out_.close("ol");
        out_.close("nav");
        out_.line_feed();
    }

    [[nodiscard]] bool is_body(std::size_t file) const {
        TextFile const& it = book_.plan.files[file];
        if (it.kind != TextFile::Kind::entry) return false;
        bool const bodymatter = matter_of(book_, file) == std::string_view("bodymatter");
        bool const last = file + 1 == book_.plan.files.size(); // a publication of front matter alone begins somewhere
        return bodymatter || last;
    }

    void landmark(char const* type, std::string const& href, char const* label) {
        out_.open("li");
        out_.open("a", {{"epub:type", type}, {"href", href}});
        out_.text(label);
        out_.close("a");
        out_.close("li");
        out_.line_feed();
    }

    void pages() {
        out_.open(
            "nav",
            {{"epub:type", "page-list"}, {"role", "doc-pagelist"}, {"aria-label", words_.pages}, {"hidden", "hidden"}});
        out_.line_feed();
        out_.open("ol");
        out_.line_feed();
        for (PageTarget const& page : navigation_.pages) {
            out_.open("li");
            out_.element("a", {{"href", page.href}}, page.label);
            out_.close("li");
            out_.line_feed();
        }
        out_.close("ol");
        out_.close("nav");
        out_.line_feed();
    }

    Book const& book_;
    Navigation const& navigation_;
    Labels const& words_;
    Writer writer_;
    Markup& out_;
};

} // namespace

NavigationDocument write_navigation(Book const& book, Navigation const& navigation) {
    return NavigationWriter(book, navigation).run();
}

} // namespace quoin::epub
