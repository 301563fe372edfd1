#include "preflight/epub_facts.hpp"
#include "preflight/prove_texts.hpp"
#include "preflight/reread.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::preflight {

namespace {

class EpubProof {
  public:
    EpubProof(std::string const& file, EpubFacts const& facts, ExpectedEpub const& expected, Diagnostics& found)
        : file_(file), facts_(facts), expected_(expected), found_(found) {}

    void run() {
        for (EpubPlace const& place : facts_.malformed)
            fail(Code::reread_unreadable, fmt::format("{} is not well-formed: {}", place.path, place.what));
        prove_notes();
        prove_pages();
        prove_texts(file_, facts_.letters, expected_.texts, Which::all, found_);
    }

  private:
    void fail(Code code, std::string const& what) {
        found_.error(code, {}, fmt::format("{} was read back: {}", file_, what),
                     {"a fault of the program: the file was not put in its place; report it with the sources"});
    }

    void prove_notes() {
        if (facts_.notes.size() != expected_.notes)
            fail(Code::reread_notes,
                 fmt::format("{} notes were to be in it, {} are", expected_.notes, facts_.notes.size()));
        std::set<EpubPlace> called(facts_.note_marks.begin(), facts_.note_marks.end());
        for (EpubPlace const& mark : called)
            if (facts_.notes.count(mark) == 0)
                fail(Code::reread_notes, fmt::format("a mark leads to {}#{}, which is no note", mark.path, mark.what));
        for (auto const& [note, backlinks] : facts_.notes) {
            bool const leads_back =
                !backlinks.empty() && std::all_of(backlinks.begin(), backlinks.end(), [&](auto const& link) {
                    return facts_.note_mark_ids.count(link) != 0;
                });
            if (called.count(note) == 0)
                fail(Code::reread_notes, fmt::format("no mark leads to {}#{}", note.path, note.what));
            if (!leads_back) fail(Code::reread_notes, fmt::format("{}#{} does not lead back", note.path, note.what));
        }
    }

    void prove_pages() {
        if (expected_.labels.empty()) return;
        std::set<std::string> listed;
        for (auto const& [target, label] : facts_.page_list) {
            listed.insert(label);
            auto const mark = facts_.page_breaks.find(target);
            bool const document = facts_.ids.count(target) != 0 || target.what.empty();
            if (mark == facts_.page_breaks.end() && !document)
                fail(Code::reread_pages, fmt::format("the list of pages leads to no page \"{}\"", label));
        }
        for (std::string const& label : expected_.labels)
            if (!label.empty() && listed.count(label) == 0)
                fail(Code::reread_pages, fmt::format("page \"{}\" is not in the list of pages", label));
    }

    std::string const& file_;
    EpubFacts const& facts_;
    ExpectedEpub const& expected_;
    Diagnostics& found_;
};

} // namespace

void prove_epub(std::string const& file, EpubFacts const& facts, ExpectedEpub const& expected, Diagnostics& found) {
    EpubProof(file, facts, expected, found).run();
}

} // namespace quoin::preflight
