#include "pdf/write_pdf.hpp"

#include "pdf/assemble.hpp"

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
std::optional<Diagnostic> make_resources(page::PageList const& list, Edition const& edition, Pool& pool, Parts& parts) {
    auto texts = collect_glyph_texts(list);
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
void make_pages(page::PageList const& list, Edition const& edition, Pool& pool, Parts& parts) {
    std::vector<PictureUse> uses;
    for (auto const& picture : parts.pictures) uses.push_back(picture.use);
    InkTable const inks(list, edition);
    PageContext const context{list, edition, inks, parts.fonts, uses};
    parts.pages.resize(list.pages.size());
    constexpr std::size_t largest_group = 16;
    auto const group = std::clamp<std::size_t>(list.pages.size() / (pool.threads() * 4 + 1), 1, largest_group);
    pool.for_each((list.pages.size() + group - 1) / group, [&](std::size_t job) {
        ContentBuffer scratch;
        Compressor const compressor(edition.compression);
        auto const end = std::min(list.pages.size(), (job + 1) * group);
        for (auto page = job * group; page < end; ++page) {
            parts.pages[page] = write_page(context, list.pages[page], scratch, compressor);
        }
    });
}

} // namespace

Result<Bytes> write_pdf(page::PageList const& list, Edition const& edition, Pool& pool) {
    if (list.pages.empty()) return failure(Code::contents_empty, {}, "there are no pages to write");
    try {
        Parts parts;
        if (auto problem = make_resources(list, edition, pool, parts)) return Failure(std::move(*problem));
        make_pages(list, edition, pool, parts);
        return assemble(list, edition, parts);
    } catch (std::exception const& problem) {
        return failure(Code::internal_fault, {}, std::string("the PDF file could not be written: ") + problem.what());
    }
}

} // namespace quoin::pdf
