#include "lint/text_row.hpp"

#include "base/utf8.hpp"
#include "model/walk.hpp"

#include <unicode/uchar.h>

namespace quoin::lint {

using namespace model;

namespace {

class RowMaker {
  public:
    explicit RowMaker(Language language) { row_.language = std::move(language); }

    TextRow take() { return std::move(row_); }

    void all(Inlines const& content) {
        for (Inline const& piece : content) one(piece);
    }

  private:
    void add(char32_t letter, Span span, std::size_t offset) {
        if (row_.file == FileId::none) row_.file = span.file;
        row_.text += letter;
        row_.bytes.push_back(span.begin + static_cast<std::uint32_t>(offset));
    }

    void words(std::string const& text, Span span) {
        bool const exact = span.end - span.begin == text.size();
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const begin = at;
            char32_t const letter = next_character(text, at);
            add(letter, span, exact ? begin : 0);
        }
    }

    void raised(Inlines const& content, Span span) {
        std::string const text = plain_text(content);
        std::u32string letters;
        for (std::size_t at = 0; at < text.size();) letters += next_character(text, at);
        row_.raised.emplace_back(row_.text.size(), std::move(letters));
        add(object, span, 0);
    }

    void one(Inline const& piece) {
        Span const span = piece.span;
        match(
            piece.kind, [&](Text const& it) { words(it.text, span); }, [&](Emphasis const& it) { all(it.content); },
            [&](Strong const& it) { all(it.content); }, [&](Strikethrough const& it) { all(it.content); },
            [&](SmallCaps const& it) { all(it.content); }, [&](Superscript const& it) { raised(it.content, span); },
            [&](Subscript const&) { add(object, span, 0); }, [&](model::Code const&) { add(object, span, 0); },
            [&](LanguageSpan const& it) { all(it.content); },
            [&](Link const& it) {
                if (it.bare) {
                    add(object, span, 0);
                } else {
                    all(it.content);
                }
            },
            [&](CrossReference const& it) {
                if (it.content.empty()) {
                    add(object, span, 0);
                } else {
                    all(it.content);
                }
            },
            [&](NoteReference const&) { row_.calls.push_back(row_.text.size()); },
            [&](InlinePicture const&) { add(object, span, 0); }, [&](IndexTerm const& it) { all(it.content); },
            [](InlineAnchor const&) {}, [&](LineBreak const&) { add(U'\n', span, 0); });
    }

    TextRow row_;
};

class SectionMaker {
  public:
    explicit SectionMaker(Document const& document) : copy_(document), document_(document) {}

    std::vector<Section> all() {
        for (std::size_t at = 0; at < copy_.entries.size(); ++at) entry(copy_.entries[at], document_.entries[at]);
        section({});
        for (Note& note : copy_.notes) texts(note.content, language_of_note(note));
        section({});
        for (Blocks* blocks : {&copy_.imprint, &copy_.back, &copy_.inside_front, &copy_.inside_back, &copy_.flaps})
            texts(*blocks, copy_.metadata.language);
        std::erase_if(sections_, [](Section const& each) { return each.rows.empty() && each.article == nullptr; });
        return std::move(sections_);
    }

  private:
    void section(Span place) {
        sections_.emplace_back();
        sections_.back().place = place;
    }

    void row(Inlines const& content, Language const& language) {
        RowMaker maker(language);
        maker.all(content);
        TextRow made = maker.take();
        if (!made.text.empty() || !made.calls.empty()) sections_.back().rows.push_back(std::move(made));
    }

    void texts(Blocks& blocks, Language const& language) {
        visit_texts(blocks, language, [&](Inlines& content, Language const& inner) { row(content, inner); });
    }

    /// A note has the language of the article that it is called from; before `transform` the file tells it.
    [[nodiscard]] Language language_of_note(Note const& note) const {
        for (auto const& [file, language] : files_) {
            if (file == note.span.file) return language;
        }
        return document_.metadata.language;
    }

    void entry(Entry& copy, Entry const& original) {
        section(original.span);
        Language const& main = document_.metadata.language;
        match(
            copy.kind,
            [&](Article& it) {
                sections_.back().article = &std::get<Article>(original.kind);
                Language const& language = it.language.empty() ? main : it.language;
                row(it.title, language);
                row(it.subtitle, language);
                texts(it.abstract, language);
                texts(it.body, language);
                if (!sections_.back().rows.empty()) files_.emplace_back(sections_.back().rows.back().file, language);
            },
            [&](Insert& it) {
                Language const& language = it.language.empty() ? main : it.language;
                row(it.title, language);
                texts(it.content, language);
            },
            [&](PartTitle& it) { row(it.title, main); });
    }

    Document copy_; // the ways through a document are for those who change it
    Document const& document_;
    std::vector<Section> sections_;
    std::vector<std::pair<FileId, Language>> files_;
};

bool is_mark(char32_t letter) {
    auto const type = u_charType(static_cast<UChar32>(letter));
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

} // namespace

Span TextRow::span(std::size_t begin, std::size_t end) const {
    if (bytes.empty()) return {};
    begin = std::min(begin, bytes.size() - 1);
    std::uint32_t const first = bytes[begin];
    std::uint32_t const last = end > begin && end - 1 < bytes.size() ? bytes[end - 1] + 1 : first;
    return {file, first, std::max(first, last)};
}

std::vector<Section> sections_of(Document const& document) { return SectionMaker(document).all(); }

bool is_letter(char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; }
bool is_lower(char32_t letter) { return u_islower(static_cast<UChar32>(letter)) != 0; }
bool is_upper(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }
bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }

std::u32string folded(std::u32string_view text) {
    std::u32string result;
    for (char32_t const letter : text)
        result += static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
    return result;
}

std::string to_utf8(std::u32string_view text) {
    std::string result;
    for (char32_t const letter : text) append_utf8(result, letter);
    return result;
}

std::string_view base_language(Language const& language) {
    return std::string_view(language).substr(0, language.find('-'));
}

std::vector<Word> words_of(TextRow const& row) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < row.text.size();) {
        if (!is_letter(row.text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        auto const belongs = [&](std::size_t index) {
            char32_t const letter = row.at(index);
            if (is_letter(letter) || is_mark(letter) || letter == 0xAD) return true;
            return (letter == U'\'' || letter == U'’') && is_letter(row.at(index + 1));
        };
        while (end < row.text.size() && belongs(end)) ++end;
        std::u32string word = folded(std::u32string_view(row.text).substr(at, end - at));
        std::erase(word, char32_t{0xAD});
        words.push_back({at, end, std::move(word)});
        at = end;
    }
    return words;
}

Vocabulary vocabulary_of(std::vector<Section> const& sections) {
    Vocabulary vocabulary;
    for (Section const& section : sections) {
        for (TextRow const& row : section.rows) {
            for (Word& word : words_of(row)) ++vocabulary[std::move(word.folded)];
        }
    }
    return vocabulary;
}

std::size_t count_of(Vocabulary const& vocabulary, std::u32string const& word) {
    auto const found = vocabulary.find(word);
    return found == vocabulary.end() ? 0 : found->second;
}

} // namespace quoin::lint
