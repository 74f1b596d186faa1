#include "core/disagreements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/benchmarks.h"

using namespace mf::core;
using doctest::Approx;

namespace {

// The published figure that stands for a record.
double of(std::string_view id) {
  const Benchmark* record = benchmark(id);
  REQUIRE(record != nullptr);
  const std::optional<double> centre = Figures().centre(*record);
  REQUIRE(centre);
  return *centre;
}

double of(std::string_view id, Statistic statistic) {
  const Benchmark* record = benchmark(id);
  REQUIRE(record != nullptr);
  const std::optional<double> figure = Figures().get(*record, statistic);
  REQUIRE(figure);
  return *figure;
}

}  // namespace

TEST_CASE("every disagreement names records of the table that speak of its platform") {
  for (const Disagreement& one : disagreements()) {
    CAPTURE(one.sentence);
    CHECK_FALSE(one.topic.empty());
    CHECK(one.sentence.ends_with("."));
    REQUIRE_FALSE(one.records.empty());
    CHECK(std::set<std::string_view>(one.records.begin(), one.records.end()).size() == one.records.size());
    for (const std::string_view id : one.records) {
      CAPTURE(id);
      const Benchmark* record = benchmark(id);
      REQUIRE(record != nullptr);
      CHECK(record->grade != 'D');
      if (one.platform != Platform::any) CHECK(record->platform == one.platform);
    }
  }
}

TEST_CASE("a platform's own come first, then those of no one platform") {
  const std::vector<const Disagreement*> found = disagreements(Platform::linkedin);
  REQUIRE(found.size() == 3);
  CHECK(found[0]->topic == "level");
  CHECK(found[1]->topic == "fee");
  CHECK(found[2]->topic == "return");
  CHECK(disagreements(Platform::any).size() == 2);
}

TEST_CASE("Instagram: the sentences hold for the figures") {
  CHECK(of("B0203") > of("B0201"));
  CHECK(of("B0134") == Approx(of("B0132")).epsilon(0.06));
  CHECK(of("B0144") < of("B0143"));
  CHECK(of("B0239") < of("B0238"));
  CHECK(of("B0197") > of("B0198"));
  CHECK(of("B0130") > of("B0131"));
  CHECK(of("B0144") == 0.0033);
  CHECK(of("B0134") == 0.0154);
  CHECK(of("B0203", Statistic::average_from) == 0.0102);
  CHECK(of("B0203", Statistic::average_to) == 0.0127);
  CHECK(of("B0562") < of("B0560"));
  CHECK(of("B0564", Statistic::low) > of("B0563"));
  CHECK(of("B0410", Statistic::low) == 32);
  CHECK(of("B0414", Statistic::high) == 15);
}

TEST_CASE("TikTok: the sentences hold for the figures") {
  CHECK(of("B0210") < of("B0204"));
  CHECK(of("B0322") > of("B0323"));
  CHECK(of("B0214") < of("B0211"));
  CHECK(of("B0217") > of("B0214"));
  CHECK(of("B0244") < of("B0242"));
  CHECK(of("B0242") < of("B0240"));
  CHECK(of("B0242") / of("B0214") == Approx(5.35).epsilon(0.01));
  CHECK(of("B0240") / of("B0211") > 3.5);
}

TEST_CASE("X: the sentences hold for the figures") {
  CHECK(of("B0272") < of("B0265"));
  CHECK(of("B0254") < of("B0250"));
  for (int band = 0; band < 4; ++band) {
    const double ratio = of("B025" + std::to_string(band)) / of("B026" + std::to_string(5 + band));
    CHECK(ratio > 2);
    CHECK(ratio < 10);
  }
  CHECK(of("B0266") == 0.00676);
  CHECK(of("B0278") == 0.00084);
  CHECK(of("B0697", Statistic::mean) / of("B0697", Statistic::median) == Approx(40).epsilon(0.02));
}

TEST_CASE("LinkedIn, fees and returns: the sentences hold for the figures") {
  CHECK(of("B0294") / of("B0661") == Approx(7).epsilon(0.03));
  CHECK(of("B0661") < of("B0264"));
  CHECK(of("B0264") < of("B0260"));
  CHECK(of("B0367") == 41);
  CHECK(of("B0361") == 1105);
}
