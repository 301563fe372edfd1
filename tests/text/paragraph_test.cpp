#include "support.hpp"

#include "base/pool.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <chrono>
#include <set>

using namespace quoin;
using namespace quoin::text;
using namespace quoin::text::tests;

namespace {

/// Right end of what is set on a line, from the measure's left edge.
Length right_end(SetLine const& line) {
    Length end;
    for (LinePiece const& piece : line.pieces) end = std::max(end, piece.x + piece.run.width);
    return end;
}

std::string all_words(Paragraph const& paragraph, std::size_t variant) {
    std::string words;
    for (std::size_t i = 0; i < paragraph.variants()[variant].lines.size(); ++i) {
        std::string line = words_of(paragraph.set_line(variant, i));
        bool const parted = line.size() >= 2 && line.compare(line.size() - 2, 2, "\u00AD") == 0;
        if (parted) line.resize(line.size() - 2);
        words += line;
        if (!paragraph.variants()[variant].lines[i].ends_in_hyphen &&
            i + 1 < paragraph.variants()[variant].lines.size())
            words += " ";
    }
    return words;
}

} // namespace

TEST_CASE("an empty text has one variant without lines") {
    Paragraph const paragraph = broken(ParagraphText{}, column(58));
    REQUIRE(paragraph.variants().size() == 1);
    REQUIRE(paragraph.variants()[0].lines.empty());
}

TEST_CASE("no word is lost in any variant, and every line reaches both edges") {
    style::LineBreaking rules;
    rules.protrusion = false;
    ParagraphShape shape = column(58);
    shape.first_indent = Length::points(10);
    Paragraph const paragraph = broken(one_run(sample_text()), shape, rules);
    REQUIRE(paragraph.variants().size() >= 2);
    for (std::size_t v = 0; v < paragraph.variants().size(); ++v) {
        REQUIRE(all_words(paragraph, v) == sample_text());
        auto const& lines = paragraph.variants()[v].lines;
        REQUIRE(lines.front().begin == 0);
        REQUIRE(lines.back().end == sample_text().size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            SetLine const line = paragraph.set_line(v, i);
            REQUIRE(line.pieces.front().x == (i == 0 ? shape.first_indent : Length::zero()));
            if (i > 0) REQUIRE(lines[i].begin == lines[i - 1].end);
            // Rounding of single glyphs, nothing else: 1/1000 pt.
            if (i + 1 < lines.size())
                REQUIRE(std::abs((right_end(line) - shape.measure).units) < 64);
            else
                REQUIRE(right_end(line) <= shape.measure);
        }
    }
}

TEST_CASE("variants are sorted, differ by a line, and the best is the cheapest") {
    Paragraph const paragraph = broken(one_run(sample_text()), column(58));
    auto const& variants = paragraph.variants();
    for (std::size_t v = 0; v < variants.size(); ++v) {
        REQUIRE(variants[v].cost >= variants[paragraph.best()].cost);
        if (v > 0) REQUIRE(variants[v].lines.size() == variants[v - 1].lines.size() + 1);
    }
    ParagraphShape alone = column(58);
    alone.want_variants = false;
    Paragraph const single = broken(one_run(sample_text()), alone);
    REQUIRE(single.variants().size() == 1);
    REQUIRE(single.variants()[0].cost == variants[paragraph.best()].cost);
    REQUIRE(single.variants()[0].lines.size() == variants[paragraph.best()].lines.size());
}

TEST_CASE("signs hang over the edge by their share") {
    Paragraph const paragraph = broken(one_run(sample_text()), column(58));
    Length const measure = Length::from_millimetres(58);
    auto const& lines = paragraph.variants()[paragraph.best()].lines;
    int hanging = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        SetLine const line = paragraph.set_line(paragraph.best(), i);
        std::string const words = words_of(line);
        Length const over = right_end(line) - measure;
        INFO(words);
        if (words.back() == ',' || words.back() == '.' || words.substr(words.size() - 2) == "\u00AD") {
            ++hanging;
            REQUIRE(over > Length::from_points(0.5));
        }
        REQUIRE(over < Length::points(3));
        REQUIRE(over >= Length{-64});
    }
    REQUIRE(hanging > 0);
    SetLine const quoted = broken(one_run("“Quoted” words"), column(58)).set_line(0, 0);
    REQUIRE(quoted.pieces.front().x < Length::zero());
}

