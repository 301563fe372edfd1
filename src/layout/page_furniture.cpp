#include "layout/page_furniture.hpp"

#include "layout/compose_context.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace quoin::layout {

namespace {

/// "No. 93" in the words of the language; figures alone where we know no custom.
std::string issue_number(std::string const& number, std::string const& language) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> customs{{{"en", "No. "},
                                                                                            {"de", "Nr. "},
                                                                                            {"fr", "nº "},
                                                                                            {"es", "n.º "},
                                                                                            {"it", "n. "},
                                                                                            {"pt", "n.º "},
                                                                                            {"nl", "nr. "},
                                                                                            {"pl", "nr "},
                                                                                            {"cs", "č. "},
                                                                                            {"ru", "№ "},
                                                                                            {"uk", "№ "},
                                                                                            {"el", "τχ. "}}};
    for (auto const& [code, sign] : customs) {
        if (language.substr(0, 2) == code) return std::string(sign) + number;
    }
    return number;
}

std::string issue_text(Request const& request) {
    auto const& metadata = request.document.metadata;
    auto const& issue = metadata.issue;
    std::string text = issue.number.empty() ? "" : issue_number(issue.number, metadata.language);
    // Many a face has no numero sign, and nothing of ours may ask for a letter that the author's text does not need.
    auto const& type = request.layout.print.type[style::TypeRole::running_head];
    if (text.starts_with("№") && !request.fonts.find_for({type.family, type.weight, type.italic}, U'№'))
        text = issue.number;
    if (issue.date) {
        if (!text.empty()) text += ", ";
        text += std::to_string(issue.date->year);
    }
    return text;
}

/// Marks that separated two fields are left over when one of them is empty.
std::string trimmed(std::string text) {
    static constexpr std::array<std::string_view, 8> marks{" ", "·", "|", "–", "—", "/", ",", ":"};
    bool changed = true;
    while (changed) {
        changed = false;
        for (auto const mark : marks) {
            if (text.starts_with(mark)) {
                text.erase(0, mark.size());
                changed = true;
            }
            if (text.ends_with(mark)) {
                text.erase(text.size() - mark.size());
                changed = true;
            }
        }
    }
    return text;
}

using Fields = std::vector<std::pair<std::string_view, std::string>>;

std::string filled(std::string pattern, Fields const& fields) {
    for (auto const& [name, value] : fields) {
        for (auto at = pattern.find(name); at != std::string::npos; at = pattern.find(name, at + value.size())) {
            pattern.replace(at, name.size(), value);
        }
    }
    return trimmed(std::move(pattern));
}

class FurniturePlanner {
  public:
    FurniturePlanner(Request const& request, Composition const& composition, std::vector<std::string> const& labels)
        : style_(request.layout.print.running_heads), composition_(composition), labels_(labels),
          publication_(request.document.metadata.title), issue_(issue_text(request)) {}

    PageFurniture look_at(PlannedPage const& page, std::size_t index) {
        PageFurniture furniture;
        if (page.regions.empty()) return furniture;
        auto const& region = page.regions.front();
        auto const& galley = composition_.galleys[region.galley];
        if (region.begins && !region.runs_on) heading_.clear();
        auto const first_heading = headings_on(page);
        bool const has_own_page = std::any_of(region.floats.begin(), region.floats.end(), [](PlannedFloat const& one) {
            return one.where == PlannedFloat::Where::own_page;
        });
        if (has_own_page) return furniture;
        bool const is_opening = region.begins && !region.runs_on;
        if (galley.has_running_head && (!is_opening || style_.on_openings)) {
            furniture.head = head(galley, page.recto, first_heading);
        }
        if (galley.has_folio && (!is_opening || style_.folio_on_openings)) furniture.folio = labels_[index];
        return furniture;
    }

  private:
    std::string head(Galley const& galley, bool recto, std::string const& first_heading) const {
        std::string const& pattern = recto ? style_.recto : style_.verso;
        bool const replaced = says_the_same(galley) && recto;
        std::string const article = replaced ? instead_of_title(galley, first_heading) : galley.running_article;
        bool const has_article =
            pattern.find("{article}") != std::string::npos || pattern.find("{chapter}") != std::string::npos;
        // Where no heading is, the article stands for it; but no head says the same twice.
        auto const told = [&](std::string const& heading) {
            if (has_article) return heading == article ? std::string() : heading;
            return heading.empty() ? article : heading;
        };
        Fields const fields{{"{publication}", publication_},
                            {"{issue}", issue_},
                            {"{article}", article},
                            {"{chapter}", article},
                            {"{part}", galley.running_part},
                            {"{author}", galley.running_author},
                            {"{heading}", told(first_heading)},
                            {"{last-heading}", told(heading_)}};
        return filled(pattern, fields);
    }

