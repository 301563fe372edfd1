#include "office/docx_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace quoin::office {

namespace {

// Transitional names (ECMA-376 part 4) first, then those of Strict (part 1).
constexpr std::array namespaces = {
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"urn:schemas-microsoft-com:vml", "v"},
    Namespace{"urn:schemas-microsoft-com:office:office", "o"},
    Namespace{"http://schemas.microsoft.com/office/drawing/2016/SVG/main", "asvg"},
    Namespace{"http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    Namespace{"http://schemas.openxmlformats.org/package/2006/content-types", ""},
    Namespace{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc"},
    Namespace{"http://purl.org/dc/terms/", "dcterms"},
};

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string_view last_component(std::string_view address) { return address.substr(address.rfind('/') + 1); }

/// "word/_rels/document.xml.rels" for "word/document.xml"; "_rels/.rels" for the package itself.
std::string relations_name(std::string_view part) {
    std::size_t const slash = part.rfind('/');
    std::string_view const folder = slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
    return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

class DocxOpener {
  public:
    DocxOpener(std::string const& path, manuscript::Package& package) : path_(path), package_(package) {}

    Result<DocxPart> load(std::string const& name) {
        Result<Bytes> const bytes = package_.read(name);
        if (!bytes) return Failure(bytes.error());
        Result<LoadedXml> xml = load_xml(path_, name, *bytes, namespaces, WhiteSpace::in_leaves);
        if (!xml) return Failure(xml.error());
        if (xml->has_doctype) with_doctype.push_back(name);
        DocxPart part;
        part.name = name;
        part.xml = std::move(xml->document);
        if (Result<void> const read = load_relations(part); !read) return Failure(read.error());
        return part;
    }

    Result<void> load_relations(DocxPart& part) {
        std::string const name = relations_name(part.name);
        if (!package_.contains(name)) return {};
        Result<Bytes> const bytes = package_.read(name);
        if (!bytes) return Failure(bytes.error());
        Result<LoadedXml> const xml = load_xml(path_, name, *bytes, namespaces, WhiteSpace::in_leaves);
        if (!xml) return Failure(xml.error());
        for (pugi::xml_node const node : xml->document.document_element().children()) {
            DocxRelation relation;
            relation.type = last_component(node.attribute("Type").value());
            relation.external = std::string_view(node.attribute("TargetMode").value()) == "External";
            std::string const target = value_of(node, "Target");
            relation.target = relation.external ? target : manuscript::resolve_reference(part.name, target);
            part.relations.emplace(value_of(node, "Id"), std::move(relation));
        }
        return {};
    }

    /// The main part: named by the package's relationships, by its content type, or where Word puts it.
    std::string document_name() {
        DocxPart package;
        if (Result<void> const read = load_relations(package); read) {
            for (auto const& [id, relation] : package.relations) {
                if (relation.type == "officeDocument" && package_.contains(relation.target)) return relation.target;
            }
        }
        if (package_.contains("[Content_Types].xml")) {
            if (Result<DocxPart> const types = load("[Content_Types].xml"); types) {
                for (pugi::xml_node const node : types->root().children("Override")) {
                    std::string_view const type = node.attribute("ContentType").value();
                    std::string const name = manuscript::resolve_reference("", node.attribute("PartName").value());
                    if (type.find("wordprocessingml") != std::string_view::npos && type.ends_with("main+xml") &&
                        package_.contains(name))
                        return name;
                }
            }
        }
        return package_.contains("word/document.xml") ? "word/document.xml" : "";
    }

    /// The parts of this type that `from` names.
    Result<std::vector<DocxPart>> related(DocxPart const& from, std::string_view type) {
        std::vector<DocxPart> parts;
        std::vector<std::string> names;
        for (auto const& [id, relation] : from.relations) {
            if (relation.type == type && !relation.external) names.push_back(relation.target);
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (std::string const& name : names) {
            if (!package_.contains(name)) {
                missing.push_back(name);
                continue;
            }
            Result<DocxPart> part = load(name);
            if (!part) return Failure(part.error());
            parts.push_back(std::move(*part));
        }
        return parts;
    }

    std::vector<std::string> missing, with_doctype;

  private:
    std::string const& path_;
    manuscript::Package& package_;
};

Failure refused(manuscript::Source const& source, std::string const& why, std::string const& hint) {
    return failure(Code::import_damaged, {}, fmt::format("{} {}", source.path, why), {hint});
}

/// What can be told from the first bytes better than by an archive that does not open.
std::optional<Failure> refuse_other_formats(manuscript::Source const& source) {
    std::string_view const text = as_text(source.content);
    if (text.empty()) return refused(source, "is empty", "look for another copy of the file");
    if (text.starts_with(compound_file))
        return refused(source, "is encrypted or an old .doc",
                       "open it in a word processor and save it as .docx without a password");
    if (text.starts_with("{\\rtf"))
        return refused(source, "is Rich Text Format", "open it in a word processor and save it as .docx");
    return {};
}

/// Parts that may hold words which no reader of text looks for.
std::vector<std::string> parts_not_read(manuscript::Package const& package) {
    static constexpr std::array folders = {"/charts/chart", "/diagrams/data", "/embeddings/", "/glossary/document",
                                           "/afchunk",      "vbaProject.bin", "/activeX/"};
    std::vector<std::string> result;
    for (std::string const& name : package.names()) {
        bool const listed = std::any_of(folders.begin(), folders.end(),
                                        [&](char const* folder) { return name.find(folder) != std::string::npos; });
        if (listed && name.find("_rels/") == std::string::npos) result.push_back(name);
    }
    return result;
}

} // namespace

DocxRelation const* DocxPart::relation(std::string_view id) const {
    auto const found = relations.find(id);
    return found == relations.end() ? nullptr : &found->second;
}

pugi::xml_node taken_branch(pugi::xml_node alternate) {
    static constexpr std::array known = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "wp", "pic", "w"};
    for (pugi::xml_node const choice : alternate.children("mc:Choice")) {
        std::string_view const wanted = choice.attribute("Requires").value();
        bool const read =
            std::any_of(known.begin(), known.end(), [&](std::string_view each) { return each == wanted; });
        if (read && choice.first_child()) return choice;
    }
    pugi::xml_node const fallback = alternate.child("mc:Fallback");
    return fallback.first_child() ? fallback : alternate.child("mc:Choice");
}

Result<DocxFile> open_docx(manuscript::Source const& source) {
    if (auto const other = refuse_other_formats(source)) return *other;
    Result<manuscript::Package> package = manuscript::Package::open(source.path, source.content);
    if (!package) return Failure(package.error());
    DocxOpener opener(source.path, *package);
    std::string const name = opener.document_name();
    if (name.empty())
        return refused(source, "holds no text of a word processor", "is it a .docx file under its right name?");
    Result<DocxPart> document = opener.load(name);
    if (!document) return Failure(document.error());
    if (!document->root().child("w:body"))
        return refused(source, fmt::format("has no text in its part {}", name), "save it again as .docx");

    DocxFile file{std::move(*package), std::move(*document), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    DocxOpener rest(source.path, file.package);
    struct Wanted {
        char const* type;
        std::optional<DocxPart> DocxFile::*place;
    };
    static constexpr std::array wanted = {
        Wanted{"styles", &DocxFile::styles},       Wanted{"numbering", &DocxFile::numbering},
        Wanted{"footnotes", &DocxFile::footnotes}, Wanted{"endnotes", &DocxFile::endnotes},
        Wanted{"comments", &DocxFile::comments},   Wanted{"settings", &DocxFile::settings},
    };
    for (Wanted const& each : wanted) {
        Result<std::vector<DocxPart>> parts = rest.related(file.document, each.type);
        if (!parts) return Failure(parts.error());
        if (!parts->empty()) file.*each.place = std::move(parts->front());
    }
    struct Repeated {
        char const* type;
        std::vector<DocxPart> DocxFile::*place;
    };
    for (Repeated const each : {Repeated{"header", &DocxFile::headers}, Repeated{"footer", &DocxFile::footers}}) {
        Result<std::vector<DocxPart>> parts = rest.related(file.document, each.type);
        if (!parts) return Failure(parts.error());
        file.*each.place = std::move(*parts);
    }
    if (file.package.contains("docProps/core.xml")) {
        if (Result<DocxPart> core = rest.load("docProps/core.xml"); core) file.core = std::move(*core);
    }
    file.missing = std::move(rest.missing);
    file.with_doctype = std::move(opener.with_doctype);
    file.with_doctype.insert(file.with_doctype.end(), rest.with_doctype.begin(), rest.with_doctype.end());
    file.not_read = parts_not_read(file.package);
    return file;
}

} // namespace quoin::office
