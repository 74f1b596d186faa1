#include "ingest/profile_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading profile_of(std::string_view text, const Hints& hints = {}) {
  const auto reading = read(text, hints);
  REQUIRE_MESSAGE(reading, (std::string(text) + ": " + (reading ? std::string() : reading.error().message)));
  CHECK(reading->format == "profile-text");
  CHECK(reading->kind == Kind::account);
  return *reading;
}

std::string code_of(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_FALSE(reading);
  return reading.error().code;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("golden: one sentence gives the account and its post") {
  const Reading reading =
      profile_of("25,000 followers, 800 likes, 40 comments, 30 saves, 20 shares, reach 7,500, views 9,000");
  CHECK(reading.account.followers == core::Count::exact(25000));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 800);
  CHECK(reading.posts[0].comments == 40);
  CHECK(reading.posts[0].saves == 30);
  CHECK(reading.posts[0].shares == 20);
  CHECK(reading.posts[0].reach == 7500);
  CHECK(reading.posts[0].views == 9000);
  CHECK(reading.account.platform == core::Platform::any);
  CHECK(reading.mapping[0] == Mapping{"25,000 followers", "followers"});
  CHECK(reading.mapping[5] == Mapping{"reach 7,500", "reach"});
}

TEST_CASE("golden: followers and likes") {
  const Reading reading = profile_of("20,000 followers, 500 likes");
  CHECK(reading.account.followers == core::Count::exact(20000));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 500);
}

TEST_CASE("profile headers of the sites, each as it is copied") {
  struct Row {
    const char* text;
    double followers, low, high;
    double following;   // -1: not given
    double post_count;  // -1: not given
    core::Platform platform;
  };
  using enum core::Platform;
  const Row rows[] = {
      {"1,234 posts 12.3K followers 567 following", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234 posts\n12.3K followers\n567 following", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234\nposts\n12.3K\nfollowers\n567\nfollowing\n", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234  12.3K  567\nposts followers following", 12300, 12250, 12350, 567, 1234, instagram},
      {"posts followers following\r\n1,234\t12.3K\t567", 12300, 12250, 12350, 567, 1234, instagram},
      {"70.2k Followers, 626 Following, 156 Posts - See Instagram photos and videos from NAME 2000 (@HANDLE)", 70200,
       70150, 70250, 626, 156, instagram},
      {"123 Following 45.6K Followers 1.2M Likes", 45600, 45550, 45650, 123, -1, tiktok},
      {"123Following45.6KFollowers1.2MLikes", 45600, 45550, 45650, 123, -1, tiktok},
      {"2 12 2,047\nFollowing Followers Likes", 12, 12, 12, 2, -1, tiktok},
      {"@HANDLE \u2022 12.3K subscribers \u2022 210 videos", 12300, 12250, 12350, -1, 210, youtube},
      {"\u200e12.3K subscribers", 12300, 12250, 12350, -1, -1, youtube},
      {"1,234 Following\n56.7K Followers", 56700, 56650, 56750, 1234, -1, any},
      {"Joined March 2015 1,234 Following 56.7K Followers", 56700, 56650, 56750, 1234, -1, any},
      {"12 300 followers, 567 following", 12300, 12300, 12300, 567, -1, any},
      {"Followers: 25,000", 25000, 25000, 25000, -1, -1, any},
      {"I have 25,000 Instagram followers", 25000, 25000, 25000, -1, -1, any},
      // de
      {"1.234 Beitr\u00e4ge \u00b7 45,6 Tsd. Follower", 45600, 45550, 45650, -1, 1234, any},
      {"1,5\u00a0Mio. Follower", 1.5e6, 1.45e6, 1.55e6, -1, -1, any},
      {"56 Beitr\u00e4ge\n1.234 Follower\n300 Gefolgt", 1234, 1234, 1234, 300, 56, instagram},
      // es, pt: mil is a thousand
      {"274 mil seguidores", 274e3, 273500, 274500, -1, -1, any},
      {"2,4 mil seguidores", 2400, 2350, 2450, -1, -1, any},
      {"12,3 mil suscriptores", 12300, 12250, 12350, -1, -1, youtube},
      {"1,2 M de suscriptores", 1.2e6, 1.15e6, 1.25e6, -1, -1, youtube},
      {"50 publicaciones 1234 seguidores 80 seguidos", 1234, 1234, 1234, 80, 50, instagram},
      {"1,2 mi de inscritos", 1.2e6, 1.15e6, 1.25e6, -1, -1, youtube},
      // fr: abonn\u00e9s follow you, abonnements are followed
      {"120 publications 12,3 k abonn\u00e9s 321 abonnements", 12300, 12250, 12350, 321, 120, instagram},
      {"1,2 M d\u2019abonn\u00e9s", 1.2e6, 1.15e6, 1.25e6, -1, -1, any},
      // ja, ko
      {"\u30d5\u30a9\u30ed\u30ef\u30fc2.6\u4e07\u4eba", 26000, 25500, 26500, -1, -1, any},
      {"2.6\u4e07\u30d5\u30a9\u30ed\u30ef\u30fc", 26000, 25500, 26500, -1, -1, any},
      {"\u30c1\u30e3\u30f3\u30cd\u30eb\u767b\u9332\u8005\u6570 1.2\u4e07\u4eba", 12000, 11500, 12500, -1, -1, youtube},
      {"9.9\ub9cc \ud314\ub85c\uc6cc", 99000, 98500, 99500, -1, -1, any},
      {"\ud314\ub85c\uc6cc 1.2\ub9cc\uba85", 12000, 11500, 12500, -1, -1, any},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = profile_of(row.text);
    REQUIRE(reading.account.followers);
    CHECK(reading.account.followers->value == row.followers);
    CHECK(reading.account.followers->low == row.low);
    CHECK(reading.account.followers->high == row.high);
    CHECK((reading.account.following ? reading.account.following->value : -1) == row.following);
    CHECK((reading.account.post_count ? reading.account.post_count->value : -1) == row.post_count);
    CHECK(reading.account.platform == row.platform);
    CHECK(reading.posts.empty());
  }
}

TEST_CASE("words of a sentence are not taken for labels") {
  const Reading reading =
      profile_of("My account has 12.3K followers and I like 5 things. Last post: 800 likes and 40 comments per post.");
  CHECK(reading.account.followers->value == 12300);
  CHECK_FALSE(reading.account.post_count);
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 800);
  CHECK(reading.posts[0].comments == 40);
}

