#include "ingest/plain_number.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace mf::ingest;

namespace {

// What may stand before a cell, and behind it.
constexpr std::string_view before[] = {"username", "99999999", "........", "%%%%%%%%", "1,3.5%,\n"};
constexpr std::string_view behind[] = {"", "\n", ",12", "99999999", ".5", "%%%%%%%%"};

// Calls `see` with where the cell begins, in each of those surroundings.
void everywhere(std::string_view cell, auto&& see) {
  for (const std::string_view text_before : before) {
    for (const std::string_view text_behind : behind) {
      const std::string text = std::string(text_before).append(cell).append(text_behind);
      INFO(text, " of which ", cell);
      see(text.data() + text_before.size());
    }
  }
}

void check_all(std::string_view cell, double value, bool has_decimals = false, bool percent = false) {
  everywhere(cell, [&](const char* begin) {
    PlainNumber number;
    REQUIRE(read_plain_number(begin, cell.size(), number));
    CHECK(number.value == value);
    CHECK(number.has_decimals == has_decimals);
    CHECK(number.percent == percent);
    double digits = -1;
    const bool is_digits = read_digits(begin, cell.size(), digits);
    CHECK(is_digits == (!has_decimals && !percent && cell.size() <= 8));
    CHECK(digits == (is_digits ? value : -1));
  });
}

}  // namespace

TEST_CASE("plain numbers: digits, up to two decimals, a percent sign, whatever stands around the cell") {
  check_all("0", 0);
  check_all("7", 7);
  check_all("24000", 24000);
  check_all("12345678", 12345678);
  check_all("99999999999999", 99999999999999);
  check_all("3.5", 3.5, true);
  check_all("0.07", 0.07, true);
  check_all("12345.6", 12345.6, true);
  check_all("12345.67", 12345.67, true);
  check_all("123456.78", 123456.78, true);
  check_all("3%", 3, false, true);
  check_all("3.5%", 3.5, true, true);
  check_all("12.75%", 12.75, true, true);
  check_all("10000.75%", 10000.75, true, true);
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
    everywhere(cell, [&](const char* begin) {
      PlainNumber number;
      double digits = 0;
      CHECK_FALSE(read_plain_number(begin, cell.size(), number));
      CHECK_FALSE(read_digits(begin, cell.size(), digits));
    });
  }
}

TEST_CASE("digits are told from every other character, in each place of a cell") {
  for (int c = 0; c < 256; ++c) {
    const bool is_digit = c >= '0' && c <= '9';
    for (std::size_t place = 0; place < 8; ++place) {
      std::string text = "username12345678";
      text[8 + place] = static_cast<char>(c);
      double value = 0;
      CHECK(read_digits(text.data() + 8, 8, value) == is_digit);
    }
  }
}
