#include "reader/read_markdown.hpp"

#include "reader/article.hpp"

namespace quoin::reader {

model::Document read_markdown(std::string const& path, std::string_view text, FileSystem const& files,
                              SourceMap& sources, Diagnostics& diagnostics) {
    model::Document document;
    Destination destination{document, files, diagnostics, ""};
    FileId const file = add_source(path, to_bytes(text), sources, diagnostics);
    InputFile const input{file, path, std::string(sources.text(file))};
    model::Article article = read_article(destination, input, model::Role::none);
    document.entries.push_back({std::move(article), {file, 0, static_cast<std::uint32_t>(input.text.size())}});
    return document;
}

} // namespace quoin::reader
