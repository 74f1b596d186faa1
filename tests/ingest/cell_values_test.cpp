#include "ingest/cell_values.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf::ingest;

namespace {

std::string shown(std::string_view number, NumberStyle style = NumberStyle::plain, Epoch epoch = Epoch::from_1900) {
  return cell_text(number, style, epoch);
}

}  // namespace

TEST_CASE("a number keeps its value and cannot be taken for another") {
  CHECK(shown("4715") == "4715");
  CHECK(shown("-19") == "-19");
  CHECK(shown("4715.0") == "4715");
  CHECK(shown("1.5") == "1.5");
  CHECK(shown("1.234") == "1.2340");
  CHECK(shown("12345.678") == "12345.678");
  CHECK(shown("3.05E-2") == "0.0305");
  CHECK(shown("3.05E-02") == "0.0305");
  CHECK(shown("1.2E5") == "120000");
  CHECK(shown("1e+3") == "1000");
  CHECK(shown("0") == "0");
  CHECK(shown("0.0") == "0");
  CHECK(shown("007") == "7");
}

TEST_CASE("an id that a spreadsheet has rounded stays as it is, and so does what is no number") {
  CHECK(shown("1.83551511161788E+16") == "1.83551511161788E+16");
  CHECK(shown("nan") == "nan");
  CHECK(shown("0x1A") == "0x1A");
  CHECK(shown("1E") == "1E");
  CHECK(shown("1E+") == "1E+");
  CHECK(shown("1E9999") == "1E9999");
  CHECK(shown(".") == ".");
  CHECK(shown("").empty());
}

TEST_CASE("a share is written as the percentage that the sheet shows") {
  CHECK(shown("0.045", NumberStyle::percent) == "4.5%");
  CHECK(shown("1", NumberStyle::percent) == "100%");
  CHECK(shown("0", NumberStyle::percent) == "0%");
}

TEST_CASE("days are counted as Excel counts them, with the 29 February 1900 that never was") {
  CHECK(shown("45992", NumberStyle::date) == "2025-12-01");
  CHECK(shown("1", NumberStyle::date) == "1900-01-01");
  CHECK(shown("59", NumberStyle::date) == "1900-02-28");
  CHECK(shown("60", NumberStyle::date) == "60");
  CHECK(shown("61", NumberStyle::date) == "1900-03-01");
  CHECK(shown("44530", NumberStyle::date, Epoch::from_1904) == "2025-12-01");
  CHECK(shown("2958465", NumberStyle::date) == "9999-12-31");
  CHECK(shown("2958466", NumberStyle::date) == "2958466");
  CHECK(shown("-1", NumberStyle::date) == "-1");
}

TEST_CASE("times of a day and lengths of time") {
  CHECK(shown("45992.5", NumberStyle::date_and_time) == "2025-12-01T12:00:00");
  CHECK(shown("45992.25", NumberStyle::date_and_time) == "2025-12-01T06:00:00");
  CHECK(shown("45991.999999999", NumberStyle::date_and_time) == "2025-12-01T00:00:00");
  CHECK(shown("0.0430787", NumberStyle::time) == "1:02:02");
  CHECK(shown("1.5", NumberStyle::time) == "36:00:00");
}

TEST_CASE("formats are known by number or by what is written") {
  CHECK(style_of_builtin(0) == NumberStyle::plain);
  CHECK(style_of_builtin(4) == NumberStyle::plain);
  CHECK(style_of_builtin(10) == NumberStyle::percent);
  CHECK(style_of_builtin(14) == NumberStyle::date);
  CHECK(style_of_builtin(22) == NumberStyle::date_and_time);
  CHECK(style_of_builtin(46) == NumberStyle::time);
  struct Row {
    const char* code;
    NumberStyle style;
  };
  const Row rows[] = {
      {"General", NumberStyle::plain},
      {"#,##0.00", NumberStyle::plain},
      {"0.00E+00", NumberStyle::plain},
      {"@", NumberStyle::plain},
      {"[Red]#,##0;[Blue]-#,##0", NumberStyle::plain},
      {"#,##0 \"days\"", NumberStyle::plain},
      {"0\\d", NumberStyle::plain},
      {"0.0%", NumberStyle::percent},
      {"yyyy-mm-dd", NumberStyle::date},
      {"[$-409]d mmm yyyy;@", NumberStyle::date},
      {"mmm", NumberStyle::date},
      {"dd/mm/yyyy hh:mm", NumberStyle::date_and_time},
      {"[h]:mm:ss", NumberStyle::time},
      {"mm:ss.0", NumberStyle::time},
  };
  for (const Row& row : rows) {
    CAPTURE(row.code);
    CHECK(style_of_code(row.code) == row.style);
  }
}
