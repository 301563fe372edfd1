#include "model/quote_style.hpp"

#include <map>

namespace quoin::model {

QuoteStyle const& quote_style(Language const& language) {
    static QuoteStyle const english{{"“", "”"}, {"‘", "’"}};
    static QuoteStyle const low_high{{"„", "“"}, {"‚", "‘"}};
    static QuoteStyle const low_right{{"„", "”"}, {"‚", "’"}};
    static QuoteStyle const angled_low{{"«", "»"}, {"„", "“"}};
    static QuoteStyle const angled_high{{"«", "»"}, {"“", "”"}};
    static QuoteStyle const french{{"«\u202F", "\u202F»"}, {"“", "”"}};
    static QuoteStyle const right_right{{"”", "”"}, {"’", "’"}};
    static QuoteStyle const polish{{"„", "”"}, {"«", "»"}};
    static std::map<std::string, QuoteStyle const*> const table{
        {"de", &low_high},    {"cs", &low_high},    {"sk", &low_high},    {"sl", &low_high},    {"bg", &low_high},
        {"lt", &low_high},    {"is", &low_high},    {"et", &low_high},    {"ka", &low_high},    {"sr", &low_right},
        {"hr", &low_right},   {"nl", &english},     {"ro", &low_right},   {"hu", &low_right},   {"pl", &polish},
        {"ru", &angled_low},  {"uk", &angled_low},  {"be", &angled_low},  {"es", &angled_high}, {"it", &angled_high},
        {"pt", &angled_high}, {"ca", &angled_high}, {"el", &angled_high}, {"no", &angled_high}, {"nb", &angled_high},
        {"nn", &angled_high}, {"hy", &angled_high}, {"fr", &french},      {"sv", &right_right}, {"fi", &right_right},
        {"da", &angled_high}, {"gl", &angled_high}, {"eu", &angled_high},
    };
    auto const found = table.find(language.substr(0, language.find('-')));
    return found == table.end() ? english : *found->second;
}

} // namespace quoin::model
