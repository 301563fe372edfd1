#pragma once
// Formulas as linear text: the source format has none yet.

#include "office/odt_files.hpp"

#include <string>

namespace quoin::office {

/// MathML in one line: "E = m c^2", "(a+b)/c", "√(x)", "x_1".
std::string linear_text(pugi::xml_node math);
/// Of a `draw:object`, whose formula stands in it or in another part; empty when it is no formula.
std::string formula_text(OdtFiles const&, pugi::xml_node object);

} // namespace quoin::office
