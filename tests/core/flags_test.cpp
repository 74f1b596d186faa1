#include "core/flags.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string_view>
#include <vector>

#include "core/calendar.h"

using namespace mf::core;

namespace {

const Flag* find(const std::vector<Flag>& found, std::string_view id) {
  for (const Flag& flag : found) {
    if (flag.id == id) return &flag;
  }
  return nullptr;
}

std::vector<Flag> flags_of_posts(std::span<const Post> posts, Platform platform = Platform::instagram) {
  FlagsRequest request;
  request.platform = platform;
  request.posts = posts;
  return flags(request, Figures{});
}

std::vector<Flag> flags_of_history(std::span<const FollowerPoint> history) {
  FlagsRequest request;
  request.history = history;
  return flags(request, Figures{});
}

std::vector<Post> posts_with_likes(const std::vector<double>& likes) {
  std::vector<Post> posts;
  for (const double count : likes) posts.emplace_back().likes = count;
  return posts;
}

// `count` posts that each have so many likes and comments.
std::vector<Post> posts_with(int count, double likes, double comments) {
  std::vector<Post> posts = posts_with_likes(std::vector<double>(static_cast<std::size_t>(count), likes));
  for (Post& post : posts) post.comments = comments;
  return posts;
}

// One count a day from 1 May 2026, from 10,000 up by turns of 9, 10 and 11.
std::vector<FollowerPoint> steady_history(int days) {
  std::vector<FollowerPoint> history;
  double followers = 10000;
  for (int i = 0; i < days; ++i) {
    history.push_back({iso_date(*day_number("2026-05-01") + i), followers});
    followers += 9 + i % 3;
  }
  return history;
}

void gain_from(std::vector<FollowerPoint>& history, std::size_t index, double gain) {
  for (std::size_t i = index; i < history.size(); ++i) history[i].followers += gain;
}

}  // namespace

TEST_CASE("ordinary posts and a steady history raise no flag, nor does nothing at all") {
  std::vector<Post> posts = posts_with_likes({420, 610, 380, 900, 505, 770, 295, 640, 480, 1200, 555, 430});
  for (Post& post : posts) {
    post.comments = 20;
    post.views = 3000;
    post.reach = 2000;
    post.impressions = 3200;
  }
  FlagsRequest request;
  request.platform = Platform::instagram;
  request.posts = posts;
  const std::vector<FollowerPoint> history = steady_history(60);
  request.history = history;
  request.standing = EngagementStanding{0.4, 0.8, {"B0197"}};
  CHECK(flags(request, Figures{}).empty());
  CHECK(flags(FlagsRequest{}, Figures{}).empty());
  CHECK(flags_of_posts(posts_with_likes({500})).empty());
}

TEST_CASE("a jump of followers is held against the account's own days") {
  std::vector<FollowerPoint> history = steady_history(30);
  gain_from(history, 20, 3000);  // on 21 May
  const std::vector<Flag> found = flags_of_history(history);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "follower-jump");
  CHECK(found[0].sentence ==
        "From 20 May 2026 to 21 May 2026 the account gained 3,010 followers (29.54\xC2\xA0%), where it gains 10 on a "
        "usual "
        "day.");
  CHECK_FALSE(found[0].why_it_matters.empty());
  CHECK_FALSE(found[0].innocent_explanation.empty());
  CHECK(found[0].evidence[0].name == "before");
  CHECK(found[0].evidence[0].value == 10189);
  CHECK(found[0].evidence[1].value == 13199);
}

TEST_CASE("two jumps are told once, by the larger") {
  std::vector<FollowerPoint> history = steady_history(30);
  gain_from(history, 12, 1500);
  gain_from(history, 20, 3000);
  const std::vector<Flag> found = flags_of_history(history);
  REQUIRE(found.size() == 1);
  CHECK(found[0].sentence.find("From 20 May 2026") == 0);
  CHECK(found[0].sentence.find("There is 1 more such change.") != std::string::npos);
}

TEST_CASE("a drop has its own flag") {
  std::vector<FollowerPoint> history = steady_history(30);
  gain_from(history, 20, -2000);
  const std::vector<Flag> found = flags_of_history(history);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "follower-drop");
  CHECK(found[0].sentence.find("the account lost 1,990 followers (19.53\xC2\xA0%)") != std::string::npos);
}

TEST_CASE("a jump of under 1 % of the followers is none, however steady the days are") {
  std::vector<FollowerPoint> history = steady_history(30);
  gain_from(history, 20, 80);
  CHECK(flags_of_history(history).empty());
}

