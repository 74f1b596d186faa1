#include "ingest/html_table.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf::ingest;

namespace {

constexpr std::size_t plenty = 1u << 20;

std::string text_of(std::string_view html) { return table_of_html(html, plenty).value_or("nothing"); }

}  // namespace

TEST_CASE("a row is a line of quoted cells, closed or not") {
  CHECK(text_of("<table><tr><td>a</td><td>b</td></tr></table>") == "\"a\"\t\"b\"\n\n");
  CHECK(text_of("<table><tr><th>a<th>b<tr><td>1<td>2") == "\"a\"\t\"b\"\n\"1\"\t\"2\"\n");
  CHECK(text_of("<table><tr><td> say \"x\" <td><b>2</b><br>3") == "\"say \"\"x\"\"\"\t\"2 3\"\n");
}

TEST_CASE("cells that reach over rows and columns keep the others in their places") {
  CHECK(text_of("<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3") == "\"a\"\t\"\"\t\"b\"\n\"1\"\t\"2\"\t\"3\"\n");
  CHECK(text_of("<tr><td rowspan=\"3\">a<td>b<tr><td>1<tr><td>2<tr><td>c<td>3") ==
        "\"a\"\t\"b\"\n\"\"\t\"1\"\n\"\"\t\"2\"\n\"c\"\t\"3\"\n");
  CHECK(text_of("<tr><td>a<td rowspan=2>b<tr><td>c</tr>") == "\"a\"\t\"b\"\n\"c\"\t\"\"\n");
}

TEST_CASE("a page without a row of two cells holds no table") {
  CHECK_FALSE(table_of_html("<html><p>5 followers</p></html>", plenty));
  CHECK_FALSE(table_of_html("<table><tr><td>one</td></tr></table>", plenty));
  CHECK_FALSE(table_of_html("", plenty));
}

TEST_CASE("columns without end take no memory without end") {
  std::string page = "<table>";
  for (int i = 0; i < 1000; ++i) page += "<tr><td colspan=99999999999999>a<td rowspan=99999999>b";
  const auto text = table_of_html(page, 100'000);
  REQUIRE(text);
  CHECK(text->size() < 110'000);
}
