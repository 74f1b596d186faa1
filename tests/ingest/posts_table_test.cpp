#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading posts_of(std::string_view text, const Hints& hints = {}) {
  const auto reading = read(text, hints);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "posts-csv");
  CHECK(reading->kind == Kind::account);
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("golden: one row with followers and a post's numbers is an account and its post") {
  const Reading reading = posts_of("followers,likes,comments,saves,shares,reach,views\n25000,800,40,30,20,7500,9000\n");
  REQUIRE(reading.account.followers);
  CHECK(*reading.account.followers == core::Count::exact(25000));
  REQUIRE(reading.posts.size() == 1);
  const core::Post& post = reading.posts[0];
  CHECK(post.likes == 800);
  CHECK(post.comments == 40);
  CHECK(post.saves == 30);
  CHECK(post.shares == 20);
  CHECK(post.reach == 7500);
  CHECK(post.views == 9000);
  CHECK_FALSE(post.impressions);
  CHECK(reading.needs.empty());
  CHECK(reading.warnings.empty());
  CHECK(reading.mapping[0] == Mapping{"followers", "followers"});
}

TEST_CASE("Instagram content export: quoted captions, month first by its own evidence, no followers") {
  const Reading reading = posts_of(
      "\xEF\xBB\xBF\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",Description,\"Duration "
      "(sec)\",\"Publish time\",Permalink,"
      "\"Post type\",\"Data comment\",Date,Views,Reach,Likes,Shares,Comments,Saves,Follows\n"
      "18355151116178767,1784,USER,\"A name\",\"two\nlines, one comma\",30,\"03/18/2025 "
      "09:48\",https://www.instagram.com/reel/D/,\"IG reel\",,"
      "Lifetime,52,37,3,0,0,0,\n"
      "18355151116178768,1784,USER,\"A name\",second,30,\"03/04/2025 09:48\",https://www.instagram.com/p/E/,\"IG "
      "image\",,"
      "Lifetime,\"1,376\",1500,3,0,0,0,1\n");
  CHECK(reading.account.handle == "USER");
  CHECK(reading.account.platform == core::Platform::instagram);
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].id == "18355151116178767");
  CHECK(reading.posts[0].caption == "two\nlines, one comma");
  CHECK(reading.posts[0].format == "reel");
  CHECK(reading.posts[0].published_at == "2025-03-18T09:48:00");
  CHECK(reading.posts[1].published_at == "2025-03-04T09:48:00");
  CHECK(reading.posts[1].views == 1376);
  CHECK(reading.needs == std::vector<std::string>{"followers"});
  CHECK(warns(reading, "1 of 2 posts has more reach than views"));
  CHECK(warns(reading, "\"Follows\" counts changes"));
}

TEST_CASE("video studio export: totals first, footer last, subscribers are a change") {
  const Reading reading = posts_of(
      "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions "
      "click-through rate (%)\n"
      "Total,,,,51075,4046.4713,1576,748855,3.06\n"
      "Sx0ytsHc1kk,A title,\"Dec 18, 2022\",4197,4632,354.6762,36,37864,4.59\n"
      "-HcTqaR88K4,\"Another, title\",\"Sep 2, 2020\",3322,,,,312,0\n"
      "Showing top 500 results\n");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].views == 4632);
  CHECK_FALSE(reading.posts[1].views);
  CHECK(reading.posts[1].id == "-HcTqaR88K4");
  CHECK(reading.account.platform == core::Platform::youtube);
  CHECK_FALSE(reading.account.followers);
  CHECK(reading.skipped == std::vector<Skipped>{{2, "totals row"}, {5, "no numbers in it"}});
}

TEST_CASE("soft hyphens in a German studio export hide nothing") {
  const Reading reading = posts_of(
      "Video,Vi\u00addeo\u00adti\u00adtel,Ver\u00f6ffentlichungszeitpunkt des "
      "Videos,Auf\u00adru\u00adfe,Wiedergabezeit (Stunden),Abonnenten\n"
      "Ge\u00adsamt,,,100,4.2,3\nabc,T,\"Sep 2, 2019\",60,2.1,1\nabd,T,\"Sep 3, 2019\",40,2.1,2\n");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[1].views == 40);
}

TEST_CASE("totals are set aside by label or by an empty name, first or last") {
  CHECK(posts_of("likes,comments\n10,2\n20,3\nTotal,5\n").posts.size() == 2);
  CHECK(posts_of("Campaign,Post ID,Likes,Views\n,,30,40\na,1,10,20\nb,2,20,20\n").posts.size() == 2);
  CHECK(posts_of("Post ID,Likes,Views\n1,10,20\n2,20,20\n,30,40\n").posts.size() == 2);
  CHECK(posts_of("Post ID,Likes,Views\n1,10,20\n,20,20\n2,30,40\n").posts.size() == 3);
}

TEST_CASE("TikTok business export: a trailing space in a header, NAN cells, favourites are saves") {
  const Reading reading = posts_of(
      "Video title,Video link,Post time,Video views,Likes ,Comments,Shares,Add to Favorites\n"
      "\"a\",https://www.tiktok.com/@HANDLE/video/1,2025/10/31 18:19:10,172353,1774,42,413,180\n"
      "\"b\",https://www.tiktok.com/@HANDLE/video/2,2025/11/01 18:19:10,NAN,--,1,2,3");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].saves == 180);
  CHECK(reading.posts[0].published_at == "2025-10-31T18:19:10");
  CHECK(reading.account.platform == core::Platform::tiktok);
  CHECK_FALSE(reading.posts[1].views);
  CHECK(warns(reading, "2 cells hold no number (\"NAN\", \"--\")"));
  CHECK(warns(reading, "Likes are hidden or missing in 1 of 2 posts"));
}

