#include "support.hpp"

#include "base/file_system.hpp"
#include "reader/read_markdown.hpp"
#include "reader/read_publication.hpp"
#include "writer/canonical.hpp"

namespace quoin::tests {

namespace {

std::string const png_picture = "\x89PNG\r\n\x1A\n....";

void add_picture(std::string const& path, std::map<std::string, std::string>& files) {
    bool const drawing = path.ends_with(".svg");
    bool const photograph = path.ends_with(".jpg");
    files["pub/" + path] = drawing      ? "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                           : photograph ? "\xFF\xD8\xFF...."
                                        : png_picture;
}

} // namespace

std::string RoundTrip::file(std::string const& path) const {
    for (writer::SourceFile const& each : files) {
        if (each.path == path) return each.text;
    }
    return "there is no " + path;
}

std::string RoundTrip::all_files() const {
    std::string text;
    for (writer::SourceFile const& each : files) text += "=== " + each.path + "\n" + each.text;
    return text;
}

std::string dump_of(model::Publication const& publication) {
    std::string text;
    for (model::Document const& edition : writer::canonical(publication).editions) text += model::dump(edition);
    return text;
}

RoundTrip round_trip(model::Publication publication) {
    for (model::Document& edition : publication.editions) edition.metadata.name = "pub";
    writer::name_files(publication);
    RoundTrip trip;
    trip.files = writer::write_sources(publication, "pub");
    trip.before = dump_of(publication);
    std::map<std::string, std::string> files;
    for (writer::SourceFile const& each : trip.files) files["pub/" + each.path] = each.text;
    for (model::Document const& edition : publication.editions) {
        for (model::Asset const& asset : edition.assets) add_picture(asset.path, files);
        std::string const& cover = edition.metadata.cover.image;
        if (cover.starts_with("pub/")) add_picture(cover.substr(4), files);
    }
    MemoryFileSystem const file_system(std::move(files));
    SourceMap sources;
    Diagnostics diagnostics;
    auto const again = reader::read_publication("pub", file_system, sources, diagnostics);
    for (Diagnostic const& each : diagnostics.all()) {
        Location const place = sources.locate(each.span);
        trip.findings.push_back(place.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                                " " + std::string(name(each.code)));
    }
    trip.after = again ? dump_of(*again) : again.error().message;
    return trip;
}

model::Publication publication_of(model::Document document) {
    document.metadata.title = "T";
    document.metadata.date = {2023, 8, 1};
    document.metadata.date_stated = true;
    model::Publication publication;
    publication.editions.push_back(std::move(document));
    return publication;
}

model::Publication publication_of(model::Blocks blocks) {
    model::Document document;
    model::Article article;
    article.title = {{model::Text{"Title", false}, {}}};
    article.body = std::move(blocks);
    document.entries.push_back({std::move(article), {}});
    return publication_of(std::move(document));
}

model::Document read_body(std::string const& markdown) {
    MemoryFileSystem const files({{"p.png", png_picture}, {"q r.png", png_picture}});
    SourceMap sources;
    Diagnostics diagnostics;
    return reader::read_markdown("text.md", "---\ntitle: Title\n---\n" + markdown, files, sources, diagnostics);
}

std::string written_body(model::Publication const& publication) {
    RoundTrip const trip = round_trip(publication);
    std::string const text = trip.files.size() < 2 ? "" : trip.files[1].text;
    std::size_t const end = text.find("\n---\n");
    return end == std::string::npos ? text : text.substr(std::min(end + 6, text.size()));
}

} // namespace quoin::tests
