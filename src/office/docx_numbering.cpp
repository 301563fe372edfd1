#include "office/docx_numbering.hpp"

#include "base/utf8.hpp"
#include "office/list_markers.hpp"

#include <algorithm>

namespace quoin::office {

namespace {

constexpr int highest_number = 100'000; // beyond it nobody counts, and letters and Roman figures grow without bound

/// The alphabets of section 17.18.59 that the shared formats do not know.
std::string in_cyrillic(int number, std::u32string_view alphabet) {
    if (number < 1 || number > static_cast<int>(alphabet.size())) return std::to_string(number);
    std::string letter;
    append_utf8(letter, alphabet[static_cast<std::size_t>(number - 1)]);
    return letter;
}

std::string in_format(int number, std::string_view format) {
    if (format == "lowerLetter") return written_number(NumberFormat::small_letters, number);
    if (format == "upperLetter") return written_number(NumberFormat::capitals, number);
    if (format == "lowerRoman") return written_number(NumberFormat::small_roman, number);
    if (format == "upperRoman") return written_number(NumberFormat::capital_roman, number);
    if (format == "russianLower") return in_cyrillic(number, U"абвгдежзиклмнопрстуфхцчшщэюя");
    if (format == "russianUpper") return in_cyrillic(number, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ");
    return std::to_string(number);
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
    bool numbers = false;
    std::string shown;
    for (std::size_t at = 0; at < look.text.size(); ++at) {
        int const other = at + 1 < look.text.size() && look.text[at] == '%' ? look.text[at + 1] - '1' : -1;
        if (other < 0 || other >= level_count) {
            shown += look.text[at];
            continue;
        }
        auto const index = static_cast<std::size_t>(other);
        Level const& higher = level_at(instance, other);
        shown += in_format(counter.running[index] ? counter.value[index] : higher.start, higher.format);
        numbers = numbers || other == level;
        ++at;
    }
    bool const blank = shown.find_first_not_of(' ') == std::string::npos;
    if (look.format == "bullet" || look.format == "none" || !numbers) {
        marker.kind = blank ? DocxMarker::Kind::none : DocxMarker::Kind::bullet;
        marker.simplified = !blank && look.format != "bullet";
        return marker;
    }
    marker.kind = DocxMarker::Kind::number;
    if (auto const printable = printable_marker(shown)) {
        marker.text = *printable;
        return marker;
    }
    marker.simplified = true;
    marker.text = in_format(marker.number, look.format) + (shown.back() == ')' ? ")" : ".");
    if (!printable_marker(marker.text)) marker.text = std::to_string(marker.number) + ".";
    return marker;
}

} // namespace quoin::office
