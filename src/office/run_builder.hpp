#pragma once
// Running text out of runs: a word processor gives each stretch of equal look its own list of marks; the document nests them.

#include "base/span.hpp"
#include "model/inline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::office {

enum class Shift : std::uint8_t { none, superscript, subscript };

/// Index + 1 of a link that RunBuilder knows; `none` outside links.
enum class Target : std::uint32_t { none = 0 };

/// The look of a run, as far as the model can say it.
struct Format {
    bool strong = false, emphasis = false, strikethrough = false, small_caps = false, right_to_left = false;
    Shift shift = Shift::none;
    Target target = Target::none;
    model::Language language;         // empty: that of the article
    std::vector<std::string> classes; // "underline", "insertion", …

    bool operator==(Format const&) const = default;
};

/// Collects the runs of one paragraph. Neighbours of equal look become one, spaces at a mark's edge move out of it, marks
/// nest so that each is opened as seldom as can be, and a link is never cut in two.
class RunBuilder {
  public:
    /// Tabs and line feeds are spaces.
    void text(std::string_view, Format const&, Span);
    /// A note's mark, an anchor, a picture, a line break, …: takes its look from both sides, but for a picture.
    void add(model::Inline, Format const&);
    /// The address or place of the runs whose Format names the result. Its content must be empty.
    Target link(model::Link, Span);
    Target link(model::CrossReference, Span);

    /// Nothing that would be seen has been collected.
    [[nodiscard]] bool is_blank() const;
    /// Ends with a letter or figure, so that what follows at once belongs to the same word.
    [[nodiscard]] bool ends_in_word() const;
    /// Takes over what another paragraph held, at the end.
    void append(RunBuilder);
    /// The nested text, without spaces at both ends. The builder is empty afterwards.
    model::Inlines finish();

  private:
    struct Piece {
        Format format;
        std::string text;
        Span span;
        std::optional<model::Inline> atom = {}; // a note's mark, a picture, …: then there is no text
        [[nodiscard]] bool is_text() const { return !atom; }
    };
    enum class Mark : std::uint8_t;

    void separate_spaces();
    void settle_languages();
    void settle_neutral_pieces();
    void merge();
    void trim();
    [[nodiscard]] bool is_neutral(Piece const&) const;
    [[nodiscard]] std::size_t extent(std::size_t begin, std::size_t end, Mark, unsigned used) const;
    [[nodiscard]] model::Inlines nest(std::size_t begin, std::size_t end, unsigned used) const;
    [[nodiscard]] model::Inline wrapped(Piece const& first, Mark, model::Inlines content) const;

    std::vector<Piece> pieces_;
    std::vector<model::Inline> targets_; // Link or CrossReference without content
};

/// In headings and titles a line break is a space.
model::Inlines without_breaks(model::Inlines);
/// The content of emphasis or strong that holds all of it: the look of a heading is no mark.
model::Inlines without_whole_marks(model::Inlines);

} // namespace quoin::office
