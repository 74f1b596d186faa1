#include "ingest/folding.h"

#include <doctest/doctest.h>

#include <string>

#include "ingest/columns.h"
#include "ingest/number_suffixes.h"
#include "ingest/profile_words.h"

using namespace mf::ingest;

TEST_CASE("folding sets case, accents, widths and invisible marks aside") {
  CHECK(folded("ABONN\u00c9S") == "abonnes");
  CHECK(folded("abonne\u0301s") == "abonnes");
  CHECK(folded("Auf\u00adru\u00adfe\u200e") == "aufrufe");
  CHECK(folded("\uff11\uff12\uff0e\uff13\uff2b") == "12.3k");
  CHECK(folded("\u0661\u06f2\u0969\u09ea") == "1234");
  CHECK(folded("\u201eGef\u00e4llt mir\u201c") == "\"gefallt mir\"");
  CHECK(folded("\u22125") == "-5");
  CHECK(folded("Stra\u00dfe \u0152uvre \u0141\u00f3d\u017a") == "strasse oeuvre lodz");
  CHECK(folded("\u041f\u041e\u0414\u041f\u0418\u0421\u0427\u0418\u041a\u0418") ==
        "\u043f\u043e\u0434\u043f\u0438\u0441\u0447\u0438\u043a\u0438");
}

TEST_CASE("a header cell loses its line breaks, no-break spaces, colon and backslash") {
  CHECK(folded_header("  Authentic\nengagement \\") == "authentic engagement");
  CHECK(folded_header("Video\u00a0 Views:") == "video views");
  CHECK(header_key("Follower_Count") == "followercount");
  CHECK(header_key("authorMeta.fans") == "authormetafans");
}

TEST_CASE("each folded byte knows where it came from") {
  std::vector<std::size_t> origins;
  const std::string text = "\u200eA\u00e9B";
  CHECK(folded(text, origins) == "aeb");
  CHECK(origins == std::vector<std::size_t>{3, 4, 6, 7});
}

TEST_CASE("the word tables are written in folded form") {
  for (const HeaderWord& row : header_words()) {
    CAPTURE(row.key);
    CHECK(header_key(row.key) == row.key);
  }
  for (const ProfileWord& row : profile_words()) {
    CAPTURE(row.word);
    CHECK(folded(row.word) == row.word);
  }
  for (const NumberSuffix& row : number_suffixes()) {
    CAPTURE(row.word);
    CHECK(folded(row.word) == row.word);
  }
}

TEST_CASE("no header word is listed twice") {
  for (const HeaderWord& row : header_words()) {
    int found = 0;
    for (const HeaderWord& other : header_words()) found += other.key == row.key;
    CAPTURE(row.key);
    CHECK(found == 1);
  }
}
