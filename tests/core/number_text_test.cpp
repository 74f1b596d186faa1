#include "core/number_text.h"

#include <doctest/doctest.h>

using namespace mf::core;

TEST_CASE("counts have their thousands set apart") {
  CHECK(count_text(0) == "0");
  CHECK(count_text(999) == "999");
  CHECK(count_text(1000) == "1,000");
  CHECK(count_text(1e10) == "10,000,000,000");
  CHECK(count_text(-1234.6) ==
        "\xE2\x88\x92"
        "1,235");
}

TEST_CASE("decimals are at most two, none from 100 on") {
  CHECK(decimal_text(0.04) == "0.04");
  CHECK(decimal_text(2.5) == "2.5");
  CHECK(decimal_text(12) == "12");
  CHECK(decimal_text(3.14159) == "3.14");
  CHECK(decimal_text(123.4) == "123");
  CHECK(decimal_text(0) == "0");
  CHECK(decimal_text(0.001) == "0");
  CHECK(decimal_text(-2.5) ==
        "\xE2\x88\x92"
        "2.5");
  CHECK(percent_text(0.22945) == "22.95\xC2\xA0%");
}

TEST_CASE("money has cents where they matter, a third decimal where a price needs it") {
  CHECK(money_text(234, "USD") == "$234");
  CHECK(money_text(46.8, "USD") == "$46.80");
  CHECK(money_text(196.83, "USD") == "$197");
  CHECK(money_text(0.025, "USD") == "$0.025");
  CHECK(money_text(79.097, "USD") == "$79.10");
  CHECK(money_text(99.9999, "USD") == "$100.00");
  CHECK(money_text(100000000, "USD") == "$100,000,000");
  CHECK(money_text(15, "EUR") ==
        "\xE2\x82\xAC"
        "15");
  CHECK(money_text(1500, "GBP") ==
        "\xC2\xA3"
        "1,500");
  CHECK(money_text(15, "CHF") == "CHF 15");
}

TEST_CASE("one is singular, all else plural") {
  CHECK(counted_text(1, "post", "posts") == "1 post");
  CHECK(counted_text(0, "post", "posts") == "0 posts");
  CHECK(counted_text(1200, "post", "posts") == "1,200 posts");
}
