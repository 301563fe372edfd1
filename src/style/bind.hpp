#pragma once
// Which key fills which field. Defaults stand in the structs; a key that is absent leaves its field alone.

#include "style/setting_reader.hpp"

namespace quoin::style {

struct PrinterProfile;

void bind_type(SettingReader&, std::string const& prefix, TypeStyle&);
void bind_print(SettingReader&, Print&);
void bind_cover(SettingReader&, CoverStyle&);
void bind_epub(SettingReader&, EpubStyle&);
void bind_palette(SettingReader&, std::vector<PaletteInk>&);
void bind_papers(SettingReader&, std::vector<Paper>&);
void bind_fonts(SettingReader&, std::map<std::string, std::string>&);
void bind_printer(SettingReader&, PrinterProfile&);

/// "#c8352d" → its three bytes; false when it is none.
bool parse_hex_colour(std::string const&, std::array<std::uint8_t, 3>&);
/// A screen colour near to what FOGRA39 inks look like on coated paper; shops' profiles decide the exact one.
std::array<std::uint8_t, 3> screen_colour(std::array<int, 4> const& cmyk);
/// The same hue, light enough to read on black (contrast of 4.5 : 1 at least).
std::array<std::uint8_t, 3> dark_ground_colour(std::array<std::uint8_t, 3> const& rgb);

} // namespace quoin::style
