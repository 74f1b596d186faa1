#include "ingest/ranges.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

using namespace mf;
using namespace mf::ingest;
using core::Uncertain;

namespace {

RangeContext as(Quantity quantity, std::string_view currency = "USD") {
  RangeContext context;
  context.quantity = quantity;
  context.currency = currency;
  return context;
}

Uncertain typed(const char* text, const RangeContext& context) {
  const auto range = read_range(text, context);
  CAPTURE(text);
  CHECK_MESSAGE(bool(range), (range ? "" : range.error().message));
  if (!range || !*range) return {NAN, NAN};
  return **range;
}

std::string refusal(const char* text, const RangeContext& context) {
  const auto range = read_range(text, context);
  return range ? "read" : range.error().code;
}

}  // namespace

TEST_CASE("a range is typed in many ways and means one thing") {
  for (const char* text : {"2 to 5",
                           "2-5",
                           "2..5",
                           "2...5",
                           "2\u20265",
                           "2\u20135",
                           "2 \u2014 5",
                           "2 - 5",
                           "2--5",
                           "between 2 and 5",
                           "Between 2 to 5",
                           "from 2 to 5",
                           "2to5",
                           "  2  to  5  ",
                           "2 TO 5",
                           "\uff12\uff0d\uff15",
                           "2\u00a0to\u00a05",
                           "3.5 \u00b1 1.5",
                           "3.5 +/- 1.5",
                           "3.5+-1.5",
                           "2\u22125"}) {
    CHECK(typed(text, as(Quantity::factor)) == Uncertain{2, 5});
  }
}

TEST_CASE("one number is an exact value, and nothing typed is nothing given") {
  CHECK(typed("1.5", as(Quantity::factor)) == Uncertain::exact(1.5));
  CHECK(typed("12.3K", as(Quantity::count)) == Uncertain::exact(12300));
  CHECK(typed("15 000", as(Quantity::count)) == Uncertain::exact(15000));
  CHECK(typed("5 to 5", as(Quantity::factor)) == Uncertain::exact(5));
  for (const char* text : {"", "   ", "\u00a0", "\t\n"}) {
    const auto range = read_range(text, as(Quantity::rate));
    REQUIRE(range);
    CHECK_FALSE(range->has_value());
  }
}

TEST_CASE("a minus before the first digit is a sign, and is left to the plan's own check") {
  CHECK(typed("-5", as(Quantity::factor)) == Uncertain::exact(-5));
  CHECK(typed("\u22125", as(Quantity::money)) == Uncertain::exact(-5));
  CHECK(typed("-$5", as(Quantity::money)) == Uncertain::exact(-5));
  CHECK(typed("-5 to 3", as(Quantity::factor)) == Uncertain{-5, 3});
  CHECK(typed("-5 - -2", as(Quantity::factor)) == Uncertain{-5, -2});
  CHECK(typed("1e-5", as(Quantity::factor)).low == doctest::Approx(1e-5));
}

TEST_CASE("a rate is typed in percent, with the sign or without it") {
  CHECK(typed("2", as(Quantity::rate)) == Uncertain::exact(0.02));
  CHECK(typed("2 %", as(Quantity::rate)) == Uncertain::exact(0.02));
  CHECK(typed("0.02", as(Quantity::rate)) == Uncertain::exact(0.0002));
  for (const char* text : {"0.6 % to 1.6 %", "0.6-1.6%", "0.6%-1.6", "0.6 to 1.6", "0,6-1,6 %", ".6 to 1.6"}) {
    CHECK(typed(text, as(Quantity::rate)) == Uncertain{0.006, 0.016});
  }
  CHECK(typed("1.1 \u00b1 0.5", as(Quantity::rate)).low == doctest::Approx(0.006));
  CHECK(typed("1.1 \u00b1 0.5 %", as(Quantity::rate)).high == doctest::Approx(0.016));
}

TEST_CASE("in a rate a lone mark is a decimal mark, even before three digits") {
  CHECK(typed("1,5-3", as(Quantity::rate)) == Uncertain{0.015, 0.03});
  CHECK(typed("1.234", as(Quantity::rate)).low == doctest::Approx(0.01234));
  CHECK(typed("1,234 %", as(Quantity::rate)).low == doctest::Approx(0.01234));
  CHECK(typed("1.125", as(Quantity::factor)) == Uncertain::exact(1.125));
}

