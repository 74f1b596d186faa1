#include "core/roster.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/shrinkage.h"
#include "core/tiers.h"

using namespace mf::core;

namespace {

Creator instagram(double followers) {
  Creator creator;
  creator.handle = "a";
  creator.platform = Platform::instagram;
  creator.followers = followers;
  creator.fee = 100;
  return creator;
}

VettedCreator vetted(const Creator& creator) {
  RosterRequest request;
  request.creators = {creator};
  return vet(request).creators.front();
}

std::string flag(const VettedCreator& creator, std::string_view id) {
  for (const RosterFlag& flag : creator.flags) {
    if (flag.id == id) return flag.sentence;
  }
  return {};
}

}  // namespace

TEST_CASE("a creator's tier is what most publishers call its size") {
  CHECK(vetted(instagram(2'000)).tier == "nano");
  CHECK(vetted(instagram(50'000)).tier == "micro");
  CHECK(vetted(instagram(500'000)).tier == "macro");
}

TEST_CASE("a rate is drawn toward what is usual, by as much as twelve posts leave open") {
  Creator creator = instagram(50'000);
  creator.engagement_rate = 0.05;
  const VettedCreator answer = vetted(creator);
  const ExpectedRate usual = *expected_rate(Figures(), Platform::instagram, Denominator::followers, 50'000);
  const double among = usual.log_sd * usual.log_sd;
  const double own = std::log(2.0) / 12;
  CHECK(answer.own_rate == 0.05);
  CHECK(answer.usual_rate == usual.median);
  CHECK(answer.data_share == doctest::Approx(among / (among + own)));
  CHECK(answer.data_share > 0.8);
  const double middle = std::sqrt(answer.rate->low * answer.rate->high);
  CHECK(std::log(middle) ==
        doctest::Approx(std::log(usual.median) + answer.data_share * std::log(0.05 / usual.median)));
  CHECK(std::log(answer.rate->high / middle) == doctest::Approx(1.6448536 * std::sqrt(answer.data_share * own)));
  CHECK(*answer.mean_rate > middle);
  CHECK(answer.percentile->low < answer.percentile->mid);
  CHECK(answer.flags.empty());
}

TEST_CASE("likes and comments make a rate where none is given") {
  Creator creator = instagram(50'000);
  creator.likes = 900;
  creator.comments = 100;
  CHECK(*vetted(creator).own_rate == doctest::Approx(0.02));
  creator.comments = {};
  CHECK(*vetted(creator).own_rate == doctest::Approx(0.018));
  creator.platform = Platform::tiktok;
  creator.views = 9'000;
  CHECK(vetted(creator).by == Denominator::views);
  CHECK(*vetted(creator).own_rate == doctest::Approx(0.1));
  CHECK(vetted(creator).base == 9'000);
}

TEST_CASE("a rate is of what its own counts say") {
  Creator creator = instagram(50'000);
  creator.engagement_rate = 0.1;
  creator.likes = 1'000;
  creator.views = 10'000;
  CHECK(vetted(creator).by == Denominator::views);
  creator.engagement_rate = 0.02;
  CHECK(vetted(creator).by == Denominator::followers);
  creator.engagement_rate = 0.5;
  CHECK(flag(vetted(creator), "rate-and-counts") ==
        "The rate given is 50\u00A0%, but its likes and comments make 10\u00A0% of its views; the rate was taken.");
}

TEST_CASE("on TikTok a rate without views is taken by followers, and says so") {
  Creator creator = instagram(50'000);
  creator.platform = Platform::tiktok;
  creator.engagement_rate = 0.05;
  const VettedCreator answer = vetted(creator);
  CHECK(answer.by == Denominator::followers);
  CHECK_FALSE(flag(answer, "rate-of-what").empty());
}

TEST_CASE("without any engagement what is usual stands in, with its whole spread") {
  const VettedCreator answer = vetted(instagram(50'000));
  const ExpectedRate usual = *expected_rate(Figures(), Platform::instagram, Denominator::followers, 50'000);
  CHECK(answer.data_share == 0);
  CHECK_FALSE(answer.own_rate);
  CHECK_FALSE(answer.percentile);
  CHECK(std::sqrt(answer.rate->low * answer.rate->high) == doctest::Approx(usual.median));
  CHECK_FALSE(flag(answer, "rate-missing").empty());

  RosterRequest request;
  request.creators = {instagram(50'000)};
  request.inputs[Input::engagement_rate] = Uncertain{0.02, 0.04};
  CHECK(vet(request).creators.front().rate == Uncertain{0.02, 0.04});
}

TEST_CASE("where nobody publishes what is usual a rate stands alone") {
  Creator creator = instagram(50'000);
  creator.platform = Platform::linkedin;
  creator.engagement_rate = 0.03;
  const VettedCreator answer = vetted(creator);
  CHECK(answer.data_share == 1);
  CHECK_FALSE(answer.usual_rate);
  CHECK(std::log(answer.rate->high / 0.03) == doctest::Approx(1.6448536 * std::sqrt(std::log(2.0) / 12)));
  creator.engagement_rate = {};
  CHECK_FALSE(vetted(creator).rate);
}

TEST_CASE("no engagement at all is taken for half a one") {
  Creator creator = instagram(50'000);
  creator.platform = Platform::linkedin;
  creator.engagement_rate = 0;
  CHECK(std::sqrt(vetted(creator).rate->low * vetted(creator).rate->high) == doctest::Approx(0.5 / (12 * 50'000)));
}

TEST_CASE("a rate far from what is usual is pointed out") {
  Creator creator = instagram(50'000);
  creator.engagement_rate = 0.6;
  CHECK(flag(vetted(creator), "engagement-above").starts_with("Its rate of 60\u00A0% is far above"));
  creator.engagement_rate = 0.00005;
  CHECK_FALSE(flag(vetted(creator), "engagement-below").empty());
}

TEST_CASE("comments out of proportion to likes are pointed out") {
  Creator creator = instagram(50'000);
  creator.likes = 1'000;
  creator.comments = 3;  // 4 per 100 likes are published: 40 expected
  CHECK(flag(vetted(creator), "few-comments").starts_with("It has 3 comments to 1,000 likes a post; "));
  creator.comments = 5;
  CHECK(flag(vetted(creator), "few-comments").empty());
  creator.comments = 401;
  CHECK_FALSE(flag(vetted(creator), "many-comments").empty());
}

TEST_CASE("a missing fee is the middle of the published ones, in US dollars alone") {
  Creator creator = instagram(50'000);
  creator.fee = {};
  const VettedCreator answer = vetted(creator);
  CHECK(answer.fee_is_estimate);
  CHECK(*answer.fee > 0);
  CHECK(answer.reason.empty());
  CHECK_FALSE(flag(answer, "fee-estimated").empty());
  RosterRequest request;
  request.creators = {creator};
  request.currency = "EUR";
  CHECK(vet(request).creators.front().reason == "No fee is given; fees are published in US dollars alone.");
  request.inputs[Input::fee] = Uncertain::exact(120);
  CHECK(vet(request).creators.front().fee == 120);
}

TEST_CASE("rows that cannot be picked say why") {
  Creator creator = instagram(-5);
  CHECK(vetted(creator).reason == "Its number of followers makes no sense.");
  creator = instagram(50'000);
  creator.engagement_rate = 3.2;
  CHECK(vetted(creator).reason == "Its engagement rate is not between 0\u00A0% and 100\u00A0%.");
  creator = instagram(0);
  CHECK(vetted(creator).reason == "Neither followers nor views are given.");
  CHECK_FALSE(flag(vetted(creator), "followers-missing").empty());

  RosterRequest request;
  request.creators = {instagram(50'000), instagram(60'000), instagram(70'000)};
  request.creators[1].handle = "A";
  request.creators[2].platform = Platform::tiktok;
  const Roster roster = vet(request);
  CHECK(roster.creators[0].reason.empty());
  CHECK(roster.creators[1].reason == "Row 1 names the same creator, and counts.");
  CHECK(roster.creators[2].reason.empty());
}

TEST_CASE("the list's currency is the one that most rows give") {
  RosterRequest request;
  request.creators = {instagram(1'000), instagram(2'000), instagram(3'000)};
  CHECK(vet(request).currency == "USD");
  request.creators[0].currency = "EUR";
  CHECK(vet(request).currency == "EUR");
  request.creators[1].currency = "GBP";
  request.creators[2].currency = "GBP";
  for (int i = 0; i < 3; ++i) request.creators[static_cast<std::size_t>(i)].handle = std::string(1, char('x' + i));
  const Roster roster = vet(request);
  CHECK(roster.currency == "GBP");
  CHECK(roster.creators[0].reason == "Its fee is in EUR, the list in GBP: convert it.");
}

TEST_CASE("tiers change exactly where the verdict does") {
  RosterRequest request;
  for (const Platform platform : {Platform::instagram, Platform::tiktok, Platform::any}) {
    for (const double followers : {1.0, 999.0, 1'000.0, 4'999.0, 5'000.0, 9'999.0, 10'000.0, 49'999.0, 50'000.0,
                                   99'999.0, 100'000.0, 499'999.0, 500'000.0, 1e6, 5e6, 1e9}) {
      Creator creator = instagram(followers);
      creator.platform = platform;
      request.creators.push_back(creator);
    }
  }
  const Roster roster = vet(request);
  for (std::size_t i = 0; i < roster.creators.size(); ++i) {
    const Creator& creator = request.creators[i];
    CAPTURE(*creator.followers);
    CHECK(roster.creators[i].tier == verdict(schemes(), creator.platform, *creator.followers).tier);
  }
}
