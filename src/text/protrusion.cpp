#include "text/protrusion.hpp"

namespace quoin::text {

namespace {

// Letters with open or slanting sides look indented when their boxes are aligned. Latin, Greek and Cyrillic alike.
int letter_hang(char32_t c) {
    switch (c) {
    case U'T':
    case U't':
    case U'Т':
    case U'т':
    case U'Τ': return 70;
    case U'A':
    case U'V':
    case U'W':
    case U'X':
    case U'Y':
    case U'v':
    case U'w':
    case U'x':
    case U'А':
    case U'У':
    case U'Х':
    case U'у':
    case U'х':
    case U'Α':
    case U'Υ':
    case U'Χ': return 50;
    default: return -1;
    }
}

} // namespace

int hang_left_per_mille(char32_t c) {
    switch (c) {
    case U'“':
    case U'”':
    case U'„':
    case U'"':
    case U'‘':
    case U'’':
    case U'‚':
    case U'\'': return 400;
    case U'«':
    case U'»':
    case U'‹':
    case U'›': return 300;
    case U'(':
    case U'[': return 100;
    case U'–': return 150;
    case U'—': return 100;
    default: return letter_hang(c);
    }
}

int hang_right_per_mille(char32_t c) {
    switch (c) {
    case U'.': return 600;
    case U',': return 500;
    case U':': return 400;
    case U';': return 300;
    case U'-':
    case U'\u00AD':
    case U'\u2010':
    case U'\u2011': return 500;
    case U'–': return 300;
    case U'—':
    case U')':
    case U']':
    case U'…': return 200;
    case U'“':
    case U'”':
    case U'"':
    case U'‘':
    case U'’':
    case U'\'': return 400;
    case U'«':
    case U'»':
    case U'‹':
    case U'›': return 300;
    case U'!':
    case U'?': return 100;
    case U'r':
    case U'k':
    case U'г':
    case U'к': return 50;
    default: return letter_hang(c);
    }
}

} // namespace quoin::text
