#include "support.hpp"

#include "base/pool.hpp"
#include "epub/build_package.hpp"
#include "hypertext/read_hypertext.hpp"
#include "review/proof.hpp"

#include <catch2/catch.hpp>

namespace quoin::hypertext {

namespace {

Read judged(Result<manuscript::Imported> result, SourceMap const& sources) {
    Read read;
    read.ok = result.has_value();
    if (!result) {
        read.error = std::string(name(result.error().code)) + ": " + result.error().message;
        return read;
    }
    read.dump = model::dump(result->document);
    read.view = sources.text(result->view);
    for (auto const& each : result->decisions)
        read.decisions += std::string(name(each.code)) + ": " + each.choice + "\n";
    for (auto const& each : result->dropped) read.dropped += each.name + ": " + each.text + "\n";
    std::vector<model::Document> kept{result->document};
    std::vector<manuscript::Imported> parts;
    parts.push_back(std::move(*result));
    review::Proof const proof = review::prove(parts, kept, sources);
    for (auto const& word : proof.lost) read.proof += "lost " + word.word + "\n";
    for (auto const& word : proof.extra) read.proof += "extra " + word.word + "\n";
    read.imported = std::move(parts.front());
    return read;
}

} // namespace

Read read_page(std::string const& html, Files const& files) {
    Files all = files;
    all["site/page.html"] = html;
    MemoryFileSystem const system(all);
    SourceMap sources;
    return judged(read_html({"site/page.html", to_bytes(html)}, {}, system, sources), sources);
}

Read read_text(std::string const& markdown, Files const& files) {
    MemoryFileSystem const system(files);
    SourceMap sources;
    return judged(read_foreign_markdown({"site/text.md", to_bytes(markdown)}, {}, system, sources), sources);
}

Read read_book(Files const& entries) { return read_archive(archive(entries)); }

Read read_archive(Bytes const& bytes) {
    SourceMap sources;
    return judged(read_epub({"book.epub", bytes}, {}, sources), sources);
}

Bytes archive(Files const& entries) {
    epub::Package package;
    package.files.push_back({"mimetype", to_bytes("application/epub+zip"), true});
    for (auto const& [path, content] : entries) package.files.push_back({path, to_bytes(content), false});
    Pool pool(1);
    auto bytes = epub::write_archive(package, 0, pool);
    REQUIRE(bytes);
    return std::move(*bytes);
}

void check(Case const& one, Read const& read) {
    INFO(one.name);
    INFO(read.error);
    REQUIRE(read.ok);
    INFO(read.dump);
    INFO(read.view);
    INFO(read.decisions);
    INFO(read.dropped);
    CHECK(read.proof == "");
    std::string const all = read.dump + read.decisions + read.dropped;
    for (char const* part : one.holds) {
        INFO(part);
        CHECK(all.find(part) != std::string::npos);
    }
    for (char const* part : one.holds_not) {
        INFO("not " << part);
        CHECK(read.dump.find(part) == std::string::npos);
    }
}

} // namespace quoin::hypertext