TEST_CASE("amounts carry the sign of the plan's currency, or none") {
  for (const char* text :
       {"$150 to $320", "$150-320", "150 - $320", "150-320 USD", "US$ 150 to US$ 320", "150..320$"}) {
    CHECK(typed(text, as(Quantity::money)) == Uncertain{150, 320});
  }
  CHECK(typed("\u20ac1.200,50 to \u20ac2.000", as(Quantity::money, "EUR")) == Uncertain{1200.5, 2000});
  CHECK(typed("1,5-3", as(Quantity::money)) == Uncertain{1.5, 3});
  CHECK(typed("1,500-3,000", as(Quantity::money)) == Uncertain{1500, 3000});
  CHECK(typed("Rs. 1,20,000", as(Quantity::money, "INR")) == Uncertain::exact(120000));
  CHECK(typed("500 \u00b1 10 %", as(Quantity::money)) == Uncertain{450, 550});
}

TEST_CASE("a sign that several currencies share stands for the plan's, any other is refused") {
  CHECK(typed("$150", as(Quantity::money, "CAD")) == Uncertain::exact(150));
  CHECK(typed("150 kr", as(Quantity::money, "SEK")) == Uncertain::exact(150));
  CHECK(typed("\u00a5150", as(Quantity::money, "JPY")) == Uncertain::exact(150));
  CHECK(refusal("\u20ac150", as(Quantity::money)) == "other-currency");
  CHECK(refusal("$150 to \u20ac320", as(Quantity::money)) == "other-currency");
  CHECK(refusal("\u00a5150", as(Quantity::money)) == "other-currency");
  CHECK(refusal("US$150", as(Quantity::money, "CAD")) == "other-currency");
}

TEST_CASE("a suffix at the upper end counts for both if the lower end stays the lower") {
  CHECK(typed("15K-40K", as(Quantity::count)) == Uncertain{15000, 40000});
  CHECK(typed("10-20K", as(Quantity::count)) == Uncertain{10000, 20000});
  CHECK(typed("1 to 1.5 M", as(Quantity::count)) == Uncertain{1e6, 1.5e6});
  CHECK(typed("500-2K", as(Quantity::count)) == Uncertain{500, 2000});
  CHECK(typed("10,000-20K", as(Quantity::count)) == Uncertain{10000, 20000});
  CHECK(typed("$1-2K", as(Quantity::money)) == Uncertain{1000, 2000});
  CHECK(typed("1-2K \u20ac", as(Quantity::money, "EUR")) == Uncertain{1000, 2000});
  CHECK(refusal("15K-40", as(Quantity::count)) == "upside-down");
}

TEST_CASE("a range upside down is refused with a sentence") {
  const auto range = read_range("40K to 15K", as(Quantity::count));
  REQUIRE_FALSE(range);
  CHECK(range.error().code == "upside-down");
  CHECK(
      range.error().message ==
      "\"40K to 15K\" is upside down: the lower number comes first. Type a whole number or a range, such as 15,000 to "
      "40,000.");
}

