#include "manuscript/decision.hpp"

namespace quoin::manuscript {

std::string_view name(DecisionCode code) {
    static constexpr std::string_view names[] = {
#define QUOIN_DECISION(name, text) text,
#include "manuscript/decision_codes.def"
#undef QUOIN_DECISION
    };
    return names[static_cast<std::size_t>(code)];
}

} // namespace quoin::manuscript
