#include "ingest/plain_number.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace mf::ingest;

namespace {

// As a cell that ends the text, and as one that has something behind it.
void check_both(std::string_view cell, double value, bool has_decimals = false, bool percent = false) {
  for (const std::string_view behind : {"", "\n", ",12", "99999999", "........", "%%%%%%%%"}) {
    const std::string text = std::string(cell) + std::string(behind);
    PlainNumber number;
    INFO(text, " of which ", cell);
    REQUIRE(read_plain_number(std::string_view(text).substr(0, cell.size()), text.data() + text.size(), number));
    CHECK(number.value == value);
    CHECK(number.has_decimals == has_decimals);
    CHECK(number.percent == percent);
  }
}

}  // namespace

TEST_CASE("plain numbers: digits, up to two decimals, a percent sign, whatever stands behind the cell") {
  check_both("0", 0);
  check_both("7", 7);
  check_both("24000", 24000);
  check_both("12345678", 12345678);
  check_both("99999999999999", 99999999999999);
  check_both("3.5", 3.5, true);
  check_both("0.07", 0.07, true);
  check_both("12345.6", 12345.6, true);
  check_both("12345.67", 12345.67, true);
  check_both("123456.78", 123456.78, true);
  check_both("3%", 3, false, true);
  check_both("3.5%", 3.5, true, true);
  check_both("12.75%", 12.75, true, true);
  check_both("10000.75%", 10000.75, true, true);
}

TEST_CASE("plain numbers: all else is looked at with more care") {
  const std::vector<std::string_view> cells = {"",     "%",
                                               ".",    ".5",
                                               "5.",   "1.234",
                                               "1..5", "1.5.2",
                                               "1,5",  "-5",
                                               "+5",   "5 ",
                                               " 5",   "5%%",
                                               "%5",   "1e5",
                                               "12K",  "123456789012345",
                                               "/",    ":",
                                               "\x80", std::string_view("5\0", 2)};
  for (const std::string_view cell : cells) {
    for (const std::string_view behind : {"", "12345678", "%", ".5"}) {
      const std::string text = std::string(cell) + std::string(behind);
      PlainNumber number;
      INFO(text, " of which ", cell);
      CHECK_FALSE(read_plain_number(std::string_view(text).substr(0, cell.size()), text.data() + text.size(), number));
    }
  }
}
