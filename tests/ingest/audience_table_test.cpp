#include <doctest/doctest.h>

#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

std::string refusal(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_FALSE(reading);
  CHECK(reading.error().code == "audience-input");
  return reading.error().message;
}

}  // namespace

TEST_CASE("Audience.csv is named for what it is") {
  const std::string message = refusal(
      "sep=,\n\"Age & gender\"\n\"\",\"Women\",\"Men\"\n\"18-24\",\"10.6\",\"6.5\"\n\n\"Top countries\"\n\"South "
      "Africa\",\"Nigeria\"\n\"81.2\",\"3.1\"\n");
  CHECK(message.find("\"Age & gender\"") != std::string::npos);
  CHECK(message.find("one row per post") != std::string::npos);
  CHECK(message.find("dates") == std::string::npos);
}

TEST_CASE("decimals that became dates are pointed out and not repaired") {
  const std::string message = refusal("Age & gender;;;\n;Women;Men;\n18-24;3.апр;1.юни;\n45-54;15;6.май;\n");
  CHECK(message.find("\"3.апр\"") != std::string::npos);
  CHECK(message.find("original file") != std::string::npos);
}

TEST_CASE("content formats, and rows that are countries or hours, are no posts") {
  refusal("sep=,\n\"Top content formats\"\n\"Reels\",\"Carousel\"\n\"52\",\"30\"\n");
  refusal("Geography,Views,Watch time (hours)\nTotal,100,5\nDE,60,3\nFR,40,2\n");
  refusal("\"Gender\",\"Distribution\"\n\"Female\",\"0.59\"\n\"Male\",\"0.41\"\n");
  refusal("\"Date\",\"Hour\",\"Active followers\"\n\"February 28\",\"0\",\"50\"\n");
  refusal("Date,Geography,Views\n2024-01-01,DE,60\n2024-01-01,FR,40\n");
}

TEST_CASE("a number that became a date is left empty in a table of posts, with a warning") {
  const auto reading = read("Post ID,Likes,Views\n1,3.апр,100\n2,5,200\n3,6-May,300\n");
  REQUIRE(reading);
  REQUIRE(reading->posts.size() == 3);
  CHECK_FALSE(reading->posts[0].likes);
  CHECK_FALSE(reading->posts[2].likes);
  REQUIRE_FALSE(reading->warnings.empty());
  CHECK(reading->warnings[0].find("2 cells hold a date where a number belongs (\"3.апр\")") != std::string::npos);
}
