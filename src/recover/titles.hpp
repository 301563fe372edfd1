#pragma once
// Which lines above a byline, or at the start of an article without one, are its title and subtitle.

#include "recover/units.hpp"

namespace quoin::recover {

struct TitleBlock {
    std::size_t begin = 0, body = 0;                  // units
    std::vector<std::size_t> title, subtitle, byline; // fragments
    std::vector<std::string> title_words;
};

class TitleFinder {
  public:
    TitleFinder(Recovery const& recovery, std::vector<Unit> const& units) : recovery_(recovery), units_(units) {}

    /// Title and subtitle that end before unit `byline`; false when nothing there can be a title.
    bool find_above(std::size_t byline, TitleBlock&) const;
    /// The title at `first`; a subtitle and a line of names below it belong to the block.
    void begin_at(std::size_t first, TitleBlock&) const;

  private:
    [[nodiscard]] Fragment const& head(std::size_t u) const { return recovery_.fragments[units_[u].first()]; }
    [[nodiscard]] bool may_be_title(std::size_t u, std::size_t most_characters) const;
    [[nodiscard]] bool title_stands_above(std::size_t upper, std::size_t lower) const;
    void set(TitleBlock&, std::size_t title, std::size_t subtitle_begin, std::size_t subtitle_end) const;
    void split(TitleBlock&) const;

    Recovery const& recovery_;
    std::vector<Unit> const& units_;
};

} // namespace quoin::recover
