#pragma once
// The ways into the publication: nav.xhtml for EPUB 3, toc.ncx with the same entries for old readers.

#include "epub/book.hpp"
#include "epub/characters.hpp"

#include <string>
#include <vector>

namespace quoin::epub {

struct NavigationEntry {
    model::Inlines label;
    model::Language language; // of the label
    std::string href;         // from EPUB/: "text/01-mexico.xhtml#s-01-mexico"
    std::vector<NavigationEntry> below;
};

/// A page of the print edition and where it begins.
struct PageTarget {
    std::string label, href;
};

struct Navigation {
    std::vector<NavigationEntry> contents;
    std::vector<NavigationEntry> figures; // those with captions
    std::vector<PageTarget> pages;
};

/// Contents of departments, parts, articles and, where there are few of these, their headings.
std::vector<NavigationEntry> contents_entries(Book const&);

/// The figures of the articles in reading order, each under its caption. Those of inserts belong to the insert.
std::vector<NavigationEntry> figure_entries(Book const&);

struct NavigationDocument {
    std::string content;
    CharacterUse characters;
};
NavigationDocument write_navigation(Book const&, Navigation const&);
std::string write_ncx(Book const&, Navigation const&, std::string const& identifier);

} // namespace quoin::epub
