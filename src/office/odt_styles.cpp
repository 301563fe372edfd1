#include "office/odt_styles.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace quoin::office {

namespace {

/// Longer chains of parents are circles.
constexpr std::size_t longest_chain = 40;
/// A paragraph that stands in by so much on both sides is set off from the text around it.
Length const set_off = Length::from_millimetres(4.5);

bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.starts_with(word); });
}

/// "en" and "GB" → "en-GB". "none" and "zxx" are no language.
std::optional<std::string> language_of(pugi::xml_node properties, std::string const& suffix, char const* prefix) {
    auto const value = [&](char const* key) {
        return view_of(properties, (prefix + std::string(key) + suffix).c_str());
    };
    std::string_view const language = value("language");
    if (language.empty()) return std::nullopt;
    if (language == "none" || language == "zxx") return std::string();
    std::string result(language);
    for (char const* key : {"script", "country"}) {
        std::string_view const part = value(key);
        if (!part.empty() && part != "none") (result += '-') += part;
    }
    return result;
}

OdtPosition position_of(std::string_view value) {
    if (value.starts_with("super")) return OdtPosition::superscript;
    if (value.starts_with("sub")) return OdtPosition::subscript;
    int const percent = number_of(value); // "33% 58%": raised by a third
    return percent > 0 ? OdtPosition::superscript : percent < 0 ? OdtPosition::subscript : OdtPosition::normal;
}

OdtLook look_of(pugi::xml_node properties) {
    OdtLook look;
    if (auto const value = view_of(properties, "fo:font-weight"); !value.empty())
        look.bold = value == "bold" || number_of(value) >= 600;
    if (auto const value = view_of(properties, "fo:font-style"); !value.empty()) look.italic = value != "normal";
    if (auto const value = view_of(properties, "fo:font-variant"); !value.empty())
        look.small_capitals = value == "small-caps";
    for (char const* key : {"style:text-line-through-style", "style:text-line-through-type"})
        if (auto const value = view_of(properties, key); !value.empty()) look.struck = value != "none";
    if (auto const value = view_of(properties, "style:text-underline-style"); !value.empty())
        look.underlined = value != "none";
    if (auto const value = view_of(properties, "style:text-position"); !value.empty())
        look.position = position_of(value);
    if (auto const value = view_of(properties, "text:display"); !value.empty()) look.hidden = value == "none";
    look.language = language_of(properties, "", "fo:");
    look.complex_language = language_of(properties, "-complex", "style:");
    look.asian_language = language_of(properties, "-asian", "style:");
    return look;
}

model::Alignment alignment_of(std::string_view value) {
    if (value == "center") return model::Alignment::centre;
    return value == "end" || value == "right" ? model::Alignment::right : model::Alignment::none;
}

OdtLists::Level level_of(pugi::xml_node node) {
    OdtLists::Level level;
    std::string_view const name = name_of(node);
    if (name == "text:list-level-style-bullet" || name == "text:list-level-style-image") {
        level.kind = OdtLists::Level::Kind::bullet;
    } else {
        level.format = view_of(node, "style:num-format");
        level.prefix = view_of(node, "style:num-prefix");
        level.suffix = view_of(node, "style:num-suffix");
        level.display_levels = std::clamp(number_of(node, "text:display-levels", 1), 1, 10);
        level.start = number_of(node, "text:start-value", 1);
        if (!level.format.empty()) level.kind = OdtLists::Level::Kind::number;
    }
    return level;
}

OdtLists lists_of(pugi::xml_node node) {
    OdtLists lists;
    for (pugi::xml_node const child : node.children()) {
        int const level = number_of(child, "text:level");
        if (level >= 1 && level <= 10) lists.levels[static_cast<std::size_t>(level - 1)] = level_of(child);
    }
    return lists;
}

/// The style and its parents, the nearest first.
std::vector<OdtStyles::Style const*> chain(OdtStyles::Styles const& styles, std::string_view name) {
    std::vector<OdtStyles::Style const*> result;
    while (!name.empty() && result.size() < longest_chain) {
        auto const found = styles.find(name);
        if (found == styles.end()) break;
        result.push_back(&found->second);
        name = found->second.parent;
    }
    return result;
}

