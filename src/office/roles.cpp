#include "office/roles.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace quoin::office {

namespace {

struct NamedRole {
    std::string_view name; // folded
    Role role;
};

// As the style map writes them.
constexpr std::array words = {
    NamedRole{"title", Role::title},       NamedRole{"subtitle", Role::subtitle},
    NamedRole{"byline", Role::byline},     NamedRole{"author", Role::author},
    NamedRole{"date", Role::date},         NamedRole{"quote", Role::quote},
    NamedRole{"verse", Role::verse},       NamedRole{"insert", Role::insert},
    NamedRole{"note", Role::note},         NamedRole{"caption", Role::caption},
    NamedRole{"abstract", Role::abstract}, NamedRole{"attribution", Role::attribution},
    NamedRole{"drop", Role::drop},         NamedRole{"paragraph", Role::paragraph},
    NamedRole{"code", Role::code},
};

// Names of the styles that Word and LibreOffice bring along, and of those that converters write. English, German, French,
// Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Russian, Ukrainian, Turkish, Chinese, Japanese.
constexpr std::array style_names = {
    NamedRole{"title", Role::title},
    NamedRole{"titel", Role::title},
    NamedRole{"titre", Role::title},
    NamedRole{"titreprincipal", Role::title},
    NamedRole{"título", Role::title},
    NamedRole{"titolo", Role::title},
    NamedRole{"rubrik", Role::title},
    NamedRole{"tytuł", Role::title},
    NamedRole{"название", Role::title},
    NamedRole{"заголовок", Role::title},
    NamedRole{"назва", Role::title},
    NamedRole{"konubaşlığı", Role::title},
    NamedRole{"标题", Role::title},
    NamedRole{"表題", Role::title},
    NamedRole{"subtitle", Role::subtitle},
    NamedRole{"untertitel", Role::subtitle},
    NamedRole{"sous-titre", Role::subtitle},
    NamedRole{"soustitre", Role::subtitle},
    NamedRole{"subtítulo", Role::subtitle},
    NamedRole{"sottotitolo", Role::subtitle},
    NamedRole{"ondertitel", Role::subtitle},
    NamedRole{"underrubrik", Role::subtitle},
    NamedRole{"podtytuł", Role::subtitle},
    NamedRole{"подзаголовок", Role::subtitle},
    NamedRole{"підзаголовок", Role::subtitle},
    NamedRole{"altyazı", Role::subtitle},
    NamedRole{"副标题", Role::subtitle},
    NamedRole{"副題", Role::subtitle},
    NamedRole{"byline", Role::byline},
    NamedRole{"author", Role::author},
    NamedRole{"authors", Role::author},
    NamedRole{"autor", Role::author},
    NamedRole{"auteur", Role::author},
    NamedRole{"autore", Role::author},
    NamedRole{"verfasser", Role::author},
    NamedRole{"автор", Role::author},
    NamedRole{"date", Role::date},
    NamedRole{"datum", Role::date},
    NamedRole{"fecha", Role::date},
    NamedRole{"data", Role::date},
    NamedRole{"дата", Role::date},
    NamedRole{"quote", Role::quote},
    NamedRole{"intensequote", Role::quote},
    NamedRole{"blocktext", Role::quote},
    NamedRole{"blockquote", Role::quote},
    NamedRole{"blockquotation", Role::quote},
    NamedRole{"quotation", Role::quote},
    NamedRole{"quotations", Role::quote},
    NamedRole{"zitat", Role::quote},
    NamedRole{"intensiveszitat", Role::quote},
    NamedRole{"citation", Role::quote},
    NamedRole{"citationintense", Role::quote},
    NamedRole{"cita", Role::quote},
    NamedRole{"citadestacada", Role::quote},
    NamedRole{"citação", Role::quote},
    NamedRole{"citazione", Role::quote},
    NamedRole{"citazioneintensa", Role::quote},
    NamedRole{"citaat", Role::quote},
    NamedRole{"duidelijkcitaat", Role::quote},
    NamedRole{"citat", Role::quote},
    NamedRole{"starktcitat", Role::quote},
    NamedRole{"cytat", Role::quote},
    NamedRole{"цитата", Role::quote},
    NamedRole{"цитата2", Role::quote},
    NamedRole{"выделеннаяцитата", Role::quote},
    NamedRole{"alıntı", Role::quote},
    NamedRole{"引用", Role::quote},
    NamedRole{"引用文", Role::quote},
    NamedRole{"verse", Role::verse},
    NamedRole{"poem", Role::verse},
    NamedRole{"poetry", Role::verse},
    NamedRole{"vers", Role::verse},
    NamedRole{"gedicht", Role::verse},
    NamedRole{"poème", Role::verse},
    NamedRole{"poema", Role::verse},
    NamedRole{"verso", Role::verse},
    NamedRole{"poesia", Role::verse},
    NamedRole{"стихи", Role::verse},
    NamedRole{"caption", Role::caption},
    NamedRole{"imagecaption", Role::caption},
    NamedRole{"tablecaption", Role::caption},
    NamedRole{"figure", Role::caption},
    NamedRole{"illustration", Role::caption},
    NamedRole{"table", Role::caption},
    NamedRole{"beschriftung", Role::caption},
    NamedRole{"bildunterschrift", Role::caption},
    NamedRole{"légende", Role::caption},
    NamedRole{"epígrafe", Role::caption},
    NamedRole{"descripción", Role::caption},
    NamedRole{"legenda", Role::caption},
    NamedRole{"didascalia", Role::caption},
    NamedRole{"bijschrift", Role::caption},
    NamedRole{"beskrivning", Role::caption},
    NamedRole{"podpis", Role::caption},
    NamedRole{"названиеобъекта", Role::caption},
    NamedRole{"назваоб'єкта", Role::caption},
    NamedRole{"resimyazısı", Role::caption},
    NamedRole{"题注", Role::caption},
    NamedRole{"図表番号", Role::caption},
    NamedRole{"abstract", Role::abstract},
    NamedRole{"standfirst", Role::abstract},
    NamedRole{"zusammenfassung", Role::abstract},
    NamedRole{"vorspann", Role::abstract},
    NamedRole{"résumé", Role::abstract},
    NamedRole{"resumen", Role::abstract},
    NamedRole{"аннотация", Role::abstract},
    NamedRole{"quoteattribution", Role::attribution},
    NamedRole{"attribution", Role::attribution},
    NamedRole{"definitionterm", Role::term},
    NamedRole{"listheading", Role::term},
    NamedRole{"definition", Role::meaning},
    NamedRole{"definitiondefinition", Role::meaning},
    NamedRole{"definitionlist", Role::meaning},
    NamedRole{"listcontents", Role::meaning},
    NamedRole{"htmlpreformatted", Role::code},
    NamedRole{"preformattedtext", Role::code},
    NamedRole{"sourcecode", Role::code},
    NamedRole{"tocheading", Role::contents},
    NamedRole{"contentsheading", Role::contents},
    NamedRole{"tableoffigures", Role::contents},
    NamedRole{"tableofauthorities", Role::contents},
    NamedRole{"header", Role::drop},
    NamedRole{"footer", Role::drop},
};

// With the level behind: "heading 3".
constexpr std::string_view heading_names[] = {
    "heading",    "überschrift", "titre",  "título", "titolo", "kop",  "rubrik", "nagłówek", "заголовок",
    "overskrift", "otsikko",     "nadpis", "címsor", "başlık", "标题", "見出し", "titlu",    "encabezado",
};
constexpr std::string_view contents_names[] = {
    "toc", "contents", "verzeichnis", "tdm", "tm", "sommario", "tdc", "inhopg", "оглавление", "目录",
};

constexpr std::string_view plain_names[] = {
    "normal",
    "standard",
    "default",
    "defaultparagraphfont",
    "bodytext",
    "bodytext2",
    "bodytext3",
    "textbody",
    "bodytextindent",
    "bodytextfirstindent",
    "firstlineindent",
    "firstparagraph",
    "compact",
    "listparagraph",
    "list",
    "list2",
    "list3",
    "listbullet",
    "listnumber",
    "listcontinue",
    "footnotetext",
    "endnotetext",
    "footnote",
    "endnote",
    "normal(web)",
    "normalweb",
    "nospacing",
    "plaintext",
    "framecontents",
    "tablecontents",
    "tableheading",
    "commenttext",
    "textkörper",
    "standardabsatz",
    "annotationtext",
    "bibliography",
};

/// Lower case of Latin and Cyrillic letters, without spaces, hyphens and underscores.
std::string folded(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size();) {
        char32_t letter = next_character(name, at);
        if (letter == ' ' || letter == '_' || letter == 0xA0 || letter == '-') continue;
        bool const latin = (letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
        if (latin || (letter >= 0x410 && letter <= 0x42F)) letter += 0x20;
        append_utf8(result, letter);
    }
    return result;
}

std::optional<int> level_behind(std::string_view name, std::string_view start) {
    if (!name.starts_with(start) || name.size() != start.size() + 1) return {};
    char const digit = name.back();
    if (digit < '1' || digit > '9') return {};
    return digit - '0';
}

} // namespace

