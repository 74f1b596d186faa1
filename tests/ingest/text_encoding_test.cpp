#include "ingest/text_encoding.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf::ingest;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool little_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    out += little_endian ? low : high;
    out += little_endian ? high : low;
  }
  return out;
}

std::string decoded(std::string_view bytes) { return std::string(decode_text(bytes).text()); }
std::string encoding(std::string_view bytes) { return decode_text(bytes).encoding; }

}  // namespace

TEST_CASE("UTF-8 is borrowed, not copied") {
  const std::string bytes = "Caf\u00e9 \u2603";
  const DecodedText text = decode_text(bytes);
  CHECK(text.encoding == "utf-8"s);
  CHECK(text.text().data() == bytes.data());
}

TEST_CASE("a byte order mark is removed, however often it was written") {
  CHECK(decoded("\xEF\xBB\xBFlikes") == "likes");
  CHECK(decoded("\xEF\xBB\xBF\xEF\xBB\xBFlikes") == "likes");
  CHECK(decoded("\xFF\xFE" + utf16(u"\uFEFFlikes", true)) == "likes");
  CHECK(decoded("\xEF\xBB\xBF").empty());
}

TEST_CASE("UTF-16 is read in both orders, with and without a mark") {
  for (const bool little : {true, false}) {
    const std::string name = little ? "utf-16le" : "utf-16be";
    const std::string marked = utf16(u"\uFEFFsep=,\nCaf\u00e9 \U0001F600", little);
    CHECK(encoding(marked) == name);
    CHECK(decoded(marked) == "sep=,\nCaf\u00e9 \U0001F600");
    const std::string bare = utf16(u"followers,likes", little);
    CHECK(encoding(bare) == name);
    CHECK(decoded(bare) == "followers,likes");
  }
}

TEST_CASE("a lone surrogate or half a unit becomes U+FFFD") {
  const std::u16string lone{u'a', char16_t{0xD83D}, u'b', char16_t{0xDE00}};
  CHECK(decoded(utf16(u"\uFEFF" + lone, true)) == "a\uFFFDb\uFFFD");
  CHECK(decoded(utf16(u"\uFEFFab", true) + "c") == "ab\uFFFD");
}

TEST_CASE("what is no UTF-8 is windows-1252") {
  CHECK(encoding("Beitr\xE4ge") == "windows-1252");
  CHECK(decoded("Beitr\xE4ge \x80 \x93x\x94") == "Beitr\u00e4ge \u20ac \u201cx\u201d");
}

TEST_CASE("what is made of Cyrillic words is windows-1251") {
  // "Подписчики;Дата;Охват", "Лайки", "12,3 тыс.", "Дописи Її"
  for (const char* bytes : {"\xCF\xEE\xE4\xEF\xE8\xF1\xF7\xE8\xEA\xE8;\xC4\xE0\xF2\xE0;\xCE\xF5\xE2\xE0\xF2\n1;2;3\n",
                            "\xCB\xE0\xE9\xEA\xE8,Views\n5,6\n", "\xC4\xEE\xEF\xE8\xF1\xE8 \xAF\xBF"}) {
    CAPTURE(bytes);
    CHECK(encoding(bytes) == "windows-1251");
  }
  CHECK(decoded("\xC4\xE0\xF2\xE0 \xA8\xB8 \xAF\xBF \xB9 \x93x\x94 \x88") == "Дата Ёё Її № “x” €");
}

TEST_CASE("Latin words with accents stay windows-1252, however many there are") {
  for (const char* bytes : {
           "Gr\xF6\xDF\x65;\xDC"
           "ber;\xC4nderung;\x84"
           "Gef\xE4llt mir\x93;\xF6"
           "ffentlich",  // German
           "Cr\xE9\xE9"
           "e;d\xE9j\xE0;No\xEBl;\xE0 c\xF4t\xE9;\xC9T\xC9;\xE9l\xE8ve;\xEEle;\xE7"
           "a",                                                                           // French
           "A\xF1o;publicaci\xF3n;M\xC1S;\xBFqu\xE9?;\xE1\xE9\xED n\xFAmero;ni\xF1\xE1",  // Spanish
           "Publica\xE7\xF5"
           "es;Visualiza\xE7\xF5"
           "es;n\xE3o;alcance",  // Portuguese
           "\xE4\xF6\xFC",
           "J\xE4\xE4\xE4\xE4r;t\xF6\xF6;k\xFC\xFCnal;\xF5hus",  // umlauts, Estonian
           "\xC0 suivre",
           "5 \xD7 6",
           "\xA9 2024",
       }) {
    CAPTURE(bytes);
    CHECK(encoding(bytes) == "windows-1252");
  }
}

TEST_CASE("a few broken bytes in much UTF-8 do not turn the rest into mojibake") {
  std::string bytes;
  for (int i = 0; i < 50; ++i) bytes += "\u00e9";
  const DecodedText text = decode_text(bytes + "\xC3");
  CHECK(text.encoding == "utf-8"s);
  CHECK(text.text() == bytes + "\uFFFD");
}

TEST_CASE("a sample cut inside a character is still UTF-8") {
  CHECK(decode_text("\u00e9t\u00e9\xE2\x98", true).encoding == "utf-8"s);
  CHECK(decode_text("\u00e9t\u00e9\xE2\x98", true).text() == "\u00e9t\u00e9");
}

TEST_CASE("every pair of bytes decodes to UTF-8") {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string bytes{'x', static_cast<char>(a), static_cast<char>(b), 'y'};
      const std::string once = decoded(bytes);
      CHECK(encoding("\u00e9\u00e9" + once) == "utf-8");
    }
  }
}
