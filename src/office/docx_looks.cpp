// The look of a run: what its paragraph, its character style and its own properties say together.

#include "office/docx_runs.hpp"
#include "office/pieces.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

/// Toggle properties of the paragraph's style and of the character style turn each other round (section 17.7.3).
bool both(std::optional<bool> paragraph, std::optional<bool> character) {
    return paragraph.value_or(false) != character.value_or(false);
}

/// Character styles that every file has: they mark what the program itself makes.
bool is_ordinary(DocxStyle const& style) {
    static constexpr std::array words = {"hyperlink",   "reference",       "char",       "default paragraph font",
                                         "page number", "internet",        "symbol",     "note",
                                         "line number", "numbering",       "bullet",     "index",
                                         "zchn",        "absatz-standard", "placeholder"};
    std::string name = style.name;
    for (char& letter : name) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return std::any_of(words.begin(), words.end(),
                       [&](char const* word) { return name.find(word) != std::string::npos; });
}

bool is_link_style(DocxStyle const& style) {
    std::string_view const name = style.name;
    return name.find("yperlink") != std::string_view::npos || name.find("nternet") != std::string_view::npos;
}

bool states_look(DocxRunLook const& look) {
    return look.bold || look.italic || look.strike || look.small_caps || look.caps || look.shift || look.underline ||
           look.hidden || look.language;
}

} // namespace

/// A style that is emphasis by its name may look otherwise: in colour, or spaced out.
void DocxRunReader::character_style(DocxStyle const& style, DocxRunLook const& own, Format& format, bool& hidden) {
    switch (style.role.role) {
    case Role::emphasis: format.emphasis = format.emphasis || (!style.run.italic && !own.italic); break;
    case Role::strong: format.strong = format.strong || (!style.run.bold && !own.bold); break;
    case Role::small_capitals: format.small_caps = true; break;
    case Role::drop: hidden = true; break;
    default: break;
    }
    if (!style.mapped && !is_ordinary(style) && !states_look(style.run)) context_.count_unmapped(style);
}

Format DocxRunReader::format_of(pugi::xml_node properties, bool& hidden, std::string& font) {
    Format format;
    std::string_view const id = properties.child("w:rStyle").attribute("w:val").value();
    static DocxStyle const none{};
    DocxStyle const& character = id.empty() ? none : context_.styles.character(id);
    pugi::xml_node const before = properties.child("w:rPrChange").child("w:rPr");
    DocxRunLook const own = read_run_look(context_.drops_insertions() && before ? before : properties);

    // What a style that is known for its role looks like is no mark: only what differs from it is.
    bool const base_is_look = style_.mapped;
    auto const differs = [&](std::optional<bool> DocxRunLook::*toggle) {
        bool const base = (base_.*toggle).value_or(false);
        bool const value = (own.*toggle).value_or(both(base_.*toggle, character.run.*toggle));
        return base_is_look ? value != base : value;
    };
    format.strong = differs(&DocxRunLook::bold);
    format.emphasis = differs(&DocxRunLook::italic);
    format.strikethrough = differs(&DocxRunLook::strike);
    format.small_caps = differs(&DocxRunLook::small_caps);
    hidden = own.hidden.value_or(both(base_.hidden, character.run.hidden));
    if (!id.empty()) character_style(character, own, format, hidden);

    DocxRunLook look = base_;
    look.lay_over(character.run);
    look.lay_over(own);
    format.shift = look.shift.value_or(Shift::none);
    bool const underline = own.underline.value_or(!is_link_style(character) && character.run.underline.value_or(false));
    if (underline && !is_link_style(character)) format.classes.emplace_back("underline");
    if (differs(&DocxRunLook::caps)) format.classes.emplace_back("caps");
    set_language(look, format);
    if (own.font || character.run.font) font = look.font.value_or("");
    return format;
}

void DocxRunReader::set_language(DocxRunLook const& look, Format& format) const {
    bool const rtl = look.right_to_left.value_or(false);
    auto const& tag = rtl ? look.complex_language : look.language;
    std::string const language = tag ? short_language(*tag) : std::string();
    if (language != context_.language && language != context_.overruled_language) format.language = language;
    format.right_to_left = rtl && !right_to_left_ && !office::is_right_to_left(context_.language);
}

} // namespace quoin::office