/// Styles that LibreOffice gives by itself and that say nothing of what the words are.
bool is_plain_name(std::string_view name) {
    return starts_with_any(
        name, {"List",          "Numbering",          "Contents",  "Index",    "Heading",   "Bullet",  "Internet link",
               "Internet Link", "Visited Internet",   "Footnote",  "Endnote",  "Frame",     "Default", "Line numbering",
               "Page Number",   "Caption characters", "Hyperlink", "Followed", "Drop Caps", "Rubies",  "Header",
               "Footer",        "Placeholder",        "WW",        "Body Text"});
}

void lay_over(std::optional<std::string>& to, std::optional<std::string> const& nearer) {
    if (nearer) to = nearer;
}

} // namespace

void OdtLook::lay_over(OdtLook const& nearer) {
    if (nearer.bold) bold = nearer.bold;
    if (nearer.italic) italic = nearer.italic;
    if (nearer.small_capitals) small_capitals = nearer.small_capitals;
    if (nearer.struck) struck = nearer.struck;
    if (nearer.underlined) underlined = nearer.underlined;
    if (nearer.hidden) hidden = nearer.hidden;
    if (nearer.position) position = nearer.position;
    office::lay_over(language, nearer.language);
    office::lay_over(complex_language, nearer.complex_language);
    office::lay_over(asian_language, nearer.asian_language);
}

OdtStyles::OdtStyles(OdtFiles const& files, std::map<std::string, std::string> const& roles) : roles_(roles) {
    read_styles(files.part(files.styles, "office:styles"), false);
    // The automatic styles of styles.xml belong to page headers and have the same names as those of the text.
    read_styles(files.part(files.content, "office:automatic-styles"), true);
    if (default_look_.language) language_ = *default_look_.language;
}

void OdtStyles::read_styles(pugi::xml_node parent, bool automatic) {
    for (pugi::xml_node const node : parent.children()) {
        std::string_view const name = name_of(node);
        if (name == "style:style") {
            read_style(node, automatic);
        } else if (name == "text:list-style") {
            lists_[std::string(view_of(node, "style:name"))] = lists_of(node);
        } else if (name == "text:outline-style") {
            outline_ = lists_of(node);
        } else if (name == "style:default-style" && view_of(node, "style:family") == "paragraph") {
            default_look_ = look_of(node.child("style:text-properties"));
        }
    }
}

void OdtStyles::read_style(pugi::xml_node node, bool automatic) {
    std::string_view const family = view_of(node, "style:family");
    if (family != "paragraph" && family != "text") return;
    Style style;
    style.name = view_of(node, "style:name");
    style.display_name = view_of(node, "style:display-name");
    if (style.display_name.empty()) style.display_name = unescape_style_name(style.name);
    style.parent = view_of(node, "style:parent-style-name");
    style.list = view_of(node, "style:list-style-name");
    style.automatic = automatic;
    style.look = look_of(node.child("style:text-properties"));
    pugi::xml_node const properties = node.child("style:paragraph-properties");
    style.left = read_length(view_of(properties, "fo:margin-left"));
    style.right = read_length(view_of(properties, "fo:margin-right"));
    if (auto const mode = view_of(properties, "style:writing-mode"); !mode.empty() && mode != "page")
        style.right_to_left = mode.starts_with("rl");
    if (auto const align = view_of(properties, "fo:text-align"); !align.empty()) style.alignment = alignment_of(align);
    (family == "text" ? texts_ : paragraphs_)[style.name] = std::move(style);
}

std::optional<StyleRole> OdtStyles::told_role(Style const& style) const {
    for (std::string const& name : {style.display_name, style.name, unescape_style_name(style.name)})
        if (auto const found = roles_.find(name); found != roles_.end()) return parse_role(found->second);
    return std::nullopt;
}

