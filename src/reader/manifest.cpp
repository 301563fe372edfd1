#include "reader/manifest.hpp"

#include "reader/language.hpp"
#include "reader/markdown_leaf.hpp"
#include "reader/sizes.hpp"
#include "reader/standard_numbers.hpp"
#include "reader/toml_places.hpp"
#include "reader/toml_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <initializer_list>
#include <toml++/toml.h>

namespace quoin::reader {

namespace {

template <typename Value>
struct Name {
    std::string_view word;
    Value value;
};

constexpr std::array kinds{
    Name<model::PublicationKind>{"journal", model::PublicationKind::journal},
    Name<model::PublicationKind>{"pamphlet", model::PublicationKind::pamphlet},
    Name<model::PublicationKind>{"book", model::PublicationKind::book},
    Name<model::PublicationKind>{"leaflet", model::PublicationKind::leaflet},
};
constexpr std::array forms{
    Name<model::CoverForm>{"separate", model::CoverForm::separate},
    Name<model::CoverForm>{"self", model::CoverForm::self},
    Name<model::CoverForm>{"none", model::CoverForm::none},
};
constexpr std::array roles{
    Name<model::Role>{"dedication", model::Role::dedication},     Name<model::Role>{"epigraph", model::Role::epigraph},
    Name<model::Role>{"foreword", model::Role::foreword},         Name<model::Role>{"preface", model::Role::preface},
    Name<model::Role>{"introduction", model::Role::introduction}, Name<model::Role>{"appendix", model::Role::appendix},
    Name<model::Role>{"afterword", model::Role::afterword},       Name<model::Role>{"colophon", model::Role::colophon},
};

/// The value that a word stands for; an error and false when it is none of them.
template <typename Value, std::size_t count>
bool choose(std::array<Name<Value>, count> const& names, Written const& written, std::string_view what, Value& to,
            Diagnostics& diagnostics) {
    std::vector<std::string_view> words;
    for (Name<Value> const& each : names) {
        if (each.word == written.text) {
            to = each.value;
            return true;
        }
        words.push_back(each.word);
    }
    std::string const near = nearest(written.text, words);
    std::vector<std::string> hints{fmt::format("write {}", fmt::join(words, ", "))};
    if (!near.empty()) hints.insert(hints.begin(), fmt::format("did you mean \"{}\"?", near));
    diagnostics.error(Code::value_invalid, written.span, fmt::format("\"{}\" is no {}", written.text, what),
                      std::move(hints));
    return false;
}

class ManifestReader {
  public:
    ManifestReader(FileId file, std::string_view text, Lines const& lines, Diagnostics& diagnostics)
        : text_(text), diagnostics_(diagnostics), toml_{file, text, lines, diagnostics, nullptr} {}

    Manifest read(toml::table const& root) {
        Manifest manifest;
        TomlTable table = begin(root, main_);
        main_.metadata.span = {toml_.file, 0, 0};
        read_edition(table, main_);
        auto editions = table.tables("edition");
        table.finish();
        require(main_);
        manifest.editions.push_back(main_);
        auto const* const list = root.get_as<toml::array>("edition");
        for (std::size_t each = 0; editions && each < editions->size(); ++each) {
            auto const* const edition = list == nullptr ? nullptr : list->get(each)->as_table();
            if (edition != nullptr) manifest.editions.push_back(further_edition(*edition));
        }
        return manifest;
    }

  private:
    TomlTable begin(toml::table const& table, ManifestEdition& edition) {
        toml_.key_spans = &edition.metadata.key_spans;
        return {&table, "", toml_};
    }

    /// An edition has the main one's values where it gives none, but for texts that are in the main one's language.
    ManifestEdition further_edition(toml::table const& source) {
        ManifestEdition edition = main_;
        edition.entries.clear();
        model::Metadata& metadata = edition.metadata;
        metadata.is_edition = true;
        metadata.language.clear();
        metadata.identifier.clear();
        metadata.book.isbn.clear();
        metadata.book.isbn_epub.clear();
        if (source.contains("title")) {
            metadata.subtitle.clear();
            metadata.description.clear();
            metadata.cover.lines.clear();
        }
        TomlTable table = begin(source, edition);
        metadata.span = table.span();
        read_edition(table, edition);
        table.finish();
        if (!source.contains("language")) {
            diagnostics_.error(Code::key_missing, table.span(), "this edition does not say its language",
                               {"write language = \"es\" into it"});
        }
        require(edition);
        return edition;
    }

