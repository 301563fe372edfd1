// The document as units (title page, contents, each article with the inserts behind it, …): planned one after the other,
// their paragraphs broken in parallel. Later rounds plan again only the units that tell page numbers.

#include "layout/compose.hpp"
#include "layout/compose_article.hpp"
#include "layout/compose_context.hpp"
#include "layout/contents_page.hpp"
#include "layout/front_matter.hpp"
#include "layout/imprint.hpp"
#include "layout/index_page.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace quoin::layout {

namespace {

enum class UnitKind { half_title, title_page, copyright_page, contents, entries, book_notes, index, imprint };

struct Unit {
    UnitKind kind = UnitKind::entries;
    std::size_t first_entry = 0, last_entry = 0;
    bool front = false;
    std::string running_part;
    // filled when it is composed:
    TableFill start;
    std::size_t first_galley = 0, galley_count = 0;
    bool tells_page_numbers = false;
    Diagnostics diagnostics;
    std::vector<model::NoteId> end_notes; // for the end of the book
    std::vector<page::OutlineEntry> outline;
    bool lacks_imprint = false; // contents: the imprint goes to the end
};

bool is_insert(model::Entry const& entry) { return std::holds_alternative<model::Insert>(entry.kind); }
bool is_part(model::Entry const& entry) { return std::holds_alternative<model::PartTitle>(entry.kind); }

/// What stands before the first normal chapter of a book has roman folios.
std::size_t front_matter_end(model::Document const& document) {
    std::size_t at = 0;
    for (; at < document.entries.size(); ++at) {
        auto const* article = std::get_if<model::Article>(&document.entries[at].kind);
        if (article == nullptr) break;
        bool const front = article->role == model::Role::dedication || article->role == model::Role::epigraph ||
                           article->role == model::Role::foreword || article->role == model::Role::preface;
        if (!front) break;
    }
    return at;
}

Unit unit_of(UnitKind kind) {
    Unit unit;
    unit.kind = kind;
    return unit;
}

void add_entries(Request const& request, std::vector<Unit>& units) {
    model::Document const& document = request.document;
    std::size_t const front_end = front_matter_end(document);
    std::string part;
    for (std::size_t at = 0; at < document.entries.size();) {
        Unit unit;
        unit.first_entry = at;
        if (is_part(document.entries[at]))
            part = model::plain_text(std::get<model::PartTitle>(document.entries[at].kind).title);
        unit.running_part = part;
        unit.front = request.layout.print.matter.roman_front && at < front_end;
        ++at;
        while (at < document.entries.size() && is_insert(document.entries[at])) ++at;
        unit.last_entry = at;
        units.push_back(std::move(unit));
    }
}

std::vector<Unit> plan_units(Request const& request) {
    style::Print const& print = request.layout.print;
    std::vector<Unit> units;
    if (print.matter.half_title) units.push_back(unit_of(UnitKind::half_title));
    if (print.matter.title_page) units.push_back(unit_of(UnitKind::title_page));
    if (print.matter.copyright_page) units.push_back(unit_of(UnitKind::copyright_page));
    bool const has_contents = prints_contents(print, request.document);
    std::size_t const contents_at = units.size();
    add_entries(request, units);
    if (has_contents)
        units.insert(units.begin() + static_cast<std::ptrdiff_t>(contents_at), unit_of(UnitKind::contents));
    if (print.notes.place == style::NotePlace::book) units.push_back(unit_of(UnitKind::book_notes));
    if (!request.document.index.groups.empty()) units.push_back(unit_of(UnitKind::index));
    units.push_back(unit_of(UnitKind::imprint)); // made when no page before has it
    return units;
}

struct PlannedUnit {
    std::vector<Galley> galleys;
    std::vector<BreakTask> tasks;
};

void keep(ComposedEntry made, PlannedUnit& plan, Unit& unit) {
    std::move(made.outline.begin(), made.outline.end(), std::back_inserter(unit.outline));
    plan.galleys.push_back(std::move(made.galley));
}

void plan_entries(Context& context, Unit& unit, PlannedUnit& plan) {
    for (std::size_t at = unit.first_entry; at < unit.last_entry; ++at) {
        model::Entry const& entry = context.document.entries[at];
        auto const number = static_cast<std::uint32_t>(at);
        ArticlePlace const place{number, unit.first_galley + plan.galleys.size(), unit.front, unit.running_part};
        model::match(
            entry.kind,
            [&](model::Article const& article) { keep(compose_article(context, article, place), plan, unit); },
            [&](model::Insert const& insert) {
                if (plan.galleys.empty()) {
                    keep(compose_insert_galley(context, insert, place, entry.serial, entry.span), plan, unit);
                } else {
                    attach_insert(context, insert, entry.serial, entry.span, plan.galleys.back());
                }
            },
            [&](model::PartTitle const& part) {
                plan.galleys.push_back(part_title(context, part, number));
                std::string const anchor = context.anchor_name(part.anchor);
                if (!anchor.empty()) unit.outline.push_back({0, model::plain_text(part.title), anchor});
            });
    }
}

PlannedUnit plan_unit(Context& context, Unit& unit) {
    PlannedUnit plan;
    switch (unit.kind) {
    case UnitKind::half_title: plan.galleys.push_back(half_title(context)); break;
    case UnitKind::title_page: plan.galleys.push_back(title_page(context)); break;
    case UnitKind::copyright_page: plan.galleys.push_back(copyright_page(context)); break;
    case UnitKind::contents: {
        ComposedEntry made = compose_contents_galley(context);
        unit.lacks_imprint = made.lacks_imprint;
        keep(std::move(made), plan, unit);
        break;
    }
    case UnitKind::entries: plan_entries(context, unit, plan); break;
    case UnitKind::book_notes:
        if (!context.end_notes.empty()) keep(compose_book_notes(context, unit.first_galley), plan, unit);
        break;
    case UnitKind::index: keep(compose_index(context, unit.first_galley), plan, unit); break;
    case UnitKind::imprint: {
        bool const wanted = unit.lacks_imprint || imprint_place(context.print, context.document) == "last";
        if (!wanted) break;
        ComposedEntry made = compose_last_imprint(context);
        if (!made.galley.floats.empty()) keep(std::move(made), plan, unit);
        break;
    }
    }
    plan.tasks = std::move(context.tasks);
    return plan;
}

/// The place that a task's paragraph goes to.
template <typename Made>
auto& target(Made& made, BreakTask const& task) {
    if (task.of_note) return made.notes[task.holder].paragraphs[task.index];
    return std::get<FlowParagraph>(made.galleys[task.holder].elements[task.index].kind);
}

/// What was found while breaking paragraphs: few have any.
using ParagraphFindings = std::map<text::Paragraph const*, Diagnostics>;

bool is_same(text::Paragraph const& set, BreakTask const& task) {
    return set.text().text == task.text.text && set.shape().measure == task.shape.measure &&
           set.shape().short_lines == task.shape.short_lines && set.shape().short_by == task.shape.short_by;
}

struct PendingTask {
    BreakTask task;
    std::size_t unit = 0;
};

using SetParagraphs = std::vector<std::shared_ptr<text::Paragraph const>>;

/// The paragraphs of the round before whose text is still the same; nothing for the others.
SetParagraphs unchanged(std::vector<PendingTask> const& tasks, Composition const* before) {
    SetParagraphs same(tasks.size());
    for (std::size_t i = 0; before != nullptr && i < tasks.size(); ++i) {
        auto const& set = target(*before, tasks[i].task).text;
        if (set && is_same(*set, tasks[i].task)) same[i] = set;
    }
    return same;
}

} // namespace

