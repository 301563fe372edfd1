#include "manuscript/label_table.hpp"

namespace quoin::manuscript {

namespace {

constexpr LabelWords table[] = {
    {Label::notes,
     "notes|footnotes|endnotes|note|footnote|notes and references|references|sources|references and notes|"
     "anmerkungen|fußnoten|fussnoten|endnoten|anmerkung|quellen|quellen und anmerkungen|noten|"
     "notes de bas de page|notes et références|références|notas|notas al pie|notas de pie de página|notas a pie de "
     "página|"
     "notas al final|referencias|fuentes|notas de rodapé|notas finais|referências|note a piè di pagina|note al testo|"
     "riferimenti|fonti|voetnoten|eindnoten|bronnen|noter|fotnoter|slutnoter|fodnoter|fotnotar|noter och källor|källor|"
     "kilder|viitteet|alaviitteet|lähteet|przypisy|przypisy końcowe|źródła|poznámky|poznámky pod čarou|poznámka|zdroje|"
     "jegyzetek|lábjegyzetek|végjegyzetek|források|note de subsol|surse|bilješke|fusnote|napomene|izvori|opombe|viri|"
     "белешке|фусноте|напомене|бележки|забележки|примечания|сноски|примечание|ссылки|источники|примітки|виноски|"
     "посилання|джерела|заўвагі|зноскі|крыніцы|σημειώσεις|υποσημειώσεις|παραπομπές|πηγές|notlar|dipnotlar|dipnot|"
     "kaynaklar|sonnotlar|notes a peu de pàgina|oharrak|oin-oharrak|notoj|piednotoj|"
     "الهوامش|هوامش|ملاحظات|المراجع|حواشي|پانوشت|پانوشت\u200Cها|پی\u200Cنوشت|یادداشت\u200Cها|"
     "منابع|"
     "הערות|"
     "הערות "
     "שוליים|מקורות|"
     "टिप्पणियाँ|पाद टिप्पणियाँ|संदर्भ|注|注释|注釋|註|註釋|註解|注解|脚注|腳註|尾注|参考文献|注記|각주|미주|주석|참고문헌|"
     "catatan|catatan kaki|referensi|chú thích|ghi chú|tài liệu tham "
     "khảo|pastabos|išnašos|piezīmes|vēres|märkused|viited|"
     "shënime|fusnota|athugasemdir|anotaciones|annotations|notae"},
    {Label::contents,
     "contents|table of contents|in this issue|inside|inside this issue|index|content|inhalt|inhaltsverzeichnis|"
     "in diesem heft|in dieser ausgabe|aus dem inhalt|sommaire|table des matières|dans ce numéro|contenido|contenidos|"
     "índice|sumario|en este número|en esta edición|sumário|conteúdo|nesta edição|neste número|indice|sommario|"
     "in questo numero|inhoud|inhoudsopgave|in dit nummer|innehåll|innehållsförteckning|i detta nummer|indhold|"
     "indholdsfortegnelse|innhold|innholdsfortegnelse|sisältö|sisällys|sisällysluettelo|spis treści|w numerze|"
     "w tym numerze|obsah|v tomto čísle|z obsahu|tartalom|tartalomjegyzék|cuprins|sadržaj|u ovom broju|садржај|kazalo|"
     "vsebina|съдържание|в този брой|содержание|оглавление|в этом номере|в номере|зміст|у цьому номері|у номері|змест|"
     "περιεχόμενα|içindekiler|bu sayıda|contingut|sumari|taula de continguts|edukiak|aurkibidea|enhavo|enhavtabelo|"
     "المحتويات|الفهرس|في هذا العدد|فهرست|فهرست مطالب|תוכן|תוכן העניינים|בגיליון זה|विषय सूची|विषय-सूची|अनुक्रमणिका|"
     "目录|目錄|本期目录|本期內容|目次|차례|목차|daftar isi|isi|mục lục|nội dung|trong số này|turinys|saturs|sisukord|"
     "përmbajtja|efnisyfirlit"},
    {Label::by,
     "by|written by|text by|words by|report by|interview by|translated by|von|text|text von|autor|autorin|"
     "ein beitrag von|par|texte de|propos recueillis par|auteur|por|escrito por|texto de|texto|autora|entrevista de|di|"
     "a cura di|testo di|autore|door|tekst|auteur|av|text av|tekst av|af|tekst af|kirjoittanut|teksti|napisał|napisała|"
     "oprac|tekst|autorzy|napsal|napsala|text|píše|napísal|napísala|írta|szerző|scrie|piše|napisao|napisala|"
     "пише|аутор|написао|от|автор|автори|текст|авторы|автор текста|написал|написала|написав|від|аўтар|напісаў|"
     "του|της|γράφει|κείμενο|yazan|yazar|hazırlayan|escrit per|autoria|egilea|testua|verkis|aŭtoro|"
     "بقلم|كتب|كتبت|كتبه|نوشته|نویسنده|به قلم|מאת|כתב|כתבה|लेखक|द्वारा|作者|文|撰文|著|글|기자|oleh|penulis|tác giả|bài|"
     "autorius|autors|kirjutas|nga|eftir"},
    {Label::collective,
     "statement of|statement by|joint statement|joint declaration|theses by|theses of|theses on|declaration of|"
     "declaration by|resolution of|resolution by|resolution on|manifesto of|appeal of|appeal by|call of|open letter|"
     "communiqué of|communique of|editorial by|from the editors|by the editors|editorial board|report of|press release|"
     "erklärung der|erklärung des|erklärung von|gemeinsame erklärung|stellungnahme der|stellungnahme des|stellungnahme "
     "von|"
     "thesen der|thesen des|thesen von|resolution der|resolution des|aufruf der|aufruf des|offener brief|manifest der|"
     "kommuniqué der|presseerklärung|pressemitteilung|von der redaktion|die redaktion|beschluss der|beschluss des|"
     "déclaration de|déclaration du|déclaration des|déclaration commune|communiqué de|communiqué du|communiqué des|"
     "résolution de|résolution du|thèses de|thèses du|thèses des|appel de|appel du|appel des|lettre ouverte|manifeste "
     "de|"
     "manifeste du|la rédaction|par la rédaction|declaración de|declaración del|declaración conjunta|comunicado de|"
     "comunicado del|resolución de|resolución del|tesis de|tesis del|manifiesto de|manifiesto del|llamamiento de|"
     "llamamiento del|carta abierta|pronunciamiento de|pronunciamiento del|la redacción|declaração da|declaração do|"
     "declaração de|declaração conjunta|resolução da|resolução do|teses da|teses do|nota da|nota do|carta aberta|"
     "manifesto da|manifesto do|apelo da|apelo do|dichiarazione di|dichiarazione del|dichiarazione della|"
     "dichiarazione congiunta|comunicato di|comunicato del|comunicato della|risoluzione di|risoluzione del|"
     "risoluzione della|tesi di|tesi del|tesi della|appello di|appello del|appello della|lettera aperta|verklaring van|"
     "gezamenlijke verklaring|stellingen van|resolutie van|oproep van|uttalande av|uttalande från|gemensamt uttalande|"
     "teser av|resolution av|upprop|udtalelse fra|fælles udtalelse|erklæring fra|uttalelse fra|felles uttalelse|"
     "julkilpaumat|julkilausuma|kannanotto|oświadczenie|wspólne oświadczenie|tezy|rezolucja|odezwa|apel|list otwarty|"
     "prohlášení|společné prohlášení|teze|rezoluce|výzva|otevřený dopis|vyhlásenie|spoločné vyhlásenie|tézy|rezolúcia|"
     "nyilatkozat|nyilatkozata|közös nyilatkozat|tézisek|határozat|felhívás|nyílt levél|declarația|declaraţia|"
     "declarație comună|rezoluția|teze|apelul|scrisoare deschisă|izjava|zajednička izjava|rezolucija|proglas|"
     "otvoreno pismo|изјава|заједничка изјава|резолуција|проглас|skupna izjava|razglas|изявление на|"
     "съвместно изявление|декларация на|декларация|резолюция на|тезиси|възвание|отворено писмо|заявление|"
     "совместное заявление|тезисы|резолюция|воззвание|обращение|открытое письмо|манифест|от редакции|декларация|заява|"
     "спільна заява|тези|резолюція|звернення|відозва|відкритий лист|маніфест|від редакції|заява|рэзалюцыя|зварот|"
     "адкрыты ліст|тэзісы|ανακοίνωση|κοινή ανακοίνωση|δήλωση|κοινή δήλωση|θέσεις|διακήρυξη|ψήφισμα|ανοιχτή επιστολή|"
     "bildirisi|ortak bildiri|ortak açıklama|açıklama|açıklaması|tezler|deklarasyon|manifesto|açık mektup|declaració "
     "de|"
     "declaració conjunta|comunicat de|resolució de|tesis de|carta oberta|adierazpena|adierazpen bateratua|tesiak|"
     "gutun irekia|deklaro de|komuna deklaro|tezoj de|rezolucio de|بيان|بيان مشترك|إعلان|أطروحات|قرار|نداء|"
     "رسالة مفتوحة|بیانیه|بیانیه مشترک|تزهای|قطعنامه|فراخوان|نامه سرگشاده|הצהרת|הצהרה משותפת|תזות|החלטת|קול קורא|"
     "बयान|संयुक्त बयान|प्रस्ताव|घोषणा|घोषणापत्र|声明|聯合聲明|联合声明|聲明|决议|決議|宣言|提纲|公开信|共同声明|声明文|"
     "성명|공동성명|성명서|결의문|테제|선언|pernyataan|pernyataan bersama|tesis|resolusi|seruan|surat terbuka|tuyên bố|"
     "tuyên bố chung|nghị quyết|luận cương|lời kêu gọi|thư ngỏ|pareiškimas|paziņojums|avaldus|deklarata|yfirlýsing"},
    {Label::advertisement,
     "books of the|books by|books from|new books|new book|publications of|publications by|new publication|new pamphlet|"
     "new from|our publications|our books|our journal|journal of|pamphlet of|pamphlets of|order|order now|order your "
     "copy|"
     "order from|to order|subscribe|subscribe now|subscription|subscriptions|buy|buy now|buy your copy|get your copy|"
     "get the book|available from|available now|available at|now available|out now|just published|coming "
     "soon|advertisement|"
     "advertising|sponsored|donate|support us|support our|join us|join the|become a member|visit our|visit us|follow "
     "us|"
     "find us|download|read also|read our|read more|further reading|also available|special offer|"
     "anzeige|werbung|bestellen|jetzt bestellen|bestellung|bestellungen|abonnieren|abonniert|abonnement|abo|jetzt "
     "abonnieren|"
     "neuerscheinung|neu erschienen|soeben erschienen|bücher|bücher der|bücher des|broschüre|broschüren|neue broschüre|"
     "erhältlich|erhältlich bei|publikationen der|veröffentlichungen der|spenden|unterstützt|besucht|besuchen "
     "sie|folgt uns|"
     "zeitschrift der|lest auch|lesetipp|publicité|annonce|commander|commandez|pour commander|bon de "
     "commande|abonnement|"
     "abonnez-vous|s'abonner|s’abonner|vient de paraître|nouveau livre|nouvelle brochure|nos publications|livres de|"
     "livres du|publications de|publications du|brochures|disponible|soutenez|faites un "
     "don|rejoignez|visitez|suivez-nous|"
     "à lire|lire aussi|publicidad|anuncio|pedidos|pedir|haga su pedido|pida|suscríbase|suscríbete|suscripción|"
     "suscripciones|nuevo libro|nueva publicación|nuevo folleto|nuestras publicaciones|libros de|libros del|"
     "publicaciones de|publicaciones del|folletos|disponible en|ya disponible|compre|compra|dona|apóyanos|únete|visite|"
     "visita nuestra|síguenos|lea también|publicidade|anúncio|encomendas|encomende|peça|assine|assinatura|assinaturas|"
     "novo livro|lançamento|nossas publicações|livros da|livros do|publicações da|publicações do|disponível|compre|"
     "doe|apoie|junte-se|siga-nos|leia também|pubblicità|ordina|ordinare|per ordinare|abbonati|abbonamento|abbonamenti|"
     "nuovo libro|nuova pubblicazione|libri di|libri del|libri della|pubblicazioni di|pubblicazioni del|disponibile|"
     "acquista|sostieni|sostienici|unisciti|visita il|seguici|leggi anche|advertentie|bestel|bestellen|abonneer|"
     "neem een abonnement|nieuw boek|nieuwe brochure|boeken van|publicaties van|verkrijgbaar|steun ons|doneer|word lid|"
     "bezoek|volg ons|lees ook|annons|beställ|prenumerera|prenumeration|ny bok|ny broschyr|böcker från|finns att köpa|"
     "stöd oss|bli medlem|besök|följ oss|läs också|läs även|annonce|bestil|abonner|abonnement|ny bog|bøger fra|støt os|"
     "bliv medlem|besøg|følg os|læs også|annonse|bestill|abonner|ny bok|bøker fra|støtt oss|bli medlem|besøk|følg oss|"
     "les også|mainos|tilaa|tilaukset|uusi kirja|liity|seuraa meitä|lue myös|reklama|ogłoszenie|zamów|zamówienia|"
     "prenumerata|zaprenumeruj|nowa książka|książki|publikacje|do nabycia|kup|wesprzyj nas|dołącz|odwiedź|czytaj także|"
     "inzerce|objednávky|objednejte|objednat|předplatné|předplaťte|nová kniha|knihy|podpořte|přidejte se|navštivte|"
     "sledujte|čtěte také|objednajte|predplatné|nová kniha|podporte|pridajte sa|navštívte|hirdetés|rendelje meg|"
     "megrendelhető|megrendelés|előfizetés|fizessen elő|új könyv|kapható|támogass|csatlakozz|olvassa el|publicitate|"
     "comandă|comandați|abonează-te|abonament|carte nouă|disponibil|susține|donează|vizitați|oglas|naručite|narudžbe|"
     "pretplata|pretplatite se|nova knjiga|knjige|dostupno|podržite|pridružite se|posjetite|posetite|оглас|наручите|"
     "претплата|нова књига|књиге|naročite|naročila|naročnina|обява|поръчайте|поръчка|абонамент|абонирайте се|нова "
     "книга|"
     "книги на|подкрепете|реклама|объявление|заказать|закажите|заказ|подписка|подпишитесь|подписывайтесь|новая книга|"
     "новая брошюра|новинка|книги|издания|наши издания|публикации|брошюры|купить|поддержите|вступайте|присоединяйтесь|"
     "посетите|читайте также|оголошення|замовити|замовляйте|замовлення|передплата|передплатіть|підписка|підпишіться|"
     "нова книга|нова брошура|наші видання|видання|придбати|підтримайте|приєднуйтесь|відвідайте|читайте також|"
     "рэклама|замовіць|падпіска|новая кніга|кнігі|διαφήμιση|παραγγελίες|παραγγείλτε|συνδρομή|συνδρομές|νέο βιβλίο|"
     "κυκλοφορεί|βιβλία|εκδόσεις|στηρίξτε|ilan|reklam|sipariş|abone olun|abonelik|yeni kitap|yeni çıktı|kitaplar|"
     "yayınlarımız|destek olun|katılın|takip edin|publicitat|comandes|encarregueu|subscriviu-vos|subscripció|nou "
     "llibre|"
     "llibres de|iragarkia|eskaerak|harpidetu|harpidetza|liburu berria|reklamo|mendu|abonu|nova libro|libroj de|"
     "إعلان|اطلب|للطلب|اشترك|اشتراك|للاشتراك|صدر حديثا|كتاب جديد|كتب|منشورات|متوفر|ادعم|انضم|تابعونا|آگهی|سفارش|"
     "اشتراک|کتاب تازه|منتشر شد|انتشارات|פרסומת|להזמנה|להזמנות|הזמינו|מנוי|ספר חדש|הצטרפו|विज्ञापन|सदस्यता|नई किताब|"
     "广告|廣告|订购|訂購|订阅|訂閱|新书|新書|出版物|購読|ご注文|注文|新刊|広告|광고|주문|구독|신간|iklan|pesan|"
     "berlangganan|"
     "buku baru|buku|terbitan|quảng cáo|đặt mua|đặt hàng|sách mới|đăng ký"},
    {Label::sale,
     "isbn|issn|a4 format|a5 format|format a4|format a5|paperback|hardback|hardcover|softcover|plus p+p|plus p&p|plus "
     "postage|"
     "p+p|p&p|incl. postage|including postage|taschenbuch|broschiert|zzgl. versand|zuzüglich versand|zzgl. porto|plus "
     "porto|"
     "inkl. versand|format din a4|format din a5|port compris|frais de port|broché|gastos de envío|tapa blanda|rústica|"
     "capa mole|brochura|spese di spedizione|brossura|verzendkosten|inklusive porto|häftad|oprawa miękka|мягкая "
     "обложка|"
     "м'яка обкладинка|м’яка обкладинка"},
    {Label::page,
     "p|pp|page|pages|pg|seite|seiten|s|pág|pag|págs|página|páginas|pagina|pagine|str|strona|strana|stran|sid|sida|"
     "side|"
     "oldal|с|ст|стр|страница|стар|стор|сторінка|старонка|σελ|σ|sayfa|pàg|orr|orrialdea|paĝo|صفحة|ص|صفحه|עמ|עמוד|"
     "पृष्ठ|पृ|页|頁|第|쪽|면|hal|halaman|tr|trang|psl|lpp|lk|f|faqe|bls"},
    {Label::issue, "no|nos|nr|n|nº|n°|№|num|number|issue|issue no|issue "
                   "nr|vol|volume|heft|ausgabe|jahrgang|jg|band|numéro|numero|número|"
                   "núm|núms|ano|año|año|anno|fascicolo|nummer|jaargang|årgang|häfte|numro|zeszyt|numer|rocznik|rok|"
                   "číslo|ročník|szám|"
                   "évfolyam|numărul|anul|broj|br|godište|број|бр|годиште|številka|letnik|št|брой|година|номер|выпуск|"
                   "том|випуск|нумар|"
                   "τεύχος|τεύχ|αρ|τόμος|sayı|cilt|zenbakia|zk|العدد|عدد|شماره|גיליון|גליון|מספר|अंक|第|nomor|edisi|số|"
                   "new series issue"},
    {Label::chapter,
     "chapter|part|book|section|act|scene|canto|letter|appendix|volume|kapitel|teil|buch|abschnitt|akt|szene|brief|"
     "anhang|"
     "erstes "
     "kapitel|chapitre|partie|livre|section|acte|annexe|capítulo|parte|libro|sección|acto|anexo|livro|secção|seção|"
     "ato|apêndice|capitolo|parte|libro|sezione|atto|appendice|hoofdstuk|deel|boek|bijlage|del|bok|avsnitt|bilaga|"
     "afsnit|"
     "bog|bilag|vedlegg|luku|osa|liite|rozdział|część|księga|aneks|kapitola|část|kniha|příloha|časť|príloha|fejezet|"
     "rész|"
     "könyv|függelék|capitolul|partea|cartea|anexa|poglavlje|dio|deo|knjiga|dodatak|prilog|поглавље|део|књига|poglavje|"
     "глава|часть|книга|раздел|приложение|част|раздел|частина|розділ|книга|додаток|раздзел|частка|κεφάλαιο|μέρος|"
     "βιβλίο|"
     "παράρτημα|bölüm|kısım|kitap|ek|capítol|part|llibre|annex|kapitulua|atala|liburua|ĉapitro|parto|libro|الفصل|الباب|"
     "الجزء|فصل|بخش|کتاب|פרק|חלק|ספר|अध्याय|भाग|खंड|第|제|bab|bagian|buku|chương|phần|quyển|skyrius|dalis|nodaļa|daļa|"
     "peatükk|kapitulli|pjesa|kafli|hluti|liber|caput|pars"},
};

constexpr std::string_view currencies =
    "€|$|£|¥|₽|₴|₺|₹|₩|zł|kč|ft|eur|euro|euros|usd|gbp|chf|sfr|kr|sek|dkk|nok|руб|грн|lei|"
    "лв|tl|元|円|원|us$|r$";
constexpr std::string_view pages =
    "pages|pp|seiten|páginas|págs|pàgines|pagine|pagina's|pagina’s|sidor|sider|sivua|stron|"
    "strony|stran|strán|oldal|pagini|stranica|страница|страниц|страницы|стр|сторінок|сторінки|старонак|"
    "σελίδες|σελ|sayfa|orrialde|paĝoj|صفحة|صفحه|עמודים|पृष्ठ|页|頁|ページ|쪽|halaman|trang";
constexpr std::string_view large =
    "million|millions|billion|billions|trillion|trillions|bn|m|thousand|hundred|mio|mrd|millionen|"
    "milliarden|milliarde|billionen|tausend|millones|millón|mil|millions|milliard|milliards|mille|milhões|milhão|"
    "bilhões|bilhão|milioni|miliardi|mila|miljoen|miljard|miljoner|miljarder|millioner|milliarder|miljoonaa|"
    "miljardia|milionów|miliardów|tysięcy|tys|milionů|miliard|milionov|millió|milliárd|milioane|miliarde|milijuna|"
    "milijardi|miliona|миллионов|миллиардов|миллиарда|тысяч|млн|млрд|трлн|тыс|мільйонів|мільярдів|тисяч|"
    "εκατομμύρια|δισεκατομμύρια|milyon|milyar|مليون|مليار|میلیون|میلیارد|מיליון|מיליארד|करोड़|लाख|万|亿|萬|億|만|억|"
    "juta|miliar|triệu|tỷ";

constexpr std::string_view prices =
    "price|preis|prix|precio|preço|prezzo|prijs|pris|hinta|cena|ára|preț|cijena|цена|ціна|кошт|τιμή|"
    "fiyat|fiyatı|preu|prezioa|prezo|السعر|قیمت|מחיר|मूल्य|定价|定價|售价|価格|定価|값|정가|harga|"
    "giá bán|giá bìa";
constexpr std::string_view numbers =
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|the first|the second|the third|the last|first|"
    "second|third|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|premier|"
    "première|deuxième|second|troisième|quatrième|un|deux|trois|primero|primera|segundo|segunda|"
    "tercero|tercera|uno|dos|tres|cuatro|cinco|primeiro|primeira|terceiro|terceira|primo|prima|"
    "secondo|seconda|terzo|terza|первая|первый|вторая|второй|третья|третий|четвертая|четвёртая|"
    "пятая|перша|перший|друга|другий|третя|третій|pierwszy|pierwsza|drugi|druga|trzeci|trzecia|"
    "první|druhá|třetí|első|második|harmadik|birinci|ikinci|üçüncü|πρώτο|πρώτη|δεύτερο|"
    "一|二|三|四|五|六|七|八|九|十";

} // namespace

std::span<LabelWords const> label_table() { return table; }
std::string_view currency_words() { return currencies; }
std::string_view page_count_words() { return pages; }
std::string_view price_words() { return prices; }
std::string_view numbers_in_words() { return numbers; }
std::string_view large_numbers() { return large; }

} // namespace quoin::manuscript
