#include "base/diagnostic.hpp"

#include <algorithm>
#include <numeric>

namespace quoin {

std::string_view name(Code code) {
    switch (code) {
#define QUOIN_CODE(enumerator, text)                                                                                   \
    case Code::enumerator:                                                                                             \
        return text;
#include "base/codes.def"
#undef QUOIN_CODE
    }
    return "internal-fault";
}

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::advice: return "advice";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "error";
}

void Diagnostics::report(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }

void Diagnostics::error(Code code, Span span, std::string message, std::vector<std::string> hints) {
    report({Severity::error, code, span, std::move(message), std::move(hints)});
}

void Diagnostics::warning(Code code, Span span, std::string message, std::vector<std::string> hints) {
    report({Severity::warning, code, span, std::move(message), std::move(hints)});
}

void Diagnostics::advice(Code code, Span span, std::string message, std::vector<std::string> hints) {
    report({Severity::advice, code, span, std::move(message), std::move(hints)});
}

void Diagnostics::append(Diagnostics const& other) {
    list_.insert(list_.end(), other.list_.begin(), other.list_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(list_.begin(), list_.end(), [&](Diagnostic const& d) { return d.severity == severity; }));
}

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

} // namespace

std::string nearest(std::string_view word, std::vector<std::string_view> const& candidates) {
    std::string_view best;
    std::size_t least = word.size() / 2 + 1;
    if (word.size() > 100) return {};
    for (std::string_view candidate : candidates) {
        std::size_t const distance = edit_distance(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return std::string(best);
}

} // namespace quoin
