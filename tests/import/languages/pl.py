"""Polish for the made-up journals. {A} is neuter or an inanimate masculine, so that nominative and accusative are one."""

WORDS = {
    "months": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "months_alone": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "date": ["{d} {m} {y} r.", "{d} {m} {y}"],
    "month_date": "{m} {y}",
    "by": "{P}",
    "collective": ["Oświadczenie: {O}"],
    "notes": ["Przypisy"],
    "contents": ["Spis treści", "W numerze"],
    "page": "s. {n}",
    "number": "Numer {n}",
    "people": "Adam Wierzbowski|Bronisława Kątna|Cezary Mogilnicki|Danuta Żywiecka|Eustachy Przybora|Halina Świrska|"
              "Jadwiga Łęgowska|Kazimierz Zaręba|Ludwika Ostrowidzka|Zenon Grzymała",
    "places": "Stary Bór|Wola Rzeczna|Kamieniec Dolny|Zagórze|Brzeziny Małe|Lipowiec",
    "openers": """
Wiosną {Y} roku
Według sprawozdania z dnia {D}
Od ponad {N} lat
Nie wolno zapominać, że
Nie jest przypadkiem, że
""",
    "links": """
, a |, ale |; jednak |, ponieważ |, chociaż |, gdyż 
""",
    "clauses": """
{A} jest dziś najważniejszym tematem rozmów w całym powiecie
{P} pisze o tym w liście do redakcji i prosi o odpowiedź
nikt nie wie, jak będzie wyglądało {A} w następnym roku
komitet po raz trzeci nie ogłosił swoich danych
większość starszych członków pamięta jeszcze czasy sprzed {Y} roku
nie można zrozumieć tej sprawy bez tego, co się wtedy stało
prawie {N} osób podpisało petycję w ciągu jednego tygodnia
miejscowe gazety nie napisały o tym ani słowa
{P} i {P} pracują nad tym od jesieni {Y} roku
wrócimy do tego tematu w jednym z następnych numerów
nic podobnego nie zdarzyło się nigdzie indziej w tej okolicy
mała grupa spotykała się nadal w tylnej izbie gospody
koszty oceniono na więcej niż {N} tysięcy złotych
{A} zależy w dużej mierze od dobrej woli kilku osób
byłoby błędem sądzić, że to nikogo nie obchodzi
odpowiedź, którą wtedy otrzymaliśmy, nie była ani pełna, ani przekonująca
te różnice są wszystkim znane co najmniej od {Y} roku
pytanie postawiono na zebraniu jeszcze raz i znowu je odłożono
ci, którzy mieszkają w pobliżu, mają powody do obaw
pierwsze wyniki były tak zaskakujące, że trzeba je było sprawdzić dwa razy
{P} uważa, że wszystko da się załatwić przed końcem roku
w archiwum zachowało się ponad {N} listów z tego okresu
minęło prawie dziesięć lat, zanim znów zaczęto o tym mówić poważnie
obie strony mają powody, aby szukać wyjścia z tej sytuacji
uważna lektura źródeł prowadzi do zupełnie innego obrazu
""",
    "themes": {
        "literary": "nowe wydanie wierszy|milczenie dziennika|opowiadanie o dzieciństwie|tłumaczenie elegii|"
                    "zapomniane opowiadanie|pisanie listów|późne dzieło poety|czytanie na głos",
        "chess": "oddanie wieży za gońca|zakończenie wieżowe|otwarcie nowego klubu|mistrzostwo powiatu|zagadnienie słabego piona|"
                 "granie korespondencyjne|szkolenie młodzików",
    },
    "organisations": {
        "literary": "Koło Tłumaczy|Redakcja|Towarzystwo Literackie w Lipowcu",
        "chess": "Okręgowy Związek Szachowy|Klub Szachowy Zagórze|Komisja Sędziowska",
    },
    "titles": """
{A}: czego się nauczyliśmy?
Jeszcze raz: {A}
{A} po lecie {Y} roku
{A} – nowe spojrzenie
""",
    "subtitles": """
Uwagi o sporze, który zajmuje nas od {N} miesięcy
Odpowiedź na list do redakcji
Dlaczego te wydarzenia są ważne nie tylko dla mieszkańców, co napisali nam o nich czytelnicy w ponad {N} listach i jakie wnioski będzie musiało z nich wyciągnąć następne zebranie, jeżeli chce być traktowane poważnie
""",
    "headings": """
Wydarzenia {Y} roku
Co mówią liczby
Dwa zastrzeżenia
Co robić teraz
Otwarte pytania
Wnioski na przyszłość
""",
    "items": """
wolny dostęp do sali dla wszystkich członków
pełny spis źródeł
otwarta rozmowa z czytelnikami
ogłoszenie wszystkich rachunków od {Y} roku
stałe sprawozdanie w każdym numerze
""",
    "verse": """
Rzeka nie pamięta już deszczu,
koło młyna wciąż prosi o więcej;
ktoś latarnią na brzegu zamrugał
i policzył łodzie przy rzece.
""",
    "note": ["{P}, {A}, {L} {Y}, s. {n}", "Zob. {P}, sprawozdanie roczne, {D}", "{P}, list do redakcji, {D}"],
    "note_more": "Pisaliśmy o tym szerzej w numerze z dnia {D}, a {P} odpowiada na nasze uwagi w osobnym liście.",
    "ibid": "Tamże.",
    "quote_marks": "„ ”",
    "calls_for": "Domagamy się następujących kroków:",
    "such_as": "Sprawozdanie podaje trzy powody: 1. brak pieniędzy, 2. brak czasu oraz 3. brak dobrej woli.",
    "paren": "(zob. numer z dnia {D})",
    "compounds": "polsko-czeski|społeczno-kulturalny|północno-wschodni",
    "ad_label": ["Książki wydawnictwa {O}", "Nasze wydawnictwa"],
    "ad_sale": "{n} stron, format A5, {k} zł",
    "ad_order": "Zamówienia: zamowienia@{w}",
    "subscribe": ["Zamów prenumeratę!", "Cztery numery w roku za {n} zł. Prosimy pisać na adres redakcji.", "prenumerata@{w}"],
    "masthead": "{T} ukazuje się cztery razy w roku. Wydawca: {O}. Teksty prosimy przesyłać na adres redakcji; artykuły podpisane "
                "wyrażają poglądy autorów. Druk: {P}, {L}.",
    "cover_picture": "Na okładce: {L} (fot. {P})",
    "mixed": "List nosi tytuł *{X}* i nigdy nie doczekał się odpowiedzi.",
}
