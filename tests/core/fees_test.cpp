#include "core/fees.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

using namespace mf::core;

namespace {

FeeRequest asked(Platform platform, std::optional<double> followers) {
  FeeRequest request;
  request.platform = platform;
  request.followers = followers;
  return request;
}

// 23,400 followers, 500 likes and 20 comments a post, seen 8,000 times.
FeeRequest with_posts() {
  FeeRequest request = asked(Platform::instagram, 23400);
  request.likes = 500;
  request.engagements = 520;
  request.impressions = 8000;
  return request;
}

const FeeMethod* find(const FeeEstimate& estimate, std::string_view id) {
  for (const FeeMethod& method : estimate.methods) {
    if (method.id == id) return &method;
  }
  return nullptr;
}

double typical(const FeeEstimate& estimate, std::string_view id) {
  const FeeMethod* method = find(estimate, id);
  return method != nullptr && method->typical ? *method->typical : -1;
}

bool has(const std::vector<std::string>& list, std::string_view entry) {
  return std::find(list.begin(), list.end(), entry) != list.end();
}

}  // namespace

TEST_CASE("from followers alone: what the publishers say of 23,400 followers on Instagram") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  CHECK(typical(estimate, "per-follower") == 234);          // $100 per 10,000
  CHECK(typical(estimate, "per-follower-any") == 140.4);    // GRIN: 23.4 x sqrt(4 x 9)
  CHECK(typical(estimate, "size-izea-2023") == 1674);       // the mean of 10,000 to 50,000
  CHECK(typical(estimate, "size-boost52-2022") == 223.61);  // the geometric middle of $100 and $500
  CHECK(typical(estimate, "cpm-inzpire-cpm") == 196.84);    // 23,400 x 22.945 % x sqrt(32 x 42) / 1,000
  CHECK(typical(estimate, "cpm-influencer-hero") == 46.5);  // ... x sqrt(5 x 15)
  CHECK(typical(estimate, "cpm-inbeat-2025") == 24.01);     // ... x sqrt(2 x 10)
  REQUIRE(estimate.range);
  CHECK(estimate.range->methods == 7);
  CHECK(estimate.range->low == 24.01);
  CHECK(estimate.range->typical == 196.84);
  CHECK(estimate.range->high == 1674);
  CHECK(estimate.range->currency == "USD");
}

TEST_CASE("counts of the posts bring in the prices per like, per engagement and per impression") {
  const FeeEstimate estimate = fee_estimate(with_posts(), Figures{});
  CHECK(typical(estimate, "per-follower-and-like") == 71);     // 23.4 x $2.50 + 500 x $0.025
  CHECK(typical(estimate, "per-engagement-photo") == 72.8);    // 520 x $0.14
  CHECK(typical(estimate, "per-engagement-video") == 104);     // 520 x $0.20
  CHECK(typical(estimate, "per-thousand-engagements") == 78);  // 520 x $150 / 1,000
  CHECK(typical(estimate, "cpm-inzpire-cpm") == 293.28);       // 8 x sqrt(32 x 42)
  CHECK(find(estimate, "cpm-inzpire-cpm")->low == 256);
  CHECK(find(estimate, "cpm-inzpire-cpm")->high == 336);
  CHECK(find(estimate, "cpm-inzpire-cpm")->grade == 'A');
  CHECK(find(estimate, "per-follower-any")->low == 93.6);    // 23.4 x $4
  CHECK(find(estimate, "per-follower-any")->high == 210.6);  // 23.4 x $9
  REQUIRE(estimate.range);
  CHECK(estimate.range->methods == 11);
  CHECK(estimate.range->low == 35.78);  // inBeat: 8 x sqrt(2 x 10)
  CHECK(estimate.range->high == 1674);
  CHECK(estimate.range->typical == 104);  // the sixth of eleven
}

