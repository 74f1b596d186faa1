#include "core/captions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/language_words.h"

using namespace mf::core;

namespace {

bool asks(std::string_view caption) { return asks_question(read_caption(caption)); }
bool speaks(std::string_view caption) { return speaks_to_reader(read_caption(caption)); }

}  // namespace

TEST_CASE("a question mark of any script asks") {
  for (const std::string_view caption : {
           "Three ways to carry a tripod on a train. Which one would you try?",
           "Was denkst du darüber?",
           "¿Cuál es tu favorito? 😍",
           "Vous préférez la mer ou la montagne ?",
           "Qual vocês preferem?",
           "Zostajecie na wsi?",
           "みなさんはどっち派？",
           "你们喜欢哪一个？",
           "어떤 게 좋아요?",
           "ما رأيكم؟",
           "Τι λέτε;",
           "Ποιο σας αρέσει\u037E",
           "Ինչ եք կարծում՞",
       }) {
    CAPTURE(caption);
    CHECK(asks(caption));
  }
}

TEST_CASE("what only looks like a question does not ask") {
  for (const std::string_view caption : {
           "New video: https://example.com/watch?v=abc",
           "Shop: shop.example.com?ref=me",
           "bit.ly/3x?y=1",
           "Fog over the harbour this morning.",
           "Milk; eggs; flour;",
           "???",
           "🤔?",
           "",
       }) {
    CAPTURE(caption);
    CHECK_FALSE(asks(caption));
  }
}

TEST_CASE("a word of the second person speaks to the reader, in each of the main languages") {
  for (const std::string_view caption : {
           "I missed the last ferry so you don't have to.",
           "YOUR weekend starts here",
           "This one's yours 🎁",
           "Hier kommt dein Wochenende",
           "Ich freue mich auf euch!",
           "Was machst du heute",
           "Te cuento cómo lo hice",
           "Esto es para ustedes",
           "Hoje eu conto pra você",
           "Olhem o que eu trouxe pra vcs",
           "Je vous raconte tout",
           "Dis-moi ce que tu en penses",
           "Vi racconto la mia giornata",
           "Ecco la tua colazione",
           "Heb jij dit ook",
           "Laat je niet gek maken",
           "Pokażę wam mój ulubiony szlak",
           "Bugün size kahvaltımı gösteriyorum",
           "Siz olsanız ne yapardınız",
           "Ini resep untuk kamu coba di rumah",
           "Jag vill visa dig min favorit",
           "Hvad synes du om det",
           "Расскажите, как вы готовите плов",
           "Θα σας δείξω τη συνταγή",
           "شاركوني رأيكم في هذا",
           "आप इसे कैसे बनाते हैं",
           "여러분 오늘도 화이팅",
           "みなさんこんにちは",
           "教你做一道菜",
           "分享給你們",
       }) {
    CAPTURE(caption);
    CHECK(speaks(caption));
  }
}

TEST_CASE("a word that only contains one, or is another word in its language, does not") {
  for (const std::string_view caption : {
           "A youth hostel in Younger Street",
           "#you #yourself",
           "@you https://you.example/you",
           "Le marché du village et le bord du lac",
           "Een huis te koop in de stad",
           "Je suis au bord de la mer et je respire",
           "Il y a une tonne de neige",
           "There was a ton of snow in the morning",
           "Os dias de sol no Algarve",
           "Vi ses på fredag, vi er klar",
           "Ta to jest moja ulubiona kawa",
           "Nic nie mam do dodania",
           "Dit is het mooiste strand van de kust",
           "迷你裙穿搭",
           "너무 예쁜 하늘",
           "Morning fog over the harbour",
           "☕️✨",
           "",
       }) {
    CAPTURE(caption);
    CHECK_FALSE(speaks(caption));
  }
}

TEST_CASE("between two languages a word speaks only if it does so in both") {
  CHECK(speaks("tu"));        // Spanish, Portuguese, French, Italian: the reader in each
  CHECK_FALSE(speaks("du"));  // German for the reader, French for "of the"
  CHECK(speaks("und du"));    // German
  CHECK_FALSE(speaks("du et"));
}

TEST_CASE("hashtags are given as written, in order") {
  using Names = std::vector<std::string>;
  CHECK(hashtags(read_caption("#Köln by night #fog#Rhein #Köln")) == Names{"Köln", "fog", "Rhein", "Köln"});
  CHECK(hashtags(read_caption("no. 5, C#, #1")) == Names{});
}

TEST_CASE("the word lists are written in the form in which captions are compared, and no word twice") {
  for (const LanguageWords& row : language_words()) {
    for (const std::string_view list : {row.you, row.common}) {
      const CaptionText text = read_caption(list);
      CHECK(text.plain == list);
      CHECK(text.words.size() == static_cast<std::size_t>(std::count(list.begin(), list.end(), ' ')) + !list.empty());
    }
    const std::string both = std::string(row.you) + " " + std::string(row.common);
    const CaptionText text = read_caption(both);
    std::vector<std::string_view> sorted;
    for (const CaptionWord& word : text.words) sorted.push_back(text.of(word));
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    CAPTURE(both);
    if (twice != sorted.end()) CAPTURE(*twice);
    CHECK(twice == sorted.end());
  }
}

TEST_CASE("a listed word is found with all its languages, another is not") {
  const WordUse du = use_of("du");
  CHECK(du.you == (only(Language::german) | only(Language::nordic)));
  CHECK(du.languages == (du.you | only(Language::french)));
  CHECK(use_of("lighthouse").languages == 0);
  CHECK(use_of("").languages == 0);
  CHECK(use_of("video").languages == only(Language::none));
}

TEST_CASE("the language is the one with most of the listed words") {
  const auto languages = [](std::string_view caption) { return languages_of(read_caption(caption)); };
  CHECK(languages("The fog over the harbour was so thick that we had to wait") == only(Language::english));
  CHECK(languages("La niebla era tan espesa que tuvimos que esperar un poco más") == only(Language::spanish));
  CHECK(languages("O nevoeiro era tão denso que não se via o porto e nós também não") == only(Language::portuguese));
  CHECK(languages("Le brouillard était si épais que nous avons dû attendre dans le port") == only(Language::french));
  CHECK(languages("Der Nebel war so dicht, dass wir im Hafen warten mussten") == only(Language::german));
  CHECK(languages("La nebbia era così fitta che non si vedeva il porto, ma noi siamo partiti") ==
        only(Language::italian));
  CHECK(languages("De mist was zo dik dat we in de haven moesten wachten") == only(Language::dutch));
  CHECK(languages("Mgła była tak gęsta, że nie było widać portu") == only(Language::polish));
  CHECK(languages("Bugün sis çok güzel ama daha sonra bir liman var") == only(Language::turkish));
  CHECK(languages("Hari ini kabutnya sangat tebal dan kita tidak bisa berangkat") == only(Language::indonesian));
  CHECK(languages("Dimman var så tjock att vi inte kunde se hamnen") == only(Language::nordic));
  CHECK(languages("Туман был такой густой, что мы не видели порт") == only(Language::russian));
  CHECK(languages("霧が濃くて港が見えない") == only(Language::japanese));
  CHECK(languages("雾太大了") == only(Language::chinese));
  CHECK(languages("🌫️ #fog") == 0);
}
