#include "report/json_writer.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "report/json.h"

using mf::report::Json;
using mf::report::JsonWriter;

namespace {

std::string written(std::string_view text) {
  JsonWriter json;
  json.text(text);
  return json.take();
}

std::string written(double number) {
  JsonWriter json;
  json.number(number);
  return json.take();
}

}  // namespace

TEST_CASE("commas stand between values and nowhere else") {
  JsonWriter json;
  json.begin_object();
  json.key("a").begin_array().number(1).begin_array().end_array().begin_object().end_object().null().end_array();
  json.key("b").begin_object().key("c").boolean(true).key("d").text("e").end_object();
  json.end_object();
  CHECK(json.take() == R"({"a":[1,[],{},null],"b":{"c":true,"d":"e"}})");
}

TEST_CASE("text comes back as it was, control characters and all") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  all += "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  const Json parsed = Json::parse(written(all), nullptr, false);
  REQUIRE(parsed.is_string());
  CHECK(parsed.get<std::string>() == all);
}

TEST_CASE("bytes that are not UTF-8 become the replacement character") {
  CHECK(written("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(written("\xC3") == "\"\xEF\xBF\xBD\"");                                  // cut off
  CHECK(written("\xC0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");                  // overlong
  CHECK(written("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // half a surrogate pair
  CHECK(written("\xF5\x80\x80\x80").size() == 2 + 4 * 3);                        // beyond Unicode
}

TEST_CASE("a number reads back to the same bits") {
  std::uint64_t state = 7;
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double number = i % 2 == 0 ? std::bit_cast<double>(state) : static_cast<double>(state >> 40) / 997.0;
    if (!std::isfinite(number)) continue;
    const Json parsed = Json::parse(written(number), nullptr, false);
    REQUIRE(parsed.is_number());
    CHECK(parsed.get<double>() == number);
  }
  CHECK(written(0.0336) == "0.0336");
  CHECK(written(100000.0) == "100000");
  CHECK(written(1e10) == "10000000000");
}

TEST_CASE("what is not finite is written as null") {
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
}
