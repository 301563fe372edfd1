// The index: the terms that the text marks, put in the order of the publication's language, under its letters.

#include "model/walk.hpp"
#include "transform/passes.hpp"
#include "transform/prepare.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/uchar.h>

namespace quoin::transform {

using namespace model;

namespace {

std::string word_for_index(Language const& language) {
    static std::map<std::string, char const*> const words{
        {"en", "Index"},     {"es", "Índice analítico"}, {"de", "Register"},
        {"fr", "Index"},     {"it", "Indice analitico"}, {"pt", "Índice remissivo"},
        {"nl", "Register"},  {"sv", "Register"},         {"da", "Register"},
        {"no", "Register"},  {"nb", "Register"},         {"nn", "Register"},
        {"fi", "Hakemisto"}, {"pl", "Indeks"},           {"cs", "Rejstřík"},
        {"sk", "Register"},  {"hu", "Mutató"},           {"ro", "Indice"},
        {"tr", "Dizin"},     {"ca", "Índex analític"},   {"el", "Ευρετήριο"},
        {"ru", "Указатель"}, {"uk", "Покажчик"},         {"be", "Паказальнік"},
        {"bg", "Показалец"}, {"sr", "Регистар"},         {"hr", "Kazalo"},
        {"sl", "Kazalo"},
    };
    auto const found = words.find(language.substr(0, language.find('-')));
    return found == words.end() ? "Index" : found->second;
}

/// What an index says besides its terms: before references, and behind a letter that goes on on the next page.
struct IndexWords {
    char const* see;
    char const* see_also;
    char const* continued;
};

IndexWords const& words_of_index(Language const& language) {
    static std::map<std::string, IndexWords> const words{
        {"en", {"see", "see also", "continued"}},
        {"es", {"véase", "véase también", "continuación"}},
        {"de", {"siehe", "siehe auch", "Fortsetzung"}},
        {"fr", {"voir", "voir aussi", "suite"}},
        {"it", {"vedi", "vedi anche", "segue"}},
        {"pt", {"ver", "ver também", "continuação"}},
        {"nl", {"zie", "zie ook", "vervolg"}},
        {"sv", {"se", "se även", "fortsättning"}},
        {"da", {"se", "se også", "fortsat"}},
        {"no", {"se", "se også", "fortsatt"}},
        {"nb", {"se", "se også", "fortsatt"}},
        {"nn", {"sjå", "sjå òg", "framhald"}},
        {"pl", {"zob.", "zob. też", "ciąg dalszy"}},
        {"cs", {"viz", "viz též", "pokračování"}},
        {"sk", {"pozri", "pozri aj", "pokračovanie"}},
        {"ca", {"vegeu", "vegeu també", "continuació"}},
        {"ro", {"vezi", "vezi și", "continuare"}},
        {"el", {"βλ.", "βλ. επίσης", "συνέχεια"}},
        {"ru", {"см.", "см. также", "продолжение"}},
        {"uk", {"див.", "див. також", "продовження"}},
        {"be", {"гл.", "гл. таксама", "працяг"}},
        {"bg", {"вж.", "вж. също", "продължение"}},
        {"sr", {"в.", "в. и", "наставак"}},
    };
    auto const found = words.find(language.substr(0, language.find('-')));
    return found == words.end() ? words.at("en") : found->second;
}

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

/// "type!mould" as its steps; those without words do not count.
std::vector<std::string> steps_of(std::string_view entry) {
    std::vector<std::string> steps;
    for (std::size_t at = 0; at <= entry.size();) {
        std::size_t const end = std::min(entry.find('!', at), entry.size());
        if (std::string step = trimmed(entry.substr(at, end - at)); !step.empty()) steps.push_back(std::move(step));
        at = end + 1;
    }
    return steps;
}

std::string with_small_first(std::string const& word) {
    std::size_t at = 0;
    char32_t const first = word.empty() ? U'\0' : next_character(word, at);
    std::string small;
    append_utf8(small, static_cast<char32_t>(u_tolower(static_cast<UChar32>(first))));
    return small + word.substr(at);
}

struct Mention {
    std::vector<std::string> steps;
    AnchorId place{};
    bool named = false;                     // by the author's `entry`, not by the words of the text
    std::vector<std::string> see, see_also; // it sends the reader there, and is no place itself
    Span span;

