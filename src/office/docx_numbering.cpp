#include "office/docx_numbering.hpp"

#include "base/roman.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

constexpr int highest_number = 100'000; // beyond it nobody counts, and letters and Roman figures grow without bound
constexpr int highest_roman = 3999;

/// a … z, aa, bb, … (section 17.18.59)
std::string in_letters(int number, std::string_view alphabet) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < alphabet.size();) {
        std::string letter;
        append_utf8(letter, next_character(alphabet, at));
        letters.push_back(letter);
    }
    if (number < 1) return std::to_string(number);
    auto const index = static_cast<std::size_t>(number - 1);
    std::size_t const times = index / letters.size() + 1;
    if (times > 3) return std::to_string(number);
    std::string result;
    for (std::size_t each = 0; each < times; ++each) result += letters[index % letters.size()];
    return result;
}

std::string in_format(int number, std::string_view format) {
    if (format == "lowerLetter") return in_letters(number, "abcdefghijklmnopqrstuvwxyz");
    if (format == "upperLetter") return in_letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (format == "russianLower") return in_letters(number, "абвгдежзиклмнопрстуфхцчшщэюя");
    if (format == "russianUpper") return in_letters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ");
    bool const roman = number >= 1 && number <= highest_roman;
    if (format == "lowerRoman" && roman) return roman_number(number);
    if (format == "upperRoman" && roman) {
        std::string figures = roman_number(number);
        for (char& letter : figures) letter = static_cast<char>(letter - 32);
        return figures;
    }
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    return std::to_string(number);
}

/// The template of a level, cut at the place of its own number.
struct Template {
    std::string_view before, behind;
    bool has_number = false;
};

Template cut(std::string_view text, int level) {
    char const own = static_cast<char>('1' + level);
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] == '%' && text[at + 1] == own) return {text.substr(0, at), text.substr(at + 2), true};
    }
    return {text, {}, false};
}

} // namespace

DocxNumbering::DocxNumbering(DocxFile const& file) {
    if (!file.numbering) return;
    pugi::xml_node const root = file.numbering->root();
    for (pugi::xml_node const node : root.children("w:abstractNum")) {
        Abstract abstract;
        abstract.style_link = value_of(node.child("w:styleLink"), "w:val");
        abstract.linked_to = value_of(node.child("w:numStyleLink"), "w:val");
        for (pugi::xml_node const level : node.children("w:lvl")) {
            auto const index = static_cast<std::size_t>(std::clamp(number_of(level, "w:ilvl"), 0, level_count - 1));
            abstract.levels[index] = read_level(level, abstract.levels[index]);
        }
        abstracts_.emplace(number_of(node, "w:abstractNumId"), std::move(abstract));
    }
    for (pugi::xml_node const node : root.children("w:num")) read_instance(node);
}

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node, Level level) {
    if (pugi::xml_node const format = node.child("w:numFmt")) level.format = value_of(format, "w:val");
    // Formats of a newer Word stand in an alternate beside a plain one that all understand.
    pugi::xml_node const fallback = node.child("mc:AlternateContent").child("mc:Fallback").child("w:numFmt");
    if (fallback) level.format = value_of(fallback, "w:val");
    if (pugi::xml_node const text = node.child("w:lvlText")) level.text = value_of(text, "w:val");
    if (pugi::xml_node const start = node.child("w:start"))
        level.start = std::clamp(number_of(start, "w:val"), 0, highest_number);
    if (pugi::xml_node const restart = node.child("w:lvlRestart")) level.restart = number_of(restart, "w:val", -1);
    level.style = value_of(node.child("w:pStyle"), "w:val");
    pugi::xml_node const indent = node.child("w:pPr").child("w:ind");
    level.left = number_of(indent, indent.attribute("w:left") ? "w:left" : "w:start");
    return level;
}

