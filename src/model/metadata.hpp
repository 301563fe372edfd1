#pragma once
// What a publication is, apart from its text: the content of publication.toml, checked and typed.

#include "base/date.hpp"
#include "base/span.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quoin::model {

enum class PublicationKind { journal, pamphlet, book, leaflet };

/// BCP 47, as written but with canonical case ("en", "pt-BR", "sr-Latn"). Empty = inherits from around it.
using Language = std::string;

struct Issue {
    std::string series, volume, number, price;
    std::string issn;           // "2049-3630", verified
    std::string variant = "00"; // two digits of the bar code: other than 00 for special numbers and second prices
    std::optional<Date> date;
};

struct Book {
    std::string isbn, isbn_epub; // as printed, verified
    std::string edition, copyright;
    std::vector<std::string> authors, editors, translators, illustrators;
};

struct Contact {
    std::string website, email, phone;
};

enum class CoverForm { unstated, separate, self, none };

struct Cover {
    std::string image; // path to read it by; empty = designed ground
    std::string alt, credit, spine;
    std::vector<std::string> lines; // teasers
    CoverForm form = CoverForm::unstated;
    std::string barcode_addon; // two or five digits; empty: of a periodical, its number
    // What the approved cover was made for; a build for anything else is an error. 0 and empty = not frozen.
    int frozen_pages = 0;
    std::string frozen_paper;
    Span span;
    // back, inside-front, inside-back and flaps are texts: see Document
};

/// One key of a publication's [style] or [printer]: "print.pages" and its value as TOML source text ("\"multiple of 4\"").
struct SettingOverride {
    std::string key;
    std::string toml;
    Span span;
};

struct Metadata {
    PublicationKind kind = PublicationKind::journal;
    std::string name; // last component of the publication's folder
    std::string title, subtitle, publisher, rights, description, identifier, profile, paper;
    std::vector<std::string> subjects;
    Language language = "en";
    std::string layout; // name or path as written
    Date date;          // of publication: `date`, else the issue's or book's, else 1980-01-01
    bool date_stated = false;
    Issue issue;
    Book book;
    Contact contact;
    Cover cover;
    std::string certified_by;
    std::vector<SettingOverride> style;    // over the layout
    std::vector<SettingOverride> printer;  // over the printer's profile
    bool is_edition = false;               // a further language edition: its files carry the language in the stem
    Span span;                             // the manifest; keys that later stages judge stand in key_spans
    std::map<std::string, Span> key_spans; // "layout", "issue.issn", …
};

} // namespace quoin::model
