#include "core/readiness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "core/caption_traits.h"

using namespace mf::core;

namespace {

Post captioned(std::string caption) {
  Post post;
  post.caption = std::move(caption);
  describe_captions({&post, 1});
  return post;
}

Post counted(double likes, double comments) {
  Post post;
  post.likes = likes;
  post.comments = comments;
  return post;
}

Post dated(int days_after_new_year) {
  Post post;
  post.published_at = iso_date(day_number("2026-01-01").value_or(0) + days_after_new_year);
  return post;
}

std::vector<Attribute> of(const std::vector<Post>& posts, Platform platform = Platform::instagram,
                          const Figures& figures = Figures{}) {
  ReadinessRequest request;
  request.platform = platform;
  request.posts = posts;
  return readiness(request, figures);
}

const Attribute& attribute(const std::vector<Attribute>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Attribute& a) { return a.id == id; });
  REQUIRE(found != all.end());
  return *found;
}

const AttributeEvidence& evidence(const Attribute& of_one, std::string_view id) {
  const auto found = std::find_if(of_one.evidence.begin(), of_one.evidence.end(),
                                  [&](const AttributeEvidence& e) { return e.id == id; });
  REQUIRE(found != of_one.evidence.end());
  return *found;
}

using Needs = std::vector<std::string_view>;

}  // namespace

TEST_CASE("with nothing given each attribute says what would measure it, and asks its question") {
  const std::vector<Attribute> all = of({});
  REQUIRE(all.size() == 5);
  const std::string_view ids[] = {"relatable", "connections", "consistent", "quality", "niche"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].id == ids[i]);
    CHECK(all[i].evidence.empty());
    CHECK(all[i].question.back() == '?');
    CHECK_FALSE(all[i].advice.empty());
    CHECK_FALSE(all[i].articles.empty());
    CHECK_FALSE(all[i].answer);
    CHECK(all[i].state == (all[i].id == "quality" ? AttributeState::self_check : AttributeState::missing));
    CHECK(all[i].needs == (all[i].id == "quality" ? Needs{} : Needs{"posts"}));
  }
}

TEST_CASE("posts without captions, counts or dates say what they lack") {
  const std::vector<Attribute> all = of({Post{}, Post{}});
  CHECK(attribute(all, "relatable").needs == Needs{"captions"});
  CHECK(attribute(all, "connections").needs == Needs{"likes", "comments"});
  CHECK(attribute(all, "consistent").needs == Needs{"dates"});
  CHECK(attribute(all, "niche").needs == Needs{"captions"});
  Post liked;
  liked.likes = 10;
  CHECK(attribute(of({liked}), "connections").needs == Needs{"comments"});
}

TEST_CASE("an answer stands where nothing is measured, and beside what is") {
  const std::vector<Post> posts = {captioned("Would you go?")};
  ReadinessRequest request;
  request.posts = posts;
  request.self_checks = {{"relatable", Answer::partly}, {"connections", Answer::yes}, {"nonsense", Answer::no}};
  const std::vector<Attribute> all = readiness(request, Figures{});
  CHECK(attribute(all, "relatable").state == AttributeState::measured);
  CHECK(attribute(all, "relatable").answer == Answer::partly);
  CHECK(attribute(all, "connections").state == AttributeState::self_check);
  CHECK(attribute(all, "connections").answer == Answer::yes);
  CHECK(attribute(all, "consistent").state == AttributeState::missing);
}

