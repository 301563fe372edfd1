#include "pdf/page_content.hpp"

#include "base/match.hpp"
#include "base/utf8.hpp"
#include "pdf/graphics_state.hpp"
#include "pdf/run_writer.hpp"
#include "pdf/structure_types.hpp"

#include <algorithm>
#include <cmath>

namespace quoin::pdf {

namespace {

using page::TagId;

/// "FEFF" and UTF-16 in hexadecimal digits: a text string (ISO 32000-1, 7.9.2.2). The only text written so is short.
void put_text_string(ContentBuffer& out, std::string_view text) {
    out.put("<FEFF");
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t const character = next_character(text, at);
        if (character >= 0x10000) {
            out.put(hex_code(0xd800 + ((character - 0x10000) >> 10)));
            out.put(hex_code(0xdc00 + (character & 0x3ff)));
        } else {
            out.put(hex_code(character));
        }
    }
    out.put('>');
}

class PageWriter {
  public:
    PageWriter(PageContext const& context, ContentBuffer& out)
        : context_(context), out_(out), state_(context, out, content_), runs_(context, out, state_) {}

    PageContent write(page::Page const& page, Compressor const& compressor) {
        write_items(page);
        if (context_.slug_line) write_items(context_.slug_line(page));
        content_.stream = compressor.compress(out_.bytes());
        return std::move(content_);
    }

    /// What the operators set ends with them.
    PageContent write_enclosed(page::Page const& page, Compressor const& compressor) {
        out_.put("q\n");
        write_items(page);
        out_.put("Q\n");
        content_.stream = compressor.compress(out_.bytes());
        return std::move(content_);
    }

  private:
    void write_items(page::Page const& page) {
        for (auto const& item : page.items) {
            match(
                item.kind, [&](page::GlyphRun const& run) { write_run(item, run); },
                [&](page::Rule const& rule) { write_rule(item, rule); },
                [&](page::Path const& path) { write_path(item, path); },
                [&](page::Picture const& picture) { write_picture(item, picture); }, [](page::LinkArea const&) {},
                [](page::Anchor const&) {});
        }
        leave_text();
        close_mark();
    }

    // --- places

    [[nodiscard]] Length x(Length page_x) const { return page_x + context_.margin(); }
    [[nodiscard]] Length y(Length page_y) const { return context_.margin() + context_.list.trim.height - page_y; }

    /// The four numbers of `re` or of an extent's corners.
    void put_rectangle(Point at, Size size) {
        out_.put_operand(x(at.x));
        out_.put_operand(y(at.y + size.height));
        out_.put_operand(size.width);
        out_.put_operand(size.height);
    }

    void put_point(Point origin, Point point) {
        out_.put_operand(x(origin.x + point.x));
        out_.put_operand(y(origin.y + point.y));
    }

    // --- marked content

    void enter_text() {
        if (in_text_) return;
        close_mark(); // marked content and text objects nest properly (ISO 32000-1, 14.6.1)
        out_.put("BT\n");
        in_text_ = true;
        runs_.begin_text();
    }

    void leave_text() {
        if (!in_text_) return;
        close_mark();
        out_.put("ET\n");
        in_text_ = false;
    }

    void close_mark() {
        if (marked_) out_.put("EMC\n");
        marked_ = false;
    }

    /// All that is drawn from here on belongs to `tag`.
    void open_mark(TagId tag) {
        if (!context_.edition.for_screen() || (marked_ && open_tag_ == tag)) return;
        close_mark();
        marked_ = true;
        open_tag_ = tag;
        if (tag == TagId::artifact) {
            out_.put("/Artifact BMC\n");
            return;
        }
        out_.put('/');
        out_.put(structure_type(context_.list.tags.nodes.at(static_cast<std::size_t>(tag)).role));
        out_.put(" <</MCID ");
        out_.put_integer(static_cast<std::int64_t>(content_.marks.size()));
        out_.put(">>BDC\n");
        content_.marks.push_back({tag, {}});
    }

    /// A Span element of its own, beside its parent's content and not inside it: poppler's reader of structure loses
    /// what follows a nested one.
    void open_actual_text(TagId tag, std::string_view text) {
        close_mark();
        out_.put("/Span <</MCID ");
        out_.put_integer(static_cast<std::int64_t>(content_.marks.size()));
        out_.put("/ActualText ");
        put_text_string(out_, text);
        out_.put(">>BDC\n");
        content_.marks.push_back({tag, std::string(text)});
        marked_ = true;
        open_tag_.reset(); // nothing else may join it
    }