TEST_CASE("a formula carries its numbers, and the bare name of what is missing") {
  const FeeEstimate given = fee_estimate(with_posts(), Figures{});
  CHECK(find(given, "per-follower")->formula == "23,400 followers \xC3\x97 $100 per 10,000");
  CHECK(find(given, "per-follower-and-like")->formula ==
        "23,400 followers \xC3\x97 $2.50 per 1,000 + 500 likes \xC3\x97 $0.025 each");
  CHECK(find(given, "cpm-inzpire-cpm")->formula == "8,000 impressions \xC3\x97 $32 to $42 per 1,000");
  CHECK(find(given, "size-izea-2023")->formula == "$1,674, the mean for accounts with 10,000 to 50,000 followers");

  const FeeEstimate bare = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  const FeeMethod* by_like = find(bare, "per-follower-and-like");
  REQUIRE(by_like);
  CHECK(by_like->formula == "23,400 followers \xC3\x97 $2.50 per 1,000 + likes \xC3\x97 $0.025 each");
  CHECK(by_like->needs == std::vector<std::string>{"likes"});
  CHECK_FALSE(by_like->typical);
  CHECK(find(bare, "cpm-inzpire-cpm")->formula ==
        "23,400 followers \xC3\x97 22.95\xC2\xA0% reached (Minter.io, 2019) \xC3\x97 $32 to $42 per 1,000");
  for (const char* need : {"likes", "engagements", "impressions", "storyViews"}) {
    CAPTURE(need);
    CHECK(has(bare.needs, need));
  }
}

TEST_CASE("a name says publisher and year, the sources say which records, the worst grade counts") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  const FeeMethod* per_follower = find(estimate, "per-follower");
  REQUIRE(per_follower);
  CHECK(per_follower->name == "Price per follower (Boost52, 2022)");
  CHECK(per_follower->sources == std::vector<std::string_view>{"B0386"});
  CHECK(per_follower->grade == 'B');
  const FeeMethod* seen = find(estimate, "cpm-influencer-hero");
  REQUIRE(seen);
  CHECK(seen->sources == std::vector<std::string_view>{"B0414", "B0445"});
  CHECK(seen->grade == 'B');
}

TEST_CASE("the reason names what the two ends price") {
  const FeeEstimate estimate = fee_estimate(with_posts(), Figures{});
  REQUIRE(estimate.range);
  CHECK(
      estimate.range->reason ==
      "The highest is 47 times the lowest. The lowest, of inBeat (2025), prices how often a post is seen, at $2 to $10 "
      "per 1,000; the highest, of IZEA (2023), gives one mean for all accounts with 10,000 to 50,000 followers "
      "(average paid for a sponsored post on its platform, 2022), and a few high prices pull a mean up.");
}

TEST_CASE("stories, other currencies, unaudited sources and our own curve are shown and not counted") {
  FeeRequest request = with_posts();
  request.story_views = 900;
  const FeeEstimate estimate = fee_estimate(request, Figures{});
  const FeeMethod* story = find(estimate, "per-story-view");
  REQUIRE(story);
  CHECK(story->typical == 54);  // 900 x $0.06
  CHECK(story->applies_to == "a story");
  CHECK_FALSE(story->counted);

  const FeeMethod* euro = find(estimate, "cpm-cims-2025");
  REQUIRE(euro);
  CHECK(euro->currency == "EUR");
  CHECK(euro->low == 40);
  CHECK_FALSE(euro->counted);

  const FeeMethod* unaudited = find(estimate, "cpm-influencer-radar-2024-post");
  REQUIRE(unaudited);
  CHECK(unaudited->grade == 'C');
  CHECK(unaudited->low == 80);  // 8 x $10, its price for 10,000 to 100,000 followers
  CHECK_FALSE(unaudited->counted);

  for (const FeeMethod& method : estimate.methods) {
    CAPTURE(method.id);
    if (method.typical && !method.counted) CHECK_FALSE(method.note.empty());
  }
}

TEST_CASE("our curve goes through IZEA's means as followers to the power of about 0.32") {
  // Least squares on logarithms through (3,162, 1,105), (22,361, 1,674), (100,000, 3,396), (316,228, 4,992),
  // (707,107, 5,497): slope 0.3201.
  const double at_1000 = typical(fee_estimate(asked(Platform::any, 1000), Figures{}), "size-curve");
  const double at_100000 = typical(fee_estimate(asked(Platform::any, 100000), Figures{}), "size-curve");
  CHECK(at_100000 / at_1000 == doctest::Approx(4.368).epsilon(0.002));  // 100^0.3201
  CHECK(at_100000 == doctest::Approx(3152).epsilon(0.003));
  const FeeEstimate inside = fee_estimate(asked(Platform::any, 1000), Figures{});
  CHECK(find(inside, "size-curve")->derived);
  CHECK(find(inside, "size-curve")->note.find("outside") == std::string::npos);
  const FeeEstimate outside = fee_estimate(asked(Platform::any, 1000000), Figures{});
  CHECK(find(outside, "size-curve")->note.find("outside") != std::string::npos);
}

