#include "epub/write_package.hpp"

#include "base/digest.hpp"
#include "epub/small_xml.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace quoin::epub {

using namespace model;

namespace {

std::string digits(std::string const& number) {
    std::string result;
    for (char const c : number)
        if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') result += c;
    return result;
}

bool looks_like_uuid(std::string const& text) {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

std::string instant(long long epoch) {
    constexpr long long day = 86400;
    long long const seconds = (epoch % day + day) % day;
    Date const date = from_epoch(epoch);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", date.year, date.month, date.day, seconds / 3600,
                       seconds / 60 % 60, seconds % 60);
}

class MetadataWriter {
  public:
    MetadataWriter(Book const& book, PackageFacts const& facts, pugi::xml_node node)
        : book_(book), about_(book.document.metadata), facts_(facts), node_(node) {}

    void run() {
        set(add(node_, "dc:identifier", identifier_of(book_)), "id", "uid");
        titles();
        creators();
        for (Language const& language : book_.plan.languages) add(node_, "dc:language", language);
        if (!about_.publisher.empty()) add(node_, "dc:publisher", about_.publisher);
        if (about_.date_stated) add(node_, "dc:date", to_string(about_.date));
        std::string const rights = about_.rights.empty() ? about_.book.copyright : about_.rights;
        if (!rights.empty()) add(node_, "dc:rights", rights);
        if (!about_.description.empty()) add(node_, "dc:description", about_.description);
        for (std::string const& subject : about_.subjects) add(node_, "dc:subject", subject);
        property("dcterms:modified", instant(facts_.epoch));
        collection();
        accessibility();
        if (facts_.has_cover) {
            pugi::xml_node meta = add(node_, "meta"); // Kobo, Nook and Kindle know this older form only
            set(meta, "name", "cover");
            set(meta, "content", "cover-image");
        }
    }

  private:
    pugi::xml_node property(char const* name, std::string const& value, std::string const& refined = {}) {
        pugi::xml_node meta = add(node_, "meta", value);
        if (!refined.empty()) set(meta, "refines", "#" + refined);
        set(meta, "property", name);
        return meta;
    }

    void titles() {
        set(add(node_, "dc:title", book_.title), "id", "title");
        property("title-type", "main", "title");
        property("file-as", title_file_as(book_.title, book_.language()), "title");
        property("display-seq", "1", "title");
        if (about_.subtitle.empty()) return;
        set(add(node_, "dc:title", about_.subtitle), "id", "subtitle");
        property("title-type", "subtitle", "subtitle");
        property("display-seq", "2", "subtitle");
    }

    // Of a journal the authors of its articles contribute; few writers of a pamphlet are its creators.
    void creators() {
        for (std::string const& name : about_.book.authors) person("dc:creator", name, "aut");
        for (std::string const& name : about_.book.editors)
            person(about_.book.authors.empty() ? "dc:creator" : "dc:contributor", name, "edt");
        for (std::string const& name : about_.book.translators) person("dc:contributor", name, "trl");
        for (std::string const& name : about_.book.illustrators) person("dc:contributor", name, "ill");
        std::vector<std::string> writers;
        for (Entry const& entry : book_.document.entries) {
            auto const* article = std::get_if<Article>(&entry.kind);
            if (article == nullptr) continue;
            for (Author const& author : article->authors) writers.push_back(author.name);
        }
        constexpr std::size_t most_creators = 3;
        std::set<std::string> const names(writers.begin(), writers.end());
        bool const contribute = people_ > 0 || about_.kind == PublicationKind::journal || names.size() > most_creators;
        for (std::string const& name : writers) person(contribute ? "dc:contributor" : "dc:creator", name, "aut");
    }

    void person(char const* element, std::string const& name, char const* role) {
        if (name.empty() || !named_.insert(name + "/" + role).second) return;
        std::string const id = fmt::format("person-{}", ++people_);
        set(add(node_, element, name), "id", id);
        set(property("role", role, id), "scheme", "marc:relators");
        property("file-as", person_file_as(name), id);
    }

    // The ISSN names the serial, so it stands on the collection and never on the issue.
    void collection() {
        Issue const& issue = about_.issue;
        bool const periodical = about_.kind == PublicationKind::journal;
        std::string const& name = periodical ? about_.title : issue.series;
        if (name.empty() || (issue.number.empty() && issue.issn.empty())) return;
        set(property("belongs-to-collection", name), "id", "collection");
        property("collection-type", "series", "collection");
        auto const number = [](std::string const& text) { return !text.empty() && digits(text) == text; };
        if (number(issue.number))
            property("group-position", number(issue.volume) ? issue.volume + "." + issue.number : issue.number,
                     "collection");
        if (!issue.issn.empty()) property("dcterms:identifier", "urn:issn:" + issue.issn, "collection");
    }

