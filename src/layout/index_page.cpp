#include "layout/index_page.hpp"

#include "base/roman.hpp"
#include "layout/compose_box.hpp"
#include "layout/opening.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::layout {

namespace {

/// A column narrower than this breaks most of its lines.
constexpr double least_column_millimetres = 42;
/// Sub-entries stand an em further in; what does not fit into a line goes on deeper than any entry below it begins.
constexpr std::int64_t step_share = 100, turn_over_share = 200;
/// Makers of indexes write two neighbouring pages as "12, 13": they may well be two separate mentions.
constexpr std::size_t least_range = 3;
constexpr std::string_view reserved_label = "000";
constexpr std::string_view en_dash = "\xE2\x80\x93\xE2\x81\xA0"; // and U+2060: no line ends within a range

int index_columns(style::PageGeometry const& page) {
    int const wanted = std::max(2, page.columns);
    return column_width(page, wanted).in_millimetres() >= least_column_millimetres ? wanted : std::max(1, page.columns);
}

class IndexComposer {
  public:
    IndexComposer(Context& context, Setting const& setting, Passage& passage)
        : context_(context), setting_(setting), passage_(passage), type_(context.type(style::TypeRole::index)) {}

    void compose(model::Index const& index) {
        for (model::IndexGroup const& group : index.groups) {
            int const white = passage_.elements.empty() ? 0 : 1;
            head_.reset();
            if (group.letter.empty()) {
                passage_.space_below = std::max(passage_.space_below, white);
            } else {
                add_letter(group);
                head_ = continued_head(fmt::format("{}, {}", group.letter, index.continued));
            }
            for (model::IndexEntry const& entry : group.entries) add_entry(entry, 0);
        }
    }

  private:
    Context& context_;
    Setting const& setting_;
    Passage& passage_;
    style::TypeStyle const& type_;
    std::shared_ptr<Box const> head_; // of the letter whose entries are being added
    std::uint32_t lines_ = 0;         // letters and entries so far: the places of page marks

    void add_letter(model::IndexGroup const& group) {
        style::TypeStyle const& type = context_.type(style::TypeRole::index_letter);
        page::TagId const tag = context_.add_tag(page::TagRole::Paragraph, setting_.parent);
        Spaces const spaces = block_spaces(type, setting_.pitch);
        text::ParagraphShape shape = shape_for(setting_, type, false);
        shape.want_variants = false;
        Element& element = push_paragraph(
            context_, setting_,
            {plain_inline_text(group.letter, inline_setting(context_, type, setting_.language, tag)), shape, tag},
            passage_, spaces.above, spaces.below);
        element.keep_with_next = true;
        bool const has_one_line = group.entries.size() == 1 && group.entries.front().below.empty();
        element.lines_kept = has_one_line ? 1 : 2;
        element.serial = ++lines_;
        std::get<FlowParagraph>(element.kind).keep_whole = true;
    }

    /// The letter as it stands again on the next page, in the index's own size: it is no new beginning.
    std::shared_ptr<Box const> continued_head(std::string const& words) {
        style::TypeStyle type = context_.type(style::TypeRole::index_letter);
        type.size = std::min(type.size, type_.size);
        type.leading = setting_.pitch;
        text::ParagraphShape shape = shape_for(setting_, type, false);
        shape.want_variants = false;
        std::vector<Row> rows;
        append_rows(context_,
                    plain_inline_text(words, inline_setting(context_, type, setting_.language, page::TagId::artifact)),
                    type, shape, setting_.left, rows);
        Box box;
        box.width = setting_.measure;
        box.height = setting_.pitch * lines_for(height_of(rows), setting_.pitch);
        stack_rows(rows, 0, rows.size(), {}, box);
        return std::make_shared<Box const>(std::move(box));
    }

    void add_entry(model::IndexEntry const& entry, int depth) {
        page::TagId const tag = context_.add_tag(page::TagRole::Paragraph, setting_.parent);
        InlineSetting const inlines = inline_setting(context_, type_, setting_.language, tag);
        InlineText made = plain_inline_text(entry.term, inlines);
        add_locators(made, entry, inlines);
        add_references(made, context_.document.index.see, entry.see, {inlines, !entry.places.empty()});
        add_references(made, context_.document.index.see_also, entry.see_also,
                       {inlines, !entry.places.empty() || !entry.see.empty()});
        text::ParagraphShape shape = shape_for(setting_, type_, false);
        shape.want_variants = false;
        shape.first_indent = std::min(type_.size.scaled(step_share * depth, 100), setting_.width() / 3);
        shape.hang = shape.first_indent + type_.size.scaled(turn_over_share, 100);
        Element& element = push_paragraph(context_, setting_, {std::move(made), shape, tag}, passage_);
        element.keep_with_next = !entry.below.empty();
        element.head_on_new_page = head_;
        element.lines_kept = 1;
        element.serial = ++lines_;
        for (model::IndexEntry const& below : entry.below) add_entry(below, depth + 1);
    }

