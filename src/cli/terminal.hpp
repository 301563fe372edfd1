#pragma once
// What goes to standard error: messages, progress, and the sum of it all.

#include "base/diagnostic.hpp"
#include "base/source_map.hpp"

#include <string>

namespace quoin::cli {

enum class MessageForm { text, json };

class Terminal {
  public:
    explicit Terminal(MessageForm form);
    void show(Diagnostics const&, SourceMap const&) const;
    /// A line that is overwritten by the next one; only on a terminal.
    void progress(std::string const& line) const;
    void clear_progress() const;
    void say(std::string const& line) const; // nothing in JSON form

  private:
    MessageForm form_;
    bool is_terminal_;
    bool colour_;
};

} // namespace quoin::cli