TEST_CASE("relatable: the share of captions that ask or speak to the reader, and the median words") {
  const std::vector<Attribute> all = of({
      captioned("Which one would you try? #tripod #travel"),  // 5 words
      captioned("Das Wetter am Hafen war heute wunderbar"),   // 7
      captioned("¿Cuál es tu favorito?"),                     // 4
      captioned("Un café y un libro, nada más"),              // 7
      captioned("今日の朝ごはん"),                            // 7
      captioned("🌊🌊🌊"),                                    // 0
      captioned(""),
  });
  const Attribute& relatable = attribute(all, "relatable");
  CHECK(relatable.state == AttributeState::measured);
  CHECK(evidence(relatable, "asks-or-speaks").sentence ==
        "33\u00A0% of 6 captions ask a question or speak to the reader.");
  CHECK(evidence(relatable, "asks-or-speaks").value == 2.0 / 6);
  CHECK(evidence(relatable, "words-per-caption").value == 6);
  CHECK(evidence(relatable, "words-per-caption").sentence ==
        "The median caption has 6 words, without hashtags, mentions and links.");
  for (const AttributeEvidence& one : relatable.evidence) {
    CHECK(one.sources.empty());
    CHECK_FALSE(one.comparison);
  }
}

TEST_CASE("one caption is spoken of as one") {
  CHECK(attribute(of({captioned("Hello there?")}), "relatable").evidence[0].sentence ==
        "The one caption asks a question or speaks to the reader.");
  CHECK(attribute(of({captioned("Fog.")}), "relatable").evidence[0].sentence ==
        "The one caption does not ask a question or speak to the reader.");
  CHECK(attribute(of({captioned("Fog.")}), "relatable").evidence[1].sentence ==
        "The median caption has 1 word, without hashtags, mentions and links.");
}

TEST_CASE("a share is never rounded to all or none of the captions") {
  std::vector<Post> posts(499, captioned("Fog over the harbour"));
  posts.push_back(captioned("Would you?"));
  CHECK(attribute(of(posts), "relatable").evidence[0].sentence ==
        "1\u00A0% of 500 captions ask a question or speak to the reader.");
  std::vector<Post> most(499, captioned("Would you?"));
  most.push_back(captioned("Fog over the harbour"));
  CHECK(attribute(of(most), "relatable").evidence[0].sentence ==
        "99\u00A0% of 500 captions ask a question or speak to the reader.");
}

TEST_CASE("connections: median comments over median likes, beside the figure for Instagram") {
  std::vector<Post> posts;
  for (const double likes : {80, 90, 100, 110, 120}) posts.push_back(counted(likes, likes / 10));
  Post story = counted(5, 5);
  story.format = "story";
  posts.push_back(story);
  const std::vector<Attribute> all = of(posts);
  const AttributeEvidence& found = evidence(attribute(all, "connections"), "comments-per-like");
  CHECK(found.value == 0.1);
  CHECK(found.low == 0.1);
  CHECK(found.high == 0.1);
  CHECK(found.sources == std::vector<std::string_view>{"B0557"});
  CHECK(found.comparison == Comparison::above);
  CHECK(
      found.sentence ==
      "10 comments to 100 likes, in the median over 5 posts. HubSpot has 4 for Instagram (median comments over median "
      "likes of 48 million posts), and the 90\u00A0% interval of the account's median post, 10 to 10, lies above "
      "that.");
}

TEST_CASE("a published figure within the interval is near, above the interval it says below") {
  std::vector<Post> posts;
  for (const double comments : {1, 3, 4, 5, 9}) posts.push_back(counted(100, comments));
  const std::vector<Attribute> near = of(posts);
  CHECK(evidence(attribute(near, "connections"), "comments-per-like").comparison == Comparison::near);

  for (Post& post : posts) post.comments = 1;
  const std::vector<Attribute> below = of(posts);
  const AttributeEvidence& found = evidence(attribute(below, "connections"), "comments-per-like");
  CHECK(found.comparison == Comparison::below);
  CHECK(found.sentence.starts_with("1 comment to 100 likes"));
}

TEST_CASE("nothing is compared with too few posts, or on a platform that the figure is not about") {
  const std::vector<Post> few = {counted(100, 10), counted(100, 10), counted(100, 10)};
  const std::vector<Attribute> on_instagram = of(few);
  const AttributeEvidence& found = evidence(attribute(on_instagram, "connections"), "comments-per-like");
  CHECK_FALSE(found.comparison);
  CHECK_FALSE(found.low);
  CHECK(found.sentence.ends_with("; there are too few posts here to compare."));

  const std::vector<Post> many(10, counted(100, 10));
  const std::vector<Attribute> on_tiktok = of(many, Platform::tiktok);
  const AttributeEvidence& elsewhere = evidence(attribute(on_tiktok, "connections"), "comments-per-like");
  CHECK_FALSE(elsewhere.comparison);
  CHECK(elsewhere.sources.empty());
  CHECK(elsewhere.sentence == "10 comments to 100 likes, in the median over 10 posts.");
}

