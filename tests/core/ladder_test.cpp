#include "core/ladder.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "hand_table.h"

using namespace mf::core;
using doctest::Approx;

namespace {

using Ids = std::vector<std::string_view>;

std::optional<Ladder> ladder_of(const std::vector<Benchmark>& records, const Figures& figures = {}) {
  return best_ladder(figures, Platform::x, Denominator::followers, records);
}

Ids ids_of_ladder(const std::vector<Benchmark>& records, const Figures& figures = {}) {
  Ids ids;
  if (const std::optional<Ladder> ladder = ladder_of(records, figures)) {
    for (const Rung& rung : ladder->rungs) ids.push_back(rung.record->id);
  }
  return ids;
}

}  // namespace

TEST_CASE("a band is placed at its geometric middle; an open one at twice its lower end") {
  CHECK(middle_of_band(1'000, 4'000) == Approx(2'000));
  CHECK(middle_of_band(10'000, 1'000'000) == Approx(100'000));
  CHECK(middle_of_band(1'000'000, no_upper_bound) == 2'000'000);
  CHECK(middle_of_band(0, 1'000).value() == Approx(316.2278));
  CHECK_FALSE(middle_of_band(0, no_upper_bound));
}

TEST_CASE("the spread is read from whichever pair of levels is given") {
  Table table;
  const double e = std::exp(1);
  const Figures none;
  CHECK(log_spread(none, table.add("a", 1, 2, {{Statistic::p25, 0.01}, {Statistic::p75, 0.01 * e * e}})).value() ==
        Approx(1 / 0.67448975));
  CHECK(log_spread(none, table.add("b", 1, 2, {{Statistic::p10, 0.01}, {Statistic::p90, 0.01 * e * e}})).value() ==
        Approx(1 / 1.28155157));
  // The outer cuts of five classes are read as the 20 % and 80 % levels.
  CHECK(log_spread(
            none,
            table.add("c", 1, 2, {{Statistic::below_average_from, 0.01}, {Statistic::above_average_to, 0.01 * e * e}}))
            .value() == Approx(1 / 0.84162123));
  CHECK_FALSE(log_spread(none, table.add("d", 1, 2, {{Statistic::p25, 0.02}, {Statistic::p75, 0.02}})));
  CHECK_FALSE(log_spread(none, table.add("e", 1, 2, {{Statistic::p25, 0}, {Statistic::p75, 0.02}})));
  CHECK_FALSE(log_spread(none, table.add("f", 1, 2, {{Statistic::low, 0.01}, {Statistic::high, 0.02}})));
}

TEST_CASE("only medians of accounts in general, by the same denominator, on the same platform") {
  Table table = falling();
  table.add_median("views", 4'000, 16'000, 0.5).by = Denominator::views;
  table.add_median("no denominator", 4'000, 16'000, 0.5).by.reset();
  table.add_median("platform", 4'000, 16'000, 0.5).platform = Platform::instagram;
  table.add_median("any platform", 4'000, 16'000, 0.5).platform = Platform::any;
  table.add_median("metric", 4'000, 16'000, 0.5).metric = Metric::reach_rate;
  table.add_median("group", 4'000, 16'000, 0.5).group = "brands";
  table.add_median("grade", 4'000, 16'000, 0.5).grade = 'D';
  table.add_median("all sizes", 0, no_upper_bound, 0.5);
  table.add("mean", 4'000, 16'000, {{Statistic::p25, 0.4}, {Statistic::mean, 0.5}, {Statistic::p75, 0.6}});
  table.add("unstated", 4'000, 16'000, {{Statistic::p25, 0.4}, {Statistic::unstated, 0.5}, {Statistic::p75, 0.6}});
  table.add("no spread", 4'000, 16'000, {{Statistic::median, 0.5}});
  const std::vector<Benchmark> records = table.records();
  CHECK(ids_of_ladder(records) == Ids{"T1", "T2", "T3"});
}

TEST_CASE("of several ladders the better grade counts, then the more bands, then the newer") {
  Table table = falling();
  const auto add_second = [&table](char grade, bool fourth) {
    for (const auto& [id, min] : {std::pair{"S1", 1'000.0}, {"S2", 4'000.0}, {"S3", 16'000.0}, {"S4", 64'000.0}}) {
      if (id == std::string_view("S4") && !fourth) continue;
      Benchmark& record = table.add_median(id, min, 4 * min, 0.3);
      record.source = &second_publisher;
      record.grade = grade;
    }
  };
  SUBCASE("a better grade counts more than a band") {
    add_second('B', true);
    CHECK(ids_of_ladder(table.records()) == Ids{"T1", "T2", "T3"});
  }
  SUBCASE("of one grade, more bands") {
    add_second('A', true);
    CHECK(ids_of_ladder(table.records()) == Ids{"S1", "S2", "S3", "S4"});
  }
  SUBCASE("of as many bands, the newer") {
    add_second('A', false);
    CHECK(ids_of_ladder(table.records()) == Ids{"S1", "S2", "S3"});
  }
  SUBCASE("a table that counts other actions is another table") {
    static constexpr Action likes[] = {Action::likes};
    table.add_median("likes", 64'000, 256'000, 0.5).actions = likes;
    CHECK(ids_of_ladder(table.records()) == Ids{"T1", "T2", "T3"});
  }
}

TEST_CASE("a ladder needs three rungs, and is put in order of size") {
  Table table;
  table.add_median("large", 16'000, 64'000, 0.01);
  table.add_median("small", 1'000, 4'000, 0.04);
  CHECK(ids_of_ladder(table.records()).empty());
  table.add_median("middle", 4'000, 16'000, 0.02).grade = 'B';
  CHECK(ids_of_ladder(table.records()) == Ids{"small", "middle", "large"});
  CHECK(ladder_of(table.records())->grade == 'B');
}

TEST_CASE("a rung whose figures have no logarithm is left out") {
  Table table = falling();
  table.add_median("T4", 64'000, 256'000, 0.005);
  const Figures no_median({{"T2", Statistic::median, 0}});
  CHECK(ids_of_ladder(table.records(), no_median) == Ids{"T1", "T3", "T4"});
  const Figures no_spread({{"T2", Statistic::p25, 0.5}});  // above its upper quartile
  CHECK(ids_of_ladder(table.records(), no_spread) == Ids{"T1", "T3", "T4"});
}
