#include "ingest/markup.h"

#include <doctest/doctest.h>

#include <string>

#include "ingest/entities.h"

using namespace mf::ingest;

namespace {

// "<a>", "</a>" and texts, as they come.
std::string pieces_of(std::string_view xml) {
  std::string out;
  for (Markup markup(xml); markup.next();) {
    if (markup.kind() == Markup::Kind::open) out += '<' + std::string(markup.name()) + '>';
    if (markup.kind() == Markup::Kind::close) out += "</" + std::string(markup.name()) + '>';
    if (markup.kind() == Markup::Kind::text) out += markup.text();
  }
  return out;
}

}  // namespace

TEST_CASE("tags come without their prefix, and an empty one opens and closes") {
  CHECK(pieces_of("<x:row r=\"1\"><x:c/>5</x:row>") == "<row><c></c>5</row>");
  CHECK(pieces_of("<c a='1' />") == "<c></c>");
}

TEST_CASE("declarations, comments and instructions say nothing") {
  CHECK(pieces_of("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a><!-- <b> -->x</a>") == "<a>x</a>");
  CHECK(pieces_of("<!DOCTYPE a><a/>") == "<a></a>");
}

TEST_CASE("entities become characters in texts and attributes, once") {
  CHECK(without_entities("&lt;&gt;&quot;&apos;&#039;&#x1F929;&amp;lt;") == "<>\"''\xF0\x9F\xA4\xA9&lt;");
  CHECK(without_entities("a & b &nbsp; &; &#; &#xD800; &") == "a & b \xC2\xA0 &; &#; &#xD800; &");
  Markup markup("<sheet xmlns:name='no' name=\"Q&amp;A > 1\" r:id='rId1'/>");
  REQUIRE(markup.next());
  CHECK(markup.attribute("name") == "Q&A > 1");
  CHECK(markup.attribute("id") == "rId1");
  CHECK_FALSE(markup.attribute("r"));
}

TEST_CASE("what stands in CDATA is text as it is") {
  CHECK(pieces_of("<t><![CDATA[<b>&amp;]]></t>") == "<t><b>&amp;</t>");
}

TEST_CASE("markup that stops anywhere ends early") {
  const std::string xml = "<?xml?><a b=\"c\"><!-- d --><![CDATA[e]]>f&amp;g</a>";
  for (std::size_t size = 0; size <= xml.size(); ++size) {
    CHECK(pieces_of(std::string_view(xml).substr(0, size)).size() <= xml.size());
  }
  CHECK(pieces_of("<a <b") == "");
}
