#include "style/layout.hpp"

#include <fmt/format.h>

namespace quoin::style {

std::string explain(Layout const& layout, SourceMap const& sources) {
    std::string text;
    for (auto const& [key, origin] : layout.origins) {
        Location const place = sources.locate(origin.span);
        text += fmt::format("{} = {}  {}:{}:{}\n", key, origin.value, place.path, place.line, place.column);
    }
    return text;
}

} // namespace quoin::style