TEST_CASE("last lines stay at their natural width") {
    Paragraph const paragraph = broken(one_run(sample_text()), column(58));
    std::size_t const last = paragraph.variants()[paragraph.best()].lines.size() - 1;
    SetLine const line = paragraph.set_line(paragraph.best(), last);
    REQUIRE(line.pieces.front().run.scale == 1'000'000);
    REQUIRE(line.pieces.front().run.tracking == Length::zero());
}

TEST_CASE("the hyphen of the line breaker is a character of its own") {
    Paragraph const paragraph =
        broken(one_run("unquestionably typographical considerations everywhere notwithstanding"), column(26));
    auto const& lines = paragraph.variants()[paragraph.best()].lines;
    auto const hyphenated =
        std::find_if(lines.begin(), lines.end(), [](LineInfo const& l) { return l.ends_in_hyphen; });
    REQUIRE(hyphenated != lines.end());
    SetLine const line = paragraph.set_line(paragraph.best(), static_cast<std::size_t>(hyphenated - lines.begin()));
    page::GlyphRun const& run = line.pieces.back().run;
    REQUIRE(run.text.substr(run.text.size() - 2) == "\u00AD");
    REQUIRE(run.glyphs.back().cluster == run.text.size() - 2);
    REQUIRE(line_text(paragraph, static_cast<std::size_t>(hyphenated - lines.begin())).find("\u00AD") ==
            std::string::npos);
}

TEST_CASE("a ligature's cluster keeps all its letters") {
    Setting libertine;
    libertine.family = "Linux Libertine";
    SetLine const line = broken(one_run("office fifth", libertine), column(58)).set_line(0, 0);
    page::GlyphRun const& run = line.pieces.front().run;
    REQUIRE(run.text == "office fifth");
    REQUIRE(run.glyphs.size() < run.text.size());
    REQUIRE(run.glyphs[1].cluster == 1);
    REQUIRE(run.glyphs[2].cluster > 2); // ff or ffi is one glyph
}

TEST_CASE("pieces part where font, size, ink, tag or link change, and spaces are glyphs") {
    ParagraphText text = one_run("plain ");
    Setting italic;
    italic.italic = true;
    add_run(text, "italic words", italic);
    add_run(text, " and a link", {});
    text.runs[2].link = 7;
    text.runs[1].tag = static_cast<page::TagId>(3);
    SetLine const line = broken(text, column(100)).set_line(0, 0);
    REQUIRE(line.pieces.size() == 3);
    REQUIRE(line.pieces[0].run.text == "plain ");
    REQUIRE(line.pieces[0].run.glyphs.size() == 6);
    REQUIRE(line.pieces[1].run.text == "italic words");
    REQUIRE(line.pieces[1].tag == static_cast<page::TagId>(3));
    REQUIRE(line.pieces[2].link == 7);
    REQUIRE(line.pieces[1].x == line.pieces[0].x + line.pieces[0].run.width);
}

