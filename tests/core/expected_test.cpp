#include "core/expected.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "hand_table.h"

using namespace mf::core;
using doctest::Approx;

namespace {

std::optional<ExpectedRate> rate_at(const Table& table, double followers, const Figures& figures = {}) {
  return expected_rate(figures, Platform::x, Denominator::followers, followers, table.records());
}

std::optional<ExpectedCurve> curve_of(const std::vector<Benchmark>& records) {
  return expected_curve(Figures(), Platform::x, Denominator::followers, records);
}

}  // namespace

TEST_CASE("medians on a line give that line, and the quartiles its band") {
  const Table table = falling();
  const std::optional<ExpectedRate> rate = rate_at(table, 8'000);
  REQUIRE(rate);
  CHECK(rate->median == Approx(0.02));
  CHECK(rate_at(table, 4'000)->median == Approx(0.02 * std::sqrt(2)));
  // A quartile is 0.67449 standard deviations from the median and P90 1.28155: 2^(1.28155 / 0.67449) = 3.7322.
  CHECK(rate->log_sd == Approx(std::log(2) / 0.67448975));
  CHECK(rate->low == Approx(0.02 / 3.7322).epsilon(1e-4));
  CHECK(rate->high == Approx(0.02 * 3.7322).epsilon(1e-4));
  CHECK(rate->by == Denominator::followers);
  CHECK(std::ranges::equal(rate->actions, likes_and_comments));
  CHECK(rate->grade == 'A');
  CHECK(rate->sources == std::vector<std::string_view>{"T1", "T2", "T3"});
  CHECK(rate->caveat.empty());
}

TEST_CASE("outside the published sizes there is no answer") {
  const Table table = falling();
  CHECK_FALSE(rate_at(table, 999));
  CHECK(rate_at(table, 1'000));
  CHECK(rate_at(table, 63'999));
  CHECK_FALSE(rate_at(table, 64'000));
}

TEST_CASE("an open band stands at twice its lower end, and the curve is level from there on") {
  Table table = falling();
  table.add_median("T4", 64'000, no_upper_bound, 0.005);  // the line at 128,000
  CHECK(rate_at(table, 128'000)->median == Approx(0.005));
  CHECK(rate_at(table, 1e9)->median == Approx(0.005));
  CHECK(rate_at(table, 100'000)->median == Approx(0.02 * std::sqrt(0.08)));
}

TEST_CASE("a band from 0 stands at its upper end over the root of ten, and the curve is level below") {
  Table table = falling();
  table.add_median("T0", 0, 1'000, 0.02 * std::sqrt(8'000 / (1'000 / std::sqrt(10.0))));  // on the line
  CHECK(rate_at(table, 2'000)->median == Approx(0.04));
  CHECK(rate_at(table, 0)->median == rate_at(table, 316)->median);
  CHECK(rate_at(table, 0)->median == Approx(0.1005949));
}

TEST_CASE("a figure that a person replaces moves the curve") {
  // The middle of three bands, 1.125 times as high: the line rises by a third of that.
  const Figures own({{"T2", Statistic::median, 0.0225}});
  CHECK(rate_at(falling(), 8'000, own)->median == Approx(0.02 * std::cbrt(1.125)));
  CHECK(rate_at(falling(), 2'000, own)->median == Approx(0.04 * std::cbrt(1.125)));
  // Its quartiles, a factor of four wide in place of two: two spreads of ln 2 and one of twice that, on a level line.
  const Figures wider({{"T2", Statistic::p25, 0.005}, {"T2", Statistic::p75, 0.08}});
  CHECK(rate_at(falling(), 8'000, wider)->log_sd > rate_at(falling(), 8'000)->log_sd);
  CHECK(rate_at(falling(), 8'000, wider)->median == Approx(0.02));
}

TEST_CASE("two publishers make no mixture") {
  Table table = falling();
  for (const auto& [id, min] : {std::pair{"S1", 1'000.0}, {"S2", 4'000.0}, {"S3", 16'000.0}, {"S4", 64'000.0}}) {
    table.add_median(id, min, 4 * min, 0.3).source = &second_publisher;
  }
  CHECK(rate_at(table, 8'000)->median == Approx(0.3));
}

TEST_CASE("two denominators make no mixture") {
  Table table = falling();
  for (const auto& [id, min] : {std::pair{"V1", 1'000.0}, {"V2", 4'000.0}, {"V3", 16'000.0}, {"V4", 64'000.0}}) {
    table.add_median(id, min, 4 * min, 0.3).by = Denominator::views;
  }
  CHECK(rate_at(table, 8'000)->median == Approx(0.02));
  CHECK_FALSE(rate_at(table, 64'000));
}

TEST_CASE("a rate of 0 has no logarithm: its band is left out") {
  Table table = falling();
  const Figures none({{"T2", Statistic::median, 0}});
  CHECK_FALSE(rate_at(table, 8'000, none));  // two bands are left
  table.add_median("T4", 64'000, 256'000, 0.005);
  const std::optional<ExpectedRate> rate = rate_at(table, 8'000, none);
  REQUIRE(rate);
  CHECK(rate->median == Approx(0.02));
  CHECK(rate->sources == std::vector<std::string_view>{"T1", "T3", "T4"});
}

TEST_CASE("a grade C is used where there is nothing better, and said") {
  Table table;
  for (const auto& [id, min] : {std::pair{"T1", 1'000.0}, {"T2", 4'000.0}, {"T3", 16'000.0}}) {
    Benchmark& record = table.add_median(id, min, 4 * min, 0.02);
    record.grade = 'C';
    record.actions = {};
    record.note = "A survey.";
  }
  const std::optional<ExpectedRate> rate = rate_at(table, 8'000);
  REQUIRE(rate);
  CHECK(rate->grade == 'C');
  CHECK(rate->caveat ==
        "Nothing better than an unaudited figure is published. A survey. The publisher does not say "
        "what is counted.");
}

TEST_CASE("of five classes the middle one holds the median") {
  Table table;
  for (const auto& [id, min] : {std::pair{"T1", 1'000.0}, {"T2", 4'000.0}, {"T3", 16'000.0}}) {
    table.add(id, min, 4 * min,
              {{Statistic::below_average_from, 0.01},
               {Statistic::average_from, 0.016},
               {Statistic::average_to, 0.025},
               {Statistic::above_average_to, 0.04}});
  }
  const std::optional<ExpectedRate> rate = rate_at(table, 8'000);
  REQUIRE(rate);
  CHECK(rate->median == Approx(0.02));
  CHECK(percentile_of(*rate, 0.02, 0.01, 0.04).low == Approx(0.2));
  CHECK(percentile_of(*rate, 0.02, 0.01, 0.04).high == Approx(0.8));
  CHECK(rate->caveat ==
        "The publisher does not say where its five classes are cut; each is taken to hold a fifth of the accounts.");
}

TEST_CASE("a rate lies among the accounts of its size") {
  const Table table = falling();
  const std::optional<ExpectedRate> rate = rate_at(table, 8'000);
  REQUIRE(rate);
  const Percentile middle = percentile_of(*rate, 0.02, 0.01, 0.04);
  CHECK(middle.mid == Approx(0.5));
  CHECK(middle.low == Approx(0.25));  // its interval is what the quartiles are
  CHECK(middle.high == Approx(0.75));
  const Percentile ends = percentile_of(*rate, rate->low, rate->low, rate->high);
  CHECK(ends.mid == Approx(0.1));
  CHECK(ends.high == Approx(0.9));
  CHECK(percentile_of(*rate, 0, 0, 0.02).mid == 0);
}

TEST_CASE("the curve is drawn from one end of its sizes to the other") {
  Table table = falling();
  const std::optional<ExpectedCurve> closed = curve_of(table.records());
  REQUIRE(closed);
  const std::vector<CurvePoint> points = curve_points(*closed, 4);
  REQUIRE(points.size() == 4);
  CHECK(points[0].followers == 1'000);
  CHECK(points[1].followers == Approx(4'000));
  CHECK(points[3].followers == 64'000);
  for (const CurvePoint& point : points) CHECK(point.median == Approx(0.02 * std::sqrt(8'000 / point.followers)));
  CHECK(points[1].low == Approx(points[1].median / 3.7322).epsilon(1e-4));

  table.add_median("T4", 64'000, no_upper_bound, 0.005);
  const std::vector<Benchmark> records = table.records();
  const std::vector<CurvePoint> open = curve_points(*curve_of(records), 2);
  CHECK(open[1].followers == 1'280'000);
  CHECK(open[1].median == Approx(0.005));
}

TEST_CASE("what other publishers say stands beside the curve") {
  Table table = falling();
  table.add("other", 4'000, 16'000, {{Statistic::unstated, 0.03}}).source = &second_publisher;
  table.add("too large", 64'000, no_upper_bound, {{Statistic::unstated, 0.03}});
  table.add("grade", 4'000, 16'000, {{Statistic::unstated, 0.03}}).grade = 'D';
  table.add("by views", 4'000, 16'000, {{Statistic::unstated, 0.03}}).by = Denominator::views;
  const std::vector<Benchmark> records = table.records();
  const std::vector<OtherFigure> others = other_figures(*curve_of(records), Figures(), records);
  REQUIRE(others.size() == 1);
  CHECK(others[0].record->id == "other");
  CHECK(others[0].followers == Approx(8'000));
  CHECK(others[0].rate == 0.03);
  CHECK(others[0].expected == Approx(0.02));
}

TEST_CASE("rates of a platform over all sizes are listed, not averaged") {
  Table table = falling();
  table.add("all", 0, no_upper_bound, {{Statistic::mean, 0.03}});
  table.add("brands", 0, no_upper_bound, {{Statistic::median, 0.001}}).group = "brands";
  table.add("niche", 0, no_upper_bound, {{Statistic::mean, 0.3}}).group = "beauty";
  table.add("grade", 0, no_upper_bound, {{Statistic::mean, 0.03}}).grade = 'D';
  table.add("other", 0, no_upper_bound, {{Statistic::mean, 0.03}}).platform = Platform::tiktok;
  const std::vector<Benchmark> records = table.records();
  const std::vector<const Benchmark*> rates = overall_rates(Platform::x, records);
  REQUIRE(rates.size() == 2);
  CHECK(rates[0]->id == "all");
  CHECK(rates[1]->id == "brands");
}

TEST_CASE("without an answer a sentence says what is known") {
  const Figures none;
  const Table table = falling();
  const std::vector<Benchmark> records = table.records();
  CHECK(what_is_known(none, Platform::x, Denominator::followers, records) ==
        "The published figures of X engagement by followers are about accounts from 1,000 to 64,000 followers.");
  CHECK(what_is_known(none, Platform::instagram, Denominator::followers) ==
        "The published figures of Instagram engagement by followers are about accounts from 1,000 followers on.");
  CHECK(what_is_known(none, Platform::instagram, Denominator::reach) ==
        "Nobody publishes Instagram engagement by reach by size of account with a method that can be checked.");
  CHECK(what_is_known(none, Platform::any, Denominator::followers) ==
        "What is usual differs between platforms; name the platform.");
  for (const Platform platform : {Platform::linkedin, Platform::facebook, Platform::pinterest, Platform::twitch}) {
    for (const Denominator by : {Denominator::followers, Denominator::impressions}) {
      CHECK_FALSE(expected_curve(none, platform, by));
      CHECK(what_is_known(none, platform, by).ends_with("."));
    }
  }
}

TEST_CASE("the published tables give six curves, each from one publisher") {
  struct Curve {
    Platform platform;
    Denominator by;
    std::string_view first;
    std::string_view last;
    char grade;
    double to;
  };
  for (const Curve& known : {Curve{Platform::instagram, Denominator::followers, "B0197", "B0203", 'A', no_upper_bound},
                             Curve{Platform::tiktok, Denominator::views, "B0204", "B0210", 'A', no_upper_bound},
                             Curve{Platform::tiktok, Denominator::followers, "B0211", "B0217", 'A', no_upper_bound},
                             Curve{Platform::youtube, Denominator::followers, "B0218", "B0224", 'A', no_upper_bound},
                             Curve{Platform::youtube, Denominator::views, "B0245", "B0249", 'C', no_upper_bound},
                             Curve{Platform::x, Denominator::followers, "B0265", "B0272", 'A', 50e6}}) {
    CAPTURE(known.first);
    const std::optional<ExpectedCurve> curve = expected_curve(Figures(), known.platform, known.by);
    REQUIRE(curve);
    CHECK(curve->ladder.rungs.front().record->id == known.first);
    CHECK(curve->ladder.rungs.back().record->id == known.last);
    CHECK(curve->ladder.grade == known.grade);
    CHECK(curve->from == 1'000);
    CHECK(curve->to == known.to);
    for (const Rung& rung : curve->ladder.rungs) {
      CHECK(rung.record->source == curve->ladder.rungs.front().record->source);
      // B0266 is eight times what the same publisher's other table says, and may not take the curve along.
      if (rung.record->id == "B0266") continue;
      CAPTURE(rung.record->id);
      CHECK(std::fabs(std::log(curve->median.at(rung.followers) / rung.median)) < std::log(1.2));
    }
  }
}

TEST_CASE("the platform's usual denominator comes first") {
  const std::vector<ExpectedCurve> curves = expected_curves(Figures(), Platform::tiktok);
  REQUIRE(curves.size() == 2);
  CHECK(curves[0].by == Denominator::views);
  CHECK(curves[1].by == Denominator::followers);
  CHECK(expected_curves(Figures(), Platform::instagram).size() == 1);
  CHECK(expected_curves(Figures(), Platform::linkedin).empty());
  CHECK(expected_curves(Figures(), Platform::any).empty());
}

TEST_CASE("Instagram falls until 100,000 followers and no further; YouTube and X fall throughout") {
  const auto at = [](Platform platform, double followers) {
    return expected_rate(Figures(), platform, Denominator::followers, followers)->median;
  };
  CHECK(at(Platform::instagram, 2'000) > 2 * at(Platform::instagram, 10'000));
  CHECK(at(Platform::instagram, 1e6) > at(Platform::instagram, 1e5));
  for (const Platform platform : {Platform::youtube, Platform::x}) {
    for (double followers = 1'000; followers < 1e6; followers *= 2) {
      CHECK(at(platform, 2 * followers) < at(platform, followers));
    }
  }
}
