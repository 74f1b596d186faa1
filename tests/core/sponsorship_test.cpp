#include "core/sponsorship.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/disclosure_words.h"

using namespace mf::core;

namespace {

Disclosure of(std::string_view caption) { return disclosure(read_caption(caption)); }

}  // namespace

TEST_CASE("a post that says it was paid for is sponsored, in the words of its country") {
  for (const std::string_view caption : {
           // English
           "Training for Berlin in the new shoes 👟 #ad",
           "#AD My winter skin routine with @brand",
           "AD | My winter skin routine",
           "Ad: three coats I would buy again",
           "(ad) Sunday reset",
           "📣 Advert 📣 the coat of the year",
           "Loved this stay.\nAdvertisement",
           "Paid partnership with @brand. I missed the last ferry",
           "This video includes paid promotion.",
           "#sponsored #travel",
           "#paid_partnership",
           "#paidpartnership @hotel",
           "sponsored by @brand: my desk",
           // German
           "Werbung | Unser Wochenende im Harz",
           "[Anzeige] Mein neues Rad",
           "Anzeige @marke\nSo packe ich für vier Tage",
           "#werbung Endlich Urlaub",
           "Bezahlte Partnerschaft mit @marke",
           // French
           "Collaboration commerciale avec @marque : ma routine du matin",
           "#publicité Une journée à Lyon",
           "#PartenariatRémunéré",
           "#sponsorise belle découverte",
           // Spanish
           "#publi Mi rutina de mañana",
           "Publicidad | Tres recetas para el lunes",
           "#colaboraciónpagada con @marca",
           // Portuguese
           "#publi Minha rotina da manhã com @marca",
           "Parceria paga com @marca",
           "#publicidade",
           // Italian
           "#adv @brand La mia colazione di oggi",
           "Adv @brand\nOggi vi porto con me a Torino",
           "#pubblicità",
           "Contenuto sponsorizzato da @brand",
           // Dutch
           "#reclame Mijn favoriete koffie van deze week",
           "Betaald partnerschap met @merk",
           "#adv Dit is mijn favoriete koffie van deze week",
           // Polish
           "[REKLAMA] Mój poranek",
           "#współpracareklamowa z @marka",
           "Płatna współpraca z marką X",
           "Reklama marki X: nasz weekend w górach",
           // Turkish
           "#reklam Sabah rutinim",
           "#işbirliği @marka",
           "@marka ile iş birliği 💙",
           "#sponsor bugün çok güzel bir gün",
           // Nordic
           "Reklam för X | Min morgon",
           "#annons Min morgon",
           "Betalt samarbeid med @merke",
           "Reklame @mærke",
           // Russian
           "Реклама. ООО «Ромашка» erid: 2VtzqwX",
           "#реклама мой завтрак",
           // Japanese
           "#PR 新作コスメを使ってみた",
           "【PR】朝のルーティン",
           "#広告 今日のコーデ",
           "#タイアップ",
           "このプロモーションを含みます動画",
           // Korean
           "[광고] 요즘 쓰는 크림",
           "#협찬 주말 여행",
           "소정의 원고료를 받고 작성했습니다",
           // Chinese
           "#广告 我的早餐",
           "【業配】今天吃什麼",
           // Arabic, Hindi, Indonesian, Greek
           "#إعلان_مدفوع روتيني الصباحي",
           "#विज्ञापन मेरी सुबह",
           "Kemitraan berbayar dengan @merek",
           "#διαφήμιση το πρωινό μου",
           "#โฆษณา เช้านี้",
           "#quảngcáo buổi sáng",
       }) {
    CAPTURE(caption);
    CHECK(is_sponsored(caption));
  }
}

TEST_CASE("a word that only looks like a disclosure is none") {
  for (const std::string_view caption : {
           "#adventure #adidas #addicted #adoptdontshop",
           "Add the flour and stir",
           "An ad hoc plan",
           "Ad hoc weekend in Kent",
           "Ad-free listening at last",
           "I saw an ad for this and laughed",
           "What is the best ad you ever saw?",
           "Ad nauseam",
           "bad, mad, glad",
           "https://example.com/#ad",
           "@ad @sponsored",
           "#ads #adsofinstagram #advertising #marketing",
           "#collab #partner #ambassador #sp #spon #promo #thanksbrand",
           "In collaboration with my sister",
           "Our partnership of ten years 💍",
           "#adv #advrider through Iceland, and this is the road we took",
           "New PR today: 5:02 for the mile! #pr #running",
           "PR: 5:02",
           "#sponsor a child and make the day of somebody",
           "Diese Werbung nervt mich jeden Abend",
           "Werbefrei",
           "Eine Anzeige wegen Falschparken",
           "Les annonces #annonce",
           "Reklamı sevmiyorum",
           "Publicar #publico",
           "#reclameaqui",
           "#samenwerking #werkgeluk",
           "#إعلان هام",
           "광고 없이 보는 법",
           "",
           "🔥🔥🔥",
       }) {
    CAPTURE(caption);
    CHECK(of(caption) == Disclosure::none);
  }
}

