#pragma once
// What a web page says of itself in its head, and in which encoding.

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "hypertext/markup.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quoin::hypertext {

struct PageFacts {
    std::string title, site, description, rights, publisher, language;
    std::vector<std::string> authors, keywords;
    std::optional<Date> date;
};

PageFacts read_page_facts(pugi::xml_node tree);

struct DecodedPage {
    std::string text, encoding;
    bool guessed = false;
};

/// UTF-8, by a byte order mark, what the page or the XML declaration names, or a guess.
DecodedPage decode_page(Bytes const&);

} // namespace quoin::hypertext
