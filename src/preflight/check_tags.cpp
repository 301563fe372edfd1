#include "preflight/rules.hpp"

#include <fmt/format.h>
#include <set>

namespace quoin::preflight {

namespace {

void check_elements(StructureFacts const& structure, FindingList& list) {
    std::set<std::string> notes;
    for (ElementFact const& element : structure.elements) {
        bool const picture = element.type == "Figure" || element.type == "Formula";
        if (picture && !element.has_alternative)
            list.about_page({Code::figure_alt, Severity::error, "write what it shows: {alt=\"…\"}"}, element.page,
                            "a picture has no description");
        if (element.type == "TH" && !element.has_scope)
            list.about_page({Code::table_scope, Severity::error, "state whether it heads a row or a column"},
                            element.page, "a table's head does not say what it heads");
        if (element.type == "Note" && (element.id.empty() || !notes.insert(element.id).second))
            list.about_page({Code::note_id, Severity::error, "give each note an ID of its own"}, element.page,
                            "a note has no name, or that of another one");
    }
}

void check_page(PageFacts const& page, std::size_t index, FindingList& list) {
    if (page.paint.untagged)
        list.about_page({Code::content_untagged, Severity::error, "tag it, or mark it as an artifact"}, index,
                        fmt::format("{} stands outside of every tag", page.paint.untagged->what));
    if (page.link_without_contents > 0 || page.link_without_parent > 0)
        list.about_page({Code::link_contents, Severity::error, "tag the link and say what it leads to"}, index,
                        "a link is not tagged, or does not say what it leads to");
    if (page.links > 0 && !page.tab_order)
        list.about_page({Code::tab_order, Severity::error, "let the page's tab order follow its structure"}, index,
                        "its links are not reached in reading order");
}

} // namespace

void check_tags(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    if (!facts.structure.tree || !facts.structure.marked) {
        list.about_file({Code::tags_missing, Severity::error, "write it with its structure"},
                        "it is not tagged: a screen reader cannot find its order");
    } else {
        check_elements(facts.structure, list);
    }
    for (std::size_t page = 0; page < facts.pages.size(); ++page) check_page(facts.pages[page], page, list);
    if (facts.language.empty() || facts.language == "und")
        list.about_file({Code::language_missing, Severity::error, "state `language` in publication.toml"},
                        "it does not say in which language it is");
    auto const title = facts.info.find("/Title");
    if (!facts.shows_title || title == facts.info.end() || title->second.empty())
        list.about_file({Code::title_hidden, Severity::error, "state the title, and DisplayDocTitle"},
                        "its window will show the file's name instead of its title");
    if (!facts.outline && !subject.pages.outline.empty())
        list.about_file({Code::outline_missing, Severity::error, "write the outline of its articles"},
                        "it has no outline to find articles by");
}

} // namespace quoin::preflight