TEST_CASE("what says that it was not paid is no payment, whatever label stands beside it") {
  for (const std::string_view caption : {
           "This is not a paid partnership, I bought it myself",
           "It isn't a paid partnership",
           "Not sponsored. #sponsored by nobody",
           "Not an #ad, just love it",
           "Werbung | unbezahlt | Markennennung",
           "#werbung (unbezahlt, da Verlinkung)",
           "Unbezahlte Werbung",
           "#unbezahltewerbung #werbung",
           "Anzeige / selbst gekauft",
           "Keine bezahlte Werbung",
           "No es #publi",
           "No es una colaboración pagada",
           "Não é publi 😂 #publi",
           "Ceci n'est pas un partenariat rémunéré",
           "Sans partenariat rémunéré",
           "Aucun partenariat rémunéré avec l'hôtel",
           "No, non è #pubblicità",
           "To nie reklama #reklama",
           "#reklamdeğil #reklamdeğiltavsiye",
           "Reklam değil tavsiye",
           "#реклама не реклама",
           "#내돈내산 #광고",
           "[광고 아님] 제가 샀어요",
       }) {
    CAPTURE(caption);
    CHECK(of(caption) == Disclosure::none);
  }
}

TEST_CASE("a denial reaches only what it stands right before") {
  CHECK(is_sponsored("There is no better way to start a week #ad"));
  CHECK(is_sponsored("I am not going back. Paid partnership with @brand"));
  CHECK(is_sponsored("No filter #nofilter #ad"));
}

TEST_CASE("a gift is not a payment, and a payment outweighs it") {
  for (const std::string_view caption : {
           "#gifted My first espresso at home",
           "Gifted | A night by the lake",
           "#prsample #skincare",
           "Kindly gifted by @brand",
           "#recebidos da semana",
           "Produit offert par @marque",
           "Prodotto fornito da @brand",
           "Das Rad wurde mir kostenlos zur Verfügung gestellt",
           "@marka tarafından hediye edildi",
           "#提供 今日のおやつ",
           "제품을 제공받아 작성한 후기입니다",
           "Werbung, unbezahlt #prsample",
       }) {
    CAPTURE(caption);
    CHECK(of(caption) == Disclosure::gift);
    CHECK_FALSE(is_sponsored(caption));
  }
  CHECK(of("#gifted #ad") == Disclosure::paid);
  CHECK(of("A gifted child, a gift for my mum") == Disclosure::none);
}

TEST_CASE("hashtags that disclose are known by name") {
  CHECK(is_disclosure_hashtag("ad"));
  CHECK(is_disclosure_hashtag("paidpartnership"));
  CHECK(is_disclosure_hashtag("unbezahltewerbung"));
  CHECK_FALSE(is_disclosure_hashtag("adventure"));
  CHECK_FALSE(is_disclosure_hashtag("paid"));
  CHECK_FALSE(is_disclosure_hashtag(""));
}

TEST_CASE("the disclosure words are written in the form in which captions are compared, and none twice") {
  std::vector<std::string_view> seen;
  for (const DisclosureWord& row : disclosure_words()) {
    CAPTURE(row.words);
    CHECK(read_caption(row.words).plain == row.words);
    for (const std::string_view other : seen) CHECK(other != row.words);
    seen.push_back(row.words);
  }
  CHECK(read_caption(denying_words).plain == denying_words);
  CHECK(read_caption(words_after_denial).plain == words_after_denial);
}

TEST_CASE("every disclosure word that stands in no language's own row discloses as a hashtag") {
  for (const DisclosureWord& row : disclosure_words()) {
    if (row.only_in != 0 || row.place == Place::inside) continue;
    std::string caption = "#";
    for (const char c : row.words) {
      if (c != ' ') caption += c;
    }
    CAPTURE(caption);
    const Disclosure expected = row.meaning == Meaning::paid   ? Disclosure::paid
                                : row.meaning == Meaning::gift ? Disclosure::gift
                                                               : Disclosure::none;
    CHECK(of(caption) == expected);
  }
}

TEST_CASE("a caption of a megabyte takes its time once") {
  for (const std::string_view piece :
       {"paid partnership ", "a ", "not a ", "#ad", "publicidad", "ad|", "你好", "내돈내산 "}) {
    std::string caption;
    while (caption.size() < 1'000'000) caption += piece;
    const bool paid = is_sponsored(caption);
    CAPTURE(piece);
    CHECK(paid == (piece == "paid partnership " || piece == "#ad" || piece == "ad|"));
  }
}
