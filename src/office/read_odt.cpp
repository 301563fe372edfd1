// OpenDocument text: the front door. View first, then the model, so that the proof compares two walks.

#include "manuscript/identify_language.hpp"
#include "model/walk.hpp"
#include "office/odt_meta.hpp"
#include "office/odt_reader.hpp"
#include "office/read_office.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quoin::office {

namespace {

using manuscript::DecisionCode;

constexpr double sure = 0.95;
constexpr double uncertain = 0.7;
/// Where the text tells its language with so much confidence, marks that say another one are those of a template.
constexpr double enough_to_correct = 0.9;
constexpr std::size_t sample_size = 20'000;

void weigh(pugi::xml_node node, OdtLook const& look, OdtStyles& styles, OdtView const& view,
           std::map<model::Language, std::size_t>& weights) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) {
            std::string_view const words = view.words(child);
            if (!words.empty()) weights[look.language.value_or("")] += words.size();
            continue;
        }
        std::string_view const name = name_of(child);
        if (name == "text:tracked-changes" || name == "office:annotation" || is_generated_index(child)) continue;
        if (name == "text:p" || name == "text:h") {
            weigh(child, styles.paragraph(view_of(child, "text:style-name")).look, styles, view, weights);
        } else if (name == "text:span") {
            OdtLook inner = look;
            inner.lay_over(styles.text(view_of(child, "text:style-name")).look);
            weigh(child, inner, styles, view, weights);
        } else {
            weigh(child, look, styles, view, weights);
        }
    }
}

/// The language that most of the text is marked with.
model::Language tagged_language(OdtFiles const& files, OdtStyles& styles, OdtView const& view) {
    std::map<model::Language, std::size_t> weights;
    weigh(files.text, {}, styles, view, weights);
    auto const most = std::max_element(weights.begin(), weights.end(),
                                       [](auto const& left, auto const& right) { return left.second < right.second; });
    return most == weights.end() || most->first.empty() ? styles.language() : most->first;
}

std::string_view primary(model::Language const& language) {
    return std::string_view(language).substr(0, language.find('-'));
}

model::Language settle_language(model::Language const& tagged, manuscript::Options const& options, OdtView const& view,
                                manuscript::Imported& imported) {
    if (!options.language.empty()) return options.language;
    std::string_view sample(view.text());
    if (sample.size() > sample_size) sample = sample.substr(0, sample.rfind('\n', sample_size) + 1);
    auto const guess = manuscript::identify_language(sample);
    bool const differs = !guess.language.empty() && primary(guess.language) != primary(tagged);
    if (!differs || (!tagged.empty() && guess.confidence < enough_to_correct)) return tagged.empty() ? "en" : tagged;
    manuscript::Decision decision;
    decision.code = DecisionCode::language_guessed;
    decision.choice = fmt::format("the text is in \"{}\"", guess.language);
    decision.reason = tagged.empty() ? "the file does not say; the words do"
                                     : fmt::format("the file says \"{}\", but its words are not of it", tagged);
    decision.confidence = uncertain;
    decision.alternative = tagged.empty() ? "--language" : tagged;
    imported.decisions.push_back(std::move(decision));
    return guess.language;
}

std::string stem_of(std::string_view path) {
    std::string_view name = path.substr(path.rfind('/') + 1);
    std::size_t const dot = name.rfind('.');
    return std::string(name.substr(0, dot == 0 ? name.size() : dot));
}

// ---------------------------------------------------------------------------------------------------------------
// What stands outside the text, and what is told at the end

void drop_page_furniture(OdtContext& context) {
    pugi::xml_node const masters = context.files.part(context.files.styles, "office:master-styles");
    for (pugi::xml_node const page : masters.children("style:master-page")) {
        for (pugi::xml_node const part : page.children()) {
            bool const header = name_of(part).starts_with("style:header");
            if (context.view.all_words(part).find_first_not_of(" \n") == std::string::npos) continue;
            context.tell(
                DecisionCode::furniture_dropped, part, header ? "a page header is dropped" : "a page footer is dropped",
                fmt::format("\"{}\"; headers and footers are the layout's", context.view.all_words(part)), sure);
            context.drop(header ? "page header" : "page footer", part);
        }
    }
}

bool is_used(OdtContext const& context, pugi::xml_node node) {
    if (context.used.contains(node.hash_value())) return true;
    auto const children = node.children();
    return std::any_of(children.begin(), children.end(), [&](pugi::xml_node each) { return is_used(context, each); });
}

/// Words where the format has none, as in a broken file: they are listed, so that the editor can put them back.
void drop_unread(OdtContext& context, pugi::xml_node node) {
    for (pugi::xml_node const child : node.children()) {
        if (is_used(context, child)) {
            drop_unread(context, child);
            continue;
        }
        std::string const words =
            child.type() == pugi::node_element ? context.view.all_words(child) : std::string(context.view.words(child));
        if (words.find_first_not_of(" \n") == std::string::npos) continue;
        context.tell(DecisionCode::part_ignored, child, fmt::format("\"{}\" is left out", words),
                     fmt::format("it stands in \"{}\", where a text has no words", name_of(node)), 0.5,
                     "put it back by hand");
        context.drop("words without a place", child);
    }
}