TEST_CASE("hidden likes give no ratio, and 0 likes are not divided by") {
  Post hidden;
  hidden.comments = 5;
  CHECK(attribute(of({hidden, hidden}), "connections").state == AttributeState::missing);
  CHECK(attribute(of({hidden, hidden}), "connections").needs == Needs{"likes"});
  CHECK(attribute(of({counted(0, 3), counted(0, 1)}), "connections").evidence.empty());
  CHECK(attribute(of({counted(0, 3), counted(0, 1)}), "connections").needs == Needs{"likes"});
}

TEST_CASE("consistent: posts a week, days with a post, the longest gap, beside what was said in 2018") {
  // 1, 4, 8 and 15 January: three posts in the 14 days after the first.
  const std::vector<Attribute> all = of({dated(0), dated(3), dated(7), dated(14)});
  const Attribute& consistent = attribute(all, "consistent");
  CHECK(evidence(consistent, "posts-per-week").value == 1.5);
  CHECK(evidence(consistent, "posts-per-week").sentence == "1.5 posts a week, from 1 January 2026 to 15 January 2026.");
  const AttributeEvidence& days = evidence(consistent, "days-with-a-post");
  CHECK(days.value == 3.0 / 14);
  CHECK(days.comparison == Comparison::below);
  CHECK(days.sources == std::vector<std::string_view>{"B0547", "B0548"});
  CHECK(days.sentence ==
        "A post on 21\u00A0% of days, two or more on 0\u00A0%. Of 1,000 micro-influencers with under 10,000 followers, "
        "77\u00A0% told SocialPubli in 2018 that they publish every day, 48\u00A0% at least twice a day.");
  CHECK(evidence(consistent, "longest-gap").sentence == "The longest time from one post to the next is 7 days.");
  // Who was asked is written into the sentence and not read from the record: it must still be so.
  REQUIRE(benchmark("B0547"));
  CHECK(benchmark("B0547")->definition.find("1,000 micro-influencers") != std::string_view::npos);
}

TEST_CASE("every day is near what most say of themselves, twice a day above; half a week says neither") {
  std::vector<Post> daily;
  for (int day = 0; day < 30; ++day) daily.push_back(dated(day));
  const std::vector<Attribute> once = of(daily);
  CHECK(evidence(attribute(once, "consistent"), "days-with-a-post").comparison == Comparison::near);
  CHECK(evidence(attribute(once, "consistent"), "longest-gap").sentence == "No day was left out.");

  for (int day = 0; day < 30; ++day) daily.push_back(dated(day));
  const std::vector<Attribute> twice = of(daily);
  CHECK(evidence(attribute(twice, "consistent"), "days-with-a-post").comparison == Comparison::above);

  const std::vector<Attribute> half_a_week = of({dated(0), dated(1), dated(2)});
  CHECK_FALSE(evidence(attribute(half_a_week, "consistent"), "days-with-a-post").comparison);
}

