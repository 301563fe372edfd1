#include "hypertext/epub_metadata.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <array>

namespace quoin::hypertext {

using namespace model;

namespace {

std::string digits_of(std::string_view text) {
    std::string digits;
    for (char const letter : text)
        if ((letter >= '0' && letter <= '9') || letter == 'X' || letter == 'x') digits += letter;
    return digits;
}

// Check digits of EAN-13 and of the older ten figures; a wrong number would not build.
bool is_isbn(std::string const& digits) {
    int sum = 0;
    if (digits.size() == 13) {
        for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return digits.find_first_of("Xx") == std::string::npos && sum % 10 == 0;
    }
    if (digits.size() != 10) return false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        bool const ten = digits[i] == 'X' || digits[i] == 'x';
        if (ten && i != 9) return false;
        sum += (ten ? 10 : digits[i] - '0') * static_cast<int>(10 - i);
    }
    return sum % 11 == 0;
}

bool is_issn(std::string const& text) {
    std::string const digits = digits_of(text);
    if (digits.size() != 8) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        bool const ten = digits[i] == 'X' || digits[i] == 'x';
        if (ten && i != 7) return false;
        sum += (ten ? 10 : digits[i] - '0') * static_cast<int>(8 - i);
    }
    return sum % 11 == 0;
}

void read_issue(EpubPackage const& package, Metadata& metadata) {
    if (package.collection.empty()) return;
    Issue& issue = metadata.issue;
    std::size_t const dot = package.position.find('.');
    std::string const number = dot == std::string::npos ? package.position : package.position.substr(dot + 1);
    // "The Compositor 4 (2026), 17" is a number of "The Compositor".
    bool const periodical =
        metadata.title.starts_with(package.collection) && package.collection.size() <= metadata.title.size();
    if (periodical) {
        metadata.kind = PublicationKind::journal;
        metadata.title = package.collection;
        if (dot != std::string::npos) issue.volume = package.position.substr(0, dot);
    } else {
        issue.series = package.collection;
    }
    issue.number = dot != std::string::npos && number == "0" ? package.position.substr(0, dot) : number;
    std::string const issn = package.issn.substr(std::min(package.issn.rfind(':') + 1, package.issn.size()));
    if (is_issn(issn)) issue.issn = issn;
}

void read_people(EpubPackage const& package, Pages const& pages, Metadata& metadata) {
    // Our title pages name the authors of the book; all other people of the package are those of its articles.
    bool has_authors = !pages.ours;
    for (Page const& page : pages.all)
        for (pugi::xml_node node = page.body; node && !page.is_text; node = next_node(node, page.body))
            has_authors = has_authors || has_any_class(node, {"book-author"});
    if (!has_authors) return;
    for (Person const& person : package.people) {
        if (person.role == "aut" && (!pages.ours || metadata.kind != PublicationKind::journal))
            metadata.book.authors.push_back(person.name);
        if (person.role == "edt") metadata.book.editors.push_back(person.name);
        if (person.role == "trl") metadata.book.translators.push_back(person.name);
        if (person.role == "ill") metadata.book.illustrators.push_back(person.name);
    }
}

void read_identifiers(EpubPackage const& package, Pages const& pages, Metadata& metadata) {
    for (std::string const& identifier : package.identifiers) {
        std::string const text = lower(identifier);
        std::string const digits = digits_of(identifier.substr(identifier.rfind(':') + 1));
        bool const isbn = text.find("isbn") != std::string::npos || (digits.size() == 13 && digits.starts_with("978"));
        if (!isbn || !is_isbn(digits)) continue;
        (pages.ours ? metadata.book.isbn_epub : metadata.book.isbn) = digits;
    }
}

} // namespace

void read_epub_metadata(EpubPackage const& package, Pages const& pages, manuscript::Imported& result) {
    Metadata& metadata = result.document.metadata;
    metadata.title = package.title;
    metadata.subtitle = package.subtitle;
    metadata.publisher = package.publisher;
    metadata.rights = package.rights;
    metadata.description = package.description;
    metadata.subjects = package.subjects;
    if (!package.languages.empty() && !package.languages.front().empty()) {
        metadata.language = package.languages.front();
    } else if (!pages.all.empty() && !pages.all.front().language.empty()) {
        metadata.language = pages.all.front().language;
    }
    if (auto const date = parse_date(std::string_view(package.date).substr(0, 10))) {
        metadata.date = *date;
        metadata.date_stated = true;
    }
    bool book = !pages.ours;
    for (Page const& page : pages.all)
        for (pugi::xml_node node = page.body; node && !page.is_text; node = next_node(node, page.body))
            book = book || has_type(node, "copyright-page") || has_any_class(node, {"book-author"});
    metadata.kind = book ? PublicationKind::book : PublicationKind::pamphlet;
    read_issue(package, metadata);
    read_people(package, pages, metadata);
    read_identifiers(package, pages, metadata);
}

void take_imprint_facts(Blocks& blocks, Pages const& pages, manuscript::Imported& result) {
    if (!pages.ours) return;
    Metadata& metadata = result.document.metadata;
    auto const take = [&](std::string const& text, Inlines const& content) -> std::string {
        auto const* link = content.size() == 1 ? std::get_if<Link>(&content.front().kind) : nullptr;
        bool const plain = content.size() == 1 && std::holds_alternative<Text>(content.front().kind);
        if (text == metadata.publisher) return "publisher";
        if (text == metadata.rights) return "rights";
        if (plain && text.starts_with("ISSN ") && is_issn(text.substr(5)))
            return metadata.issue.issn = text.substr(5), "issue.issn";
        if (plain && text.starts_with("ISBN ") && is_isbn(digits_of(text))) {
            bool const own = digits_of(text) == digits_of(metadata.book.isbn_epub);
            (own ? metadata.book.isbn_epub : metadata.book.isbn) = text.substr(5);
            return own ? "book.isbn-epub" : "book.isbn";
        }
        if (link != nullptr && link->address.starts_with("mailto:"))
            return metadata.contact.email = text, "contact.email";
        if (link != nullptr) return metadata.contact.website = text, "contact.website";
        if (plain && text.starts_with("©")) return metadata.book.copyright = text, "book.copyright";
        if (plain && text.starts_with("+") && text.find_first_not_of("+0123456789 ()-/") == std::string::npos)
            return metadata.contact.phone = text, "contact.phone";
        constexpr std::string_view edition = "Edition: ";
        if (plain && text.starts_with(edition))
            return metadata.book.edition = text.substr(edition.size()), "book.edition";
        return {};
    };
    while (!blocks.empty()) {
        auto const* paragraph = std::get_if<Paragraph>(&blocks.back().kind);
        if (paragraph == nullptr) return;
        std::string const text = plain_text(paragraph->content);
        std::string const key = take(text, paragraph->content);
        if (key.empty()) return;
        result.dropped.push_back({"metadata: " + key, blocks.back().span, text});
        blocks.pop_back();
    }
}

} // namespace quoin::hypertext
