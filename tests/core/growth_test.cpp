#include "core/growth.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/calendar.h"

using namespace mf;
using namespace mf::core;

namespace {

constexpr const char* first_day = "2026-01-01";

std::string after(int days) { return iso_date(*day_number(first_day) + days); }

std::vector<FollowerPoint> history_of(std::vector<std::pair<int, double>> counts) {
  std::vector<FollowerPoint> history;
  for (const auto& [day, followers] : counts) history.push_back({after(day), followers});
  return history;
}

}  // namespace

TEST_CASE("an account that doubles every four weeks keeps on doubling, and all dates agree") {
  const auto history = history_of({{0, 1000}, {28, 2000}, {56, 4000}, {84, 8000}});
  const Result<GrowthRate> rate = growth_rate(history);
  REQUIRE(rate);
  CHECK(rate->from == "2026-01-01");
  CHECK(rate->to == "2026-03-26");
  CHECK(rate->points == 4);
  CHECK(rate->stretches == 3);
  CHECK(rate->middle == doctest::Approx(std::pow(2, 30.4375 / 28) - 1));
  CHECK(rate->low == doctest::Approx(rate->middle));
  CHECK(rate->high == doctest::Approx(rate->middle));

  const BoundaryForecast forecast = boundary_forecast(*rate, 8000, 16000);
  CHECK(forecast.earliest == after(84 + 28));
  CHECK(forecast.middle == after(84 + 28));
  CHECK(forecast.latest == after(84 + 28));
  CHECK_FALSE(forecast.beyond_the_history);
  CHECK(boundary_forecast(*rate, 8000, 8000 * 16).beyond_the_history);
}

TEST_CASE("doubling, a standstill, doubling: the rate may be a loss, and the boundary may never come") {
  // log changes ln 2, 0, ln 2 over 28 days each: d = 2 ln 2 / 84 = 0.0165035, s = 0.0756288, t(2) = 2.919986,
  // half width = t s / sqrt(84) = 0.0240949.
  const Result<GrowthRate> rate = growth_rate(history_of({{0, 1000}, {28, 2000}, {56, 2000}, {84, 4000}}));
  REQUIRE(rate);
  CHECK(rate->daily_drift == doctest::Approx(0.0165035).epsilon(1e-5));
  CHECK(rate->daily_spread == doctest::Approx(0.0756288).epsilon(1e-5));
  CHECK(rate->low == doctest::Approx(-0.20631).epsilon(1e-4));
  CHECK(rate->middle == doctest::Approx(0.65256).epsilon(1e-4));
  CHECK(rate->high == doctest::Approx(2.44083).epsilon(1e-4));

  const BoundaryForecast forecast = boundary_forecast(*rate, 4000, 8000);
  CHECK(forecast.earliest == after(84 + 7));  // 6.52 days
  CHECK(forecast.middle == after(84 + 42));
  CHECK_FALSE(forecast.latest);
}

TEST_CASE("steady enough growth has a latest date") {
  // ln 2 times 1, 1, 2, 2: d = 6 ln 2 / 112, s = 0.0756285, t(3) = 2.353363; the dates solve a quadratic.
  const Result<GrowthRate> rate =
      growth_rate(history_of({{0, 1024}, {28, 2048}, {56, 4096}, {84, 16384}, {112, 65536}}));
  REQUIRE(rate);
  CHECK(rate->stretches == 4);
  CHECK(rate->low > 0);
  const BoundaryForecast forecast = boundary_forecast(*rate, 65536, 131072);
  CHECK(forecast.earliest == after(112 + 7));  // 6.30 days
  CHECK(forecast.middle == after(112 + 19));   // 18.67
  CHECK(forecast.latest == after(112 + 70));   // 69.57
}

TEST_CASE("order, repeats, empty days and what cannot be read do not change the answer") {
  const auto tidy = history_of({{0, 1000}, {28, 1100}, {56, 1150}, {84, 1300}});
  const Result<GrowthRate> expected = growth_rate(tidy);
  REQUIRE(expected);
  std::vector<FollowerPoint> untidy = tidy;
  std::reverse(untidy.begin(), untidy.end());
  untidy.push_back({after(28) + "T08:00:00", 900});
  untidy.push_back({after(28) + "T21:00:00", 1100});
  untidy.push_back({"", 5000});
  untidy.push_back({"last week", 5000});
  untidy.push_back({after(40), 0});
  const Result<GrowthRate> rate = growth_rate(untidy);
  REQUIRE(rate);
  CHECK(rate->points == 4);
  CHECK(rate->left_out == 3);
  CHECK(rate->middle == expected->middle);
  CHECK(rate->low == expected->low);
}

TEST_CASE("a drop widens the range and a shrinking account reaches nothing") {
  const Result<GrowthRate> rate = growth_rate(history_of({{0, 8000}, {28, 4000}, {56, 2000}, {84, 1000}}));
  REQUIRE(rate);
  CHECK(rate->high < 0);
  const BoundaryForecast forecast = boundary_forecast(*rate, 1000, 2000);
  CHECK_FALSE(forecast.reached);
  CHECK_FALSE(forecast.earliest);
  CHECK_FALSE(forecast.middle);
  CHECK_FALSE(forecast.latest);
}

