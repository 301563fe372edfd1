#pragma once
// The outcome of work that can fail for reasons outside the author's text.

#include "base/diagnostic.hpp"

#include <tl/expected.hpp>

namespace quoin {

template <typename T>
using Result = tl::expected<T, Diagnostic>;
using Failure = tl::unexpected<Diagnostic>;

/// Shorthand for returning a failed Result.
inline Failure failure(Code code, Span span, std::string message, std::vector<std::string> hints = {}) {
    return Failure(Diagnostic{Severity::error, code, span, std::move(message), std::move(hints)});
}

} // namespace quoin