TEST_CASE("notes and anchors stand on their lines") {
    ParagraphText text = one_run(sample_text());
    std::vector<std::uint32_t> const places{10, 300, 301, static_cast<std::uint32_t>(text.text.size())};
    for (std::uint32_t i = 0; i < places.size(); ++i) text.marks.push_back({Mark::Kind::note, places[i], i});
    text.marks.push_back({Mark::Kind::anchor, 300, 42});
    Paragraph const paragraph = broken(text, column(58));
    std::vector<std::uint32_t> notes;
    int anchors = 0;
    auto const& lines = paragraph.variants()[paragraph.best()].lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        notes.insert(notes.end(), lines[i].notes.begin(), lines[i].notes.end());
        for (auto const& [value, x] : paragraph.set_line(paragraph.best(), i).anchors) {
            ++anchors;
            REQUIRE(value == 42);
            REQUIRE((x >= Length::zero() && x < Length::from_millimetres(58)));
        }
    }
    REQUIRE(notes == std::vector<std::uint32_t>{0, 1, 2, 3});
    REQUIRE(anchors == 1);
}

TEST_CASE("forced breaks, verse turn-overs and short lines beside an initial") {
    ParagraphShape shape = column(58);
    shape.align = style::TextAlign::left;
    shape.hang = Length::points(20);
    Paragraph const verse = broken(one_run("first line\nsecond"), shape);
    REQUIRE(verse.variants()[0].lines.size() == 2);
    REQUIRE(words_of(verse.set_line(0, 1)) == "second");

    ParagraphShape initial = column(58);
    initial.short_lines = 2;
    initial.short_by = Length::points(30);
    Paragraph const paragraph = broken(one_run(sample_text()), initial);
    for (std::size_t i = 0; i < 4; ++i) {
        Length const x = paragraph.set_line(paragraph.best(), i).pieces.front().x;
        REQUIRE((i < 2 ? x > Length::points(28) : x < Length::points(2)));
    }
}

TEST_CASE("ragged and centred lines keep their natural spaces") {
    ParagraphShape shape = column(58);
    shape.align = style::TextAlign::centre;
    Paragraph const paragraph = broken(one_run(sample_text()), shape);
    for (std::size_t i = 0; i < paragraph.variants()[paragraph.best()].lines.size(); ++i) {
        SetLine const line = paragraph.set_line(paragraph.best(), i);
        Length const left = line.pieces.front().x, right = shape.measure - right_end(line);
        REQUIRE(std::abs((left - right).units) < 128);
        REQUIRE(line.pieces.front().run.scale == 1'000'000);
    }
}

TEST_CASE("display lines are even, without hyphens and lonely words") {
    ParagraphShape shape = column(80);
    shape.align = style::TextAlign::left;
    shape.balance_rag = true;
    Setting large;
    large.size = Length::points(24);
    Paragraph const title = broken(one_run("Considerations on the typographical evenness of newspapers", large), shape);
    auto const& lines = title.variants()[title.best()].lines;
    REQUIRE(lines.size() >= 2);
    for (std::size_t i = 0; i < lines.size(); ++i) REQUIRE_FALSE(lines[i].ends_in_hyphen);
    std::string const last = line_text(title, lines.size() - 1);
    REQUIRE(last.find(' ') != std::string::npos);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        std::string const words = words_of(title.set_line(title.best(), i));
        INFO(words);
        for (std::string const bad : {" the", " on", " of"})
            REQUIRE((words.size() < bad.size() || words.compare(words.size() - bad.size(), bad.size(), bad) != 0));
    }
}

TEST_CASE("right-to-left text stands in visual order from the right") {
    Setting hebrew;
    hebrew.language = "he";
    SetLine const line = broken(one_run("שלום abc עולם", hebrew), column(58)).set_line(0, 0);
    REQUIRE(line.pieces.front().run.text == "עולם"); // the logical end stands left
    REQUIRE(words_of(line) == "עולם abc שלום");
    REQUIRE(line.pieces.back().run.right_to_left);
    REQUIRE(std::abs((right_end(line) - Length::from_millimetres(58)).units) < 128); // the last line is flush right
    std::set<std::uint32_t> clusters;
    for (auto const& glyph : line.pieces.back().run.glyphs) clusters.insert(glyph.cluster);
    REQUIRE(clusters.count(0) == 1);
}

