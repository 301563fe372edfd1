#include "office/docx_styles.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

constexpr std::size_t longest_chain = 40; // of styles based on styles; a circle ends here
constexpr int body_outline = 9;

/// ST_OnOff (section 17.17.4): an element without a value is on.
std::optional<bool> toggle(pugi::xml_node properties, char const* name) {
    pugi::xml_node const node = properties.child(name);
    if (!node) return {};
    std::string_view const value = node.attribute("w:val").value();
    return !(value == "0" || value == "false" || value == "off");
}

std::optional<int> optional_number(pugi::xml_node node, char const* attribute) {
    pugi::xml_attribute const found = node.attribute(attribute);
    return found ? std::optional<int>(number_of(std::string_view(found.value()))) : std::nullopt;
}

std::optional<std::string> optional_text(pugi::xml_node node, char const* attribute) {
    pugi::xml_attribute const found = node.attribute(attribute);
    return found ? std::optional<std::string>(safe_text(found.value())) : std::nullopt;
}

template <typename Value>
void take(std::optional<Value>& to, std::optional<Value> const& from) {
    if (from) to = from;
}

std::string folded(std::string_view name) {
    std::string result(name);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 'a' - 'A');
    }
    return result;
}

} // namespace

void DocxRunLook::lay_over(DocxRunLook const& nearer) {
    take(bold, nearer.bold);
    take(italic, nearer.italic);
    take(strike, nearer.strike);
    take(small_caps, nearer.small_caps);
    take(caps, nearer.caps);
    take(hidden, nearer.hidden);
    take(underline, nearer.underline);
    take(right_to_left, nearer.right_to_left);
    take(shift, nearer.shift);
    take(language, nearer.language);
    take(complex_language, nearer.complex_language);
    take(asian_language, nearer.asian_language);
    take(font, nearer.font);
}

void DocxParagraphLook::lay_over(DocxParagraphLook const& nearer) {
    take(left, nearer.left);
    take(right, nearer.right);
    take(first_line, nearer.first_line);
    take(numbering, nearer.numbering);
    take(level, nearer.level);
    take(outline, nearer.outline);
    take(before, nearer.before);
    take(after, nearer.after);
    take(contextual_spacing, nearer.contextual_spacing);
    take(right_to_left, nearer.right_to_left);
    take(border_below, nearer.border_below);
    take(alignment, nearer.alignment);
}

DocxRunLook read_run_look(pugi::xml_node properties) {
    DocxRunLook look;
    if (!properties) return look;
    look.bold = toggle(properties, "w:b");
    look.italic = toggle(properties, "w:i");
    look.strike = toggle(properties, "w:strike");
    if (auto const twice = toggle(properties, "w:dstrike"); twice && !look.strike) look.strike = twice;
    look.small_caps = toggle(properties, "w:smallCaps");
    look.caps = toggle(properties, "w:caps");
    look.hidden = toggle(properties, "w:vanish");
    look.right_to_left = toggle(properties, "w:rtl");
    // A script of its own has its own marks (section 17.3.2.3): of right-to-left runs those count.
    if (look.right_to_left.value_or(false)) {
        if (auto const bold = toggle(properties, "w:bCs")) look.bold = bold;
        if (auto const italic = toggle(properties, "w:iCs")) look.italic = italic;
    }
    if (pugi::xml_node const line = properties.child("w:u"))
        look.underline = std::string_view(line.attribute("w:val").value()) != "none";
    if (pugi::xml_node const shift = properties.child("w:vertAlign")) {
        std::string_view const value = shift.attribute("w:val").value();
        look.shift = value == "superscript" ? Shift::superscript
                     : value == "subscript" ? Shift::subscript
                                            : Shift::none;
    }
    // LibreOffice raises and lowers by hand what it also makes smaller.
    int const raised = number_of(properties.child("w:position"), "w:val");
    if (!look.shift && raised != 0 && properties.child("w:sz"))
        look.shift = raised > 0 ? Shift::superscript : Shift::subscript;
    if (pugi::xml_node const language = properties.child("w:lang")) {
        look.language = optional_text(language, "w:val");
        look.complex_language = optional_text(language, "w:bidi");
        look.asian_language = optional_text(language, "w:eastAsia");
    }
    if (pugi::xml_node const fonts = properties.child("w:rFonts")) look.font = optional_text(fonts, "w:ascii");
    return look;
}

DocxParagraphLook read_paragraph_look(pugi::xml_node properties) {
    DocxParagraphLook look;
    if (!properties) return look;
    if (pugi::xml_node const indent = properties.child("w:ind")) {
        // Strict says start and end.
        look.left = optional_number(indent, indent.attribute("w:left") ? "w:left" : "w:start");
        look.right = optional_number(indent, indent.attribute("w:right") ? "w:right" : "w:end");
        look.first_line = optional_number(indent, "w:firstLine");
        if (auto const hanging = optional_number(indent, "w:hanging")) look.first_line = -*hanging;
    }
    if (pugi::xml_node const numbers = properties.child("w:numPr")) {
        if (pugi::xml_node const id = numbers.child("w:numId")) look.numbering = number_of(id, "w:val");
        if (pugi::xml_node const level = numbers.child("w:ilvl"))
            look.level = std::clamp(number_of(level, "w:val"), 0, 8);
    }
    if (pugi::xml_node const outline = properties.child("w:outlineLvl"))
        look.outline = std::clamp(number_of(outline, "w:val", body_outline), 0, body_outline);
    if (pugi::xml_node const spacing = properties.child("w:spacing")) {
        look.before = optional_number(spacing, "w:before");
        look.after = optional_number(spacing, "w:after");
    }
    look.contextual_spacing = toggle(properties, "w:contextualSpacing");
    look.right_to_left = toggle(properties, "w:bidi");
    if (pugi::xml_node const below = properties.child("w:pBdr").child("w:bottom")) {
        std::string_view const line = below.attribute("w:val").value();
        look.border_below = line != "none" && line != "nil";
    }
    look.alignment = optional_text(properties.child("w:jc"), "w:val");
    return look;
}

