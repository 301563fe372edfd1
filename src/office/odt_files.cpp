#include "office/odt_files.hpp"

#include "manuscript/decode.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace quoin::office {

namespace {

/// OpenDocument 1.3, part 3, section 1.4.
constexpr std::array<Namespace, 13> namespaces{{
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://www.w3.org/1998/Math/MathML", "math"},
}};

std::string_view declared_encoding(std::string_view markup) {
    std::string_view const declaration = markup.substr(0, std::min(markup.find('>'), std::size_t{200}));
    constexpr std::string_view key = "encoding=";
    std::size_t const at = declaration.find(key);
    if (at == std::string_view::npos || at + key.size() >= declaration.size()) return {};
    char const quote = declaration[at + key.size()];
    std::string_view const value = declaration.substr(at + key.size() + 1);
    return value.substr(0, value.find(quote));
}

Failure damaged(std::string const& path, std::string_view what, std::vector<std::string> hints = {}) {
    if (hints.empty()) hints = {"open it in the word processor that made it, and save it anew as .odt"};
    return failure(Code::import_damaged, {}, fmt::format("\"{}\" cannot be read: {}", path, what), std::move(hints));
}

Result<pugi::xml_document> load(std::string const& path, std::string const& part, Bytes const& bytes) {
    std::string const markup = manuscript::decode(bytes, declared_encoding(as_text(bytes))).text;
    // OpenDocument has no document type; what declares entities wants them to multiply.
    if (markup.find("<!ENTITY") != std::string::npos) return damaged(path, part + " declares entities of its own");
    auto loaded = load_xml(path, part, to_bytes(markup), namespaces, WhiteSpace::everywhere);
    if (!loaded) return tl::make_unexpected(loaded.error());
    return std::move(loaded->document);
}

Failure locked(std::string const& path) {
    return damaged(path, "it is protected by a password",
                   {"open it in the word processor, and save it without the password"});
}

/// Part 2 of the specification, section 4: encrypted entries are named in the manifest, the archive does not know.
bool is_encrypted(manuscript::Package const& package) {
    auto const manifest = package.read("META-INF/manifest.xml");
    return manifest && as_text(*manifest).find("encryption-data") != std::string_view::npos;
}

/// What another kind of OpenDocument calls itself; empty for a text.
std::string other_kind(std::string_view type) {
    constexpr std::string_view family = "application/vnd.oasis.opendocument.";
    if (type.starts_with("application/vnd.sun.xml.")) return "it is of OpenOffice 1";
    if (!type.starts_with(family) || type.substr(family.size()).starts_with("text")) return {};
    return fmt::format("it is no text but of the kind \"{}\"", type.substr(family.size()));
}

Result<pugi::xml_document> load_part(std::string const& path, manuscript::Package const& package,
                                     std::string const& name) {
    auto const bytes = package.read(name);
    if (!bytes) return tl::make_unexpected(bytes.error());
    return load(path, name, *bytes);
}

Result<OdtFiles> open_package(manuscript::Source const& source) {
    auto package = manuscript::Package::open(source.path, source.content);
    if (!package) return tl::make_unexpected(package.error());
    if (is_encrypted(*package)) return locked(source.path);
    if (auto const type = package->read("mimetype")) {
        if (std::string const other = other_kind(as_text(*type)); !other.empty()) return damaged(source.path, other);
    }
    if (!package->contains("content.xml"))
        return damaged(source.path, "it has no content.xml, so it is no OpenDocument text");
    OdtFiles files;
    auto content = load_part(source.path, *package, "content.xml");
    if (!content) return tl::make_unexpected(content.error());
    files.content = std::move(*content);
    // Without styles or metadata the text is still worth having.
    if (auto styles = load_part(source.path, *package, "styles.xml")) files.styles = std::move(*styles);
    if (auto meta = load_part(source.path, *package, "meta.xml")) files.meta = std::move(*meta);
    files.package = std::move(*package);
    return files;
}

Result<OdtFiles> open_flat(manuscript::Source const& source) {
    auto content = load(source.path, "text", source.content);
    if (!content) return tl::make_unexpected(content.error());
    OdtFiles files;
    files.flat = true;
    files.content = std::move(*content);
    if (std::string const other = other_kind(view_of(files.content.document_element(), "office:mimetype"));
        !other.empty())
        return damaged(source.path, other);
    return files;
}

bool looks_flat(std::string_view content) {
    std::size_t const first = content.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && content[first] == '<';
}

} // namespace

Result<OdtFiles> open_odt(manuscript::Source const& source) {
    auto files = looks_flat(as_text(source.content)) ? open_flat(source) : open_package(source);
    if (!files) return files;
    files->text = files->part(files->content, "office:body").child("office:text");
    if (!files->text) return damaged(source.path, "it holds no text");
    return files;
}

pugi::xml_node OdtFiles::part(pugi::xml_document const& part, char const* name) const {
    return (flat ? content : part).document_element().child(name);
}

std::optional<pugi::xml_document> OdtFiles::formula(std::string_view reference) const {
    if (!package) return std::nullopt;
    std::string const name = manuscript::resolve_reference({}, fmt::format("{}/content.xml", reference));
    if (!package->contains(name)) return std::nullopt;
    auto document = load_part({}, *package, name);
    if (!document || name_of(document->document_element()) != "math:math") return std::nullopt;
    return std::move(*document);
}

} // namespace quoin::office