    /// In a pamphlet of one text both sides of the spread would bear its title.
    bool says_the_same(Galley const& galley) const {
        return galley.running_article == publication_ && style_.verso.find("{publication}") != std::string::npos;
    }

    static std::string const& instead_of_title(Galley const& galley, std::string const& heading) {
        return heading.empty() ? galley.running_author : heading;
    }

    /// The first heading that begins on the page, else the last one before it. Remembers the page's last one.
    std::string headings_on(PlannedPage const& page) {
        std::string first;
        for (auto const& region : page.regions) {
            auto const& galley = composition_.galleys[region.galley];
            for (auto const& column : region.columns) {
                for (auto const& piece : column.pieces) {
                    auto const& heading = galley.elements[piece.element].heading;
                    if (heading.empty() || piece.first_line > 0) continue;
                    if (first.empty()) first = heading;
                    last_ = heading;
                }
            }
        }
        auto result = first.empty() ? heading_ : first;
        if (!first.empty()) heading_ = last_;
        return result;
    }

    style::RunningHeads const& style_;
    Composition const& composition_;
    std::vector<std::string> const& labels_;
    std::string publication_, issue_, heading_, last_;
};

/// A text set on one line.
struct SetText {
    text::SetLine line;
    text::ParagraphText text;
};

/// Where a title may end early: before a colon or a dash, behind a question. Lengths of what is left, the longest first; less
/// than a third of the title would tell too little.
std::vector<std::size_t> early_ends(std::string const& words) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 7> ends{
        {{": ", 0}, {" – ", 0}, {" — ", 0}, {"—", 0}, {" - ", 0}, {"? ", 1}, {"! ", 1}}};
    std::vector<std::size_t> lengths;
    for (auto const& [mark, kept] : ends) {
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at + mark.size())) {
            if ((at + kept) * 3 >= words.size()) lengths.push_back(at + kept);
        }
    }
    std::sort(lengths.rbegin(), lengths.rend());
    return lengths;
}

class TextSetter {
  public:
    TextSetter(Request const& request, Composition const& composition, Length measure)
        : request_(request), composition_(composition), measure_(measure) {}

    SetText set(std::string words, style::TypeStyle type) const {
        Diagnostics ignored; // every letter of it stands in the text too, and is reported there
        text::ParagraphText text = text_of(words, type);
        auto const is_too_long = [&] { return text::natural_width(text, request_.fonts, ignored) > measure_; };
        // A long title gives up its letterspacing before it gives up words.
        while (is_too_long() && type.tracking > 0) {
            type.tracking = type.tracking > 20 ? type.tracking / 2 : 0;
            text = text_of(words, type);
        }
        // Then it ends where its sense allows it, and only then anywhere.
        for (std::size_t const length : early_ends(words)) {
            if (!is_too_long()) break;
            text::ParagraphText const shorter = text_of(words.substr(0, length), type);
            if (text::natural_width(shorter, request_.fonts, ignored) <= measure_) text = shorter;
        }
        while (is_too_long()) {
            auto const space = words.find_last_of(' ');
            if (space == std::string::npos) break;
            words.erase(space);
            text = text_of(words + "…", type);
        }
        text::ParagraphShape shape;
        shape.measure = measure_;
        shape.align = style::TextAlign::left;
        shape.hyphenate = false;
        shape.want_variants = false;
        shape.leading = type.leading;
        auto const paragraph =
            text::break_paragraph(std::move(text), shape, request_.layout.print.lines, request_.fonts, ignored);
        if (paragraph.variants().front().lines.empty()) return {};
        return {paragraph.set_line(0, 0), paragraph.text()};
    }

  private:
    text::ParagraphText text_of(std::string words, style::TypeStyle const& type) const {
        text::Run run;
        run.end = static_cast<std::uint32_t>(words.size());
        run.style.face = {type.family, type.weight, type.italic};
        run.style.size = type.size;
        run.style.tracking = type.tracking;
        run.style.capitals = type.capitals;
        run.style.figures = type.figures;
        run.style.ink = {ink(type.ink), static_cast<std::uint16_t>(type.tint)};
        run.language = request_.document.metadata.language;
        run.may_hyphenate = false;
        text::ParagraphText text;
        text.text = std::move(words);
        text.runs.push_back(std::move(run));
        return text;
    }

