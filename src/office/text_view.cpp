#include "office/text_view.hpp"

#include <algorithm>

namespace quoin::office {

Span TextView::append(std::string_view text) {
    auto const begin = size();
    text_ += text;
    std::replace(text_.begin() + begin, text_.end(), '\n', ' ');
    return since(begin);
}

void TextView::end_line() {
    if (!at_line_start()) text_ += '\n';
}

} // namespace quoin::office
