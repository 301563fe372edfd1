#pragma once
// Each finished file of an edition is read back before it is written to the disk: first the proof that it holds what it
// must, then the rules of those who will receive it.

#include "app/edition.hpp"
#include "app/stages.hpp"

#include <string>

namespace quoin::app {

class Judge {
  public:
    /// `result` receives what is found. Nothing is written of sources with errors, so their files are not looked at.
    Judge(Prepared const& prepared, std::string const& stem, Diagnostics const& diagnostics, EditionFiles& result)
        : prepared_(prepared), stem_(stem), diagnostics_(diagnostics), result_(result) {}

    /// Where the text of each page begins, once the pages are there.
    void set_places(std::vector<Span> places) { places_ = std::move(places); }
    void pdf(std::string const& ending, Bytes const&, page::PageList const&, bool gray);
    void epub(Bytes const&, model::PageMarks const&);

  private:
    void add(preflight::Findings);

    Prepared const& prepared_;
    std::string const& stem_;
    Diagnostics const& diagnostics_;
    EditionFiles& result_;
    std::vector<Span> places_;
};

} // namespace quoin::app
