#include "manuscript/identify_language.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using quoin::manuscript::identify_language;

namespace {

std::string language(std::string_view text) { return identify_language(text).language; }

} // namespace

TEST_CASE("sentences tell their language") {
    std::vector<std::pair<std::string, std::string>> const sentences{
        {"en",
         "The workers of the city have been on strike since Monday, and they will not go back before they are paid."},
        {"de",
         "Die Arbeiter der Stadt streiken seit Montag, und sie werden nicht zurückgehen, bevor sie bezahlt werden."},
        {"fr", "Les ouvriers de la ville sont en grève depuis lundi et ils ne reprendront pas le travail avant d'être "
               "payés."},
        {"es", "Los obreros de la ciudad están en huelga desde el lunes y no volverán hasta que les paguen lo que les "
               "deben."},
        {"pt",
         "Os operários da cidade estão em greve desde segunda-feira e não voltarão até que lhes paguem o que devem."},
        {"it", "Gli operai della città sono in sciopero da lunedì e non torneranno al lavoro prima di essere pagati."},
        {"nl",
         "De arbeiders van de stad zijn sinds maandag in staking en ze gaan niet terug voordat ze betaald worden."},
        {"sv",
         "Arbetarna i staden har strejkat sedan i måndags och de kommer inte tillbaka förrän de har fått betalt."},
        {"da",
         "Arbejderne i byen har været i strejke siden mandag, og de kommer ikke tilbage, før de har fået løn af dem."},
        {"nb", "Arbeiderne i byen har vært i streik siden mandag, og de kommer ikke tilbake før de har fått lønn etter "
               "avtalen."},
        {"fi", "Kaupungin työläiset ovat olleet lakossa maanantaista lähtien, eivätkä he palaa ennen kuin heille on "
               "maksettu."},
        {"pl", "Robotnicy miasta strajkują od poniedziałku i nie wrócą do pracy, dopóki nie dostaną zapłaty, która się "
               "im należy."},
        {"cs", "Dělníci ve městě stávkují od pondělí a nevrátí se do práce, dokud nedostanou zaplaceno, jak jim bylo "
               "slíbeno."},
        {"sk", "Robotníci v meste štrajkujú od pondelka a nevrátia sa do práce, kým nedostanú zaplatené, ako im bolo "
               "sľúbené."},
        {"hu",
         "A város munkásai hétfő óta sztrájkolnak, és nem mennek vissza, amíg ki nem fizetik őket, mert az úgy van."},
        {"ro", "Muncitorii din oraș sunt în grevă de luni și nu se vor întoarce până când nu vor fi plătiți pentru ce "
               "au făcut."},
        {"hr",
         "Radnici u gradu štrajkaju od ponedjeljka i neće se vratiti prije nego što im bude plaćeno, gdje god radili."},
        {"sr",
         "Радници у граду штрајкују од понедељка и неће се вратити пре него што им буде плаћено оно што су зарадили."},
        {"sl", "Delavci v mestu stavkajo od ponedeljka in se ne bodo vrnili, dokler ne bodo plačani za svoje delo, ker "
               "je prav."},
        {"bg", "Работниците в града стачкуват от понеделник и няма да се върнат, преди да им бъде платено това, което "
               "са спечелили."},
        {"ru", "Рабочие города бастуют с понедельника и не вернутся, пока им не заплатят за то, что они сделали."},
        {"uk", "Робітники міста страйкують з понеділка і не повернуться, поки їм не заплатять за те, що вони зробили."},
        {"be", "Рабочыя горада бастуюць з панядзелка і не вернуцца, пакуль ім не заплацяць за тое, што яны зрабілі."},
        {"el", "Οι εργάτες της πόλης απεργούν από τη Δευτέρα και δεν θα επιστρέψουν πριν πληρωθούν."},
        {"tr", "Şehrin işçileri pazartesiden beri grevde ve paraları ödenmeden işe geri dönmeyecekler, çünkü bu "
               "onların hakkı."},
        {"ca", "Els obrers de la ciutat són en vaga des de dilluns i no tornaran fins que els paguin el que els deuen "
               "amb raó."},
        {"eu",
         "Hiriko langileak greban daude astelehenetik eta ez dira itzuliko ordaindu arte, hori da beren eskubidea."},
        {"eo",
         "La laboristoj de la urbo strikas ekde lundo kaj ili ne revenos antaŭ ol oni pagos al ili por ilia laboro."},
        {"ar", "عمال المدينة مضربون منذ يوم الاثنين ولن يعودوا إلى العمل قبل أن يتم دفع أجورهم من الشركة"},
        {"fa", "کارگران شهر از دوشنبه در اعتصاب هستند و تا زمانی که دستمزد آنان پرداخت "
               "نشود "
               "به "
               "کار "
               "باز "
               "نمیگردند"},
        {"he", "פועלי העיר שובתים מיום שני ולא יחזרו לפני שישלמו להם"},
        {"hi", "शहर के मजदूर सोमवार से हड़ताल पर हैं और जब तक उन्हें पैसे नहीं मिलते वे वापस नहीं आएंगे"},
        {"ja", "町の労働者たちは月曜日からストライキをしている。"},
        {"zh", "城里的工人从星期一开始罢工，不拿到工资就不回去。"},
        {"ko", "도시의 노동자들은 월요일부터 파업 중이다."},
        {"id", "Para buruh di kota ini telah mogok sejak hari Senin dan mereka tidak akan kembali sebelum dibayar oleh "
               "perusahaan."},
        {"vi", "Công nhân của thành phố đã đình công từ thứ hai và họ sẽ không trở lại trước khi được trả lương."}};
    for (auto const& [expected, text] : sentences) {
        auto const guess = identify_language(text);
        INFO(text << " is " << guess.language << " by " << guess.confidence);
        CHECK(guess.language == expected);
        CHECK(guess.confidence > 0.5);
    }
}

TEST_CASE("a paragraph is surer than a title") {
    std::string const title = "The War in Ukraine";
    std::string const sentence =
        "This is what the workers have always said, and it is what they will say as long as they are not paid for it. ";
    CHECK(language(title) == "en");
    CHECK(identify_language(title).confidence < 0.75);
    CHECK(identify_language(sentence + sentence + sentence).confidence > 0.9);
}

TEST_CASE("Ukrainian stands out from Russian by its letters") {
    CHECK(language("Війна в Україні та її наслідки") == "uk");
    CHECK(language("Последствия войны") == "ru");
    CHECK(language("Війна і мір у думках") == "uk");
}

TEST_CASE("names in another script do not turn a text") {
    CHECK(language("The journal «Правда» was the paper of the party in those years and of the trade unions.") == "en");
    CHECK(language("In the article “Спілка” he says that it is so.") == "en");
}

TEST_CASE("what tells nothing gives nothing") {
    CHECK(language("").empty());
    CHECK(language("12 345 – * * *").empty());
    CHECK(language("Xyzzy").empty());
}
