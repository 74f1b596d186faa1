// Days of the civil (Gregorian) calendar, counted so that they can be subtracted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mf::core {

// Days since 1970-01-01 of the date that an ISO 8601 text begins with: "2026-05-03" and "2026-05-03T18:19:10Z" are the
// same day, the one written; offsets are not applied. Nothing if the text does not begin with a date that exists.
std::optional<std::int32_t> day_number(std::string_view iso_date);
// "2026-05-03". Years 0 to 9999.
std::string iso_date(std::int32_t day_number);
// "3 May 2026", as people read it.
std::string date_text(std::int32_t day_number);

}  // namespace mf::core
