#pragma once
// What a finished EPUB says of itself, as plain data: read from its bytes, never from what the writer remembers.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace quoin::preflight {

struct EpubEntry {
    std::string name;
    std::size_t size = 0;
    bool stored = false;
};

struct EpubItem {
    std::string id, path, type; // path from the archive's root
    std::set<std::string> properties;
    bool in_spine = false;
};

/// A thing in a document, with the document's path: "EPUB/text/01.xhtml", "#note-1".
struct EpubPlace {
    std::string path, what;
    bool operator<(EpubPlace const& other) const { return std::tie(path, what) < std::tie(other.path, other.what); }
    bool operator==(EpubPlace const&) const = default;
};

struct EpubLink {
    EpubPlace from; // document, and how the link reads
    EpubPlace to;   // document, and id without '#'; empty path for an address outside
    std::string address;
};

struct EpubFacts {
    std::vector<EpubEntry> entries; // in the archive's order
    std::string mimetype;           // content of the first entry
    std::string package_path;
    std::string identifier, title, language, modified;
    std::set<std::string> languages;                            // every dc:language
    std::map<std::string, std::set<std::string>> accessibility; // "schema:accessMode" → values
    bool has_cover_image = false;
    std::vector<EpubItem> items;
    std::string nav_path;
    std::string letters; // of the documents in spine order, without the navigation
    std::set<EpubPlace> ids;
    std::vector<EpubLink> links;
    std::vector<EpubPlace> malformed;            // documents that are not well-formed XML, and why
    std::vector<EpubPlace> without_language;     // documents whose html names none
    std::vector<EpubPlace> pictures_without_alt; // and their src
    std::vector<EpubPlace> remote;               // resources that would be fetched
    std::vector<EpubPlace> scripts;
    std::vector<EpubPlace> fixed_colours;              // of text, with the rule
    std::vector<EpubPlace> missing_files;              // named by a document or style sheet, not in the archive
    std::vector<EpubPlace> note_marks;                 // what they lead to
    std::map<EpubPlace, std::vector<EpubPlace>> notes; // and where their links back lead
    std::set<EpubPlace> note_mark_ids;
    std::map<EpubPlace, std::string> page_breaks;             // and their labels
    std::vector<std::pair<EpubPlace, std::string>> page_list; // of the navigation: target and label
    std::vector<EpubPlace> skipped_headings;
    struct Picture {
        std::string path, type;
        std::size_t width = 0, height = 0, bytes = 0;
    };
    std::vector<Picture> pictures;
};

} // namespace quoin::preflight
