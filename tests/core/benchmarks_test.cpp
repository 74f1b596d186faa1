#include "core/benchmarks.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace mf::core;

namespace {

const Benchmark& record(std::string_view id) {
  const Benchmark* const found = benchmark(id);
  REQUIRE_MESSAGE(found != nullptr, "no record " << std::string(id));
  return *found;
}

std::string refusal(const Replacement& replacement) {
  const std::optional<mf::Error> error = check_replacement(replacement);
  return error ? error->code : "";
}

}  // namespace

TEST_CASE("every record has an id of its own, a source and at least one figure") {
  std::set<std::string_view> ids;
  for (const Benchmark& benchmark : benchmarks()) {
    CAPTURE(std::string(benchmark.id));
    CHECK(ids.insert(benchmark.id).second);
    REQUIRE(benchmark.source != nullptr);
    CHECK_FALSE(benchmark.source->publisher.empty());
    CHECK_FALSE(benchmark.source->title.empty());
    CHECK(benchmark.source->url.empty() == (benchmark.grade == 'S'));
    CHECK_FALSE(benchmark.unit.empty());
    CHECK_FALSE(benchmark.definition.empty());
    CHECK_FALSE(benchmark.figures.empty());
    CHECK(benchmark.min_followers < benchmark.max_followers);
  }
  CHECK(ids.size() >= 200);
}

TEST_CASE("every rate of engagement names what it is divided by") {
  for (const Benchmark& benchmark : benchmarks()) {
    CAPTURE(std::string(benchmark.id));
    if (benchmark.metric == Metric::engagement_rate) CHECK(benchmark.by.has_value());
  }
}

TEST_CASE("a record reads as it was published") {
  const Benchmark& modash = record("B0199");
  CHECK(modash.metric == Metric::engagement_rate);
  CHECK(modash.platform == Platform::instagram);
  CHECK(modash.min_followers == 10000);
  CHECK(modash.max_followers == 50000);
  CHECK(modash.by == Denominator::followers);
  REQUIRE(modash.actions.size() == 2);
  CHECK(modash.actions[0] == Action::likes);
  CHECK(modash.actions[1] == Action::comments);
  CHECK(modash.source->id == "modash-instagram");
  CHECK(modash.source->publisher == "Modash");
  CHECK(modash.source->year == 0);
  CHECK(modash.grade == 'A');
  const Figures figures;
  CHECK(figures.get(modash, Statistic::below_average_from) == 0.0039);
  CHECK(figures.get(modash, Statistic::average_from) == 0.0084);
  CHECK(figures.get(modash, Statistic::average_to) == 0.0111);
  CHECK(figures.get(modash, Statistic::above_average_to) == 0.0261);
  CHECK_FALSE(figures.get(modash, Statistic::median).has_value());
}

TEST_CASE("an open band has no upper bound, and a figure for every size begins at 0") {
  CHECK(record("B0203").min_followers == 1000000);
  CHECK(record("B0203").max_followers == no_upper_bound);
  CHECK(record("B0697").min_followers == 0);
  CHECK(record("B0697").max_followers == no_upper_bound);
}

TEST_CASE("a record that does not exist is not found") {
  CHECK(benchmark("B9999") == nullptr);
  CHECK(benchmark("") == nullptr);
}

TEST_CASE("the edition of the records has a name") { CHECK_FALSE(benchmarks_version().empty()); }

TEST_CASE("names are for the API and for people") {
  CHECK(std::string(metric_id(Metric::views_per_follower)) == "views_per_follower");
  CHECK(std::string(metric_name(Metric::cpm)) == "Cost per 1,000 impressions");
  CHECK(std::string(statistic_id(Statistic::below_average_from)) == "belowAverageFrom");
  CHECK(std::string(statistic_name(Statistic::p25)) == "25th percentile");
}

TEST_CASE("the centre is the median before the mean") {
  // Lumanu: mean $2,300, median $800.
  CHECK(Figures().centre(record("B0613")) == 800);
}

TEST_CASE("the centre of five classes and of a range is the geometric middle") {
  // sqrt(0.0084 * 0.0111) = 0.009656...
  CHECK(Figures().centre(record("B0199")).value_or(0) == doctest::Approx(0.0096561).epsilon(1e-5));
  // sqrt(32 * 42) = 36.66...
  CHECK(Figures().centre(record("B0410")).value_or(0) == doctest::Approx(36.660606).epsilon(1e-6));
}

TEST_CASE("a range with one end has no centre") { CHECK_FALSE(Figures().centre(record("B0378")).has_value()); }

TEST_CASE("a replaced figure is used in place of the published one") {
  const Figures figures({{"B0199", Statistic::average_from, 0.02}, {"B0199", Statistic::average_to, 0.08}});
  CHECK(figures.get(record("B0199"), Statistic::average_from) == 0.02);
  CHECK(figures.get(record("B0199"), Statistic::above_average_to) == 0.0261);
  CHECK(figures.centre(record("B0199")).value_or(0) == doctest::Approx(0.04));  // sqrt(0.02 * 0.08)
  CHECK(figures.is_replaced("B0199"));
  CHECK_FALSE(figures.is_replaced("B0200"));
}

TEST_CASE("of two replacements of a figure the later counts") {
  const Figures figures({{"B0802", Statistic::mean, 0.5}, {"B0802", Statistic::mean, 0.9}});
  CHECK(figures.centre(record("B0802")) == 0.9);
}

TEST_CASE("a replacement is refused where there is nothing to replace") {
  CHECK(refusal({"B9999", Statistic::mean, 0.5}) == "unknown-figure");
  CHECK(refusal({"B0802", Statistic::median, 0.5}) == "unknown-figure");
}

TEST_CASE("a replacement must be a number that its figure can be") {
  CHECK(refusal({"B0802", Statistic::mean, 0.9}).empty());
  CHECK(refusal({"B0802", Statistic::mean, 1}).empty());
  CHECK(refusal({"B0802", Statistic::mean, 1.01}) == "out-of-range");
  CHECK(refusal({"B0802", Statistic::mean, -0.1}) == "out-of-range");
  CHECK(refusal({"B0802", Statistic::mean, std::nan("")}) == "not-a-number");
  CHECK(refusal({"B0407", Statistic::value, std::numeric_limits<double>::infinity()}) == "not-a-number");
  CHECK(refusal({"B0407", Statistic::value, 250}).empty());   // money
  CHECK(refusal({"B0444", Statistic::median, 1.5}).empty());  // a post may reach more people than follow
  CHECK(refusal({"B0273", Statistic::median, 3}).empty());    // and be viewed more often
}

TEST_CASE("a refusal says in a sentence what is wrong") {
  const std::optional<mf::Error> error = check_replacement({"B0802", Statistic::mean, 80});
  REQUIRE(error.has_value());
  CHECK(error->message == "What replaces B0802 must be at most 1, which is 100 %.");
  CHECK(error->field == "B0802.mean");
}
