#include "report/csv_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using mf::report::CsvWriter;

namespace {

std::string cell(std::string_view text) {
  CsvWriter csv;
  return csv.text(text).take();
}

std::string cell(double number) {
  CsvWriter csv;
  return csv.number(number).take();
}

}  // namespace

TEST_CASE("a table has commas, lines that end in CR LF, and quotes where they are needed") {
  CsvWriter csv;
  csv.text("a").text("b, c").text("say \"hi\"").end_row().text("two\nlines").number(1.5).empty(1).end_row();
  CHECK(csv.take() == "a,\"b, c\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",1.5,\r\n");
  CHECK(cell(" led by a space") == "\" led by a space\"");
}

TEST_CASE("what a spreadsheet would take for a formula is held back, and a number is not") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(cell("-2+3") == "'-2+3");
  CHECK(cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(cell("\t=1") == "\"'\t=1\"");
  CHECK(cell("-5") == "-5");
  CHECK(cell("+1.5") == "+1.5");
  CHECK(cell("a=b") == "a=b");
}

TEST_CASE("numbers are written with as many digits as they need, 15 at most") {
  CHECK(cell(0) == "0");
  CHECK(cell(25000) == "25000");
  CHECK(cell(-58.5) == "-58.5");
  CHECK(cell(0.0336) == "0.0336");
  CHECK(cell(0.1 + 0.2) == "0.3");
  CHECK(cell(1.0 / 3) == "0.333333333333333");
  CHECK(cell(2000.0 / 3) == "666.666666666667");
  CHECK(cell(1e15) == "1000000000000000");
  CHECK(cell(9007199254740992.0) == "9007199254740992");
  CHECK(cell(0.0000012) == "0.0000012");
  CHECK(cell(NAN).empty());
  CHECK(cell(INFINITY).empty());
}
