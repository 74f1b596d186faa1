#include "ingest/mojibake.h"

#include <doctest/doctest.h>

using namespace mf::ingest;

TEST_CASE("bytes written as letters become the text that they were") {
  CHECK(without_mojibake("C\u00c3\u00b4te") == "C\u00f4te");
  CHECK(without_mojibake("\u00f0\u009f\u00a4\u00a9") == "\U0001F929");
  CHECK(without_mojibake("\u00e2\u0080\u009eGef\u00c3\u00a4llt mir\u00e2\u0080\u009c") ==
        "\u201eGef\u00e4llt mir\u201c");
}

TEST_CASE("text that is right already stays") {
  for (const char* text : {"", "plain", "caf\u00e9", "C\u00f4te", "\U0001F929", "\u4e07", "\u00c3", "na\u00efve \u00bb",
                           "\u00c3\u00b4 and \u4e07"}) {
    CAPTURE(text);
    CHECK(without_mojibake(text) == text);
  }
}
