#include "core/analysis.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

using namespace mf;
using namespace mf::core;

namespace {

AnalyzeRequest of_followers(double followers) {
  AnalyzeRequest request;
  request.followers = Count::exact(followers);
  return request;
}

void check_refused(const AnalyzeRequest& request, const std::string& code, const std::string& field) {
  const Result<Analysis> result = analyze(request);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == code);
  CHECK(result.error().field == field);
  CHECK(result.error().message.back() == '.');
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

TEST_CASE("one number is enough for a verdict") {
  const Result<Analysis> result = analyze(of_followers(25000));
  REQUIRE(result);
  REQUIRE(result->verdict);
  CHECK(result->verdict->is_micro);
  CHECK(result->verdict->of > 30);
  CHECK(result->engagement.empty());
  CHECK(result->needs == std::vector<std::string>{"posts"});
  CHECK(result->warnings.empty());
}

TEST_CASE("posts without followers give the rates that need none, and ask for followers") {
  AnalyzeRequest request;
  request.platform = Platform::tiktok;
  Post post;
  post.likes = 90;
  post.comments = 10;
  post.views = 1000;
  request.posts = {post};
  const Result<Analysis> result = analyze(request);
  REQUIRE(result);
  CHECK_FALSE(result->verdict);
  REQUIRE_FALSE(result->engagement.empty());
  CHECK(result->engagement[0].median == 0.1);
  CHECK(contains(result->needs, "followers"));
  CHECK(contains(result->needs, "reach"));
  CHECK_FALSE(contains(result->needs, "views"));
}

TEST_CASE("nothing at all is an error that says what to give") { check_refused({}, "missing", "followers"); }

TEST_CASE("followers are a whole number from 0 to ten billion") {
  check_refused(of_followers(-5), "out-of-range", "followers");
  check_refused(of_followers(1234.5), "out-of-range", "followers");
  check_refused(of_followers(1e10 + 2), "out-of-range", "followers");
  check_refused(of_followers(std::numeric_limits<double>::infinity()), "out-of-range", "followers");
  check_refused(of_followers(std::numeric_limits<double>::quiet_NaN()), "not-a-number", "followers");
  CHECK(analyze(of_followers(0)));
  CHECK(analyze(of_followers(-0.0)));
  CHECK(analyze(of_followers(1e10)));
}

TEST_CASE("a range must hold its count") {
  AnalyzeRequest request;
  request.followers = Count{12300, 20000, 30000};
  check_refused(request, "out-of-range", "followersRange");
}

TEST_CASE("a post's count that cannot be is refused with its place") {
  AnalyzeRequest request = of_followers(1000);
  request.posts.resize(4);
  request.posts[3].likes = -1;
  check_refused(request, "out-of-range", "posts[3].likes");
  request.posts[3].likes = 1;
  request.posts[2].views = 1e13;
  check_refused(request, "out-of-range", "posts[2].views");
  request.posts[2].views = std::numeric_limits<double>::quiet_NaN();
  check_refused(request, "not-a-number", "posts[2].views");
}

TEST_CASE("0 followers are an account too") {
  AnalyzeRequest request = of_followers(0);
  Post post;
  post.likes = 5;
  request.posts = {post};
  const Result<Analysis> result = analyze(request);
  REQUIRE(result);
  CHECK_FALSE(result->verdict->is_micro);
  CHECK(result->engagement.empty());
}

TEST_CASE("what was left out is said in words") {
  AnalyzeRequest request = of_followers(1000);
  Post shown;
  shown.likes = 10;
  Post story;
  story.format = "story";
  request.posts = {shown, Post{}, story};
  const Result<Analysis> result = analyze(request);
  REQUIRE(result);
  CHECK(contains(result->warnings, "1 story is left out of the rates per post."));
  CHECK(contains(result->warnings, "1 post does not show likes and is left out of the rates that count likes."));
}

TEST_CASE("a rounded count on a line is said in words") {
  AnalyzeRequest request;
  request.followers = Count{10000, 9500, 10500};
  CHECK(analyze(request)->warnings.empty());  // 9,500 and 10,500 have the same headline
  request.followers = Count{50000, 49500, 50500};
  CHECK(contains(analyze(request)->warnings,
                 "The follower count is rounded and stands for anything from 49,500 to just under 50,500; the answer "
                 "changes within that range."));
}

TEST_CASE("platforms are known by id, by name and by the old name of X") {
  for (const char* name : {"instagram", "Instagram", "INSTAGRAM"})
    CHECK(platform_from_name(name) == Platform::instagram);
  CHECK(platform_from_name("twitter") == Platform::x);
  CHECK(platform_from_name("Twitter") == Platform::x);
  CHECK(platform_from_name("YouTube") == Platform::youtube);
  CHECK(platform_from_name("any") == Platform::any);
  CHECK_FALSE(platform_from_name("myspace"));
  CHECK_FALSE(platform_from_name(""));
  CHECK(std::string(platform_id(Platform::linkedin)) == "linkedin");
  CHECK(std::string(platform_name(Platform::linkedin)) == "LinkedIn");
}
