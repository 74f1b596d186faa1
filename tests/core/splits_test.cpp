#include "core/splits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/caption_traits.h"

using namespace mf::core;

namespace {

const std::vector<Action> likes = {Action::likes};
const std::vector<Action> likes_and_comments = {Action::likes, Action::comments};

Post post_of(std::string format, double like_count, std::string caption = "") {
  Post post;
  post.format = std::move(format);
  post.caption = std::move(caption);
  describe_captions({&post, 1});
  post.likes = like_count;
  return post;
}

std::vector<Split> by_likes(const std::vector<Post>& posts) {
  return engagement_splits(posts, 1000, Denominator::followers, likes);
}

std::vector<std::string> ids(const std::vector<Split>& splits) {
  std::vector<std::string> found;
  for (const Split& split : splits) found.push_back(std::string(split.kind) + " " + split.id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("each format has the rate of its own posts; the most used comes first") {
  std::vector<Post> posts;
  for (const double count : {10, 20, 30, 40, 50}) posts.push_back(post_of("image", count));
  for (const double count : {60, 75, 75, 90}) posts.push_back(post_of("reel", count));
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(ids(splits) == Ids{"format image", "format reel"});
  CHECK(splits[0].label == "Images");
  CHECK(splits[0].rate.median == 0.03);
  CHECK(splits[0].rate.posts == 5);
  CHECK(splits[0].note.empty());
  CHECK(splits[1].label == "Reels");
  CHECK(splits[1].rate.median == 0.075);
  CHECK(splits[1].rate.posts == 4);
  CHECK(splits[1].note ==
        "Reels 7.5\u00A0% over 4 posts, images 3\u00A0% over 5 posts: the 90\u00A0% intervals lie apart, which chance "
        "alone "
        "seldom does.");
}

TEST_CASE("a difference whose intervals overlap may be chance") {
  std::vector<Post> posts;
  for (const double count : {10, 20, 30, 40, 50}) posts.push_back(post_of("image", count));
  for (const double count : {20, 30, 40, 60}) posts.push_back(post_of("carousel", count));
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(splits.size() == 2);
  CHECK(splits[1].note ==
        "Carousels 3.5\u00A0% over 4 posts, images 3\u00A0% over 5 posts: the 90\u00A0% intervals overlap, so the "
        "difference may be chance.");
}

TEST_CASE("a part with few posts has a rate and no interval, and says so") {
  std::vector<Post> posts;
  for (const double count : {10, 20, 30, 40, 50}) posts.push_back(post_of("image", count));
  posts.push_back(post_of("video", 500));
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(splits.size() == 2);
  CHECK(splits[1].rate.median == 0.5);
  CHECK_FALSE(splits[1].rate.low);
  CHECK(splits[1].note ==
        "Videos 50\u00A0% over 1 post, images 3\u00A0% over 5 posts: 1 post is too few to tell a difference from "
        "chance.");
}

TEST_CASE("posts that disclose payment or a gift stand against those that disclose nothing") {
  std::vector<Post> posts;
  for (int i = 0; i < 6; ++i) posts.push_back(post_of("", 20, "#ad new shoes"));
  for (int i = 0; i < 4; ++i) posts.push_back(post_of("", 40, "A walk by the river"));
  for (int i = 0; i < 2; ++i) posts.push_back(post_of("", 30, "#gifted socks"));
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(ids(splits) == Ids{"disclosure none", "disclosure paid", "disclosure gift"});
  CHECK(splits[0].rate.median == 0.04);
  CHECK(splits[1].rate.median == 0.02);
  CHECK(splits[2].rate.median == 0.03);
  CHECK(splits[1].label == "Disclosed as paid");
  CHECK(splits[1].note ==
        "Disclosed as paid 2\u00A0% over 6 posts, nothing disclosed 4\u00A0% over 4 posts: the 90\u00A0% intervals lie "
        "apart, "
        "which chance alone seldom does.");
}

TEST_CASE("one part is no split") {
  const std::vector<Post> same = {post_of("image", 10), post_of("image", 20)};
  CHECK(by_likes(same).empty());
  CHECK(by_likes({}).empty());
  const std::vector<Post> without_likes = {post_of("image", 10), Post{}};
  CHECK(by_likes(without_likes).empty());
}

TEST_CASE("posts without a format are a part of their own, stories are none") {
  const std::vector<Post> posts = {post_of("image", 10), post_of("", 20), post_of("story", 5), post_of("Story", 5)};
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(ids(splits) == Ids{"format ", "format image"});
  CHECK(splits[0].label == "No format given");
  CHECK(splits[0].rate.left_out == 0);
}

TEST_CASE("a part counts the actions and the denominator of the headline, no others") {
  Post reel = post_of("reel", 90);
  reel.comments = 10;
  reel.shares = 50;
  reel.reach = 500;
  reel.views = 1000;
  Post image = post_of("image", 40);
  image.comments = 10;
  image.reach = 100;
  Post without_comments = post_of("image", 40);
  without_comments.reach = 100;
  const std::vector<Post> posts = {reel, image, without_comments};
  const std::vector<Split> splits = engagement_splits(posts, 1000, Denominator::reach, likes_and_comments);
  REQUIRE(ids(splits) == Ids{"format image", "format reel"});
  CHECK(splits[0].rate.median == 0.5);
  CHECK(splits[0].rate.posts == 1);
  CHECK(splits[0].rate.left_out == 1);
  CHECK(splits[1].rate.median == 0.2);
  CHECK(splits[1].rate.actions == likes_and_comments);
  CHECK(splits[1].rate.by == Denominator::reach);

  const std::vector<Action> hidden_likes = {Action::comments};
  CHECK(engagement_splits(posts, std::nullopt, Denominator::reach, hidden_likes).size() == 2);
  CHECK(engagement_splits(posts, std::nullopt, Denominator::followers, likes).empty());
}

TEST_CASE("the parts of a kind add up to all posts") {
  std::vector<Post> posts;
  const char* formats[] = {"reel", "image", "carousel", "video"};
  for (int i = 0; i < 500; ++i) posts.push_back(post_of(formats[i % 4], i % 97, i % 5 == 0 ? "#ad" : "hello"));
  std::size_t by_format = 0;
  std::size_t by_disclosure = 0;
  for (const Split& split : by_likes(posts)) (split.kind == "format" ? by_format : by_disclosure) += split.rate.posts;
  CHECK(by_format == 500);
  CHECK(by_disclosure == 500);
}

TEST_CASE("after twelve formats the rest is one part") {
  std::vector<Post> posts;
  for (int i = 0; i < 1000; ++i) posts.push_back(post_of("format " + std::to_string(i), i));
  const std::vector<Split> splits = by_likes(posts);
  REQUIRE(splits.size() == 13);
  CHECK(splits[0].label == "Other formats");
  CHECK(splits[0].rate.posts == 988);
  CHECK(splits[1].label == "Format 0");
}

TEST_CASE("the order of the posts changes no bit of a split") {
  std::vector<Post> posts;
  for (int i = 0; i < 60; ++i) posts.push_back(post_of(i % 3 ? "reel" : "image", (i * 7919) % 613, i % 4 ? "" : "#ad"));
  const std::vector<Split> forward = by_likes(posts);
  std::reverse(posts.begin(), posts.end());
  const std::vector<Split> backward = by_likes(posts);
  REQUIRE(ids(forward) == ids(backward));
  for (std::size_t i = 0; i < forward.size(); ++i) {
    CHECK(forward[i].rate.median == backward[i].rate.median);
    CHECK(forward[i].rate.mean == backward[i].rate.mean);
    CHECK(forward[i].note == backward[i].note);
  }
}