TEST_CASE("an account that stands still reaches nothing") {
  const Result<GrowthRate> rate = growth_rate(history_of({{0, 500}, {30, 500}, {60, 500}, {90, 500}}));
  REQUIRE(rate);
  CHECK(rate->middle == 0);
  CHECK_FALSE(boundary_forecast(*rate, 500, 1000).earliest);
}

TEST_CASE("a date over twenty years ahead is no date") {
  // One follower more in a hundred over 84 days, without a swing: ln 2 takes 16 years, ln 4 takes 32.
  const double step = std::pow(1.01, 1.0 / 3);
  const Result<GrowthRate> rate =
      growth_rate(history_of({{0, 1e6}, {28, 1e6 * step}, {56, 1e6 * step * step}, {84, 1e6 * step * step * step}}));
  REQUIRE(rate);
  CHECK(boundary_forecast(*rate, 1e6, 2e6).middle);
  CHECK_FALSE(boundary_forecast(*rate, 1e6, 4e6).middle);
}

TEST_CASE("a boundary that lies behind is reached, and nobody grows from nothing") {
  const Result<GrowthRate> rate = growth_rate(history_of({{0, 1000}, {28, 2000}, {56, 4000}, {84, 8000}}));
  REQUIRE(rate);
  CHECK(boundary_forecast(*rate, 10000, 10000).reached);
  CHECK_FALSE(boundary_forecast(*rate, 10000, 10000).middle);
  CHECK_FALSE(boundary_forecast(*rate, 0, 10000).earliest);
  CHECK(boundary_forecast(*rate, 1e10, 2e10).middle == after(84 + 28));
}

TEST_CASE("only the last year counts") {
  std::vector<FollowerPoint> history = history_of({{0, 1000}, {91, 1100}, {182, 1200}, {273, 1300}, {365, 1400}});
  history.push_back({"2020-01-01", 3});
  history.push_back({"2025-12-31", 900});
  const Result<GrowthRate> rate = growth_rate(history);
  REQUIRE(rate);
  CHECK(rate->from == "2026-01-01");
  CHECK(rate->points == 5);
}

TEST_CASE("too short or too uneven a history gives no rate, and says why") {
  const Result<GrowthRate> none = growth_rate({});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == "too-little-history");
  CHECK(none.error().field == "history");

  const Result<GrowthRate> short_one = growth_rate(history_of({{0, 1000}, {28, 1100}, {56, 1200}, {83, 1300}}));
  REQUIRE_FALSE(short_one);
  CHECK(short_one.error().message ==
        "A growth rate needs follower counts that cover at least twelve weeks and are spread over them; these cover 83 "
        "days.");

  const Result<GrowthRate> uneven = growth_rate(history_of({{0, 1000}, {1, 1001}, {2, 1002}, {200, 1500}}));
  REQUIRE_FALSE(uneven);
  CHECK(
      uneven.error().message ==
      "A growth rate needs follower counts that cover at least twelve weeks and are spread over them; these leave gaps "
      "that are too long.");
}

TEST_CASE("daily counts are not surer than monthly ones") {
  std::vector<FollowerPoint> daily;
  for (int day = 0; day <= 112; ++day) {
    daily.push_back({after(day), 1024 * std::pow(2, day <= 56 ? day / 28.0 : 2 + (day - 56) / 14.0)});
  }
  const Result<GrowthRate> monthly =
      growth_rate(history_of({{0, 1024}, {28, 2048}, {56, 4096}, {84, 16384}, {112, 65536}}));
  const Result<GrowthRate> rate = growth_rate(daily);
  REQUIRE(monthly);
  REQUIRE(rate);
  CHECK(rate->points == 113);
  CHECK(rate->low == doctest::Approx(monthly->low));
  CHECK(rate->high == doctest::Approx(monthly->high));
}

TEST_CASE("published growth: 15.9 % in six months is 2.49 % a month; other sizes and platforms have none") {
  const std::optional<PublishedGrowth> growth = published_growth(Figures{}, Platform::instagram, 23400);
  REQUIRE(growth);
  CHECK(growth->record->id == "B0527");
  CHECK(growth->in_six_months == 0.159);
  CHECK(growth->a_month == doctest::Approx(0.0249).epsilon(0.002));
  CHECK(published_growth(Figures{}, Platform::instagram, 999)->record->id == "B0526");
  CHECK(published_growth(Figures{}, Platform::instagram, 100000)->record->id == "B0528");
  CHECK_FALSE(published_growth(Figures{}, Platform::instagram, 5000));
  CHECK_FALSE(published_growth(Figures{}, Platform::instagram, 1e10));
  CHECK_FALSE(published_growth(Figures{}, Platform::tiktok, 23400));
}

TEST_CASE("a person's own figure replaces the published growth") {
  const Figures figures({{"B0527", Statistic::unstated, 0.2}});
  CHECK(published_growth(figures, Platform::instagram, 23400)->in_six_months == 0.2);
}
