#include "ingest/json_table.h"

#include <doctest/doctest.h>

#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

TEST_CASE("a list of creators is a roster") {
  const auto reading = read(
      R"([{"username":"a","followers":12000,"avgLikes":1.234,"note":{"x":1}},
          {"followers":"25.3K","username":"b \"q\", c","avg_likes":null}])");
  REQUIRE(reading);
  CHECK(reading->format == "roster-csv");
  REQUIRE(reading->creators.size() == 2);
  CHECK(reading->creators[0].followers == 12000);
  CHECK(reading->creators[0].likes == 1.234);
  CHECK(reading->creators[1].handle == "b \"q\", c");
  CHECK(reading->creators[1].followers == 25300);
  CHECK_FALSE(reading->creators[1].likes);
}

TEST_CASE("a list of posts under a key, as JSON Lines or alone is a table of posts") {
  for (const char* text : {R"({"ok":true,"data":[{"shortcode":"x","likesCount":5},{"shortcode":"y","likesCount":6}]})",
                           "{\"shortcode\":\"x\",\"likesCount\":5}\n{\"shortcode\":\"y\",\"likesCount\":6}\n"}) {
    const auto reading = read(text);
    REQUIRE(reading);
    CHECK(reading->format == "posts-csv");
    REQUIRE(reading->posts.size() == 2);
    CHECK(reading->posts[1].likes == 6);
    CHECK(reading->posts[1].id == "y");
  }
  const auto alone = read(R"({"followers": 5000})");
  REQUIRE(alone);
  CHECK(alone->account.followers->value == 5000);
}

TEST_CASE("the followers that stand beside a list of posts are the account's") {
  const auto reading =
      read(R"({"username":"a","followersCount":5000,"latestPosts":[{"id":"1","likesCount":5,"commentsCount":1},
      {"id":"2","likesCount":6,"commentsCount":2}]})");
  REQUIRE(reading);
  CHECK(reading->format == "posts-csv");
  CHECK(reading->account.followers->value == 5000);
  CHECK(reading->posts.size() == 2);
}

TEST_CASE("a point in JSON is a decimal mark, whatever follows it") {
  const auto reading =
      read(R"([{"username":"a","followers":9,"avgLikes":12.345},{"username":"b","followers":8,"avgLikes":1.5}])");
  REQUIRE(reading);
  CHECK(reading->creators[0].likes == 12.345);
  CHECK(reading->creators[1].likes == 1.5);
}

TEST_CASE("JSON that nobody understands is named by its keys, never by its values") {
  const auto error = [](std::string_view text) {
    const auto reading = read(text);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == "json-input");
    CHECK(reading.error().message.find("secret") == std::string::npos);
    return reading.error().message;
  };
  CHECK(error(R"([{"alpha":"secret","beta":2,"gamma":3,"delta":4}])")
            .find("a list of objects with the keys \"alpha\", \"beta\", \"gamma\" and 1 more") != std::string::npos);
  CHECK(error(R"({"alpha":{"secret":1}})").find("has the keys \"alpha\"") != std::string::npos);
  CHECK(error(R"([{"title":"secret 12K followers"}])").find("\"title\"") != std::string::npos);
  CHECK(error("[]").find("no fields") != std::string::npos);
  std::string people = "{\"secret person 0\":1";
  for (int i = 1; i < 60; ++i) people += ",\"secret person " + std::to_string(i) + "\":1";
  CHECK(error(people + "}").find("no fields") != std::string::npos);
}
