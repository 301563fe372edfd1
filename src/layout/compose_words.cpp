#include "layout/compose_words.hpp"

#include <array>
#include <utility>

namespace quoin::layout {

namespace {

using Entry = std::pair<std::string_view, Words>;

constexpr std::array<Entry, 22> table{{
    {"en",
     {"page", "Contents", "Notes", "Note", "Website", "E-mail", "Telephone", "edition", "by", "Edited by",
      "Translated by", "Illustrated by"}},
    {"es",
     {"página", "Índice", "Notas", "Nota", "Sitio web", "Correo electrónico", "Teléfono", "edición", "de", "Edición de",
      "Traducción de", "Ilustraciones de"}},
    {"de",
     {"Seite", "Inhalt", "Anmerkungen", "Anmerkung", "Website", "E-Mail", "Telefon", "Auflage", "von",
      "Herausgegeben von", "Übersetzt von", "Illustriert von"}},
    {"fr",
     {"page", "Sommaire", "Notes", "Note", "Site", "Courriel", "Téléphone", "édition", "de", "Dirigé par",
      "Traduit par", "Illustré par"}},
    {"it",
     {"pagina", "Indice", "Note", "Nota", "Sito", "E-mail", "Telefono", "edizione", "di", "A cura di", "Traduzione di",
      "Illustrazioni di"}},
    {"pt",
     {"página", "Índice", "Notas", "Nota", "Site", "Correio eletrónico", "Telefone", "edição", "de", "Organização de",
      "Tradução de", "Ilustrações de"}},
    {"nl",
     {"pagina", "Inhoud", "Noten", "Noot", "Website", "E-mail", "Telefoon", "druk", "door", "Onder redactie van",
      "Vertaald door", "Geïllustreerd door"}},
    {"sv",
     {"sidan", "Innehåll", "Noter", "Not", "Webbplats", "E-post", "Telefon", "upplagan", "av", "Redaktör",
      "Översättning", "Illustrationer"}},
    {"da",
     {"side", "Indhold", "Noter", "Note", "Websted", "E-mail", "Telefon", "udgave", "af", "Redigeret af", "Oversat af",
      "Illustreret af"}},
    {"no",
     {"side", "Innhold", "Noter", "Note", "Nettsted", "E-post", "Telefon", "utgave", "av", "Redigert av", "Oversatt av",
      "Illustrert av"}},
    {"nb",
     {"side", "Innhold", "Noter", "Note", "Nettsted", "E-post", "Telefon", "utgave", "av", "Redigert av", "Oversatt av",
      "Illustrert av"}},
    {"ru",
     {"с.", "Содержание", "Примечания", "Примечание", "Сайт", "Эл. почта", "Телефон", "издание", "", "Редактор",
      "Перевод", "Иллюстрации"}},
    {"uk",
     {"с.", "Зміст", "Примітки", "Примітка", "Сайт", "Ел. пошта", "Телефон", "видання", "", "Редактор", "Переклад",
      "Ілюстрації"}},
    {"be",
     {"с.", "Змест", "Заўвагі", "Заўвага", "Сайт", "Эл. пошта", "Тэлефон", "выданне", "", "Рэдактар", "Пераклад",
      "Ілюстрацыі"}},
    {"bg",
     {"с.", "Съдържание", "Бележки", "Бележка", "Сайт", "Ел. поща", "Телефон", "издание", "", "Редактор", "Превод",
      "Илюстрации"}},
    {"sr",
     {"стр.", "Садржај", "Напомене", "Напомена", "Сајт", "Имејл", "Телефон", "издање", "", "Уредник", "Превод",
      "Илустрације"}},
    {"el",
     {"σ.", "Περιεχόμενα", "Σημειώσεις", "Σημείωση", "Ιστότοπος", "Email", "Τηλέφωνο", "έκδοση", "", "Επιμέλεια",
      "Μετάφραση", "Εικονογράφηση"}},
    {"pl",
     {"s.", "Spis treści", "Przypisy", "Przypis", "Strona", "E-mail", "Telefon", "wydanie", "", "Redakcja", "Przekład",
      "Ilustracje"}},
    {"cs",
     {"s.", "Obsah", "Poznámky", "Poznámka", "Web", "E-mail", "Telefon", "vydání", "", "Redakce", "Překlad",
      "Ilustrace"}},
    {"ro",
     {"pagina", "Cuprins", "Note", "Nota", "Site", "E-mail", "Telefon", "ediție", "de", "Îngrijit de", "Traducere de",
      "Ilustrații de"}},
    {"tr",
     {"sayfa", "İçindekiler", "Notlar", "Not", "Web sitesi", "E-posta", "Telefon", "baskı", "", "Editör", "Çeviri",
      "Resimler"}},
    {"ca",
     {"pàgina", "Índex", "Notes", "Nota", "Web", "Correu electrònic", "Telèfon", "edició", "de", "Edició de",
      "Traducció de", "Il·lustracions de"}},
}};

} // namespace

Words const& words_for(std::string_view language) {
    std::string_view const primary = language.substr(0, language.find('-'));
    for (Entry const& entry : table) {
        if (entry.first == primary) return entry.second;
    }
    return table.front().second;
}

} // namespace quoin::layout
