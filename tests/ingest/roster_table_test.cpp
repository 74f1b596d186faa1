#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading roster_of(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "roster-csv");
  CHECK(reading->kind == Kind::roster);
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a public list with shortened numbers and signed rates") {
  const Reading reading = roster_of(
      "rank,channel_info,influence_score,posts,followers,avg_likes,60d_eng_rate,new_post_avg_like,total_likes,country\n"
      "1,USER1,92,3.3k,475.8m,8.7m,1.39%,6.5m,29.0b,Spain\n2,USER2,91,6.9k,366.2m,8.3m,1.62%,5.9m,57.4b,United "
      "States\n");
  REQUIRE(reading.creators.size() == 2);
  CHECK(reading.creators[0].handle == "USER1");
  CHECK(reading.creators[0].followers == 475.8e6);
  CHECK(reading.creators[0].likes == 8.7e6);
  CHECK(*reading.creators[0].engagement_rate == doctest::Approx(0.0139));
  CHECK(reading.creators[0].country == "Spain");
}

TEST_CASE("a blank first row, handles with @, names beside them") {
  const Reading reading =
      roster_of(",,,\nRank,Name,Username,Follower Count\n1,A Name,@user1,10.4M\n2,B Name,@user2,1.2M\n");
  CHECK(reading.creators[0].handle == "user1");
  CHECK(reading.creators[1].followers == 1.2e6);
}

TEST_CASE("a German list: semicolons, decimal commas, fees in the header's currency") {
  const Reading reading = roster_of(
      "Handle;Follower;Avg. Likes;ER %;Preis "
      "(EUR);Land\n@a;1.234;98,7;3,5;\"1.200,00\";DE\n@b;25.300;1.204,5;2,1;950;AT\nSumme;26.534;;;2.150;\n");
  REQUIRE(reading.creators.size() == 2);
  CHECK(reading.creators[0].followers == 1234);
  CHECK(*reading.creators[0].likes == doctest::Approx(98.7));
  CHECK(*reading.creators[1].likes == doctest::Approx(1204.5));
  CHECK(*reading.creators[0].engagement_rate == doctest::Approx(0.035));
  CHECK(reading.creators[0].fee == 1200);
  CHECK(reading.creators[0].currency == "EUR");
  CHECK(reading.skipped == std::vector<Skipped>{{4, "totals row"}});
}

TEST_CASE("engagement rates: the column shows whether they are fractions or percentages") {
  CHECK(*roster_of("name,followers,engagement_rate\na,1000,6.2\nb,2000,0.8\n").creators[1].engagement_rate ==
        doctest::Approx(0.008));
  CHECK(*roster_of("name,followers,engagement_rate\na,1000,0.062\nb,2000,0.008\n").creators[1].engagement_rate ==
        doctest::Approx(0.008));
  CHECK(*roster_of("name,followers,avg_likes,er\na,1000,9,0.9\nb,2000,10,0.5\n").creators[0].engagement_rate ==
        doctest::Approx(0.009));
  const Reading guess = roster_of("name,followers,er\na,1000,0.9\nb,2000,0.5\n");
  CHECK(*guess.creators[0].engagement_rate == doctest::Approx(0.9));
  CHECK(warns(guess, "could hold fractions or percentages"));
}

TEST_CASE("platforms by name, alias, header and hint") {
  const Reading reading = roster_of("name,platform,followers\na,Instagram,1\nb,Youtube,2\nc,TT,3\nd,somewhere,4\n");
  CHECK(reading.creators[0].platform == core::Platform::instagram);
  CHECK(reading.creators[1].platform == core::Platform::youtube);
  CHECK(reading.creators[2].platform == core::Platform::tiktok);
  CHECK(reading.creators[3].platform == core::Platform::any);
  CHECK(roster_of("name,TikTok_Followers\na,10\nb,20\n").creators[0].platform == core::Platform::tiktok);
}

TEST_CASE("platforms side by side are not mixed") {
  const Reading reading = roster_of(
      "Name,Instagram,Instagram_Followers,Instagram_Likes,TikTok_Followers,TikTok_Likes\nAnn,@ann,1.2M,5000,183917381,"
      "100\nBob,@bob,1.1M,6000,18391,100\n");
  CHECK(reading.creators[0].platform == core::Platform::instagram);
  CHECK(reading.creators[0].followers == 1.2e6);
  CHECK(reading.creators[0].likes == 5000);
  CHECK(warns(reading, "only those of Instagram were read"));
}

TEST_CASE("twin columns: the exact one is used") {
  const Reading reading =
      roster_of("name,Subscribers,Subscribers,Views avg.\na,13.8M,13800001,1.2M\nb,1.8M,1800000,N/A\n");
  CHECK(reading.creators[0].followers == 13800001);
  CHECK(warns(reading, "Two columns are named \"Subscribers\": number 3 is used, number 2 is not."));
}

TEST_CASE("currencies per cell, per column and per header") {
  const Reading reading = roster_of("handle,followers,fee,currency\na,10,$500,\nb,20,300,EUR\nc,30,free,EUR\n");
  CHECK(reading.creators[0].currency == "USD");
  CHECK(reading.creators[1].currency == "EUR");
  CHECK_FALSE(reading.creators[2].fee);
  CHECK(warns(reading, "1 cell could not be read as a number"));
}

TEST_CASE("profile links name a creator where nothing else does") {
  CHECK(roster_of("profile url,followers,avg "
                  "likes\nhttps://www.instagram.com/user.a/?hl=en,10,1\nhttps://www.tiktok.com/@userb,20,2\n")
            .creators[1]
            .handle == "userb");
}

TEST_CASE("likes without the word average are said to be taken so, account totals are not") {
  CHECK(warns(roster_of("name,followers,likes\na,100,5\nb,200,6\n"), "taken as averages per post"));
  const Reading channel =
      roster_of("Channel name\tVideo Uploads\tSubscribers\tVideo views\na\t254\t21172\t73312511\nb\t25\t300\t311\n");
  CHECK_FALSE(channel.creators[0].views);
  CHECK(warns(channel, "may be the total of all posts"));
}

TEST_CASE("odd rows are counted: no followers, more likes than followers, the same creator twice") {
  const Reading reading =
      roster_of("id,name,platform,followers,likesAvg\n1,A,YouTube,100,5000\n2,B,Youtube,--,300\n3,A,YouTube,100,5\n");
  CHECK(warns(reading, "1 of 3 creators has no follower number"));
  CHECK(warns(reading, "1 of 3 creators has more likes than followers"));
  CHECK(warns(reading, "1 row names a creator that another row names too"));
}

TEST_CASE("one creator with averages is a roster of one") {
  CHECK(roster_of("handle,followers,avg_likes\na,1000,50\n").creators.size() == 1);
}

TEST_CASE("bytes that are no UTF-8 keep their names") {
  CHECK(roster_of("Name,Followers\nJos\xE9,10\nAnn,20\n").creators[0].handle == "Jos\u00e9");
}

TEST_CASE("a date in the row of each creator makes no posts of them") {
  const Reading list = roster_of("Name,Avg Likes,Preis (EUR),Datum\nada,900,250,2026-01-02\nben,700,180,2026-01-02\n");
  REQUIRE(list.creators.size() == 2);
  CHECK(list.creators[0].likes == 900);
  CHECK(list.creators[1].fee == 180);
}
