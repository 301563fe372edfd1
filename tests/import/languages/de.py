"""German for the made-up journals. {A} is feminine or neuter, so that nominative and accusative are one."""

WORDS = {
    "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "date": ["{d}. {m} {y}"],
    "month_date": "{m} {y}",
    "by": "Von {P}",
    "collective": ["Erklärung der {O}", "Stellungnahme der {O}"],
    "notes": ["Anmerkungen", "Fußnoten"],
    "contents": ["Inhalt", "In diesem Heft"],
    "page": "S. {n}",
    "number": "Heft {n}",
    "people": "Anneliese Burkhart|Gottfried Lehmkuhl|Hedwig Sommerfeld|Ignaz Brandstätter|Käthe Wiesenthaler|Ludwig Ahrens|"
              "Mechthild Osterkamp|Otto Niederwieser|Roswitha Überall|Siegfried Kröger|Traudl Hainzinger|Ulrich Vossbeck",
    "places": "Brackenau|Sulzfeld|Oberwinden|Holtrup|Mühlbach|Neuenrode|Langenstein|Weidach|Königsbrunn",
    "openers": """
Man darf nicht vergessen:
Eines steht fest:
Trotz allem gilt:
Aus {L} wird gemeldet:
""",
    "links": """
, und |, aber |; |, denn |, doch | und 
""",
    "clauses": """
{A} ist für die Leute in {L} zur wichtigsten Frage geworden
{P} hat die ganze Angelegenheit in einem Brief an die Redaktion beschrieben
über {A} gibt es unter den Fachleuten bis heute keine Einigkeit
der Ausschuss in {L} hat die Zahlen zum dritten Mal nicht veröffentlicht
die meisten älteren Mitglieder erinnern sich noch gut an die Zeit vor {Y}
ohne einen Blick auf die Ereignisse in {L} lässt sich das nicht verstehen
beinahe {N} Menschen haben die Eingabe innerhalb einer Woche unterschrieben
die Zeitungen aus {L} haben {A} mit keinem Wort erwähnt
{P} und {P} arbeiten seit dem Herbst {Y} an diesem Vorhaben
wir werden in einem der nächsten Hefte noch einmal auf {A} zurückkommen
etwas Vergleichbares wurde in der ganzen Gegend noch nie beobachtet
eine kleine Gruppe um {P} traf sich weiterhin im Hinterzimmer eines Gasthauses
die Kosten wurden auf mehr als {N} tausend Mark geschätzt
{A} hängt in hohem Maße vom guten Willen weniger Freiwilliger ab
es wäre falsch, daraus zu schließen, dass das niemanden etwas angeht
die Antwort, die {P} damals gegeben hat, war weder vollständig noch überzeugend
diese Unterschiede sind allen Beteiligten mindestens seit {Y} bekannt
die Frage wurde der Versammlung noch einmal vorgelegt und wieder vertagt
es geht dabei nicht nur um ein paar Worte, sondern um die Zukunft des Ganzen
wer in der Nähe von {L} wohnt, hat allen Grund zur Sorge
die ersten Ergebnisse waren so überraschend, dass sie zweimal geprüft werden mussten
{P} glaubte, dass die Sache noch vor dem Ende des Jahres erledigt sein würde
das Archiv in {L} besitzt mehr als {N} Briefe aus dieser Zeit
es dauerte fast zehn Jahre, bis man {A} wieder ernst nahm
beide Seiten haben gute Gründe, nach einem Ausweg zu suchen
eine sorgfältige Durchsicht der Quellen führt zu einem ganz anderen Bild
die jungen Leute, die wir in {L} getroffen haben, sprechen mit großer Begeisterung davon
""",
    "themes": {
        "birds": "die Rückkehr der Brachvögel|die Zählung der Wasservögel|die Beringung auf der Insel|das Schilfgebiet am See|"
                 "die Brutzeit der Kiebitze|die Nisthilfe an der Kirche|das Moor hinter dem Deich|die Wanderung der Kraniche",
        "union": "die Arbeitszeit in den Werken|das neue Tarifgebiet|die Mitbestimmung im Betrieb|die Schließung der Gießerei|"
                 "das Recht auf Weiterbildung|die Rente der Schichtarbeiter|die Wahl der Vertrauensleute|das Krankengeld",
        "school": "die neue Hausordnung|das Schulfest im Sommer|die Klassenfahrt ans Meer|die Theatergruppe der Oberstufe|"
                  "das Essen in der Mensa|die Wahl der Schülervertretung|das Praktikum im Krankenhaus|die alte Turnhalle",
    },
    "organisations": {
        "birds": "Arbeitsgemeinschaft Seenland|Vogelwarte Holtrup|Ortsgruppe Brackenau",
        "union": "Vertrauensleute im Werk Sulzfeld|Tarifkommission|Ortsverwaltung Neuenrode",
        "school": "Klasse 10b|Schülervertretung|Theatergruppe",
    },
    "titles": """
{A}: Was haben wir gelernt?
{A} und die Leute in {L}
Noch einmal: {A}
{A} nach dem Sommer {Y}
Ein neuer Blick auf {A}
""",
    "subtitles": """
Anmerkungen zu einer Debatte, die uns seit {N} Monaten beschäftigt
Mit einer Antwort an {P}
Warum die Ereignisse in {L} weit über den Ort hinaus von Bedeutung sind, was uns unsere Leserinnen und Leser dazu in mehr als {N} Briefen geschrieben haben und welche Folgerungen die nächste Versammlung daraus ziehen muss, wenn sie ernst genommen werden will
""",
    "headings": """
Die Ereignisse in {L}
Ein Rückblick auf {Y}
Was die Zahlen sagen
{A} in der Praxis
Zwei Einwände
Was jetzt zu tun ist
Offene Fragen
Die Lehren aus {L}
""",
    "items": """
die freie Benutzung des Saales in {L} für alle Mitglieder
ein vollständiges Verzeichnis der Quellen
eine offene Aussprache mit {P}
die Veröffentlichung aller Abrechnungen seit {Y}
ein regelmäßiger Bericht in jedem Heft
die Berufung zweier Prüfer aus {L}
""",
    "verse": """
Der Nebel steigt vom Ufer auf,
die Boote liegen still im Rohr;
der alte Fluss nimmt seinen Lauf
und trägt uns leise etwas vor.
Wir hören zu und bleiben stehn,
bis alle Lichter schlafen gehn.
""",
    "note": ["{P}: {A}, {L} {Y}, S. {n}", "Vgl. dazu {P}: {A}, in: Jahresbericht, {D}", "Brief an {P} vom {D}, Archiv {L}"],
    "note_more": "Ausführlicher haben wir darüber in der Ausgabe vom {D} berichtet, und {P} hat uns darauf in einem Brief geantwortet.",
    "ibid": "Ebenda.",
    "quote_marks": "„ “",
    "calls_for": "Wir fordern deshalb die folgenden Maßnahmen:",
    "such_as": "Der Bericht nennt drei Gründe: 1. den Mangel an Geld, 2. den Mangel an Zeit und 3. den Mangel an gutem Willen.",
    "paren": "(siehe die Ausgabe vom {D})",
    "compounds": "Nord-Süd-Straße|Alt-Brackenauer|deutsch-dänische|sogenannt-freie",
    "ad_label": ["Bücher der {O}", "Veröffentlichungen der {O}"],
    "ad_sale": "{n} Seiten, Format A5, {k} Euro",
    "ad_order": "Bestellungen an: versand@{w}",
    "subscribe": ["Jetzt abonnieren!", "Vier Hefte im Jahr für {n} Euro. Bestellungen an das Büro in {L}.", "abo@{w}"],
    "masthead": "{T} erscheint viermal im Jahr und wird von {O} herausgegeben. Zuschriften sind willkommen und gehen an die "
                "Redaktion in {L}; gezeichnete Beiträge geben die Meinung der Verfasser wieder. Druck: {P}, {L}.",
    "cover_picture": "Titelbild: Ansicht von {L} (Foto: {P})",
    "mixed": "Der Brief trägt die Überschrift *{X}* und wurde nie beantwortet.",
}
