#include "writer/manifest_toml.hpp"

#include "reader/manifest.hpp"
#include "writer/inline_markdown.hpp"
#include "writer/quoted.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::writer {

using namespace model;

namespace {

std::string_view name_of(PublicationKind kind) {
    switch (kind) {
    case PublicationKind::pamphlet: return "pamphlet";
    case PublicationKind::book: return "book";
    case PublicationKind::leaflet: return "leaflet";
    case PublicationKind::journal: break;
    }
    return "journal";
}

std::string_view name_of(CoverForm form) {
    switch (form) {
    case CoverForm::separate: return "separate";
    case CoverForm::self: return "self";
    case CoverForm::none: return "none";
    case CoverForm::unstated: break;
    }
    return "";
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::dedication: return "dedication";
    case Role::epigraph: return "epigraph";
    case Role::foreword: return "foreword";
    case Role::preface: return "preface";
    case Role::introduction: return "introduction";
    case Role::appendix: return "appendix";
    case Role::afterword: return "afterword";
    case Role::colophon: return "colophon";
    case Role::none: break;
    }
    return "";
}

bool is_bare_key(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
        return letter == '-' || letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z');
    });
}

std::string dotted_key(std::string_view key) {
    std::string result;
    while (true) {
        std::size_t const dot = std::min(key.find('.'), key.size());
        std::string_view const part = key.substr(0, dot);
        result += is_bare_key(part) ? std::string(part) : toml_text(part);
        if (dot == key.size()) return result;
        result += '.';
        key.remove_prefix(dot + 1);
    }
}

/// One table of the file: values that are what they would be without being written are left out.
class TableWriter {
  public:
    explicit TableWriter(std::string name) : name_(std::move(name)) {}

    void text(std::string_view key, std::string_view value, std::string_view inherited = {}) {
        if (value != inherited) line(key, toml_text(value));
    }
    void texts(std::string_view key, std::vector<std::string> const& values,
               std::vector<std::string> const& inherited = {}) {
        if (values == inherited) return;
        std::string list;
        for (std::string const& value : values) list += (list.empty() ? "" : ", ") + toml_text(value);
        line(key, fmt::format("[{}]", list));
    }
    void date(std::string_view key, std::optional<Date> value, std::optional<Date> inherited = {}) {
        if (value && value != inherited) line(key, toml_text(to_string(*value)));
    }
    void line(std::string_view key, std::string_view value) { lines_ += fmt::format("{} = {}\n", key, value); }

    /// With its header, and an empty line before it; nothing when nothing is in it.
    [[nodiscard]] std::string take() const {
        if (lines_.empty()) return {};
        return name_.empty() ? lines_ : fmt::format("\n{}\n{}", name_, lines_);
    }

  private:
    std::string name_, lines_;
};

class ManifestWriter {
  public:
    ManifestWriter(Publication const& publication, std::vector<EditionFiles> const& files)
        : publication_(publication), files_(files) {}

    std::string write() {
        std::string text;
        for (std::size_t at = 0; at < publication_.editions.size(); ++at) {
            if (at > 0) text += "\n[[edition]]\n";
            text += edition(at);
        }
        return text;
    }

  private:
    /// What the reader takes for the edition's value when nothing is written.
    [[nodiscard]] Metadata inherited(std::size_t at) const {
        if (at == 0) {
            Metadata none;
            none.language.clear();
            return none;
        }
        Metadata base = publication_.editions.front().metadata;
        base.language.clear();
        base.identifier.clear();
        base.book.isbn.clear();
        base.book.isbn_epub.clear();
        // The title is always written, and with it these are gone.
        base.title.clear();
        base.subtitle.clear();
        base.description.clear();
        base.cover.lines.clear();
        return base;
    }

    std::string edition(std::size_t at) {
        Document const& document = publication_.editions[at];
        Metadata const base = inherited(at);
        std::string const prefix = at == 0 ? "" : "edition.";
        EditionFiles const none, &main = at == 0 ? none : files_.front();
        std::string text = top(document.metadata, base, at == 0);
        text += issue(document.metadata.issue, base.issue, prefix);
        text += book(document.metadata.book, base.book, prefix);
        text += contact(document.metadata.contact, base.contact, prefix);
        text += cover(document.metadata.cover, base.cover, files_[at], main, prefix);
        TableWriter accessibility(fmt::format("[{}accessibility]", prefix));
        accessibility.text("certified-by", document.metadata.certified_by, base.certified_by);
        TableWriter imprint(fmt::format("[{}imprint]", prefix));
        imprint.text("text", files_[at].imprint, main.imprint);
        text += accessibility.take() + imprint.take();
        text += settings("style", document.metadata.style, base.style, prefix);
        text += settings("printer", document.metadata.printer, base.printer, prefix);
        for (std::size_t entry = 0; entry < document.entries.size(); ++entry)
            text += contents(document, entry, files_[at].entries[entry], prefix);
        return text;
    }

