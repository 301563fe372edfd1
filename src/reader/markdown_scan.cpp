#include "reader/markdown_scan.hpp"

#include "reader/attributes.hpp"

#include <algorithm>
#include <map>

namespace quoin::reader {

namespace {

/// A leaf full of openers without closers would otherwise be read to its end again and again.
constexpr std::size_t looks_per_byte = 32;

std::size_t run_length(std::string_view content, std::size_t at) {
    std::size_t end = at;
    while (end < content.size() && content[end] == content[at]) ++end;
    return end - at;
}

std::size_t next_in(std::vector<std::size_t> const& sorted, std::size_t at) {
    auto const next = std::upper_bound(sorted.begin(), sorted.end(), at);
    return next == sorted.end() ? ContentScan::npos : *next;
}

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\n'; }

/// Where runs of backticks of each length begin.
std::map<std::size_t, std::vector<std::size_t>> backtick_runs(std::string_view content) {
    std::map<std::size_t, std::vector<std::size_t>> runs;
    for (std::size_t at = content.find('`'); at != std::string_view::npos; at = content.find('`', at)) {
        std::size_t const length = run_length(content, at);
        runs[length].push_back(at);
        at += length;
    }
    return runs;
}

} // namespace

ContentScan::ContentScan(std::string_view content)
    : content_(content), budget_(content.size() * looks_per_byte + 1000) {
    auto const runs = backtick_runs(content);
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < content.size();) {
        char const letter = content[at];
        if (letter == '\\') {
            at += 2;
        } else if (std::size_t const length = letter == '{' ? attributes_length(content.substr(at)) : 0; length > 0) {
            code_.emplace_back(at, at + length); // their values are no marks either
            at += length;
        } else if (letter == '`') {
            std::size_t const ticks = run_length(content, at);
            // An escape may have taken the first tick of a run, so that there is none of the length that is left.
            auto const same = runs.find(ticks);
            auto const closing = same == runs.end() ? npos : next_in(same->second, at);
            if (closing == npos) {
                at += ticks;
                continue;
            }
            code_.emplace_back(at, closing + ticks);
            at = closing + ticks;
        } else {
            if (letter == '[') open.push_back(at);
            if (letter == ']' && !open.empty()) {
                brackets_.emplace(open.back(), at);
                brackets_.emplace(at, open.back());
                open.pop_back();
            }
            ++at;
        }
    }
}

std::size_t ContentScan::closing_bracket(std::size_t open) const {
    auto const found = brackets_.find(open);
    return found == brackets_.end() ? npos : found->second;
}

std::size_t ContentScan::opening_bracket(std::size_t close) const { return closing_bracket(close); }

std::size_t ContentScan::skip(std::size_t at) const {
    if (content_[at] == '\\') return std::min(at + 2, content_.size());
    if (content_[at] == '`' || content_[at] == '{') {
        auto const found = std::lower_bound(code_.begin(), code_.end(), std::pair{at, std::size_t{0}});
        if (found != code_.end() && found->first == at) return found->second;
        return content_[at] == '{' ? at : at + run_length(content_, at);
    }
    if (content_[at] == '<' && content_.substr(at + 1, 4) == "http") {
        std::size_t const end = content_.find_first_of("> \n", at);
        if (end != std::string_view::npos && content_[end] == '>') return end + 1;
    }
    return at;
}

std::size_t ContentScan::closing_mark(std::string_view mark, std::size_t from) {
    bool const within_word = mark.size() == 1;
    int depth = 0;
    for (std::size_t at = from; at < content_.size();) {
        if (budget_-- == 0) {
            budget_ = 1;
            return npos;
        }
        if (std::size_t const behind = skip(at); behind != at) {
            at = behind;
            continue;
        }
        char const letter = content_[at];
        if (within_word && is_space(letter)) return npos;
        if (letter == '[') ++depth;
        if (letter == ']' && --depth < 0) return npos;
        if (letter == mark.front()) {
            std::size_t const length = run_length(content_, at);
            // `~~` ends behind a letter; a single mark is none when it stands doubled (`~a~~`).
            bool const closes = length == mark.size() && at > from && !is_space(content_[at - 1]);
            if (depth == 0 && closes) return at;
            at += length;
            continue;
        }
        ++at;
    }
    return npos;
}

} // namespace quoin::reader
