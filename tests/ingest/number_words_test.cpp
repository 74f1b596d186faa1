#include "ingest/number_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf;
using namespace mf::ingest;

namespace {

Number read_in(std::string_view text, std::string_view locale) {
  NumberContext context;
  context.locale = locale;
  return read_number(text, context);
}

}  // namespace

TEST_CASE("exact counts are read in every grouping") {
  struct Row {
    const char* text;
    double value;
  };
  const Row rows[] = {
      {"0", 0},
      {"25000", 25000},
      {"1,234", 1234},
      {"1.234", 1234},
      {"1,234,567", 1234567},
      {"1.234.567", 1234567},
      {"12,34,567", 1234567},
      {"12 300", 12300},
      {"12'300", 12300},
      {"12\u2019300", 12300},
      {"12\u00a0300", 12300},
      {"12\u202f300", 12300},
      {"1\u2009234\u2009567", 1234567},
      {" 500\t", 500},
      {"'123", 123},
      {"+1,234", 1234},
      {"4715.0", 4715},
      {"1,938.0", 1938},
      {"1.234,00", 1234},
      {"\u0661\u066c\u0662\u0663\u0664", 1234},
      {"\u06f1\u06f2\u06f3\u06f4", 1234},
      {"\u0967\u0968\u0969\u096a", 1234},
      {"\uff11\uff0c\uff12\uff13\uff14", 1234},
      {"1e5", 100000},
      {"1234567890", 1234567890},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Number number = read_number(row.text);
    CHECK(number.flaw == NumberFlaw::none);
    CHECK(number.count == core::Count::exact(row.value));
  }
}

TEST_CASE("a rounded count stands for all counts that are written so") {
  struct Row {
    const char* text;
    double value, low, high;
  };
  const Row rows[] = {
      {"12.3K", 12300, 12250, 12350},
      {"12.3k", 12300, 12250, 12350},
      {"12.3 K", 12300, 12250, 12350},
      {"1,2K", 1200, 1150, 1250},
      {"1.2M", 1200000, 1150000, 1250000},
      {"1,2 Mio.", 1200000, 1150000, 1250000},
      {"1,5\u00a0Mio.", 1500000, 1450000, 1550000},
      {"45,6 Tsd.", 45600, 45550, 45650},
      {"2,4 mil", 2400, 2350, 2450},
      {"1.2 mil", 1200000, 1150000, 1250000},
      {"1.2 lakh", 120000, 115000, 125000},
      {"3 lakhs", 300000, 250000, 350000},
      {"1.5 crore", 15000000, 14500000, 15500000},
      {"1.2L", 120000, 115000, 125000},
      {"1Cr", 10000000, 5000000, 15000000},
      {"2.6\u4e07", 26000, 25500, 26500},
      {"12.3\u5104", 1230000000, 1225000000, 1235000000},
      {"9.9\ub9cc", 99000, 98500, 99500},
      {"\u0661\u0662\u066b\u0663 \u0623\u0644\u0641", 12300, 12250, 12350},
      {"12,3 \u0442\u044b\u0441.", 12300, 12250, 12350},
      {"12.3 \u0939\u091c\u093c\u093e\u0930", 12300, 12250, 12350},
      {"12.3K\u200f", 12300, 12250, 12350},
      {"1.234K", 1234, 1234, 1234},
      {"~12k", 12000, 11500, 12500},
      {"~12,000", 12000, 11500, 12500},
      {"12k+", 12000, 12000, 13000},
      {"1.2E+05", 120000, 115000, 125000},
      {"0K", 0, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Number number = read_number(row.text);
    CHECK(number.flaw == NumberFlaw::none);
    CHECK(number.count.value == row.value);
    CHECK(number.count.low == row.low);
    CHECK(number.count.high == row.high);
  }
}

TEST_CASE("a suffix that languages share is read by its locale") {
  CHECK(read_in("274 mil", "es").count.value == 274e3);
  CHECK(read_in("274 mil", "pt-BR").count.value == 274e3);
  CHECK(read_in("274 mil", "cs").count.value == 274e6);
  CHECK(read_in("274 mil", "en").count.value == 274e6);
  CHECK(read_number("274 mil").flaw == NumberFlaw::ambiguous);
  CHECK(read_in("1,2 B", "tr").count.value == 1200);
  CHECK(read_number("1.2B").count.value == 1.2e9);
  CHECK(read_in("1,2 M", "id").count.value == 1.2e9);
  CHECK(read_in("1,2 Tr", "vi").count.value == 1.2e6);
  CHECK(read_in("1,2 E", "hu").count.value == 1200);
  CHECK(read_number("5 T").flaw == NumberFlaw::not_a_number);
}

TEST_CASE("one mark and three digits before a suffix are settled by locale or refused") {
  CHECK(read_number("1,234K").flaw == NumberFlaw::ambiguous);
  CHECK(read_in("1,234K", "en").count.value == 1234000);
  CHECK(read_in("1,234K", "de").count.value == 1234);
  CHECK(read_number("1,234 Mio.").count.value == 1234000);
}

TEST_CASE("an average may have decimals, and its column says which mark they follow") {
  NumberContext average;
  average.whole = false;
  CHECK(read_number("98,7", average).count.value == doctest::Approx(98.7));
  CHECK(read_number("1.204,5", average).count.value == doctest::Approx(1204.5));
  CHECK(read_number("0.009287925696594427", average).count.value ==
        doctest::Approx(0.009287925696594427).epsilon(1e-12));
  CHECK(read_number("12.50000000000000000001", average).count.value == doctest::Approx(12.5));
  CHECK(read_number(".05", average).count.value == doctest::Approx(0.05));
  CHECK(read_number("1.234", average).count.value == 1234);
  average.decimal_mark = '.';
  CHECK(read_number("1.234", average).count.value == doctest::Approx(1.234));
  CHECK(read_number("1,234", average).count.value == 1234);
  average.decimal_mark = 0;
  average.locale = "en";
  CHECK(read_number("1.234", average).count.value == doctest::Approx(1.234));
  CHECK(decimal_mark_of("12,5") == ',');
  CHECK(decimal_mark_of("1.234,56") == ',');
  CHECK(decimal_mark_of("4046.4713") == '.');
  CHECK(decimal_mark_of("1.234") == 0);
  CHECK(decimal_mark_of("text") == 0);
}

TEST_CASE("what is no count is refused with its reason") {
  struct Row {
    const char* text;
    NumberFlaw flaw;
  };
  const Row rows[] = {
      {"", NumberFlaw::empty},
      {"   ", NumberFlaw::empty},
      {"abc", NumberFlaw::not_a_number},
      {"NaN", NumberFlaw::not_a_number},
      {"NAN", NumberFlaw::not_a_number},
      {"inf", NumberFlaw::not_a_number},
      {"Infinity", NumberFlaw::not_a_number},
      {"0x1A", NumberFlaw::not_a_number},
      {"1.2.3", NumberFlaw::not_a_number},
      {"1,23,4", NumberFlaw::not_a_number},
      {"12,345,67", NumberFlaw::not_a_number},
      {"5,000th", NumberFlaw::not_a_number},
      {"12 apples", NumberFlaw::not_a_number},
      {"K", NumberFlaw::not_a_number},
      {"--", NumberFlaw::not_a_number},
      {"(1,234", NumberFlaw::not_a_number},
      {"-5", NumberFlaw::negative},
      {"\u22125", NumberFlaw::negative},
      {"(1,234)", NumberFlaw::negative},
      {"-1.2K", NumberFlaw::negative},
      {"10K-50K", NumberFlaw::range},
      {"10\u201350", NumberFlaw::range},
      {"1e400", NumberFlaw::out_of_range},
      {"1e99999999999999999999", NumberFlaw::out_of_range},
      {"99999999999999999999999999", NumberFlaw::out_of_range},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read_number(row.text).flaw == row.flaw);
  }
}

