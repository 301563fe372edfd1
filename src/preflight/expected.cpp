#include "preflight/expected.hpp"

#include "preflight/plain_text.hpp"

#include <algorithm>

namespace quoin::preflight {

namespace {

constexpr std::string_view soft_hyphen = "\u00ad";

// A hyphen that the line breaker set is printed; one inside other text is not.
void append_cluster(std::string& to, std::string_view cluster, FileKind kind) {
    if (cluster == soft_hyphen && kind != FileKind::screen) {
        to += '-';
    } else {
        append_plain(to, cluster);
    }
}

bool is_simple(page::GlyphRun const& run) {
    for (std::size_t at = 1; at < run.glyphs.size(); ++at)
        if (run.glyphs[at].cluster < run.glyphs[at - 1].cluster) return false;
    return run.text.find(soft_hyphen) == std::string::npos;
}

// A file shows glyphs from left to right, so its text comes cluster by cluster in that order.
void append_clusters(std::string& to, page::GlyphRun const& run, FileKind kind) {
    std::vector<std::uint32_t> begins;
    for (page::Glyph const& glyph : run.glyphs) begins.push_back(glyph.cluster);
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    for (std::size_t at = 0; at < run.glyphs.size(); ++at) {
        std::uint32_t const cluster = run.glyphs[at].cluster;
        if (at > 0 && run.glyphs[at - 1].cluster == cluster) continue;
        auto const next = std::upper_bound(begins.begin(), begins.end(), cluster);
        std::size_t const end = next == begins.end() ? run.text.size() : *next;
        if (cluster < end && end <= run.text.size())
            append_cluster(to, std::string_view(run.text).substr(cluster, end - cluster), kind);
    }
}

// Begins beyond the bleed, where only marks stand: the end of a line that has no room on the page, which is told as
// line-overfull.
bool runs_off(Point at, page::PageList const& list) {
    Length const room = list.bleed + Length::from_points(0.01); // as is_mark() of the reader rounds
    return at.x < -room || at.y < -room || at.x > list.trim.width + room || at.y > list.trim.height + room;
}

} // namespace

std::string letters_of(std::string_view text) {
    std::string letters;
    append_letters(letters, text);
    return letters;
}

std::string page_text(page::PageList const& list, std::size_t index, FileKind kind) {
    std::string text;
    for (page::Item const& item : list.pages.at(index).items) {
        auto const* const run = std::get_if<page::GlyphRun>(&item.kind);
        if (run == nullptr || run->glyphs.empty()) continue;
        if (kind == FileKind::screen && item.tag == page::TagId::artifact) continue;
        if (kind != FileKind::screen && runs_off(item.at, list)) continue;
        if (is_simple(*run)) {
            append_plain(text, run->text);
        } else {
            append_clusters(text, *run, kind);
        }
    }
    return text;
}

} // namespace quoin::preflight
