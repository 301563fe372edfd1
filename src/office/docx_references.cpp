#include "office/docx_references.hpp"

#include "base/utf8.hpp"
#include "office/docx_fields.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace quoin::office {

namespace {

bool is(pugi::xml_node node, char const* name) { return std::string_view(node.name()) == name; }

/// A part's elements in their order, without those of w:del and of alternates that are not taken.
class Survey {
  public:
    explicit Survey(DocxReferences& references) : references_(references) {}

    void part(DocxPart const& part) {
        fields_.clear();
        open_.clear();
        walk(part.root());
    }

    std::set<std::string, std::less<>> targets; // bookmarks that something leads to
    std::set<std::string, std::less<>> names;   // bookmarks that there are, in no order
    std::vector<std::string> in_order;

  private:
    struct Field {
        std::string instruction;
        bool in_result = false, contents = false;
    };

    void walk(pugi::xml_node node) {
        for (pugi::xml_node const child : node.children()) {
            if (child.type() != pugi::node_element || is(child, "w:pPr")) continue;
            std::size_t const around = fields_.size();
            visit(child);
            walk(is(child, "mc:AlternateContent") ? taken_branch(child) : child);
            if (is(child, "w:fldSimple")) fields_.resize(std::min(fields_.size(), around));
        }
    }

    void visit(pugi::xml_node node) {
        manuscript::Counts& counts = references_.counts;
        std::string_view const name = node.name();
        if (name == "w:tbl") {
            ++counts.tables;
        } else if (name == "a:blip" || name == "v:imagedata") {
            ++counts.pictures;
        } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
            ++counts.calls;
            std::string const note = (name == "w:endnoteReference" ? "endnote " : "footnote ") + value_of(node, "w:id");
            for (auto const& [id, bookmark] : open_) references_.notes.emplace(bookmark, note);
            open_.clear(); // a bookmark stands for its first call
        } else if (name == "w:hyperlink") {
            if (!in_contents()) {
                ++counts.links;
                if (std::string anchor = value_of(node, "w:anchor"); !anchor.empty() && !node.attribute("r:id"))
                    targets.insert(std::move(anchor));
            }
        } else if (name == "w:bookmarkStart") {
            std::string bookmark = value_of(node, "w:name");
            if (names.insert(bookmark).second) in_order.push_back(bookmark);
            open_.emplace(value_of(node, "w:id"), std::move(bookmark));
        } else if (name == "w:bookmarkEnd") {
            open_.erase(value_of(node, "w:id"));
        } else {
            field(node, name);
        }
    }

    void field(pugi::xml_node node, std::string_view name) {
        if (name == "w:fldSimple") {
            fields_.push_back({value_of(node, "w:instr"), false, false});
            begin_result();
        } else if (name == "w:instrText" && !fields_.empty()) {
            fields_.back().instruction += safe_text(node.text().get());
        } else if (name == "w:fldChar") {
            std::string_view const type = node.attribute("w:fldCharType").value();
            if (type == "begin") fields_.push_back({});
            if (type == "separate") begin_result();
            if (type != "end" || fields_.empty()) return;
            if (!fields_.back().in_result) begin_result();
            fields_.pop_back();
        }
    }

    void begin_result() {
        if (fields_.empty() || fields_.back().in_result) return;
        Field& field = fields_.back();
        field.in_result = true;
        DocxFieldCode const code = parse_field(field.instruction);
        field.contents = kind_of(code) == DocxFieldKind::furniture;
        if (in_contents()) return;
        switch (kind_of(code)) {
        case DocxFieldKind::link:
            ++references_.counts.links;
            if (code.argument().empty() && code.has('l')) targets.insert(code.behind('l'));
            break;
        case DocxFieldKind::reference:
        case DocxFieldKind::page:
        case DocxFieldKind::note: targets.insert(code.argument()); break;
        default: break;
        }
    }

    [[nodiscard]] bool in_contents() const {
        return std::any_of(fields_.begin(), fields_.end(), [](Field const& each) { return each.contents; });
    }

    DocxReferences& references_;
    std::vector<Field> fields_;
    std::map<std::string, std::string, std::less<>> open_; // id → name of bookmarks that have begun
};

/// An id that the attributes of the source format can hold.
std::string id_of(std::string_view bookmark) {
    while (bookmark.starts_with('_')) bookmark.remove_prefix(1);
    std::string id;
    for (char const byte : bookmark) {
        char const small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        bool const plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '-' ||
                           small == '_' || static_cast<unsigned char>(small) >= 0x80;
        id += plain ? small : '-';
    }
    return id.empty() ? "place" : id;
}