TEST_CASE("an account whose days swing widely has no jump where a steady one would") {
  std::vector<FollowerPoint> history;
  double followers = 10000;
  for (int i = 0; i < 30; ++i) {
    history.push_back({iso_date(*day_number("2026-05-01") + i), followers});
    followers += i % 3 == 0 ? 400 : i % 3 == 1 ? -100 : 150;
  }
  gain_from(history, 20, 1000);
  CHECK(flags_of_history(history).empty());
}

TEST_CASE("counts that are written as 1.2K step by 100, and that is no jump") {
  std::vector<FollowerPoint> history;
  for (int i = 0; i < 40; ++i) history.push_back({iso_date(20000 + i), i < 20 ? 1200.0 : 1300.0});
  CHECK(flags_of_history(history).empty());
}

TEST_CASE("a long gap in the history is no jump") {
  std::vector<FollowerPoint> history = steady_history(60);
  history.erase(history.begin() + 20, history.begin() + 50);
  CHECK(flags_of_history(history).empty());
}

TEST_CASE("a short history has no usual day") {
  std::vector<FollowerPoint> history = steady_history(14);
  gain_from(history, 10, 5000);
  CHECK(flags_of_history(history).empty());
}

TEST_CASE("more likes than views, or more reach than impressions, cannot be") {
  std::vector<Post> posts = posts_with_likes({100, 210, 300});
  for (Post& post : posts) post.views = 200;
  posts[0].reach = 500;
  posts[0].impressions = 400;
  const std::vector<Flag> found = flags_of_posts(posts);
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == "likes-above-views");
  CHECK(found[0].sentence == "2 of 3 posts show more likes than views.");
  CHECK(found[1].id == "reach-above-impressions");
  CHECK(found[1].sentence == "1 of 1 post shows more people reached than impressions.");
}

TEST_CASE("few comments for the likes: under a tenth of HubSpot's 4 per 100") {
  const std::vector<Post> posts = posts_with(5, 1001, 4);  // 40 expected, under 4.004
  const std::vector<Flag> found = flags_of_posts(posts);
  const Flag* flag = find(found, "few-comments");
  REQUIRE(flag);
  CHECK(flag->sentence ==
        "The median is 4 comments and 1,001 likes a post, 0.4 comments per 100 likes; HubSpot gives 4 per 100 for "
        "Instagram as a whole.");
  CHECK(flag->sources == std::vector<std::string_view>{"B0557"});
  CHECK_FALSE(find(flags_of_posts(posts_with(5, 1000, 4)), "few-comments"));  // exactly a tenth
  CHECK_FALSE(find(flags_of_posts(posts_with(5, 249, 0)), "few-comments"));   // under 10 to be expected
  CHECK(find(flags_of_posts(posts_with(5, 250, 0)), "few-comments"));
  CHECK_FALSE(find(flags_of_posts(posts_with(4, 1001, 4)), "few-comments"));   // too few posts
  CHECK_FALSE(find(flags_of_posts(posts, Platform::tiktok), "few-comments"));  // a figure for Instagram
}

TEST_CASE("many comments for the likes: over ten times HubSpot's 4 per 100") {
  CHECK(find(flags_of_posts(posts_with(6, 99, 40)), "many-comments"));
  CHECK_FALSE(find(flags_of_posts(posts_with(6, 100, 40)), "many-comments"));
  CHECK_FALSE(find(flags_of_posts(posts_with(6, 2, 9)), "many-comments"));
  const std::vector<Flag> no_likes = flags_of_posts(posts_with(6, 0, 40));
  const Flag* flag = find(no_likes, "many-comments");
  REQUIRE(flag);
  CHECK(flag->sentence ==
        "The median is 40 comments and 0 likes a post; HubSpot gives 4 per 100 for Instagram as a whole.");
}

TEST_CASE("a person's own ratio moves the line") {
  FlagsRequest request;
  request.platform = Platform::instagram;
  const std::vector<Post> posts = posts_with(5, 1001, 4);
  request.posts = posts;
  CHECK_FALSE(find(flags(request, Figures({{"B0557", Statistic::value, 0.02}})), "few-comments"));
}