TEST_CASE("niche: own hashtags, and the subject that the person names") {
  std::vector<Post> posts;
  for (int i = 0; i < 8; ++i) posts.push_back(captioned("Day " + std::to_string(i) + " #sourdough #rye"));
  posts.push_back(captioned("A walk #fog"));
  posts.push_back(captioned("Nothing to say"));
  ReadinessRequest request;
  request.posts = posts;
  request.niche = "baking, sourdough";
  const std::vector<Attribute> all = readiness(request, Figures{});
  const Attribute& clear = attribute(all, "niche");
  CHECK(evidence(clear, "own-terms").value == 0.8);
  CHECK(evidence(clear, "own-terms").sentence ==
        "80\u00A0% of 10 captions have one of the two most used hashtags: #rye and #sourdough.");
  CHECK(evidence(clear, "named-niche").value == 0.8);
  CHECK(evidence(clear, "named-niche").sentence == "80\u00A0% of 10 captions name what you say the account is about.");

  const std::vector<Attribute> by_words = of({captioned("Sourdough again"), captioned("More sourdough bread")});
  CHECK(evidence(attribute(by_words, "niche"), "own-terms").sentence ==
        "100\u00A0% of 2 captions have the most used word: \"Sourdough\".");
  const std::vector<Attribute> none = of({captioned("One thing"), captioned("#another")});
  CHECK(evidence(attribute(none, "niche"), "own-terms").sentence ==
        "No hashtag that names a subject stands in two of 2 captions.");
}

TEST_CASE("a figure that the person replaced is compared with, and called their own") {
  const Figures figures({{"B0557", Statistic::value, 0.2}, {"B0547", Statistic::value, 0.5}});
  std::vector<Post> posts;
  for (int day = 0; day < 10; ++day) {
    Post post = dated(day);
    post.likes = 100;
    post.comments = 10;
    posts.push_back(post);
  }
  const std::vector<Attribute> all = of(posts, Platform::instagram, figures);
  const AttributeEvidence& comments = evidence(attribute(all, "connections"), "comments-per-like");
  CHECK(comments.comparison == Comparison::below);
  CHECK(comments.sentence.find("Your own figure is 20, and") != std::string::npos);
  CHECK(comments.sentence.find("HubSpot") == std::string::npos);
  const AttributeEvidence& days = evidence(attribute(all, "consistent"), "days-with-a-post");
  CHECK(days.sentence.find("With your own figures, 50\u00A0% of micro-influencers") != std::string::npos);
}

TEST_CASE("every advice names the articles it comes from, and every sentence ends like one") {
  for (const Attribute& one : of({})) {
    for (const Advice& advice : one.advice) {
      CHECK_FALSE(advice.articles.empty());
      CHECK(advice.sentence.back() == '.');
    }
  }
}

TEST_CASE("500 posts in many languages give the same answer in any order") {
  const char* captions[] = {
      "Which one would you try?",
      "Was denkst du darüber? #harz",
      "Te cuento cómo lo hice #viaje",
      "Fog over the harbour #fog",
      "Merci à tous ! #ad",
      "Oggi vi porto con me",
      "みなさんはどっち派？ #朝ごはん",
      "Bugün size gösteriyorum",
      "Ontem fiz pão",
      "Pokażę wam mój szlak #góry",
      "🔥",
      "",
  };
  std::vector<Post> posts;
  for (int i = 0; i < 500; ++i) {
    Post post = dated((i * 37) % 400);
    post.caption = captions[i % 12];
    post.likes = (i * 7919) % 613;
    post.comments = (i * 31) % 17;
    posts.push_back(post);
  }
  describe_captions(posts);
  const std::vector<Attribute> forward = of(posts);
  std::reverse(posts.begin(), posts.end());
  const std::vector<Attribute> backward = of(posts);
  for (std::size_t i = 0; i < forward.size(); ++i) {
    REQUIRE(forward[i].evidence.size() == backward[i].evidence.size());
    for (std::size_t j = 0; j < forward[i].evidence.size(); ++j) {
      CHECK(forward[i].evidence[j].sentence == backward[i].evidence[j].sentence);
      CHECK(forward[i].evidence[j].value == backward[i].evidence[j].value);
    }
  }
  CHECK(forward[0].state == AttributeState::measured);
  CHECK(forward[4].state == AttributeState::measured);
}

TEST_CASE("ids of answers, states and comparisons") {
  CHECK(answer_from_id("partly") == Answer::partly);
  CHECK_FALSE(answer_from_id("maybe"));
  CHECK(std::string_view(attribute_state_id(AttributeState::self_check)) == "self-check");
  CHECK(std::string_view(comparison_id(Comparison::near)) == "near");
}
