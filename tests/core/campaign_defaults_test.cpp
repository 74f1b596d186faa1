#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "core/campaign.h"
#include "core/expected.h"
#include "core/fees.h"
#include "core/uncertain.h"

using namespace mf::core;

namespace {

Plan plan_of(Platform platform, std::optional<Uncertain> followers) {
  Plan plan;
  plan.platform = platform;
  plan.inputs[Input::followers] = followers;
  return plan;
}

Plan instagram_25k() { return plan_of(Platform::instagram, Uncertain::exact(25'000)); }

const Default* find(const std::vector<Default>& defaults, Input input) {
  const auto found =
      std::find_if(defaults.begin(), defaults.end(), [input](const Default& d) { return d.input == input; });
  return found == defaults.end() ? nullptr : &*found;
}

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-9); }

}  // namespace

TEST_CASE("the usual engagement of the size stands in, nine accounts in ten within the range") {
  const std::vector<Default> defaults = plan_defaults(instagram_25k());
  const Default* rate = find(defaults, Input::engagement_rate);
  REQUIRE(rate);
  const auto expected = expected_rate(Figures{}, Platform::instagram, Denominator::followers, 25'000);
  REQUIRE(expected);
  CHECK(middle_of(Input::engagement_rate, rate->value) == about(expected->median));
  CHECK(std::sqrt(log_variance_of(Input::engagement_rate, rate->value)) ==
        doctest::Approx(expected->log_sd).epsilon(0.02));
  CHECK(rate->sources == expected->sources);
  CHECK(rate->grade == 'A');
}

TEST_CASE("reach on Instagram is Minter's median of posts, spread by what X tells of reach and engagement") {
  const std::vector<Default> defaults = plan_defaults(instagram_25k());
  const Default* reach = find(defaults, Input::reach_rate);
  REQUIRE(reach);
  CHECK(reach->sources == std::vector<std::string_view>{"B0445", "B0277"});
  CHECK(middle_of(Input::reach_rate, reach->value) == about(0.22945));
  const auto instagram = expected_rate(Figures{}, Platform::instagram, Denominator::followers, 25'000);
  const auto x = expected_rate(Figures{}, Platform::x, Denominator::followers, 25'000);
  REQUIRE((instagram && x));
  const double views_on_x = std::log(0.169 / 0.024) / (2 * 0.6744897501960817);
  const double log_sd = instagram->log_sd * views_on_x / x->log_sd;
  // Drawn by its logit, which changes 1 / (1 - 0.22945) times as fast as the logarithm.
  CHECK(normal_of(Input::reach_rate, reach->value).sd == about(log_sd / (1 - 0.22945)));
  CHECK(reach->note.find("not published") != std::string::npos);
}

TEST_CASE("on X the quartiles between accounts give the range, and views stand for people") {
  const std::vector<Default> defaults = plan_defaults(plan_of(Platform::x, Uncertain::exact(5'000)));
  const Default* reach = find(defaults, Input::reach_rate);
  REQUIRE(reach);
  CHECK(reach->sources == std::vector<std::string_view>{"B0275"});
  CHECK(middle_of(Input::reach_rate, reach->value) == about(0.1153));
  const double log_sd = std::log(0.3728 / 0.0366) / (2 * 0.6744897501960817);
  CHECK(std::log(reach->value.high / 0.1153) == about(normal_p95 * log_sd));  // above 1: an amount
  CHECK(reach->note.find("views, not people") != std::string::npos);
}

TEST_CASE("unaudited figures are taken where nothing better is published, and flagged") {
  const std::vector<Default> youtube = plan_defaults(plan_of(Platform::youtube, Uncertain::exact(50'000)));
  REQUIRE(find(youtube, Input::reach_rate));
  CHECK(find(youtube, Input::reach_rate)->grade == 'C');
  CHECK(find(youtube, Input::reach_rate)->note.find("unaudited") != std::string::npos);

  const std::vector<Default> instagram = plan_defaults(instagram_25k());
  const Default* clicks = find(instagram, Input::click_rate);
  REQUIRE(clicks);
  CHECK(clicks->value.low == 0.005);  // of impressions (CodivUpload)
  CHECK(clicks->value.high == 0.03);  // of a reel's viewers (CreatorLane)
  CHECK(clicks->grade == 'C');
  CHECK(clicks->note.find("unaudited") != std::string::npos);
}

TEST_CASE("visitors who buy: the platform's audited figures, else those of social media") {
  const std::vector<Default> instagram = plan_defaults(instagram_25k());
  CHECK(find(instagram, Input::conversion_rate)->value == Uncertain{0.008, 0.02});  // Oribi; Swaylytics
  CHECK(find(instagram, Input::conversion_rate)->grade == 'B');
  // One figure is no range: Facebook's 1.5 % beside 1 % and 2.6 % of social traffic.
  const std::vector<Default> facebook = plan_defaults(plan_of(Platform::facebook, std::nullopt));
  CHECK(find(facebook, Input::conversion_rate)->value == Uncertain{0.01, 0.026});
  const std::vector<Default> tiktok = plan_defaults(plan_of(Platform::tiktok, std::nullopt));
  CHECK(find(tiktok, Input::conversion_rate)->value == Uncertain{0.01, 0.026});
}

TEST_CASE("fees are the range of the published methods, and in US dollars alone") {
  Plan plan = instagram_25k();
  const std::vector<Default> defaults = plan_defaults(plan);
  FeeRequest request;
  request.platform = Platform::instagram;
  request.followers = 25'000;
  const FeeEstimate estimate = fee_estimate(request, Figures{});
  REQUIRE(estimate.range);
  REQUIRE(find(defaults, Input::fee));
  CHECK(find(defaults, Input::fee)->value == Uncertain{estimate.range->low, estimate.range->high});
  plan.currency = "EUR";
  CHECK(find(plan_defaults(plan), Input::fee) == nullptr);
}

TEST_CASE("four in five creators post, as Later publishes; the rest is not part of a plan until it is given") {
  const std::vector<Default> defaults = plan_defaults(instagram_25k());
  CHECK(find(defaults, Input::show_rate)->value == Uncertain::exact(0.8));
  CHECK(find(defaults, Input::show_rate)->sources == std::vector<std::string_view>{"B0802"});
  CHECK(find(defaults, Input::frequency)->value == Uncertain::exact(1));
  CHECK(find(defaults, Input::discount)->value == Uncertain::exact(0));
  CHECK(find(defaults, Input::frequency)->sources.empty());
}

TEST_CASE("nothing is made up: no followers, order value, margin or market size") {
  const std::vector<Default> defaults = plan_defaults(plan_of(Platform::instagram, std::nullopt));
  for (const Input input : {Input::followers, Input::order_value, Input::margin, Input::market_size}) {
    CHECK(find(defaults, input) == nullptr);
  }
  // What depends on the size waits for it.
  for (const Input input : {Input::engagement_rate, Input::reach_rate, Input::fee}) {
    CHECK(find(defaults, input) == nullptr);
  }
  CHECK(find(plan_defaults(plan_of(Platform::pinterest, Uncertain::exact(25'000))), Input::engagement_rate) == nullptr);
}

TEST_CASE("what the person gives is left alone") {
  Plan plan = instagram_25k();
  plan.inputs[Input::fee] = Uncertain{100, 200};
  CHECK(find(plan_defaults(plan), Input::fee) == nullptr);
  CHECK(find(plan_defaults(plan), Input::followers) == nullptr);
}

TEST_CASE("a roster is of the size of its geometric mean, and what all of it gives is not open") {
  Plan plan = plan_of(Platform::instagram, std::nullopt);
  for (const double followers : {10'000.0, 40'000.0}) {
    PlannedCreator creator;
    creator.inputs[Input::followers] = Uncertain::exact(followers);
    creator.inputs[Input::fee] = Uncertain::exact(250);
    plan.roster.push_back(creator);
  }
  const std::vector<Default> defaults = plan_defaults(plan);
  const std::vector<Default> at_20k = plan_defaults(plan_of(Platform::instagram, Uncertain::exact(20'000)));
  REQUIRE(find(defaults, Input::engagement_rate));
  CHECK(find(defaults, Input::engagement_rate)->value.low == about(find(at_20k, Input::engagement_rate)->value.low));
  CHECK(find(defaults, Input::fee) == nullptr);
  plan.roster[1].inputs[Input::fee].reset();
  CHECK(find(plan_defaults(plan), Input::fee) != nullptr);
}

TEST_CASE("a replaced figure moves its default") {
  Plan plan = instagram_25k();
  plan.figures = {{"B0445", Statistic::median, 0.4}, {"B0802", Statistic::mean, 0.9}};
  const std::vector<Default> defaults = plan_defaults(plan);
  const Default* reach = find(defaults, Input::reach_rate);
  REQUIRE(reach);
  CHECK(middle_of(Input::reach_rate, reach->value) == about(0.4));
  CHECK(find(defaults, Input::show_rate)->value == Uncertain::exact(0.9));
}

TEST_CASE("every default has its order, its range the right way up and sources of grade C or better") {
  for (const Platform platform : {Platform::any, Platform::instagram, Platform::tiktok, Platform::youtube, Platform::x,
                                  Platform::linkedin, Platform::facebook}) {
    for (const double followers : {500.0, 5'000.0, 25'000.0, 70'000.0, 300'000.0, 5'000'000.0}) {
      const std::vector<Default> defaults = plan_defaults(plan_of(platform, Uncertain::exact(followers)));
      CHECK(std::is_sorted(defaults.begin(), defaults.end(),
                           [](const Default& a, const Default& b) { return a.input < b.input; }));
      for (const Default& d : defaults) {
        CHECK(d.value.low <= d.value.high);
        if (is_drawn_as_rate(d.input, d.value) && !d.value.is_exact()) {
          CHECK(d.value.low > 0);
          CHECK(d.value.high < 1);
        } else if (info_of(d.input).kind == InputKind::rate && !d.value.is_exact()) {
          CHECK(d.input == Input::reach_rate);  // the one rate that may exceed 1
        }
        char worst = 'A';
        for (const std::string_view id : d.sources) {
          REQUIRE(benchmark(id) != nullptr);
          worst = std::max(worst, benchmark(id)->grade);
        }
        CHECK(d.grade <= 'C');
        CHECK(d.grade == worst);
      }
    }
  }
}
