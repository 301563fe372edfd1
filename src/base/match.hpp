#pragma once
// Visiting a variant with one function a kind and no default: a new kind breaks the build where it must be thought about.

#include <variant>

namespace quoin {

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// match(variant, [](Paragraph const&) {…}, [](Heading const&) {…}, …)
template <typename Variant, typename... Functions>
decltype(auto) match(Variant&& variant, Functions&&... functions) {
    return std::visit(Overloaded{std::forward<Functions>(functions)...}, std::forward<Variant>(variant));
}

} // namespace quoin
