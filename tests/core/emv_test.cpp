#include "core/emv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

using namespace mf::core;

namespace {

// The golden post: 25,000 followers, 800 likes, 40 comments, reach 7,500, views 9,000.
EmvRequest golden_post() {
  EmvRequest request;
  request.platform = Platform::instagram;
  request.reach = 7'500;
  request.views = 9'000;
  request.likes = 800;
  request.comments = 40;
  return request;
}

EmvMethod find(const EmvEstimate& estimate, std::string_view id) {
  const auto found =
      std::find_if(estimate.methods.begin(), estimate.methods.end(), [id](const EmvMethod& m) { return m.id == id; });
  REQUIRE(found != estimate.methods.end());
  return *found;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("9,000 views at $6.50 per 1,000 are $58.50") {
  const EmvEstimate estimate = emv_estimate(golden_post(), Figures{});
  const EmvMethod method = find(estimate, "upfluence");
  CHECK(method.typical == 58.5);
  CHECK(method.low == 58.5);
  CHECK(method.high == 58.5);
  CHECK(method.currency == "USD");
  CHECK(method.formula == "9,000 views \xC3\x97 $6.50 per 1,000");
  CHECK(method.counted);
  CHECK(method.grade == 'A');
}

TEST_CASE("impressions go before views, which stand in for them") {
  EmvRequest request = golden_post();
  request.impressions = 10'000;
  CHECK(find(emv_estimate(request, Figures{}), "upfluence").typical == 65);
}

TEST_CASE("Aspire on Instagram prices people, likes and comments") {
  const EmvMethod method = find(emv_estimate(golden_post(), Figures{}), "aspire");
  CHECK(method.typical == 182.5);  // 7,500 x $0.003 + 800 x $0.15 + 40 x $1
  CHECK(method.counted);
  CHECK(method.formula ==
        "7,500 people reached \xC3\x97 $0.003 each + 800 likes \xC3\x97 $0.15 each + 40 comments \xC3\x97 $1 each");
}

TEST_CASE("Ayzenberg's list of 2017 is probably Facebook's, and counts there alone") {
  EmvRequest request = golden_post();
  CHECK(find(emv_estimate(request, Figures{}), "ayzenberg-2017").typical == 294.8);  // 800 x $0.21 + 40 x $3.17
  CHECK_FALSE(find(emv_estimate(request, Figures{}), "ayzenberg-2017").counted);
  request.platform = Platform::facebook;
  request.shares = 20;
  request.clicks = 10;
  const EmvMethod method = find(emv_estimate(request, Figures{}), "ayzenberg-2017");
  CHECK(method.typical == 360.4);  // and 20 x $2.14 + 10 x $2.28
  CHECK(method.counted);
}

TEST_CASE("euros are neither converted nor counted") {
  const EmvMethod method = find(emv_estimate(golden_post(), Figures{}), "octoly");
  CHECK(method.typical == 194.4);  // 800 x EUR 0.07 + 40 x EUR 3.46
  CHECK(method.currency == "EUR");
  CHECK_FALSE(method.counted);
  CHECK(contains(method.note, "not converted"));
}

TEST_CASE("Klear's multiplier has no published prices to multiply, so it is shown and not counted") {
  const EmvMethod method = find(emv_estimate(golden_post(), Figures{}), "klear");
  CHECK(method.typical == 851.97);  // 294.80 x 2.89
  CHECK_FALSE(method.counted);
  CHECK(contains(method.note, "Klear's own prices are not published"));
  CHECK(std::count(method.sources.begin(), method.sources.end(), "B0803") == 1);
}

TEST_CASE("Keepface gives a band: 20 % for quality and 15 % around it") {
  EmvRequest request = golden_post();
  request.cpm = 10;
  const EmvMethod method = find(emv_estimate(request, Figures{}), "keepface");
  CHECK(method.typical == 75);  // 7.5 x $10
  CHECK(method.low == 51);      // x 0.8 x 0.85
  CHECK(method.high == 103.5);  // x 1.2 x 1.15
  CHECK(method.counted);        // the price is the person's own
  request.cpm.reset();
  const EmvMethod without = find(emv_estimate(request, Figures{}), "keepface");
  CHECK(without.typical == 48.75);  // at Upfluence's $6.50
  CHECK_FALSE(without.counted);
}

TEST_CASE("the range is over the counted methods, with its reason") {
  const EmvEstimate estimate = emv_estimate(golden_post(), Figures{});
  REQUIRE(estimate.range);
  CHECK(estimate.range->low == 58.5);
  CHECK(estimate.range->high == 182.5);
  CHECK(estimate.range->methods == 2);
  CHECK(contains(estimate.range->reason, "Upfluence"));
  CHECK(contains(estimate.range->reason, "Aspire"));
  CHECK(estimate.methods[0].id == "upfluence");
  CHECK(estimate.methods[1].id == "aspire");
  CHECK(contains(estimate.note, "not cash"));
}

TEST_CASE("engagements alone are split by the published comments per like, and the method says so") {
  EmvRequest request;
  request.platform = Platform::instagram;
  request.reach = 7'500;
  request.engagements = 1'040;  // at 4 comments per 100 likes: 1,000 and 40
  const EmvMethod method = find(emv_estimate(request, Figures{}), "aspire");
  CHECK(method.typical == 212.5);  // 22.50 + 150 + 40
  CHECK(contains(method.note, "4 comments per 100 likes"));
  CHECK(std::count(method.sources.begin(), method.sources.end(), "B0557") == 1);
  // Likes without comments are not topped up.
  request.likes = 500;
  CHECK(find(emv_estimate(request, Figures{}), "aspire").needs == std::vector<std::string>{"comments"});
}

TEST_CASE("what is missing is needed, and nothing is a range of nothing") {
  const EmvEstimate estimate = emv_estimate({}, Figures{});
  CHECK_FALSE(estimate.range);
  CHECK(find(estimate, "upfluence").needs == std::vector<std::string>{"impressions"});
  CHECK(find(estimate, "upfluence").formula == "impressions \xC3\x97 $6.50 per 1,000");
  CHECK(find(estimate, "keepface").needs == std::vector<std::string>{"reach"});
  for (const EmvMethod& method : estimate.methods) CHECK_FALSE(method.counted);
}

TEST_CASE("one method alone says that it is alone; no attention is worth nothing") {
  EmvRequest request;
  request.platform = Platform::linkedin;
  request.impressions = 0;
  const EmvEstimate estimate = emv_estimate(request, Figures{});
  REQUIRE(estimate.range);
  CHECK(estimate.range->low == 0);
  CHECK(estimate.range->methods == 1);
  CHECK(contains(estimate.range->reason, "Only one"));
}

TEST_CASE("a replaced price moves its method") {
  const Figures figures({{"B0522", Statistic::value, 10}});
  CHECK(find(emv_estimate(golden_post(), figures), "upfluence").typical == 90);
}

TEST_CASE("a simulation is valued at its medians") {
  Simulation simulation;
  simulation.plan.platform = Platform::instagram;
  simulation.impressions = Spread{1'000, 20'000, 90'000, 30'000};
  CHECK(find(emv_estimate(emv_request(simulation), Figures{}), "upfluence").typical == 130);
}
