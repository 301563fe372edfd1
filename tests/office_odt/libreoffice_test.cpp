// Files as LibreOffice writes them (files/README.md says how they were made).

#include "office_odt/odt_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace quoin;
using namespace quoin::tests;

namespace {

OdtReading read_file(std::string const& name, manuscript::Options const& options = {}) {
    std::ifstream file(QUOIN_SOURCE_DIR "/tests/office_odt/files/" + name, std::ios::binary);
    REQUIRE(file);
    std::vector<char> const content{std::istreambuf_iterator<char>(file), {}};
    OdtReading reading = read_bytes(name, Bytes(content.begin(), content.end()), options);
    CHECK(reading.unproved() == none);
    return reading;
}

} // namespace

namespace {

/// Of rich.odt up to the text of its third note.
std::string const rich = R"dump(article ""
  title "Out of Sorts"
  subtitle "A short history of running out"
  author "Jane Doe"
  byline "By Jane Doe, 8 July 2023"
  date 2023-07-08
  paragraph "Type that has run out is " emphasis["out of sorts"] "." note[0] " So are we. H" subscript["2"] "O, " smallcaps["ocr"] ", " span:de-DE["Zwiebelfische im Satz"] "." note[1]
  heading 2 id="sizes" "Sizes"
  list numbered tight
    item marker="1." number=1
      paragraph "Brevier"
    item marker="2." number=2
      paragraph "Pica"
      list numbered tight
        item marker="a)" number=1
          paragraph "small"
  paragraph "An iron press, see " see<#sizes>["Sizes"] " on page " see<#sizes>[] "."
  list numbered tight
    item marker="3." number=3
      paragraph "Canon"
  list bullet tight
    item
      paragraph "a bullet"
  table none none caption["Table 1: Bodies"]
    head
      cell "Name"
      cell "Points"
    row
      cell "Brevier" note[2]
      cell "8"
  quote
    paragraph "The white was cut before the black."
  paragraph link<https://www.guildpress.example/>["the press"]
  paragraph "Beside it."
  insert
    paragraph "In a box."
note 0 label="1"
  paragraph "The phrase is " strong["older"] " than it looks."
  paragraph "A second paragraph."
note 1 label="2"
  paragraph "At the end."
note 2 label="3"
)dump";

} // namespace

TEST_CASE("a manuscript of LibreOffice") {
    auto const reading = read_file("rich.odt");
    CHECK(reading.dump() == rich + "  paragraph \"In a cell.\"\n");
    CHECK(reading.codes() ==
          Words{"metadata-guessed", "comment-dropped", "insert-guessed", "change-resolved", "change-resolved"});
    CHECK(reading.dropped() == Words{"comment: Check this.", "page number: 1", "deleted text: wooden "});
}

TEST_CASE("the same flat, and with changes rejected") {
    manuscript::Options options;
    options.track_changes = manuscript::TrackChanges::reject;
    CHECK(read_file("rich.fodt").dump() == rich + "  paragraph \"In a cell.\"\n");
    CHECK(read_file("rich.odt", options).dump().find("\"An wooden press, see \"") != std::string::npos);
}

TEST_CASE("a manuscript that has been a DOCX file") {
    // LibreOffice 7.4 repeats the text of the first note in place of that in the cell; the file says so.
    CHECK(read_file("through_docx.odt").dump() == rich + "  paragraph \"The phrase is \" strong[\"older\"] \" than it "
                                                         "looks.\"\n  paragraph \"A second paragraph.\"\n");
}

TEST_CASE("a page of the web as a manuscript") {
    CHECK(read_file("letter.odt").dump() == R"dump(article ""
  title "Lead"
  paragraph "Type that has run out is " emphasis["out of sorts"] ". See " link<https://www.guildpress.example/>["the press"] "."
  list numbered tight
    item marker="1." number=1
      paragraph "one"
    item marker="2." number=2
      paragraph "two"
      list numbered tight
        item marker="a." number=1
          paragraph "inner"
    item marker="3." number=3
      paragraph "three"
  heading 2 "Sizes"
  table none right
    head
      cell "Name"
      cell "Points"
    row
      cell "Brevier"
      cell "8"
    row
      cell "Pica"
      cell "12"
  quote
    paragraph "The white was cut before the black."
)dump");
}
