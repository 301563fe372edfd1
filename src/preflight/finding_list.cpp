#include "preflight/finding_list.hpp"

#include <fmt/format.h>

namespace quoin::preflight {

namespace {

constexpr std::size_t most_pages_named = 4;

}

Finding FindingList::make(Rule const& rule, std::size_t page, Span span, std::string const& what) const {
    Finding finding;
    finding.file = subject_.file;
    finding.page = page;
    finding.refused_by = refused_by_;
    std::string where = subject_.file;
    if (page > 0) {
        if (page <= subject_.pages.pages.size()) finding.label = subject_.pages.pages[page - 1].label;
        where += fmt::format(", page {}", finding.label.empty() ? fmt::format("{} of the file", page) : finding.label);
        if (span == Span{} && page <= subject_.places.size()) span = subject_.places[page - 1];
    }
    finding.diagnostic = {rule.severity, rule.code, span, fmt::format("{}: {}", where, what), {rule.mend}};
    return finding;
}

void FindingList::about_file(Rule const& rule, std::string const& what) { list_.push_back(make(rule, 0, {}, what)); }

void FindingList::about_page(Rule const& rule, std::size_t page, std::string const& what) {
    hits_[rule.code].push_back({rule, page, what});
}

void FindingList::at_place(Rule const& rule, std::size_t page, Span span, std::string const& what) {
    list_.push_back(make(rule, page + 1, span, what));
}

Findings FindingList::take() {
    for (auto const& [code, hits] : hits_) {
        if (hits.size() <= most_pages_named) {
            for (Hit const& hit : hits) list_.push_back(make(hit.rule, hit.page + 1, {}, hit.what));
        } else {
            Hit const& hit = hits.front();
            list_.push_back(
                make(hit.rule, hit.page + 1, {}, fmt::format("{}; so have {} more pages", hit.what, hits.size() - 1)));
        }
    }
    hits_.clear();
    return std::move(list_);
}

} // namespace quoin::preflight
