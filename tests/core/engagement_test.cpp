#include "core/engagement.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace mf::core;

namespace {

const std::vector<Action> likes = {Action::likes};
const std::vector<Action> likes_and_comments = {Action::likes, Action::comments};
const std::vector<Action> all_four = {Action::likes, Action::comments, Action::shares, Action::saves};

const EngagementRate* find(const std::vector<EngagementRate>& rates, Denominator by,
                           const std::vector<Action>& actions) {
  for (const EngagementRate& rate : rates) {
    if (rate.by == by && rate.actions == actions) return &rate;
  }
  return nullptr;
}

Post liked(double count) {
  Post post;
  post.likes = count;
  return post;
}

Post liked_and_commented(double like_count, double comment_count) {
  Post post = liked(like_count);
  post.comments = comment_count;
  return post;
}

Post golden_post() {
  Post post = liked_and_commented(800, 40);
  post.saves = 30;
  post.shares = 20;
  post.reach = 7500;
  post.views = 9000;
  return post;
}

}  // namespace

TEST_CASE("800 likes, 40 comments, 30 saves, 20 shares at 25,000 followers: 3.20 %, 3.36 %, and 11.87 % by reach") {
  const std::vector<Post> posts = {golden_post()};
  const std::vector<EngagementRate> rates = engagement_rates(posts, 25000, Platform::instagram);
  REQUIRE(find(rates, Denominator::followers, likes));
  CHECK(find(rates, Denominator::followers, likes)->median == 0.032);
  REQUIRE(find(rates, Denominator::followers, likes_and_comments));
  CHECK(find(rates, Denominator::followers, likes_and_comments)->median == 0.0336);
  REQUIRE(find(rates, Denominator::reach, all_four));
  CHECK(find(rates, Denominator::reach, all_four)->median == 890.0 / 7500.0);
  REQUIRE(find(rates, Denominator::views, all_four));
  CHECK(find(rates, Denominator::views, all_four)->median == 890.0 / 9000.0);
  CHECK(rates.size() == 9);
}

TEST_CASE("500 likes at 20,000 followers are 2.5 %, with no comments as with comments not given") {
  const std::vector<Post> none = {liked_and_commented(500, 0)};
  CHECK(engagement_rates(none, 20000, Platform::instagram).front().median == 0.025);
  CHECK(engagement_rates(none, 20000, Platform::instagram).front().actions == likes_and_comments);

  const std::vector<Post> not_given = {liked(500)};
  const std::vector<EngagementRate> rates = engagement_rates(not_given, 20000, Platform::instagram);
  REQUIRE(rates.size() == 1);
  CHECK(rates[0].median == 0.025);
  CHECK(rates[0].actions == likes);
}

TEST_CASE("likes and comments come first, then all actions, then likes; equal sets are listed once") {
  const std::vector<Post> four = {golden_post()};
  const std::vector<EngagementRate> rates = engagement_rates(four, 25000, Platform::instagram);
  CHECK(rates[0].actions == likes_and_comments);
  CHECK(rates[1].actions == all_four);
  CHECK(rates[2].actions == likes);

  const std::vector<Post> two = {liked_and_commented(10, 1)};
  const std::vector<EngagementRate> fewer = engagement_rates(two, 1000, Platform::instagram);
  REQUIRE(fewer.size() == 2);
  CHECK(fewer[0].actions == likes_and_comments);
  CHECK(fewer[1].actions == likes);
}

TEST_CASE("the platform's usual denominator comes first") {
  Post post = golden_post();
  post.impressions = 10000;
  const std::vector<Post> posts = {post};
  const auto first = [&](Platform platform) { return engagement_rates(posts, 25000, platform).front().by; };
  CHECK(first(Platform::instagram) == Denominator::followers);
  CHECK(first(Platform::x) == Denominator::followers);
  CHECK(first(Platform::tiktok) == Denominator::views);
  CHECK(first(Platform::youtube) == Denominator::views);
  CHECK(first(Platform::linkedin) == Denominator::impressions);
  CHECK(first(Platform::any) == Denominator::followers);
}

TEST_CASE("a post with hidden likes is left out where likes count, and never read as 0") {
  Post hidden;
  hidden.comments = 12;
  hidden.views = 1000;
  Post shown = liked_and_commented(100, 10);
  shown.views = 1000;
  const std::vector<Post> posts = {shown, hidden, shown};
  const std::vector<EngagementRate> rates = engagement_rates(posts, 1000, Platform::instagram);
  const EngagementRate* rate = find(rates, Denominator::followers, likes_and_comments);
  REQUIRE(rate);
  CHECK(rate->posts == 2);
  CHECK(rate->left_out == 1);
  CHECK(rate->median == 0.11);
  CHECK(rate->mean == 0.11);
}