struct ComposerCache::State {
    bool filled = false;
    Composition composition;
    std::vector<Unit> units;
    LoadedImages images;
    ParagraphFindings findings;
};

ComposerCache::ComposerCache() : state_(std::make_unique<State>()) {}
ComposerCache::~ComposerCache() = default;

namespace {

/// Breaks what has no result yet, in parallel, and gives every paragraph to its place.
void break_all(Request const& request, std::vector<PendingTask>& tasks, SetParagraphs results,
               ComposerCache::State& state, Composition& made, Pool& pool) {
    std::vector<Diagnostics> found(tasks.size());
    std::vector<bool> is_new(tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) is_new[i] = results[i] == nullptr;
    pool.for_each(tasks.size(), [&](std::size_t i) {
        if (results[i]) return;
        BreakTask& task = tasks[i].task;
        results[i] = std::make_shared<text::Paragraph const>(text::break_paragraph(
            std::move(task.text), task.shape, request.layout.print.lines, request.fonts, found[i]));
    });
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        auto const* set = results[i].get();
        if (is_new[i]) state.findings.erase(set); // of a paragraph that stood at this address in an earlier round
        if (!found[i].all().empty()) state.findings[set] = std::move(found[i]);
        if (auto const known = state.findings.find(set); known != state.findings.end())
            state.units[tasks[i].unit].diagnostics.append(known->second);
        target(made, tasks[i].task).text = std::move(results[i]);
    }
}

