#include <doctest/doctest.h>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

TEST_CASE("days with follower totals are a history, oldest first") {
  const auto reading = read("Date,Followers\n2024-03-02,1100\n2024-03-01,1000\n2024-03-03,1200\n");
  REQUIRE(reading);
  CHECK(reading->format == "history-csv");
  CHECK(reading->kind == Kind::history);
  REQUIRE(reading->history.size() == 3);
  CHECK(reading->history[0] == core::FollowerPoint{"2024-03-01", 1000});
}

TEST_CASE("days without a year cannot be placed; the last total is today's") {
  const auto reading = read(
      "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n\"February "
      "28\",\"undefined\",\"0\"\n\"February 27\",\"5013\",\"3\"");
  REQUIRE(reading);
  CHECK(reading->history.empty());
  CHECK(reading->account.followers == core::Count::exact(5013));
  CHECK(reading->warnings.size() == 1);
}