TEST_CASE("likes that vary less than three times chance are too even") {
  // Mean 900: chance makes 1 / 30 = 3.33 %, the line is 10 %. Ten posts at 900 -+ 80 vary by 80 sqrt(10 / 9) / 900
  // = 9.37 %.
  const std::vector<Flag> found = flags_of_posts(posts_with_likes({820, 980, 820, 980, 820, 980, 820, 980, 820, 980}));
  const Flag* flag = find(found, "even-likes");
  REQUIRE(flag);
  CHECK(flag->sentence ==
        "The likes of 10 posts lie between 820 and 980: they vary by 9.37\xC2\xA0% of their mean, where chance alone "
        "makes "
        "3.33\xC2\xA0%.");
  // At 900 -+ 90 they vary by 10.5 %.
  CHECK_FALSE(find(flags_of_posts(posts_with_likes({810, 990, 810, 990, 810, 990, 810, 990, 810, 990})), "even-likes"));
  // Nine posts are too few, and below 400 likes small accounts are that even.
  CHECK_FALSE(find(flags_of_posts(posts_with_likes({901, 900, 900, 900, 900, 900, 900, 900, 900})), "even-likes"));
  CHECK_FALSE(
      find(flags_of_posts(posts_with_likes({398, 399, 399, 399, 399, 399, 399, 399, 399, 399, 399})), "even-likes"));
}

TEST_CASE("likes written as 12K look even and are not called so") {
  CHECK_FALSE(find(flags_of_posts(posts_with_likes(std::vector<double>(12, 12000))), "even-likes"));
}

TEST_CASE("the very same count on a third of the posts is no coincidence") {
  const std::vector<double> likes = {1234, 1234, 1234, 1234, 1234, 300, 800, 2000, 650, 410, 990, 1500, 720, 505, 333};
  const std::vector<Flag> found = flags_of_posts(posts_with_likes(likes));
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "equal-likes");
  CHECK(found[0].sentence == "5 of 15 posts show exactly 1,234 likes.");

  std::vector<double> more = likes;
  more.push_back(777);  // 5 of 16: under a third
  CHECK(flags_of_posts(posts_with_likes(more)).empty());
  std::vector<double> rounded = likes;
  for (double& count : rounded) count = count == 1234 ? 1200 : count;
  CHECK(flags_of_posts(posts_with_likes(rounded)).empty());
  std::vector<double> small = likes;
  for (double& count : small) count = count == 1234 ? 99 : count;
  CHECK(flags_of_posts(posts_with_likes(small)).empty());
}

TEST_CASE("one post far above the rest, with what it does to the mean") {
  std::vector<Post> posts = posts_with_likes({400, 500, 600, 5001, 450});
  posts[3].published_at = "2026-05-03T12:00:00Z";
  const std::vector<Flag> found = flags_of_posts(posts);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "one-post-far-above");
  CHECK(found[0].sentence == "The post of 3 May 2026 has 5,001 likes, 10 times the median of 500; the mean is 1,390.");
  CHECK(found[0].evidence[0].name == "post");
  CHECK(found[0].evidence[0].value == 4);
  CHECK(flags_of_posts(posts_with_likes({400, 500, 600, 5000, 450})).empty());  // ten times is not over ten times
  CHECK(flags_of_posts(posts_with_likes({400, 500, 600, 9000})).empty());       // four posts
  CHECK(flags_of_posts(posts_with_likes({0, 0, 0, 0, 9000})).empty());          // nothing to be a multiple of
}

TEST_CASE("views tell of it where likes do not") {
  std::vector<Post> posts(6);
  for (Post& post : posts) post.views = 1000;
  posts[2].views = 50000;
  const std::vector<Flag> found = flags_of_posts(posts, Platform::tiktok);
  REQUIRE(found.size() == 1);
  CHECK(found[0].sentence == "One post has 50,000 views, 50 times the median of 1,000; the mean is 9,167.");
}

TEST_CASE("engagement is flagged only where its whole range lies outside") {
  FlagsRequest request;
  request.standing = EngagementStanding{0.0001, 0.009, {"B0197"}};
  std::vector<Flag> found = flags(request, Figures{});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "engagement-below");
  CHECK(found[0].sources == std::vector<std::string_view>{"B0197"});
  request.standing = EngagementStanding{0.0001, 0.02, {}};
  CHECK(flags(request, Figures{}).empty());
  request.standing = EngagementStanding{0.995, 1, {}};
  found = flags(request, Figures{});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "engagement-above");
}

TEST_CASE("stories are left out everywhere") {
  std::vector<Post> posts = posts_with(12, 100, 90);
  for (Post& post : posts) {
    post.format = "story";
    post.views = 50;
  }
  CHECK(flags_of_posts(posts).empty());
}

TEST_CASE("the largest counts stay finite") {
  std::vector<Post> posts = posts_with(12, 1e12, 1e12);
  for (Post& post : posts) post.views = 0;
  for (const Flag& flag : flags_of_posts(posts)) {
    for (const Evidence& evidence : flag.evidence) CHECK(std::isfinite(evidence.value));
  }
}
