"""Dutch for the made-up journals."""

WORDS = {
    "months": "januari februari maart april mei juni juli augustus september oktober november december",
    "date": ["{d} {m} {y}"],
    "month_date": "{m} {y}",
    "by": "Door {P}",
    "collective": ["Verklaring van {O}"],
    "notes": ["Noten", "Voetnoten"],
    "contents": ["Inhoud", "In dit nummer"],
    "page": "p. {n}",
    "number": "Nummer {n}",
    "people": "Aaltje Terwiel|Barend Hoogstra|Cornelia van Duyven|Dirk Oldenhof|Geesje Roelfsema|Hendrik Blankesteijn|"
              "Ida ten Broeke|Joris Wagenvoort|Klaas de Ruyver|Mechteld Zijlmans",
    "places": "Oosterwoude|Zandvliet|Hoogkapel|Middelhaven|Kerkwijk|Terneuze|Langebroek",
    "openers": """
Eén ding staat vast:
Men mag niet vergeten:
Uit {L} wordt gemeld:
""",
    "links": """
, en |, maar |; |, want | en 
""",
    "clauses": """
{A} is voor de mensen in {L} de belangrijkste vraag geworden
{P} heeft de hele zaak beschreven in een brief aan de redactie
over {A} bestaat onder de kenners nog altijd geen overeenstemming
het comité in {L} heeft voor de derde keer geweigerd de cijfers te publiceren
de meeste oudere leden weten nog goed hoe het vóór {Y} was
zonder een blik op wat er in {L} gebeurde is dit niet te begrijpen
bijna {N} mensen hebben het verzoek binnen één week ondertekend
de kranten in {L} hebben {A} met geen woord genoemd
{P} en {P} werken sinds het najaar van {Y} aan dit onderwerp
wij komen in een van de volgende nummers nog eens op {A} terug
iets dergelijks is nergens anders in de streek waargenomen
een kleine groep rond {P} bleef bijeenkomen in de achterkamer van een herberg
de kosten werden op meer dan {N} duizend gulden geschat
{A} hangt voor een groot deel af van de goede wil van enkele vrijwilligers
het zou verkeerd zijn om daaruit te besluiten dat dit niemand aangaat
het antwoord dat {P} toen gaf was niet volledig en niet overtuigend
deze verschillen zijn bij iedereen minstens sinds {Y} bekend
de vraag werd nog eens aan de vergadering voorgelegd en weer uitgesteld
wie in de buurt van {L} woont heeft alle reden om zich zorgen te maken
de eerste uitkomsten waren zo verrassend dat ze twee keer moesten worden nagekeken
{P} geloofde dat de zaak nog voor het einde van het jaar zou zijn geregeld
het archief in {L} bewaart meer dan {N} brieven uit die tijd
het duurde bijna tien jaar voordat men {A} weer ernstig nam
beide kanten hebben goede redenen om naar een uitweg te zoeken
wie de bronnen zorgvuldig leest krijgt een heel ander beeld
de jonge mensen die wij in {L} ontmoetten praten er met veel plezier over
""",
    "themes": {
        "birds": "de terugkeer van de wulp|de telling van de ganzen|het ringstation op het eiland|het rietland achter de dijk|"
                 "het broedseizoen|de trek in het najaar|de kolonie in het moeras|het weidevogelbeheer",
        "parish": "het herstel van de toren|het oogstfeest|het koor van de parochie|de oude pastorie|het kerkhof|"
                  "de inzameling met Kerstmis|het bezoek aan de zieken|het nieuwe orgel",
    },
    "organisations": {
        "birds": "de Vogelwerkgroep Oosterwoude|het Ringstation Zandvliet|de Telcommissie",
        "parish": "de Kerkenraad van Hoogkapel|de Vrienden van de Toren|het Parochiebestuur",
    },
    "titles": """
{A}: wat hebben wij geleerd?
{A} en de mensen in {L}
Nog eens over {A}
{A} na de zomer van {Y}
""",
    "subtitles": """
Opmerkingen bij een debat dat ons al {N} maanden bezighoudt
Met een antwoord aan {P}
Waarom de gebeurtenissen in {L} van belang zijn tot ver buiten de plaats waar ze zich hebben voorgedaan, wat onze lezers ons daarover in meer dan {N} brieven hebben geschreven en welke gevolgen de volgende vergadering daaraan zal moeten verbinden
""",
    "headings": """
De gebeurtenissen in {L}
Een terugblik op {Y}
Wat de cijfers zeggen
Twee bezwaren
Wat nu te doen staat
Open vragen
De lessen van {L}
""",
    "items": """
het vrije gebruik van de zaal in {L} voor alle leden
een volledige lijst van de bronnen
een open gesprek met {P}
de publicatie van alle rekeningen sinds {Y}
een regelmatig verslag in elk nummer
""",
    "verse": """
De rivier vergeet de regen weer,
het molenrad draait door en vraagt om meer;
een lantaarn gaat langs het natte pad
en iemand telt de boten bij de stad.
""",
    "note": ["{P}: {A}, {L} {Y}, p. {n}", "Zie daarover {P}, jaarverslag, {D}", "Brief aan {P}, {D}, archief in {L}"],
    "note_more": "Wij hebben hierover uitvoeriger geschreven in het nummer van {D}, en {P} heeft ons in een brief geantwoord.",
    "ibid": "Ibidem.",
    "quote_marks": "‘ ’",
    "calls_for": "Wij vragen om de volgende maatregelen:",
    "such_as": "Het verslag noemt drie redenen: 1. het gebrek aan geld, 2. het gebrek aan tijd en 3. het gebrek aan goede wil.",
    "paren": "(zie het nummer van {D})",
    "compounds": "noord-zuidlijn|zee-engte|oud-leerlingen|Vlaams-Nederlandse",
    "ad_label": ["Boeken van {O}", "Uitgaven van {O}"],
    "ad_sale": "{n} pagina's, formaat A5, € {k}",
    "ad_order": "Bestellen bij: bestellen@{w}",
    "subscribe": ["Neem een abonnement!", "Vier nummers per jaar voor € {n}. Schrijf naar het kantoor in {L}.", "abonnement@{w}"],
    "masthead": "{T} verschijnt vier keer per jaar en wordt uitgegeven door {O}. Bijdragen gaan naar de redactie in {L}; ondertekende "
                "artikelen geven de mening van de schrijvers weer. Druk: {P}, {L}.",
    "cover_picture": "Foto op het omslag: gezicht op {L} (foto: {P})",
    "mixed": "De brief draagt de titel *{X}* en werd nooit beantwoord.",
}
