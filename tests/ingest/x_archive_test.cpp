#include "ingest/x_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "download_fixtures.h"
#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading reading_of(std::string_view file) {
  const auto reading = read(file);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "x-archive");
  CHECK(reading->account.platform == core::Platform::x);
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("tweets: likes, reposts, an ISO date and an id of 19 digits") {
  const Reading reading = reading_of(fixtures::x_tweets);
  REQUIRE(reading.posts.size() == 1);
  const core::Post& post = reading.posts[0];
  CHECK(post.id == "1741467890123456789");
  CHECK(post.likes == 31);
  CHECK(post.shares == 4);
  CHECK_FALSE(post.comments);
  CHECK_FALSE(post.impressions);
  CHECK(post.published_at == "2023-12-31T14:36:59Z");
  CHECK(post.caption == "ours & whole \U0001F600");
  CHECK(reading.needs == std::vector<std::string>{"followers"});
}

TEST_CASE("reposts and replies are left out, and that is said") {
  const Reading reading = reading_of(fixtures::x_tweets);
  CHECK(warns(reading, "1 repost of another account was left out"));
  CHECK(warns(reading, "1 reply to another account was left out"));
}

TEST_CASE("the older name, and tweets that stand without a wrapper") {
  const Reading reading = reading_of(
      "window.YTD.tweet.part0=[{\"id\":\"5\",\"favorite_count\":2,\"created_at\":\"Sun Dec 31 14:36:59 +0000 2023\","
      "\"full_text\":\"x\"}]");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 2);
  CHECK(reading.posts[0].id == "5");
  CHECK_FALSE(reading.posts[0].shares);
}

TEST_CASE("the list of followers is their least number") {
  const Reading reading = reading_of(fixtures::x_followers);
  CHECK(reading.followers_at_least == 2);
  CHECK(warns(reading, "tweets.js"));
}

TEST_CASE("other files of the archive say which one has the figures") {
  for (const std::string_view file :
       {fixtures::x_account, std::string_view("window.YTD.like.part0 = [{\"like\":{\"tweetId\":\"1\"}}]"),
        std::string_view("window.__THAR_CONFIG = {\"dataTypes\":{\"follower\":{\"files\":[{\"count\":\"1178\"}]}}}")}) {
    const auto reading = read(file);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == "download-without-figures");
    CHECK(reading.error().message.find("tweets.js") != std::string::npos);
  }
}

TEST_CASE("the variable of a script") {
  CHECK(assigned_variable("window.YTD.tweets.part0 = [") == "window.YTD.tweets.part0");
  CHECK(assigned_variable(" window.YTD.a=[\"=\"]") == "window.YTD.a");
  CHECK(assigned_variable("[{\"a\":\"=\"}]").empty());
  CHECK(assigned_variable("").empty());
}
