#pragma once
// Values in quotation marks, as TOML, YAML and attributes want them. The mark is chosen so that little has to be escaped.

#include <string>
#include <string_view>

namespace quoin::writer {

std::string toml_text(std::string_view);
std::string yaml_text(std::string_view);
/// For {key="…"}; line feeds become spaces.
std::string attribute_text(std::string_view);

} // namespace quoin::writer
