#include "epub/typography.hpp"

namespace quoin::epub {

FaceStyle face_style(style::TypeStyle const& type) {
    return {type.family, type.weight, type.italic, type.capitals != style::Capitals::none};
}

style::TypeRole heading_role(int level) {
    switch (level) {
    case 1:
    case 2: return style::TypeRole::heading1;
    case 3: return style::TypeRole::heading2;
    case 4: return style::TypeRole::heading3;
    default: return style::TypeRole::heading4;
    }
}

} // namespace quoin::epub
