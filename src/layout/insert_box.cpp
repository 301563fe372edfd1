#include "layout/insert_box.hpp"

#include "layout/compose_box.hpp"

#include <algorithm>
#include <charconv>

namespace quoin::layout {

namespace {

/// A box that is this much wider than a column is set in as many columns as the page, in per cent.
constexpr std::int64_t several_columns_from = 140;
constexpr std::int64_t roomy_title = 150;  // of a title whose box has room, in per cent
constexpr std::int64_t shrinks_from = 85;  // of the least height, in per cent
constexpr std::int64_t gutter_share = 150; // white between its columns, in hundredths of the text's size
/// Parts of what a box grows by: white around title and text takes twice as much as that between two blocks.
constexpr int outer_part = 2, inner_part = 1;

struct Frame {
    FloatSpan span = FloatSpan::column;
    FloatPlace place = FloatPlace::anywhere;
    Length width;
    Length least_height; // of the whole box
    int columns = 1;
    bool may_shrink = false; // to what its text needs, if even larger type leaves much of the least height empty
};

std::optional<Size> stated_size(std::string const& text) {
    auto const parse = [](std::string_view part) -> std::optional<Length> {
        double value = 0;
        auto const [behind, code] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (code != std::errc{} || !(value > 0) || value > 10'000) return std::nullopt;
        std::string_view const unit(behind, static_cast<std::size_t>(part.data() + part.size() - behind));
        if (unit == "mm") return Length::from_millimetres(value);
        if (unit == "cm") return Length::from_millimetres(value * 10);
        if (unit == "in") return Length::from_millimetres(value * 25.4);
        if (unit == "pt") return Length::from_points(value);
        return std::nullopt;
    };
    for (std::string_view const times : {std::string_view("x"), std::string_view("\xC3\x97")}) {
        auto const at = text.find(times);
        if (at == std::string::npos) continue;
        auto const width = parse(std::string_view(text).substr(0, at));
        auto const height = parse(std::string_view(text).substr(at + times.size()));
        if (width && height) return Size{*width, *height};
    }
    return std::nullopt;
}

Length page_height(Context const& context) { return context.grid() * text_lines(context.print.page); }

Frame page_wide(Context const& context, Length least_height, FloatPlace place) {
    style::PageGeometry const& page = context.print.page;
    return {page.columns > 1 ? FloatSpan::page : FloatSpan::column, place, text_width(page), least_height,
            std::max(1, page.columns)};
}

Frame frame_for(Context const& context, std::string const& size) {
    style::PageGeometry const& page = context.print.page;
    Length const column = column_width(page, page.columns);
    if (auto const stated = stated_size(size)) {
        if (stated->width <= column) return {FloatSpan::column, FloatPlace::anywhere, stated->width, stated->height, 1};
        Frame frame = page_wide(context, stated->height, FloatPlace::anywhere);
        frame.width = std::min(frame.width, stated->width);
        if (frame.width < column.scaled(several_columns_from, 100)) frame.columns = 1;
        return frame;
    }
    // Half a page: with a line of white less, so that two of them fit one above the other.
    if (size == "half" || (size == "full" && !context.print.inserts.full_page_allowed)) {
        Frame frame = page_wide(context, (page_height(context) - context.grid()) / 2, FloatPlace::anywhere);
        frame.may_shrink = true;
        return frame;
    }
    if (size == "full") return page_wide(context, page_height(context), FloatPlace::own_page);
    return {FloatSpan::column, FloatPlace::anywhere, column, {}, 1};
}

struct Contents {
    std::vector<Row> title, body;
    Passage passage; // what the nested blocks left: floats of notes, inserts within the insert
    Length gutter, column;
    Length distance; // between title and body
};

/// Shares what a box may grow by among its items, from the top down.
class Growth {
  public:
    explicit Growth(int parts) : parts_(std::max(parts, 1)) {}
    /// White that grows lies between the items so far and the next ones.
    void pass(int parts) { passed_ += parts; }
    /// The items added to the box since the last call stand below the white passed so far.
    void settle(Box const& box) {
        stretch_.moves.resize(box.items.size(), static_cast<std::uint16_t>(passed_ * 1000 / parts_));
    }
    [[nodiscard]] Stretch take(Length most, bool has_ground) {
        stretch_.most = most;
        stretch_.has_ground = has_ground;
        return std::move(stretch_);
    }

  private:
    int parts_, passed_ = 0;
    Stretch stretch_;
};

class InsertComposer {
  public:
    InsertComposer(Context& context, model::Insert const& insert, InsertPlace const& place)
        : context_(context), insert_(insert), place_(place), style_(context.print.inserts) {}

    void compose(Passage& flow) {
        auto const other = context_.request.insert_sizes.find(place_.serial);
        std::string const& own = insert_.size.empty() ? style_.default_size : insert_.size;
        size_ = other == context_.request.insert_sizes.end() ? own : other->second;
        Frame frame = frame_for(context_, size_);
        Checkpoint const start(context_);
        Contents contents = set(frame);
        if (needed_height(contents, frame) > page_height(context_) && frame.width < text_width(context_.print.page)) {
            start.restore(context_);
            frame = page_wide(context_, {}, FloatPlace::anywhere);
            contents = set(frame);
        }
        if (is_empty_looking(contents, frame)) enlarge(start, contents, frame);
        if (frame.may_shrink && needed_height(contents, frame) < frame.least_height.scaled(shrinks_from, 100))
            frame.least_height = {};
        emit(contents, frame, flow);
        for (Float& inner : contents.passage.floats) {
            inner.before = place_.before;
            flow.floats.push_back(std::move(inner));
        }
        for (model::Block const* inner : contents.passage.late_inserts) {
            flow.late_inserts.push_back(inner);
            flow.late_places.push_back(place_.before);
        }
    }

  private:
    Context& context_;
    model::Insert const& insert_;
    InsertPlace const& place_;
    style::Inserts const& style_;
    std::string size_;

    /// Of the type, in per cent: an advertisement that is to fill half a page is set larger, yet smaller than a heading; its
    /// title and its inner white grow with the room instead.
    std::int64_t scale_ = 100;
    bool roomy_ = false;

    [[nodiscard]] bool is_empty_looking(Contents const& contents, Frame const& frame) const {
        return needed_height(contents, frame) < frame.least_height.scaled(60, 100);
    }

    void enlarge(Checkpoint const& start, Contents& contents, Frame const& frame) {
        for (std::int64_t const scale : {125, 118, 110, 100}) {
            start.restore(context_);
            scale_ = scale;
            roomy_ = true;
            contents = set(frame);
            if (needed_height(contents, frame) <= frame.least_height) return;
        }
    }

    [[nodiscard]] style::TypeStyle scaled(style::TypeRole role) const {
        style::TypeStyle type = context_.type(role);
        bool const is_title = role == style::TypeRole::insert_title;
        std::int64_t const scale = roomy_ && is_title ? scale_ * roomy_title / 100 : scale_;
        for (Length* length : {&type.size, &type.leading, &type.space_before, &type.space_after})
            *length = length->scaled(scale, 100);
        return type;
    }

    [[nodiscard]] bool has_ground() const { return style_.ground_tint > 0; }
    /// With neither ground nor rule there is nothing to keep a distance from.
    [[nodiscard]] Length padding() const {
        if (!has_ground() && style_.rule_thickness <= Length::zero()) return {};
        return roomy_ ? style_.padding * 2 : style_.padding;
    }

    Setting setting_for(Length measure, std::string const& language, page::TagId parent) const {
        Setting setting;
        setting.measure = measure;
        setting.text = scaled(style::TypeRole::insert_text);
        setting.pitch = setting.text.leading;
        setting.language = language;
        setting.parent = parent;
        setting.surroundings = Surroundings::box;
        setting.own_roles = false;
        return setting;
    }

    Contents set(Frame const& frame) {
        Contents contents;
        std::string const language = insert_.language.empty() ? place_.language : insert_.language;
        page::TagId const tag = context_.add_tag(page::TagRole::Section, place_.parent,
                                                 language == place_.language ? std::string{} : language);
        context_.tag(tag).title = model::plain_text(insert_.title);
        Length const inner = std::max(frame.width / 2, frame.width - padding() * 2);
        style::TypeStyle const title = scaled(style::TypeRole::insert_title);
        if (!insert_.title.empty()) {
            page::TagId const heading = context_.add_tag(page::TagRole::Heading2, tag);
            InlineText made = inline_text(context_, insert_.title, inline_setting(context_, title, language, heading));
            text::ParagraphShape shape = shape_for(setting_for(inner, language, heading), title, false);
            shape.balance_rag = true;
            shape.want_variants = false;
            append_rows(context_, std::move(made), title, shape, {}, contents.title);
        }
        contents.gutter = context_.type(style::TypeRole::insert_text).size.scaled(gutter_share, 100);
        contents.column = (inner - contents.gutter * (frame.columns - 1)) / frame.columns;
        Setting const setting = setting_for(contents.column, language, tag);
        compose_pending_notes(context_, tag, language, contents.passage);
        compose_blocks(context_, setting, insert_.content, contents.passage);
        contents.body = rows_of(context_, contents.passage.elements, setting.pitch, setting.text.space_after);
        contents.distance = contents.title.empty() || contents.body.empty() ? Length{} : title.space_after;
        return contents;
    }

    [[nodiscard]] Length frame_height(Contents const& contents) const {
        return style_.rule_thickness + padding() * 2 + height_of(contents.title) + contents.distance;
    }
    [[nodiscard]] Length needed_height(Contents const& contents, Frame const& frame) const {
        return frame_height(contents) + balanced_height(contents.body, frame.columns);
    }

    void add_frame(Box& box) const {
        if (has_ground()) {
            page::Rule const ground{box.width, box.height, context_.ink(style_.ground_ink, style_.ground_tint)};
            box.items.push_back({{}, ground, page::TagId::artifact});
        }
        if (style_.rule_thickness > Length::zero()) {
            page::Rule const rule{box.width, style_.rule_thickness, context_.ink(style_.rule_ink)};
            box.items.push_back({{}, rule, page::TagId::artifact});
        }
    }

    /// Columns of a box stay level with each other: in several only the white around them grows.
    [[nodiscard]] static int growing_parts(Contents const& contents, Frame const& frame) {
        int parts = contents.title.empty() ? outer_part * 2 : outer_part * 3;
        for (std::size_t i = 1; frame.columns == 1 && i < contents.body.size(); ++i)
            parts += contents.body[i].above > Length::zero() ? inner_part : 0;
        return parts;
    }

    /// No white grows by more than two lines of the insert's text.
    [[nodiscard]] Length most_growth(Length height, int parts) const {
        auto const share = static_cast<std::int64_t>(style_.stretch * 1000 + 0.5);
        return std::min(height.scaled(share, 1000), context_.type(style::TypeRole::insert_text).leading * parts);
    }

    struct BodyRange {
        std::size_t first = 0, end = 0;
        bool stretches = false;
    };
    static void stack_body(std::vector<Row>& rows, BodyRange range, Point at, Box& box, Growth& growth) {
        std::size_t first = range.first;
        for (std::size_t i = first + 1; i <= range.end; ++i) {
            bool const is_gap = i < range.end && range.stretches && rows[i].above > Length::zero();
            if (i < range.end && !is_gap) continue;
            stack_rows(rows, first, i, at, box);
            growth.settle(box);
            at.y += height_of(rows, first, i);
            if (!is_gap) continue;
            at.y += rows[i].above;
            growth.pass(inner_part);
            first = i;
        }
    }

    /// One box for each page that the insert needs; nearly always one.
    void emit(Contents& contents, Frame const& frame, Passage& flow) {
        Length const limit = page_height(context_);
        Length needed = needed_height(contents, frame);
        if (needed > limit) {
            context_.diagnostics.warning(Code::insert_too_tall, place_.span,
                                         "this insert is taller than a page, so it goes on in a second box",
                                         {"shorten it, or make an article of it"});
        }
        std::size_t at = 0;
        do {
            Box box;
            box.width = frame.width;
            Length const outside = frame_height(contents);
            Length const room = limit - outside;
            Length const body_height = needed > limit ? room : needed - outside;
            box.height = std::max(frame.least_height, outside + body_height);
            if (box.height > limit) box.height = limit;
            add_frame(box);
            int const parts = growing_parts(contents, frame);
            Growth growth(parts);
            growth.settle(box);
            growth.pass(outer_part);
            Length y = style_.rule_thickness + padding();
            stack_rows(contents.title, 0, contents.title.size(), {padding(), y}, box);
            growth.settle(box);
            y += height_of(contents.title) + contents.distance;
            if (!contents.title.empty()) growth.pass(outer_part);
            for (int column = 0; column < frame.columns && at < contents.body.size(); ++column) {
                std::size_t const end = fitting_end(contents.body, at, body_height);
                Point const place{padding() + (contents.column + contents.gutter) * column, y};
                stack_body(contents.body, {at, end, frame.columns == 1}, place, box, growth);
                at = end;
            }
            contents.title.clear();
            contents.distance = {};
            Length const most = needed > limit ? Length{} : most_growth(box.height, parts);
            push_float(std::move(box), growth.take(most, has_ground()), frame, flow);
            std::vector<Row> rest(std::make_move_iterator(contents.body.begin() + static_cast<std::ptrdiff_t>(at)),
                                  std::make_move_iterator(contents.body.end()));
            contents.body = std::move(rest);
            at = 0;
            needed = needed_height(contents, frame);
        } while (!contents.body.empty());
    }

    void push_float(Box box, Stretch stretch, Frame const& frame, Passage& flow) const {
        Float moved;
        moved.stretch = std::move(stretch);
        // As tall as the page there is only one place for it.
        bool const whole_page = box.height > page_height(context_) - context_.grid() * 2;
        moved.place = whole_page && frame.span == FloatSpan::page ? FloatPlace::own_page : frame.place;
        moved.box = std::move(box);
        moved.span = frame.span;
        moved.before = place_.before;
        moved.serial = place_.serial;
        moved.optional = insert_.optional;
        moved.size = size_;
        moved.other_sizes = insert_.other_sizes;
        moved.source = place_.span;
        flow.floats.push_back(std::move(moved));
    }
};

} // namespace

std::int64_t insert_size_rank(style::Print const& print, std::string const& size) {
    auto const area = [](Length width, Length height) {
        return static_cast<std::int64_t>(width.in_points() * height.in_points());
    };
    Length const depth = print.page.grid * text_lines(print.page);
    if (auto const stated = stated_size(size)) return area(stated->width, stated->height);
    if (size == "half") return area(text_width(print.page), depth) / 2;
    if (size == "full") return area(text_width(print.page), depth);
    // A column's insert is as tall as its text: less than half of the column as a rule.
    return area(column_width(print.page, print.page.columns), depth) / 4;
}

void compose_insert(Context& context, model::Insert const& insert, InsertPlace const& place, Passage& flow) {
    InsertComposer(context, insert, place).compose(flow);
}

void compose_late_inserts(Context& context, Setting const& setting, Passage& flow) {
    // An insert may hold another one: the list grows.
    for (std::size_t i = 0; i < flow.late_inserts.size(); ++i) {
        model::Block const& block = *flow.late_inserts[i];
        InsertPlace place;
        place.parent = setting.parent;
        place.language = setting.language;
        place.serial = block.serial;
        place.span = block.span;
        place.before = flow.late_places[i];
        compose_insert(context, std::get<model::Insert>(block.kind), place, flow);
    }
    flow.late_inserts.clear();
    flow.late_places.clear();
    std::stable_sort(flow.floats.begin(), flow.floats.end(),
                     [](Float const& a, Float const& b) { return a.before < b.before; });
}

} // namespace quoin::layout
