#include "page/page_list.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::page;

namespace {

PageList sample() {
    PageList list;
    list.trim = {Length::points(300), Length::points(400)};
    list.bleed = Length::points(9);
    list.fonts.resize(1);
    list.fonts[0].name = "Vollkorn-Regular";
    list.inks = {{"text", {0, 0, 0, 1000}, {0, 0, 0}, "", true},
                 {"accent", {0, 900, 850, 100}, {190, 30, 40}, "", false}};
    list.images.resize(1);
    list.images[0].path = "images/press.jpg";
    TagNode paragraph;
    paragraph.language = "ru";
    auto const tag = list.tags.add(paragraph);
    TagNode figure;
    figure.role = TagRole::Figure;
    figure.parent = tag;
    figure.alternative = "A \"press\"";
    list.tags.add(figure);
    list.outline = {{0, "One", "one"}, {1, "Two", "two"}};
    list.pages.resize(2);
    list.pages[0].label = "i";
    list.pages[1].recto = false;
    list.pages[1].blank = true;
    return list;
}

void fill(PageList& list) {
    auto& page = list.pages[0];
    page.notices = {"one line short"};
    GlyphRun run;
    run.size = Length::points(10);
    run.width = Length::points(100);
    run.text = "he swore\u00ad";
    run.scale = 1'010'000;
    run.tracking = Length::from_points(0.25);
    run.language = "en";
    page.items.push_back({{Length::points(45), Length::from_points(131.25)}, run, TagId{1}});
    page.items.push_back({{Length::points(45), Length::points(200)},
                          Rule{Length::points(50), Length::from_points(0.5), {InkId{1}, 300}},
                          TagId::artifact});
    Path path;
    path.steps = {{PathStep::Kind::move, {Length::points(1), Length::points(2)}, {}, {}},
                  {PathStep::Kind::close, {}, {}, {}}};
    path.stroke = {{InkId{0}, 1000}};
    path.line_width = Length::points(1);
    page.items.push_back({{}, path, TagId::artifact});
    page.items.push_back({{}, Picture{ImageId{0}, Length::points(30), Length::points(20), {}, {}}, TagId{2}});
    page.items.push_back({{}, LinkArea{Length::points(5), Length::points(6), "one", "", "One", 4}, TagId{1}});
    page.items.push_back({{}, Anchor{"one"}, TagId::artifact});
}

} // namespace

TEST_CASE("a page list as text: one item a line") {
    auto list = sample();
    fill(list);
    CHECK(dump(list) == R"(trim 300.000 400.000 bleed 9.000 pages 2

page 1 "i" recto
notice "one line short"
line 45.000 131.250 "he swore\-" font=Vollkorn-Regular size=10.000 width=100.000 ink=text scale=1010000 tracking=0.250 lang=en tag=1:Paragraph
rule 45.000 200.000 50.000 0.500 ink=accent*300
path 0.000 0.000 M 1.000 2.000 Z stroke=text line=1.000
picture 0.000 0.000 30.000 20.000 "images/press.jpg" tag=2:Figure
link 0.000 0.000 5.000 6.000 to="#one" number=4 tag=1:Paragraph
anchor 0.000 0.000 "one"

page 2 "" verso blank

outline
  "One" to="one"
    "Two" to="two"

tags
  0 Document parent=0
    1 Paragraph parent=0 lang=ru
      2 Figure parent=1 alt="A \"press\""
)");
}
