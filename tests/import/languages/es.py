"""Spanish for the made-up journals."""

WORDS = {
    "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "date": ["{d} de {m} de {y}"],
    "month_date": "{m} de {y}",
    "by": "Por {P}",
    "collective": ["Declaración de {O}", "Comunicado de {O}"],
    "notes": ["Notas"],
    "contents": ["Índice", "Sumario", "En este número"],
    "page": "pág. {n}",
    "number": "Número {n}",
    "people": "Amparo Villalobos|Benito Carrasquedo|Consuelo Iriarte|Dámaso Quintanilla|Elvira Montesclaros|Fermín Albarracín|"
              "Gumersindo Peña|Inés Zubeldía|Leocadio Barrientos|Remedios Ochoa",
    "places": "Villarreja|Puerto Gavilán|Montesión|La Ribera|Valdehierro|San Telmo|Aguasfrías",
    "openers": """
En la primavera de {Y}
En la reunión de {L}
Según el informe del {D},
Desde hace más de {N} años
Como {P} ha señalado a menudo,
No hay que olvidar que
No es casualidad que
""",
    "links": """
, y |, pero |; sin embargo, | porque | mientras que | ya que 
""",
    "clauses": """
{A} es hoy la cuestión más importante para la gente de {L}
{P} contó todo el asunto en una carta a la redacción
el comité de {L} se ha negado por tercera vez a publicar sus cifras
la mayoría de los socios mayores recuerda cómo eran las cosas antes de {Y}
{A} no se puede entender sin lo que ocurrió en {L}
casi {N} personas firmaron la petición en una sola semana
los periódicos de {L} no dijeron ni una palabra sobre esto
{P} y {P} trabajan en este tema desde el otoño de {Y}
volveremos sobre este punto en uno de los próximos números
nada parecido se ha observado en ningún otro lugar de la provincia
un pequeño grupo en torno a {P} siguió reuniéndose en la trastienda de una taberna
los gastos se calcularon en más de {N} mil pesetas
{A} depende en gran medida de la buena voluntad de unos pocos
sería un error concluir de esto que el asunto no tiene interés
la respuesta que dio {P} en su momento no fue ni completa ni convincente
estas diferencias son conocidas por todos al menos desde {Y}
la pregunta fue planteada otra vez a la asamblea y quedó de nuevo aplazada
los que viven cerca de {L} tienen motivos para estar preocupados
los primeros resultados fueron tan sorprendentes que hubo que revisarlos dos veces
{P} creía que todo estaría resuelto antes de fin de año
el archivo de {L} guarda más de {N} cartas de aquella época
pasaron casi diez años hasta que se volvió a hablar en serio de ello
las dos partes tienen razones para buscar una salida a esta situación
una lectura atenta de las fuentes lleva a una imagen muy distinta
los jóvenes que encontramos en {L} hablan de ello con gran entusiasmo
""",
    "themes": {
        "union": "la jornada en los talleres|el convenio del metal|el cierre de la fundición|el derecho a la formación|"
                 "la elección de los delegados|el salario de los aprendices|la huelga de los tranvías|la caja de resistencia",
        "chess": "el sacrificio de calidad|el torneo provincial|el final de torres|el problema del peón retrasado|"
                 "la escuela de ajedrez|la partida por correspondencia|el valor de los alfiles|el local del club",
    },
    "organisations": {
        "union": "la Federación del Metal|el Comité de Empresa|la Unión de Oficios",
        "chess": "la Federación Provincial|el Círculo de Ajedrez de Villarreja|la Comisión Técnica",
    },
    "titles": """
{A}: ¿qué hemos aprendido?
{A} y la gente de {L}
Una vez más sobre {A}
{A} después del verano de {Y}
Una nueva mirada sobre {A}
""",
    "subtitles": """
Algunas notas sobre un debate que nos ocupa desde hace {N} meses
Con una respuesta a {P}
Por qué los hechos de {L} importan mucho más allá del lugar en que sucedieron, qué nos han dicho nuestros lectores en más de {N} cartas y qué conclusiones tendrá que sacar la próxima asamblea si quiere que se la tome en serio
""",
    "headings": """
Los hechos de {L}
Una mirada atrás a {Y}
Lo que dicen las cifras
Dos objeciones
Qué hacer ahora
Preguntas abiertas
Las lecciones de {L}
""",
    "items": """
el libre uso de la sala de {L} para todos los socios
una lista completa de las fuentes
un debate abierto con {P}
la publicación de todas las cuentas desde {Y}
un informe regular en cada número
el nombramiento de dos revisores de {L}
""",
    "verse": """
El río no recuerda ya la lluvia,
la rueda del molino pide más;
una linterna cruza la penumbra
y alguien cuenta las barcas sin hablar.
Dejamos nuestros nombres en la cal,
y la mañana los borró al pasar.
""",
    "note": ["{P}: {A}, {L}, {Y}, pág. {n}", "Véase {P}, informe anual, {D}", "Carta a {P}, {D}, archivo de {L}"],
    "note_more": "Hemos tratado esto con más detalle en el número del {D}, y {P} respondió a nuestras observaciones en una carta.",
    "ibid": "Ibíd.",
    "quote_marks": "« »",
    "calls_for": "Pedimos las siguientes medidas:",
    "such_as": "El informe da tres razones: 1. la falta de dinero, 2. la falta de tiempo y 3. la falta de buena voluntad.",
    "paren": "(véase el número del {D})",
    "compounds": "teórico-práctico|franco-español|político-sindical",
    "ad_label": ["Libros de {O}", "Publicaciones de {O}"],
    "ad_sale": "{n} páginas, formato A5, {k} €",
    "ad_order": "Pedidos a: pedidos@{w}",
    "subscribe": ["¡Suscríbase!", "Cuatro números al año por {n} €. Escriba a la oficina de {L}.", "suscripciones@{w}"],
    "masthead": "{T} sale cuatro veces al año y la publica {O}. Las colaboraciones se envían a la redacción en {L}; los artículos "
                "firmados expresan la opinión de sus autores. Imprime: {P}, {L}.",
    "cover_picture": "Foto de la portada: vista de {L} (foto: {P})",
    "mixed": "La carta lleva el título *{X}* y nunca tuvo respuesta.",
}
