#include "app/import_file.hpp"

#include "hypertext/read_hypertext.hpp"
#include "manuscript/apply_instructions.hpp"
#include "manuscript/package.hpp"
#include "office/read_office.hpp"
#include "recover/recover_text.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <optional>

namespace quoin::app {

namespace {

enum class Format { text, markdown, html, docx, odt, epub };

std::string extension_of(std::string const& path) {
    std::size_t const dot = path.find_last_of("./");
    std::string extension = dot == std::string::npos || path[dot] == '/' ? "" : path.substr(dot + 1);
    std::ranges::transform(extension, extension.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return extension;
}

Failure unknown_format(std::string const& path, std::string_view what, std::string hint) {
    return failure(Code::import_damaged, {}, fmt::format("\"{}\" cannot be read: {}", path, what), {std::move(hint)});
}

Result<Format> format_of_archive(manuscript::Source const& source) {
    auto const package = manuscript::Package::open(source.path, source.content);
    if (!package) return Failure(package.error());
    if (package->contains("META-INF/container.xml")) return Format::epub;
    if (package->contains("content.xml")) return Format::odt;
    auto const& names = package->names();
    if (std::ranges::any_of(names, [](std::string const& name) { return name.ends_with("_rels/.rels"); }))
        return Format::docx;
    return unknown_format(source.path, "it is an archive, but of no manuscript",
                          "DOCX, ODT and EPUB files can be imported; unpack others");
}

bool looks_like_html(std::string_view text) {
    std::size_t const begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '<') return false;
    std::string start(text.substr(begin, 2048));
    std::ranges::transform(start, start.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return start.find("<html") != std::string::npos || start.starts_with("<!doctype html");
}

Result<Format> format_of(manuscript::Source const& source) {
    std::string_view const content = as_text(source.content);
    std::string const extension = extension_of(source.path);
    if (content.starts_with("%PDF-"))
        return unknown_format(source.path, "it is a PDF", "take its text out first: pdftotext -layout FILE.pdf");
    if (content.starts_with("{\\rtf"))
        return unknown_format(source.path, "it is RTF", "open it in a word processor, and save it as ODT or DOCX");
    if (content.starts_with("PK") || content.starts_with("\xD0\xCF\x11\xE0")) return format_of_archive(source);
    if (extension == "docx" || extension == "odt" || extension == "epub") return format_of_archive(source);
    if (extension == "fodt" || content.substr(0, 2048).find("<office:document") != std::string_view::npos)
        return Format::odt;
    if (extension == "html" || extension == "htm" || extension == "xhtml" || looks_like_html(content))
        return Format::html;
    return extension == "md" || extension == "markdown" ? Format::markdown : Format::text;
}

Result<manuscript::Imported> read_structured(Format format, manuscript::Source const& source,
                                             manuscript::Options const& options, FileSystem const& files,
                                             SourceMap& sources) {
    switch (format) {
    case Format::docx: return office::read_docx(source, options, sources);
    case Format::odt: return office::read_odt(source, options, sources);
    case Format::epub: return hypertext::read_epub(source, options, sources);
    case Format::html: return hypertext::read_html(source, options, files, sources);
    default: return hypertext::read_foreign_markdown(source, options, files, sources);
    }
}

} // namespace

Result<manuscript::Imported> import_file(manuscript::Source const& source, manuscript::Options const& options,
                                         std::vector<manuscript::Instruction> const& instructions,
                                         FileSystem const& files, SourceMap& sources, Diagnostics& diagnostics) {
    if (source.content.empty())
        return unknown_format(source.path, "it is empty", "see whether it was saved to the end");
    auto format = format_of(source);
    if (!format) return Failure(format.error());
    if (*format == Format::text && options.dialect == manuscript::Dialect::markdown) format = Format::markdown;
    if (*format == Format::markdown && options.dialect == manuscript::Dialect::text) format = Format::text;
    // Extracted text asks for decisions stage by stage; for the rest they are turned afterwards.
    if (*format == Format::text) {
        auto imported = recover::recover_text(source, options, instructions, sources, diagnostics);
        Diagnostics told;
        manuscript::confirm(manuscript::place(instructions, sources.text(imported.view), told), imported.decisions,
                            sources);
        return imported;
    }
    auto imported = read_structured(*format, source, options, files, sources);
    if (!imported) return imported;
    auto const placed = manuscript::place(instructions, sources.text(imported->view), diagnostics);
    if (!placed.empty()) manuscript::apply(placed, *imported, sources, diagnostics, instructions.front().span);
    manuscript::confirm(placed, imported->decisions, sources);
    return imported;
}

} // namespace quoin::app
