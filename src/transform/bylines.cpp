#include "transform/passes.hpp"
#include "transform/prepare.hpp"

#include <array>
#include <fmt/format.h>
#include <map>

namespace quoin::transform {

using namespace model;

namespace {

// How a language writes "8 July 2023" and "By …". Months in the case that a date wants.
struct DateWords {
    std::array<char const*, 12> months;
    char const* day_month_year; // {0} day, {1} month, {2} year
    char const* month_year;
    char const* by;                             // before the authors' names
    char const* list_and;                       // between the last two
    std::array<char const*, 12> months_alone{}; // where "August 2023" takes another case; empty = months
    char const* first_day = "1";                // where the first of a month is an ordinal
};

DateWords const& words(Language const& language) {
    static DateWords const english{{"January", "February", "March", "April", "May", "June", "July", "August",
                                    "September", "October", "November", "December"},
                                   "{0} {1} {2}",
                                   "{1} {2}",
                                   "By ",
                                   " and "};
    static std::map<std::string, DateWords> const table{
        {"en", english},
        {"es",
         {{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"},
          "{0} de {1} de {2}",
          "{1} de {2}",
          "Por ",
          " y "}},
        {"fr",
         {{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"},
          "{0} {1} {2}",
          "{1} {2}",
          "Par ",
          " et ",
          {},
          "1er"}},
        {"de",
         {{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember"},
          "{0}. {1} {2}",
          "{1} {2}",
          "Von ",
          " und "}},
        {"it",
         {{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
           "novembre", "dicembre"},
          "{0} {1} {2}",
          "{1} {2}",
          "Di ",
          " e ",
          {},
          "1º"}},
        {"pt",
         {{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
           "novembro", "dezembro"},
          "{0} de {1} de {2}",
          "{1} de {2}",
          "Por ",
          " e ",
          {},
          "1.º"}},
        {"ru",
         {{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря"},
          "{0} {1} {2} г.",
          "{1} {2} г.",
          "",
          " и ",
          {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
           "декабрь"}}},
        {"uk",
         {{"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
           "листопада", "грудня"},
          "{0} {1} {2} р.",
          "{1} {2} р.",
          "",
          " і ",
          {"січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень",
           "листопад", "грудень"}}},
    };
    auto const found = table.find(language.substr(0, 2));
    return found == table.end() ? english : found->second;
}

std::string made_byline(Article const& article, Language const& language) {
    DateWords const& in = words(language);
    std::string line;
    for (std::size_t i = 0; i < article.authors.size(); ++i) {
        if (i > 0) line += i + 1 == article.authors.size() ? in.list_and : ", ";
        line += article.authors[i].name;
        if (!article.authors[i].affiliation.empty()) line += ", " + article.authors[i].affiliation;
    }
    if (!line.empty()) line = in.by + line;
    if (article.date) line += (line.empty() ? "" : ", ") + written_date(*article.date, language);
    return line;
}

} // namespace

std::string written_date(Date date, Language const& language) {
    DateWords const& in = words(language);
    if (date.month == 0) return fmt::format("{}", date.year);
    auto const month = static_cast<std::size_t>(date.month - 1);
    bool const alone = date.day == 0 && in.months_alone[month] != nullptr;
    std::string const day = date.day == 1 ? in.first_day : fmt::format("{}", date.day);
    return fmt::format(fmt::runtime(date.day == 0 ? in.month_year : in.day_month_year), day,
                       alone ? in.months_alone[month] : in.months[month], date.year);
}

void complete_bylines(Document& document) {
    for (Entry& entry : document.entries) {
        auto* article = std::get_if<Article>(&entry.kind);
        if (article == nullptr) continue;
        Language const& language = article->language.empty() ? document.metadata.language : article->language;
        if (article->byline.empty()) article->byline = made_byline(*article, language);
        article->byline = typographic(article->byline, language);
        if (article->running_title.empty()) article->running_title = plain_text(article->title);
        article->running_title = typographic(article->running_title, language);
    }
}

} // namespace quoin::transform
