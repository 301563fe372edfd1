#include "manuscript/clean_typography.hpp"

#include "manuscript/typography_edits.hpp"
#include "model/walk.hpp"

#include <algorithm>

namespace quoin::manuscript {

namespace {

using model::Inline;
using model::Inlines;

/// The texts of a paragraph as one string, so that a quotation mark within emphasis finds its fellow outside.
class Row {
  public:
    explicit Row(Inlines& content) { collect(content, false); }

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::vector<bool> const& fixed() const { return fixed_; }

    /// The place of a byte in the view, as near as it is known.
    [[nodiscard]] Span place(std::size_t begin, std::size_t end) const {
        Part const& part = *part_at(begin);
        Span span = part.node->span;
        auto const shift = static_cast<std::uint32_t>(begin - part.begin);
        bool const one_to_one = span.end - span.begin == part.end - part.begin;
        if (one_to_one)
            span = {span.file, span.begin + shift, span.begin + shift + static_cast<std::uint32_t>(end - begin)};
        return span;
    }

    /// From the last edit to the first, so that the places before stay right. Edits over two nodes are left out.
    bool apply(TypographyEdit const& edit) {
        auto const part = part_at(edit.begin);
        auto* const text = std::get_if<model::Text>(&part->node->kind);
        if (text == nullptr || edit.end > part->end) return false;
        // A text is never empty.
        if (text->text.size() == edit.end - edit.begin && edit.replacement.empty()) return false;
        text->text.replace(edit.begin - part->begin, edit.end - edit.begin, edit.replacement);
        return true;
    }

  private:
    struct Part {
        std::size_t begin = 0, end = 0;
        Inline* node = nullptr;
    };

    [[nodiscard]] std::vector<Part>::const_iterator part_at(std::size_t at) const {
        return std::upper_bound(parts_.begin(), parts_.end(), at,
                                [](std::size_t place, Part const& part) { return place < part.begin; }) -
               1;
    }

    void add(Inline& node, std::string_view text, bool fixed) {
        parts_.push_back({text_.size(), text_.size() + text.size(), &node});
        text_ += text;
        fixed_.resize(text_.size(), fixed);
    }

    void collect(Inlines& content, bool fixed) {
        for (Inline& each : content) {
            if (auto const* const text = std::get_if<model::Text>(&each.kind)) {
                add(each, text->text, fixed || text->literal);
            } else if (auto const* const code = std::get_if<model::Code>(&each.kind)) {
                add(each, code->text, true);
            } else if (std::holds_alternative<model::LineBreak>(each.kind)) {
                add(each, "\n", true);
            } else if (Inlines* const inner = model::children(each)) {
                auto const* const link = std::get_if<model::Link>(&each.kind);
                collect(*inner, fixed || (link != nullptr && link->bare));
            }
        }
    }

    std::string text_;
    std::vector<bool> fixed_;
    std::vector<Part> parts_;
};

/// The words around a place.
std::string excerpt(std::string const& text, std::size_t begin, std::size_t end) {
    constexpr std::size_t around = 24; // bytes
    std::size_t from = begin > around ? begin - around : 0;
    std::size_t to = std::min(text.size(), end + around);
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
    while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0U) == 0x80U) ++to;
    return text.substr(from, to - from);
}

void clean_row(Inlines& content, model::Language const& language, std::vector<Decision>& decisions) {
    Row row(content);
    if (row.text().empty()) return;
    TypographyEdits const found = edit_typography(row.text(), row.fixed(), language);
    if (found.quotes_unpaired)
        decisions.push_back({DecisionCode::quote_unclosed,
                             row.place(found.unpaired, found.unpaired + 1),
                             {},
                             "the quotation marks of the paragraph stay as they are",
                             "they do not pair: " + excerpt(row.text(), found.unpaired, found.unpaired + 1),
                             0.7,
                             "close the quotation"});
    std::vector<Decision> told;
    for (auto edit = found.edits.rbegin(); edit != found.edits.rend(); ++edit) {
        Span const place = row.place(edit->begin, edit->end);
        std::string const before = row.text().substr(edit->begin, edit->end - edit->begin);
        if (!row.apply(*edit)) continue;
        told.push_back({DecisionCode::typography_changed,
                        place,
                        {},
                        "“" + edit->replacement + "” for “" + before + "”",
                        excerpt(row.text(), edit->begin, edit->end),
                        1,
                        "leave it as it was"});
    }
    decisions.insert(decisions.end(), told.rbegin(), told.rend());
}

} // namespace

void clean_typography(Imported& imported) {
    model::visit_texts(imported.document, [&](Inlines& row, model::Language const& language) {
        clean_row(row, language, imported.decisions);
    });
    std::stable_sort(imported.decisions.begin(), imported.decisions.end(),
                     [](Decision const& a, Decision const& b) { return a.left.begin < b.left.begin; });
}

} // namespace quoin::manuscript
