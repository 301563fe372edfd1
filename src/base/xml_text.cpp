#include "base/xml_text.hpp"

namespace quoin {

std::string escape_xml(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (char const c : text) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') result += c;
        }
    }
    return result;
}

} // namespace quoin
