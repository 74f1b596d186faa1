// A call as a test makes it: JSON in, JSON out.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "report/call.h"
#include "report/json.h"

namespace mf::report {

inline Json reply(std::string_view operation, std::string_view request = {}, std::string_view bytes = {}) {
  Json document = Json::parse(call(operation, request, bytes), nullptr, false);
  REQUIRE_FALSE(document.is_discarded());
  REQUIRE(document.is_object());
  REQUIRE(document.size() == 1);
  return document;
}

// The value at a JSON pointer; null where there is none.
inline Json at(const Json& document, const char* pointer) {
  const Json::json_pointer place(pointer);
  return document.contains(place) ? document.at(place) : Json();
}

inline std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

inline double number(const Json& document, const char* pointer) {
  const Json value = at(document, pointer);
  return value.is_number() ? value.get<double>() : std::nan("");
}

}  // namespace mf::report
