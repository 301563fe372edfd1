#pragma once
// How two wrapped lines are put together.

#include "base/span.hpp"
#include "manuscript/imported.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace quoin::recover {

/// What stands between the end of a line and the beginning of the next one.
struct LineSeam {
    std::string glue = " ";
    std::size_t cut = 0;   // so many bytes at the end of the left line go
    bool address = false;  // an address goes on
    double confidence = 1; // below 1 for hyphens and addresses
    std::string reason;
    manuscript::WordJoin join; // when a word or an address was put together
};

class LineSeams {
  public:
    /// Reads the words that the text itself uses.
    explicit LineSeams(std::string_view text);
    [[nodiscard]] LineSeam between(std::string_view left, std::string_view right) const;

  private:
    [[nodiscard]] LineSeam at_hyphen(std::string_view left, std::string_view right) const;
    [[nodiscard]] int count(std::string const& word) const;

    std::unordered_map<std::string, int> words_; // folded; compounds with their hyphen too
};

} // namespace quoin::recover