std::size_t count_notes(std::optional<DocxPart> const& part, char const* element) {
    if (!part) return 0;
    auto const notes = part->root().children(element);
    return static_cast<std::size_t>(std::count_if(notes.begin(), notes.end(), [](pugi::xml_node note) {
        return !note.attribute("w:type") || std::string_view(note.attribute("w:type").value()) == "normal";
    }));
}

// ---------------------------------------------------------------------------------------------------------------
// Language

class LanguageSurvey {
  public:
    explicit LanguageSurvey(DocxStyles& styles) : styles_(styles) {}

    void walk(pugi::xml_node node) {
        for (pugi::xml_node const child : node.children()) {
            if (child.type() != pugi::node_element || is(child, "mc:Fallback")) continue;
            if (is(child, "w:p")) {
                std::string_view const id = child.child("w:pPr").child("w:pStyle").attribute("w:val").value();
                paragraph_ = styles_.default_run();
                paragraph_.lay_over(styles_.paragraph(id).run);
            }
            if (is(child, "w:r")) {
                run(child);
            } else {
                walk(child);
            }
        }
    }

    [[nodiscard]] DocxLanguage most() const {
        auto const best = std::max_element(letters_.begin(), letters_.end(),
                                           [](auto const& a, auto const& b) { return a.second < b.second; });
        if (best == letters_.end()) return {};
        return {best->first, stated_.contains(best->first)};
    }

  private:
    void run(pugi::xml_node node) {
        pugi::xml_node const properties = node.child("w:rPr");
        DocxRunLook look = paragraph_;
        if (properties) {
            std::string_view const id = properties.child("w:rStyle").attribute("w:val").value();
            if (!id.empty()) look.lay_over(styles_.character(id).run);
            look.lay_over(read_run_look(properties));
        }
        auto const& tag = look.right_to_left.value_or(false) ? look.complex_language : look.language;
        std::string const language = tag ? short_language(*tag) : std::string();
        if (language.empty()) return;
        if (tag != (look.right_to_left.value_or(false) ? styles_.default_run().complex_language
                                                       : styles_.default_run().language))
            stated_.insert(language);
        for (pugi::xml_node const text : node.children("w:t")) {
            std::string_view const words = text.text().get();
            if (language_fits(language, safe_text(words))) letters_[language] += words.size();
        }
    }

    DocxStyles& styles_;
    DocxRunLook paragraph_;
    std::map<std::string, std::size_t> letters_;
    std::set<std::string> stated_; // besides the defaults
};

} // namespace

DocxReferences find_references(DocxFile const& file) {
    DocxReferences references;
    Survey survey(references);
    survey.part(file.document);
    for (auto const* part : {&file.footnotes, &file.endnotes}) {
        if (*part) survey.part(**part);
    }
    references.counts.notes = count_notes(file.footnotes, "w:footnote") + count_notes(file.endnotes, "w:endnote");
    std::set<std::string> used;
    std::map<std::string, int> last_number;
    for (std::string const& name : survey.in_order) {
        if (!survey.targets.contains(name)) continue;
        std::string const id = id_of(name);
        std::string unique = id;
        int& number = last_number.emplace(id, 1).first->second;
        while (!used.insert(unique).second) unique = id + '-' + std::to_string(++number);
        references.ids.emplace(name, unique);
    }
    return references;
}

DocxLanguage find_language(DocxFile const& file, DocxStyles& styles) {
    LanguageSurvey survey(styles);
    survey.walk(file.document.root().child("w:body"));
    return survey.most();
}

bool language_fits(std::string_view language, std::string_view text) {
    static constexpr std::array cyrillic = {"ru", "uk", "be", "bg", "mk"};
    static constexpr std::array other = {"el", "he", "ar", "fa", "ur", "zh", "ja", "ko", "hi", "th", "ka", "hy"};
    static constexpr std::array mixed = {"sr", "kk", "uz", "az", "ky", "tg", "mn", "tt"};
    bool has_latin = false;
    bool has_cyrillic = false;
    bool has_other = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const letter = next_character(text, at);
        has_latin =
            has_latin || ((letter | 0x20U) >= 'a' && (letter | 0x20U) <= 'z') || (letter >= 0xC0 && letter < 0x250);
        has_cyrillic = has_cyrillic || (letter >= 0x400 && letter < 0x530);
        has_other = has_other || (letter >= 0x370 && letter < 0x400) || (letter >= 0x530 && letter < 0x1E00) ||
                    (letter >= 0x3040 && letter < 0xD7A4);
    }
    if (!has_latin && !has_cyrillic && !has_other) return true;
    std::string_view const primary = language.substr(0, language.find('-'));
    auto const among = [&](auto const& list) { return std::find(list.begin(), list.end(), primary) != list.end(); };
    if (among(mixed)) return true;
    if (among(cyrillic)) return has_cyrillic;
    if (among(other)) return has_other;
    return has_latin;
}

} // namespace quoin::office
