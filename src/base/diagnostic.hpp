#pragma once
// What the program says to an author: what was found, where, and how to mend it.

#include "base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin {

enum class Severity { advice, warning, error };

enum class Code {
#define QUOIN_CODE(name, text) name,
#include "base/codes.def"
#undef QUOIN_CODE
};

/// The stable name printed at a message's end: "note-undefined".
std::string_view name(Code);
std::string_view name(Severity);

struct Diagnostic {
    Severity severity = Severity::error;
    Code code = Code::internal_fault;
    Span span;
    std::string message;            // one sentence in lower case without a full stop
    std::vector<std::string> hints; // what to do

    bool operator==(Diagnostic const&) const = default;
};

/// Collects in order of report. One per thread; join in a fixed order.
class Diagnostics {
  public:
    void report(Diagnostic);
    void error(Code, Span, std::string message, std::vector<std::string> hints = {});
    void warning(Code, Span, std::string message, std::vector<std::string> hints = {});
    void advice(Code, Span, std::string message, std::vector<std::string> hints = {});
    void append(Diagnostics const&);

    [[nodiscard]] std::vector<Diagnostic> const& all() const { return list_; }
    [[nodiscard]] std::size_t count(Severity) const;
    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

  private:
    std::vector<Diagnostic> list_;
};

/// The candidate with the smallest edit distance, or empty when none is near. For "did you mean" hints.
std::string nearest(std::string_view word, std::vector<std::string_view> const& candidates);

} // namespace quoin
