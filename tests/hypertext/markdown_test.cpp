#include "support.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::hypertext;

namespace {

Case const texts[] = {
    {"YAML head",
     "---\ntitle: \"The Title\"\nsubtitle: Below\nauthor:\n  - Jane Doe\n  - name: John Roe\ndate: 2022-05-06\nlang: "
     "de\ntags: [one, \"two\"]\nabstract: >\n  In\n  short.\n---\n\nText.\n",
     {"title \"The Title\"", "subtitle \"Below\"", "author \"Jane Doe\"", "author \"John Roe\"", "date 2022-05-06",
      "publication journal de", "subjects=[\"one\", \"two\"]", "paragraph \"In short.\""}},
    {"TOML head",
     "+++\ntitle = 'Hugo writes'\ndate = 2021-02-03T10:00:00Z\ntags = ['x']\n[params]\n+++\nText.\n",
     {"title \"Hugo writes\"", "date 2021-02-03"}},
    {"MultiMarkdown head",
     "Title: A Text\nAuthor: Jane Doe\n\nWords.\n",
     {"title \"A Text\"", "author \"Jane Doe\"", "paragraph \"Words.\""}},
    {"pandoc's title block",
     "% A Title\n% An Author\n% 2020\n\nWords.\n",
     {"title \"A Title\"", "author \"An Author\""}},
    {"setext headings and reference links",
     "A Title\n=======\n\nSee [this][1].\n\nPart\n----\n\nx\n\n[1]: https://a.example/ \"There\"\n",
     {"title \"A Title\"", "heading 2 \"Part\"", "link<https://a.example/ \"There\">[\"this\"]"}},
    {"raw HTML",
     "# T\n\n<div class=\"note\"><p>In a <em>box</em>.</p></div>\n\nWater is H<sub>2</sub>O<br>and wet.\n",
     {"\"In a \" emphasis[\"box\"] \".\"", "subscript[\"2\"]", "break"}},
    {"raw table",
     "# T\n\n<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n",
     {"head\n      cell \"A\""}},
    {"notes",
     "# T\n\nA word[^a] and more^[In its place.].\n\n[^a]: The <i>first</i> note.\n\n    Its second paragraph.\n",
     {"\"A word\" note[0] \" and more\" note[1] \".\"", "emphasis[\"first\"]", "paragraph \"Its second paragraph.\"",
      "paragraph \"In its place.\""}},
    {"wiki links and highlights",
     "# T\n\nSee [[Other Page|that page]] and [[Third]], ==marked== text. %% a comment %%\n",
     {"\"See that page and Third, marked text.\"", "link-dropped"},
     {"comment"}},
    {"contents and shortcodes",
     "# T\n\n[TOC]\n\nText {{< youtube abc >}} and {% include x %}.\n",
     {"contents mark: [TOC]", "shortcode: {{< youtube abc >}}", "part-ignored"},
     {"youtube"}},
    {"Hugo's figure",
     "# T\n\n{{< figure src=\"a.png\" alt=\"A press\" caption=\"The press\" >}}\n",
     {"figure asset=0 alt=\"A press\" caption[\"The press\"]"}},
    {"callouts",
     "# T\n\n> [!NOTE] Mind\n> The *step*.\n\nx\n",
     {"insert title[\"Mind\"]", "\"The \" emphasis[\"step\"] \".\"", "kind of a callout: [!NOTE]"}},
    {"admonition",
     "# T\n\n!!! warning \"Hot\"\n    The lead\n    is hot.\n\nx\n",
     {"insert title[\"Hot\"]", "paragraph \"The lead is hot.\"", "paragraph \"x\""}},
    {"tilde fences and code",
     "# T\n\n~~~ python\nprint(\"[[x]] ==y==\")\n~~~\n\nA `[[code]]`.\n",
     {"code info=\"python\"", "[[x]] ==y==", "code[\"[[code]]\"]"}},
    {"attributes and spans",
     "# T\n\n## Part {#p .unnumbered}\n\nSee [the part](#p), the [Rada]{lang=uk} and [caps]{.smallcaps}, x^2^ and "
     "H~2~O.\n",
     {"heading 2 id=\"p\" \"Part\"", "see<#p>[\"the part\"]", "span:uk[\"Rada\"]", "smallcaps[\"caps\"]",
      "superscript[\"2\"]", "subscript[\"2\"]"}},
    {"divisions and line blocks",
     "# T\n\n::: epigraph\nFirst words.\n:::\n\n| A line\n|   and more\n\nx\n",
     {"division .epigraph", "line \"A line\"", "line indent=2 \"and more\""}},
    {"definition lists",
     "# T\n\nEm\n: A *measure*.\n\nEn\n: Half.\n",
     {"term \"Em\"", "emphasis[\"measure\"]", "term \"En\""}},
    {"lettered lists",
     "# T\n\na) one\nb) *two*\n",
     {"item marker=\"a)\" number=1", "item marker=\"b)\" number=2", "emphasis[\"two\"]"}},
    {"kramdown",
     "# T\n\nText.\n{: .lead}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n",
     {"paragraph \"Text.\"", "head\n      cell \"A\"", "☑"},
     {"lead"}},
    {"Obsidian's pictures and hard breaks",
     "# T\n\n![[a.png|A press]]\n\none  \ntwo\\\nthree\n",
     {"figure asset=0 alt=\"A press\"", "\"one\" break \"two\" break \"three\""}},
    {"citations stay as they are", "# T\n\nAs said [@doe99, p. 3].\n", {"\"As said [@doe99, p. 3].\""}},
};

} // namespace

TEST_CASE("Markdown of other dialects") {
    for (Case const& one : texts) check(one, read_text(one.source, {{"site/a.png", png}}));
}

TEST_CASE("Markdown without a word is refused") {
    CHECK(read_text("---\na: b\n---\n").error.starts_with("import-damaged"));
}

TEST_CASE("Markdown that is hostile ends soon") {
    CHECK(read_text("# T\n\n" + std::string(20000, '>') + "x").ok);
    CHECK(read_text("# T\n\n" + std::string(5000, '[') + "x" + std::string(5000, ']')).ok);
    std::string marks;
    for (int i = 0; i < 5000; ++i) marks += "^[a ==b {{< ";
    CHECK(read_text("# T\n\n" + marks).ok);
}