    [[nodiscard]] bool is_reference() const { return !see.empty() || !see_also.empty(); }
};

/// "matrix; punch" as its entries.
std::vector<std::string> references_of(std::string const& written, Language const& language) {
    std::string const text = typographic(written, language);
    std::vector<std::string> references;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find(';', at), text.size());
        if (std::string one = trimmed(std::string_view(text).substr(at, end - at)); !one.empty())
            references.push_back(std::move(one));
        at = end + 1;
    }
    return references;
}

std::vector<Mention> mentions_in(Document& document) {
    std::vector<Mention> mentions;
    visit_texts(document, [&](Inlines& row, Language const& language) {
        visit_inlines(row, [&](Inline& piece) {
            auto const* term = std::get_if<IndexTerm>(&piece.kind);
            if (term == nullptr || !term->indexed) return;
            Mention mention;
            std::string const words = trimmed(plain_text(without_marks(term->content)));
            std::string const entry = trimmed(typographic(term->entry, language));
            mention.named = !entry.empty() && entry != words;
            mention.place = term->anchor;
            mention.see = references_of(term->see, language);
            mention.see_also = references_of(term->see_also, language);
            mention.span = piece.span;
            if (mention.named) {
                mention.steps = steps_of(entry);
            } else if (!words.empty()) {
                mention.steps = {words};
            }
            if (!mention.steps.empty()) mentions.push_back(std::move(mention));
        });
    });
    // Anchors are numbered in reading order, with an article's notes behind its text.
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](Mention const& a, Mention const& b) { return a.place < b.place; });
    return mentions;
}

/// A term that begins a sentence has a capital; when the same word stands elsewhere with a small letter, that is the entry.
void join_capitals(std::vector<Mention>& mentions) {
    std::set<std::string> known;
    for (Mention const& mention : mentions) known.insert(mention.steps.front());
    for (Mention& mention : mentions) {
        if (mention.named) continue;
        std::string small = with_small_first(mention.steps.front());
        if (known.count(small) != 0) mention.steps.front() = std::move(small);
    }
}

struct Node {
    std::vector<AnchorId> places;
    std::map<std::string, Node> below;
    std::set<std::string> see, see_also;
};

Node tree_of(std::vector<Mention> const& mentions) {
    Node root;
    for (Mention const& mention : mentions) {
        Node* node = &root;
        for (std::string const& step : mention.steps) node = &node->below[step];
        if (!mention.is_reference()) node->places.push_back(mention.place);
        node->see.insert(mention.see.begin(), mention.see.end());
        node->see_also.insert(mention.see_also.begin(), mention.see_also.end());
    }
    return root;
}

bool has_entry(Node const& root, std::string const& reference) {
    Node const* node = &root;
    for (std::string const& step : steps_of(reference)) {
        auto const found = node->below.find(step);
        if (found == node->below.end()) return false;
        node = &found->second;
    }
    return node != &root;
}

void check_references(std::vector<Mention> const& mentions, Node const& root, Diagnostics& diagnostics) {
    for (Mention const& mention : mentions) {
        for (auto const* row : {&mention.see, &mention.see_also}) {
            for (std::string const& reference : *row) {
                if (has_entry(root, reference)) continue;
                diagnostics.warning(
                    quoin::Code::index_see_unknown, mention.span,
                    fmt::format("the index sends readers to \"{}\", which is none of its entries", reference),
                    {"write it as the entry is written, with ! before a sub-entry"});
            }
        }
    }
}

/// What a term is sorted by: quotation marks and other signs before its first letter or figure do not count.
std::string sorting_text(std::string const& term) {
    for (std::size_t at = 0; at < term.size();) {
        std::size_t behind = at;
        if (u_isalnum(static_cast<UChar32>(next_character(term, behind)))) return term.substr(at);
        at = behind;
    }
    return term;
}

