#include "office/docx_symbols.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

// The font Symbol from 0x20 and from 0xA0 on, one character a place; U+FFFD where it has pieces of brackets or a mark of
// its own that Unicode does not know.
constexpr std::u32string_view symbol_low =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view symbol_high =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

struct Place {
    std::uint32_t code;
    char32_t character;
};
// Of Wingdings those that writers use: bullets, arrows, ticks, hands, mail.
constexpr std::array wingdings = {
    Place{0x21, U'✏'}, Place{0x22, U'✂'}, Place{0x28, U'☎'}, Place{0x2A, U'✉'}, Place{0x45, U'☜'}, Place{0x46, U'☞'},
    Place{0x4A, U'☺'}, Place{0x4C, U'☹'}, Place{0x6C, U'●'}, Place{0x6D, U'❍'}, Place{0x6E, U'■'}, Place{0x6F, U'□'},
    Place{0x71, U'❑'}, Place{0x73, U'⬧'}, Place{0x75, U'◆'}, Place{0x76, U'❖'}, Place{0x77, U'⬥'}, Place{0x9F, U'•'},
    Place{0xA7, U'▪'}, Place{0xA8, U'◻'}, Place{0xD8, U'➢'}, Place{0xDF, U'←'}, Place{0xE0, U'→'}, Place{0xE1, U'↑'},
    Place{0xE2, U'↓'}, Place{0xE8, U'➔'}, Place{0xF0, U'⇨'}, Place{0xFB, U'✗'}, Place{0xFC, U'✓'}, Place{0xFD, U'☒'},
    Place{0xFE, U'☑'},
};

std::string as_utf8(char32_t character) {
    std::string result;
    if (character != 0xFFFD) append_utf8(result, character);
    return result;
}

} // namespace

bool is_symbol_font(std::string_view font) {
    return font == "Symbol" || font == "Wingdings" || font == "Wingdings 2" || font == "Wingdings 3" ||
           font == "Webdings" || font == "ZapfDingbats";
}

std::string symbol(std::string_view font, std::uint32_t code) {
    // Fonts with an encoding of their own stand at U+F000 (ECMA-376 part 1, section 17.3.3.30).
    bool const shifted = code >= 0xF000 && code <= 0xF0FF;
    std::uint32_t const place = shifted ? code - 0xF000 : code;
    if (!is_symbol_font(font)) {
        bool const scalar = place >= 0x20 && place < 0x110000 && (place < 0xD800 || place > 0xDFFF);
        return scalar ? as_utf8(place) : std::string();
    }
    if (font == "Symbol") {
        if (place >= 0x20 && place - 0x20 < symbol_low.size()) return as_utf8(symbol_low[place - 0x20]);
        if (place >= 0xA0 && place - 0xA0 < symbol_high.size()) return as_utf8(symbol_high[place - 0xA0]);
        return {};
    }
    if (font != "Wingdings") return {};
    auto const* const found =
        std::find_if(wingdings.begin(), wingdings.end(), [&](Place const& each) { return each.code == place; });
    return found == wingdings.end() ? std::string() : as_utf8(found->character);
}

std::string symbols(std::string_view font, std::string_view text, int& lost) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const code = next_character(text, at);
        if (code == ' ' || code == '\t' || code == 0xA0) {
            append_utf8(result, code);
            continue;
        }
        bool const coded = (code >= 0x21 && code <= 0xFF) || (code >= 0xF020 && code <= 0xF0FF);
        std::string const found = coded ? symbol(font, code) : as_utf8(code);
        if (found.empty()) ++lost;
        result += found;
    }
    return result;
}

} // namespace quoin::office
