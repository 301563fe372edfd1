#include "sample_book.hpp"

#include <catch2/catch.hpp>

using namespace quoin;
using namespace quoin::model;
using namespace quoin::test;

namespace {

std::string byline(std::string text, std::vector<std::string> const& authors, std::optional<Date> date) {
    SampleBook book;
    Article& article = book.article("storm", "Storm");
    article.byline = std::move(text);
    for (std::string const& author : authors) article.authors.push_back({author, {}});
    article.date = date;
    std::string const page = book.build().file("text/storm.xhtml");
    std::size_t const begin = page.find("<p class=\"byline\">") + 18;
    return page.substr(begin, page.find("</p>", begin) - begin);
}

} // namespace

TEST_CASE("names and dates are found in a byline that stands as printed") {
    CHECK(byline("By Jorge Arboleda, RCIT Mexico, 20 June 2023", {"Jorge Arboleda"}, Date{2023, 6, 20}) ==
          "By <span class=\"author\">Jorge Arboleda</span>, RCIT Mexico, <time datetime=\"2023-06-20\">20 June "
          "2023</time>");
    CHECK(byline("By A. and B., July 8, 2023", {"A.", "B."}, Date{2023, 7, 8}) ==
          "By <span class=\"author\">A.</span> and <span class=\"author\">B.</span>, <time "
          "datetime=\"2023-07-08\">July 8, 2023</time>");
    CHECK(byline("Андрей Лужский, 8 июля 2023 г.", {"Андрей Лужский"}, Date{2023, 7, 8}) ==
          "<span class=\"author\">Андрей Лужский</span>, <time datetime=\"2023-07-08\">8 июля 2023</time> г.");
    CHECK(byline("August 2023", {}, Date{2023, 8, 0}) == "<time datetime=\"2023-08\">August 2023</time>");
}

TEST_CASE("what is not in the byline is not put there") {
    CHECK(byline("By the Workshop", {"The Guild"}, Date{2023, 7, 8}) == "By the Workshop");
    CHECK(byline("In 12023 words", {}, Date{2023, 0, 0}) == "In 12023 words");
}