void DocxNumbering::read_instance(pugi::xml_node node) {
    Instance instance;
    instance.abstract = resolved(number_of(node.child("w:abstractNumId"), "w:val"));
    for (pugi::xml_node const change : node.children("w:lvlOverride")) {
        int const index = std::clamp(number_of(change, "w:ilvl"), 0, level_count - 1);
        if (pugi::xml_node const level = change.child("w:lvl"))
            instance.levels.emplace(index, read_level(level, level_at(instance, index)));
        if (pugi::xml_node const start = change.child("w:startOverride"))
            instance.starts.emplace(index, std::clamp(number_of(start, "w:val"), 0, highest_number));
    }
    instances_.emplace(number_of(node, "w:numId"), std::move(instance));
}

/// An abstract numbering may only name a numbering style; the one that defines this style has the levels.
int DocxNumbering::resolved(int abstract) const {
    auto const found = abstracts_.find(abstract);
    if (found == abstracts_.end() || found->second.linked_to.empty()) return abstract;
    for (auto const& [id, other] : abstracts_) {
        if (other.style_link == found->second.linked_to) return id;
    }
    return abstract;
}

DocxNumbering::Level const& DocxNumbering::level_at(Instance const& instance, int level) const {
    static Level const plain{};
    if (auto const changed = instance.levels.find(level); changed != instance.levels.end()) return changed->second;
    auto const found = abstracts_.find(instance.abstract);
    return found == abstracts_.end() ? plain : found->second.levels.at(static_cast<std::size_t>(level));
}

int DocxNumbering::level_of(int numbering, std::optional<int> level, std::string_view style) const {
    if (level) return *level;
    auto const found = instances_.find(numbering);
    if (found == instances_.end() || style.empty()) return 0;
    for (int each = 0; each < level_count; ++each) {
        if (level_at(found->second, each).style == style) return each;
    }
    return 0;
}

DocxMarker DocxNumbering::next(int numbering, std::optional<int> stated, std::string_view style) {
    auto const found = instances_.find(numbering);
    if (found == instances_.end()) return {};
    Instance& instance = found->second;
    int const level = level_of(numbering, stated, style);
    auto const at = static_cast<std::size_t>(level);
    Counter& counter = counters_[instance.abstract];
    auto const start = instance.starts.find(level);
    if (start != instance.starts.end() && !instance.used[at]) {
        counter.value[at] = start->second;
    } else {
        counter.value[at] =
            counter.running[at] ? std::min(counter.value[at] + 1, highest_number) : level_at(instance, level).start;
    }
    instance.used[at] = true;
    counter.running[at] = true;
    for (int lower = level + 1; lower < level_count; ++lower) {
        int const restart = level_at(instance, lower).restart;
        if (restart < 0 || (restart > 0 && level < restart)) counter.running[static_cast<std::size_t>(lower)] = false;
    }
    return marker(instance, level, counter);
}

DocxMarker DocxNumbering::marker(Instance const& instance, int level, Counter const& counter) const {
    Level const& look = level_at(instance, level);
    DocxMarker marker;
    marker.list = instance.abstract;
    marker.left = look.left;
    marker.number = counter.value[static_cast<std::size_t>(level)];
    if (look.format == "bullet") {
        marker.kind = look.text.empty() ? DocxMarker::Kind::none : DocxMarker::Kind::bullet;
        return marker;
    }
    Template const parts = cut(look.text, level);
    if (look.format == "none" || !parts.has_number) {
        bool const shows = parts.before.find_first_not_of(" ") != std::string_view::npos;
        marker.kind = shows ? DocxMarker::Kind::bullet : DocxMarker::Kind::none;
        marker.simplified = shows;
        return marker;
    }
    marker.kind = DocxMarker::Kind::number;
    std::string const number = in_format(marker.number, look.format);
    // The source format knows "1.", "1)", "(1)" and "1.)"; anything else becomes the nearest of these.
    bool const brackets = parts.before == "(" && parts.behind == ")";
    bool const known = parts.before.empty() && (parts.behind == "." || parts.behind == ")" || parts.behind == ".)");
    marker.simplified = !brackets && !known;
    if (brackets) {
        marker.text = '(' + number + ')';
    } else if (known) {
        marker.text = number + std::string(parts.behind);
    } else {
        marker.text = number + (parts.behind.find(')') != std::string_view::npos ? ")" : ".");
    }
    return marker;
}

} // namespace quoin::office
