#include "writer/write_sources.hpp"

#include <fmt/format.h>
#include <memory>
#include <set>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace quoin::writer {

using namespace model;

namespace {

constexpr std::size_t longest_stem = 48;

/// "Секретные переговоры" → "sekretnye-peregovory".
class Folder {
  public:
    Folder() {
        UErrorCode status = U_ZERO_ERROR;
        latin_.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }

    [[nodiscard]] std::string stem(std::string const& text) const {
        icu::UnicodeString folded = icu::UnicodeString::fromUTF8(text);
        if (latin_) latin_->transliterate(folded);
        std::string plain, result;
        folded.toUTF8String(plain);
        for (char const letter : plain) {
            bool const fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (fits) {
                result += letter;
            } else if (letter != '\'' && !result.empty() && result.back() != '-') {
                result += '-';
            }
        }
        if (result.size() > longest_stem) {
            std::size_t const word = result.rfind('-', longest_stem);
            result.resize(word == std::string::npos || word == 0 ? longest_stem : word);
        }
        while (result.ends_with('-')) result.pop_back();
        return result;
    }

  private:
    std::unique_ptr<icu::Transliterator> latin_;
};

std::string unique(std::string const& stem, std::set<std::string>& taken) {
    std::string name = stem;
    for (int count = 2; !taken.insert(name).second; ++count) name = fmt::format("{}-{}", stem, count);
    return name;
}

class Namer {
  public:
    Namer(Folder const& folder, Document& document) : folder_(folder), document_(document) {
        for (Entry const& entry : document.entries) {
            if (auto const* const article = std::get_if<Article>(&entry.kind)) {
                if (!article->path.empty()) taken_.insert(article->name);
                ++articles_;
            } else if (auto const* const insert = std::get_if<Insert>(&entry.kind)) {
                if (!insert->name.empty()) taken_.insert(insert->name);
            }
        }
    }

    void name() {
        int number = 0;
        for (Entry& entry : document_.entries) {
            if (auto* const article = std::get_if<Article>(&entry.kind)) {
                ++number;
                if (article->path.empty()) name_article(*article, number);
            } else if (auto* const insert = std::get_if<Insert>(&entry.kind)) {
                if (!insert->name.empty()) continue;
                std::string const stem = folder_.stem(plain_text(insert->title));
                insert->name = unique(stem.empty() ? "insert" : stem, taken_);
            }
        }
    }

  private:
    void name_article(Article& article, int number) {
        std::string const words = folder_.stem(plain_text(article.title));
        std::string const digits = articles_ > 99 ? fmt::format("{:03}", number) : fmt::format("{:02}", number);
        article.name = unique(words.empty() ? digits : digits + '-' + words, taken_);
        Metadata const& metadata = document_.metadata;
        std::string const in = metadata.is_edition                      ? metadata.language
                               : metadata.kind == PublicationKind::book ? "chapters"
                                                                        : "articles";
        article.path = fmt::format("{}/{}.md", in, article.name);
    }

    Folder const& folder_;
    Document& document_;
    std::set<std::string> taken_;
    int articles_ = 0;
};

} // namespace

void name_files(Publication& publication) {
    Folder const folder;
    for (Document& document : publication.editions) Namer(folder, document).name();
}

} // namespace quoin::writer
