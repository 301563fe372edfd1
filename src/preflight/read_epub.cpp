#include "preflight/read_epub.hpp"

#include "preflight/archive.hpp"
#include "preflight/document_reader.hpp"
#include "preflight/xml.hpp"

#include "media/picture.hpp"

#include <algorithm>

namespace quoin::preflight {

namespace {

class EpubReader {
  public:
    explicit EpubReader(std::vector<ArchiveEntry> entries) : entries_(std::move(entries)) {}

    Result<EpubFacts> read() {
        for (ArchiveEntry const& entry : entries_)
            facts_.entries.push_back({entry.name, entry.content.size(), entry.stored});
        if (!entries_.empty()) facts_.mimetype = as_text(entries_.front().content);
        pugi::xml_document container, package;
        if (auto const* const entry = find("META-INF/container.xml")) load(entry->content, container);
        if (auto const root = find_element(container, "rootfile"))
            facts_.package_path = root.attribute("full-path").value();
        auto const* const entry = find(facts_.package_path);
        if (entry == nullptr || !load(entry->content, package))
            return failure(Code::reread_unreadable, {}, "the EPUB has no package document that can be read");
        read_package(package.document_element());
        read_documents(package.document_element());
        read_pictures();
        return std::move(facts_);
    }

  private:
    [[nodiscard]] ArchiveEntry const* find(std::string const& name) const {
        auto const found = std::find_if(entries_.begin(), entries_.end(),
                                        [&](ArchiveEntry const& entry) { return entry.name == name; });
        return found == entries_.end() ? nullptr : &*found;
    }

    void read_package(pugi::xml_node package) {
        std::string const unique = package.attribute("unique-identifier").value();
        for (pugi::xml_node const node : child(package, "metadata").children()) {
            std::string_view const name = local_name(node);
            std::string const value = node.text().get();
            if (name == "identifier" && node.attribute("id").value() == unique) facts_.identifier = value;
            if (name == "title" && facts_.title.empty()) facts_.title = value;
            if (name == "language") {
                if (facts_.language.empty()) facts_.language = value;
                facts_.languages.insert(value);
            }
            std::string const property = node.attribute("property").value();
            if (property == "dcterms:modified") facts_.modified = value;
            if (property.starts_with("schema:access")) facts_.accessibility[property].insert(value);
        }
        for (pugi::xml_node const node : child(package, "manifest").children()) {
            if (local_name(node) != "item") continue;
            EpubItem item{node.attribute("id").value(),
                          resolved(facts_.package_path, node.attribute("href").value()).path,
                          node.attribute("media-type").value(), words_of(node.attribute("properties").value()), false};
            if (item.properties.count("nav") != 0) facts_.nav_path = item.path;
            if (item.properties.count("cover-image") != 0) facts_.has_cover_image = true;
            facts_.items.push_back(std::move(item));
        }
    }

    void read_documents(pugi::xml_node package) {
        DocumentReader reader(facts_);
        for (pugi::xml_node const reference : child(package, "spine").children()) {
            if (local_name(reference) != "itemref") continue;
            auto const item = std::find_if(facts_.items.begin(), facts_.items.end(), [&](EpubItem const& one) {
                return one.id == reference.attribute("idref").value();
            });
            if (item == facts_.items.end()) continue;
            item->in_spine = true;
            if (auto const* const entry = find(item->path)) reader.read(entry->name, entry->content);
        }
        for (EpubItem const& item : facts_.items) {
            auto const* const entry = item.in_spine ? nullptr : find(item.path);
            if (entry == nullptr) continue;
            if (item.type == "application/xhtml+xml") reader.read(entry->name, entry->content);
            if (item.type == "text/css") reader.read_style(entry->name, as_text(entry->content));
        }
        for (EpubPlace const& named : reader.named_files())
            if (find(named.what) == nullptr) facts_.missing_files.push_back(named);
    }

    void read_pictures() {
        for (EpubItem const& item : facts_.items) {
            auto const* const entry =
                item.type.starts_with("image/") && item.type != "image/svg+xml" ? find(item.path) : nullptr;
            if (entry == nullptr) continue;
            auto const info = media::inspect(entry->content, entry->name);
            EpubFacts::Picture picture{item.path, item.type, 0, 0, entry->content.size()};
            if (info) {
                picture.width = info->width;
                picture.height = info->height;
            }
            facts_.pictures.push_back(std::move(picture));
        }
    }

    std::vector<ArchiveEntry> entries_;
    EpubFacts facts_;
};

} // namespace

Result<EpubFacts> read_epub(Bytes const& bytes) {
    auto entries = read_archive(bytes);
    if (!entries) return failure(Code::reread_unreadable, {}, "the EPUB is no archive that can be unpacked");
    return EpubReader(std::move(*entries)).read();
}

} // namespace quoin::preflight
