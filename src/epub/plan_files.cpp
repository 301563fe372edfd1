#include "epub/plan.hpp"

#include "epub/plan_marks.hpp"
#include "epub/survey.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace quoin::epub {

using namespace model;

namespace {

// Readers slow down and some give up on larger files (EPUB.md: 300 KB); the estimate is generous, so this is near it.
constexpr std::size_t most_bytes = 280'000;
// A piece is not made shorter than this share of the limit only to end before a heading of higher rank.
constexpr std::size_t least_share = 4;
// Files of an end section hold this many notes.
constexpr std::size_t notes_per_file = 500;
constexpr int no_heading = 9;

int rank(BlockFacts const& facts) { return facts.heading == 0 ? no_heading : facts.heading; }

// Where the piece that begins at `begin` ends: before the highest heading of those that keep it within the limit.
std::size_t end_of_piece(std::vector<BlockFacts> const& blocks, std::size_t begin) {
    std::size_t bytes = 0, end = begin;
    std::vector<std::size_t> before; // bytes of the piece when it ends before begin + i
    while (end < blocks.size() && (end == begin || bytes + blocks[end].bytes <= most_bytes)) {
        before.push_back(bytes);
        bytes += blocks[end++].bytes;
    }
    if (end == blocks.size()) return end;
    std::size_t best = end;
    for (std::size_t at = end; at > begin + 1; --at) {
        if (at - begin < before.size() && before[at - begin] < most_bytes / least_share) break;
        if (blocks[at - 1].heading != 0) continue; // a heading stays with its text
        if (rank(blocks[at]) < rank(blocks[best]) || blocks[best - 1].heading != 0) best = at;
    }
    return best;
}

class Planner {
  public:
    explicit Planner(PlanRequest const& request)
        : request_(request), document_(request.document), survey_(request.document) {
        plan_.notes_at_end = request.layout.epub.notes == "book";
        plan_.note_files.resize(document_.notes.size(), none);
        plan_.mark_files.resize(document_.notes.size());
    }

    Plan run(Diagnostics& diagnostics) {
        bool const imprint_last = request_.layout.print.matter.imprint_place == "last";
        if (request_.has_cover) add(TextFile::Kind::cover, "cover");
        if (needs_title_page()) add(TextFile::Kind::title_page, "titlepage");
        if (!imprint_last) add_imprint();
        plan_.imprint_before_contents = imprint_ && request_.layout.print.matter.imprint_place == "contents";
        plan_.contents_at = plan_.files.size();
        for (std::size_t i = 0; i < document_.entries.size(); ++i) add_entry(static_cast<std::uint32_t>(i));
        if (plan_.notes_at_end) add_note_files();
        if (!document_.index.groups.empty()) add(TextFile::Kind::index, model::index_anchor);
        if (imprint_last) add_imprint();
        place_anchors();
        place_page_marks(document_, request_.page_marks, survey_.serials(), plan_, diagnostics);
        if (imprint_) static_cast<void>(survey_.blocks(document_.imprint)); // its serials are no places in the text
        plan_.pictures = survey_.pictures();
        plan_.languages = survey_.languages();
        plan_.meaningful_pictures = survey_.meaningful_pictures();
        plan_.undescribed_pictures = survey_.undescribed_pictures();
        return std::move(plan_);
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] bool needs_title_page() const {
        auto const articles = std::count_if(document_.entries.begin(), document_.entries.end(), [](Entry const& entry) {
            return std::holds_alternative<Article>(entry.kind);
        });
        switch (document_.metadata.kind) {
        case PublicationKind::book: return true;
        case PublicationKind::pamphlet:
        case PublicationKind::leaflet: return articles > 1; // a single text bears the publication's title itself
        case PublicationKind::journal: return false;        // the cover and the contents are its title
        }
        return false;
    }

    TextFile& add(TextFile::Kind kind, std::string const& wanted) {
        TextFile& file = plan_.files.emplace_back();
        file.kind = kind;
        file.name = wanted;
        for (int copy = 2; !names_.insert(file.name).second; ++copy) file.name = fmt::format("{}-{}", wanted, copy);
        return file;
    }

    void add_imprint() {
        Metadata const& about = document_.metadata;
        bool const anything = !document_.imprint.empty() || !about.publisher.empty() || !about.rights.empty() ||
                              !about.book.copyright.empty() || !about.book.isbn.empty() || !about.issue.issn.empty() ||
                              !about.contact.website.empty() || !about.contact.email.empty();
        if (!anything) return;
        imprint_ = true;
        add(TextFile::Kind::imprint, "imprint");
    }

    void add_entry(std::uint32_t index) {
        Entry const& entry = document_.entries[index];
        survey_.entry(entry.serial);
        match(
            entry.kind, [&](Article const& article) { add_article(article, index); },
            [&](Insert const& insert) {
                survey_.language(insert.language);
                add_whole(insert.name, index, {&insert.title}, insert.content);
            },
            [&](PartTitle const& part) { add_whole(part.name, index, {&part.title}, {}); });
    }

