"""Portuguese for the made-up journals."""

WORDS = {
    "months": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "date": ["{d} de {m} de {y}"],
    "month_date": "{m} de {y}",
    "by": "Por {P}",
    "collective": ["Declaração de {O}", "Comunicado de {O}"],
    "notes": ["Notas"],
    "contents": ["Índice", "Sumário", "Neste número"],
    "page": "p. {n}",
    "number": "Número {n}",
    "people": "Adalberto Figueiró|Benedita Carvalhais|Custódio Alvarenga|Dulce Sequeira|Eugénio Falcão|Firmina Taveira|"
              "Gualter Nogueira|Idalina Monsanto|Lourenço Bragança|Quitéria Valadares",
    "places": "Vila Serena|Porto Manso|Monte Alvar|Ribeira Velha|Santa Iria|Aldeia Nova",
    "openers": """
Na primavera de {Y}
Na reunião de {L}
Segundo o relatório de {D},
Há mais de {N} anos
Como {P} tem observado muitas vezes,
Não se deve esquecer que
""",
    "links": """
, e |, mas |; no entanto, | porque | enquanto | uma vez que 
""",
    "clauses": """
{A} é hoje a questão mais importante para as pessoas de {L}
{P} contou todo o caso numa carta à redação
a comissão de {L} recusou pela terceira vez publicar os seus números
a maior parte dos alunos mais velhos ainda se lembra de como era antes de {Y}
{A} não se pode compreender sem o que aconteceu em {L}
quase {N} pessoas assinaram a petição numa única semana
os jornais de {L} não disseram uma palavra sobre isto
{P} e {P} trabalham neste tema desde o outono de {Y}
voltaremos a este ponto num dos próximos números
nada de semelhante foi observado em qualquer outro lugar do distrito
um pequeno grupo em torno de {P} continuou a reunir-se na biblioteca
as despesas foram calculadas em mais de {N} mil escudos
{A} depende em grande medida da boa vontade de alguns voluntários
seria errado concluir daqui que o assunto não tem interesse
a resposta que {P} deu na altura não foi nem completa nem convincente
estas diferenças são conhecidas de todos pelo menos desde {Y}
a pergunta foi feita mais uma vez à assembleia e foi de novo adiada
aqueles que vivem perto de {L} têm razões para estar preocupados
os primeiros resultados foram tão surpreendentes que tiveram de ser verificados duas vezes
{P} acreditava que tudo estaria resolvido antes do fim do ano
o arquivo de {L} guarda mais de {N} cartas dessa época
as duas partes têm razões para procurar uma saída desta situação
uma leitura atenta das fontes leva a uma imagem muito diferente
os jovens que encontrámos em {L} falam disto com muito entusiasmo
""",
    "themes": {
        "school": "a nova biblioteca|a festa de fim de ano|a visita de estudo ao museu|o grupo de teatro|a horta da escola|"
                  "o almoço na cantina|a eleição dos delegados|o jornal de parede",
    },
    "organisations": {"school": "a Turma do nono ano|a Associação de Estudantes|o Grupo de Teatro"},
    "titles": """
{A}: o que aprendemos?
{A} e as pessoas de {L}
Mais uma vez sobre {A}
{A} depois do verão de {Y}
""",
    "subtitles": """
Algumas notas sobre um debate que nos ocupa há {N} meses
Com uma resposta a {P}
Porque é que os acontecimentos de {L} importam muito para além do lugar em que se deram, o que os nossos leitores nos disseram em mais de {N} cartas e que conclusões a próxima assembleia terá de tirar se quiser ser levada a sério
""",
    "headings": """
Os acontecimentos de {L}
Um olhar sobre {Y}
O que dizem os números
Duas objeções
O que fazer agora
Perguntas em aberto
""",
    "items": """
o uso livre da sala de {L} para todos os alunos
uma lista completa das fontes
um debate aberto com {P}
a publicação de todas as contas desde {Y}
um relatório regular em cada número
""",
    "verse": """
O rio já não lembra a chuva antiga,
a roda do moinho pede mais;
uma lanterna atravessa a cantiga
e alguém conta os barcos junto ao cais.
""",
    "note": ["{P}: {A}, {L}, {Y}, p. {n}", "Ver {P}, relatório anual, {D}", "Carta a {P}, {D}, arquivo de {L}"],
    "note_more": "Tratámos disto com mais pormenor no número de {D}, e {P} respondeu às nossas observações numa carta.",
    "ibid": "Ibidem.",
    "quote_marks": "« »",
    "calls_for": "Pedimos as seguintes medidas:",
    "such_as": "O relatório dá três razões: 1. a falta de dinheiro, 2. a falta de tempo e 3. a falta de boa vontade.",
    "paren": "(ver o número de {D})",
    "compounds": "luso-espanhol|guarda-chuva|teórico-prático",
    "ad_label": ["Livros de {O}", "Publicações de {O}"],
    "ad_sale": "{n} páginas, formato A5, {k} €",
    "ad_order": "Encomendas para: encomendas@{w}",
    "subscribe": ["Assine já!", "Quatro números por ano por {n} €. Escreva para a sala de {L}.", "assinaturas@{w}"],
    "masthead": "{T} sai quatro vezes por ano e é publicado por {O}. As colaborações devem ser enviadas à redação em {L}; os "
                "artigos assinados exprimem a opinião dos seus autores. Impressão: {P}, {L}.",
    "cover_picture": "Fotografia da capa: vista de {L} (foto: {P})",
    "mixed": "A carta tem o título *{X}* e nunca teve resposta.",
}
