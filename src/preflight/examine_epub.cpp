#include "preflight/epub_facts.hpp"
#include "preflight/examine.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::preflight {

namespace {

class EpubCheck {
  public:
    EpubCheck(std::string const& file, EpubFacts const& facts) : file_(file), facts_(facts) {}

    Findings run() {
        check_container();
        check_manifest();
        check_metadata();
        check_documents();
        check_sizes();
        return std::move(list_);
    }

  private:
    void tell(Code code, Severity severity, char const* refused_by, std::string const& what, std::string const& mend) {
        // A whole book may be wrong in the same way: the first few places tell it.
        constexpr int most = 4;
        if (++told_[code] > most) return;
        list_.push_back({{severity, code, {}, fmt::format("{}: {}", file_, what), {mend}}, file_, 0, {}, refused_by});
    }

    // OCF 3.3, 4.3: reading systems look at byte 38 for it.
    void check_container() {
        bool const first = !facts_.entries.empty() && facts_.entries.front().name == "mimetype" &&
                           facts_.entries.front().stored && facts_.mimetype == "application/epub+zip";
        if (!first)
            tell(Code::epub_container, Severity::error, "every reader", "its first entry is not the stored media type",
                 "write the mimetype first and without compression");
        for (EpubEntry const& entry : facts_.entries) {
            bool const plain =
                std::all_of(entry.name.begin(), entry.name.end(), [](char c) { return c > ' ' && c < 0x7f; });
            if (!plain)
                tell(Code::epub_container, Severity::warning, "older readers",
                     fmt::format("the name \"{}\" has spaces or letters outside of ASCII", entry.name),
                     "rename the file");
        }
    }

    void check_manifest() {
        std::set<std::string> present, listed;
        for (EpubEntry const& entry : facts_.entries) present.insert(entry.name);
        for (EpubItem const& item : facts_.items) {
            listed.insert(item.path);
            if (present.count(item.path) == 0)
                tell(Code::epub_manifest, Severity::error, "EPUBCheck and shops",
                     fmt::format("\"{}\" is in its manifest and not in the archive", item.path), "add the file");
        }
        for (std::string const& name : present) {
            bool const own = name == "mimetype" || name.starts_with("META-INF/") || name == facts_.package_path;
            if (!own && listed.count(name) == 0)
                tell(Code::epub_manifest, Severity::error, "shops and some readers",
                     fmt::format("\"{}\" is in the archive and not in its manifest", name),
                     "list the file, or leave it out");
        }
        for (EpubPlace const& missing : facts_.missing_files)
            tell(Code::epub_manifest, Severity::error, "EPUBCheck and every reader",
                 fmt::format("{} names \"{}\", which is not there", missing.path, missing.what), "add the file");
    }

    void check_metadata() {
        for (auto const& [value, what] : {std::pair{facts_.identifier, "identifier"},
                                          {facts_.title, "title"},
                                          {facts_.language, "language"},
                                          {facts_.modified, "date of modification"}})
            if (value.empty())
                tell(Code::epub_metadata, Severity::error, "EPUBCheck and shops", fmt::format("it states no {}", what),
                     "state it in publication.toml");
        for (char const* const property : {"schema:accessMode", "schema:accessibilityFeature",
                                           "schema:accessibilityHazard", "schema:accessibilitySummary"})
            if (facts_.accessibility.count(property) == 0)
                tell(Code::epub_accessibility, Severity::warning, "shops that must show how accessible a book is",
                     fmt::format("it does not state {}", property), "write it with the other metadata");
        if (!facts_.has_cover_image)
            tell(Code::epub_cover, Severity::warning, "shops and the shelves of readers", "it has no cover picture",
                 "name one in [cover]");
    }

    void check_documents() {
        for (EpubPlace const& place : facts_.malformed)
            tell(Code::epub_malformed, Severity::error, "every reader",
                 fmt::format("{} is not well-formed XML: {}", place.path, place.what), "write it as XHTML");
        for (EpubPlace const& place : facts_.without_language)
            tell(Code::epub_language, Severity::error, "screen readers and hyphenation",
                 fmt::format("{} does not say its language", place.path), "state lang and xml:lang");
        for (EpubPlace const& place : facts_.pictures_without_alt)
            tell(Code::epub_alt, Severity::error, "screen readers",
                 fmt::format("{}: the picture \"{}\" has no description", place.path, place.what),
                 "write what it shows");
        for (EpubPlace const& place : facts_.remote)
            tell(Code::epub_remote, Severity::error, "EPUBCheck, and every reader without a network",
                 fmt::format("{} fetches \"{}\"", place.path, place.what), "put the file into the publication");
        for (EpubPlace const& place : facts_.scripts)
            tell(Code::epub_script, Severity::error, "Kindle, Kobo and shops",
                 fmt::format("{} runs a script", place.path), "leave it out");
        for (EpubPlace const& place : facts_.fixed_colours)
            tell(Code::epub_colour, Severity::warning, "readers at night",
                 fmt::format("{} gives the text a fixed colour", place.path), "leave the colour of text to the reader");
        for (EpubPlace const& place : facts_.skipped_headings)
            tell(Code::epub_heading, Severity::warning, "screen readers",
                 fmt::format("{}: a heading {} leaves a level out", place.path, place.what), "use the next level");
        check_links();
    }

    void check_links() {
        std::set<std::string> present;
        for (EpubEntry const& entry : facts_.entries) present.insert(entry.name);
        for (EpubLink const& link : facts_.links) {
            if (link.to.path.empty()) continue;
            bool const there = link.to.what.empty() ? present.count(link.to.path) != 0 : facts_.ids.count(link.to) != 0;
            if (!there)
                tell(Code::epub_link, Severity::error, "EPUBCheck, and who follows it",
                     fmt::format("{}: the link to \"{}\" leads nowhere", link.from.path, link.address),
                     "mend its target");
        }
    }

    // EPUB.md, section 1: X17 and I03.
    void check_sizes() {
        constexpr std::size_t largest_document = 300 * 1024, most_pixels = 4'000'000, largest_picture = 2 * 1024 * 1024;
        std::set<std::string> documents;
        for (EpubItem const& item : facts_.items)
            if (item.type == "application/xhtml+xml") documents.insert(item.path);
        for (EpubEntry const& entry : facts_.entries)
            if (entry.size > largest_document && documents.count(entry.name) != 0)
                tell(Code::epub_size, Severity::warning, "e-ink readers",
                     fmt::format("{} has {} KB, and opens slowly above 300", entry.name, entry.size / 1024),
                     "divide it");
        std::set<std::string> covers; // as large as shops ask for
        for (EpubItem const& item : facts_.items)
            if (item.properties.count("cover-image") != 0) covers.insert(item.path);
        for (EpubFacts::Picture const& picture : facts_.pictures)
            if ((picture.width * picture.height > most_pixels && covers.count(picture.path) == 0) ||
                picture.bytes > largest_picture)
                tell(Code::epub_size, Severity::warning, "e-ink readers and shops",
                     fmt::format("{} has {} × {} pixels and {} KB", picture.path, picture.width, picture.height,
                                 picture.bytes / 1024),
                     "make it smaller: 4 million pixels and 2 MB at most");
    }

    std::string const& file_;
    EpubFacts const& facts_;
    Findings list_;
    std::map<Code, int> told_;
};

} // namespace

Findings examine_epub(std::string const& file, EpubFacts const& facts) { return EpubCheck(file, facts).run(); }

} // namespace quoin::preflight
