#include "preflight/pdf_facts.hpp"
#include "preflight/plain_text.hpp"
#include "preflight/prove_texts.hpp"
#include "preflight/reread.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace quoin::preflight {

namespace {

// Boxes are written in thousandths of a point.
constexpr double tolerance = 0.002;

class PdfProof {
  public:
    PdfProof(std::string const& file, PdfFacts const& facts, ExpectedPdf const& expected, Diagnostics& found)
        : file_(file), facts_(facts), expected_(expected), found_(found) {}

    void run() {
        for (std::string const& warning : facts_.warnings) fail(Code::reread_unreadable, warning);
        if (facts_.pages.size() != expected_.pages.pages.size()) {
            fail(Code::reread_pages,
                 fmt::format("{} pages were to be in it, {} are", expected_.pages.pages.size(), facts_.pages.size()));
            return;
        }
        for (std::size_t page = 0; page < facts_.pages.size(); ++page) prove_page(page);
        prove_fonts();
        if (expected_.kind == FileKind::screen) prove_structure();
    }

  private:
    void fail(Code code, std::string const& what) {
        found_.error(code, {}, fmt::format("{} was read back: {}", file_, what),
                     {"a fault of the program: the file was not put in its place; report it with the sources"});
    }

    void prove_page(std::size_t index) {
        PageFacts const& page = facts_.pages[index];
        page::Page const& meant = expected_.pages.pages[index];
        if (page.label != meant.label && wrong_labels_++ == 0)
            fail(Code::reread_labels,
                 fmt::format("page {} is labelled \"{}\" instead of \"{}\"", index + 1, page.label, meant.label));
        if (auto const fault = box_fault(page); !fault.empty() && wrong_boxes_++ == 0)
            fail(Code::reread_boxes, fmt::format("page {}: {}", index + 1, fault));
        std::string const meant_text = page_text(expected_.pages, index, expected_.kind);
        std::string const text = expected_.kind == FileKind::screen ? tagged_text(page) : page.text;
        if (!reads_as(text, meant_text) && wrong_texts_++ == 0)
            fail(Code::reread_text, text_fault(index, text, meant_text));
    }

    static std::string tagged_text(PageFacts const& page) {
        std::string text;
        for (std::string const& part : page.marked_text) text += part;
        return text;
    }

    // A small capital and its capital may be one glyph, which then reads as one of them; only a screen file says which
    // it is, by ActualText.
    [[nodiscard]] bool reads_as(std::string const& text, std::string const& meant) const {
        if (text == meant) return true;
        return expected_.kind != FileKind::screen && in_small_letters(text) == in_small_letters(meant);
    }

    [[nodiscard]] std::string box_fault(PageFacts const& page) const {
        if (!page.media) return "it has no MediaBox";
        double const width = expected_.pages.trim.width.in_points(), height = expected_.pages.trim.height.in_points();
        auto const is = [](Box const& box, double w, double h) {
            return std::abs(box.width() - w) <= tolerance && std::abs(box.height() - h) <= tolerance;
        };
        auto const size = [](Box const& box) { return fmt::format("{:.3f} × {:.3f} pt", box.width(), box.height()); };
        if (expected_.kind == FileKind::screen) {
            if (!is(*page.media, width, height)) return "its MediaBox has " + size(*page.media);
            return page.crop && !is(*page.crop, width, height) ? "its CropBox has " + size(*page.crop) : std::string();
        }
        double const bleed = expected_.pages.bleed.in_points();
        int const sides = expected_.bleed_at_spine ? 2 : 1;
        if (!page.trim || !is(*page.trim, width, height)) return "its TrimBox is not the trimmed page";
        if (!page.bleed || !is(*page.bleed, width + sides * bleed, height + 2 * bleed))
            return "its BleedBox is not the trimmed page with its bleed";
        return {};
    }

    // Where the two part, and what stands there.
    static std::string text_fault(std::size_t index, std::string const& text, std::string const& meant) {
        std::size_t at = 0;
        while (at < text.size() && at < meant.size() && text[at] == meant[at]) ++at;
        auto const part = [&](std::string const& whole) {
            std::size_t begin = at > 12 ? at - 12 : 0, end = std::min(at + 20, whole.size());
            auto const inside = [&](std::size_t place) {
                return place < whole.size() && (static_cast<unsigned char>(whole[place]) & 0xc0U) == 0x80U;
            };
            while (inside(begin)) --begin;
            while (inside(end)) ++end;
            return whole.substr(std::min(begin, whole.size()), end - std::min(begin, end));
        };
        return fmt::format("page {} reads \"{}\" where \"{}\" was to stand", index + 1, part(text), part(meant));
    }

    void prove_fonts() {
        for (FontFact const& font : facts_.fonts) {
            if (!font.embedded) fail(Code::reread_fonts, fmt::format("the font {} is not in the file", font.name));
        }
    }

    void prove_structure() {
        std::set<std::string> ids;
        std::size_t notes = 0;
        for (ElementFact const& element : facts_.structure.elements) {
            if (element.type != "Note") continue;
            ++notes;
            ids.insert(element.id);
        }
        if (notes != expected_.notes || ids.size() != notes)
            fail(Code::reread_notes, fmt::format("{} notes were to be in it, {} are, with {} different names",
                                                 expected_.notes, notes, ids.size()));
        std::string const letters = letters_of(facts_.structure.text);
        prove_texts(file_, letters, expected_.texts, Which::of_pages, found_);
    }

    std::string const& file_;
    PdfFacts const& facts_;
    ExpectedPdf const& expected_;
    Diagnostics& found_;
    int wrong_labels_ = 0, wrong_boxes_ = 0, wrong_texts_ = 0;
};

} // namespace

void prove_pdf(std::string const& file, PdfFacts const& facts, ExpectedPdf const& expected, Diagnostics& found) {
    PdfProof(file, facts, expected, found).run();
}

} // namespace quoin::preflight