void tell_styles(OdtContext& context) {
    for (auto const& [name, span] : context.strange_styles) {
        std::size_t const count = context.imported.unmapped_styles[name];
        manuscript::Decision decision;
        decision.code = DecisionCode::style_unmapped;
        decision.left = span;
        decision.choice = "body text";
        decision.reason = fmt::format("the style \"{}\" is used {} times, and nothing says what it means", name, count);
        decision.confidence = uncertain;
        decision.alternative = fmt::format("[styles] \"{}\" = \"quote\", \"heading2\", …", name);
        context.imported.decisions.push_back(std::move(decision));
    }
}

void tell_fields(OdtContext& context) {
    for (auto const& [name, entry] : context.fields) {
        // A page number of the manuscript is wrong in every edition; other fields say what they say.
        bool const page = name.find("page") != std::string::npos;
        manuscript::Decision decision;
        decision.code = DecisionCode::field_frozen;
        decision.left = entry.first;
        decision.choice = fmt::format("{} of \"{}\" stay as they stand", entry.second, name);
        decision.reason = "the word processor would change the words";
        decision.confidence = page ? uncertain : sure;
        context.imported.decisions.push_back(std::move(decision));
    }
}

void unlink(model::Inlines& text, std::set<std::string> const& places, manuscript::Imported& imported) {
    model::Inlines result;
    for (model::Inline& each : text) {
        if (model::Inlines* const inner = model::children(each)) unlink(*inner, places, imported);
        auto* const reference = std::get_if<model::CrossReference>(&each.kind);
        if (reference == nullptr || places.contains(reference->target)) {
            result.push_back(std::move(each));
            continue;
        }
        manuscript::Decision decision;
        decision.code = DecisionCode::link_dropped;
        decision.left = each.span;
        decision.choice = "its words stay";
        decision.reason = fmt::format("the place \"{}\" is not in the document", reference->target);
        decision.confidence = uncertain;
        imported.decisions.push_back(std::move(decision));
        model::Inlines inner = std::move(reference->content);
        std::move(inner.begin(), inner.end(), std::back_inserter(result));
    }
    text = std::move(result);
}

/// References whose place is not in the document would lead nowhere.
void unlink_lost_places(OdtContext& context) {
    auto& document = context.imported.document;
    std::set<std::string> places;
    auto const add = [&](std::string const& id) {
        if (!id.empty()) places.insert(id);
    };
    auto const gather = [&](model::Block& block) {
        if (auto const* heading = std::get_if<model::Heading>(&block.kind)) add(heading->id);
        if (auto const* table = std::get_if<model::Table>(&block.kind)) add(table->id);
        if (auto const* figure = std::get_if<model::Figure>(&block.kind)) add(figure->id);
    };
    for (model::Entry& entry : document.entries)
        if (auto* article = std::get_if<model::Article>(&entry.kind)) model::visit_blocks(article->body, gather);
    for (model::Note& note : document.notes) model::visit_blocks(note.content, gather);
    model::visit_texts(document, [&](model::Inlines& text, model::Language const&) {
        model::visit_inlines(text, [&](model::Inline& each) {
            if (auto const* anchor = std::get_if<model::InlineAnchor>(&each.kind)) add(anchor->id);
        });
    });
    model::visit_texts(document,
                       [&](model::Inlines& text, model::Language const&) { unlink(text, places, context.imported); });
}

} // namespace

Result<manuscript::Imported> read_odt(manuscript::Source const& source, manuscript::Options const& options,
                                      SourceMap& sources) {
    auto files = open_odt(source);
    if (!files) return tl::make_unexpected(files.error());
    OdtStyles styles(*files, options.styles);
    OdtView view(*files, styles, options.track_changes);
    manuscript::Imported imported;
    imported.view = sources.add(source.path, view.text());
    view.set_file(imported.view);
    imported.counts = view.counts();
    OdtAnchors const anchors(files->text);
    OdtChanges changes(files->text, options.track_changes);
    std::string const title = read_odt_metadata(*files, imported);
    model::Language const tagged = tagged_language(*files, styles, view);
    model::Language const language = settle_language(tagged, options, view, imported);
    imported.document.metadata.language = language;
    OdtContext context{*files, styles, view, anchors, changes, imported, tagged, language};
    Pieces pieces = OdtReader(context).read(files->text);
    drop_page_furniture(context);
    for (pugi::xml_node const deletion : changes.tell(view, imported)) context.drop("deleted text", deletion);
    drop_unread(context, files->text);
    tell_styles(context);
    tell_fields(context);
    make_articles(std::move(pieces), {title, stem_of(source.path)}, imported);
    unlink_lost_places(context);
    std::stable_sort(imported.decisions.begin(), imported.decisions.end(),
                     [](manuscript::Decision const& left, manuscript::Decision const& right) {
                         return left.left.begin < right.left.begin;
                     });
    return imported;
}

} // namespace quoin::office