    // Only what is there is claimed.
    void accessibility() {
        Plan const& plan = book_.plan;
        bool const pictures = plan.meaningful_pictures > 0, described = plan.undescribed_pictures == 0;
        property("schema:accessMode", "textual");
        if (pictures) property("schema:accessMode", "visual");
        property("schema:accessModeSufficient", described ? "textual" : "textual,visual");
        for (char const* feature :
             {"displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"})
            property("schema:accessibilityFeature", feature);
        if (pictures && described) property("schema:accessibilityFeature", "alternativeText");
        if (facts_.has_pages) {
            property("schema:accessibilityFeature", "pageNavigation");
            property("schema:accessibilityFeature", "pageBreakMarkers");
        }
        if (!book_.document.index.groups.empty()) property("schema:accessibilityFeature", "index");
        property("schema:accessibilityHazard", "none");
        property("schema:accessibilitySummary", summary());
        if (facts_.has_pages) property("pageBreakSource", print_edition());
        if (about_.certified_by.empty()) return;
        set(property("dcterms:conformsTo", conformance("1.1", "2.2", "AA")), "id", "conformance");
        property("a11y:certifiedBy", about_.certified_by, "conformance");
    }

    // One of the nine strings that EPUB Accessibility 1.1 allows, exactly.
    static std::string conformance(char const* version, char const* wcag, char const* level) {
        return fmt::format("EPUB Accessibility {} - WCAG {} Level {}", version, wcag, level);
    }

    [[nodiscard]] std::string summary() const {
        Labels const& words = labels(book_.language());
        std::string text = words.readable_as_text;
        auto const more = [&](char const* sentence) { text += std::string(" ") + sentence; };
        if (facts_.has_notes) more(words.notes_linked);
        if (book_.plan.meaningful_pictures > 0)
            more(book_.plan.undescribed_pictures == 0 ? words.pictures_described : words.pictures_partly);
        if (facts_.has_pages) more(words.page_numbers);
        return text;
    }

    [[nodiscard]] std::string print_edition() const {
        if (!about_.book.isbn.empty()) return "urn:isbn:" + digits(about_.book.isbn);
        return fmt::format(fmt::runtime(labels(book_.language()).print_edition), book_.title);
    }

    Book const& book_;
    Metadata const& about_;
    PackageFacts const& facts_;
    pugi::xml_node node_;
    std::set<std::string> named_;
    int people_ = 0;
};

void write_manifest(pugi::xml_node root, PackageFacts const& facts) {
    pugi::xml_node manifest = add(root, "manifest");
    // By path, as the archive has them (EPUB.md, Z05); the spine keeps the order of reading.
    std::vector<ManifestItem> items = facts.items;
    std::sort(items.begin(), items.end(), [](ManifestItem const& a, ManifestItem const& b) { return a.path < b.path; });
    for (ManifestItem const& item : items) {
        pugi::xml_node node = add(manifest, "item");
        set(node, "id", item.id);
        set(node, "href", item.path);
        set(node, "media-type", item.media_type);
        if (!item.properties.empty()) set(node, "properties", item.properties);
    }
}

void write_spine(pugi::xml_node root, Book const& book, PackageFacts const& facts) {
    pugi::xml_node spine = add(root, "spine");
    set(spine, "toc", "ncx");
    if (is_right_to_left(book.language())) set(spine, "page-progression-direction", "rtl");
    for (ManifestItem const& item : facts.items)
        if (item.in_spine) set(add(spine, "itemref"), "idref", item.id);
}

} // namespace

std::string identifier_of(Book const& book) {
    Metadata const& about = book.document.metadata;
    if (!about.identifier.empty())
        return looks_like_uuid(about.identifier) ? "urn:uuid:" + about.identifier : about.identifier;
    if (!about.book.isbn_epub.empty()) return "urn:isbn:" + digits(about.book.isbn_epub);
    std::string name;
    for (std::string const& part : {about.publisher, about.title, about.subtitle, about.issue.series,
                                    about.issue.volume, about.issue.number, about.language, about.book.edition}) {
        name += part + '\n';
    }
    name += to_string(about.date);
    return "urn:uuid:" + uuid_from_name(name);
}

std::string write_package(Book const& book, PackageFacts const& facts) {
    pugi::xml_document document = new_document();
    pugi::xml_node root = add(document, "package");
    set(root, "xmlns", "http://www.idpf.org/2007/opf");
    set(root, "version", "3.0");
    set(root, "unique-identifier", "uid");
    set(root, "xml:lang", book.language());
    set(root, "dir", is_right_to_left(book.language()) ? "rtl" : "ltr");
    pugi::xml_node metadata = add(root, "metadata");
    set(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    MetadataWriter(book, facts, metadata).run();
    write_manifest(root, facts);
    write_spine(root, book, facts);
    return written(document);
}

} // namespace quoin::epub
