#include "hypertext/epub_package.hpp"

#include "hypertext/characters.hpp"
#include "hypertext/html_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

namespace {

Failure damaged(std::string const& name, std::string const& what) {
    return failure(Code::import_damaged, {}, fmt::format("\"{}\" cannot be read: {}", name, what));
}

// The local name: prefixes are anybody's choice.
bool is_named(pugi::xml_node node, std::string_view name) {
    std::string_view const whole = node.name();
    std::size_t const colon = whole.find(':');
    return is_element(node) && (colon == std::string_view::npos ? whole : whole.substr(colon + 1)) == name;
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (pugi::xml_node child : parent.children())
        if (is_named(child, name)) return child;
    return {};
}

bool load_xml(manuscript::Package const& archive, std::string const& path, Syntax syntax, pugi::xml_document& to) {
    auto const bytes = archive.read(path);
    if (!bytes) return false;
    parse_markup(decode_page(*bytes).text, syntax, to);
    return true;
}

// Fonts are obfuscated so that they stay with their book; nothing else may be encrypted.
bool is_locked(manuscript::Package const& archive) {
    pugi::xml_document tree;
    if (!archive.contains("META-INF/encryption.xml")) return false;
    if (!load_xml(archive, "META-INF/encryption.xml", Syntax::xml, tree)) return true;
    for (pugi::xml_node node = tree.first_child(); node; node = next_node(node, tree)) {
        if (!is_named(node, "EncryptionMethod") || !is_named(node.parent(), "EncryptedData")) continue;
        std::string_view const method = attribute(node, "Algorithm");
        if (method != "http://www.idpf.org/2008/embedding" && method != "http://ns.adobe.com/pdf/enc#RC") return true;
    }
    return false;
}

class PackageReader {
  public:
    PackageReader(std::string const& name, manuscript::Package const& archive) : name_(name), archive_(archive) {}

    Result<EpubPackage> run() {
        if (is_locked(archive_)) return damaged(name_, "its documents are encrypted");
        package_.path = package_path();
        pugi::xml_document tree;
        if (package_.path.empty() || !load_xml(archive_, package_.path, Syntax::xml, tree))
            return damaged(name_, "it has no package document");
        pugi::xml_node root = tree.first_child();
        while (root && !is_named(root, "package")) root = root.next_sibling();
        metadata(child_named(root, "metadata"));
        manifest(child_named(root, "manifest"));
        spine(child_named(root, "spine"));
        guide(child_named(root, "guide"));
        if (package_.spine.empty()) return damaged(name_, "it has no documents");
        navigation();
        if (package_.contents.empty()) ncx(std::string(attribute(child_named(root, "spine"), "toc")));
        package_.ours = package_.path == "EPUB/package.opf" && archive_.contains("EPUB/css/book.css") &&
                        package_.navigation == "EPUB/nav.xhtml" && archive_.contains("EPUB/toc.ncx");
        return std::move(package_);
    }

  private:
    std::string package_path() {
        pugi::xml_document container;
        if (load_xml(archive_, find_entry(archive_, "META-INF/container.xml"), Syntax::xml, container))
            for (pugi::xml_node node = container.first_child(); node; node = next_node(node, container))
                if (is_named(node, "rootfile"))
                    if (std::string path = find_entry(archive_, std::string(attribute(node, "full-path")));
                        !path.empty())
                        return path;
        for (std::string const& entry : archive_.names())
            if (lower(entry).ends_with(".opf")) return entry;
        return {};
    }

    std::string resolved(std::string_view reference) const {
        std::string const path = percent_decoded(reference.substr(0, reference.find('#')));
        return manuscript::resolve_reference(package_.path, path);
    }

