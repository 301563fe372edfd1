#include "manuscript/language_words.hpp"

namespace quoin::manuscript {

namespace {

constexpr LanguageWords words_table[] = {
    {"en",
     "the of and to in that is was for it with as his on be at by had not are but from or have an they which one you "
     "were her all she there would their we him been has when who will more no if out so what up its about into than "
     "them can only other new some could these two may then do first any my now such like our over me even most made "
     "after also did many before must through against how this your under between on i am"},
    {"de",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
     "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
     "mehr "
     "durch man sein wurde wenn seine gegen vom können schon ihre kann diese unter wir ich uns sowie zwischen was ihr "
     "keine muss dieser einer gibt ihrer jahre"},
    {"fr",
     "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son comme "
     "mais ou leur cette aux été ses être sans nous ont deux même ces fait elle aussi si tout entre où après leurs c l "
     "d s qu n j ils vous je lui on était contre d’un peut faire ainsi donc depuis sous chez notre"},
    {"es",
     "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta "
     "entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros "
     "ese eso ante ellos e esto mí antes algunos qué unos yo otro otras fue han ser es son está ha nuestro guerra "
     "hacia"},
    {"pt",
     "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando "
     "muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa "
     "num nem suas meu às minha numa pelos elas foi são está ser há sobre contra"},
    {"it",
     "di e il la che è a per un in una sono ho non ma con si da come del lo le i ha nel della al dei alla più anche "
     "gli questo delle se mi ci o nella dal su degli quando loro essere stato fra tra ai alle sua suo dalla sul nei "
     "cui hanno contro dopo l d dell all nell perché così questa molto"},
    {"nl",
     "de en van het een in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door over naar heeft "
     "hij wordt werd of ze die deze hun tot al we worden wat had haar ik je kan geen was meer zo tegen onder tussen "
     "hebben moet veel wel zou jaar ons zich"},
    {"sv",
     "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år där "
     "hade skulle mot ska vid eller också efter under nu än inga alla denna mycket blev varit ut sina detta vara dem "
     "hur sin in över oss utan måste"},
    {"da",
     "og i at det en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan når der hvor havde "
     "skulle mod skal ved eller også efter under nu end alle denne meget blev været ud sine dette være dem hvad deres "
     "kun op blive nogle"},
    {"nb",
     "og i å det som en på er av for med til den har de ikke om et han men var jeg seg fra vi så kan når der hvor "
     "hadde "
     "skulle mot skal ved eller også etter under nå enn alle denne mye ble vært ut sine dette være dem hva noen deres "
     "bare opp bli mer"},
    {"fi",
     "ja on ei se että oli hän joka ovat mutta kun myös kuin tai niin vain jos mukaan ole sen jo sekä olla nyt en mitä "
     "ne he vielä kaikki tämä siitä hänen olisi ennen koska jotka jälkeen minä tämän mikä sitä voi ollut ettei kanssa "
     "eivät heidän sitten joita"},
    {"pl",
     "i w z na do się nie że jest o to za od po jak co przez dla ale są był czy tym jego przy ze już lub oraz który "
     "która które ich tak jako także było być może ma tylko nad roku jej tego ten też go których pod by bez przed "
     "między przeciw ta te"},
    {"cs",
     "a v je na se že z s to do o ve si by pro i jako po za k od jsou však který ale byl podle jeho při jsem ze které "
     "až nebo tak být také co jen jak již které když ještě bylo která má před pouze jejich bude než už proti byla mezi "
     "bez není této tím aby"},
    {"sk",
     "a v je na sa že z s to do o vo si by pre i ako po za k od sú však ktorý ale bol podľa jeho pri som zo ktoré až "
     "alebo tak byť aj čo len ktorá má pred iba ich bude než už proti bola medzi bez nie je tým aby keď ešte bolo sme"},
    {"hu", "a az és hogy nem is egy ez volt meg csak de már ha még el mint van kell azt ki lehet vagy ami azonban "
           "nagyon azért "
           "után ezt között majd sem által több ellen pedig amely akkor hanem mert olyan minden lesz úgy voltak ő fel"},
    {"ro", "de și în a la cu o nu pe din este un să care pentru că mai ce se au fost sunt lui prin al sau dar ca le fi "
           "despre "
           "după ar ne sa fără cea cel până sub între această acest lor doar când ei am o contra sînt şi împotriva"},
    {"hr", "i u je se na da su za od s a o koji ne će kao bi što iz koje to do nije samo ali ili po te kako već sve "
           "bio prema "
           "nakon koja ima svoje bila tijekom gdje prije uvijek dvije protiv između sa još kada biti njegov"},
    {"sr-Latn",
     "i u je se na da su za od s a o koji ne će kao bi što iz koje to do nije samo ali ili po te kako već sve bio "
     "prema nakon koja ima svoje bila tokom gde pre uvek dve protiv između sa još kada biti ko šta"},
    {"sr", "и у је се на да су за од с а о који не ће као би што из које то до није само али или по те како већ све "
           "био према "
           "након која има своје била током где пре увек две против између са још када бити ко шта"},
    {"sl",
     "in je v na se da za so z pa ki ne bi od s kot tudi po pri ali o iz ni še bo ter ga bil že jih kako kar ko do ima "
     "samo lahko med zaradi proti bila sta biti ta te to pred več če kjer zelo bodo dokler svoje njihov "
     "njihove vendar torej prav smo ste kateri katera katere tem nam vsi vse"},
    {"bg", "и на в да се за от с е не че по са като а до към към или но при си след той беше има който което само още "
           "ще им го "
           "което бе през им ни ви между без под над така тази този които съм тя"},
    {"mk", "и на во да се за од со е не дека по се како а до кон или но при си по тој беше има кој што само уште ќе им "
           "го низ "
           "меѓу без под над така оваа овој кои сум таа"},
    {"ru",
     "и в не на что с по как это из к у за от для но о же так он бы его то или все при только уже мы до быть а был их "
     "её когда которые который также чтобы если еще ещё была были может они где со во под без нет том между против "
     "этого после через этой этот эти нас себя над она"},
    {"uk",
     "і в не на що з до як це у за від для але та про й або його так він би то при тільки вже ми бути а був їх її коли "
     "які який також щоб якщо ще була були може вони де зі під без немає тому між проти цього після через цієї цей ці "
     "нас себе над вона з-за є із"},
    {"be", "і ў не на што з да як гэта у за ад для але пра альбо яго так ён бы то пры толькі ўжо мы быць а быў іх яе "
           "калі якія "
           "які таксама каб калі яшчэ была былі можа яны дзе са пад без няма таму паміж супраць гэтага пасля праз гэты "
           "гэтыя"},
    {"el",
     "και το της να η του ο την με για που στο από είναι των τα οι σε θα δεν τον στην τη μας στη τις τους ότι αυτό"},
    {"tr",
     "ve bir bu da de için ile olarak çok daha olan gibi kadar en ne o ama sonra ki değil var her ise ya mi mı bütün "
     "göre karşı onun tüm arasında ancak veya bile olduğu yeni üzerinde hem eden etmek biz ben yok üzere nasıl"},
    {"ca",
     "de la i el que a en les els un per una del amb es no al ha són com més seva va aquest però o pel ser també dels "
     "seu està aquesta entre si hi han quan l d s n hem fins tot sobre contra molt perquè sense on ara on nostra"},
    {"gl",
     "de a o que e do da en un para con non unha os no se na por máis as dos como mais ao el das á seu súa ou cando "
     "moi "
     "nos xa tamén só pola polo ata isto entre sen mesmo aos seus quen nas eles foi son está ser hai sobre contra"},
    {"eu",
     "eta da ez bat du dira zen hau den ere baina dute izan egin egiten duen hori dela zuen beste ziren edo oso gure "
     "arteko aurka zuten baino ditu hala bere horren bezala guztiak berri diren dago hain"},
    {"eo",
     "la kaj de en estas al ke ne li por kiu ĝi kun mi sed estis kiel oni el per ili pri tio ni kiuj pli tiu ankaŭ vi "
     "se da sia aŭ nur ĉi post ĝis kiam jam inter kontraŭ sen tiel havas povas"},
    {"ar", "في من على أن إلى التي الذي عن مع هذا هذه كان ما لا قد بين كل بعد ذلك و لم قبل حتى أو كما عند ضد هو هي كانت "
           "غير إن"},
    {"fa",
     "و در به از که این را با است برای آن یک تا بر خود می کرد شد هم نیز بود ما هر یا اما دو شده کند باید آنها علیه"},
    {"ur", "کے میں کی ہے اور سے کا کو اس کہ ہیں نے پر یہ بھی کر ایک نہیں تھا ہو جو ان وہ تو گیا خلاف"},
    {"he", "של את על לא עם זה הוא כי או גם היא אם אני כל יש אך אבל היה בין נגד"},
    {"hi", "के में है की और से का को पर इस कि यह हैं ने एक नहीं भी तो कर हो था जो लिए गया वह"},
    {"mr", "आणि आहे या व हे तो ती त्या असे होते नाही करण्यात च ही झाले आहेत"},
    {"ne", "र को मा छ का ले यो पनि भने गर्ने हो लाई भएको छन् गरेको"},
    {"id",
     "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan oleh juga mereka telah ke dapat kepada karena "
     "sebagai atau ada kami kita saya bahwa bisa para sudah lebih antara tersebut harus menjadi secara melawan"},
    {"vi",
     "và của là các có trong được cho một không người với những đã này để từ đến khi vào cũng như ra về phải nhiều năm "
     "trên theo đó sẽ chúng bị ở lại còn rằng mà nhưng chống"},
    {"lt",
     "ir į yra kad iš su tai kaip ne buvo o už bet per tik apie jo dėl ar nuo bei po prie prieš mes jis kurie dar jau"},
    {"lv", "un ir no ar par ka uz kas bet ne arī pie tas kā pēc vai to lai nav bija tikai pret viņš mēs jau starp"},
    {"et",
     "ja on ei et see oli ta mis kui ka ning aga või oma mida nad kes seda siis välja üle välja vastu nii meie pärast"},
    {"sq",
     "të e në dhe për një me që nga i është si nuk u më ka por se këtë do janë ai kjo tij kundër ishte nëse edhe"},
    {"is",
     "og að í á sem er við til um það en var ekki með fyrir af hann frá ég þessi þá hefur eru hún verið gegn eftir"},
    {"la",
     "et in est non ad ut cum quod qui sed ex si de per quae quam a ab esse aut atque enim etiam hoc autem sunt nec"},
};

constexpr TellingLetters letters_table[] = {
    {"de", U"ß", 1.5},          {"de", U"ü", 0.3},
    {"de", U"ä", 0.2},          {"de", U"ö", 0.2},
    {"sv", U"å", 0.4},          {"sv", U"äö", 0.2},
    {"da", U"æø", 0.6},         {"nb", U"æø", 0.55},
    {"da", U"å", 0.3},          {"nb", U"å", 0.35},
    {"fi", U"äö", 0.3},         {"es", U"ñ¿¡", 1.5},
    {"es", U"áíóú", 0.25},      {"pt", U"ãõ", 1.3},
    {"pt", U"çáéíóúâêô", 0.2},  {"gl", U"ñ", 0.4},
    {"fr", U"œùû", 1.0},        {"fr", U"èêàçîô", 0.35},
    {"fr", U"é", 0.25},         {"it", U"ìòù", 0.8},
    {"it", U"èà", 0.3},         {"ca", U"ŀ·", 1.0},
    {"ca", U"àèòçíóú", 0.2},    {"pl", U"łąęśźż", 1.5},
    {"pl", U"ćńó", 0.3},        {"cs", U"řěů", 1.5},
    {"cs", U"čšžýáí", 0.25},    {"sk", U"ľĺŕô", 1.2},
    {"sk", U"čšžýáíď", 0.25},   {"hu", U"őű", 1.5},
    {"hu", U"áéíóöúü", 0.2},    {"ro", U"ășțşţ", 1.2},
    {"ro", U"âî", 0.3},         {"hr", U"đ", 1.0},
    {"sr-Latn", U"đ", 1.0},     {"hr", U"čćšž", 0.4},
    {"sr-Latn", U"čćšž", 0.38}, {"sl", U"čšž", 0.35},
    {"tr", U"ğış", 1.2},        {"tr", U"çöü", 0.2},
    {"eo", U"ĉĝĥĵŝŭ", 2.0},     {"vi", U"ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", 2.0},
    {"vi", U"đ", 0.5},          {"lt", U"ėįųūž", 0.8},
    {"lv", U"āēīģķļņ", 1.2},    {"et", U"õ", 0.8},
    {"sq", U"ë", 0.7},          {"is", U"ðþ", 2.0},
    {"nl", U"ĳ", 1.0},          {"uk", U"їєґ", 2.0},
    {"uk", U"і", 0.9},          {"be", U"ў", 2.0},
    {"be", U"і", 0.7},          {"be", U"ыэё", 0.3},
    {"ru", U"ыэё", 1.0},        {"ru", U"ъ", 0.5},
    {"bg", U"ъ", 0.8},          {"sr", U"ђћ", 2.0},
    {"sr", U"јљњџ", 1.0},       {"mk", U"ѓќѕ", 2.0},
    {"mk", U"јљњџ", 0.9},       {"fa", U"پچژگ", 1.5},
    {"fa", U"کی", 0.5},         {"ur", U"ٹڈڑںےہھ", 2.0},
    {"ur", U"پچگ", 0.5},        {"ar", U"ةىكي", 1.0},
    {"ar", U"إأ", 0.8},         {"mr", U"ळ", 1.5},
};

} // namespace

std::span<LanguageWords const> language_words() { return words_table; }
std::span<TellingLetters const> telling_letters() { return letters_table; }

} // namespace quoin::manuscript
