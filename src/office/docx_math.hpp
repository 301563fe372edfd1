#pragma once
// Formulas (ECMA-376 part 1, section 22.1) as a line of text: the source format has no formulas yet.

#include <pugixml.hpp>
#include <string>

namespace quoin::office {

/// "(a+b)/(2)", "x^2", "√(2)", "∑_(i=1)^n": what an editor can set again from it.
std::string linear_formula(pugi::xml_node math);

} // namespace quoin::office