TEST_CASE("X analytics: floats for counts, bookmarks, replies, reposts") {
  const Reading reading = posts_of(
      "\"Tweet id\",\"Tweet permalink\",\"Tweet text\",\"time\",\"impressions\",\"engagements\",\"engagement "
      "rate\",\"retweets\",\"replies\",\"likes\"\n"
      "\"8123\",\"https://twitter.com/USER/status/8123\",\"New, text\",\"2016-12-23 18:50 "
      "+0000\",\"1938.0\",\"18.0\",\"0.0093\",\"4.0\",\"1.0\",\"2.0\"\n");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].impressions == 1938);
  CHECK(reading.posts[0].shares == 4);
  CHECK(reading.posts[0].comments == 1);
  CHECK(reading.account.platform == core::Platform::x);
}

TEST_CASE("hidden likes are absent, not zero") {
  const Reading reading = posts_of("shortcode,likes,comments\na,-1,20\nb,100,20\nc,,5\n");
  CHECK_FALSE(reading.posts[0].likes);
  CHECK_FALSE(reading.posts[2].likes);
  CHECK(warns(reading, "Likes are hidden or missing in 2 of 3 posts"));
}

TEST_CASE("no cell that is no number becomes one") {
  const Reading reading = posts_of("likes,comments\nabc,1\nNaN,2\n-3,4\n0x1A,5\n1e400,6\ninf,7\n12%,8\n");
  for (const core::Post& post : reading.posts) CHECK_FALSE(post.likes);
  CHECK(warns(reading, "2 cells hold no number (\"NaN\", \"inf\")"));
  CHECK(warns(reading, "row 2, column \"likes\": \"abc\" is the first"));
  CHECK(warns(reading, "1 negative number was left out"));
}

TEST_CASE("more likes than followers is said, and kept") {
  const Reading reading = posts_of("post id,followers,likes,comments\n1,100,800,4\n2,100,50,4\n");
  CHECK(reading.posts[0].likes == 800);
  CHECK(warns(reading, "1 of 2 posts has more likes than the account has followers"));
}

TEST_CASE("followers that change from post to post: the newest counts") {
  const Reading reading = posts_of(
      "Post Created,URL,Followers at "
      "Posting,Likes\n2024-03-01,https://x.com/a/1,1200,5\n2024-01-01,https://x.com/a/2,1000,6\n");
  CHECK(reading.account.followers == core::Count::exact(1200));
  CHECK(warns(reading, "differs between rows"));
}

TEST_CASE("decimal commas, CR line ends, a preamble and a second table") {
  CHECK(posts_of("Beitrag\rlikes,views\r1,2\r3,4\r").posts.size() == 2);
  const Reading reading =
      posts_of("Report\n\nPost ID,Likes,Views\n1,2,3\n2,5,6\n\nDate,Followers,Views\n2024-01-01,5,6\n");
  CHECK(reading.posts.size() == 2);
  CHECK(reading.skipped[0] == Skipped{1, "stands before the header"});
  CHECK(warns(reading, "Another table begins in row 7"));
}

TEST_CASE("a wider table below does not turn the first one into notes") {
  const Reading reading = posts_of("Post ID,Likes\n1,2\n2,5\n\nPost ID,Likes,Comments,Views,Reach\n9,9,9,9,9\n");
  CHECK(reading.posts.size() == 2);
  CHECK(warns(reading, "Another table begins in row 5"));
}

TEST_CASE("a follower number with decimals is no count") {
  const Reading reading = posts_of("Post ID,Followers,Likes\n1,12.5,2\n");
  CHECK_FALSE(reading.account.followers);
  CHECK(warns(reading, "\"12.5\""));
}

TEST_CASE("ids longer than a double stay exact") {
  CHECK(posts_of("Post ID,Likes\n18355151116178767,3\n").posts[0].id == "18355151116178767");
}

TEST_CASE("uncertain dates stay empty and are counted") {
  const Reading reading = posts_of("Post time,Video title,Likes\nFebruary 3,a,1\n03/04/2025,b,2\n");
  CHECK(reading.posts[0].published_at.empty());
  CHECK(reading.posts[1].published_at.empty());
  CHECK(warns(reading, "2 dates were left out"));
}

TEST_CASE("repeated ids are noticed") {
  CHECK(warns(posts_of("Post ID,Likes\n1,5\n1,6\n"), "1 row repeats the id"));
  CHECK_FALSE(warns(posts_of("Post ID,Likes\n1.22E+17,5\n1.22E+17,6\n"), "repeats the id"));
}

TEST_CASE("a quote that is never closed is reported") {
  CHECK(warns(posts_of("Post ID,Likes,Caption\n1,5,ok\n2,6,\"oops\n3,7,x\n"), "A quote in row 3 is never closed"));
}

TEST_CASE("UTF-16 with sep= and quotes, as Meta writes it") {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("sep=,\n\"Post ID\",\"Likes\",\"Views\"\n\"1\",\"1,376\",\"2\"\n"))
    bytes += {c, '\0'};
  const Reading reading = posts_of(bytes);
  CHECK(reading.posts[0].likes == 1376);
}

TEST_CASE("a doubly encoded file is read") {
  const Reading reading =
      posts_of("\"Post ID,\"\"Account username\"\",Description,Likes,Saves\"\n\"1816,HANDLE,\"\"a, b\"\",5,3\"\n");
  CHECK(reading.posts[0].caption == "a, b");
  CHECK(warns(reading, "quoted a second time"));
}
