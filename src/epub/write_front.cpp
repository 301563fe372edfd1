#include "epub/write_front.hpp"

#include "epub/visit_rows.hpp"

#include <fmt/format.h>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

void line(Writer& writer, TypeRole role, char const* css_class, std::string const& text) {
    if (text.empty()) return;
    StyleScope const scope(writer.markup(), writer.style(role));
    writer.markup().element("p", {{"class", css_class}}, text);
    writer.markup().line_feed();
}

std::string joined(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

class Imprint {
  public:
    explicit Imprint(Writer& writer) : writer_(writer) {
        visit_rows(writer.book().document.imprint, [&](Inlines const& row) { said_ += plain_text(row) + '\n'; });
    }

    void run() {
        Metadata const& about = writer_.book().document.metadata;
        add(about.book.copyright);
        // "2nd" alone says nothing; "2nd, revised edition" does.
        std::string const& edition = about.book.edition;
        bool const phrase = edition.find(' ') != std::string::npos;
        if (is_news(edition)) add(phrase ? edition : fmt::format(fmt::runtime(writer_.words().edition), edition));
        add(about.publisher);
        add(about.rights);
        add_number("ISBN", about.book.isbn);
        add_number("ISBN", about.book.isbn_epub);
        add_number("ISSN", about.issue.issn);
        bool const secure = about.contact.website.find("://") == std::string::npos;
        add_link((secure ? "https://" : "") + about.contact.website, about.contact.website);
        add_link("mailto:" + about.contact.email, about.contact.email);
        add(about.contact.phone);
    }

  private:
    [[nodiscard]] bool is_news(std::string const& text) const {
        return !text.empty() && said_.find(text) == std::string::npos;
    }
    void add(std::string const& text) {
        if (!is_news(text)) return;
        writer_.markup().element("p", {}, text);
        writer_.markup().line_feed();
    }
    void add_number(std::string const& label, std::string const& number) {
        if (is_news(number)) add(fmt::format("{} {}", label, number));
    }
    void add_link(std::string const& address, std::string const& text) {
        if (!is_news(text)) return;
        Markup& out = writer_.markup();
        out.open("p");
        out.element("a", {{"class", "url"}, {"href", clean_address(address)}}, text);
        out.close("p");
        out.line_feed();
    }

    Writer& writer_;
    std::string said_; // the imprint's own words
};

} // namespace

// Nothing but the picture: Kobo shows the page as an image, and text would be lost.
void write_cover_page(Writer& writer, std::string const& alternative) {
    Markup& out = writer.markup();
    out.open("div", {{"class", "cover"}});
    out.empty("img", {{"src", std::string("../") + cover_path}, {"alt", alternative, true}, {"role", "doc-cover"}});
    out.close("div");
    out.line_feed();
}

void write_title_page(Writer& writer) {
    Metadata const& about = writer.book().document.metadata;
    Markup& out = writer.markup();
    for (PlacedMark const& mark : writer.book().plan.title_marks) writer.mark(mark);
    out.open("section", {{"epub:type", "titlepage"}, {"class", "titlepage"}, {"aria-labelledby", "title"}});
    out.line_feed();
    line(writer, TypeRole::book_author, "book-author", joined(about.book.authors));
    {
        StyleScope const scope(out, writer.style(TypeRole::book_title));
        out.element("h1", {{"class", "book-title"}, {"id", "title"}}, about.title);
        out.line_feed();
    }
    line(writer, TypeRole::book_subtitle, "book-subtitle", about.subtitle);
    line(writer, TypeRole::book_author, "book-author", joined(about.book.editors));
    line(writer, TypeRole::book_author, "book-author", joined(about.book.translators));
    line(writer, TypeRole::imprint, "publisher", about.publisher);
    out.close("section");
    out.line_feed();
}

void write_imprint(Writer& writer) {
    Markup& out = writer.markup();
    bool const is_book = writer.book().document.metadata.kind == PublicationKind::book;
    for (PlacedMark const& mark : writer.book().plan.imprint_marks) writer.mark(mark);
    out.open("div", {{"class", "imprint"}});
    out.open("section",
             {{"epub:type", is_book ? "copyright-page" : "imprint"}, {"aria-label", writer.words().imprint}});
    out.line_feed();
    StyleScope const scope(out, writer.style(TypeRole::imprint));
    writer.blocks(writer.book().document.imprint);
    Imprint(writer).run();
    out.close("section");
    out.close("div");
    out.line_feed();
}

} // namespace quoin::epub
