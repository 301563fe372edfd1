#include "epub/survey.hpp"

#include <algorithm>

namespace quoin::epub {

using namespace model;

namespace {

std::size_t escaped_size(std::string const& text) {
    return text.size() + 4 * static_cast<std::size_t>(std::count_if(
                                 text.begin(), text.end(), [](char c) { return c == '&' || c == '<' || c == '>'; }));
}

// Bytes of markup around things; a little more than they take.
constexpr std::size_t for_block = 40, for_inline = 40, for_mark = 130, for_note = 260, for_figure = 400, for_cell = 40;

} // namespace

Survey::Survey(Document const& document)
    : document_(document), picture_seen_(document.assets.size()), note_counted_(document.notes.size()) {
    language(document.metadata.language);
}

class Survey::Walk {
  public:
    Walk(Survey& survey, BlockFacts& facts) : survey_(survey), facts_(facts) {}

    void block(Block const& block) {
        facts_.bytes += for_block;
        if (!survey_.in_note_) survey_.serials_.insert(block.serial);
        match(
            block.kind, [&](Paragraph const& it) { row(it.content); }, [&](Heading const& it) { row(it.content); },
            [&](Quote const& it) {
                blocks(it.content);
                row(it.attribution);
            },
            [&](List const& it) {
                for (ListItem const& item : it.items) blocks(item.content);
            },
            [&](DefinitionList const& it) {
                for (Definition const& item : it.items) {
                    row(item.term);
                    for (Blocks const& meaning : item.meanings) blocks(meaning);
                }
            },
            [&](Table const& it) { table(it); },
            [&](Figure const& it) {
                survey_.picture(it.asset);
                survey_.meaningful_ += it.decorative ? 0 : 1;
                survey_.undescribed_ += it.decorative || !it.alt.empty() ? 0 : 1;
                facts_.bytes += for_figure + it.alt.size() + it.credit.size();
                row(it.caption);
            },
            [&](Verse const& it) {
                for (Stanza const& stanza : it.stanzas)
                    for (VerseLine const& line : stanza) row(line.content);
            },
            [&](Insert const& it) {
                survey_.language(it.language);
                row(it.title);
                blocks(it.content);
            },
            [](Separator const&) {}, [&](CodeBlock const& it) { facts_.bytes += escaped_size(it.text); },
            [&](Division const& it) {
                survey_.language(it.language);
                blocks(it.content);
            });
    }

    void blocks(Blocks const& list) {
        for (Block const& each : list) block(each);
    }

    void row(Inlines const& inlines) {
        facts_.bytes += for_inline;
        for (Inline const& each : inlines) piece(each);
    }

  private:
    void table(Table const& it) {
        for (auto const* rows : {&it.head, &it.body})
            for (TableRow const& cells : *rows)
                for (TableCell const& cell : cells) {
                    facts_.bytes += for_cell;
                    row(cell.content);
                }
        row(it.caption);
    }

    void piece(Inline const& each) {
        facts_.bytes += for_inline;
        match(
            each.kind, [&](Text const& it) { facts_.bytes += escaped_size(it.text) - for_inline; },
            [&](model::Code const& it) { facts_.bytes += escaped_size(it.text); },
            [&](LanguageSpan const& it) { survey_.language(it.language); },
            [&](Link const& it) { facts_.bytes += it.address.size() * 3 / 2; },
            [&](NoteReference const& it) {
                facts_.marks.push_back(it);
                facts_.bytes += survey_.note_bytes(it);
            },
            [&](InlinePicture const& it) {
                survey_.picture(it.asset);
                survey_.meaningful_ += it.alt.empty() ? 0 : 1;
                facts_.bytes += for_figure + it.alt.size();
            },
            [&](CrossReference const& it) {
                if (it.content.empty() && it.resolved)
                    row(survey_.document_.anchors[static_cast<std::size_t>(it.anchor)].label);
            },
            [](Emphasis const&) {}, [](Strong const&) {}, [](Strikethrough const&) {}, [](SmallCaps const&) {},
            [](Superscript const&) {}, [](Subscript const&) {}, [](IndexTerm const&) {}, [](InlineAnchor const&) {},
            [](LineBreak const&) {});
        if (Inlines const* inside = children(each))
            for (Inline const& inner : *inside) piece(inner);
    }

    Survey& survey_;
    BlockFacts& facts_;
};

std::vector<BlockFacts> Survey::blocks(Blocks const& list) {
    std::vector<BlockFacts> result;
    result.reserve(list.size());
    for (Block const& block : list) {
        BlockFacts& facts = result.emplace_back();
        facts.serial = block.serial;
        if (auto const* heading = std::get_if<Heading>(&block.kind)) facts.heading = heading->level;
        Walk(*this, facts).block(block);
    }
    return result;
}

BlockFacts Survey::texts(std::initializer_list<Inlines const*> rows) {
    BlockFacts facts;
    for (Inlines const* inlines : rows) Walk(*this, facts).row(*inlines);
    return facts;
}

void Survey::language(Language const& language) {
    if (language.empty() || std::find(languages_.begin(), languages_.end(), language) != languages_.end()) return;
    languages_.push_back(language);
}

void Survey::picture(AssetId asset) {
    auto const index = static_cast<std::size_t>(asset);
    if (index >= picture_seen_.size() || picture_seen_[index]) return;
    picture_seen_[index] = true;
    pictures_.push_back(static_cast<std::uint32_t>(index));
}

std::size_t Survey::note_bytes(NoteReference const& mark) {
    auto const index = static_cast<std::size_t>(mark.note);
    if (in_note_ || note_counted_.at(index)) return for_mark;
    note_counted_[index] = true;
    BlockFacts facts;
    in_note_ = true;
    Walk(*this, facts).blocks(document_.notes[index].content);
    in_note_ = false;
    return for_mark + for_note + facts.bytes;
}

} // namespace quoin::epub