TEST_CASE("zero may carry a minus, and a percent sign is kept apart") {
  CHECK(read_number("-0").flaw == NumberFlaw::none);
  const Number percent = read_number("0.1%");
  CHECK(percent.percent);
  CHECK(percent.count.value == doctest::Approx(0.1));
}

TEST_CASE("cells that say there is no data are known") {
  for (const char* word : {"", " ", "-", "--", "\u2014", "N/A", "NAN", "undefined", "None", "null", "#VALOR!", "#NAME?",
                           "Lifetime", "Ongoing"}) {
    CAPTURE(word);
    CHECK(is_missing_word(word));
  }
  for (const char* word : {"0", "1", "abc", "-1", "no likes"}) {
    CAPTURE(word);
    CHECK_FALSE(is_missing_word(word));
  }
}

TEST_CASE("a typed count is read or refused with a sentence") {
  CHECK(*read_count("25,000", "followers") == core::Count::exact(25000));
  CHECK(*read_count("12.3K", "followers") == core::Count{12300, 12250, 12350});
  CHECK(*read_count("1.234", "followers") == core::Count::exact(1234));
  CHECK(*read_count("10 000 000 000", "followers") == core::Count::exact(1e10));

  struct Row {
    const char* text;
    const char* code;
    const char* message;
  };
  const Row rows[] = {
      {"", "empty-input", "Nothing is given for followers. Type a whole number such as 12,300 or 12.3K."},
      {"-5", "negative", "\"-5\" is negative; followers start at 0. Type a whole number such as 12,300 or 12.3K."},
      {"abc", "not-a-number", "\"abc\" is not a number. Type a whole number such as 12,300 or 12.3K."},
      {"NaN", "not-a-number", "\"NaN\" is not a number. Type a whole number such as 12,300 or 12.3K."},
      {"12.5", "not-a-number", "\"12.5\" is not a whole number. Type a whole number such as 12,300 or 12.3K."},
      {"3%", "not-a-number", "\"3%\" is a percentage. Type a whole number such as 12,300 or 12.3K."},
      {"10K-50K", "not-a-number", "\"10K-50K\" is more than one number. Type a whole number such as 12,300 or 12.3K."},
      {"274 mil", "ambiguous", "\"274 mil\" has more than one meaning. Type a whole number such as 12,300 or 12.3K."},
      {"1e400", "out-of-range",
       "\"1e400\" is more than 10 billion, more than there are people. Type a whole number such as 12,300 or 12.3K."},
      {"10,000,000,001", "out-of-range",
       "\"10,000,000,001\" is more than 10 billion, more than there are people. Type a whole number such as 12,300 or "
       "12.3K."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto count = read_count(row.text, "followers");
    REQUIRE_FALSE(count);
    CHECK(count.error().code == row.code);
    CHECK(count.error().message == row.message);
    CHECK(count.error().field == "followers");
  }
}

TEST_CASE("a refusal quotes at most 60 characters and never half of one") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\u00e9";
  const auto count = read_count(text, "followers");
  REQUIRE_FALSE(count);
  CHECK(count.error().message.size() < 60 * 2 + 120);
  CHECK(count.error().message.find("\u00e9\u2026\"") != std::string::npos);
}
