#pragma once
// DOCX files made by the tests: fragments of WordprocessingML in a package.

#include "base/bytes.hpp"
#include "manuscript/imported.hpp"

#include <map>
#include <string>
#include <string_view>

namespace quoin::test {

class DocxFile {
  public:
    /// What stands in w:body.
    explicit DocxFile(std::string body) : body_(std::move(body)) {}

    /// w:style elements besides those that every file has: see docx_file.cpp.
    DocxFile& styles(std::string xml) { return set(styles_, std::move(xml)); }
    /// Of w:numbering.
    DocxFile& numbering(std::string xml) { return set(numbering_, std::move(xml)); }
    /// Of w:footnotes, w:endnotes, w:comments.
    DocxFile& footnotes(std::string xml) { return part("footnotes", "footnotes", std::move(xml)); }
    DocxFile& endnotes(std::string xml) { return part("endnotes", "endnotes", std::move(xml)); }
    DocxFile& comments(std::string xml) { return part("comments", "comments", std::move(xml)); }
    DocxFile& header(std::string xml) { return part("header1", "header", std::move(xml), "hdr"); }
    /// Any file in the package: "word/media/a.png".
    DocxFile& file(std::string name, std::string content);
    /// A relationship of the main part (or of another one: "footnotes").
    DocxFile& relation(std::string id, std::string type, std::string target, bool external = false,
                       std::string part = "document");
    DocxFile& core(std::string title, std::string creator);
    /// Everything said with these instead: "w:" → "x:", say.
    DocxFile& strict();
    DocxFile& document_at(std::string path) { return set(document_path_, std::move(path)); }

    [[nodiscard]] Bytes bytes() const;

  private:
    DocxFile& set(std::string& field, std::string value) {
        field = std::move(value);
        return *this;
    }
    DocxFile& part(std::string const& name, std::string const& type, std::string xml, std::string root = "");

    std::string body_, styles_, numbering_, document_path_ = "word/document.xml";
    std::map<std::string, std::string> files_;
    std::map<std::string, std::string> relations_; // of each part
    bool strict_ = false;
};

/// A stored package of these files.
Bytes zip(std::map<std::string, std::string> const& files);

/// `<w:r><w:rPr>properties</w:rPr><w:t>text</w:t></w:r>`
std::string run(std::string_view text, std::string_view properties = "");
/// A paragraph of one run.
std::string para(std::string_view text, std::string_view style = "");
/// A paragraph of runs and whatever else, with properties besides the style.
std::string para_of(std::string_view content, std::string_view properties = "");
/// An item of a list.
std::string item(std::string_view text, int numbering, int level = 0);
/// A complex field with its result.
std::string field(std::string_view instruction, std::string_view result_runs);
std::string table(std::string_view rows, std::string_view properties = "");
std::string row(std::string_view cells, std::string_view properties = "");
std::string cell(std::string_view content, std::string_view properties = "");
/// A drawing in line with the text that shows the picture of this relationship.
std::string picture(std::string_view relation, std::string_view alt = "");
/// The smallest PNG.
std::string small_png();

/// An import whose words all add up; checks that, and fails the test otherwise.
struct DocxImport {
    manuscript::Imported imported;
    std::string view;
    /// The dump's articles and notes, without the line of the publication and the title that the file's name gave.
    std::string text;
    /// "code: choice | reason" of each decision.
    std::string decisions;
    /// "name: text" of each passage.
    std::string dropped;
};
DocxImport import(DocxFile const&, manuscript::Options const& = {});
/// The text alone.
std::string text_of(DocxFile const&, manuscript::Options const& = {});
/// The text of a body alone.
std::string text_of(std::string body);

} // namespace quoin::test
