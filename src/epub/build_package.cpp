#include "epub/build_package.hpp"

#include "epub/book.hpp"
#include "epub/fonts.hpp"
#include "epub/glyph_report.hpp"
#include "epub/navigation.hpp"
#include "epub/pictures.hpp"
#include "epub/stylesheet.hpp"
#include "epub/write_document.hpp"
#include "epub/write_front.hpp"
#include "epub/write_package.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::epub {

namespace {

constexpr char const* container = R"(<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
)";

class Builder {
  public:
    Builder(Request const& request, Pool& pool, Diagnostics& diagnostics)
        : request_(request), pool_(pool), diagnostics_(diagnostics),
          book_(request.document, request.layout,
                plan_files({request.document, request.layout, request.page_marks, !request.cover_picture.empty()},
                           diagnostics)) {}

    Package run() {
        auto pictures = prepare_pictures(request_.document, book_.plan.pictures, request_.files, pool_, diagnostics_);
        for (auto const& [asset, prepared] : pictures) book_.pictures[asset] = prepared.picture;
        write_documents();
        navigate();
        EmbeddedFonts fonts = embed_fonts(characters_, request_.find_face, pool_, diagnostics_);
        // With pages the layout has reported them, as errors.
        if (request_.page_marks.empty()) report_missing_glyphs(request_.document, fonts.missing, diagnostics_);
        check_ledger();
        assemble(fonts, pictures);
        return std::move(package_);
    }

  private:
    void write_documents() {
        std::string const alternative =
            book_.title + (request_.cover_alternative.empty() ? "" : ". " + request_.cover_alternative);
        CoverPage const cover{fmt::format("{}: {}", labels(book_.language()).cover, alternative)};
        documents_.resize(book_.plan.files.size());
        pool_.for_each(documents_.size(), [&](std::size_t i) { documents_[i] = write_document(book_, i, cover); });
        for (WrittenDocument const& document : documents_) {
            add(characters_, document.characters);
            package_.notes += document.notes;
            references_ += document.references;
        }
    }

    void navigate() {
        Navigation navigation;
        navigation.contents = contents_entries(book_);
        navigation.figures = figure_entries(book_);
        for (std::size_t i = 0; i <= documents_.size(); ++i) {
            if (i == book_.plan.contents_at) add_pages(navigation.pages, "nav.xhtml", book_.plan.contents_marks);
            if (i < documents_.size())
                add_pages(navigation.pages, "text/" + file_name(book_.plan.files[i]), documents_[i].page_marks);
        }
        package_.page_marks = navigation.pages.size();
        NavigationDocument written = write_navigation(book_, navigation);
        add(characters_, written.characters);
        navigation_ = std::move(written.content);
        ncx_ = write_ncx(book_, navigation, identifier_of(book_));
    }

    static void add_pages(std::vector<PageTarget>& to, std::string const& file, std::vector<PlacedMark> const& marks) {
        for (PlacedMark const& mark : marks) to.push_back({mark.label, file + "#" + mark.id});
    }

    // Each mark and each body that the model has is written once; anything else would be lost without a word.
    void check_ledger() {
        std::size_t called = 0, marks = 0;
        for (model::Note const& note : request_.document.notes) {
            called += note.number > 0 ? 1 : 0;
            marks += note.references;
        }
        if (package_.notes != called || references_ != marks)
            diagnostics_.error(Code::note_ledger, {},
                               fmt::format("the EPUB holds {} notes and {} marks, the text {} and {}", package_.notes,
                                           references_, called, marks));
    }

    void assemble(EmbeddedFonts& fonts, std::map<std::uint32_t, PreparedPicture>& pictures) {
        PackageFacts facts;
        facts.epoch = request_.epoch;
        facts.has_cover = !request_.cover_picture.empty();
        facts.has_pages = package_.page_marks > 0;
        facts.has_notes = package_.notes > 0;
        put_item(facts, {"ncx", "toc.ncx", "application/x-dtbncx+xml", "", false}, to_bytes(ncx_));
        put_item(facts, {"css", "css/book.css", "text/css", "", false},
                 to_bytes(write_stylesheet(request_.layout, fonts, is_right_to_left(book_.language()))));
        for (std::size_t i = 0; i <= documents_.size(); ++i) {
            if (i == book_.plan.contents_at)
                put_item(facts, {"nav", "nav.xhtml", "application/xhtml+xml", "nav", true}, to_bytes(navigation_));
            if (i == documents_.size()) break;
            std::string const name = file_name(book_.plan.files[i]);
            put_item(facts, {"text-" + book_.plan.files[i].name, "text/" + name, "application/xhtml+xml", "", true},
                     to_bytes(documents_[i].content));
        }
        if (facts.has_cover)
            put_item(facts, {"cover-image", cover_path, "image/jpeg", "cover-image", false}, request_.cover_picture);
        for (auto& [asset, prepared] : pictures) {
            if (prepared.picture.path.empty()) continue;
            put_item(facts,
                     {fmt::format("picture-{}", asset), prepared.picture.path, prepared.picture.media_type, "", false},
                     std::move(prepared.bytes));
        }
        for (std::size_t i = 0; i < fonts.files.size(); ++i) {
            PackageFile& file = fonts.files[i];
            bool const cff = file.path.back() == 'f' && file.path.substr(file.path.size() - 3) == "otf";
            put_item(facts, {fmt::format("font-{}", i + 1), file.path, cff ? "font/otf" : "font/ttf", "", false},
                     std::move(file.bytes));
        }
        finish(facts);
    }

    void put_item(PackageFacts& facts, ManifestItem item, Bytes bytes) {
        package_.files.push_back({"EPUB/" + item.path, std::move(bytes), false});
        facts.items.push_back(std::move(item));
    }

    // mimetype, container and package stand in front; all others by name, whatever the machine's order of letters.
    void finish(PackageFacts const& facts) {
        std::sort(package_.files.begin(), package_.files.end(),
                  [](PackageFile const& a, PackageFile const& b) { return a.path < b.path; });
        std::vector<PackageFile> front;
        front.push_back({"mimetype", to_bytes("application/epub+zip"), true});
        front.push_back({"META-INF/container.xml", to_bytes(container), false});
        front.push_back({"EPUB/package.opf", to_bytes(epub::write_package(book_, facts)), false});
        package_.files.insert(package_.files.begin(), std::make_move_iterator(front.begin()),
                              std::make_move_iterator(front.end()));
    }

    Request const& request_;
    Pool& pool_;
    Diagnostics& diagnostics_;
    Book book_;
    std::vector<WrittenDocument> documents_;
    CharacterUse characters_;
    std::string navigation_, ncx_;
    std::size_t references_ = 0;
    Package package_;
};

} // namespace

Package build_package(Request const& request, Pool& pool, Diagnostics& diagnostics) {
    return Builder(request, pool, diagnostics).run();
}

std::string dump(Package const& package) {
    std::string text;
    for (PackageFile const& file : package.files) {
        bool const binary =
            file.path.find("/images/") != std::string::npos || file.path.find("/fonts/") != std::string::npos;
        text += "=== " + file.path + "\n";
        if (binary && file.path.substr(file.path.size() - 4) != ".svg") {
            text += fmt::format("{} bytes\n", file.bytes.size());
        } else {
            text += as_text(file.bytes);
            if (!text.empty() && text.back() != '\n') text += '\n';
        }
    }
    return text;
}

} // namespace quoin::epub
