// Addresses that stand bare in the text: https://…, www.… and name@host, as GitHub's Markdown reads them. This is a pass
// over the finished text, because the specification of CommonMark says of several of them that they are no links.

#include "reader/inline_addresses.hpp"

#include "base/bare_addresses.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::reader {

namespace {

/// Consecutive texts, which an escape or a line's end may have cut in the middle of an address.
class TextRun {
  public:
    TextRun(model::Inlines& content, std::size_t begin) {
        for (end_ = begin; end_ < content.size(); ++end_) {
            auto* const text = std::get_if<model::Text>(&content[end_].kind);
            if (text == nullptr) break;
            pieces_.push_back({text_.size(), &content[end_]});
            text_ += text->text;
        }
    }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t end() const { return end_; }

    /// Appends the texts from `begin` to `end`, cut where needed.
    void copy(std::size_t begin, std::size_t end, model::Inlines& to) const {
        auto const behind = std::upper_bound(pieces_.begin(), pieces_.end(), begin,
                                             [](std::size_t at, Piece const& piece) { return at < piece.at; });
        auto const start = behind == pieces_.begin() ? behind : behind - 1;
        for (auto each = start; each != pieces_.end() && each->at < end; ++each) {
            Piece const& piece = *each;
            auto const& text = std::get<model::Text>(piece.node->kind);
            std::size_t const first = std::max(begin, piece.at);
            std::size_t const last = std::min(end, piece.at + text.text.size());
            if (first >= last) continue;
            Span span = piece.node->span;
            if (text.text.size() == span.end - span.begin) {
                span.end = span.begin + static_cast<std::uint32_t>(last - piece.at);
                span.begin += static_cast<std::uint32_t>(first - piece.at);
            }
            to.push_back({model::Text{text.text.substr(first - piece.at, last - first), text.literal}, span});
        }
    }

  private:
    struct Piece {
        std::size_t at;
        model::Inline* node;
    };
    std::string text_;
    std::vector<Piece> pieces_;
    std::size_t end_ = 0;
};

} // namespace

void link_addresses(model::Inlines& content) {
    bool const worthwhile = std::any_of(content.begin(), content.end(), [](model::Inline const& each) {
        auto const* const text = std::get_if<model::Text>(&each.kind);
        return text != nullptr &&
               (text->text.find("://") != std::string::npos || text->text.find("www.") != std::string::npos ||
                text->text.find('@') != std::string::npos);
    });
    if (!worthwhile) return;
    model::Inlines result;
    for (std::size_t at = 0; at < content.size();) {
        if (!std::holds_alternative<model::Text>(content[at].kind)) {
            result.push_back(std::move(content[at++]));
            continue;
        }
        TextRun const run(content, at);
        std::size_t behind = 0;
        for (BareAddress& address : find_addresses(run.text())) {
            run.copy(behind, address.begin, result);
            model::Link link;
            run.copy(address.begin, address.end, link.content);
            Span const span{link.content.front().span.file, link.content.front().span.begin,
                            link.content.back().span.end};
            for (model::Inline& each : link.content) std::get<model::Text>(each.kind).literal = true;
            link.address = std::move(address.target);
            link.bare = true;
            result.push_back({std::move(link), span});
            behind = address.end;
        }
        run.copy(behind, run.text().size(), result);
        at = run.end();
    }
    content = std::move(result);
}

} // namespace quoin::reader
