#include "office/style_roles.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quoin::office {

namespace {

constexpr int deepest_heading = 9; // Word has nine levels, OpenDocument ten; a publication five

/// Names in small letters without spaces, as `squeezed` makes them.
constexpr std::array<std::string_view, 32> heading_words{
    "heading",    "überschrift", "titre",      "título",  "encabezado", "titolo",       "kop",          "nagłówek",
    "заголовок",  "rubrik",      "overskrift", "otsikko", "nadpis",     "címsor",       "başlık",       "επικεφαλίδα",
    "見出し",     "标题",        "標題",       "제목",    "naslov",     "títol",        "titlu",        "antraštė",
    "virsraksts", "pealkiri",    "заглавие",   "titular", "cabeçalho",  "intestazione", "ceannteideal", "izenburua"};

/// With a level behind, lines of tables of contents.
constexpr std::string_view contents_words[] = {"toc",      "contents", "verzeichnis", "tdm",        "tm",
                                               "sommario", "tdc",      "inhopg",      "оглавление", "目录"};
/// With or without a level behind, body text and items of lists: what they are their numbering tells.
constexpr std::string_view list_words[] = {"list", "listbullet", "listnumber", "listcontinue", "bodytext", "numbering"};

using NamedRole = std::pair<std::string_view, Role>;
constexpr NamedRole named_roles[] = {
    {"title", Role::title},
    {"titel", Role::title},
    {"título", Role::title},
    {"titre", Role::title},
    {"titolo", Role::title},
    {"tytuł", Role::title},
    {"название", Role::title},
    {"заголовок", Role::title},
    {"subtitle", Role::subtitle},
    {"untertitel", Role::subtitle},
    {"subtítulo", Role::subtitle},
    {"sous-titre", Role::subtitle},
    {"sottotitolo", Role::subtitle},
    {"ondertitel", Role::subtitle},
    {"podtytuł", Role::subtitle},
    {"подзаголовок", Role::subtitle},
    {"author", Role::byline},
    {"authors", Role::byline},
    {"byline", Role::byline},
    {"autor", Role::byline},
    {"auteur", Role::byline},
    {"autore", Role::byline},
    {"автор", Role::byline},
    {"quote", Role::quote},
    {"quotation", Role::quote},
    {"quotations", Role::quote},
    {"blockquote", Role::quote},
    {"blocktext", Role::quote},
    {"intensequote", Role::quote},
    {"zitat", Role::quote},
    {"intensiveszitat", Role::quote},
    {"citation", Role::quote},
    {"citationintense", Role::quote},
    {"cita", Role::quote},
    {"citadestacada", Role::quote},
    {"citação", Role::quote},
    {"citazione", Role::quote},
    {"citaat", Role::quote},
    {"cytat", Role::quote},
    {"цитата", Role::quote},
    {"attribution", Role::attribution},
    {"verse", Role::verse},
    {"poem", Role::verse},
    {"poetry", Role::verse},
    {"gedicht", Role::verse},
    {"abstract", Role::abstract},
    {"standfirst", Role::abstract},
    {"lead", Role::abstract},
    {"zusammenfassung", Role::abstract},
    {"résumé", Role::abstract},
    {"resumen", Role::abstract},
    {"caption", Role::caption},
    {"beschriftung", Role::caption},
    {"légende", Role::caption},
    {"leyenda", Role::caption},
    {"epígrafe", Role::caption},
    {"didascalia", Role::caption},
    {"legenda", Role::caption},
    {"bijschrift", Role::caption},
    {"illustration", Role::caption},
    {"figure", Role::caption},
    {"drawing", Role::caption},
    {"table", Role::caption},
    {"preformattedtext", Role::code},
    {"htmlpreformatted", Role::code},
    {"horizontalline", Role::separator},
    {"normal", Role::paragraph},
    {"standard", Role::paragraph},
    {"textbody", Role::paragraph},
    {"bodytext", Role::paragraph},
    {"default", Role::paragraph},
    {"firstlineindent", Role::paragraph},
    {"bodytextindent", Role::paragraph},
    {"textbodyindent", Role::paragraph},
    {"textbodysingle", Role::paragraph},
    {"listparagraph", Role::paragraph},
    {"normal(web)", Role::paragraph},
    {"tablecontents", Role::paragraph},
    {"tableheading", Role::paragraph},
    {"framecontents", Role::paragraph},
    {"footnote", Role::paragraph},
    {"endnote", Role::paragraph},
    {"footnotetext", Role::paragraph},
    {"endnotetext", Role::paragraph},
    {"header", Role::paragraph},
    {"footer", Role::paragraph},
    {"defaultparagraphstyle", Role::paragraph},
    {"emphasis", Role::emphasis},
    {"hervorhebung", Role::emphasis},
    {"strong", Role::strong},
    {"strongemphasis", Role::strong},
    {"sourcetext", Role::code},
    {"teletype", Role::code},
    {"htmlcode", Role::code},
    {"rubrik", Role::title},
    {"назва", Role::title},
    {"konubaşlığı", Role::title},
    {"标题", Role::title},
    {"表題", Role::title},
    {"underrubrik", Role::subtitle},
    {"підзаголовок", Role::subtitle},
    {"altyazı", Role::subtitle},
    {"副标题", Role::subtitle},
    {"副題", Role::subtitle},
    {"date", Role::byline},
    {"datum", Role::byline},
    {"fecha", Role::byline},
    {"data", Role::byline},
    {"дата", Role::byline},
    {"citat", Role::quote},
    {"starktcitat", Role::quote},
    {"duidelijkcitaat", Role::quote},
    {"citazioneintensa", Role::quote},
    {"выделеннаяцитата", Role::quote},
    {"alıntı", Role::quote},
    {"引用", Role::quote},
    {"引用文", Role::quote},
    {"bildunterschrift", Role::caption},
    {"imagecaption", Role::caption},
    {"tablecaption", Role::caption},
    {"beskrivning", Role::caption},
    {"названиеобъекта", Role::caption},
    {"题注", Role::caption},
    {"図表番号", Role::caption},
    {"vers", Role::verse},
    {"poema", Role::verse},
    {"стихи", Role::verse},
    {"vorspann", Role::abstract},
    {"аннотация", Role::abstract},
    {"definitionterm", Role::term},
    {"listheading", Role::term},
    {"definition", Role::meaning},
    {"definitionlist", Role::meaning},
    {"listcontents", Role::meaning},
    {"tocheading", Role::contents},
    {"contentsheading", Role::contents},
    {"tableoffigures", Role::contents},
    {"tableofauthorities", Role::contents},
    {"firstparagraph", Role::paragraph},
    {"compact", Role::paragraph},
    {"nospacing", Role::paragraph},
    {"plaintext", Role::paragraph},
    {"annotationtext", Role::paragraph},
    {"commenttext", Role::paragraph},
    {"bibliography", Role::paragraph},
    {"sourcecode", Role::code},
};

/// Small letters of Latin, Greek and Cyrillic without the spaces; "_" counts as one.
std::string squeezed(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size();) {
        char32_t letter = next_character(name, at);
        if (letter == U' ' || letter == U'_' || letter == 0xA0) continue;
        bool const basic = letter >= U'A' && letter <= U'Z';
        bool const latin = letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;
        bool const other = (letter >= 0x391 && letter <= 0x3A9) || (letter >= 0x410 && letter <= 0x42F);
        if (basic || latin || other) letter += 0x20;
        append_utf8(result, letter);
    }
    return result;
}