TEST_CASE("a publisher without a price for the size says so and gives none") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  const FeeMethod* klear = find(estimate, "size-klear-2019");  // asked up to 5,000 and from 500,000
  REQUIRE(klear);
  CHECK_FALSE(klear->typical);
  CHECK(klear->needs.empty());
  CHECK(klear->note == "The publisher gives no price for this size.");
  CHECK(typical(fee_estimate(asked(Platform::instagram, 1000), Figures{}), "size-klear-2019") == 41);
  CHECK(typical(fee_estimate(asked(Platform::instagram, 250000), Figures{}), "size-captiv8-fees") == 5000);
}

TEST_CASE("a price for one follower count holds for that count") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::any, 41000), Figures{});
  const FeeMethod* price = find(estimate, "size-inzpire-2020");
  REQUIRE(price);
  CHECK(price->low == 500);
  CHECK(price->high == 1000);
  CHECK(price->formula == "$500 to $1,000 for an account with 41,000 followers");
  CHECK_FALSE(find(fee_estimate(asked(Platform::any, 41001), Figures{}), "size-inzpire-2020")->typical);
}

TEST_CASE("a least price alone is no typical price and does not enter the range") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 2e6), Figures{});
  const FeeMethod* ladder = find(estimate, "size-boost52-2022");
  REQUIRE(ladder);
  CHECK(ladder->low == 10000);
  CHECK_FALSE(ladder->typical);
  CHECK_FALSE(ladder->counted);
}

TEST_CASE("the floor of article 004 stands beside the range, for the sizes the article speaks of") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  REQUIRE(estimate.floor);
  CHECK(estimate.floor->amount == 20);
  CHECK(estimate.floor->currency == "USD");
  CHECK(estimate.floor->source == "B0407");
  CHECK_FALSE(fee_estimate(asked(Platform::instagram, 1999), Figures{}).floor);
  CHECK_FALSE(fee_estimate(asked(Platform::instagram, 100000), Figures{}).floor);
  for (const FeeMethod& method : estimate.methods)
    CHECK_FALSE(has({method.sources.begin(), method.sources.end()}, "B0407"));
}

TEST_CASE("formats add what is published, and nothing is applied silently") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), Figures{});
  const auto published = [&](std::string_view source) {
    return std::find_if(estimate.modifiers.begin(), estimate.modifiers.end(),
                        [source](const FeeModifier& modifier) { return modifier.source == source; });
  };
  REQUIRE(published("B0394") == estimate.modifiers.begin());  // HypeAuditor, grade A: a video over a photo
  CHECK(published("B0394")->low == 0.4);
  CHECK(published("B0394")->high == 0.5);
  CHECK(published("B0394a")->low == 0.2);
  CHECK(published("B0394a")->high == 0.3);
  CHECK(published("B0394b")->low == 0.1);
  CHECK(published("B0394b")->high == 0.2);
  CHECK(published("B0808b")->low == published("B0808b")->high);  // one figure for a rush
  for (const FeeModifier& modifier : fee_estimate(asked(Platform::linkedin, 23400), Figures{}).modifiers) {
    CHECK(benchmark(modifier.source)->platform == Platform::any);
  }
}

TEST_CASE("TikTok and YouTube are priced by views") {
  FeeRequest request = asked(Platform::tiktok, 23400);
  request.views = 20000;
  request.impressions = 90000;
  const FeeEstimate tiktok = fee_estimate(request, Figures{});
  CHECK(typical(tiktok, "cpm-inzpire-cpm") == 591.61);  // 20 x sqrt(25 x 35)
  CHECK(find(tiktok, "cpm-inzpire-cpm")->applies_to == "a video");
  CHECK(find(tiktok, "size-imh-tiktok-2023")->typical == 55.9);  // sqrt(25 x 125), unaudited
  CHECK_FALSE(find(tiktok, "size-imh-tiktok-2023")->counted);
  CHECK(find(tiktok, "per-follower") == nullptr);  // a rule for Instagram

  request.platform = Platform::youtube;
  CHECK(typical(fee_estimate(request, Figures{}), "cpm-channeltics") == 300);  // its own usual price, $15
}

TEST_CASE("a platform that nobody prices gets what is published for any, and says so") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::linkedin, 23400), Figures{});
  CHECK(
      estimate.note ==
      "No publisher on record prices posts on LinkedIn by the size of an account; these prices are for any platform.");
  for (const FeeMethod& method : estimate.methods) CHECK(method.any_platform);
  REQUIRE(estimate.range);
  CHECK(estimate.range->methods == 2);
  CHECK(estimate.range->low == 140.4);
  CHECK(estimate.range->high == 1674);
  CHECK(fee_estimate(asked(Platform::instagram, 23400), Figures{}).note.empty());
}

