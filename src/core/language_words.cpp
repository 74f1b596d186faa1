#include "core/language_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace mf::core {
namespace {

using enum Language;

constexpr LanguageWords table[] = {
    {english, "you your yours yourself yourselves youre yall",
     "the of and to a an in is it its that this these those i my me we our us he she they his her their them was were "
     "be been are am has have had do does did not no on for with from by at as or so if but than then when where what "
     "who how why which all any some more most just very can will would could should about out up into over there here "
     "get got one new now today tonight tomorrow week year day days time really still also only ever never much many "
     "after before because re s t ll ve d m don like love make made good great best back going want need know think "
     "feel look little always thing things something life people first last next thank thanks everyone please happy "
     "ton size dig dine"},
    {spanish, "tu tus te ti contigo vos vosotros vosotras os vuestro vuestra vuestros vuestras usted ustedes tuyo tuya",
     "el la los las un una unos unas de del al y e o u que en es por para con sin se lo le les me mi mis nos su sus no "
     "ni si ya muy mas pero como cuando donde porque este esta esto estos estas ese esa eso hay son fue ser estar he "
     "ha hoy todo toda todos todas tambien solo cada desde hasta sobre entre asi bien ahora siempre nada algo mucho "
     "mucha hola gracias quiero tengo semana gran mejor vida vi anda"},
    {portuguese, "voce voces vc vcs tu te ti contigo teu tua teus tuas",
     "o a os as um uma uns umas de do da dos das e que em no na nos nas ao aos por pelo pela para pra com sem se eu me "
     "meu minha meus minhas nao sim ja muito muita mais mas como quando onde porque este esta isso esse essa isto foi "
     "ser estar tem sao hoje todo toda todos todas tambem so cada desde ate sobre entre assim bem agora sempre nada "
     "algo gente obrigada obrigado semana melhor vida vi anda"},
    {french, "tu toi te t ton ta tes vous votre vos",
     "le la les l un une des du de d et a au aux en dans que qu qui quoi ce cet cette ces est sont c j je m me moi mon "
     "ma mes on nous notre il elle ils elles se s sa son ses leur ne n pas plus mais ou donc pour par avec sans sur "
     "sous chez tres bien comme quand tout tous toute toutes fait faire etre avoir ai as ete y si dit aussi encore "
     "toujours jour aujourd hui merci bonjour petit petite belle beau tue"},
    {german, "du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer",
     "der die das den dem des ein eine einen einem einer und oder aber ist sind war waren bin bist hat haben habe ich "
     "mich mir mein meine meinen meiner wir uns unser unsere er sie es ihr nicht kein keine auch nur noch schon sehr "
     "so wie was wenn weil dass mit von vom zu zum zur auf in im an am aus bei fur uber um nach vor heute jetzt mal "
     "immer wieder hier da man mehr viel alle alles ganz einfach doch ja gibt wird werden kann tue also dann danke "
     "schone schonen"},
    {italian, "tu te ti tuo tua tuoi tue voi vi vostro vostra vostri vostre",
     "il lo la i gli le l un uno una di d del dello della dei delle da dal in nel nella su sul per con tra fra e o ma "
     "che chi non si ci mi me mio mia miei mie io noi nostro lui lei loro ne se come quando dove perche questo questa "
     "questi queste quello quella sono sei ho ha hai abbiamo era stato essere fare tutto tutti tutte anche solo gia "
     "ancora sempre molto piu bene oggi cosa poi ai al alla grazie ciao giorno vita"},
    {dutch, "je jij jou jouw jullie u uw",
     "de het een en of maar is zijn was waren ben bent heb heeft hebben ik mij mijn me wij we ons onze hij zij ze dit "
     "dat deze die niet geen ook nog wel al heel zo als wat wie waar hoe dan met van voor naar op in aan uit bij om te "
     "over onder door tot er hier nu vandaag altijd weer meer veel alle alles gewoon echt dag leuk leuke mooi mooie"},
    {polish, "ty ciebie tobie toba cie twoj twoja twoje twoich twoim wy was wam wami wasz wasza wasze waszych",
     "i a w we z ze na do nie to jest sa sie jak co czy ale o od po za dla przez przy bez moj moja moje mnie mi ja my "
     "on ona ono oni ten ta te tego tej tym tak juz tylko jeszcze bardzo wiec gdy kiedy gdzie ktory ktora ktore bylo "
     "byl byla byc mam ma dzis dzisiaj zawsze wszystko wszystkie lub oraz dzien dobry"},
    {turkish, "sen seni sana senin sende siz sizi size sizin sizde sizler sizlere sizlerle",
     "ve bir bu su o da de mi mu ne icin ile gibi ama cok daha en her hic var yok degil olan olarak ben bana beni "
     "benim biz bize bizim ki kadar sonra once bugun simdi iyi guzel nasil neden hem ya veya kamu"},
    {indonesian, "kamu kalian anda",
     "yang dan di ke dari ini itu untuk dengan tidak gak ga nggak ada aku saya kita kami mereka dia akan bisa sudah "
     "udah juga lagi banget sangat atau tapi karena kalau jadi buat pada dalam apa siapa hari lebih semua sama aja nya "
     "sana seni"},
    {nordic, "du dig deg din ditt dina dine dit ni dere jer jeres eder",
     "och og att at det den en ett et ei jag jeg mig meg er ar som pa for med av af till til i om men sa inte ikke har "
     "hade var vi min mitt mine mina man kan ska skal skulle nar her dar der alla alle bara bare mycket meget veldig "
     "efter etter eller idag dag ocksa ogsa nu na sen ti te ta fra vara vaere"},
    {russian, "ты тебя тебе тобой твой твоя твое твои вы вас вам вами ваш ваша ваше ваши ти тобі ви",
     "и в не на я с что это как а по но мы он она они к у из за от то же все так для бы был была было быть есть мой "
     "моя мое мои меня мне нас нам наш о об до только уже еще очень или если когда где кто вот сегодня день і що це та "
     "але ми є мій вже дуже або якщо коли"},
    {greek, "εσύ εσείς εσένα εσάς σου σας",
     "και το τα ο η οι του της των στο στη στην με για από απο που να θα δεν μην είναι ειναι ένα μια μου μας τι πως ή "
     "κι σε"},
    {arabic, "انت انتم انتي لك لكم عليك عليكم معك معكم منكم عندك عندكم رايك رايكم",
     "في من على الى عن ان كان هذا هذه ذلك ما لا لم لن مع كل انا نحن هو هي هم و او ثم قد بعد قبل اليوم جدا"},
    {hindi, "आप आपका आपके आपकी आपको आपने तुम तुम्हें तुम्हारा तुम्हारे तुम्हारी तू तेरा तेरी तेरे",
     "है हैं और का की के को में से पर यह वह ये वो नहीं भी तो ही मैं मेरा मेरी मेरे हम था थी थे कर एक क्या"},
    {korean, "여러분 여러분의 여러분은 여러분도 여러분이 여러분께 여러분들 당신 당신의 당신은 당신이 너희",
     "이 그 저 것 수 나 내 저는 나는 우리 오늘 정말 너무 진짜 그리고 하지만"},
    {none, "",
     "link bio post posts video videos photo photos foto fotos reel reels story stories live follow comment comments "
     "share save likes new via com www"},
};

// A place in the table above: the word of `size` bytes at `begin` of a row's `you` (odd lists) or `common` (even
// lists).
struct Entry {
  std::uint16_t begin = 0;
  std::uint8_t size = 0;
  std::uint8_t list = 0;
};

std::string_view list_at(std::size_t list) {
  const LanguageWords& row = table[list / 2];
  return list % 2 == 1 ? row.you : row.common;
}

std::string_view word_at(const Entry& entry) { return list_at(entry.list).substr(entry.begin, entry.size); }

template <class Visit>
void for_each_entry(Visit visit) {
  for (std::size_t list = 0; list < 2 * std::size(table); ++list) {
    const std::string_view words = list_at(list);
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      visit(Entry{static_cast<std::uint16_t>(begin), static_cast<std::uint8_t>(end - begin),
                  static_cast<std::uint8_t>(list)});
      begin = end + 1;
    }
  }
}

