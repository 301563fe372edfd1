#include "epub/write_document.hpp"

#include "epub/write_front.hpp"
#include "epub/write_head.hpp"
#include "epub/write_index.hpp"
#include "epub/writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

struct Section {
    char const* type;
    char const* role;
    char const* matter;
};

Section section_of(Role role) {
    switch (role) {
    case Role::none: return {"chapter", "doc-chapter", "bodymatter"};
    case Role::dedication: return {"dedication", "doc-dedication", "frontmatter"};
    case Role::epigraph: return {"epigraph", "doc-epigraph", "frontmatter"};
    case Role::foreword: return {"foreword", "doc-foreword", "frontmatter"};
    case Role::preface: return {"preface", "doc-preface", "frontmatter"};
    case Role::introduction: return {"introduction", "doc-introduction", "frontmatter"};
    case Role::appendix: return {"appendix", "doc-appendix", "backmatter"};
    case Role::afterword: return {"afterword", "doc-afterword", "backmatter"};
    case Role::colophon: return {"colophon", "doc-colophon", "backmatter"};
    }
    return {"chapter", "doc-chapter", "bodymatter"};
}

// A further file of a long article is named by the heading it begins with, or counted.
std::string title_of(Book const& book, std::size_t file) {
    TextFile const& plan = book.plan.files[file];
    std::string heading = heading_of(book, file);
    if (plan.first || plan.kind != TextFile::Kind::entry) return heading;
    auto const& body = std::get<Article>(book.document.entries[plan.entry].kind).body;
    auto const* first = plan.begin < body.size() ? std::get_if<Heading>(&body[plan.begin].kind) : nullptr;
    if (first != nullptr) return fmt::format("{} – {}", plain_text(first->content), heading);
    std::size_t ordinal = 1;
    while (ordinal <= file && book.plan.files[file - ordinal].entry == plan.entry &&
           !book.plan.files[file - ordinal + 1].first)
        ++ordinal;
    return fmt::format("{} ({})", heading, ordinal);
}

class DocumentWriter {
  public:
    DocumentWriter(Book const& book, std::size_t file)
        : book_(book), plan_(book.plan.files[file]), file_(file),
          writer_(book, file, plan_.kind == TextFile::Kind::entry ? book.language(plan_.entry) : book.language()) {}

    WrittenDocument run(CoverPage const& cover) {
        switch (plan_.kind) {
        case TextFile::Kind::cover: write_cover_page(writer_, cover.alternative); break;
        case TextFile::Kind::title_page: write_title_page(writer_); break;
        case TextFile::Kind::imprint: write_imprint(writer_); break;
        case TextFile::Kind::notes: end_notes(); break;
        case TextFile::Kind::index: write_index(writer_); break;
        case TextFile::Kind::entry: entry(); break;
        }
        std::string const heading = title_of(book_, file_);
        Frame const frame{heading == book_.title ? heading : heading + " – " + book_.title, "../",
                          matter_of(book_, file_), writer_.language()};
        return {framed(frame, writer_.markup().content()), writer_.markup().characters(), writer_.marks_written(),
                writer_.notes_written(), writer_.references_written()};
    }

  private:
    Markup& out() { return writer_.markup(); }

    void entry() {
        Entry const& it = book_.document.entries[plan_.entry];
        match(
            it.kind, [&](Article const& article) { this->article(article, it.serial); },
            [&](Insert const& insert) {
                writer_.marks_before(it.serial);
                writer_.insert(insert);
                out().line_feed();
                notes();
            },
            [&](PartTitle const& title) { part(title, it.serial); });
    }

    void part(PartTitle const& it, std::uint32_t serial) {
        std::string const id = anchor_id(book_.document.anchors.at(static_cast<std::size_t>(it.anchor)).name);
        out().open("section", {{"epub:type", "part"}, {"role", "doc-part"}, {"aria-labelledby", id}});
        writer_.marks_before(serial);
        StyleScope const scope(out(), writer_.style(TypeRole::part_title));
        out().open("h1", {{"class", "part-title"}, {"id", id}});
        writer_.row(it.title);
        out().close("h1");
        out().line_feed();
        notes();
        out().close("section");
        out().line_feed();
    }

    void article(Article const& it, std::uint32_t serial) {
        bool const opens_department = plan_.first && begins_department();
        if (plan_.first) writer_.marks_before(serial);
        if (opens_department) open_department(it);
        Section const section = section_of(it.role);
        bool const with_heading = plan_.first && has_heading(it);
        std::string const id = anchor_id(book_.document.anchors.at(static_cast<std::size_t>(it.anchor)).name);
        out().open("section", {{"epub:type", section.type},
                               {"role", section.role},
                               {"id", with_heading || !plan_.first ? "" : id},
                               {"aria-labelledby", with_heading ? id : ""},
                               {"aria-label", with_heading ? "" : title_of(book_, file_)}});
        out().line_feed();
        if (plan_.first) write_head(writer_, it, {id, with_heading, opens_department});
        {
            TypeRole const text = it.role == Role::dedication ? TypeRole::dedication
                                  : it.role == Role::epigraph ? TypeRole::epigraph
                                                              : TypeRole::body;
            StyleScope const scope(out(), writer_.style(text));
            writer_.blocks(it.body, plan_.begin, plan_.end);
        }
        notes();
        out().close("section");
        out().line_feed();
        if (opens_department) {
            out().close("section");
            out().line_feed();
        }
    }