DocxStyles::DocxStyles(DocxFile const& file, std::map<std::string, std::string> const& roles) {
    for (auto const& [name, role] : roles) roles_[folded(name)] = role;
    if (!file.styles) return;
    pugi::xml_node const root = file.styles->root();
    pugi::xml_node const defaults = root.child("w:docDefaults");
    default_run_ = read_run_look(defaults.child("w:rPrDefault").child("w:rPr"));
    default_look_ = read_paragraph_look(defaults.child("w:pPrDefault").child("w:pPr"));
    for (pugi::xml_node const node : root.children("w:style")) {
        Written style;
        style.kind = node.attribute("w:type").value();
        style.name = value_of(node.child("w:name"), "w:val");
        style.parent = value_of(node.child("w:basedOn"), "w:val");
        style.run = read_run_look(node.child("w:rPr"));
        style.paragraph = read_paragraph_look(node.child("w:pPr"));
        std::string const id = value_of(node, "w:styleId");
        std::string_view const is_default = node.attribute("w:default").value();
        if (style.kind == "paragraph" && (is_default == "1" || is_default == "true")) default_paragraph_ = id;
        written_.emplace(id, std::move(style));
    }
}

DocxStyle const& DocxStyles::paragraph(std::string_view id) {
    if (id.empty()) id = default_paragraph_;
    auto const found = paragraphs_.find(id);
    if (found != paragraphs_.end()) return found->second;
    return paragraphs_.emplace(std::string(id), make(id, "paragraph")).first->second;
}

DocxStyle const& DocxStyles::character(std::string_view id) {
    auto const found = characters_.find(id);
    if (found != characters_.end()) return found->second;
    return characters_.emplace(std::string(id), make(id, "character")).first->second;
}

DocxStyle DocxStyles::make(std::string_view id, std::string_view kind) const {
    std::vector<std::pair<std::string, Written const*>> chain; // from the style to what it is based on in the end
    std::string next(id);
    while (chain.size() < longest_chain) {
        auto const found = written_.find(next);
        if (found == written_.end() || found->second.kind != kind) break;
        chain.emplace_back(next, &found->second);
        next = found->second.parent;
    }
    DocxStyle style;
    style.id = id;
    style.name = chain.empty() ? std::string(id) : chain.front().second->name;
    if (style.name.empty()) style.name = style.id;
    if (kind == "paragraph") style.paragraph = default_look_;
    for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
        style.parent_left = style.paragraph.left.value_or(0);
        style.parent_right = style.paragraph.right.value_or(0);
        style.run.lay_over(each->second->run);
        style.paragraph.lay_over(each->second->paragraph);
    }
    if (chain.size() < 2) {
        style.parent_left = style.paragraph.left.value_or(0);
        style.parent_right = style.paragraph.right.value_or(0);
    }
    find_role(style, chain);
    return style;
}

std::optional<StyleRole> DocxStyles::told_role(std::string_view id, std::string_view name) const {
    for (std::string_view const word : {name, id}) {
        auto const found = roles_.find(folded(word));
        if (found == roles_.end()) continue;
        if (auto const role = parse_role(found->second)) return role;
    }
    return {};
}

/// The editor's word counts most, then the style's name, its outline level, and the same of what it is based on.
void DocxStyles::find_role(DocxStyle& style, std::vector<std::pair<std::string, Written const*>> const& chain) const {
    bool const is_default = style.id.empty() || style.id == default_paragraph_;
    if (chain.empty()) {
        auto role = told_role(style.id, style.id);
        if (!role) role = role_of_name(style.id);
        style.mapped = role.has_value() || is_default;
        style.role = role.value_or(StyleRole{});
        return;
    }
    for (auto const& [id, written] : chain) {
        bool const own = &id == &chain.front().first;
        auto role = told_role(id, written->name);
        if (!role) role = role_of_name(written->name);
        if (!role && written->name.empty()) role = role_of_name(id);
        if (!role && written->paragraph.outline)
            role = *written->paragraph.outline < body_outline
                       ? StyleRole{Role::heading, *written->paragraph.outline + 1}
                       : StyleRole{};
        if (!role) continue;
        style.role = *role;
        // Based on body text, a style may still be anything.
        style.mapped = own || role->role != Role::paragraph || is_default;
        return;
    }
    style.mapped = is_default;
}

std::string short_language(std::string_view tag) {
    static constexpr std::array with_region = {"pt", "zh", "sr", "az", "uz", "bs"};
    std::size_t const dash = tag.find_first_of("-_");
    std::string language(tag.substr(0, dash));
    for (char& letter : language) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 'a' - 'A');
        if (letter < 'a' || letter > 'z') return {};
    }
    if (language.size() < 2 || language.size() > 3 || language == "und" || language == "zxx") return {};
    bool const keeps = std::find(with_region.begin(), with_region.end(), language) != with_region.end();
    std::string_view const rest = dash == std::string_view::npos ? std::string_view() : tag.substr(dash + 1);
    bool const plain = std::all_of(rest.begin(), rest.end(), [](char letter) {
        return letter == '-' || (letter >= '0' && letter <= '9') || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
    });
    if (keeps && !rest.empty() && rest.size() <= 10 && plain) return language + '-' + std::string(rest);
    return language;
}

} // namespace quoin::office