TEST_CASE("what is no range is refused with its reason, in the field's own terms") {
  struct Row {
    const char* text;
    Quantity quantity;
    const char* code;
  };
  const Row rows[] = {
      {"abc", Quantity::factor, "not-a-number"},        {"to", Quantity::factor, "not-a-number"},
      {"-", Quantity::factor, "not-a-number"},          {"5 to", Quantity::factor, "not-a-number"},
      {"to 5", Quantity::factor, "not-a-number"},       {"5-", Quantity::factor, "not-a-number"},
      {"1-2-3", Quantity::factor, "not-a-number"},      {"2 to 3 to 4", Quantity::factor, "not-a-number"},
      {"2 and 5", Quantity::factor, "not-a-number"},    {"2 bis 5", Quantity::factor, "not-a-number"},
      {"between 2", Quantity::factor, "not-a-number"},  {"50+", Quantity::count, "not-a-number"},
      {"12K+", Quantity::count, "not-a-number"},        {"12.5", Quantity::count, "not-a-number"},
      {"5 %", Quantity::count, "not-a-number"},         {"5 %", Quantity::money, "not-a-number"},
      {"$5", Quantity::count, "not-a-number"},          {"$5", Quantity::rate, "not-a-number"},
      {"NaN", Quantity::factor, "not-a-number"},        {"inf", Quantity::factor, "not-a-number"},
      {"2 % \u00b1 10 %", Quantity::rate, "ambiguous"}, {"274 mil", Quantity::count, "ambiguous"},
      {"1e400", Quantity::money, "out-of-range"},       {"1 to 1e99", Quantity::factor, "out-of-range"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(refusal(row.text, as(row.quantity)) == row.code);
  }
  RangeContext context = as(Quantity::rate);
  context.field = "clickRate";
  const auto range = read_range("a lot", context);
  REQUIRE_FALSE(range);
  CHECK(range.error().field == "clickRate");
  CHECK(range.error().message ==
        "\"a lot\" is neither a number nor a range. Type a percentage or a range, such as 1 % to 3 %.");
  CHECK(refusal(std::string(5000, '7').c_str(), context) == "not-a-number");
}

TEST_CASE("a value is written as it would be typed") {
  CHECK(range_text({15000, 40000}, Quantity::count) == "15,000 to 40,000");
  CHECK(range_text({0.006, 0.016}, Quantity::rate) == "0.6 % to 1.6 %");
  CHECK(range_text({150, 320}, Quantity::money) == "$150 to $320");
  CHECK(range_text({2.5, 1234.5}, Quantity::money, "EUR") == "\u20ac2.50 to \u20ac1,234.50");
  CHECK(range_text({15, 20}, Quantity::money, "CHF") == "CHF 15 to CHF 20");
  CHECK(range_text(Uncertain::exact(0.8), Quantity::rate) == "80 %");
  CHECK(range_text(Uncertain::exact(1.125), Quantity::factor) == "1.125");
  CHECK(range_text(Uncertain::exact(0), Quantity::money) == "$0");
  CHECK(range_text(Uncertain::exact(-5), Quantity::factor) == "-5");
}

TEST_CASE("a computed value is written short where a field shows it") {
  CHECK(short_range_text({0.00823746, 0.02817263}, Quantity::rate) == "0.824 % to 2.82 %");
  CHECK(short_range_text({152.7361, 1320.4}, Quantity::money) == "$153 to $1,320");
  CHECK(short_range_text(Uncertain::exact(0.0042), Quantity::rate) == "0.42 %");
  CHECK(short_range_text(Uncertain::exact(0), Quantity::factor) == "0");
}

TEST_CASE("what is written reads back as the same value") {
  struct Row {
    Uncertain value;
    Quantity quantity;
    const char* currency;
  };
  const Row rows[] = {{{15000, 40000}, Quantity::count, "USD"},      {{999, 1e10}, Quantity::count, "USD"},
                      {{0.006, 0.016}, Quantity::rate, "USD"},       {{0.01234, 12.5}, Quantity::rate, "USD"},
                      {{0.0000012, 0.999}, Quantity::rate, "USD"},   {{1.234, 1234.567}, Quantity::money, "USD"},
                      {{0.025, 0.5}, Quantity::money, "EUR"},        {{0.125, 123.456}, Quantity::money, "CHF"},
                      {{1.125, 1.2505}, Quantity::factor, "USD"},    {{1234.5, 12345.678}, Quantity::factor, "USD"},
                      {{1e-7, 1e7}, Quantity::factor, "USD"},        {{-3.5, -1}, Quantity::factor, "USD"},
                      {Uncertain::exact(0.8), Quantity::rate, "USD"}};
  for (const Row& row : rows) {
    const std::string text = range_text(row.value, row.quantity, row.currency);
    CHECK(typed(text.c_str(), as(row.quantity, row.currency)) == row.value);
  }
  // Whatever comes out of a computation: to one part in 10^12.
  std::uint64_t state = 7;
  for (int i = 0; i < 2000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double low = static_cast<double>(state >> 11) / 9007199254740992.0;
    const Uncertain value{low, low * 3 + 0.001};
    for (const Quantity quantity : {Quantity::rate, Quantity::money, Quantity::factor}) {
      const std::string text = range_text(value, quantity);
      const Uncertain read = typed(text.c_str(), as(quantity));
      CHECK(std::fabs(read.low - value.low) <= 1e-12);
      CHECK(std::fabs(read.high - value.high) <= 4e-12);
    }
  }
}

TEST_CASE("every input of a plan is typed as its unit says") {
  CHECK(quantity_of(core::Input::followers) == Quantity::count);
  CHECK(quantity_of(core::Input::fee) == Quantity::money);
  CHECK(quantity_of(core::Input::reach_rate) == Quantity::rate);
  CHECK(quantity_of(core::Input::frequency) == Quantity::factor);
}
