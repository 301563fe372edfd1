#include "manuscript/apply_instructions.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace quoin::manuscript {

using namespace model;

namespace {

// Where a block stands: its article and its place in the body.
struct Found {
    std::size_t entry = 0;
    std::size_t first = 0, last = 0;
};

class Applier {
  public:
    Applier(Imported& imported, SourceMap const& sources)
        : document_(imported.document), imported_(imported), sources_(sources) {}

    /// False when no block begins in the lines, or the action means nothing here.
    bool apply(PlacedInstruction const& instruction) {
        if (instruction.action == Action::confirm || instruction.action == Action::keep) return true;
        auto const found = find(instruction.first, instruction.last);
        if (!found) return false;
        auto& article = std::get<Article>(document_.entries[found->entry].kind);
        switch (instruction.action) {
        case Action::heading: return turn_into_heading(article, *found);
        case Action::not_heading: return turn_into_paragraph(article, *found);
        case Action::insert: return turn_into_insert(article, *found);
        case Action::subtitle: return lift(article, *found, article.subtitle);
        case Action::byline: return lift_byline(article, *found);
        case Action::title: return begin_article(*found);
        case Action::drop: return drop(article, *found);
        case Action::language: return set_language(article, *found, instruction.value);
        default: return false;
        }
    }

  private:
    [[nodiscard]] bool begins_in(Block const& block, int first, int last) const {
        int const line = static_cast<int>(sources_.locate(block.span).line);
        return block.span.file == imported_.view && line >= first && line <= last;
    }

    std::optional<Found> find(int first, int last) const {
        for (std::size_t entry = 0; entry < document_.entries.size(); ++entry) {
            auto const* const article = std::get_if<Article>(&document_.entries[entry].kind);
            if (article == nullptr) continue;
            std::optional<Found> found;
            for (std::size_t at = 0; at < article->body.size(); ++at) {
                if (!begins_in(article->body[at], first, last)) continue;
                if (!found) found = Found{entry, at, at};
                found->last = at;
            }
            if (found) return found;
        }
        return std::nullopt;
    }

    static bool turn_into_heading(Article& article, Found const& at) {
        auto* const paragraph = std::get_if<Paragraph>(&article.body[at.first].kind);
        if (paragraph == nullptr) return false;
        article.body[at.first].kind = Heading{2, std::move(paragraph->content), {}, {}};
        return true;
    }

    static bool turn_into_paragraph(Article& article, Found const& at) {
        auto* const heading = std::get_if<Heading>(&article.body[at.first].kind);
        if (heading == nullptr) return false;
        article.body[at.first].kind = Paragraph{std::move(heading->content), {}};
        return true;
    }

    static Blocks take(Article& article, Found const& at) {
        auto const begin = article.body.begin() + static_cast<std::ptrdiff_t>(at.first);
        auto const end = article.body.begin() + static_cast<std::ptrdiff_t>(at.last + 1);
        Blocks taken(std::make_move_iterator(begin), std::make_move_iterator(end));
        article.body.erase(begin, end);
        return taken;
    }

    static bool turn_into_insert(Article& article, Found const& at) {
        Span const span = article.body[at.first].span;
        Insert insert;
        insert.content = take(article, at);
        article.body.insert(article.body.begin() + static_cast<std::ptrdiff_t>(at.first),
                            Block{std::move(insert), span, 0});
        return true;
    }

    static Inlines* words_of(Block& block) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.kind)) return &paragraph->content;
        if (auto* heading = std::get_if<Heading>(&block.kind)) return &heading->content;
        return nullptr;
    }

    static bool lift(Article& article, Found const& at, Inlines& to) {
        Inlines* const content = words_of(article.body[at.first]);
        if (content == nullptr || !to.empty()) return false;
        to = std::move(*content);
        article.body.erase(article.body.begin() + static_cast<std::ptrdiff_t>(at.first));
        return true;
    }

    static bool lift_byline(Article& article, Found const& at) {
        Inlines words;
        if (!article.byline.empty() || !lift(article, at, words)) return false;
        article.byline = plain_text(words);
        return true;
    }

    bool begin_article(Found const& at) {
        auto& before = std::get<Article>(document_.entries[at.entry].kind);
        Inlines* const content = words_of(before.body[at.first]);
        if (content == nullptr) return false;
        Article made;
        made.language = before.language;
        made.title = std::move(*content);
        Found const rest{at.entry, at.first, before.body.size() - 1};
        Span const span = before.body[at.first].span;
        made.body = take(before, rest);
        made.body.erase(made.body.begin());
        document_.entries.insert(document_.entries.begin() + static_cast<std::ptrdiff_t>(at.entry + 1),
                                 Entry{std::move(made), span, 0});
        return true;
    }

    bool drop(Article& article, Found const& at) {
        for (std::size_t each = at.first; each <= at.last; ++each) {
            Inlines const* const content = words_of(article.body[each]);
            if (content == nullptr) return false;
            imported_.dropped.push_back({"by decision", article.body[each].span, plain_text(*content)});
        }
        take(article, at);
        return true;
    }

    static bool set_language(Article& article, Found const& at, std::string const& language) {
        if (language.empty()) return false;
        Span const span = article.body[at.first].span;
        Division division;
        division.language = language;
        division.content = take(article, at);
        article.body.insert(article.body.begin() + static_cast<std::ptrdiff_t>(at.first),
                            Block{std::move(division), span, 0});
        return true;
    }

    Document& document_;
    Imported& imported_;
    SourceMap const& sources_;
};

} // namespace

void apply(std::vector<PlacedInstruction> const& instructions, Imported& imported, SourceMap const& sources,
           Diagnostics& diagnostics, Span decisions_file) {
    Applier applier(imported, sources);
    for (PlacedInstruction const& each : instructions)
        if (!applier.apply(each))
            diagnostics.error(quoin::Code::decision_unplaced, decisions_file,
                              fmt::format("the decision about line {} of \"{}\" fits nothing there", each.first,
                                          sources.path(imported.view)),
                              {"manuscripts know: heading, not-heading, insert, title, subtitle, byline, drop, "
                               "language, confirm"});
}

void confirm(std::vector<PlacedInstruction> const& instructions, std::vector<Decision>& decisions,
             SourceMap const& sources) {
    for (Decision& decision : decisions)
        for (PlacedInstruction const& each : instructions) {
            auto const is_about = [&](Span span) {
                int const line = static_cast<int>(sources.locate(span).line);
                return span.file != FileId::none && (line == each.first || line == each.last);
            };
            if (is_about(decision.left) || is_about(decision.right)) decision.confirmed = true;
        }
}

} // namespace quoin::manuscript