std::optional<int> level_behind(std::string_view name, std::string_view word) {
    if (!name.starts_with(word)) return std::nullopt;
    std::string_view const rest = name.substr(word.size());
    if (rest.size() != 1 || rest.front() < '1' || rest.front() > '0' + deepest_heading) return std::nullopt;
    return rest.front() - '0';
}

} // namespace

std::optional<StyleRole> parse_role(std::string_view written) {
    static constexpr NamedRole roles[] = {
        {"paragraph", Role::paragraph},
        {"title", Role::title},
        {"subtitle", Role::subtitle},
        {"byline", Role::byline},
        {"quote", Role::quote},
        {"attribution", Role::attribution},
        {"verse", Role::verse},
        {"insert", Role::insert},
        {"abstract", Role::abstract},
        {"note", Role::note},
        {"caption", Role::caption},
        {"code", Role::code},
        {"separator", Role::separator},
        {"drop", Role::drop},
        {"emphasis", Role::emphasis},
        {"strong", Role::strong},
        {"smallcaps", Role::small_capitals},
    };
    std::string const name = squeezed(written);
    if (auto const level = level_behind(name, "heading")) return StyleRole{Role::heading, *level};
    auto const* const found =
        std::find_if(std::begin(roles), std::end(roles), [&](NamedRole const& each) { return each.first == name; });
    if (found == std::end(roles)) return std::nullopt;
    return StyleRole{found->second, 0};
}

std::optional<StyleRole> role_of_name(std::string_view written) {
    std::string const name = squeezed(written);
    for (std::string_view const word : heading_words)
        if (auto const level = level_behind(name, word)) return StyleRole{Role::heading, *level};
    for (std::string_view const word : contents_words)
        if (level_behind(name, word)) return StyleRole{Role::contents, 0};
    for (std::string_view const word : list_words)
        if (name == word || level_behind(name, word)) return StyleRole{};
    auto const* const found = std::find_if(std::begin(named_roles), std::end(named_roles),
                                           [&](NamedRole const& each) { return each.first == name; });
    if (found == std::end(named_roles)) return std::nullopt;
    return StyleRole{found->second, 0};
}

} // namespace quoin::office
