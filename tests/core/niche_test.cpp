#include "core/niche.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/caption_traits.h"

using namespace mf::core;

namespace {

std::vector<Post> posts_with(const std::vector<std::string>& captions) {
  std::vector<Post> posts;
  for (const std::string& caption : captions) {
    Post post;
    post.caption = caption;
    posts.push_back(post);
  }
  describe_captions(posts);
  return posts;
}

std::vector<std::string> texts(const Niche& niche) {
  std::vector<std::string> found;
  for (const NicheTerm& term : niche.terms) found.push_back(term.text);
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the three most used hashtags, and the share of captions that carry one of them") {
  const std::optional<Niche> found = niche(posts_with({
      "Fog #Rhein #fog",
      "Sun #rhein #Köln #summer",
      "Rain #fog #koeln",
      "Snow #RHEIN #köln",
      "A new lens",
      "Hello #fog #fog #fog",
  }));
  REQUIRE(found);
  CHECK(found->by_hashtags);
  CHECK(found->captions == 6);
  // fog and rhein stand under three captions, Köln under two; case does not matter, nor what stands twice under one.
  CHECK(texts(*found) == Texts{"fog", "Rhein", "Köln"});
  CHECK(found->terms[0].posts == 3);
  CHECK(found->terms[2].posts == 2);
  CHECK(found->share == 5.0 / 6);
  CHECK_FALSE(found->named_share);
}

TEST_CASE("hashtags that disclose payment or only call for reach say nothing of the subject") {
  const std::optional<Niche> found =
      niche(posts_with({"#ad #fyp #bread", "#ad #fyp #foryoupage", "#werbung #fyp #bread", "#love #reels"}));
  REQUIRE(found);
  CHECK(texts(*found) == Texts{"bread"});
  CHECK(found->share == 0.5);
}

TEST_CASE("where fewer than half of the captions have a hashtag, words stand in, without those of every day") {
  const std::optional<Niche> found = niche(posts_with({
      "I baked sourdough with rye today",
      "Why does your sourdough not rise? Check the oven",
      "The oven was too cold again",
      "My week in 2026 #weekend",
      "Heute gibt es Sourdough aus dem Ofen",
  }));
  REQUIRE(found);
  CHECK_FALSE(found->by_hashtags);
  CHECK(texts(*found) == Texts{"sourdough", "oven"});
  CHECK(found->share == 0.8);
}

TEST_CASE("nothing that repeats is no niche, and one caption is not enough to say") {
  const std::optional<Niche> found = niche(posts_with({"#one", "#two", "#three"}));
  REQUIRE(found);
  CHECK(found->terms.empty());
  CHECK(found->share == 0);
  CHECK_FALSE(niche(posts_with({"#one"})));
  CHECK_FALSE(niche(posts_with({"#one", "", "  "})));
  CHECK_FALSE(niche({}));
  const std::optional<Niche> emoji = niche(posts_with({"🔥", "🌊🌊"}));
  REQUIRE(emoji);
  CHECK(emoji->captions == 2);
  CHECK(emoji->terms.empty());
}

TEST_CASE("equal use is ordered by letters, and more than three are cut") {
  const std::optional<Niche> found = niche(posts_with({"#delta #alpha #beta #gamma", "#gamma #alpha #delta #beta"}));
  REQUIRE(found);
  CHECK(texts(*found) == Texts{"alpha", "beta", "delta"});
  CHECK(found->share == 1);
}

TEST_CASE("a named subject is found as a word and inside hashtags, but short words not by chance") {
  const std::vector<Post> posts = posts_with({
      "Vegan dinner in ten minutes",
      "#EasyVeganDinner",
      "Veganer Kuchen",
      "#party with #smart people",
      "Start of the season",
  });
  CHECK(niche(posts, "vegan")->named_share == 0.6);
  CHECK(niche(posts, "art")->named_share == 0.0);
  CHECK(niche(posts, "vegan dinner")->named_share == 0.4);
  CHECK(niche(posts, "season, vegan dinner")->named_share == 0.6);
  CHECK(niche(posts, "the dinner")->named_share == 0.4);
  CHECK_FALSE(niche(posts, " ")->named_share);
  CHECK_FALSE(niche(posts, "the of and")->named_share);
}

TEST_CASE("subjects in other scripts are found") {
  const std::vector<Post> posts =
      posts_with({"朝の料理はたのしい", "#料理好きな人と繋がりたい", "海", "Путешествие на Байкал"});
  CHECK(niche(posts, "料理")->named_share == 0.5);
  CHECK(niche(posts, "путешествие")->named_share == 0.25);
}

TEST_CASE("many posts, and one post of a megabyte") {
  std::vector<Post> posts;
  for (int i = 0; i < 20000; ++i) {
    Post post;
    post.caption = "Day " + std::to_string(i) + " #trail #run" + std::to_string(i % 7) + " #t" + std::to_string(i);
    posts.push_back(post);
  }
  describe_captions(posts);
  const std::optional<Niche> found = niche(posts, "trail running");
  REQUIRE(found);
  CHECK(texts(*found) == Texts{"trail", "run0", "run1"});
  CHECK(found->share == 1);
  CHECK(found->named_share == 0);

  std::string caption;
  for (int i = 0; caption.size() < 1'000'000; ++i) caption += "#tag" + std::to_string(i) + " ";
  const std::optional<Niche> large = niche(posts_with({caption, caption}));
  REQUIRE(large);
  CHECK(texts(*large) == Texts{"tag0", "tag1", "tag10"});
}
