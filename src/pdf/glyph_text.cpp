#include "pdf/glyph_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace quoin::pdf {

namespace {

// A glyph that never stands for text of its own (a mark that its base has swallowed) still needs a code point that is
// not zero (ISO 19005-2, 6.2.11.7.2). U+200B is seen by nobody.
constexpr std::string_view no_text = "\u200b";

struct Candidate {
    std::string text;
    std::uint32_t count = 0;
};

/// The first text is kept apart from the others: in nearly every book it stays the only one.
struct Votes {
    bool used = false;
    Candidate first;
    std::vector<Candidate> others;

    void add(std::string_view text, std::uint32_t weight) {
        if (first.text == text) {
            first.count += weight;
        } else if (first.text.empty()) {
            first = {std::string(text), weight};
        } else {
            auto found =
                std::find_if(others.begin(), others.end(), [&](auto const& other) { return other.text == text; });
            if (found == others.end()) {
                others.push_back({std::string(text), weight});
            } else {
                found->count += weight;
            }
        }
    }

    [[nodiscard]] std::string const& winner() const {
        auto const* best = &first;
        for (auto const& other : others) {
            if (other.count > best->count || (other.count == best->count && other.text < best->text)) best = &other;
        }
        return best->text;
    }
};

using FontVotes = std::vector<Votes>;

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        auto const begin = at;
        next_character(text, at);
        result.push_back(text.substr(begin, at - begin));
    }
    return result;
}

/// Several glyphs for one cluster: letter by letter when the numbers agree (a base and its marks), else all to the
/// first.
void vote_for_group(FontVotes& votes, page::GlyphRun const& run, std::size_t first, std::size_t last,
                    std::string_view text) {
    auto const letters = characters(text);
    auto const count = last - first;
    for (std::size_t index = 0; index < count; ++index) {
        auto const place = run.right_to_left ? last - 1 - index : first + index; // logical order
        auto& vote = votes[run.glyphs[place].id];
        if (letters.size() == count) {
            vote.add(letters[index], 1);
        } else if (index == 0) {
            vote.add(text, 1);
        }
    }
}

void collect_run(FontVotes& votes, page::GlyphRun const& run, std::string& scratch) {
    for (auto const& glyph : run.glyphs) {
        if (glyph.id >= votes.size()) votes.resize(glyph.id + 1);
        votes[glyph.id].used = true;
    }
    for_each_cluster(run, [&](std::size_t first, std::size_t last, std::string_view cluster) {
        auto const text = readable_text(cluster, scratch);
        if (text.empty()) return;
        if (last - first > 1) return vote_for_group(votes, run, first, last, text);
        // The line breaker's hyphen says nothing about what else the glyph may stand for (U+2010, U+002D).
        votes[run.glyphs[first].id].add(text, cluster == soft_hyphen ? 0 : 1);
    });
}

bool is_fixed_space(std::string_view text) {
    if (text.size() == 2) return text == "\u00a0";
    if (text.size() != 3) return false;
    if (text == "\u202f" || text == "\u205f") return true;
    return text.substr(0, 2) == "\xe2\x80" && static_cast<unsigned char>(text[2]) <= 0x8a; // U+2000 to U+200A
}

} // namespace

std::string_view readable_text(std::string_view cluster, std::string& scratch) {
    if (cluster.size() <= 1) return cluster; // ASCII: nearly all there is
    if (is_fixed_space(cluster)) return " ";
    if (cluster == soft_hyphen) return "-";
    if (cluster.find(soft_hyphen) == std::string_view::npos) return cluster;
    scratch.assign(cluster);
    for (auto at = scratch.find(soft_hyphen); at != std::string::npos; at = scratch.find(soft_hyphen, at)) {
        scratch.erase(at, soft_hyphen.size());
    }
    return scratch;
}

std::vector<GlyphTexts> collect_glyph_texts(page::PageList const& list) {
    std::vector<FontVotes> votes(list.fonts.size());
    std::string scratch;
    for (auto const& page : list.pages) {
        for (auto const& item : page.items) {
            auto const* run = std::get_if<page::GlyphRun>(&item.kind);
            if (run == nullptr || run->glyphs.empty()) continue;
            collect_run(votes.at(static_cast<std::size_t>(run->font)), *run, scratch);
        }
    }

    std::vector<GlyphTexts> result(list.fonts.size());
    for (std::size_t font = 0; font < votes.size(); ++font) {
        auto& texts = result[font];
        texts.used.resize(votes[font].size());
        texts.text.resize(votes[font].size());
        for (std::size_t glyph = 0; glyph < votes[font].size(); ++glyph) {
            auto const& vote = votes[font][glyph];
            if (!vote.used) continue;
            texts.used[glyph] = true;
            texts.highest = static_cast<std::uint32_t>(glyph);
            texts.text[glyph] = vote.first.text.empty() ? std::string(no_text) : vote.winner();
        }
    }
    return result;
}

} // namespace quoin::pdf