    void read_edition(TomlTable& table, ManifestEdition& edition) {
        model::Metadata& metadata = edition.metadata;
        read_top(table, metadata);
        std::optional<Date> date;
        table.date("date", date);
        read_issue(table, metadata.issue);
        read_book(table, metadata.book);
        TomlTable contact = table.table("contact");
        contact.text("website", metadata.contact.website);
        contact.text("email", metadata.contact.email);
        contact.text("phone", metadata.contact.phone);
        contact.finish();
        read_cover(table, edition);
        TomlTable accessibility = table.table("accessibility");
        accessibility.text("certified-by", metadata.certified_by);
        accessibility.finish();
        TomlTable imprint = table.table("imprint");
        named_file(imprint, "text", edition.imprint);
        imprint.finish();
        read_settings(table, "style", metadata.style);
        read_settings(table, "printer", metadata.printer);
        read_contents(table, edition);
        if (!date && !metadata.date_stated) date = metadata.issue.date;
        if (date) {
            metadata.date = *date;
            metadata.date_stated = true;
        }
    }

    void read_top(TomlTable& table, model::Metadata& metadata) {
        if (auto const kind = table.written("kind"))
            choose(kinds, *kind, "kind of publication", metadata.kind, diagnostics_);
        table.text("title", metadata.title);
        table.text("subtitle", metadata.subtitle);
        if (auto const language = table.written("language")) {
            metadata.language = read_language(language->text, language->span, diagnostics_);
        }
        table.text("publisher", metadata.publisher);
        table.text("rights", metadata.rights);
        table.text("layout", metadata.layout);
        table.text("description", metadata.description);
        table.texts("subjects", metadata.subjects);
        table.text("identifier", metadata.identifier);
        table.text("profile", metadata.profile);
        table.text("paper", metadata.paper);
    }

    void read_issue(TomlTable& table, model::Issue& issue) {
        TomlTable inside = table.table("issue");
        inside.text("series", issue.series);
        inside.text("volume", issue.volume);
        inside.text("number", issue.number);
        inside.date("date", issue.date);
        if (auto const issn = inside.written("issn")) {
            issue.issn = issn->text;
            if (!is_issn(issn->text)) {
                diagnostics_.error(Code::issn_invalid, issn->span,
                                   fmt::format("\"{}\" is no ISSN: its check digit is wrong", issn->text),
                                   {"an ISSN is eight digits, as 2049-3630; look it up at portal.issn.org"});
            }
        }
        digits(inside, "variant", {2}, "two digits, as 00 or 05", issue.variant);
        inside.text("price", issue.price);
        inside.finish();
    }

    /// Digits in quotation marks: a number would lose its noughts in front.
    void digits(TomlTable& table, std::string_view key, std::initializer_list<std::size_t> lengths,
                std::string_view wanted, std::string& to) {
        auto const written = table.written(key);
        if (!written) return;
        bool const all_digits = written->text.find_first_not_of("0123456789") == std::string::npos;
        if (all_digits && std::find(lengths.begin(), lengths.end(), written->text.size()) != lengths.end()) {
            to = written->text;
            return;
        }
        diagnostics_.error(Code::value_invalid, written->span, fmt::format("{} cannot be \"{}\"", key, written->text),
                           {fmt::format("write {}, in quotation marks", wanted)});
    }

    void isbn(TomlTable& table, std::string_view key, std::string& to) {
        auto const written = table.written(key);
        if (!written) return;
        to = written->text;
        if (is_isbn(to)) return;
        diagnostics_.error(Code::isbn_invalid, written->span,
                           fmt::format("\"{}\" is no ISBN: its check digit is wrong", to),
                           {"an ISBN is thirteen digits, as 978-3-16-148410-0"});
    }