    void add_whole(std::string const& name, std::uint32_t index, std::initializer_list<Inlines const*> rows,
                   Blocks const& content) {
        std::size_t const file = plan_.files.size();
        add(TextFile::Kind::entry, free_name(name)).entry = index;
        first_serials_.emplace_back(index, 0, file);
        take_marks(survey_.texts(rows), file);
        for (BlockFacts const& facts : survey_.blocks(content)) take_marks(facts, file);
    }

    void add_article(Article const& article, std::uint32_t index) {
        survey_.language(article.language);
        BlockFacts const head = survey_.texts({&article.title, &article.subtitle});
        std::vector<BlockFacts> const abstract = survey_.blocks(article.abstract);
        std::vector<BlockFacts> const body = survey_.blocks(article.body);
        for (std::size_t begin = 0; begin == 0 || begin < body.size();) {
            std::size_t const end = body.empty() ? 0 : end_of_piece(body, begin);
            std::size_t const at = plan_.files.size();
            TextFile& file = add(TextFile::Kind::entry, free_name(article.name));
            file.entry = index;
            file.begin = begin;
            file.end = end;
            file.first = begin == 0;
            first_serials_.emplace_back(index, begin == 0 ? 0 : body[begin].serial, at);
            if (begin == 0) {
                take_marks(head, at);
                for (BlockFacts const& facts : abstract) take_marks(facts, at);
            }
            for (std::size_t i = begin; i < end; ++i) take_marks(body[i], at);
            if (body.empty()) break;
            begin = end;
        }
    }

    // Names that reading systems and tools take for something else when they meet them.
    static std::string free_name(std::string const& name) {
        static constexpr std::array<char const*, 9> taken{"cover",   "titlepage", "title_page", "halftitle", "toc",
                                                          "imprint", "notes",     "index",      "nav"};
        bool const clash = std::any_of(taken.begin(), taken.end(), [&](std::string const& word) {
            return name.compare(0, word.size(), word) == 0 && (name.size() == word.size() || name[word.size()] == '-');
        });
        return clash ? "text-" + name : name;
    }

    void take_marks(BlockFacts const& facts, std::size_t file) {
        for (NoteReference const& mark : facts.marks) {
            auto const note = static_cast<std::size_t>(mark.note);
            auto& files = plan_.mark_files.at(note);
            if (files.size() <= mark.occurrence) files.resize(mark.occurrence + 1, file);
            files[mark.occurrence] = file;
            if (plan_.note_files[note] != none) continue;
            plan_.note_files[note] = file;
            if (plan_.notes_at_end) {
                end_notes_.push_back(static_cast<std::uint32_t>(note));
            } else {
                plan_.files[file].notes.push_back(static_cast<std::uint32_t>(note));
            }
        }
    }

    void add_note_files() {
        for (std::size_t begin = 0; begin < end_notes_.size(); begin += notes_per_file) {
            std::size_t const at = plan_.files.size();
            TextFile& file = add(TextFile::Kind::notes, "notes");
            file.first = begin == 0;
            for (std::size_t i = begin; i < std::min(end_notes_.size(), begin + notes_per_file); ++i) {
                file.notes.push_back(end_notes_[i]);
                plan_.note_files[end_notes_[i]] = at;
            }
        }
    }

    void place_anchors() {
        std::size_t const somewhere = std::min(plan_.contents_at, plan_.files.empty() ? 0 : plan_.files.size() - 1);
        plan_.anchor_files.assign(document_.anchors.size(), somewhere);
        for (std::size_t i = 0; i < document_.anchors.size(); ++i) {
            Anchor const& anchor = document_.anchors[i];
            for (auto const& [entry, serial, file] : first_serials_)
                if (entry == anchor.entry && serial <= anchor.serial) plan_.anchor_files[i] = file;
        }
    }

    PlanRequest const& request_;
    Document const& document_;
    Survey survey_;
    Plan plan_;
    std::set<std::string> names_;
    std::vector<std::uint32_t> end_notes_;
    bool imprint_ = false;
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> first_serials_; // entry, serial, file
};

} // namespace

Plan plan_files(PlanRequest const& request, Diagnostics& diagnostics) { return Planner(request).run(diagnostics); }

std::string file_name(TextFile const& file) { return file.name + ".xhtml"; }

std::string anchor_id(std::string const& name) { return "s-" + name; }

std::string full_title(Metadata const& about) {
    Issue const& issue = about.issue;
    // A pamphlet's number is its place in a series, no part of its title.
    if (about.kind != PublicationKind::journal || (issue.number.empty() && issue.volume.empty())) return about.title;
    Date const date = issue.date.value_or(about.date);
    bool const dated = issue.date.has_value() || about.date_stated;
    std::string title = about.title;
    if (!issue.volume.empty()) title += " " + issue.volume;
    if (issue.volume.empty() && !issue.number.empty()) title += " " + issue.number;
    if (dated) title += fmt::format(" ({})", date.year);
    if (!issue.volume.empty() && !issue.number.empty()) title += ", " + issue.number;
    return title;
}

} // namespace quoin::epub
