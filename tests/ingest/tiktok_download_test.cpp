#include "ingest/tiktok_download.h"

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
  CHECK(reading->format == "tiktok-download");
  CHECK(reading->account.platform == core::Platform::tiktok);
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("the download of 2025 and later: the number of followers beats the list of them") {
  const Reading reading = reading_of(fixtures::tiktok_new);
  REQUIRE(reading.account.followers);
  CHECK(reading.account.followers->value == 5012);
  CHECK(reading.account.following->value == 3552);
  CHECK(reading.account.handle == "our.own");
  CHECK_FALSE(reading.followers_at_least);
  CHECK(reading.needs.empty());
  CHECK(reading.parts[0].what == "followers, profile, posts");
}

TEST_CASE("the account's videos have likes and nothing else") {
  const Reading reading = reading_of(fixtures::tiktok_new);
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].likes == 0);
  CHECK(reading.posts[0].caption.empty());
  CHECK(reading.posts[0].published_at == "2026-02-28T14:50:03");
  CHECK(reading.posts[1].likes == 1204);
  CHECK(reading.posts[1].caption == "a title");
  CHECK_FALSE(reading.posts[1].views);
  CHECK_FALSE(reading.posts[1].comments);
  CHECK(warns(reading, "no views, comments or shares"));
  CHECK(warns(reading, "1 video without a number of likes was left out"));
}

TEST_CASE("the older download: no number of followers, only the list") {
  const Reading reading = reading_of(fixtures::tiktok_old);
  CHECK_FALSE(reading.account.followers);
  CHECK(reading.followers_at_least == 1);
  CHECK(reading.needs == std::vector<std::string>{"followers"});
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 41);
}

TEST_CASE("keys count wherever they stand and however they are written") {
  const Reading reading = reading_of(
      R"({"a new section":{"deeper":{"FANS LIST":[{"date":"x"}],"profile map":{"Follower Count":"2,047"}}},
          "posts":{"video list":[{"date":"2026-02-20 10:00:00","likes":"7"}]}})");
  CHECK(reading.account.followers->value == 2047);
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 7);
}

TEST_CASE("what a person did to others is never counted, and alone it is of no use") {
  for (const std::string_view file :
       {R"({"Likes and Favorites":{"Like List":{"ItemFavoriteList":[{"date":"x","likes":"9"}]}}})",
        R"({"Activity":{"Video Browsing History":{"VideoList":[{"Date":"2023-01-01 00:00:00","Likes":"77"}]}}})",
        R"({"Comment":{"Comments":{"CommentsList":[{"date":"x","comment":"y"}]}}})",
        R"({"Activity":{"Follower List":{"FansList":null}}})"}) {
    CAPTURE(file);
    const auto reading = read(file);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == "download-without-figures");
    CHECK(reading.error().message.find("All data") != std::string::npos);
  }
}

TEST_CASE("nothing of the profile but its handle and counts is kept, and no follower's name") {
  for (const std::string_view file : {fixtures::tiktok_new, fixtures::tiktok_old}) {
    const Reading reading = reading_of(file);
    std::string all = reading.account.handle;
    for (const std::string& warning : reading.warnings) all += warning;
    for (const Mapping& mapping : reading.mapping) all += mapping.column;
    for (const core::Post& post : reading.posts) all += post.id + post.caption;
    for (const std::string_view secret : {"person", "example", "1000000", "Our Own"}) {
      CHECK(all.find(secret) == std::string::npos);
    }
  }
}