    static std::string top(Metadata const& it, Metadata const& base, bool main) {
        TableWriter table("");
        if (main || it.kind != base.kind) table.line("kind", toml_text(name_of(it.kind)));
        table.line("title", toml_text(it.title));
        table.text("subtitle", it.subtitle, base.subtitle);
        table.line("language", toml_text(it.language));
        table.text("publisher", it.publisher, base.publisher);
        table.text("rights", it.rights, base.rights);
        std::string_view const usual = main ? reader::usual_layout(it.kind) : std::string_view(base.layout);
        if (!it.layout.empty()) table.text("layout", it.layout, usual);
        // The issue's date serves too.
        std::optional<Date> const served = !main && base.date_stated ? std::optional(base.date) : it.issue.date;
        if (it.date_stated) table.date("date", it.date, served);
        table.text("description", it.description, base.description);
        table.texts("subjects", it.subjects, base.subjects);
        table.text("identifier", it.identifier, base.identifier);
        table.text("profile", it.profile, base.profile);
        table.text("paper", it.paper, base.paper);
        return table.take();
    }

    static std::string issue(Issue const& it, Issue const& base, std::string const& prefix) {
        TableWriter table(fmt::format("[{}issue]", prefix));
        table.text("series", it.series, base.series);
        table.text("volume", it.volume, base.volume);
        table.text("number", it.number, base.number);
        table.date("date", it.date, base.date);
        table.text("issn", it.issn, base.issn);
        table.text("variant", it.variant, base.variant);
        table.text("price", it.price, base.price);
        return table.take();
    }

    static std::string book(Book const& it, Book const& base, std::string const& prefix) {
        TableWriter table(fmt::format("[{}book]", prefix));
        table.text("isbn", it.isbn, base.isbn);
        table.text("isbn-epub", it.isbn_epub, base.isbn_epub);
        table.text("edition", it.edition, base.edition);
        table.texts("authors", it.authors, base.authors);
        table.texts("editors", it.editors, base.editors);
        table.texts("translators", it.translators, base.translators);
        table.texts("illustrators", it.illustrators, base.illustrators);
        table.text("copyright", it.copyright, base.copyright);
        return table.take();
    }

    static std::string contact(Contact const& it, Contact const& base, std::string const& prefix) {
        TableWriter table(fmt::format("[{}contact]", prefix));
        table.text("website", it.website, base.website);
        table.text("email", it.email, base.email);
        table.text("phone", it.phone, base.phone);
        return table.take();
    }

    static std::string cover(Cover const& it, Cover const& base, EditionFiles const& files, EditionFiles const& main,
                             std::string const& prefix) {
        TableWriter table(fmt::format("[{}cover]", prefix));
        table.text("image", files.cover_image, main.cover_image);
        bool const decorative = !files.cover_image.empty() && main.cover_image.empty() && it.alt.empty();
        if (decorative) {
            table.line("alt", "\"\"");
        } else {
            table.text("alt", it.alt, base.alt);
        }
        table.text("credit", it.credit, base.credit);
        table.texts("lines", it.lines, base.lines);
        if (it.form != base.form) table.line("form", toml_text(name_of(it.form)));
        table.text("back", files.back, main.back);
        table.text("spine", it.spine, base.spine);
        table.text("inside-front", files.inside_front, main.inside_front);
        table.text("inside-back", files.inside_back, main.inside_back);
        table.text("flaps", files.flaps, main.flaps);
        table.text("barcode-addon", it.barcode_addon, base.barcode_addon);
        if (it.frozen_pages != base.frozen_pages) table.line("frozen-pages", std::to_string(it.frozen_pages));
        table.text("frozen-paper", it.frozen_paper, base.frozen_paper);
        return table.take();
    }

    static std::string settings(std::string_view name, std::vector<SettingOverride> const& list,
                                std::vector<SettingOverride> const& base, std::string const& prefix) {
        TableWriter table(fmt::format("[{}{}]", prefix, name));
        for (SettingOverride const& each : list) {
            bool const known = std::any_of(base.begin(), base.end(), [&each](SettingOverride const& other) {
                return other.key == each.key && other.toml == each.toml;
            });
            if (!known) table.line(dotted_key(each.key), each.toml);
        }
        return table.take();
    }

    static std::string contents(Document const& document, std::size_t at, std::string const& file,
                                std::string const& prefix) {
        TableWriter table(fmt::format("[[{}contents]]", prefix));
        match(
            document.entries[at].kind,
            [&](Article const& it) {
                table.line("article", toml_text(file));
                table.text("department", it.department);
                table.text("role", name_of(it.role));
            },
            [&](Insert const& it) {
                table.line("insert", toml_text(file));
                table.text("size", it.size);
                table.text("other-sizes", fmt::format("{}", fmt::join(it.other_sizes, " ")));
                if (it.optional) table.line("optional", "true");
            },
            [&](PartTitle const& it) {
                table.line("part", toml_text(inline_markdown(document, it.title, Place::part)));
            });
        return table.take();
    }

    Publication const& publication_;
    std::vector<EditionFiles> const& files_;
};

} // namespace

std::string manifest_toml(Publication const& publication, std::vector<EditionFiles> const& files) {
    return ManifestWriter(publication, files).write();
}

} // namespace quoin::writer