    [[nodiscard]] bool is_figure(TagId tag) const {
        return context_.edition.for_screen() && tag != TagId::artifact &&
               context_.list.tags.nodes.at(static_cast<std::size_t>(tag)).role == page::TagRole::Figure;
    }

    void cover(TagId tag, Point at, Size size) {
        if (!is_figure(tag)) return;
        Extent const extent{ContentBuffer::thousandths(x(at.x)), ContentBuffer::thousandths(y(at.y + size.height)),
                            ContentBuffer::thousandths(x(at.x + size.width)), ContentBuffer::thousandths(y(at.y))};
        for (auto& [known, sum] : content_.figures) {
            if (known != tag) continue;
            for (std::size_t side = 0; side < 2; ++side) {
                sum[side] = std::min(sum[side], extent[side]);
                sum[side + 2] = std::max(sum[side + 2], extent[side + 2]);
            }
            return;
        }
        content_.figures.emplace_back(tag, extent);
    }

    // --- items

    void write_run(page::Item const& item, page::GlyphRun const& run) {
        if (run.glyphs.empty() || run.size.units <= 0 || run.scale <= 0) return;
        enter_text();
        open_mark(item.tag);
        state_.set_fill(run.ink);
        state_.set_overprint(context_.inks.overprints(run.ink));
        runs_.begin_run(run, x(item.at.x), y(item.at.y));
        if (context_.edition.for_screen() && item.tag != TagId::artifact) {
            show_with_actual_text(item.tag, run);
        } else {
            runs_.show(0, run.glyphs.size());
        }
        runs_.end_run();
        cover(item.tag, {item.at.x, item.at.y - run.size}, {run.width, run.size});
    }

    /// Clusters whose text the font's ToUnicode does not give back become Spans with ActualText.
    void show_with_actual_text(TagId tag, page::GlyphRun const& run) {
        auto const& text_of = context_.fonts[static_cast<std::size_t>(run.font)].texts.text;
        std::size_t shown = 0;
        for_each_cluster(run, [&](std::size_t first, std::size_t last, std::string_view cluster) {
            auto const text = readable_text(cluster, scratch_);
            bool const hyphen = cluster == soft_hyphen; // copied words stay whole
            if (!hyphen &&
                (last - first == 1 ? text_of[run.glyphs[first].id] == text : reads_as(run, first, last, text)))
                return;
            if (text.empty()) return;
            if (shown < first) {
                open_mark(tag);
                runs_.show(shown, first);
            }
            open_actual_text(tag, hyphen ? cluster : text);
            runs_.show(first, last);
            close_mark();
            shown = last;
        });
        if (shown < run.glyphs.size()) {
            open_mark(tag);
            runs_.show(shown, run.glyphs.size());
        }
    }

    [[nodiscard]] bool reads_as(page::GlyphRun const& run, std::size_t first, std::size_t last,
                                std::string_view text) const {
        auto const& text_of = context_.fonts[static_cast<std::size_t>(run.font)].texts.text;
        for (auto index = first; index < last; ++index) {
            auto const& piece = text_of[run.glyphs[run.right_to_left ? last - 1 - (index - first) : index].id];
            if (text.substr(0, piece.size()) != piece) return false;
            text.remove_prefix(piece.size());
        }
        return text.empty();
    }

    void write_rule(page::Item const& item, page::Rule const& rule) {
        if (rule.width.units <= 0 || rule.height.units <= 0) return;
        leave_text();
        open_mark(item.tag);
        Size const size{rule.width, rule.height};
        state_.set_fill(context_.inks.for_area(rule.ink, size));
        state_.set_overprint(context_.inks.overprints(rule.ink, size));
        put_rectangle(item.at, size);
        out_.put("re f\n");
        cover(item.tag, item.at, {rule.width, rule.height});
    }

