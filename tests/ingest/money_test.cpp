#include "ingest/money.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf::ingest;

TEST_CASE("amounts are read with the currency they name") {
  struct Row {
    const char* text;
    double amount;
    const char* currency;
  };
  const Row rows[] = {
      {"500", 500, ""},
      {"$1,200", 1200, "USD"},
      {"1200 USD", 1200, "USD"},
      {"US$ 1,200.50", 1200.5, "USD"},
      {"\u20ac1.200,00", 1200, "EUR"},
      {"1.200,50 \u20ac", 1200.5, "EUR"},
      {"EUR 250", 250, "EUR"},
      {"Rs. 1,20,000", 120000, "INR"},
      {"R$ 350", 350, "BRL"},
      {"1.200 TL", 1200, "TRY"},
      {"$1.5K", 1500, "USD"},
      {"\u00a5500", 500, ""},
      {"0", 0, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto money = read_money(row.text);
    REQUIRE(money);
    CHECK(money->amount == doctest::Approx(row.amount));
    CHECK(money->currency == row.currency);
  }
}

TEST_CASE("what is no single amount is not read") {
  for (const char* text : {"", "free", "-50", "$", "100-200", "5%", "NaN", "product only"}) {
    CAPTURE(text);
    CHECK_FALSE(read_money(text));
  }
}