    void metadata(pugi::xml_node node) {
        // EPUB 2 wraps them in dc-metadata.
        if (pugi::xml_node const inner = child_named(node, "dc-metadata"); inner && !child_named(node, "title"))
            node = inner;
        std::map<std::string, std::map<std::string, std::string>> refined;
        for (pugi::xml_node each : node.children())
            if (is_named(each, "meta") && attribute(each, "refines").starts_with('#'))
                refined[std::string(attribute(each, "refines").substr(1))][std::string(attribute(each, "property"))] =
                    text_of(each);
        for (pugi::xml_node each : node.children()) {
            auto const& about = refined[std::string(attribute(each, "id"))];
            auto const detail = [&](char const* key) {
                auto const found = about.find(key);
                return found == about.end() ? std::string() : found->second;
            };
            std::string const text = text_of(each);
            if (text.empty() && !is_named(each, "meta")) continue;
            if (is_named(each, "title")) {
                std::string const type = detail("title-type");
                std::string& to = type == "subtitle" ? package_.subtitle : package_.title;
                if (to.empty() || type == "main") to = text;
            } else if (is_named(each, "creator") || is_named(each, "contributor")) {
                std::string role = detail("role").empty() ? std::string(attribute(each, "opf:role")) : detail("role");
                if (role.empty() && is_named(each, "creator")) role = "aut";
                package_.people.push_back({text, role});
            } else if (is_named(each, "meta")) {
                std::string_view const property = attribute(each, "property");
                std::string_view const name = attribute(each, "name");
                if (property == "belongs-to-collection") {
                    package_.collection = text;
                    package_.position = detail("group-position");
                    package_.issn = detail("dcterms:identifier");
                }
                if (name == "calibre:series") package_.collection = attribute(each, "content");
                if (name == "calibre:series_index") package_.position = attribute(each, "content");
            } else {
                plain(each, text);
            }
        }
    }

    void plain(pugi::xml_node node, std::string const& text) {
        if (is_named(node, "publisher") && package_.publisher.empty()) package_.publisher = text;
        if (is_named(node, "rights") && package_.rights.empty()) package_.rights = text;
        if (is_named(node, "description") && package_.description.empty()) package_.description = without_tags(text);
        if (is_named(node, "date") && (package_.date.empty() || attribute(node, "opf:event") == "publication"))
            package_.date = text;
        if (is_named(node, "subject")) package_.subjects.push_back(text);
        if (is_named(node, "identifier"))
            package_.identifiers.push_back(std::string(attribute(node, "opf:scheme")) + ":" + text);
        if (is_named(node, "language")) package_.languages.push_back(canonical_language(text));
    }

    // Shops want descriptions with markup in them.
    static std::string without_tags(std::string const& text) {
        if (text.find('<') == std::string::npos) return text;
        pugi::xml_document tree;
        parse_markup(text, Syntax::html, tree);
        return text_of(find_element(tree, "body"));
    }

    void manifest(pugi::xml_node node) {
        for (pugi::xml_node each : node.children()) {
            if (!is_named(each, "item")) continue;
            ManifestItem item{resolved(attribute(each, "href")), lower(attribute(each, "media-type")),
                              std::string(attribute(each, "properties"))};
            std::string const entry = find_entry(archive_, item.path);
            if (!entry.empty()) item.path = entry;
            if (has_word(each, "properties", "nav")) package_.navigation = item.path;
            package_.items.emplace(std::string(attribute(each, "id")), std::move(item));
        }
    }

    void spine(pugi::xml_node node) {
        for (pugi::xml_node each : node.children()) {
            if (!is_named(each, "itemref")) continue;
            auto const item = package_.items.find(std::string(attribute(each, "idref")));
            if (item == package_.items.end()) continue;
            std::string const& path = item->second.path;
            bool const twice = std::find(package_.spine.begin(), package_.spine.end(), path) != package_.spine.end();
            if (!archive_.contains(path)) {
                package_.missing.push_back(path);
            } else if (!twice) {
                package_.spine.push_back(path);
            }
        }
    }

