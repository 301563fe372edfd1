// Lists out of paragraphs with marks: the file has no lists, only paragraphs that say which number and level they have.

#include "office/docx_blocks.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

// How far the text of a continuation may stand from that of its item, in twentieths of a point.
constexpr int indent_tolerance = 60;

class ListFolder {
  public:
    explicit ListFolder(manuscript::Imported& imported) : imported_(imported) {}

    Pieces fold(DocxLines lines) {
        for (DocxLine& line : lines) add(line);
        close_all();
        return std::move(result_);
    }

  private:
    struct Open {
        model::List list;
        int level = 0, number = 0, text_left = 0;
        DocxMarker::Kind kind = DocxMarker::Kind::none;
        Span span;
        model::Language language;
        bool right_to_left = false;
    };

    void add(DocxLine& line) {
        bool const marked = line.level >= 0 && line.marker.kind != DocxMarker::Kind::none;
        if (marked && is_empty(line)) return; // its number is counted, but there is nothing to say
        if (marked) return item(line);
        if (!open_.empty() && continues(line)) return continuation(line);
        // Neither an empty paragraph nor an anchor between two items ends a list.
        if (!open_.empty() && is_empty(line)) return;
        close_all();
        if (line.indent_quote) line.piece.role.role = Role::quote;
        result_.push_back(std::move(line.piece));
    }

    static bool is_empty(DocxLine const& line) {
        auto const* const paragraph = std::get_if<model::Paragraph>(&line.piece.block.kind);
        return paragraph != nullptr && paragraph->content.empty();
    }

    void item(DocxLine& line) {
        while (!open_.empty() && open_.back().level > line.level) close();
        if (!open_.empty() && open_.back().level == line.level &&
            (open_.back().kind != line.marker.kind || open_.back().number != line.marker.list))
            close();
        if (open_.empty() || open_.back().level < line.level) {
            Open list;
            list.level = line.level;
            list.number = line.marker.list;
            list.kind = line.marker.kind;
            list.list.kind =
                line.marker.kind == DocxMarker::Kind::number ? model::ListKind::numbered : model::ListKind::bullet;
            list.span = line.piece.block.span;
            list.language = line.piece.language;
            list.right_to_left = line.piece.right_to_left;
            open_.push_back(std::move(list));
        }
        Open& list = open_.back();
        list.text_left = line.left;
        if (line.loose) list.list.tight = false;
        model::ListItem item;
        item.marker = line.marker.text;
        if (!item.marker.empty()) imported_.added.push_back({"list number", {}, item.marker});
        item.number = list.kind == DocxMarker::Kind::number ? line.marker.number : 0;
        item.span = line.piece.block.span;
        item.content.push_back(in_language(std::move(line.piece), list));
        list.list.items.push_back(std::move(item));
    }

    /// An item in another language than its list says so by itself.
    static model::Block in_language(Piece piece, Open const& list) {
        if (piece.language == list.language || piece.language.empty()) return std::move(piece.block);
        if (auto* const paragraph = std::get_if<model::Paragraph>(&piece.block.kind)) {
            model::Inline span{model::LanguageSpan{std::move(paragraph->content), piece.language, {}, false},
                               piece.block.span};
            paragraph->content = {};
            paragraph->content.push_back(std::move(span));
        }
        return std::move(piece.block);
    }

    /// Text without a mark that stands where an item's text stands goes on with it.
    [[nodiscard]] bool continues(DocxLine const& line) const {
        if (line.piece.role.role != Role::paragraph || is_empty(line)) return false;
        if (!std::holds_alternative<model::Paragraph>(line.piece.block.kind)) return false;
        if (line.unmarked) return true;
        return line.left > 0 && std::any_of(open_.begin(), open_.end(), [&](Open const& list) {
                   return list.text_left > 0 && std::abs(line.left - list.text_left) <= indent_tolerance;
               });
    }

    void continuation(DocxLine& line) {
        if (line.level >= 0) {
            while (open_.size() > 1 && open_.back().level > line.level) close();
        } else {
            while (open_.size() > 1 && open_.back().text_left > line.left + indent_tolerance) close();
        }
        Open& list = open_.back();
        list.list.items.back().content.push_back(in_language(std::move(line.piece), list));
    }

    void close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        for (model::ListItem const& item : done.list.items) {
            auto const texts = std::count_if(item.content.begin(), item.content.end(), [](model::Block const& block) {
                return !std::holds_alternative<model::List>(block.kind);
            });
            if (texts > 1) done.list.tight = false;
            done.span.end = std::max(done.span.end, item.content.back().span.end);
        }
        model::Block block{std::move(done.list), done.span};
        if (!open_.empty()) {
            open_.back().list.items.back().content.push_back(std::move(block));
            return;
        }
        Piece piece;
        piece.block = std::move(block);
        piece.language = done.language;
        piece.right_to_left = done.right_to_left;
        result_.push_back(std::move(piece));
    }

    void close_all() {
        while (!open_.empty()) close();
    }

    manuscript::Imported& imported_;
    std::vector<Open> open_;
    Pieces result_;
};

} // namespace

Pieces fold_lists(DocxLines lines, manuscript::Imported& imported) {
    return ListFolder(imported).fold(std::move(lines));
}

} // namespace quoin::office