    void read_book(TomlTable& table, model::Book& book) {
        TomlTable inside = table.table("book");
        isbn(inside, "isbn", book.isbn);
        isbn(inside, "isbn-epub", book.isbn_epub);
        inside.text("edition", book.edition);
        inside.texts("authors", book.authors);
        inside.texts("editors", book.editors);
        inside.texts("translators", book.translators);
        inside.texts("illustrators", book.illustrators);
        inside.text("copyright", book.copyright);
        inside.finish();
    }

    void named_file(TomlTable& table, std::string_view key, std::optional<NamedFile>& to) {
        if (auto written = table.written(key)) to = NamedFile{std::move(written->text), written->span};
    }

    void read_cover(TomlTable& table, ManifestEdition& edition) {
        model::Cover& cover = edition.metadata.cover;
        TomlTable inside = table.table("cover");
        if (inside.is_there()) cover.span = inside.span();
        named_file(inside, "image", edition.cover_image);
        if (edition.cover_image) cover.image = edition.cover_image->path;
        inside.text("alt", cover.alt);
        inside.text("credit", cover.credit);
        inside.texts("lines", cover.lines);
        if (auto const form = inside.written("form")) choose(forms, *form, "form of a cover", cover.form, diagnostics_);
        inside.text("spine", cover.spine);
        named_file(inside, "back", edition.back);
        named_file(inside, "inside-front", edition.inside_front);
        named_file(inside, "inside-back", edition.inside_back);
        named_file(inside, "flaps", edition.flaps);
        digits(inside, "barcode-addon", {2, 5}, "two digits for an issue or five for a price, as 93 or 51299",
               cover.barcode_addon);
        if (auto const pages = inside.written("frozen-pages")) cover.frozen_pages = page_count(*pages);
        inside.text("frozen-paper", cover.frozen_paper);
        inside.finish();
    }

    /// 0 when it is none, which is told.
    int page_count(Written const& written) {
        int count = 0;
        char const* const end = written.text.data() + written.text.size();
        auto const [stop, code] = std::from_chars(written.text.data(), end, count);
        constexpr int most = 100000;
        if (code == std::errc{} && stop == end && count > 0 && count <= most) return count;
        diagnostics_.error(Code::value_invalid, written.span, fmt::format("\"{}\" is no number of pages", written.text),
                           {"write the interior's pages for which the cover was approved, as 240"});
        return 0;
    }

    void read_settings(TomlTable& table, std::string_view key, std::vector<model::SettingOverride>& settings) {
        for (TomlTable::Leaf& leaf : table.leaves(key)) {
            model::SettingOverride made{std::move(leaf.key), std::move(leaf.toml), leaf.span};
            auto const same =
                std::find_if(settings.begin(), settings.end(),
                             [&made](model::SettingOverride const& each) { return each.key == made.key; });
            if (same == settings.end()) {
                settings.push_back(std::move(made));
            } else {
                *same = std::move(made);
            }
        }
    }

    void read_contents(TomlTable& table, ManifestEdition& edition) {
        auto tables = table.tables("contents");
        if (!tables) return;
        for (TomlTable& each : *tables) {
            if (auto entry = read_entry(each)) edition.entries.push_back(*std::move(entry));
        }
    }

    std::optional<ManifestEntry> read_entry(TomlTable& table) {
        ManifestEntry entry;
        entry.span = table.span();
        auto const article = table.written("article");
        auto const insert = table.written("insert");
        auto const part = table.written("part");
        table.text("department", entry.department);
        if (auto const size = table.written("size")) {
            entry.size = size->text;
            if (!is_insert_size(entry.size)) {
                diagnostics_.error(Code::value_invalid, size->span,
                                   fmt::format("\"{}\" is no size of an insert", entry.size),
                                   {"write column, half, full, or a width and height as 60mmx40mm"});
                entry.size.clear();
            }
        }
        if (auto const sizes = table.written("other-sizes"))
            entry.other_sizes = insert_sizes(sizes->text, sizes->span, diagnostics_);
        table.truth("optional", entry.optional);
        if (auto const role = table.written("role")) choose(roles, *role, "role of a text", entry.role, diagnostics_);
        table.finish();
        int const stated = (article ? 1 : 0) + (insert ? 1 : 0) + (part ? 1 : 0);
        if (stated != 1) {
            diagnostics_.error(
                stated == 0 ? Code::key_missing : Code::value_invalid, entry.span,
                stated == 0 ? "this entry of the contents names no text" : "this entry of the contents names two texts",
                {"write article = \"…\", insert = \"…\" or part = \"…\", each in a [[contents]] of its own"});
            if (stated == 0) return std::nullopt;
        }
        if (article) {
            entry.file = {article->text, article->span};
        } else if (insert) {
            entry.kind = ManifestEntry::Kind::insert;
            entry.file = {insert->text, insert->span};
        } else {
            entry.kind = ManifestEntry::Kind::part;
            entry.title = value_text(*part);
        }
        return entry;
    }