class Round {
  public:
    Round(Request const& request, PageNumbers const& known, ComposerCache::State& cache, Composition& made)
        : request_(request), known_(known), cache_(cache), made_(made) {}

    void compose_all() {
        cache_.units = plan_units(request_);
        TableFill fill;
        std::vector<model::NoteId> book_notes;
        bool lacks_imprint = false;
        for (std::size_t i = 0; i < cache_.units.size(); ++i) {
            Unit& unit = cache_.units[i];
            unit.start = fill;
            unit.first_galley = made_.galleys.size();
            if (unit.kind == UnitKind::book_notes) unit.end_notes = book_notes;
            if (unit.kind == UnitKind::imprint) unit.lacks_imprint = lacks_imprint;
            PlannedUnit plan = compose(unit, i);
            fill = fill_after_;
            lacks_imprint = lacks_imprint || unit.lacks_imprint;
            unit.galley_count = plan.galleys.size();
            std::move(plan.galleys.begin(), plan.galleys.end(), std::back_inserter(made_.galleys));
            if (unit.kind != UnitKind::book_notes)
                book_notes.insert(book_notes.end(), unit.end_notes.begin(), unit.end_notes.end());
        }
    }

    void compose_dependent() {
        for (std::size_t i = 0; i < cache_.units.size(); ++i) {
            Unit& unit = cache_.units[i];
            if (!unit.tells_page_numbers) continue;
            PlannedUnit plan = compose(unit, i);
            for (std::size_t g = 0; g < plan.galleys.size() && g < unit.galley_count; ++g)
                made_.galleys[unit.first_galley + g] = std::move(plan.galleys[g]);
        }
    }

    std::vector<PendingTask> tasks;

  private:
    Request const& request_;
    PageNumbers const& known_;
    ComposerCache::State& cache_;
    Composition& made_;
    TableFill fill_after_;

    PlannedUnit compose(Unit& unit, std::size_t number) {
        Context context(request_, known_, made_, cache_.images, unit.start);
        if (unit.kind == UnitKind::book_notes) context.end_notes = unit.end_notes;
        unit.outline.clear();
        PlannedUnit plan = plan_unit(context, unit);
        if (unit.kind != UnitKind::book_notes) unit.end_notes = context.end_notes;
        unit.tells_page_numbers = context.tells_page_numbers;
        unit.diagnostics = context.diagnostics;
        fill_after_ = context.fill;
        for (BreakTask& task : plan.tasks) tasks.push_back({std::move(task), number});
        return plan;
    }
};

void collect(ComposerCache::State const& cache, Composition& made) {
    made.outline.clear();
    made.diagnostics = {};
    made.tells_page_numbers = false;
    for (Unit const& unit : cache.units) {
        made.outline.insert(made.outline.end(), unit.outline.begin(), unit.outline.end());
        made.diagnostics.append(unit.diagnostics);
        made.tells_page_numbers = made.tells_page_numbers || unit.tells_page_numbers;
    }
}

} // namespace

Composition compose_document(Request const& request, PageNumbers const& known, ComposerCache& cache, Pool& pool) {
    ComposerCache::State& state = cache.state();
    Composition made;
    if (state.filled) {
        made = state.composition;
    } else {
        made.links.emplace_back();
        made.inks = inks_of(request.layout);
        made.tags.nodes.front().language = request.document.metadata.language;
        made.notes.resize(request.document.notes.size());
    }
    Round round(request, known, state, made);
    if (state.filled) {
        round.compose_dependent();
    } else {
        round.compose_all();
    }
    SetParagraphs same = unchanged(round.tasks, state.filled ? &state.composition : nullptr);
    break_all(request, round.tasks, std::move(same), state, made, pool);
    collect(state, made);
    state.composition = made;
    state.filled = true;
    return made;
}

} // namespace quoin::layout
