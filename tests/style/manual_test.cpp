// docs/manual/layouts.md names every key that a layout may give, and no other.
//
// Its tables have the keys of a section in their first column; the section is the last heading that has one in brackets.
// A heading of the form [print.type.*] or [palette.*] stands for every name that may take the star's place.

#include "style/layout_files.hpp"
#include "style/printer.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

namespace quoin::style::test {

namespace {

std::string between(std::string const& line, char const* open, char const* close) {
    auto const begin = line.find(open);
    if (begin == std::string::npos) return {};
    auto const end = line.find(close, begin + 1);
    return end == std::string::npos ? "" : line.substr(begin + 1, end - begin - 1);
}

/// The names that a star in the section's name stands for.
std::vector<std::string> stands_for(std::string const& section) {
    std::vector<std::string> names;
    if (section == "print.type.*")
        for (std::size_t i = 0; i < type_role_count; ++i) names.emplace_back(name(static_cast<TypeRole>(i)));
    if (section == "cover.type.*")
        names = {"title", "subtitle", "issue-line", "teaser-first", "teaser", "author", "spine", "back-text"};
    if (section == "palette.*") names = {"text", "paper"};
    return names;
}

void add_keys(std::set<std::string>& keys, std::string const& section, std::string const& key) {
    auto const star = section.find(".*");
    if (star == std::string::npos) {
        keys.insert(section.empty() ? key : section + "." + key);
        return;
    }
    for (std::string const& each : stands_for(section)) keys.insert(section.substr(0, star + 1) + each + "." + key);
}

std::set<std::string> keys_of_manual(std::string const& manual) {
    std::set<std::string> keys;
    std::string section;
    bool listing = false;
    std::istringstream lines(manual);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) {
            section = between(line, "[", "]");
            listing = !section.empty() || line.find("top level") != std::string::npos;
        }
        if (!listing || !line.starts_with("| `")) continue;
        add_keys(keys, section, between(line, "`", "`"));
    }
    return keys;
}

/// The roles of type that the manual's table of roles names.
std::set<std::string> roles_of_manual(std::string const& manual) {
    std::set<std::string> roles;
    std::istringstream lines(manual);
    bool listing = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) listing = line.find("Kinds of text") != std::string::npos;
        if (!listing || !line.starts_with("| `")) continue;
        std::string const cell = line.substr(0, line.find('|', 1));
        for (std::size_t at = cell.find('`'); at != std::string::npos;) {
            auto const end = cell.find('`', at + 1);
            roles.insert(cell.substr(at + 1, end - at - 1));
            at = cell.find('`', end + 1);
        }
    }
    return roles;
}

std::string manual(std::string const& name = "layouts") {
    auto const bytes = DiskFileSystem().read(QUOIN_SOURCE_DIR "/docs/manual/" + name + ".md");
    REQUIRE(bytes);
    return std::string(as_text(*bytes));
}

} // namespace

TEST_CASE("the manual of layouts has the keys that the program knows") {
    std::set<std::string> written = keys_of_manual(manual());
    std::set<std::string> known;
    for (std::string const& key : known_keys()) known.insert(key);
    std::vector<std::string> missing, invented;
    std::set_difference(known.begin(), known.end(), written.begin(), written.end(), std::back_inserter(missing));
    std::set_difference(written.begin(), written.end(), known.begin(), known.end(), std::back_inserter(invented));
    CHECK(known.size() > 700);
    CHECK(missing == std::vector<std::string>{});
    CHECK(invented == std::vector<std::string>{});
}

TEST_CASE("the manual of printers has the keys that the program knows") {
    std::set<std::string> const written = keys_of_manual(manual("printers"));
    std::vector<std::string> const known = known_printer_keys();
    CHECK(known.size() > 50);
    CHECK(std::vector<std::string>(written.begin(), written.end()) == known);
}

TEST_CASE("the manual of layouts names every kind of text") {
    std::set<std::string> roles;
    for (std::size_t i = 0; i < type_role_count; ++i) roles.emplace(name(static_cast<TypeRole>(i)));
    CHECK(roles.size() == type_role_count);
    CHECK(roles_of_manual(manual()) == roles);
}

} // namespace quoin::style::test
