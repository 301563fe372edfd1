#include "reader/read_publication.hpp"

#include "reader/article.hpp"
#include "reader/manifest.hpp"
#include "reader/publication_files.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

namespace quoin::reader {

namespace {

constexpr char const* manifest_name = "publication.toml";

class PublicationReader {
  public:
    PublicationReader(std::string const& folder, FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics)
        : folder_(folder), files_(files), sources_(sources), diagnostics_(diagnostics) {}

    model::Document read(ManifestEdition const& edition) {
        model::Document document;
        document.metadata = edition.metadata;
        Destination destination{document, files_, diagnostics_, folder_};
        if (edition.cover_image) document.metadata.cover.image = readable_cover(*edition.cover_image);
        std::map<std::string, int> names;
        for (ManifestEntry const& entry : edition.entries) read_entry(entry, destination, names);
        read_named(edition.imprint, destination, document.imprint);
        read_named(edition.back, destination, document.back);
        read_named(edition.inside_front, destination, document.inside_front);
        read_named(edition.inside_back, destination, document.inside_back);
        read_named(edition.flaps, destination, document.flaps);
        return document;
    }

  private:
    /// The path that later stages read the cover's picture by; empty when it must not or cannot be read.
    std::string readable_cover(NamedFile const& image) {
        auto const [known, added] = covers_.try_emplace(image.path);
        FolderFiles const inside{files_, folder_};
        if (added && check_picture(inside, image.path, image.span, diagnostics_))
            known->second = join_path(folder_, image.path);
        return known->second;
    }

    /// What an edition reads that another one has read already must not be reported twice.
    struct Input {
        InputFile file;
        bool again = false;
    };

    std::optional<Input> open(NamedFile const& named) {
        FolderFiles const inside{files_, folder_};
        std::string const path = inside.normal(named.path);
        if (auto const known = known_.find(path); known != known_.end()) {
            return Input{{known->second, path, std::string(sources_.text(known->second))}, true};
        }
        auto const content = read_inside(inside, path, named.span, diagnostics_);
        if (!content) return std::nullopt;
        FileId const file = add_source(path, *content, sources_, diagnostics_);
        known_.emplace(path, file);
        return Input{{file, path, std::string(sources_.text(file))}, false};
    }

    /// Calls `read` with a destination whose diagnostics count, or with one whose diagnostics are known already.
    template <typename Read>
    auto read_once(Destination& destination, Input const& input, Read const& read) {
        Diagnostics known;
        Destination quiet{destination.document, destination.files, known, destination.folder, destination.assets};
        Destination& chosen = input.again ? quiet : destination;
        auto made = read(chosen, input.file);
        if (input.again) destination.assets = std::move(quiet.assets);
        return made;
    }

    void read_named(std::optional<NamedFile> const& named, Destination& destination, model::Blocks& to) {
        if (!named) return;
        if (auto const input = open(*named)) to = read_once(destination, *input, read_text);
    }

    static std::string unique(std::string name, std::map<std::string, int>& names) {
        int const count = ++names[name];
        if (count == 1) return name;
        return unique(fmt::format("{}-{}", name, count), names);
    }

    void read_entry(ManifestEntry const& entry, Destination& destination, std::map<std::string, int>& names) {
        auto& entries = destination.document.entries;
        if (entry.kind == ManifestEntry::Kind::part) {
            FileReader reader(destination, manifest_name, {});
            entries.push_back({model::PartTitle{reader.inlines(entry.title), {}, {}}, entry.span});
            return;
        }
        auto const input = open(entry.file);
        if (!input) return;
        if (entry.kind == ManifestEntry::Kind::insert) {
            model::Insert insert = read_once(destination, *input, read_insert);
            insert.size = entry.size;
            insert.optional = entry.optional;
            insert.other_sizes = entry.other_sizes;
            insert.name = unique(std::move(insert.name), names);
            entries.push_back({std::move(insert), entry.span});
            return;
        }
        model::Article article = read_once(destination, *input, [&entry](Destination& to, InputFile const& file) {
            return read_article(to, file, entry.role);
        });
        article.department = entry.department;
        article.name = unique(std::move(article.name), names);
        entries.push_back({std::move(article), entry.span});
    }

    std::string folder_;
    FileSystem const& files_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, FileId> known_;
    std::map<std::string, std::string> covers_; // path as written → path to read it by
};

std::string last_component(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    auto const slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

} // namespace

Result<model::Publication> read_publication(std::string const& folder, FileSystem const& files, SourceMap& sources,
                                            Diagnostics& diagnostics) {
    auto const content = files.read(join_path(folder, manifest_name));
    if (!content) {
        return failure(content.error().code, {}, content.error().message,
                       {fmt::format("a publication is a folder with a {}; \"quoin new journal {}\" makes one",
                                    manifest_name, folder)});
    }
    FileId const file = add_source(manifest_name, *content, sources, diagnostics);
    Result<Manifest> manifest = read_manifest(file, sources, diagnostics);
    if (!manifest) return Failure(manifest.error());
    PublicationReader reader(folder, files, sources, diagnostics);
    model::Publication publication;
    for (ManifestEdition& edition : manifest->editions) {
        edition.metadata.name = last_component(files.canonical(folder));
        publication.editions.push_back(reader.read(edition));
    }
    return publication;
}

} // namespace quoin::reader
