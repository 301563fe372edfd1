"""Turkish for the made-up journals."""

WORDS = {
    "months": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "date": ["{d} {m} {y}"],
    "month_date": "{m} {y}",
    "by": "{P}",
    "collective": ["{O} Açıklaması"],
    "notes": ["Notlar", "Dipnotlar"],
    "contents": ["İçindekiler", "Bu sayıda"],
    "page": "s. {n}",
    "number": "Sayı {n}",
    "people": "Adnan Kırımlıoğlu|Behice Suyolcu|Cemal Derebaşı|Feride Ulupınar|Hüsnü Çakırağa|İnci Gökbayrak|Lütfi Ormancı|"
              "Münire Şahbaz|Nejat Tunçdere|Süheyla Ayvalı",
    "places": "Akçabelen|Yukarıköy|Taşlıdere|Gökçepınar|Eskiliman|Kızılyazı",
    "openers": """
Bilindiği gibi
Hatırlanacağı üzere
Raporda da belirtildiği gibi,
""",
    "links": """
, ve |, ama |; ancak |, çünkü |, oysa | ve 
""",
    "clauses": """
{A} bugün herkes için en önemli soru olmaya devam ediyor
{P} bütün bu olayı yayın kuruluna yazdığı bir mektupta anlattı
bu konuda uzmanlar arasında bugüne kadar bir anlaşma olmadı
komite rakamları üçüncü kez açıklamadı
eski üyelerin çoğu {Y} yılından önceki günleri hâlâ hatırlıyor
o günlerde olanlar bilinmeden bu mesele anlaşılamaz
yaklaşık {N} kişi dilekçeyi bir hafta içinde imzaladı
yerel gazeteler bu konuda tek bir söz bile yazmadı
{P} ve {P} {Y} yılının sonbaharından beri bu konu üzerinde çalışıyor
gelecek sayılardan birinde bu konuya yeniden döneceğiz
bölgenin başka hiçbir yerinde buna benzer bir şey görülmedi
küçük bir grup eski bir kahvenin arka odasında toplanmaya devam etti
masrafların {N} bin liradan fazla olduğu söyleniyor
{A} büyük ölçüde birkaç kişinin iyi niyetine bağlı
bundan konunun önemsiz olduğu sonucu çıkarılamaz
o zaman verilen cevap ne tam ne de inandırıcıydı
bu farklar en az {Y} yılından beri herkes tarafından biliniyor
soru toplantıda bir kez daha soruldu ve yine ertelendi
yakında oturanların kaygılanmak için pek çok nedeni var
ilk sonuçlar o kadar şaşırtıcıydı ki iki kez kontrol edilmesi gerekti
{P} her şeyin yıl sonundan önce çözüleceğine inanıyordu
arşivde bu döneme ait {N} mektuptan fazlası bulunuyor
iki tarafın da bu durumdan bir çıkış yolu araması için nedenleri var
kaynakların dikkatli okunması çok farklı bir tablo ortaya koyuyor
""",
    "themes": {
        "union": "fabrikadaki çalışma süresi|yeni toplu sözleşme|dökümhanenin kapanması|grev hakkı|çırakların ücreti|"
                 "temsilci seçimi|dayanışma sandığı|işyeri güvenliği",
    },
    "organisations": {"union": "Maden İşçileri Birliği|İşyeri Temsilcileri|Dayanışma Komitesi"},
    "titles": """
{A}: ne öğrendik?
Bir kez daha: {A}
{A} ve {Y} yazı
{A} üzerine yeni düşünceler
""",
    "subtitles": """
{N} aydır süren bir tartışma üzerine notlar
Okur mektuplarına bir cevap
Bu olaylar neden yalnızca burada yaşayanlar için değil herkes için önemlidir, okurlarımız {N} mektupta bize neler yazdı ve gelecek toplantı ciddiye alınmak istiyorsa bundan hangi sonuçları çıkarmak zorundadır
""",
    "headings": """
{Y} yılının olayları
Rakamlar ne diyor
İki itiraz
Şimdi ne yapmalı
Açık sorular
Gelecek için dersler
""",
    "items": """
salonun bütün üyelere açık olması
kaynakların tam bir listesi
okurlarla açık bir tartışma
{Y} yılından beri bütün hesapların yayımlanması
her sayıda düzenli bir rapor
""",
    "verse": """
Irmak unuttu artık yağmuru,
değirmen döner, döner de ister;
bir fener geçer ıslak yoldan,
biri kıyıda tekneleri sayar.
""",
    "note": ["{P}: {A}, {L} {Y}, s. {n}", "Bkz. {P}, yıllık rapor, {D}", "{P}, yayın kuruluna mektup, {D}"],
    "note_more": "Bunu {D} tarihli sayıda daha ayrıntılı olarak ele aldık ve {P} düşüncelerimize bir mektupla cevap verdi.",
    "ibid": "Aynı yerde.",
    "quote_marks": "“ ”",
    "calls_for": "Şu adımların atılmasını istiyoruz:",
    "such_as": "Rapor üç neden sayıyor: 1. para eksikliği, 2. zaman eksikliği ve 3. iyi niyet eksikliği.",
    "paren": "({D} tarihli sayıya bakınız)",
    "compounds": "Türk-Yunan|kuzey-güney|işçi-köylü",
    "ad_label": ["{O} Kitapları", "Yayınlarımız"],
    "ad_sale": "{n} sayfa, A5 boy, {k} TL",
    "ad_order": "Sipariş için: siparis@{w}",
    "subscribe": ["Abone olun!", "Yılda dört sayı {n} TL. Yayın kuruluna yazınız.", "abone@{w}"],
    "masthead": "{T} yılda dört kez çıkar. Yayımlayan: {O}. Yazılar yayın kuruluna gönderilmelidir; imzalı yazılar yazarlarının "
                "görüşlerini yansıtır. Baskı: {P}, {L}.",
    "cover_picture": "Kapaktaki fotoğraf: {L} (fotoğraf: {P})",
    "mixed": "Mektubun başlığı *{X}* ve hiçbir zaman cevaplanmadı.",
}
