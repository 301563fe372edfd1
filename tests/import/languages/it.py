"""Italian for the made-up journals."""

WORDS = {
    "months": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "date": ["{d} {m} {y}"],
    "month_date": "{m} {y}",
    "by": "Di {P}",
    "collective": ["Dichiarazione di {O}", "Comunicato di {O}"],
    "notes": ["Note"],
    "contents": ["Indice", "Sommario", "In questo numero"],
    "page": "p. {n}",
    "number": "Numero {n}",
    "people": "Adelmo Torrigiani|Beatrice Valsecchi|Corrado Montefusco|Delfina Squarcialupi|Ettore Bonaccorsi|Fiammetta Guidi|"
              "Gaspare Lo Verde|Ippolita Zanardini|Ludovico Ferrabosco|Ninfa Salvatierra",
    "places": "Castelrovo|Montefalcino|Borgo Lanza|Pietrachiara|Valdombra|Porto Sant'Elmo|Acquaviva Alta",
    "openers": """
Nella primavera del {Y}
Nella riunione di {L}
Secondo la relazione del {D},
Da più di {N} anni
Come {P} ha spesso osservato,
Non bisogna dimenticare che
Non è un caso che
""",
    "links": """
, e |, ma |; tuttavia | perché | mentre |, poiché 
""",
    "clauses": """
{A} è diventata la questione più importante per la gente di {L}
{P} ha raccontato tutta la vicenda in una lettera alla redazione
il comitato di {L} si è rifiutato per la terza volta di pubblicare le sue cifre
la maggior parte dei soci anziani ricorda bene come andavano le cose prima del {Y}
{A} non si può capire senza quello che è accaduto a {L}
quasi {N} persone hanno firmato la petizione in una sola settimana
i giornali di {L} non hanno detto una parola su tutto questo
{P} e {P} lavorano a questo tema dall'autunno del {Y}
torneremo su questo punto in uno dei prossimi numeri
nulla di simile è stato osservato altrove nella provincia
un piccolo gruppo intorno a {P} ha continuato a riunirsi nel retro di una locanda
le spese sono state stimate in più di {N} mila lire
{A} dipende in larga misura dalla buona volontà di pochi
sarebbe sbagliato concludere da ciò che la cosa non abbia interesse
la risposta che {P} diede allora non era né completa né convincente
queste differenze sono note a tutti almeno dal {Y}
la domanda è stata posta ancora una volta all'assemblea ed è stata di nuovo rinviata
quelli che abitano vicino a {L} hanno tutte le ragioni di preoccuparsi
i primi risultati erano così sorprendenti che fu necessario controllarli due volte
{P} credeva che tutto si sarebbe risolto prima della fine dell'anno
l'archivio di {L} conserva più di {N} lettere di quel periodo
ci vollero quasi dieci anni prima che se ne parlasse di nuovo sul serio
le due parti hanno buone ragioni per cercare una via d'uscita
una lettura attenta delle fonti porta a un quadro molto diverso
i giovani che abbiamo incontrato a {L} ne parlano con grande entusiasmo
""",
    "themes": {
        "law": "la prova documentale|la tutela dell'inquilino|la responsabilità del vettore|la riforma del processo|"
               "la sentenza della corte|la posizione del creditore|la buona fede nei contratti|la nullità della clausola",
        "birds": "la migrazione d'autunno|la conta degli uccelli acquatici|la colonia sull'isola|la stazione di inanellamento|"
                 "la stagione dei nidi|la palude dietro l'argine|la gru cenerina|la rinascita del canneto",
    },
    "organisations": {
        "law": "Istituto di pratica civile|il Gruppo di lavoro sul processo|Camera degli avvocati di Castelrovo",
        "birds": "la Stazione di Valdombra|il Comitato delle paludi|Osservatorio di Borgo Lanza",
    },
    "titles": """
{A}: che cosa abbiamo imparato?
{A} e la gente di {L}
Ancora una volta su {A}
{A} dopo l'estate del {Y}
""",
    "subtitles": """
Alcune osservazioni su un dibattito che ci occupa da {N} mesi
Con una risposta a {P}
Perché i fatti di {L} contano ben oltre il luogo in cui sono accaduti, che cosa ci hanno scritto i nostri lettori in più di {N} lettere e quali conclusioni dovrà trarne la prossima assemblea se vorrà essere presa sul serio
""",
    "headings": """
I fatti di {L}
Uno sguardo al {Y}
Che cosa dicono le cifre
Due obiezioni
Che cosa fare adesso
Domande aperte
La lezione di {L}
""",
    "items": """
il libero uso della sala di {L} per tutti i soci
un elenco completo delle fonti
un dibattito aperto con {P}
la pubblicazione di tutti i conti dal {Y}
una relazione regolare in ogni numero
la nomina di due revisori di {L}
""",
    "verse": """
Il fiume non ricorda più la pioggia,
la ruota del mulino chiede ancora;
una lanterna passa sotto loggia
e qualcuno conta le barche all'aurora.
Lasciammo i nostri nomi sopra il muro,
il mattino li lesse, e fu più scuro.
""",
    "note": ["{P}, {A}, {L}, {Y}, p. {n}", "Si veda {P}, relazione annuale, {D}", "Lettera a {P}, {D}, archivio di {L}"],
    "note_more": "Ne abbiamo parlato più a lungo nel numero del {D}, e {P} ha risposto alle nostre osservazioni con una lettera.",
    "ibid": "Ibidem.",
    "quote_marks": "« »",
    "calls_for": "Chiediamo le seguenti misure:",
    "such_as": "La relazione indica tre ragioni: 1. la mancanza di denaro, 2. la mancanza di tempo e 3. la mancanza di buona volontà.",
    "paren": "(si veda il numero del {D})",
    "compounds": "tecnico-giuridico|italo-francese|socio-economico",
    "ad_label": ["Libri di {O}", "Pubblicazioni di {O}"],
    "ad_sale": "{n} pagine, formato A5, {k} €",
    "ad_order": "Ordini a: ordini@{w}",
    "subscribe": ["Abbonatevi!", "Quattro numeri all'anno per {n} €. Scrivete all'ufficio di {L}.", "abbonamenti@{w}"],
    "masthead": "{T} esce quattro volte all'anno ed è pubblicata da {O}. I contributi vanno inviati alla redazione a {L}; gli "
                "articoli firmati esprimono l'opinione degli autori. Stampa: {P}, {L}.",
    "cover_picture": "Foto di copertina: veduta di {L} (foto: {P})",
    "mixed": "La lettera porta il titolo *{X}* e non ebbe mai risposta.",
}
