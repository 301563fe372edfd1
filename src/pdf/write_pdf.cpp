#include "pdf/write_pdf.hpp"

#include "pdf/assemble.hpp"
#include "pdf/printers_marks.hpp"

#include <algorithm>
#include <optional>

namespace quoin::pdf {

namespace {

std::optional<Diagnostic> first_problem(std::vector<std::optional<Diagnostic>>& problems) {
    for (auto& problem : problems) {
        if (problem) return std::move(problem);
    }
    return std::nullopt;
}

/// Fonts and pictures do not depend on each other.
std::optional<Diagnostic> make_resources(page::PageList const& list, Edition const& edition,
                                         std::vector<GlyphTexts> texts, Pool& pool, Parts& parts) {
    auto const placements = largest_placements(list);
    PressColours const colours(list.inks, edition);
    auto const font_count = list.fonts.size();
    parts.fonts.resize(font_count);
    parts.font_streams.resize(font_count);
    parts.pictures.resize(list.images.size());
    std::vector<std::optional<Diagnostic>> problems(font_count + list.images.size());
    pool.for_each(problems.size(), [&](std::size_t job) {
        if (job < font_count) {
            if (!texts[job].any()) return;
            auto font = subset_font(list.fonts[job], std::move(texts[job]));
            if (!font) {
                problems[job] = font.error();
                return;
            }
            parts.fonts[job] = std::move(*font);
            parts.font_streams[job] = compress_font(parts.fonts[job], Compressor(edition.compression));
            return;
        }
        auto const image = job - font_count;
        if (placements[image] == Size{}) return;
        auto picture = prepare_picture(list.images[image], placements[image], colours, edition);
        if (!picture) {
            problems[job] = picture.error();
            return;
        }
        parts.pictures[image] = std::move(*picture);
    });
    return first_problem(problems);
}

/// Neighbouring pages share a compressor and a buffer. How they are grouped does not show in the result.
void make_pages(PageContext const& context, Pool& pool, Parts& parts) {
    auto const& pages = context.list.pages;
    parts.pages.resize(pages.size());
    constexpr std::size_t largest_group = 16;
    auto const group = std::clamp<std::size_t>(pages.size() / (pool.threads() * 4 + 1), 1, largest_group);
    pool.for_each((pages.size() + group - 1) / group, [&](std::size_t job) {
        ContentBuffer scratch;
        Compressor const compressor(context.edition.compression);
        auto const end = std::min(pages.size(), (job + 1) * group);
        for (auto page = job * group; page < end; ++page) {
            parts.pages[page] = write_page(context, pages[page], scratch, compressor);
        }
    });
}

/// A line of text that no page list has: its letters are to be in the font before the pages are written.
std::optional<SlugFont> reserve_slug_line(page::PageList const& list, Edition const& edition,
                                          std::vector<GlyphTexts>& texts) {
    if (edition.slug() == Length::zero() || !edition.marks.slug_line) return std::nullopt;
    std::string const characters = PrintersMarks::slug_characters(list, edition);
    auto font = SlugFont::choose(list, texts, characters);
    if (font) font->reserve(characters, texts);
    return font;
}

void add_resources(PageContent& page, PageContent const& more) {
    page.fonts.insert(more.fonts.begin(), more.fonts.end());
    page.spots.insert(more.spots.begin(), more.spots.end());
    page.uses_overprint |= more.uses_overprint;
}

Result<Bytes> write_file(page::PageList const& list, Edition const& edition, Pool& pool) {
    Parts parts;
    auto texts = collect_glyph_texts(list);
    auto slug_font = reserve_slug_line(list, edition, texts);
    if (auto problem = make_resources(list, edition, std::move(texts), pool, parts))
        return Failure(std::move(*problem));
    std::vector<PictureUse> uses;
    for (auto const& picture : parts.pictures) uses.push_back(picture.use);
    InkTable const inks(list, edition);
    PrintersMarks const marks(list, edition, inks, std::move(slug_font));
    PageContext context{list, edition, inks, parts.fonts, uses};
    if (edition.slug() > Length::zero()) {
        ContentBuffer buffer;
        parts.marks = write_around(context, marks.common(), buffer, Compressor(edition.compression));
        context.slug_line = [&](page::Page const& page) { return marks.slug_line(page); };
    }
    make_pages(context, pool, parts);
    for (auto& page : parts.pages) add_resources(page, parts.marks);
    return assemble(list, edition, inks, parts);
}

} // namespace

Result<Bytes> write_pdf(page::PageList const& list, Edition const& edition, Pool& pool) {
    if (list.pages.empty()) return failure(Code::contents_empty, {}, "there are no pages to write");
    try {
        return write_file(list, edition, pool);
    } catch (std::exception const& problem) {
        return failure(Code::internal_fault, {}, std::string("the PDF file could not be written: ") + problem.what());
    }
}

} // namespace quoin::pdf