TEST_CASE("a range of one price says that it is one") {
  FeeRequest request = asked(Platform::linkedin, std::nullopt);
  request.impressions = 8000;
  const FeeEstimate estimate = fee_estimate(request, Figures{});
  REQUIRE(estimate.range);
  CHECK(estimate.range->methods == 1);
  CHECK(estimate.range->low == 35.78);
  CHECK(estimate.range->high == 35.78);
  CHECK(estimate.range->reason ==
        "Only one published price fits what is known: inBeat (2025) prices how often a post is seen, at $2 to $10 per "
        "1,000. The others need more than that.");
}

TEST_CASE("X is priced by the views that accounts of the size get") {
  const FeeEstimate estimate = fee_estimate(asked(Platform::x, 23400), Figures{});
  CHECK(typical(estimate, "cpm-inbeat-2025") == 5.57);  // 23,400 x 5.32 % x sqrt(2 x 10) / 1,000
  CHECK(find(estimate, "cpm-inbeat-2025")->sources == std::vector<std::string_view>{"B0417", "B0277"});
}

TEST_CASE("without followers only what the posts get has a price; with nothing, nothing has") {
  FeeRequest request = asked(Platform::instagram, 0);
  request.impressions = 8000;
  const FeeEstimate estimate = fee_estimate(request, Figures{});
  CHECK(has(find(estimate, "per-follower")->needs, "followers"));
  CHECK(has(find(estimate, "size-izea-2023")->needs, "followers"));
  REQUIRE(estimate.range);
  CHECK(estimate.range->methods == 3);
  CHECK(estimate.range->high == 293.28);

  const FeeEstimate nothing = fee_estimate(FeeRequest{}, Figures{});
  CHECK_FALSE(nothing.range);
  CHECK_FALSE(nothing.floor);
  CHECK(has(nothing.needs, "followers"));
}

TEST_CASE("the largest account and a post without any response stay finite") {
  FeeRequest request = asked(Platform::instagram, 1e10);
  request.likes = 0;
  request.engagements = 0;
  request.impressions = 0;
  const FeeEstimate estimate = fee_estimate(request, Figures{});
  CHECK(typical(estimate, "per-follower") == 1e8);
  CHECK(typical(estimate, "per-engagement-photo") == 0);
  REQUIRE(estimate.range);
  CHECK(estimate.range->low == 0);
  CHECK(estimate.range->reason.find("times the lowest") == std::string::npos);
}

TEST_CASE("a person's own figure goes into price, formula and reason") {
  const Figures figures({{"B0386", Statistic::value, 50}});
  const FeeEstimate estimate = fee_estimate(asked(Platform::instagram, 23400), figures);
  CHECK(typical(estimate, "per-follower") == 117);
  CHECK(find(estimate, "per-follower")->formula == "23,400 followers \xC3\x97 $50 per 10,000");
}

TEST_CASE("counted methods come first from the lowest up, then other computed ones, then the rest") {
  const FeeEstimate estimate = fee_estimate(with_posts(), Figures{});
  const auto first_other =
      std::find_if(estimate.methods.begin(), estimate.methods.end(), [](const FeeMethod& m) { return !m.counted; });
  CHECK(std::is_sorted(estimate.methods.begin(), first_other,
                       [](const FeeMethod& a, const FeeMethod& b) { return *a.typical < *b.typical; }));
  CHECK(std::none_of(first_other, estimate.methods.end(), [](const FeeMethod& m) { return m.counted; }));
  CHECK_FALSE(estimate.methods.back().typical);
}

TEST_CASE("a request takes the medians of the posts, and stories only for story views") {
  std::vector<Post> posts(4);
  posts[0].likes = 100;
  posts[0].comments = 10;
  posts[1].likes = 300;  // comments not given: no engagements
  posts[1].views = 5000;
  posts[2].likes = 200;
  posts[2].comments = 4;
  posts[3].format = "story";
  posts[3].likes = 7;
  posts[3].reach = 900;
  const FeeRequest request = fee_request(Platform::instagram, 1000, posts);
  CHECK(request.likes == 200);
  CHECK(request.engagements == (110 + 204) / 2.0);
  CHECK(request.views == 5000);
  CHECK_FALSE(request.impressions);
  CHECK_FALSE(request.reach);
  CHECK(request.story_views == 900);
  CHECK_FALSE(fee_request(Platform::instagram, std::nullopt, {}).likes);
}
