#include "epub/write_index.hpp"

#include <algorithm>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

// Types of EPUB Indexes 1.0. Checkers want one index-entry-list in an index, whatever its letters and levels: the lists below
// it have no type of their own.
class IndexWriter {
  public:
    explicit IndexWriter(Writer& writer) : writer_(writer), book_(writer.book()), out_(writer.markup()) {}

    void run() {
        marks();
        out_.open("section", {{"epub:type", "index"}, {"role", "doc-index"}, {"aria-labelledby", index_id}});
        out_.line_feed();
        {
            StyleScope const scope(out_, writer_.style(TypeRole::title));
            out_.element("h1", {{"id", index_id}}, book_.document.index.title);
        }
        out_.line_feed();
        out_.open("div", {{"epub:type", "index-entry-list"}});
        out_.line_feed();
        for (IndexGroup const& group : book_.document.index.groups) add(group);
        out_.close("div");
        out_.line_feed();
        out_.close("section");
        out_.line_feed();
    }

  private:
    /// Pages that begin with this line of the index; lines are counted as the layout counts them.
    void marks() {
        auto const& all = book_.plan.index_marks;
        for (; next_mark_ < all.size() && all[next_mark_].offset <= lines_; ++next_mark_) writer_.mark(all[next_mark_]);
    }
    void begin_line() {
        ++lines_;
        marks();
    }

    void add(IndexGroup const& group) {
        out_.open("section", {{"class", "index-group"}, {"aria-label", group.letter}});
        out_.line_feed();
        if (!group.letter.empty()) {
            StyleScope const scope(out_, writer_.style(TypeRole::index_letter));
            out_.open("h2", {{"class", "index-letter"}});
            begin_line();
            out_.text(group.letter);
            out_.close("h2");
            out_.line_feed();
        }
        StyleScope const scope(out_, writer_.style(TypeRole::index));
        list(group.entries);
        out_.close("section");
        out_.line_feed();
    }

    void list(std::vector<IndexEntry> const& entries) {
        out_.open("ul", {{"class", "index"}});
        out_.line_feed();
        Index const& index = book_.document.index;
        for (IndexEntry const& entry : entries) {
            out_.open("li", {{"epub:type", "index-entry"}});
            begin_line();
            out_.element("span", {{"epub:type", "index-term"}}, entry.term);
            places(entry.places);
            references(index.see, "index-xref-preferred", entry.see, !entry.places.empty());
            references(index.see_also, "index-xref-related", entry.see_also,
                       !entry.places.empty() || !entry.see.empty());
            if (!entry.below.empty()) {
                out_.line_feed();
                list(entry.below);
            }
            out_.close("li");
            out_.line_feed();
        }
        out_.close("ul");
        out_.line_feed();
    }

    // Two mentions on one printed page are one number there, and one link here.
    void places(std::vector<AnchorId> const& all) {
        std::vector<std::string> told;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const index = static_cast<std::size_t>(all[i]);
            std::string label = index < book_.plan.anchor_pages.size() ? book_.plan.anchor_pages[index] : "";
            bool const paged = !label.empty();
            if (!paged) label = std::to_string(i + 1);
            if (paged && std::find(told.begin(), told.end(), label) != told.end()) continue;
            told.push_back(label);
            std::string const href = book_.href(writer_.file(), book_.plan.anchor_files[index],
                                                anchor_id(book_.document.anchors[index].name));
            out_.text(", ");
            out_.element("a", {{"epub:type", "index-locator"}, {"href", href}}, label);
        }
    }

    void references(std::string const& word, char const* type, std::vector<std::string> const& to, bool is_behind) {
        for (std::size_t i = 0; i < to.size(); ++i) {
            out_.text(i > 0 || is_behind ? "; " : ", ");
            if (i == 0) {
                out_.element("i", {}, word);
                out_.text(" ");
            }
            out_.element("span", {{"epub:type", type}}, to[i]);
        }
    }

    Writer& writer_;
    Book const& book_;
    Markup& out_;
    std::uint32_t lines_ = 0;
    std::size_t next_mark_ = 0;
};

} // namespace

void write_index(Writer& writer) { IndexWriter(writer).run(); }

} // namespace quoin::epub
