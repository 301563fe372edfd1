#include "epub/write_head.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

using namespace model;
using style::TypeRole;

namespace {

void title(Writer& writer, Article const& it, HeadOptions const& options) {
    Markup& out = writer.markup();
    StyleScope const scope(out, writer.style(TypeRole::title));
    out.open("h1", {{"id", options.title_id}});
    writer.row(it.title);
    out.close("h1");
    out.line_feed();
}

void byline(Writer& writer, Article const& it) {
    Markup& out = writer.markup();
    StyleScope const scope(out, writer.style(TypeRole::byline));
    out.open("p", {{"class", "byline"}});
    for (BylinePart const& part : byline_parts(it)) switch (part.kind) {
        case BylinePart::Kind::text: out.text(part.text); break;
        case BylinePart::Kind::author: out.element("span", {{"class", "author"}}, part.text); break;
        case BylinePart::Kind::date: out.element("time", {{"datetime", to_string(*it.date)}}, part.text); break;
        }
    out.close("p");
    out.line_feed();
}

void abstract(Writer& writer, Article const& it) {
    Markup& out = writer.markup();
    StyleScope const scope(out, writer.style(TypeRole::standfirst));
    out.open("section", {{"class", "abstract"},
                         {"epub:type", "abstract"},
                         {"role", "doc-abstract"},
                         {"aria-label", writer.words().summary}});
    out.line_feed();
    writer.blocks(it.abstract);
    out.close("section");
    out.line_feed();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where a number stands by itself, not within a longer one.
std::size_t find_number(std::string const& text, std::string const& number) {
    for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
        std::size_t const end = at + number.size();
        if ((at == 0 || !is_digit(text[at - 1])) && (end == text.size() || !is_digit(text[end]))) return at;
    }
    return std::string::npos;
}

struct Range {
    std::size_t begin = 0, end = 0;
    BylinePart::Kind kind = BylinePart::Kind::text;
};

// "8 July 2023", "July 8, 2023", "8 июля 2023 г.": from the piece after the last comma, or from the day, to the year.
Range date_range(std::string const& line, Date date) {
    std::size_t const year = find_number(line, std::to_string(date.year));
    if (year == std::string::npos) return {};
    std::size_t begin = line.rfind(", ", year);
    begin = begin == std::string::npos ? 0 : begin + 2;
    if (date.day != 0) {
        std::size_t day = find_number(line.substr(0, year), std::to_string(date.day));
        if (day == std::string::npos) day = find_number(line.substr(0, year), fmt::format("{:02}", date.day));
        // An American date has its own comma: the month stands before the day.
        bool const month_first = day != std::string::npos && day < begin;
        if (month_first) {
            std::size_t const comma = line.rfind(", ", day);
            begin = comma == std::string::npos ? day : comma + 2;
        } else if (day != std::string::npos) {
            begin = day;
        }
    }
    constexpr std::size_t longest = 40; // further away the words before the year are no date
    std::size_t const end = year + std::to_string(date.year).size();
    if (end - begin > longest) begin = year;
    return {begin, end, BylinePart::Kind::date};
}

} // namespace

std::vector<BylinePart> byline_parts(Article const& article) {
    std::string const& line = article.byline;
    std::vector<Range> ranges;
    for (Author const& author : article.authors) {
        std::size_t const at = author.name.empty() ? std::string::npos : line.find(author.name);
        if (at != std::string::npos) ranges.push_back({at, at + author.name.size(), BylinePart::Kind::author});
    }
    if (article.date) {
        Range const date = date_range(line, *article.date);
        bool const clashes = std::any_of(ranges.begin(), ranges.end(), [&](Range const& name) {
            return date.begin < name.end && name.begin < date.end;
        });
        if (date.end > 0 && !clashes) ranges.push_back(date);
    }
    std::sort(ranges.begin(), ranges.end(), [](Range const& a, Range const& b) { return a.begin < b.begin; });
    std::vector<BylinePart> parts;
    std::size_t done = 0;
    for (Range const& range : ranges) {
        if (range.begin < done) continue; // one author's name within another's
        if (range.begin > done) parts.push_back({BylinePart::Kind::text, line.substr(done, range.begin - done)});
        parts.push_back({range.kind, line.substr(range.begin, range.end - range.begin)});
        done = range.end;
    }
    if (done < line.size()) parts.push_back({BylinePart::Kind::text, line.substr(done)});
    return parts;
}

void write_head(Writer& writer, Article const& it, HeadOptions const& options) {
    Markup& out = writer.markup();
    bool const department = !it.department.empty() && !options.department_shown;
    bool const titled = options.shows_title && !it.title.empty();
    if (department || titled || !it.subtitle.empty() || !it.byline.empty()) {
        out.open("header");
        out.line_feed();
        if (department) {
            StyleScope const scope(out, writer.style(TypeRole::department));
            out.element("p", {{"class", "department"}}, it.department);
            out.line_feed();
        }
        if (titled) title(writer, it, options);
        if (!it.subtitle.empty()) {
            StyleScope const scope(out, writer.style(TypeRole::subtitle));
            out.open("p", {{"class", "subtitle"}, {"epub:type", "subtitle"}, {"role", "doc-subtitle"}});
            writer.row(it.subtitle);
            out.close("p");
            out.line_feed();
        }
        if (!it.byline.empty()) byline(writer, it);
        out.close("header");
        out.line_feed();
    }
    if (!it.abstract.empty()) abstract(writer, it);
}

} // namespace quoin::epub
