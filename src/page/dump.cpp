#include "page/page_list.hpp"

#include "base/match.hpp"

#include <fmt/format.h>

#include <iterator>

namespace quoin::page {

namespace {

using Out = std::back_insert_iterator<std::string>;

/// In quotation marks, on one line. The line breaker's hyphen shows as `\-`, so that goldens tell it from a real one.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const byte = text[at];
        if (byte == '"' || byte == '\\') {
            result += '\\';
            result += byte;
        } else if (byte == '\n') {
            result += "\\n";
        } else if (text.substr(at, 2) == "\u00ad") {
            result += "\\-";
            ++at;
        } else {
            result += byte;
        }
    }
    return result + '"';
}

constexpr std::string_view role_name(TagRole role) {
    switch (role) {
    case TagRole::Document: return "Document";
    case TagRole::Part: return "Part";
    case TagRole::Article: return "Article";
    case TagRole::Section: return "Section";
    case TagRole::BlockQuote: return "BlockQuote";
    case TagRole::Paragraph: return "Paragraph";
    case TagRole::Heading1: return "Heading1";
    case TagRole::Heading2: return "Heading2";
    case TagRole::Heading3: return "Heading3";
    case TagRole::Heading4: return "Heading4";
    case TagRole::Heading5: return "Heading5";
    case TagRole::Heading6: return "Heading6";
    case TagRole::List: return "List";
    case TagRole::ListItem: return "ListItem";
    case TagRole::Label: return "Label";
    case TagRole::ListBody: return "ListBody";
    case TagRole::Table: return "Table";
    case TagRole::TableHead: return "TableHead";
    case TagRole::TableBody: return "TableBody";
    case TagRole::TableRow: return "TableRow";
    case TagRole::TableHeader: return "TableHeader";
    case TagRole::TableCell: return "TableCell";
    case TagRole::Figure: return "Figure";
    case TagRole::Caption: return "Caption";
    case TagRole::Note: return "Note";
    case TagRole::Reference: return "Reference";
    case TagRole::Link: return "Link";
    case TagRole::Contents: return "Contents";
    case TagRole::ContentsItem: return "ContentsItem";
    case TagRole::Index: return "Index";
    case TagRole::Span: return "Span";
    case TagRole::Code: return "Code";
    }
    return "?";
}

class Dumper {
  public:
    explicit Dumper(PageList const& list) : list_(list) {}

    std::string run() {
        fmt::format_to(out_, "trim {} {} bleed {} pages {}\n", to_string(list_.trim.width),
                       to_string(list_.trim.height), to_string(list_.bleed), list_.pages.size());
        for (std::size_t index = 0; index < list_.pages.size(); ++index) write_page(index, list_.pages[index]);
        write_outline();
        write_tags();
        return std::move(text_);
    }

  private:
    void write_page(std::size_t index, Page const& page) {
        fmt::format_to(out_, "\npage {} {} {}{}\n", index + 1, quoted(page.label), page.recto ? "recto" : "verso",
                       page.blank ? " blank" : "");
        for (auto const& notice : page.notices) fmt::format_to(out_, "notice {}\n", quoted(notice));
        for (auto const& item : page.items) write_item(item);
    }

    void write_item(Item const& item) {
        match(
            item.kind, [&](GlyphRun const& run) { write_run(item, run); },
            [&](Rule const& rule) {
                write_head("rule", item);
                fmt::format_to(out_, " {} {} ink={}", to_string(rule.width), to_string(rule.height), ink(rule.ink));
            },
            [&](Path const& path) { write_path(item, path); },
            [&](Picture const& picture) { write_picture(item, picture); },
            [&](LinkArea const& link) {
                write_head("link", item);
                fmt::format_to(out_, " {} {} to={} number={}", to_string(link.width), to_string(link.height),
                               quoted(link.address.empty() ? "#" + link.destination : link.address), link.link);
            },
            [&](Anchor const& anchor) {
                write_head("anchor", item);
                fmt::format_to(out_, " {}", quoted(anchor.name));
            });
        write_tag(item.tag);
        text_ += '\n';
    }

    void write_head(std::string_view kind, Item const& item) {
        fmt::format_to(out_, "{} {} {}", kind, to_string(item.at.x), to_string(item.at.y));
    }