std::optional<StyleRole> role_named(std::string_view word) {
    std::string const name = folded(word);
    if (auto const level = level_behind(name, "heading"); level && *level <= 6) return StyleRole{Role::heading, *level};
    auto const found =
        std::find_if(words.begin(), words.end(), [&](NamedRole const& each) { return each.name == name; });
    if (found == words.end()) return {};
    return StyleRole{found->role, 0};
}

std::optional<StyleRole> role_of_style(std::string_view style) {
    std::string const name = folded(style);
    for (std::string_view const each : heading_names) {
        if (auto const level = level_behind(name, each)) return StyleRole{Role::heading, *level};
    }
    for (std::string_view const each : contents_names) {
        if (level_behind(name, each)) return StyleRole{Role::contents, 0};
    }
    auto const found =
        std::find_if(style_names.begin(), style_names.end(), [&](NamedRole const& each) { return each.name == name; });
    if (found == style_names.end()) return {};
    return StyleRole{found->role, 0};
}

bool is_plain_style(std::string_view style) {
    std::string const name = folded(style);
    std::string_view bare = name;
    while (!bare.empty() && bare.back() >= '0' && bare.back() <= '9') bare.remove_suffix(1);
    return std::any_of(std::begin(plain_names), std::end(plain_names),
                       [&](std::string_view each) { return each == name || each == bare; });
}

} // namespace quoin::office