    /// A value in quotes as a text that can be read as Markdown; with escapes in it all of it stands at its beginning.
    [[nodiscard]] SourceText value_text(Written const& written) const {
        SourceText text;
        text.file = toml_.file;
        std::size_t const at =
            text_.substr(written.span.begin, written.span.end - written.span.begin).find(written.text);
        bool const exact = at != std::string_view::npos;
        text.append(written.text, written.span.begin + static_cast<std::uint32_t>(exact ? at : 0));
        text.pieces.back().exact = exact;
        return text;
    }

    void require(ManifestEdition& edition) {
        model::Metadata& metadata = edition.metadata;
        Span const here = metadata.span;
        auto const has = [&](char const* key) { return metadata.key_spans.contains(key); };
        if (!metadata.is_edition && !has("kind")) {
            diagnostics_.error(Code::key_missing, here, "the manifest does not say what kind of publication this is",
                               {"write kind = \"journal\", \"pamphlet\", \"book\" or \"leaflet\""});
        }
        if (metadata.title.empty()) {
            diagnostics_.error(Code::title_missing, here, "the publication has no title", {"write title = \"…\""});
        }
        if (!metadata.is_edition && !has("language")) {
            diagnostics_.error(Code::key_missing, here, "the manifest does not say the language",
                               {"write language = \"en\"; hyphens, quotation marks and screen readers depend on it"});
        }
        if (metadata.language.empty())
            metadata.language = main_.metadata.language.empty() ? "en" : main_.metadata.language;
        if (metadata.layout.empty()) metadata.layout = usual_layout(metadata.kind);
        if (edition.entries.empty()) {
            diagnostics_.error(Code::contents_empty, here,
                               metadata.is_edition ? "this edition has no contents" : "the publication has no contents",
                               {"name its texts: [[contents]] and below it article = \"articles/01.md\""});
        }
        if (!metadata.cover.image.empty() && metadata.cover.alt.empty() && !has("cover.alt")) {
            diagnostics_.error(Code::image_alt_missing, edition.cover_image->span,
                               "the cover's picture has no description for those who cannot see it",
                               {"write alt = \"what it shows\" below it, or alt = \"\" when it is mere decoration"});
        }
        if (!metadata.date_stated && !metadata.is_edition) {
            diagnostics_.advice(Code::date_absent, here, "the publication has no date, so the files say 1980-01-01",
                                {"write date = \"2023-08-01\", or a date into [issue]"});
        }
    }

    std::string_view text_;
    Diagnostics& diagnostics_;
    TomlFile toml_;
    ManifestEdition main_;
};

} // namespace

std::string_view usual_layout(model::PublicationKind kind) {
    switch (kind) {
    case model::PublicationKind::pamphlet: return "pamphlet-a5";
    case model::PublicationKind::book: return "book-a5";
    case model::PublicationKind::leaflet: return "leaflet-a4";
    case model::PublicationKind::journal: break;
    }
    return "journal-a4";
}

Result<Manifest> read_manifest(FileId file, SourceMap const& sources, Diagnostics& diagnostics) {
    // A copy: the map may move its texts.
    std::string const text(sources.text(file));
    Lines const lines(text);
    try {
        toml::table const table = toml::parse(text, std::string_view(sources.path(file)));
        return ManifestReader(file, text, lines, diagnostics).read(table);
    } catch (toml::parse_error const& error) {
        return failure(Code::toml_malformed, toml_span(lines, file, error.source()), std::string(error.description()),
                       {"text stands in quotation marks: title = \"…\""});
    }
}

} // namespace quoin::reader
