#include "ingest/columns.h"

#include <doctest/doctest.h>

#include "ingest/sheet.h"

using namespace mf;
using namespace mf::ingest;

TEST_CASE("headers of real exports have a meaning") {
  struct Row {
    const char* header;
    Field field;
  };
  const Row rows[] = {
      {"Followers", Field::followers},
      {"Follower Count", Field::followers},
      {"follower_count", Field::followers},
      {"followersCount", Field::followers},
      {"Followers Numbers ", Field::followers},
      {"Instagram_Followers", Field::followers},
      {"authorMeta.fans", Field::followers},
      {"takip\u00e7i", Field::followers},
      {"Abonn\u00e9s", Field::followers},
      {"\u30d5\u30a9\u30ed\u30ef\u30fc", Field::followers},
      {"Total followers", Field::followers},
      {"Likes", Field::likes},
      {"Total likes", Field::likes},
      {"\u201eGef\u00e4llt mir\u201c-Angaben", Field::likes},
      {"avg_likes", Field::average_likes},
      {"likesAvg", Field::average_likes},
      {"Likes avg.", Field::average_likes},
      {"Video Views", Field::views},
      {"Auf\u00adru\u00adfe", Field::views},
      {"\u8996\u8074\u56de\u6570", Field::views},
      {"Add to Favorites", Field::saves},
      {"retweets", Field::shares},
      {"Accounts reached", Field::reach},
      {"60d_eng_rate", Field::engagement_rate},
      {"ER (%)", Field::engagement_rate},
      {"Video publish time", Field::published_at},
      {"Authentic engagement\n", Field::sum},
      {"Amount spent (EUR)", Field::fee},
      {"fee_usd", Field::fee},
      {"Post time", Field::published_at},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CHECK(read_header(row.header).field == row.field);
  }
}

TEST_CASE("a change or another thing is never taken for followers") {
  for (const char* header : {"Follows",
                             "New follows",
                             "New followers",
                             "Net growth",
                             "Overall followers",
                             "Non-Followers",
                             "Follower activity",
                             "Followers Delta",
                             "Subscribers gained",
                             "Subscribers lost",
                             "Unfollows",
                             "Lost followers",
                             "Net followers",
                             "Active followers",
                             "Difference in followers from previous day",
                             "Following",
                             "Follower Percentage by City",
                             "Neue Follower",
                             "Followers (K)",
                             "Impressions click-through rate (%)",
                             "Likes (vs dislikes) (%)"}) {
    CAPTURE(header);
    CHECK(read_header(header).field != Field::followers);
    CHECK(read_header(header).field != Field::likes);
  }
  CHECK(read_header("Reactions, Comments and Shares").field == Field::sum);
}

TEST_CASE("a header tells its currency, its percent sign and its platform") {
  CHECK(read_header("Amount spent (EUR)").currency == "EUR");
  CHECK(read_header("Price ($)").currency == "USD");
  CHECK(read_header("cost_gbp").currency == "GBP");
  CHECK(read_header("Engagement rate (%)").is_percent);
  CHECK(read_header("TikTok followers").platform == core::Platform::tiktok);
}

TEST_CASE("the header is found below titles and notes") {
  const auto sheet =
      find_sheet("My report;;;\nExported on Monday;;;\nHandle;Follower;Likes;Comments\na;1000;5;6\n", false);
  REQUIRE(sheet);
  CHECK(sheet->header_row == 3);
  CHECK(sheet->preamble.size() == 2);
}

TEST_CASE("of two columns with one meaning the fuller and more exact one is used") {
  const auto twins = find_sheet("name,Subscribers,Subscribers\na,48.5M,48500000\nb,1.2M,1234567\n", false);
  REQUIRE(twins);
  CHECK(twins->column_of(Field::followers) == 2);
  const auto empty = find_sheet("Post ID,Likes,Views,Views\n1,5,,10\n2,6,,20\n", false);
  REQUIRE(empty);
  CHECK(empty->column_of(Field::views) == 3);
}

TEST_CASE("subscribers of a video studio's table are the change of the period") {
  const auto studio = find_sheet("Content,Views,Watch time (hours),Subscribers\na,10,1.5,3\n", false);
  REQUIRE(studio);
  CHECK_FALSE(studio->has(Field::followers));
  const auto roster = find_sheet("Channel,Subscribers\na,1000\nb,2000\n", false);
  REQUIRE(roster);
  CHECK(roster->has(Field::followers));
}

TEST_CASE("totals are known by their label in many languages") {
  for (const char* label : {"Total", "TOTAL:", "Ge\u00adsamt", "\u5408\u8a08", "Summe", "Grand Total"})
    CHECK(is_totals_label(label));
  for (const char* label : {"Totally fine", "", "5"}) CHECK_FALSE(is_totals_label(label));
}