// FNV-1a (Fowler, Noll and Vo).
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811C9DC5;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  return hash;
}

// Each entry stands in the place that its word's hash names, or in the next free one after it. Made when it is first
// asked for: it would weigh more in the program than the words do.
constexpr std::size_t places = 2048;
using Index = std::array<Entry, places>;

Index make_index() {
  Index all{};
  for_each_entry([&](const Entry& entry) {
    std::size_t at = hash_of(word_at(entry)) % places;
    while (all[at].size > 0) at = (at + 1) % places;
    all[at] = entry;
  });
  return all;
}

const Index& index() {
  static const Index all = make_index();
  return all;
}

}  // namespace

std::span<const LanguageWords> language_words() { return table; }

WordUse use_of(std::string_view word) {
  WordUse use;
  const Index& all = index();
  for (std::size_t at = hash_of(word) % places; all[at].size > 0; at = (at + 1) % places) {
    if (word_at(all[at]) != word) continue;
    const Languages language = only(table[all[at].list / 2].language);
    use.languages |= language;
    if (all[at].list % 2 == 1) use.you |= language;
  }
  return use;
}

Languages languages_of(const CaptionText& caption) {
  std::array<std::size_t, std::size(table)> found{};
  bool any_unspaced = false;
  for (const CaptionWord& word : caption.words) {
    any_unspaced |= word.is_unspaced;
    if (word.is_hashtag || word.is_unspaced) continue;
    const Languages languages = use_of(caption.of(word)).languages;
    for (std::size_t row = 0; row < std::size(table); ++row) {
      if (table[row].language != none && (languages & only(table[row].language))) ++found[row];
    }
  }
  const std::size_t most = *std::max_element(found.begin(), found.end());
  Languages best = 0;
  for (std::size_t row = 0; row < std::size(table); ++row) {
    if (most > 0 && found[row] == most) best |= only(table[row].language);
  }
  if (caption.has_kana) return best | only(japanese);
  return any_unspaced ? best | only(chinese) : best;
}

}  // namespace mf::core