OdtParagraphStyle const& OdtStyles::paragraph(std::string_view name) {
    if (auto const found = made_paragraphs_.find(name); found != made_paragraphs_.end()) return found->second;
    return made_paragraphs_.emplace(name, make_paragraph(name)).first->second;
}

OdtTextStyle const& OdtStyles::text(std::string_view name) {
    if (auto const found = made_texts_.find(name); found != made_texts_.end()) return found->second;
    return made_texts_.emplace(name, make_text(name)).first->second;
}

OdtParagraphStyle OdtStyles::make_paragraph(std::string_view name) const {
    OdtParagraphStyle made;
    made.base = made.look = default_look_;
    auto const styles = chain(paragraphs_, name);
    if (styles.empty() && !name.empty()) { // named, but not described: old and hand-made files
        Style const stranger{std::string(name), unescape_style_name(name), {}, {}, false, {}, {}, {}, {}, {}};
        made.name = stranger.display_name;
        auto role = told_role(stranger);
        made.told = role.has_value();
        if (!role) role = role_of_name(made.name);
        made.role = role.value_or(StyleRole{});
        made.known = role.has_value() || is_plain_name(made.name);
        return made;
    }
    Length base_left, left, base_right, right;
    for (auto each = styles.rbegin(); each != styles.rend(); ++each) {
        Style const& style = **each;
        if (!style.automatic) made.base.lay_over(style.look);
        made.look.lay_over(style.look);
        if (!style.list.empty()) made.list = style.list;
        if (style.right_to_left) made.right_to_left = *style.right_to_left;
        if (style.alignment) made.alignment = *style.alignment;
        left = style.left.value_or(left);
        right = style.right.value_or(right);
        if (!style.automatic) base_left = left, base_right = right;
    }
    made.indented = left - base_left >= set_off && right - base_right >= set_off;
    bool found = false, first = true;
    for (Style const* style : styles) {
        if (style->automatic && !told_role(*style)) continue;
        if (first) made.name = style->display_name;
        auto role = told_role(*style);
        made.told = role.has_value();
        if (!role) role = role_of_name(style->display_name);
        if (!role) role = role_of_name(unescape_style_name(style->name));
        if (role) made.role = *role;
        found = role.has_value();
        // A style of the author's own that only stands on the body text has not been understood.
        if (first) made.known = found || is_plain_name(style->display_name);
        if (found) made.known = made.known || role->role != Role::paragraph;
        first = false;
        if (found) break;
    }
    return made;
}

OdtTextStyle OdtStyles::make_text(std::string_view name) const {
    OdtTextStyle made;
    auto const styles = chain(texts_, name);
    if (styles.empty() && !name.empty()) {
        made.name = unescape_style_name(name);
        made.role = role_of_name(made.name);
        made.known = made.role.has_value() || is_plain_name(made.name);
        if (auto const told = roles_.find(made.name); told != roles_.end()) made.role = parse_role(told->second);
        return made;
    }
    for (auto each = styles.rbegin(); each != styles.rend(); ++each) made.look.lay_over((*each)->look);
    for (Style const* style : styles) {
        made.role = told_role(*style);
        if (!made.role) made.role = role_of_name(style->display_name);
        if (made.name.empty() && !style->automatic) {
            made.name = style->display_name;
            made.known = made.role.has_value() || is_plain_name(made.name);
        }
        if (made.role) break;
    }
    return made;
}

OdtLists const* OdtStyles::lists(std::string_view name) const {
    auto const found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
}

std::string unescape_style_name(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size(); ++at) {
        std::size_t const end = name[at] == '_' ? name.find('_', at + 1) : std::string_view::npos;
        unsigned code = 0;
        bool escaped = false;
        if (end != std::string_view::npos && end > at + 1 && end <= at + 5) {
            auto const digits = name.substr(at + 1, end - at - 1);
            auto const outcome = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
            escaped = outcome.ptr == digits.data() + digits.size() && code >= 0x20 && (code < 0xD800 || code > 0xDFFF);
        }
        if (!escaped) {
            result += name[at];
            continue;
        }
        append_utf8(result, code);
        at = end;
    }
    return result;
}

} // namespace quoin::office