    page::InkId ink(std::string const& name) const {
        auto const& inks = composition_.inks;
        auto const found =
            std::find_if(inks.begin(), inks.end(), [&](page::Ink const& one) { return one.name == name; });
        return static_cast<page::InkId>(found == inks.end() ? 0 : found - inks.begin());
    }

    Request const& request_;
    Composition const& composition_;
    Length measure_;
};

/// Puts set texts on pages.
class FurniturePlacer {
  public:
    FurniturePlacer(PageFrame const& frame, DrawTables tables)
        : frame_(frame), style_(frame.print.running_heads), tables_(tables) {}

    void place_head(SetText const& set, page::Page& page) const {
        auto const& type = frame_.print.type[style::TypeRole::running_head];
        auto const y = frame_.print.page.head - style_.head_distance;
        // The outer end is the folio's where both stand in the head.
        auto const side = type.align == style::TextAlign::centre ? Side::middle
                          : style_.folio_in_foot                 ? Side::outer
                                                                 : Side::inner;
        place(set, side, y, page);
        if (!style_.rule) return;
        page::Rule rule{frame_.text_width, hairline, {}};
        page.items.push_back({{frame_.left(page.recto), y + type.leading.scaled(2, 5)}, rule, page::TagId::artifact});
    }

    void place_folio(SetText const& set, page::Page& page) const {
        auto const& print = frame_.print;
        auto const& type = print.type[style::TypeRole::folio];
        bool const centred = style_.folio_in_foot && type.align == style::TextAlign::centre;
        auto const foot = frame_.line_top(text_lines(print.page)) + style_.foot_distance;
        auto const y = style_.folio_in_foot ? foot : print.page.head - style_.head_distance;
        place(set, centred ? Side::middle : Side::outer, y, page);
    }

  private:
    enum class Side { outer, inner, middle };
    static constexpr Length hairline{Length::units_per_point / 4};

    void place(SetText const& set, Side side, Length y, page::Page& page) const {
        auto const spare = frame_.text_width - set.line.width;
        bool const at_right = page.recto == (side == Side::outer);
        auto const shift = side == Side::middle ? spare / 2 : at_right ? spare : Length::zero();
        draw_line(set.line, set.text, {frame_.left(page.recto) + shift, y}, tables_, page.items);
    }

    PageFrame const& frame_;
    style::RunningHeads const& style_;
    DrawTables tables_;
};

} // namespace

std::vector<PageFurniture> plan_furniture(Request const& request, Composition const& composition,
                                          Pagination const& pagination, std::vector<std::string> const& labels) {
    FurniturePlanner planner(request, composition, labels);
    std::vector<PageFurniture> result;
    result.reserve(pagination.pages.size());
    for (std::size_t index = 0; index < pagination.pages.size(); ++index) {
        result.push_back(planner.look_at(pagination.pages[index], index));
    }
    return result;
}

void place_furniture(Request const& request, Composition const& composition, PageFrame const& frame,
                     std::vector<PageFurniture> const& furniture, std::vector<page::Page>& pages, Pool& pool) {
    std::map<std::pair<bool, std::string>, std::size_t> known; // is it a folio, and which text
    std::vector<std::pair<bool, std::string>> texts;
    auto const number_of = [&](bool is_folio, std::string const& words) {
        auto const [place, is_new] = known.try_emplace({is_folio, words}, texts.size());
        if (is_new) texts.push_back(place->first);
        return place->second;
    };
    for (auto const& one : furniture) {
        if (!one.head.empty()) number_of(false, one.head);
        if (!one.folio.empty()) number_of(true, one.folio);
    }
    std::vector<SetText> set(texts.size());
    TextSetter const setter(request, composition, frame.text_width);
    pool.for_each(texts.size(), [&](std::size_t index) {
        auto const role = texts[index].first ? style::TypeRole::folio : style::TypeRole::running_head;
        set[index] = setter.set(texts[index].second, frame.print.type[role]);
    });
    FurniturePlacer const placer(frame, {composition.links, composition.anchor_names, composition.inks});
    for (std::size_t index = 0; index < pages.size(); ++index) {
        auto const& one = furniture[index];
        if (!one.head.empty()) placer.place_head(set[number_of(false, one.head)], pages[index]);
        if (!one.folio.empty()) placer.place_folio(set[number_of(true, one.folio)], pages[index]);
    }
}

} // namespace quoin::layout
