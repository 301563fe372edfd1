#pragma once
// Collects the findings of one PDF. What a whole book has wrong in the same way is told once, with the number of pages.

#include "preflight/examine.hpp"

#include <map>

namespace quoin::preflight {

struct Rule {
    Code code;
    Severity severity;
    std::string mend;
};

class FindingList {
  public:
    FindingList(PdfSubject const& subject, std::string refused_by)
        : subject_(subject), refused_by_(std::move(refused_by)) {}

    void about_file(Rule const&, std::string const& what);
    /// `page` counts from 0. Beyond the first few pages of one code only their number is told.
    void about_page(Rule const&, std::size_t page, std::string const& what);
    /// The same with a place of its own; never summed up.
    void at_place(Rule const&, std::size_t page, Span, std::string const& what);
    [[nodiscard]] Findings take();

  private:
    struct Hit {
        Rule rule;
        std::size_t page;
        std::string what;
    };

    Finding make(Rule const&, std::size_t page_from_one, Span, std::string const& what) const;

    PdfSubject const& subject_;
    std::string refused_by_;
    Findings list_;
    std::map<Code, std::vector<Hit>> hits_;
};

} // namespace quoin::preflight
