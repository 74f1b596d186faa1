#include "core/disclosure_words.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mf::core {
namespace {

using enum Meaning;
using enum Place;

// Words of one kind, with a bar between them.
struct Row {
  Meaning meaning;
  Place place;
  std::string_view words;
  Languages only_in = 0;
};

constexpr Row rows[] = {
    // English. The FTC (Disclosures 101, 2019) names "ad" and "sponsored" as clear, and "sp", "spon", "collab",
    // "ambassador" and "thanks" as unclear. ASA and CMA (2020) accept "Ad", "Advert" and "Advertisement". "Paid
    // partnership" is the label of Instagram and TikTok, "includes paid promotion" that of YouTube.
    {paid, label, "ad|advert|advertisement|sponsored|sponsored ad|paid ad|paid post|paid partner"},
    {paid, phrase,
     "paid partnership|paid promotion|paid collaboration|paid collab|paid advertisement|sponsored by|sponsored post|"
     "sponsored content|sponsored video"},
    {unpaid, phrase, "not sponsored|not an ad|not paid|unsponsored|unpaid"},
    // Ireland's ASA takes #gifted for a label of its own (2023), ASCI of India "free gift" (2021).
    {gift, label, "gifted|free gift|pr gift|pr sample|pr samples|press sample|pr stay|pr invite|press drop"},
    {gift, phrase, "gifted by|kindly gifted"},

    // German. The media authorities ask for "Werbung" or "Anzeige" (Leitfaden der Medienanstalten); courts had people
    // write both under posts that nobody paid, hence the many words for that.
    {paid, label, "werbung|anzeige|gesponsert|dauerwerbung|dauerwerbesendung"},
    {paid, phrase,
     "bezahlte werbung|bezahlte anzeige|bezahlte partnerschaft|bezahlte werbepartnerschaft|bezahlte kooperation|"
     "bezahlte zusammenarbeit|bezahlte produktplatzierung|gesponsert von"},
    {unpaid, phrase,
     "unbezahlt|unbezahlte|unbeauftragt|unbeauftragte|selbst gekauft|selbst bezahlt|selbstgekauft|selbstbezahlt|"
     "unbezahlte werbung|werbung unbezahlt|unbeauftragte werbung|werbung unbeauftragt|markennennung|namensnennung|"
     "werbung wegen markennennung"},
    {gift, phrase, "kostenlos zur verfugung gestellt|kostenfrei zur verfugung gestellt"},

    // French. The law of 9 June 2023 (2023-451) asks for "Publicité" or "Collaboration commerciale".
    {paid, label, "publicite|sponsorise|sponsorisee"},
    {paid, phrase,
     "collaboration commerciale|partenariat remunere|collaboration remuneree|contenu sponsorise|post sponsorise|"
     "publication sponsorisee|sponsorise par"},
    {unpaid, phrase, "non sponsorise|non sponsorisee|non remunere|non remuneree"},
    {gift, phrase, "produit offert|produits offerts"},

    // Spanish: "publicidad", "publi" and "patrocinado" say it outright; Instagram's label is "colaboración pagada".
    // "En colaboración con" is said of unpaid posts too.
    {paid, label, "publi|publicidad|patrocinado|patrocinada"},
    {paid, phrase,
     "colaboracion pagada|publicidad pagada|promocion pagada|contenido patrocinado|contenido pagado|post patrocinado|"
     "publicacion patrocinada|patrocinado por|patrocinada por"},
    {unpaid, phrase, "no publi|no publicidad|no es publi|no es publicidad"},

    // Portuguese. CONAR (2020) recommends "publicidade", "publi", "conteúdo pago", "parceria paga" and "patrocinado",
    // and "recebido" for what was sent.
    {paid, label, "publicidade|publipost|conteudo pago"},
    {paid, phrase, "parceria paga|publicidade paga|conteudo patrocinado|contem publicidade"},
    {unpaid, phrase, "nao e publi|nao e publicidade"},
    {gift, label, "recebido|recebidos|recebidinhos"},

    // Italian. IAP's Digital Chart: "Pubblicità", "Sponsorizzato da", "Advertising", "Ad" or "Adv" with the brand; and
    // "prodotto fornito da". Elsewhere #adv is adventure and #advertising a trade.
    {paid, label, "pubblicita|sponsorizzato|sponsorizzata|inserzione a pagamento"},
    {paid, label, "adv", only(Language::italian) | only(Language::dutch)},
    {paid, label, "advertising", only(Language::italian)},
    {paid, phrase,
     "sponsorizzato da|sponsorizzata da|contenuto sponsorizzato|post sponsorizzato|collaborazione pagata|"
     "collaborazione retribuita|partnership pubblicizzata|partnership retribuita"},
    {unpaid, phrase, "no adv|non sponsorizzato|non e pubblicita"},
    {gift, phrase, "prodotto fornito da|prodotti forniti da|prodotto inviato da|prodotti inviati da"},

    // Dutch. Belgium's ministry of economy (2022): #reclame, #advertentie, #publiciteit, in some cases #gesponsord.
    // "Samenwerking" alone is any working together.
    {paid, label, "reclame|advertentie|publiciteit|gesponsord"},
    {paid, phrase,
     "betaald partnerschap|betaalde samenwerking|betaalde partnerschap|betaalde promotie|gesponsord door|"
     "gesponsorde post"},
    {unpaid, phrase, "niet gesponsord|niet betaald|onbetaald|onbetaalde samenwerking"},

    // Polish. UOKiK (2022): #reklama, #materiałreklamowy, #współpracareklamowa, "płatna współpraca z marką", "reklama
    // marki".
    {paid, label, "reklama|sponsorowane"},
    {paid, head, "reklama marki"},
    {paid, phrase,
     "material reklamowy|wspolpraca reklamowa|platna wspolpraca|wspolpraca platna|platne partnerstwo|"
     "platna promocja|material sponsorowany|post sponsorowany|wpis sponsorowany|sponsorowany przez"},
    {unpaid, phrase, "nie reklama|to nie reklama"},

    // Turkish. The advertising board's guide (2021) lists #reklam, #sponsor, #işbirliği, #ortaklık and, for what was
    // sent, "tarafından hediye". #reklamdeğiltavsiye (not an ad, a recommendation) is among the most used tags.
    {paid, label, "reklam|isbirligi|is birligi|ortaklik|sponsorlu"},
    {paid, label, "sponsor", only(Language::turkish)},
    {paid, phrase,
     "ile isbirligi|ile is birligi|ucretli isbirligi|ucretli is birligi|ucretli ortaklik|sponsorlu icerik|"
     "reklam isbirligi"},
    {unpaid, phrase, "reklam degil|reklam degildir|reklam degil tavsiye|isbirligi degil|is birligi degil"},
    {gift, phrase, "tarafindan hediye|tarafindan saglanmistir|hediye urun"},

    // Swedish, Norwegian, Danish. "Reklam" and "annons" are what Konsumentverket and Finland's KKV ask for ("Reklam
    // Brand"); "i samarbete med" does not do. Danish "annonce" is any announcement in French.
    {paid, label, "annons|annonse|reklame|reklaminlagg|sponsrat|sponset|sponsoreret"},
    {paid, head, "reklam for|reklame for"},
    {paid, phrase,
     "betalt samarbete|betalt samarbeid|betalt samarbejde|betalt partnerskap|betalt partnerskab|annonssamarbete|"
     "reklamsamarbete|reklamesamarbeid|annonsorinnhold|sponsrat inlagg|sponset innlegg|sponsoreret indhold"},

    // Russian and Ukrainian. The law on advertising asks for "Реклама", and since 2022 for a token named erid.
    {paid, label, "реклама"},
    {paid, phrase, "erid|на правах рекламы|рекламная интеграция|рекламный пост|платное партнерство|платная интеграция"},
    {unpaid, phrase, "не реклама"},

    // Greek: plain words for advertising and sponsored.
    {paid, label, "διαφήμιση|διαφημιση|χορηγούμενο"},
    // Arabic: "paid advertisement" and Instagram's label; "إعلان" alone is any announcement.
    {paid, phrase, "اعلان مدفوع|شراكة مدفوعة|محتوى مدفوع"},
    // Hindi: the words for advertisement and sponsored; ASCI lets labels be in the language of the post.
    {paid, label, "विज्ञापन|प्रायोजित"},
    // Indonesian: the word for advertisement, and Instagram's label.
    {paid, label, "iklan"},
    {paid, phrase, "kemitraan berbayar|konten berbayar|kerja sama berbayar|kerjasama berbayar"},

    // Thai, Vietnamese: the words for advertisement.
    {paid, label, "โฆษณา|quảng cao|quang cao"},

    // Japanese. The Consumer Affairs Agency (2023) names 広告 and PR; WOMJ also プロモーション, and タイアップ before
    // that,
    // which is Instagram's label. 宣伝 is mostly said of one's own work. #PR elsewhere is a personal record or Puerto
    // Rico.
    {paid, label, "広告|プロモーション|タイアップ|タイアップ投稿|企業案件"},
    {paid, label, "pr", only(Language::japanese)},
    {paid, inside, "プロモーションを含みます|タイアップ投稿です"},
    {gift, label, "提供|商品提供|ギフティング"},

    // Korean. The fair trade commission wants [광고] or [협찬] at the head of a post, and no "collaboration" or
    // "partnership". 내돈내산: bought with my own money.
    {paid, label, "광고|협찬|유료광고|유료 광고|광고포함|광고 포함|유료광고포함|유료 광고 포함"},
    {paid, phrase, "유료 파트너십|소정의 원고료를|소정의 수수료를|원고료를 지급받아|원고료를 제공받아"},
    {unpaid, phrase, "내돈내산|광고 아님|협찬 아님|광고 아닙니다|협찬 아닙니다|광고아님|협찬아님"},
    {gift, label, "제품제공|제품 제공|제품협찬|체험단"},
    {gift, phrase, "제품을 제공받아|제품을 제공받고|상품을 제공받아|제품만 제공받아"},

    // Chinese. The rules on internet advertising (2023) ask for 广告; 業配 is the word of Taiwan.
    {paid, label, "广告|廣告|付费合作|付費合作|商业合作|商業合作|业配|業配"},
};

std::vector<DisclosureWord> unpacked() {
  const auto before = [](const DisclosureWord& a, const DisclosureWord& b) { return a.words < b.words; };
  std::vector<DisclosureWord> all;
  for (const Row& row : rows) {
    for (std::size_t begin = 0; begin < row.words.size();) {
      const std::size_t end = std::min(row.words.find('|', begin), row.words.size());
      const DisclosureWord word = {row.words.substr(begin, end - begin), row.meaning, row.place, row.only_in};
      all.insert(std::upper_bound(all.begin(), all.end(), word, before), word);
      begin = end + 1;
    }
  }
  return all;
}

}  // namespace

std::span<const DisclosureWord> disclosure_words() {
  static const std::vector<DisclosureWord> all = unpacked();
  return all;
}

std::span<const DisclosureWord> disclosure_words(char first) {
  const std::span<const DisclosureWord> all = disclosure_words();
  const auto byte = [](char c) { return static_cast<unsigned char>(c); };
  const auto begin = std::partition_point(
      all.begin(), all.end(), [&](const DisclosureWord& word) { return byte(word.words[0]) < byte(first); });
  const auto end = std::partition_point(begin, all.end(),
                                        [&](const DisclosureWord& word) { return byte(word.words[0]) == byte(first); });
  return {begin, end};
}

}  // namespace mf::core