    void write_run(Item const& item, GlyphRun const& run) {
        write_head("line", item);
        fmt::format_to(out_, " {} font={} size={} width={} ink={}", quoted(run.text), font(run.font),
                       to_string(run.size), to_string(run.width), ink(run.ink));
        if (run.scale != 1'000'000) fmt::format_to(out_, " scale={}", run.scale);
        if (run.tracking != Length::zero()) fmt::format_to(out_, " tracking={}", to_string(run.tracking));
        if (!run.language.empty()) fmt::format_to(out_, " lang={}", run.language);
        if (run.right_to_left) text_ += " rtl";
    }

    void write_path(Item const& item, Path const& path) {
        write_head("path", item);
        for (auto const& step : path.steps) {
            switch (step.kind) {
            case PathStep::Kind::move: fmt::format_to(out_, " M {}", point(step.a)); break;
            case PathStep::Kind::line: fmt::format_to(out_, " L {}", point(step.a)); break;
            case PathStep::Kind::curve:
                fmt::format_to(out_, " C {} {} {}", point(step.a), point(step.b), point(step.c));
                break;
            case PathStep::Kind::close: text_ += " Z"; break;
            }
        }
        for (auto const& use : path.fill) fmt::format_to(out_, " fill={}", ink(use));
        for (auto const& use : path.stroke) {
            fmt::format_to(out_, " stroke={} line={}", ink(use), to_string(path.line_width));
        }
    }

    void write_picture(Item const& item, Picture const& picture) {
        write_head("picture", item);
        auto const index = static_cast<std::size_t>(picture.image);
        fmt::format_to(out_, " {} {} {}", to_string(picture.width), to_string(picture.height),
                       index < list_.images.size() ? quoted(list_.images[index].path) : "?");
        if (picture.clip.width != Length::zero()) {
            fmt::format_to(out_, " clip={} {} {} {}", to_string(picture.clip_origin.x),
                           to_string(picture.clip_origin.y), to_string(picture.clip.width),
                           to_string(picture.clip.height));
        }
    }

    void write_tag(TagId tag) {
        if (tag == TagId::artifact) return; // the commonest case of furniture: silence reads better
        auto const index = static_cast<std::size_t>(tag);
        fmt::format_to(out_, " tag={}:{}", index,
                       index < list_.tags.nodes.size() ? role_name(list_.tags.nodes[index].role) : "?");
    }

    void write_outline() {
        if (list_.outline.empty()) return;
        text_ += "\noutline\n";
        for (auto const& entry : list_.outline) {
            fmt::format_to(out_, "{:{}}{} to={}\n", "", 2 * (entry.depth + 1), quoted(entry.title),
                           quoted(entry.destination));
        }
    }

    void write_tags() {
        auto const& nodes = list_.tags.nodes;
        if (nodes.size() <= 1) return;
        text_ += "\ntags\n";
        std::vector<int> depth(nodes.size(), 0);
        for (std::size_t index = 0; index < nodes.size(); ++index) {
            auto const& node = nodes[index];
            // A node's parent stands before it, so its depth is known.
            if (index > 0) depth[index] = depth[static_cast<std::size_t>(node.parent)] + 1;
            fmt::format_to(out_, "{:{}}{} {} parent={}", "", 2 * (depth[index] + 1), index, role_name(node.role),
                           static_cast<std::size_t>(node.parent));
            if (!node.language.empty()) fmt::format_to(out_, " lang={}", node.language);
            if (!node.title.empty()) fmt::format_to(out_, " title={}", quoted(node.title));
            if (!node.alternative.empty()) fmt::format_to(out_, " alt={}", quoted(node.alternative));
            if (!node.id.empty()) fmt::format_to(out_, " id={}", quoted(node.id));
            if (node.columns != 1) fmt::format_to(out_, " columns={}", node.columns);
            if (node.rows != 1) fmt::format_to(out_, " rows={}", node.rows);
            if (node.row_header) text_ += " scope=row";
            text_ += '\n';
        }
    }

    [[nodiscard]] static std::string point(Point at) { return to_string(at.x) + ' ' + to_string(at.y); }

    [[nodiscard]] std::string_view font(FontId id) const {
        auto const index = static_cast<std::size_t>(id);
        return index < list_.fonts.size() ? std::string_view(list_.fonts[index].name) : "?";
    }

    [[nodiscard]] std::string ink(InkUse use) const {
        auto const index = static_cast<std::size_t>(use.ink);
        std::string result = index < list_.inks.size() ? list_.inks[index].name : "?";
        if (use.tint != 1000) result += fmt::format("*{}", use.tint);
        return result;
    }

    PageList const& list_;
    std::string text_;
    Out out_{text_};
};

} // namespace

std::string dump(PageList const& list) { return Dumper(list).run(); }

} // namespace quoin::page
