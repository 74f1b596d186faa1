#include "ingest/html_tokens.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "ingest/entities.h"

using namespace mf::ingest;

namespace {

// "<tag>" for an opening tag, "</tag>" for a closing one, the text for a text.
std::string outline(std::string_view html) {
  HtmlTokens tokens(html);
  std::string out;
  while (tokens.next()) {
    if (tokens.kind() == HtmlKind::text) {
      out += tokens.text();
    } else {
      out += (tokens.kind() == HtmlKind::opening_tag ? "<" : "</") + tokens.name() + ">";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("tags and texts come one after the other") {
  CHECK(outline("<TD class=\"a>b\">x<br/>y</Td >") == "<td>x<br>y</td>");
  CHECK(outline("<!DOCTYPE html><?xml?><!-- <p> -->z") == "z");
  CHECK(outline("<script>if (a<b) \"</td>\"</script>t<style>x</style>") == "</script>t</style>");
  CHECK(outline("a < b & c <3") == "a < b & c <3");
}

TEST_CASE("broken pages come to an end") {
  for (const char* html :
       {"<", "<a", "<a href=\"", "<!--", "<!", "</", "<script>", "<script>x</scrip", "<a =\"=", "&", "&#", "&#x;"}) {
    CAPTURE(html);
    outline(html);
    HtmlTokens tokens(html);
    while (tokens.next()) tokens.attribute("href");
  }
  std::string open;
  for (int i = 0; i < 200'000; ++i) open += "<!--<a '<script></";
  const auto start = std::chrono::steady_clock::now();
  outline(open);
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 2.0);
}

TEST_CASE("attributes are found in any quotes") {
  HtmlTokens tokens("<a one='1' TWO=\"a&amp;b\" three=3 four href = 'x'>");
  REQUIRE(tokens.next());
  CHECK(tokens.attribute("one") == "1");
  CHECK(tokens.attribute("two") == "a&b");
  CHECK(tokens.attribute("three") == "3");
  CHECK(tokens.attribute("four").empty());
  CHECK(tokens.attribute("href") == "x");
  CHECK(tokens.attribute("five").empty());
}

TEST_CASE("entities are decoded, and what is none stays") {
  CHECK(without_entities("&#064;me &#x1F600; &amp;amp; &quot;&apos;&#039;&lt;&gt;") == "@me \U0001F600 &amp; \"''<>");
  CHECK(without_entities("a & b; &unknown; &#xD800; &#99999999; &;") == "a & b; &unknown; &#xD800; &#99999999; &;");
}
