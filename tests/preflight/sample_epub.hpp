#pragma once
// A small EPUB without a fault, packed with libzip alone, into which faults are planted.

#include "base/bytes.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quoin::preflight::test {

struct SampleEpub {
    SampleEpub();

    std::vector<std::pair<std::string, std::string>> files; // in the archive's order
    bool store_mimetype = true;

    std::string& operator[](std::string const& name);
    void replace(std::string const& name, std::string const& from, std::string const& to);
    [[nodiscard]] Bytes save() const;
};

} // namespace quoin::preflight::test