TEST_CASE("a whole page around the header does not disturb it") {
  const Reading reading = profile_of(
      "A Name\n@USER\nBio with 10 years of 24/7 coffee, since 2015\nLink: https://example.org/likes/123\nJoined March "
      "2015\n"
      "1,234 Following\n56.7K Followers\nPosts\nReplies\nMedia\nLikes\n");
  CHECK(reading.account.followers->value == 56700);
  CHECK(reading.account.following->value == 1234);
  CHECK(reading.account.handle == "USER");
  CHECK(reading.posts.empty());
}

TEST_CASE("likes of a TikTok header are the account's total, and said to be") {
  const Reading reading = profile_of("123 Following 45.6K Followers 1.2M Likes");
  CHECK(reading.posts.empty());
  CHECK(warns(reading, "\"1.2M Likes\" is the account's total"));
  CHECK(reading.mapping.back() == Mapping{"1.2M Likes", ""});
}

TEST_CASE("handles: in parentheses, alone, first on a line; never from an address") {
  CHECK(profile_of("5 followers, NAME (@some.user)").account.handle == "some.user");
  CHECK(profile_of("@user \u2022 5 subscribers").account.handle == "user");
  CHECK(profile_of("@first\nwith @second and @third\n5 followers").account.handle == "first");
  CHECK(profile_of("mail me@example.org\n5 followers").account.handle.empty());
}

TEST_CASE("a bare number is taken as followers, and said to be") {
  const Reading reading = profile_of("12.3K");
  CHECK(reading.account.followers == core::Count{12300, 12250, 12350});
  CHECK(warns(reading, "taken as followers"));
  CHECK(profile_of("1.234").account.followers->value == 1234);
  Hints spanish;
  spanish.locale = "es";
  CHECK(profile_of("274 mil", spanish).account.followers->value == 274e3);
}

TEST_CASE("a label that comes again begins the next post") {
  const Reading reading = profile_of("10K followers\n800 likes\n40 comments\n700 likes\n35 comments");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[1].comments == 35);
  CHECK(warns(reading, "2 posts were read"));
}

TEST_CASE("changes are not totals") {
  CHECK(code_of("new followers: 500") == "no-numbers");
  const Reading reading = profile_of("1,000 followers, 50 new followers");
  CHECK(reading.account.followers->value == 1000);
  CHECK(warns(reading, "is a change"));
}

TEST_CASE("the same total rounded and in full is one; two different totals are refused") {
  CHECK(*profile_of("12.3K followers\n12,345 followers").account.followers == core::Count::exact(12345));
  CHECK(code_of("12.3K followers\n45K followers") == "ambiguous-counts");
}

TEST_CASE("what could be bound in two ways, or in none, is refused with a way out") {
  for (const char* text :
       {"12.3K followers 567", "Posts 1,234 Followers 12.3K Following", "12 45 followers following posts", "5, 6, 7"}) {
    CAPTURE(text);
    const auto reading = read(text);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == "ambiguous-counts");
    CHECK(reading.error().message.find("12,300 followers") != std::string::npos);
  }
}

TEST_CASE("numbers that cannot be counts are refused by name") {
  CHECK(code_of("-5") == "negative");
  CHECK(code_of("-5 followers") == "negative");
  CHECK(code_of("1e400") == "out-of-range");
  CHECK(code_of("1e400 followers") == "out-of-range");
  CHECK(code_of("99,999,999,999 followers") == "out-of-range");
  CHECK(code_of("1.2.3 followers") == "not-a-number");
  CHECK(code_of("NaN") == "no-numbers");
  CHECK(code_of("inf followers") == "no-numbers");
  CHECK(code_of("10K-50K") == "not-a-number");
  CHECK(code_of("12.5 followers") == "not-a-number");
}

TEST_CASE("percentages, dates, times and addresses are no counts") {
  for (const char* text : {"5% likes", "12:30 views", "2025-10-31 posts", "Reach me at https://example.org/12"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
}

TEST_CASE("a vertical list of labels and values is read as text") {
  const Reading reading = profile_of("Metric,Value\nFollowers,25000\nLikes,800\n");
  CHECK(reading.account.followers->value == 25000);
  CHECK(reading.posts[0].likes == 800);
}

TEST_CASE("posts without followers ask for them") {
  const Reading reading = profile_of("500 likes, 20 comments");
  CHECK(reading.needs == std::vector<std::string>{"followers"});
  CHECK(reading.posts.size() == 1);
}

TEST_CASE("what the caller knows of the platform wins") {
  Hints hints;
  hints.platform = core::Platform::x;
  CHECK(profile_of("12.3K followers", hints).account.platform == core::Platform::x);
}