/// The order of a language. Without ICU's rules for it, which are there for every language, terms stand by code points.
class Order {
  public:
    explicit Order(Language const& language) {
        UErrorCode status = U_ZERO_ERROR;
        icu::Locale const locale(language.c_str());
        collator_.reset(icu::Collator::createInstance(locale, status));
        if (U_FAILURE(status) != 0) collator_.reset();
        status = U_ZERO_ERROR;
        icu::AlphabeticIndex letters(locale, status);
        // Latin names stand under their letters in every language's index.
        letters.addLabels(icu::Locale::getEnglish(), status);
        letters_.reset(letters.buildImmutableIndex(status));
        if (U_FAILURE(status) != 0) letters_.reset();
    }

    [[nodiscard]] bool before(std::string const& a, std::string const& b) const {
        UErrorCode status = U_ZERO_ERROR;
        auto const result =
            collator_ == nullptr ? UCOL_EQUAL : collator_->compareUTF8(sorting_text(a), sorting_text(b), status);
        return result == UCOL_EQUAL ? a < b : result == UCOL_LESS;
    }

    /// The heading that a term stands below; empty for figures, signs and letters of further scripts.
    [[nodiscard]] std::string letter(std::string const& term) const {
        if (letters_ == nullptr) return {};
        UErrorCode status = U_ZERO_ERROR;
        auto const number = letters_->getBucketIndex(icu::UnicodeString::fromUTF8(sorting_text(term)), status);
        auto const* bucket = letters_->getBucket(number);
        std::string label;
        if (bucket != nullptr && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) bucket->getLabel().toUTF8String(label);
        return label;
    }

  private:
    std::unique_ptr<icu::Collator> collator_;
    std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters_;
};

/// "type!mould" as readers look it up: "type, mould".
std::string printed(std::string const& reference) {
    std::string text;
    for (std::string const& step : steps_of(reference)) text += (text.empty() ? "" : ", ") + step;
    return text;
}

std::vector<IndexEntry> sorted_entries(Node const& node, Order const& order) {
    std::vector<IndexEntry> entries;
    auto const sorted = [&](std::set<std::string> const& references) {
        std::vector<std::string> row;
        for (std::string const& reference : references) row.push_back(printed(reference));
        std::stable_sort(row.begin(), row.end(), [&](auto const& a, auto const& b) { return order.before(a, b); });
        return row;
    };
    for (auto const& [term, below] : node.below)
        entries.push_back(
            {term, below.places, sorted_entries(below, order), sorted(below.see), sorted(below.see_also)});
    std::sort(entries.begin(), entries.end(),
              [&](IndexEntry const& a, IndexEntry const& b) { return order.before(a.term, b.term); });
    return entries;
}

} // namespace

bool wants_index(Document const& document, style::Index const& style) {
    if (style.show == "never") return false;
    return style.show == "always" || document.metadata.kind == PublicationKind::book;
}

void build_index(Document& document, style::Index const& style, Diagnostics& diagnostics) {
    if (!wants_index(document, style)) return;
    std::vector<Mention> mentions = mentions_in(document);
    if (mentions.empty()) return;
    join_capitals(mentions);
    Index& index = document.index;
    Language const& language = document.metadata.language;
    index.title = style.title.empty() ? word_for_index(language) : style.title;
    IndexWords const& words = words_of_index(language);
    index.see = words.see;
    index.see_also = words.see_also;
    index.continued = words.continued;
    Order const order(language);
    Node const tree = tree_of(mentions);
    check_references(mentions, tree, diagnostics);
    for (IndexEntry& entry : sorted_entries(tree, order)) {
        std::string letter = order.letter(entry.term);
        if (index.groups.empty() || index.groups.back().letter != letter)
            index.groups.push_back({std::move(letter), {}});
        index.groups.back().entries.push_back(std::move(entry));
    }
}

} // namespace quoin::transform
