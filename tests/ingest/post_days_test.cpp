#include "ingest/post_days.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading posts_of(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "posts-csv");
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("rows of one post on several days are one post, and its reach is not added up") {
  const Reading reading = posts_of(
      "Post ID,Publish time,Post type,Date,Views,Reach,Likes,Follows\n"
      "1,03/18/2025 09:48,IG reel,03/18/2025,100,90,10,\n1,03/18/2025 09:48,IG reel,03/19/2025,40,30,2,\n"
      "2,03/20/2025 09:48,IG reel,03/20/2025,7,6,1,\n");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].views == 140);
  CHECK(reading.posts[0].likes == 12);
  CHECK_FALSE(reading.posts[0].reach);
  CHECK(reading.posts[0].published_at == "2025-03-18T09:48:00");
  CHECK(reading.posts[1].reach == 6);
  CHECK(warns(reading, "2 rows of 1 post on several days were joined: the numbers of the days were added up"));
  CHECK(warns(reading, "Reach was left out"));
}

TEST_CASE("a row of the post's whole life stands for the post, beside rows of days") {
  const Reading reading =
      posts_of("Post ID,Publish time,Date,Views,Likes\n1,2025-03-18,2025-03-18,100,10\n1,2025-03-18,Lifetime,150,12\n");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].views == 150);
}

TEST_CASE("counters noted every day are not added up") {
  const Reading reading = posts_of(
      "Date,Post ID,Views,Likes\n2025-03-20,1,150,12\n2025-03-18,1,100,10\n2025-03-19,1,140,12\n2025-03-18,2,5,1\n");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].views == 150);
  CHECK(reading.posts[0].published_at.empty());
  CHECK(reading.posts[1].published_at == "2025-03-18");
  CHECK(warns(reading, "those of the last day were taken"));
}

TEST_CASE("repeated rows, and ids that a spreadsheet has rounded, are not joined") {
  CHECK(posts_of("Date,Post ID,Views\n2025-03-18,1,100\n2025-03-18,1,100\n").posts.size() == 2);
  CHECK(posts_of("Date,Post ID,Views\n2025-03-18,1.22158E+17,100\n2025-03-19,1.22158E+17,90\n").posts.size() == 2);
  CHECK(posts_of("Post ID,Date,Views\n1,Lifetime,100\n2,Lifetime,90\n").posts.size() == 2);
}
