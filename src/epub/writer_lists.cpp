#include "epub/list_numbers.hpp"
#include "epub/writer.hpp"

namespace quoin::epub {

using namespace model;

// A reading system prints "12." or "a." and nothing else; any other marker is text of ours, and its own is switched off.
void Writer::list(List const& it) {
    if (it.kind == ListKind::bullet) {
        out_.open("ul");
        out_.line_feed();
        for (ListItem const& item : it.items) list_item(it, item, false, {});
        out_.close("ul");
        return;
    }
    ListNumbers const numbers = list_numbers(it);
    out_.open("ol", {{"class", numbers.literal ? "literal" : ""}, {"type", numbers.type}, {"start", numbers.start}});
    out_.line_feed();
    for (std::size_t i = 0; i < it.items.size(); ++i) {
        if (!numbers.literal) out_.count(it.items[i].marker);
        list_item(it, it.items[i], numbers.literal, numbers.values[i]);
    }
    out_.close("ol");
}

void Writer::list_item(List const& list, ListItem const& item, bool literal, std::string const& value) {
    out_.open("li", {{"value", value}});
    std::size_t written = 0;
    auto const* first = item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().kind);
    bool const loose = first != nullptr && !list.tight;
    if (loose) out_.open("p", {{"class", literal ? "item" : ""}});
    if (literal && !item.marker.empty()) {
        out_.element("span", {{"class", "marker"}}, item.marker);
        out_.text(" ");
    }
    if (first != nullptr) {
        if (!first->marker.empty()) out_.text(first->marker + " ");
        row(first->content, item.content.front().serial);
        written = 1;
    }
    if (loose) out_.close("p");
    if (written < item.content.size()) {
        out_.line_feed();
        blocks(item.content, written, item.content.size());
    }
    out_.close("li");
    out_.line_feed();
}

void Writer::definitions(DefinitionList const& it, std::uint32_t serial) {
    out_.open("dl");
    out_.line_feed();
    RowPlace place{serial, 0, false};
    for (Definition const& item : it.items) {
        place.last = &item == &it.items.back();
        term(item.term, place);
        place.begin += static_cast<std::uint32_t>(plain_text(item.term).size()) + 1;
        for (Blocks const& meaning : item.meanings) {
            out_.open("dd");
            blocks(meaning);
            out_.close("dd");
            out_.line_feed();
        }
    }
    out_.close("dl");
}

void Writer::term(Inlines const& content, RowPlace const& place) {
    FaceStyle sloped = out_.style();
    sloped.italic = true;
    StyleScope const scope(out_, sloped);
    out_.open("dt");
    row_of(content, place);
    out_.close("dt");
    out_.line_feed();
}

} // namespace quoin::epub