    void write_path(page::Item const& item, page::Path const& path) {
        if (path.steps.empty() || (path.fill.empty() && path.stroke.empty())) return;
        leave_text();
        open_mark(item.tag);
        bool overprint = true;
        for (auto const& use : path.fill) {
            Size const size = area_of(path);
            state_.set_fill(context_.inks.for_area(use, size));
            overprint = overprint && context_.inks.overprints(use, size);
        }
        for (auto const& use : path.stroke) {
            state_.set_stroke(use);
            state_.set_line_width(ContentBuffer::thousandths(path.line_width));
            overprint = overprint && context_.inks.overprints(use);
        }
        state_.set_overprint(overprint);
        for (auto const& step : path.steps) write_step(item.at, step);
        out_.put(path.stroke.empty() ? "f\n" : path.fill.empty() ? "S\n" : "B\n");
        cover_path(item, path);
    }

    /// The bounding box of a shape of one piece. Several pieces may be small ones far from each other: no area.
    static Size area_of(page::Path const& path) {
        Point least = path.steps.front().a, most = least;
        std::size_t pieces = 0;
        for (auto const& step : path.steps) {
            pieces += step.kind == page::PathStep::Kind::move ? 1 : 0;
            if (step.kind == page::PathStep::Kind::close) continue;
            Point const end = step.kind == page::PathStep::Kind::curve ? step.c : step.a;
            least = {std::min(least.x, end.x), std::min(least.y, end.y)};
            most = {std::max(most.x, end.x), std::max(most.y, end.y)};
        }
        return pieces == 1 ? Size{most.x - least.x, most.y - least.y} : Size{};
    }

    void write_step(Point origin, page::PathStep const& step) {
        using Kind = page::PathStep::Kind;
        switch (step.kind) {
        case Kind::move:
            put_point(origin, step.a);
            out_.put("m\n");
            break;
        case Kind::line:
            put_point(origin, step.a);
            out_.put("l\n");
            break;
        case Kind::curve:
            put_point(origin, step.a);
            put_point(origin, step.b);
            put_point(origin, step.c);
            out_.put("c\n");
            break;
        case Kind::close: out_.put("h\n"); break;
        }
    }

    void cover_path(page::Item const& item, page::Path const& path) {
        if (!is_figure(item.tag)) return;
        for (auto const& step : path.steps) {
            if (step.kind == page::PathStep::Kind::close) continue;
            auto const& end = step.kind == page::PathStep::Kind::curve ? step.c : step.a;
            cover(item.tag, {item.at.x + end.x, item.at.y + end.y}, {});
        }
    }

    void write_picture(page::Item const& item, page::Picture const& picture) {
        auto const index = static_cast<std::size_t>(picture.image);
        auto const& use = context_.pictures.at(index);
        leave_text();
        open_mark(item.tag);
        state_.set_overprint(false);
        out_.put("q\n");
        bool const clipped = picture.clip.width.units > 0 && picture.clip.height.units > 0;
        if (clipped) {
            put_rectangle(picture.clip_origin, picture.clip);
            out_.put("re W n\n");
        }
        put_factor(picture.width, use.form ? use.width : 1);
        out_.put("0 0 ");
        put_factor(picture.height, use.form ? use.height : 1);
        out_.put_operand(x(item.at.x));
        out_.put_operand(y(item.at.y + picture.height));
        out_.put("cm\n/Im");
        out_.put_integer(static_cast<std::int64_t>(index));
        out_.put(" Do\nQ\n");
        content_.pictures.insert(static_cast<std::uint32_t>(index));
        content_.transparent |= use.transparent;
        if (clipped) {
            cover(item.tag, picture.clip_origin, picture.clip);
        } else {
            cover(item.tag, item.at, {picture.width, picture.height});
        }
    }

    /// Pictures are a unit square (ISO 32000-1, 8.9.5), forms have their own size.
    void put_factor(Length wanted, double native) {
        out_.put_fixed(std::llround(wanted.in_points() / native * 1e6), 6);
        out_.put(' ');
    }

    PageContext const& context_;
    ContentBuffer& out_;
    PageContent content_;
    GraphicsState state_;
    RunWriter runs_;
    std::string scratch_;
    bool in_text_ = false;
    bool marked_ = false;
    std::optional<TagId> open_tag_;
};

} // namespace

PageContent write_page(PageContext const& context, page::Page const& page, ContentBuffer& scratch,
                       Compressor const& compressor) {
    scratch.clear();
    return PageWriter(context, scratch).write(page, compressor);
}

PageContent write_around(PageContext const& context, page::Page const& page, ContentBuffer& scratch,
                         Compressor const& compressor) {
    scratch.clear();
    return PageWriter(context, scratch).write_enclosed(page, compressor);
}

} // namespace quoin::pdf