TEST_CASE("an inline picture takes its width") {
    ParagraphText text = one_run("a \uFFFC b");
    text.objects.push_back({2, Length::points(30), Length::points(8), page::ImageId{}});
    SetLine const line = broken(text, column(58)).set_line(0, 0);
    REQUIRE(line.pieces.size() == 3);
    REQUIRE(line.pieces[1].object == 0);
    REQUIRE(line.pieces[2].x == line.pieces[1].x + Length::points(30));
}

TEST_CASE("natural and least widths") {
    Diagnostics diagnostics;
    Length const word = natural_width(one_run("unbreakable"), book(), diagnostics);
    REQUIRE(word > Length::points(40));
    REQUIRE(natural_width(one_run("unbreakable unbreakable"), book(), diagnostics) > word * 2);
    REQUIRE(least_width(one_run("an unbreakable word"), book(), diagnostics) == word);
    REQUIRE(natural_width(one_run("unbreakable\nx"), book(), diagnostics) == word);
}

TEST_CASE("loose and overfull lines are findings with their place") {
    SourceMap sources;
    FileId const file = sources.add("a.md", "Donaudampfschifffahrtsgesellschaftskapitän x\n");
    ParagraphText text = one_run("Donaudampfschifffahrtsgesellschaftskapitän x");
    text.runs[0].source = {file, 0, static_cast<std::uint32_t>(text.text.size())};
    text.runs[0].source_literal = true;
    text.runs[0].may_hyphenate = false;
    Diagnostics diagnostics;
    (void)break_paragraph(text, column(20), {}, book(), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    REQUIRE(diagnostics.all()[0].code == Code::line_overfull);
    REQUIRE(sources.locate(diagnostics.all()[0].span) == Location{"a.md", 1, 1});

    Diagnostics loose;
    ParagraphText wide = one_run("Donaudampfschifffahrtsgesellschaft Donaudampfschifffahrtsgesellschaft");
    wide.runs[0].may_hyphenate = false;
    (void)break_paragraph(wide, column(90), {}, book(), loose);
    REQUIRE(loose.all().size() >= 1);
    REQUIRE(loose.all()[0].code == Code::line_loose);
}

TEST_CASE("the same lines with one thread and with many") {
    auto const run = [](std::size_t threads) {
        FontBook const fresh = load_book();
        Pool pool(threads);
        std::vector<std::string> out(64);
        pool.for_each(out.size(), [&](std::size_t i) {
            Diagnostics diagnostics;
            Setting setting;
            if (i % 5 == 4) setting.language = "de";
            ParagraphShape shape = column(40 + static_cast<double>(i));
            Paragraph const paragraph =
                break_paragraph(one_run(sample_text().substr(i), setting), shape, {}, fresh, diagnostics);
            for (std::size_t line = 0; line < paragraph.variants()[paragraph.best()].lines.size(); ++line)
                for (auto const& piece : paragraph.set_line(paragraph.best(), line).pieces)
                    out[i] += piece.run.text + std::to_string(piece.x.units) + " " +
                              std::to_string(piece.run.glyphs.back().x) + "\n";
        });
        return out;
    };
    REQUIRE(run(1) == run(4));
}

TEST_CASE("a wall of text ends in bounded time") {
    ParagraphShape const shape = column(58);
    Diagnostics diagnostics;
    std::string text;
    while (text.size() < 1'000'000) text += sample_text() + " ";
    Paragraph const paragraph = break_paragraph(one_run(text), shape, {}, book(), diagnostics);
    REQUIRE(paragraph.variants().size() == 1);
    REQUIRE(paragraph.variants()[0].lines.back().end == text.size());
    REQUIRE(paragraph.variants()[0].lines.size() > 10'000);

    std::string const word(300'000, 'x');
    Paragraph const one_word = break_paragraph(one_run(word), shape, {}, book(), diagnostics);
    REQUIRE(one_word.variants()[0].lines.size() > 5'000);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < 100; ++i) letters += words_of(one_word.set_line(0, i)).size();
    REQUIRE(letters > 2'000);
}
