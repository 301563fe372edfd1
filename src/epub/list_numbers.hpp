#pragma once
// Whether a reading system would print a list's markers as they are written, and what to tell it.

#include "model/document.hpp"

#include <string>
#include <vector>

namespace quoin::epub {

struct ListNumbers {
    bool literal = false;            // the markers are written as text
    std::string type;                // "", "a", "A", "i", "I"
    std::string start;               // when it is not 1
    std::vector<std::string> values; // of each item, where it is not one more than the last
};

ListNumbers list_numbers(model::List const&);

} // namespace quoin::epub
