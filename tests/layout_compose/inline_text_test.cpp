#include "layout/inline_text.hpp"

#include "layout_compose/sample.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::layout;
using sample::Bench;
using sample::Publication;

namespace {

model::Inlines joined(std::vector<model::Inline> pieces) { return pieces; }

InlineSetting setting_of(Bench& bench) {
    Context& context = bench.context();
    page::TagId const tag = context.add_tag(page::TagRole::Paragraph, page::TagId::document);
    return inline_setting(context, context.type(style::TypeRole::body), "en", tag);
}

std::uint32_t plain_at(InlineText const& made, std::string const& words) {
    FlowParagraph paragraph;
    paragraph.plain_offsets = made.plain_offsets;
    return plain_offset(paragraph, static_cast<std::uint32_t>(made.text.text.find(words)));
}

} // namespace

TEST_CASE("Runs cover the text without gaps") {
    Publication publication;
    Bench bench(publication);
    model::Inlines const content =
        joined({sample::text("one ").front(), sample::emphasis("two"), sample::text(" three").front()});
    InlineText const made = inline_text(bench.context(), content, setting_of(bench));
    REQUIRE(made.text.text == "one two three");
    std::uint32_t at = 0;
    for (text::Run const& run : made.text.runs) {
        CHECK(run.begin == at);
        at = run.end;
    }
    CHECK(at == made.text.text.size());
    CHECK(made.text.runs[1].style.face.italic);
    CHECK_FALSE(made.text.runs[2].style.face.italic);
}

TEST_CASE("Emphasis within emphasis is roman, strong within bold is the blackest") {
    Publication publication;
    Bench bench(publication);
    model::Inlines const inner{sample::emphasis("roman")};
    model::Inlines const content{{model::Emphasis{inner}, {}}, {model::Strong{sample::text("bold")}, {}}};
    InlineText const made = inline_text(bench.context(), content, setting_of(bench));
    CHECK_FALSE(made.text.runs[0].style.face.italic);
    CHECK(made.text.runs[1].style.face.weight == 700);
}

TEST_CASE("A note's figure is superior, kept with its word, linked, and counts nothing in the model") {
    Publication publication;
    publication.add_note({sample::paragraph("The note.")});
    publication.prepare();
    Bench bench(publication);
    model::Inlines const content =
        joined({sample::text("comet.").front(), sample::note_mark(0), sample::text(" After it").front()});
    InlineText const made = inline_text(bench.context(), content, setting_of(bench));
    CHECK(made.text.text == "comet.\xE2\x81\xA0"
                            "1 After it");
    REQUIRE(made.text.marks.size() == 2);
    CHECK(made.text.marks[0].kind == text::Mark::Kind::anchor);
    CHECK(bench.composition.anchor_names[made.text.marks[0].value] == "ref-one-1");
    CHECK(made.text.marks[1].kind == text::Mark::Kind::note);
    CHECK(plain_at(made, "comet") == 0);
    CHECK(plain_at(made, "1") == 6);
    CHECK(plain_at(made, " After") == 6);
    CHECK(plain_at(made, "After") == 7);
    std::uint32_t const link = made.text.runs[2].link;
    REQUIRE(link > 0);
    CHECK(bench.composition.links[link].destination == "note-one-1");
    CHECK(made.text.runs[2].style.rise == text::Rise::superior);
}

TEST_CASE("A second mark of a note leads to it and does not place it again; marks in a row stand apart") {
    Publication publication;
    publication.add_note({sample::paragraph("First.")});
    publication.add_note({sample::paragraph("Second.")});
    publication.prepare();
    Bench bench(publication);
    model::Inlines const content =
        joined({sample::text("word").front(), sample::note_mark(0), sample::note_mark(1), sample::note_mark(0, 1)});
    InlineText const made = inline_text(bench.context(), content, setting_of(bench));
    int note_marks = 0;
    for (text::Mark const& mark : made.text.marks) note_marks += mark.kind == text::Mark::Kind::note ? 1 : 0;
    CHECK(note_marks == 2);
    CHECK(made.text.text.find("1\xE2\x81\xA0\xE2\x80\xAF"
                              "2") != std::string::npos);
    CHECK(bench.composition.anchor_names.back() == "ref-one-1-2");
}

TEST_CASE("An empty cross reference tells the page in the language around it") {
    Publication publication;
    publication.document.anchors.push_back({"talks", 0, 1, sample::text("The talks"), "talks"});
    model::CrossReference reference;
    reference.target = "talks";
    reference.anchor = static_cast<model::AnchorId>(0);
    reference.resolved = true;
    model::Inlines const content{{reference, {}}};
    SECTION("before pages are known room for three digits is kept") {
        Bench bench(publication);
        CHECK(inline_text(bench.context(), content, setting_of(bench)).text.text == "page\xC2\xA0"
                                                                                    "000");
        CHECK(bench.context().tells_page_numbers);
    }
    SECTION("then the number stands") {
        Bench bench(publication, {{"talks", "12"}});
        InlineSetting setting = setting_of(bench);
        setting.language = "de-AT";
        CHECK(inline_text(bench.context(), content, setting).text.text == "Seite\xC2\xA0"
                                                                          "12");
    }
    SECTION("one that leads nowhere keeps its words") {
        reference.resolved = false;
        Bench bench(publication);
        CHECK(inline_text(bench.context(), {{reference, {}}}, setting_of(bench)).text.text == "talks");
    }
}

TEST_CASE("Offsets into the model survive a text in front and a taken initial") {
    Publication publication;
    Bench bench(publication);
    InlineSetting const setting = setting_of(bench);
    InlineText made = inline_text(bench.context(), sample::text("\xE2\x80\x9COnce upon a time"), setting);
    InlineText const initial = take_initial(made);
    CHECK(initial.text.text == "\xE2\x80\x9CO");
    CHECK(made.text.text == "nce upon a time");
    CHECK(plain_at(made, "nce") == 4);
    CHECK(plain_at(made, "upon") == 8);
    prepend(made, "\xE2\x80\x94 ", setting);
    CHECK(plain_at(made, "upon") == 8);
    set_first_words_small(made.text, 3);
    CHECK(made.text.runs[1].style.capitals == style::Capitals::small);
    CHECK(made.text.runs.back().style.capitals == style::Capitals::none);
}