    struct ReferencePlace {
        InlineSetting const& inlines;
        bool is_behind = false; // page numbers or other references
    };
    static void add_references(InlineText& made, std::string const& word, std::vector<std::string> const& to,
                               ReferencePlace place) {
        if (to.empty()) return;
        append(made, place.is_behind ? "; " : ", ", place.inlines);
        InlineSetting italic = place.inlines;
        italic.style.face.italic = !italic.style.face.italic;
        append(made, word, italic);
        append(made, fmt::format(" {}", fmt::join(to, "; ")), place.inlines);
    }

    /// Every mention has its link and tag, printed or not: the tables must be as long in each round.
    void add_locators(InlineText& made, model::IndexEntry const& entry, InlineSetting const& inlines) {
        std::vector<std::string> labels;
        std::vector<LinkTarget> targets;
        std::vector<std::uint32_t> links;
        for (model::AnchorId const place : entry.places) {
            std::string const name = context_.anchor_name(place);
            auto const known = context_.known.find(name);
            labels.push_back(known == context_.known.end() ? std::string(reserved_label) : known->second);
            LinkTarget target;
            target.destination = name;
            target.contents = entry.term;
            target.tag = context_.add_tag(page::TagRole::Link, inlines.tag);
            targets.push_back(target);
            links.push_back(context_.add_link(std::move(target)));
            context_.tells_page_numbers = true;
        }
        auto const add_number = [&](std::string const& label, std::size_t mention) {
            append(made, label, inlines);
            made.text.runs.back().link = links[mention];
            made.text.runs.back().tag = targets[mention].tag;
        };
        for (Locator const& locator : locators(labels)) {
            append(made, ", ", inlines);
            add_number(locator.first, locator.first_mention);
            if (locator.last.empty()) continue;
            append(made, en_dash, inlines);
            add_number(locator.last, locator.last_mention);
        }
    }
};

bool follows(PageOrder const& page, PageOrder const& before) {
    return page.kind == before.kind && page.kind < 2 && page.number == before.number + 1;
}

} // namespace

PageOrder page_order(std::string const& label) {
    bool const figures =
        !label.empty() && label.size() <= 6 && label.find_first_not_of("0123456789") == std::string::npos;
    if (figures) return {1, std::stoi(label)};
    int const roman = roman_value(label);
    return roman > 0 ? PageOrder{0, roman} : PageOrder{2, 0};
}

std::vector<Locator> locators(std::vector<std::string> const& labels) {
    std::vector<std::size_t> mentions;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!labels[i].empty()) mentions.push_back(i);
    }
    std::stable_sort(mentions.begin(), mentions.end(),
                     [&](std::size_t a, std::size_t b) { return page_order(labels[a]) < page_order(labels[b]); });
    // Pages that are not known yet are as many as there are mentions: the room that they may need.
    auto const is_same = [&](std::size_t a, std::size_t b) {
        return labels[a] == labels[b] && labels[a] != reserved_label;
    };
    mentions.erase(std::unique(mentions.begin(), mentions.end(), is_same), mentions.end());
    std::vector<Locator> found;
    for (std::size_t first = 0; first < mentions.size();) {
        std::size_t end = first + 1;
        while (end < mentions.size() &&
               follows(page_order(labels[mentions[end]]), page_order(labels[mentions[end - 1]])))
            ++end;
        bool const joined = end - first >= least_range;
        std::size_t const last = joined ? mentions[end - 1] : mentions[first];
        found.push_back({labels[mentions[first]], joined ? labels[last] : "", mentions[first], last});
        first = joined ? end : first + 1;
    }
    return found;
}

ComposedEntry compose_index(Context& context, std::size_t galley) {
    model::Index const& index = context.document.index;
    ComposedEntry made;
    made.galley.columns = index_columns(context.print.page);
    made.galley.name = model::index_anchor;
    made.galley.matter = model::Matter::index;
    made.galley.running_article = index.title;
    made.galley.anchors.emplace_back(model::index_anchor);
    page::TagId const tag = context.add_tag(page::TagRole::Section, page::TagId::document);
    context.tag(tag).title = index.title;
    Setting setting = flow_setting(context, tag, {}, galley, made.galley.columns);
    Passage passage;
    model::Article head; // the index opens as the layout's articles do
    head.title = {model::Inline{model::Text{index.title}, {}}};
    compose_opening(context, head, setting, made.galley, passage);
    setting.parent = context.add_tag(page::TagRole::Index, tag);
    IndexComposer(context, setting, passage).compose(index);
    made.outline.push_back({0, index.title, model::index_anchor});
    fill_galley(made.galley, passage);
    return made;
}

} // namespace quoin::layout
