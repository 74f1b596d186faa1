#include "core/caption_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/letters.h"

using namespace mf::core;

namespace {

std::string plain(std::string_view caption) { return read_caption(caption).plain; }

std::vector<std::string> words(std::string_view caption) {
  const CaptionText text = read_caption(caption);
  std::vector<std::string> found;
  for (const CaptionWord& word : text.words) {
    found.push_back((word.is_hashtag ? "#" : "") + std::string(text.of(word)));
  }
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("letters are folded, and each kind of sign is one character") {
  CHECK(plain("Werbung | Fancy a run? #New_Shoes @brand 🏃") == "werbung | fancy a run? #newshoes @ |");
  CHECK(plain("Café CRÈME") == "cafe creme");
  CHECK(plain("Cafe\u0301") == "cafe");
  CHECK(plain("STRASSE Straße") == "strasse strasse");
  CHECK(plain("İŞBİRLİĞİ ışık") == "isbirligi isik");
  CHECK(plain("Płatna WSPÓŁPRACA") == "platna wspolpraca");
  CHECK(plain("ПРИВЕТ, Ёлка") == "привет, елка");
  CHECK(plain("ＡＤ ａｄ") == "ad ad");
  CHECK(plain("𝗕𝗼𝗹𝗱 𝓈cript 𝟙𝟚") == "bold script 12");
  CHECK(plain("one  two\t\n\n three") == "one two\nthree");
  CHECK(plain("wait... what?! (yes)") == "wait. what?. |yes|");
}

TEST_CASE("apostrophes and hyphens end a word, invisible marks do not") {
  CHECK(words("don't re-read") == Words{"don", "t", "re", "read"});
  CHECK(words("sun\u00ADflower ad\u200Bvert") == Words{"sunflower", "advert"});
}

TEST_CASE("a hashtag is a # and a name with a letter in it") {
  CHECK(words("#ad #2024goals #1 #") == Words{"#ad", "#2024goals", "1"});
  CHECK(words("#paid_partnership") == Words{"#paidpartnership"});
  CHECK(words("#one#two") == Words{"#one", "#two"});
  CHECK(words("C# is sharp, &#39; is not a hashtag") == Words{"c", "is", "sharp", "39", "is", "not", "a", "hashtag"});
  CHECK(words("#️⃣ keycap") == Words{"keycap"});
  CHECK(words("＃広告 です") == Words{"#広告", "です"});
  CHECK(words("#Köln❤️") == Words{"#koln"});
  const std::string caption = "In #Köln again";
  CHECK(read_caption(caption).words[1].written == "Köln");
}

TEST_CASE("mentions and addresses are no words") {
  CHECK(words("with @some.brand_1 and me@example.com") == Words{"with", "and", "me"});
  CHECK(words("see https://example.com/a?b=c&you=me now") == Words{"see", "now"});
  CHECK(words("WWW.EXAMPLE.COM and bit.ly/3xYz and shop.example.com?ref=you") == Words{"and", "and"});
  CHECK(words("詳しくはhttps://example.com/?q=1をチェック") == Words{"詳しくは", "をチェック"});
  CHECK(words("@ブランド ありがとう") == Words{"ありがとう"});
  CHECK(words("@brandさん") == Words{"さん"});
  CHECK(words("the end.Then more") == Words{"the", "end", "then", "more"});
  CHECK(words("and/or 24/7") == Words{"and", "or", "24", "7"});
}

TEST_CASE("an address does not swallow the sign that ends its sentence") {
  CHECK(plain("Seen www.example.com?") == "seen @?");
  CHECK(plain("(https://example.com/a)") == "|@|");
}

TEST_CASE("words are counted without hashtags, mentions and addresses; Han and kana by the character") {
  CHECK(read_caption("Three ways to carry a tripod #travel @me https://a.b/c").word_count == 6);
  CHECK(read_caption("今日は雨 OK").word_count == 5);
  CHECK(read_caption("오늘 날씨 좋다").word_count == 3);
  CHECK(read_caption("").word_count == 0);
  CHECK(read_caption("🔥🔥🔥").word_count == 0);
}

TEST_CASE("text that is not UTF-8 is read all the same") {
  CHECK(words("ok \xFF\xC3 fine \xE3\x81") == Words{"ok", "fine"});
  CHECK(words("\xF0\x9F\x98") == Words{});
  CHECK(words("caf\xE9 bar") == Words{"caf", "bar"});
}

TEST_CASE("a megabyte of anything is read, piece by piece as a whole") {
  for (const std::string_view piece :
       {"a.", "#", "#_", "@", "a ", "#a", "1", "#1", "www.", "://", "か", "?", "\xF0", "a-"}) {
    std::string caption;
    while (caption.size() < 1'000'000) caption += piece;
    const CaptionText text = read_caption(caption);
    CHECK(text.plain.size() <= caption.size() + 1);
    CHECK(text.words.size() <= caption.size());
  }
}

TEST_CASE("a key is the letters and digits alone") {
  CHECK(folded_key("Paid-Partnership") == "paidpartnership");
  CHECK(folded_key(" Home Décor! ") == "homedecor");
  CHECK(folded_key("🏠") == "");
}