    static bool has_heading(Article const& it) {
        return !it.title.empty() && it.role != Role::dedication && it.role != Role::epigraph;
    }

    [[nodiscard]] bool begins_department() const {
        return std::any_of(book_.document.contents.begin(), book_.document.contents.end(),
                           [&](ContentsLine const& line) {
                               return line.kind == ContentsLine::Kind::department && line.entry == plan_.entry;
                           });
    }

    // A department has no page of its own: its heading stands above its first article, as in print.
    void open_department(Article const& it) {
        std::string const id = department_id(it);
        out().open("section", {{"epub:type", "part"}, {"role", "doc-part"}, {"aria-labelledby", id}});
        out().line_feed();
        StyleScope const scope(out(), writer_.style(TypeRole::department));
        out().element("h1", {{"class", "department"}, {"id", id}}, it.department);
        out().line_feed();
    }

    void notes() {
        if (plan_.notes.empty()) return;
        out().open("div", {{"class", "notes"}});
        out().line_feed();
        for (std::uint32_t const note : plan_.notes) writer_.note(note);
        out().close("div");
        out().line_feed();
    }

    // Where numbers begin again with each article, its title says whose notes follow.
    void end_notes() {
        out().open("section", {{"epub:type", "endnotes"},
                               {"role", "doc-endnotes"},
                               {"aria-labelledby", plan_.first ? "notes-title" : ""},
                               {"aria-label", plan_.first ? "" : writer_.words().notes}});
        out().line_feed();
        if (plan_.first) {
            StyleScope const scope(out(), writer_.style(TypeRole::title));
            out().element("h1", {{"id", "notes-title"}}, writer_.words().notes);
            out().line_feed();
        }
        auto const& all = book_.document.notes;
        bool const several =
            std::any_of(all.begin(), all.end(), [&](Note const& note) { return note.article != all.front().article; });
        for (std::size_t i = 0; i < plan_.notes.size(); ++i) {
            Note const& note = all[plan_.notes[i]];
            if (several && (i == 0 || note.article != all[plan_.notes[i - 1]].article)) notes_heading(note.article);
            writer_.note(plan_.notes[i]);
        }
        out().close("section");
        out().line_feed();
    }

    void notes_heading(std::uint32_t entry) {
        auto const* it = std::get_if<Article>(&book_.document.entries[entry].kind);
        if (it == nullptr || it->title.empty()) return;
        StyleScope const scope(out(), writer_.style(heading_role(2)));
        out().element("h2", {}, plain_text(it->title));
        out().line_feed();
    }

    Book const& book_;
    TextFile const& plan_;
    std::size_t file_;
    Writer writer_;
};

std::string entry_heading(Book const& book, std::uint32_t index) {
    std::string const heading = match(
        book.document.entries[index].kind,
        [](Article const& it) { return it.title.empty() ? it.running_title : plain_text(it.title); },
        [&](Insert const& it) { return it.title.empty() ? labels(book.language()).insert : plain_text(it.title); },
        [](PartTitle const& it) { return plain_text(it.title); });
    return heading.empty() ? book.title : heading;
}

} // namespace

WrittenDocument write_document(Book const& book, std::size_t file, CoverPage const& cover) {
    return DocumentWriter(book, file).run(cover);
}

std::string heading_of(Book const& book, std::size_t file) {
    Labels const& words = labels(book.language());
    TextFile const& plan = book.plan.files[file];
    switch (plan.kind) {
    case TextFile::Kind::cover: return words.cover;
    case TextFile::Kind::title_page: return words.title_page;
    case TextFile::Kind::imprint: return words.imprint;
    case TextFile::Kind::notes: return words.notes;
    case TextFile::Kind::index: return book.document.index.title;
    case TextFile::Kind::entry: break;
    }
    return entry_heading(book, plan.entry);
}

char const* matter_of(Book const& book, std::size_t file) {
    TextFile const& plan = book.plan.files[file];
    switch (plan.kind) {
    case TextFile::Kind::cover: return "cover";
    case TextFile::Kind::title_page:
    case TextFile::Kind::imprint: return "frontmatter";
    case TextFile::Kind::notes:
    case TextFile::Kind::index: return "backmatter";
    case TextFile::Kind::entry: break;
    }
    auto const* article = std::get_if<Article>(&book.document.entries[plan.entry].kind);
    return article == nullptr ? "bodymatter" : section_of(article->role).matter;
}

std::string department_id(Article const& article) { return "department-" + article.name; }

std::string framed(Frame const& frame, std::string const& body) {
    Markup page;
    std::string const direction = is_right_to_left(frame.language) ? "rtl" : "";
    page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
    page.open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"},
                       {"xmlns:epub", "http://www.idpf.org/2007/ops"},
                       {"lang", frame.language},
                       {"xml:lang", frame.language},
                       {"dir", direction}});
    page.raw("\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.element("title", {}, frame.title);
    page.line_feed();
    page.empty("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", frame.root + "css/book.css"}});
    page.raw("\n</head>\n");
    page.open("body", {{"epub:type", frame.body_type}});
    page.line_feed();
    page.raw(body);
    page.raw("</body>\n</html>\n");
    return page.take();
}

} // namespace quoin::epub
