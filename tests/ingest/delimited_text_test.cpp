#include "ingest/delimited_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/read.h"

using namespace mf::ingest;
using Rows = std::vector<std::vector<std::string>>;

namespace {

Rows rows_of(std::string_view text) {
  const auto read = table(text);
  REQUIRE(read);
  return read->rows;
}

char delimiter_of(std::string_view text) {
  const auto read = table(text);
  REQUIRE(read);
  return read->delimiter;
}

}  // namespace

// The twelve shapes of the csv-spectrum corpus.
TEST_CASE("simple, with LF and CRLF") {
  CHECK(rows_of("a,b,c\n1,2,3\n") == Rows{{"a", "b", "c"}, {"1", "2", "3"}});
  CHECK(rows_of("a,b,c\r\n1,2,3\r\n") == Rows{{"a", "b", "c"}, {"1", "2", "3"}});
}
TEST_CASE("a comma in quotes") {
  CHECK(rows_of("first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n") ==
        Rows{{"first", "last", "address", "city", "zip"}, {"John", "Doe", "120 any st.", "Anytown, WW", "08123"}});
}
TEST_CASE("empty cells, quoted or not, with LF and CRLF") {
  CHECK(rows_of("a,b,c\n1,\"\",\"\"\n2,3,4\n") == Rows{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}});
  CHECK(rows_of("a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n") == Rows{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}});
}
TEST_CASE("escaped quotes") {
  CHECK(rows_of("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n") == Rows{{"a", "b"}, {"1", "ha \"ha\" ha"}, {"3", "4"}});
}
TEST_CASE("JSON in a cell") {
  CHECK(rows_of("key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n") ==
        Rows{{"key", "val"}, {"1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"}});
}
TEST_CASE("line breaks in quotes, LF and CRLF") {
  CHECK(rows_of("a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n") ==
        Rows{{"a", "b", "c"}, {"1", "2", "3"}, {"Once upon \na time", "5", "6"}, {"7", "8", "9"}});
  CHECK(rows_of("a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n") ==
        Rows{{"a", "b", "c"}, {"1", "2", "3"}, {"Once upon \r\na time", "5", "6"}, {"7", "8", "9"}});
}
TEST_CASE("coordinates with quotes inside plain cells") {
  CHECK(rows_of("Contact Phone Number,Location Coordinates,Cities,Counties\n"
                "1234567890,37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W,Modesto,Stanislaus") ==
        Rows{{"Contact Phone Number", "Location Coordinates", "Cities", "Counties"},
             {"1234567890", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"}});
}
TEST_CASE("quotes and line breaks together") {
  CHECK(rows_of("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n") == Rows{{"a", "b"}, {"1", "ha \n\"ha\" \nha"}, {"3", "4"}});
}
TEST_CASE("UTF-8") {
  CHECK(rows_of("a,b,c\n1,2,3\n4,5,\u02a4\n") == Rows{{"a", "b", "c"}, {"1", "2", "3"}, {"4", "5", "\u02a4"}});
}

TEST_CASE("one column is a table too") {
  CHECK(rows_of("followers\n1\n2\n") == Rows{{"followers"}, {"1"}, {"2"}});
  CHECK(delimiter_of("followers\n1\n2\n") == ',');
}

TEST_CASE("the delimiter is the one that gives the most consistent records") {
  CHECK(delimiter_of("a;b;c\n1,5;2,5;3\n2,5;1;4,5\n") == ';');
  CHECK(delimiter_of("a\tb\n1,2\t3\n4,5\t6\n") == '\t');
  CHECK(delimiter_of("a|b\n1|2\n") == '|');
  CHECK(delimiter_of("id,tags\n1,a|b|c\n2,d|e|f\n3,g|h|i\n") == ',');
  CHECK(delimiter_of("a;b\n\"x,y,z\";1\n\"x,y,z\";2\n") == ';');
  CHECK(delimiter_of("Titel;Likes;ER;Views;Ort\nx;1;3,5;5\ny;2;4,5;6;B\nz;2;4,5;6;B\n") == ';');
}

TEST_CASE("a line sep= decides and is no record") {
  CHECK(rows_of("sep=;\r\na,x;b\r\n1;2\r\n") == Rows{{"a,x", "b"}, {"1", "2"}});
  CHECK(rows_of("sep=,\n\"Date\",\"Primary\"\n") == Rows{{"Date", "Primary"}});
}

TEST_CASE("line ends: CR alone, none at the end, blank lines") {
  CHECK(rows_of("a,b\r1,2\r3,4") == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
  CHECK(rows_of("a,b\n1,2") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\n\n1,2\n\n\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\n1,\n") == Rows{{"a", "b"}, {"1", ""}});
  CHECK(rows_of("a,b\n1,") == Rows{{"a", "b"}, {"1", ""}});
}

TEST_CASE("quotes in odd places stay in the text") {
  CHECK(rows_of("a,b\n5\" tall,x\n") == Rows{{"a", "b"}, {"5\" tall", "x"}});
  CHECK(rows_of("a,b\n\"x\"y,z\n") == Rows{{"a", "b"}, {"xy", "z"}});
  CHECK(rows_of("a,b\n\"x \"y\" z\",w\n") == Rows{{"a", "b"}, {"x y\" z\"", "w"}});
  CHECK(rows_of("a,b\n1,\"never closed\n2,3\n") == Rows{{"a", "b"}, {"1", "never closed\n2,3\n"}});
  CHECK(rows_of("a\\,b\n1,2\n") == Rows{{"a\\", "b"}, {"1", "2"}});
}

TEST_CASE("cells are not trimmed, rows may be ragged") {
  CHECK(rows_of(" a ,b\n1\n1,2,3\n") == Rows{{" a ", "b"}, {"1"}, {"1", "2", "3"}});
}

TEST_CASE("records are numbered as a spreadsheet numbers its rows") {
  const std::string text = "sep=,\na,b\n\n1,2\n";
  DelimitedRows rows(text, sniff_layout(text));
  REQUIRE(rows.next());
  CHECK(rows.number() == 2);
  REQUIRE(rows.next());
  CHECK(rows.number() == 4);
  CHECK_FALSE(rows.next());
}

TEST_CASE("a doubly encoded table is taken apart") {
  const std::string text = "\"id,\"\"name\"\",likes,views\"\n\"1,\"\"a, b\"\",5,6\"\n";
  REQUIRE(is_double_encoded(text));
  CHECK(without_double_encoding(text) == "id,\"name\",likes,views\n1,\"a, b\",5,6\n");
  CHECK_FALSE(is_double_encoded("\"a\",\"b\"\n"));
}

TEST_CASE("the encoding is reported") {
  CHECK(table("a,b\n1,2")->encoding == "utf-8");
  CHECK(table("a,b\n\xE9,2")->encoding == "windows-1252");
  CHECK(table(std::string("\xFF\xFE") + std::string("a\0,\0b\0", 6))->encoding == "utf-16le");
  CHECK(table(std::string("\xFF\xFE") + std::string("a\0,\0b\0", 6))->rows == Rows{{"a", "b"}});
}

TEST_CASE("a table refuses what no table is") {
  CHECK(table("").error().code == "empty-input");
  CHECK(table("%PDF-1.4").error().code == "pdf-input");
  CHECK(table(std::string("a\0b\0\0\0\1\2\3", 9)).error().code == "binary-input");
}