    void guide(pugi::xml_node node) {
        for (pugi::xml_node each : node.children())
            if (is_named(each, "reference")) {
                std::string type = lower(attribute(each, "type"));
                if (type == "title-page") type = "titlepage";
                package_.landmarks.emplace(find_entry(archive_, resolved(attribute(each, "href"))), type);
            }
    }

    void navigation() {
        pugi::xml_document tree;
        if (package_.navigation.empty() || !load_xml(archive_, package_.navigation, Syntax::xhtml, tree)) return;
        for (pugi::xml_node node = tree.first_child(); node; node = next_node(node, tree)) {
            if (!is_named(node, "nav")) continue;
            pugi::xml_node list = find_element(node, "ol");
            if (has_type(node, "toc") && package_.contents.empty()) package_.contents = entries(list);
            if (!has_type(node, "landmarks")) continue;
            for (pugi::xml_node each = list; each; each = next_node(each, list))
                if (is_any(each, {"a"}) && attribute(each, "href").find('#') == std::string_view::npos)
                    package_.landmarks.emplace(place(package_.navigation, attribute(each, "href")).first,
                                               std::string(attribute(each, "epub:type")));
        }
    }

    std::pair<std::string, std::string> place(std::string const& from, std::string_view reference) const {
        std::size_t const sign = std::min(reference.find('#'), reference.size());
        std::string const path = manuscript::resolve_reference(from, percent_decoded(reference.substr(0, sign)));
        return {find_entry(archive_, path), percent_decoded(reference.substr(std::min(sign + 1, reference.size())))};
    }

    // No deeper than the parser lets lists stand.
    std::vector<ContentsEntry> entries(pugi::xml_node list) {
        std::vector<ContentsEntry> found;
        for (pugi::xml_node item : list.children()) {
            if (!is_any(item, {"li"})) continue;
            ContentsEntry entry;
            for (pugi::xml_node each : item.children()) {
                if (is_any(each, {"ol"})) entry.below = entries(each);
                if (is_any(each, {"a", "span"}) && entry.label.empty()) {
                    entry.label = text_of(each);
                    if (each.attribute("href"))
                        std::tie(entry.path, entry.id) = place(package_.navigation, attribute(each, "href"));
                }
            }
            if (!entry.label.empty() || !entry.below.empty()) found.push_back(std::move(entry));
        }
        return found;
    }

    void ncx(std::string const& id) {
        std::string path;
        if (auto const item = package_.items.find(id); item != package_.items.end()) path = item->second.path;
        for (auto const& [key, item] : package_.items)
            if (path.empty() && item.media_type == "application/x-dtbncx+xml") path = item.path;
        pugi::xml_document tree;
        if (path.empty() || !load_xml(archive_, path, Syntax::xml, tree)) return;
        for (pugi::xml_node node = tree.first_child(); node; node = next_node(node, tree))
            if (is_named(node, "navMap")) package_.contents = points(node, path);
    }

    std::vector<ContentsEntry> points(pugi::xml_node parent, std::string const& from) {
        std::vector<ContentsEntry> found;
        for (pugi::xml_node each : parent.children()) {
            if (!is_named(each, "navPoint")) continue;
            ContentsEntry entry;
            entry.label = text_of(child_named(each, "navLabel"));
            std::tie(entry.path, entry.id) = place(from, attribute(child_named(each, "content"), "src"));
            entry.below = points(each, from);
            found.push_back(std::move(entry));
        }
        return found;
    }

    std::string const& name_;
    manuscript::Package const& archive_;
    EpubPackage package_;
};

} // namespace

Result<EpubPackage> read_epub_package(std::string const& name, manuscript::Package const& archive) {
    return PackageReader(name, archive).run();
}

std::string find_entry(manuscript::Package const& archive, std::string const& path) {
    if (path.empty() || archive.contains(path)) return path;
    std::string const wanted = lower(path);
    for (std::string const& name : archive.names())
        if (lower(name) == wanted || lower(percent_decoded(name)) == wanted) return name;
    return {};
}

} // namespace quoin::hypertext
