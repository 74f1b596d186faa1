#include "core/calendar.h"

#include <doctest/doctest.h>

using namespace mf::core;

TEST_CASE("days are counted from 1 January 1970, through leap years") {
  CHECK(day_number("1970-01-01") == 0);
  CHECK(day_number("1969-12-31") == -1);
  CHECK(day_number("2000-03-01") == 11017);  // 30 years of 365 days, 7 leap days, 31 + 29 days
  CHECK(*day_number("2024-03-01") - *day_number("2024-02-28") == 2);
  CHECK(*day_number("2100-03-01") - *day_number("2100-02-28") == 1);
}

TEST_CASE("a time after the date changes nothing, whatever its offset") {
  CHECK(day_number("2026-05-03T23:59:59-08:00") == day_number("2026-05-03"));
  CHECK(day_number("2026-05-03 07:00") == day_number("2026-05-03"));
}

TEST_CASE("what is no date gives nothing") {
  for (const char* text : {"", "2026-05", "2026-5-3", "03.05.2026", "2026-02-29", "2026-13-01", "2026-00-10",
                           "2026-04-31", "2026-05-031", "2026-05-0x", "20a6-05-03"}) {
    CAPTURE(text);
    CHECK_FALSE(day_number(text));
  }
}

TEST_CASE("a day is written back as it was read, for programs and for people") {
  CHECK(iso_date(*day_number("2024-02-29")) == "2024-02-29");
  CHECK(iso_date(*day_number("0999-12-01")) == "0999-12-01");
  CHECK(date_text(*day_number("2026-05-03")) == "3 May 2026");
  CHECK(date_text(*day_number("2025-12-31")) == "31 December 2025");
}
