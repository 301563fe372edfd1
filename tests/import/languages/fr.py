"""French for the made-up journals."""

WORDS = {
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "date": ["{d} {m} {y}"],
    "month_date": "{m} {y}",
    "by": "Par {P}",
    "collective": ["Déclaration de {O}", "Communiqué de {O}"],
    "notes": ["Notes"],
    "contents": ["Sommaire", "Dans ce numéro"],
    "page": "p. {n}",
    "number": "Numéro {n}",
    "people": "Adélaïde Fontvieille|Bastien Roquemaure|Célestine Aubrac|Émile Garancher|Geneviève Lestrade|Hippolyte Mercœur|"
              "Joséphine Tardivel|Lucien Vauquelin|Mathilde d'Estrées|Odilon Peyrac",
    "places": "Saint-Aubrac|Villeroche|Montferrand-le-Vieux|Chantelouve|Port-Gavard|Bellefosse|Rochemaure",
    "openers": """
Au printemps de {Y},
Lors de la réunion de {L},
D'après le rapport du {D},
Depuis plus de {N} ans,
Comme {P} l'a souvent remarqué,
Il ne faut pas oublier que
Ce n'est pas un hasard si
""",
    "links": """
, et |, mais | ; cependant, | parce que |, tandis que | alors que 
""",
    "clauses": """
{A} reste la question la plus importante pour les habitants de {L}
{P} a raconté toute cette affaire dans une lettre à la rédaction
le comité de {L} a refusé pour la troisième fois de publier ses chiffres
la plupart des anciens se souviennent encore de ce qui se faisait avant {Y}
{A} ne peut pas se comprendre sans ce qui s'est passé à {L}
près de {N} personnes ont signé la pétition en une seule semaine
les journaux de {L} n'ont rien dit de cette affaire
{P} et {P} travaillent sur ce sujet depuis l'automne {Y}
nous reviendrons sur ce point dans un de nos prochains numéros
rien de semblable n'a été observé ailleurs dans le département
un petit groupe autour de {P} a continué à se réunir dans une arrière-salle
les frais ont été estimés à plus de {N} mille francs
{A} dépend dans une large mesure de la bonne volonté de quelques bénévoles
il serait faux d'en conclure que cela n'a pas d'intérêt
la réponse que {P} a donnée à l'époque n'était ni complète ni convaincante
ces différences sont connues de tous au moins depuis {Y}
la question a été posée une nouvelle fois à l'assemblée et elle a été renvoyée
ceux qui vivent près de {L} ont toutes les raisons de s'inquiéter
les premiers résultats étaient si surprenants qu'il a fallu les vérifier deux fois
{P} pensait que tout serait réglé avant la fin de l'année
les archives de {L} conservent plus de {N} lettres de cette époque
il a fallu presque dix ans pour que l'on prenne cela de nouveau au sérieux
les deux parties ont de bonnes raisons de chercher une issue
une lecture attentive des sources conduit à une image très différente
les jeunes que nous avons rencontrés à {L} en parlent avec enthousiasme
""",
    "themes": {
        "parish": "la restauration du clocher|la fête de la moisson|le travail des bénévoles|le chœur de la paroisse|"
                  "le vieux presbytère|la quête de Noël|le soin du cimetière|la visite des malades",
        "literary": "la poésie des dernières années|l'art de la lettre|la voix du conteur|le souvenir de l'enfance|"
                    "la traduction des élégies|le roman inachevé|le théâtre de province|le silence du journal intime",
    },
    "organisations": {
        "parish": "la Fabrique de Saint-Aubrac|l'Amicale du Clocher|le Conseil paroissial",
        "literary": "la Rédaction|l'Atelier des traducteurs|la Société des Lettres de Villeroche",
    },
    "titles": """
{A} : qu'avons-nous appris ?
{A} et les habitants de {L}
{A} après l'été {Y}
Encore une fois : {A}
Que reste-t-il ? Sur {A}
""",
    "subtitles": """
Remarques sur un débat qui nous occupe depuis {N} mois
Avec une réponse à {P}
Pourquoi les événements de {L} comptent bien au-delà du lieu où ils se sont produits, ce que nos lecteurs nous en ont dit dans plus de {N} lettres, et quelles conclusions la prochaine assemblée devra en tirer si elle veut être prise au sérieux
""",
    "headings": """
Les événements de {L}
Retour sur l'année {Y}
Ce que disent les chiffres
Deux objections
Que faire maintenant
Questions ouvertes
Les leçons de {L}
""",
    "items": """
le libre usage de la salle de {L} pour tous les membres
une liste complète des sources
un débat ouvert avec {P}
la publication de tous les comptes depuis {Y}
un rapport régulier dans chaque numéro
la nomination de deux vérificateurs de {L}
""",
    "verse": """
La rivière n'a pas gardé la pluie,
le moulin tourne et demande encore ;
une lanterne au bord de l'eau s'ennuie
et quelqu'un compte les bateaux du port.
Nos noms de craie sont restés sur le mur,
le matin vient, et rien n'est moins sûr.
""",
    "note": ["{P}, « {A} », {L}, {Y}, p. {n}", "Voir à ce sujet {P}, rapport annuel du {D}", "Lettre à {P}, {D}, archives de {L}"],
    "note_more": "Nous en avons parlé plus longuement dans le numéro du {D}, et {P} a répondu à nos remarques dans une lettre.",
    "ibid": "Ibid.",
    "quote_marks": "« »",
    "calls_for": "Nous demandons les mesures suivantes :",
    "such_as": "Le rapport donne trois raisons : 1. le manque d'argent, 2. le manque de temps et 3. le manque de bonne volonté.",
    "paren": "(voir le numéro du {D})",
    "compounds": "arrière-garde|avant-dernière|franco-belge|demi-siècle",
    "ad_label": ["Livres de {O}", "Publications de {O}"],
    "ad_sale": "{n} pages, format A5, {k} €",
    "ad_order": "Commandes à : commandes@{w}",
    "subscribe": ["Abonnez-vous !", "Quatre numéros par an pour {n} €. Écrire au bureau de {L}.", "abonnements@{w}"],
    "masthead": "{T} paraît quatre fois par an et est publié par {O}. Les contributions sont à envoyer à la rédaction à {L} ; les "
                "articles signés n'engagent que leurs auteurs. Imprimé par {P}, {L}.",
    "cover_picture": "Photo de couverture : vue de {L} (photo : {P})",
    "mixed": "La lettre porte le titre *{X}* et n'a jamais reçu de réponse.",
}
