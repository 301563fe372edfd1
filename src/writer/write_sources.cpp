#include "writer/write_sources.hpp"

#include "model/walk.hpp"
#include "writer/block_markdown.hpp"
#include "writer/canonical.hpp"
#include "writer/inline_markdown.hpp"
#include "writer/manifest_toml.hpp"
#include "writer/quoted.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace quoin::writer {

using namespace model;

namespace {

void collect_notes(Inlines const& row, std::vector<std::size_t>& notes) {
    for (Inline const& piece : row) {
        if (auto const* const reference = std::get_if<NoteReference>(&piece.kind)) {
            auto const index = static_cast<std::size_t>(reference->note);
            if (std::find(notes.begin(), notes.end(), index) == notes.end()) notes.push_back(index);
        }
        if (Inlines const* const inside = children(piece)) collect_notes(*inside, notes);
    }
}

void collect_notes(Blocks const& blocks, std::vector<std::size_t>& notes) {
    Blocks copy = blocks; // the ways through a document are for those who change it
    visit_texts(copy, {}, [&](Inlines& row, Language const&) { collect_notes(row, notes); });
}

/// A value of the front matter: in quotation marks, or as lines below its key.
void add_text(std::string& to, std::string_view key, std::string const& value) {
    if (value.empty()) return;
    if (value.find('\n') == std::string::npos) {
        to += fmt::format("{}: {}\n", key, yaml_text(value));
        return;
    }
    to += fmt::format("{}: |\n", key);
    std::size_t begin = 0;
    while (begin < value.size()) {
        std::size_t const feed = std::min(value.find('\n', begin), value.size());
        std::string const line = value.substr(begin, feed - begin);
        to += line.empty() ? "\n" : "  " + line + "\n";
        begin = feed + 1;
    }
}

std::string author_list(std::vector<Author> const& authors) {
    bool const places =
        std::any_of(authors.begin(), authors.end(), [](Author const& each) { return !each.affiliation.empty(); });
    if (places) {
        std::string lines = "author:\n";
        for (Author const& each : authors) {
            lines += fmt::format("  - name: {}\n", yaml_text(each.name));
            if (!each.affiliation.empty()) lines += fmt::format("    affiliation: {}\n", yaml_text(each.affiliation));
        }
        return lines;
    }
    std::string names;
    for (Author const& each : authors) names += (names.empty() ? "" : ", ") + yaml_text(each.name);
    return authors.empty() ? "" : fmt::format("author: [{}]\n", names);
}

class FolderWriter {
  public:
    FolderWriter(Publication const& publication, std::string const& folder)
        : publication_(publication), folder_(folder) {}

    std::vector<SourceFile> write() {
        std::vector<EditionFiles> editions;
        for (Document const& document : publication_.editions) editions.push_back(edition(document));
        std::vector<SourceFile> files{{"publication.toml", manifest_toml(publication_, editions)}};
        for (SourceFile& file : files_) files.push_back(std::move(file));
        return files;
    }

  private:
    EditionFiles edition(Document const& document) {
        EditionFiles files;
        for (Entry const& entry : document.entries) {
            files.entries.push_back(match(
                entry.kind, [&](Article const& it) { return put(it.path, article(document, it), document); },
                [&](Insert const& it) {
                    return put(fmt::format("inserts/{}.md", it.name), insert(document, it), document);
                },
                [](PartTitle const&) { return std::string(); }));
        }
        files.imprint = named(document, document.imprint, "imprint.md");
        files.back = named(document, document.back, "back.md");
        files.inside_front = named(document, document.inside_front, "inside-front.md");
        files.inside_back = named(document, document.inside_back, "inside-back.md");
        files.flaps = named(document, document.flaps, "flaps.md");
        files.cover_image = document.metadata.cover.image;
        std::string const prefix = folder_.empty() || folder_.ends_with('/') ? folder_ : folder_ + "/";
        if (files.cover_image.starts_with(prefix)) files.cover_image.erase(0, prefix.size());
        return files;
    }

    /// The path that the text got: a path that another text has is put into the folder of the language.
    std::string put(std::string path, std::string text, Document const& document) {
        for (bool again = false;; again = true) {
            auto const [known, added] = written_.try_emplace(path, text);
            if (added) files_.push_back({path, std::move(text)});
            if (added || known->second == text) return path;
            path = again ? "x-" + path : document.metadata.language + "/" + path;
        }
    }

    std::string named(Document const& document, Blocks const& blocks, std::string const& path) {
        // What a further edition does not have, it would take over from the main one.
        bool const inherits = document.metadata.is_edition && written_.contains(path);
        if (blocks.empty() && !inherits) return {};
        return put(path, joined(body(document, blocks, {})), document);
    }

    static std::string with_front_matter(std::string const& front, TextLines const& body) {
        std::string const text = joined(body);
        if (front.empty()) return text;
        return fmt::format("---\n{}---\n{}{}", front, text.empty() ? "" : "\n", text);
    }

    static TextLines body(Document const& document, Blocks const& blocks, std::vector<std::size_t> notes) {
        collect_notes(blocks, notes);
        TextLines lines = block_lines(document, blocks);
        TextLines const below = note_lines(document, notes);
        if (!below.empty() && !lines.empty()) lines.emplace_back();
        lines.insert(lines.end(), below.begin(), below.end());
        return lines;
    }

    static std::string article(Document const& document, Article const& it) {
        std::string front;
        add_text(front, "title", inline_markdown(document, it.title, Place::part));
        add_text(front, "subtitle", inline_markdown(document, it.subtitle, Place::part));
        front += author_list(it.authors);
        add_text(front, "byline", it.byline);
        if (it.date) front += fmt::format("date: {}\n", to_string(*it.date));
        if (!it.language.empty()) front += fmt::format("lang: {}\n", it.language);
        std::string standfirst = joined(block_lines(document, it.abstract));
        if (standfirst.ends_with('\n')) standfirst.pop_back();
        add_text(front, "abstract", standfirst);
        add_text(front, "running-title", it.running_title);
        std::vector<std::size_t> notes;
        collect_notes(it.title, notes);
        collect_notes(it.subtitle, notes);
        collect_notes(it.abstract, notes);
        return with_front_matter(front, body(document, it.body, std::move(notes)));
    }

    static std::string insert(Document const& document, Insert const& it) {
        std::string front;
        add_text(front, "title", inline_markdown(document, it.title, Place::part));
        if (!it.language.empty()) front += fmt::format("lang: {}\n", it.language);
        std::vector<std::size_t> notes;
        collect_notes(it.title, notes);
        return with_front_matter(front, body(document, it.content, std::move(notes)));
    }

    Publication const& publication_;
    std::string const& folder_;
    std::vector<SourceFile> files_;
    std::map<std::string, std::string> written_;
};

} // namespace

std::vector<SourceFile> write_sources(Publication publication, std::string const& folder) {
    publication = canonical(std::move(publication));
    name_files(publication);
    return FolderWriter(publication, folder).write();
}

std::string markdown(Document const& document, Blocks const& blocks) {
    std::vector<std::size_t> notes;
    collect_notes(blocks, notes);
    TextLines lines = block_lines(document, blocks);
    TextLines const below = note_lines(document, notes);
    if (!below.empty() && !lines.empty()) lines.emplace_back();
    lines.insert(lines.end(), below.begin(), below.end());
    return joined(lines);
}

} // namespace quoin::writer