TEST_CASE("where no post shows likes, the other actions still give a rate") {
  Post hidden;
  hidden.comments = 12;
  hidden.shares = 8;
  hidden.views = 1000;
  const std::vector<Post> posts = {hidden, hidden};
  const std::vector<EngagementRate> rates = engagement_rates(posts, std::nullopt, Platform::tiktok);
  REQUIRE(rates.size() == 1);
  CHECK(rates[0].by == Denominator::views);
  CHECK(rates[0].actions == std::vector<Action>{Action::comments, Action::shares});
  CHECK(rates[0].median == 0.02);
}

TEST_CASE("an action that only some posts give is not in the set of all") {
  Post with_saves = liked_and_commented(10, 2);
  with_saves.shares = 3;
  with_saves.saves = 4;
  Post without = liked_and_commented(10, 2);
  without.shares = 3;
  const std::vector<Post> posts = {with_saves, without};
  const std::vector<EngagementRate> rates = engagement_rates(posts, 100, Platform::instagram);
  const EngagementRate* rate = find(rates, Denominator::followers, {Action::likes, Action::comments, Action::shares});
  REQUIRE(rate);
  CHECK(rate->posts == 2);
  CHECK(rate->left_out == 0);
}

TEST_CASE("stories are in no rate, and are not counted as left out") {
  Post story = liked_and_commented(1, 0);
  story.format = "Story";
  const std::vector<Post> posts = {liked_and_commented(90, 10), story};
  const std::vector<EngagementRate> rates = engagement_rates(posts, 1000, Platform::instagram);
  REQUIRE_FALSE(rates.empty());
  CHECK(rates[0].median == 0.1);
  CHECK(rates[0].posts == 1);
  CHECK(rates[0].left_out == 0);
  const std::vector<Post> only_stories = {story};
  CHECK(engagement_rates(only_stories, 1000, Platform::instagram).empty());
}

TEST_CASE("a denominator of 0, or none, gives no rate") {
  Post zero = liked_and_commented(5, 5);
  zero.reach = 0;
  Post seen = liked_and_commented(5, 5);
  seen.reach = 100;
  const Post unknown = liked_and_commented(5, 5);
  const std::vector<Post> posts = {zero, seen, unknown};
  const std::vector<EngagementRate> rates = engagement_rates(posts, 0, Platform::instagram);
  for (const EngagementRate& rate : rates) {
    CHECK(rate.by == Denominator::reach);
    CHECK(rate.posts == 1);
    CHECK(rate.left_out == 2);
    CHECK(rate.median <= 0.1);
  }
  CHECK(rates.size() == 2);
}

TEST_CASE("no posts give no rates") {
  CHECK(engagement_rates({}, 1000, Platform::instagram).empty());
  const std::vector<Post> empty = {Post{}, Post{}};
  CHECK(engagement_rates(empty, 1000, Platform::instagram).empty());
}

TEST_CASE("three posts give a rate and no interval; four give the span of the four") {
  std::vector<Post> posts = {liked(10), liked(40), liked(20)};
  CHECK(engagement_rates(posts, 1000, Platform::instagram)[0].median == 0.02);
  CHECK_FALSE(engagement_rates(posts, 1000, Platform::instagram)[0].low);
  CHECK_FALSE(engagement_rates(posts, 1000, Platform::instagram)[0].high);

  posts.push_back(liked(30));
  CHECK(engagement_rates(posts, 1000, Platform::instagram)[0].low == 0.01);
  CHECK(engagement_rates(posts, 1000, Platform::instagram)[0].high == 0.04);
}

TEST_CASE("from five posts on the interval lies within their span") {
  std::vector<Post> five;
  for (const double count : {50, 10, 40, 20, 30}) five.push_back(liked(count));
  const EngagementRate rate = engagement_rates(five, 1000, Platform::instagram)[0];
  CHECK(rate.median == 0.03);
  REQUIRE(rate.low);
  REQUIRE(rate.high);
  CHECK(*rate.low == doctest::Approx(0.01 + 0.01 * 6 / 17));  // see sample_test.cpp
  CHECK(*rate.high == doctest::Approx(0.05 - 0.01 * 6 / 17));
  CHECK(rate.trimmed_mean == (0.02 + 0.03 + 0.04) / 3);
  CHECK(rate.posts == 5);
}

TEST_CASE("the order of the posts changes no bit of the answer") {
  std::vector<Post> posts;
  for (int i = 0; i < 37; ++i) posts.push_back(liked_and_commented((i * 7919) % 613, (i * 31) % 17));
  const std::vector<EngagementRate> forward = engagement_rates(posts, 12345, Platform::instagram);
  std::reverse(posts.begin(), posts.end());
  const std::vector<EngagementRate> backward = engagement_rates(posts, 12345, Platform::instagram);
  REQUIRE(forward.size() == backward.size());
  for (std::size_t i = 0; i < forward.size(); ++i) {
    CHECK(forward[i].median == backward[i].median);
    CHECK(forward[i].mean == backward[i].mean);
    CHECK(forward[i].trimmed_mean == backward[i].trimmed_mean);
    CHECK(forward[i].low == backward[i].low);
    CHECK(forward[i].high == backward[i].high);
  }
}
