#include "core/hashtag_posts.h"

#include <doctest/doctest.h>

#include <optional>
#include <vector>

using namespace mf::core;

namespace {

Post post(const char* caption, std::optional<double> likes, std::optional<double> comments) {
  Post made;
  made.caption = caption;
  made.likes = likes;
  made.comments = comments;
  return made;
}

}  // namespace

TEST_CASE("the campaign's posts carry its hashtag: the whole tag, in any case, with or without the sign") {
  const std::vector<Post> posts = {
      post("Out today #CleanCup", 100, 5),
      post("My #cleancups at home", 50, 1),
      post("no tag: cleancup", 70, 2),
      post("#Caf\xC3\xA9 and #cleancup.", 30, std::nullopt),
      post("", 20, 1),
  };
  for (const char* tag : {"#cleancup", "CleanCup", "#clean_cup"}) {
    const HashtagPosts found = posts_with_hashtag(posts, tag);
    CHECK(found.posts == std::vector<std::size_t>{0, 3});
    CHECK(found.without_caption == 1);
    CHECK(found.actions[0].sum == 130);
    CHECK(found.actions[1].posts == 1);
    CHECK(found.actions[1].missing == 1);
    CHECK(found.engagements.sum == 105);
    CHECK(found.engagements.missing == 1);
  }
  CHECK(posts_with_hashtag(posts, "#CAF\xC3\x89").posts == std::vector<std::size_t>{3});
  CHECK(posts_with_hashtag(posts, "#").posts.empty());
}

TEST_CASE("a post whose caption was not kept is known by the hashtags noted of it") {
  Post noted;
  noted.caption_traits = CaptionTraits{};
  noted.caption_traits->subject_hashtags = "CleanCup coffee";
  noted.caption_traits->other_hashtags = "fyp";
  const std::vector<Post> posts = {noted};
  CHECK(posts_with_hashtag(posts, "coffee").posts.size() == 1);
  CHECK(posts_with_hashtag(posts, "#fyp").posts.size() == 1);
  CHECK(posts_with_hashtag(posts, "cof").posts.empty());
}
